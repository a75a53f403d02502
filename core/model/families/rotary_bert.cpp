#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/checkpoint/stored_tensor.h"
#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

/// `masked`, or BERT's classifiers.
OutputHeadSpec rotaryHead(const FamilyInput& in, const std::string& prefix, const EncoderSizes& sizes,
                          TaskHead masked) {
  return taskHead(in, {std::move(masked),
                       {OutputHeadKind::SequenceClassification,
                        {{linearPart(prefix + "pooler.dense"), sizes.width, Activation::Tanh, {}}},
                        linearPart("classifier"),
                        OutputHeadSpec::Pooling::First},
                       {OutputHeadKind::TokenClassification, {}, linearPart("classifier")}});
}

/// What models with fused attention call their parts: `attention` in each layer, its feed-forward map `in`.
EncoderNames fusedNames(const std::string& attention, const std::string& in) {
  EncoderNames names;
  names.qkv = attention + ".Wqkv";
  names.output = attention + ".out_proj";
  names.attentionNorm = "norm1";
  names.in = in;
  names.out = "mlp.fc2";
  names.feedForwardNorm = "norm2";
  names.layers = "encoder.layers.";
  names.embeddingNorm = "emb_ln";
  return names;
}

/// What release 5 of the reference library calls them, unless it writes a family's own names.
EncoderNames namesOfRelease5() {
  EncoderNames names;
  names.query = "self_attn.q_proj";
  names.key = "self_attn.k_proj";
  names.value = "self_attn.v_proj";
  names.output = "self_attn.o_proj";
  names.attentionNorm = "post_attention_layernorm";
  names.in = "mlp.up_proj";
  names.gate = "mlp.gate_proj";
  names.out = "mlp.down_proj";
  names.feedForwardNorm = "post_mlp_layernorm";
  names.layers = "layers.";
  return names;
}

/// Throws Error where the file has a table of positions that is not the one by which RoFormer turns: the reference
/// library turns by the file's.
void checkTurns(const FamilyInput& in, const std::string& name, Index dims) {
  const StoredTensor* table = in.checkpoint.find(name);
  if (!table || !isFloating(table->format)) return;
  const std::vector<float> numbers = floatsOf(*table);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto at = static_cast<double>(i / static_cast<std::size_t>(dims));
    const auto column = static_cast<Index>(i % static_cast<std::size_t>(dims));
    const double pair = static_cast<double>(column % (dims / 2));
    const double angle = at * std::pow(10000.0, -2 * pair / static_cast<double>(dims));
    // As exact as 16 bits are.
    if (!(std::abs(numbers[i] - (column < dims / 2 ? std::sin(angle) : std::cos(angle))) < 0.01))
      throw Error("tensor '" + name + "': expected sines and cosines of the positions, found other numbers in row " +
                  std::to_string(i / static_cast<std::size_t>(dims)));
  }
}

/// Su et al. 2021, "RoFormer": BERT that rotates neighbours in place of adding positions.
Architecture describeRoFormer(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("roformer.");
  const EncoderSizes sizes = encoderSizes(c);
  Architecture d = encoderDescription(in, prefix, sizes);
  EmbeddingSpec& e = d.embedding;
  e.width = c.size("embedding_size", sizes.width);
  if (e.width != sizes.width) e.projection = linearPart(prefix + "embeddings_project");
  d.maxPositions = c.size("max_position_embeddings", 1536);
  rotatePositions(c, {.interleaved = true}, d);
  checkTurns(in, prefix + "encoder.embed_positions.weight", d.layers.front().attention.dHead);
  if (c.flag("is_decoder", false))
    for (LayerSpec& layer : d.layers) layer.attention.causal = true;
  d.head = taskHead(in, {bertMaskedHead(sizes, e.width),
                         {OutputHeadKind::SequenceClassification,
                          {{linearPart("classifier.dense"), sizes.width, sizes.activation, {}}},
                          linearPart("classifier.out_proj"),
                          OutputHeadSpec::Pooling::First},
                         {OutputHeadKind::TokenClassification, {}, linearPart("classifier")}});
  if (in.head == OutputHeadKind::CausalLm) d.head.kind = in.head;
  return d;
}

/// Nussbaum et al. 2024, "Nomic Embed": rotation, a gate, no biases.
Architecture describeNomicBert(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix(in.checkpoint.hasPrefix("nomic_bert.") ? "nomic_bert." : "bert.");
  EncoderNames names = fusedNames("attn", "mlp.fc11");
  names.gate = "mlp.fc12";
  if (in.checkpoint.has(prefix + "embeddings.LayerNorm.weight")) names = namesOfRelease5();
  names.attentionBias = names.inBias = names.outBias = false;
  const EncoderSizes sizes = encoderSizes(c, {.activation = Activation::Silu});
  Architecture d = encoderDescription(in, prefix, sizes, names);
  d.maxPositions = c.size("max_position_embeddings", 2048);
  rotatePositions(c, {.theta = 1000}, d);
  d.head = rotaryHead(in, prefix, sizes, bertMaskedHead(sizes, sizes.width, "layer_norm"));
  return d;
}

/// Sturua et al. 2024, "jina-embeddings-v3": XLM-RoBERTa that rotates.
Architecture describeJina3(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("roberta.");
  const EncoderNames names = fusedNames("mixer", "mlp.fc1");
  const EncoderSizes sizes =
      encoderSizes(c, {.width = 1024, .inner = 4096, .layers = 24, .heads = 16, .epsilon = 1e-5});
  Architecture d = encoderDescription(in, prefix, sizes, names);
  if (!c.declares("type_vocab_size")) d.embedding.typeCount = 1;
  d.maxPositions = c.size("max_position_embeddings", 8194);
  rotatePositions(c, {.theta = 20000}, d);
  d.head = robertaHead(in, sizes);
  return d;
}

/// Zhang et al. 2024, "mGTE": rotation and a gate, with norms behind the sublayers.
Architecture describeGte(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix(in.checkpoint.hasPrefix("gte.") ? "gte." : "new.");
  EncoderNames names;
  names.qkv = "attention.qkv_proj";
  names.output = "attention.o_proj";
  names.attentionNorm = "attn_ln";
  names.feedForwardNorm = "mlp_ln";
  names.gateIn = "mlp.up_gate_proj";
  names.out = "mlp.down_proj";
  names.inBias = false;
  const EncoderSizes sizes = encoderSizes(c);
  Architecture d = encoderDescription(in, prefix, sizes, names);
  for (LayerSpec& layer : d.layers) layer.feedForward.gateOrder = FeedForwardSpec::GateOrder::Last;
  if (!c.declares("type_vocab_size")) d.embedding.typeCount = 1;
  d.maxPositions = c.size("max_position_embeddings", 8192);
  rotatePositions(c, {.theta = 160000}, d);
  d.head = rotaryHead(
      in, prefix, sizes,
      {OutputHeadKind::MaskedLm,
       {{linearPart("lm_head.dense"), sizes.width, Activation::Gelu, layerNorm("lm_head.norm", sizes.epsilon)}},
       linearPart("lm_head.decoder")});
  return d;
}

}  // namespace

Family roFormerFamily() { return {"roformer", {"roformer"}, describeRoFormer, {{"rotary_value", {"false"}}}}; }
Family nomicBertFamily() {
  return {"nomic_bert",
          {"nomic_bert"},
          describeNomicBert,
          {{"activation_function", {R"("swiglu")"}},
           {"causal", {"false"}},
           {"dense_seq_output"},
           {"fused_bias_fc"},
           {"fused_dropout_add_ln"},
           {"last_layer_subset"},
           {"max_trained_positions"},
           {"mlp_fc1_bias", {"false"}},
           {"mlp_fc2_bias", {"false"}},
           {"pad_vocab_size_multiple"},
           {"parallel_block", {"false"}},
           {"prenorm", {"false"}},
           {"qkv_proj_bias", {"false"}},
           {"reorder_and_upcast_attn"},
           {"rotary_emb_fraction", {"1.0", "1"}},
           {"rotary_emb_interleaved", {"false"}},
           {"scale_attn_by_inverse_layer_idx", {"false"}},
           {"scale_attn_weights", {"true"}},
           {"head_dim"},
           {"use_rms_norm", {"false"}},
           {"use_xentropy"}},
          {{"n_embd", "hidden_size"},
           {"n_head", "num_attention_heads"},
           {"n_inner", "intermediate_size"},
           {"n_layer", "num_hidden_layers"},
           {"n_positions", "max_position_embeddings"},
           {"layer_norm_epsilon", "layer_norm_eps"},
           {"rotary_emb_base", "rope_theta"}}};
}
Family jina3Family() { return {"jina_embeddings_v3", {"jina_embeddings_v3"}, describeJina3}; }
Family gteFamily() {
  return {"gte",
          {"gte"},
          describeGte,
          {{"layer_norm_type", {R"("layer_norm")"}},
           {"logn_attention_clip1", {"false"}},
           {"logn_attention_scale", {"false"}},
           {"pack_qkv"},
           {"position_embedding_type", {R"("rope")"}},
           {"unpad_inputs"},
           {"use_memory_efficient_attention"}}};
}

}  // namespace headlight
