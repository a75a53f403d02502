#include "core/circuits/source_attribution.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/analysis/head_values.h"
#include "core/attention/changed_values.h"
#include "core/attention/scores.h"
#include "core/base/parallel.h"
#include "core/circuits/direct_direction.h"
#include "core/circuits/metric_reader.h"
#include "core/model/architecture.h"
#include "core/model/embedding.h"
#include "core/model/weights.h"

namespace headlight {
namespace {

class TextAttribution {
 public:
  TextAttribution(const AnalysisQuestion& question, const Trace& trace, const std::string& text)
      : m_question(question), m_model(question.theModel()), m_trace(trace), m_text(text) {}

  void addTo(Findings& found) {
    checkMetric("attribution", m_trace, m_question.metric);
    if (const auto layer = layerWithChangedValues(
            m_trace, {LayerSite::Query, LayerSite::Key, LayerSite::Value, LayerSite::FeedForwardOutput}))
      refuse("direct logit attribution", m_model,
             "the run has changed values inside layer " + std::to_string(*layer) +
                 ", so that its logits are no sum of what is seen and written");
    const Architecture& d = m_model.description();
    const Weights& weights = m_model.weights();
    const Index row = m_question.metric.row;
    const RunValues values = runValues(m_model, m_trace, m_question.progress.slice(0, 0.5));

    // 1. The direction of the metric in what the output matrix reads.
    Eigen::VectorXd direction = outputDirection(m_model, m_question.metric.target);
    double unembeddingBias = biasAt(m_question.metric.target);
    if (m_question.metric.against) {
      direction -= outputDirection(m_model, *m_question.metric.against);
      unembeddingBias -= biasAt(*m_question.metric.against);
    }
    const DirectDirections direct(m_model, m_trace, values, row);
    const auto along = [&](const Matrix& rows) -> Eigen::VectorXd {
      return direct.throughEnd(rows).cast<double>() * direction;
    };

    // 2. Heads by source token.
    const TensorAxis layers = layerAxis(m_model), heads = headAxis(m_model), tokens = tokenAxis(m_trace, "source");
    NamedTensor bySource = madeTensor("attribution." + m_text, {layers, heads, tokens});
    NamedTensor mlp = zeroTensor(restName("mlp"), {layers});
    NamedTensor attentionBias = zeroTensor(restName("attention_bias"), {layers});
    bool anyBias = false;
    for (Index layer = 0; layer < layers.size; ++layer) {
      m_question.progress(0.5 + 0.5 * static_cast<double>(layer) / static_cast<double>(layers.size), "attribution");
      const auto l = static_cast<std::size_t>(layer);
      const LayerWeights& w = weights.layers[l];
      const AttentionRecord& record = m_trace.layers[l];
      const Index dValue = record.dValue();
      const auto throughInside = [&](const Norm& norm, const Matrix& whole, Matrix rows) {
        passNorm(norm, whole.middleRows(row, 1), rows);
        return along(rows);
      };
      const Norm& inside = w.attentionNorms.inside;
      parallelFor(record.rule->heads, [&](Index head) {
        // What each number of the head's output adds: [dValue].
        const Eigen::VectorXd each =
            throughInside(inside, values.layers[l].attention, inputRows(w.attention.output, head * dValue, dValue));
        Matrix weightsOfRow(1, tokens.size);
        computeWeights(record, static_cast<int>(head), {row, 0, 1, tokens.size}, weightsOfRow);
        const Eigen::VectorXd ofValues = record.values(static_cast<int>(head)).cast<double>() * each;
        for (Index k = 0; k < tokens.size; ++k)
          bySource({layer, head, k}) = static_cast<double>(weightsOfRow(0, k)) * ofValues[k];
      });
      for (const auto& [bias, throughNorm] :
           {std::pair{&w.attention.output.bias, true}, std::pair{&inside.bias, false}})
        if (bias->size() > 0 && !bias->isZero(0)) {
          anyBias = true;
          const Matrix one = bias->transpose();
          attentionBias({layer}) +=
              (throughNorm ? throughInside(inside, values.layers[l].attention, one) : along(one))[0];
        }
      Matrix written = values.layers[l].feedForward.middleRows(row, 1);
      apply(w.feedForwardNorms.inside, written);
      mlp({layer}) = along(written)[0];
    }

    // 3. The rest.
    Findings rest;
    const auto one = [&](const std::string& name, double value) { rest.push_back(oneNumber(restName(name), value)); };
    for (const EmbeddingPart& part : embeddingParts(d, weights, m_trace.encoding, embeddingInputOf(m_trace)))
      one(part.name, along(part.rows.middleRows(row, 1))[0]);
    rest.push_back(std::move(mlp));
    if (anyBias) rest.push_back(std::move(attentionBias));
    const Vector& normBias = weights.finalNorm.bias;
    if (normBias.size() > 0 && !normBias.isZero(0))
      one("norm_bias", static_cast<double>(d.head.scale) * normBias.cast<double>().dot(direction));
    if (unembeddingBias != 0) one("unembedding_bias", unembeddingBias);

    double total = 0;
    for (const double value : bySource.values)
      if (!std::isnan(value)) total += value;  // Heads that a layer lacks.
    for (const NamedTensor& tensor : rest) total = std::accumulate(tensor.values.begin(), tensor.values.end(), total);
    found.push_back(std::move(bySource));
    for (NamedTensor& tensor : rest) found.push_back(std::move(tensor));
    found.push_back(oneNumber("attribution_total." + m_text, total));
  }

 private:
  std::string restName(std::string part) const {
    std::replace(part.begin(), part.end(), ' ', '_');
    return "attribution_rest." + m_text + "." + part;
  }

  double biasAt(std::int64_t id) const {
    const Vector& bias = m_model.weights().headOutput.bias;
    return bias.size() > 0 ? static_cast<double>(bias[id]) : 0;
  }

  const AnalysisQuestion& m_question;
  const Model& m_model;
  const Trace& m_trace;
  const std::string m_text;
};

}  // namespace

Findings sourceAttribution(const AnalysisQuestion& question) {
  const Model& model = question.theModel();
  if (const std::string reason = reasonAgainstSums(model); !reason.empty())
    refuse("direct logit attribution", model, reason);
  if (question.b) checkSameLength("direct logit attribution", question);
  Findings found;
  TextAttribution(question, *question.a, "A").addTo(found);
  if (question.b) TextAttribution(question, *question.b, "B").addTo(found);
  return found;
}

}  // namespace headlight
