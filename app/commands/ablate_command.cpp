#include <algorithm>
#include <iterator>
#include <ostream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/corpus_argument.h"
#include "app/commands/figure/ablation_argument.h"
#include "app/commands/table_output.h"
#include "app/decoder_argument.h"
#include "app/head_argument.h"
#include "app/terminal_progress.h"
#include "app/usage_error.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/corpus/corpus_ablation.h"
#include "core/model/predictions.h"
#include "core/reading/reader.h"

namespace headlight {
namespace {

struct AblateArguments {
  ModelArgument model;
  InputArgument input;
  DecoderArgument decoder;
  AttentionArgument attention;
  HeadArgument heads;
  AblationArgument what;
  CorpusArgument corpus;
  bool experts = false;
  std::string output;
};

bool isGiven(const InputArgument& input) {
  return input.text || input.sound || input.pixels || !input.images.empty() || !input.file.empty() ||
         !input.ids.empty() || input.chat.given();
}

/// What each head's absence costs over many texts.
void ablateOverTexts(const AblateArguments& a, const CLI::App& app, std::ostream& out, Remarks& remarks) {
  a.corpus.check();
  for (const char* option :
       {"--text", "--pair", "--text-file", "--ids", "--types", "--chat", "--image", "--sound", "--pixels", "--prefix",
        "--attention", "--layer", "--head", "--target", "--position", "--of", "--experts"})
    if (app.get_option_no_throw(option) && app.count(option) > 0)
      throw UsageError(std::string(option) + ": cannot be combined with --texts, over which every head is ablated");
  if (a.decoder.given()) throw UsageError("--texts: cannot be combined with --decoder-… and --generate");
  const Source model = a.model.open(remarks);
  CorpusSettings settings;
  settings.maxTokens = static_cast<Index>(a.corpus.maxTokens);
  Table all;
  for (const std::string& by : a.what.by) {
    Corpus corpus(a.corpus.spec(model));
    const TerminalProgress terminal;
    const Progress tell = terminal.progress();
    const CorpusLosses losses = ablateOver(model, corpus, settings, by == "mean" ? Ablate::By::Mean : Ablate::By::Zero,
                                           [&](const CorpusProgress& now, const CorpusLosses&) {
                                             tell(now.part, std::to_string(now.counted) + " texts");
                                             return true;
                                           });
    remarks.add(remarksOn(losses));
    if (losses.texts == 0) throw Error("--texts: expected a text with something to predict, found none");
    Table table = lossesTable(losses);
    all.columns = std::move(table.columns);
    std::move(table.rows.begin(), table.rows.end(), std::back_inserter(all.rows));
  }
  writeTable(all, a.output, out);
}

}  // namespace

Action addAblateCommand(CLI::App& app) {
  const auto a = std::make_shared<AblateArguments>();
  a->model.addTo(app);
  a->input.optional = true;
  a->input.addTo(app);
  a->corpus.addFilesTo(app);
  a->decoder.addTo(app);
  a->attention.addTo(app, "Attention of an encoder–decoder model (default: decoder)");
  a->heads.addTo(app, "Only these layers, from 0 (1, or 0,2, or 0-3)",
                 "Only these heads: 1.3 (or L1H3; cross 1.3), or numbers from 0 of every layer");
  a->what.addTo(app);
  app.add_flag("--experts", a->experts, "Switch off each expert of a mixture instead of each head");
  addTableOutput(app, a->output);
  return [a, &app](std::ostream& out, Remarks& remarks) {
    if (a->experts && a->heads.given())
      throw UsageError("--experts: cannot be combined with --layer and --head, which choose heads");
    if (a->experts && app.count("--by") + app.count("--of") > 0)
      throw UsageError("--experts: cannot be combined with --by and --of, which replace the output of heads");
    a->what.check();
    if (a->corpus.given()) return ablateOverTexts(*a, app, out, remarks);
    for (const char* option : {"--field", "--limit", "--max-tokens"})
      if (app.count(option) > 0) throw UsageError(std::string(option) + ": expected --texts, whose texts it is about");
    if (!isGiven(a->input)) throw UsageError("--text or --texts: expected what the model reads, found none");
    const HeadSet heads = a->heads.given() ? a->heads.set(a->attention) : HeadSet();
    a->input.settleText(a->model, remarks);
    const Source model = a->model.open(remarks);
    const auto clean = a->input.readBy(model, a->decoder.with(a->input.input()), remarks).firstDraw;
    const AttentionType attention = a->attention.type(model);
    a->heads.checkThere(heads, TraceMaps(clean, attention));
    Table table;
    if (a->experts) {
      table.columns = {"layer", "expert", "tokens", "log_probability", "log_probability_change", "kl"};
      AblationQuestion asked = a->what.questions(model, *clean, remarks).front();
      asked.attention = attention;
      const double before =
          logProbabilities(clean->logits, asked.outcome.row)[static_cast<std::size_t>(asked.outcome.id)];
      for (const ExpertAblationEffect& effect : ablateEveryExpert(*model.model, clean, asked))
        table.rows.push_back({static_cast<double>(effect.layer), static_cast<double>(effect.expert),
                              static_cast<double>(effect.tokens), before + effect.logProbabilityChange,
                              effect.logProbabilityChange, effect.divergence});
      return writeTable(table, a->output, out);
    }
    table.columns = {"ablation", "layer", "head", "log_probability", "log_probability_change", "kl"};
    for (AblationQuestion asked : a->what.questions(model, *clean, remarks)) {
      asked.attention = attention;
      asked.heads = heads;
      const auto id = static_cast<std::size_t>(asked.outcome.id);
      const double before = logProbabilities(clean->logits, asked.outcome.row)[id];
      const std::string by = asked.by == Ablate::By::Zero ? "zero" : "mean";
      for (const AblationEffect& effect : ablateEveryHead(*model.model, clean, asked))
        table.rows.push_back({by, static_cast<double>(effect.head.layer), static_cast<double>(effect.head.head),
                              before + effect.logProbabilityChange, effect.logProbabilityChange, effect.divergence});
    }
    writeTable(table, a->output, out);
  };
}

}  // namespace headlight
