#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

/// Liu et al. 2019, "RoBERTa", and models trained alike: BERT whose positions begin behind the padding id.
Description describeRoberta(const FamilyInput& in) {
  const std::string prefix = in.prefix("roberta.");
  const EncoderSizes sizes = encoderSizes(in.config);
  Description d = encoderDescription(in, prefix, sizes);
  addDistances(in.config, d);
  skipPaddingPositions(d, in.config);
  if (in.config.flag("is_decoder", false))
    for (LayerPart& layer : d.layers) layer.attention.causal = true;
  d.head = taskHead(in, {{HeadKind::MaskedLm,
                          {{linearPart("lm_head.dense"), sizes.width, Activation::Gelu,
                            layerNorm("lm_head.layer_norm", sizes.epsilon)}},
                          {"lm_head.decoder.weight", "lm_head.bias", false},
                          HeadPart::Pooling::EachToken,
                          true},
                         {HeadKind::SequenceClassification,
                          {{linearPart("classifier.dense"), sizes.width, Activation::Tanh, {}}},
                          linearPart("classifier.out_proj"),
                          HeadPart::Pooling::First},
                         {HeadKind::TokenClassification, {}, linearPart("classifier")}});
  if (in.head == HeadKind::CausalLm) d.head.kind = HeadKind::CausalLm;
  return d;
}

}  // namespace

Family robertaFamily() { return {"roberta", {"roberta", "xlm-roberta", "camembert"}, describeRoberta}; }

}  // namespace headlight
