#pragma once

#include <string>
#include <string_view>

namespace headlight {

/// What is said of a model_type or an architecture that no family has: the nearest families, whether it has attention
/// at all, and how its attention is looked at nevertheless.
std::string aboutUnknownFamily(std::string_view type);

}  // namespace headlight
