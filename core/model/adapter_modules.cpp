#include "core/model/adapter_modules.h"

#include <algorithm>
#include <charconv>

#include "core/base/error.h"
#include "core/text/regex/pattern.h"

namespace headlight {
namespace {

bool endsInOneOf(const std::string& module, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return module == name || module.ends_with("." + name); });
}

/// The number of the layer that a module lies in: the last number among the parts of its name before its own, after one
/// of `numbered` where there are some.
std::optional<std::int64_t> numberedLayer(const std::string& module, const std::vector<std::string>& numbered) {
  std::optional<std::int64_t> layer;
  std::string before;
  for (std::size_t at = 0; at < module.size();) {
    const std::size_t end = std::min(module.find('.', at), module.size());
    std::int64_t number = 0;
    const char* const last = module.data() + end;
    const auto read = std::from_chars(module.data() + at, last, number);
    if (read.ec == std::errc() && read.ptr == last && end < module.size() &&
        (numbered.empty() || std::find(numbered.begin(), numbered.end(), before) != numbered.end()))
      layer = number;
    before = module.substr(at, end - at);
    at = end + 1;
  }
  return layer;
}

/// A list of names, or an expression, which goes into `expression`.
std::optional<std::vector<std::string>> namesIn(const Config& config, const char* key, std::string& expression) {
  if (!config.has(key)) return {};
  if (!config.isText(key)) return config.texts(key);
  expression = config.text(key);
  return {};
}

}  // namespace

bool matchesWhole(const std::string& expression, const std::string& name) {
  std::vector<ByteRange> matches;
  Pattern::regex("^(?:" + expression + ")$").find(name, matches);
  return !matches.empty();
}

AdapterModules AdapterModules::of(const Config& config) {
  AdapterModules modules;
  modules.targets = namesIn(config, "target_modules", modules.expression);
  if (modules.expression == "all-linear") modules.expression.clear();
  modules.excluded =
      namesIn(config, "exclude_modules", modules.excludedExpression).value_or(std::vector<std::string>());
  modules.saved = config.texts("modules_to_save");
  std::string pattern;
  modules.numbered = namesIn(config, "layers_pattern", pattern).value_or(std::vector<std::string>());
  if (!pattern.empty()) modules.numbered.push_back(pattern);
  modules.layers = config.integers("layers_to_transform");
  const std::string at = config.where("");
  modules.place = at.substr(0, at.size() - 2);  // Without the quotation marks of no key.
  return modules;
}

std::string AdapterModules::keyAgainst(const std::string& module) const {
  if (targets && !endsInOneOf(module, *targets)) return "target_modules";
  if (!expression.empty() && !matchesWhole(expression, module)) return "target_modules";
  if (endsInOneOf(module, excluded) || (!excludedExpression.empty() && matchesWhole(excludedExpression, module)))
    return "exclude_modules";
  if (layers.empty()) return {};
  const auto layer = numberedLayer(module, numbered);
  return layer && std::find(layers.begin(), layers.end(), *layer) != layers.end() ? "" : "layers_to_transform";
}

void AdapterModules::check(const std::vector<std::string>& changed, const std::vector<std::string>& replaced,
                           const std::vector<std::string>& base) const {
  for (const std::string& module : changed)
    if (const std::string key = keyAgainst(module); !key.empty())
      throw Error(place + "'" + key +
                  "': expected modules as the adapter's tensors have them, found that it leaves out '" + module +
                  "', which they change");
  const auto has = [](const std::vector<std::string>& tensors, const std::string& module) {
    return std::any_of(tensors.begin(), tensors.end(), [&](const std::string& tensor) {
      return ("." + tensor).find("." + module + ".") != std::string::npos;
    });
  };
  // For a classifier the tool names every head that one may have; what no one has cannot be missing.
  const auto isMissing = [&](const std::string& name) {
    return !has(replaced, name) && (has(base, name) || endsInOneOf(name, {"lm_head", "embed_out", "decoder"}));
  };
  for (const std::string& name : saved)
    if (isMissing(name))
      throw Error(place + "'modules_to_save': expected tensors of the adapter for the module '" + name +
                  "', found none");
}

}  // namespace headlight
