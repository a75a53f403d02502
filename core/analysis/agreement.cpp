#include "core/analysis/agreement.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/attention/trace.h"
#include "core/base/error.h"

namespace headlight {
namespace {

/// The rank of each number, from 0; equal ones share the mean of theirs.
Eigen::ArrayXd ranksOf(const std::vector<double>& numbers) {
  std::vector<std::size_t> order(numbers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return numbers[a] < numbers[b]; });
  Eigen::ArrayXd ranks(static_cast<Index>(numbers.size()));
  for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
    while (to < order.size() && numbers[order[to]] == numbers[order[from]]) ++to;
    const double rank = static_cast<double>(from + to - 1) / 2;
    for (std::size_t i = from; i < to; ++i) ranks[static_cast<Index>(order[i])] = rank;
  }
  return ranks;
}

}  // namespace

double rankCorrelation(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size())
    throw Error("rank correlation: expected as many numbers on both sides, found " + std::to_string(a.size()) +
                " and " + std::to_string(b.size()));
  if (a.size() < 2) return 0;
  Eigen::ArrayXd x = ranksOf(a), y = ranksOf(b);
  x -= x.mean();
  y -= y.mean();
  const double spread = std::sqrt(x.square().sum() * y.square().sum());
  return spread > 0 ? (x * y).sum() / spread : 0;
}

SideBySide methodsSideBySide(std::shared_ptr<const Model> model, std::shared_ptr<const Trace> trace, HeadId head,
                             Index query, const std::vector<Method>& chosen, const Progress& progress) {
  const auto within = [](const char* what, Index value, Index count) {
    if (value < 0 || value >= count)
      throw Error("methods side by side: " + std::string(what) + " " + std::to_string(value) + ": expected 0 to " +
                  std::to_string(count - 1));
  };
  within("layer", head.layer, static_cast<Index>(trace->layers.size()));
  const AttentionRecord& record = trace->layers[static_cast<std::size_t>(head.layer)];
  within("head", head.head, record.rule->heads);
  within("token", query, record.queries());

  SideBySide result;
  const auto range = record.rule->visibility.visible(query, record.keys());
  for (Index k = range.begin; k < range.end; ++k) result.keys.push_back(k);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const auto maps = attentionBy(chosen[i], model, trace,
                                  progress.slice(static_cast<double>(i) / static_cast<double>(chosen.size()),
                                                 static_cast<double>(i + 1) / static_cast<double>(chosen.size())));
    const Matrix row = maps->weights({head.layer, maps->heads() > 1 ? head.head : 0},
                                     {query, range.begin, 1, range.end - range.begin});
    result.rows.push_back({chosen[i], {row.data(), row.data() + row.size()}});
  }
  const auto count = static_cast<Index>(chosen.size());
  result.agreement = Eigen::MatrixXd::Identity(count, count);
  for (Index a = 0; a < count; ++a)
    for (Index b = a + 1; b < count; ++b) {
      const MethodRow &x = result.rows[static_cast<std::size_t>(a)], &y = result.rows[static_cast<std::size_t>(b)];
      const double rho = rankCorrelation(x.row, y.row);
      result.agreement(a, b) = result.agreement(b, a) = rho;
      if (rho < result.lowest) {
        result.lowest = rho;
        result.lowestA = x.method;
        result.lowestB = y.method;
      }
    }
  return result;
}

}  // namespace headlight
