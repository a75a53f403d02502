#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "core/base/matrix.h"

namespace headlight {

/// A named tensor whose numbers are produced while they are written, so that it never has to be in memory as a whole.
struct TensorStream {
  enum class Type { F32, I64, U8, F64 };

  std::string name;
  Type type = Type::F32;
  std::vector<std::int64_t> shape;
  /// Writes all numbers in row-major order, little-endian.
  std::function<void(std::ostream&)> write;

  std::int64_t elementBytes() const { return type == Type::F32 ? 4 : type == Type::U8 ? 1 : 8; }
  std::int64_t bytes() const {
    std::int64_t count = elementBytes();
    for (const std::int64_t side : shape) count *= side;
    return count;
  }
};

}  // namespace headlight
