#include "core/model/families/bart_layers.h"

#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/model/families/expert_layers.h"

namespace headlight {
namespace {

constexpr double kBartEpsilon = 1e-5;

/// One of the two stacks, as config.json and the tensors' names call it.
struct Side {
  std::string_view layers, heads, inner, sparseStep;
  std::string name;  ///< "encoder."
};

const Side kEncoder{"encoder_layers", "encoder_attention_heads", "encoder_ffn_dim", "encoder_sparse_step", "encoder."};
const Side kDecoder{"decoder_layers", "decoder_attention_heads", "decoder_ffn_dim", "decoder_sparse_step", "decoder."};

AttentionSpec attentionOf(const Config& c, const Side& side, Index width, const std::string& at) {
  AttentionSpec a;
  a.heads = a.kvHeads = headCount(c, side.heads, 16);
  a.dHead = dividedBy(c, width, a.heads, side.heads);
  a.scale = 1 / std::sqrt(static_cast<float>(a.dHead));
  a.query = linearPart(at + "q_proj");
  a.key = linearPart(at + "k_proj");
  a.value = linearPart(at + "v_proj");
  a.output = linearPart(at + "out_proj");
  return a;
}

/// The two experts of a token in place of the network of `layer` (Costa-jussà et al. 2022, "NLLB-200"). What they give
/// is as large as it was in the training, where some of it was dropped.
void addExperts(const FamilyInput& in, const std::string& at, LayerSpec& layer) {
  const Config& c = in.config;
  ExpertsSpec part = expertsLike(in, at, std::exchange(layer.feedForward, {}), c.size("num_experts", 128));
  part.rule.chosen = 2;
  part.rule.renormalised = true;
  part.rule.least = std::numeric_limits<float>::epsilon();
  const double dropout = c.number("moe_token_dropout", 0.2);
  if (!(dropout >= 0 && dropout < 1))
    throw Error(c.where("moe_token_dropout") + ": expected a number from 0 to below 1, found " +
                std::to_string(dropout));
  for (FeedForwardSpec& expert : part.experts) expert.output.scale = static_cast<float>(1 - dropout);
  layer.experts = std::move(part);
}

Architecture stackOf(const FamilyInput& in, const BartSwitches& s, const Side& side, const std::string& base) {
  const Config& c = in.config;
  const std::string prefix = base + side.name;
  const auto normsOf = [&](const std::string& name) {
    NormsSpec norms;
    (s.normBefore ? norms.before : norms.after) = layerNorm(name, kBartEpsilon);
    return norms;
  };
  Architecture d;
  d.width = c.size("d_model", 1024);
  const bool decoder = &side == &kDecoder;
  if (s.ownVocabularies)
    d.vocabulary = c.size(decoder ? "tgt_vocab_size" : "src_vocab_size");
  else
    d.vocabulary = c.size(decoder && c.has("decoder_vocab_size") ? "decoder_vocab_size" : "vocab_size");
  d.maxPositions = c.size("max_position_embeddings", s.positions);
  d.padId = c.integer("pad_token_id", s.padId);
  EmbeddingSpec& e = d.embedding;
  e.tokens = !s.ownVocabularies && c.flag("share_encoder_decoder_embeddings", true) ? in.tableOf(base, side.name)
                                                                                    : prefix + "embed_tokens.weight";
  e.width = d.width;
  if (c.flag("scale_embedding", s.scaled)) e.scale = std::sqrt(static_cast<float>(d.width));
  e.positions = PositionsSpec{};
  // Sines that a file has kept are read as it has them.
  if (const std::string kept = prefix + "embed_positions.weight"; !s.waves || (!s.fairseq && in.checkpoint.has(kept))) {
    e.positions->table = kept;
    e.positions->offset = s.offset;
    e.positions->rows = d.maxPositions + e.positions->offset;
  }
  if (s.fairseq) {
    e.positions->waves = PositionsSpec::Waves::Fairseq;
    e.positions->counting = PositionsSpec::Counting::SkipPaddingId;
    e.positions->offset = d.padId + 1;
  }
  e.normBeforePositions = decoder && s.decoderNormFirst;
  if (s.embeddingNorm) e.norm = layerNorm(prefix + "layernorm_embedding", kBartEpsilon);
  const int layers = layerCount(c, side.layers, 12);
  const std::int64_t sparseStep = s.experts ? c.integer(side.sparseStep, 4) : 0;
  for (int i = 0; i < layers; ++i) {
    const std::string at = prefix + "layers." + std::to_string(i) + ".";
    LayerSpec layer;
    layer.attention = attentionOf(c, side, d.width, at + "self_attn.");
    layer.attentionNorms = normsOf(at + "self_attn_layer_norm");
    layer.feedForward.inner = c.size(side.inner, 4096);
    layer.feedForward.activation = activationOf(c.text("activation_function", "gelu"), c.where("activation_function"));
    const std::string network = at + (s.experts ? "ffn." : "");
    layer.feedForward.in = linearPart(network + "fc1");
    layer.feedForward.output = linearPart(network + "fc2");
    layer.feedForwardNorms = normsOf(at + std::string(s.networkNorm));
    if (sparseStep > 0 && (i + 1) % sparseStep == 0) addExperts(in, network, layer);
    d.layers.push_back(std::move(layer));
  }
  if (s.normBefore) d.finalNorm = layerNorm(prefix + "layer_norm", kBartEpsilon);
  return d;
}

}  // namespace

std::vector<UnreadKey> bartUnread() {
  return {{"normalize_embedding"}, {"add_final_layer_norm"}, {"add_bias_logits"}, {"normalize_before"},
          {"extra_pos_embeddings"}, {"static_position_embeddings"}, {"force_bos_token_to_be_generated"}, {"save_step"}};
}

std::vector<std::pair<std::string_view, std::string_view>> bartAliases() {
  return {{"hidden_size", "d_model"},
          {"num_attention_heads", "encoder_attention_heads"},
          {"num_hidden_layers", "encoder_layers"}};
}

Architecture bartDecoder(const FamilyInput& in, const BartSwitches& s, const std::string& base) {
  Architecture d = stackOf(in, s, kDecoder, base);
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    LayerSpec& layer = d.layers[i];
    const std::string at = base + "decoder.layers." + std::to_string(i) + "." + std::string(s.cross);
    layer.attention.causal = true;
    layer.cross = attentionOf(in.config, kDecoder, d.width, at + ".");
    (s.normBefore ? layer.crossNorms.before : layer.crossNorms.after) = layerNorm(at + "_layer_norm", kBartEpsilon);
  }
  return d;
}

Architecture bartDescription(const FamilyInput& in, const BartSwitches& s) {
  const Config& c = in.config;
  const std::string base = in.prefix("model.");
  Architecture d = bartDecoder(in, s, base);
  d.encoder = std::make_shared<const Architecture>(stackOf(in, s, kEncoder, base));
  addTranslatorHead(in, c.flag("tie_word_embeddings", true), base + "shared.weight", d);
  if (s.ownVocabularies && d.head.kind == OutputHeadKind::CausalLm)
    d.head.output = linearPart(base + "decoder.output_projection", false);
  if (d.head.kind == OutputHeadKind::CausalLm && in.checkpoint.has("final_logits_bias"))
    d.head.output.bias = "final_logits_bias";
  return d;
}

}  // namespace headlight
