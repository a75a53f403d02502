#include <cstring>

#include "core/checkpoint/safetensors.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  return fuzz::messageOf([&] {
    const TensorTable table = readSafetensors(folder.write("model.safetensors", input));
    for (const auto& [name, tensor] : table) {
      fuzz::require(bytesOf(tensor.shape, tensor.format, name) == tensor.bytes.size(), "a tensor has its bytes");
      if (isFloating(tensor.format))
        fuzz::require(floatsOf(tensor).size() == static_cast<std::size_t>(tensor.count()), "as many floats");
      else
        fuzz::require(integersOf(tensor, name).size() == static_cast<std::size_t>(tensor.count()), "as many integers");
    }
  });
}

std::string fileOf(const std::string& header, std::size_t data) {
  const std::uint64_t length = header.size();
  std::string file(8, '\0');
  std::memcpy(file.data(), &length, 8);
  return file + header + std::string(data, '\x3f');
}

std::vector<std::string> seeds() {
  return {fuzz::sourceFile("tests/data/analysis/toy.safetensors"),
          fuzz::sourceFile("tests/data/models/llama-sharded/model-00006-of-00006.safetensors"),
          fileOf(R"({"__metadata__":{"format":"pt"},"a":{"dtype":"F16","shape":[2,1],"data_offsets":[0,4]},)"
                 R"("b":{"dtype":"BOOL","shape":[],"data_offsets":[4,5]}})",
                 5),
          fileOf(R"({"a":{"dtype":"F64","shape":[0,9223372036854775807],"data_offsets":[0,0]}})", 0),
          fileOf(R"({"a":{"dtype":"I16","shape":[2],"data_offsets":[0,4]},"a":{"dtype":"U8","shape":[4],)"
                 R"("data_offsets":[0,4]}})",
                 4)};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(safetensors)
