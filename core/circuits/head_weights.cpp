#include "core/circuits/head_weights.h"

#include <algorithm>

#include "core/analysis/head_values.h"
#include "core/circuits/analysis_question.h"
#include "core/model/architecture.h"
#include "core/model/weights.h"

namespace headlight {
namespace {

/// Columns [first, first + count) of a map seen as [in, out], with the map's scale.
Eigen::MatrixXd outputColumns(const Linear& linear, Index first, Index count) {
  std::vector<float> buffer;
  Eigen::MatrixXd columns(linear.in(), count);
  if (linear.inOut) {
    constexpr Index kPiece = 256;  // Rows of a large 16-bit weight are converted a few at a time.
    for (Index at = 0; at < linear.in(); at += kPiece) {
      const Index piece = std::min(kPiece, linear.in() - at);
      columns.middleRows(at, piece) =
          linear.weight.rowsAsFloats(at, piece, buffer).middleCols(first, count).cast<double>();
    }
  } else {
    columns = linear.weight.rowsAsFloats(first, count, buffer).transpose().cast<double>();
  }
  return static_cast<double>(linear.scale) * columns;
}

/// Where a head's columns begin in a tensor of queries, keys and values together.
struct Columns {
  Index query, key, value;
};

Columns columnsOf(const AttentionSpec& part, Index head, Index keyHead) {
  const Index d = part.dHead, dValue = part.valueNumbers();
  if (part.layout == QkvLayout::Separate) return {head * d, keyHead * d, keyHead * dValue};
  const Index queries = part.heads * d, keys = part.kvHeads * d;
  if (part.layout == QkvLayout::Parts) return {head * d, queries + keyHead * d, queries + keys + keyHead * dValue};
  const Index groups = part.qkvGroups > 0 ? part.qkvGroups : part.kvHeads;
  const Index of = queries / groups, each = keys / groups, group = of + 2 * each;
  const auto inGroups = [&](Index at, Index size, Index before) { return at / size * group + before + at % size; };
  const Index first = of, second = of + each;
  return {inGroups(head * d, of, 0), inGroups(keyHead * d, each, part.valuesBeforeKeys ? second : first),
          inGroups(keyHead * dValue, each, part.valuesBeforeKeys ? first : second)};
}

Eigen::RowVectorXd biasPart(const Vector& bias, Index first, Index count) {
  if (bias.size() == 0) return {};
  return bias.segment(first, count).transpose().cast<double>();
}

/// What a norm does to what a matrix reads, without its division: its gain, and the mean taken out (LayerNorm).
void foldIntoReader(const Norm& norm, Eigen::MatrixXd& reader) {
  if (!norm) return;
  if (norm.gain.size() > 0) reader.array().colwise() *= norm.gain.cast<double>().array();
  if (norm.kind == NormKind::LayerNorm) reader.rowwise() -= Eigen::RowVectorXd(reader.colwise().mean());
}

/// The gains of a norm of queries or keys, for one head's columns.
void foldHeadNorm(const Norm& norm, const AttentionSpec& part, Index head, Eigen::MatrixXd& columns) {
  if (!norm) return;
  if (norm.kind == NormKind::LayerNorm) columns.colwise() -= Eigen::VectorXd(columns.rowwise().mean());
  if (norm.gain.size() == 0) return;
  const bool own = norm.gain.size() > part.dHead;
  columns.array().rowwise() *=
      norm.gain.segment(own ? head * part.dHead : 0, part.dHead).transpose().cast<double>().array();
}

}  // namespace

HeadWeights headWeights(const Model& model, int layer, int head, Folding folding) {
  const LayerSpec& spec = model.description().layers[static_cast<std::size_t>(layer)];
  const AttentionSpec& part = spec.attention;
  const LayerWeights& w = model.weights().layers[static_cast<std::size_t>(layer)];
  if (part.latent)
    refuse("weights of a head", model, "its queries and keys go through latent vectors with norms of their own");
  if (spec.bottleneck)
    refuse("weights of a head", model, "its sublayers run in a narrower stream than the one that layers read");
  const bool separate = part.layout == QkvLayout::Separate;
  const Linear& query = separate ? w.attention.query : w.attention.qkv;
  const Linear& key = separate ? w.attention.key : w.attention.qkv;
  const Linear& value = separate ? w.attention.value : w.attention.qkv;
  const Index keyHead = keyHeadOf(head, part.heads, part.kvHeads), dValue = part.valueNumbers();
  const Columns at = columnsOf(part, head, keyHead);
  HeadWeights weights;
  weights.query = outputColumns(query, at.query, part.dHead);
  weights.key = outputColumns(key, at.key, part.dHead);
  weights.value = outputColumns(value, at.value, dValue);
  weights.output = inputRows(w.attention.output, head * dValue, dValue).cast<double>();
  weights.queryBias = biasPart(query.bias, at.query, part.dHead);
  weights.keyBias = biasPart(key.bias, at.key, part.dHead);
  if (folding == Folding::Raw) return weights;
  const Norm& before = w.attentionNorms.before;
  for (Eigen::MatrixXd* reader : {&weights.query, &weights.key, &weights.value}) foldIntoReader(before, *reader);
  foldHeadNorm(w.attention.queryNorm, part, head, weights.query);
  foldHeadNorm(w.attention.keyNorm, part, keyHead, weights.key);
  const Norm& inside = w.attentionNorms.inside;
  if (inside && inside.gain.size() > 0)
    weights.output.array().rowwise() *= inside.gain.transpose().cast<double>().array();
  if (before.kind == NormKind::LayerNorm) weights.output.colwise() -= Eigen::VectorXd(weights.output.rowwise().mean());
  return weights;
}

}  // namespace headlight
