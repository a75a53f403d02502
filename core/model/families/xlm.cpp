#include <cmath>

#include "core/model/families/all.h"

namespace headlight {
namespace {

LayerSpec xlmLayer(const Config& c, const std::string& prefix, const std::string& number, Index width, double epsilon) {
  LayerSpec layer;
  AttentionSpec& a = layer.attention;
  const std::string at = prefix + "attentions." + number + ".", feed = prefix + "ffns." + number + ".";
  a.heads = a.kvHeads = headCount(c, "n_heads", 16);
  a.dHead = dividedBy(c, width, a.heads, "n_heads");
  a.scale = 1 / std::sqrt(static_cast<float>(a.dHead));
  a.causal = c.flag("causal", false);
  a.query = linearPart(at + "q_lin");
  a.key = linearPart(at + "k_lin");
  a.value = linearPart(at + "v_lin");
  a.output = linearPart(at + "out_lin");
  const bool before = c.flag("pre_norm", false);
  const NormSpec first = layerNorm(prefix + "layer_norm1." + number, epsilon),
                 second = layerNorm(prefix + "layer_norm2." + number, epsilon);
  (before ? layer.attentionNorms.before : layer.attentionNorms.after) = first;
  (before ? layer.feedForwardNorms.before : layer.feedForwardNorms.after) = second;
  layer.feedForward.inner = 4 * width;
  layer.feedForward.activation = c.flag("gelu_activation", true) ? Activation::Gelu : Activation::Relu;
  layer.feedForward.in = linearPart(feed + "lin1");
  layer.feedForward.output = linearPart(feed + "lin2");
  return layer;
}

/// Conneau and Lample 2019, "XLM", and FlauBERT (Le et al. 2020): BERT's layers under other names. Embeddings of
/// languages are not added, since a text does not say in which it is.
Architecture describeXlm(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("transformer.");
  const double epsilon = epsilonOf(c, "layer_norm_eps", 1e-12);
  Architecture d;
  d.width = c.size("emb_dim", 2048);
  d.vocabulary = in.vocabulary();
  d.maxPositions = c.size("max_position_embeddings", 512);
  d.padId = padIdOf(c, 2);
  d.embedding.tokens = prefix + "embeddings.weight";
  d.embedding.width = d.width;
  d.embedding.positions = PositionsSpec{};
  d.embedding.positions->table = prefix + "position_embeddings.weight";
  d.embedding.positions->rows = d.maxPositions;
  d.embedding.norm = layerNorm(prefix + "layer_norm_emb", epsilon);
  const int layers = layerCount(c, "n_layers", 12);
  for (int i = 0; i < layers; ++i) d.layers.push_back(xlmLayer(c, prefix, std::to_string(i), d.width, epsilon));
  d.head = taskHead(
      in, {{OutputHeadKind::MaskedLm, {}, linearPart("pred_layer.proj"), OutputHeadSpec::Pooling::EachToken, true},
           {OutputHeadKind::TokenClassification, {}, linearPart("classifier")}});
  if (d.head.kind == OutputHeadKind::MaskedLm) d.head.outputs = d.vocabulary;
  if (d.head.kind == OutputHeadKind::None && in.head != OutputHeadKind::None)
    d.remarks.push_back("The head of " + in.architecture + " is not computed.");
  if (d.head.kind == OutputHeadKind::MaskedLm && c.flag("causal", false)) d.head.kind = OutputHeadKind::CausalLm;
  return d;
}

const std::vector<UnreadKey> kXlmUnread{{"asm", {"false"}},
                                        {"bos_index"},
                                        {"embed_init_std"},
                                        {"end_n_top"},
                                        {"eos_index"},
                                        {"is_encoder", {"true"}},
                                        {"lang2id"},
                                        {"id2lang"},
                                        {"lang_id"},
                                        {"mask_index"},
                                        {"max_vocab"},
                                        {"min_count"},
                                        {"n_langs"},
                                        {"same_enc_dec"},
                                        {"share_inout_emb", {"true"}},
                                        {"sinusoidal_embeddings"},
                                        {"start_n_top"},
                                        {"unk_index"},
                                        {"use_lang_emb"}};
const std::vector<std::pair<std::string_view, std::string_view>> kXlmAliases{{"hidden_size", "emb_dim"},
                                                                             {"num_attention_heads", "n_heads"},
                                                                             {"num_hidden_layers", "n_layers"},
                                                                             {"n_words", "vocab_size"},
                                                                             {"pad_index", "pad_token_id"}};

}  // namespace

Family xlmFamily() { return {"xlm", {"xlm"}, describeXlm, kXlmUnread, kXlmAliases}; }
Family flaubertFamily() { return {"flaubert", {"flaubert"}, describeXlm, kXlmUnread, kXlmAliases}; }

}  // namespace headlight
