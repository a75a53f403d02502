#pragma once

#include <optional>
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
/// The attentions of an encoder–decoder model in the order of a run.
inline constexpr AttentionName kAttentions[] = {
    {AttentionType::Encoder, "encoder"}, {AttentionType::Self, "decoder"}, {AttentionType::Cross, "cross"}};
/// The attention of the vision tower of a model that reads pictures and text.
inline constexpr AttentionName kVisionAttention{AttentionType::Vision, "vision"};

/// The attentions of a model of stages, as people count them.
inline constexpr AttentionName kStages[] = {{AttentionType::Stage1, "stage1"},
                                            {AttentionType::Stage2, "stage2"},
                                            {AttentionType::Stage3, "stage3"},
                                            {AttentionType::Stage4, "stage4"}};
inline constexpr int kMostStages = 4;

/// The attention of stage `number`, from 0 to kMostStages - 1.
constexpr AttentionType stageNumbered(int number) { return kStages[number].type; }
/// The number of a stage from 0; none for another attention.
constexpr std::optional<int> stageOf(AttentionType type) {
  for (int i = 0; i < kMostStages; ++i)
    if (kStages[i].type == type) return i;
  return {};
}

constexpr std::string_view nameOf(AttentionType type) {
  for (const AttentionName& attention : kAttentions)
    if (attention.type == type) return attention.name;
  for (const AttentionName& stage : kStages)
    if (stage.type == type) return stage.name;
  return type == kVisionAttention.type ? kVisionAttention.name : std::string_view();
}

/// None for a name that no attention has.
constexpr std::optional<AttentionType> attentionNamed(std::string_view name) {
  for (const AttentionName& attention : kAttentions)
    if (attention.name == name) return attention.type;
  for (const AttentionName& stage : kStages)
    if (stage.name == name) return stage.type;
  if (name == kVisionAttention.name) return kVisionAttention.type;
  return {};
}

}  // namespace headlight
