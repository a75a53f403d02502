#pragma once

#include <QString>
#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

#include "ui/export/provenance.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_style.h"

namespace headlight {

/// Something that can be put on paper: how it is called, how it looks on screen, and how to make it look otherwise.
struct Exportable {
  QString name;
  FigureStyle style;
  /// The figure in another style; without its text (numbers instead of tokens) when `withText` is false.
  std::function<std::unique_ptr<Figure>(const FigureStyle& style, bool withText)> make;
  Provenance provenance = {};          ///< With the text.
  std::vector<Exportable> parts = {};  ///< Of a figure of several: with them `make` may be missing.

  /// The figure that `make` makes, with all of its map in view where the `whole` is wanted.
  std::unique_ptr<Figure> figure(const FigureStyle& inStyle, bool withText, bool whole) const {
    std::unique_ptr<Figure> made = make(inStyle, withText);
    if (whole) made->showWhole();
    return made;
  }
  /// Whether only a part of some map is in view on screen.
  bool isPart() const {
    return make ? make(style, true)->isPart()
                : std::any_of(parts.begin(), parts.end(), [](const Exportable& part) { return part.isPart(); });
  }
};

}  // namespace headlight
