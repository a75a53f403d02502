#include "tests/fuzz/fuzz_target.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "core/base/error.h"
#include "core/io/zip_writer.h"

namespace headlight::fuzz {
namespace fs = std::filesystem;

std::vector<Target>& targets() {
  static std::vector<Target> all;
  return all;
}

std::string messageOf(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    require(*error.what() != 0, "an Error has a message");
    return error.what();
  }
  return {};
}

void require(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "a promise is not kept: %s\n", promise);
  std::abort();
}

std::string sourceFile(const std::string& path) {
  std::ifstream stream(fs::path(HEADLIGHT_SOURCE_DIR) / path, std::ios::binary);
  require(stream.is_open(), "the source tree has its test data");
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> sourceFiles(const std::string& folder, const std::string& name) {
  std::vector<fs::path> found;
  const fs::path root = HEADLIGHT_SOURCE_DIR;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder))
    if (entry.path().filename() == name) found.push_back(entry.path().lexically_relative(root));
  std::sort(found.begin(), found.end());
  return found;
}

Folder::Folder() {
  // In memory where that is possible: a fuzzer writes thousands of files a second.
  std::error_code ignored;
  const fs::path parent = fs::is_directory("/dev/shm", ignored) ? fs::path("/dev/shm") : fs::temp_directory_path();
  std::string name = (parent / "headlight-fuzz-XXXXXX").string();
  require(::mkdtemp(name.data()) != nullptr, "a temporary folder can be made");
  m_path = name;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(m_path, ignored);
}

fs::path Folder::write(const std::string& name, std::string_view bytes) const {
  const fs::path file = m_path / name;
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file;
}

std::pair<std::vector<Index>, std::string_view> numbersBefore(std::string_view input,
                                                              const std::vector<std::pair<Index, Index>>& bounds) {
  const std::size_t end = std::min(input.find('\n'), input.size());
  std::string_view line = input.substr(0, end);
  std::vector<Index> numbers;
  for (const auto& [least, most] : bounds) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    Index number = least;
    const auto [behind, failed] = std::from_chars(line.data(), line.data() + line.size(), number);
    line.remove_prefix(static_cast<std::size_t>(behind - line.data()));
    numbers.push_back(std::clamp(failed == std::errc() ? number : least, least, most));
  }
  return {numbers, input.substr(std::min(end + 1, input.size()))};
}

std::string zipOf(const std::vector<std::pair<std::string, std::string>>& entries) {
  static const Folder folder;
  std::vector<ZipEntry> parts;
  for (const auto& [name, content] : entries)
    parts.push_back({name, [text = content](std::ostream& out) { out << text; }});
  const fs::path file = folder.path() / "made.zip";
  writeZip(file, parts);
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace headlight::fuzz
