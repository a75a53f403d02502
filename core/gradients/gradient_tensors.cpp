#include "core/gradients/gradient_tensors.h"

#include <utility>

#include "core/gradients/gradient_maps.h"

namespace headlight {
namespace {

std::vector<double> numbersOf(const Matrix& matrix) { return {matrix.data(), matrix.data() + matrix.size()}; }

void give(const TensorSink& sink, const std::string& name, const Eigen::VectorXd& values) {
  sink(name, {values.size()}, {values.data(), values.data() + values.size()});
}

/// "", or of an encoder–decoder model "encoder_", "decoder_", "cross_".
std::string prefixOf(const Trace& trace, AttentionType type) {
  if (!trace.source) return {};
  return type == AttentionType::Encoder ? "encoder_" : type == AttentionType::Cross ? "cross_" : "decoder_";
}

std::vector<AttentionType> typesOf(const Trace& trace) {
  if (!trace.source) return {AttentionType::Self};
  return {AttentionType::Encoder, AttentionType::Self, AttentionType::Cross};
}

/// The maps of all heads of a layer.
void giveMaps(const GradientMaps& maps, int layer, std::vector<double>& to) {
  for (int head = 0; head < maps.heads(); ++head) {
    const Matrix map = maps.weights({layer, head}, maps.whole());
    to.insert(to.end(), map.data(), map.data() + map.size());
  }
}

const StackGradients& stackOf(const Gradients& gradients, AttentionType type) {
  return type == AttentionType::Encoder ? gradients.source.value() : gradients.stack;
}

}  // namespace

void gradientTensors(std::shared_ptr<const Trace> trace, const Gradients& gradients, const TensorSink& sink) {
  for (const AttentionType type : typesOf(*trace)) {
    const std::string begin = "grad." + prefixOf(*trace, type);
    const StackGradients& stack = stackOf(gradients, type);
    const auto matrix = [&](const std::string& kind, const Matrix& m) {
      sink(begin + kind, {m.rows(), m.cols()}, numbersOf(m));
    };
    if (type != AttentionType::Cross) {
      matrix("embeddings", stack.embeddings.cast<float>());
      for (std::size_t i = 0; i < stack.streams.size(); ++i)
        matrix("hidden_states." + std::to_string(i), stack.streams[i]);
    }
    const std::vector<Matrix> outputs = headGradients(gradients, type);
    const GradientMaps scores(trace, type, outputs, GradientMaps::Kind::Scores),
        weights(trace, type, outputs, GradientMaps::Kind::Weights);
    for (std::size_t i = 0; i < stack.layers.size(); ++i) {
      const AttentionGradients& g =
          type == AttentionType::Cross ? stack.layers[i].cross.value() : stack.layers[i].attention;
      const ScoreRule& rule = *trace->records(type)[i].rule;
      const std::string end = "." + std::to_string(i);
      const auto ofHeads = [&](const char* kind, const Matrix& m, Index heads) {
        sink(begin + kind + end, {m.rows(), heads, m.cols() / heads}, numbersOf(m));
      };
      ofHeads("q", g.q, rule.heads);
      ofHeads("k", g.k, rule.kvHeads);
      ofHeads("v", g.v, rule.kvHeads);
      ofHeads("z", g.z, rule.heads);
      for (const auto& [kind, maps] : {std::pair{"scores", &scores}, std::pair{"attentions", &weights}}) {
        std::vector<double> values;
        giveMaps(*maps, static_cast<int>(i), values);
        sink(begin + kind + end, {rule.heads, maps->queries(), maps->keys()}, values);
      }
      matrix("attn_out" + end, g.output);
      if (type != AttentionType::Cross) matrix("mlp_out" + end, stack.layers[i].feedForward);
    }
  }
}

void attributionTensors(const Model& model, std::shared_ptr<const Trace> trace, const Gradients& gradients,
                        const TensorSink& sink) {
  for (const AttentionType type : typesOf(*trace)) {
    const std::string begin = prefixOf(*trace, type);
    if (type != AttentionType::Cross) {
      const bool encoder = type == AttentionType::Encoder;
      const TokenAttribution tokens =
          tokenAttribution(encoder ? embeddingsOf(*model.encoder(), *trace->source) : embeddingsOf(model, *trace),
                           stackOf(gradients, type).embeddings);
      give(sink, begin + "grad_x_input", tokens.gradientInput);
      give(sink, begin + "grad_x_input_l2", tokens.gradientInputNorm);
      give(sink, begin + "grad_l2", tokens.gradientNorm);
    }
    const std::vector<Matrix> outputs = headGradients(gradients, type);
    const Eigen::MatrixXd importance = headImportance(*trace, type, outputs).transpose();  // Eigen keeps columns together.
    sink(begin + "head_importance", {importance.cols(), importance.rows()},
         {importance.data(), importance.data() + importance.size()});
    const GradientMaps maps(trace, type, outputs, GradientMaps::Kind::TimesAttention);
    std::vector<double> values;
    for (int layer = 0; layer < maps.layers(); ++layer) giveMaps(maps, layer, values);
    sink(begin + "grad_x_attention", {maps.layers(), maps.heads(), maps.queries(), maps.keys()}, values);
  }
}

void integratedTensors(const IntegratedGradients& integrated, const TensorSink& sink) {
  if (integrated.source) give(sink, "encoder_integrated_gradients", *integrated.source);
  give(sink, integrated.source ? "decoder_integrated_gradients" : "integrated_gradients", integrated.stack);
  sink("metric_at_baseline", {1}, {integrated.atBaseline});
}

void relevanceTensors(const Relevance& relevance, const TensorSink& sink) {
  const auto matrix = [&](const char* name, const std::vector<Matrix>& layers) {
    sink(name, {layers.back().rows(), layers.back().cols()}, numbersOf(layers.back()));
  };
  if (relevance.encoder.empty()) return matrix("chefer", relevance.self);
  matrix("chefer_encoder", relevance.encoder);
  matrix("chefer_decoder", relevance.self);
  matrix("chefer_cross", relevance.cross);
}

}  // namespace headlight
