#include "ui/charts/circuits/findings_report.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/findings/analysis_methods.h"
#include "core/model/predictions.h"
#include "ui/charts/typed_outcome.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// Metrics without a part become what the metric changes by.
void subtractMetric(Findings& found) {
  double metric = 0;
  for (const NamedTensor& tensor : found)
    if (tensor.name == "metric.A") metric = tensor.values.front();
  for (NamedTensor& tensor : found)
    if (tensor.name.starts_with("ablate."))
      for (double& value : tensor.values) value -= metric;
}

/// Compositions become what lies above the mean of random pairs; 0 where there is nothing to compose.
void subtractChance(Findings& found) {
  const auto chance = std::find_if(found.begin(), found.end(),
                                   [](const NamedTensor& tensor) { return tensor.name == "composition_baseline"; });
  if (chance == found.end()) return;
  const std::vector<double> means = {(*chance)({0, 0}), (*chance)({1, 0}), (*chance)({2, 0})};
  for (NamedTensor& tensor : found)
    for (const auto& [name, mean] : {std::pair{"composition_Q.", means[0]}, std::pair{"composition_K.", means[1]},
                                     std::pair{"composition_V.", means[2]}})
      if (tensor.name.starts_with(name))
        for (double& value : tensor.values)
          if (value != 0) value -= mean;
}

/// "“Tom” (0)", "“Tom Sawyer” (0–1)".
QString subjectWords(const std::vector<Index>& subject, const std::vector<Token>& tokens) {
  QStringList words;
  for (const Index token : subject)
    words << Words::tr("“%1” (%2)").arg(tokenLabel(tokens[static_cast<std::size_t>(token)])).arg(token);
  return words.join(QStringLiteral(", "));
}

/// Words of a grid by their ids, none below 0; special tokens have the short names that axes give them.
std::vector<QString> predictedWords(const std::vector<double>& ids, const ModelFolder& model) {
  std::set<std::string> special;
  if (const Tokenizer* writer = model.writer())
    for (const auto& [role, name] : writer->specialTokens()) special.insert(name);
  std::vector<Token> tokens(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] < 0) continue;
    tokens[i].text = tokens[i].display = textOfToken(static_cast<std::int64_t>(ids[i]), model.writer());
    tokens[i].special = special.contains(tokens[i].text);
  }
  std::vector<QString> words = axisLabels(tokens);
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (ids[i] < 0) words[i].clear();
  return words;
}

}  // namespace

const NamedTensor* FindingsReport::tensor(std::string_view name) const {
  // An encoder–decoder model has one of each of its attentions; its decoder answers.
  for (const std::string& wanted : {std::string(name), "decoder_" + std::string(name), std::string(name) + "_decoder"})
    for (const NamedTensor& each : found)
      if (each.name == wanted) return &each;
  return nullptr;
}

FindingsReport tellFindings(const ModelFolder& model, const CircuitView& view, AnalysisQuestion question,
                            const std::function<void(FindingsReport)>& partial) {
  const AnalysisMethod& method = analysisMethodNamed(view.method);
  FindingsReport report;
  report.view = view;
  report.model = QString::fromStdString(model.name);
  report.metric = question.metric;
  report.watches = method.reads("target");
  report.logProbability = question.settings.logProbability;
  if (report.watches) {
    report.target = outcomeText(model, question.metric.target);
    if (question.metric.against && method.reads("against"))
      report.against = outcomeText(model, *question.metric.against);
  }
  if (!view.value.empty()) question.settings.values = {std::string(view.value)};
  if (view.method == "lens") question.settings.top = 1;
  if (view.method == "score" && !question.settings.cells.empty()) report.cell = question.settings.cells.front();
  if (question.a) report.tokens = question.a->encoding.tokens;
  const AttentionSpec& attention = model.model->description().layers.front().attention;
  report.headsOfGroup = std::max(1, attention.heads / std::max(1, attention.kvHeads));
  if (method.reads("subject")) report.subject = subjectWords(question.settings.noise.tokens, report.tokens);
  const auto with = [&](Findings found) {
    FindingsReport told = report;
    told.found = std::move(found);
    if (view.method == "ablate-parts") subtractMetric(told.found);
    if (view.method == "composition") subtractChance(told.found);
    return told;
  };
  if (partial && view.shape != FindingShape::Graph)
    question.partial = [&](const Findings& sofar) {
      FindingsReport told = with(sofar);
      const NamedTensor* painted = told.painted();
      if (!painted) return;
      const auto there = std::count_if(painted->values.begin(), painted->values.end(),
                                       [](double value) { return std::isfinite(value); });
      told.measured = static_cast<double>(there) / std::max(1.0, static_cast<double>(painted->values.size()));
      partial(std::move(told));
    };
  FindingsReport told = with(method.run(question));
  for (NamedTensor& tensor : told.found)
    if (tensor.name == "lens.top") told.words = predictedWords(tensor.values, model);
  return told;
}

std::shared_ptr<const FindingsReport> withoutText(const std::shared_ptr<const FindingsReport>& report) {
  auto bare = std::make_shared<FindingsReport>(*report);
  bare->tokens = numberedTokens(report->tokens);
  for (QString* words : {&bare->text, &bare->other, &bare->changed, &bare->target, &bare->against, &bare->subject})
    words->clear();
  bare->words.clear();
  bare->metric = {bare->metric.row, 0, {}};
  for (NamedTensor& tensor : bare->found) {
    tensor.texts.clear();
    if (tensor.outcomes) std::fill(tensor.values.begin(), tensor.values.end(), -1);
    for (TensorAxis& axis : tensor.axes)
      if (axis.labels.size() == bare->tokens.size()) axis.labels.clear();
  }
  return bare;
}

}  // namespace headlight
