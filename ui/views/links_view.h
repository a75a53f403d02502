#pragma once

#include <QPixmap>

#include "ui/figures/links/links_figure.h"
#include "ui/views/attention_view.h"

namespace headlight {

/// The links of one or several heads: pointing at a token leaves its links alone in full, a click pins it
/// (Selection::setToken), the arrow keys walk the pinned token, Escape unpins.
class LinksView final : public AttentionView {
  Q_OBJECT
 public:
  explicit LinksView(Selection* selection, QWidget* parent = nullptr);

  const LinksFigure& figure() const override { return m_figure; }
  /// Heads drawn together; empty for the one head of the view.
  void setHeads(std::vector<HeadId> heads);
  void setThreshold(double threshold);
  /// The layout on screen.
  const LinksLayout& figureLayout() const { return m_layout; }
  /// Whether the figure on screen is drawn with a focus: on the token pointed at, else on the pinned one.
  std::optional<LinksFigure::Focus> focus() const;

 protected:
  AttentionFigure& mutableFigure() override { return m_figure; }
  void refresh() override;
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void point(std::optional<LinksLayout::Hit> hit);
  void updateDescription();

  LinksFigure m_figure;
  LinksLayout m_layout;
  std::optional<LinksLayout::Hit> m_pointed;  ///< Which side of the picture is pointed at.
  QPixmap m_picture;
};

}  // namespace headlight
