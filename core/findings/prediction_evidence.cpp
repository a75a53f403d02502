#include "core/findings/prediction_evidence.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/circuits/token_removal.h"
#include "core/gradients/gradient_maps.h"
#include "core/gradients/relevance.h"
#include "core/gradients/token_attribution.h"
#include "core/model/architecture.h"
#include "core/model/head.h"
#include "core/model/predictions.h"

namespace headlight {
namespace {

std::vector<double> listOf(const Eigen::VectorXd& numbers) { return {numbers.data(), numbers.data() + numbers.size()}; }

/// What each method is asked about.
struct Asked {
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Trace> trace;
  AttentionType attention;
  Index query;
  LogitMetric metric;

  Metric watched() const { return {Metric::Kind::LogProbability, metric.row, static_cast<Index>(metric.target), 0}; }
};

std::vector<double> hidingLosses(const Asked& asked, const Progress& progress) {
  if (asked.attention != AttentionType::Self) throw Error("tokens are hidden from self-attention alone");
  AnalysisQuestion question{asked.model, asked.trace};
  question.metric = asked.metric;
  question.progress = progress;
  std::vector<double> losses = hidingEffects(question);
  for (double& each : losses) each = 0 - each;
  return losses;
}

/// A list of the keys' tokens; of an image a gradient is of its patches.
std::vector<double> ofTokens(const Asked& asked, std::vector<double> numbers) {
  if (numbers.size() != asked.trace->keyTokens(asked.attention).size())
    throw Error("its numbers are of the patches of a picture, of which there are fewer than tokens");
  return numbers;
}

std::vector<double> gradientInput(const Asked& asked, const Gradients& gradients) {
  const bool source = asked.attention == AttentionType::Cross;
  const TokenAttribution tokens = tokenAttribution(
      source ? embeddingsOf(*asked.model->encoder(), *asked.trace->source) : embeddingsOf(*asked.model, *asked.trace),
      (source ? gradients.source.value() : gradients.stack).embeddings);
  return ofTokens(asked, listOf(tokens.gradientInput));
}

std::vector<double> integrated(const Asked& asked, const Progress& progress) {
  const IntegratedGradients found =
      integratedGradients(*asked.model, *asked.trace, asked.watched(), kIntegrationSteps, progress);
  return ofTokens(asked, listOf(asked.attention == AttentionType::Cross ? found.source.value() : found.stack));
}

std::vector<double> relevanceRow(const Asked& asked, const Gradients& gradients, const Progress& progress) {
  const Relevance found = relevance(*asked.trace, gradients, progress);
  const auto row = (asked.attention == AttentionType::Cross ? found.cross : found.self)
                       .back()
                       .row(asked.query)
                       .cast<double>()
                       .eval();
  return {row.data(), row.data() + row.size()};
}

}  // namespace

std::vector<MethodAgainstRaw> PredictionEvidence::rowsFor(HeadId head, const std::vector<Index>& keys) const {
  std::vector<MethodAgainstRaw> found;
  const auto add = [&](Evidence evidence, RowScope scope, const auto& numberAt) {
    MethodAgainstRaw row{evidence, scope, {}, {}};
    for (const Index key : keys) row.row.push_back(static_cast<double>(numberAt(key)));
    found.push_back(std::move(row));
  };
  if (gradientAttention) {
    const Matrix row = gradientAttention->weights(head, {query, 0, 1, gradientAttention->keys()});
    add(Evidence::GradientAttention, RowScope::Head, [&](Index key) { return row(0, key); });
  }
  for (const auto& [evidence, numbers] : rows)
    add(evidence, RowScope::Model, [&numbers = numbers](Index key) { return numbers[static_cast<std::size_t>(key)]; });
  return found;
}

PredictionEvidence predictionEvidence(std::shared_ptr<const Model> model, std::shared_ptr<const Trace> trace,
                                      AttentionType attention, Index query, const std::vector<Evidence>& wanted,
                                      const Progress& progress) {
  const auto queries = static_cast<Index>(trace->queryTokens(attention).size());
  if (query < 0 || query >= queries)
    throw Error("what a prediction owes to tokens: token " + std::to_string(query) + ": expected 0 to " +
                std::to_string(queries - 1));
  PredictionEvidence found;
  found.query = query;
  const auto wants = [&](Evidence evidence) {
    return std::find(wanted.begin(), wanted.end(), evidence) != wanted.end();
  };
  std::string why;
  if (attention == AttentionType::Encoder)
    why = "the encoder's tokens have no prediction of their own";
  else if (trace->logits.size() == 0)
    why = "the model has no output head";
  else if (trace->logits.cols() == 1 && !trace->logits.independent())
    why = "the model gives a number, which has no probability";
  if (!why.empty()) {
    for (const Evidence each : wanted) found.missing.emplace_back(each, why);
    return found;
  }
  Asked asked{std::move(model), std::move(trace), attention, query, {}};
  asked.metric.row = answersEachToken(asked.model->description()) ? query : 0;
  Index likeliest = 0;
  asked.trace->logits.row(asked.metric.row).maxCoeff(&likeliest);
  asked.metric.target = likeliest;
  found.metric = asked.metric;
  found.logProbability = logProbabilities(asked.trace->logits, asked.metric.row)[static_cast<std::size_t>(likeliest)];

  // Shares of the work, by what it usually costs.
  const bool hides = wants(Evidence::Hiding), integrates = wants(Evidence::IntegratedGradients);
  const double gradientsFrom = hides ? 0.4 : 0, integralFrom = integrates ? (hides ? 0.5 : 0.1) : 1;
  const auto attempt = [&](Evidence evidence, const auto& numbers) {
    if (!wants(evidence)) return;
    try {
      found.rows.emplace_back(evidence, numbers());
    } catch (const Error& error) {
      found.missing.emplace_back(evidence, error.what());
    }
  };
  attempt(Evidence::Hiding, [&] { return hidingLosses(asked, progress.slice(0, gradientsFrom)); });
  if (wants(Evidence::GradientInput) || wants(Evidence::Relevance) || wants(Evidence::GradientAttention)) {
    try {
      BackwardOptions options;
      options.heads = true;
      options.progress = progress.slice(gradientsFrom, integralFrom);
      const Gradients gradients = backward(*asked.model, *asked.trace, asked.watched(), options);
      attempt(Evidence::Relevance, [&] { return relevanceRow(asked, gradients, options.progress); });
      attempt(Evidence::GradientInput, [&] { return gradientInput(asked, gradients); });
      if (wants(Evidence::GradientAttention))
        found.gradientAttention = std::make_shared<const GradientMaps>(
            asked.trace, attention, headGradients(gradients, attention), GradientMaps::Kind::TimesAttention);
    } catch (const Error& error) {
      for (const Evidence each : {Evidence::Relevance, Evidence::GradientInput, Evidence::GradientAttention})
        if (wants(each)) found.missing.emplace_back(each, error.what());
    }
  }
  attempt(Evidence::IntegratedGradients, [&] { return integrated(asked, progress.slice(integralFrom, 1)); });
  progress(1);
  return found;
}

}  // namespace headlight
