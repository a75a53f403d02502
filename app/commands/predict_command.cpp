#include <cmath>
#include <ostream>

#include "app/arguments.h"
#include "app/commands/figure/ablation_argument.h"
#include "app/commands/commands.h"
#include "app/commands/json_lines.h"
#include "app/decoder_argument.h"
#include "app/usage_error.h"
#include "core/analysis/ablation.h"
#include "core/analysis/effect.h"
#include "core/analysis/lens_grid.h"
#include "core/analysis/logit_lens.h"
#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "core/io/atomic_file.h"
#include "core/model/predictions.h"
#include "core/reading/reader.h"
#include "core/text/token_names.h"

namespace headlight {
namespace {

using Json = nlohmann::ordered_json;

struct PredictArguments {
  ModelArgument model;
  InputArgument input;
  DecoderArgument decoder;
  InterveneArgument intervene;
  int top = 10;
  bool lens = false, surprise = false;
  std::vector<std::string> attribute;
  std::string output;
};

/// What was there before the interventions, and how far the draws of a dropout lie apart; nothing without
/// interventions.
struct Before {
  std::shared_ptr<const Trace> trace;
  Logits deviation;
};

Json described(const std::vector<Prediction>& predictions, int top, const char* nameKey, const Before& before = {},
               Index row = 0) {
  std::vector<double> earlier;
  if (before.trace) earlier = logProbabilities(before.trace->logits, row);
  const bool drawn = before.deviation.size() > 0;
  const Logits::Row spread = drawn ? before.deviation.row(row) : Logits::Row();
  Json list = Json::array();
  for (const Prediction& p : predictions) {
    if (static_cast<int>(list.size()) == top) break;
    Json entry = {{"id", p.id}, {nameKey, p.text}};
    const bool isValue = p.value.has_value();
    if (isValue) {
      entry["value"] = *p.value;
    } else {
      entry["probability"] = p.probability;
      entry["log_probability"] = p.logProbability;
    }
    if (before.trace && isValue) entry["value_before"] = before.trace->logits(row, 0);
    if (before.trace && !isValue && before.trace->logits.cols() > 1) {
      const double was = earlier[static_cast<std::size_t>(p.id)];
      entry["probability_before"] = std::exp(was);
      entry["log_probability_change"] = p.logProbability - was;
      if (drawn) entry["standard_deviation"] = spread[p.id];
    }
    list.push_back(std::move(entry));
  }
  return list;
}

Json positions(const std::vector<PositionPredictions>& predictions, const Trace& trace, int top, const char* nameKey,
               const Before& before) {
  Json list = Json::array();
  for (const PositionPredictions& at : predictions) {
    list.push_back({{"position", at.position},
                    {"token", nameOf(trace.encoding.tokens[static_cast<std::size_t>(at.position)])},
                    {"predictions", described(at.top, top, nameKey, before, at.position)}});
    if (before.trace && trace.logits.cols() > 1)
      list.back()["kl_from_before"] =
          divergence(before.trace->logits, trace.logits, at.position);
  }
  return list;
}

Json predicted(const ModelFolder& model, const Trace& trace, int top, const Before& before) {
  const ModelInfo& info = model.model->info();
  const Tokenizer* tokenizer = model.writer();
  const Index row = answerRows(info, trace, tokenizer).front();
  Json answer = {{"model", model.name}};
  const auto one = [&](const char* kind, const std::vector<Prediction>& predictions, const char* nameKey, int count) {
    answer["kind"] = kind;
    answer["predictions"] = described(predictions, count, nameKey, before, row);
    if (before.trace && trace.logits.cols() > 1)
      answer["kl_from_before"] =
          divergence(before.trace->logits, trace.logits, row);
  };
  switch (info.head) {
    case OutputHeadKind::CausalLm:
      one("next token", nextTokens(trace, row, top, tokenizer), "token", top);
      break;
    case OutputHeadKind::MaskedLm:
      answer["kind"] = "masked tokens";
      answer["positions"] =
          positions(maskedTokens(trace, *tokenizer->maskId(), top, tokenizer), trace, top, "token", before);
      break;
    case OutputHeadKind::SequenceClassification:
      one("class", classes(trace, info), "label", top);
      break;
    default:
      answer["kind"] = "class of each token";
      answer["positions"] = positions(tokenLabels(trace, info), trace, top, "label", before);
  }
  return answer;
}

/// What the head would say after each layer.
std::vector<std::vector<Prediction>> lensAnswers(const ModelFolder& model, const Trace& trace, Index row, int top) {
  const ModelInfo& info = model.model->info();
  if (info.head == OutputHeadKind::CausalLm || info.head == OutputHeadKind::MaskedLm)
    return lensPredictions(model, trace, row, top);
  const Logits lens = logitLens(*model.model, trace, row);
  std::vector<std::vector<Prediction>> layers;
  for (Index layer = 0; layer < lens.rows(); ++layer) {
    Trace single;
    single.encoding = trace.encoding;
    single.logits = Matrix(lens.row(layer));
    layers.push_back(info.head == OutputHeadKind::SequenceClassification ? classes(single, info)
                                                                         : tokenLabels(single, info).front().top);
  }
  return layers;
}

Json lensOf(const ModelFolder& model, const Trace& trace, Index row, int top) {
  Json layers = Json::array();
  for (const std::vector<Prediction>& predictions : lensAnswers(model, trace, row, top))
    layers.push_back({{"after_layers", layers.size()}, {"predictions", described(predictions, top, "outcome")}});
  return layers;
}

Json attributionOf(const ModelFolder& model, const Trace& trace, Index row, const std::vector<std::string>& tokens,
                   Remarks& remarks) {
  if (tokens.size() > 2)
    throw UsageError("--attribute: expected one token or two, found " + std::to_string(tokens.size()));
  const auto named = [&](const std::string& token) { return outcomeOf("--attribute", model, token, remarks); };
  const std::int64_t id = named(tokens.front());
  const auto against = tokens.size() == 2 ? std::optional(named(tokens.back())) : std::nullopt;
  const LogitAttribution attribution = attributeLogit(*model.model, trace, row, id, against);
  Json parts = Json::array();
  for (const LogitPart& part : attribution.parts) {
    Json entry = {{"part", nameOf(part.kind)}};
    if (part.kind != LogitPart::Kind::Embedding && part.kind != LogitPart::Kind::Bias) entry["layer"] = part.head.layer;
    if (part.kind == LogitPart::Kind::Head) entry["head"] = part.head.head;
    entry["value"] = part.value;
    parts.push_back(std::move(entry));
  }
  Json answer = {{"position", row}, {"id", id}};
  if (against) answer["against"] = *against;
  answer[against ? "logit_difference" : "logit"] = attribution.logit;
  answer["parts"] = std::move(parts);
  return answer;
}

Json surpriseOf(const ModelFolder& model, const Trace& trace) {
  const std::vector<std::optional<double>> surprise = tokenSurprisal(model, trace);
  Json list = Json::array();
  for (std::size_t i = 0; i < surprise.size(); ++i) {
    list.push_back({{"token", nameOf(trace.encoding.tokens[i])}, {"nats", nullptr}});
    if (surprise[i]) list.back()["nats"] = *surprise[i];
  }
  return list;
}

const char* nameOf(Generation::StopReason end) {
  switch (end) {
    case Generation::StopReason::Eos:
      return "end token";
    case Generation::StopReason::MaxTokens:
      return "length";
    case Generation::StopReason::MaxPositions:
      return "positions";
    case Generation::StopReason::None:
      break;
  }
  return "";
}

/// What the model wrote, step by step.
Json generated(const ModelFolder& model, const Generation& generation) {
  Json steps = Json::array();
  std::vector<std::int64_t> ids;
  for (const GenerationStep& step : generation.steps) {
    ids.push_back(step.chosen.id);
    Json entry = {{"id", step.chosen.id},
                  {"token", step.chosen.text},
                  {"probability", step.chosen.probability},
                  {"log_probability", step.chosen.logProbability}};
    if (step.forced) entry["forced"] = true;
    entry["alternatives"] = described(step.top, static_cast<int>(step.top.size()), "token");
    steps.push_back(std::move(entry));
  }
  Json answer = {{"model", model.name}, {"kind", "generation"}};
  if (const Tokenizer* writer = model.writer()) answer["text"] = writer->decode(ids, true);
  answer["ids"] = ids;
  answer["log_probability"] = generation.logProbability();
  answer["end"] = nameOf(generation.end);
  answer["steps"] = std::move(steps);
  return answer;
}

/// Throws Error for what is told of one place alone.
void refuseBeside(const PredictArguments& a) {
  for (const auto& [given, option] : {std::pair{a.lens, "--lens"}, std::pair{a.surprise, "--surprise"},
                                      std::pair{!a.attribute.empty(), "--attribute"}})
    if (given) throw UsageError(std::string("--generate: cannot be combined with ") + option);
}

}  // namespace

Action addPredictCommand(CLI::App& app) {
  const auto a = std::make_shared<PredictArguments>();
  a->model.addTo(app);
  a->input.addTo(app);
  a->decoder.addTo(app);
  a->intervene.addTo(app);
  app.add_option("--top", a->top, "Number of predictions, most likely first")
      ->check(CLI::Range(1, 1000000))->capture_default_str();
  app.add_flag("--lens", a->lens, "Add the logit lens: prediction after each layer");
  app.add_option("--attribute", a->attribute,
                 "Add direct logit attribution for a token or the difference of two (text, or its id: id:5)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("TOKEN[,TOKEN]");
  app.add_flag("--surprise,--surprisal", a->surprise, "Add surprisal of every token, -ln p");
  app.add_option("-o,--output", a->output, "Output file: .json; without it or with -, standard output")
      ->type_name("OUT");
  return [a](std::ostream& out, Remarks& remarks) {
    if (a->decoder.generates()) refuseBeside(*a);
    if (!a->output.empty() && a->output != "-" && !a->output.ends_with(".json"))
      throw UsageError("output '" + a->output + "': expected a name ending in .json");
    const auto put = [&](const Json& answer) {
      if (a->output.empty() || a->output == "-")
        out << dumpLine(answer) << '\n';
      else
        writeWhole(a->output, [&](std::ostream& file) { file << dumpLine(answer) << '\n'; });
    };
    a->input.settleText(a->model, remarks);
    const Source model = a->model.open(remarks);
    const Input input = a->decoder.with(a->input.input());
    ReadOptions options;
    options.interventions = a->intervene.parsed();
    options.alternatives = a->top;
    Before before;
    if (a->intervene.given() && !input.writing)
      options.resumeFrom = before.trace = a->input.readBy(model, input, remarks).trace;
    const Reading reading = a->input.readBy(model, input, remarks, options);
    before.deviation = reading.deviation;
    if (reading.generation) {
      Json answer = generated(model, *reading.generation);
      if (a->intervene.given()) answer["interventions"] = textOf(reading.interventions);
      put(answer);
      return;
    }
    Json answer = predicted(model, *reading.trace, a->top, before);
    if (a->intervene.given()) answer["interventions"] = textOf(reading.interventions);
    // These read hidden states, which a mean over draws does not have.
    const Index row = answerRows(model.model->info(), *reading.trace, model.tokenizer.get()).front();
    if (a->lens) answer["lens"] = lensOf(model, *reading.firstDraw, row, a->top);
    if (!a->attribute.empty())
      answer["attribution"] = attributionOf(model, *reading.firstDraw, row, a->attribute, remarks);
    if (a->surprise) answer["surprise"] = surpriseOf(model, *reading.firstDraw);
    put(answer);
  };
}

}  // namespace headlight
