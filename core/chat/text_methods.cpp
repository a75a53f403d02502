#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include "core/chat/template_run.h"
#include "core/text/unicode/unicode.h"
#include "core/text/utf8.h"

namespace headlight::chat {
namespace {

std::string utf8Of(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

char32_t codeOf(std::string_view character) {
  std::size_t at = 0;
  return utf8::next(character, at);
}

bool isCased(std::string_view character) {
  return upperCase(character) != character || lowerCase(character) != character;
}

/// str.title and, with only the first letter of all, str.capitalize.
std::string withCapitals(std::string_view text, bool everyWord) {
  std::string out;
  bool inWord = false;
  for (const std::string& each : charactersOf(text)) {
    if (!inWord) {
      icu::UnicodeString one = icu::UnicodeString::fromUTF8(each);
      out += utf8Of(one.toTitle(nullptr, icu::Locale::getRoot()));
    } else {
      out += lowerCase(each);
    }
    inWord = !everyWord || isCased(each);
  }
  return out;
}

bool isSpace(char32_t c) { return unicode::isWhitespace(c) || (c >= 0x1C && c <= 0x1F); }

/// The lines of a text, with their ends or without.
std::vector<std::string> linesOf(std::string_view text, bool keepEnds) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = utf8::next(text, at);
    const bool ends = (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
    if (c == '\r' && at < text.size() && text[at] == '\n') ++at;
    if (!ends || keepEnds) line += text.substr(begin, at - begin);
    if (ends) lines.push_back(std::exchange(line, {}));
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

/// The words between white space, at most `most` cuts, from the left or the right.
std::vector<std::string> wordsOf(std::string_view text, Integer most, bool fromRight) {
  std::vector<std::string> words;
  std::string_view rest = text;
  const auto trimmed = [](std::string_view part, bool left) {
    while (!part.empty()) {
      std::size_t at = left ? 0 : part.size();
      const char32_t c = left ? utf8::next(part, at) : utf8::previous(part, at);
      if (!isSpace(c)) break;
      part = left ? part.substr(at) : part.substr(0, at);
    }
    return part;
  };
  rest = trimmed(rest, !fromRight);
  while (!rest.empty()) {
    if (most >= 0 && static_cast<Integer>(words.size()) == most) {
      words.emplace_back(rest);
      break;
    }
    std::size_t at = fromRight ? rest.size() : 0;
    while (fromRight ? at > 0 : at < rest.size()) {
      std::size_t after = at;
      if (isSpace(fromRight ? utf8::previous(rest, after) : utf8::next(rest, after))) break;
      at = after;
    }
    words.emplace_back(fromRight ? rest.substr(at) : rest.substr(0, at));
    rest = trimmed(fromRight ? rest.substr(0, at) : rest.substr(at), !fromRight);
  }
  if (fromRight) std::reverse(words.begin(), words.end());
  return words;
}

std::vector<std::string> partsOf(std::string_view text, std::string_view between, Integer most, bool fromRight) {
  std::vector<std::string> parts;
  if (fromRight) {
    while (most < 0 || static_cast<Integer>(parts.size()) < most) {
      const auto found = text.rfind(between);
      if (found == std::string_view::npos) break;
      parts.emplace_back(text.substr(found + between.size()));
      text = text.substr(0, found);
    }
    parts.emplace_back(text);
    std::reverse(parts.begin(), parts.end());
    return parts;
  }
  while (most < 0 || static_cast<Integer>(parts.size()) < most) {
    const auto found = text.find(between);
    if (found == std::string_view::npos) break;
    parts.emplace_back(text.substr(0, found));
    text = text.substr(found + between.size());
  }
  parts.emplace_back(text);
  return parts;
}

std::string replaced(const std::string& text, const std::string& from, const std::string& to, Integer most) {
  std::string out;
  std::size_t at = 0;
  if (from.empty()) {
    Integer count = 0;
    for (const std::string& each : charactersOf(text)) {
      if (most < 0 || count++ < most) out += to;
      out += each;
    }
    return most < 0 || count < most ? out + to : out;
  }
  for (Integer count = 0; most < 0 || count < most; ++count) {
    const auto found = text.find(from, at);
    if (found == std::string::npos) break;
    out += text.substr(at, found - at) + to;
    at = found + from.size();
  }
  return out + text.substr(at);
}

/// str.format with plain fields: {}, {0}, {name}.
std::string filled(std::string_view format, const CallValues& given) {
  std::string out;
  std::size_t next = 0;
  bool isNumbered = false;
  for (std::size_t at = 0; at < format.size(); ++at) {
    const char c = format[at];
    if ((c == '{' || c == '}') && at + 1 < format.size() && format[at + 1] == c) {
      out += c;
      ++at;
      continue;
    }
    if (c == '}') throw Error("format: a '}' without its '{'");
    if (c != '{') {
      out += c;
      continue;
    }
    const auto end = format.find('}', at);
    if (end == std::string_view::npos) throw Error("format: a '{' without its '}'");
    const std::string field(format.substr(at + 1, end - at - 1));
    if (field.find_first_of(".[:!{") != std::string::npos)
      throw Error("format: the field '{" + field + "}' is not known here");
    const bool isNumber =
        !field.empty() && field.size() < 6 && field.find_first_not_of("0123456789") == std::string::npos;
    isNumbered = isNumbered || isNumber;
    if (isNumbered && (next > 0 || field.empty()))
      throw Error("format: expected numbered fields or fields in order, found both");
    const Value* value = given.find(field.empty() ? next++ : isNumber ? std::stoul(field) : SIZE_MAX, field);
    if (!value) throw Error("format: expected a value for '{" + field + "}', found none");
    out += plainText(*value);
    at = end;
  }
  return out;
}

}  // namespace

std::vector<std::string> charactersOf(std::string_view text) {
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    utf8::next(text, at);
    characters.emplace_back(text.substr(begin, at - begin));
  }
  return characters;
}

std::string escapedText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '\'')
      out += "&#39;";
    else if (c == '"')
      out += "&#34;";
    else
      out += c;
  }
  return out;
}

std::string upperCase(std::string_view text) {
  return utf8Of(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
                    .toUpper(icu::Locale::getRoot()));
}

std::string lowerCase(std::string_view text) {
  return utf8Of(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
                    .toLower(icu::Locale::getRoot()));
}

std::string stripped(std::string_view text, const std::string* these, bool left, bool right) {
  const std::vector<std::string> set = these ? charactersOf(*these) : std::vector<std::string>();
  const auto goes = [&](std::string_view each) {
    return these ? std::find(set.begin(), set.end(), each) != set.end() : isSpace(codeOf(each));
  };
  while (left && !text.empty()) {
    const std::size_t length = utf8::lengthFrom(text.front());
    if (!goes(text.substr(0, length))) break;
    text.remove_prefix(length);
  }
  while (right && !text.empty()) {
    std::size_t begin = text.size();
    utf8::previous(text, begin);
    if (!goes(text.substr(begin))) break;
    text = text.substr(0, begin);
  }
  return std::string(text);
}

std::string formatted(std::string_view format, const Value& values) {
  const Dict* named = values.dict();
  const std::vector<Value> alone{values};
  const std::vector<Value>& all =
      values.list() && values.list()->kind == List::Kind::Tuple ? values.list()->items : alone;
  std::string out;
  std::size_t next = 0;
  bool usesNames = false;
  const auto take = [&]() -> const Value& {
    if (next >= all.size()) throw Error("format: expected more values than " + std::to_string(all.size()));
    return all[next++];
  };
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format[at] != '%') {
      out += format[at];
      continue;
    }
    const auto now = [&] { return at < format.size() ? format[at] : '\0'; };
    ++at;
    const Value* held = nullptr;
    if (now() == '(') {
      const auto end = format.find(')', at);
      if (end == std::string_view::npos || !named) throw Error("format: expected a dictionary for '%('");
      held = named->find(format.substr(at + 1, end - at - 1));
      if (!held)
        throw Error("format: expected a value '" + std::string(format.substr(at + 1, end - at - 1)) + "', found none");
      usesNames = true;
      at = end + 1;
    }
    std::string flags;
    while (now() && std::string_view("-+ 0#").find(now()) != std::string_view::npos) flags += format[at++];
    const auto number = [&]() -> int {
      if (now() == '*') {
        ++at;
        const Integer value = wholeOf(take());
        if (value < 0 || value > 10'000) throw Error("format: expected a width of at most 10000");
        return static_cast<int>(value);
      }
      int value = 0;
      while (now() >= '0' && now() <= '9') {
        value = value * 10 + (format[at++] - '0');
        if (value > 10'000) throw Error("format: expected a width of at most 10000");
      }
      return value;
    };
    const int width = number();
    std::optional<int> precision;
    if (now() == '.') {
      ++at;
      precision = number();
    }
    while (now() == 'h' || now() == 'l' || now() == 'L') ++at;
    const char kind = now();
    if (kind == '%') {
      out += '%';
      continue;
    }
    std::string piece;
    bool isNumeric = true;
    if (kind == 's' || kind == 'r' || kind == 'a' || kind == 'c') {
      isNumeric = false;
      const Value& value = held ? *held : take();
      if (kind == 'a') throw Error("format: %a is not known here");
      if (kind == 'c' && isWhole(value))
        utf8::append(piece, static_cast<char32_t>(std::clamp<Integer>(wholeOf(value), 0, 0x10FFFF)));
      else
        piece = kind == 'r' ? sourceText(value) : plainText(value);
      if (precision) {
        std::string cut;
        int count = 0;
        for (const std::string& each : charactersOf(piece))
          if (count++ < *precision) cut += each;
        piece = cut;
      }
    } else if (kind == 'd' || kind == 'i' || kind == 'u') {
      const Value& value = held ? *held : take();
      if (value.isUndefined()) throw Error(value.as<Undefined>()->message);
      if (!isNumber(value))
        throw Error(std::string("format: %") + kind + ": expected a number, found a " + typeName(value));
      if (value.as<double>() && !(std::abs(realOf(value)) < 1e37))
        throw Error("format: expected a number of at most 37 digits");
      piece = numberText(value.as<double>() ? static_cast<Integer>(realOf(value)) : wholeOf(value));
      if (precision) {
        const std::size_t sign = piece.starts_with('-') ? 1 : 0;
        const auto digits = static_cast<std::size_t>(*precision);
        if (piece.size() - sign < digits) piece.insert(sign, digits - (piece.size() - sign), '0');
      }
    } else if (kind && std::string_view("eEfFgG").find(kind) != std::string_view::npos) {
      const Value& value = held ? *held : take();
      if (value.isUndefined()) throw Error(value.as<Undefined>()->message);
      if (!isNumber(value))
        throw Error(std::string("format: %") + kind + ": expected a number, found a " + typeName(value));
      const char pattern[] = {'%', '.', '*', kind, '\0'};
      const int digits = std::min(precision.value_or(6), 400);
      std::string buffer(800, '\0');
      buffer.resize(
          static_cast<std::size_t>(std::snprintf(buffer.data(), buffer.size(), pattern, digits, realOf(value))));
      piece = std::move(buffer);
    } else {
      throw Error("format: '%" + std::string(kind ? 1 : 0, kind) + "' is not known here");
    }
    if (isNumeric && !piece.starts_with('-')) {
      if (flags.find('+') != std::string::npos)
        piece.insert(0, "+");
      else if (flags.find(' ') != std::string::npos)
        piece.insert(0, " ");
    }
    const auto size = static_cast<int>(utf8::count(piece));
    if (size < width) {
      const auto more = static_cast<std::size_t>(width - size);
      if (flags.find('-') != std::string::npos)
        piece.append(more, ' ');
      else if (isNumeric && flags.find('0') != std::string::npos)
        piece.insert(piece.starts_with('-') || piece.starts_with('+') || piece.starts_with(' ') ? 1 : 0, more, '0');
      else
        piece.insert(0, more, ' ');
    }
    out += piece;
  }
  if (next < all.size() && !usesNames && !(named && next == 0))
    throw Error("not all arguments converted during string formatting");
  return out;
}

Value TemplateRun::method(const Value& object, const std::string& name, const CallValues& given) {
  spend(sizeOf(object));
  const auto argument = [&](std::size_t at) -> const Value& {
    if (at >= given.positional.size())
      throw Error(name + ": expected at least " + std::to_string(at + 1) + " arguments, found " +
                  std::to_string(given.positional.size()));
    if (given.positional[at].isUndefined()) throw Error(given.positional[at].as<Undefined>()->message);
    return given.positional[at];
  };
  if (const auto* state = object.as<Loop*>()) {
    Loop& loop = **state;
    if (name == "cycle") {
      if (given.positional.empty()) throw Error("loop.cycle: no items for cycling given");
      return given.positional[loop.at % given.positional.size()];
    }
    const bool same = loop.hasChanged && loop.lastChanged.size() == given.positional.size() &&
                      std::equal(loop.lastChanged.begin(), loop.lastChanged.end(), given.positional.begin(), areEqual);
    loop.hasChanged = true;
    loop.lastChanged = given.positional;
    return !same;
  }
  if (const Dict* dict = object.dict()) {
    if (name == "get") {
      given.check("get", 2);
      const Value* value = dict->find(argument(0));
      return value ? *value : given.positional.size() > 1 ? given.positional[1] : Value();
    }
    given.check(name, 0);
    if (name == "copy") return object;
    std::vector<Value> items;
    for (const auto& [key, value] : dict->items)
      items.push_back(name == "keys" ? key : name == "values" ? value : list({key, value}, List::Kind::Tuple));
    if (name == "items" || name == "keys" || name == "values")
      return list(std::move(items), name == "items"  ? List::Kind::Items
                                    : name == "keys" ? List::Kind::Keys
                                                     : List::Kind::Values);
    throw Error("the method '" + name + "' of a dictionary is not known here");
  }
  if (const List* members = object.list()) {
    if (name == "copy") return list(members->items, members->kind);
    given.check(name, 1);
    const auto same = [&](const Value& each) { return areEqual(each, argument(0)); };
    if (name == "count")
      return whole(static_cast<std::size_t>(std::count_if(members->items.begin(), members->items.end(), same)));
    const auto found = std::find_if(members->items.begin(), members->items.end(), same);
    if (found == members->items.end()) throw Error(sourceText(argument(0)) + " is not in list");
    return whole(static_cast<std::size_t>(found - members->items.begin()));
  }
  const std::string& self = *object.text();
  const bool escaped = object.as<Text>()->escaped;
  const auto made = [&](std::string bytes) {
    Value value = text(std::move(bytes));
    return escaped ? Value(Text{*value.text(), true}) : value;
  };
  const auto word = [&](std::size_t at) -> const std::string& {
    if (!argument(at).text()) throw Error(name + ": expected a text, found a " + typeName(argument(at)));
    if (escaped && escapedText(*argument(at).text()) != *argument(at).text())
      throw Error(name + " of an escaped text with '" + *argument(at).text() + "' is not known here");
    return *argument(at).text();
  };
  const auto made_ = [&](std::vector<std::string> parts, List::Kind kind = List::Kind::List) {
    std::vector<Value> items;
    for (std::string& part : parts) items.push_back(made(std::move(part)));
    return list(std::move(items), kind);
  };
  const auto optional = [&](std::size_t at, const char* key) -> const Value* {
    const Value* value = given.find(at, key);
    return value && !value->isNone() ? value : nullptr;
  };

  if (name == "strip" || name == "lstrip" || name == "rstrip") {
    given.check(name, 1);
    const std::string* these = given.positional.empty() || argument(0).isNone() ? nullptr : &word(0);
    return made(stripped(self, these, name != "rstrip", name != "lstrip"));
  }
  if (name == "split" || name == "rsplit") {
    given.check(name, 2, {"sep", "maxsplit"});
    const Value *between = optional(0, "sep"), *most = optional(1, "maxsplit");
    if (between && (!between->text() || between->text()->empty()))
      throw Error(name + ": expected a text that is not empty to cut at");
    const Integer cuts = most ? wholeOf(*most) : -1;
    return made_(between ? partsOf(self, *between->text(), cuts, name == "rsplit")
                         : wordsOf(self, cuts, name == "rsplit"));
  }
  if (name == "splitlines") {
    const Value* keep = optional(0, "keepends");
    return made_(linesOf(self, keep && isTrue(*keep)));
  }
  if (name == "partition" || name == "rpartition") {
    given.check(name, 1);
    if (word(0).empty()) throw Error(name + ": expected a text that is not empty to cut at");
    const auto found = name == "partition" ? self.find(word(0)) : self.rfind(word(0));
    if (found == std::string::npos)
      return name == "partition" ? made_({self, "", ""}, List::Kind::Tuple) : made_({"", "", self}, List::Kind::Tuple);
    return made_({self.substr(0, found), word(0), self.substr(found + word(0).size())}, List::Kind::Tuple);
  }
  if (name == "replace") {
    given.check(name, 3, {"count"});
    const Value* count = optional(2, "count");
    const std::string &from = word(0), &to = word(1);
    const std::size_t times = from.empty() ? self.size() + 1 : self.size() / from.size();
    if (to.size() * times > (std::size_t{1} << 26))
      throw Error("replace: expected a text of at most 16 MiB, found a longer one");
    spend(to.size() * times / 16);
    return made(replaced(self, from, to, count ? wholeOf(*count) : -1));
  }
  if (name == "startswith" || name == "endswith") {
    given.check(name, 1);
    const auto fits = [&](const Value& part) {
      if (!part.text()) throw Error(name + ": expected a text, found a " + typeName(part));
      return name == "startswith" ? self.starts_with(*part.text()) : self.ends_with(*part.text());
    };
    const List* several = argument(0).list();
    return several && several->kind == List::Kind::Tuple
               ? std::any_of(several->items.begin(), several->items.end(), fits)
               : fits(argument(0));
  }
  if (name == "removeprefix" || name == "removesuffix") {
    const bool prefix = name == "removeprefix", has = prefix ? self.starts_with(word(0)) : self.ends_with(word(0));
    return made(!has ? self : prefix ? self.substr(word(0).size()) : self.substr(0, self.size() - word(0).size()));
  }
  if (name == "find" || name == "rfind" || name == "index" || name == "rindex" || name == "count") {
    given.check(name, 1);
    if (name == "count")
      return word(0).empty() ? whole(utf8::count(self) + 1) : whole(partsOf(self, word(0), -1, false).size() - 1);
    const auto found = name == "find" || name == "index" ? self.find(word(0)) : self.rfind(word(0));
    if (found != std::string::npos) return whole(utf8::count(std::string_view(self).substr(0, found)));
    if (name == "index" || name == "rindex") throw Error("substring not found");
    return Integer(-1);
  }
  if (name == "join") {
    std::string out;
    bool isFirst = true;
    for (const Value& each : membersOf(argument(0))) {
      if (!each.text()) throw Error("join: expected texts, found a " + typeName(each));
      if (!isFirst) write(out, self);
      isFirst = false;
      write(out, *each.text());
    }
    return made(std::move(out));
  }
  if (name == "center" || name == "ljust" || name == "rjust" || name == "zfill") {
    const Integer width = wholeOf(argument(0));
    const auto size = static_cast<Integer>(utf8::count(self));
    if (width > 100'000) throw Error(name + ": expected a width of at most 100000");
    if (width <= size) return object;
    const std::string fill = name == "zfill" ? "0" : given.positional.size() > 1 ? word(1) : " ";
    if (utf8::count(fill) != 1) throw Error(name + ": expected one character to fill with");
    const Integer more = width - size, left = name == "ljust"    ? 0
                                              : name == "center" ? more / 2 + (more & width & 1)
                                                                 : more;
    std::string before, after;
    for (Integer i = 0; i < more; ++i) (i < left ? before : after) += fill;
    const bool signedZeros = name == "zfill" && (self.starts_with('-') || self.starts_with('+'));
    return made(signedZeros ? self.substr(0, 1) + before + self.substr(1) : before + self + after);
  }
  if (name == "format") return made(filled(self, given));
  given.check(name, 0);
  if (name == "upper") return made(upperCase(self));
  if (name == "lower") return made(lowerCase(self));
  if (name == "casefold") return made(utf8Of(icu::UnicodeString::fromUTF8(self).foldCase()));
  if (name == "title") return made(withCapitals(self, true));
  if (name == "capitalize") return made(withCapitals(self, false));
  if (name == "swapcase") {
    std::string out;
    for (const std::string& each : charactersOf(self))
      out += upperCase(each) != each ? upperCase(each) : lowerCase(each);
    return made(std::move(out));
  }
  const auto all = [&](auto holds) {
    if (self.empty()) return false;
    for (std::size_t at = 0; at < self.size();)
      if (!holds(utf8::next(self, at))) return false;
    return true;
  };
  using enum unicode::Category;
  const auto isDecimal = [](char32_t c) { return unicode::categoryOf(c) == Nd; };
  const auto isDigit = [&](char32_t c) {
    return isDecimal(c) || u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NUMERIC_TYPE) == U_NT_DIGIT;
  };
  const auto isNumeric = [&](char32_t c) {
    return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NUMERIC_TYPE) != U_NT_NONE;
  };
  if (name == "isspace") return all(isSpace);
  if (name == "isalpha") return all(unicode::isLetter);
  if (name == "isdecimal") return all(isDecimal);
  if (name == "isdigit") return all(isDigit);
  if (name == "isnumeric") return all(isNumeric);
  if (name == "isalnum") return all([&](char32_t c) { return unicode::isLetter(c) || isNumeric(c); });
  if (name == "isascii") return utf8::isAscii(self);
  if (name == "isupper") return upperCase(self) != lowerCase(self) && self == upperCase(self);
  if (name == "islower") return upperCase(self) != lowerCase(self) && self == lowerCase(self);
  if (name == "istitle") return upperCase(self) != lowerCase(self) && self == withCapitals(self, true);
  throw Error("the method '" + name + "' of a text is not known here");
}

}  // namespace headlight::chat
