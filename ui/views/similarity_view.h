#pragma once

#include "ui/figures/similarity/similarity_figure.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// All heads as dots by their likeness: pointing names a head and those nearest to it, a click chooses it
/// (Selection::setHead), the arrow keys go to the nearest dot in their direction.
class SimilarityView final : public PictureViewOf<SimilarityFigure> {
  Q_OBJECT
 public:
  explicit SimilarityView(Selection* selection, QWidget* parent = nullptr);

 protected:
  std::optional<Index> chosen() const override;
  void choose(std::optional<Index> head) override;
  void pointedChanged() override {}
  void paintOver(QPainter& painter) override;
};

}  // namespace headlight
