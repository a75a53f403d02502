#include "ui/views/flow_view.h"

namespace headlight {

FlowView::FlowView(Selection* selection, QWidget* parent) : PictureView(selection, parent) {
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

}  // namespace headlight
