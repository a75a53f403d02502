#include "core/analysis/effect.h"

#include <algorithm>
#include <cmath>
#include <tuple>

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

std::pair<Logits, Logits> meanAndDeviation(std::vector<Logits> draws) {
  const Index rows = draws.front().rows(), cols = draws.front().cols();
  const auto all = std::make_shared<const std::vector<Logits>>(std::move(draws));
  // Mean probability and mean square of some rows.
  const auto means = [all, cols](Index first, Index count) {
    Eigen::ArrayXXd sum = Eigen::ArrayXXd::Zero(count, cols), squares = sum;
    for (const Logits& draw : *all) {
      Logits some = draw.block(first, count);  // Quicker together than row by row.
      some.setIndependent(draw.independent());
      for (Index i = 0; i < count; ++i) {
        const std::vector<double> row = logProbabilities(some, i);
        const auto p = Eigen::Map<const Eigen::ArrayXd>(row.data(), cols).exp().transpose().eval();
        sum.row(i) += p;
        squares.row(i) += p.square();
      }
    }
    const auto n = static_cast<double>(all->size());
    return std::pair<Eigen::ArrayXXd, Eigen::ArrayXXd>(sum / n, squares / n);
  };
  const bool independent = all->front().independent();
  Logits mixture(rows, cols, [means, independent](Index first, Index count) -> Matrix {
    const Eigen::ArrayXXd p = means(first, count).first;
    return (independent ? (p / (1 - p)).log().eval() : p.log().eval()).cast<float>().matrix();
  });
  mixture.setIndependent(independent);
  return {mixture, Logits(rows, cols, [means, n = static_cast<double>(all->size())](Index first, Index count) -> Matrix {
            const auto [mean, squares] = means(first, count);
            return ((squares - mean.square()).max(0) * n / (n - 1)).sqrt().cast<float>().matrix();
          })};
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

  // Of a draw its logits alone are kept: what they are made of when they are asked for, a hidden state a token.
  std::vector<Logits> drawn = {logits};
  options.from = result.first;
  for (int draw = 1; draw < draws; ++draw) {
    options.draw = draw;
    options.progress = part(draw);
    drawn.push_back(model.run(encoding, options)->logits);
  }
  auto trace = std::make_shared<Trace>(*result.trace);
  std::tie(trace->logits, result.deviation) = meanAndDeviation(std::move(drawn));
  result.trace = std::move(trace);
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
  const double each = 1.0 / (static_cast<double>(a.layers()) * a.heads());
  for (int layer = 0; layer < a.layers(); ++layer)
    for (int head = 0; head < a.heads(); ++head) {
      const double done = static_cast<double>(changes.size()) * each;
      progress(done, "comparing heads");
      const Comparison change =
          compareHeads(a, {layer, head}, b, {layer, head}, progress.slice(done, done + each));
      changes.push_back({{layer, head}, change.divergence});
    }
  std::stable_sort(changes.begin(), changes.end(),
                   [](const HeadChange& x, const HeadChange& y) { return x.divergence > y.divergence; });
  return changes;
}

}  // namespace headlight
