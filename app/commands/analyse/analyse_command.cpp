#include <algorithm>
#include <ostream>

#include "app/arguments.h"
#include "app/commands/analyse/question_words.h"
#include "app/commands/commands.h"
#include "app/decoder_argument.h"
#include "app/terminal_progress.h"
#include "core/base/error.h"
#include "core/base/nearest_names.h"
#include "core/circuits/lens/lens_file.h"
#include "core/findings/analysis_methods.h"
#include "core/intervention/grammar.h"
#include "core/model/predictions.h"
#include "core/reading/reader.h"
#include "core/text/token_names.h"

namespace headlight {
namespace {

struct AnalyseArguments {
  ModelArgument model;
  InputArgument input;
  DecoderArgument decoder;
  InterveneArgument intervene;
  std::string method, otherText, position, target, against, heads, subject, lensFile, output;
  SubjectNoise noise;
  std::vector<std::string> otherIds, cells, values, senders, receivers;
  bool logProbability = false;
  int top = 5;
  double faithfulness = AnalysisSettings().faithfulness;
  CLI::App* command = nullptr;

  bool gave(const char* option) const { return command->count(std::string("--") + option) > 0; }
};

/// Options that only some methods read.
constexpr const char* kMethodOptions[] = {"other-text", "other-ids",       "position",     "target",  "against",
                                          "cell",       "heads",           "values",       "top",     "sender",
                                          "receiver",   "log-probability", "faithfulness", "subject", "lens-file"};
/// Options that only a method with --subject reads.
constexpr const char* kNoiseOptions[] = {"noise", "draws", "noise-seed", "window"};
/// Options of which an input needs one, and those that say more about it.
constexpr const char* kInputs[] = {"text", "text-file", "ids", "chat", "image", "sound", "pixels"};
constexpr const char* kBesideInput[] = {"pair",         "types",       "part",     "prefix",
                                        "decoder-text", "decoder-ids", "generate", "intervene"};

bool gaveInput(const AnalyseArguments& a) {
  return std::any_of(std::begin(kInputs), std::end(kInputs), [&](const char* option) { return a.gave(option); });
}

void listMethods(std::ostream& out) {
  std::size_t width = 0;
  for (const AnalysisMethod& method : analysisMethods()) width = std::max(width, std::string(method.name).size());
  for (const AnalysisMethod& method : analysisMethods()) {
    std::string name = method.name;
    name.resize(width + 2, ' ');
    out << name << method.what << '\n';
  }
}

/// Throws Error for an option that the method does not read.
void refuseUnread(const AnalyseArguments& a, const AnalysisMethod& method) {
  for (const char* option : kMethodOptions) {
    const std::string name = option == std::string("other-ids") ? "other-text" : option;
    if (a.gave(option) && !method.reads(name))
      throw Error("--" + std::string(option) + ": method '" + method.name + "' does not read it");
  }
  for (const char* option : kNoiseOptions)
    if (a.gave(option) && !method.reads("subject"))
      throw Error("--" + std::string(option) + ": method '" + method.name + "' does not read it");
  if (method.reads("text")) return;
  const auto refuse = [&](const char* option) {
    if (a.gave(option))
      throw Error("--" + std::string(option) + ": method '" + method.name + "' reads the weights alone, no input");
  };
  std::for_each(std::begin(kInputs), std::end(kInputs), refuse);
  std::for_each(std::begin(kBesideInput), std::end(kBesideInput), refuse);
}

void checkValues(const AnalyseArguments& a, const AnalysisMethod& method) {
  for (const std::string& value : a.values)
    if (std::find(method.values.begin(), method.values.end(), value) == method.values.end())
      throw Error("--values '" + value + "': expected one of " + inQuotesOr(method.values));
}

std::map<std::string, std::string> notesOf(const AnalysisMethod& method, const Source& model,
                                           const AnalysisQuestion& q) {
  std::map<std::string, std::string> notes = {{"method", method.name}, {"model", model.name}};
  const bool read = method.reads("target") || model.info.head == OutputHeadKind::CausalLm;
  if (method.reads("position") && read) notes["position"] = std::to_string(q.metric.row);
  if (method.reads("target")) {
    notes["target"] = std::to_string(q.metric.target);
    if (q.settings.logProbability) notes["metric"] = "log probability";
    if (method.reads("subject")) {
      notes["noise"] = std::to_string(q.settings.noise.deviations) + " standard deviations, " +
                       std::to_string(q.settings.noise.draws) + " draws, seed " + std::to_string(q.settings.noise.seed);
      notes["window"] = std::to_string(q.settings.noise.window);
    }
    if (q.metric.against && method.reads("against")) notes["against"] = std::to_string(*q.metric.against);
  }
  return notes;
}

/// What a person reads for each outcome.
void addTexts(Findings& found, const Source& model) {
  const std::vector<std::string>& labels = model.info.labels;
  for (NamedTensor& tensor : found) {
    if (!tensor.outcomes || (labels.empty() && !model.writer())) continue;
    for (const double value : tensor.values) {
      const auto id = static_cast<std::int64_t>(value);
      const bool labelled = id >= 0 && static_cast<std::size_t>(id) < labels.size();
      tensor.texts.push_back(id < 0     ? ""
                             : labelled ? labels[static_cast<std::size_t>(id)]
                                        : textOfToken(id, model.writer()));
    }
  }
}

}  // namespace

Action addAnalyseCommand(CLI::App& app) {
  const auto a = std::make_shared<AnalyseArguments>();
  a->command = &app;
  app.add_option("method", a->method, "What is computed; without it the methods are listed")->type_name("METHOD");
  a->model.addTo(app);
  a->input.optional = true;  // The list of methods and methods of weights alone need none.
  a->input.addTo(app);
  a->decoder.addTo(app);
  a->intervene.addTo(app);
  app.add_option("--other-text", a->otherText,
                 "A second text B of as many tokens, whose values are put into the first, A")
      ->type_name("T");
  app.add_option("--other-ids", a->otherIds, "The same as token ids")->type_name("1,2,3")->excludes("--other-text");
  app.add_option("--position", a->position, "Token at which the prediction is read (default: where the model predicts)")
      ->type_name("TOKEN");
  app.add_option("--target", a->target, "Outcome whose logit is watched (default: the likeliest)")->type_name("TOKEN");
  app.add_option("--against", a->against,
                 "Outcome whose logit is subtracted, or none (default: the likeliest of text B, or the runner-up)")
      ->type_name("TOKEN");
  app.add_flag("--log-probability", a->logProbability,
               "Watch the logarithm of the target's probability, not a logit (gradients)");
  app.add_option("--cell", a->cells, "Cell of a head, as 1.3:QUERY,KEY; several times for several")
      ->type_name("L.H:Q,K")
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--heads", a->heads, "Only these heads (1.3 or 0-2.*)")->type_name("L.H,...");
  app.add_option("--values", a->values, "Only these of the values or variants that the method has")
      ->delimiter(',')
      ->type_name("NAME,...");
  app.add_option("--sender", a->senders, "Only edges from these nodes (input, head 0.1, mlp 0)")
      ->delimiter(',')
      ->type_name("NODE,...");
  app.add_option("--receiver", a->receivers, "Only edges into these nodes (q 1.2, k 1.2, v 1.2, mlp 1, logits)")
      ->delimiter(',')
      ->type_name("NODE,...");
  app.add_option("--subject", a->subject, "Tokens that noise is put on: words, numbers or ranges, separated by commas")
      ->type_name("TOKENS");
  app.add_option("--noise", a->noise.deviations, "Standard deviations of the text's token vectors that noise has")
      ->capture_default_str();
  app.add_option("--draws", a->noise.draws, "Runs with noise, averaged")->capture_default_str();
  app.add_option("--noise-seed", a->noise.seed, "Seed of the noise: same seed, same noise")->capture_default_str();
  app.add_option("--window", a->noise.window, "Layers in which outputs of sublayers are restored together")
      ->capture_default_str();
  app.add_option("--faithfulness", a->faithfulness, "Part of the difference to text B that a circuit has to reach")
      ->check(CLI::Range(0.01, 1.0))
      ->capture_default_str();
  app.add_option("--lens-file", a->lensFile,
                 "Maps for the lens: the folder of a tuned lens, or the file of a Jacobian lens")
      ->type_name("PLACE");
  app.add_option("--top", a->top, "Length of lists")->check(CLI::Range(1, 1000))->capture_default_str();
  app.add_option("-o,--output", a->output,
                 "Output file: .safetensors, .csv or .json; without it or with -, JSON to standard output")
      ->type_name("OUT");
  return [a](std::ostream& out, Remarks& remarks) {
    if (a->method.empty()) return listMethods(out);
    const AnalysisMethod& method = analysisMethodNamed(a->method);
    refuseUnread(*a, method);
    checkValues(*a, method);
    if (a->decoder.generates()) throw Error("--generate: expected a finished text, which analyse reads as it is");
    AnalysisQuestion q;
    Source model;
    if (method.reads("text")) {
      if (!gaveInput(*a)) throw Error("method '" + std::string(method.name) + "': expected an input (--text)");
      a->input.settleText(a->model, remarks);
      model = a->model.open(remarks);
      const Input input = a->input.input();
      ReadOptions how;
      how.interventions = a->intervene.parsed();
      q.a = a->input.readBy(model, a->decoder.with(input), remarks, how).firstDraw;
      if (!a->otherText.empty() || !a->otherIds.empty()) {
        // Another text beside the same pictures or sound.
        Input other = input;
        if (a->otherIds.empty())
          other.content = TextInput{orStandardInput(a->otherText), std::nullopt};
        else
          other.content = idsInput(typedIds(a->otherIds));
        q.b = a->input.readBy(model, a->decoder.with(other), remarks, how).firstDraw;
      }
    } else {
      model = a->model.open(remarks);
    }
    q.model = model.model;
    q.metric = metricNamed({a->position, a->target, a->against, a->logProbability}, method, model, q.a.get(), q.b.get());
    for (const std::string& cell : a->cells) q.settings.cells.push_back(cellNamed(cell, *q.model, *q.a));
    if (!a->heads.empty()) q.settings.heads = headsOf(parseHeads(a->heads), *q.model);
    q.settings.noise = a->noise;
    if (method.reads("subject")) q.settings.noise.tokens = subjectNamed(a->subject, *q.a);
    if (!a->lensFile.empty()) q.settings.lens = std::make_shared<const LensFile>(LensFile::open(a->lensFile, *q.model));
    q.settings.values = a->values;
    q.settings.senders = a->senders;
    q.settings.receivers = a->receivers;
    q.settings.top = a->top;
    q.settings.faithfulness = a->faithfulness;
    q.settings.logProbability = a->logProbability;
    Findings found = [&] {
      const TerminalProgress terminal;
      q.progress = terminal.progress();
      return method.run(q);
    }();
    addTexts(found, model);
    auto notes = notesOf(method, model, q);
    if (a->intervene.given()) notes["interventions"] = textOf(a->intervene.parsed());
    if (q.settings.lens) notes["lens"] = q.settings.lens->kind();
    if (a->output.empty() || a->output == "-")
      writeTensorsJson(out, found, notes);
    else
      writeTensors(a->output, found, notes);
  };
}

}  // namespace headlight
