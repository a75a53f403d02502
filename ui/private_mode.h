#pragma once

namespace headlight {

/// Whether this run of the program keeps no history: no recent models, sessions and folders, no copy of the session
/// while it runs, no place of the window. What a person sets (colours, size of text) is kept. Set once, at the start.
inline bool& privateMode() {
  static bool on = false;
  return on;
}

}  // namespace headlight
