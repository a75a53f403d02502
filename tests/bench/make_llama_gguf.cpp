// Writes a GGUF file with a made-up Llama of one billion parameters: random weights, the shape of Llama 3.2 1B, a
// byte-pair vocabulary of as many tokens.
//   make_llama_gguf FILE Q8_0|Q4_0|Q4_K_M [LAYERS]

#include <bit>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/bench/llama_shape.h"

using namespace headlight::bench;

namespace {

/// Numbers of the format.
enum class Value : std::uint32_t { U32 = 4, I32 = 5, F32 = 6, Text = 8, List = 9 };
enum class Type : std::uint32_t { F32 = 0, Q4_0 = 2, Q8_0 = 8, Q4_K = 12, Q6_K = 14 };
constexpr std::size_t kAlignment = 32;

class Bytes {
 public:
  template <typename T>
  void put(T value) {
    m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(const std::string& text) {
    put(static_cast<std::uint64_t>(text.size()));
    m_bytes += text;
  }
  template <typename T>
  void entry(const std::string& key, Value type, const T& value) {
    put(key);
    put(type);
    put(value);
  }
  template <typename T>
  void list(const std::string& key, Value type, const std::vector<T>& values) {
    put(key);
    put(Value::List);
    put(type);
    put(static_cast<std::uint64_t>(values.size()));
    for (const T& value : values) put(value);
  }
  void align() { m_bytes.resize((m_bytes.size() + kAlignment - 1) / kAlignment * kAlignment); }
  const std::string& all() const { return m_bytes; }

 private:
  std::string m_bytes;
};

std::string utf8(unsigned code) {
  if (code < 0x80) return {static_cast<char>(code)};
  return {static_cast<char>(0xc0 | code >> 6), static_cast<char>(0x80 | (code & 63))};
}

/// One token for each byte, as byte-level vocabularies write it, then pairs and triples of them, each a merge.
void putVocabulary(Bytes& out) {
  std::vector<std::string> tokens, merges;
  unsigned others = 256;
  for (unsigned byte = 0; byte < 256; ++byte) {
    const bool shown = (byte > 32 && byte < 127) || (byte > 160 && byte != 173);
    tokens.push_back(utf8(shown ? byte : others++));
  }
  for (std::size_t left = 0; tokens.size() + 256 < kVocabulary; ++left)
    for (std::size_t right = 0; right < 256 && tokens.size() + 256 < kVocabulary; ++right) {
      merges.push_back(tokens[left] + " " + tokens[right]);
      tokens.push_back(tokens[left] + tokens[right]);
    }
  std::vector<std::int32_t> kinds(tokens.size(), 1);
  while (tokens.size() < kVocabulary) {
    tokens.push_back("<|special_" + std::to_string(tokens.size()) + "|>");
    kinds.push_back(3);
  }
  out.entry("tokenizer.ggml.model", Value::Text, std::string("gpt2"));
  out.entry("tokenizer.ggml.pre", Value::Text, std::string("llama-bpe"));
  out.list("tokenizer.ggml.tokens", Value::Text, tokens);
  out.list("tokenizer.ggml.token_type", Value::I32, kinds);
  out.list("tokenizer.ggml.merges", Value::Text, merges);
  out.entry("tokenizer.ggml.bos_token_id", Value::U32, std::uint32_t{128000});
  out.entry("tokenizer.ggml.eos_token_id", Value::U32, std::uint32_t{128001});
}

/// "blk.3.attn_q.weight" of "model.layers.3.self_attn.q_proj.weight".
std::string ggufName(std::string name) {
  static const std::map<std::string, std::string> kNames{
      {"model.embed_tokens.weight", "token_embd.weight"}, {"model.norm.weight", "output_norm.weight"},
      {"input_layernorm", "attn_norm"},                   {"post_attention_layernorm", "ffn_norm"},
      {"self_attn.q_proj", "attn_q"},                     {"self_attn.k_proj", "attn_k"},
      {"self_attn.v_proj", "attn_v"},                     {"self_attn.o_proj", "attn_output"},
      {"mlp.gate_proj", "ffn_gate"},                      {"mlp.up_proj", "ffn_up"},
      {"mlp.down_proj", "ffn_down"}};
  if (const auto whole = kNames.find(name); whole != kNames.end()) return whole->second;
  name = name.substr(std::string("model.layers.").size());
  const auto dot = name.find('.'), end = name.rfind(".weight");
  return "blk." + name.substr(0, dot) + "." + kNames.at(name.substr(dot + 1, end - dot - 1)) + ".weight";
}

/// The type of a tensor in a file of kind `mix`: the output is finer, and in Q4_K_M some layers' values and
/// feed-forward outputs are.
Type typeOf(const LlamaTensor& tensor, const std::string& mix, int layers) {
  if (tensor.isNorm()) return Type::F32;
  if (mix == "Q8_0") return Type::Q8_0;
  if (tensor.name == "model.embed_tokens.weight") return Type::Q6_K;
  if (mix == "Q4_0") return Type::Q4_0;
  if (mix != "Q4_K_M") throw std::runtime_error("expected Q8_0, Q4_0 or Q4_K_M, found " + mix);
  const bool maybe = tensor.name.find("v_proj") != std::string::npos || tensor.name.find("down") != std::string::npos;
  const int layer = std::stoi(tensor.name.substr(std::string("model.layers.").size()));
  const bool finer = layer < layers / 8 || layer >= 7 * layers / 8 || (layer - layers / 8) % 3 == 2;
  return maybe && finer ? Type::Q6_K : Type::Q4_K;
}

struct Block {
  long numbers, bytes;
};
Block blockOf(Type type) {
  switch (type) {
    case Type::F32:
      return {1, 4};
    case Type::Q4_0:
      return {32, 18};
    case Type::Q8_0:
      return {32, 34};
    case Type::Q4_K:
      return {256, 144};
    case Type::Q6_K:
      return {256, 210};
  }
  return {};
}
std::size_t bytesOf(const LlamaTensor& tensor, Type type) {
  return static_cast<std::size_t>(tensor.count() / blockOf(type).numbers * blockOf(type).bytes);
}

/// The half-precision number nearest above zero to `value`, of normal size.
std::uint16_t halfOf(float value) {
  return static_cast<std::uint16_t>((std::bit_cast<std::uint32_t>(value) >> 13) - (112u << 10));
}

/// Random codes, with scales that make numbers of about 0.02 around zero of them.
void fillBlock(Type type, char* block, RandomBits& random) {
  const long bytes = blockOf(type).bytes;
  for (long i = 0; i < bytes; ++i) block[i] = static_cast<char>(random.next() >> 32);
  const auto half = [&](long at, float value) {
    const std::uint16_t bits = halfOf(value);
    std::memcpy(block + at, &bits, sizeof bits);
  };
  const float size = 0.02F * (1 + 0.25F * random.uniform());
  switch (type) {
    case Type::F32: {
      const float gain = 1 + 0.1F * random.uniform();
      std::memcpy(block, &gain, sizeof gain);
      break;
    }
    case Type::Q4_0:
      half(0, size / 4.6F);
      break;
    case Type::Q8_0:
      half(0, size / 74);
      break;
    case Type::Q4_K:
      // Scales and least numbers of 6 bits, the same for a run, so that the codes' mean becomes zero.
      for (int i = 0; i < 4; ++i) {
        const int first = 32 + (block[4 + i] & 31), second = 32 + (block[8 + i] & 31);
        block[4 + i] = block[8 + i] = static_cast<char>(first | (second >> 4) << 6);
        block[12 + i] = static_cast<char>((second & 15) | (second & 15) << 4);
      }
      half(0, size / (4.6F * 48));
      half(2, size / (4.6F * 48) * 7.5F);
      break;
    case Type::Q6_K:
      // Scales of 5 bits, so that the block's is no subnormal number.
      for (int i = 0; i < 16; ++i) block[192 + i] = static_cast<char>(static_cast<signed char>(block[192 + i]) >> 3);
      half(208, size / (18.5F * 9));
      break;
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3) {
    std::cerr << "usage: make_llama_gguf FILE Q8_0|Q4_0|Q4_K_M [LAYERS]\n";
    return 2;
  }
  const std::string mix = argv[2];
  const int layers = argc > 3 ? std::stoi(argv[3]) : 16;
  const auto tensors = llamaTensors(layers);
  Bytes head;
  head.put(std::uint32_t{0x46554747});
  head.put(std::uint32_t{3});
  head.put(static_cast<std::uint64_t>(tensors.size()));
  head.put(std::uint64_t{19});
  head.entry("general.architecture", Value::Text, std::string("llama"));
  head.entry("general.name", Value::Text, "made up, " + mix);
  head.entry("general.file_type", Value::U32, std::uint32_t{mix == "Q8_0" ? 7u : mix == "Q4_0" ? 2u : 15u});
  head.entry("llama.block_count", Value::U32, static_cast<std::uint32_t>(layers));
  head.entry("llama.context_length", Value::U32, std::uint32_t{131072});
  head.entry("llama.embedding_length", Value::U32, static_cast<std::uint32_t>(kWidth));
  head.entry("llama.feed_forward_length", Value::U32, static_cast<std::uint32_t>(kInner));
  head.entry("llama.attention.head_count", Value::U32, std::uint32_t{32});
  head.entry("llama.attention.head_count_kv", Value::U32, std::uint32_t{8});
  head.entry("llama.attention.layer_norm_rms_epsilon", Value::F32, 1e-5F);
  head.entry("llama.rope.freq_base", Value::F32, 500000.0F);
  head.entry("llama.vocab_size", Value::U32, static_cast<std::uint32_t>(kVocabulary));
  putVocabulary(head);
  std::uint64_t at = 0;
  const auto padded = [](std::uint64_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; };
  for (const LlamaTensor& tensor : tensors) {
    const Type type = typeOf(tensor, mix, layers);
    head.put(ggufName(tensor.name));
    head.put(static_cast<std::uint32_t>(tensor.shape.size()));
    for (auto axis = tensor.shape.rbegin(); axis != tensor.shape.rend(); ++axis)
      head.put(static_cast<std::uint64_t>(*axis));
    head.put(type);
    head.put(at);
    at += padded(bytesOf(tensor, type));
  }
  head.align();
  std::ofstream out(argv[1], std::ios::binary);
  out << head.all();
  RandomBits random;
  std::vector<char> bytes;
  for (const LlamaTensor& tensor : tensors) {
    const Type type = typeOf(tensor, mix, layers);
    const std::size_t size = bytesOf(tensor, type), block = static_cast<std::size_t>(blockOf(type).bytes);
    bytes.assign(padded(size), 0);
    for (std::size_t i = 0; i < size; i += block) fillBlock(type, bytes.data() + i, random);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  out.flush();
  if (!out) throw std::runtime_error("cannot write " + std::string(argv[1]));
  std::cout << argv[1] << ": " << head.all().size() + at << " bytes\n";
} catch (const std::exception& error) {
  std::cerr << "make_llama_gguf: " << error.what() << "\n";
  return 1;
}
