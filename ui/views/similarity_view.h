#pragma once

#include "ui/figures/similarity/similarity_figure.h"
#include "ui/job.h"
#include "ui/views/picture_view.h"

namespace headlight {

/// All heads as dots by their likeness: pointing names a head and those nearest to it, a click chooses it
/// (Selection::setHead), the arrow keys go to the nearest dot in their direction. The heads are compared in a job;
/// until it is done the picture says so.
class SimilarityView final : public PictureView {
  Q_OBJECT
 public:
  explicit SimilarityView(Selection* selection, QWidget* parent = nullptr);

  const SimilarityFigure& figure() const override { return m_figure; }
  /// The layout on screen.
  const SimilarityLayout& figureLayout() const { return m_layout; }
  bool isComputing() const { return m_job.isRunning(); }

 protected:
  AttentionFigure& mutableFigure() override { return m_figure; }
  QPixmap draw() override;
  std::optional<Index> thingAt(QPointF point) const override;
  QRectF boxOf(Index head) const override { return m_layout.dot(head); }
  QStringList describe(Index head) const override;
  QString description() const override;
  std::optional<Index> chosen() const override;
  void choose(std::optional<Index> head) override;
  std::optional<Index> neighbour(std::optional<Index> from, int right, int down) const override;
  void paintOver(QPainter& painter) override;

 private:
  SimilarityFigure m_figure;
  SimilarityLayout m_layout;
  Job<SimilarityData> m_job;
  std::shared_ptr<const AttentionMaps> m_computing;  ///< What the job is about.
  QString m_failure;
};

}  // namespace headlight
