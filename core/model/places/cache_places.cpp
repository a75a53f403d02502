#include "core/model/places/cache_places.h"

#include <cstdlib>
#include <string_view>

namespace headlight {
namespace fs = std::filesystem;

fs::path pathInVariable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

fs::path inHome(const fs::path& place) {
  const fs::path home = pathInVariable("HOME");
  return home.empty() ? fs::path() : home / place;
}

fs::path inCache(const fs::path& place) {
  const fs::path set = pathInVariable("XDG_CACHE_HOME");
  return set.empty() ? inHome(".cache" / place) : set / place;
}

fs::path hubCache() {
  for (const char* name : {"HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"})
    if (const fs::path set = pathInVariable(name); !set.empty()) return set;
  if (const fs::path set = pathInVariable("HF_HOME"); !set.empty()) return set / "hub";
  return inCache("huggingface/hub");
}

std::optional<std::string> repositoryName(const fs::path& folder) {
  constexpr std::string_view kPrefix = "models--";
  std::string name = folder.filename().string();
  if (!name.starts_with(kPrefix)) return {};
  name.erase(0, kPrefix.size());
  if (const auto slash = name.find("--"); slash != std::string::npos) name.replace(slash, 2, "/");
  return name;
}

}  // namespace headlight
