#include "core/model/embedding.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/image/pixel_input.h"
#include "core/model/too_many_tokens.h"

namespace headlight {
namespace {

/// Adds row ids[first + i] of `table` to row i of `out`.
void addRows(const WeightMatrix& table, const std::vector<Index>& ids, Index first, const char* what, Matrix& out) {
  std::vector<float> buffer;
  for (auto i = static_cast<std::size_t>(first); i < ids.size(); ++i) {
    if (ids[i] < 0 || ids[i] >= table.rows())
      throw Error("token " + std::to_string(i) + ": expected " + what + " from 0 to " +
                  std::to_string(table.rows() - 1) + ", found " + std::to_string(ids[i]));
    out.row(static_cast<Index>(i) - first) += table.rowsAsFloats(ids[i], 1, buffer).row(0);
  }
}

/// Each token's vector between those of the next and the previous token, [n, 3 · width].
Matrix trigrams(const Matrix& hidden) {
  const Index n = hidden.rows(), width = hidden.cols();
  Matrix out = Matrix::Zero(n, 3 * width);
  out.middleCols(width, width) = hidden;
  out.leftCols(width).topRows(n - 1) = hidden.bottomRows(n - 1);
  out.rightCols(width).bottomRows(n - 1) = hidden.topRows(n - 1);
  return out;
}

/// The row of the table of positions that each token reads.
std::vector<Index> positionsOf(const PositionsSpec& part, std::int64_t padId, const Encoding& encoding) {
  std::vector<Index> rows;
  Index place = 0;
  for (const Token& token : encoding.tokens) {
    const bool skipped = (part.counting == PositionsSpec::Counting::SkipPaddingId && token.id == padId) ||
                         (part.counting == PositionsSpec::Counting::SkipUnattended && !token.attended);
    rows.push_back(part.offset + (skipped ? -1 : place++));
  }
  if (part.table.empty()) return rows;
  if (const auto largest = std::max_element(rows.begin(), rows.end()); largest != rows.end() && *largest >= part.rows)
    throw TooManyTokens(encoding, part.rows - part.offset);
  return rows;
}

/// Adds the sines of p · frequency in the first half of a row and the cosines in the second, for each position p from
/// the token `first` on. Padding that does not count (a position of offset - 1) has none.
void addWaves(const PositionsSpec& part, const std::vector<Index>& positions, Index first, Matrix& out) {
  const Index width = out.cols(), sines = (width + 1) / 2;
  const bool fairseq = part.waves == PositionsSpec::Waves::Fairseq;
  const double step =
      fairseq ? 1 / static_cast<double>(std::max<Index>(width / 2 - 1, 1)) : 2 / static_cast<double>(width);
  for (Index column = 0; column < width; ++column) {
    const auto i = static_cast<double>(column < sines ? column : column - sines);
    const double frequency = std::pow(10000.0, -step * i);
    for (Index row = 0; row < out.rows(); ++row) {
      const Index position = positions[static_cast<std::size_t>(first + row)];
      if (fairseq && position < part.offset) continue;
      const double angle = static_cast<double>(position) * frequency;
      out(row, column) += static_cast<float>(column < sines ? std::sin(angle) : std::cos(angle));
    }
  }
}

/// ESM's token dropout (Rives et al. 2021): masks are zeros, and the others as large as they were in the training,
/// where 0.15 · 0.8 of the tokens were masks.
void dropTokens(Index dropped, const std::vector<Index>& ids, Index first, Matrix& hidden) {
  const auto count = static_cast<double>(std::count(ids.begin(), ids.end(), dropped));
  const auto all = static_cast<double>(ids.size());
  if (count < all) hidden *= static_cast<float>((1 - 0.15 * 0.8) / (1 - count / all));
  for (Index row = 0; row < hidden.rows(); ++row)
    if (ids[static_cast<std::size_t>(first + row)] == dropped) hidden.row(row).setZero();
}

/// The learned tokens and then the mapped patches, [tokens, width].
Matrix patchTokens(const PatchesSpec& part, const Weights& weights, const PixelInput& pixels) {
  if (pixels.height != part.height || pixels.width != part.width || pixels.patchHeight != part.patchHeight ||
      pixels.patchWidth != part.patchWidth || pixels.values.cols() != part.height * part.width)
    throw Error("image: expected " + std::to_string(part.width) + " x " + std::to_string(part.height) +
                " pixels, which the model has positions for, found " + std::to_string(pixels.width) + " x " +
                std::to_string(pixels.height));
  Matrix hidden(weights.leading.rows() + part.patches(), weights.leading.cols());
  hidden.topRows(weights.leading.rows()) = weights.leading;
  apply(weights.patches, unfoldedPatches(pixels), hidden.bottomRows(part.patches()));
  return hidden;
}

/// What token ids or pixels alone give from the token `first` on, scaled: [N - first, width].
Matrix tokenRows(const Architecture& d, const Weights& weights, const std::vector<Index>& ids, const PixelInput* pixels,
                 Index first) {
  const EmbeddingSpec& part = d.embedding;
  if ((pixels != nullptr) != part.patches.has_value())
    throw Error(part.patches ? "this model reads images: expected one, found a text"
                             : "this model reads texts: expected one, found an image");
  Matrix hidden = Matrix::Zero(static_cast<Index>(ids.size()) - first, part.width);
  if (part.patches)
    hidden = patchTokens(*part.patches, weights, *pixels);
  else
    addRows(weights.tokens, ids, first, "an id", hidden);
  if (part.scale != 1) hidden *= part.scale;
  if (part.droppedId >= 0) dropTokens(part.droppedId, ids, first, hidden);
  if (part.trigrams) hidden = trigrams(hidden);
  return hidden;
}

struct TableIds {
  std::vector<Index> tokens, types;
};

TableIds tableIds(const EmbeddingSpec& part, const Encoding& encoding) {
  TableIds ids;
  for (const Token& token : encoding.tokens) {
    ids.tokens.push_back(static_cast<Index>(token.id));
    ids.types.push_back(static_cast<Index>(token.typeId));
  }
  // Models with one type (RoBERTa) read it for every token, whatever text it comes from.
  if (part.typeCount == 1) std::fill(ids.types.begin(), ids.types.end(), 0);
  return ids;
}

void addPositions(const Architecture& d, const Weights& weights, const Encoding& encoding, Index first,
                  Matrix& hidden) {
  const PositionsSpec& part = *d.embedding.positions;
  const std::vector<Index> positions = positionsOf(part, d.padId, encoding);
  if (part.table.empty())
    addWaves(part, positions, first, hidden);
  else
    addRows(weights.positions, positions, first, "a position", hidden);
}

}  // namespace

std::vector<EmbeddingPart> embeddingParts(const Architecture& d, const Weights& weights, const Encoding& encoding,
                                          const PixelInput* pixels) {
  using Place = EmbeddingSpec::ProjectionPlace;
  const EmbeddingSpec& part = d.embedding;
  const TableIds ids = tableIds(part, encoding);
  const auto n = static_cast<Index>(encoding.size());
  std::vector<EmbeddingPart> parts;
  parts.push_back({"embedding", tokenRows(d, weights, ids.tokens, pixels, 0)});
  const auto addBias = [&](const Vector& bias, const char* name) {
    if (bias.size() > 0 && !bias.isZero(0)) parts.push_back({name, bias.transpose().replicate(n, 1)});
  };
  const auto project = [&](Place place) {
    if (!part.projection || part.projectionPlace != place) return;
    Linear map = weights.embeddingProjection;
    map.bias.resize(0);
    for (EmbeddingPart& each : parts) {
      Matrix projected(n, d.width);
      apply(map, each.rows, projected);
      each.rows = std::move(projected);
    }
    addBias(weights.embeddingProjection.bias, "projection bias of embeddings");
  };
  const auto norm = [&] {
    const Norm& by = weights.embeddingNorm;
    if (!by) return;
    Matrix sum = parts.front().rows;
    for (std::size_t i = 1; i < parts.size(); ++i) sum += parts[i].rows;
    for (EmbeddingPart& each : parts) applyLinearPart(by, each.rows);
    for (Index row = 0; row < n; ++row) {
      const auto factor = static_cast<float>(factorOf(by, sum.middleRows(row, 1)));
      for (EmbeddingPart& each : parts) each.rows.row(row) *= factor;
    }
    addBias(by.bias, "norm bias of embeddings");
  };
  const auto width = [&] { return parts.front().rows.cols(); };
  project(Place::BeforePositions);
  std::vector<EmbeddingPart> types;  // Added before the positions, and listed behind them.
  if (!weights.types.empty()) {
    types.push_back({"type", Matrix::Zero(n, width())});
    addRows(weights.types, ids.types, 0, "a type id", types.back().rows);
  }
  if (!weights.constant.empty()) {
    types.push_back({"task", Matrix::Zero(n, width())});
    addRows(weights.constant, std::vector<Index>(ids.tokens.size(), 0), 0, "a task id", types.back().rows);
  }
  const auto addTypes = [&] {
    for (EmbeddingPart& each : types) parts.push_back(std::move(each));
    types.clear();
  };
  if (part.normBeforePositions) {
    addTypes();
    norm();
  }
  if (part.positions) {
    parts.push_back({"position", Matrix::Zero(n, width())});
    addPositions(d, weights, encoding, 0, parts.back().rows);
  }
  addTypes();
  project(Place::BeforeNorm);
  if (!part.normBeforePositions) norm();
  project(Place::AfterNorm);
  return parts;
}

Matrix embed(const Architecture& d, const Weights& weights, const Encoding& encoding, const PixelInput* pixels,
             Index first) {
  using Place = EmbeddingSpec::ProjectionPlace;
  const EmbeddingSpec& part = d.embedding;
  const auto [ids, types] = tableIds(part, encoding);
  Matrix hidden = tokenRows(d, weights, ids, pixels, first);
  const auto project = [&](Place place) {
    if (!part.projection || part.projectionPlace != place) return;
    Matrix projected(hidden.rows(), d.width);
    apply(weights.embeddingProjection, hidden, projected);
    hidden = std::move(projected);
  };
  project(Place::BeforePositions);
  if (!weights.types.empty()) addRows(weights.types, types, first, "a type id", hidden);
  if (!weights.constant.empty())
    addRows(weights.constant, std::vector<Index>(ids.size(), 0), first, "a task id", hidden);
  if (part.normBeforePositions) apply(weights.embeddingNorm, hidden);
  if (part.positions) addPositions(d, weights, encoding, first, hidden);
  project(Place::BeforeNorm);
  if (!part.normBeforePositions) apply(weights.embeddingNorm, hidden);
  project(Place::AfterNorm);
  return hidden;
}

}  // namespace headlight
