#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json_value.h"
#include "core/io/stored_contents.h"

namespace headlight {

/// The JSON object "headlight" of a file of attention and what other programs write beside the tensors; each member is
/// checked when it is asked for, with an Error that names it.
class StoredNotes {
 public:
  explicit StoredNotes(const StoredContents& from);

  /// None where there is no such member, or null.
  std::optional<JsonValue> find(const std::string& key) const;
  /// Of a part: "cross_scale", where there is none "scale"; none where there is neither.
  std::optional<JsonValue> find(const std::string& part, const std::string& key) const;
  /// Empty where there is no such member.
  std::string text(const char* key) const;
  std::vector<std::string> texts(const std::string& key) const;
  /// Whole numbers from 0 to below `most`, each once; empty where there is no such member.
  std::vector<int> numbers(const char* key, int most) const;

 private:
  nlohmann::json parsed(const std::string& text) const;

  std::string m_place;
  nlohmann::json m_notes;
};

}  // namespace headlight
