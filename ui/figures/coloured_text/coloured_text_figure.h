#pragma once

#include "ui/figures/attention_figure.h"
#include "ui/figures/coloured_text/coloured_text_data.h"
#include "ui/figures/coloured_text/coloured_text_layout.h"

namespace headlight {

/// The text itself, each token tinted by the weight that a chosen token gives to it or receives from it; the chosen
/// token is framed.
class ColouredTextFigure final : public AttentionFigure {
 public:
  /// The chosen token: a query, or a key when it receives. None for the last token of the text.
  void setToken(std::optional<Index> token) override { m_token = token; }
  void setDirection(Direction direction) { m_direction = direction; }
  /// The token that is shown: the chosen one if the maps have it.
  Index token() const;
  Direction direction() const { return m_direction; }

  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<ColouredTextFigure>(*this); }
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  /// Every token by its place; the sentence of those with a weight.
  std::vector<FigureSpot> places(QSizeF size) const override;
  QStringList describe(Index place) const override;
  QString sentence(Index place) const override;
  ColouredTextLayout layout(QSizeF size) const;
  ColourScale scale() const;
  ColouredTextRequest request() const;
  /// What is there if it answers the request, else computed here and kept. The figure must not be empty.
  const ColouredTextData& data() const;

 private:
  void draw(QPainter& p, QSizeF size) const override;
  void changed() override { m_data = nullptr; }
  const Token& chosenToken() const;
  /// The weight of a place, a sink's too.
  float weightAt(Index place) const;

  std::optional<Index> m_token;
  Direction m_direction = Direction::Gives;
  mutable std::shared_ptr<const ColouredTextData> m_data;
};

}  // namespace headlight
