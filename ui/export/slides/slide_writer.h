#pragma once

#include <QColor>
#include <QString>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "ui/export/provenance.h"
#include "ui/figures/figure.h"

namespace headlight {

/// One slide: a native title and caption, and a figure below them (drawn without its own title, caption and paper).
struct Slide {
  QString title, caption;
  std::shared_ptr<const Figure> figure;
  QString notes;  ///< Speaker notes: what made the picture.
  bool takeaway = false;  ///< The caption is a sentence to take away: large, in ink.
  bool morphs = false;    ///< The slide before turns into it: shapes that mean the same have the same name on both.
  int goesOnAfter = 0;    ///< Milliseconds until the next slide; 0 until a key is pressed.
};

enum class SlideFormat { Wide16x9, Classic4x3 };

/// How the slides look around their figures.
struct SlideLook {
  SlideFormat format = SlideFormat::Wide16x9;
  QColor paper = Qt::white, ink = Qt::black, muted = Qt::darkGray;
  QString family;
};

/// Above this number of shapes a figure goes onto its slide as a picture (SVG with a PNG for programs that do not read
/// it).
inline constexpr std::size_t kMostSlideShapes = 6000;

/// The area of a slide that its figure gets, in figure units; a sentence to take away has up to two lines.
QRectF figureArea(SlideFormat format, bool takeaway = false);

/// Writes a PowerPoint file (Office Open XML, ECMA-376) of native shapes, whole or not at all. The same slides give the
/// same bytes. Needs a QApplication. Throws Error (path and reason).
void writeSlides(const std::filesystem::path& path, const std::vector<Slide>& slides, const SlideLook& look,
                 const std::optional<Provenance>& provenance = {});

}  // namespace headlight
