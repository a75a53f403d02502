#include <algorithm>
#include <limits>

#include "core/base/error.h"
#include "core/text/language_codes.h"
#include "core/text/tokenizer_classes.h"

namespace headlight {

namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();

/// The tokens of vocab.json by id with the scores of the SentencePiece model, which cuts the text; behind them the pieces
/// that vocab.json lacks.
struct TranslatorTokens {
  ScoredTokens scored;
  std::size_t known = 0;  ///< Those that have an id.
  std::shared_ptr<PiecesDecoder> decoder;
};

TranslatorTokens translatorTokens(const ClassContext& context, const std::vector<std::string>& behind) {
  const Vocabulary& vocabulary = context.source().words;
  if (vocabulary.size() != vocabulary.idBound())
    throw Error("vocab.json: expected the ids 0 to " + std::to_string(vocabulary.size() - 1) + ", each once, found " +
                std::to_string(vocabulary.idBound() - 1));
  TranslatorTokens tokens;
  for (std::uint32_t id = 0; id < vocabulary.idBound(); ++id)
    tokens.scored.emplace_back(vocabulary.tokenOf(id).value_or(""), kNever);
  for (const std::string& token : behind) tokens.scored.emplace_back(token, kNever);
  tokens.known = tokens.scored.size();
  tokens.decoder = std::make_shared<PiecesDecoder>();
  for (const auto& piece : context.source().pieces->pieces) {
    using Type = SentencePieceModel::PieceType;
    if (piece.type == Type::Control) tokens.decoder->controls.insert(piece.text);
    if (piece.type != Type::Normal && piece.type != Type::UserDefined) continue;
    tokens.decoder->pieces.insert(piece.text);
    if (const std::uint32_t id = vocabulary.idOf(piece.text); id != Vocabulary::kNone) {
      tokens.scored[id].second = piece.score;
    } else {
      tokens.scored.emplace_back(piece.text, piece.score);
    }
  }
  return tokens;
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

PipelineParts translatorParts(ClassContext& context, const SpecialTokens& tokens, const TranslatorTokens& own) {
  const std::string unknown = tokens.text("unk_token");
  const std::uint32_t id = context.source().words.idOf(unknown);
  if (id == Vocabulary::kNone) throw Error("vocab.json: expected '" + unknown + "', found none");
  PipelineParts parts{.model = context.unigram(own.scored, id, false, own.known)};
  context.keepIds();
  parts.normalizer = piecesNormalizer(context);
  for (const auto& [role, token] : tokens.roles) own.decoder->special.insert(token.content);
  for (const NamedToken& token : tokens.extra) own.decoder->special.insert(token.content);
  own.decoder->dropsPrefix =
      context.source().pieces->addDummyPrefix || context.source().pieces->removeExtraWhitespaces;
  own.decoder->dropsAllMarks = context.source().pieces->removeExtraWhitespaces;
  return parts;
}

/// These classes leave out their special tokens when asked to, whatever else is marked as special.
void markSpecial(PipelineParts& parts, const SpecialTokens& tokens) {
  for (AddedToken& token : parts.addedTokens) {
    const auto same = [&](const NamedToken& named) { return named.content == token.content; };
    token.special = std::any_of(tokens.roles.begin(), tokens.roles.end(), [&](const auto& r) { return same(r.second); }) ||
                    std::any_of(tokens.extra.begin(), tokens.extra.end(), same);
    token.normalized = false;
  }
  parts.addedTokenRules.cutAll = parts.addedTokenRules.cutSpecial;
}

PipelineParts marian(ClassContext& context) {
  const SpecialTokens tokens =
      context.specialTokens({{"unk_token", "<unk>"}, {"eos_token", "</s>"}, {"pad_token", "<pad>"}},
                            context.config().additional().value_or(std::vector<NamedToken>()));
  const TranslatorTokens own = translatorTokens(context, {});
  PipelineParts parts = translatorParts(context, tokens, own);
  own.decoder->spacesAfterSpecial = own.decoder->replacesMarks = true;
  parts.decoder = Decoder{std::shared_ptr<const PiecesDecoder>(own.decoder)};
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
  const TranslatorTokens own = translatorTokens(context, languages);
  PipelineParts parts = translatorParts(context, tokens, own);
  parts.decoder = Decoder{std::shared_ptr<const PiecesDecoder>(own.decoder)};
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
