#include "core/model/gguf/gguf_words.h"

#include <algorithm>

namespace headlight {
namespace {

// Pieces of the expressions that models were published with.
#define ENGLISH_ENDINGS "(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])"
#define BLANKS "\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
#define GPT2_WORDS "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)"
#define WORDS_WITH_MARK "[^\\r\\n\\p{L}\\p{N}]?\\p{L}+"
#define SIGNS " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
#define SIGNS_AND_SLASHES " ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*"
#define UPPER "[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]"
#define LOWER "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]"

constexpr std::string_view kGpt2 = GPT2_WORDS;
constexpr std::string_view kLlama3 =
    ENGLISH_ENDINGS "|" WORDS_WITH_MARK "|\\p{N}{1,3}|" SIGNS "|" BLANKS;
constexpr std::string_view kQwen2 = ENGLISH_ENDINGS "|" WORDS_WITH_MARK "|\\p{N}|" SIGNS "|" BLANKS;
constexpr std::string_view kQwen35 = ENGLISH_ENDINGS
    "|[^\\r\\n\\p{L}\\p{N}]?[\\p{L}\\p{M}]+|\\p{N}| ?[^\\s\\p{L}\\p{M}\\p{N}]+[\\r\\n]*|" BLANKS;
constexpr std::string_view kTekken = "[^\\r\\n\\p{L}\\p{N}]?" UPPER "*" LOWER "+|[^\\r\\n\\p{L}\\p{N}]?" UPPER "+" LOWER
                                     "*|\\p{N}|" SIGNS_AND_SLASHES "|" BLANKS;
constexpr std::string_view kGpt4o = "[^\\r\\n\\p{L}\\p{N}]?" UPPER "*" LOWER "+" ENGLISH_ENDINGS
                                    "?|[^\\r\\n\\p{L}\\p{N}]?" UPPER "+" LOWER "*" ENGLISH_ENDINGS
                                    "?|\\p{N}{1,3}|" SIGNS_AND_SLASHES "|" BLANKS;
constexpr std::string_view kSeedCoder =
    ENGLISH_ENDINGS "|" WORDS_WITH_MARK "|\\p{N}{1}| ?[^\\s\\p{L}\\p{N}\\r\\n]+|" BLANKS;
constexpr std::string_view kKimi =
    "[\\p{Han}]+|[^\\r\\n\\p{L}\\p{N}]?(?:(?!\\p{Han})" UPPER ")*(?:(?!\\p{Han})" LOWER ")+" ENGLISH_ENDINGS
    "?|[^\\r\\n\\p{L}\\p{N}]?(?:(?!\\p{Han})" UPPER ")+(?:(?!\\p{Han})" LOWER ")*" ENGLISH_ENDINGS
    "?|\\p{N}{1,3}|" SIGNS "|" BLANKS;
constexpr std::string_view kBloom = " ?[^(\\s|.,!?…。，、।۔،)]+";
constexpr std::string_view kChinese = "[\\x{4E00}-\\x{9FA5}\\x{800}-\\x{4E00}\\x{AC00}-\\x{D7FF}]+";
/// Letters of scripts with two cases.
constexpr std::string_view kDeepSeekWords =
    "\\s?["
    "\\x{41}-\\x{5A}\\x{61}-\\x{7A}\\x{B5}\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{1BA}\\x{1BC}-\\x{1BF}"
    "\\x{1C4}-\\x{293}\\x{295}-\\x{2AF}\\x{370}-\\x{373}\\x{376}\\x{377}\\x{37B}-\\x{37D}\\x{37F}\\x{386}"
    "\\x{388}-\\x{38A}\\x{38C}\\x{38E}-\\x{3A1}\\x{3A3}-\\x{3F5}\\x{3F7}-\\x{481}\\x{48A}-\\x{52F}"
    "\\x{531}-\\x{556}\\x{10A0}-\\x{10C5}\\x{13A0}-\\x{13F5}\\x{13F8}-\\x{13FD}\\x{1C90}-\\x{1CBA}"
    "\\x{1CBD}-\\x{1CBF}\\x{1D00}-\\x{1D2B}\\x{1D6B}-\\x{1D77}\\x{1D79}-\\x{1D9A}\\x{1E00}-\\x{1F15}"
    "\\x{1F18}-\\x{1F1D}\\x{1F20}-\\x{1F45}\\x{1F48}-\\x{1F4D}\\x{1F50}-\\x{1F57}\\x{1F59}\\x{1F5B}\\x{1F5D}"
    "\\x{1F5F}-\\x{1F7D}\\x{1F80}-\\x{1FB4}\\x{1FB6}-\\x{1FBC}\\x{1FBE}\\x{1FC2}-\\x{1FC4}\\x{1FC6}-\\x{1FCC}"
    "\\x{1FD0}-\\x{1FD3}\\x{1FD6}-\\x{1FDB}\\x{1FE0}-\\x{1FEC}\\x{1FF2}-\\x{1FF4}\\x{1FF6}-\\x{1FFC}\\x{2102}"
    "\\x{2107}\\x{210A}-\\x{2113}\\x{2115}\\x{2119}-\\x{211D}\\x{2124}\\x{2126}\\x{2128}\\x{212A}-\\x{212D}"
    "\\x{212F}-\\x{2134}\\x{2139}\\x{213C}-\\x{213F}\\x{2145}-\\x{2149}\\x{214E}\\x{2183}\\x{2184}"
    "\\x{2C00}-\\x{2C7B}\\x{2C7E}-\\x{2CE4}\\x{2CEB}-\\x{2CEE}\\x{2CF2}\\x{2CF3}\\x{A640}-\\x{A66D}"
    "\\x{A680}-\\x{A69B}\\x{A722}-\\x{A76F}\\x{A771}-\\x{A787}\\x{A78B}-\\x{A78E}\\x{AB70}-\\x{ABBF}"
    "\\x{FB00}-\\x{FB06}\\x{FB13}-\\x{FB17}\\x{FF21}-\\x{FF3A}\\x{FF41}-\\x{FF5A}\\x{10400}-\\x{1044F}"
    "\\x{104B0}-\\x{104D3}\\x{104D8}-\\x{104FB}\\x{10C80}-\\x{10CB2}\\x{10CC0}-\\x{10CF2}"
    "\\x{118A0}-\\x{118DF}\\x{1E900}-\\x{1E943}"
    "]+";
constexpr std::string_view kDeepSeekSigns =
    "\\s?[!-/:-~\\x{FF01}-\\x{FF0F}\\x{FF1A}-\\x{FF5E}\\x{2018}-\\x{201F}\\x{3000}-\\x{3002}]+";
constexpr std::string_view kDeepSeek3Han = "[\\x{4E00}-\\x{9FA5}\\x{3040}-\\x{309F}\\x{30A0}-\\x{30FF}]+";
constexpr std::string_view kDeepSeek3 =
    "[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+|[^\\r\\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+|"
    " ?[\\p{P}\\p{S}]+[\\r\\n]*|" BLANKS;
constexpr std::string_view kFalconSigns = "[\\p{P}\\$\\+<=>\\^~\\|`]+", kDefaultSigns = "[\\p{P}\\$\\+<=>\\^~\\|]+";
constexpr std::string_view kDigits = "\\p{N}+", kDigit = "\\p{N}", kUpToThree = "\\p{N}{1,3}",
                           kThree = "[0-9][0-9][0-9]";
constexpr std::string_view kLines = "[\\r\\n]";

const std::vector<GgufWords>& all() {
  static const std::vector<GgufWords> words = {
      {.names = {"default"}, .expressions = {kDefaultSigns, kGpt2, kDigits, kThree}},
      {.names = {"llama-bpe", "llama3", "llama-v3", "falcon3", "falcon-h1", "pixtral", "midm-2.0", "lfm2"},
       .expressions = {kLlama3},
       .begins = true,
       .wholeWords = true},
      {.names = {"dbrx", "smaug-bpe", "glm4", "chatglm-bpe"}, .expressions = {kLlama3}},
      {.names = {"gpt-2", "mpt", "olmo", "jais", "phi-2", "jina-es", "jina-de", "jina-v2-es", "jina-v2-de", "gigachat",
                 "a.x-4.0", "mellum", "modern-bert", "roberta-bpe", "jina-v1-en", "jina-v2-code", "exaone4", "trillion",
                 "granite-docling"},
       .expressions = {kGpt2}},
      {.names = {"starcoder", "refact", "command-r", "smollm", "codeshell", "exaone", "minerva-7b"},
       .expressions = {kDigit, kGpt2}},
      {.names = {"qwen2", "stablelm2", "hunyuan", "deepseek-r1-qwen", "kormo", "megrez"}, .expressions = {kQwen2}},
      {.names = {"qwen35"}, .expressions = {kQwen35}},
      {.names = {"tekken"}, .expressions = {kTekken}, .begins = true, .wholeWords = true},
      {.names = {"gpt-4o", "llama4"}, .expressions = {kGpt4o}},
      {.names = {"kimi-k2"}, .expressions = {kKimi}},
      {.names = {"seed-coder"}, .expressions = {kSeedCoder}},
      {.names = {"bloom", "poro-chat", "gpt3-finnish"}, .expressions = {kBloom}},
      {.names = {"viking"}, .expressions = {kBloom, kDigit}},
      {.names = {"falcon"}, .expressions = {kFalconSigns, kGpt2, kThree}},
      {.names = {"deepseek-llm"},
       .expressions = {kLines, kDeepSeekWords, kDeepSeekSigns, "\\s+$", kChinese, kDigits}},
      {.names = {"deepseek-coder"}, .expressions = {kLines, "\\s?\\p{L}+", "\\s?\\p{P}+", kChinese, kDigit}},
      {.names = {"deepseek-v3", "hunyuan-dense"}, .expressions = {kUpToThree, kDeepSeek3Han, kDeepSeek3}},
  };
  return words;
}

}  // namespace

const GgufWords* ggufWordsOf(std::string_view name) {
  for (const GgufWords& words : all())
    if (std::find(words.names.begin(), words.names.end(), name) != words.names.end()) return &words;
  return nullptr;
}

const GgufWords& ggufDefaultWords() { return all().front(); }

std::string ggufWordNames() {
  std::string names;
  for (const GgufWords& words : all())
    for (const std::string_view name : words.names) names += (names.empty() ? "" : ", ") + std::string(name);
  return names;
}

}  // namespace headlight
