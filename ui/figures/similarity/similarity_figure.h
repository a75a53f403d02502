#pragma once

#include "ui/figures/attention_figure.h"
#include "ui/figures/similarity/similarity_data.h"
#include "ui/figures/similarity/similarity_layout.h"

namespace headlight {

/// All heads as dots: the nearer two of them, the more alike their attention on this text. Coloured by layer.
class SimilarityFigure final : public AttentionFigure {
 public:
  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<SimilarityFigure>(*this); }
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  SimilarityLayout layout(QSizeF size) const;
  /// Every head with its nearest and their distances.
  std::vector<FigureSpot> places(QSizeF size) const override;
  QStringList describe(Index head) const override;
  double ready(QSizeF size) const override;
  void prepare(QSizeF size, const Progress& progress) override;
  bool lacksTheSame(const AttentionFigure& other, QSizeF theirs, QSizeF mine) const override;
  void takeNumbers(const AttentionFigure& from) override;

  /// What is there if it is of these maps, else computed here and kept.
  const SimilarityData& data() const;
  bool hasData() const { return m_data != nullptr; }

  /// The colour of a layer's dots.
  QColor layerColour(int layer) const;

 private:
  void draw(QPainter& p, QSizeF size) const override;
  void changed() override;

  std::shared_ptr<const AttentionMaps> m_dataOf;  ///< The maps that m_data is of.
  mutable std::shared_ptr<const SimilarityData> m_data;
};

}  // namespace headlight
