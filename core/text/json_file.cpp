#include "core/text/json_file.h"

#include <charconv>
#include <fstream>

#include "core/base/files.h"

namespace headlight {

std::string readFile(const std::filesystem::path& file, std::uintmax_t most) {
  const std::string name = file.filename().string();
  std::error_code code;
  if (!isFile(file)) throw Error(file.string() + ": there is no such file");
  const std::uintmax_t size = std::filesystem::file_size(file, code);
  if (code) throw Error(file.string() + ": " + code.message());
  if (size > most) {
    throw Error(name + ": expected at most " + std::to_string(most) + " bytes, found " + std::to_string(size));
  }
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!stream || (size > 0 && !stream.read(bytes.data(), static_cast<std::streamsize>(size)))) {
    throw Error(file.string() + ": cannot be read");
  }
  if (bytes.starts_with("version https://git-lfs")) {
    throw Error(name + ": this is a git-lfs pointer; the file itself has not been downloaded");
  }
  return bytes;
}

namespace {

/// `json` as strict readers take it: Python also writes whole numbers of any size, which become fractions, NaN,
/// Infinity and 1e400, which become null, and halves of surrogate pairs, which become U+FFFD.
std::string withoutPythonsOwn(std::string_view json) {
  const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  const auto hexAt = [&](std::size_t at) {
    unsigned value = 0;
    if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return 0U;
    const auto [end, code] = std::from_chars(json.data() + at + 2, json.data() + at + 6, value, 16);
    return code == std::errc() && end == json.data() + at + 6 ? value : 0U;
  };
  constexpr std::string_view kReplacement = "\\ufffd";
  constexpr std::size_t kDigits = 18;  // every such number has 64 bits
  std::string strict;
  strict.reserve(json.size() + 16);
  bool inString = false;
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (inString) {
      const unsigned code = hexAt(at);
      if (code >= 0xD800 && code < 0xE000) {
        const unsigned next = hexAt(at + 6);
        const bool whole = code < 0xDC00 && next >= 0xDC00 && next < 0xE000;
        strict += whole ? json.substr(at, 12) : kReplacement;
        at += whole ? 12 : 6;
        continue;
      }
      const std::size_t length = c == '\\' ? 2 : 1;
      inString = c != '"';
      strict += json.substr(at, length);
      at += length;
      continue;
    }
    std::size_t end = at + 1;
    if (isDigit(c) || (c == '-' && end < json.size() && isDigit(json[end]))) {
      bool whole = true;
      for (; end < json.size() && (isDigit(json[end]) || std::string_view(".eE+-").find(json[end]) != json.npos); ++end)
        whole = whole && isDigit(json[end]);
      const std::string_view number = json.substr(at, end - at);
      double value = 0;
      const bool tooLarge =
          std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc::result_out_of_range;
      strict += tooLarge ? "null" : number;
      if (whole && !tooLarge && number.size() > kDigits) strict += ".0";
    } else if (const std::string_view rest = json.substr(at + (c == '-' ? 1 : 0));
               rest.starts_with("NaN") || rest.starts_with("Infinity")) {
      strict += "null";
      end = at + (c == '-' ? 1 : 0) + (rest[0] == 'N' ? 3 : 8);
    } else {
      inString = c == '"';
      strict += c;
    }
    at = end;
  }
  return strict;
}

}  // namespace

JsonFile::JsonFile(const std::filesystem::path& file) { parse(readFile(file), file.filename().string()); }

JsonFile::JsonFile(std::string_view json, const std::string& name) { parse(json, name); }

void JsonFile::parse(std::string_view json, const std::string& name) {
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  m_text = simdjson::padded_string(json);
  simdjson::dom::element root;
  simdjson::error_code code = m_parser.parse(m_text).get(root);
  if (code != simdjson::SUCCESS) {
    m_text = simdjson::padded_string(withoutPythonsOwn(json));
    code = m_parser.parse(m_text).get(root);
  }
  if (code != simdjson::SUCCESS) throw Error(name + ": expected JSON, " + simdjson::error_message(code));
  m_root.emplace(root, name.empty() ? std::string() : name + ": ");
}

}  // namespace headlight
