#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headlight {

/// How a value of a GGUF file is written, numbered as in the file.
enum class GgufType : std::uint32_t { U8, I8, U16, I16, U32, I32, F32, Bool, Text, List, U64, I64, F64 };

/// Bytes of a number of `type`; 0 for texts and lists, which have a length of their own.
constexpr std::size_t bytesOf(GgufType type) {
  constexpr std::size_t kBytes[] = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
  return kBytes[static_cast<std::size_t>(type)];
}

/// A value as it lies in the file, checked to lie inside it.
struct GgufValue {
  GgufType type = GgufType::U8;
  GgufType element = GgufType::U8;   ///< Of a list.
  std::uint64_t count = 1;           ///< Values in a list.
  std::span<const std::byte> bytes;  ///< The number, the text without its length, or all elements.
};

/// What a GGUF file says of its model: values by key. They are not trusted: each function throws Error naming the file,
/// the key, what was expected and what was found. Whole numbers are read by meaning: they come in every width, and a
/// list of equal ones, one for each layer, stands for one.
class GgufMetadata {
 public:
  GgufMetadata() = default;
  GgufMetadata(std::string place, std::shared_ptr<const void> owner,
               std::map<std::string, GgufValue, std::less<>> values)
      : m_place(std::move(place)), m_owner(std::move(owner)), m_values(std::move(values)) {}

  const std::map<std::string, GgufValue, std::less<>>& values() const { return m_values; }
  /// The file, for messages: "'model.gguf'".
  const std::string& place() const { return m_place; }
  /// "'model.gguf': metadata 'llama.block_count'", to begin a message with.
  std::string where(std::string_view key) const;

  bool has(std::string_view key) const { return m_values.contains(key); }
  bool isList(std::string_view key) const;
  std::int64_t integer(std::string_view key) const;
  std::int64_t integer(std::string_view key, std::int64_t otherwise) const;
  double number(std::string_view key) const;
  double number(std::string_view key, double otherwise) const;
  bool flag(std::string_view key, bool otherwise) const;
  /// The bytes of a text, which need not be UTF-8.
  std::string_view text(std::string_view key) const;
  std::string_view text(std::string_view key, std::string_view otherwise) const;
  /// Lists; empty when absent. One number stands for a list of one.
  std::vector<std::int64_t> integers(std::string_view key) const;
  std::vector<double> numbers(std::string_view key) const;
  std::vector<std::string_view> texts(std::string_view key) const;
  /// A value for people: a number, a text or a list, cut off after some 60 characters.
  std::string shown(std::string_view key) const;

 private:
  const GgufValue& at(std::string_view key) const;
  [[noreturn]] void fail(std::string_view key, const std::string& expected) const;

  std::string m_place;
  std::shared_ptr<const void> m_owner;
  std::map<std::string, GgufValue, std::less<>> m_values;
};

}  // namespace headlight
