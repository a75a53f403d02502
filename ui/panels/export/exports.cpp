#include "ui/panels/export/exports.h"

#include <QCoreApplication>

#include "ui/export/numbered_tokens.h"
#include "ui/panels/export/model_search.h"
#include "ui/panels/export/shown_session.h"
#include "ui/panels/export/workspace_figure.h"
#include "ui/panels/panel.h"
#include "ui/state/panel_kind.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// What provenance calls the picture of a panel.
std::string pictureName(const PanelState& panel) {
  return (panel.minus ? "difference, " : "") + std::string(panelKind(panel.kind).name);
}

/// `session` is what the figure's file keeps.
Exportable exportableOf(const std::shared_ptr<const AttentionFigure>& figure, const QString& name,
                        const std::string& picture, const Session& session) {
  Exportable exportable;
  exportable.name = name;
  exportable.style = figure->style();
  exportable.provenance = provenanceOf(*figure, picture);
  exportable.provenance.fingerprint = session.fingerprint;
  exportable.provenance.session = sessionText(withoutPlaces(session));
  exportable.make = [figure](const FigureStyle& style, bool withText) { return copyOf(*figure, style, withText); };
  return exportable;
}

}  // namespace

std::vector<Exportable> exportables(const std::vector<Panel*>& panels, const AtlasFigure& atlas,
                                    const Workspace& workspace, const Session& session) {
  const RunResults& results = workspace.results();
  const std::vector<PanelState>& states = session.state.panels;
  std::vector<Exportable> choices;
  for (const Panel* panel : panels) {
    const std::shared_ptr<const AttentionFigure> figure = panel->figure();
    const PanelState& state = panel->state();
    choices.push_back(exportableOf(figure,
                                   QStringLiteral("%1, %2").arg(figure->title(), panelKindLabel(state.kind).toLower()),
                                   pictureName(state), shownSession(session, {state}, results)));
  }
  Exportable all;
  all.parts = choices;
  PanelState everyHead;
  everyHead.kind = PanelKind::Atlas;
  everyHead.attention = atlas.head().attention;
  const auto exact = std::make_shared<AtlasFigure>(atlas);
  exact->setPatient(false);
  const Exportable heads =
      exportableOf(exact, Words::tr("All heads"), "atlas", shownSession(session, {everyHead}, results, true));
  choices.push_back(heads);
  if (all.parts.size() > 1) {
    all.name = Words::tr("All panels");
    all.style = all.parts.front().style;
    all.provenance = all.parts.front().provenance;
    all.provenance.picture = "panels";
    all.provenance.head.reset();
    all.provenance.session = sessionText(withoutPlaces(shownSession(session, states, results)));
    choices.push_back(all);
  }
  Exportable whole = heads;
  whole.name = Words::tr("The whole workspace");
  whole.provenance.picture = "workspace";
  whole.provenance.session = sessionText(withoutPlaces(shownSession(session, states, results, true)));
  whole.parts = all.parts;
  whole.parts.insert(whole.parts.begin(), heads);
  whole.make = [results, state = session.state](const FigureStyle& style, bool withText) {
    auto figure = std::make_unique<WorkspaceFigure>(results, state, style);
    if (!withText) figure->forEach(leaveTextOut);
    return figure;
  };
  choices.push_back(std::move(whole));
  return choices;
}

Exportable exportableOf(const Session& session, const Engine& engine, const Progress& progress) {
  const Session found = withModelsFound(session, {});
  return exportableOf(found, readingsOf(engine, found.state, progress));
}

Exportable exportableOf(const Session& session, const RunResults& results) {
  const WorkspaceState& state = session.state;
  std::vector<Exportable> parts;
  for (const PanelState& panel : state.panels) {
    const std::shared_ptr<const AttentionFigure> figure =
        panelFigure(panel, resultsFor(panel, results, state), state.head, state.token, FigureStyle());
    parts.push_back(
        exportableOf(figure, figure->title(), pictureName(panel), shownSession(session, {panel}, results)));
  }
  Exportable exportable = parts.front();
  if (parts.size() == 1) return exportable;
  exportable.make = {};
  exportable.parts = std::move(parts);
  exportable.provenance.picture = "panels";
  exportable.provenance.head.reset();
  exportable.provenance.session = sessionText(withoutPlaces(shownSession(session, state.panels, results)));
  return exportable;
}

}  // namespace headlight
