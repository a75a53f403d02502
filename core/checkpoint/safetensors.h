#pragma once

#include <filesystem>

#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// The tensors of a safetensors file, in place from a memory map of it. Every size is checked; throws Error naming the
/// file, the tensor, what was expected and what was found.
TensorTable readSafetensors(const std::filesystem::path& file);

}  // namespace headlight
