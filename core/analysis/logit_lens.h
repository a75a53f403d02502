#pragma once

#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "core/model/model_folder.h"

namespace headlight {

/// What the model's head would say of the hidden state before the first layer and after each (nostalgebraist 2020): a
/// row of logits each, the last one the model's own: [layers + 1, outcomes]. `row` is a row of the trace's logits.
/// Throws Error for a model without a head or a row that there is not.
Matrix logitLens(const Model& model, const Trace& trace, Index row);

/// What one part of the model adds to a logit.
struct LogitPart {
  enum class Kind {
    Embedding,      ///< The input of the first layer.
    Head,           ///< One attention head, through the output projection.
    AttentionBias,  ///< The bias of a layer's output projection (and of a norm behind it).
    FeedForward,    ///< A layer's feed-forward network.
    Bias            ///< The biases of the final norm and of the output.
  };
  Kind kind = Kind::Head;
  HeadId head;  ///< Its layer; its head for Head.
  double value = 0;
};
const char* nameOf(LogitPart::Kind kind);

/// Direct logit attribution (Elhage et al. 2021; Wang et al. 2022): the logit of token `id` at `position`, or its
/// difference to that of `against`, as a sum over the parts of the model, the scale of every norm on the way held at
/// that of the run. Before a soft cap. Only for causal models of one stack in which the residual stream is a sum
/// (pre-norm) and the head one linear map; throws Error for others, and for tokens and positions that there are not.
struct LogitAttribution {
  std::vector<LogitPart> parts;
  double logit = 0;  ///< Their sum.
};
/// Of every head the one row of weights at `position` is computed. Throws Cancelled.
LogitAttribution attributeLogit(const Model& model, const Trace& trace, Index position, std::int64_t id,
                                std::optional<std::int64_t> against = {}, const Progress& progress = {});

/// The surprise of every token, -ln p in nats: of a causal model given the tokens before (none for the first), of a
/// masked one given all others, with the token masked, one run each (Salazar et al. 2020). None for added tokens.
/// Throws Error for other models; Cancelled.
std::vector<std::optional<double>> tokenSurprisal(const ModelFolder& model, const Trace& trace,
                                                  const Progress& progress = {});

}  // namespace headlight
