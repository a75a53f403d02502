#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace headlight {

/// Parses a JSON text, as Python's json module would read it too (standardJson): of keys that are there twice the last
/// one counts. Throws Error, beginning with `place`, for what is no JSON and for more than `levels` lists and objects
/// in one another.
nlohmann::json parseJson(std::string_view text, const std::string& place, int levels = 32);

}  // namespace headlight
