#include "ui/charts/circuits/graph_figure.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <map>

#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kWidestNode = 76, kHighestNode = 30;

}  // namespace

GraphLayout layoutGraph(const GraphSpec& spec, const TextMetrics& metrics) {
  GraphLayout out;
  const HeadGraph& graph = spec.graph;
  const double small = spec.style.smallSize();
  out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, spec.notes, spec.style, metrics);
  const double head = metrics.height(small) + 6;
  const QRectF body = out.frame.body.adjusted(0, head, 0, 0);
  std::map<int, int> columns;  // Those that have nodes, by their places.
  std::vector<QString> names;
  for (const HeadGraph::Node& node : graph.nodes) {
    columns.try_emplace(node.column, 0);
    names.push_back(node.label);
  }
  int place = 0;
  for (auto& [column, at] : columns) at = place++;
  const double across = body.width() / std::max(1, place);
  out.pitch = body.height() / graph.rows;
  out.labelSize = small;
  while (out.labelSize > kSmallestLabel && metrics.widest(names, out.labelSize) + 10 > across * 0.6) --out.labelSize;
  const double width = std::clamp(metrics.widest(names, out.labelSize) + 10, 8.0, std::min(kWidestNode, across * 0.72)),
               height = std::clamp(out.pitch * 0.6, 3.0, kHighestNode);
  for (const HeadGraph::Node& node : graph.nodes) {
    const double x = body.left() + across * (columns[node.column] + 0.5),
                 y = node.row < 0 ? body.center().y() : body.top() + out.pitch * (node.row + 0.5);
    const QRectF box(x - width / 2, y - height / 2, width, height);
    out.nodes.push_back(box);
    const QString text = metrics.elided(node.label, width - 4, out.labelSize);
    const bool fits = height >= metrics.height(out.labelSize) * 0.85;
    out.labels.push_back(placeText(fits ? text : QString(),
                                   {x - metrics.width(text, out.labelSize) / 2, y + metrics.ascent(out.labelSize) * 0.36},
                                   out.labelSize, metrics));
  }
  for (const HeadGraph::Edge& edge : graph.edges) {
    const QRectF &from = out.nodes[edge.from], &to = out.nodes[edge.to];
    const double port = edge.reads == 'q' ? 0.2 : edge.reads == 'k' ? 0.5 : edge.reads == 'v' ? 0.8 : 0.5;
    out.edges.push_back({{from.right(), from.center().y()}, {to.left(), to.top() + to.height() * port}});
  }
  std::map<int, QString> above;
  for (const HeadGraph::Node& node : graph.nodes) above.try_emplace(node.column, node.above);
  for (const auto& [column, at] : columns) {
    if (above[column].isEmpty()) continue;
    const QString text = metrics.elided(above[column], across, small);
    out.columnLabels.push_back(placeText(text,
                                         {body.left() + across * (at + 0.5) - metrics.width(text, small) / 2,
                                          out.frame.body.top() + metrics.ascent(small)},
                                         small, metrics));
  }
  return out;
}

GraphFigure::GraphFigure(std::shared_ptr<const FindingsReport> report, FigureStyle style, double threshold)
    : FindingsFigure(std::move(report), std::move(style)),
      // A circuit is what is kept, however weak.
      m_threshold(m_report->view.method == "circuit" ? 0 : threshold),
      m_graph(headGraphOf(*m_report, m_threshold)) {}

std::optional<QString> GraphFigure::nothing() const {
  if (const auto words = FindingsFigure::nothing()) return words;
  if (m_graph.edges.empty()) return Words::tr("No edge has an effect.");
  return std::nullopt;
}

GraphLayout GraphFigure::layout(QSizeF size) const {
  GraphSpec spec;
  spec.size = size;
  spec.style = m_style;
  spec.title = title();
  if (!nothing()) {
    spec.subtitle = subtitle();
    std::vector<QString> more;
    // A circuit is chosen edge by edge, not from a strength on.
    if (m_report->view.method != "circuit")
      more.push_back(Words::tr("%1 edges from %2 of the strongest (%3) on; %4 weaker ones are left out.")
                         .arg(m_graph.edges.size())
                         .arg(percentText(m_threshold, 0), numberOf(m_graph.edges.front().value))
                         .arg(m_graph.leftOut));
    if (std::any_of(m_graph.edges.begin(), m_graph.edges.end(), [](const HeadGraph::Edge& e) { return e.reads != 0; }))
      more.push_back(Words::tr("Edges end at a head’s queries (above), keys (middle) or values (below)."));
    const NamedTensor *edges = m_report->tensor("circuit.size"), *reached = m_report->tensor("circuit.reached");
    if (edges && reached)
      more.push_back(Words::tr("The circuit of %1 edges reaches %2 of the difference.")
                         .arg(numberText(edges->values.front(), 0), percentText(reached->values.front(), 0)));
    spec.notes = notes(more);
    spec.graph = m_graph;
  }
  return layoutGraph(spec, FontTextMetrics(m_style));
}

void GraphFigure::draw(QPainter& p, QSizeF size) const {
  const GraphLayout layout = this->layout(size);
  const Palette& inks = m_style.inks();
  const ColourMap sides = m_style.map(true);
  p.setRenderHint(QPainter::Antialiasing, true);
  p.setBrush(Qt::NoBrush);
  // The strongest lie on top.
  for (std::size_t i = m_graph.edges.size(); i-- > 0;) {
    const HeadGraph::Edge& edge = m_graph.edges[i];
    const auto& [from, to] = layout.edges[i];
    const double part = m_graph.largest > 0 ? std::abs(edge.value) / m_graph.largest : 0, bend = (to.x() - from.x()) / 2;
    QPainterPath path(from);
    path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to);
    QColor colour = sides.colour(edge.value >= 0 ? 0.92 : 0.08);
    colour.setAlphaF(static_cast<float>(0.3 + 0.65 * part));
    p.setPen(QPen(colour, 0.8 + 5.2 * part, Qt::SolidLine, Qt::FlatCap));
    p.drawPath(path);
  }
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    p.setPen(QPen(m_graph.nodes[i].head ? inks.ink : inks.muted, 1));
    p.setBrush(inks.paper);
    p.drawRoundedRect(layout.nodes[i], 4, 4);
    if (!layout.labels[i].text.isEmpty()) paintText(p, layout.labels[i], m_style, layout.labelSize, inks.ink);
  }
  for (const PlacedText& label : layout.columnLabels) paintText(p, label, m_style, m_style.smallSize(), inks.muted);
  paintFrame(p, layout.frame, m_style);
}

QString GraphFigure::sentence(const HeadGraph::Edge& edge) const {
  const QString &from = m_graph.nodes[edge.from].name, &to = m_graph.nodes[edge.to].name,
                number = numberOf(edge.value, true);
  switch (edge.reads) {
    case 'q':
      return Words::tr("%1 → queries of %2: %3").arg(from, to, number);
    case 'k':
      return Words::tr("%1 → keys of %2: %3").arg(from, to, number);
    case 'v':
      return Words::tr("%1 → values of %2: %3").arg(from, to, number);
    default:
      return Words::tr("%1 → %2: %3").arg(from, to, number);
  }
}

std::vector<FigureSpot> GraphFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (nothing()) return spots;
  const GraphLayout places = layout(size);
  for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
    double in = 0, out = 0;
    for (const HeadGraph::Edge& edge : m_graph.edges) {
      if (edge.to == i) in += edge.value;
      if (edge.from == i) out += edge.value;
    }
    FigureSpot spot{places.nodes[i], Words::tr("%1: in %2, out %3")
                                         .arg(m_graph.nodes[i].name, numberOf(in, true), numberOf(out, true))};
    spot.head = m_graph.nodes[i].head;
    spots.push_back(std::move(spot));
  }
  for (std::size_t i = 0; i < m_graph.edges.size(); ++i) {
    const QPointF middle = places.middle(i);
    FigureSpot spot{QRectF(middle - QPointF(5, 5), middle + QPointF(5, 5)), sentence(m_graph.edges[i])};
    spot.head = m_graph.nodes[m_graph.edges[i].to].head;
    if (!spot.head) spot.head = m_graph.nodes[m_graph.edges[i].from].head;
    spots.push_back(std::move(spot));
  }
  return spots;
}

QSizeF GraphFigure::preferredSize() const {
  return {std::clamp(140.0 + 96 * m_graph.columns, 720.0, 2400.0), std::clamp(200.0 + 44 * m_graph.rows, 460.0, 1800.0)};
}

QStringList GraphFigure::strongest() const {
  QStringList found;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, m_graph.edges.size()); ++i) found << sentence(m_graph.edges[i]);
  return found;
}

}  // namespace headlight
