#include "core/model/embedding.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/image/pixel_input.h"
#include "core/model/patch_positions.h"
#include "core/model/sound_frames.h"
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

/// Of each tile the learned tokens and then the mapped patches, [tokens, width], with their positions.
Matrix patchTokens(const EmbeddingSpec& e, const Weights& weights, const PixelInput& pixels, const Encoding& encoding) {
  const PatchesSpec& part = *e.patches;
  const bool fits = part.cut ? pixels.cut && pixels.values.cols() == weights.patches.in()
                             : !pixels.cut && pixels.channels == part.channels &&
                                   pixels.patchHeight == part.patchHeight && pixels.patchWidth == part.patchWidth &&
                                   pixels.values.cols() == pixels.height * pixels.width &&
                                   (part.resize != GridResize::None || !e.positions ||
                                    (pixels.rows() == part.rows() && pixels.cols() == part.cols()));
  if (!fits)
    throw Error("image: expected " + std::to_string(part.width) + " x " + std::to_string(part.height) +
                " pixels, which the model has positions for, found " + std::to_string(pixels.width) + " x " +
                std::to_string(pixels.height));
  const Matrix patches = unfoldedPatches(pixels);
  Matrix mapped(patches.rows(), e.width);
  apply(weights.patches, patches, mapped);
  const Index leading = weights.leading.rows(), perTile = pixels.patches();
  Matrix hidden(pixels.tiles() * (leading + perTile), e.width);
  for (Index tile = 0; tile < pixels.tiles(); ++tile) {
    const Index at = tile * (leading + perTile);
    hidden.middleRows(at, leading) = weights.leading;
    hidden.middleRows(at + leading, perTile) = mapped.middleRows(tile * perTile, perTile);
  }
  if (hidden.rows() != static_cast<Index>(encoding.size()))
    throw Error("image: expected " + std::to_string(encoding.size()) + " patches and learned tokens, found " +
                std::to_string(hidden.rows()));
  if (e.positions) addPatchPositions(e, weights.positions, pixels, encoding, hidden);
  return hidden;
}

/// Puts the features of pictures in the place of the tokens that stand for them.
void placeFeatures(const Encoding& encoding, const Matrix& features, Index first, Matrix& hidden) {
  Index feature = 0;
  for (Index i = 0; i < static_cast<Index>(encoding.size()); ++i) {
    if (!encoding.tokens[static_cast<std::size_t>(i)].imagePlace()) continue;
    if (i >= first) hidden.row(i - first) = features.row(feature);
    ++feature;
  }
}

}  // namespace

Matrix embed(const Architecture& d, const Weights& weights, const Encoding& encoding, const EmbeddingInput& input,
             Index first) {
  using Place = EmbeddingSpec::ProjectionPlace;
  const EmbeddingSpec& part = d.embedding;
  if ((input.pixels != nullptr) != (part.patches || part.sound))
    throw Error(part.sound     ? "this model reads sounds: expected one, found other input"
                : part.patches ? "this model reads images: expected one, found a text"
                               : "this model reads texts: expected one, found an image");
  std::vector<Index> ids, types;
  for (const Token& token : encoding.tokens) {
    // What stands for a part of a picture may have an id beyond the table, which is not looked up.
    ids.push_back(input.features && token.imagePlace() ? 0 : static_cast<Index>(token.id));
    types.push_back(static_cast<Index>(token.typeId));
  }
  // Models with one type (RoBERTa) read it for every token, whatever text it comes from.
  if (part.typeCount == 1) std::fill(types.begin(), types.end(), 0);

  Matrix hidden = Matrix::Zero(static_cast<Index>(ids.size()) - first, part.width);
  const auto project = [&](Place place) {
    if (!part.projection || part.projectionPlace != place) return;
    Matrix projected(hidden.rows(), d.width);
    apply(weights.embeddingProjection, hidden, projected);
    hidden = std::move(projected);
  };
  if (part.patches)
    hidden = patchTokens(part, weights, *input.pixels, encoding);
  else if (part.sound)
    hidden = soundFrames(*part.sound, weights.sound, *input.pixels);
  else
    addRows(weights.tokens, ids, first, "an id", hidden);
  if (part.scale != 1) hidden *= part.scale;
  if (input.features) placeFeatures(encoding, *input.features, first, hidden);
  if (part.droppedId >= 0) dropTokens(part.droppedId, ids, first, hidden);
  if (part.trigrams) hidden = trigrams(hidden);
  project(Place::BeforePositions);
  if (!weights.types.empty()) addRows(weights.types, types, first, "a type id", hidden);
  if (!weights.constant.empty())
    addRows(weights.constant, std::vector<Index>(ids.size(), 0), first, "a task id", hidden);
  if (part.normBeforePositions) apply(weights.embeddingNorm, hidden);
  if (part.positions && !part.patches) {
    const std::vector<Index> positions = positionsOf(*part.positions, d.padId, encoding);
    if (part.positions->table.empty())
      addWaves(*part.positions, positions, first, hidden);
    else
      addRows(weights.positions, positions, first, "a position", hidden);
  }
  project(Place::BeforeNorm);
  if (!part.normBeforePositions) apply(weights.embeddingNorm, hidden);
  project(Place::AfterNorm);
  return hidden;
}

}  // namespace headlight
