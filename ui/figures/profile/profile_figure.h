#pragma once

#include "ui/figures/heads_figure.h"
#include "ui/figures/profile/profile_data.h"
#include "ui/figures/profile/profile_layout.h"

namespace headlight {

/// One query's weights as bars over the text, each head in its own colour beside the others; what goes to the sinks has
/// a bar apart with a scale of its own.
class ProfileFigure final : public HeadsFigure {
 public:
  /// The query; none for the last token of the text.
  void setToken(std::optional<Index> query) override { m_query = query; }
  /// The query that is shown: the chosen one if the maps have it.
  Index token() const;

  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<ProfileFigure>(*this); }
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  /// Every key; the sentence of those that have bars.
  std::vector<FigureSpot> places(QSizeF size) const override;
  QStringList describe(Index key) const override;
  QString sentence(Index key) const override;
  ProfileLayout layout(QSizeF size) const;
  ProfileRequest request() const { return {heads(), token(), sinks()}; }
  /// What is there if it answers the request, else computed here and kept. The figure must not be empty.
  const ProfileData& data() const;

 private:
  void draw(QPainter& p, QSizeF size) const override;
  void changed() override { m_data = nullptr; }

  std::optional<Index> m_query;
  mutable std::shared_ptr<const ProfileData> m_data;
};

}  // namespace headlight
