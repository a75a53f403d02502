#include "core/model/embedding.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/attention/trace.h"
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

/// The mapped patches of all tiles, [tiles · patches, width].
Matrix patchVectors(const EmbeddingSpec& e, const Weights& weights, const PixelInput& pixels) {
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
  return mapped;
}

/// Of each token its row of the table of types.
std::vector<Index> typesOf(const EmbeddingSpec& part, const Encoding& encoding) {
  std::vector<Index> types;
  // Models with one type (RoBERTa) read it for every token, whatever text it comes from.
  for (const Token& token : encoding.tokens)
    types.push_back(part.typeCount == 1 ? 0 : static_cast<Index>(token.typeId));
  return types;
}

void addPositions(const Architecture& d, const Weights& weights, const Encoding& encoding, Index first,
                  const PixelInput* pixels, Matrix& hidden) {
  const PositionsSpec& part = *d.embedding.positions;
  if (d.embedding.patches && pixels) {
    addPatchPositions(d.embedding, weights.positions, *pixels, encoding, hidden);
    return;
  }
  const std::vector<Index> positions = positionsOf(part, d.padId, encoding);
  if (part.table.empty())
    addWaves(part, positions, first, hidden);
  else
    addRows(weights.positions, positions, first, "a position", hidden);
}

/// What the first projection or norm reads of vectors of tokens: [CLS] in front of the patches of each tile, masks
/// dropped, neighbours.
Matrix rowsOfVectors(const EmbeddingSpec& part, const Weights& weights, const Encoding& encoding,
                     const PixelInput* pixels, Matrix hidden) {
  if (part.patches) {
    const Index tiles = pixels ? pixels->tiles() : 1, each = hidden.rows() / tiles, leading = weights.leading.rows();
    Matrix all(tiles * (leading + each), hidden.cols());
    for (Index tile = 0; tile < tiles; ++tile) {
      all.middleRows(tile * (leading + each), leading) = weights.leading * part.scale;
      all.middleRows(tile * (leading + each) + leading, each) = hidden.middleRows(tile * each, each);
    }
    hidden = std::move(all);
    if (hidden.rows() != static_cast<Index>(encoding.size()))
      throw Error("image: expected " + std::to_string(encoding.size()) + " patches and learned tokens, found " +
                  std::to_string(hidden.rows()));
  }
  if (part.droppedId >= 0) hidden = dropFactors(part.droppedId, encoding).tail(hidden.rows()).asDiagonal() * hidden;
  if (part.trigrams) hidden = trigrams(hidden);
  return hidden;
}

}  // namespace

void placeFeatures(const Encoding& encoding, const Matrix& features, Index first, Matrix& hidden) {
  Index feature = 0;
  for (Index i = 0; i < static_cast<Index>(encoding.size()); ++i) {
    if (!encoding.tokens[static_cast<std::size_t>(i)].imagePlace()) continue;
    if (i >= first) hidden.row(i - first) = features.row(feature);
    ++feature;
  }
}

Matrix tokenVectors(const Architecture& d, const Weights& weights, const Encoding& encoding,
                    const EmbeddingInput& input, Index first) {
  const EmbeddingSpec& part = d.embedding;
  if (part.merges) throw Error("embedding: expected a stack that reads tokens or an image, found a later stage");
  if ((input.pixels != nullptr) != (part.patches || part.sound))
    throw Error(part.sound     ? "this model reads sounds: expected one, found other input"
                : part.patches ? "this model reads images: expected one, found a text"
                               : "this model reads texts: expected one, found an image");
  Matrix vectors;
  if (part.patches) {
    vectors = patchVectors(part, weights, *input.pixels);
  } else if (part.sound) {
    vectors = soundFrames(*part.sound, weights.sound, *input.pixels);
  } else {
    std::vector<Index> ids;
    // What stands for a part of a picture may have an id beyond the table, which is not looked up.
    for (const Token& token : encoding.tokens)
      ids.push_back(input.features && token.imagePlace() ? 0 : static_cast<Index>(token.id));
    vectors = Matrix::Zero(static_cast<Index>(ids.size()) - first, part.width);
    addRows(weights.tokens, ids, first, "an id", vectors);
  }
  if (part.scale != 1) vectors *= part.scale;
  if (input.features) placeFeatures(encoding, *input.features, first, vectors);
  return vectors;
}

Vector dropFactors(std::int64_t dropped, const Encoding& encoding) {
  const auto isDropped = [dropped](const Token& token) { return token.id == dropped; };
  const auto count = static_cast<double>(std::count_if(encoding.tokens.begin(), encoding.tokens.end(), isDropped));
  const auto all = static_cast<double>(encoding.size());
  Vector factors(static_cast<Index>(encoding.size()));
  for (std::size_t i = 0; i < encoding.size(); ++i)
    factors[static_cast<Index>(i)] =
        isDropped(encoding.tokens[i]) ? 0 : static_cast<float>((1 - 0.15 * 0.8) / (1 - count / all));
  return factors;
}

Matrix embedVectors(const Architecture& d, const Weights& weights, const Encoding& encoding, Matrix hidden, Index first,
                    Matrix* normReads, const PixelInput* pixels) {
  using Place = EmbeddingSpec::ProjectionPlace;
  const EmbeddingSpec& part = d.embedding;
  const auto project = [&](Place place) {
    if (!part.projection || part.projectionPlace != place) return;
    Matrix projected(hidden.rows(), d.width);
    apply(weights.embeddingProjection, hidden, projected);
    hidden = std::move(projected);
  };
  const auto norm = [&] {
    if (normReads) *normReads = hidden;
    apply(weights.embeddingNorm, hidden);
  };
  hidden = rowsOfVectors(part, weights, encoding, pixels, std::move(hidden));
  project(Place::BeforePositions);
  const std::vector<Index> types = typesOf(part, encoding);
  if (!weights.types.empty()) addRows(weights.types, types, first, "a type id", hidden);
  if (!weights.constant.empty())
    addRows(weights.constant, std::vector<Index>(types.size(), 0), first, "a task id", hidden);
  if (part.normBeforePositions) norm();
  if (part.positions) addPositions(d, weights, encoding, first, pixels, hidden);
  project(Place::BeforeNorm);
  if (!part.normBeforePositions) norm();
  project(Place::AfterNorm);
  return hidden;
}

std::vector<EmbeddingPart> embeddingParts(const Architecture& d, const Weights& weights, const Encoding& encoding,
                                          const EmbeddingInput& input) {
  using Place = EmbeddingSpec::ProjectionPlace;
  const EmbeddingSpec& part = d.embedding;
  const auto n = static_cast<Index>(encoding.size());
  std::vector<EmbeddingPart> parts;
  parts.push_back(
      {"embedding", rowsOfVectors(part, weights, encoding, input.pixels, tokenVectors(d, weights, encoding, input))});
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
    addRows(weights.types, typesOf(part, encoding), 0, "a type id", types.back().rows);
  }
  if (!weights.constant.empty()) {
    types.push_back({"task", Matrix::Zero(n, width())});
    addRows(weights.constant, std::vector<Index>(encoding.size(), 0), 0, "a task id", types.back().rows);
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
    addPositions(d, weights, encoding, 0, input.pixels, parts.back().rows);
  }
  addTypes();
  project(Place::BeforeNorm);
  if (!part.normBeforePositions) norm();
  project(Place::AfterNorm);
  return parts;
}

EmbeddingInput embeddingInputOf(const Trace& trace) {
  return {trace.pixels.get(), trace.features ? &trace.features->front() : nullptr};
}

Matrix embed(const Architecture& d, const Weights& weights, const Encoding& encoding, const EmbeddingInput& input,
             Index first) {
  return embedVectors(d, weights, encoding, tokenVectors(d, weights, encoding, input, first), first, nullptr,
                      input.pixels);
}

}  // namespace headlight
