#pragma once

#include <memory>
#include <mutex>

#include "core/attention/cached_rows.h"

namespace headlight {

/// Rows that are made when they are first asked for and kept from then on. Copies share them; several threads may ask.
class MadeOnce {
 public:
  /// What make() gave, which is called where nobody asked before.
  template <class Make>
  CachedRows get(const Make& make) const {
    const std::lock_guard lock(m_kept->mutex);
    if (m_kept->rows.size() == 0) m_kept->rows = CachedRows(make());
    return m_kept->rows;
  }

 private:
  struct Kept {
    std::mutex mutex;
    CachedRows rows;
  };
  std::shared_ptr<Kept> m_kept = std::make_shared<Kept>();
};

}  // namespace headlight
