#include "ui/views/flow_view.h"

#include <algorithm>

namespace headlight {

FlowView::FlowView(Selection* selection, QWidget* parent) : PictureViewOf(selection, parent) {
  setObjectName(QStringLiteral("flowView"));
  setAccessibleName(tr("Token flow"));
  followToken();
}

std::optional<Index> FlowView::chosen() const {
  if (!m_figure.hasFlow()) return {};
  return m_figure.numberOf({m_figure.level(), m_figure.token()});
}

void FlowView::choose(std::optional<Index> node) {
  m_figure.setLevel(node ? std::optional(m_figure.nodeOf(*node).level) : std::nullopt);
  const std::optional<Index> before = selection() ? selection()->token() : std::nullopt;
  PictureView::choose(node);
  if (!selection() || selection()->token() == before) outdated();  // Else through its signal.
}

std::optional<Index> FlowView::neighbour(std::optional<Index> from, int right, int down) const {
  if (!from) return {};
  const auto [level, token] = m_figure.nodeOf(*from);
  // The input is at the bottom.
  return m_figure.numberOf({std::clamp(level - down, 0, m_figure.maps()->layers()),
                            std::clamp<Index>(token + right, 0, m_figure.maps()->queries() - 1)});
}

}  // namespace headlight
