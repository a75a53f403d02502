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
  return {std::move(label),
          headWords(head),
          2 * head.layer + 1,
          head.head,
          head,
          QStringLiteral("L%1").arg(head.layer) + attentionNote(head.attention)};
}

/// What the name of a node says: "q cross 1.2" is kind "q", layer 1 and head 2 of cross-attention.
struct NodeName {
  std::string kind;
  AttentionType attention = AttentionType::Self;
  int layer = 0, head = 0;

  explicit NodeName(const std::string& name) : kind(name.substr(0, name.find(' '))) {
    std::string rest = kind.size() < name.size() ? name.substr(kind.size() + 1) : std::string();
    if (const auto of = attentionNamed(rest.substr(0, rest.find(' ')))) {
      attention = *of;
      rest = rest.find(' ') == rest.npos ? std::string() : rest.substr(rest.find(' ') + 1);
    }
    if (!rest.empty()) layer = std::stoi(rest);
    if (rest.find('.') != rest.npos) head = std::stoi(rest.substr(rest.find('.') + 1));
  }
};

/// Where the layers of the stacks lie among the columns.
struct StackColumns {
  int encoder = 0, decoder = 0;  ///< Layers; of a single stack those of the decoder.

  int begin() const { return encoder > 0 ? 2 * encoder + 1 : 0; }
  int of(const NodeName& node) const {
    const bool inEncoder = node.attention == AttentionType::Encoder;
    if (node.kind == "input") return inEncoder ? 0 : begin();
    const int each = encoder > 0 && !inEncoder ? 3 : 2, first = inEncoder ? 0 : begin();
    if (node.kind == "logits") return begin() + each * decoder + 1;
    const int within = node.kind == "mlp" ? each : node.attention == AttentionType::Cross ? 2 : 1;
    return first + each * node.layer + within;
  }
};

/// A node of edge attribution; of a key/value head that a group reads, its first head.
GraphNode nodeNamed(const NodeName& name, const FindingsReport& report, const StackColumns& columns) {
  const QString note = attentionNote(name.attention),
                term = name.attention == AttentionType::Self ? QString() : attentionTerm(name.attention);
  GraphNode node;
  if (name.kind == "input")
    node = {Words::tr("input"), Words::tr("the input") + note, 0, -1, {}, term};
  else if (name.kind == "logits")
    node = {Words::tr("logits"), Words::tr("the logits"), 0, -1, {}, {}};
  else if (name.kind == "mlp")
    node = {QStringLiteral("MLP %1").arg(name.layer),
            Words::tr("the MLP of layer %1").arg(name.layer) + note,
            0,
            -1,
            {},
            term};
  else {
    const bool grouped = report.headsOfGroup > 1 && (name.kind == "k" || name.kind == "v");
    const HeadId head{name.layer, grouped ? name.head * report.headsOfGroup : name.head, name.attention};
    node = headNode(head, headNumbers(head.of(AttentionType::Self)));  // Its column says which attention.
  }
  node.column = columns.of(name);
  return node;
}

std::vector<NamedEdge> edgesByName(const FindingsReport& report, const NamedTensor& tensor) {
  std::vector<NamedEdge> edges;
  const std::vector<NodeName> sources(tensor.axes[0].labels.begin(), tensor.axes[0].labels.end()),
      targets(tensor.axes[1].labels.begin(), tensor.axes[1].labels.end());
  StackColumns columns;
  for (const NodeName& name : sources) {
    if (name.kind == "input") continue;
    int& layers = name.attention == AttentionType::Encoder ? columns.encoder : columns.decoder;
    layers = std::max(layers, name.layer + 1);
  }
  std::vector<GraphNode> ends;
  for (const NodeName& name : targets) ends.push_back(nodeNamed(name, report, columns));
  for (std::size_t source = 0; source < sources.size(); ++source) {
    const GraphNode from = nodeNamed(sources[source], report, columns);
    for (std::size_t target = 0; target < targets.size(); ++target) {
      const double value = tensor({static_cast<Index>(source), static_cast<Index>(target)});
      if (!std::isfinite(value) || value == 0) continue;
      const std::string& kind = targets[target].kind;
      edges.push_back({from, ends[target], kind.size() == 1 ? kind[0] : '\0', value});
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
