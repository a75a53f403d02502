#pragma once

#include <filesystem>
#include <optional>

#include "core/model/model_source.h"

namespace headlight {

/// A model's GGUF file and the file that reads pictures for it, as a person writes them: "MODEL.gguf", which takes the
/// only one beside it that is called so, "MODEL.gguf#mmproj=FILE", "MODEL.gguf#mmproj=none".
struct GgufModelPlace {
  std::filesystem::path file;
  std::optional<std::filesystem::path> projector = {};  ///< Empty: none, whatever lies beside.

  /// As a person writes it.
  std::filesystem::path path() const;
};
GgufModelPlace ggufModelPlace(const std::filesystem::path& path);

/// The model in a GGUF file, or in all parts of one, with the part that reads pictures where there is one; one that was
/// only found beside it and does not fit is left out with a remark. Nothing is read before it is asked for.
ModelSource ggufSource(const GgufModelPlace& place);

}  // namespace headlight
