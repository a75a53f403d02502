#include <cmath>
#include <set>
#include <sstream>

#include "core/base/error.h"
#include "core/base/plain_text.h"
#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

const EncoderNames kNames{"attention.self.query_proj", "attention.self.key_proj", "attention.self.value_proj"};

/// The terms of pos_att_type, a list or one text with bars ("c2p|p2c"). Scores are divided by how many there are, so
/// that one which is not known is refused.
std::set<std::string> positionTerms(const Config& c) {
  std::set<std::string> terms;
  const auto add = [&](const std::string& term) {
    if (term != "c2p" && term != "p2c")
      throw Error(c.where("pos_att_type") + ": unsupported '" + term + "'; supported: c2p, p2c");
    terms.insert(term);
  };
  if (!c.has("pos_att_type")) return terms;
  if (!c.isText("pos_att_type")) {
    for (const std::string& term : c.texts("pos_att_type")) add(term);
    return terms;
  }
  std::istringstream text(lowerAscii(c.text("pos_att_type"), " ") + "|");
  for (std::string term; std::getline(text, term, '|');) add(term);
  return terms;
}

/// Scores with three terms, and the names of their maps of the relative embeddings.
void disentangle(const Config& c, const std::string& prefix, const EncoderSizes& sizes, bool first, Architecture& d) {
  DisentangledSpec part;
  part.table = prefix + "encoder.rel_embeddings.weight";
  const std::int64_t longest = c.integer("max_relative_positions", -1);
  const std::int64_t buckets = first ? -1 : c.integer("position_buckets", -1);
  part.maxDistance = longest < 1 ? c.size("max_position_embeddings", 512) : c.size("max_relative_positions");
  part.buckets = buckets < 1 ? 0 : c.size("position_buckets");
  part.span = part.buckets > 0 ? part.buckets : part.maxDistance;
  const std::set<std::string> terms = positionTerms(c);
  part.contentToPosition = terms.contains("c2p");
  part.positionToContent = terms.contains("p2c");
  if (!first && c.text("norm_rel_ebd", "none").find("layer_norm") != std::string::npos)
    part.norm = layerNorm(prefix + "encoder.LayerNorm", sizes.epsilon);
  d.disentangled = part;
  const bool shared = !first && c.flag("share_att_key", false);
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    AttentionSpec& a = d.layers[i].attention;
    const std::string at = prefix + "encoder.layer." + std::to_string(i) + ".attention.self.";
    if (first) {
      if (part.contentToPosition) a.positionKey = linearPart(at + "pos_proj", false);
      if (part.positionToContent) a.positionQuery = linearPart(at + "pos_q_proj");
      continue;
    }
    if (part.contentToPosition) a.positionKey = shared ? a.key : linearPart(at + "pos_key_proj");
    if (part.positionToContent) a.positionQuery = shared ? a.query : linearPart(at + "pos_query_proj");
  }
}

OutputHeadSpec debertaHead(const FamilyInput& in, const EncoderSizes& sizes) {
  const Config& c = in.config;
  const bool legacy = c.flag("legacy", true);
  const std::string lm = legacy ? "cls.predictions." : "lm_predictions.lm_head.";
  const std::string transform = legacy ? lm + "transform." : lm;
  HeadStep pooled{linearPart("pooler.dense"), sizes.width, Activation::Gelu, {}};
  if (in.head == OutputHeadKind::SequenceClassification) {
    pooled.width = c.size("pooler_hidden_size", sizes.width);
    pooled.activation = activationOf(c.text("pooler_hidden_act", "gelu"), c.where("pooler_hidden_act"));
  }
  return taskHead(
      in, {{OutputHeadKind::MaskedLm,
            {{linearPart(transform + "dense"), sizes.width, sizes.activation,
              layerNorm(transform + "LayerNorm", sizes.epsilon)}},
            {lm + "decoder.weight", lm + "bias", false}},
           {OutputHeadKind::SequenceClassification, {pooled}, linearPart("classifier"), OutputHeadSpec::Pooling::First},
           {OutputHeadKind::TokenClassification, {}, linearPart("classifier")}});
}

/// The first version has one tensor for queries, keys and values of each head, and none of keys' biases.
void fuseQkv(const std::string& prefix, Architecture& d) {
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    AttentionSpec& a = d.layers[i].attention;
    const std::string at = prefix + "encoder.layer." + std::to_string(i) + ".attention.self.";
    a.query = a.key = a.value = {};
    a.layout = QkvLayout::Groups;
    a.qkv = linearPart(at + "in_proj", false);
    a.queryBias = at + "q_bias";
    a.valueBias = at + "v_bias";
  }
}

/// He et al. 2021, "DeBERTa", in its three versions.
Architecture describeDeberta(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("deberta.");
  const bool first = in.modelType == "deberta";
  EncoderSizes usual{.width = 1536, .inner = 6144, .layers = 24, .heads = 24, .epsilon = 1e-7};
  if (first) usual = {.epsilon = 1e-7};
  const EncoderSizes sizes = encoderSizes(c, usual);
  Architecture d = encoderDescription(in, prefix, sizes, kNames);
  EmbeddingSpec& e = d.embedding;
  e.width = c.size("embedding_size", sizes.width);
  if (e.width != sizes.width) {
    e.projection = linearPart(prefix + "embeddings.embed_proj", false);
    e.projectionPlace = EmbeddingSpec::ProjectionPlace::BeforeNorm;
  }
  if (!c.has("type_vocab_size")) e.types.clear();
  if (!c.flag("position_biased_input", true)) e.positions.reset();
  if (first) fuseQkv(prefix, d);
  // The terms that are named count, whether they are computed or not.
  const int terms = 1 + static_cast<int>(positionTerms(c).size());
  for (LayerSpec& layer : d.layers)
    layer.attention.scale = 1 / std::sqrt(static_cast<float>(layer.attention.dHead) * static_cast<float>(terms));
  if (c.flag("relative_attention", false)) disentangle(c, prefix, sizes, first, d);
  d.head = debertaHead(in, sizes);
  return d;
}

}  // namespace

Family debertaFamily() {
  return {"deberta-v2",
          {"deberta-v2", "deberta"},
          describeDeberta,
          {{"conv_kernel_size", {"0"}},
           {"talking_head", {"false"}},
           {"conv_act"},
           {"conv_groups"},
           {"attention_head_size"},
           {"pooler_hidden_act"},
           {"pooler_hidden_size"},
           {"max_relative_positions"},
           {"position_buckets"},
           {"norm_rel_ebd"},
           {"share_att_key"},
           {"pos_att_type"}}};
}

}  // namespace headlight
