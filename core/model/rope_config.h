#pragma once

#include <string_view>

#include "core/checkpoint/config.h"
#include "core/model/architecture.h"

namespace headlight {

/// What a family assumes where config.json says nothing, and how it calls things there.
struct RopeDefaults {
  double theta = 10000;
  Index positions = 2048;                    ///< max_position_embeddings.
  double partial = 1;                        ///< The part of each head that turns.
  std::string_view thetaKey = "rope_theta";  ///< The base beside the parameters, in the older spelling.
  std::string_view partialKey = {};          ///< The same for the part; empty where the whole head turns always.
  /// Phi-3: LongRoPE, also called "yarn" and "su", is the only scaling, and original_max_position_embeddings stands
  /// beside the parameters, with this default; 0 for the others.
  double originalPositions = 0;
  /// HunYuan: "dynamic" with an alpha is no scaling by length, but multiplies the base by alpha^(d / (d - 2)).
  bool alpha = false;
  bool sections = false;     ///< Time, row and column turn (mrope_section), which "mrope" says too.
  bool interleaved = false;  ///< What config.json does not say: pairs of neighbours turn.
};

/// The rotary embedding that config.json describes for heads of `dHead` numbers: the older spelling (rope_theta,
/// rope_scaling), which wins where both are there, or the newer one (rope_parameters). Throws Error for a scaling that
/// is not known or lacks one of its numbers.
RotarySpec rotaryPart(const Config& config, Index dHead, const RopeDefaults& defaults = {});

/// The same for layers of one type ("full_attention"), where rope_parameters has an object for each; `scaled` tells
/// whether rope_scaling is meant for them.
RotarySpec rotaryPart(const Config& config, Index dHead, const RopeDefaults& defaults, std::string_view layerType,
                      bool scaled);

}  // namespace headlight
