#include "ui/window/animation_choices.h"

#include "core/model/predictions.h"
#include "ui/charts/ablation_sweep.h"
#include "ui/figures/token_axis.h"
#include "ui/panels/export/shown_session.h"
#include "ui/panels/sweeps.h"
#include "ui/state/panel_kind.h"
#include "ui/walkthrough/walk_export.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// Without each head in turn: the likeliest token behind the text.
Animation ablationOf(const RunResult& reading, const Session& session, const RunResults& results,
                     const Progress& progress) {
  AblationQuestion question;
  question.outcome.row = reading.trace->logits.rows() - 1;
  question.outcome.id =
      likeliestTokens(logProbabilities(reading.trace->logits, question.outcome.row), 1, reading.request.model->writer())
          .front()
          .id;
  auto story = std::make_shared<AblationReport>(
      tellAblation(*reading.request.model, reading.trace, question, true, progress));
  story->text = reading.context.text;
  const Session shown = withoutPlaces(shownSession(session, session.state.panels, results));
  Provenance made;
  made.model = story->model.toStdString();
  made.fingerprint = shown.fingerprint;
  made.text = story->text.toStdString();
  made.session = sessionText(shown);
  return ablationSweep(story, AblationMeasure::LogProbability, made);
}

}  // namespace

std::vector<AnimationChoice> animationChoices(const Session& session, const RunResults& results) {
  std::vector<AnimationChoice> choices;
  const PanelState& panel = session.state.panels.front();
  const PanelSettings& has = panelKind(panel.kind).has;
  const std::shared_ptr<const RunResult> reading = results[RunId{}];
  if (!has.allHeads && !has.flow && !lacksReading(panel, results)) {
    const auto maps = mapsOf(panel, *results[panel.source]);
    const auto add = [&](const QString& name, Sweep sweep) {
      choices.push_back({name, [=](const Progress&) { return sweepOf(sweep, session, results); }});
    };
    if (maps->layerNumbers().size() > 1) add(Words::tr("Through the layers"), Sweep::Layers);
    if (maps->headNumbers().size() > 1) add(Words::tr("Through the heads"), Sweep::Heads);
  }
  if (!reading->trace) return choices;
  if (!lacksReading(panel, results) && reading->written < static_cast<Index>(reading->trace->encoding.size()))
    choices.push_back({Words::tr("Token by token, as it was written"),
                       [=](const Progress&) { return sweepOf(Sweep::Generation, session, results); }});
  choices.push_back({Words::tr("Walkthrough of this head"), [=](const Progress& progress) {
                       const Index token = session.state.token.value_or(defaultToken(reading->maps->queryTokens()));
                       const auto story =
                           std::make_shared<const WalkReport>(tellWalk(*reading, session.state.head, token, progress));
                       return walkAnimation(*reading, story, false, session, results);
                     }});
  if (reading->request.model && reading->request.model->info.head == OutputHeadKind::CausalLm &&
      reading->trace->logits.rows() > 0)
    choices.push_back({Words::tr("Ablation, head by head"),
                       [=](const Progress& progress) { return ablationOf(*reading, session, results, progress); }});
  return choices;
}

}  // namespace headlight
