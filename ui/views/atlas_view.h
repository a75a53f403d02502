#pragma once

#include "ui/figures/atlas/atlas_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// All heads as thumbnails: pointing names a head, a click or the arrow keys choose it (Selection::setHead), a click
/// with Control, or Return with it, asks for the head beside what is shown; a click with Shift, or the space bar, marks
/// a head for what is done with several.
class AtlasView final : public PictureView {
  Q_OBJECT
 public:
  explicit AtlasView(Selection* selection, QWidget* parent = nullptr);

  const AtlasFigure& figure() const override { return m_figure; }
  std::optional<HeadId> hoveredHead() const {
    return pointed() && m_figure.maps() ? std::optional(headOf(*pointed())) : std::nullopt;
  }
  /// Only these heads, in this order; all of them in their grid when empty.
  void setListed(std::vector<HeadId> heads);
  /// What stands below the names of heads that are listed, and in every card.
  void setCaptions(std::map<HeadId, QString> captions);
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
  /// Heads can be chosen while their maps are computed.
  bool canPoint() const override { return !m_figure.isEmpty(); }
  QStringList describe(Index head) const override;
  QString words() const override;
  std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const override;
  std::optional<Index> chosen() const override;
  void choose(std::optional<Index> head) override;
  void pointedChanged() override {}
  void paintOver(QPainter& painter) override;
  void paintPointed(QPainter& painter, const QRectF& box) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  HeadId headOf(Index number) const { return headNumbered(number, m_figure.maps()->heads()); }
  void toggleMark(HeadId head);

  AtlasFigure m_figure;
  std::vector<HeadId> m_marked;
};

}  // namespace headlight
