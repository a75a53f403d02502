#include "ui/views/flow_view.h"

#include <algorithm>

#include "ui/figures/token_label.h"

namespace headlight {

FlowView::FlowView(Selection* selection, QWidget* parent) : PictureView(selection, parent) {
  setObjectName(QStringLiteral("flowView"));
  setAccessibleName(tr("Token flow"));
  if (selection) connect(selection, &Selection::tokenChanged, this, &FlowView::outdated);
}

void FlowView::setWeights(FlowWeights weights) {
  if (weights == m_figure.weights()) return;
  m_figure.setWeights(weights);
  outdated();
}

Index FlowView::nodeOf(int level, Index token) const {
  return level * static_cast<Index>(m_layout.line.x.size()) + token;
}

FlowLayout::Node FlowView::nodeAt(Index node) const {
  const Index tokens = std::max<Index>(1, static_cast<Index>(m_layout.line.x.size()));
  return {static_cast<int>(node / tokens), node % tokens};
}

QPixmap FlowView::draw() {
  m_figure.setToken(selection() ? selection()->token() : std::nullopt);
  m_layout = m_figure.layout(size());
  return picture(m_figure);
}

std::optional<Index> FlowView::thingAt(QPointF point) const {
  const auto node = m_layout.nodeAt(point);
  return node ? std::optional<Index>(nodeOf(node->level, node->token)) : std::nullopt;
}

QRectF FlowView::boxOf(Index node) const {
  const auto [level, token] = nodeAt(node);
  return m_layout.nodeRect(level, token);
}

QStringList FlowView::describe(Index node) const {
  if (!m_figure.isSquare()) return {};
  const FlowData& shown = m_figure.data();
  const auto [level, token] = nodeAt(node);
  if (level >= shown.levels() || token >= shown.tokens) return {};
  const auto label = [&](Index at) { return tokenLabel(m_figure.maps()->keyTokens()[static_cast<std::size_t>(at)]); };
  const auto where = [](int at) { return at == 0 ? tr("in the input") : tr("after layer %1").arg(at - 1); };
  QStringList lines;
  if (level <= shown.request.level)
    lines << tr("%1 of “%2” %3")
                 .arg(percentText(shown.share(level, token), 2), label(shown.request.token), where(shown.request.level));
  lines << QStringLiteral("“%1” (%2) %3").arg(label(token)).arg(token).arg(where(level));
  if (level > 0) {
    std::vector<FlowLink> from;
    for (const FlowLink& link : shown.links[static_cast<std::size_t>(level - 1)])
      if (link.query == token) from.push_back(link);
    std::stable_sort(from.begin(), from.end(),
                     [](const FlowLink& a, const FlowLink& b) { return a.weight > b.weight; });
    QStringList parts;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, from.size()); ++i)
      parts << QStringLiteral("“%1” %2").arg(label(from[i].key), percentText(from[i].weight, 2));
    if (!parts.isEmpty()) lines << tr("takes from %1").arg(parts.join(QStringLiteral(", ")));
  }
  return lines;
}

std::optional<Index> FlowView::chosen() const {
  return m_figure.isSquare() ? std::optional<Index>(nodeOf(m_figure.level(), m_figure.token())) : std::nullopt;
}

void FlowView::choose(std::optional<Index> node) {
  if (!node) {
    m_figure.setLevel({});
    if (selection() && selection()->token()) return selection()->setToken({});
    return outdated();
  }
  const auto [level, token] = nodeAt(*node);
  m_figure.setLevel(level);
  if (selection() && selection()->token() != token)
    selection()->setToken(token);  // Draws again through its signal.
  else
    outdated();
}

std::optional<Index> FlowView::neighbour(std::optional<Index> from, int right, int down) const {
  const auto [level, token] = nodeAt(from.value_or(nodeOf(m_figure.level(), 0)));
  // The input is at the bottom.
  return nodeOf(std::clamp(level - down, 0, static_cast<int>(m_layout.levelY.size()) - 1),
                std::clamp<Index>(token + right, 0, static_cast<Index>(m_layout.line.x.size()) - 1));
}

void FlowView::pointedChanged() {
  if (selection()) selection()->setHoveredToken(pointed() ? std::optional(nodeAt(*pointed()).token) : std::nullopt);
}

}  // namespace headlight
