#include "core/text/tokenizer.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

constexpr std::string_view kText =
    "Hello wörld, it's 12 o'clock!  The cat\tsat on the mat. Ｆｕｌｌ 日本 🙂 [MASK]</s>";

/// `input` is a tokenizer.json.
std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  folder.write("tokenizer.json", input);
  return fuzz::messageOf([&] {
    const auto tokenizer = Tokenizer::open(folder.path());
    for (const Encoding& encoding : {tokenizer->encode(kText), tokenizer->encode("a b", "c", false)}) {
      std::vector<std::int64_t> ids;
      for (const Token& token : encoding.tokens) {
        fuzz::require(token.range.start >= 0 && token.range.start <= token.range.end, "ranges go forward");
        ids.push_back(token.id);
      }
      tokenizer->decode(ids, false);
    }
  });
}

std::vector<std::string> seeds() {
  std::vector<std::string> all;
  for (const auto& file : fuzz::sourceFiles("tests/data/tokenizers/synthetic", "tokenizer.json"))
    all.push_back(fuzz::sourceFile(file.string()));
  return all;
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(tokenizer_json)
