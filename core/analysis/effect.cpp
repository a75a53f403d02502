#include "core/analysis/effect.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/similarity.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/model/predictions.h"

namespace headlight {

std::vector<Index> answerRows(const ModelInfo& info, const Trace& trace, const Tokenizer* tokenizer) {
  std::vector<Index> rows;
  switch (info.head) {
    case OutputHeadKind::CausalLm:
      return {static_cast<Index>(trace.encoding.size()) - 1};
    case OutputHeadKind::MaskedLm: {
      const auto mask = tokenizer ? tokenizer->maskId() : std::nullopt;
      if (!mask) throw Error("model '" + info.name + "': expected a tokenizer that names a mask token, found none");
      for (std::size_t i = 0; i < trace.encoding.size(); ++i)
        if (trace.encoding.tokens[i].id == *mask) rows.push_back(static_cast<Index>(i));
      if (rows.empty())
        throw Error("text: expected at least one " + tokenizer->tokenOf(*mask).value_or("mask token") +
                    " to fill, found none");
      return rows;
    }
    case OutputHeadKind::SequenceClassification:
      return {0};
    case OutputHeadKind::TokenClassification:
    case OutputHeadKind::ReplacedTokenDetection:
      for (std::size_t i = 0; i < trace.encoding.size(); ++i) rows.push_back(static_cast<Index>(i));
      return rows;
    case OutputHeadKind::None:
      break;
  }
  throw Error("model '" + info.name + "': expected a model with an output head, found a base model");
}

double divergence(const std::vector<double>& logP, const std::vector<double>& logQ) {
  double sum = 0;
  for (std::size_t i = 0; i < logP.size(); ++i)
    if (const double p = std::exp(logP[i]); p > 0) sum += p * (logP[i] - logQ[i]);
  return sum;
}

double divergence(const Logits& p, const Logits& q, Index row) {
  std::vector<double> logP = logProbabilities(p, row), logQ = logProbabilities(q, row);
  if (p.independent()) {
    // ln(1 - sigmoid(x)) = ln sigmoid(-x)
    Logits noP(-p.row(row)), noQ(-q.row(row));
    noP.setIndependent(true);
    noQ.setIndependent(true);
    for (const auto& [no, all] : {std::pair{&noP, &logP}, std::pair{&noQ, &logQ}}) {
      const std::vector<double> more = logProbabilities(*no, 0);
      all->insert(all->end(), more.begin(), more.end());
    }
  }
  return divergence(logP, logQ);
}

std::vector<HeadDistance> headChanges(std::shared_ptr<const Trace> before, std::shared_ptr<const Trace> after,
                                    const Progress& progress) {
  const TraceMaps a(std::move(before)), b(std::move(after));
  if (a.layers() != b.layers() || a.heads() != b.heads())
    throw Error("changes of heads: expected runs of the same model, found " + std::to_string(a.layers()) + " × " +
                std::to_string(a.heads()) + " and " + std::to_string(b.layers()) + " × " + std::to_string(b.heads()) +
                " heads");
  return rankDifferences(a, b, progress);
}

}  // namespace headlight
