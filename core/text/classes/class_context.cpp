#include "core/text/classes/class_context.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"

namespace headlight {

namespace {

constexpr std::string_view kRoles[] = {"bos_token", "eos_token", "unk_token", "sep_token",
                                       "pad_token", "cls_token", "mask_token"};

std::size_t orderOf(std::string_view role) {
  return static_cast<std::size_t>(std::find(std::begin(kRoles), std::end(kRoles), role) - std::begin(kRoles));
}

/// [bos] A [eos] [bos] B [eos]
PostProcessor endsFrame(const TemplateBuilder& builder, const std::string& bos, const std::string& eos) {
  TemplateBuilder::Items single, pair;
  for (const std::uint32_t segment : {0U, 1U}) {
    TemplateBuilder::Items part;
    if (!bos.empty()) part.emplace_back(bos, segment);
    part.emplace_back(segment == 0 ? "$A" : "$B", segment);
    if (!eos.empty()) part.emplace_back(eos, segment);
    if (segment == 0) single = part;
    pair.insert(pair.end(), part.begin(), part.end());
  }
  return {builder.build(single, pair)};
}

}  // namespace

std::string SpecialTokens::text(std::string_view role) const {
  const auto found = std::find_if(roles.begin(), roles.end(), [role](const auto& r) { return r.first == role; });
  return found == roles.end() ? std::string() : found->second.content;
}

bool SpecialTokens::has(std::string_view role) const {
  return std::any_of(roles.begin(), roles.end(), [role](const auto& r) { return r.first == role; });
}

std::string SpecialTokens::framing(std::string_view role) const {
  if (has(role)) return text(role);
  const auto found = std::find_if(standIns.begin(), standIns.end(), [role](const auto& r) { return r.first == role; });
  return found == standIns.end() ? std::string() : found->second;
}

std::vector<NamedToken> namedTokens(const std::vector<std::string>& tokens) {
  std::vector<NamedToken> named;
  for (const std::string& token : tokens) named.emplace_back(token);
  return named;
}

ClassContext::ClassContext(VocabularySource source, const TokenizerConfig& config)
    : m_source(std::move(source)), m_config(config), m_added(config.addedTokens()) {
  if (config.hasAddedTokensDecoder()) return;
  for (const auto& [id, token] : m_source.jsonTokens) m_added[id] = token;
}

SpecialTokens ClassContext::specialTokens(std::initializer_list<RoleDefault> defaults,
                                          std::optional<std::vector<NamedToken>> additional) const {
  SpecialTokens tokens;
  // A role of the settings is looked for as the added token of that string.
  const auto flagged = [this](const NamedToken& token) {
    for (const auto& [id, added] : m_added) {
      if (added.content == token.content) return NamedToken(added);
    }
    return token;
  };
  const auto add = [&tokens](std::string_view role, NamedToken token) {
    if (token.content.empty()) return;
    token.special = true;
    tokens.roles.emplace_back(role, std::move(token));
  };
  std::vector<std::string_view> said;
  for (const auto& [role, token] : m_config.roles()) {
    said.push_back(role);
    if (!token) continue;
    NamedToken named = orderOf(role) < std::size(kRoles) ? flagged(*token) : *token;
    const auto own = std::find_if(defaults.begin(), defaults.end(),
                                  [&sought = role](const auto& each) { return each.role == sought; });
    if (named.plain && own != defaults.end()) {
      named.lstrip = own->lstrip;
      named.normalized = own->normalized;
    }
    add(role, std::move(named));
  }
  for (const RoleDefault& own : defaults) {
    if (!own.content || std::find(said.begin(), said.end(), own.role) != said.end()) continue;
    NamedToken token{std::string(*own.content)};
    token.lstrip = own.lstrip;
    token.normalized = own.normalized;
    add(own.role, std::move(token));
  }
  std::stable_sort(tokens.roles.begin(), tokens.roles.end(),
                   [](const auto& a, const auto& b) { return orderOf(a.first) < orderOf(b.first); });
  if (!additional) additional = additionalTokens();
  if (m_config.extra()) {
    tokens.extra = *m_config.extra();
  } else if (additional) {
    tokens.extra = *additional;
  }
  return tokens;
}

std::optional<std::vector<NamedToken>> ClassContext::additionalTokens() const {
  if (m_source.kind != VocabularySource::Kind::SentencePiece) return m_config.additional();
  std::vector<NamedToken> tokens;
  for (const AddedToken& control : m_source.controls) tokens.emplace_back(control);
  return tokens;
}

Bpe ClassContext::bpe(Bpe::Options options) {
  try {
    return Bpe(std::move(m_source.words), m_source.merges, std::move(options));
  } catch (const Error& error) {
    const std::string name = m_source.file.filename().string();
    const std::string_view what = error.what();
    constexpr std::string_view kMerges = "model.merges";
    if (fromJson()) throw Error(name + ": " + std::string(what));
    if (what.starts_with(kMerges)) throw Error(name + ": merge " + std::string(what.substr(kMerges.size())));
    throw;
  }
}

WordPiece ClassContext::wordPiece(std::string unknown) {
  WordPiece::Options options;
  if (!unknown.empty()) options.unknown = std::move(unknown);
  return WordPiece(std::move(m_source.words), std::move(options));
}

void ClassContext::lookInRawText() {
  for (auto& [id, token] : m_added) token.normalized = false;
}

Unigram ClassContext::unigram(const ScoredTokens& tokens, std::optional<std::size_t> unknown,
                               bool byteFallback) const {
  std::vector<Unigram::Scored> scored;
  scored.reserve(tokens.size());
  for (const auto& [text, score] : tokens) scored.push_back({text, score});
  try {
    return Unigram(scored, unknown, byteFallback);
  } catch (const Error& error) {
    throw Error(m_source.file.filename().string() + ": " + error.what());
  }
}

RenumberedPieces ClassContext::renumberedPieces(Vocabulary vocabulary, std::string_view unknown) const {
  try {
    return {*m_source.pieces, std::move(vocabulary), unknown};
  } catch (const Error& error) {
    throw Error(m_source.file.filename().string() + ": " + error.what());
  }
}

void ClassContext::numberTokens(std::vector<AddedToken>& tokens) const {
  auto next = static_cast<std::uint32_t>(m_source.words.size());
  const auto isNew = [this](const AddedToken& token) {
    return m_source.words.idOf(token.content) == Vocabulary::kNone;
  };
  std::unordered_map<std::string, std::uint32_t> ids;
  for (const AddedToken& token : tokens) {
    if (token.id && ids.emplace(token.content, *token.id).second && isNew(token)) ++next;
  }
  for (AddedToken& token : tokens) {
    if (token.id) continue;
    const auto [known, isFirst] = ids.emplace(token.content, m_source.words.idOf(token.content));
    if (isFirst && isNew(token)) known->second = next++;
    token.id = known->second;
  }
}

PipelineParts ClassContext::finish(PipelineParts parts, const SpecialTokens& tokens, const Frame& frame, FrameRule rule,
                                   std::optional<bool> addsBos) const {
  // The order in which tokens are added decides on the ids of those that the vocabulary lacks.
  const auto hasRole = [&tokens](const std::string& content) {
    return std::any_of(tokens.roles.begin(), tokens.roles.end(),
                       [&](const auto& role) { return role.second.content == content; });
  };
  const auto add = [&](AddedToken token) {
    token.special = token.special || hasRole(token.content);
    parts.addedTokens.push_back(std::move(token));
  };
  std::unordered_set<std::string> known;
  for (const AddedToken& token : parts.addedTokens) known.insert(token.content);
  for (const auto& [id, token] : m_added) {
    known.insert(token.content);
    add(token);
    if (m_keepsIds) parts.addedTokens.back().id = id;
  }
  for (const auto& [role, token] : tokens.roles) {
    if (!known.contains(token.content)) add(token);
  }
  for (const NamedToken& token : tokens.extra) {
    if (!known.contains(token.content)) add(token);
  }
  if (m_keepsIds) numberTokens(parts.addedTokens);
  parts.maskToken = tokens.text("mask_token");
  for (const std::string_view role : kRoles)
    if (tokens.has(role)) parts.specialTokens[std::string(role)] = tokens.text(role);
  parts.addedTokenRules.cutSpecial = m_config.flagOr("split_special_tokens", false);
  parts.hasEmptyPairs = false;
  if (m_config.flagOr("clean_up_tokenization_spaces", false) &&
      (!std::holds_alternative<Bpe>(parts.model) ||
       m_config.flagOr("clean_up_tokenization_spaces_for_bpe_even_though_it_will_corrupt_output", false)))
    parts.textSteps.insert(parts.textSteps.begin(), TidySpaces{});

  std::string without;
  for (const auto& [role, token] : m_config.roles())
    if ((!token || token->content.empty()) && !tokens.has(role)) without += (without.empty() ? "" : ", ") + role;
  const TemplateBuilder builder(parts, tokens.text("unk_token"), without);
  if (auto* words = std::get_if<WordPiece>(&parts.model)) {
    // Some vocabularies have their unknown token among the added ones alone.
    if (const auto id = builder.idOf(words->options().unknown)) words->setUnknownId(*id);
  }
  if (m_source.postProcessor) {
    parts.postProcessor = *m_source.postProcessor;
  } else if (frame && rule == FrameRule::WithoutOther) {
    parts.postProcessor = frame(builder);
  }
  // With a tokenizer.json its frame counts, and the flags of tokenizer_config.json do not.
  const auto bos = fromJson() ? std::nullopt : m_config.flag("add_bos_token"),
             eos = fromJson() ? std::nullopt : m_config.flag("add_eos_token");
  const bool flagged = bos || eos || addsBos;
  if (frame && rule == FrameRule::Always) {
    parts.postProcessor = frame(builder);
  } else if (flagged || parts.postProcessor.empty()) {
    // A class adds no token that is not there (null); one of no characters cannot be found in a vocabulary.
    const auto end = [&](bool wanted, std::string_view role) -> std::string {
      if (!wanted) return {};
      for (const auto& [name, token] : m_config.roles())
        if (name == role && token && token->content.empty())
          throw Error("tokenizer_config.json: '" + std::string(role) + "': expected a token, found \"\"");
      return tokens.text(role);
    };
    parts.postProcessor = endsFrame(builder, end(bos.value_or(addsBos.value_or(false)), "bos_token"),
                                    end(eos.value_or(false), "eos_token"));
  }
  return parts;
}

}  // namespace headlight
