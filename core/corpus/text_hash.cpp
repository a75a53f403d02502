#include "core/corpus/text_hash.h"

#include <algorithm>
#include <fstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/splitmix.h"

namespace headlight {

std::uint64_t mixed(std::uint64_t seed, std::uint64_t counter) {
  constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15U;
  return splitmix(seed + counter * kStep);
}

std::uint64_t hashOf(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = 0xcbf29ce484222325U ^ seed;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  return mixed(hash, bytes.size());
}

std::uint64_t hashOf(const CorpusText& text) {
  std::uint64_t hash = hashOf(text.text);
  if (text.second) hash = hashOf(*text.second, hash);
  for (const std::int64_t id : text.ids) hash = mixed(hash, static_cast<std::uint64_t>(id));
  return std::max<std::uint64_t>(hash, 1);  // 0 is no text.
}

std::string hexText(std::uint64_t hash) {
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4) text[i] = "0123456789abcdef"[hash & 15];
  return text;
}

std::uint64_t hashOfFiles(const std::vector<std::filesystem::path>& files) {
  constexpr std::uint64_t kEnd = 64 << 10;
  std::uint64_t hash = 0;
  for (const std::filesystem::path& file : files) {
    if (isFolder(file)) {
      std::vector<std::filesystem::path> within;
      std::error_code failed;
      for (const auto& entry : std::filesystem::directory_iterator(file, failed))
        if (isFile(entry.path())) within.push_back(entry.path());
      if (failed) throw Error("'" + file.string() + "': " + failed.message());
      std::sort(within.begin(), within.end());
      hash = mixed(hash, hashOfFiles(within));
      continue;
    }
    std::ifstream in(file, std::ios::binary);
    std::error_code failed;
    const std::uint64_t size = std::filesystem::file_size(file, failed);
    if (!in || failed) throw Error("'" + file.string() + "': expected a file that can be read");
    std::string bytes(static_cast<std::size_t>(std::min(size, 2 * kEnd)), '\0');
    const auto first = static_cast<std::streamsize>(std::min(size, kEnd));
    in.read(bytes.data(), first);
    if (size > kEnd) {
      in.seekg(static_cast<std::streamoff>(std::max(size - kEnd, kEnd)));
      in.read(bytes.data() + first, static_cast<std::streamsize>(bytes.size()) - first);
    }
    if (!in) throw Error("'" + file.string() + "': cannot be read");
    hash = hashOf(bytes, hashOf(file.filename().string(), mixed(hash, size)));
  }
  return hash;
}

}  // namespace headlight
