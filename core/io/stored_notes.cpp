#include "core/io/stored_notes.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/error.h"
#include "core/base/json.h"

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
  if (!m_notes.is_object()) JsonValue(m_notes, m_place).fail("a JSON object");
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

std::optional<JsonValue> StoredNotes::find(const std::string& key) const {
  return JsonValue(m_notes, m_place).find(key);
}

std::optional<JsonValue> StoredNotes::find(const std::string& part, const std::string& key) const {
  const auto own = part.empty() ? std::nullopt : find(part + "_" + key);
  return own ? own : find(key);
}

std::string StoredNotes::text(const char* key) const {
  const auto value = find(key);
  return value ? value->text() : std::string();
}

std::vector<std::string> StoredNotes::texts(const std::string& key) const {
  std::vector<std::string> all;
  const auto value = find(key);
  if (!value) return all;
  for (const JsonValue& each : value->list("a list of texts"))
    if (each.isList())  // Of the texts of a batch.
      for (const JsonValue& text : each.list()) all.push_back(text.text());
    else
      all.push_back(each.text());
  return all;
}

std::vector<int> StoredNotes::numbers(const char* key, int most) const {
  std::vector<int> all;
  const auto value = find(key);
  if (!value) return all;
  const std::string expected = "a whole number below " + std::to_string(most);
  std::set<int> seen;
  for (const JsonValue& each : value->list("a list of whole numbers")) {
    const double found = each.number(0, most - 1, expected);
    if (found != std::floor(found)) each.fail(expected);
    if (!seen.insert(static_cast<int>(found)).second) each.fail("each number once");
    all.push_back(static_cast<int>(found));
  }
  return all;
}

json StoredNotes::parsed(const std::string& text) const {
  if (text.size() > kMostJson) throw Error(m_place + ": expected at most 64 MiB of JSON, found more");
  return parseJson(text, m_place, kMostDepth);
}

}  // namespace headlight
