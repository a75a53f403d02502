#pragma once

#include "core/generation/decoding_context.h"

namespace headlight {

/// Keeps the options' number of hypotheses and continues each with its likeliest tokens, until as many have ended and
/// none that goes on can be better, as the model's files judge that (BeamStop); the best by Σ ln p / length^penalty of
/// what follows `begun`.
Generation beamSearch(const DecodingContext& continuation, Generation begun);

}  // namespace headlight
