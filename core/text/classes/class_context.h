#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/files/tokenizer_config.h"
#include "core/text/files/vocabulary_source.h"
#include "core/text/pipeline/pipeline.h"
#include "core/text/pipeline/template_builder.h"

namespace headlight {

/// A special token as a class has it where the files say nothing of its role.
struct RoleDefault {
  std::string_view role;
  std::optional<std::string_view> content;
  bool lstrip = false;                       ///< Of a token of which only the string is said.
  std::optional<bool> normalized = {};
};

/// The special tokens of one tokenizer.
struct SpecialTokens {
  std::vector<std::pair<std::string, NamedToken>> roles;
  std::vector<NamedToken> extra;
  std::vector<std::pair<std::string, std::string>> standIns = {};  ///< What frames put in the place of empty roles.

  /// The string of a role; empty when there is none.
  std::string text(std::string_view role) const;
  bool has(std::string_view role) const;
  /// The string of a role as it stands around a text: of what stands in for it where there is none; else empty.
  std::string framing(std::string_view role) const;
};

/// What a tokenizer class is made from: the vocabulary, the settings, and how both become a pipeline.
class ClassContext {
 public:
  ClassContext(VocabularySource source, const TokenizerConfig& config);

  const TokenizerConfig& config() const { return m_config; }
  const VocabularySource& source() const { return m_source; }
  VocabularySource& source() { return m_source; }
  bool fromJson() const { return m_source.kind == VocabularySource::Kind::Json; }

  /// The special tokens that the settings name, with the class's own where they are silent. `additional` are those that
  /// the class adds by itself; they do not count where the settings have a list of their own.
  SpecialTokens specialTokens(std::initializer_list<RoleDefault> defaults,
                              std::optional<std::vector<NamedToken>> additional = {}) const;
  /// additional_special_tokens as a class's constructor gets them: from special_tokens_map.json, or the control pieces
  /// of a SentencePiece model.
  std::optional<std::vector<NamedToken>> additionalTokens() const;

  /// The models; the vocabulary is used up. All throw Error that names the file.
  Bpe bpe(Bpe::Options options);
  WordPiece wordPiece(std::string unknown);
  Unigram unigram(const ScoredTokens& tokens, std::optional<std::size_t> unknown, bool byteFallback = false) const;

  /// The SentencePiece model with the ids of `vocabulary`.
  RenumberedPieces renumberedPieces(Vocabulary vocabulary, std::string_view unknown) const;

  /// From now on the added tokens of the settings are looked for in the text as it is.
  void lookInRawText();
  /// From now on added tokens have the ids that the settings give them, whatever the vocabulary says.
  void keepIds() { m_keepsIds = true; }

  using Frame = std::function<PostProcessor(const TemplateBuilder&)>;
  /// When a class's own frame counts.
  enum class FrameRule { Always, WithoutOther };
  /// Adds the special and added tokens in the class's order and frames texts: by `frame`, by tokenizer.json's
  /// post-processor, or by the flags that ask for a beginning and an end. `addsBos`: whether the class adds its
  /// beginning where no flag says so; such a class heeds its flags alone.
  PipelineParts finish(PipelineParts parts, const SpecialTokens& tokens, const Frame& frame = {},
                       FrameRule rule = FrameRule::Always, std::optional<bool> addsBos = {}) const;

 private:
  /// Gives tokens without an id that of the vocabulary, or the next one behind all.
  void numberTokens(std::vector<AddedToken>& tokens) const;

  VocabularySource m_source;
  const TokenizerConfig& m_config;
  std::map<std::uint32_t, AddedToken> m_added;
  bool m_keepsIds = false;
};

/// `tokens` as named tokens without flags.
std::vector<NamedToken> namedTokens(const std::vector<std::string>& tokens);

}  // namespace headlight
