#include "core/text/models/bpe.h"

#include <algorithm>
#include <queue>

#include "core/base/error.h"
#include "core/text/models/hash.h"
#include "core/text/unicode/byte_chars.h"
#include "core/text/utf8.h"

namespace headlight {

namespace {

constexpr std::string_view kMetaspace = "\xE2\x96\x81";

/// Whether a U+2581 stands behind something else in `token`.
bool hasInnerMetaspace(std::string_view token) {
  std::size_t at = 0;
  while (token.substr(at).starts_with(kMetaspace)) at += kMetaspace.size();
  return token.find(kMetaspace, at) != std::string_view::npos;
}

}  // namespace

Bpe::Bpe(Vocabulary vocabulary, const Merges& merges, Options options)
    : m_vocabulary(std::move(vocabulary)), m_options(std::move(options)) {
  std::size_t capacity = 16;
  while (capacity < merges.size() * 2) capacity *= 2;
  m_merges.assign(capacity, {});
  m_splitsAtMetaspace = m_vocabulary.idOf(kMetaspace) != Vocabulary::kNone && m_options.continuingPrefix.empty() &&
                        m_options.endOfWordSuffix.empty() && !m_options.ignoreMerges &&
                        !m_options.ignoreMergesOfLineEnds && m_options.unknown.has_value();
  std::string merged;
  std::uint32_t rank = 0;
  for (const auto& [left, right] : merges) {
    const auto idOf = [&](std::string_view token) {
      const std::uint32_t id = m_vocabulary.idOf(token);
      if (id != Vocabulary::kNone) return id;
      throw Error("model.merges[" + std::to_string(rank) + "]: expected tokens of the vocabulary, found '" +
                  std::string(token) + "'");
    };
    const std::uint32_t leftId = idOf(left), rightId = idOf(right);
    // The right part loses its continuing prefix when it joins.
    merged.assign(left);
    merged.append(right.substr(std::min(right.size(), m_options.continuingPrefix.size())));
    addMerge(leftId, rightId, m_options.ranks.empty() ? rank : m_options.ranks.at(rank), idOf(merged));
    if (m_splitsAtMetaspace && hasInnerMetaspace(merged)) m_splitsAtMetaspace = false;
    ++rank;
  }

  m_knowsAllBytes = m_options.continuingPrefix.empty();
  for (unsigned b = 0; b < 256; ++b) {
    std::string character;
    utf8::append(character, charOfByte(static_cast<std::uint8_t>(b)));
    m_byteIds[b] = m_vocabulary.idOf(character);
    m_lastByteIds[b] = m_vocabulary.idOf(character + m_options.endOfWordSuffix);
    if (m_byteIds[b] == Vocabulary::kNone || m_lastByteIds[b] == Vocabulary::kNone) m_knowsAllBytes = false;
    m_fallbackIds[b] = m_vocabulary.idOf(byteName(static_cast<std::uint8_t>(b)));
  }
}

const Bpe::Merge* Bpe::mergeOf(std::uint32_t left, std::uint32_t right) const {
  const std::uint64_t pair = static_cast<std::uint64_t>(left) << 32 | right;
  const std::size_t mask = m_merges.size() - 1;
  for (std::size_t at = mixBits(pair) & mask;; at = (at + 1) & mask) {
    if (m_merges[at].pair == pair) return &m_merges[at];
    if (m_merges[at].pair == kFree) return nullptr;
  }
}

void Bpe::addMerge(std::uint32_t left, std::uint32_t right, std::uint32_t rank, std::uint32_t id) {
  const std::uint64_t pair = static_cast<std::uint64_t>(left) << 32 | right;
  const std::size_t mask = m_merges.size() - 1;
  std::size_t at = mixBits(pair) & mask;
  while (m_merges[at].pair != kFree && m_merges[at].pair != pair) at = (at + 1) & mask;
  m_merges[at] = {pair, rank, id};
}

void Bpe::startSymbols(std::string_view piece, std::vector<Symbol>& symbols) const {
  // Lengths, not places, are what a symbol carries: where a character vanishes, what follows moves up (as in the
  // reference engine), and so does an unknown run that bytes overtake.
  std::uint32_t at = 0;
  const auto add = [&](std::uint32_t id, std::size_t length) {
    symbols.push_back({id, at, at + static_cast<std::uint32_t>(length)});
    at += static_cast<std::uint32_t>(length);
  };
  std::uint32_t unknownId = Vocabulary::kNone;
  std::size_t unknownLength = 0;
  const auto flushUnknown = [&] {
    if (unknownLength > 0) add(unknownId, unknownLength);
    unknownLength = 0;
  };
  thread_local std::string decorated;
  for (std::size_t i = 0; i < piece.size();) {
    const std::size_t length = utf8::lengthFrom(piece[i]);
    std::string_view symbol = piece.substr(i, length);
    const bool first = i == 0, last = i + length == piece.size();
    i += length;
    if ((!first && !m_options.continuingPrefix.empty()) || (last && !m_options.endOfWordSuffix.empty())) {
      decorated.assign(first ? "" : m_options.continuingPrefix);
      decorated.append(symbol);
      if (last) decorated.append(m_options.endOfWordSuffix);
      symbol = decorated;
    }
    if (const std::uint32_t id = m_vocabulary.idOf(symbol); id != Vocabulary::kNone) {
      flushUnknown();
      add(id, length);
      continue;
    }
    if (m_options.byteFallback && std::all_of(symbol.begin(), symbol.end(), [this](char byte) {
          return m_fallbackIds[static_cast<unsigned char>(byte)] != Vocabulary::kNone;
        })) {
      for (const char byte : symbol) add(m_fallbackIds[static_cast<unsigned char>(byte)], 1);
      continue;
    }
    if (!m_options.unknown) continue;
    if (!m_options.fuseUnknown) flushUnknown();
    unknownId = m_vocabulary.idOf(*m_options.unknown);
    if (unknownId == Vocabulary::kNone) {
      throw Error("model.unk_token: expected a token of the vocabulary, found '" + *m_options.unknown + "'");
    }
    unknownLength += length;
  }
  flushUnknown();
}

void Bpe::mergeShort(std::vector<Symbol>& symbols) const {
  constexpr std::uint32_t kNever = 0xFFFFFFFF;
  thread_local std::vector<const Merge*> merges;
  merges.assign(symbols.size(), nullptr);
  std::size_t count = symbols.size();
  for (std::size_t i = 0; i + 1 < count; ++i) merges[i] = mergeOf(symbols[i].id, symbols[i + 1].id);
  while (count > 1) {
    std::uint32_t best = kNever;
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
      if (merges[i] && merges[i]->rank < best) {
        best = merges[i]->rank;
        at = i;
      }
    }
    if (best == kNever) break;
    symbols[at].id = merges[at]->id;
    symbols[at].end = symbols[at + 1].end;
    for (std::size_t i = at + 1; i + 1 < count; ++i) {
      symbols[i] = symbols[i + 1];
      merges[i] = merges[i + 1];
    }
    --count;
    if (at > 0) merges[at - 1] = mergeOf(symbols[at - 1].id, symbols[at].id);
    merges[at] = at + 1 < count ? mergeOf(symbols[at].id, symbols[at + 1].id) : nullptr;
  }
  symbols.resize(count);
}

void Bpe::mergeLong(std::vector<Symbol>& symbols) const {
  constexpr std::uint32_t kEnd = 0xFFFFFFFF;
  struct Link {
    std::uint32_t previous, next;
  };
  struct Candidate {
    std::uint32_t rank, at, id;
    bool operator>(const Candidate& other) const { return rank != other.rank ? rank > other.rank : at > other.at; }
  };
  const auto size = static_cast<std::uint32_t>(symbols.size());
  std::vector<Link> links(size);
  std::vector<bool> gone(size, false);
  std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue;
  const auto offer = [&](std::uint32_t left, std::uint32_t right) {
    if (const Merge* merge = mergeOf(symbols[left].id, symbols[right].id)) queue.push({merge->rank, left, merge->id});
  };
  for (std::uint32_t i = 0; i < size; ++i) links[i] = {i == 0 ? kEnd : i - 1, i + 1 == size ? kEnd : i + 1};
  for (std::uint32_t i = 0; i + 1 < size; ++i) offer(i, i + 1);
  while (!queue.empty()) {
    const Candidate top = queue.top();
    queue.pop();
    const std::uint32_t next = gone[top.at] ? kEnd : links[top.at].next;
    if (next == kEnd) continue;
    const Merge* merge = mergeOf(symbols[top.at].id, symbols[next].id);
    if (!merge || merge->id != top.id || merge->rank != top.rank) continue;  // the pair has changed meanwhile
    symbols[top.at].id = top.id;
    symbols[top.at].end = symbols[next].end;
    gone[next] = true;
    links[top.at].next = links[next].next;
    if (links[next].next != kEnd) links[links[next].next].previous = top.at;
    if (links[top.at].previous != kEnd) offer(links[top.at].previous, top.at);
    if (links[top.at].next != kEnd) offer(top.at, links[top.at].next);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (!gone[i]) symbols[kept++] = symbols[i];
  }
  symbols.resize(kept);
}

void Bpe::finish(std::vector<Symbol>& symbols, std::vector<PieceToken>& out) const {
  constexpr std::size_t kShort = 96;  // up to here scanning for the best pair beats a heap
  if (symbols.size() <= kShort) {
    mergeShort(symbols);
  } else {
    mergeLong(symbols);
  }
  for (const Symbol& symbol : symbols) out.push_back({symbol.id, symbol.start, symbol.end});
}

void Bpe::tokenize(std::string_view piece, std::vector<PieceToken>& out) const {
  if (m_options.ignoreMerges || (m_options.ignoreMergesOfLineEnds && piece.starts_with('\n'))) {
    if (const std::uint32_t id = m_vocabulary.idOf(piece); id != Vocabulary::kNone) {
      out.push_back({id, 0, static_cast<std::uint32_t>(piece.size())});
      return;
    }
  }
  thread_local std::vector<Symbol> symbols;
  symbols.clear();
  startSymbols(piece, symbols);
  finish(symbols, out);
}

void Bpe::tokenizeBytes(std::string_view piece, std::vector<PieceToken>& out) const {
  if (m_options.ignoreMerges) {
    thread_local std::string written;
    written.clear();
    for (const char byte : piece) utf8::append(written, charOfByte(static_cast<std::uint8_t>(byte)));
    if (const std::uint32_t id = m_vocabulary.idOf(written); id != Vocabulary::kNone) {
      out.push_back({id, 0, static_cast<std::uint32_t>(piece.size())});
      return;
    }
  }
  thread_local std::vector<Symbol> symbols;
  symbols.resize(piece.size());
  for (std::uint32_t i = 0; i < symbols.size(); ++i) {
    const auto& ids = i + 1 == symbols.size() ? m_lastByteIds : m_byteIds;
    symbols[i] = {ids[static_cast<unsigned char>(piece[i])], i, i + 1};
  }
  finish(symbols, out);
}

}  // namespace headlight
