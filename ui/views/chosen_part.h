#pragma once

#include <optional>

#include "core/base/place.h"

namespace headlight {

/// A part of a picture or a sound that a person chose; none where a choice was taken back.
struct ChosenPart {
  std::optional<MediaPlace> place;
};

}  // namespace headlight
