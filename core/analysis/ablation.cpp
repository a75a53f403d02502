#include "core/analysis/ablation.h"

#include <algorithm>
#include <charconv>

#include "core/analysis/effect.h"
#include "core/base/error.h"
#include "core/model/predictions.h"

namespace headlight {
namespace {

std::optional<std::int64_t> numberIn(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::int64_t outcomeNamed(const ModelFolder& model, const std::string& name) {
  const ModelInfo& info = model.model->info();
  const auto number = numberIn(name);
  if (!info.labels.empty()) {
    const auto found = std::find(info.labels.begin(), info.labels.end(), name);
    if (found != info.labels.end()) return found - info.labels.begin();
    if (number && *number >= 0 && *number < static_cast<std::int64_t>(info.labels.size())) return *number;
    std::string labels;
    for (const std::string& label : info.labels) labels += (labels.empty() ? "" : ", ") + label;
    throw Error("class '" + name + "': expected one of " + labels);
  }
  // What a model answers is cut as what it writes, by another tokenizer than its source where it has two.
  if (const Tokenizer* tokenizer = model.writer()) {
    if (const auto id = tokenizer->idOf(name)) return *id;
    const Encoding encoding = tokenizer->encode(name, std::nullopt, false);
    if (encoding.size() == 1) return encoding.tokens.front().id;
    if (!number) {
      std::string pieces;
      for (const Token& token : encoding.tokens) pieces += (pieces.empty() ? "'" : " '") + token.display + "'";
      throw Error("token '" + name + "': expected one token, found " + std::to_string(encoding.size()) +
                  (pieces.empty() ? "" : ": " + pieces));
    }
  }
  if (number && *number >= 0 && *number < info.vocabulary) return *number;
  throw Error("token '" + name + "': expected a token or a number from 0 to " + std::to_string(info.vocabulary - 1));
}

std::int64_t likeliestOutcome(const Trace& trace, Index row) {
  Index id = 0;
  if (row < 0 || row >= trace.logits.rows() || trace.logits.cols() == 0)
    throw Error("predictions at token " + std::to_string(row) + ": the run has logits for " +
                std::to_string(trace.logits.rows()) + " tokens");
  trace.logits.row(row).maxCoeff(&id);
  return id;
}

std::vector<AblationEffect> ablateEveryHead(const Model& model, const std::shared_ptr<const Trace>& clean,
                                            const AblationQuestion& question, const Progress& progress) {
  const auto& [outcome, by, other, attention, heads, others] = question;
  if (!clean->has(attention))
    throw Error("ablation: expected a run of an encoder–decoder model, found one without an encoder");
  const std::vector<AttentionRecord>& layers = clean->records(attention);
  const std::vector<double> before = logProbabilities(clean->logits, outcome.row);
  if (before.size() < 2) throw Error("ablation: expected a model that gives probabilities, found one number");
  if (outcome.id < 0 || outcome.id >= static_cast<std::int64_t>(before.size()))
    throw Error("ablation: outcome " + std::to_string(outcome.id) + ": expected 0 to " +
                std::to_string(before.size() - 1));
  const auto at = static_cast<std::size_t>(outcome.id);
  std::vector<HeadId> asked;
  for (int layer = 0; layer < static_cast<int>(layers.size()); ++layer)
    for (int number = 0; number < layers[static_cast<std::size_t>(layer)].rule->heads; ++number)
      if (const HeadId head{layer, number, attention}; heads.empty() || contains(heads, head)) asked.push_back(head);
  if (asked.empty())
    throw Error("ablation: expected heads of " + std::to_string(layers.size()) + " layers with " +
                std::to_string(layers.front().rule->heads) + " heads each, found none of them");

  std::vector<AblationEffect> effects;
  for (const HeadId head : asked) {
    RunOptions options;
    const auto part = static_cast<double>(effects.size()) / static_cast<double>(asked.size());
    progress(part, "ablating head " + nameOf(head));
    options.progress = progress.slice(part, part + 1 / static_cast<double>(asked.size()));
    options.resumeFrom = clean;
    options.others = others;
    options.interventions = {Ablate{oneHead(head), by, other}};
    const auto without = model.runAgain(*clean, options);
    const std::vector<double> after = logProbabilities(without->logits, outcome.row);
    effects.push_back({head, after[at] - before[at], divergence(clean->logits, without->logits, outcome.row)});
  }
  progress(1);
  return effects;
}

}  // namespace headlight
