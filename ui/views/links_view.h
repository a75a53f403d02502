#pragma once

#include "ui/figures/links/links_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// The links of one or several heads: pointing at a token leaves its links alone in full, a click pins it
/// (Selection::setToken), the arrow keys walk the pinned token, Escape unpins.
class LinksView final : public PictureViewOf<LinksFigure> {
  Q_OBJECT
 public:
  explicit LinksView(Selection* selection, QWidget* parent = nullptr);

  /// Whether the figure on screen is drawn with a focus: on the token pointed at, else on the pinned one.
  std::optional<LinksFigure::Focus> focus() const;

 protected:
  QPixmap draw() override;
  QString words() const override;
  std::optional<Index> tokenOf(Index side) const override;
  std::optional<Index> chosen() const override { return selection() ? selection()->token() : std::nullopt; }
  void choose(std::optional<Index> side) override;
  std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const override;
  void pointedChanged() override;
  void paintPointed(QPainter&, const QRectF&) override {}

 private:
  bool isKey(Index side) const { return side >= m_figure.maps()->queries(); }
};

}  // namespace headlight
