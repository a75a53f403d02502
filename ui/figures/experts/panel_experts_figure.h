#pragma once

#include "ui/figures/attention_figure.h"
#include "ui/figures/experts/experts_figure.h"

namespace headlight {

/// The experts of the run that a panel's maps are of, as ExpertsFigure draws them; where the picture is of one layer,
/// of the head's, or of the stressed expert's.
class PanelExpertsFigure final : public AttentionFigure {
 public:
  /// `expert` is stressed, its layer and number; none for all.
  void setChoice(ExpertsPicture picture, std::optional<HeadId> expert);

  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<PanelExpertsFigure>(*this); }
  QSizeF preferredSize() const override { return {960, 640}; }
  QString title() const override { return inner().title(); }
  QString altText() const override { return nothing().value_or(inner().altText()); }
  /// Every choice of an expert, or every expert; the id has expertAt() and tokenAt().
  std::vector<FigureSpot> places(QSizeF size) const override;
  QStringList describe(Index spot) const override;

  /// Layer and number of a spot's expert.
  static HeadId expertAt(Index spot);
  /// The token of a spot; none for an expert of the load.
  static std::optional<Index> tokenAt(Index spot);

 private:
  void draw(QPainter& painter, QSizeF size) const override;
  std::optional<QString> nothing() const override;
  ExpertsFigure inner() const;
  /// Null where the maps are of no mixture of experts, or have other tokens than the run.
  const std::shared_ptr<const ExpertsReport>& report() const;

  ExpertsPicture m_picture = ExpertsPicture::Grid;
  std::optional<HeadId> m_expert;
  mutable std::shared_ptr<const AttentionMaps> m_reportOf;  ///< The maps that m_report is of.
  mutable std::shared_ptr<const ExpertsReport> m_report;
};

}  // namespace headlight
