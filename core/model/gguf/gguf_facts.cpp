#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/model/gguf/gguf_architecture.h"

namespace headlight {
namespace {

/// Keys that never change what a model computes of a text.
constexpr std::array<std::string_view, 8> kPassedOver = {
    "vocab_size",           "tensor_data_layout",    "rope.scaling.finetuned", "pooling_type",
    "attention.causal",     "rope.dimension_count",  "attention.value_length", "classifier.output_labels"};

}  // namespace

GgufFacts::GgufFacts(const GgufFile& file) : m_file(&file) {
  m_architecture = file.metadata.text("general.architecture");
}

std::string GgufFacts::full(std::string_view key) const {
  m_read.emplace(key);
  return m_architecture + "." + std::string(key);
}

bool GgufFacts::has(std::string_view key) const { return m_file->metadata.has(full(key)); }
std::int64_t GgufFacts::integer(std::string_view key) const { return m_file->metadata.integer(full(key)); }
std::int64_t GgufFacts::integer(std::string_view key, std::int64_t otherwise) const {
  return m_file->metadata.integer(full(key), otherwise);
}
double GgufFacts::number(std::string_view key) const { return m_file->metadata.number(full(key)); }
double GgufFacts::number(std::string_view key, double otherwise) const {
  return m_file->metadata.number(full(key), otherwise);
}
std::string GgufFacts::text(std::string_view key, std::string_view otherwise) const {
  return std::string(m_file->metadata.text(full(key), otherwise));
}
bool GgufFacts::flag(std::string_view key, bool otherwise) const { return m_file->metadata.flag(full(key), otherwise); }
std::vector<std::int64_t> GgufFacts::integers(std::string_view key) const {
  return m_file->metadata.integers(full(key));
}
bool GgufFacts::isList(std::string_view key) const { return m_file->metadata.isList(full(key)); }
std::string GgufFacts::where(std::string_view key) const { return m_file->metadata.where(full(key)); }

const StoredTensor* GgufFacts::tensor(std::string_view name) const {
  const auto at = m_file->tensors.find(name);
  return at == m_file->tensors.end() ? nullptr : &at->second;
}

std::vector<double> GgufFacts::numbersOf(std::string_view name) const {
  const StoredTensor* found = tensor(name);
  if (!found) return {};
  if (found->shape.size() != 1 || !isFloating(found->format))
    throw Error(m_file->metadata.place() + ": tensor '" + std::string(name) +
                "': expected real numbers on one axis, found " + std::string(nameOf(found->format)) + " " +
                shapeText(found->shape));
  const std::vector<float> numbers = floatsOf(*found);
  return {numbers.begin(), numbers.end()};
}

std::vector<std::string> GgufFacts::unread() const {
  std::vector<std::string> out;
  const std::string prefix = m_architecture + ".";
  for (const auto& [key, value] : m_file->metadata.values()) {
    if (!key.starts_with(prefix)) continue;
    const std::string_view name = std::string_view(key).substr(prefix.size());
    if (!m_read.contains(name) && std::find(kPassedOver.begin(), kPassedOver.end(), name) == kPassedOver.end())
      out.push_back(key);
  }
  return out;
}

}  // namespace headlight
