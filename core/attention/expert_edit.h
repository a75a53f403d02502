#pragma once

#include <vector>

namespace headlight {

/// A change of a router's choice in one layer; of several about an expert and a token the last one counts.
struct ExpertEdit {
  enum class Kind {
    Off,   ///< As if the router's logit were -infinity, and never chosen.
    Force  ///< Chosen, whatever its logit, which still makes its weight; the router chooses the others.
  };
  int expert = 0;
  Kind kind = Kind::Off;
  std::vector<bool> tokens;  ///< [N]; empty for every token.

  bool operator==(const ExpertEdit&) const = default;
};

}  // namespace headlight
