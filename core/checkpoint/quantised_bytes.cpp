#include <algorithm>

#include "core/base/error.h"
#include "core/checkpoint/quantised_parts.h"

namespace headlight {
namespace {

/// A matrix of bytes with a scale for each of its blocks, [rows / blockRows, cols / blockCols] of them, the last ones
/// smaller; each of several matrices in a tensor has its own.
struct ScaledBytes {
  StoredTensor bytes;
  std::int64_t blockRows = 1, blockCols = 1;
  std::vector<float> scales;
  std::vector<std::int64_t> zeros = {};  ///< As the scales; empty for none.
};

std::int64_t rowsOf(const Shape& shape) { return shape[shape.size() - 2]; }

/// The shape of the scales of a tensor.
Shape scaleShape(Shape shape, std::int64_t blockRows, std::int64_t blockCols) {
  shape[shape.size() - 2] = ceilDivide(rowsOf(shape), blockRows);
  shape.back() = ceilDivide(shape.back(), blockCols);
  return shape;
}

CodedMatrix codedMatrix(ScaledBytes part) {
  CodedMatrix matrix;
  const bool whole = part.bytes.format == Dtype::I8;
  matrix.blocks = whole ? Dtype::INT8 : Dtype::FP8;
  matrix.shape = part.bytes.shape;
  matrix.group = part.blockCols;
  matrix.parts = {part.bytes};
  matrix.read = [part = std::move(part), whole](Index first, Index count, CodedRows& rows) {
    const Index cols = part.bytes.shape.back(), height = rowsOf(part.bytes.shape);
    const Index groups = ceilDivide(cols, part.blockCols), blocks = ceilDivide(height, part.blockRows);
    // A signed byte counts from 128, where its zero point is.
    const std::uint8_t sign = whole ? 0x80 : 0;
    const auto* from = reinterpret_cast<const std::uint8_t*>(part.bytes.bytes.data()) + first * cols;
    std::transform(from, from + count * cols, rows.codes.begin(),
                   [sign](std::uint8_t code) { return static_cast<std::uint8_t>(code ^ sign); });
    for (Index r = 0; r < count; ++r) {
      const Index block = (first + r) / height * blocks + (first + r) % height / part.blockRows;
      for (Index g = 0; g < groups; ++g) {
        const auto at = static_cast<std::size_t>(block * groups + g), to = static_cast<std::size_t>(r * groups + g);
        rows.scales[to] = part.scales[at];
        rows.zeros[to] = static_cast<std::int16_t>(sign + (part.zeros.empty() ? 0 : part.zeros[at]));
      }
    }
  };
  return matrix;
}

/// Throws Error where a tensor of 8-bit floats has no scale beside it.
void checkAllScaled(const QuantisedTable& table, const std::string& scale) {
  for (const auto& [name, tensor] : table.tensors)
    if (tensor.format == Dtype::F8_E4M3 && !tensor.make)
      throw Error("tensor '" + name + scale +
                  "': expected beside the quantised weights, the file has no tensor of that name");
}

/// A matrix, or several.
StoredTensor takeMatrix(QuantisedParts& parts, std::string_view end, std::initializer_list<Dtype> formats) {
  StoredTensor tensor = parts.take(end, formats);
  if (tensor.shape.size() < 2 || tensor.count() == 0) parts.fail(end, "a matrix", tensor);
  return tensor;
}

/// The floating weights of 8 bits whose scales' names end in `scale`, in blocks of that size; 0 for the whole side.
void putScaledFloats(QuantisedTable& table, std::string_view scale, std::int64_t blockRows, std::int64_t blockCols) {
  for (const std::string& stem : table.stemsOf(scale)) {
    QuantisedParts parts(table, stem);
    ScaledBytes part{takeMatrix(parts, "", {Dtype::F8_E4M3}), blockRows, blockCols, {}};
    const Shape& shape = part.bytes.shape;
    if (part.blockRows == 0) part.blockRows = rowsOf(shape);
    if (part.blockCols == 0) part.blockCols = shape.back();
    const StoredTensor& scales = table.tensors.find(parts.name(scale))->second;
    const bool one = blockRows == 0 && blockCols == 0 && scales.count() == 1 && shape.size() == 2;
    part.scales = parts.floats(scale, one ? Shape() : scaleShape(shape, part.blockRows, part.blockCols));
    parts.put("", codedMatrix(std::move(part)));
  }
  checkAllScaled(table, std::string(scale));
}

constexpr const char* kActivations =
    "The tool that quantised the weights also quantises what they are multiplied with; here it keeps its precision.";

}  // namespace

void putFp8(QuantisedTable& table) {
  table.remarks.emplace_back(kActivations);
  for (const char* end : {".activation_scale", ".input_scale", ".k_scale", ".v_scale"}) table.drop(end);
  const std::vector<std::int64_t> block = table.settings.integers("weight_block_size");
  if (!block.empty() &&
      (block.size() != 2 || block[0] < 1 || block[1] < 1 || block[0] > kMostSide || block[1] > kMostSide))
    throw Error(table.settings.where("weight_block_size") + ": expected two positive numbers");
  putScaledFloats(table, "_scale_inv", block.empty() ? 0 : block[0], block.empty() ? 0 : block[1]);
}

void putFbgemmFp8(QuantisedTable& table) {
  table.remarks.emplace_back(kActivations);
  table.drop(".input_scale_ub");
  putScaledFloats(table, "_scale", 1, 0);
}

void putCompressed(QuantisedTable& table) {
  const Config& c = table.settings;
  const std::string format = c.text("format", "dense");
  constexpr std::string_view kRead[] = {"dense", "int-quantized", "float-quantized", "naive-quantized",
                                        "pack-quantized"};
  if (std::find(std::begin(kRead), std::end(kRead), format) == std::end(kRead))
    throw Error(c.where("format") +
                ": expected int-quantized, float-quantized, naive-quantized or pack-quantized, found '" + format +
                "', which is unsupported");
  if (const auto sparse = c.object("sparsity_config"); sparse && sparse->text("format", "dense") != "dense")
    throw Error(sparse->where("format") + ": expected dense, found '" + sparse->text("format") +
                "', which is unsupported");
  if (const auto turned = c.object("transform_config"); turned && turned->has("config_groups"))
    throw Error(c.where("transform_config") + ": expected none, found transforms of weights, which are unsupported");
  if (format != "pack-quantized" && format != "dense") table.remarks.emplace_back(kActivations);
  for (const char* end : {".input_scale", ".input_zero_point", ".output_scale", ".output_zero_point", ".k_scale",
                          ".v_scale", ".q_scale", ".input_global_scale"})
    table.drop(end);
  putPackedWords(table);
  // What config.json says of blocks, for shapes that leave it open.
  std::vector<std::int64_t> block;
  if (const auto groups = c.object("config_groups"))
    if (const auto first = groups->object("group_0"))
      if (const auto weights = first->object("weights")) block = weights->integers("block_structure");
  for (const std::string& stem : table.stemsOf(".weight_scale")) {
    QuantisedParts parts(table, stem);
    ScaledBytes part{takeMatrix(parts, ".weight", {Dtype::I8, Dtype::F8_E4M3}), 1, 1, {}};
    const Shape& shape = part.bytes.shape;
    const StoredTensor scale = parts.take(".weight_scale", {});
    if (!isFloating(scale.format)) parts.fail(".weight_scale", "real numbers", scale);
    Shape found = scale.shape;
    if (scale.count() == 1 && shape.size() == 2) found = {1, 1};
    if (found.size() != shape.size()) parts.fail(".weight_scale", std::to_string(shape.size()) + " axes", scale);
    // One scale for all, for each row or for a part of it, or for each block.
    const bool inBlocks = rowsOf(found) != 1 && rowsOf(found) != rowsOf(shape);
    if (inBlocks && (block.size() != 2 || block[0] < 1 || block[1] < 1 || block[0] > kMostSide || block[1] > kMostSide))
      parts.fail(".weight_scale", shapeText(scaleShape(shape, 1, shape.back())), scale);
    part.blockRows = inBlocks ? block[0] : rowsOf(found) == 1 ? rowsOf(shape) : 1;
    part.blockCols = inBlocks ? block[1] : ceilDivide(shape.back(), std::max<std::int64_t>(found.back(), 1));
    if (scaleShape(shape, part.blockRows, part.blockCols) != found)
      parts.fail(".weight_scale", shapeText(scaleShape(shape, part.blockRows, part.blockCols)), scale);
    part.scales = floatsOf(scale);
    if (parts.has(".weight_zero_point")) part.zeros = parts.integers(".weight_zero_point", scale.shape);
    if (part.bytes.format == Dtype::F8_E4M3) part.zeros.clear();
    for (const std::int64_t zero : part.zeros)
      if (zero < -128 || zero > 127)
        throw Error("tensor '" + parts.name(".weight_zero_point") + "': expected numbers from -128 to 127, found " +
                    std::to_string(zero));
    parts.put(".weight", codedMatrix(std::move(part)));
  }
  checkAllScaled(table, "_scale");
}

}  // namespace headlight
