#include "core/gradients/embedding_backward.h"

#include "core/ops/backward.h"

namespace headlight {
namespace {

/// Back through [next | own | previous].
Eigen::MatrixXd backThroughTrigrams(const Eigen::MatrixXd& g) {
  const Index n = g.rows(), width = g.cols() / 3;
  Eigen::MatrixXd back = g.middleCols(width, width);
  back.bottomRows(n - 1) += g.leftCols(width).topRows(n - 1);
  back.topRows(n - 1) += g.rightCols(width).bottomRows(n - 1);
  return back;
}

}  // namespace

Eigen::MatrixXd backThroughEmbedding(const Architecture& d, const Weights& weights, const Encoding& encoding,
                                     const Matrix& vectors, const Matrix& gradient) {
  using Place = EmbeddingSpec::ProjectionPlace;
  const EmbeddingSpec& part = d.embedding;
  Matrix normReads;
  embedVectors(d, weights, encoding, vectors, 0, &normReads);
  Eigen::MatrixXd g = gradient.cast<double>();
  const auto project = [&](Place place) {
    if (!part.projection || part.projectionPlace != place) return;
    Matrix back(g.rows(), weights.embeddingProjection.in());
    backThrough(weights.embeddingProjection, Matrix(g.cast<float>()), back);
    g = back.cast<double>();
  };
  // What is added (types, positions) changes nothing.
  project(Place::AfterNorm);
  if (!part.normBeforePositions) backThrough(weights.embeddingNorm, normReads, g);
  project(Place::BeforeNorm);
  if (part.normBeforePositions) backThrough(weights.embeddingNorm, normReads, g);
  project(Place::BeforePositions);
  if (part.trigrams) g = backThroughTrigrams(g);
  if (part.droppedId >= 0) g = dropFactors(part.droppedId, encoding).cast<double>().asDiagonal() * g;
  if (part.patches) g = g.bottomRows(vectors.rows()).eval();
  return g;
}

}  // namespace headlight
