#include "core/text/models/word_piece.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/text/utf8.h"

namespace headlight {

WordPiece::WordPiece(Vocabulary vocabulary, Options options)
    : m_vocabulary(std::move(vocabulary)), m_options(std::move(options)) {}

void WordPiece::tokenize(std::string_view word, std::vector<PieceToken>& out) const {
  if (m_options.beginningPrefix.empty()) return cut(word, out);
  const std::size_t before = out.size();
  cut(m_options.beginningPrefix + std::string(word), out);
  const auto prefix = static_cast<std::uint32_t>(m_options.beginningPrefix.size());
  for (std::size_t i = before; i < out.size(); ++i) {
    out[i].start -= std::min(out[i].start, prefix);
    out[i].end -= std::min(out[i].end, prefix);
  }
}

void WordPiece::cut(std::string_view word, std::vector<PieceToken>& out) const {
  const auto unknown = [&] {
    const std::uint32_t known = m_vocabulary.idOf(m_options.unknown);
    const std::uint32_t id = known == Vocabulary::kNone ? m_unknownId : known;
    if (id == Vocabulary::kNone) {
      throw Error("model.unk_token: expected a token of the vocabulary, found '" + m_options.unknown + "'");
    }
    out.push_back({id, 0, static_cast<std::uint32_t>(word.size())});
  };
  if (utf8::count(word) > m_options.longestWord) return unknown();
  const std::size_t before = out.size();
  thread_local std::string candidate;
  std::size_t start = 0;
  while (start < word.size()) {
    candidate.clear();
    if (start > 0) candidate = m_options.continuingPrefix;
    const std::size_t prefix = candidate.size();
    std::size_t length = word.size() - start;
    if (prefix + length > m_vocabulary.longest())
      length = m_vocabulary.longest() > prefix ? m_vocabulary.longest() - prefix : 0;
    candidate.append(word.substr(start, length));
    std::uint32_t id = Vocabulary::kNone;
    while (length > 0) {
      const bool boundary = start + length == word.size() || !utf8::continues(word[start + length]);
      if (boundary) {
        id = m_vocabulary.idOf(std::string_view(candidate).substr(0, prefix + length));
        if (id != Vocabulary::kNone) break;
      }
      --length;
    }
    if (id == Vocabulary::kNone) {
      out.resize(before);
      return unknown();
    }
    out.push_back({id, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(start + length)});
    start += length;
  }
}

}  // namespace headlight
