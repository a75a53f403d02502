#pragma once

#include <optional>
#include <string_view>

namespace headlight {

/// Which attention of a model: one of a single stack has self-attention only. Draws of a dropout depend on the values.
enum class AttentionType {
  Self,    ///< Of a text over itself; of an encoder–decoder model, the target's, its decoder's.
  Cross,   ///< Of the target over the source.
  Encoder  ///< Of the source over itself.
};

/// What an attention of an encoder–decoder model is called on the command line, in interventions, sessions and files.
struct AttentionName {
  AttentionType type;
  std::string_view name;
};
/// The attentions in the order of a run.
inline constexpr AttentionName kAttentions[] = {
    {AttentionType::Encoder, "encoder"}, {AttentionType::Self, "decoder"}, {AttentionType::Cross, "cross"}};

constexpr std::string_view nameOf(AttentionType type) {
  for (const AttentionName& attention : kAttentions)
    if (attention.type == type) return attention.name;
  return {};
}

/// None for a name that no attention has.
constexpr std::optional<AttentionType> attentionNamed(std::string_view name) {
  for (const AttentionName& attention : kAttentions)
    if (attention.name == name) return attention.type;
  return {};
}

}  // namespace headlight
