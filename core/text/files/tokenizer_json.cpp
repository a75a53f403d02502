#include "core/text/files/tokenizer_json.h"

#include "core/text/files/json_file.h"
#include "core/text/files/json_parts.h"

namespace headlight {

PipelineParts readTokenizerJson(const JsonNode& root) {
  if (!root.isObject()) throw root.wrong("an object");
  if (const auto version = root.find("version"); version && version->string() != "1.0") throw version->wrong("\"1.0\"");
  PipelineParts parts{.model = readModel(root.at("model"))};
  if (const auto node = root.find("normalizer")) parts.normalizer = readNormalizer(*node);
  if (const auto node = root.find("pre_tokenizer")) parts.preTokenizer = readPreTokenizer(*node);
  if (const auto node = root.find("post_processor")) parts.postProcessor = readPostProcessor(*node);
  if (const auto node = root.find("decoder")) parts.decoder = readDecoder(*node);
  if (const auto node = root.find("truncation")) parts.truncation = readTruncation(*node);
  if (const auto node = root.find("padding")) parts.padding = readPadding(*node);
  if (const auto node = root.find("added_tokens")) {
    std::size_t index = 0;
    for (const simdjson::dom::element element : node->array())
      parts.addedTokens.push_back(readAddedToken(node->element(element, index++)));
  }
  return parts;
}

std::map<std::uint32_t, AddedToken> readAddedTokens(const JsonNode& root) {
  std::map<std::uint32_t, AddedToken> tokens;
  const auto node = root.find("added_tokens");
  if (!node) return tokens;
  std::uint32_t index = 0;
  for (const simdjson::dom::element element : node->array()) {
    const JsonNode token = node->element(element, index);
    const auto id = token.find("id");
    tokens[id ? static_cast<std::uint32_t>(id->natural(Vocabulary::kLargestId)) : index] = readAddedToken(token);
    ++index;
  }
  return tokens;
}

Normalizer normalizerFromJson(std::string_view json) { return readNormalizer(JsonFile(json, "").root()); }
PreTokenizer preTokenizerFromJson(std::string_view json) { return readPreTokenizer(JsonFile(json, "").root()); }
PostProcessor postProcessorFromJson(std::string_view json) { return readPostProcessor(JsonFile(json, "").root()); }
Decoder decoderFromJson(std::string_view json) { return readDecoder(JsonFile(json, "").root()); }

}  // namespace headlight
