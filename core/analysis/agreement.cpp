#include "core/analysis/agreement.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/analysis/checked_record.h"
#include "core/attention/trace.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"

namespace headlight {
namespace {

/// The rank of each number, none of them NaN, from 0; equal ones share the mean of theirs.
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

/// Fewer keys have too few orders to tell agreement from chance.
constexpr std::size_t kFewestRanked = 4;

/// The keys that `query` may see in the head's layer; throws Error for a head or a token that there is not.
Visibility::Range keysSeen(const Trace& trace, HeadId head, Index query) {
  const AttentionRecord& record = checkedRecord("methods side by side", trace, head, query);
  if (record.rule->visibility.windows)
    throw Error("methods side by side: expected keys one after the other, found a window of a grid");
  return record.rule->visibility.visible(query, record.keys());
}

}  // namespace

double rankCorrelation(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size())
    throw Error("rank correlation: expected as many numbers on both sides, found " + std::to_string(a.size()) +
                " and " + std::to_string(b.size()));
  std::vector<double> known, others;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!std::isnan(a[i]) && !std::isnan(b[i])) {
      known.push_back(a[i]);
      others.push_back(b[i]);
    }
  if (known.size() < 2) return 0;
  Eigen::ArrayXd x = ranksOf(known), y = ranksOf(others);
  x -= x.mean();
  y -= y.mean();
  const double spread = std::sqrt(x.square().sum() * y.square().sum());
  return spread > 0 ? (x * y).sum() / spread : 0;
}

const MethodAgainstRaw* WeightAgreement::least() const {
  const MethodAgainstRaw* found = nullptr;
  for (const MethodAgainstRaw& row : rows)
    if (row.agreement && (!found || *row.agreement < *found->agreement)) found = &row;
  return found;
}

const MethodAgainstRaw* WeightAgreement::nearestToEffect() const {
  const MethodAgainstRaw* found = nullptr;
  for (const MethodAgainstRaw& row : rows)
    if (row.withEffect && (!found || *row.withEffect > *found->withEffect)) found = &row;
  return found;
}

void WeightAgreement::add(std::vector<MethodAgainstRaw> evidence) {
  for (MethodAgainstRaw& row : evidence) {
    const auto behind =
        std::find_if(rows.begin(), rows.end(), [&](const auto& each) { return each.scope > row.scope; });
    if (row.scope != RowScope::Model && row.row.size() >= kFewestRanked)
      for (const MethodAgainstRaw& raw : rows)
        if (raw.is(Method::Raw) && raw.scope == row.scope) row.agreement = rankCorrelation(raw.row, row.row);
    rows.insert(behind, std::move(row));
  }
  const auto effect = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.is(Evidence::Hiding); });
  if (effect == rows.end() || effect->row.size() < kFewestRanked) return;
  const std::vector<double> measured = effect->row;
  for (MethodAgainstRaw& row : rows)
    if (!row.is(Evidence::Hiding)) row.withEffect = rankCorrelation(measured, row.row);
}

WeightAgreement methodsAgainstRaw(std::shared_ptr<const Trace> trace, HeadId head, Index query,
                             const std::vector<MethodMaps>& methods) {
  const Visibility::Range range = keysSeen(*trace, head, query);
  const Rect place{query, range.begin, 1, range.end - range.begin};
  const auto numbers = [&](const AttentionMaps& maps, HeadId of) {
    const Matrix row = maps.weights(of, place);
    return std::vector<double>(row.data(), row.data() + row.size());
  };
  WeightAgreement result;
  for (Index k = range.begin; k < range.end; ++k) result.keys.push_back(k);
  const TraceMaps weights(std::move(trace), head.attention);
  const std::vector<double> own = numbers(weights, head);
  std::vector<double> mean(own.size());
  for (int h = 0; h < weights.heads(); ++h) {
    const std::vector<double> each = numbers(weights, {head.layer, h});
    for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += each[k] / weights.heads();
  }
  for (const bool perHead : {true, false}) {
    const std::vector<double>& raw = perHead ? own : mean;
    const RowScope scope = perHead ? RowScope::Head : RowScope::Layer;
    result.rows.push_back({Method::Raw, scope, raw, {}});
    for (const MethodMaps& each : methods) {
      if (each.method == Method::Raw || methodInfo(each.method).perHead != perHead) continue;
      MethodAgainstRaw row{each.method, scope, numbers(*each.maps, perHead ? head : HeadId{head.layer, 0}), {}};
      if (raw.size() >= kFewestRanked) row.agreement = rankCorrelation(raw, row.row);
      result.rows.push_back(std::move(row));
    }
  }
  return result;
}

}  // namespace headlight
