#pragma once

#include "core/generation/continuation.h"

namespace headlight {

/// Keeps the options' number of hypotheses and continues each with its likeliest tokens, until as many have ended and
/// none that goes on can be better; the best by Σ ln p / length^penalty of what follows `begun`.
Generation searchBeams(const Continuation& continuation, Generation begun);

}  // namespace headlight
