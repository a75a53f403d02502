#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/io/stored_maps.h"
#include "core/io/stored_notes.h"

namespace headlight {

/// Which layer of a part is meant, and where it lies among those that the file has of it.
struct StoredLayer {
  std::string part;
  int number = 0;
  std::size_t place = 0, count = 1;
};

/// Whether a query sees no key after its own; none where the notes do not say.
std::optional<bool> storedCausal(const StoredNotes& notes, const StoredLayer& layer);

/// Which keys a query sees of `keys`, by what the notes say of the window; the last query stands at the last key,
/// except in cross-attention.
Visibility storedVisibility(const StoredNotes& notes, const StoredLayer& layer, bool causal, Index queries, Index keys);

/// Layer → queries and keys of `part`, with all that makes weights of them. Throws Error for tensors that do not fit,
/// and for notes and terms that are not what they must be.
std::map<int, StoredScores> storedScores(const StoredContents& from, const StoredNotes& notes, const std::string& part);

}  // namespace headlight
