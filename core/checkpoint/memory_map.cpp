#include "core/checkpoint/memory_map.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "core/base/error.h"

namespace headlight {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, int code) {
  throw Error("'" + file.string() + "': cannot be read: " + std::strerror(code));
}

}  // namespace

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
  return std::shared_ptr<const MemoryMap>(new MemoryMap(file, {static_cast<const std::byte*>(address), size}));
}

MemoryMap::~MemoryMap() {
  if (!m_bytes.empty()) ::munmap(const_cast<std::byte*>(m_bytes.data()), m_bytes.size());
}

std::span<const std::byte> MemoryMap::range(std::uint64_t offset, std::uint64_t size, std::string_view what) const {
  if (offset > m_bytes.size() || size > m_bytes.size() - offset)
    throw Error("'" + m_file.string() + "': " + std::string(what) + ": expected bytes " + std::to_string(offset) +
                " to " + std::to_string(offset) + " + " + std::to_string(size) + ", the file has " +
                std::to_string(m_bytes.size()) + " bytes");
  return m_bytes.subspan(offset, size);
}

}  // namespace headlight
