#pragma once

#include "core/checkpoint/config.h"
#include "core/model/architecture.h"

namespace headlight {

/// Refuses a description whose sizes cannot be: no layers, too many, products of sizes that no memory holds.
void validate(const Architecture& description, const Config& config);

}  // namespace headlight
