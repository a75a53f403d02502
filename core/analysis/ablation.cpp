#include "core/analysis/ablation.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "core/analysis/effect.h"
#include "core/analysis/expert_use.h"
#include "core/attention/changed_values.h"
#include "core/base/error.h"
#include "core/model/predictions.h"

namespace headlight {
namespace {

constexpr std::string_view kId = "id:";

std::optional<std::int64_t> numberIn(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Runs of one text, each with one thing taken away, compared with the run that has all.
class Sweep {
 public:
  Sweep(const Model& model, std::shared_ptr<const Trace> clean, const AblationQuestion& question)
      : m_model(model), m_clean(std::move(clean)), m_question(question) {
    // Its runs would be without the changes.
    if (isChanged(*m_clean)) throw Error("ablation: expected a run without changes, found one with changes");
    const Outcome outcome = question.outcome;
    m_before = logProbabilities(m_clean->logits, outcome.row);
    if (m_before.size() < 2) throw Error("ablation: expected a model that gives probabilities, found one number");
    if (outcome.id < 0 || outcome.id >= static_cast<std::int64_t>(m_before.size()))
      throw Error("ablation: outcome " + std::to_string(outcome.id) + ": expected 0 to " +
                  std::to_string(m_before.size() - 1));
  }

  /// The change of ln p of the outcome, and the divergence.
  std::pair<double, double> with(const Intervention& without, const Progress& progress) const {
    RunOptions options;
    options.progress = progress;
    options.resumeFrom = m_clean;
    options.others = m_question.others;
    options.interventions = {without};
    const auto run = m_model.runAgain(*m_clean, options);
    const Outcome outcome = m_question.outcome;
    const auto at = static_cast<std::size_t>(outcome.id);
    return {logProbabilities(run->logits, outcome.row)[at] - m_before[at],
            divergence(m_clean->logits, run->logits, outcome.row)};
  }

 private:
  const Model& m_model;
  std::shared_ptr<const Trace> m_clean;
  const AblationQuestion& m_question;
  std::vector<double> m_before;
};

Progress partOf(const Progress& progress, std::size_t done, std::size_t count) {
  const auto all = static_cast<double>(count);
  return progress.slice(static_cast<double>(done) / all, static_cast<double>(done + 1) / all);
}

}  // namespace

std::int64_t outcomeNamed(const ModelFolder& model, const std::string& name) {
  const ModelInfo& info = model.model->info();
  const bool byNumber = name.starts_with(kId);
  const auto number = numberIn(byNumber ? name.substr(kId.size()) : name);
  if (byNumber) {
    const auto count = info.labels.empty() ? info.vocabulary : static_cast<std::int64_t>(info.labels.size());
    if (number && *number >= 0 && *number < count) return *number;
    throw Error("token '" + name + "': expected an id from 0 to " + std::to_string(count - 1));
  }
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

std::string otherOutcome(const ModelFolder& model, const std::string& name) {
  const Tokenizer* tokenizer = model.writer();
  if (!model.model->info().labels.empty() || !tokenizer || name.empty() || name.front() == ' ' || name.starts_with(kId))
    return {};
  const std::int64_t id = outcomeNamed(model, name);
  const std::string taken = "'" + name + "' is the token '" + tokenizer->displayOf(id) + "' (id " + std::to_string(id);
  if (const auto number = numberIn(name); number && *number != id && tokenizer->tokenOf(*number))
    return taken + "); id:" + name + " is '" + tokenizer->displayOf(*number) + "'.";
  const Encoding word = tokenizer->encode(' ' + name, std::nullopt, false);
  if (word.size() != 1 || word.tokens.front().id == id || word.tokens.front().special) return {};
  return taken + ", within a word); ' " + name + "' (id " + std::to_string(word.tokens.front().id) + ") begins one.";
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
  const AttentionType attention = question.attention;
  if (!clean->has(attention))
    throw Error("ablation: expected a run of an encoder–decoder model, found one without an encoder");
  const std::vector<AttentionRecord>& layers = clean->records(attention);
  std::vector<HeadId> heads;
  for (int layer = 0; layer < static_cast<int>(layers.size()); ++layer)
    for (int number = 0; number < layers[static_cast<std::size_t>(layer)].rule->heads; ++number)
      if (const HeadId head{layer, number, attention}; question.heads.empty() || contains(question.heads, head))
        heads.push_back(head);
  if (heads.empty())
    throw Error("ablation: expected heads of " + std::to_string(layers.size()) + " layers with " +
                std::to_string(layers.front().rule->heads) + " heads each, found none of them");

  const Sweep sweep(model, clean, question);
  std::vector<AblationEffect> effects;
  for (const HeadId head : heads) {
    const Progress part = partOf(progress, effects.size(), heads.size());
    part(0, "ablating head " + nameOf(head));
    const auto [change, divergence] = sweep.with(Ablate{oneHead(head), question.by, question.other}, part);
    effects.push_back({head, change, divergence});
  }
  progress(1);
  return effects;
}

std::vector<ExpertAblationEffect> ablateEveryExpert(const Model& model, const std::shared_ptr<const Trace>& clean,
                                                    const AblationQuestion& question, const Progress& progress) {
  const ExpertUse use = expertUse(*clean, question.attention);
  std::size_t count = 0;
  for (const ExpertUse::Layer& layer : use.layers) count += static_cast<std::size_t>(layer.experts);

  const Sweep sweep(model, clean, question);
  std::vector<ExpertAblationEffect> effects;
  for (const ExpertUse::Layer& layer : use.layers)
    for (int expert = 0; expert < layer.experts; ++expert) {
      const HeadId id{layer.layer, expert, question.attention};
      const Progress part = partOf(progress, effects.size(), count);
      part(0, "without expert " + nameOf(id));
      const auto [change, divergence] = sweep.with(SwitchExperts{oneHead(id)}, part);
      effects.push_back({layer.layer, expert, layer.tokens[static_cast<std::size_t>(expert)], change, divergence});
    }
  progress(1);
  return effects;
}

}  // namespace headlight
