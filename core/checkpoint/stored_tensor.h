#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/checkpoint/dtype.h"

namespace headlight {

class MemoryMap;

using Shape = std::vector<std::int64_t>;
/// No tensor that is read has more axes, and no file more tensors.
inline constexpr std::size_t kMostAxes = 32, kMostTensors = 1'000'000;

/// One tensor of a file: its numbers lie one after the other, the last axis fastest, at any alignment.
struct StoredTensor {
  Dtype format = Dtype::F32;
  Shape shape;
  std::span<const std::byte> bytes;            ///< Exactly the blocks of the shape's numbers; a block lies in one row.
  std::shared_ptr<const void> owner;           ///< Keeps `bytes` alive.
  std::shared_ptr<const MemoryMap> file = {};  ///< Where `bytes` lie, unless they were copied out of it.
  std::string storedAs = {};  ///< Its name in the file where that is another than the one it goes by.
  bool outIn = false;         ///< A matrix that lies as [out, in], whatever the model's description says.
  /// Where its numbers have yet to be made of those of others (quantised weights): gives the tensor with its `bytes`,
  /// of which there are none till then.
  std::function<StoredTensor()> make = {};

  /// How many numbers it has.
  std::int64_t count() const {
    std::int64_t numbers = 1;
    for (const std::int64_t axis : shape) numbers *= axis;
    return numbers;
  }
};

/// What a person finds the tensor called `name` by: its name in the file.
inline const std::string& shownName(const std::string& name, const StoredTensor& tensor) {
  return tensor.storedAs.empty() ? name : tensor.storedAs;
}

/// The tensor with its bytes, which are made where it has none yet.
inline StoredTensor made(const StoredTensor& tensor) { return tensor.make ? tensor.make() : tensor; }

using TensorTable = std::map<std::string, StoredTensor, std::less<>>;

/// "[2, 3]"
std::string shapeText(const Shape& shape);
/// Bytes that a tensor of that shape takes; throws Error naming `what` for a negative axis, for more than kMostAxes of
/// them, for a last axis that is no whole number of blocks and for a size that overflows.
std::uint64_t bytesOf(const Shape& shape, Dtype format, const std::string& what);
/// The numbers of a floating tensor as floats; makes them where they have yet to be made.
std::vector<float> floatsOf(const StoredTensor& tensor);
/// Whether two tensors have one shape and hold the same numbers.
bool sameNumbers(const StoredTensor& a, const StoredTensor& b);
/// The numbers of an integer or boolean tensor; throws Error naming `what` for another format.
std::vector<std::int64_t> integersOf(const StoredTensor& tensor, const std::string& what);

}  // namespace headlight
