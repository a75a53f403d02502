#pragma once

#include "ui/figures/arcs/arcs_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// Arcs over the text: pointing at a word leaves its arcs alone in full and names its strongest ones, a click or the
/// arrow keys pin it (Selection::setToken).
class ArcsView final : public PictureViewOf<ArcsFigure> {
  Q_OBJECT
 public:
  explicit ArcsView(Selection* selection, QWidget* parent = nullptr);

  /// The place whose arcs are drawn in full: the one pointed at, else the pinned one.
  std::optional<Index> focus() const;

 protected:
  QPixmap draw() override;
  std::optional<Index> tokenOf(Index place) const override;
  std::optional<Index> chosen() const override;
  std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const override;
  void pointedChanged() override;

 private:
  std::optional<Index> placeOf(std::optional<Index> token) const;
};

}  // namespace headlight
