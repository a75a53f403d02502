#pragma once

#include "ui/figures/attention_figure.h"
#include "ui/figures/links_layout.h"

namespace headlight {

/// Queries on the left, keys on the right, a curve for each weight above a threshold; several heads in their own
/// colours.
class LinksFigure final : public AttentionFigure {
 public:
  /// Heads drawn together; empty for head() alone.
  void setHeads(std::vector<HeadId> heads);
  std::vector<HeadId> heads() const;
  /// Weights below it are not drawn; the caption says so.
  void setThreshold(double threshold);
  double threshold() const { return m_threshold; }
  /// Draws the links of this token (as query and as key) in full and all others faintly; none for no focus.
  void setFocus(std::optional<Index> token);
  std::optional<Index> focus() const { return m_focus; }

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  LinksLayout layout(QSizeF size) const;

 private:
  void changed() override { m_links = nullptr; }
  const LinksData& data() const;

  std::vector<HeadId> m_heads;
  double m_threshold = 0.05;
  std::optional<Index> m_focus;
  mutable std::shared_ptr<const LinksData> m_links;
};

}  // namespace headlight
