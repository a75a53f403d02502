#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/bart_layers.h"
#include "core/model/families/vision_towers.h"

namespace headlight {
namespace {

/// What lies before and behind a frame: samples from one to the next, and those that convolutions make one of.
void measureFrames(SoundSpec& part) {
  part.hop = part.reach = 1;
  part.before = 0;
  for (const ConvolutionSpec& step : part.convolutions) {
    part.before += step.padding * part.hop;
    part.reach += (step.kernel - 1) * part.hop;
    part.hop *= step.stride;
  }
}

/// Radford et al. 2022, "Whisper": BART's layers with norms before, the encoder over a spectrogram.
Architecture describeWhisper(const FamilyInput& in) {
  const Config& c = in.config;
  BartSwitches switches;
  switches.normBefore = true;
  switches.offset = 0;
  switches.positions = 448;
  switches.padId = 50256;
  Architecture d = bartDescription(in, switches);
  d.padId = -1;
  auto encoder = std::make_shared<Architecture>(*d.encoder);
  EmbeddingSpec& e = encoder->embedding;
  const std::string at = in.prefix("model.") + "encoder.";
  e.tokens.clear();
  e.scale = 1;
  encoder->padId = -1;
  encoder->vocabulary = 0;
  encoder->maxPositions = e.positions->rows = c.size("max_source_positions", 1500);
  SoundSpec sound;
  sound.channels = c.size("num_mel_bins", 80);
  sound.convolutions = {
      {.map = linearPart(at + "conv1"), .in = sound.channels, .out = d.width, .kernel = 3, .padding = 1},
      {.map = linearPart(at + "conv2"), .in = d.width, .out = d.width, .kernel = 3, .stride = 2, .padding = 1}};
  measureFrames(sound);
  sound.length = encoder->maxPositions * sound.hop;
  e.sound = std::move(sound);
  for (LayerSpec& layer : encoder->layers) layer.attention.key.bias.clear();
  for (LayerSpec& layer : d.layers)
    for (AttentionSpec* attention : {&layer.attention, &*layer.cross}) attention->key.bias.clear();
  d.encoder = std::move(encoder);
  if (d.head.kind == OutputHeadKind::CausalLm) d.head.output = linearPart("proj_out", false);
  return d;
}

std::vector<Index> sizesIn(const Config& c, std::string_view key, const std::vector<Index>& otherwise) {
  const auto found = c.integers(key);
  if (found.empty()) return otherwise;
  std::vector<Index> out;
  for (const std::int64_t size : found) {
    if (size < 1 || size > 65536)
      throw Error(c.where(key) + ": expected numbers from 1 to 65536, found " + std::to_string(size));
    out.push_back(static_cast<Index>(size));
  }
  return out;
}

/// The convolutions from a waveform to frames.
SoundSpec waveFrames(const FamilyInput& in, const std::string& prefix, double epsilon) {
  const Config& c = in.config;
  SoundSpec sound;
  const auto widths = sizesIn(c, "conv_dim", std::vector<Index>(7, 512));
  const auto kernels = sizesIn(c, "conv_kernel", {10, 3, 3, 3, 3, 2, 2});
  const auto strides = sizesIn(c, "conv_stride", {5, 2, 2, 2, 2, 2, 2});
  if (widths.size() != kernels.size() || widths.size() != strides.size())
    throw Error(c.where("conv_kernel") + ": expected as many numbers as conv_dim and conv_stride have");
  const std::string norm = c.text("feat_extract_norm", "group");
  if (norm != "group" && norm != "layer")
    throw Error(c.where("feat_extract_norm") + ": unsupported '" + norm + "'; supported: group, layer");
  const Activation activation =
      activationOf(c.text("feat_extract_activation", "gelu"), c.where("feat_extract_activation"));
  const bool bias = c.flag("conv_bias", false);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const std::string at = prefix + "feature_extractor.conv_layers." + std::to_string(i) + ".";
    ConvolutionSpec step{.map = linearPart(at + "conv", bias),
                         .in = i == 0 ? 1 : widths[i - 1],
                         .out = widths[i],
                         .kernel = kernels[i],
                         .stride = strides[i],
                         .activation = activation};
    step.normOverTime = norm == "group";
    if (norm == "layer" || i == 0) step.norm = layerNorm(at + "layer_norm", 1e-5);
    sound.convolutions.push_back(std::move(step));
  }
  measureFrames(sound);
  if (c.flag("feat_proj_layer_norm", true)) sound.norm = layerNorm(prefix + "feature_projection.layer_norm", epsilon);
  sound.projection = linearPart(prefix + "feature_projection.projection");
  return sound;
}

/// Baevski et al. 2020, "wav2vec 2.0", and Hsu et al. 2021, "HuBERT".
Architecture describeWav2Vec2(const FamilyInput& in, const std::string& name) {
  const Config& c = in.config;
  const std::string prefix = in.prefix(name + ".");
  EncoderSizes sizes = encoderSizes(c, {.epsilon = 1e-5});
  const bool stable = c.flag("do_stable_layer_norm", false);
  EncoderNames names{"attention.q_proj",          "attention.k_proj", "attention.v_proj",
                     "attention.out_proj",        "layer_norm",       "feed_forward.intermediate_dense",
                     "feed_forward.output_dense", "final_layer_norm"};
  Architecture d;
  d.width = sizes.width;
  d.embedding.width = sizes.width;
  d.embedding.sound = waveFrames(in, prefix, sizes.epsilon);
  const std::string at = prefix + "encoder.pos_conv_embed.conv.";
  const bool newer = in.checkpoint.has(at + "parametrizations.weight.original0");
  PlaceConvolutionSpec& place = d.embedding.sound->place.emplace();
  place.size = at + (newer ? "parametrizations.weight.original0" : "weight_g");
  place.direction = at + (newer ? "parametrizations.weight.original1" : "weight_v");
  place.bias = at + "bias";
  place.kernel = c.size("num_conv_pos_embeddings", 128);
  place.groups = c.size("num_conv_pos_embedding_groups", 16);
  place.activation = d.embedding.sound->convolutions.front().activation;
  dividedBy(c, d.width, place.groups, "num_conv_pos_embedding_groups");
  for (int i = 0; i < sizes.layers; ++i) {
    LayerSpec layer = encoderLayer(c, sizes, prefix + "encoder.layers." + std::to_string(i) + ".", names);
    if (stable) normBefore(layer);
    d.layers.push_back(std::move(layer));
  }
  // Before the layers, or behind them.
  d.finalInHiddenStates = false;
  (stable ? d.finalNorm : d.embedding.norm) = layerNorm(prefix + "encoder.layer_norm", sizes.epsilon);
  if (in.architecture.ends_with("ForCTC")) {
    d.head = taskHead(in, {{OutputHeadKind::TokenClassification, {}, linearPart("lm_head")}});
  } else if (in.head != OutputHeadKind::None) {
    d.remarks.push_back("The head of " + in.architecture + " is not computed.");
  }
  return d;
}

/// Gong et al. 2021, "AST": DeiT's layers over a spectrogram whose patches overlap.
Architecture describeAst(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("audio_spectrogram_transformer.");
  const EncoderSizes sizes = encoderSizes(c);
  PatchesSpec patches;
  patches.channels = 1;
  patches.height = c.size("num_mel_bins", 128);
  patches.width = c.size("max_length", 1024);
  patches.patchHeight = patches.patchWidth = c.size("patch_size", 16);
  patches.strideHeight = c.size("frequency_stride", 10);
  patches.strideWidth = c.size("time_stride", 10);
  if (patches.patches() < 1)
    throw Error(c.where("patch_size") + ": expected at most the size of the spectrogram, found a larger patch");
  patches.map = linearPart(prefix + "embeddings.patch_embeddings.projection");
  patches.leading = {prefix + "embeddings.cls_token", prefix + "embeddings.distillation_token"};
  Architecture d;
  d.width = sizes.width;
  d.embedding.width = sizes.width;
  d.embedding.positions = PositionsSpec{};
  d.embedding.positions->table = prefix + "embeddings.position_embeddings";
  d.embedding.positions->rows = patches.leadingTokens() + patches.patches();
  d.maxPositions = d.embedding.positions->rows;
  d.embedding.patches = std::move(patches);
  addVitLayers(in, c, prefix, sizes, d);
  if (in.architecture.ends_with("ForAudioClassification")) {
    d.head = taskHead(in, {{OutputHeadKind::SequenceClassification,
                            {},
                            linearPart("classifier.dense"),
                            OutputHeadSpec::Pooling::FirstTwo}});
    d.head.norm = layerNorm("classifier.layernorm", sizes.epsilon);
  }
  return d;
}

/// `keys`, and those of masked training and of the width of a classifier, which both kinds of encoder have.
std::vector<UnreadKey> withTraining(std::vector<UnreadKey> keys) {
  for (const char* key : {"apply_spec_augment", "classifier_proj_size", "mask_feature_length", "mask_feature_min_masks",
                          "mask_feature_prob", "mask_time_length", "mask_time_min_masks", "mask_time_prob"})
    keys.push_back({key});
  return keys;
}

const std::vector<UnreadKey> kWave = withTraining({{"activation_dropout"},
                                                   {"adapter_attn_dim", {"null"}},
                                                   {"adapter_kernel_size"},
                                                   {"adapter_stride"},
                                                   {"add_adapter", {"false"}},
                                                   {"codevector_dim"},
                                                   {"contrastive_logits_temperature"},
                                                   {"ctc_loss_reduction"},
                                                   {"ctc_zero_infinity"},
                                                   {"diversity_loss_weight"},
                                                   {"num_adapter_layers"},
                                                   {"num_codevector_groups"},
                                                   {"num_codevectors_per_group"},
                                                   {"num_feat_extract_layers"},
                                                   {"num_negatives"},
                                                   {"output_hidden_size"},
                                                   {"proj_codevector_dim"},
                                                   {"tdnn_dilation"},
                                                   {"tdnn_dim"},
                                                   {"tdnn_kernel"},
                                                   {"use_weighted_layer_sum", {"false"}},
                                                   {"xvector_output_dim"},
                                                   {"conv_pos_batch_norm", {"false"}},
                                                   {"mask_channel_length"},
                                                   {"mask_channel_prob"},
                                                   {"tokenizer_class"},
                                                   {"num_ctc_classes"},
                                                   {"feat_quantizer_dropout"}});

}  // namespace

Family whisperFamily() {
  return {"whisper",
          {"whisper"},
          describeWhisper,
          withTraining({{"median_filter_width"},
                        {"use_weighted_layer_sum"},
                        {"num_hidden_layers"},
                        {"max_length"},
                        {"forced_decoder_ids"},
                        {"begin_suppress_tokens"}}),
          {{"max_target_positions", "max_position_embeddings"}, {"num_hidden_layers", "encoder_layers"}}};
}
Family wav2vec2Family() {
  return {"wav2vec2", {"wav2vec2"}, [](const FamilyInput& in) { return describeWav2Vec2(in, "wav2vec2"); }, kWave};
}
Family hubertFamily() {
  return {"hubert", {"hubert"}, [](const FamilyInput& in) { return describeWav2Vec2(in, "hubert"); }, kWave};
}
Family astFamily() { return {"ast", {"audio-spectrogram-transformer"}, describeAst, {}}; }

}  // namespace headlight
