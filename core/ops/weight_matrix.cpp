#include "core/ops/weight_matrix.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

#include "core/base/fetch.h"
#include "core/checkpoint/number_kernels.h"

namespace headlight {

WeightMatrix::WeightMatrix(const StoredTensor& tensor, Index rows, Index cols, bool convert)
    : m_format(tensor.format),
      m_data(tensor.bytes.data()),
      m_rows(rows),
      m_cols(cols),
      m_owner(tensor.owner),
      m_file(tensor.file) {
  assert(tensor.count() == rows * cols);
  const bool aligned = reinterpret_cast<std::uintptr_t>(m_data) % alignof(float) == 0;
  const bool inPlace = m_format == Dtype::F32 ? aligned : !convert && kernelsOf(m_format).multiply != nullptr;
  if (!inPlace) {
    auto copy = std::make_shared<std::vector<float>>(floatsOf(tensor));
    m_data = reinterpret_cast<const std::byte*>(copy->data());
    m_format = Dtype::F32;
    m_owner = std::move(copy);
    m_file.reset();
  }
  m_block = blockOf(m_format);
  assert(beginsBlock(cols));
  m_rowBytes = bytesOfColumns(cols);
}

Eigen::Map<const Matrix> WeightMatrix::rowsAsFloats(Index first, Index count, std::vector<float>& buffer) const {
  return {blockAsFloats({first, 0, count, m_cols}, buffer).data(), count, m_cols};
}

Eigen::Map<const Matrix, 0, Eigen::OuterStride<>> WeightMatrix::blockAsFloats(const Rect& block,
                                                                              std::vector<float>& buffer) const {
  assert(block.row >= 0 && block.rows >= 0 && block.row + block.rows <= m_rows);
  assert(block.col >= 0 && block.cols >= 0 && block.col + block.cols <= m_cols);
  using Strided = Eigen::Map<const Matrix, 0, Eigen::OuterStride<>>;
  if (m_format == Dtype::F32)
    return Strided(reinterpret_cast<const float*>(row(block.row)) + block.col, block.rows, block.cols,
                   Eigen::OuterStride<>(m_cols));
  // Whole blocks around the columns that are wanted.
  const auto inBlock = static_cast<Index>(m_block.numbers);
  const Index begin = block.col - block.col % inBlock;
  const Index width = (block.col + block.cols - begin + inBlock - 1) / inBlock * inBlock;
  const bool wholeRows = width == m_cols;
  const Index pieces = wholeRows ? std::min<Index>(block.rows, 1) : block.rows;
  const Index numbers = wholeRows ? block.rows * width : width;
  buffer.resize(static_cast<std::size_t>(block.rows * width));
  const auto unpack = kernelsOf(m_format).unpack;
  constexpr Index kAhead = 2;
  for (Index i = 0; i < pieces; ++i) {
    if (i + kAhead < pieces) fetch(row(block.row + i + kAhead) + bytesOfColumns(begin), bytesOfColumns(numbers));
    unpack(row(block.row + i) + bytesOfColumns(begin), buffer.data() + i * width, numbers);
  }
  return Strided(buffer.data() + (block.col - begin), block.rows, block.cols, Eigen::OuterStride<>(width));
}

}  // namespace headlight
