#include "core/ops/weight_matrix.h"

#include <cassert>
#include <cstdint>

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
  const bool inPlace = m_format == NumberFormat::F32 ? aligned : !convert && m_format != NumberFormat::F64;
  if (inPlace) return;
  auto copy = std::make_shared<std::vector<float>>(floatsOf(tensor));
  m_data = reinterpret_cast<const std::byte*>(copy->data());
  m_format = NumberFormat::F32;
  m_copied = true;
  m_owner = std::move(copy);
  m_file.reset();
}

Eigen::Map<const Matrix> WeightMatrix::rowsAsFloats(Index first, Index count, std::vector<float>& buffer) const {
  return {blockAsFloats({first, 0, count, m_cols}, buffer).data(), count, m_cols};
}

Eigen::Map<const Matrix, 0, Eigen::OuterStride<>> WeightMatrix::blockAsFloats(const Rect& block,
                                                                              std::vector<float>& buffer) const {
  assert(block.row >= 0 && block.rows >= 0 && block.row + block.rows <= m_rows);
  assert(block.col >= 0 && block.cols >= 0 && block.col + block.cols <= m_cols);
  using Strided = Eigen::Map<const Matrix, 0, Eigen::OuterStride<>>;
  const std::size_t size = bytesOf(m_format);
  if (m_format == NumberFormat::F32)
    return Strided(reinterpret_cast<const float*>(at(block.row, block.col)), block.rows, block.cols,
                   Eigen::OuterStride<>(m_cols));
  const auto width = static_cast<std::size_t>(block.cols);
  buffer.resize(static_cast<std::size_t>(block.rows) * width);
  if (block.cols == m_cols) {
    toFloats(m_format, {at(block.row, 0), buffer.size() * size}, buffer);
  } else {
    for (Index i = 0; i < block.rows; ++i)
      toFloats(m_format, {at(block.row + i, block.col), width * size},
               std::span(buffer).subspan(static_cast<std::size_t>(i) * width, width));
  }
  return Strided(buffer.data(), block.rows, block.cols, Eigen::OuterStride<>(block.cols));
}

}  // namespace headlight
