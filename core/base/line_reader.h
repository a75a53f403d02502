#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace headlight {

/// The lines of a text file one after the other, in memory that does not grow with the file: of a line of more than
/// `most` bytes the rest is passed over.
class LineReader {
 public:
  /// Throws Error for a file that cannot be read.
  LineReader(const std::filesystem::path& file, std::size_t most);

  /// Moves on to the next line; false after the last one. Throws Error where the file cannot be read any more.
  bool next();
  /// Without its end ("\n" or "\r\n"), and without a byte order mark at the beginning of the file.
  const std::string& line() const { return m_line; }
  bool tooLong() const { return m_tooLong; }
  std::int64_t number() const { return m_number; }  ///< From 1.
  /// "'books.txt' line 12"
  std::string place() const;

 private:
  std::string m_name;
  std::ifstream m_stream;
  std::size_t m_most;
  std::string m_buffer, m_line;
  std::size_t m_at = 0;
  std::int64_t m_number = 0;
  bool m_tooLong = false;
};

}  // namespace headlight
