#include "core/chat/value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/json_depth.h"
#include "core/base/plain_text.h"
#include "core/text/unicode/unicode.h"
#include "core/text/utf8.h"

namespace headlight::chat {
namespace {

constexpr int kMostNesting = 100;

int depthOf(const Value& value) {
  if (const List* list = value.list()) return list->depth;
  if (const Dict* dict = value.dict()) return dict->depth;
  if (const auto* bound = value.as<std::shared_ptr<const Bound>>()) return (*bound)->depth;
  return 0;
}

constexpr std::size_t kMostOtherKeys = 1000;
constexpr std::size_t kMostSize = 2'000'000;

std::size_t checkedSize(std::size_t size) {
  if (size > kMostSize) throw Error("expected smaller lists and dictionaries, found one of more than 2,000,000 values");
  return size;
}

int checkedDepth(int within) {
  if (within >= kMostNesting)
    throw Error("expected at most " + std::to_string(kMostNesting) +
                " lists and dictionaries in one another, found more");
  return within + 1;
}

/// Builds values from the events of a JSON parser: whole numbers of any length keep their digits, and keys their order.
class JsonBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Value result;
  std::string mistake;

  bool null() override { return add(None{}); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(std::int64_t value) override { return add(Integer(value)); }
  bool number_unsigned(std::uint64_t value) override { return add(Integer(value)); }
  bool number_float(double value, const std::string& digits) override {
    if (digits.find_first_of(".eE") != std::string::npos) return add(value);
    Integer number = 0;  // More than 64 bits.
    for (const char c : digits)
      if (c != '-' && (__builtin_mul_overflow(number, Integer(10), &number) ||
                       __builtin_add_overflow(number, Integer(c - '0'), &number))) {
        mistake = "a whole number of at most 38 digits expected, " + digits + " found";
        return false;
      }
    return add(digits.front() == '-' ? -number : number);
  }
  bool string(std::string& value) override { return add(textValue(value)); }
  bool binary(nlohmann::json::binary_t&) override { return false; }
  bool start_object(std::size_t) override { return begin(false); }
  bool end_object() override {
    Open open = std::move(m_open.back());
    m_open.pop_back();
    return add(dictValue(std::move(open.members)));
  }
  bool start_array(std::size_t) override { return begin(true); }
  bool end_array() override {
    Open open = std::move(m_open.back());
    m_open.pop_back();
    return add(listValue(std::move(open.items)));
  }
  bool key(std::string& value) override {
    m_open.back().key = value;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) override {
    mistake = error.what();
    return false;
  }

 private:
  struct Open {
    bool isList = false;
    std::vector<Value> items;
    std::vector<std::pair<Value, Value>> members;
    std::string key;
  };

  bool begin(bool isList) {
    m_open.push_back({isList, {}, {}, {}});
    return true;
  }
  bool add(Value value) {
    if (m_open.empty())
      result = std::move(value);
    else if (m_open.back().isList)
      m_open.back().items.push_back(std::move(value));
    else
      m_open.back().members.emplace_back(textValue(m_open.back().key), std::move(value));
    return true;
  }

  std::vector<Open> m_open;
};

bool isPrinted(char32_t c) {
  using enum unicode::Category;
  if (c == ' ') return true;
  switch (unicode::categoryOf(c)) {
    case Cc:
    case Cf:
    case Cs:
    case Co:
    case Cn:
    case Zs:
    case Zl:
    case Zp:
      return false;
    default:
      return true;
  }
}

std::string hexadecimal(char32_t c, int digits) {
  std::string text;
  for (int at = digits - 1; at >= 0; --at) text += "0123456789abcdef"[(c >> (4 * at)) & 15];
  return text;
}

std::string listText(const List& list) {
  std::string inside;
  for (const Value& item : list.items) inside += (inside.empty() ? "" : ", ") + sourceText(item);
  switch (list.kind) {
    case List::Kind::List:
      return "[" + inside + "]";
    case List::Kind::Tuple:
      return "(" + inside + (list.items.size() == 1 ? ",)" : ")");
    case List::Kind::Keys:
      return "dict_keys([" + inside + "])";
    case List::Kind::Values:
      return "dict_values([" + inside + "])";
    case List::Kind::Items:
      return "dict_items([" + inside + "])";
    default:
      throw Error("expected a value that can be written, found a " +
                  std::string(list.kind == List::Kind::Range ? "range" : "generator") +
                  "; the filter list makes a list of it");
  }
}

std::string jsonString(std::string_view text, bool ascii) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c == '"' || c == '\\')
      (out += '\\') += static_cast<char>(c);
    else if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\t')
      out += "\\t";
    else if (c == '\f')
      out += "\\f";
    else if (c == '\b')
      out += "\\b";
    else if (c < 0x20 || (ascii && c > 0x7E && c < 0x10000))
      out += "\\u" + hexadecimal(c, 4);
    else if (ascii && c >= 0x10000)
      out += "\\u" + hexadecimal(0xD800 + ((c - 0x10000) >> 10), 4) + "\\u" +
             hexadecimal(0xDC00 + ((c - 0x10000) & 0x3FF), 4);
    else
      utf8::append(out, c);
  }
  return out + '"';
}

std::string jsonKey(const Value& key) {
  if (const std::string* text = key.text()) return *text;
  if (const bool* flag = key.as<bool>()) return *flag ? "true" : "false";
  if (key.isNone()) return "null";
  if (isNumber(key)) return plainText(key);
  throw Error("keys of JSON: expected texts, found " + typeName(key));
}

}  // namespace

const Value* Dict::find(const Value& key) const {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const auto& item) { return areEqual(item.first, key); });
  return found == items.end() ? nullptr : &found->second;
}

const Value* Dict::find(std::string_view key) const {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) {
    return item.first.text() && *item.first.text() == key;
  });
  return found == items.end() ? nullptr : &found->second;
}

std::size_t sizeOf(const Value& value) {
  if (const std::string* text = value.text()) return 1 + text->size() / 16;
  if (const List* list = value.list()) return list->size;
  return value.dict() ? value.dict()->size : 1;
}

const Value* memberOf(const Value& object, std::string_view key) {
  const Value* value = object.dict() ? object.dict()->find(key) : nullptr;
  return value && !value->isNone() ? value : nullptr;
}

Value textValue(std::string bytes) { return Text{std::move(bytes)}; }

Value listValue(std::vector<Value> items, List::Kind kind) {
  int depth = 0;
  for (const Value& item : items) depth = std::max(depth, depthOf(item));
  std::size_t size = 1;
  for (const Value& item : items) size += sizeOf(item);
  return std::make_shared<List>(List{std::move(items), kind, checkedDepth(depth), checkedSize(size)});
}

Value dictValue(std::vector<std::pair<Value, Value>> items) {
  int depth = 0;
  for (const auto& [key, value] : items) depth = std::max({depth, depthOf(key), depthOf(value)});
  // Of keys that are there twice, the last value counts, in the place of the first.
  std::vector<std::size_t> order(items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto textAt = [&](std::size_t i) { return items[i].first.text(); };
  Dict dict;
  if (std::all_of(order.begin(), order.end(), textAt)) {
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return *textAt(a) < *textAt(b); });
    std::vector<bool> isLater(items.size());
    for (std::size_t i = 0; i < order.size();) {
      std::size_t end = i + 1;
      for (; end < order.size() && *textAt(order[end]) == *textAt(order[i]); ++end) isLater[order[end]] = true;
      if (end > i + 1) items[order[i]].second = items[order[end - 1]].second;
      i = end;
    }
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!isLater[i]) dict.items.push_back(std::move(items[i]));
  } else {
    if (items.size() > kMostOtherKeys) throw Error("expected at most 1000 keys that are no texts, found more");
    for (auto& [key, value] : items) {
      if (key.list() ? key.list()->kind != List::Kind::Tuple : key.dict() != nullptr)
        throw Error("keys of a dictionary: expected values that do not change, found a " + typeName(key));
      const auto known = std::find_if(dict.items.begin(), dict.items.end(),
                                      [&, k = &key](const auto& item) { return areEqual(item.first, *k); });
      if (known == dict.items.end())
        dict.items.emplace_back(std::move(key), std::move(value));
      else
        known->second = std::move(value);
    }
  }
  dict.depth = checkedDepth(depth);
  for (const auto& [key, value] : dict.items) dict.size += sizeOf(key) + sizeOf(value);
  checkedSize(dict.size);
  return std::make_shared<const Dict>(std::move(dict));
}

Value valueOfJson(std::string_view json, const std::string& place) {
  if (isNestedDeeperThan(json, kMostNesting - 1))
    throw Error(place + ": expected at most " + std::to_string(kMostNesting - 1) + " levels of JSON, found more");
  json = withoutByteOrderMark(json);
  JsonBuilder builder;
  if (!nlohmann::json::sax_parse(json, &builder)) throw Error(place + ": not valid JSON: " + builder.mistake);
  return std::move(builder.result);
}

std::string typeName(const Value& value) {
  if (const List* list = value.list()) {
    static constexpr const char* kNames[] = {"list",      "tuple",       "generator", "range",
                                             "dict_keys", "dict_values", "dict_items"};
    return kNames[static_cast<int>(list->kind)];
  }
  static constexpr const char* kNames[] = {"NoneType", "Undefined",   "bool",    "int",    "float",
                                           "str",      "list",        "dict",    "method", "Namespace",
                                           "Macro",    "LoopContext", "function"};
  return kNames[value.held.index()];
}

bool isTrue(const Value& value) {
  if (value.isNone() || value.isUndefined()) return false;
  if (const std::string* text = value.text()) return !text->empty();
  if (const List* list = value.list()) return list->kind == List::Kind::Generator || !list->items.empty();
  if (const Dict* dict = value.dict()) return !dict->items.empty();
  return !isNumber(value) || realOf(value) != 0;
}

std::string numberText(Integer number) {
  const bool isNegative = number < 0;
  std::string digits;
  do {
    const int digit = static_cast<int>(number % 10);
    digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
    number /= 10;
  } while (number != 0);
  if (isNegative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::string numberText(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr;
  std::string text(buffer, end);  // -d.ddde+xx
  const std::size_t mark = text.find('e');
  const int exponent = std::atoi(text.c_str() + mark + 1);
  if (exponent < -4 || exponent >= 16) return text;
  std::string digits = text.substr(0, mark);
  const std::string sign = digits.front() == '-' ? "-" : "";
  digits.erase(std::remove_if(digits.begin(), digits.end(), [](char c) { return c == '-' || c == '.'; }), digits.end());
  if (exponent < 0) return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  const auto before = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() <= before) return sign + digits + std::string(before - digits.size(), '0') + ".0";
  return sign + digits.substr(0, before) + "." + digits.substr(before);
}

std::string plainText(const Value& value) {
  if (const std::string* text = value.text()) return *text;
  return value.isUndefined() ? std::string() : sourceText(value);
}

std::string sourceText(std::string_view text) {
  const char quote = text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos ? '"' : '\'';
  std::string out(1, quote);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c == static_cast<unsigned char>(quote) || c == '\\')
      (out += '\\') += static_cast<char>(c);
    else if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\t')
      out += "\\t";
    else if (isPrinted(c))
      utf8::append(out, c);
    else
      out += c < 0x100     ? "\\x" + hexadecimal(c, 2)
             : c < 0x10000 ? "\\u" + hexadecimal(c, 4)
                           : "\\U" + hexadecimal(c, 8);
  }
  return out + quote;
}

std::string sourceText(const Value& value) {
  if (value.isNone()) return "None";
  if (value.isUndefined()) return "Undefined";
  if (const bool* flag = value.as<bool>()) return *flag ? "True" : "False";
  if (const Integer* number = value.as<Integer>()) return numberText(*number);
  if (const double* number = value.as<double>()) return numberText(*number);
  if (const Text* text = value.as<Text>())
    return text->escaped ? "Markup(" + sourceText(text->bytes) + ")" : sourceText(text->bytes);
  if (const List* list = value.list()) return listText(*list);
  if (const Dict* dict = value.dict()) {
    std::string inside;
    for (const auto& [key, member] : dict->items)
      inside += (inside.empty() ? "" : ", ") + sourceText(key) + ": " + sourceText(member);
    return "{" + inside + "}";
  }
  throw Error("expected a value that can be written, found a " + typeName(value));
}

bool isNumber(const Value& value) { return value.as<bool>() || value.as<Integer>() || value.as<double>(); }

double realOf(const Value& value) {
  if (const double* number = value.as<double>()) return *number;
  return static_cast<double>(wholeOf(value));
}

bool isWhole(const Value& value) { return value.as<bool>() || value.as<Integer>(); }

Integer wholeOf(const Value& value) {
  if (const bool* flag = value.as<bool>()) return *flag ? 1 : 0;
  if (const Integer* number = value.as<Integer>()) return *number;
  throw Error("expected a whole number, found a " + typeName(value));
}

bool areEqual(const Value& a, const Value& b) {
  if (isNumber(a) && isNumber(b)) return isWhole(a) && isWhole(b) ? wholeOf(a) == wholeOf(b) : realOf(a) == realOf(b);
  if (a.held.index() != b.held.index()) return false;
  if (a.text()) return *a.text() == *b.text();
  if (a.list()) {
    if (a.list() == b.list()) return true;
    return a.list()->kind == b.list()->kind && a.list()->kind != List::Kind::Generator &&
           std::equal(a.list()->items.begin(), a.list()->items.end(), b.list()->items.begin(), b.list()->items.end(),
                      areEqual);
  }
  if (a.dict())
    return a.dict() == b.dict() ||
           (a.dict()->items.size() == b.dict()->items.size() &&
            std::all_of(a.dict()->items.begin(), a.dict()->items.end(), [&](const auto& item) {
              const Value* other = b.dict()->find(item.first);
              return other && areEqual(item.second, *other);
            }));
  if (a.isNone() || a.isUndefined()) return true;
  if (const auto* one = a.as<Namespace*>()) return *one == *b.as<Namespace*>();
  if (const auto* one = a.as<const Macro*>()) return *one == *b.as<const Macro*>();
  if (const auto* one = a.as<Loop*>()) return *one == *b.as<Loop*>();
  if (const auto* one = a.as<Builtin>()) return one->name == b.as<Builtin>()->name;
  return false;
}

bool isLess(const Value& a, const Value& b) {
  if (isNumber(a) && isNumber(b)) return isWhole(a) && isWhole(b) ? wholeOf(a) < wholeOf(b) : realOf(a) < realOf(b);
  if (a.text() && b.text()) return *a.text() < *b.text();
  if (a.list() && b.list() && a.list()->kind == b.list()->kind && a.list()->kind <= List::Kind::Tuple)
    return std::lexicographical_compare(a.list()->items.begin(), a.list()->items.end(), b.list()->items.begin(),
                                        b.list()->items.end(), isLess);
  for (const Value* each : {&a, &b})
    if (each->isUndefined()) throw Error(each->as<Undefined>()->message);
  throw Error("expected values that can be compared, found " + typeName(a) + " and " + typeName(b));
}

std::string jsonText(const Value& value, const JsonStyle& style, int level) {
  if (value.isNone()) return "null";
  if (const bool* flag = value.as<bool>()) return *flag ? "true" : "false";
  if (const Integer* number = value.as<Integer>()) return numberText(*number);
  if (const double* number = value.as<double>())
    return std::isnan(*number)   ? "NaN"
           : std::isinf(*number) ? (*number < 0 ? "-Infinity" : "Infinity")
                                 : numberText(*number);
  if (const std::string* text = value.text()) return jsonString(*text, style.ascii);
  std::string inside, line;
  if (style.lines) {
    line = "\n";
    for (int i = 0; i <= level; ++i) line += style.indent;
  }
  const auto add = [&](const std::string& member) { inside += (inside.empty() ? "" : style.between) + line + member; };
  const List* list = value.list();
  const Dict* dict = value.dict();
  if (list && list->kind <= List::Kind::Tuple) {
    for (const Value& item : list->items) add(jsonText(item, style, level + 1));
  } else if (dict) {
    std::vector<const std::pair<Value, Value>*> members;
    for (const auto& member : dict->items) members.push_back(&member);
    if (style.sorted)
      std::stable_sort(members.begin(), members.end(),
                       [](const auto* a, const auto* b) { return isLess(a->first, b->first); });
    for (const auto* member : members)
      add(jsonString(jsonKey(member->first), style.ascii) + style.colon + jsonText(member->second, style, level + 1));
  } else {
    throw Error("JSON: expected a value that it has, found a " + typeName(value));
  }
  if (!inside.empty() && style.lines) inside += line.substr(0, line.size() - style.indent.size());
  return list ? "[" + inside + "]" : "{" + inside + "}";
}

}  // namespace headlight::chat
