#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace headlight {

/// Whether `path` is a file, or a link to one; false when that cannot be told.
inline bool isFile(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

/// Whether `path` is a folder, or a link to one; false when that cannot be told.
inline bool isFolder(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

/// Whether there is anything at `path`; false when that cannot be told, as for a link that leads back to itself.
inline bool isThere(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

/// The bytes of a whole file; throws Error, which begins with its name, where there is none, for anything but a file or
/// a link to one (a pipe would be waited for), for more than `most` bytes, for a Git LFS pointer, and where it cannot
/// be read.
std::string readFile(const std::filesystem::path& file, std::uintmax_t most = std::uintmax_t{1} << 31);

/// The first bytes of a file, at most `most`; fewer of a shorter one, none of one that cannot be read.
std::string beginningOf(const std::filesystem::path& file, std::size_t most);

/// `path` from the root on, without "." and ".."; `path` itself when the present folder is gone.
inline std::filesystem::path absolutePath(const std::filesystem::path& path) {
  std::error_code failed;
  const auto absolute = std::filesystem::absolute(path, failed);
  return (failed ? path : absolute).lexically_normal();
}

}  // namespace headlight
