#include "core/circuits/stream_writers.h"

#include "core/attention/attend.h"
#include "core/attention/changed_values.h"
#include "core/circuits/analysis_question.h"
#include "core/circuits/direct_direction.h"
#include "core/model/architecture.h"
#include "core/model/embedding.h"
#include "core/model/weights.h"

namespace headlight {
namespace {

/// The stream on its way through the layers.
class WrittenStream {
 public:
  explicit WrittenStream(StreamWriters& writers) : m_writers(writers) {}

  Matrix sum() const { return m_writers.rows.colwise().sum(); }

  void addBias(const Vector& bias, const std::string& name) {
    if (bias.size() > 0 && !bias.isZero(0)) m_writers.add(name, bias.transpose());
  }

  /// All of it through a norm in the stream.
  void pass(const Norm& norm, const std::string& biasName) {
    if (!norm) return;
    passNorm(norm, sum(), m_writers.rows);
    addBias(norm.bias, biasName);
  }

  /// A sublayer's parts and their whole, through the norm behind it.
  void join(StreamWriters parts, MatrixView whole, const Norm& inside, const std::string& biasName) {
    passNorm(inside, whole, parts.rows);
    for (std::size_t i = 0; i < parts.names.size(); ++i)
      m_writers.add(parts.names[i], parts.rows.middleRows(static_cast<Index>(i), 1));
    if (inside) addBias(inside.bias, biasName);
  }

 private:
  StreamWriters& m_writers;
};

/// What an attention writes for one token: each head, and the output's bias.
StreamWriters attentionParts(const Linear& output, int heads, MatrixView context, const std::string& prefix,
                             std::size_t layer) {
  StreamWriters parts;
  const Matrix written = headsWritten(output, heads, context);
  const std::string number = std::to_string(layer);
  for (int head = 0; head < heads; ++head)
    parts.add(prefix + "head " + number + "." + std::to_string(head), written.middleRows(head, 1));
  if (output.bias.size() > 0 && !output.bias.isZero(0))
    parts.add(prefix + "attention bias " + number, output.bias.transpose());
  return parts;
}

}  // namespace

void StreamWriters::add(std::string name, MatrixView row) {
  names.push_back(std::move(name));
  rows.conservativeResize(static_cast<Index>(names.size()), row.cols());
  rows.bottomRows(1) = row;
}

StreamWriters streamWriters(const Model& model, const Trace& trace, const RunValues& values, int layer, Index token) {
  const Architecture& d = model.description();
  const Weights& weights = model.weights();
  if (const auto changed = layerWithChangedValues(trace, layer, {}))
    refuse("writers of the stream", model, "the run has changed values inside layer " + std::to_string(*changed));
  StreamWriters writers;
  for (const EmbeddingPart& part : embeddingParts(d, weights, trace.encoding, embeddingInputOf(trace)))
    writers.add(part.name, part.rows.middleRows(token, 1));
  WrittenStream stream(writers);
  for (std::size_t l = 0; l < static_cast<std::size_t>(layer); ++l) {
    const LayerSpec& part = d.layers[l];
    const LayerWeights& w = weights.layers[l];
    const std::string number = std::to_string(l);
    if (part.bottleneck || !part.earlierNetworks.empty())
      refuse("writers of the stream", model, "its sublayers run in a narrower stream than the one that layers read");
    if (part.residualFromNorm) stream.pass(w.attentionNorms.before, "residual norm bias " + number);
    stream.join(attentionParts(w.attention.output, trace.layers[l].rule->heads,
                               values.layers[l].heads.middleRows(token, 1), "", l),
                values.layers[l].attention.middleRows(token, 1), w.attentionNorms.inside,
                "attention norm bias " + number);
    stream.pass(w.attentionNorms.after, "attention norm bias " + number);
    if (part.cross) {
      const AttentionRecord& record = trace.cross[l];
      const int heads = record.rule->heads;
      Matrix context(1, heads * record.dValue());
      for (int head = 0; head < heads; ++head)
        headOutput(record, head, context.middleCols(head * record.dValue(), record.dValue()), token);
      Matrix whole(1, d.width);
      apply(w.cross.output, context, whole);
      stream.join(attentionParts(w.cross.output, heads, context, "cross ", l), whole, w.crossNorms.inside,
                  "cross attention norm bias " + number);
      stream.pass(w.crossNorms.after, "cross attention norm bias " + number);
    }
    StreamWriters network;
    const Matrix gave = values.layers[l].feedForward.middleRows(token, 1);
    network.add("mlp " + number, gave);
    stream.join(std::move(network), gave, w.feedForwardNorms.inside, "mlp norm bias " + number);
    stream.pass(w.feedForwardNorms.after, "mlp norm bias " + number);
  }
  return writers;
}

}  // namespace headlight
