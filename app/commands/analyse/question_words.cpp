#include "app/commands/analyse/question_words.h"

#include "app/arguments.h"
#include "core/analysis/ablation.h"
#include "core/analysis/effect.h"
#include "core/base/error.h"
#include "core/findings/asked_metric.h"
#include "core/intervention/grammar.h"
#include "core/model/head.h"
#include "core/text/token_names.h"

namespace headlight {
namespace {

/// The row of the logits that --position names, or where the model predicts.
Index rowNamed(const std::string& position, const AnalysisMethod& method, const Source& model, const Trace& trace) {
  // A lens of a masked model shows every token and needs no mask.
  if (position.empty() && !method.reads("target") && model.info.head != OutputHeadKind::CausalLm) return 0;
  if (position.empty()) return answerRows(model.info, trace, model.tokenizer.get()).front();
  const NamedTokens named = namedBy("--position", position, trace.encoding.tokens);
  if (!answersEachToken(model.model->description()))
    throw Error("--position: the model predicts once for the whole text");
  return named.end - 1;  // The last token of a word: what a causal model says after it.
}

}  // namespace

LogitMetric metricNamed(const MetricWords& words, const AnalysisMethod& method, const Source& model, const Trace* a,
                        const Trace* b) {
  AskedMetric asked;
  if (a && (method.reads("position") || method.reads("target"))) asked.row = rowNamed(words.position, method, model, *a);
  if (!method.reads("target")) return {asked.row};
  if (words.logProbability && !words.against.empty())
    throw Error("--log-probability: watches one outcome, --against is the other of a difference");
  if (!words.target.empty()) asked.target = outcomeNamed(model, words.target);
  asked.alone = words.logProbability || words.against == "none";
  if (!asked.alone && !words.against.empty()) asked.against = outcomeNamed(model, words.against);
  return settledMetric(asked, *a, b);
}

std::vector<Index> subjectNamed(const std::string& text, const Trace& trace) {
  if (text.empty()) throw Error("--subject: expected the tokens that noise is put on, found none");
  try {
    return allTokensNamed(text, trace.encoding.tokens);
  } catch (const Error& error) {
    throw Error("--subject " + std::string(error.what()));
  }
}

ScoreCell cellNamed(const std::string& text, const Model& model, const Trace& trace) {
  const auto colon = text.find(':'), comma = text.rfind(',');
  if (colon == text.npos || comma == text.npos || comma < colon)
    throw Error("--cell '" + text + "': expected LAYER.HEAD:QUERY,KEY");
  const std::vector<HeadId> heads = headsOf(parseHeads(text.substr(0, colon)), model);
  if (heads.size() != 1) throw Error("--cell '" + text + "': expected one head, found " + std::to_string(heads.size()));
  const auto token = [&](const std::string& name) {
    const NamedTokens named = namedBy("--cell", name, trace.encoding.tokens);
    if (named.end - named.begin != 1) throw Error("--cell '" + text + "': '" + name + "': expected one token");
    return named.begin;
  };
  return {heads.front(), token(text.substr(colon + 1, comma - colon - 1)), token(text.substr(comma + 1))};
}

}  // namespace headlight
