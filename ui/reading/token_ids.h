#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/reading/engine.h"

namespace headlight {

/// Whether the model is given the ids of tokens in place of a text: its folder has no tokenizer.
bool readsIds(const LoadedModel& model);

/// The ids in what a person typed or pasted: "101 2023 102", "[101, 2023, 102]". Throws Error for anything else.
std::vector<std::int64_t> idsIn(const std::string& typed);

}  // namespace headlight
