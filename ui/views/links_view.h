#pragma once

#include "ui/figures/links_figure.h"
#include "ui/views/attention_view.h"

namespace headlight {

/// The links of one or several heads: pointing at a token shows its links alone, clicking pins it
/// (Selection::setToken), arrow keys walk the tokens, Escape unpins.
class LinksView final : public AttentionView {
  Q_OBJECT
 public:
  explicit LinksView(Selection* selection, QWidget* parent = nullptr);

  const LinksFigure& figure() const override { return m_figure; }
  void setHeads(std::vector<HeadId> heads);
  void setThreshold(double threshold);
  /// The layout on screen.
  const LinksLayout& figureLayout() const { return m_layout; }

 protected:
  AttentionFigure& mutableFigure() override { return m_figure; }
  void refresh() override;
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void updateFocus();

  LinksFigure m_figure;
  LinksLayout m_layout;
  QPixmap m_picture;
};

}  // namespace headlight
