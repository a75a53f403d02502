#include "core/analysis/norm_maps.h"

#include <cmath>

#include "core/analysis/head_values.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/model/description.h"
#include "core/model/weights.h"

namespace headlight {
namespace {

using MatrixD = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

std::size_t place(Index i) { return static_cast<std::size_t>(i); }

/// What comes out of a sublayer, with every norm's scale held: the vectors that the heads bring, the residual, and the
/// factors that belong to a query.
struct SublayerTerms {
  std::vector<Matrix> values;  ///< [heads] of [M, width].
  Matrix residual;             ///< [N, width]; empty without.
  Vector inner, outer;         ///< Factors of the norm inside (of the values alone) and of the norm behind (of all).
  Matrix output;               ///< y [N, width], with every bias.
};

/// The sublayer's terms; `whole` with residual and norms.
SublayerTerms termsOf(const Model& model, const Trace& trace, int layer, bool whole) {
  const NormsWeights& norms = model.weights().layers[place(layer)].attentionNorms;
  const AttentionRecord& record = trace.layers[place(layer)];
  const Index n = record.queries();
  SublayerTerms terms;
  terms.values.resize(place(record.rule->heads));
  parallelFor(record.rule->heads, [&](Index head) {
    Matrix& f = terms.values[place(head)];
    f = transformedValues(model, trace, {layer, static_cast<int>(head)});
    if (!whole) return;
    applyLinearPart(norms.inside, f);
    applyLinearPart(norms.after, f);
  });
  terms.inner = terms.outer = Vector::Ones(n);
  if (!whole) return terms;

  Matrix residual = trace.hiddenStates[place(layer)];
  if (model.description().layers[place(layer)].residualFromNorm) apply(norms.before, residual);
  Matrix sublayer = attentionOutput(model, trace, layer);
  for (Index i = 0; i < n; ++i) terms.inner[i] = static_cast<float>(factorOf(norms.inside, sublayer.middleRows(i, 1)));
  apply(norms.inside, sublayer);
  terms.output = residual + sublayer;
  for (Index i = 0; i < n; ++i)
    terms.outer[i] = static_cast<float>(factorOf(norms.after, terms.output.middleRows(i, 1)));
  apply(norms.after, terms.output);
  terms.residual = std::move(residual);
  applyLinearPart(norms.after, terms.residual);
  return terms;
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
      for (int head = 0; head < heads(); ++head)
        norms.row(head) = transformedValues(model, *attention().trace(), {layer, head})
                              .cast<double>()
                              .rowwise()
                              .norm()
                              .cast<float>()
                              .transpose();
      m_norms.push_back(std::move(norms));
    }
  }

  int heads() const override { return attention().heads(); }
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
      SublayerTerms terms = termsOf(model, *attention().trace(), layer, sum == NormSum::Residual);
      const Index heads = attention().heads(), count = heads + (terms.residual.size() > 0 ? 1 : 0);
      MatrixD products(keys(), count * count);
      MatrixD vectors(count, terms.values.front().cols());
      for (Index k = 0; k < keys(); ++k) {
        for (Index h = 0; h < heads; ++h) vectors.row(h) = terms.values[place(h)].row(k).cast<double>();
        if (count > heads) vectors.row(heads) = terms.residual.row(k).cast<double>();
        Eigen::Map<MatrixD>(products.row(k).data(), count, count).noalias() = vectors * vectors.transpose();
      }
      m_products.push_back(std::move(products));
      m_inner.push_back(std::move(terms.inner));
      m_outer.push_back(std::move(terms.outer));
    }
  }

  int heads() const override { return 1; }
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
    const SublayerTerms terms = termsOf(*m_model, *attention().trace(), head.layer, true);
    std::vector<Matrix> maps;
    for (int h = 0; h < attention().heads(); ++h)
      maps.push_back(attention().weights({head.layer, h}, {rect.row, 0, rect.rows, keys()}));
    parallelFor(rect.rows, [&](Index i) {
      const Index query = rect.row + i;
      const auto y = terms.output.row(query).array();
      const double whole = y.abs().cast<double>().sum();
      Eigen::VectorXd row(keys());
      Eigen::ArrayXf part(y.size());
      for (Index k = 0; k < keys(); ++k) {
        part.setZero();
        for (std::size_t h = 0; h < maps.size(); ++h)
          if (maps[h](i, k) != 0)
            part += terms.inner[query] * maps[h](i, k) * terms.values[h].row(k).transpose().array();
        if (k == query) part += terms.residual.row(query).transpose().array();
        part *= terms.outer[query];
        row[k] = std::max(0.0, whole - (y.transpose() - part).abs().cast<double>().sum());
      }
      if (const double sum = row.sum(); sum > 0) row /= sum;
      out.row(i) = row.segment(rect.col, rect.cols).cast<float>().transpose();
    });
  }

 private:
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
