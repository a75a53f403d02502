#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/chat/template_run.h"
#include "core/text/utf8.h"

namespace headlight::chat {
namespace {

using ListKind = List::Kind;

[[noreturn]] void failType(const std::string& filter, const std::string& expected, const Value& value) {
  if (value.isUndefined()) throw Error(value.as<Undefined>()->message);
  throw Error("filter '" + filter + "': expected " + expected + ", found a " + typeName(value));
}

bool flagOf(const Value* value, bool otherwise) { return value ? isTrue(*value) : otherwise; }

std::string textOf(const Value* value, const std::string& otherwise) { return value ? plainText(*value) : otherwise; }

Integer wholeOr(const Value* value, Integer otherwise) {
  return value && !value->isNone() ? wholeOf(*value) : otherwise;
}

/// What texts are compared by where case does not count.
Value folded(const Value& value, bool byCase) {
  return !byCase && value.text() ? textValue(lowerCase(*value.text())) : value;
}

std::size_t lengthOf(const Value& value) {
  if (value.text()) return utf8::count(*value.text());
  if (value.list() && value.list()->kind != ListKind::Generator) return value.list()->items.size();
  if (value.dict()) return value.dict()->items.size();
  if (value.isUndefined()) return 0;
  failType("length", "a value with members", value);
}

/// Words as the filter title sees them: what is between spaces, hyphens and opening brackets.
std::string titled(std::string_view text) {
  std::string out, word;
  const auto end = [&] {
    if (word.empty()) return;
    const std::size_t first = utf8::lengthFrom(word.front());
    out += upperCase(word.substr(0, first)) + lowerCase(word.substr(first));
    word.clear();
  };
  for (std::string& each : charactersOf(text)) {
    const bool parts =
        each == "-" || each == "(" || each == "{" || each == "[" || each == "<" || stripped(each, nullptr).empty();
    if (parts) {
      end();
      out += each;
    } else {
      word += each;
    }
  }
  end();
  return out;
}

Value rounded(const Value& value, const CallValues& given) {
  if (!isNumber(value)) failType("round", "a number", value);
  const Integer digits = wholeOr(given.find(0, "precision"), 0);
  const std::string way = textOf(given.find(1, "method"), "common");
  if (digits < -300 || digits > 300) throw Error("filter 'round': expected -300 to 300 digits");
  const double number = realOf(value), scale = std::pow(10.0, static_cast<double>(digits));
  if (way == "ceil") return std::ceil(number * scale) / scale;
  if (way == "floor") return std::floor(number * scale) / scale;
  if (way != "common") throw Error("filter 'round': expected 'common', 'ceil' or 'floor', found '" + way + "'");
  if (isWhole(value)) {
    if (digits < 0) throw Error("filter 'round': fewer digits of a whole number are not known here");
    return value.as<bool>() ? Value(wholeOf(value)) : value;
  }
  if (digits < 0 || !std::isfinite(number)) return std::nearbyint(number * scale) / scale;
  const std::string text =
      formatted("%." + numberText(digits) + "f", number);  // Rounds the number's exact value, as Python does.
  double result = 0;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

/// A number as it is written, without blanks around it and the sign +.
std::string writtenNumber(const std::string& text) {
  std::string number = stripped(text, nullptr);
  if (number.starts_with('+')) number.erase(0, 1);
  return number;
}

/// The number that the whole of `text` is; none where it is none.
std::optional<double> realIn(const std::string& text) {
  double number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || failed != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

Value wholeNumber(const Value& value, const CallValues& given) {
  const Value* other = given.find(0, "default");
  const Value otherwise = other ? *other : Value(Integer(0));
  if (wholeOr(given.find(1, "base"), 10) != 10) throw Error("filter 'int': another base than 10 is not known here");
  if (isWhole(value)) return wholeOf(value);
  double number = 0;
  if (const double* real = value.as<double>()) {
    number = *real;
  } else if (value.text()) {
    const std::string text = writtenNumber(*value.text());
    Integer result = 0;
    const bool isNegative = text.starts_with('-');
    const std::string_view digits = std::string_view(text).substr(isNegative ? 1 : 0);
    if (!digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos && digits.size() < 38) {
      for (const char c : digits) result = result * 10 + (c - '0');
      return isNegative ? -result : result;
    }
    const auto read = realIn(text);
    if (!read) return otherwise;
    number = *read;
  } else {
    return otherwise;
  }
  if (!std::isfinite(number)) return otherwise;
  if (std::abs(number) > 1e37) throw Error("filter 'int': expected a number of at most 37 digits, found a larger one");
  return static_cast<Integer>(number);
}

Value realNumber(const Value& value, const CallValues& given) {
  const Value* other = given.find(0, "default");
  if (isNumber(value)) return realOf(value);
  if (value.text()) {
    if (const auto number = realIn(writtenNumber(*value.text()))) return *number;
  }
  return other ? *other : Value(0.0);
}

std::string shortened(const std::string& text, const CallValues& given) {
  const Integer length = wholeOr(given.find(0, "length"), 255), leeway = wholeOr(given.find(3, "leeway"), 5);
  const std::string end = textOf(given.find(2, "end"), "...");
  const std::vector<std::string> characters = charactersOf(text);
  const Integer ending = static_cast<Integer>(utf8::count(end));
  if (length < ending || leeway < 0)
    throw Error("filter 'truncate': expected a length of at least " + numberText(ending) + ", found " +
                numberText(length));
  if (static_cast<Integer>(characters.size()) <= length + leeway) return text;
  std::string cut;
  for (Integer i = 0; i < length - ending; ++i) cut += characters[static_cast<std::size_t>(i)];
  if (!flagOf(given.find(1, "killwords"), false)) cut = cut.substr(0, cut.rfind(' '));
  return cut + end;
}

std::string indented(const std::string& text, const CallValues& given) {
  const Value* width = given.find(0, "width");
  if (width && !width->text() && wholeOf(*width) > 10'000)
    throw Error("filter 'indent': expected at most 10000 spaces");
  const std::string space = width && width->text()
                                ? *width->text()
                                : std::string(static_cast<std::size_t>(std::max<Integer>(0, wholeOr(width, 4))), ' ');
  const bool first = flagOf(given.find(1, "first"), false), blank = flagOf(given.find(2, "blank"), false);
  std::string out;
  for (std::size_t at = 0, line = 0; at <= text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view content = std::string_view(text).substr(at, end - at);
    if (line > 0) out += '\n';
    if (line > 0 ? blank || !content.empty() : first) out += space;
    out += content;
    at = end + 1;
  }
  return out;
}

JsonStyle jsonStyleOf(const CallValues& given) {
  given.check("filter 'tojson'", 4, {"ensure_ascii", "indent", "separators", "sort_keys"});
  JsonStyle style;
  style.ascii = flagOf(given.find(0, "ensure_ascii"), false);
  style.sorted = flagOf(given.find(3, "sort_keys"), false);
  if (const Value* indent = given.find(1, "indent"); indent && !indent->isNone()) {
    style.lines = true;
    style.between = ",";
    if (!indent->text() && wholeOf(*indent) > 100) throw Error("filter 'tojson': expected an indent of at most 100");
    style.indent = indent->text() ? *indent->text()
                                  : std::string(static_cast<std::size_t>(std::max<Integer>(0, wholeOf(*indent))), ' ');
  }
  if (const Value* separators = given.find(2, "separators"); separators && !separators->isNone()) {
    const List* both = separators->list();
    if (!both || both->items.size() != 2 || !both->items[0].text() || !both->items[1].text())
      throw Error("filter 'tojson': expected two texts as separators");
    style.between = *both->items[0].text();
    style.colon = *both->items[1].text();
  }
  return style;
}

/// The arguments behind the first `count`.
CallValues behind(const CallValues& given, std::size_t count) {
  CallValues rest;
  rest.named = given.named;
  if (given.positional.size() > count)
    rest.positional.assign(given.positional.begin() + static_cast<std::ptrdiff_t>(count), given.positional.end());
  return rest;
}

}  // namespace

Value TemplateRun::filter(const std::string& name, const Value& value, const CallValues& given) {
  spend(sizeOf(value));
  const auto plain = [&] { return plainText(value); };
  const auto attributed = [&](const Value& item, const Value* attribute) {
    return attribute && !attribute->isNone() ? pathOf(item, plainText(*attribute)) : item;
  };
  const auto sorted = [&](std::vector<std::pair<Value, Value>> keyed, bool reverse) {
    spend(8 * keyed.size());
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
      return reverse ? isLess(b.first, a.first) : isLess(a.first, b.first);
    });
    std::vector<Value> items;
    for (auto& [key, item] : keyed) items.push_back(std::move(item));
    return list(std::move(items));
  };

  // Of any value.
  if (name == "default" || name == "d") {
    const Value* other = given.find(0, "default_value");
    return value.isUndefined() || (flagOf(given.find(1, "boolean"), false) && !isTrue(value))
               ? (other ? *other : textValue(""))
               : value;
  }
  if (name == "tojson") return text(jsonText(value, jsonStyleOf(given)));
  if (name == "string") return value.text() ? value : text(plain());
  if (name == "length" || name == "count") return whole(lengthOf(value));
  if (name == "list") return list(membersOf(value));
  if (name == "attr") return attributeOf(value, textOf(given.find(0, "name"), ""));
  if (name == "safe") return Text{plain(), true};
  if (name == "escape" || name == "e" || name == "forceescape")
    return value.as<Text>() && value.as<Text>()->escaped && name != "forceescape"
               ? value
               : Value(Text{escapedText(plain()), true});

  // Of texts.
  if (name == "upper" || name == "lower" || name == "capitalize" || name == "title" || name == "trim" ||
      name == "replace" || name == "center") {
    const Value as = value.text() ? value : text(plain());
    if (name == "title") return text(titled(*as.text()));
    if (name == "trim") {
      const Value* these = given.find(0, "chars");
      return method(as, "strip", these ? CallValues{{*these}, {}} : CallValues{});
    }
    if (name == "center")
      return method(
          as, "center",
          {{whole(static_cast<std::size_t>(std::clamp<Integer>(wholeOr(given.find(0, "width"), 80), 0, 100'000)))},
           {}});
    if (name == "replace") {
      const Value *from = given.find(0, "old"), *to = given.find(1, "new"), *count = given.find(2, "count");
      if (!from || !to) throw Error("filter 'replace': expected what is replaced and by what");
      CallValues values{{text(plainText(*from)), text(plainText(*to))}, {}};
      if (count && !count->isNone()) values.positional.push_back(*count);
      return method(as, "replace", values);
    }
    return method(as, name, {});
  }
  if (name == "indent") return text(indented(plain(), given));
  if (name == "truncate") return text(shortened(plain(), given));
  if (name == "format") {
    if (!given.named.empty() && !given.positional.empty())
      throw Error("filter 'format': expected arguments with names or without");
    if (given.named.empty()) return text(formatted(plain(), list(given.positional, ListKind::Tuple)));
    std::vector<std::pair<Value, Value>> items;
    for (const auto& [key, each] : given.named) items.emplace_back(textValue(key), each);
    return text(formatted(plain(), dictValue(std::move(items))));
  }
  if (name == "wordcount") {
    std::size_t count = 0;
    bool inside = false;
    const std::string whole_ = plain();
    for (std::size_t at = 0; at < whole_.size();) {
      const std::size_t begin = at;
      utf8::next(whole_, at);
      const std::string_view each = std::string_view(whole_).substr(begin, at - begin);
      const bool isWord = each == "_" || (each.size() > 1 ? !stripped(each, nullptr).empty()
                                                          : isalnum(static_cast<unsigned char>(each.front())) != 0);
      count += isWord && !inside;
      inside = isWord;
    }
    return whole(count);
  }

  // Of numbers.
  if (name == "int") return wholeNumber(value, given);
  if (name == "float") return realNumber(value, given);
  if (name == "round") return rounded(value, given);
  if (name == "abs") {
    if (!isNumber(value)) failType(name, "a number", value);
    return isWhole(value) ? Value(wholeOf(value) < 0 ? -wholeOf(value) : wholeOf(value))
                          : Value(std::abs(realOf(value)));
  }

  // Of dictionaries.
  if (name == "items") {
    if (value.isUndefined()) return list({}, ListKind::Generator);
    if (!value.dict()) failType(name, "a dictionary", value);
    return list(membersOf(method(value, "items", {})), ListKind::Generator);
  }
  if (name == "dictsort") {
    if (!value.dict()) failType(name, "a dictionary", value);
    const bool byCase = flagOf(given.find(0, "case_sensitive"), false),
               byValue = textOf(given.find(1, "by"), "key") == "value";
    std::vector<std::pair<Value, Value>> keyed;
    for (const auto& [key, held] : value.dict()->items)
      keyed.emplace_back(folded(byValue ? held : key, byCase), list({key, held}, ListKind::Tuple));
    return sorted(std::move(keyed), flagOf(given.find(2, "reverse"), false));
  }

  // Of what has members.
  if (name == "join") {
    const std::string between = textOf(given.find(0, "d"), "");
    std::string out;
    bool isFirst = true;
    for (const Value& item : membersOf(value)) {
      if (!isFirst) write(out, between);
      isFirst = false;
      write(out, written(attributed(item, given.find(1, "attribute"))));
    }
    return textValue(std::move(out));
  }
  if (name == "first" || name == "last" || name == "random") {
    if (name == "random") throw Error("the filter 'random' is not known here, since it gives no answer twice");
    const std::vector<Value> members = membersOf(value);
    if (members.empty()) return Undefined{"No " + name + " item, sequence was empty."};
    return name == "first" ? members.front() : members.back();
  }
  if (name == "reverse") {
    std::vector<Value> members = membersOf(value);
    std::reverse(members.begin(), members.end());
    if (!value.text()) return list(std::move(members), ListKind::Generator);
    std::string out;
    for (const Value& each : members) out += *each.text();
    return text(std::move(out));
  }
  if (name == "sum") {
    const Value* start = given.find(1, "start");
    Value total = start ? *start : Value(Integer(0));
    for (const Value& item : membersOf(value)) total = binary("+", total, attributed(item, given.find(0, "attribute")));
    return total;
  }
  if (name == "min" || name == "max") {
    const bool byCase = flagOf(given.find(0, "case_sensitive"), false);
    const Value* attribute = given.find(1, "attribute");
    const std::vector<Value> members = membersOf(value);
    if (members.empty()) return Undefined{"No aggregated item, sequence was empty."};
    const Value* best = &members.front();
    for (const Value& item : members) {
      const Value one = folded(attributed(item, attribute), byCase),
                  other = folded(attributed(*best, attribute), byCase);
      if (name == "min" ? isLess(one, other) : isLess(other, one)) best = &item;
    }
    return *best;
  }
  if (name == "sort") {
    const bool byCase = flagOf(given.find(1, "case_sensitive"), false);
    std::vector<std::pair<Value, Value>> keyed;
    const Value* attribute = given.find(2, "attribute");
    if (attribute && attribute->text() && attribute->text()->find(',') != std::string::npos)
      throw Error("filter 'sort': several attributes are not known here");
    for (const Value& item : membersOf(value)) keyed.emplace_back(folded(attributed(item, attribute), byCase), item);
    return sorted(std::move(keyed), flagOf(given.find(0, "reverse"), false));
  }
  if (name == "unique") {
    const bool byCase = flagOf(given.find(0, "case_sensitive"), false);
    std::vector<Value> seen, items;
    for (const Value& item : membersOf(value)) {
      Value key = folded(attributed(item, given.find(1, "attribute")), byCase);
      spend(seen.size());
      if (std::any_of(seen.begin(), seen.end(), [&](const Value& each) { return areEqual(each, key); })) continue;
      seen.push_back(std::move(key));
      items.push_back(item);
    }
    return list(std::move(items), ListKind::Generator);
  }
  if (name == "batch" || name == "slice") {
    const Integer size = wholeOr(given.find(0, name == "batch" ? "linecount" : "slices"), 0);
    const Value* fill = given.find(1, "fill_with");
    if (fill && fill->isNone()) fill = nullptr;
    if (size < 1 || size > 100'000) throw Error("filter '" + name + "': expected a number from 1 on");
    const std::vector<Value> members = membersOf(value);
    const auto count = static_cast<std::size_t>(size);
    std::vector<Value> parts, part;
    if (name == "batch") {
      for (const Value& item : members) {
        if (part.size() == count) parts.push_back(list(std::exchange(part, {})));
        part.push_back(item);
      }
      if (!part.empty()) {
        while (fill && part.size() < count) part.push_back(*fill);
        parts.push_back(list(std::move(part)));
      }
    } else {
      const std::size_t each = members.size() / count, more = members.size() % count;
      for (std::size_t i = 0, at = 0; i < count; ++i) {
        const std::size_t length = each + (i < more ? 1 : 0);
        part.assign(members.begin() + static_cast<std::ptrdiff_t>(at),
                    members.begin() + static_cast<std::ptrdiff_t>(at + length));
        at += length;
        if (fill && i >= more) part.push_back(*fill);
        parts.push_back(list(part));
      }
    }
    return list(std::move(parts), ListKind::Generator);
  }
  if (name == "map") {
    std::vector<Value> items;
    const Value* attribute = given.positional.empty() ? given.find(0, "attribute") : nullptr;
    const Value* otherwise = attribute ? given.find(1, "default") : nullptr;
    if (!attribute && given.positional.empty()) throw Error("filter 'map': expected a filter or an attribute");
    if (!attribute && plainText(given.positional.front()) == name)
      throw Error("filter 'map': itself as its filter is not known here");
    const CallValues rest = behind(given, 1);
    for (const Value& item : membersOf(value)) {
      Value one = attribute ? attributed(item, attribute) : filter(plainText(given.positional.front()), item, rest);
      items.push_back(otherwise && one.isUndefined() ? *otherwise : std::move(one));
    }
    return list(std::move(items), ListKind::Generator);
  }
  if (name == "select" || name == "reject" || name == "selectattr" || name == "rejectattr") {
    const bool byAttribute = name.ends_with("attr"), keeps = name.starts_with("select");
    const std::size_t at = byAttribute ? 1 : 0;
    if (given.positional.size() < at) throw Error("filter '" + name + "': expected an attribute");
    const std::string by = given.positional.size() > at ? plainText(given.positional[at]) : "";
    const CallValues rest = behind(given, at + 1);
    std::vector<Value> items;
    for (const Value& item : membersOf(value)) {
      const Value one = byAttribute ? attributed(item, &given.positional.front()) : item;
      if ((by.empty() ? isTrue(one) : test(by, one, rest)) == keeps) items.push_back(item);
    }
    return list(std::move(items), ListKind::Generator);
  }
  throw Error("the filter '" + name + "' is not known");
}

bool TemplateRun::test(const std::string& name, const Value& value, const CallValues& given) {
  spend(0);
  const auto other = [&]() -> const Value& {
    if (given.positional.empty()) throw Error("test '" + name + "': expected a value to compare with");
    return given.positional.front();
  };
  const auto is = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (name == "defined") return !value.isUndefined();
  if (name == "undefined") return value.isUndefined();
  if (name == "none") return value.isNone();
  if (name == "true" || name == "false") return value.as<bool>() && *value.as<bool>() == (name == "true");
  if (name == "boolean") return value.as<bool>() != nullptr;
  if (name == "integer") return value.as<Integer>() != nullptr;
  if (name == "float") return value.as<double>() != nullptr;
  if (name == "number") return isNumber(value);
  if (name == "string") return value.text() != nullptr;
  if (name == "mapping") return value.dict() != nullptr;
  if (name == "iterable") return value.text() || value.list() || value.dict() || value.isUndefined();
  if (name == "sequence")
    return value.text() || value.dict() || value.isUndefined() ||
           (value.list() && value.list()->kind != ListKind::Generator && value.list()->kind < ListKind::Keys);
  if (name == "callable")
    return value.as<Builtin>() || value.as<const Macro*>() || value.as<std::shared_ptr<const Bound>>() ||
           value.as<Loop*>();
  if (name == "escaped") return value.as<Text>() && value.as<Text>()->escaped;
  if (name == "lower" || name == "upper") {
    const std::string text = plainText(value);
    return upperCase(text) != lowerCase(text) && text == (name == "upper" ? upperCase(text) : lowerCase(text));
  }
  if (name == "odd" || name == "even") return (wholeOf(binary("%", value, Integer(2))) != 0) == (name == "odd");
  if (name == "divisibleby") return !isTrue(binary("%", value, other()));
  if (name == "in") return contains(other(), value);
  spend(sizeOf(value));
  if (is({"eq", "equalto", "=="})) return areEqual(value, other());
  if (is({"ne", "!="})) return !areEqual(value, other());
  if (is({"lt", "lessthan", "<"})) return isLess(value, other());
  if (is({"gt", "greaterthan", ">"})) return isLess(other(), value);
  if (is({"le", "<="})) return isLess(value, other()) || areEqual(value, other());
  if (is({"ge", ">="})) return isLess(other(), value) || areEqual(value, other());
  if (name == "sameas") {
    if (value.held.index() != other().held.index()) return false;
    return value.list()   ? value.list() == other().list()
           : value.dict() ? value.dict() == other().dict()
                          : areEqual(value, other());
  }
  throw Error("the test '" + name + "' is not known");
}

}  // namespace headlight::chat
