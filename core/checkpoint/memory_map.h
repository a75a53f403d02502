#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace headlight {

/// A file seen as memory, for reading only. Pages are read when they are touched.
class MemoryMap {
 public:
  /// Maps `file`; throws Error when it is missing, not a regular file, or cannot be read.
  static std::shared_ptr<const MemoryMap> open(const std::filesystem::path& file);
  ~MemoryMap();
  MemoryMap(const MemoryMap&) = delete;
  MemoryMap& operator=(const MemoryMap&) = delete;

  std::span<const std::byte> bytes() const { return m_bytes; }
  const std::filesystem::path& file() const { return m_file; }
  /// `size` bytes from `offset` on; throws Error naming `what` when they do not lie inside the file.
  std::span<const std::byte> range(std::uint64_t offset, std::uint64_t size, std::string_view what) const;

 private:
  MemoryMap(std::filesystem::path file, std::span<const std::byte> bytes) : m_file(std::move(file)), m_bytes(bytes) {}
  std::filesystem::path m_file;
  std::span<const std::byte> m_bytes;
};

}  // namespace headlight
