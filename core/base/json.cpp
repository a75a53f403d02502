#include "core/base/json.h"

#include "core/base/error.h"
#include "core/base/json_depth.h"
#include "core/base/json_text.h"

namespace headlight {

nlohmann::json parseJson(std::string_view text, const std::string& place, int levels) {
  if (isNestedDeeperThan(text, levels))
    throw Error(place + ": expected at most " + std::to_string(levels) + " levels of JSON, found more");
  try {
    return nlohmann::json::parse(text);
  } catch (const nlohmann::json::exception&) {
    // Most files are standard JSON; others get a second look.
  }
  try {
    return nlohmann::json::parse(standardJson(text));
  } catch (const nlohmann::json::exception& error) {
    throw Error(place + ": not valid JSON: " + error.what());
  }
}

}  // namespace headlight
