#include <cmath>
#include <ostream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/json_lines.h"
#include "core/base/error.h"
#include "core/model/predictions.h"

namespace headlight {
namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
  ModelArgument model;
  InputArgument input;
  int top = 10;
};

Json described(const std::vector<Prediction>& predictions, int top, const char* nameKey) {
  Json list = Json::array();
  for (const Prediction& p : predictions) {
    if (static_cast<int>(list.size()) == top) break;
    Json entry = {{"id", p.id}, {nameKey, p.text}};
    // A regression has a value in place of a probability.
    if (std::isnan(p.probability)) {
      entry["value"] = p.logProbability;
    } else {
      entry["probability"] = p.probability;
      entry["log_probability"] = p.logProbability;
    }
    list.push_back(std::move(entry));
  }
  return list;
}

Json positions(const std::vector<PositionPredictions>& predictions, const Encoding& encoding, int top,
               const char* nameKey) {
  Json list = Json::array();
  for (const PositionPredictions& at : predictions)
    list.push_back({{"position", at.position},
                    {"token", encoding.tokens[static_cast<std::size_t>(at.position)].text},
                    {"predictions", described(at.top, top, nameKey)}});
  return list;
}

Json predicted(const ModelFolder& model, const Trace& trace, int top) {
  const ModelInfo& info = model.model->info();
  const Encoding& encoding = trace.encoding;
  Json answer = {{"model", model.name}};
  switch (info.head) {
    case HeadKind::CausalLm:
      answer["kind"] = "next token";
      answer["predictions"] = described(
          nextTokens(trace, static_cast<Index>(encoding.size()) - 1, top, model.tokenizer.get()), top, "token");
      break;
    case HeadKind::MaskedLm: {
      const auto mask = model.tokenizer ? model.tokenizer->maskId() : std::nullopt;
      if (!mask) throw Error("model '" + model.name + "': expected a tokenizer that names a mask token, found none");
      const auto masked = maskedTokens(trace, *mask, top, model.tokenizer.get());
      if (masked.empty())
        throw Error("text: expected at least one " + model.tokenizer->tokenOf(*mask).value_or("mask token") +
                    " to fill, found none");
      answer["kind"] = "masked tokens";
      answer["positions"] = positions(masked, encoding, top, "token");
      break;
    }
    case HeadKind::SequenceClassification:
      answer["kind"] = "class";
      answer["predictions"] = described(classes(trace, info), top, "label");
      break;
    case HeadKind::TokenClassification:
    case HeadKind::ReplacedTokenDetection:
      answer["kind"] = "class of each token";
      answer["positions"] = positions(tokenLabels(trace, info), encoding, top, "label");
      break;
    case HeadKind::None:
      throw Error("model '" + model.name +
                  "': expected a model with a head, found a base model, which predicts nothing");
  }
  return answer;
}

}  // namespace

Action addPredictCommand(CLI::App& app) {
  const auto a = std::make_shared<Arguments>();
  a->model.addTo(app);
  a->input.addTo(app);
  app.add_option("--top", a->top, "How many, likeliest first")->check(CLI::Range(1, 1000000))->capture_default_str();
  return [a](std::ostream& out) {
    const ModelFolder model = a->model.open();
    out << dumpLine(predicted(model, *model.model->run(a->input.encode(model)), a->top)) << '\n';
  };
}

}  // namespace headlight
