#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/attention/attention_maps.h"
#include "core/attention/trace.h"
#include "core/generation/generation.h"
#include "core/image/seen_media.h"

namespace headlight {

/// An intervention that was left out of a reading.
struct RejectedChange {
  std::size_t change = 0;  ///< Its number among those that were asked for.
  std::string why;
};

/// What came of reading an input: the one thing that pictures, analyses and exports look at.
struct Reading {
  std::shared_ptr<const AttentionMaps>
      maps;  ///< Self-attention, of an encoder–decoder model its decoder's; or a file's.
  std::map<AttentionType, std::shared_ptr<const AttentionMaps>> others;  ///< Of an encoder–decoder model.
  /// What the maps are computed from, its logits the mean over the draws of a dropout; null where the maps have no run.
  std::shared_ptr<const Trace> trace;
  std::shared_ptr<const Trace> firstDraw;  ///< With its own logits; the trace where nothing is drawn.
  Logits deviation;                    ///< Standard deviation of each probability over the draws; empty for one draw.
  /// The first token of the run that the model wrote and did not read; the number of tokens where there is none.
  Index written = 0;
  std::optional<Generation> generation;     ///< How the model wrote what Input::writing asked for.
  std::vector<Intervention> interventions;  ///< Those that acted.
  std::vector<RejectedChange> misfits;              ///< Those that were left out.
  std::string caption;                      ///< What was read, for people.
  std::vector<int> missedTurns = {};        ///< TurnRanges::missed, of a conversation.
  std::vector<std::string> remarks = {};    ///< What was done to a sound, a sentence each.
  std::shared_ptr<const SeenMedia> media = {};  ///< The pictures and the sound as they were given; null for none.

  /// The maps of an attention; those of a model of one stack whatever the type.
  const std::shared_ptr<const AttentionMaps>& mapsOf(AttentionType type) const {
    const auto found = others.find(type);
    return found == others.end() ? maps : found->second;
  }
};

}  // namespace headlight
