#pragma once

#include "ui/figures/attention_figure.h"
#include "ui/figures/links_data.h"
#include "ui/figures/links_layout.h"

namespace headlight {

/// Queries on the left, keys on the right and a curve for each weight above a threshold: wider and denser for more
/// weight. Several heads lie over one another in their own colours. What goes to the sinks is a bar beside the query.
class LinksFigure final : public AttentionFigure {
 public:
  /// Heads drawn together; empty for head() alone.
  void setHeads(std::vector<HeadId> heads) { m_heads = std::move(heads); }
  std::vector<HeadId> heads() const;
  /// Smaller weights are not drawn; the caption says so.
  void setThreshold(double threshold) { m_threshold = threshold; }
  double threshold() const { return m_threshold; }
  /// Leaves only the links from or to one token in full, the others as a trace; none for all.
  struct Focus {
    Index token = 0;
    bool asQuery = true, asKey = true;
    bool operator==(const Focus&) const = default;
  };
  void setFocus(std::optional<Focus> focus) { m_focus = focus; }
  const std::optional<Focus>& focus() const { return m_focus; }

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  LinksLayout layout(QSizeF size) const;
  ColourScale scale() const;
  LinksRequest request() const;
  /// What setData gave if it answers the request, else computed here and kept.
  const LinksData& data() const;
  void setData(std::shared_ptr<const LinksData> data) { m_data = std::move(data); }

 private:
  void changed() override { m_data = nullptr; }

  std::vector<HeadId> m_heads;
  double m_threshold = 0.05;
  std::optional<Focus> m_focus;
  mutable std::shared_ptr<const LinksData> m_data;
};

}  // namespace headlight
