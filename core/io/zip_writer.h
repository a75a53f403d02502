#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace headlight {

/// One file in a zip; its content is produced while the zip is written.
struct ZipEntry {
  std::string name;
  std::function<void(std::ostream&)> write;
  bool compressed = false;
};

/// Writes a zip of `entries` in their order, whole or not at all. The same entries give the same bytes, whatever the
/// clock says. Not to standard output. Throws Error (path and reason) and what an entry's `write` throws.
void writeZip(const std::filesystem::path& path, const std::vector<ZipEntry>& entries);

}  // namespace headlight
