#include "core/gradients/gradient_findings.h"

#include <algorithm>
#include <utility>

#include "core/base/bytes_text.h"
#include "core/base/error.h"
#include "core/gradients/attribution_patching.h"
#include "core/gradients/edge_attribution.h"
#include "core/gradients/gradient_maps.h"
#include "core/gradients/relevance.h"
#include "core/gradients/token_attribution.h"

namespace headlight {
namespace {

Metric metricOf(const AnalysisQuestion& q) {
  Metric metric;
  metric.position = q.metric.row;
  metric.target = static_cast<Index>(q.metric.target);
  metric.against = static_cast<Index>(q.metric.against.value_or(0));
  metric.kind = q.settings.logProbability ? Metric::Kind::LogProbability
                : q.metric.against        ? Metric::Kind::LogitDifference
                                          : Metric::Kind::Logit;
  return metric;
}

std::string prefixOf(const Trace& trace, AttentionType type) {
  return trace.source ? std::string(nameOf(type)) + '_' : std::string();
}

std::vector<AttentionType> typesOf(const Trace& trace) {
  if (!trace.source) return {AttentionType::Self};
  return {AttentionType::Encoder, AttentionType::Self, AttentionType::Cross};
}

const StackGradients& gradientsOf(const Gradients& gradients, AttentionType type) {
  return type == AttentionType::Encoder ? gradients.source.value() : gradients.stack;
}

/// The run whose tokens are looked at.
const Trace& seenRun(const Trace& trace, AttentionType type) {
  return type == AttentionType::Self ? trace : *trace.source;
}

TensorAxis plainAxis(const char* name, Index size) { return {name, size, {}}; }

/// The tokens of a run; patches of an image, of which there are fewer, have numbers alone.
TensorAxis rowsAxis(const Trace& trace, Index rows, const char* name = "token") {
  return rows == static_cast<Index>(trace.encoding.size()) ? tokenAxis(trace, name) : plainAxis("patch", rows);
}

/// Numbers of an Eigen matrix row by row.
template <class Values>
NamedTensor tensorOf(std::string name, std::vector<TensorAxis> axes, const Values& values) {
  NamedTensor tensor = zeroTensor(std::move(name), std::move(axes));
  std::size_t at = 0;
  for (Index i = 0; i < values.rows(); ++i)
    for (Index j = 0; j < values.cols(); ++j) tensor.values[at++] = static_cast<double>(values(i, j));
  return tensor;
}

/// The map of every head of a layer, put behind one another from number `at` on.
void putMaps(const GradientMaps& maps, int layer, NamedTensor& tensor, std::size_t at) {
  for (int head = 0; head < maps.heads(); ++head) {
    const Matrix map = maps.weights({layer, head}, maps.whole());
    std::copy_n(map.data(), map.size(), tensor.values.begin() + static_cast<std::ptrdiff_t>(at));
    at += static_cast<std::size_t>(map.size());
  }
}

Gradients gradientsFor(const AnalysisQuestion& q, bool all, double share = 1) {
  BackwardOptions options;
  options.heads = true;
  options.streams = options.sublayers = all;
  options.progress = q.progress.slice(0, share);
  return backward(*q.model, *q.a, metricOf(q), options);
}

void checkFoundMemory(const AnalysisQuestion& q) {
  double cells = 0;
  for (const AttentionType type : typesOf(*q.a))
    for (const AttentionRecord& layer : q.a->records(type))
      cells += static_cast<double>(layer.rule->heads) * static_cast<double>(layer.queries()) *
               static_cast<double>(layer.keys());
  const double bytes = cells * sizeof(double) * (q.settings.wants("scores") + q.settings.wants("attentions"));
  if (bytes > kMostFoundBytes)
    throw Error("gradients: scores and attentions of " + std::to_string(q.tokens()) + " tokens: expected at most " +
                bytesText(kMostFoundBytes) + ", found " + bytesText(bytes) + "; --values leaves them out");
}

/// One kind of a layer's gradients of attention.
struct HeadKind {
  const char* name;
  Matrix AttentionGradients::*numbers;
  int ScoreRule::*heads;
};
constexpr HeadKind kHeadKinds[] = {{"q", &AttentionGradients::q, &ScoreRule::heads},
                                   {"k", &AttentionGradients::k, &ScoreRule::kvHeads},
                                   {"v", &AttentionGradients::v, &ScoreRule::kvHeads},
                                   {"z", &AttentionGradients::z, &ScoreRule::heads}};

void addStack(const AnalysisQuestion& q, const Gradients& gradients, AttentionType type, Findings& found) {
  const std::string begin = "grad." + prefixOf(*q.a, type);
  const Trace &own = q.a->stackOf(type), &seen = seenRun(*q.a, type);
  const StackGradients& stack = gradientsOf(gradients, type);
  const auto add = [&](const std::string& kind, const std::string& end, const auto& numbers) {
    if (q.settings.wants(kind))
      found.push_back(
          tensorOf(begin + kind + end, {rowsAxis(own, numbers.rows()), plainAxis("number", numbers.cols())}, numbers));
  };
  const auto endOf = [](std::size_t layer) { return "." + std::to_string(layer); };
  if (type != AttentionType::Cross) {
    add("embeddings", "", stack.embeddings);
    for (std::size_t i = 0; i < stack.streams.size(); ++i) add("hidden_states", endOf(i), stack.streams[i]);
  }
  const std::vector<Matrix> outputs = headGradients(gradients, type);
  const GradientMaps scores(q.a, type, outputs, GradientMaps::Kind::Scores),
      weights(q.a, type, outputs, GradientMaps::Kind::Weights);
  for (std::size_t i = 0; i < stack.layers.size(); ++i) {
    const AttentionGradients& g =
        type == AttentionType::Cross ? stack.layers[i].cross.value() : stack.layers[i].attention;
    const AttentionRecord& record = q.a->records(type)[i];
    for (const HeadKind& kind : kHeadKinds) {
      if (!q.settings.wants(kind.name)) continue;
      const Matrix& numbers = g.*kind.numbers;
      const Index heads = (*record.rule).*kind.heads;
      const bool keys = kind.name[0] == 'k' || kind.name[0] == 'v';
      found.push_back(
          tensorOf(begin + kind.name + endOf(i),
                   {rowsAxis(keys ? seen : own, numbers.rows()), plainAxis(keys ? "key/value head" : "head", heads),
                    plainAxis("number", numbers.cols() / heads)},
                   numbers));
    }
    for (const auto& [kind, maps] : {std::pair{"scores", &scores}, std::pair{"attentions", &weights}}) {
      if (!q.settings.wants(kind)) continue;
      found.push_back(zeroTensor(begin + kind + endOf(i),
                                 {plainAxis("head", maps->heads()), rowsAxis(own, maps->queries(), "query"),
                                  rowsAxis(seen, maps->keys(), "key")}));
      putMaps(*maps, static_cast<int>(i), found.back(), 0);
    }
    add("attn_out", endOf(i), g.output);
    if (type != AttentionType::Cross) add("mlp_out", endOf(i), stack.layers[i].feedForward);
  }
}

/// For each layer a matrix [heads, tokens].
NamedTensor stacked(const std::string& name, const Trace& trace, const std::vector<Eigen::MatrixXd>& layers,
                    const char* heads) {
  NamedTensor tensor = zeroTensor(name, {plainAxis("layer", static_cast<Index>(layers.size())),
                                         plainAxis(heads, layers.front().rows()), tokenAxis(trace)});
  std::size_t at = 0;
  for (const Eigen::MatrixXd& layer : layers)
    for (Index i = 0; i < layer.rows(); ++i)
      for (Index j = 0; j < layer.cols(); ++j) tensor.values[at++] = layer(i, j);
  return tensor;
}

}  // namespace

const std::vector<std::string>& gradientKinds() {
  static const std::vector<std::string> kKinds = {"embeddings", "hidden_states", "q",          "k",        "v",
                                                  "z",          "scores",        "attentions", "attn_out", "mlp_out"};
  return kKinds;
}

Findings gradientFindings(const AnalysisQuestion& q) {
  checkFoundMemory(q);
  const Gradients gradients = gradientsFor(q, true, 0.8);
  Findings found = {oneNumber("metric", gradients.metric)};
  for (const AttentionType type : typesOf(*q.a)) addStack(q, gradients, type, found);
  q.progress(1);
  return found;
}

Findings tokenGradientFindings(const AnalysisQuestion& q) {
  BackwardOptions options;
  options.progress = q.progress;
  const Gradients gradients = backward(*q.model, *q.a, metricOf(q), options);
  Findings found = {oneNumber("metric", gradients.metric)};
  for (const AttentionType type : typesOf(*q.a)) {
    if (type == AttentionType::Cross) continue;
    const Trace& trace = q.a->stackOf(type);
    const TokenAttribution tokens =
        tokenAttribution(embeddingsOf(type == AttentionType::Encoder ? *q.model->encoder() : *q.model, trace),
                         gradientsOf(gradients, type).embeddings);
    for (const auto& [name, values] :
         {std::pair{"grad_x_input", &tokens.gradientInput}, std::pair{"grad_x_input_l2", &tokens.gradientInputNorm},
          std::pair{"grad_l2", &tokens.gradientNorm}})
      found.push_back(tensorOf(prefixOf(*q.a, type) + name, {rowsAxis(trace, values->size())}, *values));
  }
  return found;
}

Findings gradientAttentionFindings(const AnalysisQuestion& q) {
  const Gradients gradients = gradientsFor(q, false);
  Findings found = {oneNumber("metric", gradients.metric)};
  for (const AttentionType type : typesOf(*q.a)) {
    const GradientMaps maps(q.a, type, headGradients(gradients, type), GradientMaps::Kind::TimesAttention);
    found.push_back(zeroTensor(prefixOf(*q.a, type) + "grad_x_attention",
                               {plainAxis("layer", maps.layers()), plainAxis("head", maps.heads()),
                                tokenAxis(q.a->stackOf(type), "query"), tokenAxis(seenRun(*q.a, type), "key")}));
    const std::size_t each = found.back().values.size() / static_cast<std::size_t>(maps.layers());
    for (int layer = 0; layer < maps.layers(); ++layer)
      putMaps(maps, layer, found.back(), static_cast<std::size_t>(layer) * each);
  }
  return found;
}

Findings headImportanceFindings(const AnalysisQuestion& q) {
  const Gradients gradients = gradientsFor(q, false);
  Findings found = {oneNumber("metric", gradients.metric)};
  for (const AttentionType type : typesOf(*q.a)) {
    const Eigen::MatrixXd importance = headImportance(*q.a, type, headGradients(gradients, type));
    found.push_back(tensorOf(prefixOf(*q.a, type) + "head_importance",
                             {plainAxis("layer", importance.rows()), plainAxis("head", importance.cols())},
                             importance));
  }
  return found;
}

Findings integratedGradientFindings(const AnalysisQuestion& q) {
  const IntegratedGradients found = integratedGradients(*q.model, *q.a, metricOf(q), kIntegrationSteps, q.progress);
  Findings tensors = {oneNumber("metric", found.metric)};
  const auto add = [&](AttentionType type, const Eigen::VectorXd& values) {
    tensors.push_back(
        tensorOf(prefixOf(*q.a, type) + "integrated_gradients", {rowsAxis(q.a->stackOf(type), values.size())}, values));
  };
  if (found.source) add(AttentionType::Encoder, *found.source);
  add(AttentionType::Self, found.stack);
  tensors.push_back(oneNumber("metric_at_baseline", found.atBaseline));
  tensors.push_back(oneNumber("remainder", found.remainder));
  return tensors;
}

Findings relevanceFindings(const AnalysisQuestion& q) {
  const Gradients gradients = gradientsFor(q, false, 0.6);
  const Relevance found = relevance(*q.a, gradients, q.progress.slice(0.6, 1));
  Findings tensors = {oneNumber("metric", gradients.metric)};
  const auto add = [&](const char* name, AttentionType type, const std::vector<Matrix>& layers) {
    tensors.push_back(
        tensorOf(name, {tokenAxis(q.a->stackOf(type), "query"), tokenAxis(seenRun(*q.a, type), "key")}, layers.back()));
  };
  if (!q.a->source) {
    add("chefer", AttentionType::Self, found.self);
    return tensors;
  }
  add("chefer_encoder", AttentionType::Encoder, found.encoder);
  add("chefer_decoder", AttentionType::Self, found.self);
  add("chefer_cross", AttentionType::Cross, found.cross);
  return tensors;
}

Findings attributionPatchingFindings(const AnalysisQuestion& q) {
  checkSameLength("attribution patching", q);
  const AttributionPatching atp = attributionPatching(*q.model, *q.a, *q.b, metricOf(q), q.progress);
  Findings found = {oneNumber("metric", atp.metric)};
  const auto layers = plainAxis("layer", atp.stream.rows());
  for (const auto& [name, grid] : {std::pair{"stream", &atp.stream}, std::pair{"attn_out", &atp.attention},
                                   std::pair{"mlp_out", &atp.feedForward}})
    found.push_back(tensorOf(std::string("atp.") + name, {layers, tokenAxis(*q.a)}, *grid));
  for (const auto& [name, grids] : {std::pair{"z", &atp.z}, std::pair{"q", &atp.q}})
    found.push_back(stacked(std::string("atp.") + name, *q.a, *grids, "head"));
  for (const auto& [name, grids] : {std::pair{"k", &atp.k}, std::pair{"v", &atp.v}})
    found.push_back(stacked(std::string("atp.") + name, *q.a, *grids, "key/value head"));
  if (!atp.crossZ.empty()) {
    found.push_back(tensorOf("atp.cross_attn_out", {layers, tokenAxis(*q.a)}, atp.crossAttention));
    found.push_back(stacked("atp.cross_z", *q.a, atp.crossZ, "head"));
  }
  found.push_back(tensorOf("atp.pattern", {layers, plainAxis("head", atp.pattern.cols())}, atp.pattern));
  return found;
}

const std::vector<std::string>& edgeAttributionKinds() {
  static const std::vector<std::string> kKinds = {"eap", "eap_ig", "eap_ig_from_0"};
  return kKinds;
}

Findings edgeAttributionFindings(const AnalysisQuestion& q) {
  checkSameLength("edge attribution", q);
  std::vector<std::pair<std::string, EdgePath>> paths;
  for (const std::string& kind : edgeAttributionKinds())
    if (q.settings.wants(kind))
      paths.emplace_back(kind, kind == "eap" ? pathAtText() : pathOfIntegral(5, kind == "eap_ig_from_0"));
  Findings found;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto part = [&](std::size_t at) { return static_cast<double>(at) / static_cast<double>(paths.size()); };
    const EdgeAttribution edges =
        edgeAttribution(*q.model, *q.a, *q.b, metricOf(q), paths[i].second, q.progress.slice(part(i), part(i + 1)));
    found.push_back(
        tensorOf("edges." + paths[i].first,
                 {{"source", edges.effects.rows(), edges.sources}, {"target", edges.effects.cols(), edges.targets}},
                 edges.effects));
  }
  return found;
}

}  // namespace headlight
