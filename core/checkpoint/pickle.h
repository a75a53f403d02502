#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// A tensor as a torch.save pickle describes it: a view into one of the archive's storages.
struct PickledTensor {
  std::string name;
  Dtype format = Dtype::F32;
  std::string storage;      ///< The key of the storage in the archive.
  std::int64_t offset = 0;  ///< Numbers before the first one of the tensor.
  Shape shape;
  Shape strides;  ///< In numbers, as long as the shape.
};

// Only numbers, texts, tuples, lists, dictionaries and tensor rebuilds are known in a pickle; anything else throws
// Error, naming it after `place`. Nothing in a pickle is executed. `length` becomes the bytes that the pickle takes,
// which may be followed by others.

/// What the pickle of a state dictionary holds.
struct PickledDictionary {
  std::vector<PickledTensor> tensors;
  std::map<std::string, Dtype> storages;  ///< By key; also those in which none of the tensors lies.
};
PickledDictionary readPickledDictionary(std::span<const std::byte> pickle, const std::string& place,
                                        std::size_t& length);
/// What any pickle of tensors holds: a tensor ("" is its name), a list or tuple ("0", "1", …), or a dictionary with
/// tensors and with lists and dictionaries of them ("attentions.0", …); texts and whole numbers by the name of their
/// list.
struct PickledTensors {
  std::vector<PickledTensor> tensors;
  std::map<std::string, std::vector<std::string>, std::less<>> texts;
};
PickledTensors readPickledTensors(std::span<const std::byte> pickle, const std::string& place);
/// Reads the pickle of a whole number.
std::int64_t readPickledInteger(std::span<const std::byte> pickle, const std::string& place, std::size_t& length);
/// Reads what the pickle of a dictionary has under `key`; none where it is no true or false.
std::optional<bool> readPickledFlag(std::span<const std::byte> pickle, std::string_view key, const std::string& place,
                                    std::size_t& length);
/// Reads the pickle of a list of texts.
std::vector<std::string> readPickledTexts(std::span<const std::byte> pickle, const std::string& place,
                                          std::size_t& length);

}  // namespace headlight
