#pragma once

#include <filesystem>
#include <system_error>

namespace headlight {

/// An open file of a folder that has no name, unless it is given one: of a program that is killed nothing stays.
class NamelessFile {
 public:
  explicit NamelessFile(const std::filesystem::path& folder);
  ~NamelessFile();
  NamelessFile(const NamelessFile&) = delete;
  NamelessFile& operator=(const NamelessFile&) = delete;

  /// False where the file system or the system has no such files.
  bool isOpen() const { return m_file >= 0; }
  /// A path under which this process can open it.
  std::filesystem::path name() const;
  /// Has the system write it out to the disk.
  std::error_code flush() const;
  /// Gives it the name `path`, on the same disk; std::errc::file_exists where that is taken.
  std::error_code link(const std::filesystem::path& path) const;

 private:
  int m_file = -1;
};

}  // namespace headlight
