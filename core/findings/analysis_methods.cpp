#include "core/findings/analysis_methods.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/nearest_names.h"
#include "core/circuits/edges.h"
#include "core/circuits/lens/lens.h"
#include "core/circuits/patching.h"
#include "core/circuits/score_writers.h"
#include "core/circuits/source_attribution.h"
#include "core/circuits/token_flow.h"
#include "core/circuits/token_removal.h"
#include "core/circuits/tracing/causal_tracing.h"
#include "core/circuits/weight_circuits.h"
#include "core/findings/head_tests.h"
#include "core/findings/smallest_circuit.h"
#include "core/gradients/gradient_findings.h"

namespace headlight {
namespace {

const std::vector<std::string> kFoldings = {"raw", "folded"};
/// What methods of gradients of one text read, and of two.
const std::vector<std::string> kOfGradients = {"text", "position", "target", "against", "log-probability"};
const std::vector<std::string> kOfTwoTexts = {"text", "other-text", "position", "target", "against", "log-probability"};

std::vector<std::string> with(std::vector<std::string> options, const char* more) {
  options.emplace_back(more);
  return options;
}

}  // namespace

bool AnalysisMethod::reads(const std::string& option) const {
  return std::find(options.begin(), options.end(), option) != options.end();
}

const std::vector<AnalysisMethod>& analysisMethods() {
  static const std::vector<AnalysisMethod> kMethods = {
      {"lens",
       "Logit lens of each token before each layer, after its attention and at the end; of each head at --position",
       {"text", "position", "top", "lens-file"},
       {},
       lens},
      {"attribution",
       "Direct logit attribution by head and source token, with what embeddings, feed-forward networks and biases add",
       {"text", "other-text", "position", "target", "against"},
       {},
       sourceAttribution},
      {"score",
       "Score of each --cell by who wrote the query and who wrote the key, and by rotary frequency",
       {"text", "cell"},
       {},
       scoreWriters},
      {"copying",
       "Copying score and eigenvalues of each head in token space, from weights",
       {"values"},
       kFoldings,
       copyingScores},
      {"own-token",
       "Share of the vocabulary that each head writes, or suppresses, most itself, from weights",
       {"heads", "values"},
       kFoldings,
       ownTokens},
      {"pairs",
       "Strongest pairs of tokens of --heads: looked for and seen, seen and written, from weights",
       {"heads", "top", "values"},
       kFoldings,
       topPairs},
      {"composition",
       "Q-, K- and V-composition of each pair of heads with a random baseline, from weights",
       {"values"},
       kFoldings,
       compositionScores},
      {"patch",
       "Effect of values of text B in the run of A: stream and sublayers by token; heads, queries, keys, values, "
       "patterns",
       {"text", "other-text", "position", "target", "against", "values"},
       patchedValues(),
       patchingGrids},
      {"causal-trace",
       "Causal tracing: what comes back of the answer when one value is restored in runs with noise on --subject",
       {"text", "position", "target", "subject", "values"},
       tracedValues(),
       causalTracing},
      {"ablate-parts",
       "The metric with each head's or sublayer's output replaced by zero, its mean, or its mean over text B",
       {"text", "other-text", "position", "target", "against", "values"},
       ablatedBy(),
       ablations},
      {"remove",
       "Change of the prediction, and at each token, with each token hidden or weakened as a key",
       {"text", "position", "target", "values"},
       removalVariants(),
       tokenRemoval},
      {"edges",
       "Effect of each edge, from what a head or feed-forward network writes to what a later part reads, taken from "
       "text B",
       {"text", "other-text", "position", "target", "against", "values", "sender", "receiver"},
       edgeKinds(),
       exactEdges},
      {"path",
       "Path patching: a head's output of text B into the queries, keys or values of later heads, other heads frozen",
       {"text", "other-text", "position", "target", "against", "sender", "receiver"},
       {},
       pathPatching},
      {"head-tests",
       "How well each head fits previous token, induction, duplicate token and other tests in the text, next to chance",
       {"text"},
       {},
       headTests},
      {"flow",
       "Attention flow (max-flow) from each token after each layer to the input; up to 64 tokens",
       {"text"},
       {},
       tokenFlow},
      {"gradients",
       "Gradient of the metric with respect to embeddings, streams, queries, keys, values, scores, weights and outputs",
       with(kOfGradients, "values"), gradientKinds(), gradientFindings},
      {"token-gradients",
       "Gradient × input of each token, its norm, and the norm of the gradient",
       kOfGradients,
       {},
       tokenGradientFindings},
      {"integrated-gradients",
       "Integrated gradients of each token, from embeddings that are 0, in 50 steps",
       kOfGradients,
       {},
       integratedGradientFindings},
      {"gradient-attention",
       "Gradient × attention of each cell of each head",
       kOfGradients,
       {},
       gradientAttentionFindings},
      {"head-importance", "Importance of each head by its gradient", kOfGradients, {}, headImportanceFindings},
      {"relevance",
       "Relevance of each token through all layers, by gradient × attention",
       kOfGradients,
       {},
       relevanceFindings},
      {"attribution-patching",
       "What patch would find with values of text B, estimated by one gradient at A",
       kOfTwoTexts,
       {},
       attributionPatchingFindings},
      {"edge-attribution", "What edges would find with text B, estimated by gradients at A or on the way from B to A",
       with(kOfTwoTexts, "values"), edgeAttributionKinds(), edgeAttributionFindings},
      {"circuit",
       "Smallest circuit: the fewest edges that carry --faithfulness of the difference to text B, by real runs",
       {"text", "other-text", "position", "target", "against", "faithfulness"},
       {},
       smallestCircuit},
  };
  return kMethods;
}

const AnalysisMethod& analysisMethodNamed(std::string_view name) {
  std::vector<std::string> names;
  for (const AnalysisMethod& method : analysisMethods()) {
    if (method.name == name) return method;
    names.emplace_back(method.name);
  }
  const std::vector<std::string> near = nearestNames(name, names, 2);
  throw Error("method '" + std::string(name) + "': " +
              (near.empty() ? "expected one of " + inQuotesOr(names) : "did you mean " + inQuotesOr(near) + "?"));
}

}  // namespace headlight
