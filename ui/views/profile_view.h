#pragma once

#include "ui/figures/profile/profile_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// One query's weights as bars: the arrow keys or a click on a word choose the query (Selection::setToken), pointing or
/// Shift with the arrow keys reads the exact weights of a key in every head.
class ProfileView final : public PictureViewOf<ProfileFigure> {
  Q_OBJECT
 public:
  explicit ProfileView(Selection* selection, QWidget* parent = nullptr);

 protected:
  std::optional<Index> chosen() const override;
  void choose(std::optional<Index> key) override;
  std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const override;
};

}  // namespace headlight
