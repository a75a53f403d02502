#pragma once

#include <string>
#include <vector>

#include "ui/state/panel_lens.h"

namespace headlight {

/// What files and the command line call a kind of lens.
struct LensWords {
  PanelLens::Kind kind;
  const char* inSessions;     ///< "without special tokens"
  const char* onCommandLine;  ///< "no-specials"
  const char* value = "";     ///< What follows on the command line: ":N".
};
const std::vector<LensWords>& lensWords();
/// All of them as the command line writes them: "words, sentences, …, threshold:W, …".
std::string lensList();

/// The lens that "words", "top:3" or "threshold:0.1" means; throws Error that names the lenses there are.
PanelLens lensFromWord(const std::string& word);
/// The word that lensFromWord reads as `lens`; empty for one that has none: rows that are not renormalised.
std::string wordOf(const PanelLens& lens);

}  // namespace headlight
