#include "core/corpus/corpus_input.h"

namespace headlight {
namespace {

/// Cuts the last tokens of the text off, before those that the tokenizer put behind it.
bool cutTo(Encoding& encoding, Index most) {
  const auto size = static_cast<Index>(encoding.size());
  if (size <= most) return false;
  Index framed = 0;
  while (framed < most && encoding.tokens[static_cast<std::size_t>(size - 1 - framed)].special) ++framed;
  encoding.tokens.erase(encoding.tokens.begin() + (most - framed), encoding.tokens.end() - framed);
  return true;
}

}  // namespace

CorpusInput corpusInput(const Source& model, const CorpusText& text, Index maxTokens) {
  const auto second = text.second ? std::optional(Shared<std::string>(*text.second)) : std::nullopt;
  Input input;
  if (!text.ids.empty())
    input.content = idsInput(text.ids);
  else if (model.translates())
    input = {TextInput{text.text, std::nullopt}, second};
  else
    input.content = TextInput{text.text, second};
  CorpusInput of{tokensOf(model, input)};
  of.cut = cutTo(of.tokens.read.encoding, maxTokens);
  if (of.tokens.target) of.cut = cutTo(*of.tokens.target, maxTokens) || of.cut;
  return of;
}

}  // namespace headlight
