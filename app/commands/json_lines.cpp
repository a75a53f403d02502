#include "app/commands/json_lines.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>

#include "core/base/error.h"
#include "core/base/json.h"

namespace headlight {

void answerJsonLines(const std::string& file, std::ostream& out,
                     const std::function<nlohmann::ordered_json(const nlohmann::json&)>& answer) {
  std::ifstream opened;
  if (file != "-") {
    opened.open(file, std::ios::binary);
    std::error_code ignored;
    const bool isFolder = std::filesystem::is_directory(file, ignored);
    if (!opened || isFolder)
      throw Error("'" + file + "': expected a file that can be read, found " + (isFolder ? "a folder" : "none"));
  }
  std::istream& in = file == "-" ? std::cin : opened;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string place = "'" + file + "' line " + std::to_string(number) + ": ";
    try {
      const nlohmann::json object = parseJson(line, "expected a JSON object");
      if (!object.is_object()) throw Error("expected a JSON object, found " + std::string(object.type_name()));
      out << dumpLine(answer(object)) << '\n';
    } catch (const Error& error) {
      throw Error(place + error.what());
    }
  }
  if (in.bad()) throw Error("'" + file + "': truncated");
}

template <class T>
T required(const nlohmann::json& object, const char* key, const char* expected) {
  const auto found = object.find(key);
  if (found == object.end()) throw Error(std::string("expected '") + key + "' (" + expected + "), found no such key");
  try {
    return found->get<T>();
  } catch (const nlohmann::json::exception&) {
    throw Error(std::string("'") + key + "': expected " + expected + ", found " + found->type_name());
  }
}

template std::string required<std::string>(const nlohmann::json&, const char*, const char*);
template bool required<bool>(const nlohmann::json&, const char*, const char*);
template std::vector<nlohmann::json> required<std::vector<nlohmann::json>>(const nlohmann::json&, const char*,
                                                                           const char*);

std::vector<std::int64_t> requiredIds(const nlohmann::json& object, const char* key) {
  std::vector<std::int64_t> ids;
  for (const nlohmann::json& each : required<std::vector<nlohmann::json>>(object, key, "a list of ids")) {
    const bool fits = each.is_number_unsigned() &&
                      each.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!fits)
      throw Error(std::string("'") + key + "': expected whole numbers from 0 on, found " + dumpLine(each) +
                  " at place " + std::to_string(ids.size()));
    ids.push_back(each.get<std::int64_t>());
  }
  return ids;
}

std::string dumpLine(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace headlight
