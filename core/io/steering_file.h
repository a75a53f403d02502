#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/base/matrix.h"

namespace headlight {

/// A direction in the stream that a layer reads, to be added to it.
struct SteeringVector {
  int layer = 0;                                  ///< The number of layers stands for what the final norm reads.
  Vector direction;                               ///< [width]
  std::map<std::string, std::string> notes = {};  ///< What it was made of: "model", "from", "to".
};

/// Writes a safetensors file with the tensor `direction` [width], F32, and in its metadata `layer` beside the notes.
/// Throws Error where it cannot be written.
void writeSteering(const std::filesystem::path& file, const SteeringVector& vector);

/// Reads such a file. Throws Error for one without that tensor or layer, and for numbers that are not finite.
SteeringVector readSteering(const std::filesystem::path& file);

}  // namespace headlight
