#include "core/base/scratch_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <new>
#include <string>

#include "core/base/bytes_text.h"
#include "core/base/error.h"
#include "core/base/scratch_memory.h"

namespace headlight {
namespace {

/// An open file without a name, or -1 with errno.
int namelessFile() {
#ifdef O_TMPFILE
  if (const int file = ::open(scratchFolder(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600); file >= 0) return file;
#endif
  std::string name = std::string(scratchFolder()) + "/headlight-XXXXXX";
  const int file = ::mkstemp(name.data());
  if (file >= 0) ::unlink(name.c_str());
  return file;
}

}  // namespace

std::shared_ptr<float> scratchFile(std::size_t bytes) {
  const auto fail = [&](int code) {
    if (code == ENOMEM) throw std::bad_alloc();
    struct statvfs disk {};
    const bool known = code == ENOSPC && ::statvfs(scratchFolder(), &disk) == 0;
    throw Error(std::string("scratch file in '") + scratchFolder() + "': expected room for " +
                bytesText(static_cast<double>(bytes)) + ", found " +
                (known ? bytesText(static_cast<double>(disk.f_bavail) * static_cast<double>(disk.f_frsize))
                       : std::strerror(code)) +
                " (the variable TMPDIR names another folder)");
  };
  const int file = namelessFile();
  if (file < 0) fail(errno);
  const int refused = ::posix_fallocate(file, 0, static_cast<off_t>(bytes));
  void* address = refused ? MAP_FAILED : ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  const int code = refused ? refused : errno;
  ::close(file);
  if (address == MAP_FAILED) fail(code);
  return {static_cast<float*>(address), [bytes](float* numbers) { ::munmap(numbers, bytes); }};
}

const char* scratchFolder() {
  const char* chosen = std::getenv("TMPDIR");
  return chosen && *chosen ? chosen : "/var/tmp";
}

std::uint64_t availableMemory() {
  std::ifstream facts("/proc/meminfo");
  for (std::string line; std::getline(facts, line);)
    if (line.rfind("MemAvailable:", 0) == 0) return std::strtoull(line.c_str() + 13, nullptr, 10) * 1024;
  return 0;
}

}  // namespace headlight
