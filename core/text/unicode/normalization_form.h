#pragma once

#include "core/text/unicode/aligned_text.h"

namespace headlight {

/// A normalization form of UAX #15.
enum class NormalizationForm { Nfc, Nfd, Nfkc, Nfkd };

/// `text` in `form`, by the tables of Unicode 9 like the reference engine. A composed character keeps the range of its
/// first part, the parts of a decomposed one share its range.
AlignedText normalizeTo(NormalizationForm form, const AlignedText& text, TextArena& arena);

}  // namespace headlight
