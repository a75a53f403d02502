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
    case HeadKind::CausalLm:
      return {static_cast<Index>(trace.encoding.size()) - 1};
    case HeadKind::MaskedLm: {
      const auto mask = tokenizer ? tokenizer->maskId() : std::nullopt;
      if (!mask) throw Error("model '" + info.name + "': expected a tokenizer that names a mask token, found none");
      for (std::size_t i = 0; i < trace.encoding.size(); ++i)
        if (trace.encoding.tokens[i].id == *mask) rows.push_back(static_cast<Index>(i));
      if (rows.empty())
        throw Error("text: expected at least one " + tokenizer->tokenOf(*mask).value_or("mask token") +
                    " to fill, found none");
      return rows;
    }
    case HeadKind::SequenceClassification:
      return {0};
    case HeadKind::TokenClassification:
    case HeadKind::ReplacedTokenDetection:
      for (std::size_t i = 0; i < trace.encoding.size(); ++i) rows.push_back(static_cast<Index>(i));
      return rows;
    case HeadKind::None:
      break;
  }
  throw Error("model '" + info.name + "': expected a model with a head, found a base model, which predicts nothing");
}

double divergence(const std::vector<double>& logP, const std::vector<double>& logQ) {
  double sum = 0;
  for (std::size_t i = 0; i < logP.size(); ++i)
    if (const double p = std::exp(logP[i]); p > 0) sum += p * (logP[i] - logQ[i]);
  return sum;
}

void runOtherTexts(std::vector<Intervention>& interventions, const ModelFolder& model, const Progress& progress) {
  for (Intervention& intervention : interventions) {
    OtherText* other = otherTextOf(intervention);
    if (!other || other->trace) continue;
    if (!model.tokenizer)
      throw Error("model '" + model.name + "': expected a tokenizer to read '" + other->text + "' with, found none");
    RunOptions options;
    options.logits = false;
    options.progress = progress;
    other->trace = model.model->run(model.tokenizer->encode(other->text), options);
  }
}

DrawnRun runDraws(const Model& model, const Encoding& encoding, RunOptions options) {
  const int draws = drawsOf(options.interventions);
  const Progress progress = options.progress;
  const auto part = [&](int draw) {
    return progress.slice(static_cast<double>(draw) / draws, static_cast<double>(draw + 1) / draws);
  };
  options.draw = 0;
  options.progress = part(0);
  DrawnRun result;
  result.trace = result.first = model.run(encoding, options);
  const Logits& logits = result.trace->logits;
  if (draws == 1 || logits.size() == 0) return result;

  Eigen::ArrayXXd sum = Eigen::ArrayXXd::Zero(logits.rows(), logits.cols()), squares = sum;
  options.from = result.first;
  for (int draw = 0; draw < draws; ++draw) {
    options.draw = draw;
    options.progress = part(draw);
    const auto trace = draw == 0 ? result.first : model.run(encoding, options);
    trace->logits.all();  // Quicker together than row by row.
    for (Index i = 0; i < logits.rows(); ++i) {
      const std::vector<double> row = logProbabilities(trace->logits, i);
      const auto p = Eigen::Map<const Eigen::ArrayXd>(row.data(), logits.cols()).exp().transpose().eval();
      sum.row(i) += p;
      squares.row(i) += p.square();
    }
  }
  const Eigen::ArrayXXd mean = sum / draws;
  result.deviation = ((squares / draws - mean.square()).max(0) * draws / (draws - 1)).sqrt().cast<float>().matrix();
  auto drawn = std::make_shared<Trace>(*result.trace);
  drawn->logits = mean.log().cast<float>().matrix();
  result.trace = std::move(drawn);
  return result;
}

std::vector<HeadChange> headChanges(std::shared_ptr<const Trace> before, std::shared_ptr<const Trace> after,
                                    const Progress& progress) {
  const TraceMaps a(std::move(before)), b(std::move(after));
  if (a.layers() != b.layers() || a.heads() != b.heads())
    throw Error("changes of heads: expected runs of the same model, found " + std::to_string(a.layers()) + " × " +
                std::to_string(a.heads()) + " and " + std::to_string(b.layers()) + " × " + std::to_string(b.heads()) +
                " heads");
  std::vector<HeadChange> changes;
  for (int layer = 0; layer < a.layers(); ++layer) {
    progress(static_cast<double>(layer) / a.layers(), "comparing heads");
    for (int head = 0; head < a.heads(); ++head)
      changes.push_back({{layer, head}, compareHeads(a, {layer, head}, b, {layer, head}).divergence});
  }
  std::stable_sort(changes.begin(), changes.end(),
                   [](const HeadChange& x, const HeadChange& y) { return x.divergence > y.divergence; });
  return changes;
}

}  // namespace headlight
