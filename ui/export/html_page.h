#pragma once

#include <QByteArray>
#include <QStringList>
#include <vector>

#include "ui/export/export_settings.h"
#include "ui/export/exportable.h"

namespace headlight {

/// `what` as one HTML page that needs nothing but itself: every picture in light and dark, its exact values under the
/// pointer and by arrow keys, its numbers as a table where they are few, and what made it. No request goes out.
QByteArray htmlPage(const Exportable& what, const ExportSettings& settings);

/// A picture on a page with a heading and a sentence above it, where they are not empty.
struct PagePart {
  QString title, sentence;
  Exportable what;
};

/// What stands on the page of one exportable: a figure of several as its parts.
std::vector<PagePart> pageParts(const Exportable& what);

/// A part with its picture in both themes, to be painted at `size`.
struct PageFigure {
  QString title, sentence;
  std::shared_ptr<Figure> light, dark;
  QSize size;
};
std::vector<PageFigure> pageFigures(const std::vector<PagePart>& parts, const ExportSettings& settings);

/// The same for several pictures, one below the other.
QByteArray htmlPage(const std::vector<PageFigure>& pictures, const Provenance& provenance,
                    const ExportSettings& settings);

/// One picture as an element of a page.
QString pageElement(const PageFigure& picture);
/// Has a page show one of its pictures after the other, each so long, with a slider and a button; not by itself where a
/// reader wants less motion.
struct PagePlayer {
  std::vector<int> milliseconds;  ///< One for each picture; none for a page that shows all.
};
/// A page of pageElement()s.
QByteArray htmlPage(const QStringList& elements, const Provenance& provenance, const ExportSettings& settings,
                    const PagePlayer& player = {});

}  // namespace headlight
