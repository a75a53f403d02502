#pragma once

#include <filesystem>

#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// The tensors of a file written by torch.save: a zip archive of storages and one pickle that says how tensors lie in
/// them; or the stream that PyTorch wrote before 1.6 (readTorchStream). The pickle is read by a reader that can only build tensors and dictionaries of them; anything else in it is an
/// Error naming it, and nothing is ever executed.
TensorTable readTorchArchive(const std::filesystem::path& file);

}  // namespace headlight
