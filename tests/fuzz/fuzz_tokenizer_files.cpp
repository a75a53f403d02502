#include "core/text/tokenizer.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

/// The older tokenizer files. `input` is their names and contents: a line "== NAME" stands before each.
std::string read(std::string_view input) {
  constexpr const char* kNames[] = {
      "vocab.txt", "vocab.json", "merges.txt", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json"};
  static const fuzz::Folder folder;
  for (const char* name : kNames) {
    const std::string mark = std::string("== ") + name + "\n";
    const std::size_t at = input.find(mark);
    std::filesystem::remove(folder.path() / name);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = input.substr(at + mark.size());
    folder.write(name, rest.substr(0, rest.find("\n== ")));
  }
  return fuzz::messageOf([&] {
    const auto tokenizer = Tokenizer::open(folder.path());
    std::vector<std::int64_t> ids;
    for (const Token& token : tokenizer->encode("Hello the cat, it's [MASK] <mask>").tokens) ids.push_back(token.id);
    tokenizer->decode(ids, true);
  });
}

std::vector<std::string> seeds() {
  return {
      "== vocab.txt\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n[PAD]\nhello\nthe\n##s\n,\n== tokenizer_config.json\n"
      R"({"tokenizer_class":"BertTokenizer","do_lower_case":true,"mask_token":"[MASK]"})",
      "== vocab.json\n"
      R"({"<s>":0,"</s>":1,"<unk>":2,"<mask>":3,"H":4,"e":5,"l":6,"o":7,"He":8,"Ġ":9})"
      "\n== merges.txt\n#version: 0.2\nH e\n== tokenizer_config.json\n"
      R"({"tokenizer_class":"RobertaTokenizer","add_prefix_space":false,"bos_token":{"content":"<s>"}})"
      "\n== special_tokens_map.json\n"
      R"({"mask_token":{"content":"<mask>","lstrip":true}})"
      "\n== added_tokens.json\n"
      R"({"<x>":10})"};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(tokenizer_files)
