#pragma once

#include <optional>
#include <string_view>

namespace headlight {

/// Which attention of a model: one of a single stack has self-attention only. Draws of a dropout depend on the values.
enum class AttentionType {
  Self,     ///< Of a text over itself; of an encoder–decoder model, the target's, its decoder's.
  Cross,    ///< Of the target over the source.
  Encoder,  ///< Of the source over itself.
  Vision    ///< Of the pictures over themselves, in a model that reads text beside them.
};

/// What an attention of a model of several stacks is called on the command line, in interventions, sessions and files.
struct AttentionName {
  AttentionType type;
  std::string_view name;
};
/// The attentions of an encoder–decoder model in the order of a run.
inline constexpr AttentionName kAttentions[] = {
    {AttentionType::Encoder, "encoder"}, {AttentionType::Self, "decoder"}, {AttentionType::Cross, "cross"}};
/// The attention of the vision tower of a model that reads pictures and text.
inline constexpr AttentionName kVisionAttention{AttentionType::Vision, "vision"};

constexpr std::string_view nameOf(AttentionType type) {
  for (const AttentionName& attention : kAttentions)
    if (attention.type == type) return attention.name;
  return type == kVisionAttention.type ? kVisionAttention.name : std::string_view();
}

/// None for a name that no attention has.
constexpr std::optional<AttentionType> attentionNamed(std::string_view name) {
  for (const AttentionName& attention : kAttentions)
    if (attention.name == name) return attention.type;
  if (name == kVisionAttention.name) return kVisionAttention.type;
  return {};
}

}  // namespace headlight
