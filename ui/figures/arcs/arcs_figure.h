#pragma once

#include "ui/figures/arcs/arcs_layout.h"
#include "ui/figures/heads_figure.h"
#include "ui/figures/token_axis.h"

namespace headlight {

/// The text on one line, with an arc above it for each weight, from the token that looks to the one it looks at (its
/// arrow): wider and denser for more weight, each head in its own colour. What goes to the sinks hangs below the words.
class ArcsFigure final : public LinkedFigure {
 public:
  /// Leaves only the arcs from or to the token at this place of the text in full, or of those from it only the one to
  /// the place `to`; none for all.
  void setFocus(std::optional<Index> place, std::optional<Index> to = {}) {
    m_focus = place;
    m_to = to;
  }

  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<ArcsFigure>(*this); }
  QSizeF preferredSize() const override;
  QString altText() const override;
  ArcsLayout layout(QSizeF size) const;
  /// Queries and keys on the line.
  TokenAxis axis() const;
  /// The words by their places; what each gives and receives most.
  std::vector<FigureSpot> places(QSizeF size) const override;
  QStringList describe(Index place) const override;

 private:
  void draw(QPainter& p, QSizeF size) const override;

  std::optional<Index> m_focus, m_to;
};

}  // namespace headlight
