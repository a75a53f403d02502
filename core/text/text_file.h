#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace headlight {

/// A text file of any size: only the parts that are asked for are read.
class TextFile {
 public:
  /// Throws Error for a file that cannot be read, is empty, or holds no text (a zero byte in its first 64 KiB).
  explicit TextFile(const std::filesystem::path& file);

  const std::filesystem::path& file() const { return m_file; }
  std::uint64_t size() const { return m_size; }
  /// The text from byte `from` to before byte `to`, both moved to where a character begins and bounded by the size.
  /// Bytes that are no UTF-8 become U+FFFD, line ends "\n"; a byte order mark is left out. Throws Error where the file
  /// cannot be read any more.
  std::string part(std::uint64_t from, std::uint64_t to);
  /// How many U+FFFD the last part has in place of other bytes.
  std::size_t replaced() const { return m_replaced; }

 private:
  std::string bytes(std::uint64_t from, std::uint64_t to);

  std::filesystem::path m_file;
  std::ifstream m_stream;
  std::uint64_t m_size = 0;
  std::size_t m_replaced = 0;
};

/// Text files of so many bytes are taken as they are; of longer ones a part is asked for.
inline constexpr std::uint64_t kShortTextFile = 4'000;

/// The most bytes of a part that are read as one text.
inline constexpr std::uint64_t kMostTextBytes = std::uint64_t(16) << 20;

}  // namespace headlight
