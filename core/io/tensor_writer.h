#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/io/tensor_stream.h"

namespace headlight {

/// Writes a safetensors file (or standard output for `-`); `metadata` becomes its `__metadata__`. Throws Error or what
/// a tensor's write throws.
void writeSafetensors(const std::filesystem::path& path, const std::vector<TensorStream>& tensors,
                      const std::map<std::string, std::string>& metadata);

/// Writes a NumPy .npz: a zip of one uncompressed .npy for each tensor. Not to standard output. Throws Error.
void writeNpz(const std::filesystem::path& path, const std::vector<TensorStream>& tensors);

}  // namespace headlight
