#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

/// Devlin et al. 2019, "BERT".
Description describeBert(const FamilyInput& in) {
  const std::string prefix = in.prefix("bert.");
  const EncoderSizes sizes = encoderSizes(in.config);
  Description d = encoderDescription(in, prefix, sizes);
  addDistances(in.config, d);
  d.head = taskHead(
      in, {{HeadKind::MaskedLm,
            {{linearPart("cls.predictions.transform.dense"), sizes.width, sizes.activation,
              layerNorm("cls.predictions.transform.LayerNorm", sizes.epsilon)}},
            {"cls.predictions.decoder.weight", "cls.predictions.bias", false},
            HeadPart::Pooling::EachToken,
            true},
           {HeadKind::SequenceClassification,
            {{linearPart(prefix + "pooler.dense"), sizes.width, Activation::Tanh, {}}},
            linearPart("classifier"),
            HeadPart::Pooling::First},
           {HeadKind::TokenClassification, {}, linearPart("classifier")}});
  if (in.config.flag("is_decoder", false)) {
    for (LayerPart& layer : d.layers) layer.attention.causal = true;
    if (d.head.kind == HeadKind::MaskedLm) d.head.kind = HeadKind::CausalLm;
  }
  return d;
}

}  // namespace

Family bertFamily() {
  return {"bert",
          {"bert"},
          describeBert,
          {{"directionality"}, {"pooler_fc_size"}, {"pooler_num_attention_heads"}, {"pooler_num_fc_layers"},
           {"pooler_size_per_head"}, {"pooler_type"}}};
}

}  // namespace headlight
