#include <algorithm>
#include <limits>
#include <queue>
#include <string>

#include "core/analysis/rollout.h"
#include "core/attention/matrix_maps.h"
#include "core/base/error.h"

namespace headlight {
namespace {

/// Maximum flow by Dinic's algorithm (1970) with real capacities, on a small graph that is reset between flows.
class FlowGraph {
 public:
  explicit FlowGraph(int nodes) : m_edges(static_cast<std::size_t>(nodes)) {}

  void connect(int from, int to, double capacity) {
    m_edges[at(from)].push_back({to, m_edges[at(to)].size(), capacity, capacity});
    m_edges[at(to)].push_back({from, m_edges[at(from)].size() - 1, 0, 0});
  }

  double flow(int source, int sink) {
    for (auto& edges : m_edges)
      for (Edge& edge : edges) edge.left = edge.capacity;
    double total = 0;
    while (level(source, sink)) {
      m_next.assign(m_edges.size(), 0);
      while (const double pushed = push(source, sink, std::numeric_limits<double>::infinity())) total += pushed;
    }
    return total;
  }

 private:
  struct Edge {
    int to;
    std::size_t back;
    double capacity, left;
  };
  // Rounding leaves crumbs of capacity; following them would never end.
  static constexpr double kNothing = 1e-15;

  static std::size_t at(int node) { return static_cast<std::size_t>(node); }

  bool level(int source, int sink) {
    m_level.assign(m_edges.size(), -1);
    m_level[at(source)] = 0;
    std::queue<int> open;
    for (open.push(source); !open.empty(); open.pop())
      for (const Edge& edge : m_edges[at(open.front())])
        if (edge.left > kNothing && m_level[at(edge.to)] < 0) {
          m_level[at(edge.to)] = m_level[at(open.front())] + 1;
          open.push(edge.to);
        }
    return m_level[at(sink)] >= 0;
  }

  double push(int node, int sink, double most) {
    if (node == sink) return most;
    for (std::size_t& i = m_next[at(node)]; i < m_edges[at(node)].size(); ++i) {
      Edge& edge = m_edges[at(node)][i];
      if (edge.left <= kNothing || m_level[at(edge.to)] != m_level[at(node)] + 1) continue;
      if (const double pushed = push(edge.to, sink, std::min(most, edge.left)); pushed > 0) {
        edge.left -= pushed;
        m_edges[at(edge.to)][edge.back].left += pushed;
        return pushed;
      }
    }
    return 0;
  }

  std::vector<std::vector<Edge>> m_edges;
  std::vector<int> m_level;
  std::vector<std::size_t> m_next;
};

}  // namespace

Eigen::MatrixXd attentionFlow(const AttentionMaps& maps, int layer, const Progress& progress) {
  const Index N = maps.keys();
  if (N > kMostFlowTokens)
    throw Error("attention flow: expected at most " + std::to_string(kMostFlowTokens) + " tokens, found " +
                std::to_string(N));
  const auto node = [N](int level, Index token) { return static_cast<int>(level * N + token); };
  FlowGraph graph(static_cast<int>((layer + 2) * N));
  for (int l = 0; l <= layer; ++l) {
    const Eigen::MatrixXd capacity = mixingMatrix(maps, l);
    for (Index q = 0; q < N; ++q)
      for (Index k = 0; k < N; ++k)
        if (capacity(q, k) > 0) graph.connect(node(l + 1, q), node(l, k), capacity(q, k));
  }
  Eigen::MatrixXd flows(N, N);
  for (Index q = 0; q < N; ++q) {
    for (Index k = 0; k < N; ++k) flows(q, k) = graph.flow(node(layer + 1, q), node(0, k));
    progress(static_cast<double>(q + 1) / static_cast<double>(N), "attention flow");
  }
  return flows;
}

std::shared_ptr<const AttentionMaps> flowMaps(const AttentionMaps& maps, const Progress& progress) {
  std::vector<std::vector<Matrix>> layers;
  const auto count = static_cast<double>(maps.layers());
  for (int layer = 0; layer < maps.layers(); ++layer)
    layers.push_back(
        {attentionFlow(maps, layer, progress.slice(layer / count, (layer + 1) / count)).cast<float>()});
  return std::make_shared<MatrixMaps>(std::move(layers), maps.queryTokens(), maps.keyTokens(), false);
}

}  // namespace headlight
