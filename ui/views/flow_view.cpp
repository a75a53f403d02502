#include "ui/views/flow_view.h"

#include <algorithm>

namespace headlight {

FlowView::FlowView(Selection* selection, QWidget* parent) : PictureView(selection, parent) {
  setObjectName(QStringLiteral("flowView"));
  setAccessibleName(tr("Token flow"));
  if (!selection) return;
  m_figure.setToken(selection->token());
  connect(selection, &Selection::tokenChanged, this, [this](std::optional<Index> token) {
    m_figure.setToken(token);
    outdated();
  });
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

std::optional<Index> FlowView::chosen() const {
  return m_figure.hasFlow() ? std::optional<Index>(nodeOf(m_figure.level(), m_figure.token())) : std::nullopt;
}

void FlowView::choose(std::optional<Index> node) {
  if (!node) {
    m_figure.setLevel({});
    if (selection() && selection()->token()) return selection()->setToken({});
    return outdated();
  }
  const auto [level, token] = nodeAt(*node);
  m_figure.setLevel(level);
  const bool drawn = selection() && selection()->token() != token;  // Through its signal.
  if (selection()) selection()->setToken(token);
  if (!drawn) outdated();
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
