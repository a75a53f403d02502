#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/checkpoint/config.h"

namespace headlight {

/// Whether a regular expression matches all of a name.
bool matchesWhole(const std::string& expression, const std::string& name);

/// Which modules an adapter changes and which it brings itself, as its adapter_config.json says beside the tensors.
struct AdapterModules {
  std::optional<std::vector<std::string>> targets;  ///< Names or ends of names; any module without.
  std::string expression;                           ///< A regular expression of whole names in place of them.
  std::vector<std::string> excluded, saved;
  std::string excludedExpression;
  std::vector<std::int64_t> layers;   ///< Of the targets only those in these layers; empty for all.
  std::vector<std::string> numbered;  ///< What comes before the number of a layer; anything where empty.
  std::string place;                 ///< The file, for messages.

  /// Throws Error for values of a wrong kind.
  static AdapterModules of(const Config& config);
  /// Throws Error where tensors change a module that is not one of them, or where one that is saved, and that the base
  /// model has, has none: `changed` are names of modules, `replaced` and `base` names of tensors.
  void check(const std::vector<std::string>& changed, const std::vector<std::string>& replaced,
             const std::vector<std::string>& base) const;

 private:
  /// The key of adapter_config.json that excludes `module`; empty for none.
  std::string keyAgainst(const std::string& module) const;
};

}  // namespace headlight
