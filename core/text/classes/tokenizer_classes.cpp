#include "core/text/classes/tokenizer_classes.h"

#include "core/base/error.h"

namespace headlight {

ClassContext::Frame clsSepFrame(const SpecialTokens& tokens, std::uint32_t first) {
  return [cls = tokens.framing("cls_token"), sep = tokens.framing("sep_token"), first](const TemplateBuilder& builder) {
    return PostProcessor{builder.build({{cls, first}, {"$A", 0}, {sep, 0}},
                                       {{cls, first}, {"$A", 0}, {sep, 0}, {"$B", 1}, {sep, 1}})};
  };
}

std::vector<std::string> fillClsAndSep(SpecialTokens& tokens, const Vocabulary& vocabulary, std::uint32_t cls,
                                       std::uint32_t sep) {
  std::vector<std::string> remarks;
  for (const auto& [role, id] : {std::pair<std::string_view, std::uint32_t>{"cls_token", cls}, {"sep_token", sep}}) {
    const auto text = vocabulary.tokenOf(id);
    if (tokens.has(role) || !text) continue;
    tokens.standIns.emplace_back(role, std::string(*text));
    remarks.push_back("the folder says that there is no " + std::string(role) + "; its class takes token " +
                      std::to_string(id) + ", '" + std::string(*text) + "'");
  }
  return remarks;
}

ModelKind modelKindOf(TokenizerClass kind) {
  switch (kind) {
    case TokenizerClass::Bert:
    case TokenizerClass::Funnel:
    case TokenizerClass::Mpnet:
      return ModelKind::WordPiece;
    case TokenizerClass::Albert:
    case TokenizerClass::Barthez:
    case TokenizerClass::BigBird:
    case TokenizerClass::Camembert:
    case TokenizerClass::DebertaV2:
    case TokenizerClass::M2m100:
    case TokenizerClass::Marian:
    case TokenizerClass::Mbart:
    case TokenizerClass::Mbart50:
    case TokenizerClass::Pegasus:
    case TokenizerClass::RemBert:
    case TokenizerClass::T5:
    case TokenizerClass::Xglm:
    case TokenizerClass::XlmRoberta:
    case TokenizerClass::Xlnet:
      return ModelKind::Unigram;
    default:
      return ModelKind::Bpe;
  }
}

PipelineParts buildTokenizerClass(TokenizerClass kind, ClassContext& context) {
  if (context.source().kind == VocabularySource::Kind::Tiktoken) return buildFromPieces(context);
  switch (kind) {
    case TokenizerClass::Bert:
    case TokenizerClass::Funnel:
    case TokenizerClass::Herbert:
    case TokenizerClass::Mpnet:
    case TokenizerClass::OpenAiGpt:
      return buildWordClass(kind, context);
    case TokenizerClass::Blenderbot:
    case TokenizerClass::Clip:
    case TokenizerClass::Cohere:
    case TokenizerClass::Deberta:
    case TokenizerClass::Gpt2:
    case TokenizerClass::GptNeoX:
    case TokenizerClass::Qwen2:
    case TokenizerClass::Qwen35:
    case TokenizerClass::Roberta:
    case TokenizerClass::Whisper:
      return buildByteLevelClass(kind, context);
    case TokenizerClass::M2m100:
    case TokenizerClass::Marian:
      return buildTranslatorClass(kind, context);
    default:
      return buildPiecesClass(kind, context);
  }
}

}  // namespace headlight
