#pragma once

#include "ui/figures/heads_figure.h"
#include "ui/figures/links/links_layout.h"

namespace headlight {

/// Queries on the left, keys on the right and a curve for each weight above a threshold: wider and denser for more
/// weight. Several heads lie over one another in their own colours. What goes to the sinks is a bar beside the query.
class LinksFigure final : public LinkedFigure {
 public:
  /// Leaves only the links from or to one token in full, the others as a trace; none for all.
  struct Focus {
    Index token = 0;
    bool asQuery = true, asKey = true;
    std::optional<Index> onlyKey = {};  ///< Of the token as a query, only the link to this key.
    bool operator==(const Focus&) const = default;
  };
  void setFocus(std::optional<Focus> focus) { m_focus = focus; }
  const std::optional<Focus>& focus() const { return m_focus; }

  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<LinksFigure>(*this); }
  QSizeF preferredSize() const override;
  QString altText() const override;
  /// Every token on both sides with its strongest links; keys are numbered after the queries.
  std::vector<FigureSpot> places(QSizeF size) const override;
  QStringList describe(Index side) const override;
  std::vector<QString> steadyNotes() const override;
  LinksLayout layout(QSizeF size) const;

 private:
  void draw(QPainter& p, QSizeF size) const override;
  QString barsNote() const;
  /// Those in focus before the others.
  std::vector<Link> strongestFirst() const;

  bool inFocus(Index query, Index key) const;

  std::optional<Focus> m_focus;
};

}  // namespace headlight
