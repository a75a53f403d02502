#include "core/checkpoint/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <mutex>
#include <string>

#include "core/base/error.h"

namespace headlight {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, int code) {
  throw Error("'" + file.string() + "': cannot be read: " + (code == ENOMEM ? "out of memory" : std::strerror(code)));
}

FileStamp stampOf(const struct stat& facts) {
  return {static_cast<std::uint64_t>(facts.st_dev), static_cast<std::uint64_t>(facts.st_ino),
          static_cast<std::uint64_t>(facts.st_size),
          std::int64_t(facts.st_mtim.tv_sec) * 1'000'000'000 + facts.st_mtim.tv_nsec};
}

/// The open maps, as a signal handler can look them up. More than these are open only in models of as many shards; they
/// do without the guard.
struct Guarded {
  std::atomic<std::uintptr_t> begin = 0, end = 0;
  std::atomic<std::atomic<bool>*> cutOff = nullptr;
};
std::array<Guarded, 4096> g_guarded;
std::atomic<bool> g_anyWasCutOff = false;
std::mutex g_guarding;

/// Puts zeros in place of what a map has lost, from the page that was touched to its end, and lets the reader go on.
void onBusError(int signal, siginfo_t* info, void*) {
  const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
  for (Guarded& map : g_guarded) {
    const std::uintptr_t begin = map.begin, end = map.end;
    if (address < begin || address >= end) continue;
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const std::uintptr_t from = address / page * page;
    const int before = errno;
    void* zeros =
        // NOLINTNEXTLINE(performance-no-int-to-ptr): page borders are numbers.
        ::mmap(reinterpret_cast<void*>(from), end - from, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    errno = before;
    if (zeros == MAP_FAILED) break;
    if (std::atomic<bool>* cutOff = map.cutOff) *cutOff = true;
    g_anyWasCutOff = true;
    return;
  }
  ::signal(signal, SIG_DFL);  // Not ours: it comes again and ends the program.
}

}  // namespace

std::optional<FileStamp> stampOf(const std::filesystem::path& file) {
  struct stat facts {};
  return ::stat(file.c_str(), &facts) == 0 ? std::optional(stampOf(facts)) : std::nullopt;
}

MappedFile mapFile(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // Does not wait for a pipe.
  if (descriptor < 0) fail(file, errno);
  struct stat facts {};
  if (::fstat(descriptor, &facts) != 0) {
    const int code = errno;
    ::close(descriptor);
    fail(file, code);
  }
  if (!S_ISREG(facts.st_mode)) {
    ::close(descriptor);
    throw Error("'" + file.string() + "': expected a file, found something else");
  }
  const auto size = static_cast<std::size_t>(facts.st_size);
  void* address = nullptr;
  if (size > 0) {
    address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (address == MAP_FAILED) {
      const int code = errno;
      ::close(descriptor);
      fail(file, code);
    }
  }
  ::close(descriptor);
  return {{static_cast<const std::byte*>(address), size}, stampOf(facts)};
}

void unmapFile(std::span<const std::byte> bytes) { ::munmap(const_cast<std::byte*>(bytes.data()), bytes.size()); }

void guardMap(std::span<const std::byte> bytes, std::atomic<bool>& cutOff) {
  static std::once_flag installed;
  std::call_once(installed, [] {
    struct sigaction action {};
    action.sa_sigaction = onBusError;
    action.sa_flags = SA_SIGINFO;
    ::sigaction(SIGBUS, &action, nullptr);
  });
  const std::lock_guard lock(g_guarding);
  for (Guarded& map : g_guarded) {
    if (map.begin != 0) continue;
    map.cutOff = &cutOff;
    map.end = reinterpret_cast<std::uintptr_t>(bytes.data()) + bytes.size();
    map.begin = reinterpret_cast<std::uintptr_t>(bytes.data());
    return;
  }
}

void unguardMap(std::span<const std::byte> bytes) {
  const std::lock_guard lock(g_guarding);
  for (Guarded& map : g_guarded)
    if (map.begin == reinterpret_cast<std::uintptr_t>(bytes.data())) map.begin = map.end = 0;
}

bool anyMapWasCutOff() { return g_anyWasCutOff; }

}  // namespace headlight
