#include "core/text/pipeline/added_tokens.h"

#include <algorithm>

#include "core/text/unicode/unicode.h"

namespace headlight {

AddedTokens::AddedTokens(const std::vector<AddedToken>& tokens, const Vocabulary& vocabulary,
                         const Normalizer& normalizer, AddedTokenRules rules)
    : m_rules(std::move(rules)) {
  auto next = m_rules.firstFree.value_or(static_cast<std::uint32_t>(vocabulary.size()));
  for (const AddedToken& token : tokens) {
    if (token.content.empty()) continue;
    std::uint32_t id = Vocabulary::kNone;
    if (token.id) {
      id = *token.id;
    } else if (const auto known = m_byContent.find(token.content); known != m_byContent.end()) {
      id = known->second;
    } else {
      id = vocabulary.idOf(token.content);
    }
    if (id == Vocabulary::kNone) id = next;
    next = std::max(next, id + 1);
    Known known{token, token.content};
    if (token.isNormalized()) {
      TextArena arena;
      const AlignedText content{token.content, nullptr, 0, {0, static_cast<std::uint32_t>(token.content.size())}};
      known.decoded = normalize(normalizer, content, arena).text;
    }
    m_byContent[token.content] = id;
    if (token.special) m_specialTexts.insert(token.content);
    m_byId.insert_or_assign(id, std::move(known));
  }
  for (const auto& [id, known] : m_byId) {
    if (m_rules.cutAll) break;
    (known.token.isNormalized() ? m_normalized : m_raw).add(known.decoded, id);
  }
  for (std::uint32_t id = 0; m_rules.languageCode && id < vocabulary.idBound(); ++id) {
    const std::string_view text = vocabulary.tokenOf(id).value_or("");
    if (text.starts_with(m_rules.languageCode->open) && text.ends_with(m_rules.languageCode->close))
      m_languages.emplace(text, id);
  }
}

void AddedTokens::split(const AlignedText& whole, const ByteTrie& trie, std::vector<Piece>& out) const {
  const std::string_view text = whole.text;
  std::size_t done = 0;  // what has been put out
  const auto flush = [&](std::size_t end) {
    if (done < end) out.push_back({whole.slice(done, end)});
  };
  for (std::size_t at = 0; at < text.size();) {
    // The longest token that begins here.
    std::uint32_t node = ByteTrie::kRoot, id = ByteTrie::kNone;
    std::size_t end = at;
    for (std::size_t i = at; i < text.size(); ++i) {
      node = trie.child(node, static_cast<unsigned char>(text[i]));
      if (node == ByteTrie::kNone) break;
      if (trie.value(node) != ByteTrie::kNone) {
        id = trie.value(node);
        end = i + 1;
      }
    }
    if (id == ByteTrie::kNone) {
      ++at;
      continue;
    }
    std::size_t start = at;
    at = end;
    const AddedToken& token = m_byId.at(id).token;
    if (m_rules.cutSpecial && isSpecialText(token.content)) continue;
    if (token.singleWord) {
      std::size_t before = start, behind = end;
      if (start > 0 && unicode::isWord(utf8::previous(text, before))) continue;
      if (end < text.size() && unicode::isWord(utf8::next(text, behind))) continue;
    }
    if (token.lstrip) {
      std::size_t from = start;
      for (std::size_t before = from; before > 0; from = before) {
        if (!unicode::isWhitespace(utf8::previous(text, before))) break;
      }
      start = std::max(from, done);
    }
    if (token.rstrip) {
      for (std::size_t behind = end; behind < text.size(); end = behind) {
        if (!unicode::isWhitespace(utf8::next(text, behind))) break;
      }
    }
    flush(start);
    if (start < end) out.push_back({whole.slice(start, end), id});
    done = end;
  }
  flush(text.size());
}

void AddedTokens::takeLanguage(AlignedText& text, std::vector<Piece>& out) const {
  if (!text.text.starts_with(m_rules.languageCode->open)) return;
  const std::size_t close = text.text.find(m_rules.languageCode->close);
  if (close == std::string_view::npos) return;
  const std::size_t end = close + m_rules.languageCode->close.size();
  const auto language = m_languages.find(std::string(text.text.substr(0, end)));
  out.push_back({text.slice(0, end), language == m_languages.end() ? m_rules.languageCode->unknown : language->second});
  text = text.slice(end, text.text.size());
}

void AddedTokens::extract(const AlignedText& text, const Normalizer& normalizer, TextArena& arena,
                          std::vector<Piece>& out) const {
  thread_local std::vector<Piece> raw;
  raw.clear();
  if (m_raw.empty()) {
    if (!text.text.empty()) raw.push_back({text});
  } else {
    split(text, m_raw, raw);
  }
  for (Piece& piece : raw) {
    if (piece.isAdded()) {
      out.push_back(piece);
      continue;
    }
    if (m_rules.languageCode) takeLanguage(piece.text, out);
    const AlignedText normalized = normalize(normalizer, piece.text, arena);
    if (normalized.text.empty()) continue;
    if (m_normalized.empty()) {
      // A slice begins where its first character stood in the text, which a "first" in the file asks about.
      out.push_back({normalized.slice(0, normalized.text.size())});
    } else {
      split(normalized, m_normalized, out);
    }
  }
}

std::optional<std::string_view> AddedTokens::tokenOf(std::uint32_t id) const {
  const auto known = m_byId.find(id);
  if (known == m_byId.end()) return std::nullopt;
  return known->second.decoded;
}

std::optional<std::string_view> AddedTokens::contentOf(std::uint32_t id) const {
  const auto known = m_byId.find(id);
  if (known == m_byId.end()) return std::nullopt;
  return known->second.token.content;
}

std::optional<std::uint32_t> AddedTokens::idOf(std::string_view content) const {
  const auto known = m_byContent.find(std::string(content));
  if (known == m_byContent.end()) return std::nullopt;
  return known->second;
}

bool AddedTokens::isSpecial(std::uint32_t id) const {
  const auto known = m_byId.find(id);
  return known != m_byId.end() && known->second.token.special;
}

}  // namespace headlight
