#include "core/base/json_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <locale>
#include <optional>
#include <sstream>

#include "core/base/plain_text.h"

namespace headlight {
namespace {

bool isOfWord(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-' || c == '.';
}

template <typename Number>
bool holds(std::string_view digits) {
  Number value{};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size();
}

/// The double nearest to a number, whatever the locale; infinite beyond the largest.
double nearestDouble(std::string_view number) {
  std::istringstream stream{std::string(number)};
  stream.imbue(std::locale::classic());
  double value = 0;
  stream >> value;  // Fails beyond the largest, with the largest.
  return stream.fail() ? std::copysign(INFINITY, value) : value;
}

/// A number or a name between the signs of a JSON text.
std::string standardWord(std::string_view word) {
  if (word == "NaN" || word == "Infinity" || word == "-Infinity") return '"' + std::string(word) + '"';
  const std::string_view digits = word.substr(word.starts_with('-') ? 1 : 0);
  const auto isDigit = [&digits](std::size_t i) { return i < digits.size() && digits[i] >= '0' && digits[i] <= '9'; };
  if (!isDigit(0) || (digits[0] == '0' && isDigit(1))) return std::string(word);
  const bool whole = digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (whole && (holds<std::int64_t>(word) || holds<std::uint64_t>(word))) return std::string(word);
  const double value = nearestDouble(word);
  if (std::isinf(value)) return value < 0 ? "\"-Infinity\"" : "\"Infinity\"";
  if (!whole) return std::string(word);
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out.precision(16);
  out << std::scientific << value;
  return out.str();
}

/// The code unit of "\uXXXX" at `at`, if there is one.
std::optional<unsigned> escapedUnit(std::string_view json, std::size_t at) {
  if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return {};
  unsigned unit = 0;
  const auto [end, error] = std::from_chars(json.data() + at + 2, json.data() + at + 6, unit, 16);
  return error == std::errc() && end == json.data() + at + 6 ? std::optional(unit) : std::nullopt;
}

/// Copies the string that begins at `at` up to the place behind it.
std::size_t copyString(std::string_view json, std::size_t at, std::string& out) {
  const auto isHigh = [](unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; };
  const auto isLow = [](unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; };
  out.push_back(json[at++]);
  while (at < json.size() && json[at] != '"') {
    if (json[at] != '\\') {
      out.push_back(json[at++]);
      continue;
    }
    std::size_t length = 2;
    bool lone = false;
    if (const auto unit = escapedUnit(json, at)) {
      length = 6;
      if (isHigh(*unit)) {
        const auto next = escapedUnit(json, at + 6);
        lone = !next || !isLow(*next);
        if (!lone) length = 12;
      } else {
        lone = isLow(*unit);
      }
    }
    out += lone ? std::string_view("\\uFFFD") : json.substr(at, length);
    at = std::min(at + length, json.size());
  }
  if (at < json.size()) out.push_back(json[at++]);
  return at;
}

}  // namespace

std::string standardJson(std::string_view json) {
  json = withoutByteOrderMark(json);
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    if (json[at] == '"') {
      at = copyString(json, at, out);
    } else if (isOfWord(json[at])) {
      std::size_t end = at;
      while (end < json.size() && isOfWord(json[end])) ++end;
      out += standardWord(json.substr(at, end - at));
      at = end;
    } else {
      out.push_back(json[at++]);
    }
  }
  return out;
}

}  // namespace headlight
