// Writes a folder with a made-up Llama of one billion parameters in bfloat16: random weights, the shape of Llama 3.2
// 1B.
//   make_llama_1b FOLDER [LAYERS]

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "tests/bench/llama_shape.h"

using namespace headlight::bench;

namespace {

/// Numbers around 0 of size 0.02 (a matrix), or around 1 (a norm), as bfloat16.
void writeNumbers(std::ofstream& out, long count, bool norm, RandomBits& random) {
  std::vector<std::uint16_t> buffer(1 << 16);
  for (long done = 0; done < count;) {
    const long now = std::min<long>(count - done, static_cast<long>(buffer.size()));
    for (long i = 0; i < now; ++i) {
      const float uniform = random.uniform(), value = norm ? 1.0F + 0.1F * uniform : 0.035F * uniform;
      std::uint32_t bits;
      std::memcpy(&bits, &value, 4);
      buffer[static_cast<std::size_t>(i)] = static_cast<std::uint16_t>(bits >> 16);
    }
    out.write(reinterpret_cast<const char*>(buffer.data()), now * 2);
    done += now;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: make_llama_1b FOLDER [LAYERS]\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const int layers = argc > 2 ? std::stoi(argv[2]) : 16;
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "config.json")
      << R"({"architectures": ["LlamaForCausalLM"], "model_type": "llama", "vocab_size": 128256, "hidden_size": 2048,
 "intermediate_size": 8192, "num_attention_heads": 32, "num_key_value_heads": 8, "head_dim": 64, "hidden_act": "silu",
 "max_position_embeddings": 131072, "rms_norm_eps": 1e-05, "rope_theta": 500000.0, "tie_word_embeddings": true,
 "rope_scaling": {"rope_type": "llama3", "factor": 32.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
 "original_max_position_embeddings": 8192}, "torch_dtype": "bfloat16", "num_hidden_layers": )"
      << layers << "}\n";
  std::string header = "{";
  std::uint64_t at = 0;
  const auto tensors = llamaTensors(layers);
  for (const LlamaTensor& tensor : tensors) {
    std::string shape = std::to_string(tensor.shape[0]);
    if (tensor.shape.size() > 1) shape += "," + std::to_string(tensor.shape[1]);
    const std::uint64_t end = at + 2 * static_cast<std::uint64_t>(tensor.count());
    header += (at ? ",\"" : "\"") + tensor.name + "\":{\"dtype\":\"BF16\",\"shape\":[" + shape +
              "],\"data_offsets\":[" + std::to_string(at) + "," + std::to_string(end) + "]}";
    at = end;
  }
  header += "}";
  while (header.size() % 8 != 0) header += ' ';
  std::ofstream out(folder / "model.safetensors", std::ios::binary);
  const std::uint64_t length = header.size();
  out.write(reinterpret_cast<const char*>(&length), 8);
  out << header;
  RandomBits random;
  for (const LlamaTensor& tensor : tensors) writeNumbers(out, tensor.count(), tensor.isNorm(), random);
  out.flush();
  if (!out) {
    std::cerr << "cannot write " << (folder / "model.safetensors").string() << "\n";
    return 1;
  }
  std::cout << at / 2 << " parameters, " << at << " bytes\n";
}
