#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace headlight {

/// The strings of a model and their ids, both ways. Of two entries with the same string or the same id the later
/// counts.
class Vocabulary {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::uint32_t kLargestId = 0x7FFFFFFE;

  void reserve(std::size_t entries, std::size_t bytes);
  void add(std::string_view token, std::uint32_t id);

  /// The id of `token`, or kNone.
  std::uint32_t idOf(std::string_view token) const;
  /// The string of `id`, if it has one.
  std::optional<std::string_view> tokenOf(std::uint32_t id) const;
  /// Different strings.
  std::size_t size() const { return m_size; }
  /// One more than the largest id.
  std::uint32_t idBound() const { return m_idBound; }
  /// Bytes of the longest string.
  std::size_t longest() const { return m_longest; }

 private:
  struct Entry {
    std::uint32_t start = 0, length = 0, id = kNone;
  };
  std::string_view textOf(const Entry& entry) const {
    return std::string_view(m_bytes).substr(entry.start, entry.length);
  }
  void grow();

  std::string m_bytes;
  std::vector<Entry> m_entries;
  std::vector<std::uint32_t> m_table;  // entry + 1, 0 is free
  std::vector<std::uint32_t> m_byId;   // entry + 1 for ids near the number of entries
  std::unordered_map<std::uint32_t, std::uint32_t> m_farIds;
  std::size_t m_size = 0, m_longest = 0;
  std::uint32_t m_idBound = 0;
};

}  // namespace headlight
