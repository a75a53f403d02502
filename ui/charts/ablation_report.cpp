#include "ui/charts/ablation_report.h"

#include <algorithm>
#include <numeric>

#include "core/analysis/prediction_change.h"
#include "core/analysis/head_table.h"
#include "core/attention/trace_maps.h"
#include "core/model/predictions.h"
#include "ui/charts/typed_outcome.h"

namespace headlight {
namespace {

/// The label of every head; none where the model has no tokens to probe it with.
std::vector<HeadLabel> labelsOf(const ModelFolder& model, const std::shared_ptr<const Trace>& trace,
                                const Progress& progress) {
  const TraceMaps maps(trace);
  const std::vector<std::vector<ProbeScores>> probe = probeHeads(model, AttentionType::Self, progress);
  std::vector<HeadLabel> labels;
  for (int layer = 0; layer < maps.layers(); ++layer)
    for (int head = 0; head < maps.heads(); ++head) {
      const auto l = static_cast<std::size_t>(layer), h = static_cast<std::size_t>(head);
      const auto induction = probe.empty() ? std::nullopt : std::optional(probe[l][h].induction);
      labels.push_back(labelHead(maps, {layer, head}, trace->layers[l].rule->visibility, induction).label);
    }
  return labels;
}

}  // namespace

AblationReport tellAblation(const ModelFolder& model, const std::shared_ptr<const Trace>& clean,
                           const AblationQuestion& question, bool labels, const Progress& progress) {
  AblationReport story;
  story.question = question;
  story.model = QString::fromStdString(model.name);
  story.answer = outcomeText(model, question.outcome.id);
  story.effects = ablateEveryHead(*model.model, clean, question, progress.slice(0, labels ? 0.8 : 1));
  story.logProbability =
      logProbabilities(clean->logits, question.outcome.row)[static_cast<std::size_t>(question.outcome.id)];
  // The probe is of a text over itself.
  if (labels && question.attention == AttentionType::Self)
    story.labels = labelsOf(model, clean, progress.slice(0.8, 1));
  return story;
}

std::shared_ptr<const AblationReport> withoutText(const std::shared_ptr<const AblationReport>& story) {
  auto copy = std::make_shared<AblationReport>(*story);
  copy->text.clear();
  copy->answer.clear();
  copy->question.other.clear();
  copy->question.others.clear();
  return copy;
}

std::vector<std::size_t> largestDrops(const AblationReport& story) {
  std::vector<std::size_t> order(story.effects.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return story.effects[a].logProbabilityChange < story.effects[b].logProbabilityChange;
  });
  return order;
}

}  // namespace headlight
