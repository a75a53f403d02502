#pragma once

#include <optional>
#include <string_view>

namespace headlight {

/// Whether `a` comes before `b` where digits that follow one another count as a number: step-9 before step-10.
bool naturallyBefore(std::string_view a, std::string_view b);

/// The last number in a name, the step of a checkpoint: 143000 of "pythia-70m-step143000"; nothing without one.
std::optional<double> stepIn(std::string_view name);

}  // namespace headlight
