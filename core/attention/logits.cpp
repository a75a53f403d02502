#include "core/attention/logits.h"

#include <cassert>
#include <mutex>

namespace headlight {

struct Logits::Later {
  Maker make;
  std::mutex mutex;  ///< Of `all`.
  std::shared_ptr<const Matrix> all;

  std::shared_ptr<const Matrix> made() {
    const std::lock_guard lock(mutex);
    return all;
  }
};

Logits::Logits(Index rows, Index cols, Maker maker) : m_rows(rows), m_cols(cols), m_later(std::make_shared<Later>()) {
  m_later->make = std::move(maker);
}

Matrix Logits::block(Index first, Index count) const {
  assert(first >= 0 && count >= 0 && first + count <= m_rows);
  if (m_values) return m_values->middleRows(first, count);
  if (!m_later) return Matrix(count, m_cols);
  if (const auto all = m_later->made()) return all->middleRows(first, count);
  return m_later->make(first, count);
}

const Matrix& Logits::all() const {
  static const Matrix kNone;
  if (m_values) return *m_values;
  if (!m_later) return kNone;
  const std::lock_guard lock(m_later->mutex);
  if (!m_later->all) m_later->all = std::make_shared<const Matrix>(m_later->make(0, m_rows));
  return *m_later->all;
}

}  // namespace headlight
