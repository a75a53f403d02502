#include "core/text/models/vocabulary.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/text/models/hash.h"

namespace headlight {

void Vocabulary::reserve(std::size_t entries, std::size_t bytes) {
  m_entries.reserve(entries);
  m_bytes.reserve(bytes);
  m_byId.reserve(entries);
  std::size_t capacity = 16;
  while (capacity < entries * 2) capacity *= 2;
  if (m_table.size() < capacity && m_entries.empty()) m_table.assign(capacity, 0);
}

void Vocabulary::grow() {
  std::vector<std::uint32_t> old(std::max<std::size_t>(16, m_table.size() * 2), 0);
  old.swap(m_table);
  const std::size_t mask = m_table.size() - 1;
  for (const std::uint32_t slot : old) {
    if (slot == 0) continue;
    std::size_t at = hashBytes(textOf(m_entries[slot - 1])) & mask;
    while (m_table[at] != 0) at = (at + 1) & mask;
    m_table[at] = slot;
  }
}

void Vocabulary::add(std::string_view token, std::uint32_t id) {
  if (id > kLargestId) throw Error("vocabulary: expected an id up to 2147483646, found " + std::to_string(id));
  if (m_bytes.size() + token.size() > 0xFFFFFFFEU) throw Error("vocabulary: expected less than 4 GiB of tokens");
  if ((m_size + 1) * 2 > m_table.size()) grow();
  const auto entry = static_cast<std::uint32_t>(m_entries.size());
  m_entries.push_back({static_cast<std::uint32_t>(m_bytes.size()), static_cast<std::uint32_t>(token.size()), id});
  m_bytes.append(token);
  m_longest = std::max(m_longest, token.size());
  m_idBound = std::max(m_idBound, id + 1);

  const std::size_t mask = m_table.size() - 1;
  std::size_t at = hashBytes(token) & mask;
  while (m_table[at] != 0 && textOf(m_entries[m_table[at] - 1]) != token) at = (at + 1) & mask;
  if (m_table[at] == 0) ++m_size;
  m_table[at] = entry + 1;

  // Ids are nearly always dense; a stray huge one must not cost memory in proportion.
  if (id < m_entries.size() * 4 + 65536) {
    if (id >= m_byId.size()) m_byId.resize(std::size_t{id} + 1, 0);
    m_byId[id] = entry + 1;
  } else {
    m_farIds[id] = entry + 1;
  }
}

std::uint32_t Vocabulary::idOf(std::string_view token) const {
  if (m_table.empty()) return kNone;
  const std::size_t mask = m_table.size() - 1;
  for (std::size_t at = hashBytes(token) & mask; m_table[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = m_entries[m_table[at] - 1];
    if (entry.length == token.size() && textOf(entry) == token) return entry.id;
  }
  return kNone;
}

std::optional<std::string_view> Vocabulary::tokenOf(std::uint32_t id) const {
  if (id < m_byId.size() && m_byId[id] != 0) return textOf(m_entries[m_byId[id] - 1]);
  const auto far = m_farIds.find(id);
  if (far == m_farIds.end()) return std::nullopt;
  return textOf(m_entries[far->second - 1]);
}

}  // namespace headlight
