#pragma once

#include "ui/figures/attention_figure.h"
#include "ui/figures/coloured_text_layout.h"

namespace headlight {

/// The text itself, each token tinted by the weight that a chosen token gives to it or receives from it; the chosen
/// token is framed.
class ColouredTextFigure final : public AttentionFigure {
 public:
  /// The chosen token: a query, or a key when it receives. None for the last token of the text.
  void setToken(std::optional<Index> token) { m_token = token; }
  void setDirection(Direction direction) { m_direction = direction; }
  /// The token that is shown: the chosen one if the maps have it.
  Index token() const;
  Direction direction() const { return m_direction; }

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  ColouredTextLayout layout(QSizeF size) const;
  ColourScale scale() const;

 private:
  /// The numbers of the picture, by place in the text.
  struct Numbers {
    TokenAxis axis;
    Index chosen = 0;            ///< Place of the chosen token.
    std::vector<float> weights;  ///< Negative where there is no weight: hidden, or not in the map.
    std::vector<bool> sink;
    double sinkMass = 0;
    float largest = 0;  ///< Without sinks.
  };
  Numbers numbers() const;
  const Token& chosenToken() const;
  ColouredTextLayout layoutOf(const Numbers& numbers, QSizeF size) const;
  ColourScale scaleOf(const Numbers& numbers) const;

  std::optional<Index> m_token;
  Direction m_direction = Direction::Gives;
};

}  // namespace headlight
