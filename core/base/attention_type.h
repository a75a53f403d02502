#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace headlight {

/// Which attention of a model: one of a single stack has self-attention only. Draws of a dropout depend on the values.
enum class AttentionType {
  Self,     ///< Of a text over itself; of an encoder–decoder model, the target's, its decoder's.
  Cross,    ///< Of the target over the source.
  Encoder,  ///< Of the source over itself.
  Vision,   ///< Of the pictures over themselves, in a model that reads text beside them.
  Stage1,   ///< Of patches that become fewer from stage to stage, first stage first; the last one is also Self.
  Stage2,
  Stage3,
  Stage4
};

/// What an attention of a model of several stacks is called on the command line, in interventions, sessions and files.
struct AttentionName {
  AttentionType type;
  std::string_view name;
};
inline constexpr AttentionName kEveryAttention[] = {
    {AttentionType::Encoder, "encoder"}, {AttentionType::Self, "decoder"},  {AttentionType::Cross, "cross"},
    {AttentionType::Vision, "vision"},   {AttentionType::Stage1, "stage1"}, {AttentionType::Stage2, "stage2"},
    {AttentionType::Stage3, "stage3"},   {AttentionType::Stage4, "stage4"}};
/// The attentions of an encoder–decoder model in the order of a run.
inline constexpr auto kAttentions = std::span(kEveryAttention).first<3>();
/// The attention of the vision tower of a model that reads pictures and text.
inline constexpr AttentionName kVisionAttention = kEveryAttention[3];
/// The attentions of a model of stages, as people count them.
inline constexpr auto kStages = std::span(kEveryAttention).last<4>();
inline constexpr int kMostStages = static_cast<int>(kStages.size());

/// The attention of stage `number`, from 0 to kMostStages - 1.
constexpr AttentionType stageNumbered(int number) { return kStages[static_cast<std::size_t>(number)].type; }
/// The number of a stage from 0; none for another attention.
constexpr std::optional<int> stageOf(AttentionType type) {
  for (int i = 0; i < kMostStages; ++i)
    if (stageNumbered(i) == type) return i;
  return {};
}

constexpr std::string_view nameOf(AttentionType type) {
  for (const AttentionName& attention : kEveryAttention)
    if (attention.type == type) return attention.name;
  return {};
}

/// None for a name that no attention has.
constexpr std::optional<AttentionType> attentionNamed(std::string_view name) {
  for (const AttentionName& attention : kEveryAttention)
    if (attention.name == name) return attention.type;
  return {};
}

}  // namespace headlight
