#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/model/gguf/gguf_architecture.h"

namespace headlight {
namespace {

using nlohmann::json;

/// The numbers of a head; those of keys and values have to be equal, but where there is a latent form.
std::int64_t headWidth(const GgufFacts& f, std::int64_t width, std::int64_t heads) {
  if (heads < 1) throw Error(f.where("attention.head_count") + ": expected at least 1, found " + std::to_string(heads));
  const bool said = f.has("attention.key_length");
  const std::int64_t keys = said ? f.integer("attention.key_length") : width / heads;
  if (!said && width % heads != 0)
    throw Error(f.where("attention.head_count") + ": " + std::to_string(heads) + " heads do not divide the width " +
                std::to_string(width));
  const std::int64_t values = f.integer("attention.value_length", keys);
  if (values != keys && !f.has("attention.kv_lora_rank"))
    throw Error(f.where("attention.value_length") + ": expected " + std::to_string(keys) +
                ", as attention.key_length has it, found " + std::to_string(values));
  return keys;
}

/// How the rotation is stretched, as config.json's rope_scaling; null for not at all.
json scalingOf(const GgufFacts& f) {
  const std::vector<double> divisors = f.numbersOf("rope_freqs.weight");
  const std::vector<double> nearby = f.numbersOf("rope_factors_short.weight"),
                            far = f.numbersOf("rope_factors_long.weight");
  if (!divisors.empty())
    return {{"rope_type", "longrope"}, {"factor", 1}, {"attention_factor", 1}, {"short_factor", divisors},
            {"long_factor", divisors}};
  std::string type = f.text("rope.scaling.type", f.has("rope.scale_linear") ? "linear" : "none");
  if (!nearby.empty()) type = "longrope";
  const double original = f.number("rope.scaling.original_context_length", 0);
  const double size = f.number("rope.scaling.attn_factor", 1);
  const double factor = f.number("rope.scaling.factor", f.number("rope.scale_linear", 1));
  json scaling = {{"rope_type", type}};
  if (type == "none" || (type == "linear" && factor == 1)) return nullptr;
  if (type == "linear") {
    scaling["factor"] = factor;
  } else if (type == "yarn") {
    scaling["factor"] = factor;
    scaling["beta_fast"] = f.number("rope.scaling.yarn_beta_fast", 32);
    scaling["beta_slow"] = f.number("rope.scaling.yarn_beta_slow", 1);
    if (original > 0) scaling["original_max_position_embeddings"] = original;
    // A tenth of the weight of the logarithm in the scores' size.
    if (const double log = f.number("rope.scaling.yarn_log_multiplier", 0); log != 0)
      scaling["mscale"] = scaling["mscale_all_dim"] = 10 * log;
    else if (size != 1)
      scaling["attention_factor"] = size * (factor > 1 ? 0.1 * std::log(factor) + 1 : 1);
  } else if (type == "longrope") {
    if (nearby.empty() || far.empty())
      throw Error(f.where("rope.scaling.type") +
                  ": longrope needs the tensors 'rope_factors_short.weight' and 'rope_factors_long.weight'");
    scaling["short_factor"] = nearby;
    scaling["long_factor"] = far;
    scaling["attention_factor"] = size;
  } else {
    throw Error(f.where("rope.scaling.type") + ": unsupported '" + type + "'; supported: none, linear, yarn, longrope");
  }
  return scaling;
}

}  // namespace

json ggufConfig(const GgufFacts& f, const GgufArchitecture& architecture) {
  const std::int64_t width = f.integer("embedding_length"), heads = f.integer("attention.head_count");
  const std::int64_t layers = f.integer("block_count"), dHead = headWidth(f, width, heads);
  const StoredTensor* tokens = f.tensor("token_embd.weight");
  if (!tokens || tokens->shape.size() != 2)
    throw Error(f.metadata().place() + ": expected the tensor 'token_embd.weight' with two axes, found " +
                (tokens ? shapeText(tokens->shape) : f.metadata().has("tokenizer.ggml.tokens")
                                                         ? std::string("none: a vocabulary without weights?")
                                                         : std::string("none")));
  json c = {{"architectures", {std::string(architecture.hubClass)}},
            {"model_type", std::string(architecture.modelType)},
            {"hidden_size", width},
            {"intermediate_size", f.integer("feed_forward_length", 0)},
            {"num_hidden_layers", layers},
            {"num_attention_heads", heads},
            {"num_key_value_heads", f.integer("attention.head_count_kv", heads)},
            {"head_dim", dHead},
            {"max_position_embeddings", f.integer("context_length")},
            {"vocab_size", tokens->shape[0]},
            {"rope_theta", f.number("rope.freq_base", 10000)},
            {"tie_word_embeddings", !f.hasTensor("output.weight")}};
  if (c["intermediate_size"] == 0) c.erase("intermediate_size");
  const bool rms = f.has("attention.layer_norm_rms_epsilon");
  const double epsilon = f.number(rms || !f.has("attention.layer_norm_epsilon") ? "attention.layer_norm_rms_epsilon"
                                                                               : "attention.layer_norm_epsilon");
  c[rms ? "rms_norm_eps" : "layer_norm_eps"] = epsilon;
  if (const json scaling = scalingOf(f); !scaling.is_null()) c["rope_scaling"] = scaling;
  const std::int64_t turning = f.integer("rope.dimension_count", dHead);
  if (turning < 2 || turning > dHead || turning % 2 != 0)
    throw Error(f.where("rope.dimension_count") + ": expected an even number from 2 to " + std::to_string(dHead) +
                ", found " + std::to_string(turning));
  // A quarter more, so that the product with the head's width is not rounded down to one less.
  if (turning != dHead)
    c["partial_rotary_factor"] = (static_cast<double>(turning) + 0.25) / static_cast<double>(dHead);
  if (architecture.config) architecture.config(f, c);
  return c;
}

}  // namespace headlight
