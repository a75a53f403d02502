#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/pipeline/pipeline.h"

namespace headlight {

/// Makes the templates that a tokenizer class frames its texts with.
class TemplateBuilder {
 public:
  /// A text ("$A", "$B") or a token, and its segment.
  using Items = std::vector<std::pair<std::string, std::uint32_t>>;

  /// Uses the vocabulary and the added tokens of `parts`, as they are now; `unknown` takes the place of a token that
  /// there is not, unless it is empty. `without` says of which tokens the settings have none, for messages.
  TemplateBuilder(const PipelineParts& parts, std::string unknown, std::string without = {})
      : m_vocabulary(vocabularyOf(parts.model)),
        m_added(addedTokensOf(parts)),
        m_unknown(std::move(unknown)),
        m_without(std::move(without)) {}

  /// The id of a token, if there is one.
  std::optional<std::uint32_t> idOf(std::string_view token) const;
  /// The string of an id, if it has one.
  std::optional<std::string> tokenOf(std::uint32_t id) const;
  /// The token with its id, or the unknown token; throws Error when there is neither, and for an empty `text`: a token
  /// that the settings say not to be there.
  SpecialToken token(const std::string& text) const;
  /// The template for one text and for a pair; throws Error when a token is unknown.
  Template build(const Items& single, const Items& pair) const;

 private:
  std::vector<Template::Part> partsOf(const Items& items) const;

  const Vocabulary& m_vocabulary;
  AddedTokens m_added;
  std::string m_unknown, m_without;
};

}  // namespace headlight
