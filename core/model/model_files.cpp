#include "core/model/model_files.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/checkpoint/gguf/gguf_file.h"
#include "core/model/gguf/gguf_source.h"
#include "core/model/model_source.h"

namespace headlight {
namespace {

/// The mixes by their number in general.file_type; empty for numbers that are no longer used.
constexpr std::array<std::string_view, 39> kMixes = {
    "F32",     "F16",    "Q4_0",   "Q4_1",   "",       "",       "",       "Q8_0",  "Q5_0",   "Q5_1",
    "Q2_K",    "Q3_K_S", "Q3_K_M", "Q3_K_L", "Q4_K_S", "Q4_K_M", "Q5_K_S", "Q5_K_M", "Q6_K",  "IQ2_XXS",
    "IQ2_XS",  "Q2_K_S", "IQ3_XS", "IQ3_XXS", "IQ1_S", "IQ4_NL", "IQ3_S",  "IQ3_M", "IQ2_S",  "IQ2_M",
    "IQ4_XS",  "IQ1_M",  "BF16",   "",       "",       "",       "TQ1_0",  "TQ2_0", "MXFP4"};

std::string mixOf(const GgufMetadata& metadata) {
  constexpr const char* kKey = "general.file_type";
  if (!metadata.has(kKey)) return {};
  const std::int64_t number = metadata.integer(kKey);
  const bool known = number >= 0 && number < static_cast<std::int64_t>(kMixes.size());
  const std::string_view name = known ? kMixes[static_cast<std::size_t>(number)] : std::string_view();
  return name.empty() ? "type " + std::to_string(number) : std::string(name);
}

/// Whether a key tells where a model came from.
bool isOrigin(std::string_view key) {
  constexpr std::array<std::string_view, 4> kOthers = {"general.architecture", "general.alignment", "general.file_type",
                                                      "general.type"};
  return (key.starts_with("general.") || key.starts_with("quantize.")) &&
         std::find(kOthers.begin(), kOthers.end(), key) == kOthers.end();
}

}  // namespace

std::uint64_t ModelFiles::bytes() const {
  std::uint64_t sum = 0;
  for (const Tensor& tensor : tensors) sum += tensor.bytes;
  return sum;
}

std::vector<ModelFiles::Share> ModelFiles::shares() const {
  std::vector<Share> shares;
  for (const Tensor& tensor : tensors) {
    auto at = std::find_if(shares.begin(), shares.end(), [&](const Share& each) { return each.dtype == tensor.dtype; });
    if (at == shares.end()) at = shares.insert(at, Share{tensor.dtype, 0, 0});
    ++at->tensors;
    at->bytes += tensor.bytes;
  }
  std::stable_sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.bytes > b.bytes; });
  return shares;
}

ModelFiles modelFilesAt(const std::filesystem::path& path) {
  ModelFiles files;
  if (const auto place = ggufModelPlace(path); isGguf(place.file)) {
    const GgufFile file = GgufFile::open(place.file);
    files.mix = mixOf(file.metadata);
    for (const auto& [key, value] : file.metadata.values())
      if (isOrigin(key)) files.origin.emplace_back(key, file.metadata.shown(key));
  }
  const Checkpoint checkpoint = modelSourceAt(path).tensors({});
  for (const auto& [name, tensor] : checkpoint.tensors())
    files.tensors.push_back({name, shownName(name, tensor),
                             std::string(nameOf(tensor.format)), tensor.shape,
                             bytesOf(tensor.shape, tensor.format, "tensor '" + name + "'")});
  return files;
}

}  // namespace headlight
