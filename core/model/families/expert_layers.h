#pragma once

#include <string>
#include <vector>

#include "core/model/family.h"

namespace headlight {

/// What the tensors of a layer's experts are called behind "layers.N.": one tensor for each expert and matrix, or one
/// for all experts, which is what newer files have under the names below.
struct ExpertNames {
  std::string router = "mlp.gate", experts = "mlp.experts.";
  std::string gate = "gate_proj", in = "up_proj", output = "down_proj";
  std::string fusedIn = "mlp.experts.gate_up_proj", fusedOutput = "mlp.experts.down_proj";
  bool inOut = false;  ///< Of the fused ones: [experts, in, out].
};

struct ExpertSizes {
  Index count = 0, inner = 0;
  Activation activation = Activation::Silu;
};

/// The gated experts of the layer that `at` begins the names of ("model.layers.3.").
ExpertsSpec expertsPart(const FamilyInput& input, const std::string& at, const ExpertNames& names,
                        const ExpertRule& rule, const ExpertSizes& sizes);

/// `count` experts like `dense`, whose names begin with `at` ("….mlp."): theirs begin with "….mlp.experts.expert_3.",
/// and the router is "….mlp.router.classifier".
ExpertsSpec expertsLike(const FamilyInput& input, const std::string& at, const FeedForwardSpec& dense, Index count);

/// A gated network that all tokens use beside the experts; `at` begins its names ("….mlp.shared_expert.").
FeedForwardSpec sharedExpert(const std::string& at, Index inner, Activation activation, bool bias = false);

/// Which layers have experts: each `step`-th one, from the first on that has a number in it, but those of
/// mlp_only_layers.
std::vector<bool> sparseLayers(const Config& config, int layers);

/// What releases of a router's settings are for its training.
std::vector<UnreadKey> routerUnread(std::vector<UnreadKey> more = {});

}  // namespace headlight
