#pragma once

#include <cstdint>
#include <string>

#include "core/text/unicode/aligned_text.h"

/// A text that nothing was changed in.
inline headlight::AlignedText wholeOf(const std::string& text) {
  return {text, nullptr, 0, {0, static_cast<std::uint32_t>(text.size())}};
}
