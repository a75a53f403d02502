#include "core/model/families/joined_parts.h"

#include <utility>

#include "core/base/error.h"
#include "core/model/config_keys.h"

namespace headlight {

std::string firstPrefix(const FamilyInput& in, std::initializer_list<std::string> prefixes) {
  for (const std::string& prefix : prefixes)
    if (in.checkpoint.hasPrefix(prefix)) return prefix;
  return *(prefixes.end() - 1);
}

namespace {

/// Has every key of `config` count as read, which a copy of it has judged.
void markRead(const Config& config) {
  for (const Config::Unread& key : config.unread()) {
    const auto dot = key.key.find('.');
    if (dot == std::string::npos)
      config.declares(key.key);
    else if (const auto inner = config.object(key.key.substr(0, dot)))
      markRead(*inner);
  }
}

}  // namespace

Architecture describePart(const Family& family, const FamilyInput& in, const Config& part, const PartNames& names,
                          std::initializer_list<std::string_view> known) {
  const Config config = part.renamed(family.aliases);
  for (const std::string_view key : known) config.declares(key);
  FamilyInput inner{config, in.checkpoint, names.type, names.head, in.architecture, names.stem};
  Architecture d = names.describe ? names.describe(inner) : family.describe(inner);
  for (std::string& remark : remarksOnUnread(config, family)) d.remarks.push_back(std::move(remark));
  markRead(part);
  return d;
}

Architecture textPart(const FamilyInput& in, const std::string& stem, const std::string& defaultType,
                      std::initializer_list<std::string_view> known) {
  const auto nested = in.config.object("text_config");
  if (!nested) throw Error(in.config.where("text_config") + " is missing");
  const std::string type = nested->text("model_type", defaultType);
  const Family* family = familyOf(type);
  if (!family || family->kind == FamilyKind::VisionText || family->kind == FamilyKind::Vision ||
      family->kind == FamilyKind::Speech || family->kind == FamilyKind::EncoderDecoder)
    throw Error(nested->where("model_type") + ": unsupported text part '" + type + "'");
  Architecture d = describePart(*family, in, *nested, {type, stem, in.head}, known);
  if (!d.layers.front().attention.causal || d.encoder || d.tower)
    throw Error(nested->where("model_type") + ": expected a decoder as text part, found '" + type + "'");
  return d;
}

std::int64_t imageIdOf(const Config& c, std::int64_t otherwise) {
  const std::int64_t newer = c.integer("image_token_id", -1);
  return newer >= 0 ? newer : c.integer("image_token_index", otherwise);
}

std::vector<UnreadKey> joinedUnread() {
  return {{"image_seq_length"},
          {"projection_dim"},
          {"vision_aspect_ratio"},
          {"video_token_index"},
          {"image_grid_pinpoints"},
          {"layer_types"},
          {"max_window_layers"},
          {"use_sliding_window"},
          {"num_image_tokens"},
          {"hidden_size"},
          {"vocab_size"},
          {"use_image_newline_parameter"},
          {"ignore_index"},
          {"boi_token_index"},
          {"eoi_token_index"},
          {"use_cache"},
          {"pretraining_tp"},
          {"sliding_window"},
          {"attention_dropout"},
          {"vision_use_head"},
          {"use_bidirectional_attention"},
          {"hidden_activation"},
          {"hidden_act"},
          {"logit_scale_init_value"},
          {"initializer_factor"},
          {"initializer_range"},
          {"rope_interleaved"},
          {"is_llama_config"},
          {"perceiver_config"},
          {"qk_layer_norms", {"false"}},
          {"use_resampler", {"false"}},
          {"in_channels", {"3"}},
          {"in_chans", {"3"}},
          {"spatial_patch_size"},
          {"tokens_per_second"},
          {"rope_parameters"},
          {"rope_scaling"},
          {"rope_theta"},
          {"attention_bias"},
          {"image_text_hidden_size"},
          {"label_smoothing"},
          {"encoder_hidden_size"},
          {"embed_dim"},
          {"n_ctx"},
          {"reorder_and_upcast_attn"},
          {"predict_special_tokens"},
          {"encoder_stride"},
          {"pooler_act"},
          {"pooler_output_size"},
          {"use_flash_attn"},
          {"freeze_text_layers"},
          {"freeze_vision_layers"},
          {"freeze_lm_head"},
          {"additional_vocab_size", {"0"}},
          {"mlp_bias"},
          {"tie_word_embeddings"},
          {"max_image_size"},
          {"size"},
          {"vision_start_token_id"},
          {"vision_end_token_id"},
          {"use_base_siglip"},
          {"head_dim"},
          {"use_token_compression"}};
}

}  // namespace headlight
