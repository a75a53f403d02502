#include <QTemporaryDir>

#include "core/text/tokenizer.h"
#include "tests/core/text/tokenizer_folder.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

/// `input` is a SentencePiece .model file.
std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  folder.write("tokenizer.model", input);
  return fuzz::messageOf([&] {
    const auto tokenizer = Tokenizer::open(folder.path());
    std::vector<std::int64_t> ids;
    for (const Token& token : tokenizer->encode("the cat, the café 日本 ab").tokens) ids.push_back(token.id);
    tokenizer->decode(ids, false);
  });
}

std::string model(int kind, const std::string& charsmap) {
  MessageWriter all, trainer, normalizer;
  const auto piece = [&all](const std::string& text, float score, int type) {
    MessageWriter one;
    all.bytes(1, one.bytes(1, text).real(2, score).varint(3, static_cast<std::uint64_t>(type)).text());
  };
  piece("<unk>", 0, 2);
  piece("<s>", 0, 3);
  piece("</s>", 0, 3);
  for (int byte = 0; byte < 256; ++byte) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    piece(std::string("<0x") + kDigits[byte / 16] + kDigits[byte % 16] + ">", 0, 6);
  }
  float score = -1;
  for (const char* text : {"▁", "▁the", "▁c", "at", "a", "b", "ab", "t", "th", "he", "e"}) piece(text, score -= 1, 1);
  trainer.varint(3, static_cast<std::uint64_t>(kind)).varint(35, 1).varint(40, 0).varint(41, 1).varint(42, 2);
  normalizer.bytes(1, "nmt_nfkc").bytes(2, charsmap).varint(3, 1).varint(4, 1).varint(5, 1);
  return all.bytes(2, trainer.text()).bytes(3, normalizer.text()).text();
}

std::vector<std::string> seeds() {
  return {model(1, ""), model(2, ""), model(1, std::string("\x04\0\0\0\0\0\0\0ab\0", 11)), model(3, "")};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(sentencepiece)
