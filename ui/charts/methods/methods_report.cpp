#include "ui/charts/methods/methods_report.h"

#include <algorithm>

#include "core/base/error.h"
#include "ui/figures/token_label.h"

namespace headlight {

MethodsRead readMethods(const ModelFolder& model, std::shared_ptr<const Trace> trace,
                        AttentionType attention, const std::vector<Method>& without, const Progress& progress) {
  MethodsRead read;
  read.trace = std::move(trace);
  const auto count = static_cast<double>(methods().size());
  double done = 0;
  for (const MethodInfo& info : methods()) {
    const double from = done++ / count;
    if (info.method == Method::Raw || std::find(without.begin(), without.end(), info.method) != without.end()) continue;
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

std::optional<Index> MethodsReport::strongest(const MethodAgainstRaw& row) const {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < row.row.size(); ++i) {
    if (std::find(sinks.begin(), sinks.end(), methods.keys[i]) != sinks.end()) continue;
    if (!best || row.row[i] > row.row[*best]) best = i;
  }
  return best ? std::optional(methods.keys[*best]) : std::nullopt;
}

MethodsReport tellMethods(const MethodsRead& read, HeadId head, Index query, const std::vector<Index>& sinks) {
  MethodsReport story;
  story.methods = methodsAgainstRaw(read.trace, head, query, read.maps);
  story.missing = read.missing;
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
  copy->tokens = numberedTokens(story->tokens);
  return copy;
}

}  // namespace headlight
