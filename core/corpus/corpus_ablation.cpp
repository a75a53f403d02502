#include "core/corpus/corpus_ablation.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <new>
#include <set>

#include "core/analysis/ablation.h"
#include "core/analysis/logit_lens.h"
#include "core/analysis/prediction_change.h"
#include "core/base/error.h"
#include "core/corpus/corpus_input.h"
#include "core/corpus/text_batches.h"
#include "core/corpus/text_hash.h"
#include "core/model/predictions.h"

namespace headlight {
namespace {

/// What one text says.
struct TextLosses {
  CorpusText text;
  double clean = 0;
  std::vector<double> changes;  ///< By head; empty for a text that is skipped.
  bool cut = false;
  bool stopped = false;  ///< Before all heads.
};

bool isClassifier(const Source& model) { return model.model->info().head == OutputHeadKind::SequenceClassification; }

/// ln p of what `clean` read, or of its class, as `run` has it.
double logProbabilityOf(const Source& model, const Trace& run, std::optional<Outcome> outcome) {
  if (outcome) return logProbabilities(run.logits, outcome->row)[static_cast<std::size_t>(outcome->id)];
  double sum = 0;
  int count = 0;
  for (const std::optional<double>& surprisal : tokenSurprisal(model, run))
    if (surprisal) {
      sum -= *surprisal;
      ++count;
    }
  if (count == 0) throw Error("expected a token after another one, found none to predict");
  return sum / count;
}

void ablateOne(const Source& model, Index maxTokens, Ablate::By by, const std::vector<HeadId>& heads,
               const std::function<bool()>& stop, TextLosses& one) {
  if (!one.text.problem.empty()) return;
  try {
    CorpusInput input = corpusInput(model, one.text, maxTokens);
    one.cut = input.cut;
    const auto clean = model.model->run(input.tokens.read, RunOptions());
    std::optional<Outcome> outcome;
    if (isClassifier(model)) {
      const Index row = answerRow(model, *clean, {}).value_or(0);
      outcome = Outcome{row, likeliestOutcome(*clean, row)};
    }
    one.clean = logProbabilityOf(model, *clean, outcome);
    for (const HeadId head : heads) {
      if (stop && stop()) {
        one.stopped = true;
        return;
      }
      RunOptions options;
      options.resumeFrom = clean;
      options.interventions = {Ablate{oneHead(head), by, {}}};
      one.changes.push_back(logProbabilityOf(model, *model.model->runAgain(*clean, options), outcome) - one.clean);
    }
  } catch (const Error& error) {
    one.text.problem = error.what();
  } catch (const std::bad_alloc&) {
    one.text.problem = "out of memory";
  }
}

void addLosses(CorpusLosses& losses, Distribution& clean, const TextLosses& one) {
  ++losses.texts;
  losses.cut += one.cut ? 1 : 0;
  clean.add(one.clean);
  const CorpusText& text = one.text;
  const std::uint64_t hash = hashOf(text);
  bool kept = false;
  for (std::size_t head = 0; head < losses.heads.size(); ++head) {
    HeadLoss& loss = losses.heads[head];
    loss.texts.add(one.changes[head], MetricScale::Change);
    kept = loss.exemplars.add({one.changes[head], hash}, MetricScale::Change) || kept;
  }
  if (kept) losses.keptTexts.try_emplace(hash, KeptText{text.place, text.text, text.label, text.second, text.ids});
}

/// Forgets texts that are exemplars no longer, when there are many.
void pruneTexts(CorpusLosses& losses) {
  constexpr std::size_t kFew = 1000;
  if (losses.keptTexts.size() <= kFew + 2 * losses.heads.size() * Exemplars::kAll) return;
  std::set<std::uint64_t> used;
  for (const HeadLoss& head : losses.heads)
    for (const Exemplar& exemplar : head.exemplars.all) used.insert(exemplar.text);
  std::erase_if(losses.keptTexts, [&](const auto& text) { return !used.contains(text.first); });
}

}  // namespace

void checkAblates(const Source& model) {
  if (model.translates() || (model.model->info().head != OutputHeadKind::CausalLm && !isClassifier(model)))
    throw Error("'" + model.name + "': expected a causal model or a classifier of texts, found another");
}

CorpusLosses ablateOver(const Source& model, Corpus& corpus, const CorpusSettings& settings, Ablate::By by,
                        const std::function<bool(const CorpusProgress&, const CorpusLosses&)>& after,
                        const std::function<bool()>& stop) {
  const CorpusStats shape = emptyStats(model, corpus, settings);
  checkAblates(model);
  std::vector<HeadId> heads;
  for (std::size_t head = 0; head < shape.heads.size(); ++head)
    heads.push_back(headNumbered(static_cast<std::ptrdiff_t>(head), shape.model.heads).of(shape.model.attention));
  CorpusLosses losses;
  losses.by = by;
  for (const HeadId head : heads) losses.heads.emplace_back().head = head;
  Distribution clean;
  const auto sumUp = [&] {
    losses.clean = intervalOf(clean);
    for (HeadLoss& each : losses.heads) each.change = intervalOf(each.texts);
  };
  bool dropped = false;
  const bool ended = forEachBatch<TextLosses>(
      model, corpus,
      [&](std::vector<TextLosses>& batch) {
        sideBySide(model, batch.size(),
                   [&](std::size_t i) { ablateOne(model, shape.maxTokens, by, heads, stop, batch[i]); });
      },
      [&](std::vector<TextLosses>& batch, bool) {
        for (const TextLosses& one : batch) {
          if (one.stopped) {
            dropped = true;
          } else if (!one.text.problem.empty()) {
            ++losses.skipped;
            if (losses.skippedTexts.size() < kMostSkippedNames)
              losses.skippedTexts.push_back({one.text.place, one.text.problem});
          } else {
            addLosses(losses, clean, one);
          }
        }
        pruneTexts(losses);
      },
      [&](const CorpusProgress& now) {
        if (!after) return !dropped;
        sumUp();
        return after(now, losses) && !dropped;
      });
  losses.stopped = dropped || !ended;
  model.model->checkFiles();
  sumUp();
  return losses;
}

int CorpusLosses::rankOf(std::size_t head) const {
  return 1 + static_cast<int>(std::count_if(heads.begin(), heads.end(), [&](const HeadLoss& other) {
           return other.change.mean < heads[head].change.mean;
         }));
}

int CorpusLosses::sureHeads() const {
  return static_cast<int>(
      std::count_if(heads.begin(), heads.end(), [](const HeadLoss& each) { return each.isSure(); }));
}

Table lossesTable(const CorpusLosses& losses) {
  Table table;
  table.columns = {"ablation", "layer", "head", "log_probability_change", "error", "low", "high", "texts", "rank"};
  for (std::size_t head = 0; head < losses.heads.size(); ++head) {
    const HeadLoss& each = losses.heads[head];
    const MeanInterval& change = each.change;
    table.rows.push_back({losses.by == Ablate::By::Mean ? "mean" : "zero", static_cast<double>(each.head.layer),
                          static_cast<double>(each.head.head), change.mean, change.error, change.low, change.high,
                          static_cast<double>(change.texts), static_cast<double>(losses.rankOf(head))});
  }
  return table;
}

std::vector<std::string> remarksOn(const CorpusLosses& losses) {
  std::vector<std::string> remarks;
  char clean[96];
  std::snprintf(clean, sizeof clean, "ln p with all heads: %.4f (95%% interval %.4f to %.4f, %lld texts). ",
                losses.clean.mean, losses.clean.low, losses.clean.high, static_cast<long long>(losses.texts));
  remarks.push_back(clean + std::to_string(losses.sureHeads()) + " of " + std::to_string(losses.heads.size()) +
                    " heads change it with a 95% interval without 0; without any effect about " +
                    std::to_string(std::lround((1 - kIntervalLevel) * static_cast<double>(losses.heads.size()))) +
                    " would.");
  if (losses.cut > 0)
    remarks.push_back(std::to_string(losses.cut) + " of " + std::to_string(losses.texts) + " texts were cut.");
  if (losses.skipped > 0)
    remarks.push_back(std::to_string(losses.skipped) + (losses.skipped == 1 ? " text" : " texts") +
                      " skipped: " + losses.skippedTexts.front().place + ": " + losses.skippedTexts.front().why +
                      (losses.skipped > 1 ? "; …" : ""));
  return remarks;
}

}  // namespace headlight
