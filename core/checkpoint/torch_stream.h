#pragma once

#include <memory>
#include <string>

#include "core/checkpoint/memory_map.h"
#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// Whether a file begins as torch.save wrote it before PyTorch 1.6: with a pickle of a certain number.
bool isTorchStream(const MemoryMap& map);

/// The tensors of such a file: pickles of that number, of the protocol's version, of the machine, of the dictionary and
/// of the storages' keys, then each storage's count and numbers. They are used in place. The pickles are read as those
/// of an archive; nothing is ever executed. Throws Error beginning with `place`.
TensorTable readTorchStream(const std::shared_ptr<const MemoryMap>& map, const std::string& place);

}  // namespace headlight
