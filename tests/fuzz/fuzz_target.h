#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/index.h"

namespace headlight::fuzz {

/// One reader of the program, given any bytes at all. What the reader may throw is Error, with a message; anything
/// else, and any promise that what was read does not keep, ends the process.
struct Target {
  const char* name;
  /// Reads `input` and returns the message with which it was refused, or nothing.
  std::string (*run)(std::string_view input);
  /// Inputs to begin from: good ones, and some that are almost good.
  std::vector<std::string> (*seeds)();
};

/// The targets that are linked into this program.
std::vector<Target>& targets();

struct Registration {
  explicit Registration(const Target& target) { targets().push_back(target); }
};

/// The message of the Error that `work` throws, or nothing; ends the process for an empty message.
std::string messageOf(const std::function<void()>& work);
/// Ends the process unless a promise of the reader is kept.
void require(bool kept, const char* promise);

/// A file of the source tree as bytes, and all files below a folder of it that have this name.
std::string sourceFile(const std::string& path);
std::vector<std::filesystem::path> sourceFiles(const std::string& folder, const std::string& name);

/// A folder that is gone when the program ends, for readers of files.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return m_path; }
  std::filesystem::path write(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path m_path;
};

/// Whole numbers with which the first line of `input` begins, each within its bounds, and what is behind that line.
/// What is not there is the least.
std::pair<std::vector<Index>, std::string_view> numbersBefore(std::string_view input,
                                                              const std::vector<std::pair<Index, Index>>& bounds);

/// A zip of these names and contents, uncompressed, as bytes.
std::string zipOf(const std::vector<std::pair<std::string, std::string>>& entries);

}  // namespace headlight::fuzz

/// Names the target that the functions `read` and `seeds` of this source make.
#define HEADLIGHT_FUZZ_TARGET(name)                                      \
  namespace {                                                            \
  const headlight::fuzz::Registration kRegistered({#name, read, seeds}); \
  }
