#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// Boizard et al. 2025, "EuroBERT": Llama's layers in which every token sees all others.
Architecture describeEuroBert(const FamilyInput& in) {
  const Config& c = in.config;
  // Without any of these the releases of the library rotate differently.
  if (!c.declares("rope_theta") && !c.has("rope_parameters")) throw Error(c.where("rope_theta") + " is missing");
  DecoderSwitches s;
  s.sizes = {.width = 768, .inner = 3072, .layers = 12, .heads = 12, .positions = 8192};
  s.epsilon = 1e-5;
  s.rope.theta = 250000;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  s.feedForwardBias = c.flag("mlp_bias", false);
  Architecture d = decoderDescription(in, s);
  for (LayerSpec& layer : d.layers) layer.attention.causal = false;
  d.head = taskHead(in, {{OutputHeadKind::MaskedLm, {}, linearPart("lm_head", s.feedForwardBias)},
                         {OutputHeadKind::TokenClassification, {}, linearPart("classifier")}});
  d.head.tied = d.head.kind == OutputHeadKind::MaskedLm && c.flag("tie_word_embeddings", false);
  if (d.head.kind != in.head) d.remarks.push_back("The head of " + in.architecture + " is not computed.");
  return d;
}

}  // namespace

Family euroBertFamily() {
  return {"eurobert",
          {"eurobert"},
          describeEuroBert,
          {{"classifier_pooling"}, {"pretraining_tp"}, {"is_causal", {"false"}}}};
}

}  // namespace headlight
