#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// A tensor as a torch.save pickle describes it: a view into one of the archive's storages.
struct PickledTensor {
  std::string name;
  NumberFormat format = NumberFormat::F32;
  std::string storage;            ///< The key of the storage in the archive.
  std::int64_t storageCount = 0;  ///< Numbers in the storage.
  std::int64_t offset = 0;        ///< Numbers before the first one of the tensor.
  Shape shape;
  Shape strides;  ///< In numbers, as long as the shape.
};

/// Reads the pickle of a state dictionary. Only numbers, texts, tuples, lists, dictionaries and tensor rebuilds are
/// known; anything else throws Error, naming it after `place`. Nothing in the pickle is executed.
std::vector<PickledTensor> readPickledTensors(std::span<const std::byte> pickle, const std::string& place);

}  // namespace headlight
