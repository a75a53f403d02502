#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace headlight {

/// Calls `answer` with the object on each line of `file` (`-` for standard input) and writes what it returns as a line
/// to `out`, in order. Throws Error with the file's name and the line's number for what is not a JSON object or what
/// `answer` refuses.
void answerJsonLines(const std::string& file, std::ostream& out,
                     const std::function<nlohmann::ordered_json(const nlohmann::json&)>& answer);

/// `object[key]` as a T, or Error naming the key, what was expected and what is there.
template <class T>
T required(const nlohmann::json& object, const char* key, const char* expected);

/// The whole numbers from 0 on in `object[key]`, or Error naming the key and what is another.
std::vector<std::int64_t> requiredIds(const nlohmann::json& object, const char* key);

/// One line of JSON; text that is no UTF-8 is replaced, not refused.
std::string dumpLine(const nlohmann::ordered_json& value);

}  // namespace headlight
