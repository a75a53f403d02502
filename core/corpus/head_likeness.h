#pragma once

#include <cstddef>
#include <vector>

#include "core/corpus/corpus_stats.h"

namespace headlight {

/// Another head, and how far it is from one.
struct LikeHead {
  std::size_t head = 0;
  double distance = 0;
};

/// The other heads by how alike they are to `head` over many texts, the most alike first: the root mean square, over
/// all metrics and patterns that every head has and in which heads differ, of the difference of both means over texts,
/// in standard deviations over all heads. Two heads drawn at random are about 1.4 apart.
std::vector<LikeHead> headsLike(const CorpusStats& stats, std::size_t head);

}  // namespace headlight
