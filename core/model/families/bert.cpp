#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

/// Devlin et al. 2019, "BERT"; also ERNIE (Sun et al. 2019 and later), which knows of tasks.
Architecture describeBert(const FamilyInput& in) {
  const std::string prefix = in.prefix(in.modelType == "ernie" ? "ernie." : "bert.");
  const EncoderSizes sizes = encoderSizes(in.config);
  Architecture d = encoderDescription(in, prefix, sizes);
  addDistances(in.config, d);
  if (in.modelType == "ernie" && in.config.flag("use_task_id", false))
    d.embedding.constant = prefix + "embeddings.task_type_embeddings.weight";
  d.head = taskHead(in, {bertMaskedHead(sizes, sizes.width),
                         {OutputHeadKind::SequenceClassification,
                          {{linearPart(prefix + "pooler.dense"), sizes.width, Activation::Tanh, {}}},
                          linearPart("classifier"),
                          OutputHeadSpec::Pooling::First},
                         {OutputHeadKind::TokenClassification, {}, linearPart("classifier")}});
  if (in.config.flag("is_decoder", false)) {
    for (LayerSpec& layer : d.layers) layer.attention.causal = true;
    if (d.head.kind == OutputHeadKind::MaskedLm) d.head.kind = OutputHeadKind::CausalLm;
  }
  return d;
}

/// Rothe et al. 2020, "BertGeneration": BERT without token types.
Architecture describeBertGeneration(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("bert.");
  Architecture d = encoderDescription(
      in, prefix, encoderSizes(c, {.width = 1024, .inner = 4096, .layers = 24, .heads = 16}));
  d.embedding.types.clear();
  d.head = causalHead(in, "lm_head.decoder", c.flag("tie_word_embeddings", true));
  if (d.head.kind == OutputHeadKind::CausalLm) d.head.output.bias = "lm_head.bias";
  if (c.flag("is_decoder", false) || d.head.kind == OutputHeadKind::CausalLm)
    for (LayerSpec& layer : d.layers) layer.attention.causal = true;
  return d;
}

/// Chung et al. 2021, "Rethinking Embedding Coupling in Pre-trained Language Models" (RemBERT): BERT with narrow
/// embeddings mapped to the width, and an output with weights of its own.
Architecture describeRemBert(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("rembert.");
  const EncoderSizes sizes = encoderSizes(c, {.width = 1152, .inner = 4608, .layers = 32, .heads = 18});
  Architecture d = encoderDescription(in, prefix, sizes);
  d.embedding.width = c.size("input_embedding_size", 256);
  d.embedding.projection = linearPart(prefix + "encoder.embedding_hidden_mapping_in");
  const std::string at = "cls.predictions.";
  d.head = taskHead(in, {{OutputHeadKind::MaskedLm,
                          {{linearPart(at + "dense"), c.size("output_embedding_size", 1664), sizes.activation,
                            layerNorm(at + "LayerNorm", sizes.epsilon)}},
                          linearPart(at + "decoder"),
                          OutputHeadSpec::Pooling::EachToken,
                          true},
                         {OutputHeadKind::SequenceClassification,
                          {{linearPart(prefix + "pooler.dense"), sizes.width, Activation::Tanh, {}}},
                          linearPart("classifier"),
                          OutputHeadSpec::Pooling::First},
                         {OutputHeadKind::TokenClassification, {}, linearPart("classifier")}});
  d.head.tied = false;
  if (c.flag("is_decoder", false) || d.head.kind == OutputHeadKind::CausalLm)
    for (LayerSpec& layer : d.layers) layer.attention.causal = true;
  return d;
}

}  // namespace

Family remBertFamily() {
  return {"rembert",
          {"rembert"},
          describeRemBert,
          {{"output_embedding_size"}, {"position_embedding_type", {R"("absolute")"}}}};
}
Family bertFamily() {
  return {"bert",
          {"bert", "ernie"},
          describeBert,
          {{"directionality"}, {"pooler_fc_size"}, {"pooler_num_attention_heads"}, {"pooler_num_fc_layers"},
           {"pooler_size_per_head"}, {"pooler_type"}, {"task_type_vocab_size"}, {"use_task_id"}}};
}
Family bertGenerationFamily() { return {"bert-generation", {"bert-generation"}, describeBertGeneration}; }

}  // namespace headlight
