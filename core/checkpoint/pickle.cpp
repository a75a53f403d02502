#include "core/checkpoint/pickle.h"

#include <array>
#include <cstring>
#include <deque>
#include <map>
#include <optional>
#include <utility>

#include "core/base/error.h"

namespace headlight {
namespace {

/// A value on the reader's stack. Values live in one pool and refer to each other by pointer, so that a pickle may nest
/// or repeat them in any way without deep recursion here.
struct Value {
  enum class Kind { None, Bool, Integer, Real, Text, Sequence, Dictionary, Global, Storage, Tensor, Mark };
  Kind kind = Kind::None;
  std::int64_t integer = 0;
  std::string text;                                            // Text; for a global "module.name".
  std::vector<const Value*> items;                             // Sequence.
  std::vector<std::pair<const Value*, const Value*>> entries;  // Dictionary.
  PickledTensor tensor;                                        // Tensor; for a storage only its format, key and count.
};

/// A pickle of a few bytes a value could fill the memory with values; that of a model has some thirty for each tensor.
constexpr std::size_t kMostValues = 4'000'000, kLongestKey = 1000;

struct StorageType {
  std::string_view name;
  Dtype format;
};

constexpr std::array<StorageType, 9> kStorageTypes{{{"torch.DoubleStorage", Dtype::F64},
                                                    {"torch.FloatStorage", Dtype::F32},
                                                    {"torch.HalfStorage", Dtype::F16},
                                                    {"torch.BFloat16Storage", Dtype::BF16},
                                                    {"torch.LongStorage", Dtype::I64},
                                                    {"torch.IntStorage", Dtype::I32},
                                                    {"torch.ShortStorage", Dtype::I16},
                                                    {"torch.CharStorage", Dtype::I8},
                                                    {"torch.ByteStorage", Dtype::U8}}};

constexpr std::array<std::string_view, 7> kHarmlessGlobals{"collections.OrderedDict",
                                                           "torch._utils._rebuild_tensor",
                                                           "torch._utils._rebuild_tensor_v2",
                                                           "torch._utils._rebuild_parameter",
                                                           "torch.Size",
                                                           "torch.BoolStorage",
                                                           "torch.Tensor"};

const Dtype* storageFormat(const std::string& name) {
  static constexpr Dtype kBool = Dtype::Bool;
  if (name == "torch.BoolStorage") return &kBool;
  for (const StorageType& type : kStorageTypes)
    if (type.name == name) return &type.format;
  return nullptr;
}

class Reader {
 public:
  Reader(std::span<const std::byte> bytes, std::string place) : m_bytes(bytes), m_place(std::move(place)) {}

  /// The value that the pickle builds.
  const Value& run() {
    while (step()) {
    }
    return *pop();
  }

  /// Bytes that it took.
  std::size_t length() const { return m_at; }
  /// The storages that the pickle speaks of.
  const std::map<std::string, Dtype>& storages() const { return m_storages; }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(m_place + ": its pickle cannot be read at byte " + std::to_string(m_at) + ": " + what);
  }

 private:
  using Kind = Value::Kind;

  Value* make(Kind kind) {
    if (m_pool.size() == kMostValues) fail("more than " + std::to_string(kMostValues) + " values");
    m_pool.emplace_back().kind = kind;
    return &m_pool.back();
  }
  void push(Value* value) { m_stack.push_back(value); }
  Value* pop() {
    if (m_stack.empty()) fail("a value is missing");
    Value* value = m_stack.back();
    m_stack.pop_back();
    return value;
  }
  Value* top() {
    if (m_stack.empty()) fail("a value is missing");
    return m_stack.back();
  }
  /// Everything above the last mark, which goes too.
  std::vector<const Value*> popToMark() {
    std::size_t at = m_stack.size();
    while (at > 0 && m_stack[at - 1]->kind != Kind::Mark) --at;
    if (at == 0) fail("a mark is missing");
    std::vector<const Value*> items(m_stack.begin() + static_cast<std::ptrdiff_t>(at), m_stack.end());
    m_stack.resize(at - 1);
    return items;
  }

  std::uint64_t number(std::size_t size) {
    const auto bytes = take(size);
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data(), size);
    return value;
  }
  std::span<const std::byte> take(std::uint64_t size) {
    if (size > m_bytes.size() - m_at) fail("truncated");
    const auto part = m_bytes.subspan(m_at, size);
    m_at += size;
    return part;
  }
  std::string text(std::uint64_t size) {
    const auto bytes = take(size);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  std::string line() {
    std::string out;
    for (char c; (c = static_cast<char>(number(1))) != '\n';) out += c;
    return out;
  }
  void pushInteger(std::int64_t value) {
    Value* v = make(Kind::Integer);
    v->integer = value;
    push(v);
  }
  void pushText(std::uint64_t size) {
    Value* v = make(Kind::Text);
    v->text = text(size);
    push(v);
  }
  void pushSequence(std::vector<const Value*> items) {
    Value* v = make(Kind::Sequence);
    v->items = std::move(items);
    push(v);
  }
  /// A tuple of the last `count` values.
  void pushTuple(std::size_t count) {
    std::vector<const Value*> items(count);
    for (std::size_t i = count; i-- > 0;) items[i] = pop();
    pushSequence(std::move(items));
  }

  void pushGlobal(const std::string& name) {
    bool known = storageFormat(name) != nullptr;
    for (const std::string_view harmless : kHarmlessGlobals) known = known || harmless == name;
    if (!known)
      throw Error(m_place + ": its pickle refers to '" + name + "', which is not tensor data; nothing was executed; " +
                  (name.starts_with("transformers.modeling_outputs.") ? "save its tensors alone (outputs.attentions)"
                                                                      : "convert to safetensors"));
    Value* v = make(Kind::Global);
    v->text = name;
    push(v);
  }

  const Value& item(const Value& sequence, std::size_t i, Kind kind, const char* what) {
    if (sequence.kind != Kind::Sequence || i >= sequence.items.size() || sequence.items[i]->kind != kind)
      fail(std::string("expected ") + what);
    return *sequence.items[i];
  }

  /// What is copied with every tensor has to be short.
  void checkAxes(const Value& sequence) {
    if (sequence.items.size() > kMostAxes)
      fail("expected at most " + std::to_string(kMostAxes) + " axes, found " + std::to_string(sequence.items.size()));
  }

  Shape shapeOf(const Value& arguments, std::size_t i) {
    const Value& sequence = item(arguments, i, Kind::Sequence, "a shape");
    checkAxes(sequence);
    Shape shape;
    for (std::size_t j = 0; j < sequence.items.size(); ++j)
      shape.push_back(item(sequence, j, Kind::Integer, "a whole number").integer);
    return shape;
  }

  /// ('storage', type, key, device, count); before PyTorch 1.6 also which part of another storage it is.
  void persistentId() {
    const Value* id = pop();
    if (item(*id, 0, Kind::Text, "'storage'").text != "storage") fail("expected 'storage'");
    const std::string& type = item(*id, 1, Kind::Global, "the type of a storage").text;
    const Dtype* format = storageFormat(type);
    if (!format) fail("'" + type + "' is not the type of a storage");
    Value* v = make(Kind::Storage);
    v->tensor.format = *format;
    v->tensor.storage = item(*id, 2, Kind::Text, "the key of a storage").text;
    if (v->tensor.storage.size() > kLongestKey)
      fail("the key of a storage has " + std::to_string(v->tensor.storage.size()) + " bytes");
    if (id->items.size() > 5 && id->items[5]->kind != Kind::None) fail("a storage that is part of another one");
    m_storages.emplace(v->tensor.storage, *format);
    item(*id, 4, Kind::Integer, "the size of a storage");
    push(v);
  }

  /// Calls, of the few functions that we know the meaning of.
  void reduce() {
    const Value* arguments = pop();
    const Value* function = pop();
    if (function->kind != Kind::Global || arguments->kind != Kind::Sequence)
      fail("a call of something other than a function");
    if (function->text == "collections.OrderedDict") {
      push(make(Kind::Dictionary));
    } else if (function->text == "torch._utils._rebuild_tensor_v2" ||
               function->text == "torch._utils._rebuild_tensor") {
      Value* v = make(Kind::Tensor);
      v->tensor = item(*arguments, 0, Kind::Storage, "a storage").tensor;
      v->tensor.offset = item(*arguments, 1, Kind::Integer, "an offset").integer;
      v->tensor.shape = shapeOf(*arguments, 2);
      v->tensor.strides = shapeOf(*arguments, 3);
      push(v);
    } else if (function->text == "torch._utils._rebuild_parameter") {
      Value* v = make(Kind::Tensor);
      v->tensor = item(*arguments, 0, Kind::Tensor, "a tensor").tensor;
      push(v);
    } else if (function->text == "torch.Size") {
      Value* v = make(Kind::Sequence);
      if (!arguments->items.empty()) {
        const Value& shape = item(*arguments, 0, Kind::Sequence, "a shape");
        checkAxes(shape);
        v->items = shape.items;
      }
      push(v);
    } else {
      fail("a call of '" + function->text + "'");
    }
  }

  Value* dictionary() {
    Value* v = top();
    if (v->kind != Kind::Dictionary) fail("expected a dictionary");
    return v;
  }

  void remember(std::uint64_t key) { m_memo[key] = top(); }
  void recall(std::uint64_t key) {
    const auto at = m_memo.find(key);
    if (at == m_memo.end()) fail("it refers to a value that it has not built");
    push(at->second);
  }

  /// One instruction; false at the end.
  bool step() {
    const auto code = static_cast<unsigned char>(number(1));
    switch (code) {
      case 0x80:
        take(1);
        break;  // PROTO
      case 0x95:
        take(8);
        break;  // FRAME
      case '.':
        return false;  // STOP
      case '(':
        push(make(Kind::Mark));
        break;  // MARK
      case '0':
        pop();
        break;  // POP
      case 'N':
        push(make(Kind::None));
        break;  // NONE
      case 0x88:
      case 0x89:
        pushBool(code == 0x88);
        break;  // NEWTRUE, NEWFALSE
      case 'K':
        pushInteger(static_cast<std::int64_t>(number(1)));
        break;  // BININT1
      case 'M':
        pushInteger(static_cast<std::int64_t>(number(2)));
        break;  // BININT2
      case 'J':
        pushInteger(static_cast<std::int32_t>(static_cast<std::uint32_t>(number(4))));
        break;  // BININT
      case 0x8a:
        pushLong();
        break;  // LONG1
      case 'G':
        take(8);
        push(make(Kind::Real));
        break;  // BINFLOAT
      case 'U':
      case 0x8c:
        pushText(number(1));
        break;  // SHORT_BINSTRING, SHORT_BINUNICODE
      case 'X':
      case 'T':
        pushText(number(4));
        break;  // BINUNICODE, BINSTRING
      case 0x8d:
        pushText(number(8));
        break;  // BINUNICODE8
      case 'C':
        pushText(number(1));
        break;  // SHORT_BINBYTES
      case ')':
      case ']':
        pushSequence({});
        break;  // EMPTY_TUPLE, EMPTY_LIST
      case '}':
        push(make(Kind::Dictionary));
        break;  // EMPTY_DICT
      case 0x85:
        pushTuple(1);
        break;  // TUPLE1
      case 0x86:
        pushTuple(2);
        break;  // TUPLE2
      case 0x87:
        pushTuple(3);
        break;  // TUPLE3
      case 't':
      case 'l':
        pushSequence(popToMark());
        break;  // TUPLE, LIST
      case 'a':
        append({pop()});
        break;  // APPEND
      case 'e':
        append(popToMark());
        break;  // APPENDS
      case 's':
        setItem();
        break;  // SETITEM
      case 'u':
        setItems(popToMark());
        break;  // SETITEMS
      case 'q':
        remember(number(1));
        break;  // BINPUT
      case 'r':
        remember(number(4));
        break;  // LONG_BINPUT
      case 0x94:
        remember(m_memo.size());
        break;  // MEMOIZE
      case 'h':
        recall(number(1));
        break;  // BINGET
      case 'j':
        recall(number(4));
        break;  // LONG_BINGET
      case 'c':
        global();
        break;  // GLOBAL
      case 0x93:
        stackGlobal();
        break;  // STACK_GLOBAL
      case 'Q':
        persistentId();
        break;  // BINPERSID
      case 'R':
        reduce();
        break;  // REDUCE
      case 'b':
        pop();
        top();
        break;  // BUILD: attributes of a dictionary; not needed
      default:
        fail("the instruction " + std::to_string(code) + " is unsupported in a file of tensors");
    }
    return true;
  }

  void pushBool(bool value) {
    Value* v = make(Kind::Bool);
    v->integer = value;
    push(v);
  }
  void pushLong() {
    const std::uint64_t size = number(1);
    if (size > 8) fail("a whole number of " + std::to_string(size) + " bytes");
    const auto bytes = take(size);
    std::uint64_t value = 0;
    if (size > 0) {
      const bool negative = (static_cast<unsigned>(bytes[size - 1]) & 0x80u) != 0;
      if (negative) value = ~std::uint64_t{0};
      std::memcpy(&value, bytes.data(), size);
    }
    pushInteger(static_cast<std::int64_t>(value));
  }
  void append(const std::vector<const Value*>& items) {
    Value* list = top();
    if (list->kind != Kind::Sequence) fail("expected a list");
    list->items.insert(list->items.end(), items.begin(), items.end());
  }
  void setItem() {
    const Value* value = pop();
    const Value* key = pop();
    dictionary()->entries.emplace_back(key, value);
  }
  void setItems(const std::vector<const Value*>& items) {
    if (items.size() % 2 != 0) fail("a key without a value");
    for (std::size_t i = 0; i < items.size(); i += 2) dictionary()->entries.emplace_back(items[i], items[i + 1]);
  }
  void global() {
    const std::string module = line();
    pushGlobal(module + "." + line());
  }
  void stackGlobal() {
    const Value* name = pop();
    const Value* module = pop();
    if (name->kind != Kind::Text || module->kind != Kind::Text) fail("expected two names");
    pushGlobal(module->text + "." + name->text);
  }

  std::span<const std::byte> m_bytes;
  std::string m_place;
  std::size_t m_at = 0;
  std::deque<Value> m_pool;
  std::vector<Value*> m_stack;
  std::map<std::uint64_t, Value*> m_memo;
  std::map<std::string, Dtype> m_storages;
};

const Value* entryOf(const Value& dictionary, std::string_view name) {
  for (const auto& [key, value] : dictionary.entries)
    if (key->kind == Value::Kind::Text && key->text == name) return value;
  return nullptr;
}

/// Notes a tensor, or each one of a list, or a list of texts or whole numbers.
void note(const Value& value, const std::string& name, const std::string& place, PickledTensors& out) {
  if (name.size() > kLongestKey)
    throw Error(place + ": the name of a tensor has " + std::to_string(name.size()) + " bytes");
  const auto tensor = [&](const Value& each, const std::string& called) {
    out.tensors.push_back(each.tensor);
    out.tensors.back().name = called;
  };
  if (value.kind == Value::Kind::Tensor) tensor(value, name);
  if (value.kind != Value::Kind::Sequence) return;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const Value& each = *value.items[i];
    if (each.kind == Value::Kind::Tensor) tensor(each, (name.empty() ? "" : name + ".") + std::to_string(i));
    if (each.kind == Value::Kind::Text) out.texts[name].push_back(each.text);
    if (each.kind == Value::Kind::Integer) out.texts[name].push_back(std::to_string(each.integer));
    if (each.kind == Value::Kind::Sequence)
      throw Error(place + ": expected a tensor for each layer, found a list of lists (the steps of generate()?)");
  }
}

}  // namespace

PickledTensors readPickledTensors(std::span<const std::byte> pickle, const std::string& place) {
  Reader reader(pickle, place);
  const Value& root = reader.run();
  PickledTensors out;
  if (root.kind != Value::Kind::Dictionary) note(root, {}, place, out);
  const auto nameOf = [](const Value& key) -> std::optional<std::string> {
    if (key.kind == Value::Kind::Text) return key.text;
    if (key.kind == Value::Kind::Integer) return std::to_string(key.integer);
    return std::nullopt;
  };
  for (const auto& [key, value] : root.entries) {
    const auto name = nameOf(*key);
    if (!name) continue;
    note(*value, *name, place, out);
    for (const auto& [inner, each] : value->entries)
      if (const auto called = nameOf(*inner); called && each->kind == Value::Kind::Tensor)
        note(*each, *name + "." + *called, place, out);
  }
  return out;
}

PickledDictionary readPickledDictionary(std::span<const std::byte> pickle, const std::string& place,
                                        std::size_t& length) {
  Reader reader(pickle, place);
  const Value* root = &reader.run();
  length = reader.length();
  // A training checkpoint keeps the weights one level down.
  if (root->kind == Value::Kind::Dictionary)
    if (const Value* inner = entryOf(*root, "state_dict"); inner && inner->kind == Value::Kind::Dictionary)
      root = inner;
  if (root->kind != Value::Kind::Dictionary) throw Error(place + ": expected a dictionary of tensors");
  PickledDictionary out;
  out.storages = reader.storages();
  for (const auto& [key, value] : root->entries) {
    if (key->kind != Value::Kind::Text || value->kind != Value::Kind::Tensor) continue;
    if (key->text.size() > kLongestKey)
      throw Error(place + ": the name of a tensor has " + std::to_string(key->text.size()) + " bytes");
    out.tensors.push_back(value->tensor);
    out.tensors.back().name = key->text;
  }
  return out;
}

std::int64_t readPickledInteger(std::span<const std::byte> pickle, const std::string& place, std::size_t& length) {
  Reader reader(pickle, place);
  const Value& value = reader.run();
  length = reader.length();
  if (value.kind != Value::Kind::Integer) reader.fail("expected a whole number");
  return value.integer;
}

std::optional<bool> readPickledFlag(std::span<const std::byte> pickle, std::string_view key, const std::string& place,
                                    std::size_t& length) {
  Reader reader(pickle, place);
  const Value& value = reader.run();
  length = reader.length();
  const Value* flag = value.kind == Value::Kind::Dictionary ? entryOf(value, key) : nullptr;
  return flag && flag->kind == Value::Kind::Bool ? std::optional(flag->integer != 0) : std::nullopt;
}

std::vector<std::string> readPickledTexts(std::span<const std::byte> pickle, const std::string& place,
                                          std::size_t& length) {
  Reader reader(pickle, place);
  const Value& value = reader.run();
  length = reader.length();
  if (value.kind != Value::Kind::Sequence) reader.fail("expected a list");
  std::vector<std::string> texts;
  for (const Value* item : value.items) {
    if (item->kind != Value::Kind::Text) reader.fail("expected a list of texts");
    texts.push_back(item->text);
  }
  return texts;
}

}  // namespace headlight
