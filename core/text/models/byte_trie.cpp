#include "core/text/models/byte_trie.h"

#include "core/base/error.h"

namespace headlight {

void ByteTrie::grow() {
  std::vector<Edge> old(m_table.empty() ? 256 : m_table.size() * 2);
  old.swap(m_table);
  const std::size_t mask = m_table.size() - 1;
  for (const Edge& edge : old) {
    if (edge.child == 0) continue;
    std::size_t at = slotOf(edge.parent, static_cast<unsigned char>(edge.byte)) & mask;
    while (m_table[at].child != 0) at = (at + 1) & mask;
    m_table[at] = edge;
  }
}

void ByteTrie::add(std::string_view key, std::uint32_t value) {
  if (key.empty()) return;
  std::uint32_t node = kRoot;
  for (const char c : key) {
    const auto byte = static_cast<unsigned char>(c);
    std::uint32_t next = child(node, byte);
    if (next == kNone) {
      if (m_values.size() >= kNone - 1)
        throw Error("vocabulary: expected less than 4294967294 different beginnings of tokens");
      next = static_cast<std::uint32_t>(m_values.size());
      m_values.push_back(kNone);
      if (node == kRoot) {
        m_first[byte] = next;
      } else {
        if ((m_edges + 1) * 2 > m_table.size()) grow();
        const std::size_t mask = m_table.size() - 1;
        std::size_t at = slotOf(node, byte) & mask;
        while (m_table[at].child != 0) at = (at + 1) & mask;
        m_table[at] = {node, next, byte};
        ++m_edges;
      }
    }
    node = next;
  }
  m_values[node] = value;
}

}  // namespace headlight
