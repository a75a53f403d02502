#include <memory>
#include <utility>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/bart_layers.h"
#include "core/model/families/gpt_layers.h"
#include "core/model/families/joined_parts.h"
#include "core/model/families/vision_towers.h"

namespace headlight {
namespace {

/// The decoder of TrOCR (Li et al. 2021), in BART's form.
Architecture trocrDescription(const FamilyInput& in) {
  const Config& c = in.config;
  BartSwitches s;
  s.embeddingNorm = c.flag("layernorm_embedding", true);
  s.positions = 512;
  s.waves = s.fairseq = !c.flag("use_learned_position_embeddings", true);
  Architecture d = bartDecoder(in, s, in.stem + "model.");
  d.head.kind = OutputHeadKind::CausalLm;
  d.head.output = linearPart(in.stem + "output_projection", false);
  d.head.tied = c.flag("tie_word_embeddings", true);
  d.head.outputs = d.vocabulary;
  return d;
}

/// How a decoder of images is called, and what describes it.
const Family& captionDecoder(const Config& decoder, PartNames& names) {
  static const Family kTrocr = [] {
    Family family{"trocr", {"trocr"}, trocrDescription, bartUnread(), bartAliases()};
    for (const char* key :
         {"cross_attention_hidden_size", "decoder_start_token_id", "is_decoder", "add_cross_attention"})
      family.unread.push_back({key});
    family.kind = FamilyKind::EncoderDecoder;
    return family;
  }();
  names = {decoder.text("model_type"), "decoder.", OutputHeadKind::CausalLm, trocrDescription};
  if (names.type == "trocr") return kTrocr;
  if (names.type != "gpt2")
    throw Error(decoder.where("model_type") + ": unsupported '" + names.type + "'; supported: gpt2, trocr");
  if (!decoder.flag("add_cross_attention", false))
    throw Error(decoder.where("add_cross_attention") + ": expected true, found false");
  names.describe = gpt2Description;
  return *familyOf(names.type);
}

/// A ViT as encoder and a decoder that looks at it: GPT-2, or that of TrOCR.
Architecture describeVisionEncoderDecoder(const FamilyInput& in) {
  const auto encoder = in.config.object("encoder"), decoder = in.config.object("decoder");
  if (!encoder || !decoder) throw Error(in.config.where(encoder ? "decoder" : "encoder") + " is missing");
  const std::string reads = encoder->text("model_type");
  if (reads != "vit" && reads != "deit")
    throw Error(encoder->where("model_type") + ": unsupported '" + reads + "'; supported: vit, deit");
  std::vector<std::string> leading{"encoder.embeddings.cls_token"};
  if (reads == "deit") leading.push_back("encoder.embeddings.distillation_token");
  Architecture vision = describeLikeVit(in, *encoder, "encoder.", std::move(leading));
  PartNames names;
  const Family& writes = captionDecoder(*decoder, names);
  Architecture d = describePart(writes, in, *decoder, names, {"is_decoder"});
  if (in.checkpoint.has("enc_to_dec_proj.weight")) {
    vision.finalProjection = linearPart("enc_to_dec_proj");
    vision.finalWidth = d.width;
  }
  d.encoder = std::make_shared<const Architecture>(std::move(vision));
  return d;
}

/// Li et al. 2022, "BLIP": a ViT and a decoder in BERT's form.
Architecture describeBlip(const FamilyInput& in) {
  const Config& c = in.config;
  if (in.architecture != "BlipForConditionalGeneration")
    throw Error(c.where("architectures") + ": unsupported '" + in.architecture +
                "'; supported: BlipForConditionalGeneration");
  const auto text = c.object("text_config"), vision = c.object("vision_config");
  if (!text || !vision) throw Error(c.where(text ? "vision_config" : "text_config") + " is missing");
  TowerSwitches tower;
  tower.sizes.activation = Activation::Gelu;
  tower.patch = 16;
  tower.patchBias = true;
  tower.normFirst = false;
  tower.names.qkv = "self_attn.qkv";
  tower.names.output = "self_attn.projection";
  tower.positions = "embeddings.position_embedding";
  const std::string stem = in.prefix("text_decoder.") + "bert.";
  const EncoderSizes sizes = encoderSizes(*text, {.heads = 8});
  Architecture d;
  d.width = sizes.width;
  d.vocabulary = text->size("vocab_size", 30524);
  d.maxPositions = text->size("max_position_embeddings", 512);
  d.padId = -1;
  d.embedding = encoderEmbedding(*text, stem, sizes.width, sizes.epsilon);
  d.embedding.types.clear();
  d.embedding.typeCount = 0;
  for (int i = 0; i < sizes.layers; ++i) {
    const std::string at = stem + "encoder.layer." + std::to_string(i) + ".";
    LayerSpec layer = encoderLayer(*text, sizes, at);
    layer.attention.causal = true;
    AttentionSpec& cross = layer.cross.emplace(layer.attention);
    cross.causal = false;
    const std::string own = at + "crossattention.";
    cross.query = linearPart(own + "self.query");
    cross.key = linearPart(own + "self.key");
    cross.value = linearPart(own + "self.value");
    cross.output = linearPart(own + "output.dense");
    layer.crossNorms.after = layerNorm(own + "output.LayerNorm", sizes.epsilon);
    d.layers.push_back(std::move(layer));
  }
  const std::string head = in.prefix("text_decoder.") + "cls.predictions.";
  d.head.kind = OutputHeadKind::CausalLm;
  d.head.steps = {{linearPart(head + "transform.dense"), sizes.width, sizes.activation,
                   layerNorm(head + "transform.LayerNorm", sizes.epsilon)}};
  d.head.output = {head + "decoder.weight", head + "bias", false};
  d.head.tied = c.flag("tie_word_embeddings", text->flag("tie_word_embeddings", true));
  d.head.outputs = d.vocabulary;
  d.decoderStart = text->integer("bos_token_id", 30522);
  Architecture reads = towerDescription(*vision, in.prefix("vision_model."), tower);
  d.encoder = std::make_shared<const Architecture>(std::move(reads));
  return d;
}

}  // namespace

Family visionEncoderDecoderFamily() {
  return {"vision-encoder-decoder", {"vision-encoder-decoder"}, describeVisionEncoderDecoder, joinedUnread()};
}
Family blipFamily() { return {"blip", {"blip"}, describeBlip, joinedUnread()}; }

}  // namespace headlight
