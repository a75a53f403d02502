#pragma once

#include <simdjson.h>

#include <filesystem>
#include <string>

#include "core/text/files/json_node.h"

namespace headlight {

/// A parsed JSON file; `root()` is valid as long as this lives.
class JsonFile {
 public:
  /// Throws Error when the file cannot be read or is not JSON.
  explicit JsonFile(const std::filesystem::path& file);
  /// Parses `json`; `name` stands in front of messages.
  JsonFile(std::string_view json, const std::string& name);

  const JsonNode& root() const { return *m_root; }
  /// The text that was parsed.
  std::string_view text() const { return {m_text.data(), m_text.size()}; }

 private:
  void parse(std::string_view json, const std::string& name);

  simdjson::padded_string m_text;
  simdjson::dom::parser m_parser;
  std::optional<JsonNode> m_root;
};

}  // namespace headlight
