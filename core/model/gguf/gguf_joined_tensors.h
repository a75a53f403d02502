#pragma once

#include <string>

#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// Puts "NAMEqkv" in the place of each "NAMEq", "NAMEk" and "NAMEv" (".weight" or ".bias"), all queries before all keys
/// before all values; their bytes are joined when they are used. Throws Error, which begins with `place`, for parts
/// that do not fit.
void joinQueriesKeysValues(TensorTable& table, const std::string& place);
/// Puts one map of patches of two frames [out, colours, 2, height, width] in the place of `weight` and `weight`.1,
/// which have one frame each; throws Error likewise.
void joinFrames(TensorTable& table, const std::string& weight, const std::string& place);

}  // namespace headlight
