#include "core/attention/experts.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

namespace headlight {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();
constexpr float kAlways = std::numeric_limits<float>::infinity();

std::vector<float> softmax(std::vector<float> logits) {
  if (logits.empty()) return logits;
  const float largest = *std::max_element(logits.begin(), logits.end());
  if (largest == kNever) return std::vector<float>(logits.size());
  double sum = 0;
  for (float& x : logits) {
    x = x == kNever ? 0 : std::exp(x - largest);
    sum += static_cast<double>(x);
  }
  for (float& x : logits) x = static_cast<float>(static_cast<double>(x) / sum);
  return logits;
}

/// The places of the `count` largest numbers, the largest first; of equal ones the first.
std::vector<int> placesOfLargest(const std::vector<float>& numbers, Index count) {
  std::vector<int> places(numbers.size());
  std::iota(places.begin(), places.end(), 0);
  const auto end = places.begin() + std::min<std::ptrdiff_t>(count, static_cast<std::ptrdiff_t>(places.size()));
  std::partial_sort(places.begin(), end, places.end(), [&](int a, int b) {
    const float x = numbers[static_cast<std::size_t>(a)], y = numbers[static_cast<std::size_t>(b)];
    return x != y ? x > y : a < b;
  });
  places.erase(end, places.end());
  return places;
}

/// Rules out the experts of groups that are not chosen.
void keepGroups(const ExpertRule& rule, std::vector<float>& scores) {
  const std::size_t size = scores.size() / static_cast<std::size_t>(rule.groups);
  std::vector<float> groups;
  for (std::size_t at = 0; at < scores.size(); at += size) {
    std::vector<float> own(scores.begin() + static_cast<std::ptrdiff_t>(at),
                           scores.begin() + static_cast<std::ptrdiff_t>(at + size));
    std::partial_sort(own.begin(), own.begin() + std::min<std::ptrdiff_t>(2, static_cast<std::ptrdiff_t>(size)),
                      own.end(), std::greater<>());
    groups.push_back(rule.byTwoBest && size > 1 ? own[0] + own[1] : own[0]);
  }
  const std::vector<int> kept = placesOfLargest(groups, rule.chosenGroups);
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (std::find(kept.begin(), kept.end(), static_cast<int>(i / size)) == kept.end()) scores[i] = kNever;
}

struct Chosen {
  std::vector<int> experts;
  std::vector<float> weights;
};

/// What is changed for one token.
struct TokenEdits {
  std::vector<char> off, forced;  ///< [experts]; empty where nothing is changed.

  bool isOff(std::size_t expert) const { return !off.empty() && off[expert]; }
  bool isForced(std::size_t expert) const { return !forced.empty() && forced[expert]; }
};

TokenEdits editsAt(const std::vector<ExpertEdit>& edits, Index token, std::size_t experts) {
  TokenEdits own;
  for (const ExpertEdit& edit : edits) {
    if (!edit.tokens.empty() && !edit.tokens[static_cast<std::size_t>(token)]) continue;
    own.off.resize(experts);
    own.forced.resize(experts);
    own.off[static_cast<std::size_t>(edit.expert)] = edit.kind == ExpertEdit::Kind::Off;
    own.forced[static_cast<std::size_t>(edit.expert)] = edit.kind == ExpertEdit::Kind::Force;
  }
  return own;
}

/// SparseMixer: the softmax over those of the logits `left` that are near that of expert `best`; [experts].
std::vector<float> sharesNear(const ExpertRule& rule, const std::vector<float>& logits, const std::vector<float>& left,
                              int best) {
  const float most = left[static_cast<std::size_t>(best)];
  std::vector<float> near = left;
  for (std::size_t e = 0; e < near.size(); ++e)
    if ((most - logits[e]) / std::max(std::abs(logits[e]), most) > 2 * rule.jitter) near[e] = kNever;
  return softmax(near);
}

/// One expert after the other, each with a softmax over the logits that are near its own, which is the largest one left
/// unless it is forced.
Chosen sparseMixer(const ExpertRule& rule, const std::vector<float>& logits, const TokenEdits& edits) {
  Chosen chosen;
  std::vector<float> left = logits;
  for (Index k = 0; k < rule.chosen; ++k) {
    std::vector<float> forced = left;
    for (std::size_t e = 0; e < forced.size(); ++e)
      if (!edits.isForced(e)) forced[e] = kNever;
    int best = placesOfLargest(forced, 1).front();
    if (forced[static_cast<std::size_t>(best)] == kNever) best = placesOfLargest(left, 1).front();
    if (left[static_cast<std::size_t>(best)] == kNever) break;  // All others are switched off.
    chosen.experts.push_back(best);
    chosen.weights.push_back(sharesNear(rule, logits, left, best)[static_cast<std::size_t>(best)]);
    left[static_cast<std::size_t>(best)] = kNever;
  }
  return chosen;
}

Chosen choose(const ExpertRule& rule, std::vector<float> logits, const TokenEdits& edits) {
  using Scores = ExpertRule::Scores;
  for (std::size_t e = 0; e < logits.size(); ++e)
    if (edits.isOff(e)) logits[e] = kNever;
  if (rule.scores == Scores::SparseMixer) return sparseMixer(rule, logits, edits);
  std::vector<float> scores = logits;
  if (rule.scores == Scores::Softmax) scores = softmax(logits);
  if (rule.scores == Scores::Sigmoid)
    for (float& x : scores) x = 1 / (1 + std::exp(-x));
  std::vector<float> forChoice = scores;
  for (std::size_t e = 0; e < rule.correction.size(); ++e) forChoice[e] += rule.correction[e];
  const auto force = [&] {
    for (std::size_t e = 0; e < forChoice.size(); ++e)
      if (edits.isForced(e)) forChoice[e] = kAlways;
  };
  force();
  if (rule.groups > 1) {
    keepGroups(rule, forChoice);
    force();  // Groups of forced experts may be more than are chosen.
  }
  for (std::size_t e = 0; e < forChoice.size(); ++e)
    if (edits.isOff(e)) forChoice[e] = kNever;
  Chosen chosen;
  chosen.experts = placesOfLargest(forChoice, rule.chosen);
  std::erase_if(chosen.experts, [&](int e) { return forChoice[static_cast<std::size_t>(e)] == kNever; });
  for (const int e : chosen.experts) chosen.weights.push_back(scores[static_cast<std::size_t>(e)]);
  if (rule.scores == Scores::SoftmaxOfChosen) chosen.weights = softmax(chosen.weights);
  float divisor = 1;
  if (rule.renormalised)
    divisor = std::max(std::accumulate(chosen.weights.begin(), chosen.weights.end(), 0.0F), rule.least);
  for (float& weight : chosen.weights) weight = weight / divisor * rule.scale;
  return chosen;
}

/// Back through a softmax that gave `shares`: from the derivatives with respect to these, added to `to`.
template <class To>
void backThroughSoftmax(const std::vector<float>& shares, const std::vector<double>& gradient, const To& to) {
  double mean = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) mean += static_cast<double>(shares[i]) * gradient[i];
  for (std::size_t i = 0; i < shares.size(); ++i) to(i, static_cast<double>(shares[i]) * (gradient[i] - mean));
}

/// One row of backThroughChoice(); `gradient` and what is returned have a number for each expert.
std::vector<double> backThroughRow(const ExpertRule& rule, const std::vector<float>& logits,
                                   const std::vector<double>& gradient) {
  using Scores = ExpertRule::Scores;
  std::vector<double> back(logits.size());
  // Those that an expert had no room for count in the sum all the same.
  const std::vector<int> chosen = choose(rule, logits, {}).experts;
  const auto of = [](int expert) { return static_cast<std::size_t>(expert); };
  if (rule.scores == Scores::SparseMixer) {
    std::vector<float> left = logits;
    for (const int e : chosen) {
      std::vector<double> own(logits.size());
      own[of(e)] = gradient[of(e)];
      backThroughSoftmax(sharesNear(rule, logits, left, e), own, [&](std::size_t i, double d) { back[i] += d; });
      left[of(e)] = kNever;
    }
    return back;
  }
  // 1. Through the division of the chosen scores by their sum.
  std::vector<float> all = rule.scores == Scores::Softmax ? softmax(logits) : logits, scores;
  for (const int e : chosen)
    scores.push_back(rule.scores == Scores::Sigmoid ? 1 / (1 + std::exp(-logits[of(e)])) : all[of(e)]);
  if (rule.scores == Scores::SoftmaxOfChosen) scores = softmax(scores);
  double sum = 0, weighted = 0;
  for (std::size_t k = 0; k < chosen.size(); ++k) {
    sum += static_cast<double>(scores[k]);
    weighted += static_cast<double>(scores[k]) * gradient[of(chosen[k])];
  }
  const auto least = static_cast<double>(rule.least), scale = static_cast<double>(rule.scale);
  const double divisor = rule.renormalised ? std::max(sum, least) : 1;
  const double mean = rule.renormalised && sum > least ? weighted / sum : 0;
  std::vector<double> toScores;
  for (const int e : chosen) toScores.push_back((gradient[of(e)] - mean) * scale / divisor);
  // 2. Through the scores.
  if (rule.scores == Scores::Softmax) {
    std::vector<double> toAll(logits.size());
    for (std::size_t k = 0; k < chosen.size(); ++k) toAll[of(chosen[k])] = toScores[k];
    backThroughSoftmax(all, toAll, [&](std::size_t i, double d) { back[i] = d; });
  } else if (rule.scores == Scores::SoftmaxOfChosen) {
    backThroughSoftmax(scores, toScores, [&](std::size_t k, double d) { back[of(chosen[k])] = d; });
  } else {
    for (std::size_t k = 0; k < chosen.size(); ++k) {
      const auto s = static_cast<double>(scores[k]);
      back[of(chosen[k])] = toScores[k] * s * (1 - s);
    }
  }
  return back;
}

}  // namespace

ExpertChoice chooseExperts(const ExpertRule& rule, MatrixView logits, const std::vector<ExpertEdit>& edits,
                           Index first) {
  ExpertChoice choice;
  std::vector<Index> taken(static_cast<std::size_t>(logits.cols()));
  for (Index i = 0; i < logits.rows(); ++i) {
    const auto experts = static_cast<std::size_t>(logits.cols());
    Chosen of =
        choose(rule, {logits.row(i).data(), logits.row(i).data() + experts}, editsAt(edits, first + i, experts));
    for (std::size_t k = 0; rule.capacity > 0 && k < of.experts.size();) {
      if (++taken[static_cast<std::size_t>(of.experts[k])] <= rule.capacity) {
        ++k;
        continue;
      }
      of.experts.erase(of.experts.begin() + static_cast<std::ptrdiff_t>(k));
      of.weights.erase(of.weights.begin() + static_cast<std::ptrdiff_t>(k));
    }
    choice.experts.push_back(std::move(of.experts));
    choice.weights.push_back(std::move(of.weights));
  }
  return choice;
}

Matrix backThroughChoice(const ExpertRule& rule, MatrixView logits, MatrixView gradient) {
  Matrix back(logits.rows(), logits.cols());
  const auto experts = static_cast<std::size_t>(logits.cols());
  for (Index i = 0; i < logits.rows(); ++i) {
    const Eigen::RowVectorXd own = gradient.row(i).cast<double>();
    const std::vector<double> row = backThroughRow(rule, {logits.row(i).data(), logits.row(i).data() + experts},
                                                   {own.data(), own.data() + experts});
    for (std::size_t e = 0; e < experts; ++e) back(i, static_cast<Index>(e)) = static_cast<float>(row[e]);
  }
  return back;
}

}  // namespace headlight
