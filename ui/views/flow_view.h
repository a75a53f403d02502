#pragma once

#include "ui/figures/flow/flow_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// Token flow: a click or the arrow keys choose the token and the layer into which paths are lit, pointing or Shift
/// with the arrow keys tells how much of it comes from a token after some layer.
class FlowView final : public PictureView {
  Q_OBJECT
 public:
  explicit FlowView(Selection* selection, QWidget* parent = nullptr);

  const FlowFigure& figure() const override { return m_figure; }
  void setWeights(FlowWeights weights);
  /// The layout on screen.
  const FlowLayout& figureLayout() const { return m_layout; }

 protected:
  AttentionFigure& mutableFigure() override { return m_figure; }
  QPixmap draw() override;
  std::optional<Index> thingAt(QPointF point) const override;
  QRectF boxOf(Index node) const override;
  QStringList describe(Index node) const override { return m_figure.describe(nodeAt(node)); }
  QString description() const override { return m_figure.altText(); }
  std::optional<Index> chosen() const override;
  void choose(std::optional<Index> node) override;
  std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const override;
  void pointedChanged() override;

 private:
  /// Nodes are numbered level · tokens + token.
  Index nodeOf(int level, Index token) const;
  FlowLayout::Node nodeAt(Index node) const;

  FlowFigure m_figure;
  FlowLayout m_layout;
};

}  // namespace headlight
