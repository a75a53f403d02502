#include "core/io/stored_place.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/checkpoint/safetensors.h"
#include "core/io/npz_reader.h"
#include "core/io/stored_contents.h"

namespace headlight {

namespace fs = std::filesystem;

StoredPlace storedPlace(const fs::path& place) {
  const std::string text = place.string();
  const std::size_t mark = text.rfind('#');
  if (mark == std::string::npos || isThere(place)) return {place, {}, false};
  StoredPlace found{text.substr(0, mark), text.substr(mark + 1), false};
  const auto cut = [&found](const std::string& word) {
    if (!found.part.ends_with(word)) return;
    found.part.resize(found.part.size() - word.size());
    found.softmax = true;
  };
  if (found.part == "softmax") cut("softmax");
  cut(",softmax");
  return found;
}

std::string storedWithSoftmax(const fs::path& place) {
  return place.string() + (storedPlace(place).part.empty() ? "#softmax" : ",softmax");
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
