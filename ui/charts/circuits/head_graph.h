#pragma once

#include <optional>
#include <vector>

#include "ui/charts/circuits/findings_report.h"

namespace headlight {

/// Parts of a model and what goes from one to the other.
struct HeadGraph {
  struct Node {
    QString label, name;  ///< "1.3", and "layer 1, head 3" in a sentence.
    int column = 0;       ///< From the input, 0, to the logits: heads of layer l at 2l + 1, its MLP behind. Where there
                          ///< is an encoder, its columns come first, and cross-attention has one between the two.
    int row = -1;         ///< Of a head its number; −1 for what is alone in its column.
    std::optional<HeadId> head = {};
    QString above = {};  ///< What stands over its column: "L1", "L1 (cross)", or nothing.
  };
  struct Edge {
    std::size_t from = 0, to = 0;
    char reads = 0;  ///< 'q', 'k' or 'v' of a head that reads; 0 for others.
    double value = 0;
  };
  std::vector<Node> nodes;  ///< Those that have edges, in the order of columns and rows.
  std::vector<Edge> edges;  ///< The strongest first.
  int columns = 0, rows = 1;
  double largest = 0;       ///< The strongest edge there is.
  std::size_t leftOut = 0;  ///< Edges that are not 0 and not shown.
};

/// So many edges a graph shows at most: more are no picture.
inline constexpr std::size_t kMostEdges = 80;

/// The edges of the painted tensor (source × target, or writer × reader by layer and head) that are at least
/// `threshold` of the strongest, at most kMostEdges.
HeadGraph headGraphOf(const FindingsReport& report, double threshold);

}  // namespace headlight
