#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

#include <string>
#include <system_error>

#include "core/base/error.h"
#include "core/checkpoint/mapped_file.h"

namespace headlight {
namespace {

/// A handle that closes itself.
struct Handle {
  HANDLE handle = nullptr;
  ~Handle() {
    if (handle && handle != INVALID_HANDLE_VALUE) ::CloseHandle(handle);
  }
};

HANDLE openForReading(const std::filesystem::path& file, DWORD access) {
  return ::CreateFileW(file.c_str(), access, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                       OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
}

constexpr std::uint64_t joined(DWORD high, DWORD low) { return std::uint64_t(high) << 32 | low; }

FileStamp stampOf(const BY_HANDLE_FILE_INFORMATION& facts) {
  return {facts.dwVolumeSerialNumber, joined(facts.nFileIndexHigh, facts.nFileIndexLow),
          joined(facts.nFileSizeHigh, facts.nFileSizeLow),
          static_cast<std::int64_t>(joined(facts.ftLastWriteTime.dwHighDateTime, facts.ftLastWriteTime.dwLowDateTime))};
}

}  // namespace

MappedFile mapFile(const std::filesystem::path& file) {
  const auto fail = [&] {
    const DWORD code = ::GetLastError();
    throw Error("'" + file.string() + "': cannot be read: " +
                (code == ERROR_NOT_ENOUGH_MEMORY
                     ? "out of memory"
                     : std::error_code(static_cast<int>(code), std::system_category()).message()));
  };
  const Handle opened{openForReading(file, GENERIC_READ)};
  if (opened.handle == INVALID_HANDLE_VALUE) fail();
  BY_HANDLE_FILE_INFORMATION facts{};
  if (::GetFileType(opened.handle) != FILE_TYPE_DISK || !::GetFileInformationByHandle(opened.handle, &facts) ||
      (facts.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0)
    throw Error("'" + file.string() + "': expected a file, found something else");
  const FileStamp stamp = stampOf(facts);
  if (stamp.size == 0) return {{}, stamp};
  const Handle section{::CreateFileMappingW(opened.handle, nullptr, PAGE_READONLY, 0, 0, nullptr)};
  if (!section.handle) fail();
  const void* address = ::MapViewOfFile(section.handle, FILE_MAP_READ, 0, 0, 0);
  if (!address) fail();
  return {{static_cast<const std::byte*>(address), static_cast<std::size_t>(stamp.size)}, stamp};
}

void unmapFile(std::span<const std::byte> bytes) { ::UnmapViewOfFile(bytes.data()); }

std::optional<FileStamp> stampOf(const std::filesystem::path& file) {
  const Handle opened{openForReading(file, 0)};
  BY_HANDLE_FILE_INFORMATION facts{};
  if (opened.handle == INVALID_HANDLE_VALUE || !::GetFileInformationByHandle(opened.handle, &facts))
    return std::nullopt;
  return stampOf(facts);
}

// The system lets nobody cut off a file that is mapped: there is nothing to guard but a disk that goes away.
void guardMap(std::span<const std::byte>, std::atomic<bool>&) {}
void unguardMap(std::span<const std::byte>) {}
bool anyMapWasCutOff() { return false; }

}  // namespace headlight
