#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace headlight {

/// The content of the first file in `zip` (the bytes of an archive) whose name `wanted` takes; none when there is none.
/// `name` is what messages call the archive. Throws Error for what is no zip, for a broken file in it, and for one of
/// more than `most` bytes.
std::optional<std::string> readZipEntry(std::string_view zip, const std::function<bool(std::string_view)>& wanted,
                                        std::size_t most, const std::string& name);

}  // namespace headlight
