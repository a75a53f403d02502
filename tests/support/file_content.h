#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace headlight::test {

/// The bytes of a file; none where it cannot be read.
inline std::string contentOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

}  // namespace headlight::test
