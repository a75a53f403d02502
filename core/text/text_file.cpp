#include "core/text/text_file.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/plain_text.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

constexpr std::uint64_t kLookedAt = std::uint64_t(64) << 10;

}  // namespace

TextFile::TextFile(const std::filesystem::path& file) : m_file(file) {
  if (!isFile(file))
    throw Error("text file '" + file.string() + "': expected a file, found " +
                (isThere(file) ? "something else" : "none"));
  m_stream.open(file, std::ios::binary);
  std::error_code failed;
  m_size = std::filesystem::file_size(file, failed);
  if (!m_stream || failed) throw Error("text file '" + file.string() + "': cannot be read");
  if (m_size == 0) throw Error("text file '" + file.string() + "': expected text, found an empty file");
  if (const std::size_t zero = bytes(0, std::min(m_size, kLookedAt)).find('\0'); zero != std::string::npos)
    throw Error("text file '" + file.string() + "': expected text, found a zero byte at " + std::to_string(zero));
}

std::string TextFile::bytes(std::uint64_t from, std::uint64_t to) {
  std::string out(static_cast<std::size_t>(to - from), '\0');
  m_stream.clear();
  m_stream.seekg(static_cast<std::streamoff>(from));
  m_stream.read(out.data(), static_cast<std::streamsize>(out.size()));
  if (static_cast<std::size_t>(m_stream.gcount()) != out.size())
    throw Error("text file '" + m_file.string() + "': expected bytes up to " + std::to_string(to) + ", found " +
                std::to_string(from + static_cast<std::uint64_t>(m_stream.gcount())));
  return out;
}

std::string TextFile::part(std::uint64_t from, std::uint64_t to) {
  to = std::min(to, m_size);
  from = std::min(from, to);
  if (to - from > kMostTextBytes)
    throw Error("text file '" + m_file.string() + "': expected a part of at most " + std::to_string(kMostTextBytes) +
                " bytes, found " + std::to_string(to - from));
  // A character has at most four bytes: with three more on each side its beginning is seen.
  const std::uint64_t before = std::min<std::uint64_t>(from, 3);
  const std::string raw = bytes(from - before, to);
  const auto begins = [&](std::size_t at) {
    std::size_t back = at;
    while (at - back < 3 && back > 0 && back < raw.size() && utf8::continues(raw[back])) --back;
    // A run of continuing bytes that no character leads is no text; it is taken as it is.
    return back < raw.size() && !utf8::continues(raw[back]) && back + utf8::lengthFrom(raw[back]) > at ? back : at;
  };
  const std::size_t first = begins(static_cast<std::size_t>(before));
  std::size_t last = raw.size();
  // A character that the end cuts belongs to the next part.
  for (std::size_t back = 1; back <= 3 && back <= raw.size() && to < m_size; ++back) {
    const std::size_t at = raw.size() - back;
    if (utf8::continues(raw[at])) continue;
    if (at + utf8::lengthFrom(raw[at]) > raw.size()) last = std::max(first, at);
    break;
  }
  std::string_view kept(raw.data() + first, last - first);
  if (from == 0) kept = withoutByteOrderMark(kept);
  std::string text;
  m_replaced = utf8::appendLossy(text, kept);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r')
      out += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      out += '\n';
  }
  return out;
}

}  // namespace headlight
