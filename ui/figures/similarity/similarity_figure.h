#pragma once

#include "ui/figures/attention_figure.h"
#include "ui/figures/similarity/similarity_data.h"
#include "ui/figures/similarity/similarity_layout.h"

namespace headlight {

/// All heads as dots: the nearer two of them, the more alike their attention on this text. Coloured by layer.
class SimilarityFigure final : public AttentionFigure {
 public:
  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<SimilarityFigure>(*this); }
  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  SimilarityLayout layout(QSizeF size) const;
  /// Every head with its nearest.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  /// A head and its nearest with their distances, in two lines; none for one that there is not.
  QStringList describe(Index head) const;

  /// What setData gave if it is of these maps, else computed here and kept.
  const SimilarityData& data() const;
  bool hasData() const { return m_data != nullptr; }
  /// Takes what a job computed from the present maps.
  void setData(std::shared_ptr<const SimilarityData> data) { m_data = std::move(data); }

  /// The colour of a layer's dots.
  QColor layerColour(int layer) const;

 private:
  void changed() override;

  std::shared_ptr<const AttentionMaps> m_dataOf;  ///< The maps that m_data is of.
  mutable std::shared_ptr<const SimilarityData> m_data;
};

}  // namespace headlight
