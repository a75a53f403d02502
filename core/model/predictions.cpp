#include "core/model/predictions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"

namespace headlight {
namespace {

template <typename TextOf>
std::vector<Prediction> likeliest(const std::vector<double>& logProbabilities, int count, const TextOf& textOf) {
  std::vector<std::int64_t> ids(logProbabilities.size());
  std::iota(ids.begin(), ids.end(), 0);
  const auto most = std::min(ids.size(), static_cast<std::size_t>(std::max(count, 0)));
  const auto at = [&](std::int64_t id) { return logProbabilities[static_cast<std::size_t>(id)]; };
  std::partial_sort(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(most), ids.end(),
                    [&](std::int64_t a, std::int64_t b) { return at(a) != at(b) ? at(a) > at(b) : a < b; });
  std::vector<Prediction> out;
  for (std::size_t i = 0; i < most; ++i) out.push_back({ids[i], textOf(ids[i]), std::exp(at(ids[i])), at(ids[i])});
  return out;
}

std::vector<Prediction> tokensAt(const Trace& trace, Index row, int count, const Tokenizer* tokenizer) {
  return likeliestTokens(logProbabilities(trace.logits, row), count, tokenizer);
}

std::string labelOf(const ModelInfo& info, std::int64_t id) {
  return id < static_cast<std::int64_t>(info.labels.size()) ? info.labels[static_cast<std::size_t>(id)]
                                                            : "LABEL_" + std::to_string(id);
}

}  // namespace

std::string textOfToken(std::int64_t id, const Tokenizer* tokenizer) {
  return tokenizer && id < tokenizer->vocabularySize() ? tokenizer->displayOf(id) : std::to_string(id);
}

std::vector<Prediction> likeliestTokens(const std::vector<double>& logProbabilities, int count,
                                        const Tokenizer* tokenizer) {
  return likeliest(logProbabilities, count, [tokenizer](std::int64_t id) { return textOfToken(id, tokenizer); });
}

std::vector<double> logProbabilities(const Logits& logits, Index row) {
  if (row < 0 || row >= logits.rows() || logits.cols() == 0)
    throw Error("predictions at token " + std::to_string(row) + ": the run has logits for " +
                std::to_string(logits.rows()) + " tokens");
  const Logits::Row values = logits.row(row);
  std::vector<double> out(values.begin(), values.end());
  if (logits.independent()) {
    for (double& value : out) value = std::min(value, 0.0) - std::log1p(std::exp(-std::abs(value)));
    return out;
  }
  const double largest = *std::max_element(out.begin(), out.end());
  double sum = 0;
  for (const double value : out) sum += std::exp(value - largest);
  const double logSum = largest + std::log(sum);
  for (double& value : out) value -= logSum;
  return out;
}

std::vector<Prediction> nextTokens(const Trace& trace, Index at, int count, const Tokenizer* tokenizer) {
  return tokensAt(trace, at, count, tokenizer);
}

std::vector<PositionPredictions> maskedTokens(const Trace& trace, std::int64_t maskId, int count,
                                              const Tokenizer* tokenizer) {
  std::vector<PositionPredictions> out;
  for (std::size_t i = 0; i < trace.encoding.size(); ++i)
    if (trace.encoding.tokens[i].id == maskId)
      out.push_back({static_cast<Index>(i), tokensAt(trace, static_cast<Index>(i), count, tokenizer)});
  return out;
}

std::vector<Prediction> classes(const Trace& trace, const ModelInfo& info) {
  if (info.head != OutputHeadKind::SequenceClassification || trace.logits.size() == 0)
    throw Error("predictions: '" + info.name + "' is not a text classifier");
  if (trace.logits.cols() == 1 && !trace.logits.independent())
    return {{0, labelOf(info, 0), 0, 0, static_cast<double>(trace.logits(0, 0))}};
  return likeliest(logProbabilities(trace.logits, 0), static_cast<int>(trace.logits.cols()),
                   [&](std::int64_t id) { return labelOf(info, id); });
}

std::vector<PositionPredictions> tokenLabels(const Trace& trace, const ModelInfo& info) {
  const bool detection = info.head == OutputHeadKind::ReplacedTokenDetection;
  if ((!detection && info.head != OutputHeadKind::TokenClassification) || trace.logits.size() == 0)
    throw Error("predictions: '" + info.name + "' is not a token classifier");
  std::vector<PositionPredictions> out;
  trace.logits.all();  // Narrow rows, quicker together than one by one.
  for (Index i = 0; i < trace.logits.rows(); ++i) {
    if (!detection) {
      out.push_back({i, likeliest(logProbabilities(trace.logits, i), static_cast<int>(trace.logits.cols()),
                                  [&](std::int64_t id) { return labelOf(info, id); })});
      continue;
    }
    // One logit: the sigmoid of it is the probability that the token was replaced.
    Matrix two(1, 2);
    two << 0, trace.logits(i, 0);
    out.push_back(
        {i, likeliest(logProbabilities(two, 0), 2, [](std::int64_t id) { return id == 0 ? "original" : "replaced"; })});
  }
  return out;
}

}  // namespace headlight
