#pragma once

#include <string>
#include <vector>

#include "core/checkpoint/config.h"
#include "core/model/family.h"

namespace headlight {

/// Judges the keys of config.json that no family's code has asked for, so that none that changes the computation is
/// passed over: throws Error for one whose value `family` does not compute, and returns a sentence for each that
/// neither `family` nor the list of keys without an effect knows.
std::vector<std::string> remarksOnUnread(const Config& config, const Family& family);

}  // namespace headlight
