#include "core/checkpoint/stored_tensor.h"

#include <cstring>
#include <limits>

#include "core/base/error.h"

namespace headlight {
namespace {

template <typename T>
std::vector<std::int64_t> widen(std::span<const std::byte> bytes) {
  std::vector<std::int64_t> out(bytes.size() / sizeof(T));
  for (std::size_t i = 0; i < out.size(); ++i) {
    T value;
    std::memcpy(&value, bytes.data() + i * sizeof(T), sizeof(T));
    out[i] = static_cast<std::int64_t>(value);  // NOLINT(bugprone-signed-char-misuse): int8 is a number.
  }
  return out;
}

}  // namespace

std::string shapeText(const Shape& shape) {
  std::string text = "[";
  for (std::size_t i = 0; i < shape.size(); ++i) text += (i ? ", " : "") + std::to_string(shape[i]);
  return text + "]";
}

std::uint64_t bytesOf(const Shape& shape, Dtype format, const std::string& what) {
  if (shape.size() > kMostAxes)
    throw Error(what + ": expected at most " + std::to_string(kMostAxes) + " axes, found " +
                std::to_string(shape.size()));
  const NumberBlock block = blockOf(format);
  const auto inBlock = static_cast<std::int64_t>(block.numbers);
  if (inBlock > 1 && (shape.empty() || shape.back() % inBlock != 0))
    throw Error(what + ": expected rows of a multiple of " + std::to_string(inBlock) + " numbers in " +
                std::string(nameOf(format)) + ", found " + shapeText(shape));
  std::uint64_t bytes = block.bytes;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] < 0) throw Error(what + ": a negative axis in the shape " + shapeText(shape));
    const std::int64_t axis = i + 1 == shape.size() ? shape[i] / inBlock : shape[i];
    if (axis > 0 && bytes > std::numeric_limits<std::int64_t>::max() / static_cast<std::uint64_t>(axis))
      throw Error(what + ": the shape " + shapeText(shape) + " is larger than any memory");
    bytes *= static_cast<std::uint64_t>(axis);
  }
  return bytes;
}

std::vector<float> floatsOf(const StoredTensor& tensor) {
  std::vector<float> out(static_cast<std::size_t>(tensor.count()));
  toFloats(tensor.format, made(tensor).bytes, out);
  return out;
}

std::vector<std::int64_t> integersOf(const StoredTensor& tensor, const std::string& what) {
  switch (tensor.format) {
    case Dtype::I64:
    case Dtype::U64:
      return widen<std::int64_t>(tensor.bytes);
    case Dtype::I32:
      return widen<std::int32_t>(tensor.bytes);
    case Dtype::U32:
      return widen<std::uint32_t>(tensor.bytes);
    case Dtype::I16:
      return widen<std::int16_t>(tensor.bytes);
    case Dtype::U16:
      return widen<std::uint16_t>(tensor.bytes);
    case Dtype::I8:
      return widen<std::int8_t>(tensor.bytes);
    case Dtype::U8:
    case Dtype::Bool:
      return widen<std::uint8_t>(tensor.bytes);
    default:
      throw Error(what + ": expected integers, the file has " + std::string(nameOf(tensor.format)));
  }
}

bool sameNumbers(const StoredTensor& a, const StoredTensor& b) {
  if (a.shape != b.shape) return false;
  if (a.format == b.format && !a.make && !b.make)
    return a.bytes.data() == b.bytes.data() || std::equal(a.bytes.begin(), a.bytes.end(), b.bytes.begin());
  return isFloating(a.format) && isFloating(b.format) && floatsOf(a) == floatsOf(b);
}

}  // namespace headlight
