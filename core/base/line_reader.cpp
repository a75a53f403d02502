#include "core/base/line_reader.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"

namespace headlight {

LineReader::LineReader(const std::filesystem::path& file, std::size_t most)
    : m_name(file.filename().string()), m_stream(file, std::ios::binary), m_most(most) {
  if (!m_stream || !isFile(file))
    throw Error("'" + file.string() + "': expected a file that can be read, found " +
                (isFolder(file) ? "a folder" : "none"));
}

bool LineReader::next() {
  constexpr std::size_t kBlock = 256 << 10;
  m_line.clear();
  m_tooLong = false;
  bool any = false, cut = false;
  for (;;) {
    if (m_at == m_buffer.size()) {
      m_buffer.resize(kBlock);
      m_stream.read(m_buffer.data(), static_cast<std::streamsize>(kBlock));
      m_buffer.resize(static_cast<std::size_t>(m_stream.gcount()));
      m_at = 0;
      if (m_stream.bad()) throw Error("'" + m_name + "': cannot be read any more");
      if (m_buffer.empty()) break;
    }
    any = true;
    const std::size_t end = m_buffer.find('\n', m_at);
    const std::size_t to = std::min(end, m_buffer.size());
    // Of "\r\n" the first byte may be one more.
    const std::size_t room = std::max(m_most, m_most + 1) - m_line.size();
    cut = cut || to - m_at > room;
    m_line.append(m_buffer, m_at, std::min(to - m_at, room));
    m_at = end == std::string::npos ? to : to + 1;
    if (end != std::string::npos) break;
  }
  if (!any) return false;
  ++m_number;
  if (!cut && m_line.ends_with('\r')) m_line.pop_back();
  constexpr std::string_view kMark = "\xef\xbb\xbf";
  if (m_number == 1 && m_line.starts_with(kMark)) m_line.erase(0, kMark.size());
  m_tooLong = cut || m_line.size() > m_most;
  if (m_tooLong) m_line.resize(std::min(m_most, m_line.size()));
  return true;
}

std::string LineReader::place() const { return "'" + m_name + "' line " + std::to_string(m_number); }

}  // namespace headlight
