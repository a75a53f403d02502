#include "core/checkpoint/torch_archive.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  return fuzz::messageOf([&] {
    for (const auto& [name, tensor] : readTorchArchive(folder.write("pytorch_model.bin", input)))
      fuzz::require(bytesOf(tensor.shape, tensor.format, name) == tensor.bytes.size(), "a tensor has its bytes");
  });
}

std::string text(const std::string& s) {
  return "X" + std::string(1, static_cast<char>(s.size())) + std::string(3, '\0') + s;
}

/// An archive that holds one tensor of two numbers, and beside it what newer versions write.
std::string archive(const std::string& byteOrder) {
  const std::string pickle = "\x80\x02}(" + text("w") + "ctorch._utils\n_rebuild_tensor_v2\n((" + text("storage") +
                             "ctorch\nFloatStorage\n" + text("0") + text("cpu") + "K\x02tQK" + std::string(1, '\0') +
                             "K\x02\x85K\x01\x85\x89" + "ccollections\nOrderedDict\n)RtRu.";
  return fuzz::zipOf({{"m/data.pkl", pickle}, {"m/byteorder", byteOrder}, {"m/data/0", std::string(8, '\x3f')}});
}

std::vector<std::string> seeds() { return {archive("little"), archive("big"), fuzz::zipOf({{"m/data.pkl", "}."}})}; }

}  // namespace

HEADLIGHT_FUZZ_TARGET(torch_archive)
