#include "core/intervention/intervention.h"

#include <algorithm>

namespace headlight {

const HeadSet& headsOf(const Intervention& intervention) {
  static const HeadSet all;
  // Key/value heads have numbers of their own.
  if (const auto* change = std::get_if<ChangeValues>(&intervention))
    return change->site == LayerSite::Query || change->site == LayerSite::HeadOutput ? change->places : all;
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
  using By = ChangeValues::By;
  if (const auto* change = std::get_if<ChangeValues>(&intervention);
      change && (change->by == By::MeanOfOther || change->by == By::Resample || change->by == By::Patch))
    return &change->other;
  return nullptr;
}

const std::string* otherFileOf(const Intervention& intervention) {
  if (const auto* steer = std::get_if<Steer>(&intervention)) return &steer->file;
  if (const auto* change = std::get_if<ChangeValues>(&intervention);
      change && change->by == ChangeValues::By::MeanOfFile)
    return &change->other;
  return nullptr;
}

int drawsOf(const std::vector<Intervention>& interventions) {
  int draws = 1;
  for (const Intervention& intervention : interventions)
    if (const auto* dropout = std::get_if<Dropout>(&intervention)) draws = std::max(draws, dropout->draws);
  return draws;
}

}  // namespace headlight
