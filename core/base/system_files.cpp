#include "core/base/system_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace headlight {
namespace fs = std::filesystem;
namespace {

std::error_code lastError() { return {errno, std::generic_category()}; }

}  // namespace

std::error_code writingRefused(const fs::path& path) {
  std::error_code ignored;
  const int wanted = fs::is_directory(path, ignored) ? W_OK | X_OK : W_OK;
  return ::access(path.c_str(), wanted) == 0 ? std::error_code() : lastError();
}

std::error_code makeEmptyFile(const fs::path& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  if (file < 0) return lastError();
  ::close(file);
  return {};
}

std::error_code flushToDisk(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return lastError();
  const std::error_code failed = ::fsync(file) == 0 ? std::error_code() : lastError();
  ::close(file);
  return failed;
}

fs::path programFile() {
  std::error_code failed;
  fs::path program = fs::read_symlink("/proc/self/exe", failed);
  return failed ? fs::path() : program;
}

std::string pathBytes(const fs::path& path) { return path.native(); }

}  // namespace headlight
