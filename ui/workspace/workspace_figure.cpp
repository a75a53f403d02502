#include "ui/workspace/workspace_figure.h"

#include <qcustomplot.h>

#include <algorithm>

#include "ui/export/figure_writer.h"
#include "ui/figures/heatmap_figure.h"
#include "ui/figures/links_figure.h"
#include "ui/workspace/panel_area.h"

namespace headlight {

std::unique_ptr<AttentionFigure> panelFigure(const PanelState& panel, const RunResult& result, HeadId head,
                                             FigureStyle style) {
  style.scale = panel.scale;
  style.sinksApart = panel.sinksApart;
  const HeadId shown = panel.pinned.value_or(head);
  const LookedThrough seen = lookThrough(result.maps, result.context, panel.lenses);
  std::unique_ptr<AttentionFigure> figure;
  if (panel.kind == PanelKind::Links) {
    auto links = std::make_unique<LinksFigure>();
    links->setThreshold(panel.threshold);
    if (panel.wholeLayer && !seen.headsCombined) {
      std::vector<HeadId> heads;
      for (int h = 0; h < result.maps->heads(); ++h) heads.push_back({shown.layer, h});
      links->setHeads(std::move(heads));
    }
    figure = std::move(links);
  } else {
    figure = std::make_unique<HeatmapFigure>();
  }
  figure->setMaps(seen.maps, seen.context);
  figure->setHead(shown);
  figure->setStyle(style);
  return figure;
}

std::unique_ptr<AttentionFigure> copyOf(const AttentionFigure& figure) {
  if (const auto* links = dynamic_cast<const LinksFigure*>(&figure)) return std::make_unique<LinksFigure>(*links);
  if (const auto* atlas = dynamic_cast<const AtlasFigure*>(&figure)) return std::make_unique<AtlasFigure>(*atlas);
  return std::make_unique<HeatmapFigure>(dynamic_cast<const HeatmapFigure&>(figure));
}

WorkspaceFigure::WorkspaceFigure(const RunResult& result, HeadId head, const std::vector<PanelState>& panels,
                                 const FigureStyle& style) {
  m_atlas.setMaps(result.maps, result.context);
  m_atlas.setHead(head);
  m_atlas.setStyle(style);
  for (const PanelState& panel : panels) m_panels.push_back(panelFigure(panel, result, head, style));
}

WorkspaceFigure::Layout WorkspaceFigure::layout(const QRectF& area) const {
  Layout layout;
  // The atlas takes what it likes, up to a third; the panels share the rest.
  const double atlas = std::min(area.width() / 3, std::max(area.width() / 5, m_atlas.preferredSize().width()));
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

void WorkspaceFigure::paint(QCPPainter& painter, const QRectF& area) const {
  const FigureStyle& style = m_atlas.style();
  if (!style.transparent) painter.fillRect(area, style.inks().paper);
  const Layout places = layout(area);
  m_atlas.paint(painter, places.atlas);
  for (std::size_t i = 0; i < m_panels.size(); ++i) m_panels[i]->paint(painter, places.panels[i]);
}

void WorkspaceFigure::forEach(const std::function<void(AttentionFigure&)>& change) {
  change(m_atlas);
  for (const auto& panel : m_panels) change(*panel);
}

QSizeF WorkspaceFigure::preferredSize() const { return {1600, 900}; }

QString WorkspaceFigure::title() const { return m_atlas.title(); }

QString WorkspaceFigure::altText() const {
  QString text = m_atlas.altText();
  for (const auto& panel : m_panels) text += QLatin1Char(' ') + panel->altText();
  return text;
}

std::vector<std::filesystem::path> renderWorkspace(const Engine& engine, const WorkspaceState& state,
                                                   const std::filesystem::path& folder) {
  const auto model = std::make_shared<const LoadedModel>(engine.open(state.model, {}));
  const RunResult result = engine.run({model, state.text, state.pair}, {});
  WriteOptions options;
  FigureStyle style;
  style.textSize = 0.8 * textSizeFor(QSizeF(options.size));  // Several figures share the page.
  const WorkspaceFigure figure(result, state.head, state.panels, style);
  std::vector<std::filesystem::path> files = {folder / "headlight.png", folder / "headlight.svg"};
  for (const auto& file : files) writeFigure(figure, file, options);
  return files;
}

}  // namespace headlight
