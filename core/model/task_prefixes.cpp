#include "core/model/task_prefixes.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/json_value.h"
#include "core/base/nearest_names.h"
#include "core/checkpoint/config.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOpen = ">>", kClose = "<<";
constexpr std::uintmax_t kMostBytes = 64u << 20;

/// Calls `each` with every member of the object `key` of a JSON file that is there.
template <class Each>
void forMembers(const fs::path& file, const char* key, const Each& each) {
  if (!isFile(file)) return;
  const std::string place = "'" + file.string() + "'";
  const auto json = parseJson(readFile(file, kMostBytes), place);
  const auto found = JsonValue(json, place).find(key);
  if (!found || !found->value().is_object()) return;
  for (const auto& [name, value] : found->value().items())
    each(name, JsonValue(value, found->place() + "['" + name + "']"));
}

bool isLanguageToken(std::string_view token) {
  return token.size() > kOpen.size() + kClose.size() && token.starts_with(kOpen) && token.ends_with(kClose);
}

std::string trimmedEnd(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

bool beginsWith(const std::string& text, const TaskPrefix& prefix) {
  return !trimmedEnd(prefix.text).empty() && text.starts_with(trimmedEnd(prefix.text));
}

std::string listOf(const std::vector<TaskPrefix>& known) {
  constexpr std::size_t kListed = 12;
  std::string list;
  for (std::size_t i = 0; i < std::min(known.size(), kListed); ++i) list += (i ? ", " : "") + known[i].name;
  return list + (known.size() > kListed ? ", … (" + std::to_string(known.size()) + ")" : "");
}

const TaskPrefix& prefixNamed(const std::string& wanted, const std::vector<TaskPrefix>& known) {
  if (known.empty())
    throw Error("prefix '" + wanted + "': the model's files name no prefixes; write it at the beginning of the text");
  std::vector<const TaskPrefix*> found;
  for (const TaskPrefix& prefix : known) {
    if (prefix.name == wanted || trimmedEnd(prefix.text) == trimmedEnd(wanted)) return prefix;
    if (prefix.name.ends_with("_to_" + wanted)) found.push_back(&prefix);
  }
  if (found.size() == 1) return *found.front();
  std::vector<std::string> names;
  for (const TaskPrefix& prefix : known) names.push_back(prefix.name);
  const std::vector<std::string> near = nearestNames(wanted, names);
  throw Error("prefix '" + wanted + "': expected one of " + listOf(known) +
              (near.empty() ? "" : "; did you mean " + inQuotesOr(near) + "?"));
}

}  // namespace

std::vector<TaskPrefix> taskPrefixes(const fs::path& folder, const Tokenizer* tokenizer) {
  std::vector<TaskPrefix> known;
  forMembers(folder / "config.json", "task_specific_params", [&](const std::string& name, const JsonValue& task) {
    if (!task.value().is_object()) return;
    if (const auto prefix = task.find("prefix"); prefix && !prefix->text().empty())
      known.push_back({name, prefix->text()});
  });
  const fs::path prompts = folder / "config_sentence_transformers.json";
  const std::string usual =
      isFile(prompts) ? Config::open(folder, "config_sentence_transformers.json").text("default_prompt_name") : "";
  forMembers(prompts, "prompts", [&](const std::string& name, const JsonValue& prompt) {
    if (!prompt.text().empty()) known.push_back({name, prompt.text(), name == usual});
  });
  if (!known.empty() || !tokenizer) return known;
  for (std::int64_t id = 0; id < tokenizer->vocabularySize(); ++id)
    if (const auto token = tokenizer->tokenOf(id); token && isLanguageToken(*token))
      known.push_back({token->substr(kOpen.size(), token->size() - kOpen.size() - kClose.size()), *token + " "});
  return known;
}

PrefixedText prefixed(const std::string& text, const std::string& wanted, const std::vector<TaskPrefix>& known) {
  const auto has =
      std::find_if(known.begin(), known.end(), [&](const TaskPrefix& prefix) { return beginsWith(text, prefix); });
  if (!wanted.empty()) {
    const TaskPrefix& prefix = prefixNamed(wanted, known);
    if (has == known.end()) return {prefix.text + text, {}};
    if (has->name == prefix.name) return {text, {}};
    throw Error("prefix '" + wanted + "': the text begins with '" + trimmedEnd(has->text) + "'");
  }
  if (known.empty() || has != known.end()) return {text, {}};
  // One that is written as such tokens are, and is none of them, would be read as letters.
  const bool languages = isLanguageToken(trimmedEnd(known.front().text));
  const auto close = text.find(kClose);
  if (languages && text.starts_with(kOpen) && close != text.npos)
    throw Error("text: expected a prefix that the model knows (" + listOf(known) + "), found '" +
                text.substr(0, close + kClose.size()) + "'");
  const auto expected =
      std::find_if(known.begin(), known.end(), [](const TaskPrefix& prefix) { return prefix.expected; });
  if (std::count_if(known.begin(), known.end(), [](const TaskPrefix& prefix) { return prefix.expected; }) == 1)
    return {expected->text + text,
            "'" + trimmedEnd(expected->text) + "' was put before the text, as this model expects."};
  return {text, "The text begins with none of the prefixes that this model knows: " + listOf(known) + "."};
}

}  // namespace headlight
