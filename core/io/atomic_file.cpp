#include "core/io/atomic_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <random>
#include <system_error>
#include <utility>

#include "core/base/error.h"

namespace headlight {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void refuse(const fs::path& path, const std::string& reason) {
  throw Error("cannot write '" + path.string() + "': " + reason);
}

/// Where a link leads, also to a file that is not there yet; `path` itself where it is none.
fs::path linked(fs::path path) {
  constexpr int kMostLinks = 40;  // As many as the system follows.
  std::error_code failed;
  for (int links = 0; fs::is_symlink(path, failed); ++links) {
    if (links == kMostLinks) refuse(path, "too many links");
    const fs::path next = fs::read_symlink(path, failed);
    if (failed) refuse(path, failed.message());
    path = path.parent_path() / next;  // An absolute one takes the place of all.
  }
  return path;
}

/// The file that `path` stands for: a link is followed, so that it stays a link and its target is what changes. A file
/// that nobody may write to is not replaced either.
fs::path targetOf(const fs::path& path) {
  std::error_code ignored;
  const fs::path target = linked(path);
  if (fs::is_directory(target, ignored)) refuse(path, "it is a folder");
  if (fs::exists(target, ignored) && !fs::is_regular_file(target, ignored)) refuse(path, "it is a device or a pipe");
  constexpr fs::perms kWrite = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  if (fs::exists(target, ignored) &&
      ((fs::status(target, ignored).permissions() & kWrite) == fs::perms::none || ::access(target.c_str(), W_OK) != 0))
    refuse(path, "it is write-protected");
  return target;
}

/// A hidden name beside the target.
fs::path besideOf(const fs::path& target, const std::string& end) {
  return target.parent_path() / ("." + target.filename().string() + "." + end);
}

/// Has a finished, flushed file take the place of the target.
void publish(const fs::path& finished, const fs::path& target) {
  std::error_code failed;
  fs::rename(finished, target, failed);
  if (!failed) return;
  std::error_code ignored;
  fs::remove(finished, ignored);
  refuse(target, failed.message());
}

/// An open file beside the target that has a name only while it takes the target's place: of a program that is killed
/// nothing stays.
class NamelessFile {
 public:
  explicit NamelessFile(fs::path target) : m_target(std::move(target)) {
#ifdef O_TMPFILE
    const fs::path folder = m_target.has_parent_path() ? m_target.parent_path() : ".";
    m_file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
    std::error_code ignored;
    if (m_file >= 0 && !fs::exists(name(), ignored)) close();
#endif
  }
  ~NamelessFile() { close(); }
  NamelessFile(const NamelessFile&) = delete;
  NamelessFile& operator=(const NamelessFile&) = delete;

  /// False where the file system or the system has no such files.
  bool isOpen() const { return m_file >= 0; }
  /// A path under which this process can open it.
  fs::path name() const { return "/proc/self/fd/" + std::to_string(m_file); }
  /// False where the file system gives it no name after all.
  bool publish() {
    if (::fsync(m_file) != 0) refuse(m_target, std::strerror(errno));
    std::random_device random;
    fs::path finished;
    int failed = EEXIST;
    while (failed == EEXIST) {
      finished = besideOf(m_target, std::to_string(random()));
      const int linked = ::linkat(AT_FDCWD, name().c_str(), AT_FDCWD, finished.c_str(), AT_SYMLINK_FOLLOW);
      failed = linked == 0 ? 0 : errno;
    }
    if (failed) return false;
    headlight::publish(finished, m_target);
    return true;
  }

 private:
  void close() {
    if (m_file >= 0) ::close(m_file);
    m_file = -1;
  }

  fs::path m_target;
  int m_file = -1;
};

/// A file beside the target that is removed again unless it takes the target's place.
class NamedFile {
 public:
  explicit NamedFile(fs::path target) : m_target(std::move(target)) {
    std::random_device random;
    int file = -1;
    do {  // With the permissions of any new file, which the system takes from the process.
      m_name = besideOf(m_target, std::to_string(random()));
      file = ::open(m_name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    } while (file < 0 && errno == EEXIST);
    if (file < 0) {
      m_name.clear();
      refuse(m_target, std::strerror(errno));
    }
    ::close(file);
  }
  ~NamedFile() {
    std::error_code ignored;
    if (!m_name.empty()) fs::remove(m_name, ignored);
  }
  NamedFile(const NamedFile&) = delete;
  NamedFile& operator=(const NamedFile&) = delete;

  const fs::path& name() const { return m_name; }
  void publish() {
    const int file = ::open(m_name.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = file >= 0 && ::fsync(file) == 0;
    const int code = errno;
    if (file >= 0) ::close(file);
    if (!flushed) refuse(m_target, std::strerror(code));
    headlight::publish(std::exchange(m_name, {}), m_target);
  }

 private:
  fs::path m_target, m_name;
};

}  // namespace

void checkWritable(const fs::path& path) {
  if (path == "-") return;
  std::error_code ignored;
  const fs::file_status found = fs::status(path, ignored);
  if (fs::is_character_file(found) || fs::is_fifo(found)) return;
  const fs::path target = targetOf(path);
  const fs::path folder = target.has_parent_path() ? target.parent_path() : ".";
  const fs::file_status beside = fs::status(folder, ignored);
  if (!fs::exists(beside)) refuse(path, "there is no folder '" + folder.string() + "'");
  if (!fs::is_directory(beside)) refuse(path, "'" + folder.string() + "' is not a folder");
  if (::access(folder.c_str(), W_OK | X_OK) != 0) refuse(path, std::strerror(errno));
}

void flushOutput(std::ostream& out) {
  errno = 0;
  if (!out.flush())
    throw Error("cannot write to standard output" + (errno ? std::string(": ") + std::strerror(errno) : std::string()));
}

void writeWhole(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  if (path == "-") {
    write(std::cout);
    return flushOutput(std::cout);
  }
  const auto fill = [&](const fs::path& name) {
    std::ofstream file(name, std::ios::binary);
    if (!file) refuse(path, std::strerror(errno));
    errno = 0;
    write(file);
    file.close();
    if (!file) refuse(path, errno ? std::strerror(errno) : "incomplete write");
  };
  std::error_code ignored;
  const fs::file_status target = fs::status(path, ignored);
  // A device or a pipe is written to, not replaced.
  if (fs::is_character_file(target) || fs::is_fifo(target)) return fill(path);
  if (NamelessFile file(targetOf(path)); file.isOpen()) {
    fill(file.name());
    if (file.publish()) return;
  }
  writeWholeByName(path, fill);
}

void withScratchFile(const fs::path& path, const std::function<void(const fs::path&)>& use) {
  if (const NamelessFile file(targetOf(path)); file.isOpen()) return use(file.name());
  const NamedFile file(targetOf(path));
  use(file.name());
}

void writeWholeByName(const fs::path& path, const std::function<void(const fs::path&)>& write) {
  NamedFile file(targetOf(path));
  write(file.name());
  file.publish();
}

}  // namespace headlight
