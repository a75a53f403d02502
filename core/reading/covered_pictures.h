#pragma once

#include <vector>

#include "core/intervention/intervention.h"
#include "core/reading/input.h"
#include "core/reading/input_tokens.h"

namespace headlight {

/// The boxes of the pictures in a text that OccludePatches names by tokens of the text, and which picture each is in.
/// Throws Error for a token that is no part of a picture.
std::vector<ImagePlace> coveredParts(const OccludePatches& cover, const InputTokens& tokens);

/// `input`, which came to `tokens`, with the parts of its pictures covered that `interventions` name: in the pictures
/// as they were given, so that every tile that shows a part shows it covered. By::Zero is the colour that normalisation
/// makes 0, By::Mean the mean of the picture, By::Blur the picture blurred. A pixel is covered where its middle lies in
/// the part. Throws Error likewise.
Input withCovered(Input input, const InputTokens& tokens, const std::vector<Intervention>& interventions);

}  // namespace headlight
