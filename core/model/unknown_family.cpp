#include "core/model/unknown_family.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/base/nearest_names.h"
#include "core/base/plain_text.h"
#include "core/model/family.h"

namespace headlight {
namespace {

/// Beginnings of names of models that mix their tokens by something else.
constexpr std::string_view kWithoutAttention[] = {"mamba", "falcon_mamba", "falconmamba", "rwkv",
                                                  "xlstm", "retnet",       "hyena"};
/// And of those that do so in most of their layers.
constexpr std::string_view kSomeAttention[] = {
    "bamba",   "falcon_h1",  "granitemoehybrid", "jamba", "lfm2",        "minimax",    "nemotron_h",
    "qwen3_5", "qwen3_next", "recurrent_gemma",  "zamba", "kimi_linear", "olmo_hybrid"};

/// "Qwen3NextForCausalLM", "qwen3_next" → "qwen3next"
std::string plain(std::string_view name) { return lowerAscii(name.substr(0, name.find("For")), "-_"); }

template <std::size_t n>
bool beginsLike(std::string_view type, const std::string_view (&names)[n]) {
  const std::string own = plain(type);
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view name) { return own.starts_with(plain(name)); });
}

}  // namespace

std::string aboutUnknownFamily(std::string_view type) {
  constexpr std::size_t kNearest = 3;
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const Family& family : families())
    for (const std::string_view known : family.modelTypes)
      near.emplace_back(stepsBetween(plain(type), plain(known)), known);
  std::partial_sort(near.begin(), near.begin() + kNearest, near.end());
  std::string list;
  for (std::size_t i = 0; i < kNearest; ++i) list += (i == 0 ? "" : ", ") + std::string(near[i].second);
  std::string text = "the nearest of " + std::to_string(families().size()) + " supported families are " + list + "; ";
  if (beginsLike(type, kWithoutAttention)) return text + "such a model has no attention to look at";
  text +=
      "headlight_export.py records the attention of any PyTorch model to a file that Headlight opens (with "
      "record(model, "
      "tokenizer, text, FILE): …)";
  if (beginsLike(type, kSomeAttention)) text += ", here of the layers that have attention";
  return text;
}

}  // namespace headlight
