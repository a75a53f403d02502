#pragma once

#include <memory>
#include <vector>

#include "core/intervention/intervention.h"
#include "core/text/encoding.h"

namespace headlight {

struct PixelInput;

/// The numbers of the patches that OccludePatches means, from 0. Throws Error where there is no image, and for a token
/// that is no patch of it.
std::vector<Index> coveredPatches(const OccludePatches& cover, const std::vector<Token>& tokens,
                                  const PixelInput* pixels);

/// What the model reads of an image when the interventions have covered patches of it; `pixels` where none does. Throws
/// Error like coveredPatches.
std::shared_ptr<const PixelInput> coveredPixels(const std::vector<Token>& tokens,
                                                const std::shared_ptr<const PixelInput>& pixels,
                                                const std::vector<Intervention>& interventions);

}  // namespace headlight
