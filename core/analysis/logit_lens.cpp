#include "core/analysis/logit_lens.h"

#include <cmath>

#include "core/analysis/head_values.h"
#include "core/attention/attend.h"
#include "core/attention/changed_values.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/model/architecture.h"
#include "core/model/head.h"
#include "core/model/predictions.h"
#include "core/model/weights.h"

namespace headlight {
namespace {

std::size_t unsignedOf(Index i) { return static_cast<std::size_t>(i); }

/// The direction d for which norm(x) · direction = x · d + bias · direction, the norm's factor held.
Eigen::VectorXd before(const Norm& norm, double factor, Eigen::VectorXd direction) {
  if (!norm) return direction;
  if (norm.gain.size() > 0) direction.array() *= norm.gain.cast<double>().array();
  if (norm.kind == NormKind::LayerNorm) direction.array() -= direction.mean();
  return direction * factor;
}

double biasOf(const Vector& bias, const Eigen::VectorXd& direction) {
  return bias.size() > 0 ? bias.cast<double>().dot(direction) : 0;
}

void checkAttributable(const Model& model, const Trace& trace, Index position) {
  const Architecture& d = model.description();
  bool sum = d.head.kind == OutputHeadKind::CausalLm && d.head.steps.empty() && !d.finalProjection && !d.encoder;
  for (const LayerSpec& layer : d.layers)
    sum = sum && !layer.attentionNorms.after && !layer.feedForwardNorms.after && !layer.residualFromNorm;
  if (!sum)
    throw Error("direct logit attribution of '" + model.info().name +
                "': expected a causal model of one stack with a residual stream that is a sum (norms before its "
                "layers) and one "
                "linear map as its head");
  if (position < 0 || position >= static_cast<Index>(trace.encoding.size()))
    throw Error("direct logit attribution: token " + std::to_string(position) + ": expected 0 to " +
                std::to_string(trace.encoding.size() - 1));
}

}  // namespace

Matrix logitLens(const Model& model, const Trace& trace, Index row) {
  const Architecture& d = model.description();
  if (d.head.kind == OutputHeadKind::None || row < 0 || row >= trace.logits.rows())
    throw Error("logit lens of '" + model.info().name + "' at row " + std::to_string(row) +
                ": the run has logits for " + std::to_string(trace.logits.rows()) + " rows");
  const bool eachToken = d.head.pooling == OutputHeadSpec::Pooling::EachToken;
  Matrix lens(static_cast<Index>(d.layers.size()) + 1, trace.logits.cols());
  for (std::size_t layer = 0; layer < d.layers.size(); ++layer) {
    const CachedRows& hidden = trace.hiddenStates[layer];
    const Matrix final = finalStates(d, model.weights(), eachToken ? Matrix(hidden.row(row)) : Matrix(hidden));
    lens.row(static_cast<Index>(layer)) = runHead(d, model.weights(), trace.encoding, final).row(eachToken ? 0 : row);
  }
  lens.bottomRows(1) = trace.logits.row(row);
  return lens;
}

const char* nameOf(LogitPart::Kind kind) {
  switch (kind) {
    case LogitPart::Kind::Embedding:
      return "embedding";
    case LogitPart::Kind::Head:
      return "head";
    case LogitPart::Kind::AttentionBias:
      return "attention bias";
    case LogitPart::Kind::FeedForward:
      return "feed-forward";
    case LogitPart::Kind::Bias:
      return "bias";
  }
  return "";
}

LogitAttribution attributeLogit(const Model& model, const Trace& trace, Index position, std::int64_t id,
                                std::optional<std::int64_t> against, const Progress& progress) {
  checkAttributable(model, trace, position);
  if (!trace.additions.empty())
    throw Error(
        "direct logit attribution: expected a stream that its layers alone add to, found one to which features "
        "of pictures are added between them, which is unsupported");
  if (const auto layer =
          layerWithChangedValues(trace, {LayerSite::Input, LayerSite::Query, LayerSite::Key, LayerSite::Value,
                                         LayerSite::HeadOutput, LayerSite::FeedForwardOutput}))
    throw Error(
        "direct logit attribution: expected a stream that its layers alone add to, found one that is changed "
        "in layer " +
        std::to_string(*layer));
  const Architecture& d = model.description();
  const Weights& weights = model.weights();
  for (const std::int64_t token : {id, against.value_or(id)})
    if (token < 0 || token >= d.head.outputs)
      throw Error("direct logit attribution: token id " + std::to_string(token) + ": expected 0 to " +
                  std::to_string(d.head.outputs - 1));

  // 1. The direction of the logit in the final states, and before the final norm.
  const Linear& output = weights.headOutput;
  std::vector<float> buffer;
  const auto rowOf = [&](std::int64_t token) -> Eigen::VectorXd {
    if (output.inOut) return inputRows(output, 0, output.in()).col(token).cast<double>();
    return output.weight.rowsAsFloats(token, 1, buffer).row(0).transpose().cast<double>();
  };
  Eigen::VectorXd direction = rowOf(id);
  double bias = output.bias.size() > 0 ? static_cast<double>(output.bias[id]) : 0;
  if (against) {
    direction -= rowOf(*against);
    bias -= output.bias.size() > 0 ? static_cast<double>(output.bias[*against]) : 0;
  }
  direction *= static_cast<double>(d.head.scale);
  const int last = static_cast<int>(d.layers.size()) - 1;
  const Matrix end = model.layerOutput(trace, last, trace.layers.back().edits, position);  // From `position` on.
  bias += biasOf(weights.finalNorm.bias, direction);
  const Eigen::VectorXd u =
      before(weights.finalNorm, factorOf(weights.finalNorm, end.topRows(1)), std::move(direction));

  // 2. What each part adds along it.
  LogitAttribution result;
  const auto along = [&](MatrixView hidden) { return hidden.row(0).cast<double>().dot(u.transpose()); };
  const auto hidden = [&](int layer) { return trace.hiddenStates[unsignedOf(layer)].middleRows(position, 1); };
  result.parts.push_back({LogitPart::Kind::Embedding, {}, along(hidden(0))});
  for (int layer = 0; layer <= last; ++layer) {
    progress(static_cast<double>(layer) / (last + 1), "logit attribution");
    const AttentionRecord& record = trace.layers[unsignedOf(layer)];
    const Index heads = record.rule->heads, dValue = record.dValue();
    const LayerWeights& w = weights.layers[unsignedOf(layer)];
    const Norm& inside = w.attentionNorms.inside;
    Eigen::VectorXd v = u;
    if (inside) v = before(inside, factorOf(inside, attentionOutput(model, trace, layer, position, 1)), u);
    double attention = biasOf(w.attention.output.bias, v) + biasOf(inside.bias, u);
    const double attentionBias = attention;
    // What each head mixed at this position, along what the output projection makes of it.
    const Eigen::VectorXd written = inputsAlong(w.attention.output, v);
    Matrix context(1, heads * dValue);
    parallelFor(heads, [&](Index head) {
      headOutput(record, static_cast<int>(head), context.middleCols(head * dValue, dValue), position);
    });
    for (int head = 0; head < heads; ++head) {
      const Index at = head * dValue;
      const double value =
          context.row(0).segment(at, dValue).cast<double>().dot(written.segment(at, dValue).transpose());
      attention += value;
      result.parts.push_back({LogitPart::Kind::Head, {layer, head}, value});
    }
    result.parts.push_back({LogitPart::Kind::AttentionBias, {layer, 0}, attentionBias});
    const double after = layer == last ? along(end) : along(hidden(layer + 1));
    result.parts.push_back({LogitPart::Kind::FeedForward, {layer, 0}, after - along(hidden(layer)) - attention});
  }
  result.parts.push_back({LogitPart::Kind::Bias, {}, bias});
  for (const LogitPart& part : result.parts) result.logit += part.value;
  progress(1);
  return result;
}

std::vector<std::optional<double>> tokenSurprisal(const ModelFolder& folder, const Trace& trace,
                                                 const Progress& progress) {
  const Model& model = *folder.model;
  const std::vector<Token>& tokens = trace.encoding.tokens;
  std::vector<std::optional<double>> surprise(tokens.size());
  const auto of = [](const Logits& logits, std::size_t row, std::int64_t id) {
    return -logProbabilities(logits, static_cast<Index>(row))[static_cast<std::size_t>(id)];
  };
  if (model.info().head == OutputHeadKind::CausalLm) {
    constexpr std::size_t kRows = 64;  // Rows are quicker in blocks, and a block is bounded memory.
    for (std::size_t first = 0; first + 1 < tokens.size(); first += kRows) {
      const std::size_t count = std::min(kRows, tokens.size() - 1 - first);
      const Logits rows = trace.logits.block(static_cast<Index>(first), static_cast<Index>(count));
      for (std::size_t i = first; i < first + count; ++i)
        if (!tokens[i + 1].special) surprise[i + 1] = of(rows, i - first, tokens[i + 1].id);
    }
    return surprise;
  }
  const std::int64_t mask = folder.tokenizer ? folder.tokenizer->maskId().value_or(-1) : -1;
  if (model.info().head != OutputHeadKind::MaskedLm || mask < 0)
    throw Error("surprisal of '" + folder.name +
                "': expected a causal model, or a masked one with a mask token, found neither");
  // Each masked text is run by the model as it is.
  if (isChanged(trace))
    throw Error("surprisal of '" + folder.name +
                "': expected a run of a masked model without changes, found one with changes");
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    progress(static_cast<double>(i) / static_cast<double>(tokens.size()), "surprisal");
    if (tokens[i].special || tokens[i].id == mask) continue;
    Encoding masked = trace.encoding;
    masked.tokens[i].id = mask;
    surprise[i] = of(model.run(masked)->logits, i, tokens[i].id);
  }
  return surprise;
}

}  // namespace headlight
