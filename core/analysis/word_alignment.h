#pragma once

#include <vector>

#include "core/attention/attention_maps.h"

namespace headlight {

// What cross-attention says about which words of a source a translation was made of. Over words in place of tokens when
// the maps are seen through GroupedMaps, over a mean of heads when through such a lens.

/// The key that a query looks at most.
struct AlignedToken {
  Index query = 0, key = 0;
  double weight = 0;
};

/// The hard alignment of a head: for each query the key of its largest weight, the first of equal ones (Garg et al.
/// 2019, section 3). Queries without any weight are left out. Keys where `isLeftOut` is true are not aligned with, as
/// the end of a sentence, on which heads park attention; empty for none.
std::vector<AlignedToken> hardAlignment(const AttentionMaps& maps, HeadId head, const std::vector<bool>& isLeftOut = {},
                                        const Progress& progress = {});

/// How much attention each key gets in all, [keys] (Tu et al. 2016, "coverage"): about 1 where it was translated once.
/// Rows where `isLeftOut` is true do not count; empty for none.
std::vector<double> coverage(const AttentionMaps& maps, HeadId head, const std::vector<bool>& isLeftOut = {},
                             const Progress& progress = {});

}  // namespace headlight
