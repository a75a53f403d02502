#pragma once

#include <string>
#include <string_view>

#include "core/base/error.h"

namespace headlight {

/// Whether a file that begins so is the small text that stands for a large file in a repository with Git LFS.
inline bool isLfsPointer(std::string_view start) { return start.starts_with("version https://git-lfs"); }

/// The Error for such a file, which `place` names.
inline Error lfsPointerError(const std::string& place) {
  return Error(place + ": only a Git LFS pointer is here, not the file itself; fetch it with 'git lfs pull'");
}

}  // namespace headlight
