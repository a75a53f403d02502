#pragma once

#include <QByteArray>
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

/// The same for several pictures, one below the other.
QByteArray htmlPage(const std::vector<PagePart>& parts, const Provenance& provenance, const ExportSettings& settings);

}  // namespace headlight
