#pragma once

#include <memory>
#include <utility>

#include "core/text/encoding.h"

namespace headlight {

struct PixelInput;

/// What a model reads: the tokens of a text or a pair, or those of an image with its pixels.
struct ModelInput {
  Encoding encoding;
  std::shared_ptr<const PixelInput> pixels;  ///< Null for a text.

  ModelInput(Encoding tokens, std::shared_ptr<const PixelInput> image = {})  // NOLINT(*-explicit-*): a text is one.
      : encoding(std::move(tokens)), pixels(std::move(image)) {}
};

}  // namespace headlight
