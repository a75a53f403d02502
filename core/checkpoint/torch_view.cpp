#include "core/checkpoint/torch_view.h"

#include <algorithm>
#include <cstring>

#include "core/base/error.h"

namespace headlight {

StoredTensor viewOf(const PickledTensor& tensor, const TorchStorage& storage, const std::string& what) {
  if (tensor.strides.size() != tensor.shape.size())
    throw Error(what + ": shape " + shapeText(tensor.shape) + " and strides " + shapeText(tensor.strides) +
                " do not fit");
  StoredTensor out;
  out.format = tensor.format;
  out.shape = tensor.shape;
  const std::uint64_t bytes = bytesOf(tensor.shape, tensor.format, what);
  if (bytes == 0) return out;  // An axis of 0; the product of the others has no limit.
  const std::uint64_t size = bytesOf(tensor.format, 1);
  const std::uint64_t numbers = storage.bytes.size() / size;
  // The last number that the tensor reaches; every step is bounded by the storage, so nothing can overflow.
  std::uint64_t last = 0;
  bool fits = tensor.offset >= 0 && static_cast<std::uint64_t>(tensor.offset) <= numbers, contiguous = true;
  std::int64_t expectedStride = 1;
  for (std::size_t i = tensor.shape.size(); fits && i-- > 0;) {
    const std::int64_t axis = tensor.shape[i], stride = tensor.strides[i];
    if (axis > 1 && stride != expectedStride) contiguous = false;
    expectedStride *= std::max<std::int64_t>(axis, 1);
    if (axis < 2) continue;
    fits = stride >= 0 && static_cast<std::uint64_t>(stride) <= numbers &&
           static_cast<std::uint64_t>(stride) <= numbers / static_cast<std::uint64_t>(axis - 1);
    if (fits) last += static_cast<std::uint64_t>(stride) * static_cast<std::uint64_t>(axis - 1);
    fits = fits && last < numbers;
  }
  if (!fits || static_cast<std::uint64_t>(tensor.offset) + last >= numbers)
    throw Error(what + ": shape " + shapeText(tensor.shape) + " from number " + std::to_string(tensor.offset) +
                " on does not lie in its storage of " + std::to_string(numbers) + " numbers");
  // Strides of 0 could name more numbers than the storage has; a copy of that is never what a weight needs.
  if (bytes > storage.bytes.size())
    throw Error(what + ": shape " + shapeText(tensor.shape) + " is larger than its storage");
  const std::byte* first = storage.bytes.data() + static_cast<std::uint64_t>(tensor.offset) * size;
  if (contiguous) {
    out.bytes = {first, bytes};
    out.owner = storage.owner;
    out.file = storage.file;
    return out;
  }
  auto copy = std::make_shared<std::vector<std::byte>>(bytes);
  Shape at(tensor.shape.size(), 0);
  for (std::uint64_t done = 0; done < bytes; done += size) {
    std::int64_t from = 0;
    for (std::size_t i = 0; i < at.size(); ++i) from += at[i] * tensor.strides[i];
    std::memcpy(copy->data() + done, first + static_cast<std::uint64_t>(from) * size, size);
    for (std::size_t i = at.size(); i-- > 0;) {
      if (++at[i] < tensor.shape[i]) break;
      at[i] = 0;
    }
  }
  out.bytes = *copy;
  out.owner = copy;
  return out;
}

}  // namespace headlight
