#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/index.h"

namespace headlight {

class JsonValue;

/// A model's config.json, or one object in it. A key whose value is null counts as absent. Values are not trusted: each
/// reading function checks kind and range and throws Error naming the file, the key, what was expected and what was
/// found. What is asked for is remembered, so that what nobody asked for can be told (unread).
class Config {
 public:
  /// A key that was never asked for.
  struct Unread {
    std::string key;    ///< With those of the objects around it: "rope_scaling.beta".
    std::string value;  ///< As a short JSON text.
  };

  /// Reads `name` of `folder`.
  static Config open(const std::filesystem::path& folder, const char* name = "config.json");
  /// Reads a JSON text; `place` names it in messages.
  static Config parse(std::string_view text, const std::string& place);

  bool has(std::string_view key) const;
  /// Whether the key is there at all, be it with null: then a default does not apply.
  bool declares(std::string_view key) const;
  bool isText(std::string_view key) const;
  bool isNumber(std::string_view key) const;
  /// A number of things: a whole number from 1 to 2^27.
  Index size(std::string_view key) const;
  Index size(std::string_view key, Index otherwise) const;
  std::int64_t integer(std::string_view key, std::int64_t otherwise) const;
  double number(std::string_view key, double otherwise) const;
  bool flag(std::string_view key, bool otherwise) const;
  std::string text(std::string_view key, const std::string& otherwise = {}) const;
  std::vector<std::string> texts(std::string_view key) const;
  std::vector<double> numbers(std::string_view key) const;
  /// Whole numbers, or a single one; empty when absent.
  std::vector<std::int64_t> integers(std::string_view key) const;
  /// An object of numbers, in the order of its keys; empty when absent.
  std::vector<std::pair<std::string, double>> namedNumbers(std::string_view key) const;
  /// Lists of whole numbers; empty when absent.
  std::vector<std::vector<std::int64_t>> lists(std::string_view key) const;
  /// Lists of texts, each with how often it is repeated ([[["global", "local"], 12]]), written out; empty when absent.
  std::vector<std::string> repeatedTexts(std::string_view key) const;
  /// The object under `key`, if there is one.
  std::optional<Config> object(std::string_view key) const;
  /// id2label: the names of classes by their ids, without those that are null; empty when absent.
  std::map<std::int64_t, std::string> labels() const;
  /// The same with other names for keys: where `from` is there, its value stands under `to`, in place of one that is
  /// there.
  Config renamed(const std::vector<std::pair<std::string_view, std::string_view>>& fromTo) const;
  /// The keys that no function above was asked for, but those with null, of this object and of those in it that were
  /// asked for.
  std::vector<Unread> unread() const;
  /// "config.json: 'key'", to begin a message with.
  std::string where(std::string_view key) const;

 private:
  struct Node;
  std::optional<JsonValue> find(std::string_view key) const;
  Config(std::shared_ptr<Node> node, std::string place) : m_node(std::move(node)), m_place(std::move(place)) {}
  std::shared_ptr<Node> m_node;
  std::string m_place;
};

}  // namespace headlight
