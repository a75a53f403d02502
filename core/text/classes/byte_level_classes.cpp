#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/base/plain_text.h"
#include "core/text/classes/tokenizer_classes.h"

namespace headlight {

namespace {

/// How Qwen2 cuts a text; the later kinds count marks to the letters.
constexpr const char* kQwen2Words =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
constexpr const char* kQwen35Words =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
constexpr const char* kClipWords =
    R"(<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+)";

constexpr const char* kEndOfText = "<|endoftext|>";

PipelineParts byteLevelParts(ClassContext& context, bool addPrefixSpace, bool cutsWords = true) {
  PipelineParts parts{.model = context.bpe({})};
  parts.preTokenizer.emplace_back(ByteLevelSplit{addPrefixSpace, cutsWords});
  parts.decoder = Decoder{ByteLevelDecoder{}};
  return parts;
}

bool addsPrefixSpace(const ClassContext& context, bool otherwise = false) {
  return context.config().flagOr("add_prefix_space", otherwise);
}

PipelineParts gpt2(ClassContext& context) {
  const SpecialTokens tokens = context.specialTokens(
      {{"unk_token", kEndOfText}, {"bos_token", kEndOfText}, {"eos_token", kEndOfText}, {"pad_token", {}}});
  return context.finish(byteLevelParts(context, addsPrefixSpace(context)), tokens);
}

PipelineParts gptNeoX(ClassContext& context) {
  const SpecialTokens tokens = context.specialTokens({{"unk_token", kEndOfText},
                                                      {"bos_token", kEndOfText},
                                                      {"eos_token", kEndOfText},
                                                      {"pad_token", "<|padding|>"}});
  PipelineParts parts = byteLevelParts(context, addsPrefixSpace(context));
  parts.normalizer.emplace_back(NormalizationForm::Nfc);
  return context.finish(std::move(parts), tokens, {}, ClassContext::FrameRule::Always, false);
}

SpecialTokens robertaTokens(const ClassContext& context, bool maskTakesSpace = false) {
  return context.specialTokens({{"bos_token", "<s>"},
                                {"eos_token", "</s>"},
                                {"sep_token", "</s>"},
                                {"cls_token", "<s>"},
                                {"unk_token", "<unk>"},
                                {"pad_token", "<pad>"},
                                {"mask_token", "<mask>", maskTakesSpace}});
}

PipelineParts roberta(ClassContext& context) {
  const SpecialTokens tokens = robertaTokens(context);
  const bool prefix = addsPrefixSpace(context), trims = context.config().flagOr("trim_offsets", true);
  return context.finish(byteLevelParts(context, prefix), tokens, [&](const TemplateBuilder& builder) {
    return PostProcessor{RobertaFrame{builder.token(tokens.text("cls_token")), builder.token(tokens.text("sep_token")),
                                      TrimByteLevel{prefix, trims}}};
  });
}

PipelineParts blenderbot(ClassContext& context) {
  const SpecialTokens tokens = robertaTokens(context, true);
  return context.finish(byteLevelParts(context, addsPrefixSpace(context, true)), tokens);
}

PipelineParts deberta(ClassContext& context) {
  const SpecialTokens tokens = context.specialTokens({{"bos_token", "[CLS]"},
                                                      {"eos_token", "[SEP]"},
                                                      {"unk_token", "[UNK]"},
                                                      {"sep_token", "[SEP]"},
                                                      {"cls_token", "[CLS]"},
                                                      {"pad_token", "[PAD]"},
                                                      {"mask_token", "[MASK]"}});
  return context.finish(byteLevelParts(context, addsPrefixSpace(context)), tokens, [&](const TemplateBuilder& builder) {
    const std::string cls = tokens.text("cls_token"), sep = tokens.text("sep_token");
    return PostProcessor{builder.build({{cls, 0}, {"$A", 0}, {sep, 0}},
                                       {{cls, 0}, {"$A", 0}, {sep, 0}, {sep, 0}, {"$B", 0}, {sep, 0}})};
  });
}

PipelineParts qwen(ClassContext& context, const char* words) {
  const SpecialTokens tokens =
      context.specialTokens({{"unk_token", kEndOfText}, {"eos_token", kEndOfText}, {"pad_token", kEndOfText}});
  PipelineParts parts{.model = context.bpe({})};
  parts.normalizer.emplace_back(NormalizationForm::Nfc);
  parts.preTokenizer.emplace_back(PatternSplit{Pattern::regex(words), SplitBehaviour::Isolated, false});
  parts.preTokenizer.emplace_back(ByteLevelSplit{addsPrefixSpace(context), false});
  parts.decoder = Decoder{ByteLevelDecoder{}};
  return context.finish(std::move(parts), tokens);
}

/// Qwen2 looks for all its special tokens in the raw text, whatever the files say of them.
PipelineParts qwen2(ClassContext& context) {
  PipelineParts parts = qwen(context, kQwen2Words);
  const SpecialTokens tokens =
      context.specialTokens({{"unk_token", kEndOfText}, {"eos_token", kEndOfText}, {"pad_token", kEndOfText}});
  for (const auto& [role, token] : tokens.roles) parts.addedTokens.push_back(NamedToken(token.content));
  for (const NamedToken& token : tokens.extra) parts.addedTokens.push_back(NamedToken(token.content));
  return parts;
}

PipelineParts cohere(ClassContext& context) {
  const SpecialTokens tokens = context.specialTokens({{"unk_token", "<UNK>"},
                                                      {"bos_token", "<BOS_TOKEN>"},
                                                      {"eos_token", "<|END_OF_TURN_TOKEN|>"},
                                                      {"pad_token", "<PAD>"},
                                                      {"cls_token", "<CLS>"},
                                                      {"sep_token", "<SEP>"},
                                                      {"mask_token", "<MASK_TOKEN>"}});
  PipelineParts parts{.model = context.bpe({})};
  parts.normalizer.emplace_back(NormalizationForm::Nfc);
  parts.preTokenizer.emplace_back(DigitsSplit{true});
  parts.preTokenizer.emplace_back(ByteLevelSplit{addsPrefixSpace(context), true});
  parts.decoder = Decoder{ByteLevelDecoder{}};
  return context.finish(std::move(parts), tokens);
}

PipelineParts clip(ClassContext& context) {
  const SpecialTokens tokens = context.specialTokens({{"unk_token", kEndOfText},
                                                      {"bos_token", "<|startoftext|>"},
                                                      {"eos_token", kEndOfText},
                                                      {"pad_token", kEndOfText}});
  Bpe::Options options;
  options.unknown = tokens.text("unk_token");
  options.endOfWordSuffix = "</w>";
  PipelineParts parts{.model = context.bpe(options)};
  parts.normalizer = {NormalizationForm::Nfc, ReplaceText{Pattern::regex("\\s+"), " "}, Lowercase{}};
  parts.preTokenizer.emplace_back(PatternSplit{Pattern::regex(kClipWords), SplitBehaviour::Removed, true});
  parts.preTokenizer.emplace_back(ByteLevelSplit{false, true});
  parts.decoder = Decoder{ByteLevelDecoder{}};
  parts.textSteps.emplace_back(EndWords{"</w>"});
  return context.finish(std::move(parts), tokens, [&](const TemplateBuilder& builder) {
    return PostProcessor{RobertaFrame{builder.token(tokens.text("bos_token")), builder.token(tokens.text("eos_token")),
                                      TrimByteLevel{false, false}}};
  });
}

/// Whisper's languages in the order of their tokens, by code and by name.
constexpr std::pair<std::string_view, std::string_view> kLanguages[] = {
    {"en", "english"},    {"zh", "chinese"},       {"de", "german"},     {"es", "spanish"},    {"ru", "russian"},
    {"ko", "korean"},     {"fr", "french"},        {"ja", "japanese"},   {"pt", "portuguese"}, {"tr", "turkish"},
    {"pl", "polish"},     {"ca", "catalan"},       {"nl", "dutch"},      {"ar", "arabic"},     {"sv", "swedish"},
    {"it", "italian"},    {"id", "indonesian"},    {"hi", "hindi"},      {"fi", "finnish"},    {"vi", "vietnamese"},
    {"he", "hebrew"},     {"uk", "ukrainian"},     {"el", "greek"},      {"ms", "malay"},      {"cs", "czech"},
    {"ro", "romanian"},   {"da", "danish"},        {"hu", "hungarian"},  {"ta", "tamil"},      {"no", "norwegian"},
    {"th", "thai"},       {"ur", "urdu"},          {"hr", "croatian"},   {"bg", "bulgarian"},  {"lt", "lithuanian"},
    {"la", "latin"},      {"mi", "maori"},         {"ml", "malayalam"},  {"cy", "welsh"},      {"sk", "slovak"},
    {"te", "telugu"},     {"fa", "persian"},       {"lv", "latvian"},    {"bn", "bengali"},    {"sr", "serbian"},
    {"az", "azerbaijani"}, {"sl", "slovenian"},    {"kn", "kannada"},    {"et", "estonian"},   {"mk", "macedonian"},
    {"br", "breton"},     {"eu", "basque"},        {"is", "icelandic"},  {"hy", "armenian"},   {"ne", "nepali"},
    {"mn", "mongolian"},  {"bs", "bosnian"},       {"kk", "kazakh"},     {"sq", "albanian"},   {"sw", "swahili"},
    {"gl", "galician"},   {"mr", "marathi"},       {"pa", "punjabi"},    {"si", "sinhala"},    {"km", "khmer"},
    {"sn", "shona"},      {"yo", "yoruba"},        {"so", "somali"},     {"af", "afrikaans"},  {"oc", "occitan"},
    {"ka", "georgian"},   {"be", "belarusian"},    {"tg", "tajik"},      {"sd", "sindhi"},     {"gu", "gujarati"},
    {"am", "amharic"},    {"yi", "yiddish"},       {"lo", "lao"},        {"uz", "uzbek"},      {"fo", "faroese"},
    {"ht", "haitian creole"}, {"ps", "pashto"},    {"tk", "turkmen"},    {"nn", "nynorsk"},    {"mt", "maltese"},
    {"sa", "sanskrit"},   {"lb", "luxembourgish"}, {"my", "myanmar"},    {"bo", "tibetan"},    {"tl", "tagalog"},
    {"mg", "malagasy"},   {"as", "assamese"},      {"tt", "tatar"},      {"haw", "hawaiian"},  {"ln", "lingala"},
    {"ha", "hausa"},      {"ba", "bashkir"},       {"jw", "javanese"},   {"su", "sundanese"},  {"yue", "cantonese"}};

/// Other names of some of them.
constexpr std::pair<std::string_view, std::string_view> kOtherNames[] = {
    {"burmese", "my"}, {"valencian", "ca"}, {"flemish", "nl"},  {"haitian", "ht"},   {"letzeburgesch", "lb"},
    {"pushto", "ps"},  {"panjabi", "pa"},   {"moldavian", "ro"}, {"moldovan", "ro"}, {"sinhalese", "si"},
    {"castilian", "es"}, {"mandarin", "zh"}};

std::uint32_t numberOfLanguage(std::string_view named) {
  std::string language = lowerAscii(named);
  for (const auto& [name, code] : kOtherNames) {
    if (language == name) language = code;
  }
  const auto found = std::find_if(std::begin(kLanguages), std::end(kLanguages), [&](const auto& entry) {
    return entry.first == language || entry.second == language;
  });
  if (found == std::end(kLanguages))
    throw Error("tokenizer_config.json: language: expected one that Whisper knows, found '" + language + "'");
  return static_cast<std::uint32_t>(found - std::begin(kLanguages));
}

PipelineParts whisper(ClassContext& context) {
  const SpecialTokens tokens = context.specialTokens({{"unk_token", kEndOfText, false, false},
                                                      {"bos_token", kEndOfText, false, false},
                                                      {"eos_token", kEndOfText, false, false}});
  const TokenizerConfig& config = context.config();
  PipelineParts parts = byteLevelParts(context, addsPrefixSpace(context));
  parts.textSteps.emplace_back(DropTimestamps{});
  const auto language = config.text("language"), task = config.text("task");
  if (task && *task != "transcribe" && *task != "translate")
    throw Error("tokenizer_config.json: task: expected transcribe or translate, found '" + *task + "'");
  parts = context.finish(std::move(parts), tokens, [&](const TemplateBuilder& builder) {
    const SpecialToken start = builder.token("<|startoftranscript|>");
    std::vector<SpecialToken> prefix{start};
    if (language) {
      const std::uint32_t id = start.id + 1 + numberOfLanguage(*language);
      prefix.push_back({builder.tokenOf(id).value_or(""), id});
    }
    if (task) prefix.push_back(builder.token("<|" + *task + "|>"));
    if (!config.flagOr("predict_timestamps", false)) prefix.push_back(builder.token("<|notimestamps|>"));
    const SpecialToken end = builder.token(tokens.text("eos_token"));
    const Template::Part front{-1, prefix, 0}, first{0, {}, 0}, second{1, {}, 1};
    return PostProcessor{
        Template{{front, first, Template::Part{-1, {end}, 0}}, {front, first, second, Template::Part{-1, {end}, 1}}}};
  });
  const TemplateBuilder builder(parts, tokens.text("unk_token"));
  parts.prompt = PromptTokens{builder.token("<|startofprev|>").id, builder.token("<|startoftranscript|>").id};
  return parts;
}

}  // namespace

PipelineParts buildByteLevelClass(TokenizerClass kind, ClassContext& context) {
  switch (kind) {
    case TokenizerClass::GptNeoX:
      return gptNeoX(context);
    case TokenizerClass::Roberta:
      return roberta(context);
    case TokenizerClass::Blenderbot:
      return blenderbot(context);
    case TokenizerClass::Deberta:
      return deberta(context);
    case TokenizerClass::Qwen2:
      return qwen2(context);
    case TokenizerClass::Qwen35:
      return qwen(context, kQwen35Words);
    case TokenizerClass::Cohere:
      return cohere(context);
    case TokenizerClass::Clip:
      return clip(context);
    case TokenizerClass::Whisper:
      return whisper(context);
    default:
      return gpt2(context);
  }
}

}  // namespace headlight
