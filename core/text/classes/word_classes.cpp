#include "core/text/classes/tokenizer_classes.h"

namespace headlight {

namespace {

BertNormalizer bertNormalizer(const TokenizerConfig& config) {
  BertNormalizer normalizer;
  normalizer.cleanText = config.flagOr("clean_text", true);
  normalizer.lowercase = config.flagOr("do_lower_case", true);
  normalizer.handleChineseChars = config.flagOr("tokenize_chinese_chars", true);
  normalizer.stripAccents = config.flagUnlessNull("strip_accents").value_or(normalizer.lowercase);
  return normalizer;
}

PipelineParts wordPieceParts(ClassContext& context, const SpecialTokens& tokens, const std::string& prefix = "##") {
  PipelineParts parts{.model = context.wordPiece(tokens.text("unk_token"))};
  parts.normalizer.emplace_back(bertNormalizer(context.config()));
  parts.preTokenizer.emplace_back(BertSplit{});
  parts.decoder = Decoder{WordPieceDecoder{prefix, true}};
  return parts;
}

PipelineParts bert(ClassContext& context) {
  SpecialTokens tokens = context.specialTokens({{"unk_token", "[UNK]"},
                                                {"sep_token", "[SEP]"},
                                                {"pad_token", "[PAD]"},
                                                {"cls_token", "[CLS]"},
                                                {"mask_token", "[MASK]"}});
  PipelineParts parts = wordPieceParts(context, tokens);
  parts.remarks = fillClsAndSep(tokens, vocabularyOf(parts.model), 2, 3);
  return context.finish(std::move(parts), tokens, clsSepFrame(tokens));
}

PipelineParts mpnet(ClassContext& context) {
  SpecialTokens tokens = context.specialTokens({{"bos_token", "<s>"},
                                                {"eos_token", "</s>"},
                                                {"sep_token", "</s>"},
                                                {"cls_token", "<s>"},
                                                {"unk_token", "[UNK]"},
                                                {"pad_token", "<pad>"},
                                                {"mask_token", "<mask>", true}});
  PipelineParts parts = wordPieceParts(context, tokens);
  parts.remarks = fillClsAndSep(tokens, vocabularyOf(parts.model), 0, 2);
  return context.finish(std::move(parts), tokens, [&](const TemplateBuilder& builder) {
    return PostProcessor{RobertaFrame{builder.token(tokens.framing("cls_token")),
                                      builder.token(tokens.framing("sep_token")), TrimByteLevel{false, true}}};
  });
}

PipelineParts funnel(ClassContext& context) {
  const SpecialTokens tokens = context.specialTokens({{"unk_token", "<unk>"},
                                                      {"sep_token", "<sep>"},
                                                      {"pad_token", "<pad>"},
                                                      {"cls_token", "<cls>"},
                                                      {"mask_token", "<mask>"},
                                                      {"bos_token", "<s>"},
                                                      {"eos_token", "</s>"}});
  const std::string prefix = context.config().text("wordpieces_prefix").value_or("##");
  return context.finish(wordPieceParts(context, tokens, prefix), tokens, clsSepFrame(tokens, 2));
}

PipelineParts openAiGpt(ClassContext& context) {
  const SpecialTokens tokens = context.specialTokens({{"unk_token", "<unk>"}});
  Bpe::Options options;
  options.unknown = tokens.text("unk_token");
  options.endOfWordSuffix = "</w>";
  PipelineParts parts{.model = context.bpe(options)};
  parts.normalizer.emplace_back(BertNormalizer{});
  parts.preTokenizer.emplace_back(BertSplit{});
  parts.decoder = Decoder{BpeDecoder{"</w>"}};
  return context.finish(std::move(parts), tokens);
}

PipelineParts herbert(ClassContext& context) {
  const SpecialTokens tokens = context.specialTokens({{"cls_token", "<s>"},
                                                      {"unk_token", "<unk>"},
                                                      {"pad_token", "<pad>"},
                                                      {"mask_token", "<mask>"},
                                                      {"sep_token", "</s>"}});
  Bpe::Options options;
  options.unknown = tokens.text("unk_token");
  options.endOfWordSuffix = "</w>";
  PipelineParts parts{.model = context.bpe(options)};
  parts.normalizer.emplace_back(BertNormalizer{true, true, false, false});
  parts.preTokenizer.emplace_back(BertSplit{});
  parts.decoder = Decoder{BpeDecoder{"</w>"}};
  return context.finish(std::move(parts), tokens, [&](const TemplateBuilder& builder) {
    return PostProcessor{BertFrame{builder.token(tokens.text("cls_token")), builder.token(tokens.text("sep_token"))}};
  });
}

}  // namespace

PipelineParts buildWordClass(TokenizerClass kind, ClassContext& context) {
  switch (kind) {
    case TokenizerClass::Mpnet:
      return mpnet(context);
    case TokenizerClass::Funnel:
      return funnel(context);
    case TokenizerClass::OpenAiGpt:
      return openAiGpt(context);
    case TokenizerClass::Herbert:
      return herbert(context);
    default:
      return bert(context);
  }
}

}  // namespace headlight
