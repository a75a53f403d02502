#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/image/resample.h"
#include "core/model/gguf/gguf_architecture.h"

namespace headlight {

/// One kind of projector: the model that it makes of a text, and how its tensors are called there.
struct ProjectorKind {
  std::string_view type;  ///< clip.projector_type.
  std::string_view modelType, hubClass, visionType;
  std::string_view textStem;  ///< What the names of the text begin with in place of `textAs`.
  std::string_view textAs;
  std::string_view token;        ///< Of the text, that stands for a picture.
  std::string_view tower;        ///< What the names of the tower begin with.
  std::string_view towerLayers;  ///< What those of a layer begin with behind that, before its number.
  /// The parts of the tower in the file, without "v." and "v.blk.N.", and ours; those of a layer behind its number.
  std::vector<std::pair<std::string_view, std::string_view>> towerNames;
  std::vector<GgufName> names;  ///< The rest.
  Resampling resampling;
  bool merges = false;  ///< Pictures of any grid, in blocks of patches that are merged (Qwen2-VL).
};

/// All that are read.
const std::vector<ProjectorKind>& projectorKinds();
/// Their types: "mlp, gemma3".
std::string listOfProjectors();

}  // namespace headlight
