#include "core/text/unicode/charsmap.h"

#include <cstring>

#include "core/base/error.h"
#include "core/text/unicode/base64.h"
#include "core/text/unicode/grapheme_clusters.h"
#include "core/text/utf8.h"

namespace headlight {

Charsmap::Charsmap(std::string_view bytes) {
  const auto wrong = [](const std::string& what) { return Error("precompiled_charsmap: " + what); };
  if (bytes.size() < 4) throw wrong("expected at least 4 bytes, found " + std::to_string(bytes.size()));
  std::uint32_t trieBytes = 0;
  for (int i = 3; i >= 0; --i)
    trieBytes = trieBytes << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
  if (trieBytes % 4 != 0 || trieBytes < 4 || trieBytes > bytes.size() - 4) {
    throw wrong("expected a trie of at most " + std::to_string(bytes.size() - 4) + " bytes, it claims " +
                std::to_string(trieBytes));
  }
  m_units.resize(trieBytes / 4);
  for (std::size_t i = 0; i < m_units.size(); ++i) {
    for (int k = 3; k >= 0; --k) {
      m_units[i] = m_units[i] << 8 | static_cast<unsigned char>(bytes[4 + i * 4 + static_cast<std::size_t>(k)]);
    }
  }
  m_replacements = bytes.substr(4 + trieBytes);
  if (!utf8::isValid(m_replacements)) throw wrong("expected replacements in UTF-8");
  for (std::size_t c = 0; c < m_plain.size(); ++c) {
    const char byte = static_cast<char>(c);
    std::string_view replacement;
    // U+000D can be one cluster with U+000A.
    m_plain[c] = byte != '\r' && find({&byte, 1}, replacement) == 0;
  }
}

Charsmap Charsmap::fromBase64(std::string_view text) {
  const auto bytes = headlight::fromBase64(text);
  if (!bytes) throw Error("precompiled_charsmap: expected base64, found something else");
  return Charsmap(*bytes);
}

std::size_t Charsmap::find(std::string_view text, std::string_view& replacement, Wanted wanted) const {
  // The trie's units (darts-clone): bit 8 says that a value hangs on the node, bits 10 up and bit 9 give the offset of
  // the children, a value unit has bit 31 set, and the low byte is the label.
  const auto offset = [](std::uint32_t unit) { return (unit >> 10) << ((unit & (1U << 9)) >> 6); };
  std::size_t node = 0, found = 0;
  std::uint32_t unit = m_units[0];
  node ^= offset(unit);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto label = static_cast<unsigned char>(text[i]);
    if (label == 0) break;
    node ^= label;
    if (node >= m_units.size()) break;
    unit = m_units[node];
    if ((unit & ((1U << 31) | 0xFF)) != label) break;
    node ^= offset(unit);
    if (node >= m_units.size()) break;
    if (unit & (1U << 8)) {
      const std::size_t start = m_units[node] & 0x7FFFFFFF;
      if (start >= m_replacements.size()) break;
      const std::size_t end = m_replacements.find('\0', start);
      if (start > 0 && utf8::continues(m_replacements[start])) break;
      replacement = std::string_view(m_replacements).substr(start, end == std::string::npos ? end : end - start);
      found = i + 1;
      if (wanted == Wanted::Shortest) break;
    }
  }
  return found;
}

AlignedText Charsmap::normalizeLongest(const AlignedText& text, TextArena& arena) const {
  TextRewriter rewriter(text, arena);
  while (!rewriter.atEnd()) {
    const std::string_view rest = rewriter.rest();
    std::string_view replacement;
    const std::size_t length = find(rest, replacement, Wanted::Longest);
    if (length == 0 || (length < rest.size() && utf8::continues(rest[length]))) {
      rewriter.keepChar();
      continue;
    }
    const std::size_t first = utf8::lengthFrom(rest[0]);
    for (std::size_t at = 0; at < replacement.size();) {
      const bool begins = at == 0;
      const char32_t c = utf8::next(replacement, at);
      if (begins) {
        rewriter.replace(c);
      } else {
        rewriter.insert(c);
      }
    }
    rewriter.drop(replacement.empty() ? length : length - first);
  }
  return rewriter.finish();
}

bool Charsmap::changesOf(std::string_view window, std::vector<CharChange>& changes) const {
  std::vector<std::size_t> ends;
  bool complete = true;
  graphemeClusterEnds(window, ends);
  const auto substitute = [&](std::string_view old, std::string_view replacement) {
    int difference = static_cast<int>(utf8::count(replacement)) - static_cast<int>(utf8::count(old));
    for (std::size_t at = 0; at < replacement.size();) changes.push_back({utf8::next(replacement, at), 0});
    if (difference < 0 && changes.empty()) complete = false;
    if (difference < 0 && !changes.empty()) changes.back().change += difference;
    for (std::size_t i = changes.size(); difference > 0; --difference) changes[--i].change = 1;
  };
  std::size_t start = 0;
  for (const std::size_t end : ends) {
    const std::string_view cluster = window.substr(start, end - start);
    start = end;
    std::string_view replacement;
    if (cluster.size() < 6 && find(cluster, replacement) > 0) {
      substitute(cluster, replacement);
      continue;
    }
    for (std::size_t at = 0; at < cluster.size();) {
      const std::size_t before = at;
      const char32_t c = utf8::next(cluster, at);
      const std::string_view part = cluster.substr(before, at - before);
      if (find(part, replacement) > 0) {
        substitute(part, replacement);
      } else {
        changes.push_back({c, 0});
      }
    }
  }
  return complete;
}

AlignedText Charsmap::normalize(const AlignedText& text, TextArena& arena) const {
  const std::string_view all = text.text;
  const auto isPlain = [&](std::size_t i) {
    const auto byte = static_cast<unsigned char>(all[i]);
    return byte < 0x80 && m_plain[byte];
  };
  TextRewriter rewriter(text, arena);
  // Between two plain ASCII characters there is always a cluster boundary, so only windows around the others need a
  // look. A window begins with the plain character in front of it, to which a removal can then be attached.
  std::size_t done = 0;
  while (done < all.size()) {
    std::size_t first = done;
    while (first < all.size() && isPlain(first)) ++first;
    const std::size_t start = first == all.size() ? first : first > done ? first - 1 : first;
    rewriter.keep(start - done);
    std::size_t end = first + 1;
    while (end < all.size() && !(isPlain(end - 1) && isPlain(end))) ++end;
    done = std::min(end, all.size());
    if (start == done) break;
    std::vector<CharChange> changes;
    if (!changesOf(all.substr(start, done - start), changes)) {
      // What is removed at the very beginning hangs on no character. The reference engine forgets it, so that every
      // character after it takes the range of the one before: the rest goes in one.
      changes.clear();
      done = all.size();
      changesOf(all.substr(start), changes);
    }
    rewriter.apply(changes);
  }
  return rewriter.finish();
}

}  // namespace headlight
