#include "core/chat/template_run.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace headlight::chat {
namespace {

using Tree = Expression::Kind;

constexpr std::size_t kMostWork = 20'000'000;
constexpr std::size_t kMostText = std::size_t{1} << 24;
constexpr int kMostDepth = 400;

/// An Error whose line is said.
class Located : public Error {
 public:
  using Error::Error;
};

void checkDefined(const Value& value) {
  if (const Undefined* missing = value.as<Undefined>()) throw Error(missing->message);
}

/// "dict object", as messages call a value.
std::string objectName(const Value& value) { return value.isNone() ? "None" : typeName(value) + " object"; }

Value missing(const Value& object, const std::string& name) {
  return Undefined{"'" + objectName(object) + "' has no attribute '" + name + "'"};
}

/// Whether Python's values of this type have such a method; those that change them are not to be called.
bool isMethod(const Value& value, std::string_view name, bool& changes) {
  static constexpr std::array kText = {
      "capitalize", "casefold",     "center",       "count",   "encode",     "endswith",    "expandtabs",
      "find",       "format",       "format_map",   "index",   "isalnum",    "isalpha",     "isascii",
      "isdecimal",  "isdigit",      "isidentifier", "islower", "isnumeric",  "isprintable", "isspace",
      "istitle",    "isupper",      "join",         "ljust",   "lower",      "lstrip",      "maketrans",
      "partition",  "removeprefix", "removesuffix", "replace", "rfind",      "rindex",      "rjust",
      "rpartition", "rsplit",       "rstrip",       "split",   "splitlines", "startswith",  "strip",
      "swapcase",   "title",        "translate",    "upper",   "zfill"};
  static constexpr std::array kList = {"copy", "count", "index"};
  static constexpr std::array kDict = {"copy", "get", "items", "keys", "values", "fromkeys"};
  static constexpr std::array kListChanges = {"append", "clear",  "extend",  "insert",
                                              "pop",    "remove", "reverse", "sort"};
  static constexpr std::array kDictChanges = {"clear", "pop", "popitem", "setdefault", "update"};
  const auto has = [&](const auto& names) { return std::find(names.begin(), names.end(), name) != names.end(); };
  changes = false;
  if (value.text()) return has(kText);
  if (const List* list = value.list()) {
    changes = list->kind == List::Kind::List && has(kListChanges);
    return changes || (list->kind == List::Kind::List && has(kList)) ||
           (list->kind == List::Kind::Tuple && (name == "count" || name == "index"));
  }
  if (value.dict()) {
    changes = has(kDictChanges);
    return changes || has(kDict);
  }
  return false;
}

}  // namespace

const Value* CallValues::find(std::size_t place, std::string_view name) const {
  if (place < positional.size()) return &positional[place];
  for (const auto& [key, value] : named)
    if (key == name) return &value;
  return nullptr;
}

void CallValues::check(const std::string& what, std::size_t most, std::initializer_list<std::string_view> names) const {
  if (positional.size() > most)
    throw Error(what + ": expected at most " + std::to_string(most) + " arguments, found " +
                std::to_string(positional.size()));
  for (const auto& [key, value] : named)
    if (std::find(names.begin(), names.end(), key) == names.end())
      throw Error(what + ": unexpected argument '" + key + "'");
}

void TemplateRun::spend(std::size_t amount) {
  m_spent += 1 + amount;
  if (m_spent > kMostWork) throw Error("the template does more than a template of a chat needs, and is stopped");
}

Value TemplateRun::text(std::string bytes) {
  if (bytes.size() > kMostText) throw Error("expected texts of at most 16 MiB, found a longer one");
  spend(bytes.size() / 16);
  return textValue(std::move(bytes));
}

Value TemplateRun::list(std::vector<Value> items, List::Kind kind) {
  spend(items.size());
  return listValue(std::move(items), kind);
}

std::string TemplateRun::written(const Value& value) {
  spend(sizeOf(value));
  return plainText(value);
}

void TemplateRun::write(std::string& out, const std::string& text) {
  if (out.size() + text.size() > kMostText) throw Error("expected a text of at most 16 MiB, found a longer one");
  spend(text.size() / 16);
  out += text;
}

std::string TemplateRun::run(const std::vector<Statement>& all) {
  std::string out;
  Scope& scope = m_scopes.emplace_back();
  statements(all, scope, out);
  return out;
}

// Statements.

void TemplateRun::leave(std::size_t scopes, std::size_t captured) {
  if (m_captured == captured) m_scopes.resize(scopes);
}

TemplateRun::Flow TemplateRun::statements(const std::vector<Statement>& all, Scope& scope, std::string& out) {
  if (++m_depth > kMostDepth)
    throw Error("expected less of the template within itself, found " + std::to_string(kMostDepth) + " levels");
  Flow flow = Flow::On;
  for (const Statement& one : all) {
    try {
      flow = statement(one, scope, out);
    } catch (const Raised&) {
      throw;
    } catch (const Located&) {
      throw;
    } catch (const Error& error) {
      throw Located("line " + std::to_string(one.line) + ": " + error.what());
    }
    if (flow != Flow::On) break;
  }
  --m_depth;
  return flow;
}

std::string TemplateRun::bodyOf(const std::vector<Statement>& all, Scope& scope) {
  const std::size_t scopes = m_scopes.size(), captured = m_captured;
  std::string out;
  statements(all, enter(scope), out);
  leave(scopes, captured);
  return out;
}

TemplateRun::Flow TemplateRun::statement(const Statement& one, Scope& scope, std::string& out) {
  using Kind = Statement::Kind;
  spend(1);
  switch (one.kind) {
    case Kind::Text:
      write(out, one.text);
      return Flow::On;
    case Kind::Output:
      write(out, written(valueOf(one.parts.front(), scope)));
      return Flow::On;
    case Kind::If:
      return statements(isTrue(valueOf(one.parts.front(), scope)) ? one.body : one.otherwise, scope, out);
    case Kind::For:
      loop(one, valueOf(one.parts[1], scope), 0, scope, out);
      return Flow::On;
    case Kind::Set:
      assign(one.parts[0], valueOf(one.parts[1], scope), scope);
      return Flow::On;
    case Kind::SetBlock:
    case Kind::FilterBlock: {
      const Value body = text(bodyOf(one.body, scope));
      const Expression* filters = one.kind == Kind::FilterBlock ? &one.parts[0]
                                  : one.parts.size() > 1        ? &one.parts[1]
                                                                : nullptr;
      Value result = body;
      if (filters) {
        m_holes.push_back(&body);
        result = valueOf(*filters, scope);
        m_holes.pop_back();
      }
      if (one.kind == Kind::SetBlock)
        assign(one.parts[0], result, scope);
      else
        write(out, written(result));
      return Flow::On;
    }
    case Kind::Macro: {
      ++m_captured;
      const Macro& macro = m_macros.emplace_back(Macro{&one, &scope});
      Expression target;
      target.kind = Tree::Name;
      target.name = one.text;
      assign(target, &macro, scope);
      return Flow::On;
    }
    case Kind::CallBlock: {
      ++m_captured;
      const Value caller = static_cast<const Macro*>(&m_macros.emplace_back(Macro{&one, &scope}));
      const Expression& expression = one.parts.front();
      CallValues arguments = values(expression.arguments, scope);
      arguments.caller = &caller;
      write(out, written(call(valueOf(expression.parts.front(), scope), arguments)));
      return Flow::On;
    }
    case Kind::With: {
      std::vector<Value> inside;
      for (std::size_t i = 1; i < one.parts.size(); i += 2) inside.push_back(valueOf(one.parts[i], scope));
      const std::size_t scopes = m_scopes.size(), captured = m_captured;
      Scope& inner = enter(scope);
      for (std::size_t i = 0; i < inside.size(); ++i) assign(one.parts[2 * i], inside[i], inner);
      const Flow flow = statements(one.body, inner, out);
      leave(scopes, captured);
      return flow;
    }
    case Kind::Scope:
      write(out, bodyOf(one.body, scope));
      return Flow::On;
    case Kind::Break:
      return Flow::Break;
    case Kind::Continue:
      return Flow::Continue;
  }
  return Flow::On;
}

void TemplateRun::loop(const Statement& one, const Value& over, int depth, Scope& scope, std::string& out) {
  Loop& state = m_loops.emplace_back();
  state.depth = depth;
  if (one.recursive) {
    state.statement = &one;
    state.scope = &scope;
    ++m_captured;
  }
  state.items = membersOf(over);
  if (one.parts.size() > 2) {
    std::vector<Value> kept;
    for (Value& item : state.items) {
      const std::size_t scopes = m_scopes.size(), captured = m_captured;
      Scope& inner = enter(scope);
      assign(one.parts[0], item, inner);
      const bool isKept = isTrue(valueOf(one.parts[2], inner));
      leave(scopes, captured);
      if (isKept) kept.push_back(std::move(item));
    }
    state.items = std::move(kept);
  }
  if (state.items.empty()) {
    statements(one.otherwise, enter(scope), out);
    return;
  }
  for (state.at = 0; state.at < state.items.size(); ++state.at) {
    const std::size_t scopes = m_scopes.size(), captured = m_captured;
    Scope& inner = enter(scope);
    inner.names.emplace_back("loop", &state);
    assign(one.parts[0], state.items[state.at], inner);
    const Flow flow = statements(one.body, inner, out);
    leave(scopes, captured);
    if (flow == Flow::Break) break;
  }
}

void TemplateRun::assign(const Expression& target, const Value& value, Scope& scope) {
  if (target.kind == Tree::Tuple) {
    const std::vector<Value> members = membersOf(value);
    if (members.size() != target.parts.size())
      throw Error("expected " + std::to_string(target.parts.size()) + " values for as many names, found " +
                  std::to_string(members.size()));
    for (std::size_t i = 0; i < members.size(); ++i) assign(target.parts[i], members[i], scope);
    return;
  }
  if (target.kind == Tree::Attribute) {
    const Value object = valueOf(target.parts.front(), scope);
    if (!object.as<Namespace*>())
      throw Error("expected a namespace to set '" + target.name + "' of, found a " + typeName(object));
    if (target.name.starts_with('_'))
      throw Error("expected a name that begins with a letter in a namespace, found '" + target.name + "'");
    (*object.as<Namespace*>())->values[target.name] = value;
    return;
  }
  for (auto& [name, held] : scope.names)
    if (name == target.name) {
      held = value;
      return;
    }
  scope.names.emplace_back(target.name, value);
}

// Expressions.

Value TemplateRun::valueOf(const Expression& one, Scope& scope) {
  spend(0);
  if (++m_depth > kMostDepth)
    throw Error("expected less of the template within itself, found " + std::to_string(kMostDepth) + " levels");
  Value value = made(one, scope);
  if (value.text()) spend(value.text()->size() / 64);
  --m_depth;
  return value;
}

Value TemplateRun::nameOf(const Expression& one, Scope& scope) {
  for (const Scope* each = &scope; each; each = each->outer)
    for (const auto& [name, value] : each->names)
      if (name == one.name) return value;
  if (const Value* value = m_names.find(one.name)) return *value;
  static constexpr std::array kBuiltins = {"raise_exception", "strftime_now", "namespace", "dict",
                                           "range",           "lipsum",       "cycler",    "joiner"};
  if (std::find(kBuiltins.begin(), kBuiltins.end(), one.name) != kBuiltins.end()) return Builtin{one.name};
  return Undefined{"'" + one.name + "' is undefined"};
}

Value TemplateRun::made(const Expression& one, Scope& scope) {
  const auto part = [&](std::size_t i) { return valueOf(one.parts[i], scope); };
  switch (one.kind) {
    case Tree::Constant:
      return one.constant;
    case Tree::Name:
      return nameOf(one, scope);
    case Tree::List:
    case Tree::Tuple: {
      std::vector<Value> items;
      for (std::size_t i = 0; i < one.parts.size(); ++i) items.push_back(part(i));
      return list(std::move(items), one.kind == Tree::List ? List::Kind::List : List::Kind::Tuple);
    }
    case Tree::Dict: {
      std::vector<std::pair<Value, Value>> items;
      for (std::size_t i = 0; i + 1 < one.parts.size(); i += 2) {
        Value key = part(i);
        items.emplace_back(std::move(key), part(i + 1));
      }
      spend(items.size());
      return dictValue(std::move(items));
    }
    case Tree::Not:
      return !isTrue(part(0));
    case Tree::Negative:
    case Tree::Positive: {
      const Value value = part(0);
      checkDefined(value);
      if (!isNumber(value))
        throw Error("expected a number after " + std::string(one.kind == Tree::Negative ? "-" : "+") + ", found a " +
                    typeName(value));
      if (one.kind == Tree::Positive) return isWhole(value) ? Value(wholeOf(value)) : value;
      return isWhole(value) ? binary("-", Integer(0), value) : Value(-realOf(value));
    }
    case Tree::And:
    case Tree::Or: {
      Value left = part(0);
      return isTrue(left) == (one.kind == Tree::Or) ? left : part(1);
    }
    case Tree::Binary: {
      const Value left = part(0);
      return binary(one.name, left, part(1));
    }
    case Tree::Concat: {
      std::string all;
      for (std::size_t i = 0; i < one.parts.size(); ++i) write(all, written(part(i)));
      return textValue(std::move(all));
    }
    case Tree::Compare:
      return compared(one, scope);
    case Tree::Condition:
      if (isTrue(part(1))) return part(0);
      if (one.parts.size() > 2) return part(2);
      return Undefined{"the inline if-expression on line " + std::to_string(one.line) +
                       " evaluated to false and no else section was defined."};
    case Tree::Attribute:
      return attributeOf(part(0), one.name);
    case Tree::Item: {
      const Value object = part(0);
      return itemOf(object, part(1));
    }
    case Tree::Slice: {
      std::array<Value, 4> all;
      for (std::size_t i = 0; i < one.parts.size(); ++i) all[i] = part(i);
      return sliceOf(all[0], all[1], all[2], all[3]);
    }
    case Tree::Call: {
      const Value callee = part(0);
      return call(callee, values(one.arguments, scope));
    }
    case Tree::Filter: {
      const Value value = part(0);
      return filter(one.name, value, values(one.arguments, scope));
    }
    case Tree::Test: {
      const Value value = part(0);
      return test(one.name, value, values(one.arguments, scope));
    }
    case Tree::Hole:
      return *m_holes.back();
  }
  return {};
}

Value TemplateRun::compared(const Expression& one, Scope& scope) {
  Value left = valueOf(one.parts.front(), scope);
  for (std::size_t i = 0; i < one.operators.size(); ++i) {
    const std::string& op = one.operators[i];
    Value right = valueOf(one.parts[i + 1], scope);
    spend(std::min(sizeOf(left), sizeOf(right)) / 4);
    const bool holds = op == "==" ? areEqual(left, right)
                       : op == "!=" ? !areEqual(left, right)
                       : op == "in" ? contains(right, left)
                       : op == "not in" ? !contains(right, left)
                       : op == "<" ? isLess(left, right)
                       : op == ">" ? isLess(right, left)
                       : op == "<=" ? isLess(left, right) || areEqual(left, right)
                                    : isLess(right, left) || areEqual(left, right);
    if (!holds) return false;
    left = std::move(right);
  }
  return true;
}

CallValues TemplateRun::values(const Arguments& arguments, Scope& scope) {
  CallValues all;
  for (const Expression& each : arguments.positional) all.positional.push_back(valueOf(each, scope));
  for (const auto& [name, each] : arguments.named) all.named.emplace_back(name, valueOf(each, scope));
  for (const Expression& each : arguments.list)
    for (Value& value : membersOf(valueOf(each, scope))) all.positional.push_back(std::move(value));
  for (const Expression& each : arguments.dict) {
    const Value value = valueOf(each, scope);
    if (!value.dict()) throw Error("expected a dictionary after **, found a " + typeName(value));
    for (const auto& [key, held] : value.dict()->items) all.named.emplace_back(plainText(key), held);
  }
  return all;
}

Value TemplateRun::attributeOf(const Value& object, const std::string& name) {
  checkDefined(object);
  if (const auto* space = object.as<Namespace*>()) {
    const auto found = (*space)->values.find(name);
    return found == (*space)->values.end() ? missing(object, name) : found->second;
  }
  if (const auto* state = object.as<Loop*>()) return loopAttribute(**state, name);
  bool changes = false;
  if (isMethod(object, name, changes)) {
    if (changes) return Undefined{"access to attribute '" + name + "' of '" + typeName(object) + "' object is unsafe."};
    return std::make_shared<const Bound>(Bound{object, name,
                                               object.dict()   ? object.dict()->depth
                                               : object.list() ? object.list()->depth
                                                               : 1});
  }
  if (object.dict()) {
    if (const Value* value = object.dict()->find(name)) return *value;
  } else if (!object.text() && !object.list() && !isNumber(object) && !object.isNone()) {
    throw Error("the attribute '" + name + "' of a " + typeName(object) + " is not known");
  }
  return missing(object, name);
}

Value TemplateRun::itemOf(const Value& object, const Value& key) {
  checkDefined(object);
  if (const Dict* dict = object.dict()) {
    spend(dict->items.size() / 8);
    if (const Value* value = dict->find(key)) return *value;
  } else if (isWhole(key) && (object.text() || (object.list() && object.list()->kind <= List::Kind::Range &&
                                                object.list()->kind != List::Kind::Generator))) {
    const std::vector<std::string> characters =
        object.text() ? charactersOf(*object.text()) : std::vector<std::string>();
    spend(characters.size() / 8);
    const Integer size = static_cast<Integer>(object.text() ? characters.size() : object.list()->items.size());
    const Integer at = wholeOf(key) < 0 ? wholeOf(key) + size : wholeOf(key);
    if (at >= 0 && at < size)
      return object.text() ? textValue(characters[static_cast<std::size_t>(at)])
                           : object.list()->items[static_cast<std::size_t>(at)];
  }
  if (const std::string* name = key.text()) return attributeOf(object, *name);
  return Undefined{objectName(object) + " has no element " + (key.isUndefined() ? "Undefined" : sourceText(key))};
}

Value TemplateRun::pathOf(const Value& object, const std::string& path) {
  Value value = object;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('.', at), path.size());
    const std::string part = path.substr(at, end - at);
    const bool isIndex = !part.empty() && part.size() < 10 &&
                         std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    value = itemOf(value, isIndex ? Value(Integer(std::stol(part))) : textValue(part));
    at = end + 1;
  }
  return value;
}

std::vector<Value> TemplateRun::membersOf(const Value& value) {
  if (List* list = value.list()) {
    spend(list->items.size());
    if (list->kind != List::Kind::Generator) return list->items;
    return std::exchange(list->items, {});
  }
  std::vector<Value> members;
  if (const Dict* dict = value.dict()) {
    for (const auto& item : dict->items) members.push_back(item.first);
  } else if (const std::string* text = value.text()) {
    for (std::string& each : charactersOf(*text)) members.push_back(textValue(std::move(each)));
  } else if (!value.isUndefined()) {
    throw Error("expected a value with members, found a " + typeName(value));
  }
  spend(members.size());
  return members;
}

bool TemplateRun::contains(const Value& container, const Value& member) {
  if (const std::string* text = container.text()) {
    if (!member.text()) {
      checkDefined(member);
      throw Error("expected a text to look for in a text, found a " + typeName(member));
    }
    spend(text->size() / 64);
    return text->find(*member.text()) != std::string::npos;
  }
  if (const Dict* dict = container.dict()) {
    spend(dict->items.size() / 8);
    return dict->find(member) != nullptr;
  }
  const std::vector<Value> members = membersOf(container);
  spend(sizeOf(container));
  return std::any_of(members.begin(), members.end(), [&](const Value& each) { return areEqual(each, member); });
}

Value TemplateRun::sliceOf(const Value& object, const Value& start, const Value& stop, const Value& step) {
  checkDefined(object);
  const List* items = object.list();
  if (!object.text() && (!items || items->kind > List::Kind::Tuple))
    throw Error("expected a text or a list to cut, found a " + typeName(object));
  const std::vector<std::string> characters = object.text() ? charactersOf(*object.text()) : std::vector<std::string>();
  const auto size = static_cast<Integer>(items ? items->items.size() : characters.size());
  const auto number = [](const Value& value, Integer otherwise) {
    if (value.isNone()) return otherwise;
    checkDefined(value);
    return wholeOf(value);
  };
  const Integer by = number(step, 1);
  if (by == 0) throw Error("expected a step of a slice that is not 0");
  const Integer first = by > 0 ? 0 : size - 1, last = by > 0 ? size : -1;
  const auto place = [&](const Value& value, Integer otherwise) {
    Integer at = number(value, otherwise);
    if (value.isNone()) return at;
    if (at < 0) at += size;
    return by > 0 ? std::clamp<Integer>(at, 0, size) : std::clamp<Integer>(at, -1, size - 1);
  };
  std::string cut;
  std::vector<Value> members;
  const Integer end = place(stop, last);
  for (Integer at = place(start, first); by > 0 ? at < end : at > end; at += by) {
    if (items)
      members.push_back(items->items[static_cast<std::size_t>(at)]);
    else
      cut += characters[static_cast<std::size_t>(at)];
    if (by > size || by < -size) break;
  }
  return items ? list(std::move(members), items->kind) : text(std::move(cut));
}

Value TemplateRun::binary(const std::string& op, const Value& a, const Value& b) {
  for (const Value* each : {&a, &b})
    if (!(op == "%" && a.text())) checkDefined(*each);
  const auto repeated = [&](const Value& what, const Value& times) -> Value {
    const Integer count = std::max<Integer>(0, wholeOf(times));
    const std::size_t size = what.text() ? what.text()->size() : what.list()->items.size();
    if (size == 0 || count == 0) return what.text() ? textValue("") : list({}, what.list()->kind);
    if (count > static_cast<Integer>(kMostText / size))
      throw Error("expected a text or list of at most 16 MiB, found a longer one");
    spend(size * static_cast<std::size_t>(count) / (what.text() ? 16 : 1));
    std::string all;
    std::vector<Value> items;
    for (Integer i = 0; i < count; ++i) {
      if (what.text())
        all += *what.text();
      else
        items.insert(items.end(), what.list()->items.begin(), what.list()->items.end());
    }
    return what.text() ? textValue(std::move(all)) : list(std::move(items), what.list()->kind);
  };
  const auto isSequence = [](const Value& value) {
    return value.text() || (value.list() && value.list()->kind <= List::Kind::Tuple);
  };
  if (op == "%" && a.text()) return text(formatted(*a.text(), b));
  if (op == "+" && a.text() && b.text()) {
    const bool oneIsEscaped = a.as<Text>()->escaped, otherIsEscaped = b.as<Text>()->escaped;
    if (!oneIsEscaped && !otherIsEscaped) return text(*a.text() + *b.text());
    return Text{
        (oneIsEscaped ? *a.text() : escapedText(*a.text())) + (otherIsEscaped ? *b.text() : escapedText(*b.text())),
        true};
  }
  if (op == "+" && a.list() && b.list() && a.list()->kind == b.list()->kind && isSequence(a)) {
    std::vector<Value> items = a.list()->items;
    items.insert(items.end(), b.list()->items.begin(), b.list()->items.end());
    return list(std::move(items), a.list()->kind);
  }
  if (op == "*" && isSequence(a) && isWhole(b)) return repeated(a, b);
  if (op == "*" && isWhole(a) && isSequence(b)) return repeated(b, a);
  if (!isNumber(a) || !isNumber(b))
    throw Error("unsupported operand type(s) for " + op + ": '" + typeName(a) + "' and '" + typeName(b) + "'");
  const auto inRange = [](bool overflows) {
    if (overflows) throw Error("expected whole numbers of at most 38 digits, found a larger one");
  };
  if (isWhole(a) && isWhole(b) && op != "/") {
    const Integer x = wholeOf(a), y = wholeOf(b);
    Integer result = 0;
    if (op == "+") inRange(__builtin_add_overflow(x, y, &result));
    if (op == "-") inRange(__builtin_sub_overflow(x, y, &result));
    if (op == "*") inRange(__builtin_mul_overflow(x, y, &result));
    if (op == "//" || op == "%") {
      if (y == 0) throw Error(op == "%" ? "modulo by zero" : "division by zero");
      if (y == -1) return op == "%" ? Value(Integer(0)) : binary("-", Integer(0), a);
      const Integer rest = x % y;
      const bool down = rest != 0 && (rest < 0) != (y < 0);
      result = op == "%" ? rest + (down ? y : 0) : x / y - (down ? 1 : 0);
    }
    if (op == "**") {
      if (y < 0) {
        if (x == 0) throw Error("0.0 cannot be raised to a negative power");
        return std::pow(static_cast<double>(x), static_cast<double>(y));
      }
      result = 1;
      if (x == 0 || x == 1 || x == -1) return x == -1 && y % 2 == 0 ? Integer(1) : y == 0 ? Integer(1) : x;
      for (Integer i = 0; i < y; ++i) inRange(__builtin_mul_overflow(result, x, &result));
    }
    return result;
  }
  const double x = realOf(a), y = realOf(b);
  if ((op == "/" || op == "//" || op == "%") && y == 0)
    throw Error(op == "%" ? "float modulo" : isWhole(a) && isWhole(b) ? "division by zero" : "float division by zero");
  if (op == "+") return x + y;
  if (op == "-") return x - y;
  if (op == "*") return x * y;
  if (op == "/") return x / y;
  if (op == "**") {
    const double power = std::pow(x, y);
    if (std::isnan(power) && !std::isnan(x) && !std::isnan(y))
      throw Error("expected a real power, found that of a negative number");
    return power;
  }
  double rest = std::fmod(x, y);
  if (rest != 0 && (rest < 0) != (y < 0)) rest += y;
  return op == "%" ? rest : std::floor((x - rest) / y + 0.5);
}

// Calls.

Value TemplateRun::call(const Value& callee, const CallValues& values) {
  spend(1);
  checkDefined(callee);
  if (const auto* bound = callee.as<std::shared_ptr<const Bound>>())
    return method((*bound)->object, (*bound)->name, values);
  if (const auto* macro = callee.as<const Macro*>()) return callMacro(**macro, values);
  if (const auto* builtin = callee.as<Builtin>()) return callBuiltin(builtin->name, values);
  if (const auto* state = callee.as<Loop*>()) return callLoop(**state, values);
  throw Error("'" + typeName(callee) + "' object is not callable");
}

Value TemplateRun::callMacro(const Macro& macro, const CallValues& given) {
  const Statement& one = *macro.statement;
  const std::size_t scopes = m_scopes.size(), captured = m_captured;
  const std::size_t first = one.kind == Statement::Kind::CallBlock ? 1 : 0, count = one.parameters.size();
  const std::size_t defaults = one.parts.size() - first;
  const std::string name = one.text.empty() ? "caller" : one.text;
  Scope& scope = enter(*macro.scope);
  std::vector<Value> more;
  std::vector<std::pair<Value, Value>> others;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& parameter = one.parameters[i];
    const Value* value = given.find(i, parameter);
    if (value)
      scope.names.emplace_back(parameter, *value);
    else if (i + defaults >= count)
      scope.names.emplace_back(parameter, valueOf(one.parts[first + i + defaults - count], scope));
    else
      scope.names.emplace_back(parameter, Undefined{"parameter '" + parameter + "' was not provided"});
  }
  for (std::size_t i = count; i < given.positional.size(); ++i) more.push_back(given.positional[i]);
  for (const auto& [key, value] : given.named)
    if (std::find(one.parameters.begin(), one.parameters.end(), key) == one.parameters.end())
      others.emplace_back(textValue(key), value);
  if (!more.empty()) scope.names.emplace_back("varargs", list(std::move(more), List::Kind::Tuple));
  if (!others.empty()) scope.names.emplace_back("kwargs", dictValue(std::move(others)));
  if (given.caller)
    scope.names.emplace_back("caller", *given.caller);
  else if (one.kind == Statement::Kind::Macro)
    scope.names.emplace_back("caller", Undefined{"No caller defined"});
  std::string out;
  statements(one.body, scope, out);
  leave(scopes, captured);
  return text(std::move(out));
}

Value TemplateRun::callBuiltin(const std::string& name, const CallValues& given) {
  if (name == "raise_exception") {
    const Value* message = given.find(0, "message");
    throw Raised(message ? plainText(*message) : std::string("the template raised an exception"));
  }
  if (name == "strftime_now") {
    const Value* format = given.find(0, "format");
    if (!format || !format->text()) throw Error("strftime_now: expected a format");
    return text(m_now(*format->text()));
  }
  if (name == "namespace" || name == "dict") {
    std::vector<std::pair<Value, Value>> items;
    for (const Value& each : given.positional) {
      if (each.dict()) {
        items.insert(items.end(), each.dict()->items.begin(), each.dict()->items.end());
        continue;
      }
      for (const Value& pair : membersOf(each)) {
        std::vector<Value> both = membersOf(pair);
        if (both.size() != 2) throw Error(name + ": expected pairs of a key and a value");
        items.emplace_back(std::move(both[0]), std::move(both[1]));
      }
    }
    for (const auto& [key, value] : given.named) items.emplace_back(textValue(key), value);
    spend(items.size());
    if (name == "dict") return dictValue(std::move(items));
    Namespace& space = m_namespaces.emplace_back();
    for (const auto& [key, value] : items) {
      if (plainText(key).starts_with('_'))
        throw Error("expected a name that begins with a letter in a namespace, found '" + plainText(key) + "'");
      space.values[plainText(key)] = value;
    }
    return &space;
  }
  if (name == "range") {
    given.check(name, 3);
    std::vector<Integer> numbers;
    for (const Value& each : given.positional) {
      checkDefined(each);
      numbers.push_back(wholeOf(each));
    }
    if (numbers.empty()) throw Error("range: expected a number");
    const Integer start = numbers.size() > 1 ? numbers[0] : 0, stop = numbers.size() > 1 ? numbers[1] : numbers[0],
                  step = numbers.size() > 2 ? numbers[2] : 1;
    if (step == 0) throw Error("range: expected a step that is not 0");
    std::vector<Value> items;
    for (Integer at = start; step > 0 ? at < stop : at > stop; at += step) {
      if (items.size() >= 100'000) throw Error("range: expected at most 100000 numbers, found more");
      items.emplace_back(at);
    }
    return list(std::move(items), List::Kind::Range);
  }
  throw Error("the function '" + name + "' is not known in chat templates here");
}

Value TemplateRun::callLoop(Loop& state, const CallValues& given) {
  if (!state.statement) throw Error("expected a recursive loop to call, found another");
  given.check("loop", 1);
  if (given.positional.empty()) throw Error("loop: expected what to go through");
  std::string out;
  loop(*state.statement, given.positional.front(), state.depth + 1, *state.scope, out);
  return text(std::move(out));
}

Value TemplateRun::loopAttribute(Loop& state, const std::string& name) {
  const std::size_t size = state.items.size();
  if (name == "index") return whole(state.at + 1);
  if (name == "index0") return whole(state.at);
  if (name == "revindex") return whole(size - state.at);
  if (name == "revindex0") return whole(size - state.at - 1);
  if (name == "first") return state.at == 0;
  if (name == "last") return state.at + 1 == size;
  if (name == "length") return whole(size);
  if (name == "depth") return Integer(state.depth + 1);
  if (name == "depth0") return Integer(state.depth);
  if (name == "previtem")
    return state.at == 0 ? Value(Undefined{"there is no previous item"}) : state.items[state.at - 1];
  if (name == "nextitem")
    return state.at + 1 >= size ? Value(Undefined{"there is no next item"}) : state.items[state.at + 1];
  if (name == "cycle" || name == "changed") return std::make_shared<const Bound>(Bound{&state, name});
  return missing(&state, name);
}

}  // namespace headlight::chat
