#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <vector>

namespace headlight {

/// Gives a buffer that is used again and again its memory back when one huge text has blown it up.
template <typename T>
void releaseIfHuge(std::vector<T>& buffer) {
  constexpr std::size_t kKeptBytes = 1 << 22;
  if (buffer.capacity() * sizeof(T) > kKeptBytes) buffer = std::vector<T>();
}

/// Memory for many small arrays of one plain type that are all given up together by reset(), which keeps the blocks.
template <typename T>
class Arena {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  /// Room for `count` values, not initialised.
  T* allocate(std::size_t count) {
    while (m_block < m_blocks.size() && m_used + count > m_blocks[m_block].size) {
      ++m_block;
      m_used = 0;
    }
    if (m_block == m_blocks.size()) {
      const std::size_t size = std::max<std::size_t>(count, kBlock);
      m_blocks.push_back({std::unique_ptr<T[]>(new T[size]), size});
      m_used = 0;
    }
    T* at = m_blocks[m_block].data.get() + m_used;
    m_used += count;
    return at;
  }

  /// Gives back the last `count` values of the latest allocation.
  void giveBack(std::size_t count) { m_used -= count; }

  void reset() {
    // A huge text must not keep its memory for ever.
    if (m_blocks.size() > 8 || (m_blocks.size() > 1 && m_blocks.back().size > kBlock * 16)) m_blocks.clear();
    m_block = 0;
    m_used = 0;
  }

 private:
  static constexpr std::size_t kBlock = 1 << 16;
  struct Block {
    std::unique_ptr<T[]> data;
    std::size_t size = 0;
  };
  std::vector<Block> m_blocks;
  std::size_t m_block = 0, m_used = 0;
};

}  // namespace headlight
