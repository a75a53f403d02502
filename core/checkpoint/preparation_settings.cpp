#include "core/checkpoint/preparation_settings.h"

#include "core/base/files.h"

namespace headlight {

std::optional<Config> preparationSettings(const std::filesystem::path& folder, std::string_view part) {
  constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 26;
  const auto settings = [&](const char* name) { return Config::parse(readFile(folder / name, kMostBytes), name); };
  constexpr const char* kOwn = "preprocessor_config.json";
  constexpr const char* kShared = "processor_config.json";
  // A folder that was saved over an earlier one may have both.
  if (isThere(folder / kShared))
    if (auto shared = settings(kShared).object(part)) return shared;
  return isThere(folder / kOwn) ? std::optional(settings(kOwn)) : std::nullopt;
}

}  // namespace headlight
