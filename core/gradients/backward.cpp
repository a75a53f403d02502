#include "core/gradients/backward.h"

#include <memory>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/gradients/block_tape.h"
#include "core/gradients/embedding_backward.h"
#include "core/gradients/head_tape.h"
#include "core/gradients/known_switches.h"
#include "core/model/embedding.h"
#include "core/ops/finite.h"

namespace headlight {
namespace {

AttentionGradients gradientsOf(const Tape& tape, const TapedAttention& nodes, bool all) {
  AttentionGradients g;
  g.z = tape.gradient(nodes.z);
  if (!all) return g;
  g.q = tape.gradient(nodes.q);
  g.k = tape.gradient(nodes.k);
  g.v = tape.gradient(nodes.v);
  g.output = tape.gradient(nodes.output);
  return g;
}

LayerGradients gradientsOf(const Tape& tape, const TapedLayer& nodes, bool all) {
  LayerGradients g;
  g.attention = gradientsOf(tape, nodes.attention, all);
  if (nodes.cross) g.cross = gradientsOf(tape, *nodes.cross, all);
  if (all) g.feedForward = tape.gradient(nodes.feedForward);
  return g;
}

void checkNumbers(const std::string& where, const Matrix& gradient) {
  if (const auto row = firstNotFinite(gradient))
    throw Error(where + ": gradients: expected finite numbers, found NaN or infinity at token " + std::to_string(*row) +
                "; numbers are too large for single precision");
}

/// One stack on its way back.
class StackWay {
 public:
  StackWay(const Architecture& d, const Weights& weights, const Trace& trace, const BackwardOptions& options,
           std::string name)
      : m_stack(d, weights, trace), m_options(options), m_name(std::move(name)) {
    const std::size_t layers = d.layers.size();
    if (options.streams) m_gradients.streams.resize(layers + 1);
    if (options.heads || options.sublayers) m_gradients.layers.resize(layers);
    layTop();
  }

  /// What the last layer gives, before the final norm.
  const Matrix& last() const { return m_tape->value(m_top.out); }

  /// From the derivative with respect to last() to the embeddings.
  StackGradients back(Matrix gradient, Matrix* toSource, const Progress& progress, bool answers) {
    const std::size_t layers = m_stack.description.layers.size();
    if (m_options.streams) m_gradients.streams[layers] = gradient;
    for (std::size_t i = layers; i-- > 0;) {
      const auto done = static_cast<double>(layers - 1 - i), all = static_cast<double>(layers);
      const Progress part = progress.slice(done / all, (done + 1) / all);
      part(0, "gradients, layer " + std::to_string(i));
      if (i + 1 < layers) {
        m_tape = std::make_unique<Tape>();
        m_top = layLayer(*m_tape, m_stack, i, m_stack.trace.hiddenStates[i]);
      }
      m_tape->give(m_top.out, std::move(gradient));
      m_tape->backward(part.slice(0.3, 1));
      gradient = m_tape->gradient(m_top.in);
      checkNumbers(m_name + "layer " + std::to_string(i), gradient);
      if (m_options.streams) m_gradients.streams[i] = gradient;
      if (!m_gradients.layers.empty()) m_gradients.layers[i] = gradientsOf(*m_tape, m_top, m_options.sublayers);
      if (toSource && m_top.source) {
        const Matrix& own = m_tape->gradient(*m_top.source);
        if (toSource->size() == 0)
          *toSource = own;
        else
          *toSource += own;
      }
      if (const auto& each = answers ? m_options.eachLayer : m_options.eachSourceLayer) each(i, *m_tape, m_top);
    }
    const Architecture& d = m_stack.description;
    const Trace& trace = m_stack.trace;
    const Matrix* vectors = answers ? m_options.embeddings : m_options.sourceEmbeddings;
    m_gradients.embeddings = backThroughEmbedding(
        d, m_stack.weights, trace.encoding,
        vectors ? *vectors : tokenVectors(d, m_stack.weights, trace.encoding, embeddingInputOf(trace)), gradient);
    checkNumbers(m_name + "embedding", m_gradients.embeddings.cast<float>());
    return std::move(m_gradients);
  }

 private:
  /// The last layer, from which the final norm reads; its tape is kept for the way back.
  void layTop() {
    m_tape = std::make_unique<Tape>();
    const std::size_t layers = m_stack.description.layers.size();
    m_top = layLayer(*m_tape, m_stack, layers - 1, m_stack.trace.hiddenStates[layers - 1]);
  }

  TapedStack m_stack;
  const BackwardOptions& m_options;
  std::string m_name;
  std::unique_ptr<Tape> m_tape;
  TapedLayer m_top{};
  StackGradients m_gradients;
};

void checkRun(const Model& model, const Trace& trace) {
  const Architecture& d = model.description();
  checkWayBack(d);
  if (d.layers.empty() || trace.layers.size() != d.layers.size() || (d.encoder != nullptr) != (trace.source != nullptr))
    throw Error("gradients: expected a run of '" + model.info().name + "', found one of '" + trace.model + "'");
  checkUnchanged(trace);
}

}  // namespace

Gradients backward(const Model& model, const Trace& trace, const Metric& metric, const BackwardOptions& options) {
  checkRun(model, trace);
  const Architecture& d = model.description();
  const Weights& weights = model.weights();
  const bool two = trace.source != nullptr;
  const std::string name = "model '" + trace.model + "', ";
  Gradients result;

  // 1. From the metric through the head to what the last layer gives.
  StackWay stack(d, weights, trace, options, name + (two ? "decoder " : ""));
  Matrix gradient;
  {
    Tape tape;
    const Tape::Node last = tape.leaf(stack.last());
    const Tape::Node answer = layAnswer(tape, d, weights, trace.encoding, metric, layFinalStates(tape, weights, last));
    result.metric = valueOf(metric, tape.value(answer), d.head.independent);
    tape.give(answer, gradientOf(metric, tape.value(answer), d.head.independent));
    tape.backward();
    gradient = tape.gradient(last);
  }

  // 2. Through the layers, and through those of the encoder, whose last hidden state each layer of a decoder reads.
  Matrix toSource;
  result.stack =
      stack.back(std::move(gradient), two ? &toSource : nullptr, options.progress.slice(0, two ? 0.6 : 1), true);
  if (two) {
    const Architecture& e = *d.encoder;
    StackWay source(e, *weights.encoder, *trace.source, options, name + "encoder ");
    if (e.finalInHiddenStates) {
      Tape tape;
      const Tape::Node last = tape.leaf(source.last());
      tape.give(layFinalStates(tape, *weights.encoder, last), std::move(toSource));
      tape.backward();
      toSource = tape.gradient(last);
    }
    result.source = source.back(std::move(toSource), nullptr, options.progress.slice(0.6, 1), false);
  }
  model.checkFiles();
  options.progress(1);
  return result;
}

double metricOf(const Model& model, const Trace& trace, const Metric& metric) {
  const Architecture& d = model.description();
  const Weights& weights = model.weights();
  Tape tape;
  Tape::Node final = tape.leaf(trace.hiddenStates.back());
  if (!d.finalInHiddenStates) final = layFinalStates(tape, weights, final);
  return valueOf(metric, tape.value(layAnswer(tape, d, weights, trace.encoding, metric, final)), d.head.independent);
}

}  // namespace headlight
