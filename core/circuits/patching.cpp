#include "core/circuits/patching.h"

#include <algorithm>
#include <optional>

#include "core/base/error.h"
#include "core/circuits/two_texts.h"
#include "core/model/architecture.h"

namespace headlight {
namespace {

/// Numbers that are put in: of one layer, some columns of a site, from `row` on, `rows` of them.
struct Replacement {
  int layer = 0;
  LayerSite site = LayerSite::HeadOutput;
  Index column = 0, columns = 0;
  Index row = 0;
  MatrixView values;  ///< [rows, columns]
};

/// The run in which they stand for the run's own ones; `first` is the first token that may differ.
ChangedRun with(const Replacement& put, Index firstToken, bool causal) {
  ChangedRun change;
  change.layer = put.layer;
  change.token = std::max(firstToken, put.row);
  const Index first = causal ? change.token : 0;
  change.hook = [put, first](int layer, LayerSite site, MatrixOut rows) {
    if (layer != put.layer || site != put.site) return;
    // Rows before `first` are as they were.
    const Index skipped = std::max<Index>(0, first - put.row), count = put.values.rows() - skipped;
    rows.block(put.row + skipped - first, put.column, count, put.columns) = put.values.bottomRows(count);
  };
  return change;
}

class Grids {
 public:
  /// `partial` is AnalysisQuestion's.
  Grids(const TwoTexts& texts, const Progress& progress, const std::function<void(const Findings&)>& partial)
      : m_texts(texts), m_progress(progress), m_partial(partial), m_model(texts.model()) {}

  NamedTensor grid(const std::string& name) const {
    if (name == "stream") return stream();
    if (name == "attn_out") return sublayer(name, LayerSite::AttentionOutput, &LayerValues::attention);
    if (name == "mlp_out") return sublayer(name, LayerSite::FeedForwardOutput, &LayerValues::feedForward);
    if (name == "z") return heads(name, LayerSite::HeadOutput, headAxis(m_model));
    if (name == "q") return heads(name, LayerSite::Query, headAxis(m_model));
    if (name == "k") return heads(name, LayerSite::Key, keyHeadAxis(m_model));
    if (name == "v") return heads(name, LayerSite::Value, keyHeadAxis(m_model));
    if (name == "pattern") return pattern();
    return headsByToken();
  }

 private:
  double effect(const ChangedRun& change) const { return m_texts.restored(m_texts.metricOf(change)); }
  double effect(const Replacement& put) const {
    return effect(with(put, m_texts.firstDifference(), m_texts.runs().causal()));
  }
  /// Calls `run` for every number of `grid`, and shows it in between.
  void each(const NamedTensor& grid, const std::string& name, const std::function<void(Index)>& run) const {
    const auto sofar = [&] {
      return Findings{grid, oneNumber("metric.A", m_texts.metricOfA()), oneNumber("metric.B", m_texts.metricOfB())};
    };
    forEachRun(static_cast<Index>(grid.values.size()), m_progress, ("patching " + name).c_str(), run,
               PartialFindings{m_partial, sofar});
  }

  /// Whether B can differ from A at a token at all.
  bool differs(Index token) const { return !m_texts.runs().causal() || token >= m_texts.firstDifference(); }

  NamedTensor stream() const {
    NamedTensor grid = madeTensor("patch.stream", {layerAxis(m_model), tokenAxis(m_texts.a())});
    const Index n = m_texts.tokens();
    each(grid, "the stream", [&](Index at) {
      const Index layer = at / n, token = at % n;
      grid({layer, token}) = 0;
      if (!differs(token)) return;
      ChangedRun change;
      change.layer = static_cast<int>(layer);
      change.token = token;
      const Index first = m_texts.runs().first(change);
      change.stream = [&](MatrixOut rows) {
        rows.row(token - first) = m_texts.b().hiddenStates[static_cast<std::size_t>(layer)].row(token);
      };
      grid({layer, token}) = effect(change);
    });
    return grid;
  }

  NamedTensor sublayer(const std::string& name, LayerSite site, Matrix LayerValues::*values) const {
    NamedTensor grid = madeTensor("patch." + name, {layerAxis(m_model), tokenAxis(m_texts.a())});
    const Index n = m_texts.tokens();
    each(grid, name, [&](Index at) {
      const Index layer = at / n, token = at % n;
      grid({layer, token}) = 0;
      if (!differs(token)) return;
      const Matrix& of = m_texts.valuesOfB().layers[static_cast<std::size_t>(layer)].*values;
      grid({layer, token}) =
          effect(Replacement{static_cast<int>(layer), site, 0, of.cols(), token, of.middleRows(token, 1)});
    });
    return grid;
  }

  /// What B has at a site of a layer, all heads side by side.
  MatrixView valuesAt(std::size_t layer, LayerSite site) const {
    const AttentionRecord& record = m_texts.b().layers[layer];
    if (site == LayerSite::Query) return record.q;
    if (site == LayerSite::Key) return record.k;
    if (site == LayerSite::Value) return record.v;
    return m_texts.valuesOfB().layers[layer].heads;
  }
  int headsAt(std::size_t layer, LayerSite site) const {
    const AttentionSpec& part = m_model.description().layers[layer].attention;
    return site == LayerSite::Key || site == LayerSite::Value ? part.kvHeads : part.heads;
  }

  NamedTensor heads(const std::string& name, LayerSite site, const TensorAxis& axis) const {
    NamedTensor grid = madeTensor("patch." + name, {layerAxis(m_model), axis});
    each(grid, name, [&](Index at) {
      const Index layer = at / axis.size, head = at % axis.size;
      const auto l = static_cast<std::size_t>(layer);
      if (head >= headsAt(l, site)) return;
      const MatrixView all = valuesAt(l, site);
      const Index columns = all.cols() / headsAt(l, site);
      grid({layer, head}) = effect(Replacement{static_cast<int>(layer), site, head * columns, columns, 0,
                                               all.middleCols(head * columns, columns)});
    });
    return grid;
  }

  NamedTensor headsByToken() const {
    const TensorAxis axis = headAxis(m_model);
    NamedTensor grid = madeTensor("patch.z_by_token", {layerAxis(m_model), axis, tokenAxis(m_texts.a())});
    const Index n = m_texts.tokens();
    each(grid, "heads by token", [&](Index at) {
      const Index layer = at / n / axis.size, head = at / n % axis.size, token = at % n;
      const auto l = static_cast<std::size_t>(layer);
      if (head >= headsAt(l, LayerSite::HeadOutput)) return;
      const MatrixView all = valuesAt(l, LayerSite::HeadOutput);
      const Index columns = all.cols() / headsAt(l, LayerSite::HeadOutput);
      grid({layer, head, token}) =
          differs(token) ? effect(Replacement{static_cast<int>(layer), LayerSite::HeadOutput, head * columns, columns,
                                              token, all.block(token, head * columns, 1, columns)})
                         : 0;
    });
    return grid;
  }

  NamedTensor pattern() const {
    const TensorAxis axis = headAxis(m_model);
    NamedTensor grid = madeTensor("patch.pattern", {layerAxis(m_model), axis});
    each(grid, "patterns", [&](Index at) {
      const Index layer = at / axis.size, head = at % axis.size;
      const auto l = static_cast<std::size_t>(layer);
      const int count = headsAt(l, LayerSite::HeadOutput);
      if (head >= count) return;
      WeightEdit edit;
      edit.kind = WeightEdit::Kind::Pattern;
      edit.where = {static_cast<int>(layer), static_cast<int>(head)};
      edit.source = std::make_shared<const AttentionRecord>(m_texts.b().layers[l]);
      // After what else changes the layer.
      const auto edits = editsToGoOnWith(m_texts.a().layers[l].edits, count);
      edits->heads[static_cast<std::size_t>(head)].push_back(std::move(edit));
      ChangedRun change;
      change.layer = static_cast<int>(layer);
      change.token = m_texts.firstDifference();
      change.edits = [&](int of) -> std::shared_ptr<const LayerEdits> {
        return of == layer ? edits : m_texts.a().layers[static_cast<std::size_t>(of)].edits;
      };
      grid({layer, head}) = effect(change);
    });
    return grid;
  }

  const TwoTexts& m_texts;
  const Progress& m_progress;
  const std::function<void(const Findings&)>& m_partial;
  const Model& m_model;
};

}  // namespace

const std::vector<std::string>& patchedValues() {
  static const std::vector<std::string> kValues = {"stream", "attn_out", "mlp_out", "z",         "q",
                                                   "k",      "v",        "pattern", "z_by_token"};
  return kValues;
}

Findings patchingGrids(const AnalysisQuestion& q) {
  const TwoTexts texts("patching", q);
  texts.restored(0);  // Throws where nothing can be restored.
  Findings found;
  std::vector<std::string> names;
  for (const std::string& name : patchedValues())
    if (q.settings.wants(name)) names.push_back(name);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto count = static_cast<double>(names.size());
    const Progress part = q.progress.slice(0.04 + 0.96 * static_cast<double>(i) / count,
                                           0.04 + 0.96 * static_cast<double>(i + 1) / count);
    found.push_back(Grids(texts, part, q.partial).grid(names[i]));
  }
  found.push_back(oneNumber("metric.A", texts.metricOfA()));
  found.push_back(oneNumber("metric.B", texts.metricOfB()));
  return found;
}

const std::vector<std::string>& ablatedBy() {
  static const std::vector<std::string> kBy = {"zero", "mean", "mean_other"};
  return kBy;
}

Findings ablations(const AnalysisQuestion& q) {
  const Model& model = q.theModel();
  const RunValues own = runValues(model, *q.a, q.progress.slice(0, 0.02));
  std::optional<RunValues> other;
  const bool named = !q.settings.values.empty() && q.settings.wants("mean_other");
  if (named && !q.b) throw Error("ablation by mean_other: expected a second text, found none (--other-text)");
  if (q.b && q.settings.wants("mean_other")) other = runValues(model, *q.b, q.progress.slice(0.02, 0.04));
  const ChangedRuns runs(model, *q.a);
  const MetricReader metric(model, *q.a, own.end, q.metric);
  const Index n = q.tokens();
  const TensorAxis layers = layerAxis(model), heads = headAxis(model);

  // The mean of a site's numbers over tokens, or nothing, at every token.
  const auto standing = [&](const std::string& by, std::size_t layer, Matrix LayerValues::*values, Index column,
                            Index columns) -> Matrix {
    if (by == "zero") return Matrix::Zero(n, columns);
    const Matrix& of = (by == "mean" ? own : *other).layers[layer].*values;
    return of.middleCols(column, columns).cast<double>().colwise().mean().cast<float>().replicate(n, 1);
  };
  const auto metricWith = [&](const Replacement& put) {
    const ChangedRun change = with(put, 0, runs.causal());
    return metric.of(runs.end(change), runs.first(change));
  };
  Findings found;
  for (const std::string& by : ablatedBy()) {
    if (!q.settings.wants(by) || (by == "mean_other" && !other)) continue;
    NamedTensor z = madeTensor("ablate." + by + ".z", {layers, heads});
    forEachRun(
        static_cast<Index>(z.values.size()), q.progress, "ablating heads",
        [&](Index at) {
          const Index layer = at / heads.size, head = at % heads.size;
          const auto l = static_cast<std::size_t>(layer);
          const AttentionSpec& part = model.description().layers[l].attention;
          if (head >= part.heads) return;
          const Index columns = part.valueNumbers();
          const Matrix rows = standing(by, l, &LayerValues::heads, head * columns, columns);
          z({layer, head}) =
              metricWith({static_cast<int>(layer), LayerSite::HeadOutput, head * columns, columns, 0, rows});
        },
        PartialFindings{q.partial, [&] {
                          return Findings{z, oneNumber("metric.A", metric.clean())};
                        }});
    found.push_back(std::move(z));
    const auto sublayers = [&](const char* name, LayerSite site, Matrix LayerValues::*values) {
      NamedTensor each = madeTensor("ablate." + by + "." + name, {layers});
      forEachRun(layers.size, q.progress, "ablating sublayers", [&](Index layer) {
        const auto l = static_cast<std::size_t>(layer);
        const Index width = (own.layers[l].*values).cols();
        const Matrix rows = standing(by, l, values, 0, width);
        each({layer}) = metricWith({static_cast<int>(layer), site, 0, width, 0, rows});
      });
      found.push_back(std::move(each));
    };
    sublayers("attn_out", LayerSite::AttentionOutput, &LayerValues::attention);
    sublayers("mlp_out", LayerSite::FeedForwardOutput, &LayerValues::feedForward);
  }
  found.push_back(oneNumber("metric.A", metric.clean()));
  return found;
}

}  // namespace headlight
