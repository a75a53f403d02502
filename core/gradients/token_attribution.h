#pragma once

#include <optional>

#include "core/base/progress.h"
#include "core/gradients/backward.h"

namespace headlight {

/// What the tokens' embeddings e (as StackGradients::embeddings) and a gradient g over them say of each token.
struct TokenAttribution {
  Eigen::VectorXd gradientInput;      ///< Σ e g over the width (Shrikumar et al. 2016, "gradient × input").
  Eigen::VectorXd gradientInputNorm;  ///< The 2-norm of e g, number by number.
  Eigen::VectorXd gradientNorm;       ///< The 2-norm of g (Simonyan et al. 2013, "saliency").
};
TokenAttribution tokenAttribution(MatrixView embeddings, const Eigen::MatrixXd& gradient);

/// The tokens' vectors that gradients of embeddings are about: [N, width of the embeddings], of an image its patches'.
/// `model` is that of one stack.
Matrix embeddingsOf(const Model& model, const Trace& trace);

/// Integrated gradients (Sundararajan et al. 2017) from embeddings that are all 0 to those of the text, while positions,
/// types, learned tokens and norms stay: for each token Σ e · mean of the gradients at `steps` points, the middles of as
/// many equal parts (midpoint rule).
struct IntegratedGradients {
  Eigen::VectorXd stack;                  ///< Of an encoder–decoder model its decoder's.
  std::optional<Eigen::VectorXd> source;  ///< The encoder's; the embeddings of both grow together.
  double metric = 0, atBaseline = 0;
  /// What the steps leave of metric - atBaseline - the sum of all parts, which would be 0 for infinitely many.
  double remainder = 0;
};
inline constexpr int kIntegrationSteps = 50;

/// Costs as many runs and backward passes as steps. Throws as backward().
IntegratedGradients integratedGradients(const Model& model, const Trace& trace, const Metric& metric,
                                        int steps = kIntegrationSteps, const Progress& progress = {});

}  // namespace headlight
