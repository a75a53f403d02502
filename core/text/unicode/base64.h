#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace headlight {

/// The bytes that `text` writes in base64; none when it is not base64.
std::optional<std::string> fromBase64(std::string_view text);

}  // namespace headlight
