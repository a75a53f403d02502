#include "core/checkpoint/checkpoint.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

constexpr const char* kIndex = "tests/data/models/llama-sharded/model.safetensors.index.json";

/// `input` is the index of a model whose shards are there.
std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  [[maybe_unused]] static const bool filled = [] {
    for (int i = 1; i <= 6; ++i) {
      const std::string name = "model-0000" + std::to_string(i) + "-of-00006.safetensors";
      folder.write(name, fuzz::sourceFile("tests/data/models/llama-sharded/" + name));
    }
    return true;
  }();
  folder.write("model.safetensors.index.json", input);
  return fuzz::messageOf([&] {
    const Checkpoint checkpoint = Checkpoint::open(folder.path());
    for (const auto& [name, tensor] : checkpoint.tensors())
      fuzz::require(bytesOf(tensor.shape, tensor.format, name) == tensor.bytes.size(), "a tensor has its bytes");
  });
}

std::vector<std::string> seeds() {
  return {fuzz::sourceFile(kIndex), R"({"weight_map":{"a":"../../etc/passwd"}})",
          R"({"weight_map":{"a":"/etc/passwd"}})",
          R"({"metadata":{"total_size":1},"weight_map":{"model.norm.weight":"model-00006-of-00006.safetensors"}})"};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(shards)
