#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/error.h"

namespace headlight::chat {

__extension__ typedef __int128 Integer;  ///< Whole numbers of templates, which have no end there and 127 bits here.

struct None {};

/// What a name or an attribute that is not there gives: prints as nothing, is false, and is an error in most other
/// uses.
struct Undefined {
  std::string message;
};

struct Text {
  std::string bytes;     ///< UTF-8.
  bool escaped = false;  ///< A text that needs no more escaping for HTML (the filters `e` and `safe`).
};

struct List;
struct Dict;
struct Bound;
struct Namespace;  // These three belong to a run.
struct Macro;
struct Loop;

/// A function that every template sees, by name.
struct Builtin {
  std::string name;
};

/// A value of the template language, which are those of Python. Lists and dictionaries never change once they are made.
struct Value {
  std::variant<None, Undefined, bool, Integer, double, Text, std::shared_ptr<List>, std::shared_ptr<const Dict>,
               std::shared_ptr<const Bound>, Namespace*, const Macro*, Loop*, Builtin>
      held;

  Value() = default;
  template <typename T>
    requires(!std::is_same_v<std::decay_t<T>, Value> && std::is_constructible_v<decltype(held), T>)
  Value(T&& value) : held(std::forward<T>(value)) {}

  template <typename T>
  const T* as() const {
    return std::get_if<T>(&held);
  }
  bool isNone() const { return as<None>() != nullptr; }
  bool isUndefined() const { return as<Undefined>() != nullptr; }
  const std::string* text() const { return as<Text>() ? &as<Text>()->bytes : nullptr; }
  /// A list or anything else that has its members one after the other; null for other values.
  List* list() const { return as<std::shared_ptr<List>>() ? as<std::shared_ptr<List>>()->get() : nullptr; }
  const Dict* dict() const {
    return as<std::shared_ptr<const Dict>>() ? as<std::shared_ptr<const Dict>>()->get() : nullptr;
  }
};

struct List {
  enum class Kind { List, Tuple, Generator, Range, Keys, Values, Items };
  std::vector<Value> items;
  Kind kind = Kind::List;
  int depth = 1;         ///< Of lists and dictionaries in one another.
  std::size_t size = 1;  ///< Of all that is in it.
};

/// Keys and values in the order in which they came.
struct Dict {
  std::vector<std::pair<Value, Value>> items;
  int depth = 1;
  std::size_t size = 1;

  /// The value of a key; null for none.
  const Value* find(const Value& key) const;
  const Value* find(std::string_view key) const;
};

/// A method of a value that is not called yet.
struct Bound {
  Value object;
  std::string name;
  int depth = 1;
};

/// The value of a key of a dictionary; null where there is none, or where it is None.
const Value* memberOf(const Value& object, std::string_view key);

Value textValue(std::string bytes);
inline Value whole(std::size_t number) { return Integer(number); }
/// How much work a value is for whoever writes or compares it.
std::size_t sizeOf(const Value& value);
/// Throw Error for what is nested too deeply or too large.
Value listValue(std::vector<Value> items, List::Kind kind = List::Kind::List);
Value dictValue(std::vector<std::pair<Value, Value>> items);

/// The value of a JSON text, its keys in their order. Throws Error, which begins with `place`, for what is no JSON.
Value valueOfJson(std::string_view json, const std::string& place);

/// Python's name of a value's type: "str", "NoneType".
std::string typeName(const Value& value);
bool isTrue(const Value& value);
/// Python's str() and repr(); throw Error for what has no text that is always the same, such as a function.
std::string plainText(const Value& value);
std::string sourceText(const Value& value);
std::string sourceText(std::string_view text);
std::string numberText(Integer number);
/// The fewest digits that mean this number, as Python writes it: 0.1, 1e+20.
std::string numberText(double number);
/// A number or truth value as a real number.
bool isNumber(const Value& value);
double realOf(const Value& value);
bool isWhole(const Value& value);
Integer wholeOf(const Value& value);

bool areEqual(const Value& a, const Value& b);
/// Whether `a` comes before `b`; throws Error where Python does not compare them.
bool isLess(const Value& a, const Value& b);

/// How json.dumps writes values.
struct JsonStyle {
  std::string indent;
  bool lines = false;  ///< A line for each member, indented by `indent`.
  std::string between = ", ", colon = ": ";
  bool sorted = false, ascii = false;
};
/// Throws Error for a value that JSON does not have.
std::string jsonText(const Value& value, const JsonStyle& style, int level = 0);

}  // namespace headlight::chat
