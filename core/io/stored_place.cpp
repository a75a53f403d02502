#include "core/io/stored_place.h"

#include <algorithm>
#include <charconv>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/checkpoint/gguf/gguf_file.h"
#include "core/checkpoint/safetensors.h"
#include "core/io/npz_reader.h"
#include "core/io/stored_contents.h"

namespace headlight {

namespace fs = std::filesystem;

namespace {

/// 2 of "row=2".
std::optional<std::int64_t> rowOf(std::string_view word) {
  constexpr std::string_view kRow = "row=";
  if (!word.starts_with(kRow)) return {};
  word.remove_prefix(kRow.size());
  std::int64_t row = -1;
  const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), row);
  return failed == std::errc() && end == word.data() + word.size() && row >= 0 ? std::optional(row) : std::nullopt;
}

/// `place` with another word after its "#".
std::string storedWith(const fs::path& place, const std::string& word) {
  return place.string() + (storedPlace(place).file == place ? "#" : ",") + word;
}

}  // namespace

StoredPlace storedPlace(const fs::path& place) {
  const std::string text = place.string();
  const std::size_t mark = text.rfind('#');
  if (mark == std::string::npos || isThere(place)) return {place};
  StoredPlace found{text.substr(0, mark)};
  for (std::size_t at = mark; at < text.size();) {
    const std::size_t next = std::min(text.find(',', at + 1), text.size());
    const std::string_view word = std::string_view(text).substr(at + 1, next - at - 1);
    at = next;
    const auto row = rowOf(word);
    if (word == "softmax")
      found.softmax = true;
    else if (row)
      found.row = row;
    else
      found.part += (found.part.empty() ? "" : ",") + std::string(word);
  }
  return found;
}

std::string storedWithSoftmax(const fs::path& place) { return storedWith(place, "softmax"); }
std::string storedWithRow(const fs::path& place, std::int64_t row) {
  return storedWith(place, "row=" + std::to_string(row));
}

bool namesAttentionFile(const std::filesystem::path& place) {
  const std::filesystem::path file = storedPlace(place).file;
  return isFile(file) && file.extension() != ".gguf" && !isGguf(file);
}

bool looksLikeTensors(const fs::path& place) {
  const fs::path file = storedPlace(place).file;
  if (!isFile(file)) return false;
  if (!isTorchFile(file) && file.extension() != ".safetensors") return isNumpyFile(file);
  // Text has no zero byte; the sizes at the beginning of such a file have some.
  return beginningOf(file, 64).find('\0') != std::string::npos;
}

bool holdsAttention(const fs::path& place) {
  const fs::path file = storedPlace(place).file;
  if (!isFile(file)) return false;
  if (isNumpyFile(file)) return true;
  if (isTorchFile(file)) {
    try {
      const StoredContents contents = storedContents(file, false);
      return hasStoredWeights(contents, {}) || hasStoredScores(contents, {});
    } catch (const Error&) {
      return false;
    }
  }
  if (file.extension() != ".safetensors") return false;
  try {
    StoredContents contents;
    contents.tensors = readSafetensors(file);
    return std::any_of(std::begin(kStoredParts), std::end(kStoredParts), [&](const std::string_view name) {
      const std::string part(name);
      return hasStoredWeights(contents, part) || hasStoredScores(contents, part);
    });
  } catch (const Error&) {
    return false;
  }
}

}  // namespace headlight
