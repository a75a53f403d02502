#include "core/text/models/unigram.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/text/unicode/byte_chars.h"
#include "core/text/utf8.h"

namespace headlight {

Unigram::Unigram(const std::vector<Scored>& tokens, std::optional<std::size_t> unknownId, bool byteFallback)
    : m_byteFallback(byteFallback) {
  if (unknownId && *unknownId >= tokens.size()) {
    throw Error("model.unk_id: expected a place among the " + std::to_string(tokens.size()) + " tokens, found " +
                std::to_string(*unknownId));
  }
  if (unknownId) m_unknownId = static_cast<std::uint32_t>(*unknownId);
  std::size_t bytes = 0;
  for (const Scored& scored : tokens) bytes += scored.token.size();
  m_vocabulary.reserve(tokens.size(), bytes);
  m_scores.reserve(tokens.size());
  double lowest = std::numeric_limits<double>::infinity();
  for (const Scored& scored : tokens) {
    const auto id = static_cast<std::uint32_t>(m_scores.size());
    const bool never = std::isinf(scored.score) && scored.score < 0;
    if (!std::isfinite(scored.score) && !never)
      throw Error("model.vocab[" + std::to_string(id) + "]: expected a finite score");
    m_vocabulary.add(scored.token, id);
    if (never) {
      m_scores.push_back(scored.score);
      continue;
    }
    m_trie.add(scored.token, id);
    m_scores.push_back(scored.score);
    lowest = std::min(lowest, scored.score);
  }
  constexpr double kUnknownPenalty = 10;
  m_unknownScore = lowest - kUnknownPenalty;
  for (unsigned b = 0; b < 256; ++b) {
    m_fallbackIds[b] = m_vocabulary.idOf(byteName(static_cast<std::uint8_t>(b)));
  }
}

void Unigram::addPart(std::string_view piece, std::size_t start, std::size_t end, std::vector<PieceToken>& out) const {
  const std::string_view part = piece.substr(start, end - start);
  const auto from = static_cast<std::uint32_t>(start), to = static_cast<std::uint32_t>(end);
  if (const std::uint32_t id = m_vocabulary.idOf(part); id != Vocabulary::kNone) {
    out.push_back({id, from, to});
    return;
  }
  if (m_byteFallback && std::all_of(part.begin(), part.end(), [this](char byte) {
        return m_fallbackIds[static_cast<unsigned char>(byte)] != Vocabulary::kNone;
      })) {
    for (const char byte : part) out.push_back({m_fallbackIds[static_cast<unsigned char>(byte)], from, to});
    return;
  }
  out.push_back({*m_unknownId, from, to});
}

void Unigram::tokenize(std::string_view piece, std::vector<PieceToken>& out) const {
  constexpr std::uint32_t kUnreached = 0xFFFFFFFF;
  struct Best {
    double score = 0;
    std::uint32_t start = kUnreached, id = 0;
  };
  thread_local std::vector<Best> best;
  best.assign(piece.size() + 1, {});
  const auto offer = [&](std::size_t start, std::size_t end, double score, std::uint32_t id) {
    Best& node = best[end];
    if (node.start == kUnreached || score > node.score) node = {score, static_cast<std::uint32_t>(start), id};
  };
  for (std::size_t start = 0; start < piece.size();) {
    const std::size_t length = utf8::lengthFrom(piece[start]);
    const double before = best[start].score;
    bool hasSingle = false;
    std::uint32_t node = ByteTrie::kRoot;
    for (std::size_t end = start; end < piece.size();) {
      node = m_trie.child(node, static_cast<unsigned char>(piece[end]));
      if (node == ByteTrie::kNone) break;
      ++end;
      const std::uint32_t id = m_trie.value(node);
      if (id == ByteTrie::kNone) continue;
      offer(start, end, m_scores[id] + before, id);
      hasSingle = hasSingle || end - start == length;
    }
    if (!hasSingle) {
      const double score = m_unknownScore + before;
      const Best& target = best[start + length];
      if (!m_unknownId && (target.start == kUnreached || score > target.score)) {
        throw Error("model.unk_id: expected an unknown token for an unknown character, found none");
      }
      if (m_unknownId) offer(start, start + length, score, *m_unknownId);
    }
    start += length;
  }
  // From the end to the front; unknown parts in a row become one.
  thread_local std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;
  parts.clear();
  bool lastUnknown = false;
  for (auto end = static_cast<std::uint32_t>(piece.size()); end > 0;) {
    const Best& node = best[end];
    const bool unknown = m_unknownId && node.id == *m_unknownId;
    if (unknown && lastUnknown) {
      parts.back().first = node.start;
    } else {
      parts.emplace_back(node.start, end);
    }
    lastUnknown = unknown;
    end = node.start;
  }
  std::reverse(parts.begin(), parts.end());
  for (const auto& [first, last] : parts) addPart(piece, first, last, out);
}

}  // namespace headlight
