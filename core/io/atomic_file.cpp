#include "core/io/atomic_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <random>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/base/system_files.h"
#include "core/io/nameless_file.h"

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
      ((fs::status(target, ignored).permissions() & kWrite) == fs::perms::none || writingRefused(target)))
    refuse(path, "it is write-protected");
  return target;
}

fs::path folderOf(const fs::path& target) { return target.has_parent_path() ? target.parent_path() : "."; }

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

/// Has a file without a name take the target's place; false where the file system gives it no name after all.
bool publish(const NamelessFile& file, const fs::path& target) {
  if (const std::error_code failed = file.flush()) refuse(target, failed.message());
  std::random_device random;
  fs::path finished;
  std::error_code failed;
  do {
    finished = besideOf(target, std::to_string(random()));
    failed = file.link(finished);
  } while (failed == std::errc::file_exists);
  if (failed) return false;
  publish(finished, target);
  return true;
}

/// A file beside the target that is removed again unless it takes the target's place.
class NamedFile {
 public:
  explicit NamedFile(fs::path target) : m_target(std::move(target)) {
    std::random_device random;
    std::error_code failed;
    do {
      m_name = besideOf(m_target, std::to_string(random()));
      failed = makeEmptyFile(m_name);
    } while (failed == std::errc::file_exists);
    if (failed) {
      m_name.clear();
      refuse(m_target, failed.message());
    }
  }
  ~NamedFile() {
    std::error_code ignored;
    if (!m_name.empty()) fs::remove(m_name, ignored);
  }
  NamedFile(const NamedFile&) = delete;
  NamedFile& operator=(const NamedFile&) = delete;

  const fs::path& name() const { return m_name; }
  void publish() {
    if (const std::error_code failed = flushToDisk(m_name)) refuse(m_target, failed.message());
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
  const fs::path folder = folderOf(target);
  const fs::file_status beside = fs::status(folder, ignored);
  if (!fs::exists(beside)) refuse(path, "there is no folder '" + folder.string() + "'");
  if (!fs::is_directory(beside)) refuse(path, "'" + folder.string() + "' is not a folder");
  if (const std::error_code refused = writingRefused(folder)) refuse(path, refused.message());
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
  const fs::file_status found = fs::status(path, ignored);
  // A device or a pipe is written to, not replaced.
  if (fs::is_character_file(found) || fs::is_fifo(found)) return fill(path);
  const fs::path target = targetOf(path);
  if (const NamelessFile file(folderOf(target)); file.isOpen()) {
    fill(file.name());
    if (publish(file, target)) return;
  }
  writeWholeByName(path, fill);
}

void withScratchFile(const fs::path& path, const std::function<void(const fs::path&)>& use) {
  if (const NamelessFile file(folderOf(targetOf(path))); file.isOpen()) return use(file.name());
  const NamedFile file(targetOf(path));
  use(file.name());
}

void writeWholeByName(const fs::path& path, const std::function<void(const fs::path&)>& write) {
  NamedFile file(targetOf(path));
  write(file.name());
  file.publish();
}

}  // namespace headlight
