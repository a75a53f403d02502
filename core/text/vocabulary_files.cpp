#include "core/text/vocabulary_files.h"

#include "core/base/error.h"
#include "core/text/json_file.h"
#include "core/text/json_parts.h"
#include "core/text/template_builder.h"

namespace headlight {

namespace {

/// Calls `visit` with each line of `text`, without its line end.
template <typename Visit>
void forEachLine(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    visit(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
}

/// Reads a text file and makes sure that it is UTF-8.
std::string readText(const std::filesystem::path& file) {
  std::string text = readFile(file);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (!utf8::isValid(text)) throw Error(file.filename().string() + ": expected UTF-8");
  if (text.empty()) throw Error(file.filename().string() + ": expected tokens, the file is empty");
  return text;
}

Bpe::Merges mergesOf(std::string_view text) {
  Bpe::Merges merges;
  std::size_t number = 0;
  forEachLine(text, [&](std::string_view line) {
    ++number;
    if (line.starts_with("#version") || line.empty()) return;
    const std::size_t blank = line.find(' ');
    // GPT's own file has counts behind the pair.
    const std::size_t second = blank == std::string_view::npos ? blank : line.find(' ', blank + 1);
    if (blank == std::string_view::npos) {
      throw Error("merges.txt: line " + std::to_string(number) +
                  ": expected two tokens with a blank between them, found '" + std::string(line.substr(0, 60)) + "'");
    }
    const std::size_t end = second == std::string_view::npos ? line.size() : second;
    merges.emplace_back(line.substr(0, blank), line.substr(blank + 1, end - blank - 1));
  });
  return merges;
}

/// A Bpe whose complaints begin with the name of the file instead of "model.".
Bpe makeBpe(Vocabulary vocabulary, const std::string& merges, Bpe::Options options) {
  try {
    return Bpe(std::move(vocabulary), mergesOf(merges), std::move(options));
  } catch (const Error& error) {
    const std::string_view what = error.what();
    constexpr std::string_view kModel = "model.merges";
    if (!what.starts_with(kModel)) throw;
    throw Error("merges.txt: merge " + std::string(what.substr(kModel.size())));
  }
}

void finishByteLevel(PipelineParts& parts, bool addPrefixSpace) {
  parts.preTokenizer.emplace_back(ByteLevelSplit{addPrefixSpace, true});
  parts.decoder = Decoder{ByteLevelDecoder{}};
}

}  // namespace

Vocabulary readVocabularyJson(const std::filesystem::path& file) {
  const JsonFile json(file);
  Vocabulary vocabulary;
  for (const auto member : json.root().object()) {
    const JsonNode id = json.root().member(member.value, member.key);
    vocabulary.add(member.key, static_cast<std::uint32_t>(id.natural(Vocabulary::kLargestId)));
  }
  return vocabulary;
}

PipelineParts readVocabTxt(const std::filesystem::path& folder, const TokenizerConfig& config) {
  const std::string text = readText(folder / "vocab.txt");
  Vocabulary vocabulary;
  std::uint32_t id = 0;
  forEachLine(text, [&](std::string_view line) { vocabulary.add(line, id++); });
  // MPNet frames its texts as RoBERTa does, with a vocabulary of BERT's kind.
  const bool roberta = config.isOneOf({"mpnet"}) ||
                       (vocabulary.idOf("[CLS]") == Vocabulary::kNone && vocabulary.idOf("<s>") != Vocabulary::kNone);
  const std::string cls = config.token("cls_token", roberta ? "<s>" : "[CLS]");
  const std::string sep = config.token("sep_token", roberta ? "</s>" : "[SEP]");
  const std::string mask = config.token("mask_token", roberta ? "<mask>" : "[MASK]");
  WordPiece::Options options;
  options.unknown = config.token("unk_token", "[UNK]");
  for (const std::string& token : {cls, sep, options.unknown}) {
    if (vocabulary.idOf(token) == Vocabulary::kNone) {
      throw Error("vocab.txt: expected the special token '" + token + "' among its " +
                  std::to_string(vocabulary.size()) + " lines");
    }
  }
  PipelineParts parts{{}, {}, WordPiece(std::move(vocabulary), options), {}, {}, {}, {}, {}};
  BertNormalizer normalizer;
  normalizer.lowercase = config.optionOr("do_lower_case", true);
  normalizer.handleChineseChars = config.optionOr("tokenize_chinese_chars", true);
  normalizer.stripAccents = config.optionOr("strip_accents", normalizer.lowercase);
  parts.normalizer.emplace_back(normalizer);
  parts.preTokenizer.emplace_back(BertSplit{});
  parts.decoder = Decoder{WordPieceDecoder{"##", true}};
  parts.addedTokens = config.addedTokens({{"unk_token", options.unknown},
                                          {"sep_token", sep},
                                          {"pad_token", roberta ? "<pad>" : "[PAD]"},
                                          {"cls_token", cls},
                                          {"mask_token", mask}});
  if (roberta) {
    for (AddedToken& token : parts.addedTokens) token.lstrip = token.lstrip || token.content == mask;
  }
  const TemplateBuilder builder(parts);
  parts.postProcessor.emplace_back(
      roberta ? builder.build({{cls, 0}, {"$A", 0}, {sep, 0}},
                              {{cls, 0}, {"$A", 0}, {sep, 0}, {sep, 0}, {"$B", 1}, {sep, 1}})
              : builder.build({{cls, 0}, {"$A", 0}, {sep, 0}}, {{cls, 0}, {"$A", 0}, {sep, 0}, {"$B", 1}, {sep, 1}}));
  return parts;
}

PipelineParts readVocabAndMerges(const std::filesystem::path& folder, const TokenizerConfig& config) {
  Vocabulary vocabulary = readVocabularyJson(folder / "vocab.json");
  const std::string merges = readText(folder / "merges.txt");
  const auto has = [&vocabulary](std::string_view token) { return vocabulary.idOf(token) != Vocabulary::kNone; };
  const bool gpt = config.isOneOf({"openaigpt"});
  const bool clip =
      !gpt && (config.isOneOf({"clip", "cliptext", "cliptextmodel"}) || (has("<|startoftext|>") && has("!</w>")));
  const bool qwen = config.isOneOf({"qwen2", "qwen3", "qwen2moe"});
  const bool gpt2 = config.isOneOf({"gpt2", "gptneo", "gptj", "opt", "phi", "codegen", "whisper"});
  const bool roberta = !gpt && !clip && !qwen && !gpt2 && has("<s>") && has("</s>") && has("<mask>");

  Bpe::Options options;
  if (clip || gpt) options.endOfWordSuffix = "</w>";
  if (gpt) options.unknown = config.token("unk_token", "<unk>");
  if (clip) options.unknown = config.token("unk_token", "<|endoftext|>");
  PipelineParts parts{{}, {}, makeBpe(std::move(vocabulary), merges, options), {}, {}, {}, {}, {}};

  if (gpt) {
    parts.normalizer.emplace_back(BertNormalizer{});
    parts.preTokenizer.emplace_back(BertSplit{});
    parts.decoder = Decoder{BpeDecoder{"</w>"}};
    parts.addedTokens = config.addedTokens({{"unk_token", *options.unknown}});
    return parts;
  }
  if (clip) {
    const std::string bos = config.token("bos_token", "<|startoftext|>"),
                      eos = config.token("eos_token", "<|endoftext|>");
    parts.normalizer = {NormalizationForm::Nfc, ReplaceText{Pattern::regex("\\s+"), " "}, Lowercase{}};
    parts.preTokenizer.emplace_back(PatternSplit{
        Pattern::regex(R"('s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+)"), SplitBehaviour::Removed, true});
    parts.preTokenizer.emplace_back(ByteLevelSplit{false, true});
    parts.decoder = Decoder{ByteLevelDecoder{}};
    parts.addedTokens = config.addedTokens({{"bos_token", bos}, {"eos_token", eos}});
    const TemplateBuilder builder(parts);
    parts.postProcessor.emplace_back(RobertaFrame{builder.token(bos), builder.token(eos), TrimByteLevel{false, false}});
    return parts;
  }
  const bool addPrefixSpace = config.optionOr("add_prefix_space", false);
  if (qwen) {
    parts.normalizer.emplace_back(NormalizationForm::Nfc);
    parts.preTokenizer.emplace_back(PatternSplit{
        Pattern::regex(
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
            "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"),
        SplitBehaviour::Isolated, false});
    parts.preTokenizer.emplace_back(ByteLevelSplit{addPrefixSpace, false});
    parts.decoder = Decoder{ByteLevelDecoder{}};
    parts.addedTokens = config.addedTokens({{"eos_token", "<|endoftext|>"}});
    parts.postProcessor.emplace_back(TrimByteLevel{false, false});
    return parts;
  }
  finishByteLevel(parts, addPrefixSpace);
  if (roberta) {
    const std::string cls = config.token("cls_token", "<s>"), sep = config.token("sep_token", "</s>");
    const std::string mask = config.token("mask_token", "<mask>");
    parts.addedTokens = config.addedTokens(
        {{"bos_token", cls}, {"eos_token", sep}, {"unk_token", "<unk>"}, {"pad_token", "<pad>"}, {"mask_token", mask}});
    for (AddedToken& token : parts.addedTokens) token.lstrip = token.lstrip || token.content == mask;
    const TemplateBuilder builder(parts);
    parts.postProcessor.emplace_back(RobertaFrame{
        builder.token(cls), builder.token(sep), TrimByteLevel{addPrefixSpace, config.optionOr("trim_offsets", true)}});
    return parts;
  }
  parts.addedTokens = config.addedTokens({{"eos_token", "<|endoftext|>"}});
  parts.postProcessor.emplace_back(TrimByteLevel{true, false});
  const TemplateBuilder builder(parts);
  const std::string bos = config.token("bos_token", "<|endoftext|>");
  // OPT's tokenizer has always put its beginning in front.
  if (config.optionOr("add_bos_token", config.isOneOf({"opt"})) && builder.knows(bos)) {
    parts.postProcessor = {builder.build({{bos, 0}, {"$A", 0}}, {{bos, 0}, {"$A", 0}, {bos, 1}, {"$B", 1}})};
  }
  return parts;
}

}  // namespace headlight
