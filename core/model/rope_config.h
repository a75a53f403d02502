#pragma once

#include <string_view>

#include "core/checkpoint/config.h"
#include "core/model/description.h"

namespace headlight {

/// What a family assumes where config.json says nothing.
struct RopeDefaults {
  double theta = 10000;
  double partial = 1;                        ///< The part of each head that turns.
  std::string_view thetaKey = "rope_theta";  ///< Older name of the base.
  std::string_view partialKey = "partial_rotary_factor";
};

/// The rotary embedding that config.json describes for heads of `dHead` numbers: the older spelling (rope_theta,
/// rope_scaling) or the newer one (rope_parameters; with one object for each kind of layer, that of `layerType`).
RotaryPart rotaryPart(const Config& config, Index dHead, const RopeDefaults& defaults = {},
                      std::string_view layerType = {});

}  // namespace headlight
