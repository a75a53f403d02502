#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "core/checkpoint/pickle.h"
#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// The numbers that tensors of a PyTorch file are views of.
struct TorchStorage {
  std::span<const std::byte> bytes;
  std::shared_ptr<const void> owner;           ///< Keeps `bytes` alive.
  std::shared_ptr<const MemoryMap> file = {};  ///< Where `bytes` lie, unless they were copied out of it.
};

/// `tensor` as contiguous numbers: in place in its storage when it already is, else copied. Throws Error naming `what`
/// for one that does not lie in its storage.
StoredTensor viewOf(const PickledTensor& tensor, const TorchStorage& storage, const std::string& what);

}  // namespace headlight
