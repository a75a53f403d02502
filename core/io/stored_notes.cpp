#include "core/io/stored_notes.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/error.h"
#include "core/base/json_depth.h"
#include "core/base/json_text.h"

namespace headlight {

using nlohmann::json;

namespace {

constexpr int kMostDepth = 8;
constexpr std::size_t kMostJson = 64u << 20;

/// "3,5" as JSON, where that is what it is.
std::optional<json> listOf(const std::string& text) {
  const json list = json::parse("[" + text + "]", nullptr, false);
  if (!list.is_array() || !std::all_of(list.begin(), list.end(), [](const json& n) { return n.is_number_unsigned(); }))
    return std::nullopt;
  return list;
}

}  // namespace

StoredNotes::StoredNotes(const StoredContents& from) : m_place(from.place + ": headlight") {
  std::string text;
  if (const auto found = from.metadata.find("headlight"); found != from.metadata.end()) text = found->second;
  if (const auto found = from.texts.find("headlight"); found != from.texts.end() && !found->second.empty())
    text = found->second.front();
  if (const auto found = from.tensors.find("headlight"); found != from.tensors.end())
    text.assign(reinterpret_cast<const char*>(found->second.bytes.data()),
                std::min(found->second.bytes.size(), kMostJson + 1));
  m_notes = text.empty() ? json::object() : parsed(text);
  if (!m_notes.is_object()) fail("a JSON object", m_notes);
  // Earlier versions of Headlight kept these beside the object alone.
  if (from.metadata.contains("headlight"))
    for (const auto& [key, value] : from.metadata) {
      if (m_notes.contains(key)) continue;
      if (key == "method") m_notes[key] = value;
      if (const auto list = key == "heads" ? listOf(value) : std::nullopt) m_notes[key] = *list;
    }
  // What other programs write beside the tensors.
  for (const auto& [key, value] : from.metadata)
    if ((key == "tokens" || key == "text" || key == "model") && !m_notes.contains(key))
      m_notes[key] = key == "tokens" ? parsed(value) : json(value);
  for (const auto& [key, values] : from.texts)
    if (key.ends_with("tokens") && !m_notes.contains(key)) m_notes[key] = values;
}

const json* StoredNotes::find(const std::string& key) const {
  const auto found = m_notes.find(key);
  return found == m_notes.end() || found->is_null() ? nullptr : &*found;
}

const json* StoredNotes::find(const std::string& part, const std::string& key) const {
  const json* own = part.empty() ? nullptr : find(storedPrefix(part) + key);
  return own ? own : find(key);
}

std::string StoredNotes::text(const char* key) const {
  const json* value = find(key);
  if (value && !value->is_string()) fail(std::string("a text for '") + key + "'", *value);
  return value ? value->get<std::string>() : std::string();
}

std::vector<std::string> StoredNotes::texts(const std::string& key) const {
  std::vector<std::string> all;
  const json* value = find(key);
  if (!value) return all;
  if (!value->is_array()) fail("a list of texts for '" + key + "'", *value);
  for (const json& each : *value) {
    if (!each.is_string()) fail("a list of texts for '" + key + "'", each);
    all.push_back(each.get<std::string>());
  }
  return all;
}

std::optional<bool> StoredNotes::yesOrNo(const char* key) const {
  const json* value = find(key);
  if (value && !value->is_boolean()) fail(std::string("true or false for '") + key + "'", *value);
  return value ? std::optional(value->get<bool>()) : std::nullopt;
}

std::vector<int> StoredNotes::numbers(const char* key, int most) const {
  std::vector<int> all;
  const json* value = find(key);
  if (!value) return all;
  const std::string expected = std::string("a list of different whole numbers below ") + std::to_string(most) +
                               " for '" + key + "'";
  if (!value->is_array()) fail(expected, *value);
  std::set<int> seen;
  for (const json& each : *value) {
    const double found = number(each, expected, 0, most - 1);
    if (found != std::floor(found) || !seen.insert(static_cast<int>(found)).second) fail(expected, each);
    all.push_back(static_cast<int>(found));
  }
  return all;
}

double StoredNotes::number(const json& value, const std::string& what, double least, double most) const {
  if (!value.is_number() || !(value.get<double>() >= least && value.get<double>() <= most)) fail(what, value);
  return value.get<double>();
}

void StoredNotes::fail(const std::string& expected, const json& found) const {
  std::string text = found.dump(-1, ' ', false, json::error_handler_t::replace);
  if (text.size() > 60) text = text.substr(0, 57) + "...";
  throw Error(m_place + ": expected " + expected + ", found " + text);
}

json StoredNotes::parsed(const std::string& text) const {
  if (text.size() > kMostJson || isNestedDeeperThan(text, kMostDepth))
    throw Error(m_place + ": expected at most 64 MiB of JSON of " + std::to_string(kMostDepth) +
                " levels, found more");
  try {
    return json::parse(standardJson(text));
  } catch (const json::exception&) {
    throw Error(m_place + ": expected JSON, found something else");
  }
}

}  // namespace headlight
