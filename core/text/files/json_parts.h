#pragma once

#include "core/text/files/json_node.h"
#include "core/text/models/model.h"
#include "core/text/pipeline/added_tokens.h"
#include "core/text/pipeline/decoders.h"
#include "core/text/pipeline/normalizers.h"
#include "core/text/pipeline/post_processors.h"
#include "core/text/pipeline/pre_tokenizers.h"
#include "core/text/pipeline/truncation.h"

// The parts of a tokenizer.json, each from its JSON. All throw Error that names the place.
namespace headlight {

Normalizer readNormalizer(const JsonNode& node);
PreTokenizer readPreTokenizer(const JsonNode& node);
PostProcessor readPostProcessor(const JsonNode& node);
Decoder readDecoder(const JsonNode& node);
TextModel readModel(const JsonNode& node);
/// "BPE", "Unigram", "WordLevel" or "WordPiece", as the model's type says or its keys.
std::string_view modelType(const JsonNode& node);
/// {"token": id, …}
Vocabulary readVocabulary(const JsonNode& node);
/// ["a b", …] or [["a", "b"], …]
Bpe::Merges readMerges(const JsonNode& node);
/// [["token", score], …]; the place is the id.
std::vector<Unigram::Scored> readScored(const JsonNode& node);
AddedToken readAddedToken(const JsonNode& node);
Truncation readTruncation(const JsonNode& node);
Padding readPadding(const JsonNode& node);

/// {"String": …} or {"Regex": …}
Pattern readPattern(const JsonNode& node);
SplitBehaviour readBehaviour(const JsonNode& node);

/// Calls `visit` for the node itself, or, when it is a Sequence whose list is called `list`, for each element in turn,
/// sequences within sequences included.
template <typename Visit>
void forEachStep(const JsonNode& node, std::string_view list, Visit visit, int depth = 0) {
  constexpr int kDeepest = 32;
  if (depth > kDeepest) throw Error(node.place() + ": expected at most 32 sequences within each other");
  if (node.stringOr("type", "") != "Sequence") return visit(node);
  const JsonNode elements = node.at(list);
  std::size_t index = 0;
  for (const simdjson::dom::element element : elements.array()) {
    forEachStep(elements.element(element, index++), list, visit, depth + 1);
  }
}

}  // namespace headlight
