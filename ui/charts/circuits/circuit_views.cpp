#include "ui/charts/circuits/circuit_views.h"

#include <algorithm>
#include <map>

#include "core/analysis/head_labels.h"
#include "core/base/error.h"
#include "core/base/nearest_names.h"
#include "ui/figures/heads_report.h"
#include "ui/words.h"

namespace headlight {
namespace {

using As = FindingShape;
using Of = FindingQuantity;

constexpr CircuitView kViews[] = {
    {"attribution.A", "attribution", "", As::Sources, Of::Metric},
    {"attribution.B", "attribution", "", As::Sources, Of::Metric},
    {"patch.stream", "patch", "stream", As::Grid, Of::Restored},
    {"patch.attn_out", "patch", "attn_out", As::Grid, Of::Restored},
    {"patch.mlp_out", "patch", "mlp_out", As::Grid, Of::Restored},
    {"patch.z", "patch", "z", As::Heads, Of::Restored},
    {"patch.z_by_token", "patch", "z_by_token", As::Sources, Of::Restored},
    {"patch.q", "patch", "q", As::Heads, Of::Restored},
    {"patch.k", "patch", "k", As::Heads, Of::Restored},
    {"patch.v", "patch", "v", As::Heads, Of::Restored},
    {"patch.pattern", "patch", "pattern", As::Heads, Of::Restored},
    {"trace.stream", "causal-trace", "stream", As::Grid, Of::ProbabilityChange},
    {"trace.attn_out", "causal-trace", "attn_out", As::Grid, Of::ProbabilityChange},
    {"trace.mlp_out", "causal-trace", "mlp_out", As::Grid, Of::ProbabilityChange},
    {"ablate.zero.z", "ablate-parts", "zero", As::Heads, Of::MetricChange},
    {"ablate.mean.z", "ablate-parts", "mean", As::Heads, Of::MetricChange},
    {"ablate.mean_other.z", "ablate-parts", "mean_other", As::Heads, Of::MetricChange},
    {"remove.hide.A.delta", "remove", "hide", As::Text, Of::LogProbability},
    {"remove.hide.A.kl", "remove", "hide", As::Pairs, Of::Nats},
    {"remove.weight_0.1.A.delta", "remove", "weight_0.1", As::Text, Of::LogProbability},
    {"remove.weight_0.1.A.kl", "remove", "weight_0.1", As::Pairs, Of::Nats},
    {"remove.score_0.1.A.delta", "remove", "score_0.1", As::Text, Of::LogProbability},
    {"remove.score_0.1.A.kl", "remove", "score_0.1", As::Pairs, Of::Nats},
    {"remove.atman_0.1.A.delta", "remove", "atman_0.1", As::Text, Of::LogProbability},
    {"remove.atman_0.1.A.kl", "remove", "atman_0.1", As::Pairs, Of::Nats},
    {"grad_x_input", "token-gradients", "", As::Text, Of::Metric},
    {"grad_x_input_l2", "token-gradients", "", As::Text, Of::Metric},
    {"grad_l2", "token-gradients", "", As::Text, Of::Metric},
    {"integrated_gradients", "integrated-gradients", "", As::Text, Of::Metric},
    {"chefer", "relevance", "", As::Pairs, Of::Relevance},
    {"head_importance", "head-importance", "", As::Heads, Of::Metric},
    {"score_parts.0", "score", "", As::Writers, Of::Score},
    {"edges.eap", "edge-attribution", "eap", As::Graph, Of::MetricChange},
    {"edges.eap_ig", "edge-attribution", "eap_ig", As::Graph, Of::MetricChange},
    {"edges.eap_ig_from_0", "edge-attribution", "eap_ig_from_0", As::Graph, Of::MetricChange},
    {"circuit.edges", "circuit", "", As::Graph, Of::MetricChange},
    {"edges.exact", "edges", "exact", As::Graph, Of::MetricChange},
    {"edges.exact_frozen_norm", "edges", "exact_frozen_norm", As::Graph, Of::MetricChange},
    {"edges.path", "path", "", As::Graph, Of::MetricChange},
    {"atp.stream", "attribution-patching", "", As::Grid, Of::MetricChange},
    {"atp.attn_out", "attribution-patching", "", As::Grid, Of::MetricChange},
    {"atp.mlp_out", "attribution-patching", "", As::Grid, Of::MetricChange},
    {"atp.z", "attribution-patching", "", As::Sources, Of::MetricChange},
    {"atp.q", "attribution-patching", "", As::Sources, Of::MetricChange},
    {"atp.k", "attribution-patching", "", As::Sources, Of::MetricChange},
    {"atp.v", "attribution-patching", "", As::Sources, Of::MetricChange},
    {"atp.pattern", "attribution-patching", "", As::Heads, Of::MetricChange},
    {"lens.top", "lens", "", As::Grid, Of::Probability},
    {"lens.answer_rank", "lens", "", As::Grid, Of::Rank},
    {"lens.entropy", "lens", "", As::Grid, Of::Nats},
    {"lens.kl_to_end", "lens", "", As::Grid, Of::Nats},
    {"test.kappa", "head-tests", "", As::Sources, Of::Kappa},
    {"test.previous_token.kappa", "head-tests", "", As::Heads, Of::Kappa},
    {"test.induction.kappa", "head-tests", "", As::Heads, Of::Kappa},
    {"test.duplicate_token.kappa", "head-tests", "", As::Heads, Of::Kappa},
    {"test.copying.kappa", "head-tests", "", As::Heads, Of::Kappa},
    {"test.retrieval.kappa", "head-tests", "", As::Heads, Of::Kappa},
    {"test.sink.kappa", "head-tests", "", As::Heads, Of::Kappa},
    {"composition_Q.raw", "composition", "raw", As::Graph, Of::AboveChance},
    {"composition_K.raw", "composition", "raw", As::Graph, Of::AboveChance},
    {"composition_V.raw", "composition", "raw", As::Graph, Of::AboveChance},
    {"composition_Q.folded", "composition", "folded", As::Graph, Of::AboveChance},
    {"composition_K.folded", "composition", "folded", As::Graph, Of::AboveChance},
    {"composition_V.folded", "composition", "folded", As::Graph, Of::AboveChance},
    {"ov_copying.raw", "copying", "raw", As::Heads, Of::Copying},
    {"ov_copying.folded", "copying", "folded", As::Heads, Of::Copying},
};

}  // namespace

std::span<const CircuitView> circuitViews() { return kViews; }

std::vector<std::string> circuitViewNames() {
  std::vector<std::string> names;
  for (const CircuitView& view : kViews) names.emplace_back(view.tensor);
  return names;
}

const CircuitView& circuitViewNamed(std::string_view tensor) {
  for (const CircuitView& view : kViews)
    if (view.tensor == tensor) return view;
  const std::string wanted(tensor);
  std::vector<std::string> near = nearestNames(wanted, circuitViewNames(), 3);
  if (near.empty()) {
    // A method in place of one of its pictures.
    for (const CircuitView& view : kViews)
      if (view.method == tensor) near.emplace_back(view.tensor);
  }
  throw Error("picture '" + wanted + "': " +
              (near.empty() ? "expected one of " + inQuotesOr(circuitViewNames())
                            : "did you mean " + inQuotesOr(near) + "?"));
}

QString circuitMethodName(std::string_view method) {
  if (method == "attribution") return Words::tr("Who gave the answer");
  if (method == "patch") return Words::tr("Put values of B into A");
  if (method == "causal-trace") return Words::tr("Causal tracing with noise");
  if (method == "ablate-parts") return Words::tr("Switch off each head");
  if (method == "remove") return Words::tr("Hide each token");
  if (method == "token-gradients") return Words::tr("Gradient of each token");
  if (method == "integrated-gradients") return Words::tr("Integrated gradients");
  if (method == "relevance") return Words::tr("Relevance through all layers");
  if (method == "head-importance") return Words::tr("Head importance by gradient");
  if (method == "score") return Words::tr("Why a head looks there");
  if (method == "edge-attribution") return Words::tr("Circuit by gradient (EAP)");
  if (method == "circuit") return Words::tr("Smallest circuit");
  if (method == "edges") return Words::tr("Circuit by patched edges");
  if (method == "path") return Words::tr("Circuit by path patching");
  if (method == "attribution-patching") return Words::tr("Patching by gradient (AtP)");
  if (method == "lens") return Words::tr("Logit lens");
  if (method == "head-tests") return Words::tr("What each head does");
  if (method == "composition") return Words::tr("Which heads read which (weights)");
  return Words::tr("Which heads copy (weights)");
}

QString circuitMethodTells(std::string_view method) {
  if (method == "attribution")
    return Words::tr("What each head wrote from each source token into the answer, directly; the rows add up.");
  if (method == "patch")
    return Words::tr("How much of the difference between two texts comes back when one value of B is put into the run "
                     "of A: 0 nothing, 1 all.");
  if (method == "causal-trace")
    return Words::tr(
        "How much of the answer’s probability comes back when one value is restored while noise hides the "
        "subject (Meng et al., 2022).");
  if (method == "ablate-parts") return Words::tr("How the metric changes without what a head writes.");
  if (method == "remove")
    return Words::tr("What the prediction loses when no head can look at a token. It is measured, not estimated.");
  if (method == "token-gradients")
    return Words::tr("How strongly the metric reacts to each token, to first order, by one backward pass.");
  if (method == "integrated-gradients")
    return Words::tr("Each token’s part of the metric, along the way from empty embeddings; the parts add up.");
  if (method == "relevance")
    return Words::tr("Attention weighted by its gradient, carried through all layers (Chefer et al., 2021).");
  if (method == "head-importance")
    return Words::tr("How much the metric would change without a head, estimated by its gradient (Michel et al., 2019).");
  if (method == "score")
    return Words::tr("Who wrote what the query looks for, and who wrote what the key offers: the score of one cell.");
  if (method == "edge-attribution")
    return Words::tr("Which parts hand which others what tells B from A, estimated for all edges at once.");
  if (method == "circuit")
    return Words::tr("The fewest edges that carry 85% of what tells A from B, measured with all others as in B.");
  if (method == "edges")
    return Words::tr("The same measured edge by edge: one part reads what another wrote in B. This takes its time.");
  if (method == "path")
    return Words::tr("What a head hands on to the queries, keys and values of later heads, all others held as in A.");
  if (method == "attribution-patching")
    return Words::tr("What putting values of B into A would do, estimated for all places by one backward pass.");
  if (method == "lens")
    return Words::tr("What the model would predict at each token if it stopped within the layers.");
  if (method == "head-tests")
    return Words::tr(
        "How far each head goes beyond chance: 0 chance, 1 certain. Copying: −1 lowers what it sees. Retrieval: "
        "finds a needle planted in the text.");
  if (method == "composition")
    return Words::tr("How much of what a head writes a later one reads, above random pairs; no text is needed.");
  return Words::tr("Whether a head raises the tokens that it sees (1) or suppresses them (−1); no text is needed.");
}

QString circuitViewName(const CircuitView& view) {
  const std::string_view tensor = view.tensor;
  const std::string_view part = tensor.substr(tensor.find('.') == tensor.npos ? 0 : tensor.find('.') + 1);
  if (view.method == "patch" || view.method == "attribution-patching" || view.method == "causal-trace") {
    if (part == "stream") return Words::tr("Residual stream");
    if (part == "attn_out") return Words::tr("Attention outputs");
    if (part == "mlp_out") return Words::tr("MLP outputs");
    if (part == "z") return Words::tr("Head outputs");
    if (part == "z_by_token") return Words::tr("Head outputs by token");
    if (part == "q") return Words::tr("Queries");
    if (part == "k") return Words::tr("Keys");
    if (part == "v") return Words::tr("Values");
    return Words::tr("Attention patterns");
  }
  if (view.method == "attribution") return part == "A" ? Words::tr("Text A") : Words::tr("Text B");
  if (view.method == "ablate-parts")
    return view.value == "zero"   ? Words::tr("Replaced by zero")
           : view.value == "mean" ? Words::tr("Replaced by its mean")
                                  : Words::tr("Replaced by its mean over B");
  if (view.method == "remove") {
    const QString how = view.value == "hide"         ? Words::tr("hidden")
                        : view.value == "weight_0.1" ? Words::tr("weight × 0.1")
                        : view.value == "score_0.1"  ? Words::tr("score × 0.1")
                                                     : QStringLiteral("AtMan");
    return (view.shape == FindingShape::Text ? Words::tr("The answer, %1") : Words::tr("Every later token, %1"))
        .arg(how);
  }
  if (view.method == "token-gradients")
    return tensor == "grad_x_input"      ? Words::tr("Gradient × input")
           : tensor == "grad_x_input_l2" ? Words::tr("Length of gradient × input")
                                         : Words::tr("Length of the gradient");
  if (view.method == "edge-attribution")
    return part == "eap" ? QStringLiteral("EAP") : part == "eap_ig" ? QStringLiteral("EAP-IG") : Words::tr("EAP-IG from 0");
  if (view.method == "edges") return part == "exact" ? Words::tr("Norms computed again") : Words::tr("Norms held");
  if (view.method == "lens")
    return tensor == "lens.top"           ? Words::tr("Most likely word")
           : tensor == "lens.answer_rank" ? Words::tr("Rank of the final word")
           : tensor == "lens.entropy"     ? Words::tr("Entropy")
                                          : Words::tr("KL to the end");
  if (view.method == "head-tests")
    return tensor == "test.kappa" ? Words::tr("All tests") : headTestName(part.substr(0, part.rfind('.')));
  if (view.method == "composition" || view.method == "copying") {
    const QString weights = view.value == "raw" ? Words::tr("weights as stored") : Words::tr("norms folded in");
    if (view.method == "copying") return weights;
    const char kind = tensor[std::string_view("composition_").size()];
    return (kind == 'Q'   ? Words::tr("Through queries, %1")
            : kind == 'K' ? Words::tr("Through keys, %1")
                          : Words::tr("Through values, %1"))
        .arg(weights);
  }
  return Words::tr("All of it");
}

QString headTestName(std::string_view test) {
  std::string name(test);
  std::replace(name.begin(), name.end(), '_', ' ');
  if (name == "copying") return Words::tr("Copying");
  if (name == "retrieval") return Words::tr("Retrieval");
  for (const HeadLabel label : kScoredLabels)
    if (name == nameOf(label)) {
      const QString words = headLabelName(label);
      return words.left(1).toUpper() + words.mid(1);
    }
  return QString::fromStdString(name);
}

QString quantityTitle(FindingQuantity quantity) {
  switch (quantity) {
    case Of::Restored:
      return Words::tr("restored");
    case Of::Metric:
      return Words::tr("metric");
    case Of::MetricChange:
      return Words::tr("Δ metric");
    case Of::LogProbability:
      return Words::tr("Δ ln p");
    case Of::Nats:
      return Words::tr("nats");
    case Of::Probability:
      return Words::tr("probability");
    case Of::ProbabilityChange:
      return Words::tr("Δ probability");
    case Of::Rank:
      return Words::tr("rank");
    case Of::Score:
      return Words::tr("score");
    case Of::Relevance:
      return Words::tr("relevance");
    case Of::Copying:
      return Words::tr("copying score");
    case Of::Kappa:
      return Words::tr("beyond chance");
    case Of::AboveChance:
      return Words::tr("above chance");
  }
  return {};
}

}  // namespace headlight
