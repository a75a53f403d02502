#include "core/analysis/norm_maps.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/head_values.h"
#include "core/attention/row_bands.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/model/architecture.h"
#include "core/model/weights.h"
#include "core/ops/gemm.h"

namespace headlight {
namespace {

using MatrixD = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

std::size_t place(Index i) { return static_cast<std::size_t>(i); }

/// What comes out of an attention sublayer, with every norm's scale held: the vectors that the heads bring, the
/// residual, and the factors that belong to a query. Some keys or queries at a time, so that no caller needs the
/// vectors of all keys at once.
class Sublayer {
 public:
  /// `whole`: with residual and norms.
  Sublayer(const Model& model, const Trace& trace, int layer, bool whole)
      : m_model(model),
        m_trace(trace),
        m_layer(layer),
        m_whole(whole),
        m_norms(model.weights().layers[place(layer)].attentionNorms),
        m_output(inputRows(outputOf(model, layer), 0, outputOf(model, layer).in())) {
    if (whole && model.description().layers[place(layer)].bottleneck)
      throw Error("norms with the residual of '" + model.info().name +
                  "': expected attention that adds to the residual stream, found one inside a bottleneck; method norm "
                  "is without the residual");
  }

  /// What each head brings of the keys [first, first + count), v_k W_O^h without the bias of the output projection
  /// (Kobayashi et al. 2020): [heads] of [count, width].
  std::vector<Matrix> values(Index first, Index count) const {
    const AttentionRecord& record = m_trace.layers[place(m_layer)];
    const Index heads = record.rule->heads, dValue = record.dValue();
    std::vector<Matrix> values(place(heads));
    parallelFor(heads, [&](Index head) {
      Matrix& f = values[place(head)];
      f.resize(count, m_output.cols());
      multiply(record.values(static_cast<int>(head)).middleRows(first, count),
               m_output.middleRows(head * dValue, dValue), false, f);
      if (!m_whole) return;
      applyLinearPart(m_norms.inside, f);
      applyLinearPart(m_norms.after, f);
    });
    return values;
  }

  /// What the residual brings of the same tokens, [count, width]; empty without.
  Matrix residual(Index first, Index count) const {
    if (!m_whole) return {};
    Matrix rows = stream(first, count);
    applyLinearPart(m_norms.after, rows);
    return rows;
  }

  /// What belongs to queries.
  struct Queries {
    Vector inner, outer;  ///< Factors of the norm inside (of the values alone) and of the norm behind (of all).
    Matrix output;        ///< y [count, width], with every bias; empty without residual and norms.
  };
  Queries queries(Index first, Index count) const {
    Queries q{Vector::Ones(count), Vector::Ones(count), {}};
    if (!m_whole) return q;
    Matrix sublayer = attentionOutput(m_model, m_trace, m_layer, first, count);
    for (Index i = 0; i < count; ++i)
      q.inner[i] = static_cast<float>(factorOf(m_norms.inside, sublayer.middleRows(i, 1)));
    apply(m_norms.inside, sublayer);
    q.output = stream(first, count) + sublayer;
    for (Index i = 0; i < count; ++i)
      q.outer[i] = static_cast<float>(factorOf(m_norms.after, q.output.middleRows(i, 1)));
    apply(m_norms.after, q.output);
    return q;
  }

 private:
  static const Linear& outputOf(const Model& model, int layer) {
    return model.weights().layers[place(layer)].attention.output;
  }
  /// What the residual takes past the sublayer.
  Matrix stream(Index first, Index count) const {
    Matrix rows = m_trace.hiddenStates[place(m_layer)].middleRows(first, count);
    if (m_model.description().layers[place(m_layer)].residualFromNorm) apply(m_norms.before, rows);
    return rows;
  }

  const Model& m_model;
  const Trace& m_trace;
  int m_layer;
  bool m_whole;
  const NormsWeights& m_norms;
  Matrix m_output;  ///< The output projection, [heads · dValue, width].
};

/// Keys whose vectors are in memory together.
constexpr Index kKeys = 64;

/// Calls each(first, count) for blocks that make up all `keys`.
template <class Each>
void forEachKeyBlock(Index keys, const Each& each) {
  for (Index first = 0; first < keys; first += kKeys) each(first, std::min(kKeys, keys - first));
}

/// What the maps here share: layers and tokens of a trace.
class OfTrace : public AttentionMaps {
 public:
  explicit OfTrace(std::shared_ptr<const Trace> trace) : m_attention(std::move(trace)) {}
  int layers() const override { return m_attention.layers(); }
  const std::vector<Token>& queryTokens() const override { return m_attention.queryTokens(); }
  const std::vector<Token>& keyTokens() const override { return m_attention.keyTokens(); }
  using AttentionMaps::weights;

 protected:
  const TraceMaps& attention() const { return m_attention; }

 private:
  TraceMaps m_attention;
};

class NormWeightedMaps final : public OfTrace {
 public:
  NormWeightedMaps(const Model& model, std::shared_ptr<const Trace> trace, const Progress& progress)
      : OfTrace(std::move(trace)) {
    for (int layer = 0; layer < layers(); ++layer) {
      progress(static_cast<double>(layer) / layers(), "norms of values");
      Matrix norms(heads(), keys());
      const Sublayer sublayer(model, *attention().trace(), layer, false);
      forEachKeyBlock(keys(), [&](Index first, Index count) {
        const std::vector<Matrix> values = sublayer.values(first, count);
        for (int head = 0; head < heads(); ++head)
          norms.row(head).segment(first, count) =
              values[place(head)].cast<double>().rowwise().norm().cast<float>().transpose();
      });
      m_norms.push_back(std::move(norms));
    }
  }

  int heads() const override { return attention().heads(); }
  bool rowsSumToOne() const override { return false; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    attention().weights(head, rect, out);
    out.array().rowwise() *= m_norms[place(head.layer)].row(head.head).segment(rect.col, rect.cols).array();
  }

 private:
  std::vector<Matrix> m_norms;  ///< [heads, keys] of each layer.
};

/// ‖Σ_t c_t u_t‖² = Σ c_s c_t (u_s · u_t): the products of the vectors of one key are kept, [keys, terms²].
class NormSumMaps final : public OfTrace {
 public:
  NormSumMaps(const Model& model, std::shared_ptr<const Trace> trace, NormSum sum, const Progress& progress)
      : OfTrace(std::move(trace)) {
    for (int layer = 0; layer < layers(); ++layer) {
      progress(static_cast<double>(layer) / layers(), "norms of values");
      const Sublayer sublayer(model, *attention().trace(), layer, sum == NormSum::Residual);
      const Index heads = attention().heads(), count = heads + (sum == NormSum::Residual ? 1 : 0);
      MatrixD products(keys(), count * count);
      forEachKeyBlock(keys(), [&](Index first, Index some) {
        const std::vector<Matrix> values = sublayer.values(first, some);
        const Matrix residual = sublayer.residual(first, some);
        MatrixD vectors(count, values.front().cols());
        for (Index k = 0; k < some; ++k) {
          for (Index h = 0; h < heads; ++h) vectors.row(h) = values[place(h)].row(k).cast<double>();
          if (count > heads) vectors.row(heads) = residual.row(k).cast<double>();
          Eigen::Map<MatrixD>(products.row(first + k).data(), count, count).noalias() = vectors * vectors.transpose();
        }
      });
      m_products.push_back(std::move(products));
      Sublayer::Queries factors = sublayer.queries(0, queries());
      m_inner.push_back(std::move(factors.inner));
      m_outer.push_back(std::move(factors.outer));
    }
  }

  int heads() const override { return 1; }
  bool rowsSumToOne() const override { return false; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    const Index heads = attention().heads();
    const MatrixD& products = m_products[place(head.layer)];
    const auto count = static_cast<Index>(std::lround(std::sqrt(static_cast<double>(products.cols()))));
    std::vector<Matrix> maps;
    for (int h = 0; h < heads; ++h) maps.push_back(attention().weights({head.layer, h}, rect));
    Eigen::VectorXd part = Eigen::VectorXd::Zero(count);
    for (Index i = 0; i < rect.rows; ++i) {
      const Index query = rect.row + i;
      const double inner = m_inner[place(head.layer)][query], outer = m_outer[place(head.layer)][query];
      for (Index j = 0; j < rect.cols; ++j) {
        for (Index h = 0; h < heads; ++h) part[h] = inner * static_cast<double>(maps[place(h)](i, j));
        if (count > heads) part[heads] = query == rect.col + j ? 1 : 0;
        const Eigen::Map<const MatrixD> gram(products.row(rect.col + j).data(), count, count);
        out(i, j) = static_cast<float>(outer * std::sqrt(std::max(0.0, part.dot(gram * part))));
      }
    }
  }

 private:
  std::vector<MatrixD> m_products;
  std::vector<Vector> m_inner, m_outer;
};

class ContributionMaps final : public OfTrace {
 public:
  ContributionMaps(std::shared_ptr<const Model> model, std::shared_ptr<const Trace> trace)
      : OfTrace(std::move(trace)), m_model(std::move(model)) {}

  int heads() const override { return 1; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    const Sublayer sublayer(*m_model, *attention().trace(), head.layer, true);
    // The vectors of the keys are made once for a band, so it is the highest.
    const Index band = bandRows(rect.rows, keys(), attention().heads());
    for (Index from = 0; from < rect.rows; from += band) {
      const Index count = std::min(band, rect.rows - from);
      MatrixD rows = distances(sublayer, head.layer, rect.row + from, count);
      for (Index i = 0; i < count; ++i) {
        if (const double sum = rows.row(i).sum(); sum > 0) rows.row(i) /= sum;
        out.row(from + i) = rows.row(i).segment(rect.col, rect.cols).cast<float>();
      }
    }
  }

 private:
  /// max(0, ‖y_q‖₁ - ‖y_q - T[q,k]‖₁) of the queries [first, first + count): [count, keys].
  MatrixD distances(const Sublayer& sublayer, int layer, Index first, Index count) const {
    std::vector<Matrix> maps;
    for (int h = 0; h < attention().heads(); ++h)
      maps.push_back(attention().weights({layer, h}, {first, 0, count, keys()}));
    const Sublayer::Queries queries = sublayer.queries(first, count);
    const Matrix residual = sublayer.residual(first, count);
    MatrixD rows = MatrixD::Zero(count, keys());
    forEachKeyBlock(keys(), [&](Index key, Index some) {
      const bool seen = std::any_of(maps.begin(), maps.end(), [&](const Matrix& map) {
        return !map.middleCols(key, some).isZero(0);
      });
      if (!seen && (key + some <= first || key >= first + count)) return;
      const std::vector<Matrix> values = sublayer.values(key, some);
      parallelFor(count, [&](Index i) {
        const auto y = queries.output.row(i).transpose().array();
        const double whole = y.abs().cast<double>().sum();
        Eigen::ArrayXf part(y.size());
        for (Index k = 0; k < some; ++k) {
          part.setZero();
          bool arrives = key + k == first + i;
          for (std::size_t h = 0; h < maps.size(); ++h)
            if (const float weight = maps[h](i, key + k); weight != 0) {
              part += queries.inner[i] * weight * values[h].row(k).transpose().array();
              arrives = true;
            }
          if (!arrives) continue;
          if (key + k == first + i) part += residual.row(i).transpose().array();
          part *= queries.outer[i];
          rows(i, key + k) = std::max(0.0, whole - (y - part).abs().cast<double>().sum());
        }
      });
    });
    return rows;
  }

  std::shared_ptr<const Model> m_model;
};

}  // namespace

std::shared_ptr<const AttentionMaps> normWeightedAttention(const std::shared_ptr<const Model>& model,
                                                           std::shared_ptr<const Trace> trace,
                                                           const Progress& progress) {
  return std::make_shared<NormWeightedMaps>(*model, std::move(trace), progress);
}

std::shared_ptr<const AttentionMaps> normWeightedSum(const std::shared_ptr<const Model>& model,
                                                     std::shared_ptr<const Trace> trace, NormSum sum,
                                                     const Progress& progress) {
  return std::make_shared<NormSumMaps>(*model, std::move(trace), sum, progress);
}

std::shared_ptr<const AttentionMaps> contributions(std::shared_ptr<const Model> model,
                                                   std::shared_ptr<const Trace> trace) {
  return std::make_shared<ContributionMaps>(std::move(model), std::move(trace));
}

}  // namespace headlight
