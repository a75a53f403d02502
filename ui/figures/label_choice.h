#pragma once

#include <vector>

#include "core/base/index.h"

namespace headlight {

/// Which of `count` labels `pitch` apart are shown where each takes `room`: all where they fit; else the `wanted` ones,
/// each that keeps clear of those before it, and then every n-th that keeps clear of all. Ascending.
std::vector<Index> chooseLabels(Index count, double pitch, double room, const std::vector<Index>& wanted);

}  // namespace headlight
