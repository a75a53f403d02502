#include "core/base/json.h"

#include "core/base/error.h"
#include "core/base/json_depth.h"
#include "core/base/json_text.h"

namespace headlight {

using nlohmann::json;

json parseJson(std::string_view text, const std::string& place, int levels) {
  if (isNestedDeeperThan(text, levels))
    throw Error(place + ": expected at most " + std::to_string(levels) + " levels of JSON, found more");
  try {
    return json::parse(text);
  } catch (const json::exception&) {
    // Most files are standard JSON; others get a second look.
  }
  try {
    return json::parse(standardJson(text));
  } catch (const json::exception& error) {
    throw Error(place + ": not valid JSON: " + error.what());
  }
}

}  // namespace headlight
