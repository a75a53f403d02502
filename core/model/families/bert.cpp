#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

/// Devlin et al. 2019, "BERT"; also ERNIE (Sun et al. 2019 and later), which knows of tasks.
Description describeBert(const FamilyInput& in) {
  const std::string prefix = in.prefix(in.modelType == "ernie" ? "ernie." : "bert.");
  const EncoderSizes sizes = encoderSizes(in.config);
  Description d = encoderDescription(in, prefix, sizes);
  addDistances(in.config, d);
  if (in.modelType == "ernie" && in.config.flag("use_task_id", false))
    d.embedding.constant = prefix + "embeddings.task_type_embeddings.weight";
  d.head = taskHead(in, {bertMaskedHead(sizes, sizes.width),
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

/// Rothe et al. 2020, "BertGeneration": BERT without token types.
Description describeBertGeneration(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("bert.");
  Description d = encoderDescription(
      in, prefix, encoderSizes(c, {.width = 1024, .inner = 4096, .layers = 24, .heads = 16}));
  d.embedding.types.clear();
  d.head = causalHead(in, "lm_head.decoder", c.flag("tie_word_embeddings", true));
  if (d.head.kind == HeadKind::CausalLm) d.head.output.bias = "lm_head.bias";
  if (c.flag("is_decoder", false) || d.head.kind == HeadKind::CausalLm)
    for (LayerPart& layer : d.layers) layer.attention.causal = true;
  return d;
}

}  // namespace

Family bertFamily() {
  return {"bert",
          {"bert", "ernie"},
          describeBert,
          {{"directionality"}, {"pooler_fc_size"}, {"pooler_num_attention_heads"}, {"pooler_num_fc_layers"},
           {"pooler_size_per_head"}, {"pooler_type"}, {"task_type_vocab_size"}, {"use_task_id"}}};
}
Family bertGenerationFamily() { return {"bert-generation", {"bert-generation"}, describeBertGeneration}; }

}  // namespace headlight
