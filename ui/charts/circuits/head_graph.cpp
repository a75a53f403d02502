#include "ui/charts/circuits/head_graph.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

#include "ui/figures/head_words.h"
#include "ui/words.h"

namespace headlight {
namespace {

using GraphNode = HeadGraph::Node;

/// An edge by names of nodes, as the axes of findings have them.
struct NamedEdge {
  GraphNode from, to;
  char reads = 0;
  double value = 0;
};

GraphNode headNode(HeadId head, QString label) {
  return {std::move(label), headWords(head), 2 * head.layer + 1, head.head, head};
}

/// "input", "head 0.1", "mlp 0", "q 1.2", "logits"; of a key/value head that a group reads, its first head.
GraphNode nodeNamed(const std::string& name, const FindingsReport& report, int layers) {
  if (name == "input") return {Words::tr("input"), Words::tr("the input"), 0};
  if (name == "logits") return {Words::tr("logits"), Words::tr("the logits"), 2 * layers + 1};
  const std::string place = name.substr(name.find(' ') + 1);
  const int layer = std::stoi(place);
  if (name.starts_with("mlp"))
    return {QStringLiteral("MLP %1").arg(layer), Words::tr("the MLP of layer %1").arg(layer), 2 * layer + 2};
  const int head = std::stoi(place.substr(place.find('.') + 1));
  const bool grouped = report.headsOfGroup > 1 && (name.front() == 'k' || name.front() == 'v');
  if (!grouped) return headNode({layer, head}, headNumbers({layer, head}));
  const HeadId first{layer, head * report.headsOfGroup};
  return headNode(first, headNumbers(first));
}

std::vector<NamedEdge> edgesByName(const FindingsReport& report, const NamedTensor& tensor) {
  std::vector<NamedEdge> edges;
  int layers = 0;
  for (const std::string& name : tensor.axes[0].labels)
    if (name.starts_with("head ") || name.starts_with("mlp ")) layers = std::max(layers, std::stoi(name.substr(name.find(' '))) + 1);
  std::vector<GraphNode> targets;
  for (const std::string& name : tensor.axes[1].labels) targets.push_back(nodeNamed(name, report, layers));
  for (Index source = 0; source < tensor.axes[0].size; ++source) {
    const GraphNode from = nodeNamed(tensor.axes[0].labels[static_cast<std::size_t>(source)], report, layers);
    for (Index target = 0; target < tensor.axes[1].size; ++target) {
      const double value = tensor({source, target});
      if (!std::isfinite(value) || value == 0) continue;
      const std::string& name = tensor.axes[1].labels[static_cast<std::size_t>(target)];
      const char reads = name[1] == ' ' ? name[0] : '\0';
      edges.push_back({from, targets[static_cast<std::size_t>(target)], reads, value});
    }
  }
  return edges;
}

std::vector<NamedEdge> edgesByHead(const FindingsReport& report, const NamedTensor& tensor) {
  std::vector<NamedEdge> edges;
  const char reads = static_cast<char>(
      std::tolower(static_cast<unsigned char>(report.view.tensor[std::string_view("composition_").size()])));
  const auto &layers = tensor.axes[0].size, &heads = tensor.axes[1].size;
  const auto node = [](Index layer, Index head) {
    const HeadId id{static_cast<int>(layer), static_cast<int>(head)};
    return headNode(id, headNumbers(id));
  };
  for (Index layer = 0; layer < layers; ++layer)
    for (Index head = 0; head < heads; ++head)
      for (Index readerLayer = layer + 1; readerLayer < layers; ++readerLayer)
        for (Index reader = 0; reader < heads; ++reader)
          // What lies below chance is no connection.
          if (const double value = tensor({layer, head, readerLayer, reader}); std::isfinite(value) && value > 0)
            edges.push_back({node(layer, head), node(readerLayer, reader), reads, value});
  return edges;
}

}  // namespace

HeadGraph headGraphOf(const FindingsReport& report, double threshold) {
  HeadGraph graph;
  const NamedTensor* tensor = report.painted();
  if (!tensor) return graph;
  std::vector<NamedEdge> edges =
      tensor->axes.size() == 4 ? edgesByHead(report, *tensor) : edgesByName(report, *tensor);
  std::stable_sort(edges.begin(), edges.end(),
                   [](const NamedEdge& a, const NamedEdge& b) { return std::abs(a.value) > std::abs(b.value); });
  graph.largest = edges.empty() ? 0 : std::abs(edges.front().value);
  std::size_t shown = 0;
  while (shown < std::min(edges.size(), kMostEdges) && std::abs(edges[shown].value) >= threshold * graph.largest) ++shown;
  graph.leftOut = edges.size() - shown;
  edges.resize(shown);
  std::map<std::pair<int, int>, std::size_t> places;
  for (const NamedEdge& edge : edges)
    for (const GraphNode* node : {&edge.from, &edge.to}) {
      places.try_emplace({node->column, node->row}, 0);
      graph.columns = std::max(graph.columns, node->column + 1);
      graph.rows = std::max(graph.rows, node->row + 1);
    }
  std::size_t number = 0;
  for (auto& [place, index] : places) index = number++;
  graph.nodes.resize(places.size());
  for (const NamedEdge& edge : edges) {
    const std::size_t from = places[{edge.from.column, edge.from.row}], to = places[{edge.to.column, edge.to.row}];
    graph.nodes[from] = edge.from;
    graph.nodes[to] = edge.to;
    graph.edges.push_back({from, to, edge.reads, edge.value});
  }
  return graph;
}

}  // namespace headlight
