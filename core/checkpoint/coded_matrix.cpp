#include "core/checkpoint/coded_matrix.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/parallel.h"
#include "core/checkpoint/code_values.h"
#include "core/checkpoint/memory_map.h"

namespace headlight {
namespace {

/// Rows that are read at a time: those of transposed words lie side by side.
constexpr Index kRowsRead = 64;

/// Writes the block of 32 codes.
std::byte* writeBlock(Dtype format, const std::uint8_t* codes, float scale, std::int16_t zero, std::byte* out) {
  if (format == Dtype::MXFP4) {
    *out++ = static_cast<std::byte>(std::bit_cast<std::uint32_t>(scale) >> 23);
  } else {
    std::memcpy(out, &scale, sizeof scale);
    out += sizeof scale;
  }
  if (format == Dtype::INT8 || format == Dtype::INT4) {
    std::memcpy(out, &zero, sizeof zero);
    out += sizeof zero;
  }
  if (codeValues(format).size() > 16) {
    std::memcpy(out, codes, kCodesInBlock);
    return out + kCodesInBlock;
  }
  for (Index i = 0; i < kCodesInBlock / 2; ++i)
    *out++ = static_cast<std::byte>(codes[i] | codes[kCodesInBlock / 2 + i] << 4);
  return out;
}

/// Rows of the matrix in `format` or, where that is F32, as floats.
void write(const CodedMatrix& matrix, Dtype format, Index rows, Index cols, const CodedRows& in, std::byte* out) {
  const Index groups = static_cast<Index>(in.scales.size()) / rows, group = matrix.group;
  const std::span<const float> values = matrix.values.empty() ? codeValues(matrix.blocks) : std::span(matrix.values);
  for (Index r = 0; r < rows; ++r) {
    const std::uint8_t* codes = in.codes.data() + r * cols;
    const float* scales = in.scales.data() + r * groups;
    const std::int16_t* zeros = in.zeros.data() + r * groups;
    if (format != Dtype::F32) {
      for (Index j = 0; j < cols; j += kCodesInBlock)
        out = writeBlock(format, codes + j, scales[j / group], zeros[j / group], out);
      continue;
    }
    for (Index j = 0; j < cols; ++j) {
      const float value = scales[j / group] * (values[codes[j]] - static_cast<float>(zeros[j / group]));
      std::memcpy(out, &value, sizeof value);
      out += sizeof value;
    }
  }
}

}  // namespace

std::span<const float> codeValues(Dtype format) {
  if (format == Dtype::NF4) return kNormalCodes;
  if (format == Dtype::MXFP4) return kE2m1Codes;
  if (format == Dtype::FP8) return kE4m3Codes;
  return std::span(kWholeCodes).first(format == Dtype::INT4 ? 16 : 256);
}

StoredTensor tensorOf(CodedMatrix matrix) {
  StoredTensor tensor;
  tensor.shape = matrix.shape;
  const Index cols = matrix.shape.back();
  Index rows = 1;
  for (std::size_t i = 0; i + 1 < matrix.shape.size(); ++i) rows *= matrix.shape[i];
  matrix.group = std::min(matrix.group, cols);
  const bool packed = matrix.values.empty() && cols % kCodesInBlock == 0 && matrix.group % kCodesInBlock == 0;
  tensor.format = packed ? matrix.blocks : Dtype::F32;
  tensor.make = [matrix = std::make_shared<const CodedMatrix>(std::move(matrix)), rows, cols, format = tensor.format] {
    const std::size_t rowBytes = bytesOf(format, static_cast<std::size_t>(cols));
    const auto bytes = std::make_shared<std::vector<std::byte>>(static_cast<std::size_t>(rows) * rowBytes);
    const Index groups = cols == 0 ? 0 : (cols + matrix->group - 1) / matrix->group;
    parallelFor((rows + kRowsRead - 1) / kRowsRead, [&](Index part) {
      const Index first = part * kRowsRead, count = std::min(kRowsRead, rows - first);
      CodedRows read;
      read.codes.resize(static_cast<std::size_t>(count * cols));
      read.scales.resize(static_cast<std::size_t>(count * groups));
      read.zeros.resize(static_cast<std::size_t>(count * groups));
      matrix->read(first, count, read);
      write(*matrix, format, count, cols, read, bytes->data() + static_cast<std::size_t>(first) * rowBytes);
    });
    for (const StoredTensor& part : matrix->parts)
      if (part.file) part.file->check();
    return StoredTensor{format, matrix->shape, *bytes, bytes};
  };
  return tensor;
}

}  // namespace headlight
