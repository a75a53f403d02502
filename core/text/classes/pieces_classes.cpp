#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/text/classes/language_codes.h"
#include "core/text/classes/tokenizer_classes.h"
#include "core/text/models/learned_merges.h"

namespace headlight {

namespace {

using Items = TemplateBuilder::Items;
using Prepend = MetaspaceSplit::Prepend;
using FrameRule = ClassContext::FrameRule;

bool isPieces(const ClassContext& context) { return context.source().kind == VocabularySource::Kind::SentencePiece; }

/// The place of a token, the first of that string at `from` or later; `otherwise` where there is none.
std::size_t placeOf(const ScoredTokens& tokens, std::string_view text, std::size_t otherwise, bool scoreless = false,
                    std::size_t from = 0) {
  for (std::size_t i = from; i < tokens.size(); ++i) {
    if (tokens[i].first == text && (!scoreless || tokens[i].second == 0)) return i;
  }
  return otherwise;
}

ReplaceText squeezed(const char* by = " ") { return {Pattern::regex(" {2,}"), by}; }

/// Spaces become marks, a mark begins each piece.
void addMetaspace(PipelineParts& parts, Prepend prepend, bool splitsAtWhitespace, bool splits = true) {
  if (splitsAtWhitespace) parts.preTokenizer.emplace_back(WhitespaceSplit{});
  parts.preTokenizer.emplace_back(MetaspaceSplit{kMark, prepend, splits});
  parts.decoder = Decoder{MetaspaceDecoder{kMark, prepend != Prepend::Never}};
}

void addCharsmap(PipelineParts& parts, const ClassContext& context) {
  if (context.source().charsmap) parts.normalizer.emplace_back(context.source().charsmap);
}

/// Whether a text begins with a mark, as add_prefix_space says.
Prepend prefixOf(const ClassContext& context, Prepend without = Prepend::Never) {
  return context.config().flagOr("add_prefix_space", true) ? Prepend::Always : without;
}

/// <s> A </s> </s> B </s>
ClassContext::Frame robertaFrame(const SpecialTokens& tokens) {
  return [bos = tokens.text("bos_token"), eos = tokens.text("eos_token")](const TemplateBuilder& builder) {
    return PostProcessor{builder.build({{bos, 0}, {"$A", 0}, {eos, 0}},
                                       {{bos, 0}, {"$A", 0}, {eos, 0}, {eos, 0}, {"$B", 0}, {eos, 0}})};
  };
}

/// Both texts of a pair one behind the other, between what stands in front and behind.
ClassContext::Frame joinedFrame(std::vector<std::string> front, std::vector<std::string> back) {
  return [front = std::move(front), back = std::move(back)](const TemplateBuilder& builder) {
    Items single, pair;
    for (const std::string& token : front) single.emplace_back(token, 0);
    single.emplace_back("$A", 0);
    pair = single;
    pair.emplace_back("$B", 0);
    for (const std::string& token : back) {
      single.emplace_back(token, 0);
      pair.emplace_back(token, 0);
    }
    return PostProcessor{builder.build(single, pair)};
  };
}

/// fairseq's ids: <s> <pad> </s> <unk> in front of the pieces but their first three, then `behind`.
ScoredTokens fairseqTokens(const ClassContext& context, const SpecialTokens& tokens, std::string_view first,
                           const std::vector<std::string>& behind) {
  const ScoredTokens& pieces = context.source().scored;
  ScoredTokens all;
  for (const std::string_view role : {first, std::string_view("pad_token"), std::string_view("eos_token"),
                                      std::string_view("unk_token")})
    all.emplace_back(tokens.text(role), 0);
  all.insert(all.end(), pieces.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, pieces.size())),
             pieces.end());
  for (const std::string& token : behind) all.emplace_back(token, 0);
  return all;
}

/// The normalizer of ALBERT and its kin in front of the character table.
void addAlbertSteps(PipelineParts& parts, bool keepsAccents, bool lowers, bool squeezes = false) {
  for (const char* quote : {"``", "''"}) parts.normalizer.emplace_back(ReplaceText{Pattern::literal(quote), "\""});
  if (squeezes) parts.normalizer.emplace_back(squeezed());
  if (!keepsAccents) {
    parts.normalizer.emplace_back(NormalizationForm::Nfkd);
    parts.normalizer.emplace_back(StripAccents{});
  }
  if (lowers) parts.normalizer.emplace_back(Lowercase{});
}

SpecialTokens clsSepTokens(const ClassContext& context) {
  return context.specialTokens({{"bos_token", "[CLS]"},
                                {"eos_token", "[SEP]"},
                                {"unk_token", "<unk>"},
                                {"sep_token", "[SEP]"},
                                {"pad_token", "<pad>"},
                                {"cls_token", "[CLS]"},
                                {"mask_token", "[MASK]"}});
}

/// The special tokens of fairseq's models; `maskTakesSpace` where the mask takes the space in front of it.
SpecialTokens fairseqTokensOf(const ClassContext& context, bool maskTakesSpace,
                              std::optional<std::vector<NamedToken>> additional = {}) {
  return context.specialTokens({{"bos_token", "<s>"},
                                {"eos_token", "</s>"},
                                {"sep_token", "</s>"},
                                {"cls_token", "<s>"},
                                {"unk_token", "<unk>"},
                                {"pad_token", "<pad>"},
                                {"mask_token", "<mask>", maskTakesSpace}},
                               std::move(additional));
}

PipelineParts albert(ClassContext& context) {
  const SpecialTokens tokens = clsSepTokens(context);
  PipelineParts parts{.model = context.unigram(context.source().scored, 1)};
  addAlbertSteps(parts, context.config().flagOr("keep_accents", false), context.config().flagOr("do_lower_case", true));
  addCharsmap(parts, context);
  addMetaspace(parts, prefixOf(context), true);
  return context.finish(std::move(parts), tokens, clsSepFrame(tokens), FrameRule::WithoutOther);
}

PipelineParts remBert(ClassContext& context) {
  const SpecialTokens tokens = clsSepTokens(context);
  PipelineParts parts{.model = context.unigram(context.source().scored, 2)};
  addAlbertSteps(parts, context.config().flagOr("keep_accents", true), context.config().flagOr("do_lower_case", false),
                 true);
  addCharsmap(parts, context);
  addMetaspace(parts, prefixOf(context), false);
  return context.finish(std::move(parts), tokens, clsSepFrame(tokens));
}

PipelineParts t5(ClassContext& context) {
  const std::size_t sentinels = context.config().naturalOr("extra_ids", 100);
  const auto sentinel = [](std::size_t i) { return "<extra_id_" + std::to_string(i) + ">"; };
  std::vector<NamedToken> additional = context.additionalTokens().value_or(std::vector<NamedToken>());
  if (std::none_of(additional.begin(), additional.end(),
                   [](const NamedToken& t) { return t.content.find("<extra_id_") != std::string::npos; })) {
    for (std::size_t i = 0; i < sentinels; ++i) additional.emplace_back(sentinel(i));
  }
  const SpecialTokens tokens = context.specialTokens(
      {{"eos_token", "</s>"}, {"unk_token", "<unk>"}, {"pad_token", "<pad>"}}, std::move(additional));
  ScoredTokens scored = context.source().scored;
  if (isPieces(context)) {
    for (std::size_t i = sentinels; i-- > 0;) scored.emplace_back(sentinel(i), 0);
  }
  PipelineParts parts{.model = context.unigram(scored, 2)};
  addCharsmap(parts, context);
  addMetaspace(parts, Prepend::Always, true);
  return context.finish(std::move(parts), tokens, [&](const TemplateBuilder& builder) {
    const std::string eos = tokens.text("eos_token");
    return PostProcessor{builder.build({{"$A", 0}, {eos, 0}}, {{"$A", 0}, {eos, 0}, {"$B", 0}, {eos, 0}})};
  });
}

PipelineParts xlmRoberta(ClassContext& context) {
  const SpecialTokens tokens = fairseqTokensOf(context, false);
  PipelineParts parts{.model = context.unigram(
                          isPieces(context)
                              ? fairseqTokens(context, tokens, "bos_token", {tokens.text("mask_token")})
                              : context.source().scored,
                          3)};
  addCharsmap(parts, context);
  addMetaspace(parts, prefixOf(context), true);
  return context.finish(std::move(parts), tokens, robertaFrame(tokens));
}

PipelineParts camembert(ClassContext& context) {
  auto additional = context.additionalTokens();
  if (!additional) additional = namedTokens({"<s>NOTUSED", "</s>NOTUSED", "<unk>NOTUSED"});
  const SpecialTokens tokens = fairseqTokensOf(context, true, additional);
  ScoredTokens scored = context.source().scored;
  if (isPieces(context)) {
    ScoredTokens all{{"<s>NOTUSED", 0}, {tokens.text("pad_token"), 0}, {"</s>NOTUSED", 0},
                     {tokens.text("unk_token"), 0}, {"<unk>NOTUSED", -100}};
    all.insert(all.end(), scored.begin() + 1, scored.end());
    all.emplace_back(tokens.text("mask_token"), 0);
    scored = std::move(all);
  }
  PipelineParts parts{.model = context.unigram(scored, placeOf(scored, tokens.text("unk_token"), 0))};
  addCharsmap(parts, context);
  addMetaspace(parts, prefixOf(context), true);
  return context.finish(std::move(parts), tokens, robertaFrame(tokens));
}

PipelineParts barthez(ClassContext& context) {
  const SpecialTokens tokens = fairseqTokensOf(context, true);
  PipelineParts parts{.model = context.unigram(context.source().scored, 3)};
  parts.normalizer = {ReplaceText{Pattern::regex("\\s{2,}|[\\n\\r\\t]"), " "}, NormalizationForm::Nfc,
                      StripEnds{false, true}};
  addMetaspace(parts, prefixOf(context), false);
  return context.finish(std::move(parts), tokens);
}

PipelineParts bigBird(ClassContext& context) {
  const SpecialTokens tokens = context.specialTokens({{"bos_token", "<s>"},
                                                      {"eos_token", "</s>"},
                                                      {"unk_token", "<unk>"},
                                                      {"pad_token", "<pad>"},
                                                      {"sep_token", "[SEP]"},
                                                      {"mask_token", "[MASK]", true},
                                                      {"cls_token", "[CLS]"}});
  const ScoredTokens& scored = context.source().scored;
  PipelineParts parts{.model = context.unigram(scored, placeOf(scored, tokens.text("unk_token"), 100, true))};
  parts.normalizer.emplace_back(squeezed(kMark));
  addMetaspace(parts, prefixOf(context), false);
  return context.finish(std::move(parts), tokens, clsSepFrame(tokens));
}

PipelineParts mbart(ClassContext& context) {
  std::vector<std::string> codes(kMbartLanguages.begin(), kMbartLanguages.end());
  std::vector<NamedToken> additional = namedTokens(codes);
  for (const NamedToken& token : context.additionalTokens().value_or(std::vector<NamedToken>())) {
    if (!token.plain || std::find(codes.begin(), codes.end(), token.content) == codes.end())
      additional.push_back(token);
  }
  const SpecialTokens tokens = fairseqTokensOf(context, true, std::move(additional));
  codes.push_back(tokens.text("mask_token"));
  PipelineParts parts{.model = context.unigram(isPieces(context) ? fairseqTokens(context, tokens, "bos_token", codes)
                                                                 : context.source().scored,
                                               3)};
  addMetaspace(parts, Prepend::Always, true);
  return context.finish(
      std::move(parts), tokens,
      joinedFrame({}, {tokens.text("eos_token"), context.config().text("src_lang").value_or("en_XX")}));
}

PipelineParts mbart50(ClassContext& context) {
  std::vector<std::string> codes(kMbartLanguages.begin(), kMbartLanguages.end());
  codes.insert(codes.end(), kMbart50Languages.begin(), kMbart50Languages.end());
  std::vector<NamedToken> additional = context.additionalTokens().value_or(std::vector<NamedToken>());
  for (NamedToken& code : namedTokens(codes)) additional.push_back(std::move(code));
  const SpecialTokens tokens = context.specialTokens({{"eos_token", "</s>"},
                                                      {"sep_token", "</s>"},
                                                      {"cls_token", "<s>"},
                                                      {"unk_token", "<unk>"},
                                                      {"pad_token", "<pad>"},
                                                      {"mask_token", "<mask>", true}},
                                                     std::move(additional));
  const ScoredTokens& given = context.source().scored;
  const bool hasCodes = std::any_of(given.begin(), given.end(), [&](const auto& token) {
    return std::find(codes.begin(), codes.end(), token.first) != codes.end();
  });
  codes.push_back(tokens.text("mask_token"));
  PipelineParts parts{
      .model = context.unigram(hasCodes ? given : fairseqTokens(context, tokens, "cls_token", codes), 3)};
  addCharsmap(parts, context);
  parts.normalizer.emplace_back(squeezed());
  addMetaspace(parts, Prepend::Always, false);
  return context.finish(
      std::move(parts), tokens,
      joinedFrame({context.config().text("src_lang").value_or("en_XX")}, {tokens.text("eos_token")}));
}

PipelineParts nllb(ClassContext& context) {
  auto additional = context.additionalTokens();
  if (!additional) additional = namedTokens({kNllbLanguages.begin(), kNllbLanguages.end()});
  const SpecialTokens tokens = context.specialTokens({{"bos_token", "<s>"},
                                                      {"eos_token", "</s>"},
                                                      {"sep_token", "</s>"},
                                                      {"cls_token", "<s>"},
                                                      {"unk_token", "<unk>"},
                                                      {"pad_token", "<pad>"},
                                                      {"mask_token", "<mask>", true, true}},
                                                     additional);
  if (isPieces(context)) {
    Vocabulary words;
    std::uint32_t next = 0;
    const auto add = [&](std::string_view token) {
      if (words.idOf(token) == Vocabulary::kNone) words.add(token, next++);
    };
    for (const std::string_view role : {"bos_token", "pad_token", "eos_token", "unk_token"}) add(tokens.text(role));
    for (const auto& piece : context.source().pieces->pieces) add(piece.text);
    context.source().words = std::move(words);
  }
  Bpe::Options options;
  options.unknown = tokens.text("unk_token");
  options.fuseUnknown = true;
  PipelineParts parts{.model = context.bpe(options)};
  if (context.source().charsmap) parts.normalizer = {context.source().charsmap, squeezed()};
  addMetaspace(parts, Prepend::Always, false);
  const std::string language = context.config().text("src_lang").value_or("eng_Latn"), eos = tokens.text("eos_token");
  const bool legacy = context.config().flagOr("legacy_behaviour", false);
  return context.finish(std::move(parts), tokens, [&](const TemplateBuilder& builder) {
    // A language without a token keeps its name.
    const Template::Part code{-1, {{language, builder.token(language).id}}, 0}, end{-1, {builder.token(eos)}, 0},
        first{0, {}, 0}, second{1, {}, 0};
    return PostProcessor{legacy ? Template{{first, end, code}, {first, second, end, code}}
                                : Template{{code, first, end}, {code, first, second, end}}};
  });
}

PipelineParts pegasus(ClassContext& context) {
  const TokenizerConfig& config = context.config();
  const std::size_t offset = config.naturalOr("offset", 103);
  const auto unused = [](std::size_t i) { return "<unk_" + std::to_string(i) + ">"; };
  const bool silent = config.says("mask_token_sent") && !config.text("mask_token_sent");
  const std::string sentence = silent ? "" : config.text("mask_token_sent").value_or("<mask_1>");
  const std::vector<NamedToken> given = context.additionalTokens().value_or(std::vector<NamedToken>());
  const bool isGiven = std::any_of(given.begin(), given.end(),
                                   [&](const NamedToken& t) { return t.plain && t.content == sentence; });
  std::vector<NamedToken> additional;
  if (!isGiven && !sentence.empty()) additional.emplace_back(sentence);
  for (std::size_t i = 2; i < offset; ++i) additional.emplace_back(unused(i));
  const SpecialTokens tokens = context.specialTokens(
      {{"pad_token", "<pad>"}, {"eos_token", "</s>"}, {"unk_token", "<unk>"}, {"mask_token", "<mask_2>"}},
      std::move(additional));
  ScoredTokens scored = context.source().scored;
  if (isPieces(context)) {
    // The two masks stand in the vocabulary in the order of their numbers where the settings do not say them; one that
    // they say not to be there (null) has no place.
    const bool saysMask = std::any_of(config.roles().begin(), config.roles().end(),
                                      [](const auto& role) { return role.first == "mask_token"; });
    const std::string mask = saysMask ? tokens.text("mask_token") : "<mask_1>",
                      other = silent ? "" : config.text("mask_token_sent").value_or("<mask_2>");
    ScoredTokens all{{tokens.text("pad_token"), 0}, {tokens.text("eos_token"), 0}};
    if (!mask.empty()) all.emplace_back(mask, 0);
    if (!other.empty() && other != mask) all.emplace_back(other, 0);
    for (std::size_t i = 2; i < offset; ++i) all.emplace_back(unused(i), -100);
    all.insert(all.end(), scored.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(2, scored.size())),
               scored.end());
    scored = std::move(all);
  }
  const std::string unknown = tokens.text("unk_token");
  PipelineParts parts{.model =
                          context.unigram(scored, placeOf(scored, unknown, placeOf(scored, unknown, 0), true, 1))};
  if (context.source().charsmap) {
    addCharsmap(parts, context);
  } else {
    parts.normalizer.emplace_back(ReplaceText{Pattern::regex("\\n"), " "});
  }
  parts.normalizer.emplace_back(squeezed());
  addMetaspace(parts, Prepend::Always, false);
  return context.finish(std::move(parts), tokens, joinedFrame({}, {tokens.text("eos_token")}));
}

PipelineParts xlnet(ClassContext& context) {
  auto additional = context.additionalTokens();
  if (!additional) additional = namedTokens({"<eop>", "<eod>"});
  const SpecialTokens tokens = context.specialTokens({{"bos_token", "<s>"},
                                                      {"eos_token", "</s>"},
                                                      {"unk_token", "<unk>"},
                                                      {"sep_token", "<sep>"},
                                                      {"pad_token", "<pad>"},
                                                      {"cls_token", "<cls>"},
                                                      {"mask_token", "<mask>", true}},
                                                     additional);
  const std::size_t unknown = isPieces(context)
                                  ? static_cast<std::size_t>(context.source().pieces->unknownId)
                                  : context.config().naturalOr("unk_id", 0);
  PipelineParts parts{.model = context.unigram(context.source().scored, unknown)};
  addAlbertSteps(parts, false, context.config().flagOr("do_lower_case", false));
  addCharsmap(parts, context);
  addMetaspace(parts, Prepend::Always, true);
  return context.finish(std::move(parts), tokens, [&](const TemplateBuilder& builder) {
    const std::string cls = tokens.text("cls_token"), sep = tokens.text("sep_token");
    return PostProcessor{builder.build({{"$A", 0}, {sep, 0}, {cls, 2}},
                                       {{"$A", 0}, {sep, 0}, {"$B", 1}, {sep, 1}, {cls, 2}})};
  });
}

PipelineParts debertaV2(ClassContext& context) {
  SpecialTokens tokens = context.specialTokens({{"bos_token", "[CLS]"},
                                                {"eos_token", "[SEP]"},
                                                {"unk_token", "[UNK]"},
                                                {"sep_token", "[SEP]"},
                                                {"pad_token", "[PAD]"},
                                                {"cls_token", "[CLS]"},
                                                {"mask_token", "[MASK]"}});
  const ScoredTokens& scored = context.source().scored;
  const std::size_t otherwise = isPieces(context)
                                    ? static_cast<std::size_t>(context.source().pieces->unknownId)
                                    : context.config().naturalOr("unk_id", 1);
  PipelineParts parts{.model = context.unigram(scored, placeOf(scored, tokens.text("unk_token"), otherwise, true))};
  if (context.config().flagOr("do_lower_case", false)) parts.normalizer.emplace_back(Lowercase{});
  parts.normalizer.emplace_back(ReplaceText{Pattern::regex("\\s{2,}|[\\n\\r\\t]"), " "});
  parts.normalizer.emplace_back(NormalizationForm::Nfc);
  parts.normalizer.emplace_back(StripEnds{false, true});
  if (context.config().flagOr("split_by_punct", false))
    parts.preTokenizer.emplace_back(PunctuationSplit{SplitBehaviour::Isolated});
  addMetaspace(parts, prefixOf(context, Prepend::First), false);
  parts.remarks = fillClsAndSep(tokens, vocabularyOf(parts.model), 0, 0);
  return context.finish(std::move(parts), tokens, clsSepFrame(tokens));
}

PipelineParts xglm(ClassContext& context) {
  constexpr int kUnusedWords = 7;
  std::vector<NamedToken> additional = context.additionalTokens().value_or(std::vector<NamedToken>());
  for (int i = 0; i < kUnusedWords; ++i) additional.emplace_back("<madeupword" + std::to_string(i) + ">");
  const SpecialTokens tokens = context.specialTokens({{"bos_token", "<s>"},
                                                      {"eos_token", "</s>"},
                                                      {"sep_token", "</s>"},
                                                      {"cls_token", "<s>"},
                                                      {"unk_token", "<unk>"},
                                                      {"pad_token", "<pad>"}},
                                                     std::move(additional));
  PipelineParts parts{.model = context.unigram(context.source().scored, 3)};
  addCharsmap(parts, context);
  parts.normalizer.emplace_back(squeezed());
  addMetaspace(parts, prefixOf(context), false);
  return context.finish(std::move(parts), tokens, [&](const TemplateBuilder& builder) {
    const std::string eos = tokens.text("eos_token");
    return PostProcessor{builder.build({{eos, 0}, {"$A", 0}}, {{eos, 0}, {"$A", 0}, {eos, 0}, {eos, 0}, {"$B", 0}})};
  });
}

PipelineParts reformer(ClassContext& context) {
  const SpecialTokens tokens = context.specialTokens({{"eos_token", "</s>"}, {"unk_token", "<unk>"}});
  Bpe::Options options;
  options.unknown = tokens.text("unk_token");
  options.fuseUnknown = true;
  PipelineParts parts{.model = context.bpe(options)};
  if (context.source().charsmap) parts.normalizer = {context.source().charsmap, squeezed()};
  addMetaspace(parts, Prepend::Always, false);
  return context.finish(std::move(parts), tokens);
}

/// Bytes for what the vocabulary lacks, marks turned into spaces again.
Decoder fallbackDecoder(bool dropsPrefix) {
  Decoder decoder{ReplaceDecoder{Pattern::literal(kMark), " "}, ByteFallbackDecoder{}, FuseDecoder{}};
  if (dropsPrefix) decoder.emplace_back(StripDecoder{" ", 1, 0});
  return decoder;
}

PipelineParts llama(ClassContext& context) {
  const SpecialTokens tokens =
      context.specialTokens({{"unk_token", "<unk>"}, {"bos_token", "<s>"}, {"eos_token", "</s>"}});
  Bpe::Options options;
  options.fuseUnknown = options.byteFallback = true;
  PipelineParts parts{.model = context.bpe(options)};
  const bool prefix = context.config().flagUnlessNull("add_prefix_space").value_or(true),
             legacy = context.config().flagOr("legacy", false);
  addMetaspace(parts, !prefix ? Prepend::Never : legacy ? Prepend::Always : Prepend::First, false, false);
  parts.decoder = fallbackDecoder(prefix);
  return context.finish(std::move(parts), tokens);
}

PipelineParts codeLlama(ClassContext& context) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kInfilling{
      {{"prefix_token", "\xE2\x96\x81<PRE>"},
       {"middle_token", "\xE2\x96\x81<MID>"},
       {"suffix_token", "\xE2\x96\x81<SUF>"},
       {"eot_token", "\xE2\x96\x81<EOT>"},
       {"fill_token", "<FILL_ME>"}}};
  std::vector<NamedToken> additional = context.additionalTokens().value_or(std::vector<NamedToken>());
  for (const auto& [role, content] : kInfilling) additional.emplace_back(std::string(content));
  const SpecialTokens tokens = context.specialTokens({{"unk_token", "<unk>"},
                                                      {"bos_token", "<s>"},
                                                      {"eos_token", "</s>"},
                                                      {kInfilling[0].first, kInfilling[0].second},
                                                      {kInfilling[1].first, kInfilling[1].second},
                                                      {kInfilling[2].first, kInfilling[2].second},
                                                      {kInfilling[3].first, kInfilling[3].second},
                                                      {kInfilling[4].first, kInfilling[4].second}},
                                                     std::move(additional));
  Bpe::Options options;
  options.unknown = tokens.text("unk_token");
  options.fuseUnknown = options.byteFallback = true;
  PipelineParts parts{.model = context.bpe(options)};
  addMetaspace(parts,
               context.config().flagUnlessNull("add_prefix_space").value_or(true) ? Prepend::First : Prepend::Never,
               false, false);
  parts.decoder = fallbackDecoder(true);
  return context.finish(std::move(parts), tokens, {}, FrameRule::Always, true);
}

PipelineParts gemma(ClassContext& context, bool lowers) {
  const SpecialTokens tokens = context.specialTokens({{"unk_token", "<unk>"},
                                                      {"bos_token", "<bos>"},
                                                      {"eos_token", "<eos>"},
                                                      {"pad_token", "<pad>"},
                                                      {"mask_token", "<mask>"}});
  Bpe::Options options;
  options.unknown = tokens.text("unk_token");
  options.fuseUnknown = options.byteFallback = true;
  PipelineParts parts{.model = context.bpe(options)};
  if (lowers) parts.normalizer.emplace_back(Lowercase{});
  parts.normalizer.emplace_back(ReplaceText{Pattern::literal(" "), kMark});
  parts.preTokenizer.emplace_back(
      PatternSplit{Pattern::literal(" "), SplitBehaviour::MergedWithPrevious, false});
  parts.decoder = fallbackDecoder(false);
  return context.finish(std::move(parts), tokens);
}

/// `text` as a regular expression that matches nothing else.
std::string escaped(std::string_view text) {
  std::string expression;
  for (const char c : text) {
    if (std::string_view("\\^$.|?*+()[]{}").find(c) != std::string_view::npos) expression.push_back('\\');
    expression.push_back(c);
  }
  return expression;
}

PipelineParts fromTiktoken(ClassContext& context) {
  constexpr const char* kWords =
      R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
  const SpecialTokens tokens = context.specialTokens({});
  const auto base = static_cast<std::uint32_t>(context.source().words.size());
  std::vector<std::string> extra;
  const auto& added = context.config().addedTokens();
  constexpr std::uint32_t kMostReserved = 1'000'000;
  if (!added.empty() && added.rbegin()->first >= base && added.rbegin()->first - base < kMostReserved) {
    for (std::uint32_t id = base; id <= added.rbegin()->first; ++id) {
      const auto token = added.find(id);
      extra.push_back(token != added.end() ? token->second.content : "<|reserved_token_" + std::to_string(id) + "|>");
    }
  }
  for (const NamedToken& token : context.config().extra().value_or(std::vector<NamedToken>())) {
    if (std::find(extra.begin(), extra.end(), token.content) == extra.end()) extra.push_back(token.content);
  }
  Bpe::Options options;
  options.ignoreMerges = true;
  PipelineParts parts{.model = context.bpe(options)};
  parts.preTokenizer.emplace_back(PatternSplit{Pattern::regex(kWords), SplitBehaviour::Isolated, false});
  parts.preTokenizer.emplace_back(ByteLevelSplit{false, false});
  parts.decoder = Decoder{ByteLevelDecoder{}};
  for (const std::string& token : extra) parts.addedTokens.push_back(NamedToken(token));
  return context.finish(
      std::move(parts), tokens, [](const TemplateBuilder&) { return PostProcessor{TrimByteLevel{true, false}}; },
      FrameRule::WithoutOther);
}

}  // namespace

PipelineParts buildFromPieces(ClassContext& context) {
  if (context.source().kind == VocabularySource::Kind::Tiktoken) return fromTiktoken(context);
  using Type = SentencePieceModel::PieceType;
  const SentencePieceModel& model = *context.source().pieces;
  std::vector<std::string> names;
  for (const auto& piece : model.pieces) names.push_back(piece.text);
  const bool isBpe = model.kind != SentencePieceModel::Kind::Unigram;
  if (isBpe) {
    // Pieces that only keep a place free go by the name that the settings give to their id.
    const auto& added = context.config().addedTokens();
    const auto keepsName = [&](const std::string& name) {
      const std::uint32_t id = context.source().words.idOf(name);
      return id != Vocabulary::kNone && !added.contains(id);
    };
    std::vector<std::string> renamed = names;
    for (const auto& [id, token] : added) {
      if (id < names.size() && !keepsName(token.content)) renamed[id] = token.content;
    }
    names = std::move(renamed);
  }
  std::vector<std::string> userDefined;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (model.pieces[i].type == Type::UserDefined) userDefined.push_back(names[i]);
  }
  std::stable_sort(userDefined.begin(), userDefined.end(),
                   [](const auto& a, const auto& b) { return utf8::count(a) > utf8::count(b); });

  std::vector<NamedToken> additional;
  for (const AddedToken& control : context.source().controls) {
    if (control.special) additional.emplace_back(control);
  }
  const auto ownToken = [](int id, const std::string& piece, const char* otherwise) {
    return id < 0 ? std::string() : piece.empty() ? std::string(otherwise) : piece;
  };
  const std::string bos = ownToken(model.bosId, model.bosPiece, "<s>"),
                    eos = ownToken(model.eosId, model.eosPiece, "</s>"),
                    unknown = ownToken(model.unknownId, model.unknownPiece, "<unk>");
  const SpecialTokens tokens =
      context.specialTokens({{"bos_token", bos}, {"eos_token", eos}, {"unk_token", unknown}}, std::move(additional));

  const auto madeModel = [&]() -> TextModel {
    if (!isBpe)
      return context.unigram(context.source().scored, static_cast<std::size_t>(model.unknownId), model.byteFallback);
    Vocabulary words;
    for (std::uint32_t id = 0; id < names.size(); ++id) words.add(names[id], id);
    context.source().words = std::move(words);
    context.source().merges = mergesOfScores(model, names);
    Bpe::Options options;
    options.unknown = model.unknownPiece;
    options.fuseUnknown = true;
    options.byteFallback = model.byteFallback;
    options.ignoreMerges = !userDefined.empty();
    return context.bpe(options);
  };
  PipelineParts parts{.model = madeModel()};
  const bool legacy = context.config().flagOr("legacy", true);
  addCharsmap(parts, context);
  if (model.removeExtraWhitespaces) {
    parts.normalizer.emplace_back(ReplaceText{Pattern::regex("\\A +| +\\z"), ""});
    parts.normalizer.emplace_back(squeezed());
  }
  if (model.escapeWhitespaces) parts.normalizer.emplace_back(ReplaceText{Pattern::literal(" "), kMark});
  if (model.addDummyPrefix) {
    if (legacy)
      parts.normalizer.emplace_back(
          ReplaceText{Pattern::regex(std::string("\\A") + kMark), std::string(kMark) + kMark});
    parts.preTokenizer.emplace_back(MetaspaceSplit{kMark, legacy ? Prepend::Always : Prepend::First, false});
  }
  if (!userDefined.empty()) {
    std::string expression;
    for (const std::string& piece : userDefined) expression += (expression.empty() ? "" : "|") + escaped(piece);
    parts.preTokenizer.emplace_back(PatternSplit{Pattern::regex(expression), SplitBehaviour::Isolated, false});
  }
  Decoder decoder{ReplaceDecoder{Pattern::literal(kMark), " "}};
  if (model.byteFallback) decoder.emplace_back(ByteFallbackDecoder{});
  if (model.addDummyPrefix || model.byteFallback) decoder.emplace_back(FuseDecoder{});
  if (model.addDummyPrefix) decoder.emplace_back(StripDecoder{" ", 1, 0});
  parts.decoder = std::move(decoder);
  if (model.addDummyPrefix) context.lookInRawText();
  return context.finish(std::move(parts), tokens);
}

PipelineParts buildPiecesClass(TokenizerClass kind, ClassContext& context) {
  switch (kind) {
    case TokenizerClass::Albert:
      return albert(context);
    case TokenizerClass::RemBert:
      return remBert(context);
    case TokenizerClass::T5:
      return t5(context);
    case TokenizerClass::XlmRoberta:
      return xlmRoberta(context);
    case TokenizerClass::Camembert:
      return camembert(context);
    case TokenizerClass::Barthez:
      return barthez(context);
    case TokenizerClass::BigBird:
      return bigBird(context);
    case TokenizerClass::Mbart:
      return mbart(context);
    case TokenizerClass::Mbart50:
      return mbart50(context);
    case TokenizerClass::Nllb:
      return nllb(context);
    case TokenizerClass::Pegasus:
      return pegasus(context);
    case TokenizerClass::Xlnet:
      return xlnet(context);
    case TokenizerClass::DebertaV2:
      return debertaV2(context);
    case TokenizerClass::Xglm:
      return xglm(context);
    case TokenizerClass::Reformer:
      return reformer(context);
    case TokenizerClass::CodeLlama:
      return codeLlama(context);
    case TokenizerClass::Gemma:
      return gemma(context, false);
    case TokenizerClass::Siglip2:
      return gemma(context, true);
    default:
      return llama(context);
  }
}

}  // namespace headlight
