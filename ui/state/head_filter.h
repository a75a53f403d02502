#pragma once

#include <string>

#include "core/base/ids.h"

namespace headlight {

/// Whether the name "layer.head" of a head fits one of the patterns of `filter`, which are separated by spaces or
/// commas and may have * and ?: "1.*", "*.3", "0.2 5.1". An empty filter fits all.
bool fitsFilter(HeadId head, const std::string& filter);

}  // namespace headlight
