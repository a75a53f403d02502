#pragma once

#include <QByteArray>
#include <QtGlobal>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// Where the shared reference data lie: $HEADLIGHT_REFERENCE, else ../shared/reference beside the sources.
inline std::filesystem::path referenceFolder() {
  const QByteArray set = qgetenv("HEADLIGHT_REFERENCE");
  if (!set.isEmpty()) return std::filesystem::path(set.toStdString());
  return std::filesystem::path(HEADLIGHT_SOURCE_DIR).parent_path() / "shared" / "reference";
}

/// Our own test data for tokenizers.
inline std::filesystem::path tokenizerData() {
  return std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests" / "data" / "tokenizers";
}

/// The objects of a .jsonl file; empty when there is none.
inline std::vector<nlohmann::json> readLines(const std::filesystem::path& file) {
  std::vector<nlohmann::json> lines;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty()) lines.push_back(nlohmann::json::parse(line));
  }
  return lines;
}

/// A short text for messages.
inline std::string shown(const nlohmann::json& value) {
  std::string text = value.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
  return text.size() > 300 ? text.substr(0, 297) + "..." : text;
}
