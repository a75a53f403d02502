#include "core/attention/cached_rows.h"

#include <atomic>
#include <cassert>

#include "core/base/parallel.h"

namespace headlight {
namespace {

/// Rows for which there is room behind new ones: memory that nobody touches until they come.
constexpr Index kRoom = 64;

}  // namespace

struct CachedRows::Memory {
  std::shared_ptr<float> room;
  Eigen::Map<Matrix> values;
  std::atomic<Index> used = 0;  ///< Rows that belong to somebody.

  Memory(std::shared_ptr<float> numbers, Index rows, Index cols)
      : room(std::move(numbers)), values(room.get(), rows, cols) {}
  bool take(Index from, Index to) { return to <= values.rows() && used.compare_exchange_strong(from, to); }
};

struct CachedRows::Part {
  std::shared_ptr<Memory> memory;
  std::shared_ptr<Part> before;  ///< Whose rows these continue; at most kRoom in a chain.
  Index begin = 0, end = 0;
  bool isMiddle = false;  ///< Of rows that belong to `before`.

  Part(std::shared_ptr<Memory> where, std::shared_ptr<Part> earlier, Index from, Index to)
      : memory(std::move(where)), before(std::move(earlier)), begin(from), end(to) {}
  ~Part() {
    if (isMiddle) return;
    Index last = end;
    memory->used.compare_exchange_strong(last, begin);  // Others may take them, unless somebody went on from here.
  }
};

CachedRows::CachedRows(Matrix values) : Map(nullptr, 0, 0) {
  const Index rows = values.rows(), cols = values.cols();
  const auto matrix = std::make_shared<Matrix>(std::move(values));
  auto memory = std::make_shared<Memory>(std::shared_ptr<float>(matrix, matrix->data()), rows, cols);
  memory->used = rows;
  new (static_cast<Map*>(this)) Map(memory->values.data(), rows, cols);
  m_part = std::make_shared<Part>(std::move(memory), nullptr, 0, rows);
}

CachedRows::CachedRows(const CachedRows& earlier, Index kept, Index rows, Index cols, Storage place)
    : Map(nullptr, 0, 0) {
  assert(kept <= earlier.rows() && kept <= rows);
  if (kept > 0 && kept == earlier.rows() && !earlier.m_part->isMiddle && earlier.m_part->memory->take(kept, rows)) {
    m_part = std::make_shared<Part>(earlier.m_part->memory, earlier.m_part, kept, rows);
  } else {
    const auto numbers = static_cast<std::size_t>((rows + kRoom) * cols);
    auto memory = std::make_shared<Memory>(roomFor(numbers, place), rows + kRoom, cols);
    memory->used = rows;
    auto& values = memory->values;
    parallelRows(kept, cols,
                 [&](Index at, Index count) { values.middleRows(at, count) = earlier.middleRows(at, count); });
    m_part = std::make_shared<Part>(std::move(memory), nullptr, kept, rows);
  }
  new (static_cast<Map*>(this)) Map(m_part->memory->values.data(), rows, cols);
}

CachedRows CachedRows::middle(Index from, Index count) const {
  assert(from >= 0 && count >= 0 && from + count <= rows());
  CachedRows some;
  const Index first = (data() - m_part->memory->values.data()) / cols() + from;
  some.m_part = std::make_shared<Part>(m_part->memory, m_part, first, first + count);
  some.m_part->isMiddle = true;
  new (static_cast<Map*>(&some)) Map(data() + from * cols(), count, cols());
  return some;
}

MatrixOut CachedRows::fresh() {
  assert(m_part);
  return m_part->memory->values.middleRows(m_part->begin, m_part->end - m_part->begin);
}

}  // namespace headlight
