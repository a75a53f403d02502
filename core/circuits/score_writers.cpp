#include "core/circuits/score_writers.h"

#include <cmath>
#include <numbers>
#include <string>

#include "core/analysis/score_parts.h"
#include "core/attention/changed_values.h"
#include "core/base/error.h"
#include "core/circuits/direct_direction.h"
#include "core/circuits/head_weights.h"
#include "core/circuits/stream_writers.h"
#include "core/model/architecture.h"
#include "core/model/block.h"
#include "core/model/position_terms.h"
#include "core/model/weights.h"

namespace headlight {
namespace {

/// A side of a score: what each writer adds to the query or to the key.
struct Side {
  std::vector<std::string> names;
  Matrix rows;  ///< [writers, dHead]
};

class CellSides {
 public:
  CellSides(const Model& model, const Trace& trace, const RunValues& values, const RunTables& tables, HeadId head)
      : m_model(model),
        m_trace(trace),
        m_values(values),
        m_tables(tables),
        m_head(head),
        m_spec(model.description().layers[static_cast<std::size_t>(head.layer)].attention),
        m_weights(model.weights().layers[static_cast<std::size_t>(head.layer)]),
        m_matrices(headWeights(model, head.layer, head.head, Folding::Raw)) {
    if (layerWithChangedValues(trace, head.layer + 1,
                               {LayerSite::Value, LayerSite::HeadOutput, LayerSite::AttentionOutput,
                                LayerSite::FeedForwardOutput, LayerSite::Output}))
      refuse("score by writers", model, "the run has changed what this layer reads, or its queries or keys");
    if (m_spec.clip > 0) refuse("score by writers", model, "its queries and keys are cut, which is no sum");
  }

  Side query(Index token) const {
    Side side = parts(token, m_matrices.query, m_matrices.queryBias);
    finish(side, m_weights.attention.queryNorm, m_head.head, m_spec.heads, token, true);
    return side;
  }

  Side key(Index token) const {
    Side side = parts(token, m_matrices.key, m_matrices.keyBias);
    finish(side, m_weights.attention.keyNorm, keyHeadOf(m_head.head, m_spec.heads, m_spec.kvHeads), m_spec.kvHeads,
           token, false);
    return side;
  }

 private:
  /// What each writer gives through the norm before the attention and the matrix.
  Side parts(Index token, const Eigen::MatrixXd& matrix, const Eigen::RowVectorXd& bias) const {
    StreamWriters writers = streamWriters(m_model, m_trace, m_values, m_head.layer, token);
    const Norm& before = m_weights.attentionNorms.before;
    passNorm(before, stream(token), writers.rows);
    if (before.bias.size() > 0 && !before.bias.isZero(0)) writers.add("norm bias", before.bias.transpose());
    Side side{std::move(writers.names), (writers.rows.cast<double>() * matrix).cast<float>()};
    // A row for both where the layer has biases for either.
    if (m_matrices.queryBias.size() > 0 || m_matrices.keyBias.size() > 0)
      add(side, "projection bias",
          bias.size() > 0 ? bias : Eigen::RowVectorXd(Eigen::RowVectorXd::Zero(matrix.cols())));
    return side;
  }

  static void add(Side& side, const char* name, const Eigen::RowVectorXd& row) {
    side.names.emplace_back(name);
    side.rows.conservativeResize(side.rows.rows() + 1, row.size());
    side.rows.bottomRows(1) = row.cast<float>();
  }

  Matrix stream(Index token) const {
    return m_trace.hiddenStates[static_cast<std::size_t>(m_head.layer)].middleRows(token, 1);
  }

  /// Norm, rotation and growth, as the layer has them.
  void finish(Side& side, const Norm& norm, Index head, int heads, Index token, bool isQuery) const {
    if (m_spec.normAfterRotation) rotateRows(side, token);
    if (norm) passOwnNorm(side, norm, head, heads, token, isQuery);
    if (!m_spec.normAfterRotation) rotateRows(side, token);
    if (isQuery && m_spec.queryGrowth)
      for (Index i = 0; i < side.rows.rows(); ++i) growQueries(*m_spec.queryGrowth, token, side.rows.middleRows(i, 1));
  }

  void rotateRows(Side& side, Index token) const {
    if (m_spec.rotary < 0) return;
    const RotaryTable& table = m_tables.rotaries[static_cast<std::size_t>(m_spec.rotary)];
    for (Index i = 0; i < side.rows.rows(); ++i) rotate(table, 1, side.rows.middleRows(i, 1), token, m_spec.rotaryFrom);
  }

  void passOwnNorm(Side& side, const Norm& norm, Index head, int heads, Index token, bool isQuery) const {
    const Norm own = normOfHead(norm, head, m_spec.dHead);
    if (m_spec.normSpan == NormSpan::AllHeads) {
      if (norm.kind == NormKind::LayerNorm)
        refuse("score by writers", m_model, "its norm of queries and keys takes out a mean over all heads");
      // The rows of all heads, as they are before their norm.
      Matrix all(1, heads * m_spec.dHead);
      for (int h = 0; h < heads; ++h) {
        const int queryHead = isQuery ? h : h * (m_spec.heads / m_spec.kvHeads);
        const HeadWeights each = headWeights(m_model, m_head.layer, queryHead, Folding::Raw);
        const Eigen::RowVectorXd& bias = isQuery ? each.queryBias : each.keyBias;
        Matrix read = stream(token);
        apply(m_weights.attentionNorms.before, read);
        Eigen::RowVectorXd raw = read.cast<double>() * (isQuery ? each.query : each.key);
        if (bias.size() > 0) raw += bias;
        all.middleCols(h * m_spec.dHead, m_spec.dHead) = raw.cast<float>();
      }
      applyLinearPart(own, side.rows);
      side.rows *= static_cast<float>(factorOf(norm, all));
    } else {
      passNorm(own, Matrix(side.rows.colwise().sum()), side.rows);
    }
    if (own.bias.size() > 0 && !own.bias.isZero(0))
      add(side, "norm bias of queries and keys", own.bias.transpose().cast<double>());
  }

  const Model& m_model;
  const Trace& m_trace;
  const RunValues& m_values;
  const RunTables& m_tables;
  HeadId m_head;
  const AttentionSpec& m_spec;
  const LayerWeights& m_weights;
  HeadWeights m_matrices;
};

void addRotary(const ScoreParts& parts, const std::string& number, Findings& found,
               std::optional<NamedTensor>& frequencies) {
  if (parts.waves.empty()) return;
  const TensorAxis pairs{"pair", static_cast<Index>(parts.waves.size())};
  NamedTensor byPair = madeTensor("rotary_pairs." + number, {pairs});
  NamedTensor turns = madeTensor("rotary_frequencies", {pairs});
  for (Index i = 0; i < pairs.size; ++i) {
    const ScoreParts::Wave& wave = parts.waves[static_cast<std::size_t>(i)];
    byPair({i}) = wave.part;
    turns({i}) = std::isinf(wave.wavelength) ? 0 : 2 * std::numbers::pi / wave.wavelength;
  }
  found.push_back(std::move(byPair));
  found.push_back(oneNumber("rotary_rest." + number, parts.content));
  if (!frequencies) frequencies = std::move(turns);
}

}  // namespace

Findings scoreWriters(const AnalysisQuestion& q) {
  const Model& model = q.theModel();
  const Trace& trace = *q.a;
  if (q.settings.cells.empty()) throw Error("score by writers: expected at least one cell, found none (--cell)");
  const RunValues values = runValues(model, trace, q.progress.slice(0, 0.5));
  const RunTables tables =
      runTables(model.description(), model.weights(), trace.encoding, 0, trace.source, trace.pixels.get());
  for (const RotarySpec& rotary : model.description().rotaries)
    if (rotary.axes != RotaryAxes::Token)
      throw Error("score by writers: expected positions that turn by token, found those by row and column");
  if (!trace.additions.empty())
    throw Error(
        "score by writers: expected a stream that its layers alone add to, found one with features of pictures");
  Findings found;
  std::optional<NamedTensor> frequencies;
  for (std::size_t c = 0; c < q.settings.cells.size(); ++c) {
    q.progress(0.5 + 0.5 * static_cast<double>(c) / static_cast<double>(q.settings.cells.size()), "score");
    const ScoreCell& cell = q.settings.cells[c];
    const std::string number = std::to_string(c);
    const ScoreParts known = scoreParts(model, trace, cell.head, cell.query, cell.key);  // Checks the cell.
    const CellSides sides(model, trace, values, tables, cell.head);
    const Side query = sides.query(cell.query), key = sides.key(cell.key);
    const auto scale = static_cast<double>(trace.layers[static_cast<std::size_t>(cell.head.layer)].rule->scale);
    const Eigen::MatrixXd products = scale * query.rows.cast<double>() * key.rows.cast<double>().transpose();
    NamedTensor parts = madeTensor("score_parts." + number, {{"query_writer", products.rows(), query.names},
                                                             {"key_writer", products.cols(), key.names}});
    for (Index i = 0; i < products.rows(); ++i)
      for (Index j = 0; j < products.cols(); ++j) parts({i, j}) = products(i, j);
    found.push_back(std::move(parts));
    found.push_back(oneNumber("score." + number, known.content + known.rotary()));
    addRotary(known, number, found, frequencies);
  }
  if (frequencies) found.push_back(std::move(*frequencies));
  return found;
}

}  // namespace headlight
