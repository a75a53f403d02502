#include "core/model/config_keys.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/base/error.h"

namespace headlight {
namespace {

/// Keys that never change what a trained model computes of a text: names, versions, training, how texts are generated.
constexpr std::string_view kHarmless[] = {
    "architectures", "attn_implementation", "auto_map", "bad_words_ids", "begin_suppress_tokens", "bos_token",
    "compression_config", "quantization_config",
    "cache_implementation", "chunk_size_feed_forward", "cross_attention_hidden_size", "custom_pipelines",
    "diversity_penalty", "do_sample", "dtype", "early_stopping", "encoder_no_repeat_ngram_size", "eos_token",
    "exponential_decay_length_penalty", "finetuning_task", "gradient_checkpointing", "id2label", "is_encoder_decoder", "label2id", "language", "length_penalty", "license", "max_length", "max_new_tokens",
    "min_length", "model_max_length", "model_type", "name", "name_or_path", "no_repeat_ngram_size", "num_beam_groups",
    "num_beams", "num_labels", "num_return_sequences", "onnx", "pad_token", "pipeline_tag", "prefix", "problem_type",
    "processor_class", "remove_invalid_values", "repetition_penalty", "return_dict",
    "return_dict_in_generate", "sentence_transformers", "suppress_tokens", "task_specific_params", "temperature",
    "tie_encoder_decoder", "tie_word_embeddings", "tokenizer_class", "top_k", "top_p", "torch_dtype", "torchscript",
    "js_config", "transformers_version", "typical_p", "use_bfloat16", "use_cache", "vocab_size"};
constexpr std::string_view kHarmlessBegins[] = {
    "_", "flash_attn", "init_", "initializer", "output_", "summary_", "unsloth", "use_flash"};
constexpr std::string_view kHarmlessEnds[] = {
    "_drop_rate", "_dropout", "_dropout_prob", "_layerdrop", "_pdrop", "_token_id", "_token_ids", "_token_index",
    "_tokens_ids", "drop_path_rate"};

/// Keys that every family may have, with the values that leave the computation as it is.
constexpr std::pair<std::string_view, std::string_view> kNeutral[] = {
    {"add_cross_attention", "false"},
    {"pruned_heads", "{}"},
    {"position_embedding_type", R"("absolute")"},
    {"is_causal", "true"},
    {"use_bidirectional_attention", "false"}};

bool isHarmless(std::string_view key) {
  const auto begins = [key](std::string_view begin) { return key.starts_with(begin); };
  const auto ends = [key](std::string_view end) { return key.ends_with(end); };
  return std::find(std::begin(kHarmless), std::end(kHarmless), key) != std::end(kHarmless) ||
         std::any_of(std::begin(kHarmlessBegins), std::end(kHarmlessBegins), begins) ||
         std::any_of(std::begin(kHarmlessEnds), std::end(kHarmlessEnds), ends) || key == "dropout" ||
         key == "layerdrop";
}

}  // namespace

std::vector<std::string> remarksOnUnread(const Config& config, const Family& family) {
  std::vector<std::string> remarks;
  for (const auto& [key, value] : config.unread()) {
    const std::string name = key.substr(key.rfind('.') + 1);
    const auto& rules = family.unread;
    const auto own =
        std::find_if(rules.begin(), rules.end(), [&name](const UnreadKey& each) { return each.key == name; });
    if (own != rules.end()) {
      if (own->computed.empty() ||
          std::find(own->computed.begin(), own->computed.end(), value) != own->computed.end())
        continue;
      throw Error(config.where(key) + ": expected " + std::string(own->computed.front()) + ", found " + value +
                  ", which is unsupported");
    }
    const std::pair<std::string_view, std::string_view> known{name, value};
    if (name == "is_decoder") {
      // Decoders are causal whatever it says; an encoder that does not ask for it is never.
      if (family.kind != FamilyKind::Encoder || value == "false") continue;
      throw Error(config.where(key) + ": expected false, found " + value + ", which is unsupported");
    }
    if (isHarmless(name) || std::find(std::begin(kNeutral), std::end(kNeutral), known) != std::end(kNeutral)) continue;
    remarks.push_back("config.json says '" + key + "': " + value + ", which Headlight does not know for " +
                      std::string(family.name) + " models and leaves aside.");
  }
  return remarks;
}

}  // namespace headlight
