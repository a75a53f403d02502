#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/base/progress.h"
#include "core/gradients/metric.h"
#include "core/model/model.h"

namespace headlight {

class Tape;
struct TapedLayer;

/// Derivatives with respect to what one attention sublayer has: n queries, m keys.
struct AttentionGradients {
  Matrix q, k, v;  ///< [n, heads · dHead], [m, kvHeads · dHead], [m, kvHeads · dValue]: after norms and rotation, not
                   ///< scaled. A key's and value's is summed over the heads that read it.
  Matrix z;       ///< [n, heads · dValue]: what the heads give, weights times values.
  Matrix output;  ///< [n, width]: what the output projection gives, with its bias, before any norm.
};

struct LayerGradients {
  AttentionGradients attention;
  std::optional<AttentionGradients> cross;  ///< In a decoder with an encoder.
  Matrix feedForward;                       ///< [n, width]: what the feed-forward sublayer gives, before any norm.
};

/// Of one stack of layers.
struct StackGradients {
  /// [n, width of the embeddings]: the tokens' rows of the table times the family's scale, before projection,
  /// positions, types and norm; of an image [patches, width]; of a picture in a text what its
  /// connector made of it.
  Eigen::MatrixXd embeddings;
  std::vector<Matrix> streams;  ///< [layers + 1] of [n, width]: what each layer reads, and what the last one
                                ///< gives, before the final norm.
  std::vector<LayerGradients> layers;
};

/// The derivative of a metric with respect to what a run has.
struct Gradients {
  double metric = 0;                     ///< Its value.
  StackGradients stack;                  ///< Of an encoder–decoder model its decoder's.
  std::optional<StackGradients> source;  ///< The encoder's.
};

/// What shall be kept of a backward pass beside the embeddings; each takes as much memory as the trace has of it.
struct BackwardOptions {
  bool streams = false;
  bool heads = false;      ///< AttentionGradients::z.
  bool sublayers = false;  ///< All of LayerGradients.
  /// What the embeddings read in place of the table's vectors, of a run that runFromEmbeddings() made: of the stack
  /// that answers, and of an encoder. Null for the table's.
  const Matrix *embeddings = nullptr, *sourceEmbeddings = nullptr;
  Progress progress;
  /// Called for each layer of the stack that answers, the last one first, after the pass has gone back through it;
  /// may use the layer's tape for itself. Then the same for an encoder's.
  std::function<void(std::size_t layer, Tape&tape, const TapedLayer&nodes)> eachLayer, eachSourceLayer;
};

/// Goes back once from `metric` through the run `trace` of `model` to its embeddings (reverse accumulation), layer by
/// layer: each is computed again from its hidden state, and its attention in bands of rows, so that memory beyond what
/// is kept is a layer's, linear in the tokens. Throws Error for what it does not know (core/gradients/known_switches),
/// for a run with interventions, a metric that does not fit and gradients that are no finite numbers; Cancelled.
Gradients backward(const Model& model, const Trace& trace, const Metric& metric, const BackwardOptions& options = {});

/// The metric of a run.
double metricOf(const Model& model, const Trace& trace, const Metric& metric);

}  // namespace headlight
