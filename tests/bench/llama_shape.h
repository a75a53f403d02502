#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace headlight::bench {

/// The shape of Llama 3.2 1B.
inline constexpr long kWidth = 2048, kInner = 8192, kKeys = 512, kVocabulary = 128256;

struct LlamaTensor {
  std::string name;
  std::vector<long> shape;
  long count() const { return shape.size() == 1 ? shape[0] : shape[0] * shape[1]; }
  bool isNorm() const { return shape.size() == 1; }
};

/// Its tensors with `layers` layers, as the reference library names them; the output is tied to the embeddings.
inline std::vector<LlamaTensor> llamaTensors(int layers) {
  std::vector<LlamaTensor> all{{"model.embed_tokens.weight", {kVocabulary, kWidth}}, {"model.norm.weight", {kWidth}}};
  for (int i = 0; i < layers; ++i) {
    const std::string at = "model.layers." + std::to_string(i) + ".";
    all.push_back({at + "input_layernorm.weight", {kWidth}});
    all.push_back({at + "post_attention_layernorm.weight", {kWidth}});
    all.push_back({at + "self_attn.q_proj.weight", {kWidth, kWidth}});
    all.push_back({at + "self_attn.k_proj.weight", {kKeys, kWidth}});
    all.push_back({at + "self_attn.v_proj.weight", {kKeys, kWidth}});
    all.push_back({at + "self_attn.o_proj.weight", {kWidth, kWidth}});
    all.push_back({at + "mlp.gate_proj.weight", {kInner, kWidth}});
    all.push_back({at + "mlp.up_proj.weight", {kInner, kWidth}});
    all.push_back({at + "mlp.down_proj.weight", {kWidth, kInner}});
  }
  return all;
}

/// Random bits, the same in every run (Marsaglia 2003, "Xorshift RNGs").
class RandomBits {
 public:
  std::uint64_t next() {
    m_state ^= m_state << 13;
    m_state ^= m_state >> 7;
    m_state ^= m_state << 17;
    return m_state;
  }
  /// Evenly in [-1, 1).
  float uniform() { return static_cast<float>(next() >> 40) * 0x1p-23F - 1.0F; }

 private:
  std::uint64_t m_state = 88172645463325252ull;
};

}  // namespace headlight::bench
