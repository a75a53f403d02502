#include "core/model/sight.h"

#include <algorithm>
#include <numbers>

#include "core/image/pixel_input.h"

namespace headlight {
namespace {

using Range = Visibility::Range;

/// The block of each token: neighbours of which `same` holds.
template <class Same>
std::vector<Range> blocksOf(const std::vector<Token>& tokens, const Same& same) {
  std::vector<Range> out;
  const auto n = tokens.size();
  for (std::size_t begin = 0; begin < n;) {
    std::size_t end = begin + 1;
    while (end < n && same(tokens[end - 1], tokens[end])) ++end;
    out.resize(end, {static_cast<Index>(begin), static_cast<Index>(end)});
    begin = end;
  }
  return out;
}

}  // namespace

std::vector<Range> rangesSeen(const AttentionSpec& part, const Encoding& encoding, const PixelInput* pixels) {
  const std::vector<Token>& tokens = encoding.tokens;
  const auto n = static_cast<Index>(tokens.size());
  const auto pictureOf = [](const Token& token) { return token.imagePlace() ? token.imagePlace()->image : -1; };
  switch (part.sight) {
    case Sight::OwnTile: {
      const Index perTile = pixels ? pixels->firstPatch + pixels->patches() : n;
      std::vector<Range> out;
      for (Index i = 0; i < n; ++i) out.push_back({i / perTile * perTile, (i / perTile + 1) * perTile});
      return out;
    }
    case Sight::OwnPicture:
      return blocksOf(tokens, [&](const Token& a, const Token& b) { return pictureOf(a) == pictureOf(b); });
    case Sight::OwnWindow: {
      std::vector<Range> out;
      for (const Index end : pixels ? pixels->windows : std::vector<Index>{n})
        out.resize(static_cast<std::size_t>(end), {static_cast<Index>(out.size()), end});
      out.resize(static_cast<std::size_t>(n), {static_cast<Index>(out.size()), n});
      return out;
    }
    default:
      break;
  }
  // What the causal rule says, and what a query's own block adds to it ahead.
  const Visibility rule = Visibility::ofWindow(part.window, part.causal);
  std::vector<Range> out;
  for (Index i = 0; i < n; ++i) out.push_back(rule.visible(i, n));
  if (part.sight == Sight::WholePrefix) {
    const auto end = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.typeId != 0; });
    for (Index i = 0; i < end - tokens.begin(); ++i) {
      Range& range = out[static_cast<std::size_t>(i)];
      range = {0, std::max<Index>(range.end, end - tokens.begin())};  // Whatever the window.
    }
  } else if (part.sight == Sight::WholePicture) {
    const auto blocks = blocksOf(tokens, [&](const Token& a, const Token& b) {
      return pictureOf(a) >= 0 && pictureOf(a) == pictureOf(b) && b.imagePlace()->tile == a.imagePlace()->tile;
    });
    for (std::size_t i = 0; i < out.size(); ++i) out[i].end = std::max(out[i].end, blocks[i].end);
  }
  return out;
}

void putBehind(const Architecture& description, Token& token) {
  if (description.layers.front().attention.sight == Sight::WholePrefix) token.typeId = 1;
}

Matrix textCoordinates(const Encoding& encoding) {
  const std::vector<Token>& tokens = encoding.tokens;
  Matrix out(static_cast<Index>(tokens.size()), 3);
  Index next = 0, longest = 0, begin = 0;
  int image = -1;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const ImagePlace* place = tokens[i].imagePlace();
    const auto row = static_cast<Index>(i);
    if (image >= 0 && (!place || place->image != image)) {
      next = begin + longest;
      image = -1;
    }
    if (!place || place->row < 0) {
      out.row(row).setConstant(static_cast<float>(next++));
      continue;
    }
    if (image < 0) {
      image = place->image;
      begin = next;
      longest = 0;
    }
    longest = std::max<Index>({longest, place->row + 1, place->col + 1});
    out.row(row) << static_cast<float>(begin), static_cast<float>(begin + place->row),
        static_cast<float>(begin + place->col);
  }
  return out;
}

Matrix patchCoordinates(const Encoding& encoding, const PixelInput& pixels, bool centres) {
  Matrix out = Matrix::Zero(static_cast<Index>(encoding.size()), 2);
  for (Index i = 0; i < out.rows(); ++i) {
    const ImagePlace* place = encoding.tokens[static_cast<std::size_t>(i)].imagePlace();
    if (!place || place->row < 0) continue;
    out.row(i) << static_cast<float>(place->row), static_cast<float>(place->col);
    if (!centres) continue;
    const auto turn = [](int cell, Index cells) {
      const float middle = (static_cast<float>(cell) + 0.5F) / static_cast<float>(cells);
      return (2 * middle - 1) * 2 * std::numbers::pi_v<float>;
    };
    out.row(i) << turn(place->row, pixels.rows()), turn(place->col, pixels.cols());
  }
  return out;
}

}  // namespace headlight
