#include "tests/bench/made_up_model.h"

#include <bit>
#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace headlight::bench {
namespace {

namespace fs = std::filesystem;

struct Tensor {
  std::string name;
  std::vector<long> shape;
  long count() const { return shape.size() == 1 ? shape[0] : shape[0] * shape[1]; }
};
using Tensors = std::vector<Tensor>;

void addLinear(Tensors& all, const std::string& name, long out, long in, bool inOut = false, bool bias = true) {
  all.push_back({name + ".weight", inOut ? std::vector<long>{in, out} : std::vector<long>{out, in}});
  if (bias) all.push_back({name + ".bias", {out}});
}

void addNorm(Tensors& all, const std::string& name, long width, bool bias = true) {
  all.push_back({name + ".weight", {width}});
  if (bias) all.push_back({name + ".bias", {width}});
}

Tensors bert() {
  Tensors all{{"embeddings.word_embeddings.weight", {30522, 768}},
              {"embeddings.position_embeddings.weight", {1024, 768}},
              {"embeddings.token_type_embeddings.weight", {2, 768}}};
  addNorm(all, "embeddings.LayerNorm", 768);
  for (int i = 0; i < 12; ++i) {
    const std::string at = "encoder.layer." + std::to_string(i) + ".";
    for (const char* part : {"query", "key", "value"}) addLinear(all, at + "attention.self." + part, 768, 768);
    addLinear(all, at + "attention.output.dense", 768, 768);
    addNorm(all, at + "attention.output.LayerNorm", 768);
    addLinear(all, at + "intermediate.dense", 3072, 768);
    addLinear(all, at + "output.dense", 768, 3072);
    addNorm(all, at + "output.LayerNorm", 768);
  }
  return all;
}

Tensors gpt2() {
  Tensors all{{"transformer.wte.weight", {50257, 768}}, {"transformer.wpe.weight", {1024, 768}}};
  for (int i = 0; i < 12; ++i) {
    const std::string at = "transformer.h." + std::to_string(i) + ".";
    addNorm(all, at + "ln_1", 768);
    addLinear(all, at + "attn.c_attn", 2304, 768, true);
    addLinear(all, at + "attn.c_proj", 768, 768, true);
    addNorm(all, at + "ln_2", 768);
    addLinear(all, at + "mlp.c_fc", 3072, 768, true);
    addLinear(all, at + "mlp.c_proj", 768, 3072, true);
  }
  addNorm(all, "transformer.ln_f", 768);
  return all;
}

Tensors gpt() {
  Tensors all{{"model.embed_tokens.weight", {4096, 256}}, {"lm_head.weight", {4096, 256}}};
  addNorm(all, "model.norm", 256, false);
  for (int i = 0; i < 4; ++i) {
    const std::string at = "model.layers." + std::to_string(i) + ".";
    addNorm(all, at + "input_layernorm", 256, false);
    addNorm(all, at + "post_attention_layernorm", 256, false);
    for (const char* part : {"q", "k", "v", "o"})
      addLinear(all, at + "self_attn." + part + "_proj", 256, 256, false, false);
    addLinear(all, at + "mlp.gate_proj", 704, 256, false, false);
    addLinear(all, at + "mlp.up_proj", 704, 256, false, false);
    addLinear(all, at + "mlp.down_proj", 256, 704, false, false);
  }
  return all;
}

/// Mixtral's shape with 8 experts, 2 of them chosen, or the Llama whose feed-forward is as large as those two.
Tensors active(bool experts) {
  Tensors all{{"model.embed_tokens.weight", {4096, 768}}, {"lm_head.weight", {4096, 768}}};
  addNorm(all, "model.norm", 768, false);
  for (int i = 0; i < 6; ++i) {
    const std::string at = "model.layers." + std::to_string(i) + ".";
    addNorm(all, at + "input_layernorm", 768, false);
    addNorm(all, at + "post_attention_layernorm", 768, false);
    for (const char* part : {"q", "k", "v", "o"})
      addLinear(all, at + "self_attn." + part + "_proj", 768, 768, false, false);
    if (experts) addLinear(all, at + "block_sparse_moe.gate", 8, 768, false, false);
    for (int e = 0; e < (experts ? 8 : 1); ++e) {
      const std::string own = experts ? at + "block_sparse_moe.experts." + std::to_string(e) + "." : at + "mlp.";
      const long inner = experts ? 1024 : 2048;
      addLinear(all, own + (experts ? "w1" : "gate_proj"), inner, 768, false, false);
      addLinear(all, own + (experts ? "w3" : "up_proj"), inner, 768, false, false);
      addLinear(all, own + (experts ? "w2" : "down_proj"), 768, inner, false, false);
    }
  }
  return all;
}

/// DeBERTa v3 base with the vocabulary of BERT: 256 buckets of distances to each side.
Tensors deberta() {
  Tensors all{{"deberta.embeddings.word_embeddings.weight", {30522, 768}},
              {"deberta.encoder.rel_embeddings.weight", {512, 768}}};
  addNorm(all, "deberta.embeddings.LayerNorm", 768);
  addNorm(all, "deberta.encoder.LayerNorm", 768);
  for (int i = 0; i < 12; ++i) {
    const std::string at = "deberta.encoder.layer." + std::to_string(i) + ".";
    for (const char* part : {"query", "key", "value"})
      addLinear(all, at + "attention.self." + part + "_proj", 768, 768);
    addLinear(all, at + "attention.output.dense", 768, 768);
    addNorm(all, at + "attention.output.LayerNorm", 768);
    addLinear(all, at + "intermediate.dense", 3072, 768);
    addLinear(all, at + "output.dense", 768, 3072);
    addNorm(all, at + "output.LayerNorm", 768);
  }
  return all;
}

/// The configuration leaves longer texts than its model's, so that lengths can be compared.
std::string configOf(const std::string& shape) {
  if (shape == "bert")
    return R"({"architectures": ["BertModel"], "model_type": "bert", "vocab_size": 30522, "hidden_size": 768,
 "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072, "hidden_act": "gelu",
 "max_position_embeddings": 1024, "type_vocab_size": 2, "layer_norm_eps": 1e-12})";
  if (shape.starts_with("gpt2"))
    return R"({"architectures": ["GPT2LMHeadModel"], "model_type": "gpt2", "vocab_size": 50257, "n_embd": 768,
 "n_layer": 12, "n_head": 12, "n_positions": 1024, "n_ctx": 1024, "activation_function": "gelu_new",
 "layer_norm_epsilon": 1e-05})";
  if (shape == "deberta")
    return R"({"architectures": ["DebertaV2Model"], "model_type": "deberta-v2", "vocab_size": 30522, "hidden_size": 768,
 "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072, "hidden_act": "gelu",
 "max_position_embeddings": 512, "type_vocab_size": 0, "layer_norm_eps": 1e-07, "relative_attention": true,
 "max_relative_positions": -1, "position_buckets": 256, "pos_att_type": ["p2c", "c2p"], "share_att_key": true,
 "position_biased_input": false, "norm_rel_ebd": "layer_norm", "pad_token_id": 0})";
  if (shape == "experts" || shape == "as-many-active") {
    const bool experts = shape == "experts";
    return std::string(
               experts
                   ? R"({"architectures": ["MixtralForCausalLM"], "model_type": "mixtral", "num_local_experts": 8,
 "num_experts_per_tok": 2, "intermediate_size": 1024,)"
                   : R"({"architectures": ["LlamaForCausalLM"], "model_type": "llama", "intermediate_size": 2048,)") +
           R"( "vocab_size": 4096, "hidden_size": 768, "num_hidden_layers": 6, "num_attention_heads": 12,
 "num_key_value_heads": 12, "hidden_act": "silu", "max_position_embeddings": 32768, "rms_norm_eps": 1e-05,
 "rope_theta": 10000.0, "sliding_window": null, "tie_word_embeddings": false})";
  }
  return R"({"architectures": ["LlamaForCausalLM"], "model_type": "llama", "vocab_size": 4096, "hidden_size": 256,
 "intermediate_size": 704, "num_hidden_layers": 4, "num_attention_heads": 8, "num_key_value_heads": 8,
 "hidden_act": "silu", "max_position_embeddings": 32768, "rms_norm_eps": 1e-05, "rope_theta": 10000.0,
 "tie_word_embeddings": false})";
}

/// Numbers around 0 of size 0.02 (a matrix or bias), or around 1 (the gain of a norm).
void writeNumbers(std::ofstream& out, const Tensor& tensor, bool bfloat16, std::uint64_t& state) {
  const bool gain = tensor.shape.size() == 1 && tensor.name.ends_with("weight");
  std::vector<float> buffer(static_cast<std::size_t>(tensor.count()));
  for (float& value : buffer) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    const float uniform = static_cast<float>(state >> 40) * 0x1p-23F - 1.0F;
    value = gain ? 1.0F + 0.1F * uniform : 0.035F * uniform;
  }
  const auto write = [&](const auto& numbers) {
    out.write(reinterpret_cast<const char*>(numbers.data()),
              static_cast<std::streamsize>(numbers.size() * sizeof(numbers[0])));
  };
  if (!bfloat16) return write(buffer);
  std::vector<std::uint16_t> upper(buffer.size());
  for (std::size_t i = 0; i < buffer.size(); ++i)
    upper[i] = static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(buffer[i]) >> 16);
  write(upper);
}

}  // namespace

void makeModel(const std::string& shape, const fs::path& folder) {
  const fs::path file = folder / "model.safetensors";
  if (fs::exists(file)) return;
  fs::create_directories(folder);
  std::ofstream(folder / "config.json") << configOf(shape) << '\n';
  const Tensors tensors = shape == "bert"             ? bert()
                          : shape == "deberta"        ? deberta()
                          : shape == "experts"        ? active(true)
                          : shape == "as-many-active" ? active(false)
                          : shape.starts_with("gpt2") ? gpt2()
                                                      : gpt();
  const bool bfloat16 = shape.ends_with("bf16");
  std::string header = "{";
  std::uint64_t at = 0;
  for (const Tensor& tensor : tensors) {
    std::string size = std::to_string(tensor.shape[0]);
    if (tensor.shape.size() > 1) size += "," + std::to_string(tensor.shape[1]);
    const std::uint64_t end = at + (bfloat16 ? 2 : 4) * static_cast<std::uint64_t>(tensor.count());
    header += (at ? ",\"" : "\"") + tensor.name + "\":{\"dtype\":\"" + (bfloat16 ? "BF16" : "F32") + "\",\"shape\":[" +
              size + "],\"data_offsets\":[" + std::to_string(at) + "," + std::to_string(end) + "]}";
    at = end;
  }
  header += "}";
  while (header.size() % 64 != 56) header += ' ';
  const fs::path unfinished = folder / "model.safetensors.part";
  {
    std::ofstream out(unfinished, std::ios::binary);
    const std::uint64_t length = header.size();
    out.write(reinterpret_cast<const char*>(&length), 8);
    out << header;
    std::uint64_t state = 88172645463325252ull;
    for (const Tensor& tensor : tensors) writeNumbers(out, tensor, bfloat16, state);
    out.flush();
    if (!out) throw std::runtime_error("cannot write " + file.string());
  }
  fs::rename(unfinished, file);
}

}  // namespace headlight::bench
