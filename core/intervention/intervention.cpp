#include "core/intervention/intervention.h"

#include <algorithm>

namespace headlight {

const HeadSet& headsOf(const Intervention& intervention) {
  static const HeadSet all;
  return std::visit(
      [](const auto& one) -> const HeadSet& {
        if constexpr (requires { one.heads; })
          return one.heads;
        else
          return all;  // What is read, and what experts give, reaches every head.
      },
      intervention);
}

const std::string* otherTextOf(const Intervention& intervention) {
  if (const auto* patch = std::get_if<ActivationPatch>(&intervention)) return &patch->other;
  if (const auto* ablate = std::get_if<Ablate>(&intervention); ablate && ablate->by == Ablate::By::MeanOfOther)
    return &ablate->other;
  return nullptr;
}

int drawsOf(const std::vector<Intervention>& interventions) {
  int draws = 1;
  for (const Intervention& intervention : interventions)
    if (const auto* dropout = std::get_if<Dropout>(&intervention)) draws = std::max(draws, dropout->draws);
  return draws;
}

}  // namespace headlight
