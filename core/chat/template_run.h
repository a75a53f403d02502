#pragma once

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/chat/template_tree.h"

namespace headlight::chat {

/// The values that a call is made with.
struct CallValues {
  std::vector<Value> positional;
  std::vector<std::pair<std::string, Value>> named;
  const Value* caller = nullptr;  ///< The body of a call block.

  /// The argument at `place` or of that name; null for none.
  const Value* find(std::size_t place, std::string_view name) const;
  /// Throws Error unless all arguments are among the first `most` and `names`.
  void check(const std::string& what, std::size_t most, std::initializer_list<std::string_view> names = {}) const;
};

/// Names and their values, within others.
struct Scope {
  Scope* outer = nullptr;
  std::vector<std::pair<std::string, Value>> names = {};
};

struct Namespace {
  std::map<std::string, Value, std::less<>> values;
};

struct Macro {
  const Statement* statement = nullptr;
  Scope* scope = nullptr;
};

struct Loop {
  std::vector<Value> items;
  std::size_t at = 0;
  int depth = 0;
  const Statement* statement = nullptr;  ///< Of a recursive loop.
  Scope* scope = nullptr;
  std::vector<Value> lastChanged = {};
  bool hasChanged = false;
};

/// What the template raised by itself: its words are for the user.
class Raised : public Error {
 public:
  using Error::Error;
};

/// One run of a template over its names. What a template may do is bounded: steps, the length of what it makes, depth.
class TemplateRun {
 public:
  /// `now` formats the present time as strftime does. `names` and the statements live as long as the run.
  TemplateRun(const Dict& names, std::function<std::string(const std::string&)> now)
      : m_names(names), m_now(std::move(now)) {}

  /// What the statements write. Throws Error that begins with the line, and Raised for what the template raises.
  std::string run(const std::vector<Statement>& statements);

  /// Counts work; throws Error where a template does too much.
  void spend(std::size_t amount);
  Value text(std::string bytes);
  Value list(std::vector<Value> items, List::Kind kind = List::Kind::List);
  /// The members of what can be gone through; those of a generator are gone then. Throws Error for other values.
  std::vector<Value> membersOf(const Value& value);
  Value attributeOf(const Value& object, const std::string& name);
  Value itemOf(const Value& object, const Value& key);
  /// An attribute as filters name it: "a.b", "0".
  Value pathOf(const Value& object, const std::string& path);
  Value binary(const std::string& op, const Value& a, const Value& b);
  bool contains(const Value& container, const Value& member);
  Value call(const Value& callee, const CallValues& values);
  /// In template_filters.cpp and text_methods.cpp.
  Value filter(const std::string& name, const Value& value, const CallValues& values);
  bool test(const std::string& name, const Value& value, const CallValues& values);
  Value method(const Value& object, const std::string& name, const CallValues& values);

 private:
  enum class Flow { On, Break, Continue };

  /// A new scope, and the end of all since `scopes` where nothing looks into them.
  Scope& enter(Scope& outer) { return m_scopes.emplace_back(Scope{&outer}); }
  void leave(std::size_t scopes, std::size_t captured);
  Flow statements(const std::vector<Statement>& all, Scope& scope, std::string& out);
  Flow statement(const Statement& one, Scope& scope, std::string& out);
  void loop(const Statement& one, const Value& over, int depth, Scope& scope, std::string& out);
  void assign(const Expression& target, const Value& value, Scope& scope);
  std::string bodyOf(const std::vector<Statement>& all, Scope& scope);
  std::string written(const Value& value);
  void write(std::string& out, const std::string& text);

  Value valueOf(const Expression& one, Scope& scope);
  Value made(const Expression& one, Scope& scope);
  Value nameOf(const Expression& one, Scope& scope);
  Value compared(const Expression& one, Scope& scope);
  Value sliceOf(const Value& object, const Value& start, const Value& stop, const Value& step);
  CallValues values(const Arguments& arguments, Scope& scope);
  Value callMacro(const Macro& macro, const CallValues& values);
  Value callBuiltin(const std::string& name, const CallValues& values);
  Value callLoop(Loop& loop, const CallValues& values);
  Value loopAttribute(Loop& loop, const std::string& name);

  const Dict& m_names;
  std::function<std::string(const std::string&)> m_now;
  std::deque<Scope> m_scopes;
  std::deque<Macro> m_macros;
  std::deque<Namespace> m_namespaces;
  std::deque<Loop> m_loops;
  std::vector<const Value*> m_holes;
  std::size_t m_captured = 0;  ///< Macros and recursive loops, which look into the scopes around them later.
  std::size_t m_spent = 0;
  int m_depth = 0;
};

/// The characters of valid UTF-8, one in each.
std::vector<std::string> charactersOf(std::string_view text);
/// `&<>"'` as HTML writes them.
std::string escapedText(std::string_view text);
/// Python's `format % values`; throws Error.
std::string formatted(std::string_view format, const Value& values);
std::string upperCase(std::string_view text);
std::string lowerCase(std::string_view text);
/// `text` without Unicode's white space, or without `these` characters, at its ends.
std::string stripped(std::string_view text, const std::string* these, bool left = true, bool right = true);

}  // namespace headlight::chat
