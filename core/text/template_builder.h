#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/pipeline.h"

namespace headlight {

/// Makes the templates of tokenizers that have no file to say them.
class TemplateBuilder {
 public:
  /// A text ("$A", "$B") or a token, and its segment.
  using Items = std::vector<std::pair<std::string, std::uint32_t>>;

  /// Uses the vocabulary and the added tokens of `parts`, as they are now.
  explicit TemplateBuilder(const PipelineParts& parts)
      : m_vocabulary(vocabularyOf(parts.model)), m_added(parts.addedTokens, m_vocabulary, parts.normalizer) {}

  bool knows(std::string_view token) const;
  /// The token with its id; throws Error when there is none.
  SpecialToken token(const std::string& text) const;
  /// The template for one text and for a pair; throws Error when a token is unknown.
  Template build(const Items& single, const Items& pair) const;

 private:
  std::vector<Template::Part> partsOf(const Items& items) const;

  const Vocabulary& m_vocabulary;
  AddedTokens m_added;
};

}  // namespace headlight
