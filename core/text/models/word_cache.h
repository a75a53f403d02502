#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/models/hash.h"
#include "core/text/models/piece_token.h"

namespace headlight {

/// Remembers the tokens of short pieces; forgets everything when it is full.
class WordCache {
 public:
  static constexpr std::size_t kLongest = 64;

  /// The tokens of `word`, or null.
  const std::span<const PieceToken>* find(std::string_view word, std::uint64_t hash) {
    for (std::size_t at = hash & (kSlots - 1); !m_slots.empty() && m_slots[at].used; at = (at + 1) & (kSlots - 1)) {
      const Slot& slot = m_slots[at];
      if (slot.hash == hash && slot.length == word.size() &&
          std::string_view(m_bytes).substr(slot.start, slot.length) == word) {
        m_found = std::span(m_tokens).subspan(slot.firstToken, slot.tokenCount);
        return &m_found;
      }
    }
    return nullptr;
  }

  void insert(std::string_view word, std::uint64_t hash, std::span<const PieceToken> tokens) {
    if (m_slots.empty()) m_slots.resize(kSlots);
    if (m_count >= kSlots / 2) clear();
    std::size_t at = hash & (kSlots - 1);
    while (m_slots[at].used) at = (at + 1) & (kSlots - 1);
    m_slots[at] = {hash,
                   static_cast<std::uint32_t>(m_bytes.size()),
                   static_cast<std::uint32_t>(m_tokens.size()),
                   static_cast<std::uint16_t>(word.size()),
                   static_cast<std::uint16_t>(tokens.size()),
                   true};
    m_bytes.append(word);
    m_tokens.insert(m_tokens.end(), tokens.begin(), tokens.end());
    ++m_count;
  }

 private:
  static constexpr std::size_t kSlots = 1 << 16;
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t start = 0, firstToken = 0;
    std::uint16_t length = 0, tokenCount = 0;
    bool used = false;
  };

  void clear() {
    m_slots.assign(kSlots, {});
    m_bytes.clear();
    m_tokens.clear();
    m_count = 0;
  }

  std::vector<Slot> m_slots;
  std::string m_bytes;
  std::vector<PieceToken> m_tokens;
  std::span<const PieceToken> m_found;
  std::size_t m_count = 0;
};

}  // namespace headlight
