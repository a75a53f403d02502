#pragma once

#include <compare>
#include <cstddef>
#include <string>

#include "core/base/attention_type.h"

namespace headlight {

/// One attention head: layer and head both count from 0 within its attention. Where everything is of one attention, as
/// in an AttentionMaps, the numbers alone count.
struct HeadId {
  int layer = 0;
  int head = 0;
  AttentionType attention = AttentionType::Self;

  /// The head under the same numbers of another attention.
  constexpr HeadId of(AttentionType other) const { return {layer, head, other}; }
  auto operator<=>(const HeadId&) const = default;  // NOLINT(modernize-use-nullptr): of the compiler's own making.
};

/// Heads counted layer by layer, `heads` to a layer.
constexpr HeadId headNumbered(std::ptrdiff_t number, int heads) {
  return {static_cast<int>(number / heads), static_cast<int>(number % heads)};
}
constexpr std::ptrdiff_t numberOf(HeadId head, int heads) {
  return static_cast<std::ptrdiff_t>(head.layer) * heads + head.head;
}

/// What stands before the numbers of heads of that attention where they are written: "encoder "; nothing for
/// self-attention.
inline std::string headPrefix(AttentionType attention) {
  return attention == AttentionType::Self ? std::string() : std::string(nameOf(attention)) + ' ';
}
/// A head as it is written: "3.1", "encoder 3.1".
inline std::string nameOf(HeadId head) {
  return headPrefix(head.attention) + std::to_string(head.layer) + '.' + std::to_string(head.head);
}

}  // namespace headlight
