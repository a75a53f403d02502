#include "core/reading/draws.h"

#include <tuple>

#include "core/base/error.h"
#include "core/model/predictions.h"

namespace headlight {

OtherRuns runOtherTexts(const std::vector<Intervention>& interventions, const ModelFolder& model,
                        const Progress& progress, OtherRuns known) {
  for (const Intervention& intervention : interventions) {
    const std::string* text = otherTextOf(intervention);
    if (!text || known.contains(*text)) continue;
    if (!model.tokenizer)
      throw Error("model '" + model.name + "': expected a tokenizer to read '" + *text + "' with, found none");
    RunOptions options;
    options.logits = false;
    options.progress = progress;
    known.emplace(*text, model.model->run(model.tokenizer->encode(*text), options));
  }
  return known;
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
  return {mixture,
          Logits(rows, cols, [means, n = static_cast<double>(all->size())](Index first, Index count) -> Matrix {
            const auto [mean, squares] = means(first, count);
            return ((squares - mean.square()).max(0) * n / (n - 1)).sqrt().cast<float>().matrix();
          })};
}

DropoutRun runDropoutDraws(const Model& model, const ModelInput& input, RunOptions options) {
  const int draws = drawsOf(options.interventions);
  const Progress progress = options.progress;
  const auto part = [&](int draw) {
    return progress.slice(static_cast<double>(draw) / draws, static_cast<double>(draw + 1) / draws);
  };
  options.draw = 0;
  options.progress = part(0);
  DropoutRun result;
  result.trace = result.first = model.run(input, options);
  const Logits& logits = result.trace->logits;
  if (draws == 1 || logits.size() == 0) return result;

  // Of a draw its logits alone are kept: what they are made of when they are asked for, a hidden state a token.
  std::vector<Logits> drawn = {logits};
  options.resumeFrom = result.first;
  for (int draw = 1; draw < draws; ++draw) {
    options.draw = draw;
    options.progress = part(draw);
    drawn.push_back(model.run(input, options)->logits);
  }
  auto trace = std::make_shared<Trace>(*result.trace);
  std::tie(trace->logits, result.deviation) = meanAndDeviation(std::move(drawn));
  result.trace = std::move(trace);
  return result;
}

}  // namespace headlight
