#include "core/base/natural_order.h"

#include <cstdlib>
#include <string>

namespace headlight {
namespace {

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The digits at the beginning of `text`, which are taken off it, without leading zeros.
std::string_view takeNumber(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && isDigit(text[end])) ++end;
  std::string_view number = text.substr(0, end);
  text.remove_prefix(end);
  while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
  return number;
}

}  // namespace

bool naturallyBefore(std::string_view a, std::string_view b) {
  const std::string_view wholeA = a, wholeB = b;
  while (!a.empty() && !b.empty()) {
    if (isDigit(a.front()) && isDigit(b.front())) {
      const std::string_view x = takeNumber(a), y = takeNumber(b);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
    } else {
      if (a.front() != b.front()) return a.front() < b.front();
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
  }
  return a.empty() != b.empty() ? a.empty() : wholeA < wholeB;
}

std::optional<double> stepIn(std::string_view name) {
  std::size_t end = name.size();
  while (end > 0 && !isDigit(name[end - 1])) --end;
  if (end == 0) return {};
  std::size_t begin = end;
  while (begin > 0 && isDigit(name[begin - 1])) --begin;
  return std::strtod(std::string(name.substr(begin, end - begin)).c_str(), nullptr);
}

}  // namespace headlight
