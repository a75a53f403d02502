#pragma once

#include <string>
#include <utility>
#include <vector>

namespace headlight {

class StoredNotes;

/// Likely answers that a file brings with it, best first.
struct StoredPrediction {
  std::string title;
  std::vector<std::pair<std::string, double>> answers;
};

/// Those of the notes, in their order; throws Error for what is none.
std::vector<StoredPrediction> storedPredictions(const StoredNotes& notes);

}  // namespace headlight
