#include <algorithm>
#include <memory>

#include "core/base/error.h"
#include "core/text/classes/language_codes.h"
#include "core/text/classes/tokenizer_classes.h"

namespace headlight {

namespace {

/// vocab.json's tokens by id, and `behind` with the ids after them.
Vocabulary namedTokensOf(const ClassContext& context, const std::vector<std::string>& behind) {
  const Vocabulary& vocabulary = context.source().words;
  if (vocabulary.size() != vocabulary.idBound())
    throw Error("vocab.json: expected the ids 0 to " + std::to_string(vocabulary.size() - 1) + ", each once, found " +
                std::to_string(vocabulary.idBound() - 1));
  Vocabulary all = vocabulary;
  for (const std::string& token : behind) all.add(token, all.idBound());
  return all;
}

/// What puts the tokens of a text together again.
std::shared_ptr<PiecesDecoder> decoderOf(const SentencePieceModel& model, const SpecialTokens& tokens) {
  using Type = SentencePieceModel::PieceType;
  auto decoder = std::make_shared<PiecesDecoder>();
  for (const auto& piece : model.pieces) {
    if (piece.type == Type::Byte) decoder->bytes.insert(piece.text);
    if (piece.type == Type::Control) decoder->controls.insert(piece.text);
    if (piece.type == Type::Normal || piece.type == Type::UserDefined) decoder->pieces.insert(piece.text);
  }
  for (const auto& [role, token] : tokens.roles) decoder->special.insert(token.content);
  for (const NamedToken& token : tokens.extra) decoder->special.insert(token.content);
  decoder->dropsPrefix = model.addDummyPrefix || model.removeExtraWhitespaces;
  decoder->dropsAllMarks = model.removeExtraWhitespaces;
  return decoder;
}

/// What SentencePiece does to a text before it cuts it.
Normalizer piecesNormalizer(const ClassContext& context) {
  const SentencePieceModel& model = *context.source().pieces;
  Normalizer normalizer;
  if (!model.charsmap.empty()) normalizer.emplace_back(LongestCharsmap{context.source().charsmap});
  if (model.removeExtraWhitespaces) {
    normalizer.emplace_back(ReplaceText{Pattern::regex("\\A +| +\\z"), ""});
    normalizer.emplace_back(ReplaceText{Pattern::regex(" {2,}"), " "});
  }
  if (model.addDummyPrefix) normalizer.emplace_back(PrependText{kMark});
  if (model.escapeWhitespaces) normalizer.emplace_back(ReplaceText{Pattern::literal(" "), kMark});
  return normalizer;
}

PipelineParts translatorParts(ClassContext& context, const SpecialTokens& tokens,
                              const std::vector<std::string>& behind) {
  const std::string unknown = tokens.text("unk_token");
  if (context.source().words.idOf(unknown) == Vocabulary::kNone)
    throw Error("vocab.json: expected '" + unknown + "', found none");
  context.keepIds();
  PipelineParts parts{.model = context.renumberedPieces(namedTokensOf(context, behind), unknown)};
  parts.normalizer = piecesNormalizer(context);
  return parts;
}

/// These classes leave out their special tokens when asked to, whatever else is marked as special.
void markSpecial(PipelineParts& parts, const SpecialTokens& tokens) {
  for (AddedToken& token : parts.addedTokens) {
    const auto same = [&](const NamedToken& named) { return named.content == token.content; };
    token.special =
        std::any_of(tokens.roles.begin(), tokens.roles.end(), [&](const auto& r) { return same(r.second); }) ||
        std::any_of(tokens.extra.begin(), tokens.extra.end(), same);
    token.normalized = false;
  }
  parts.addedTokenRules.cutAll = parts.addedTokenRules.cutSpecial;
}

PipelineParts marian(ClassContext& context) {
  const SpecialTokens tokens =
      context.specialTokens({{"unk_token", "<unk>"}, {"eos_token", "</s>"}, {"pad_token", "<pad>"}},
                            context.config().additional().value_or(std::vector<NamedToken>()));
  PipelineParts parts = translatorParts(context, tokens, {});
  const auto decoder = decoderOf(*context.source().pieces, tokens);
  decoder->spacesAfterSpecial = decoder->replacesMarks = true;
  parts.decoder = Decoder{std::shared_ptr<const PiecesDecoder>(decoder)};
  parts.addedTokenRules.languageCode = LanguageCode{">>", "<<", context.source().words.idOf(tokens.text("unk_token"))};
  const std::string eos = tokens.text("eos_token");
  parts = context.finish(std::move(parts), tokens, [&](const TemplateBuilder& builder) {
    return PostProcessor{builder.build({{"$A", 0}, {eos, 0}}, {{"$A", 0}, {"$B", 0}, {eos, 0}})};
  });
  markSpecial(parts, tokens);
  return parts;
}

PipelineParts m2m100(ClassContext& context) {
  std::vector<std::string> languages;
  const auto addAll = [&languages](const auto& codes) {
    for (const std::string_view code : codes) languages.push_back("__" + std::string(code) + "__");
  };
  if (context.config().text("language_codes").value_or("m2m100") == "wmt21") {
    addAll(kWmt21Languages);
  } else {
    addAll(kM2m100Languages);
  }
  const SpecialTokens tokens = context.specialTokens({{"bos_token", "<s>"},
                                                      {"eos_token", "</s>"},
                                                      {"sep_token", "</s>"},
                                                      {"pad_token", "<pad>"},
                                                      {"unk_token", "<unk>"}},
                                                     context.config().additional().value_or(std::vector<NamedToken>()));
  PipelineParts parts = translatorParts(context, tokens, languages);
  parts.decoder = Decoder{std::shared_ptr<const PiecesDecoder>(decoderOf(*context.source().pieces, tokens))};
  const std::string language = "__" + context.config().text("src_lang").value_or("en") + "__",
                    eos = tokens.text("eos_token");
  if (std::find(languages.begin(), languages.end(), language) == languages.end())
    throw Error("tokenizer_config.json: src_lang: expected a language of M2M100, found '" +
                context.config().text("src_lang").value_or("") + "'");
  parts = context.finish(std::move(parts), tokens, [&](const TemplateBuilder& builder) {
    return PostProcessor{
        builder.build({{language, 0}, {"$A", 0}, {eos, 0}}, {{language, 0}, {"$A", 0}, {"$B", 0}, {eos, 0}})};
  });
  markSpecial(parts, tokens);
  return parts;
}

}  // namespace

PipelineParts buildTranslatorClass(TokenizerClass kind, ClassContext& context) {
  return kind == TokenizerClass::Marian ? marian(context) : m2m100(context);
}

}  // namespace headlight
