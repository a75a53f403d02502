#pragma once

#include "ui/reading/engine.h"

namespace headlight {

/// Whether the model is given the ids of tokens in place of a text: its folder has no tokenizer.
bool readsIds(const LoadedModel& model);

}  // namespace headlight
