#pragma once

#include "ui/figures/arcs/arcs_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// Arcs over the text: pointing at a word leaves its arcs alone in full and names its strongest ones, a click or the
/// arrow keys pin it (Selection::setToken).
class ArcsView final : public PictureView {
  Q_OBJECT
 public:
  explicit ArcsView(Selection* selection, QWidget* parent = nullptr);

  const ArcsFigure& figure() const override { return m_figure; }
  /// Heads drawn together; empty for the one head of the view.
  void setHeads(std::vector<HeadId> heads);
  void setThreshold(double threshold);
  /// The layout on screen.
  const ArcsLayout& figureLayout() const { return m_layout; }
  /// The place whose arcs are drawn in full: the one pointed at, else the pinned one.
  std::optional<Index> focus() const;

 protected:
  AttentionFigure& mutableFigure() override { return m_figure; }
  QPixmap draw() override;
  std::optional<Index> thingAt(QPointF point) const override { return m_layout.placeAt(point); }
  QRectF boxOf(Index place) const override { return m_layout.placeBox(place); }
  QStringList describe(Index place) const override { return m_figure.describe(place); }
  QString description() const override { return m_figure.altText(); }
  std::optional<Index> chosen() const override;
  void choose(std::optional<Index> place) override;
  std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const override;
  void pointedChanged() override;

 private:
  std::optional<Index> placeOf(std::optional<Index> token) const;
  std::optional<Index> tokenOf(std::optional<Index> place) const;

  ArcsFigure m_figure;
  ArcsLayout m_layout;
  TokenAxis m_axis;
};

}  // namespace headlight
