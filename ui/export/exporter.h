#pragma once

#include <filesystem>

#include "ui/export/export_settings.h"
#include "ui/export/exportable.h"

namespace headlight {

/// The figure as the settings want it, to be painted at settings.units(): what a preview shows and a file gets.
std::unique_ptr<Figure> figureFor(const Exportable& what, const ExportSettings& settings);

/// Writes `what` to `path` as the settings say, with what made it; whole or not at all. The same inputs give the same
/// bytes. Throws Error (path and reason). The one way from the dialog and from the command line into a file.
void exportFigure(const Exportable& what, const ExportSettings& settings, const std::filesystem::path& path);

/// A page of a deck: a picture with a title and a sentence that a person wrote; empty ones are the picture's own.
struct DeckPage {
  QString title, sentence;
  Exportable what;
};

/// The settings for one page of a deck: it has the shape of a slide, and the page's own texts.
ExportSettings deckPageSettings(const DeckPage& page, ExportSettings settings);

/// Writes the pages to `path` as slides, as a PDF or as a web page; `provenance` is that of the whole deck. Throws
/// Error.
void exportDeck(const std::vector<DeckPage>& pages, const ExportSettings& settings, const Provenance& provenance,
                const std::filesystem::path& path);

}  // namespace headlight
