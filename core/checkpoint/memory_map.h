#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "core/checkpoint/mapped_file.h"

namespace headlight {

/// A file seen as memory, for reading only. Pages are read when they are touched. Where the file has been cut off
/// meanwhile, or its disk is gone, the pages are zeros instead of the end of the program (SIGBUS), and check() throws:
/// whoever computed with the bytes asks before the result is used. (Reading through pread instead would copy every
/// weight once more for each product.)
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
  /// Throws Error when the file was cut off or written to since it was opened. Another file of that name is no matter:
  /// the one that was opened is there until it is closed.
  void check() const;

  /// Whether any file was ever cut off under a reader in this process.
  static bool anyWasCutOff();

 private:
  MemoryMap(std::filesystem::path file, const MappedFile& mapped);
  std::filesystem::path m_file;
  std::span<const std::byte> m_bytes;
  FileStamp m_stamp;
  mutable std::atomic<bool> m_cutOff = false;
};

}  // namespace headlight
