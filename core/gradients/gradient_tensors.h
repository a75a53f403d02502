#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/gradients/backward.h"
#include "core/gradients/relevance.h"
#include "core/gradients/token_attribution.h"

namespace headlight {

/// Takes a tensor: its name, shape and numbers in row-major order.
using TensorSink =
    std::function<void(const std::string& name, const std::vector<Index>& shape, const std::vector<double>& values)>;

// What a backward pass found under the names that Headlight's files have for it. KIND of a model of one stack is "q";
// of an encoder–decoder model "encoder_q", "decoder_q" and "cross_q".

/// "grad.KIND.l", the derivative of the metric with respect to each KIND of layer l: hidden_states, q, k, v, scores,
/// attentions, z, attn_out, mlp_out, and "grad.embeddings" without a layer; shapes [n, heads, d], [heads, n, m] or
/// [n, width]. `gradients` must hold streams and sublayers. Two maps of every head are made, one after the other.
void gradientTensors(std::shared_ptr<const Trace> trace, const Gradients& gradients, const TensorSink& sink);

/// Of each token "grad_x_input", "grad_x_input_l2" and "grad_l2" [n]; of each head "head_importance" [layers, heads] and
/// of each cell "grad_x_attention" [layers, heads, n, m]. `gradients` must hold heads.
void attributionTensors(const Model& model, std::shared_ptr<const Trace> trace, const Gradients& gradients,
                        const TensorSink& sink);

/// "integrated_gradients" [n], "metric_at_baseline" [1].
void integratedTensors(const IntegratedGradients& integrated, const TensorSink& sink);

/// "chefer" [n, n]; of an encoder–decoder model "chefer_encoder", "chefer_decoder" and "chefer_cross" [n, m].
void relevanceTensors(const Relevance& relevance, const TensorSink& sink);

}  // namespace headlight
