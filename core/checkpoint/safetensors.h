#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// The tensors of a safetensors file, in place from a memory map of it. Every size is checked; throws Error naming the
/// file, the tensor, what was expected and what was found.
TensorTable readSafetensors(const std::filesystem::path& file);

/// The texts that stand beside the tensors, under "__metadata__"; throws Error as readSafetensors.
std::map<std::string, std::string> safetensorsMetadata(const std::filesystem::path& file);

}  // namespace headlight
