#pragma once

#include <memory>
#include <vector>

#include "core/base/matrix.h"
#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// A matrix of weights that is only read: single-precision numbers in place in the file, or numbers of another format
/// in place that are converted piece by piece when they are used, or a converted copy. Every row is a whole number of
/// blocks.
class WeightMatrix {
 public:
  WeightMatrix() = default;
  /// Views `tensor` as [rows, cols]; its count must be rows · cols. Copies when `convert` is set and the format is not
  /// single precision, when its numbers can only be unpacked, and when those of single precision do not lie as the
  /// processor wants them.
  WeightMatrix(const StoredTensor& tensor, Index rows, Index cols, bool convert);

  Index rows() const { return m_rows; }
  Index cols() const { return m_cols; }
  bool empty() const { return m_rows == 0; }
  /// Whether rowsAsFloats needs no buffer.
  bool isSinglePrecision() const { return m_format == Dtype::F32; }
  /// How the numbers lie in memory.
  Dtype format() const { return m_format; }
  /// Row `number`, in that format.
  const std::byte* row(Index number) const { return m_data + static_cast<std::size_t>(number) * m_rowBytes; }
  /// Whether whole blocks begin at column `col`, as every one does where blocks hold one number.
  bool beginsBlock(Index col) const { return col % static_cast<Index>(m_block.numbers) == 0; }
  /// Bytes of the first `cols` numbers of a row, whole blocks.
  std::size_t bytesOfColumns(Index cols) const {
    return static_cast<std::size_t>(cols) / m_block.numbers * m_block.bytes;
  }
  /// Bytes of all its numbers, in the file or in memory.
  std::size_t bytes() const { return static_cast<std::size_t>(m_rows) * m_rowBytes; }
  /// Bytes of memory beyond the file.
  std::size_t bytesInMemory() const { return m_owner && !m_file ? static_cast<std::size_t>(m_rows) * m_rowBytes : 0; }
  /// The file in which the numbers lie; null when they were copied.
  const std::shared_ptr<const MemoryMap>& file() const { return m_file; }
  /// Rows [first, first + count) as floats [count, cols]: in place when they can be, else converted into `buffer`.
  Eigen::Map<const Matrix> rowsAsFloats(Index first, Index count, std::vector<float>& buffer) const;
  /// A block as floats [block.rows, block.cols]: in place (rows lie apart) when it can be, else converted into
  /// `buffer`.
  Eigen::Map<const Matrix, 0, Eigen::OuterStride<>> blockAsFloats(const Rect& block, std::vector<float>& buffer) const;

 private:
  Dtype m_format = Dtype::F32;
  const std::byte* m_data = nullptr;
  NumberBlock m_block{1, sizeof(float)};
  std::size_t m_rowBytes = 0;
  Index m_rows = 0, m_cols = 0;
  std::shared_ptr<const void> m_owner;
  std::shared_ptr<const MemoryMap> m_file;
};

}  // namespace headlight
