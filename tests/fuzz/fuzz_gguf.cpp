#include "core/checkpoint/gguf/gguf_file.h"
#include "core/model/gguf/gguf_tokenizer.h"
#include "core/model/model.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  return fuzz::messageOf([&] {
    const auto file = folder.write("model.gguf", input);
    const GgufFile gguf = GgufFile::open(file);
    for (const auto& [name, tensor] : gguf.tensors)
      fuzz::require(bytesOf(tensor.shape, tensor.format, name) == tensor.bytes.size(), "a tensor has its bytes");
    for (const auto& [key, value] : gguf.metadata.values()) (void)gguf.metadata.shown(key);
    if (const auto tokenizer = ggufTokenizer(gguf.metadata)) (void)tokenizer->encode("Über the 12 cats\n");
    (void)Model::open(file);
  });
}

std::vector<std::string> seeds() {
  return {fuzz::sourceFile("tests/data/gguf/bad/good.gguf"), fuzz::sourceFile("tests/data/gguf/bad/adapter.gguf"),
          fuzz::sourceFile("tests/data/gguf/bad/deep-nesting.gguf"),
          fuzz::sourceFile("tests/data/gguf/bad/tok-bad-utf8.gguf"),
          fuzz::sourceFile("tests/data/gguf/bad/experts-used-too-many.gguf")};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(gguf)
