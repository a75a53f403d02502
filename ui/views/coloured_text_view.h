#pragma once

#include "ui/figures/coloured_text/coloured_text_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// The text in the colours of one token's weights. A click or the arrow keys choose the token (Selection::setToken),
/// pointing or Shift with the arrow keys tells the weight of another one, R turns between what the token gives and what
/// it receives.
class ColouredTextView final : public PictureViewOf<ColouredTextFigure> {
  Q_OBJECT
 public:
  explicit ColouredTextView(Selection* selection, QWidget* parent = nullptr);

 signals:
  /// The person turned the picture with the keyboard.
  void directionChanged(headlight::Direction direction);

 protected:
  std::optional<Index> tokenOf(Index place) const override;
  std::optional<Index> chosen() const override;
  void choose(std::optional<Index> place) override;
  std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const override;
  void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace headlight
