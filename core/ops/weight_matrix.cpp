#include "core/ops/weight_matrix.h"

#include <cassert>
#include <cstdint>

namespace headlight {

WeightMatrix::WeightMatrix(const StoredTensor& tensor, Index rows, Index cols, bool convert)
    : m_format(tensor.format), m_data(tensor.bytes.data()), m_rows(rows), m_cols(cols), m_owner(tensor.owner) {
  assert(tensor.count() == rows * cols);
  const bool aligned = reinterpret_cast<std::uintptr_t>(m_data) % alignof(float) == 0;
  const bool inPlace = m_format == NumberFormat::F32 ? aligned : !convert && m_format != NumberFormat::F64;
  if (inPlace) return;
  auto copy = std::make_shared<std::vector<float>>(floatsOf(tensor));
  m_data = reinterpret_cast<const std::byte*>(copy->data());
  m_format = NumberFormat::F32;
  m_copied = true;
  m_owner = std::move(copy);
}

Eigen::Map<const Matrix> WeightMatrix::rowsAsFloats(Index first, Index count, std::vector<float>& buffer) const {
  assert(first >= 0 && count >= 0 && first + count <= m_rows);
  const std::size_t size = bytesOf(m_format);
  const std::byte* start = m_data + static_cast<std::size_t>(first * m_cols) * size;
  if (m_format == NumberFormat::F32) return {reinterpret_cast<const float*>(start), count, m_cols};
  buffer.resize(static_cast<std::size_t>(count * m_cols));
  toFloats(m_format, {start, buffer.size() * size}, buffer);
  return {buffer.data(), count, m_cols};
}

}  // namespace headlight
