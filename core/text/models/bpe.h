#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/models/piece_token.h"
#include "core/text/models/vocabulary.h"

namespace headlight {

/// Byte-pair encoding: characters (or bytes) joined pair by pair in the order in which the pairs were learned.
class Bpe {
 public:
  struct Options {
    std::optional<std::string> unknown;
    std::string continuingPrefix, endOfWordSuffix;
    bool fuseUnknown = false, byteFallback = false, ignoreMerges = false;
    bool ignoreMergesOfLineEnds = false;  ///< Only a piece of line feeds is taken whole where it is a token.
    std::vector<std::uint32_t>
        ranks;  ///< Of the merges, rising, equal where the leftmost comes first; empty: by place.
  };
  using Merges = std::vector<std::pair<std::string_view, std::string_view>>;

  /// Throws Error when a merge names a token that the vocabulary lacks.
  Bpe(Vocabulary vocabulary, const Merges& merges, Options options);

  const Vocabulary& vocabulary() const { return m_vocabulary; }
  const Options& options() const { return m_options; }

  /// Whether every byte has a token in byte-level writing, so that tokenizeBytes() can be used.
  bool knowsAllBytes() const { return m_knowsAllBytes; }
  /// Appends the tokens of `piece`. Throws Error when an unknown token is needed that the vocabulary lacks.
  void tokenize(std::string_view piece, std::vector<PieceToken>& out) const;
  /// The same for a piece whose bytes have not been written as characters.
  void tokenizeBytes(std::string_view piece, std::vector<PieceToken>& out) const;
  /// Whether no token goes over a U+2581 that follows something else, so that a text may be cut in front of each.
  bool splitsAtMetaspace() const { return m_splitsAtMetaspace; }

 private:
  struct Merge {
    std::uint64_t pair = kFree;
    std::uint32_t rank = 0, id = 0;
  };
  struct Symbol {
    std::uint32_t id = 0, start = 0, end = 0;
  };
  static constexpr std::uint64_t kFree = ~0ULL;

  const Merge* mergeOf(std::uint32_t left, std::uint32_t right) const;
  void addMerge(std::uint32_t left, std::uint32_t right, std::uint32_t rank, std::uint32_t id);
  void startSymbols(std::string_view piece, std::vector<Symbol>& symbols) const;
  void mergeShort(std::vector<Symbol>& symbols) const;
  void mergeLong(std::vector<Symbol>& symbols) const;
  void finish(std::vector<Symbol>& symbols, std::vector<PieceToken>& out) const;

  Vocabulary m_vocabulary;
  Options m_options;
  std::vector<Merge> m_merges;                     // open addressing
  std::array<std::uint32_t, 256> m_byteIds{};      // of a byte's character: alone at the front and in the middle
  std::array<std::uint32_t, 256> m_lastByteIds{};  // with the end-of-word suffix
  std::array<std::uint32_t, 256> m_fallbackIds{};  // of <0xNN>
  bool m_knowsAllBytes = false, m_splitsAtMetaspace = false;
};

}  // namespace headlight
