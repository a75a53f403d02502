#include "core/corpus/head_likeness.h"

#include <algorithm>
#include <cmath>

namespace headlight {

std::vector<LikeHead> headsLike(const CorpusStats& stats, std::size_t head) {
  std::vector<LikeHead> like;
  std::vector<double> squares(stats.heads.size());
  int counted = 0;
  const auto count = static_cast<double>(stats.heads.size());
  for (std::size_t metric = 0; !stats.heads.empty() && metric < stats.heads.front().metrics.size(); ++metric) {
    const auto of = [&](std::size_t i) -> const Distribution& { return stats.heads[i].metrics[metric].texts; };
    double sum = 0, both = 0;
    bool all = true;
    for (std::size_t i = 0; i < stats.heads.size(); ++i) {
      all = all && of(i).count > 0;
      sum += of(i).mean();
    }
    for (std::size_t i = 0; i < stats.heads.size(); ++i) both += std::pow(of(i).mean() - sum / count, 2);
    const double deviation = std::sqrt(both / count);
    constexpr double kNoDifference = 1e-9;
    if (!all || !(deviation > kNoDifference)) continue;
    ++counted;
    for (std::size_t i = 0; i < stats.heads.size(); ++i)
      squares[i] += std::pow((of(i).mean() - of(head).mean()) / deviation, 2);
  }
  for (std::size_t i = 0; i < stats.heads.size(); ++i)
    if (i != head) like.push_back({i, counted > 0 ? std::sqrt(squares[i] / counted) : 0});
  std::stable_sort(like.begin(), like.end(),
                   [](const LikeHead& a, const LikeHead& b) { return a.distance < b.distance; });
  return like;
}

}  // namespace headlight
