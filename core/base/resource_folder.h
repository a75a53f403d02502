#pragma once

#include <filesystem>

namespace headlight {

/// The folder with the built-in models and samples: $HEADLIGHT_RESOURCES, else <prefix>/share/headlight beside the
/// running program, else the `resources` folder of the source tree that the program was built in. Throws Error when
/// there is none.
std::filesystem::path resourceFolder();

}  // namespace headlight
