#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

#include <cstdlib>
#include <filesystem>
#include <new>
#include <random>
#include <string>
#include <system_error>

#include "core/base/bytes_text.h"
#include "core/base/error.h"
#include "core/base/scratch_file.h"
#include "core/base/scratch_memory.h"

namespace headlight {

std::shared_ptr<float> scratchFile(std::size_t bytes) {
  const std::filesystem::path folder = scratchFolder();
  const auto fail = [&](DWORD code) {
    if (code == ERROR_NOT_ENOUGH_MEMORY || code == ERROR_COMMITMENT_LIMIT) throw std::bad_alloc();
    std::error_code unknown;
    const bool full = code == ERROR_DISK_FULL || code == ERROR_HANDLE_DISK_FULL;
    const auto disk = std::filesystem::space(folder, unknown);
    throw Error(std::string("scratch file in '") + scratchFolder() + "': expected room for " +
                bytesText(static_cast<double>(bytes)) + ", found " +
                (full && !unknown ? bytesText(static_cast<double>(disk.available))
                                  : std::error_code(static_cast<int>(code), std::system_category()).message()) +
                " (the variable TMPDIR names another folder)");
  };
  std::random_device random;
  HANDLE file = INVALID_HANDLE_VALUE;
  do {  // It has a name there, and goes with its last handle, however the program ends.
    const std::filesystem::path name = folder / ("headlight-" + std::to_string(random()));
    file = ::CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr,
                         CREATE_NEW, FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
  } while (file == INVALID_HANDLE_VALUE && ::GetLastError() == ERROR_FILE_EXISTS);
  if (file == INVALID_HANDLE_VALUE) fail(::GetLastError());
  const std::uint64_t size = bytes;
  void* address = nullptr;
  // The section is as long as asked for, and the disk gives the room for it now.
  const HANDLE section = ::CreateFileMappingW(file, nullptr, PAGE_READWRITE, static_cast<DWORD>(size >> 32),
                                              static_cast<DWORD>(size), nullptr);
  if (section) address = ::MapViewOfFile(section, FILE_MAP_ALL_ACCESS, 0, 0, bytes);
  const DWORD code = ::GetLastError();
  if (section) ::CloseHandle(section);
  if (!address) {
    ::CloseHandle(file);
    fail(code);
  }
  return {static_cast<float*>(address), [file](float* numbers) {
            ::UnmapViewOfFile(numbers);
            ::CloseHandle(file);
          }};
}

const char* scratchFolder() {
  for (const char* name : {"TMPDIR", "TEMP", "TMP"})
    if (const char* chosen = std::getenv(name); chosen && *chosen) return chosen;
  return ".";
}

std::uint64_t availableMemory() {
  MEMORYSTATUSEX facts{};
  facts.dwLength = sizeof facts;
  return ::GlobalMemoryStatusEx(&facts) ? facts.ullAvailPhys : 0;
}

}  // namespace headlight
