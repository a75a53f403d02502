#include "core/checkpoint/preparation_settings.h"

#include "core/base/files.h"

namespace headlight {

std::optional<Config> preparationSettings(const std::filesystem::path& folder, std::string_view part) {
  constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 26;
  const auto settings = [&](const char* name) { return Config::parse(readFile(folder / name, kMostBytes), name); };
  constexpr const char* kOwn = "preprocessor_config.json";
  constexpr const char* kShared = "processor_config.json";
  if (isThere(folder / kOwn)) return settings(kOwn);
  return isThere(folder / kShared) ? settings(kShared).object(part) : std::nullopt;
}

}  // namespace headlight
