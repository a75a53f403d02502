#pragma once

#include <filesystem>

namespace headlight {

/// Whether `path` is a file, or a link to one; false when that cannot be told.
inline bool isFile(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

}  // namespace headlight
