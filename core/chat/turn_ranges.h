#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/chat/value.h"
#include "core/text/encoding.h"

namespace headlight {

/// A part of what a chat template writes that is a part of what a turn says.
struct TurnRange {
  TextRange range;  ///< In code points.
  int turn = 0;     ///< From 0.
  bool operator==(const TurnRange&) const = default;
};

/// Where a template has written what the turns say.
struct TurnRanges {
  std::vector<TurnRange> ranges;  ///< Ascending, not overlapping.
  std::vector<int> missed;        ///< Turns that say something, none of which is found as it was said.
};

/// Finds in `written`, which is what `write` makes of `messages` (dictionaries), what each of them says. Marks are put
/// around the texts, and `write` is called again; it counts only where the marked text is `written` once the marks are
/// out of it, so that a template which looks into the texts is not taken in. What cannot be marked is searched for.
TurnRanges turnRanges(const std::vector<chat::Value>& messages, const std::string& written,
                      const std::function<std::string(std::vector<chat::Value>)>& write);

}  // namespace headlight
