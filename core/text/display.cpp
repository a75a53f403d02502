#include "core/text/display.h"

#include <array>
#include <cstdio>

#include "core/text/unicode/byte_chars.h"
#include "core/text/unicode/unicode.h"
#include "core/text/utf8.h"

namespace headlight {

namespace {

std::string numbered(unsigned value, const char* format) {
  std::array<char, 16> digits;
  std::snprintf(digits.data(), digits.size(), format, value);
  return "\xE2\x9F\xA8" + std::string(digits.data()) + "\xE2\x9F\xA9";  // ⟨ ⟩
}

std::string byteNumber(char byte) { return numbered(static_cast<unsigned char>(byte), "%02X"); }

void appendVisible(std::string& out, char32_t c, bool first, bool last) {
  if (c == '\n') {
    out += "↵";
  } else if (c == '\t') {
    out += "⇥";
  } else if (c < 0x20) {
    utf8::append(out, 0x2400 + c);
  } else if (c == 0x7F) {
    utf8::append(out, 0x2421);
  } else if (c < 0x7F) {
    out.push_back(static_cast<char>(c));
  } else {
    using enum unicode::Category;
    const unicode::Category category = unicode::categoryOf(c);
    const bool joiner = (c == 0x200C || c == 0x200D) && !first && !last;
    const bool tag = c >= 0xE0020 && c <= 0xE007F && !first;
    const bool hidden = category == Cc || category == Cf || category == Zl || category == Zp || category == Co ||
                        category == Cn;
    if (hidden && !joiner && !tag) {
      out += numbered(static_cast<unsigned>(c), "%04X");
      return;
    }
    const bool mark = category == Mn || category == Me || category == Mc;
    if (mark && first) utf8::append(out, 0x25CC);
    utf8::append(out, c);
  }
}

void replaceMark(std::string& text, std::string_view mark, std::string_view by) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size())) {
    text.replace(at, mark.size(), by);
  }
}

/// The valid characters of `bytes`, the others by number.
std::string visibleBytes(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    std::size_t good = 0, bad = 0;
    while (good < bytes.size()) {
      const std::size_t length = utf8::validLength(bytes.substr(good), bad);
      if (length == 0) break;
      good += length;
    }
    if (good > 0) {
      out += visibleText(bytes.substr(0, good));
      bytes.remove_prefix(good);
      continue;
    }
    for (std::size_t i = 0; i < bad; ++i) out += byteNumber(bytes[i]);
    bytes.remove_prefix(bad);
  }
  return out;
}

/// As byte-level vocabularies cut texts: words, numbers and marks lie apart.
int kindOf(char32_t c) {
  if (unicode::isLetter(c) || unicode::isCombiningMark(c)) return 0;
  return unicode::isNumber(c) ? 1 : 2;
}

}  // namespace

std::string visibleText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const bool first = at == 0;
    const char32_t c = utf8::next(text, at);
    appendVisible(out, c, first, at == text.size());
  }
  return out;
}

TokenDisplay::TokenDisplay(const Pipeline& pipeline) : m_pipeline(pipeline) {
  const PipelineParts& parts = pipeline.parts();
  const auto isByteLevel = [](const auto& step) {
    using Step = std::decay_t<decltype(step)>;
    return std::is_same_v<Step, ByteLevelSplit> || std::is_same_v<Step, ByteLevelDecoder> ||
           std::is_same_v<Step, BytesToChars>;
  };
  for (const auto& step : parts.preTokenizer) {
    m_byteLevel = m_byteLevel || std::visit(isByteLevel, step);
    if (const auto* metaspace = std::get_if<MetaspaceSplit>(&step)) m_mark = metaspace->mark;
  }
  for (const auto& step : parts.normalizer) {
    m_byteLevel = m_byteLevel || std::visit(isByteLevel, step);
    if (const auto* replace = std::get_if<ReplaceText>(&step); replace && replace->content == "\xE2\x96\x81") {
      m_mark = replace->content;
    }
  }
  for (const auto& step : parts.decoder.value_or(Decoder{})) {
    m_byteLevel = m_byteLevel || std::visit(isByteLevel, step);
    if (const auto* metaspace = std::get_if<MetaspaceDecoder>(&step)) m_mark = metaspace->mark;
    if (const auto* wordPiece = std::get_if<WordPieceDecoder>(&step)) m_prefix = wordPiece->prefix;
    if (const auto* bpe = std::get_if<BpeDecoder>(&step)) m_suffix = bpe->suffix;
    if (std::holds_alternative<ByteFallbackDecoder>(step)) m_byteFallback = true;
  }
  if (const auto* wordPiece = std::get_if<WordPiece>(&parts.model)) m_prefix = wordPiece->options().continuingPrefix;
  if (const auto* bpe = std::get_if<Bpe>(&parts.model)) {
    m_byteFallback = m_byteFallback || bpe->options().byteFallback;
    if (!bpe->options().continuingPrefix.empty()) m_prefix = bpe->options().continuingPrefix;
    if (!bpe->options().endOfWordSuffix.empty()) m_suffix = bpe->options().endOfWordSuffix;
  }
  if (m_mark.empty() &&
      (std::holds_alternative<Unigram>(parts.model) || std::holds_alternative<RenumberedPieces>(parts.model)))
    m_mark = "\xE2\x96\x81";

  m_wholeWords = !parts.decoder && !m_byteLevel && m_mark.empty() && m_suffix.empty();

  // Nearly all vocabularies are dense; what lies beyond is worked out when asked for.
  constexpr std::uint32_t kMost = 1 << 21;
  const std::uint32_t bound = std::min(pipeline.idBound(), kMost);
  m_known.resize(bound);
  m_isPartial.assign(bound, false);
  for (std::uint32_t id = 0; id < bound; ++id) {
    const std::string bytes = bytesOf(id);
    m_isPartial[id] = !utf8::isValid(bytes);
    if (pipeline.added().isSpecial(id)) {
      m_known[id] = std::string(*pipeline.added().contentOf(id));
    } else {
      m_known[id] = visibleBytes(bytes);
    }
  }
}

std::string TokenDisplay::bytesOf(std::string_view token) const {
  std::string bytes;
  if (m_byteFallback && token.size() == 6 && token.starts_with("<0x") && token[5] == '>') {
    unsigned value = 0;
    if (std::sscanf(std::string(token.substr(3, 2)).c_str(), "%2X", &value) == 1) return {static_cast<char>(value)};
  }
  // The end of a word reads as a blank; it is cut off before bytes are looked up, and put back as one.
  const bool ends = !m_suffix.empty() && token.ends_with(m_suffix);
  if (ends) token.remove_suffix(m_suffix.size());
  if (!m_prefix.empty() && token.size() > m_prefix.size() && token.starts_with(m_prefix))
    token.remove_prefix(m_prefix.size());
  if (!m_byteLevel || !appendBytes(token, bytes)) bytes = std::string(token);
  if (!m_mark.empty()) replaceMark(bytes, m_mark, " ");
  if (ends) bytes += " ";
  return bytes;
}

std::string TokenDisplay::bytesOf(std::uint32_t id) const {
  if (const auto content = m_pipeline.added().contentOf(id)) return std::string(*content);
  return bytesOf(m_pipeline.vocabulary().tokenOf(id).value_or(""));
}

std::string TokenDisplay::of(std::uint32_t id) const {
  if (id < m_known.size()) return m_known[id];
  if (m_pipeline.added().isSpecial(id)) return std::string(*m_pipeline.added().contentOf(id));
  return visibleBytes(bytesOf(id));
}

bool TokenDisplay::goesOn(std::uint32_t before, std::uint32_t id) const {
  if (m_pipeline.added().isSpecial(before) || m_pipeline.added().isSpecial(id) || of(id).starts_with(' ')) return false;
  if (!m_suffix.empty()) return !of(before).ends_with(' ');
  if (!m_prefix.empty()) return m_pipeline.vocabulary().tokenOf(id).value_or("").starts_with(m_prefix);
  if (m_wholeWords) return false;
  const auto isPartial = [this](std::uint32_t each) { return each < m_isPartial.size() && m_isPartial[each]; };
  const std::string last = of(before), next = of(id);
  if (!m_byteLevel || isPartial(before) || isPartial(id) || last.empty() || next.empty()) return true;
  std::size_t end = last.size(), at = 0;
  return kindOf(utf8::previous(last, end)) == kindOf(utf8::next(next, at));
}

void TokenDisplay::fill(std::vector<Token>& tokens) const {
  const std::optional<std::uint32_t> literalUnknown = literalUnknownOf(m_pipeline.parts().model);
  const auto isPartial = [this](const Token& token) {
    return static_cast<std::size_t>(token.id) < m_isPartial.size() && m_isPartial[static_cast<std::size_t>(token.id)];
  };
  for (Token& token : tokens) {
    const auto id = static_cast<std::uint32_t>(token.id);
    const bool literal = id == literalUnknown && !token.special &&
                         token.text != m_pipeline.added().contentOf(id).value_or(std::string_view());
    token.display = literal ? visibleBytes(bytesOf(token.text)) : of(id);
  }
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (!isPartial(tokens[first])) continue;
    // A run of tokens that hold parts of characters: put their bytes together and share the characters out.
    std::size_t last = first;
    std::string bytes;
    std::vector<std::size_t> owner;
    for (; last < tokens.size() && isPartial(tokens[last]); ++last) {
      bytes += bytesOf(static_cast<std::uint32_t>(tokens[last].id));
      owner.resize(bytes.size(), last);
      tokens[last].display.clear();
    }
    const auto add = [](Token& token, const std::string& text, CharacterPart part) {
      const bool apart = (part || token.ends) && !token.display.empty() && token.display.back() != ' ';
      if (token.display.empty()) token.begins = part;
      token.display += (apart ? " " : "") + text;
      token.ends = part;
    };
    for (std::size_t at = 0; at < bytes.size();) {
      std::size_t bad = 0;
      const std::size_t length = utf8::validLength(std::string_view(bytes).substr(at), bad);
      if (length == 0) {
        add(tokens[owner[at]], byteNumber(bytes[at]), {});
        ++at;
        continue;
      }
      const std::string character = visibleText(std::string_view(bytes).substr(at, length));
      const std::size_t from = owner[at], to = owner[at + length - 1];
      if (from == to) {
        add(tokens[from], character, {});
      } else {
        for (std::size_t k = from; k <= to; ++k) {
          CharacterPart part;
          part.number = static_cast<std::uint8_t>(k - from + 1);
          part.of = static_cast<std::uint8_t>(to - from + 1);
          part.length = static_cast<std::uint8_t>(character.size());
          add(tokens[k], character + " " + std::to_string(part.number) + "/" + std::to_string(part.of), part);
        }
      }
      at += length;
    }
    first = last;
  }
}

}  // namespace headlight
