#include "core/text/tokenizer.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

const std::vector<std::shared_ptr<const Tokenizer>>& tokenizers() {
  static const auto all = [] {
    std::vector<std::shared_ptr<const Tokenizer>> opened;
    for (const char* folder : {"tests/data/tokenizers/synthetic", "resources/models"})
      for (const auto& file : fuzz::sourceFiles(folder, "tokenizer.json"))
        opened.push_back(Tokenizer::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / file.parent_path()));
    return opened;
  }();
  return all;
}

/// The first byte of `input` chooses a tokenizer, the rest is its text: any bytes.
std::string read(std::string_view input) {
  if (input.empty()) return {};
  const auto& tokenizer = tokenizers()[static_cast<unsigned char>(input[0]) % tokenizers().size()];
  const std::string_view text = input.substr(1);
  return fuzz::messageOf([&] {
    const Encoding encoding = tokenizer->encode(text);
    std::vector<std::int64_t> ids;
    for (const Token& token : encoding.tokens) {
      fuzz::require(token.range.start >= 0 && token.range.start <= token.range.end &&
                        token.range.end <= static_cast<std::int64_t>(text.size()),
                    "ranges lie in the text");
      ids.push_back(token.id);
      tokenizer->displayOf(token.id);
    }
    tokenizer->decode(ids, false);
    const std::size_t half = text.size() / 2;
    tokenizer->encode(text.substr(0, half), text.substr(half), false);
  });
}

std::vector<std::string> seeds() {
  std::vector<std::string> all;
  const std::string text =
      "Hello wörld, it's 12 o'clock!\r\n The cat\tsat. e\u0301 日本語 🙂\u200d↔ \xff\xc3 [MASK] <s>";
  for (std::size_t i = 0; i < tokenizers().size(); ++i) all.push_back(static_cast<char>(i) + text);
  return all;
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(text)
