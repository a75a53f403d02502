#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

#include "core/base/system_files.h"

namespace headlight {
namespace fs = std::filesystem;
namespace {

std::error_code lastError() { return {static_cast<int>(::GetLastError()), std::system_category()}; }

/// Opens `path`, asking for `access`, and closes it again; `use` is what is done between.
template <class Use>
std::error_code opened(const fs::path& path, DWORD access, DWORD how, DWORD flags, const Use& use) {
  constexpr DWORD kShared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  const HANDLE file = ::CreateFileW(path.c_str(), access, kShared, nullptr, how, flags, nullptr);
  if (file == INVALID_HANDLE_VALUE) return lastError();
  const std::error_code failed = use(file) ? std::error_code() : lastError();
  ::CloseHandle(file);
  return failed;
}

}  // namespace

std::error_code writingRefused(const fs::path& path) {
  // Permissions are lists there, which nobody but the system can judge: it is asked by opening.
  std::error_code ignored;
  const bool folder = fs::is_directory(path, ignored);
  return opened(path, folder ? FILE_ADD_FILE : GENERIC_WRITE, OPEN_EXISTING,
                folder ? FILE_FLAG_BACKUP_SEMANTICS : FILE_ATTRIBUTE_NORMAL, [](HANDLE) { return true; });
}

std::error_code makeEmptyFile(const fs::path& path) {
  const std::error_code failed =
      opened(path, GENERIC_WRITE, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, [](HANDLE) { return true; });
  return failed.value() == ERROR_FILE_EXISTS ? std::make_error_code(std::errc::file_exists) : failed;
}

std::error_code flushToDisk(const fs::path& path) {
  return opened(path, GENERIC_WRITE, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL,
                [](HANDLE file) { return ::FlushFileBuffers(file) != 0; });
}

fs::path programFile() {
  std::wstring name(32768, L'\0');  // The longest path there is.
  name.resize(::GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(name.size())));
  return name;
}

std::string pathBytes(const fs::path& path) {
  const std::u8string bytes = path.u8string();
  return {bytes.begin(), bytes.end()};
}

}  // namespace headlight
