#pragma once

#include <memory>
#include <new>
#include <utility>

#include "core/base/matrix.h"
#include "core/base/scratch_memory.h"

namespace headlight {

/// Rows of numbers, [rows, cols], that a longer text continues without copying them: who continues rows that nobody has
/// continued yet writes behind them in the same memory. Whoever holds them sees its own rows alone, and these never
/// change once they are written. Copies share the numbers.
class CachedRows : public Eigen::Map<const Matrix> {
 public:
  CachedRows() : Map(nullptr, 0, 0) {}
  CachedRows(Matrix values);  // NOLINT: a matrix is rows.
  template <class Values>
  CachedRows(const Eigen::MatrixBase<Values>& values) : CachedRows(Matrix(values)) {}  // NOLINT
  /// Rows that fresh() shall fill, with room for some more behind them. Throws Error where a scratch file has no room.
  CachedRows(Index rows, Index cols, Storage place = Storage::Ram)
      : CachedRows({}, 0, rows, cols, place) {}
  /// `rows` rows, the first `kept` of which are those of `earlier` (shared where its memory has room and nobody
  /// else's rows, copied to `place` otherwise); fresh() shall fill the others.
  static CachedRows continuing(const CachedRows& earlier, Index kept, Index rows,
                                Storage place = Storage::Ram) {
    return {earlier, kept, rows, earlier.cols(), place};
  }

  CachedRows(const CachedRows& other) = default;
  CachedRows& operator=(const CachedRows& other) {
    if (this != &other) {
      m_part = other.m_part;
      new (static_cast<Map*>(this)) Map(other.data(), other.rows(), other.cols());  // The way to turn a Map elsewhere.
    }
    return *this;
  }

  /// `count` of the rows, from `from` on, none of which anybody continues in the same memory.
  CachedRows middle(Index from, Index count) const;

  /// The rows that were not there before, to be written before anyone else may look at them.
  MatrixOut fresh();

 private:
  struct Memory;
  /// What one of those who share a memory has written of it.
  struct Part;
  CachedRows(const CachedRows& earlier, Index kept, Index rows, Index cols, Storage place);

  std::shared_ptr<Part> m_part;
};

}  // namespace headlight
