#include "app/commands/figure/circuits_argument.h"

#include "app/commands/analyse/question_words.h"
#include "app/commands/figure/ablation_argument.h"
#include "app/terminal_progress.h"
#include "app/usage_error.h"
#include "core/base/error.h"
#include "core/circuits/lens/lens_file.h"

namespace headlight {

void CircuitsArgument::addTo(CLI::App& command) {
  command
      .add_option("--show", show,
                  "Circuits: the tensor of headlight analyse that is drawn: attribution.A, patch.z, edges.eap, …")
      ->type_name("TENSOR")
      ->capture_default_str();
  command.add_option("--other-text", otherText, "Circuits: text B with as many tokens; its values are put into text A")
      ->type_name("T");
  command
      .add_option("--against", against,
                  "Circuits: outcome to subtract from --target, or none (default: the most likely of text B, or "
                  "the runner-up). Intervals and metric: statistics to compare with")
      ->type_name("TOKEN|FILE.headstats");
  command.add_option("--cell", cell, "Circuits: the cell that is explained, as 1.3:QUERY,KEY")->type_name("L.H:Q,K");
  command.add_option("--lens-file", lensFile, "Circuits: maps for the lens, a tuned lens's folder or a Jacobian lens")
      ->type_name("PLACE");
  command.add_option("--subject", subject, "Circuits: tokens that noise is put on: words, numbers or ranges")
      ->type_name("TOKENS");
}

void CircuitsArgument::check(const CLI::App& command) const {
  const CircuitView& view = circuitViewNamed(show);
  const AnalysisMethod& method = analysisMethodNamed(view.method);
  const auto refuse = [&](const char* option, bool reads) {
    if (command.count(std::string("--") + option) > 0 && !reads)
      throw UsageError("--" + std::string(option) + ": not used by --show " + show);
  };
  for (const char* option : {"other-text", "position", "target", "against", "cell", "subject", "lens-file"})
    refuse(option, method.reads(option));
  refuse("threshold", view.shape == FindingShape::Graph && view.method != "circuit");
  if (method.reads("cell") && cell.empty()) throw UsageError("--show " + show + ": expected --cell, found none");
}

FindingsReport CircuitsArgument::report(const FigureChoice& what, const AblationArgument& metric, const Source& model,
                                        const Reading& reading, Remarks& remarks) const {
  const CircuitView& view = circuitViewNamed(show);
  const AnalysisMethod& method = analysisMethodNamed(view.method);
  AnalysisQuestion question;
  question.model = model.model;
  if (method.reads("text")) question.a = reading.firstDraw;
  if (!otherText.empty()) {
    // Another text beside the same pictures or sound, changed in the same way.
    Input other = what.input.input();
    other.content = TextInput{orStandardInput(otherText), std::nullopt};
    ReadOptions how;
    how.interventions = what.intervene.parsed();
    question.b = what.input.readBy(model, what.decoder.with(other), remarks, how).firstDraw;
  }
  question.metric = metricNamed({metric.position.value_or(""), metric.target, against}, method, model, question.a.get(),
                                question.b.get());
  if (!cell.empty()) question.settings.cells = {cellNamed(cell, *model.model, *reading.firstDraw)};
  if (method.reads("subject")) question.settings.noise.tokens = subjectNamed(subject, *reading.firstDraw);
  if (!lensFile.empty())
    question.settings.lens = std::make_shared<const LensFile>(LensFile::open(lensFile, *model.model));
  const TerminalProgress terminal;
  question.progress = terminal.progress();
  FindingsReport report = tellFindings(model, view, std::move(question));
  report.other = QString::fromStdString(otherText);
  return report;
}

}  // namespace headlight
