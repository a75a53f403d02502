#include "core/base/resource_folder.h"

#include <cstdlib>
#include <system_error>

#include "core/base/error.h"
#include "core/base/system_files.h"

namespace headlight {
namespace fs = std::filesystem;

fs::path resourceFolder() {
  const auto holdsModels = [](const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "models", ignored);
  };
  if (const char* set = std::getenv("HEADLIGHT_RESOURCES"); set && *set) {
    if (holdsModels(set)) return set;
    throw Error("HEADLIGHT_RESOURCES: expected a folder that holds 'models', found '" + std::string(set) + "'");
  }
  const fs::path program = programFile();
  for (fs::path at = program.parent_path(); at != at.root_path(); at = at.parent_path())
    for (const char* place : {"share/headlight", "resources"})
      if (holdsModels(at / place)) return at / place;
  throw Error("built-in models: expected beside the program in '../share/headlight', found nothing (looked from '" +
              program.parent_path().string() + "' upwards)");
}

}  // namespace headlight
