#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace headlight {

/// A set of byte strings with a number each, for walking along a text byte by byte.
class ByteTrie {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::uint32_t kRoot = 0;

  ByteTrie() : m_values{kNone} { m_first.fill(kNone); }

  /// A string added twice keeps the later value. The empty string is not added.
  void add(std::string_view key, std::uint32_t value);
  bool empty() const { return m_values.size() == 1; }

  /// The node behind `node` along `byte`, or kNone.
  std::uint32_t child(std::uint32_t node, unsigned char byte) const {
    if (node == kRoot) return m_first[byte];
    if (m_table.empty()) return kNone;
    const std::size_t mask = m_table.size() - 1;
    for (std::size_t at = slotOf(node, byte) & mask;; at = (at + 1) & mask) {
      const Edge& edge = m_table[at];
      if (edge.child == 0) return kNone;
      if (edge.parent == node && edge.byte == byte) return edge.child;
    }
  }
  /// The value of the string that ends at `node`, or kNone.
  std::uint32_t value(std::uint32_t node) const { return m_values[node]; }

 private:
  struct Edge {
    std::uint32_t parent = 0;
    std::uint32_t child = 0;  // 0: free
    std::uint32_t byte = 0;
  };
  static std::size_t slotOf(std::uint32_t node, unsigned char byte) {
    return static_cast<std::size_t>(((static_cast<std::uint64_t>(node) << 8 | byte) * 0x9E3779B97F4A7C15ULL) >> 29);
  }
  void grow();

  std::array<std::uint32_t, 256> m_first;  // children of the root
  std::vector<Edge> m_table;               // open addressing
  std::vector<std::uint32_t> m_values;
  std::size_t m_edges = 0;
};

}  // namespace headlight
