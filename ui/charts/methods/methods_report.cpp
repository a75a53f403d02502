#include "ui/charts/methods/methods_report.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "ui/charts/typed_outcome.h"
#include "ui/figures/token_label.h"

namespace headlight {
namespace {

template <class Which>
bool isAmong(const std::vector<Which>& list, Which which) {
  return std::find(list.begin(), list.end(), which) != list.end();
}

}  // namespace

const std::vector<Method>& slowMethods() {
  static const std::vector<Method> kSlow = {Method::ValueZeroing};
  return kSlow;
}

const std::vector<Evidence>& slowEvidence() {
  static const std::vector<Evidence> kSlow = {Evidence::Hiding, Evidence::IntegratedGradients};
  return kSlow;
}

PredictionEvidence readEvidence(const ModelFolder& model, std::shared_ptr<const Trace> trace, AttentionType attention,
                                Index query, const std::vector<Evidence>& without, const Progress& progress) {
  std::vector<Evidence> wanted;
  for (const Evidence each : {Evidence::GradientAttention, Evidence::Hiding, Evidence::Relevance,
                              Evidence::GradientInput, Evidence::IntegratedGradients})
    if (!isAmong(without, each)) wanted.push_back(each);
  return predictionEvidence(model.model, std::move(trace), attention, query, wanted, progress);
}

MethodsRead readMethods(const ModelFolder& model, std::shared_ptr<const Trace> trace,
                        AttentionType attention, const std::vector<Method>& without, const Progress& progress) {
  MethodsRead read;
  read.trace = std::move(trace);
  const auto count = static_cast<double>(methods().size());
  double done = 0;
  for (const MethodInfo& info : methods()) {
    const double from = done++ / count;
    if (info.method == Method::Raw || isAmong(without, info.method)) continue;
    progress(from, info.name);
    try {
      read.maps.push_back(
          {info.method,
           attentionBy(info.method, attention, model.model, read.trace, progress.slice(from, done / count))});
    } catch (const Error& error) {
      read.missing.emplace_back(info.method, QString::fromUtf8(error.what()));
    }
  }
  progress(1);
  return read;
}

bool MethodsReport::isApart(const MethodAgainstRaw& row, Index key) const {
  return isAmong(sinks, key) || (row.is(Evidence::Relevance) && head.attention != AttentionType::Cross && key == query);
}

std::optional<Index> MethodsReport::strongest(const MethodAgainstRaw& row) const {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < row.row.size(); ++i) {
    if (isApart(row, methods.keys[i])) continue;
    if (!best || row.row[i] > row.row[*best]) best = i;
  }
  return best ? std::optional(methods.keys[*best]) : std::nullopt;
}

MethodsReport tellMethods(const ModelFolder& model, const MethodsRead& read, const PredictionEvidence* evidence,
                          HeadId head, Index query, const std::vector<Index>& sinks) {
  MethodsReport story;
  story.methods = methodsAgainstRaw(read.trace, head, query, read.maps);
  for (const auto& [method, why] : read.missing) story.missing.emplace_back(method, why);
  if (evidence) {
    story.methods.add(evidence->rowsFor(head, story.methods.keys));
    for (const auto& [method, why] : evidence->missing) story.missing.emplace_back(method, QString::fromStdString(why));
    if (story.methods.rows.back().scope == RowScope::Model) {
      story.prediction = outcomeText(model, evidence->metric.target);
      story.probability = std::exp(evidence->logProbability);
    }
  }
  story.model = QString::fromStdString(model.model->info().name);
  story.head = head;
  story.query = query;
  story.tokens = read.trace->queryTokens(head.attention);
  story.sinks = sinks;
  return story;
}

std::shared_ptr<const MethodsReport> withoutText(const std::shared_ptr<const MethodsReport>& story) {
  auto copy = std::make_shared<MethodsReport>(*story);
  copy->text.clear();
  copy->changed.clear();
  copy->prediction.clear();
  copy->tokens = numberedTokens(story->tokens);
  return copy;
}

}  // namespace headlight
