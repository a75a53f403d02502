#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace headlight {

/// What changes when a file is written to, and what tells it from another of its name.
struct FileStamp {
  std::uint64_t device = 0, number = 0, size = 0;  ///< The size in bytes.
  std::int64_t written = 0;                        ///< In the units of the system.
};

/// The bytes of a file as memory, none of an empty one, and its stamp when it was opened.
struct MappedFile {
  std::span<const std::byte> bytes;
  FileStamp stamp;
};

/// Maps `file`; throws Error when it is missing, not a regular file, or cannot be read.
MappedFile mapFile(const std::filesystem::path& file);
/// Gives back what mapFile() gave, unless it is empty.
void unmapFile(std::span<const std::byte> bytes);

/// The stamp of what is at `file` now; none where there is nothing.
std::optional<FileStamp> stampOf(const std::filesystem::path& file);

/// Sets `cutOff` when bytes of the map turn out to be gone, and puts zeros there instead of ending the program. At
/// most 4096 maps are guarded.
void guardMap(std::span<const std::byte> bytes, std::atomic<bool>& cutOff);
void unguardMap(std::span<const std::byte> bytes);
/// Whether any guarded map lost bytes in this process.
bool anyMapWasCutOff();

}  // namespace headlight
