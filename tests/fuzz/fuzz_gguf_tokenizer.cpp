#include "core/checkpoint/gguf/gguf_file.h"
#include "core/model/gguf/gguf_tokenizer.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

/// `input` is a GGUF file, of which only the vocabulary is read.
std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  return fuzz::messageOf([&] {
    const GgufFile gguf = GgufFile::open(folder.write("vocabulary.gguf", input));
    const auto tokenizer = ggufTokenizer(gguf.metadata);
    if (!tokenizer) return;
    std::vector<std::int64_t> ids;
    for (const Token& token : tokenizer->encode("Über the 12 cats\n\n\t café 日本 <s> \xff", "ab").tokens)
      ids.push_back(token.id);
    (void)tokenizer->decode(ids, false);
    (void)tokenizer->decode(ids, true);
  });
}

std::vector<std::string> seeds() {
  std::vector<std::string> all;
  for (const char* name : {"spm", "spm-gemma", "bpe-qwen2", "bpe-llama-bpe", "wpm"})
    all.push_back(fuzz::sourceFile("tests/data/gguf/tokenizers/" + std::string(name) + ".gguf"));
  all.push_back(fuzz::sourceFile("tests/data/gguf/bad/good.gguf"));
  return all;
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(gguf_tokenizer)
