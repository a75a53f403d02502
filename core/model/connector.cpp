#include "core/model/connector.h"

#include <algorithm>

#include "core/attention/attend.h"
#include "core/base/error.h"
#include "core/image/pixel_input.h"
#include "core/model/head.h"
#include "core/model/model_input.h"
#include "core/ops/activations.h"

namespace headlight {
namespace {

/// The rows of a tower's states that are read, with the sides of the grid that each tile has.
struct Cells {
  Matrix rows;
  Index height = 0, width = 0;  ///< 0 where there is no grid.
};

Cells cellsOf(const ConnectorSpec& part, const Trace& tower) {
  const CachedRows& states = part.state < 0 ? tower.states() : tower.hiddenStates[static_cast<std::size_t>(part.state)];
  const PixelInput& pixels = *tower.pixels;
  if (pixels.cut) return {states, 0, 0};
  Cells cells{{}, pixels.rows(), pixels.cols()};
  const Index skip = part.withoutLeading ? pixels.firstPatch : 0, each = pixels.firstPatch + pixels.patches();
  cells.rows.resize(pixels.tiles() * (each - skip), states.cols());
  for (Index tile = 0; tile < pixels.tiles(); ++tile)
    cells.rows.middleRows(tile * (each - skip), each - skip) = states.middleRows(tile * each + skip, each - skip);
  return cells;
}

Matrix merged(const ConnectorSpec& part, const Cells& cells) {
  using Merge = ConnectorSpec::Merge;
  const Index side = part.side, block = side * side, width = cells.rows.cols();
  if (part.merge == Merge::None) return cells.rows;
  if (part.merge == Merge::Neighbours) {
    Matrix out(cells.rows.rows() / block, block * width);
    for (Index i = 0; i < out.rows(); ++i)
      for (Index j = 0; j < block; ++j) out.block(i, j * width, 1, width) = cells.rows.row(i * block + j);
    return out;
  }
  const Index down = cells.height / side, across = cells.width / side, each = cells.height * cells.width;
  const bool average = part.merge == Merge::Average;
  Matrix out = Matrix::Zero(each > 0 ? cells.rows.rows() / each * down * across : 0, average ? width : block * width);
  for (Index i = 0; i < out.rows(); ++i) {
    const Index tile = i / (down * across), row = i % (down * across) / across * side, col = i % across * side;
    for (Index j = 0; j < block; ++j) {
      const auto cell = cells.rows.row(tile * each + (row + j / side) * cells.width + col + j % side);
      if (average)
        out.row(i) += cell;
      else
        out.block(i, j * width, 1, width) = cell;
    }
  }
  if (average) out /= static_cast<float>(block);
  return out;
}

}  // namespace

Matrix connectedFeatures(const ConnectorSpec& part, const ConnectorWeights& weights, const Trace& tower,
                         const TowerInput& media) {
  Cells cells = cellsOf(part, tower);
  if (part.normBeforeMerge) apply(weights.norm, cells.rows);
  Matrix rows = merged(part, cells);
  if (!part.normBeforeMerge) apply(weights.norm, rows);
  rows = throughSteps(part.steps, weights.steps, std::move(rows));
  Matrix out(static_cast<Index>(media.features.size()), rows.cols());
  for (Index i = 0; i < out.rows(); ++i) {
    const TowerInput::Mixture& mixture = media.features[static_cast<std::size_t>(i)];
    if (mixture.empty()) {
      if (weights.newline.size() == 0) throw Error("image: expected no end of a row of tiles, found one");
      out.row(i) = weights.newline.transpose();
      continue;
    }
    out.row(i).setZero();
    for (const auto& [row, share] : mixture) {
      if (row < 0 || row >= rows.rows())
        throw Error("image: expected one of " + std::to_string(rows.rows()) + " features for token " +
                    std::to_string(i) + " of the pictures, found number " + std::to_string(row));
      out.row(i) += share * rows.row(row);
    }
  }
  return out;
}

Matrix pooledByAttention(const PoolingSpec& part, const PoolingWeights& weights, MatrixView states,
                         const std::vector<Token>& tokens, AttentionRecord& record) {
  const AttentionSpec& a = part.attention;
  const Index width = states.cols(), n = states.rows();
  constexpr Activation kNone = Activation::Identity;
  auto rule = std::make_shared<ScoreRule>();
  rule->heads = rule->kvHeads = a.heads;
  rule->dHead = a.dHead;
  rule->scale = a.scale;
  if (std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return !token.attended; })) {
    Matrix byKey = Matrix::Zero(a.heads, n);
    for (Index i = 0; i < n; ++i)
      if (!tokens[static_cast<std::size_t>(i)].attended) byKey.col(i).setConstant(kHiddenScore);
    rule->position.byKey = std::move(byKey);
  }
  record.rule = std::move(rule);
  Matrix q(1, width), k(n, width), v(n, width);
  apply({{weights.attention.qkv, q, kNone, 0}}, Matrix(weights.probe.transpose()));
  apply({{weights.attention.qkv, k, kNone, width}, {weights.attention.qkv, v, kNone, 2 * width}}, states);
  record.q = std::move(q);
  record.k = std::move(k);
  record.v = std::move(v);
  Matrix context(1, width), out(1, width);
  attend(record, context);
  apply(weights.attention.output, context, out);
  Matrix normed(1, width), inner(1, part.network.inner), more(1, width);
  apply(weights.norm, out, normed);
  apply({{weights.network.in, inner, part.network.activation}}, normed);
  apply(weights.network.output, inner, more);
  return out + more;
}

}  // namespace headlight
