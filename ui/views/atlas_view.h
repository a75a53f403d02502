#pragma once

#include <QPixmap>

#include "ui/figures/atlas/atlas_figure.h"
#include "ui/views/attention_view.h"

namespace headlight {

/// All heads as thumbnails: pointing names a head, a click or the arrow keys choose it (Selection::setHead), a click
/// with Control, or Return with it, asks for the head beside what is shown; a click with Shift, or the space bar, marks
/// a head for what is done with several.
class AtlasView final : public AttentionView {
  Q_OBJECT
 public:
  explicit AtlasView(Selection* selection, QWidget* parent = nullptr);

  const AtlasFigure& figure() const override { return m_figure; }
  /// The layout on screen.
  const AtlasLayout& figureLayout() const { return m_layout; }
  std::optional<HeadId> hoveredHead() const { return m_hovered; }
  /// Only these heads, in this order; all of them in their grid when empty.
  void setListed(std::vector<HeadId> heads);
  /// Heads that changes to the model name.
  void setChangedHeads(const ChangedHeads& heads);
  /// The marked heads, in the order in which they were.
  const std::vector<HeadId>& marked() const { return m_marked; }
  void setMarked(std::vector<HeadId> heads);

 signals:
  void headActivatedBeside(headlight::HeadId head);
  /// The person chose a head: it is the Selection's now.
  void headChosen(headlight::HeadId head);
  void markedChanged();

 protected:
  AttentionFigure& mutableFigure() override { return m_figure; }
  void refresh() override;
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void hover(std::optional<HeadId> head);
  QString describe(HeadId head) const;
  void chosen();
  void toggleMark(HeadId head);
  void choose(HeadId head);
  /// The head so many places down and right of `head`.
  HeadId neighbour(HeadId head, int down, int right) const;

  AtlasFigure m_figure;
  AtlasLayout m_layout;
  QPixmap m_picture;
  std::optional<HeadId> m_hovered;
  std::vector<HeadId> m_marked;
};

}  // namespace headlight
