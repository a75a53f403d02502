#include "ui/views/arcs_view.h"

#include <algorithm>

#include "ui/figures/token_label.h"

namespace headlight {

ArcsView::ArcsView(Selection* selection, QWidget* parent) : PictureView(selection, parent) {
  setObjectName(QStringLiteral("arcsView"));
  setAccessibleName(tr("Arcs"));
  if (!selection) return;
  connect(selection, &Selection::tokenChanged, this, &ArcsView::outdated);
  connect(selection, &Selection::hoveredTokenChanged, this, &ArcsView::outdated);
}

void ArcsView::setHeads(std::vector<HeadId> heads) {
  m_figure.setHeads(std::move(heads));
  outdated();
}

void ArcsView::setThreshold(double threshold) {
  m_figure.setThreshold(threshold);
  outdated();
}

std::optional<Index> ArcsView::placeOf(std::optional<Index> token) const {
  if (!token || *token < 0) return {};
  if (*token < static_cast<Index>(m_axis.queryPlace.size())) return m_axis.queryPlace[static_cast<std::size_t>(*token)];
  if (*token < static_cast<Index>(m_axis.keyPlace.size())) return m_axis.keyPlace[static_cast<std::size_t>(*token)];
  return {};
}

std::optional<Index> ArcsView::tokenOf(std::optional<Index> place) const {
  if (!place) return {};
  const auto query = m_axis.queryAt(*place);
  return query ? query : m_axis.keyAt(*place);
}

std::optional<Index> ArcsView::focus() const {
  if (pointed()) return pointed();
  if (!selection()) return {};
  const auto hovered = placeOf(selection()->hoveredToken());
  return hovered ? hovered : placeOf(selection()->token());
}

QPixmap ArcsView::draw() {
  m_axis = m_figure.axis();
  if (!m_figure.isEmpty()) m_figure.data();  // What is exported shares its numbers with the copy that has a focus.
  ArcsFigure shown = m_figure;
  shown.setFocus(focus());
  m_layout = m_figure.layout(size());
  return picture(shown);
}

QStringList ArcsView::describe(Index place) const {
  const auto label = [&](Index at) { return tokenLabel(m_axis.tokens[static_cast<std::size_t>(at)]); };
  if (place < 0 || static_cast<std::size_t>(place) >= m_axis.tokens.size()) return {};
  QStringList lines{QStringLiteral("“%1” (%2)").arg(label(place)).arg(place)};
  // The strongest arcs that leave and that reach the word.
  for (const bool leaving : {true, false}) {
    QStringList parts;
    for (auto arc = m_layout.arcs.rbegin(); arc != m_layout.arcs.rend() && parts.size() < 3; ++arc)
      if ((leaving ? arc->link.query : arc->link.key) == place)
        parts << QStringLiteral("“%1” %2").arg(label(leaving ? arc->link.key : arc->link.query),
                                               percentText(arc->link.weight, 2));
    if (!parts.isEmpty())
      lines << (leaving ? tr("attends to %1") : tr("attended to by %1")).arg(parts.join(QStringLiteral(", ")));
  }
  for (const ArcsLayout::SinkBar& bar : m_layout.sinkBars)
    if (bar.place == place && bar.series == 0) lines << tr("%1 on the sink").arg(percentText(bar.share, 2));
  return lines;
}

std::optional<Index> ArcsView::chosen() const { return selection() ? placeOf(selection()->token()) : std::nullopt; }

void ArcsView::choose(std::optional<Index> place) {
  if (selection()) selection()->setToken(tokenOf(place));
}

std::optional<Index> ArcsView::neighbour(std::optional<Index> from, int right, int down) const {
  if (!from) return 0;
  return std::clamp<Index>(*from + right + down, 0, static_cast<Index>(m_axis.tokens.size()) - 1);
}

void ArcsView::pointedChanged() {
  const auto token = tokenOf(pointed());
  if (selection() && selection()->hoveredToken() != token)
    selection()->setHoveredToken(token);  // Draws again through its signal.
  else
    outdated();
}

}  // namespace headlight
