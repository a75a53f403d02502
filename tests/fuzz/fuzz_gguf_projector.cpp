#include <nlohmann/json.hpp>

#include "core/model/gguf/gguf_projector.h"
#include "core/model/model.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

/// What such a file says, and the names of its tensors, lie before their numbers.
constexpr std::size_t kBeginning = 4096;

std::string fileOf(const char* name) {
  const std::string folder(name);
  return fuzz::sourceFile("tests/data/gguf/projectors/" + folder + "/mmproj-" + folder + ".gguf");
}

/// `input` is the beginning of the file that reads pictures for a GGUF file; numbers of tensors follow.
std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  static const std::filesystem::path llava =
      folder.write("text.gguf", fuzz::sourceFile("tests/data/gguf/projectors/llava/llava.gguf"));
  static const std::filesystem::path qwen =
      folder.write("qwen.gguf", fuzz::sourceFile("tests/data/gguf/projectors/qwen2-vl/qwen2-vl.gguf"));
  static const std::string numbers = fileOf("llava").substr(kBeginning) + std::string(64, '\0');
  return fuzz::messageOf([&] {
    const auto file = folder.write("mmproj.gguf", std::string(input) + numbers);
    const GgufProjector projector(file);
    const ImagePreparation preparation = projector.preparation();
    const bool merges = preparation.kind == ImagePreparation::Kind::Blocks;
    fuzz::require(
        preparation.resize && (merges ? preparation.patch * preparation.merge > 0 && preparation.mostPixels > 0
                                      : preparation.resize->size.height > 0),
        "pictures have a size");
    for (const std::string& remark : projector.remarks()) fuzz::require(!remark.empty(), "a remark says something");
    (void)Model::open((merges ? qwen : llava).string() + "#mmproj=" + file.string());
  });
}

std::vector<std::string> seeds() {
  std::vector<std::string> all;
  for (const char* name : {"llava", "gemma3", "smolvlm", "qwen2-vl", "qwen2.5-vl"})
    all.push_back(fileOf(name).substr(0, kBeginning));
  // A part of the tower without a name.
  std::string nameless = all.front();
  const std::string part = "v.class_embd", none = "v.weight";
  const std::size_t at = nameless.find(part);
  nameless[at - 8] = static_cast<char>(none.size());
  nameless.replace(at, part.size(), none);
  all.push_back(std::move(nameless));
  return all;
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(gguf_projector)
