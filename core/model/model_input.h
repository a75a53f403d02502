#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "core/base/index.h"
#include "core/text/encoding.h"

namespace headlight {

struct PixelInput;

/// The pictures of a text, as the vision tower of its model reads them.
struct TowerInput {
  Encoding encoding;  ///< The tower's tokens: of each tile, or each picture, one after the other.
  std::shared_ptr<const PixelInput> pixels;
  /// Rows of the features that the tower and its connector make, and how much of each.
  using Mixture = std::vector<std::pair<Index, float>>;
  /// For each token of the text that stands for a part of a picture, in order; empty for the end of a row of tiles.
  std::vector<Mixture> features;
};

/// What a model reads: the tokens of a text or a pair with the pictures in it, or those of an image or a sound with its
/// numbers.
struct ModelInput {
  Encoding encoding;
  std::shared_ptr<const PixelInput> pixels;  ///< Null for a text.
  std::shared_ptr<const TowerInput> media = {};  ///< Of a text with pictures; null without.

  ModelInput(Encoding tokens, std::shared_ptr<const PixelInput> image = {},  // NOLINT(*-explicit-*): a text is one.
             std::shared_ptr<const TowerInput> pictures = {})
      : encoding(std::move(tokens)), pixels(std::move(image)), media(std::move(pictures)) {}
};

}  // namespace headlight
