#pragma once

#include "ui/figures/flow/flow_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// Token flow: a click or the arrow keys choose the token and the layer into which paths are lit, pointing or Shift
/// with the arrow keys tells how much of it comes from a token after some layer.
class FlowView final : public PictureViewOf<FlowFigure> {
  Q_OBJECT
 public:
  explicit FlowView(Selection* selection, QWidget* parent = nullptr);

 protected:
  std::optional<Index> tokenOf(Index node) const override { return m_figure.nodeOf(node).token; }
  std::optional<Index> chosen() const override;
  void choose(std::optional<Index> node) override;
  std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const override;
};

}  // namespace headlight
