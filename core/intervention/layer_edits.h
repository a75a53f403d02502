#pragma once

#include <memory>
#include <vector>

#include "core/attention/trace.h"
#include "core/intervention/intervention.h"
#include "core/intervention/other_runs.h"

namespace headlight {

/// The experts of a layer.
struct LayerExperts {
  int count = 0;   ///< 0 in a layer without experts.
  int chosen = 0;  ///< For each token.
};

/// How many numbers the values inside a layer have.
struct LayerWidths {
  int kvHeads = 0;
  Index dHead = 0, dValue = 0;
  bool severalNetworks = false;  ///< Feed-forward networks one after the other.
};

/// Where interventions are to act.
struct InterventionPlace {
  const std::vector<Token>* tokens = nullptr;  ///< That look.
  const PixelInput* pixels = nullptr;          ///< Null where a text is read.
  std::vector<int> heads;                      ///< Of each layer.
  std::vector<LayerExperts> experts;           ///< Of each layer; empty where no layer has some.
  std::vector<LayerWidths> widths = {};        ///< Of each layer.
  Index width = 0;                             ///< Of the stream.
  bool addsBetween = false;                    ///< Whether features are added to the stream between layers.
  int draw = 0;                                ///< Which draw of a dropout.
  AttentionType attention = AttentionType::Self;
  const std::vector<Token>* source = nullptr;  ///< That the encoder reads; null in models of one stack.
  const OtherRuns* others = nullptr;           ///< Null for none.
  bool besidePictures = false;                 ///< Of a model with a vision tower.
  int stages = 0;                              ///< Of the model; the last one is AttentionType::Self. 0 without stages.
  bool merges = false;                         ///< Of a stage that reads another one in place of an image.
};

/// What the interventions change in each layer of the place's attention; null where they leave one alone. Throws Error
/// for heads and tokens that there are not, for numbers out of range, and for another text that is missing or does not
/// fit.
std::vector<std::shared_ptr<const LayerEdits>> layerEdits(const std::vector<Intervention>& interventions,
                                                          const InterventionPlace& place);

}  // namespace headlight
