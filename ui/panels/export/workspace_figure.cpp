#include "ui/panels/export/workspace_figure.h"

#include <qcustomplot.h>

#include <algorithm>

#include "ui/export/figure_writer.h"
#include "ui/figures/painting.h"
#include "ui/panels/panel_area.h"
#include "ui/panels/panel_pictures.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/state/words/change_words.h"

namespace headlight {

std::unique_ptr<AttentionFigure> panelFigure(const PanelState& panel, const RunResults& results, HeadId head,
                                             std::optional<Index> token, const FigureStyle& style) {
  std::unique_ptr<AttentionFigure> figure = panelPicture(panel.kind).makeFigure();
  const LensResult seen = resolvePanel(panel, results);
  if (seen.maps) figure->setMaps(seen.maps, seen.context);
  showPanel(*figure, panel, seen, head, seen.tokens.toShown(token), style);
  return figure;
}

WorkspaceFigure::WorkspaceFigure(const RunResults& results, const WorkspaceState& state, const FigureStyle& style) {
  const RunResults shown = shownResults(results, state);
  const RunResult& first = *shown[RunId{}];
  m_atlas->setMaps(first.maps, first.context);
  m_atlas->setHead(nearestHead(*first.maps, state.head));
  m_atlas->setStyle(style);
  m_atlas->setChangedHeads(changedHeads(changesIn(state), *first.maps, AttentionType::Self));
  for (const PanelState& panel : state.panels)
    m_panels.push_back(panelFigure(panel, resultsFor(panel, results, state), state.head, state.token, style));
}

WorkspaceFigure::Layout WorkspaceFigure::layout(const QRectF& area) const {
  Layout layout;
  // The atlas takes what it likes, up to a third; the panels share the rest.
  const double atlas = std::min(area.width() / 3, std::max(area.width() / 5, m_atlas->preferredSize().width()));
  layout.atlas = QRectF(area.left(), area.top(), atlas, area.height());
  const QRectF rest = area.adjusted(atlas, 0, 0, 0);
  const std::vector<int> rows = gridRows(static_cast<int>(m_panels.size()));
  const double height = rest.height() / static_cast<double>(std::max<std::size_t>(1, rows.size()));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const double width = rest.width() / rows[r];
    for (int c = 0; c < rows[r]; ++c)
      layout.panels.emplace_back(rest.left() + c * width, rest.top() + static_cast<double>(r) * height, width, height);
  }
  return layout;
}

std::vector<FigurePart> WorkspaceFigure::parts(QSizeF size) const {
  const Layout places = layout(QRectF(QPointF(), size));
  std::vector<FigurePart> parts = {{m_atlas.get(), places.atlas.size()}};
  for (std::size_t i = 0; i < m_panels.size(); ++i) parts.push_back({m_panels[i].get(), places.panels[i].size()});
  return parts;
}

void WorkspaceFigure::paint(QCPPainter& painter, const QRectF& area) const {
  const FigureStyle& style = m_atlas->style();
  paintPaper(painter, area, style);
  const Layout places = layout(area);
  m_atlas->paint(painter, places.atlas);
  for (std::size_t i = 0; i < m_panels.size(); ++i) m_panels[i]->paint(painter, places.panels[i]);
}

bool WorkspaceFigure::isPart() const {
  return std::any_of(m_panels.begin(), m_panels.end(), [](const auto& panel) { return panel->isPart(); });
}

void WorkspaceFigure::showWhole() {
  forEach([](AttentionFigure& figure) { figure.showWhole(); });
}

void WorkspaceFigure::forEach(const std::function<void(AttentionFigure&)>& change) {
  change(*m_atlas);
  for (const auto& panel : m_panels) change(*panel);
}

QSizeF WorkspaceFigure::preferredSize() const { return {1600, 900}; }

QString WorkspaceFigure::title() const { return m_atlas->title(); }

QString WorkspaceFigure::altText() const {
  QString text = m_atlas->altText();
  for (const auto& panel : m_panels) text += QLatin1Char(' ') + panel->altText();
  return text;
}

std::vector<std::filesystem::path> renderWorkspace(const Engine& engine, const WorkspaceState& state,
                                                   const std::filesystem::path& folder) {
  const RunResults results = readingsOf(engine, state);
  WriteOptions options;
  FigureStyle style;
  style.textSize = 0.8 * textSizeFor(QSizeF(options.size));  // Several figures share the page.
  const WorkspaceFigure figure(results, state, style);
  std::vector<std::filesystem::path> files = {folder / "headlight.png", folder / "headlight.svg"};
  for (const auto& file : files) writeFigure(figure, file, options);
  return files;
}

}  // namespace headlight
