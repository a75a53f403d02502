#include "core/analysis/prediction_change.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/analysis/effect.h"
#include "core/base/error.h"

namespace headlight {

std::vector<Prediction> answersAt(const ModelFolder& model, const Trace& trace, Index row, int count) {
  const ModelInfo& info = model.model->info();
  if (row < 0 || row >= trace.logits.rows())
    throw Error("predictions at token " + std::to_string(row) + ": the run has logits for " +
                std::to_string(trace.logits.rows()) + " tokens");
  std::vector<Prediction> answers;
  switch (info.head) {
    case OutputHeadKind::CausalLm:
    case OutputHeadKind::MaskedLm:
      return nextTokens(trace, row, count, model.writer());
    case OutputHeadKind::SequenceClassification:
      answers = classes(trace, info);
      break;
    default:
      answers = tokenLabels(trace, info)[static_cast<std::size_t>(row)].top;
  }
  if (answers.size() > static_cast<std::size_t>(count)) answers.resize(static_cast<std::size_t>(count));
  return answers;
}

std::optional<Index> answerRow(const ModelFolder& model, const Trace& trace, std::optional<Index> token) {
  if (trace.logits.size() == 0) return {};
  if (model.model->info().head == OutputHeadKind::SequenceClassification) return 0;
  if (token) return *token < trace.logits.rows() ? token : std::nullopt;
  try {
    return answerRows(model.model->info(), trace, model.tokenizer.get()).front();
  } catch (const Error&) {
    return {};  // A masked model without a mask has nothing to fill.
  }
}

PredictionChange answerChange(const ModelFolder& model, const Trace& before, const Trace& after,
                              const Logits& deviation, Index row, int count) {
  PredictionChange change;
  change.row = row;
  const std::vector<Prediction> likelyBefore = answersAt(model, before, row, count);
  const std::vector<Prediction> likelyAfter = answersAt(model, after, row, count);
  change.oneNumber = !likelyBefore.empty() && likelyBefore.front().value;
  if (change.oneNumber) {
    change.answers.push_back({0,
                              likelyBefore.front().text,
                              *likelyBefore.front().value,
                              *likelyAfter.front().value,
                              {},
                              {}});
    return change;
  }
  // Replaced-token detection gives one number for each token, which is the chance of the second of two answers.
  const bool plain = before.logits.cols() > 1;
  const std::vector<double> logBefore = plain ? logProbabilities(before.logits, row) : std::vector<double>();
  const std::vector<double> logAfter = plain ? logProbabilities(after.logits, row) : std::vector<double>();
  const bool drawn = deviation.size() > 0 && plain;
  const Logits::Row spread = drawn ? deviation.row(row) : Logits::Row();
  const auto logOf = [&](const std::vector<double>& all, const std::vector<Prediction>& named,
                         std::int64_t id) -> std::optional<double> {
    if (plain) return all[static_cast<std::size_t>(id)];
    const auto found = std::find_if(named.begin(), named.end(), [id](const Prediction& p) { return p.id == id; });
    return found == named.end() ? std::nullopt : std::optional(found->logProbability);
  };
  for (const std::vector<Prediction>* side : {&likelyBefore, &likelyAfter})
    for (const Prediction& each : *side) {
      const auto same = [&](const PredictionChange::Answer& answer) { return answer.id == each.id; };
      if (std::any_of(change.answers.begin(), change.answers.end(), same)) continue;
      const auto was = logOf(logBefore, likelyBefore, each.id), is = logOf(logAfter, likelyAfter, each.id);
      PredictionChange::Answer answer{each.id, each.text, was ? std::exp(*was) : 0, is ? std::exp(*is) : 0, {}, {}};
      if (was && is) answer.logProbabilityChange = *is - *was;
      if (drawn) answer.deviation = static_cast<double>(spread[each.id]);
      change.answers.push_back(std::move(answer));
    }
  std::stable_sort(change.answers.begin(), change.answers.end(), [](const auto& a, const auto& b) {
    return std::max(a.before, a.after) > std::max(b.before, b.after);
  });
  if (plain) {
    change.divergence = divergence(before.logits, after.logits, row);
  } else {
    for (const PredictionChange::Answer& answer : change.answers)
      if (answer.before > 0) change.divergence -= answer.before * answer.logProbabilityChange.value_or(0);
  }
  return change;
}

}  // namespace headlight
