#pragma once

#include "ui/figures/experts/panel_experts_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// The experts of each token: pointing tells an expert's weight, a click or the arrow keys choose its token, a click on
/// an expert or Return asks for it to be stressed.
class ExpertsView final : public PictureViewOf<PanelExpertsFigure> {
  Q_OBJECT
 public:
  explicit ExpertsView(Selection* selection, QWidget* parent = nullptr);

 signals:
  /// Layer and number of an expert that is to be stressed, or no longer where it is.
  void expertChosen(headlight::HeadId expert);

 protected:
  std::optional<Index> tokenOf(Index spot) const override { return PanelExpertsFigure::tokenAt(spot); }
  std::optional<Index> chosen() const override;
  void choose(std::optional<Index> spot) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintOver(QPainter& painter) override;

 private:
  std::optional<Index> m_chosen;  ///< The last spot that was chosen.
};

}  // namespace headlight
