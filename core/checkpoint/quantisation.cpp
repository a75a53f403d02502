#include "core/checkpoint/quantisation.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/checkpoint/quantised_parts.h"

namespace headlight {
namespace {

struct Method {
  std::string_view name;
  void (*put)(QuantisedTable& table);
};

/// Every quantisation that is read.
constexpr Method kMethods[] = {{"fp8", putFp8},
                               {"fbgemm_fp8", putFbgemmFp8},
                               {"compressed-tensors", putCompressed},
                               {"bitsandbytes", putBitsAndBytes},
                               {"gptq", putGptq},
                               {"awq", putAwq},
                               {"mxfp4", putMxfp4}};

const Method* methodOf(const Quantisation& quantisation) {
  const auto at = std::find_if(std::begin(kMethods), std::end(kMethods),
                               [&](const Method& each) { return each.name == quantisation.method; });
  return at == std::end(kMethods) ? nullptr : at;
}

std::string listOf(std::initializer_list<Dtype> formats) {
  std::string list;
  for (const Dtype format : formats) list += (list.empty() ? "" : " or ") + std::string(nameOf(format));
  return list;
}

}  // namespace

std::string Quantisation::text() const {
  std::string details;
  const auto add = [&](const std::string& detail) { details += (details.empty() ? ": " : ", ") + detail; };
  for (const char* key : {"bnb_4bit_quant_type", "quant_type", "fmt", "format"})
    if (settings.isText(key)) add(settings.text(key));
  for (const char* key : {"bits", "w_bit"})
    if (settings.isNumber(key)) add(std::to_string(settings.size(key)) + " bits");
  for (const char* key : {"group_size", "q_group_size"})
    if (settings.isNumber(key) && settings.number(key, 0) >= 1)
      add("groups of " + std::to_string(settings.size(key)));
  return method + details;
}

void checkMethod(const Quantisation& quantisation, const std::string& place) {
  if (methodOf(quantisation)) return;
  std::string known;
  for (const Method& each : kMethods) known += (known.empty() ? "" : ", ") + std::string(each.name);
  throw Error(place + ": the weights are quantised (" + quantisation.text() +
              "), which is not read; expected weights in F32, F16 or BF16, or quantised by one of " + known);
}

TensorTable dequantised(TensorTable stored, const Quantisation& quantisation, std::vector<std::string>& remarks) {
  checkMethod(quantisation, "config.json");
  QuantisedTable table{stored, quantisation.settings, remarks};
  try {
    methodOf(quantisation)->put(table);
  } catch (const Error& error) {
    throw Error("weights quantised by " + quantisation.text() + ": " + error.what());
  }
  return stored;
}

std::vector<std::string> QuantisedTable::stemsOf(std::string_view end) const {
  std::vector<std::string> stems;
  for (const auto& [name, tensor] : tensors)
    if (name.ends_with(end)) stems.push_back(name.substr(0, name.size() - end.size()));
  return stems;
}

void QuantisedTable::drop(std::string_view end) {
  std::erase_if(tensors, [end](const auto& entry) { return entry.first.ends_with(end); });
}

StoredTensor QuantisedParts::take(std::string_view end, std::initializer_list<Dtype> formats, const Shape& shape) {
  auto node = m_table.tensors.extract(name(end));
  const std::string expected = (formats.size() > 0 ? listOf(formats) : "") +
                               (shape.empty() ? "" : (formats.size() > 0 ? " " : "") + shapeText(shape));
  if (node.empty())
    throw Error("tensor '" + name(end) + "': expected " + (expected.empty() ? "it" : expected) +
                " beside the quantised weights, the file has no tensor of that name");
  StoredTensor& tensor = node.mapped();
  const bool right = formats.size() == 0 || std::find(formats.begin(), formats.end(), tensor.format) != formats.end();
  if (!right || (!shape.empty() && tensor.shape != shape)) fail(end, expected, tensor);
  return std::move(tensor);
}

void QuantisedParts::fail(std::string_view end, const std::string& expected, const StoredTensor& found) const {
  throw Error("tensor '" + name(end) + "': expected " + expected + ", the file has " +
              std::string(nameOf(found.format)) + " " + shapeText(found.shape));
}

std::vector<float> QuantisedParts::floats(std::string_view end, const Shape& shape) {
  const StoredTensor tensor = take(end, {}, shape);
  if (!isFloating(tensor.format)) fail(end, "real numbers", tensor);
  return floatsOf(tensor);
}

std::vector<std::int64_t> QuantisedParts::integers(std::string_view end, const Shape& shape) {
  return integersOf(take(end, {}, shape), "tensor '" + name(end) + "'");
}

void QuantisedParts::put(std::string_view end, CodedMatrix matrix) {
  if (!m_table.tensors.emplace(name(end), tensorOf(std::move(matrix))).second)
    throw Error("tensor '" + name(end) + "': expected quantised or plain, the file has both");
}

}  // namespace headlight
