#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// What the files of a model hold, whatever it computes.
struct ModelFiles {
  struct Tensor {
    std::string name, storedAs;  ///< Under which the model's description and the file know it.
    std::string dtype;
    Shape shape;
    std::uint64_t bytes = 0;
  };
  /// The tensors of one data type.
  struct Share {
    std::string dtype;
    std::size_t tensors = 0;
    std::uint64_t bytes = 0;
  };
  std::string mix;  ///< How a GGUF file calls the mix of its data types ("Q4_K_M"); empty where it does not.
  /// What a GGUF file says of its origin (general.name, general.license …), by key, in the order of keys.
  std::vector<std::pair<std::string, std::string>> origin;
  std::vector<Tensor> tensors;  ///< By name.

  std::uint64_t bytes() const;
  /// By data type, the one with the most bytes first.
  std::vector<Share> shares() const;
};

/// What lies in the files of the model at `path`. Throws Error as opening its tensors does.
ModelFiles modelFilesAt(const std::filesystem::path& path);

}  // namespace headlight
