#pragma once

#include <filesystem>
#include <utility>

#include "ui/export/export_settings.h"
#include "ui/export/exportable.h"
#include "ui/export/html_page.h"
#include "ui/export/slides/slide_writer.h"
#include "ui/figures/figure_parts.h"

namespace headlight {

/// The figure as the settings want it, to be painted at settings.units(): what a preview shows and a file gets.
std::unique_ptr<Figure> figureFor(const Exportable& what, const ExportSettings& settings);

/// What made `what`, without its text where the settings leave it out.
Provenance provenanceFor(const Exportable& what, const ExportSettings& settings);

/// A slide whose title and caption are texts of its own, so that they can be edited, and the figure on it, which is to
/// be complete at the size of figureArea() before it is written; without notes.
std::pair<Slide, std::shared_ptr<Figure>> slideOf(const Exportable& what, const ExportSettings& settings);
/// Its notes: what made the picture, and what it shows.
QString slideNotes(const Slide& slide, const Provenance& provenance);
SlideLook lookOf(const ExportSettings& settings);

/// `what` on its way into a file: what is painted is made first, and where that takes long its numbers are computed in
/// a thread that nobody else uses this in meanwhile.
class ExportWork {
 public:
  ExportWork(const Exportable& what, const ExportSettings& settings);

  /// Whether there is nothing to be waited for.
  bool isReady() const;
  /// Throws Cancelled.
  void prepare(const Progress& progress);
  /// Writes as the settings say, with what made it; whole or not at all. Throws Error (path and reason), also for a
  /// callout of what no picture shows.
  void write(const std::filesystem::path& path);

 private:
  std::vector<FigurePart> parts() const;
  void checkCallouts() const;

  ExportSettings m_settings;
  Provenance m_provenance;
  std::shared_ptr<Figure> m_figure;    ///< For a picture or a slide.
  Slide m_slide;                       ///< Around m_figure.
  std::vector<PageFigure> m_pictures;  ///< For a page.
};

/// Writes `what` to `path` as the settings say. The same inputs give the same bytes. Throws Error (path and reason).
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
