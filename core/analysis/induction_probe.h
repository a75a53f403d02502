#pragma once

#include <cstdint>
#include <vector>

#include "core/analysis/head_labels.h"
#include "core/model/model.h"

namespace headlight {

/// What a head does when it reads random tokens twice: the automatic probe of induction (Olsson et al. 2022).
struct ProbeScores {
  LabelScore induction;                       ///< Mass on the token after the earlier occurrence, the sink taken out.
  double inductionRaw = 0, duplicateRaw = 0;  ///< With the sink: on that token, and on the earlier occurrence itself.
};

/// The texts of the probe.
struct ProbeSetup {
  std::vector<std::int64_t> candidates, begin, end;
  Index period = 24;
  int repeats = 4;
  std::uint64_t seed = 1;
};

/// Runs `model` over `repeats` texts of `period` random tokens said twice, after a first token as the model's own texts
/// have it (`begin`, such as [CLS], and `end`), drawn from `candidates`; the scores of every head, [layer][head]. A
/// period that the model has no positions for is made shorter. Throws Error without candidates, or Cancelled.
std::vector<std::vector<ProbeScores>> probeInduction(const Model& model, const ProbeSetup& setup,
                                                     const Progress& progress = {});

}  // namespace headlight
