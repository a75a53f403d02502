#pragma once

#include "ui/charts/circuits/findings_figure.h"
#include "ui/charts/circuits/head_graph.h"

class QPainterPath;

namespace headlight {

/// What the layout of a graph depends on.
struct GraphSpec : FrameSpec {
  HeadGraph graph;
};

/// Where everything of a graph is: columns from the input to the logits, those without a node left out. Figure units,
/// origin at the top left.
struct GraphLayout {
  FigureFrame frame;
  std::vector<QRectF> nodes;       ///< As many as the graph has.
  std::vector<PlacedText> labels;  ///< Of the nodes.
  double labelSize = 0;
  struct Curve {
    QPointF from, to;              ///< At the right of the one node and the left of the other.
  };
  std::vector<Curve> edges;        ///< As many as the graph has.
  std::vector<PlacedText> columnLabels;
  double pitch = 0;                ///< From one row to the next.

  /// A place half way along an edge.
  QPointF middle(std::size_t edge) const { return (edges[edge].from + edges[edge].to) / 2; }
};
/// Pure: the same numbers for the same spec and metrics.
GraphLayout layoutGraph(const GraphSpec& spec, const TextMetrics& metrics);

/// Heads and feed-forward networks from left to right, and as curves what one hands to another: the thicker the more,
/// in the colours of the two sides of 0. A head is read by its queries, keys and values from top to bottom.
class GraphFigure final : public FindingsFigure {
 public:
  GraphFigure(std::shared_ptr<const FindingsReport> report, FigureStyle style, double threshold);

  QSizeF preferredSize() const override;
  /// The nodes, then the edges with the strongest first.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  GraphLayout layout(QSizeF size) const;
  const HeadGraph& graph() const { return m_graph; }

 private:
  void draw(QPainter& p, QSizeF size) const override;
  QStringList strongest() const override;
  std::optional<QString> nothing() const override;
  QString sentence(const HeadGraph::Edge& edge) const;

  double m_threshold;
  HeadGraph m_graph;
};

}  // namespace headlight
