#include "core/checkpoint/memory_map.h"

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

void guard(std::span<const std::byte> bytes, std::atomic<bool>& cutOff) {
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

void unguard(std::span<const std::byte> bytes) {
  const std::lock_guard lock(g_guarding);
  for (Guarded& map : g_guarded)
    if (map.begin == reinterpret_cast<std::uintptr_t>(bytes.data())) map.begin = map.end = 0;
}

}  // namespace

/// What changes when a file is written to.
struct MemoryMap::Stamp {
  dev_t device;
  ino_t number;
  off_t size;
  timespec written;
};

MemoryMap::MemoryMap(std::filesystem::path file, std::span<const std::byte> bytes, std::unique_ptr<const Stamp> stamp)
    : m_file(std::move(file)), m_bytes(bytes), m_stamp(std::move(stamp)) {
  if (!m_bytes.empty()) guard(m_bytes, m_cutOff);
}

bool MemoryMap::anyWasCutOff() { return g_anyWasCutOff; }

void MemoryMap::check() const {
  if (m_cutOff) throw Error("'" + m_file.string() + "': truncated or removed while open; open it again");
  struct stat now {};
  if (::stat(m_file.c_str(), &now) != 0 || now.st_dev != m_stamp->device || now.st_ino != m_stamp->number) return;
  if (now.st_size != m_stamp->size || now.st_mtim.tv_sec != m_stamp->written.tv_sec ||
      now.st_mtim.tv_nsec != m_stamp->written.tv_nsec)
    throw Error("'" + m_file.string() + "': changed while open; open it again");
}

std::shared_ptr<const MemoryMap> MemoryMap::open(const std::filesystem::path& file) {
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
  return std::shared_ptr<const MemoryMap>(
      new MemoryMap(file, {static_cast<const std::byte*>(address), size},
                    std::make_unique<Stamp>(Stamp{facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtim})));
}

MemoryMap::~MemoryMap() {
  if (m_bytes.empty()) return;
  unguard(m_bytes);
  ::munmap(const_cast<std::byte*>(m_bytes.data()), m_bytes.size());
}

std::span<const std::byte> MemoryMap::range(std::uint64_t offset, std::uint64_t size, std::string_view what) const {
  if (offset > m_bytes.size() || size > m_bytes.size() - offset)
    throw Error("'" + m_file.string() + "': " + std::string(what) + ": expected bytes " + std::to_string(offset) +
                " to " + std::to_string(offset) + " + " + std::to_string(size) + ", the file has " +
                std::to_string(m_bytes.size()) + " bytes");
  return m_bytes.subspan(offset, size);
}

}  // namespace headlight
