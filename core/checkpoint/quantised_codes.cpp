#include <algorithm>

#include "core/base/error.h"
#include "core/checkpoint/quantised_parts.h"

namespace headlight {
namespace {

/// Codes of 4 bits that lie in the order of the numbers, the lower half of a byte first or last.
struct HalfBytes {
  std::span<const std::byte> bytes;
  bool lowFirst = true;

  std::uint8_t at(Index number) const {
    const auto byte = static_cast<unsigned>(bytes[static_cast<std::size_t>(number / 2)]);
    return static_cast<std::uint8_t>((number % 2 == 0) == lowFirst ? byte & 15u : byte >> 4u);
  }
};

/// The scale of each block of a matrix of bitsandbytes: stored, or itself quantised.
std::vector<float> absoluteMaxima(QuantisedParts& parts, const Config& state, std::int64_t blocks) {
  if (!parts.has(".nested_absmax")) return parts.floats(".absmax", {blocks});
  const std::vector<std::int64_t> codes = parts.integers(".absmax", {blocks});
  const auto nested = static_cast<std::int64_t>(state.size("nested_blocksize", 256));
  const std::vector<float> map = parts.floats(".nested_quant_map", {256});
  const std::vector<float> scales = parts.floats(".nested_absmax", {ceilDivide(blocks, nested)});
  const auto offset = static_cast<float>(state.number("nested_offset", 0));
  std::vector<float> out(codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] < 0 || codes[i] > 255)
      throw Error("tensor '" + parts.name(".absmax") + "': expected codes of 8 bits, found " +
                  std::to_string(codes[i]));
    out[i] = map[static_cast<std::size_t>(codes[i])] * scales[i / static_cast<std::size_t>(nested)] + offset;
  }
  return out;
}

/// A matrix of 4 bits of bitsandbytes, whose blocks go on from row to row.
void putFourBits(QuantisedTable& table, const std::string& stem, std::string_view kind) {
  QuantisedParts parts(table, stem);
  const StoredTensor text = parts.take(kind, {Dtype::U8});
  const Config state = Config::parse({reinterpret_cast<const char*>(text.bytes.data()), text.bytes.size()},
                                     "tensor '" + parts.name(kind) + "'");
  const std::vector<std::int64_t> shape = state.integers("shape");
  if (shape.size() != 2 || shape[0] < 1 || shape[1] < 1 || shape[0] > kMostSide || shape[1] > kMostSide)
    throw Error(state.where("shape") + ": expected two positive numbers");
  const auto block = static_cast<std::int64_t>(state.size("blocksize"));
  const std::int64_t count = shape[0] * shape[1];
  CodedMatrix matrix;
  matrix.blocks = Dtype::NF4;
  matrix.shape = shape;
  // The bytes may be stored as numbers of any width.
  const StoredTensor bytes = parts.take("", {});
  if (bytes.bytes.size() != static_cast<std::size_t>(ceilDivide(count, 2)))
    parts.fail("", std::to_string(ceilDivide(count, 2)) + " bytes for " + shapeText(shape), bytes);
  const std::vector<float> values = parts.floats(".quant_map", {16});
  const std::span<const float> standard = codeValues(Dtype::NF4);
  if (!std::equal(values.begin(), values.end(), standard.begin())) matrix.values = values;
  auto scales = std::make_shared<const std::vector<float>>(absoluteMaxima(parts, state, ceilDivide(count, block)));
  // Where a block ends within a row each number is looked up by itself.
  const Index cols = shape[1], group = cols % block == 0 ? block : 1;
  matrix.group = group;
  matrix.parts = {bytes};
  matrix.read = [halves = HalfBytes{bytes.bytes, false}, scales, cols, group, block](Index first, Index rows,
                                                                                     CodedRows& out) {
    for (Index i = 0; i < rows * cols; ++i) out.codes[static_cast<std::size_t>(i)] = halves.at(first * cols + i);
    for (Index g = 0; g < rows * cols / group; ++g)
      out.scales[static_cast<std::size_t>(g)] = (*scales)[static_cast<std::size_t>((first * cols + g * group) / block)];
  };
  parts.put("", std::move(matrix));
}

}  // namespace

void putBitsAndBytes(QuantisedTable& table) {
  for (const std::string_view kind : {".quant_state.bitsandbytes__nf4", ".quant_state.bitsandbytes__fp4"})
    for (const std::string& stem : table.stemsOf(kind)) putFourBits(table, stem, kind);
  for (const std::string& stem : table.stemsOf(".SCB")) {
    QuantisedParts parts(table, stem);
    CodedMatrix matrix;
    const StoredTensor bytes = parts.take(".weight", {Dtype::I8});
    if (bytes.shape.size() != 2 || bytes.count() == 0) parts.fail(".weight", "a matrix", bytes);
    if (parts.has(".weight_format"))
      if (const auto format = parts.integers(".weight_format"); format.size() != 1 || format.front() != 0)
        throw Error("tensor '" + parts.name(".weight_format") +
                    "': expected 0 (rows one after the other), found another order");
    std::vector<float> scales = parts.floats(".SCB", {bytes.shape[0]});
    for (float& scale : scales) scale /= 127;
    matrix.blocks = Dtype::INT8;
    matrix.shape = bytes.shape;
    matrix.group = std::max<Index>(bytes.shape[1], 1);
    matrix.parts = {bytes};
    matrix.read = [bytes, scales = std::move(scales)](Index first, Index rows, CodedRows& out) {
      const Index cols = bytes.shape[1];
      // A signed byte counts from 128.
      for (Index i = 0; i < rows * cols; ++i)
        out.codes[static_cast<std::size_t>(i)] =
            static_cast<std::uint8_t>(bytes.bytes[static_cast<std::size_t>(first * cols + i)]) ^ 0x80u;
      for (Index r = 0; r < rows; ++r) {
        out.scales[static_cast<std::size_t>(r)] = scales[static_cast<std::size_t>(first + r)];
        out.zeros[static_cast<std::size_t>(r)] = 128;
      }
    };
    parts.put(".weight", std::move(matrix));
  }
}

void putMxfp4(QuantisedTable& table) {
  constexpr std::int64_t kNumbers = 32;
  for (const std::string& stem : table.stemsOf("_blocks")) {
    QuantisedParts parts(table, stem);
    const StoredTensor blocks = parts.take("_blocks", {Dtype::U8});
    if (blocks.shape.size() < 3 || blocks.shape.back() != kNumbers / 2 || blocks.count() == 0)
      parts.fail("_blocks", "[…, rows, blocks, " + std::to_string(kNumbers / 2) + "]", blocks);
    Shape shape = blocks.shape;
    shape.pop_back();
    const StoredTensor exponents = parts.take("_scales", {Dtype::U8, Dtype::F8_E8M0}, shape);
    CodedMatrix matrix;
    matrix.blocks = Dtype::MXFP4;
    shape.back() *= kNumbers;
    matrix.shape = shape;
    matrix.group = kNumbers;
    matrix.parts = {blocks, exponents};
    matrix.read = [blocks, exponents, cols = shape.back()](Index first, Index rows, CodedRows& out) {
      const HalfBytes halves{blocks.bytes};
      const Index groups = cols / kNumbers;
      for (Index i = 0; i < rows * cols; ++i) out.codes[static_cast<std::size_t>(i)] = halves.at(first * cols + i);
      for (Index g = 0; g < rows * groups; ++g)
        out.scales[static_cast<std::size_t>(g)] =
            e8m0ToFloat(static_cast<std::uint8_t>(exponents.bytes[static_cast<std::size_t>(first * groups + g)]));
    };
    parts.put("", std::move(matrix));
  }
}

}  // namespace headlight
