#include "core/io/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <system_error>

#include "core/base/error.h"

namespace headlight {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void refuse(const fs::path& path, const std::string& reason) {
  throw Error("cannot write '" + path.string() + "': " + reason);
}

/// A name beside the target that is removed again unless it was renamed.
class TemporaryName {
 public:
  explicit TemporaryName(const fs::path& target) : m_target(target) {
    std::error_code ignored;
    // A link is followed, so that it stays a link and its target is what changes.
    if (fs::is_symlink(m_target, ignored)) m_target = fs::weakly_canonical(m_target, ignored);
    if (fs::is_directory(m_target, ignored)) refuse(target, "it is a folder");
    if (fs::exists(m_target, ignored) && !fs::is_regular_file(m_target, ignored))
      refuse(target, "it is a device or a pipe");
    std::string pattern = (m_target.parent_path() / ("." + m_target.filename().string() + ".XXXXXX")).string();
    const int file = ::mkstemp(pattern.data());
    if (file < 0) refuse(target, std::strerror(errno));
    m_name = pattern;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(file, 0666 & ~mask);
    ::close(file);
  }
  ~TemporaryName() {
    std::error_code ignored;
    if (!m_name.empty()) fs::remove(m_name, ignored);
  }
  TemporaryName(const TemporaryName&) = delete;
  TemporaryName& operator=(const TemporaryName&) = delete;

  const fs::path& name() const { return m_name; }
  void publish() {
    const int file = ::open(m_name.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!flushed) refuse(m_target, std::strerror(errno));
    std::error_code failed;
    fs::rename(m_name, m_target, failed);
    if (failed) refuse(m_target, failed.message());
    m_name.clear();
  }

 private:
  fs::path m_target, m_name;
};

}  // namespace

void writeWhole(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  if (path == "-") {
    write(std::cout);
    if (!std::cout.flush()) refuse("standard output", "the other end does not take it");
    return;
  }
  const auto fill = [&](const fs::path& name) {
    std::ofstream file(name, std::ios::binary);
    if (!file) refuse(path, std::strerror(errno));
    errno = 0;
    write(file);
    file.close();
    if (!file) refuse(path, errno ? std::strerror(errno) : "not everything could be written");
  };
  std::error_code ignored;
  const fs::file_status target = fs::status(path, ignored);
  // A device or a pipe is written to, not replaced.
  if (fs::is_character_file(target) || fs::is_fifo(target)) return fill(path);
  writeWholeByName(path, fill);
}

void writeWholeByName(const fs::path& path, const std::function<void(const fs::path&)>& write) {
  TemporaryName temporary(path);
  write(temporary.name());
  temporary.publish();
}

}  // namespace headlight
