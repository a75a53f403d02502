#include "core/io/nameless_file.h"

#ifdef __linux__
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#endif
#include <string>

namespace headlight {
namespace fs = std::filesystem;

#ifdef __linux__
NamelessFile::NamelessFile(const fs::path& folder) {
  m_file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
  std::error_code ignored;
  if (m_file < 0 || fs::exists(name(), ignored)) return;
  ::close(m_file);
  m_file = -1;
}

NamelessFile::~NamelessFile() {
  if (m_file >= 0) ::close(m_file);
}

fs::path NamelessFile::name() const { return "/proc/self/fd/" + std::to_string(m_file); }

std::error_code NamelessFile::flush() const {
  return ::fsync(m_file) == 0 ? std::error_code() : std::error_code(errno, std::generic_category());
}

std::error_code NamelessFile::link(const fs::path& path) const {
  if (::linkat(AT_FDCWD, name().c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0) return {};
  return {errno, std::generic_category()};
}
#else
NamelessFile::NamelessFile(const fs::path&) {}
NamelessFile::~NamelessFile() = default;
fs::path NamelessFile::name() const { return {}; }
std::error_code NamelessFile::flush() const { return std::make_error_code(std::errc::not_supported); }
std::error_code NamelessFile::link(const fs::path&) const { return std::make_error_code(std::errc::not_supported); }
#endif

}  // namespace headlight
