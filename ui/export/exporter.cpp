#include "ui/export/exporter.h"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <tuple>
#include <utility>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "ui/export/figure_grid.h"
#include "ui/export/figure_writer.h"
#include "ui/export/titled_figure.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/figures/shared_notes.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// Model and text, as a caption says them.
QString subtitleOf(const Provenance& provenance) {
  QString model = QString::fromStdString(provenance.model);
  if (!provenance.text || provenance.text->empty()) return model;
  return QStringLiteral("%1 · %2").arg(model, quotedText(QString::fromStdString(*provenance.text).simplified()));
}

/// The scale that all figures have in common; none for one that is no heatmap or has another.
std::optional<ColourScale> commonScale(const std::vector<std::unique_ptr<Figure>>& figures) {
  std::optional<ColourScale> common;
  for (const auto& figure : figures) {
    const auto* heatmap = dynamic_cast<const HeatmapFigure*>(figure.get());
    // What a large head is read for is not known yet: each says it itself.
    if (!heatmap || heatmap->isScaleOfLargeHead()) return {};
    const ColourScale scale = heatmap->scale();
    if (common && *common != scale) return {};
    common = scale;
  }
  return common;
}

/// Has the figures leave to the one around them what all of them would say below themselves.
std::vector<QString> takeSharedNotes(const std::vector<std::unique_ptr<Figure>>& figures) {
  if (figures.size() < 2) return {};
  std::vector<SharedNotes*> all;
  for (const auto& figure : figures)
    if (auto* shared = dynamic_cast<SharedNotes*>(figure.get())) all.push_back(shared);
  std::vector<QString> notes;
  if (all.size() == figures.size()) notes = all.front()->steadyNotes();
  for (const SharedNotes* each : all) {
    const std::vector<QString> its = each->steadyNotes();
    notes.erase(
        std::remove_if(notes.begin(), notes.end(),
                       [&its](const QString& note) { return std::find(its.begin(), its.end(), note) == its.end(); }),
        notes.end());
  }
  for (SharedNotes* each : all) each->leaveOut(notes);
  return notes;
}

/// The parts as one figure; model and text are said once for all.
std::unique_ptr<Figure> gridOf(const Exportable& what, const ExportSettings& settings, FigureStyle style) {
  if (settings.points <= 0) style.textSize = fittingTextSize(settings, what.parts.size());
  std::vector<std::unique_ptr<Figure>> figures;
  for (const Exportable& part : what.parts) {
    ExportSettings own = settings;
    own.title = false;
    FigureStyle inner = styleFor(own, part.style);
    inner.textSize = style.textSize;
    figures.push_back(part.figure(inner, settings.text, settings.whole));
    if (auto* attention = dynamic_cast<AttentionFigure*>(figures.back().get())) {
      AttentionContext context = attention->context();
      context.modelName.clear();
      context.text.clear();
      attention->setMaps(attention->maps(), std::move(context));
    }
  }
  const std::optional<ColourScale> scale = figures.size() > 1 ? commonScale(figures) : std::nullopt;
  for (const auto& figure : figures)
    if (auto* heatmap = dynamic_cast<HeatmapFigure*>(figure.get()); heatmap && scale) {
      FigureStyle bare = heatmap->style();
      bare.legend = LegendPlace::None;
      heatmap->setStyle(bare);
    }
  std::vector<QString> notes = takeSharedNotes(figures);
  return std::make_unique<FigureGrid>(std::move(figures), QString(), subtitleOf(provenanceFor(what, settings)), style,
                                      scale, std::move(notes));
}

std::unique_ptr<Figure> madeFrom(const Exportable& what, const ExportSettings& settings, const FigureStyle& style) {
  std::unique_ptr<Figure> figure =
      what.make ? what.figure(style, settings.text, settings.whole) : gridOf(what, settings, style);
  if (settings.callouts.empty()) return figure;
  return std::make_unique<AnnotatedFigure>(std::move(figure), settings.callouts, style);
}

/// Whether a person wrote the sentence below the title.
bool hasTakeaway(const ExportSettings& settings) { return settings.caption && !settings.ownCaption.isEmpty(); }

void writeBytes(const std::filesystem::path& path, const QByteArray& bytes) {
  writeWhole(path, [&bytes](std::ostream& out) { out.write(bytes.constData(), bytes.size()); });
}

}  // namespace

Provenance provenanceFor(const Exportable& what, const ExportSettings& settings) {
  return settings.text ? what.provenance : withoutText(what.provenance);
}

std::pair<Slide, std::shared_ptr<Figure>> slideOf(const Exportable& what, const ExportSettings& settings) {
  const Provenance provenance = provenanceFor(what, settings);
  ExportSettings bare = settings;
  bare.title = bare.caption = false;
  bare.transparent = true;
  bare.size = figureArea(settings.slides, hasTakeaway(settings)).size().toSize();
  bare.dpi = 96;
  Slide slide;
  const std::shared_ptr<Figure> figure = madeFrom(what, bare, styleFor(bare, what.style));
  slide.figure = figure;
  const QString own =
      what.make ? slide.figure->title() : Words::tr("Attention in %1").arg(QString::fromStdString(provenance.model));
  slide.title = settings.ownTitle.isEmpty() ? own : settings.ownTitle;
  slide.takeaway = hasTakeaway(settings);
  slide.caption = slide.takeaway ? settings.ownCaption : subtitleOf(provenance);
  if (!settings.caption) slide.caption.clear();
  return {slide, figure};
}

QString slideNotes(const Slide& slide, const Provenance& provenance) {
  return provenanceNotes(provenance) + QLatin1Char('\n') + slide.figure->altText();
}

SlideLook lookOf(const ExportSettings& settings) {
  const Palette& inks = palette(settings.theme);
  return {settings.slides, inks.paper, inks.ink, inks.muted, fontFamilies(settings.family).front()};
}

std::unique_ptr<Figure> figureFor(const Exportable& what, const ExportSettings& settings) {
  FigureStyle style = styleFor(settings, what.style);
  if (!(settings.title && !settings.ownTitle.isEmpty()) && !hasTakeaway(settings))
    return madeFrom(what, settings, style);
  FigureStyle inner = style;
  inner.title = false;
  std::unique_ptr<Figure> figure = madeFrom(what, settings, inner);
  const QString title = !settings.title ? QString() : settings.ownTitle.isEmpty() ? figure->title() : settings.ownTitle;
  return std::make_unique<TitledFigure>(std::move(figure), title,
                                        hasTakeaway(settings) ? settings.ownCaption : QString(), style);
}

ExportWork::ExportWork(const Exportable& what, const ExportSettings& settings)
    : m_settings(settings), m_provenance(provenanceFor(what, settings)) {
  if (settings.kind == FileKind::Slides)
    std::tie(m_slide, m_figure) = slideOf(what, settings);
  else if (settings.kind == FileKind::Page)
    m_pictures = pageFigures(pageParts(what), settings);
  else
    m_figure = figureFor(what, settings);
}

std::vector<FigurePart> ExportWork::parts() const {
  if (m_figure)
    return {{m_figure.get(),
             m_settings.kind == FileKind::Slides ? figureArea(m_settings.slides, m_slide.takeaway).size()
                                                  : m_settings.units()}};
  std::vector<FigurePart> parts;
  for (const PageFigure& picture : m_pictures)
    for (const auto& figure : {picture.light, picture.dark}) parts.push_back({figure.get(), picture.size});
  return parts;
}

bool ExportWork::isReady() const {
  const std::vector<FigurePart> all = parts();
  return std::all_of(all.begin(), all.end(),
                     [](const FigurePart& part) { return isComplete(*part.figure, part.size); });
}

void ExportWork::prepare(const Progress& progress) {
  const std::vector<FigurePart> all = parts();
  const auto count = static_cast<double>(all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    complete(*all[i].figure, all[i].size,
             progress.slice(static_cast<double>(i) / count, static_cast<double>(i + 1) / count));
}

void ExportWork::checkCallouts() const {
  if (m_settings.callouts.empty()) return;
  std::vector<FigureSpot> spots;
  for (const FigurePart& part : parts()) {
    const std::vector<FigureSpot> its = part.figure->spots(part.size);
    spots.insert(spots.end(), its.begin(), its.end());
  }
  const auto number = [](Index place) { return place < 0 ? std::string() : std::to_string(place); };
  for (const Callout& callout : m_settings.callouts)
    if (!hasSpotOf(callout, spots))
      throw Error("callout " + number(callout.query) + "," + number(callout.key) +
                  ": expected a cell or a token that the figure shows, found none there");
}

void ExportWork::write(const std::filesystem::path& path) {
  checkCallouts();
  if (m_settings.kind == FileKind::Slides) {
    m_slide.notes = slideNotes(m_slide, m_provenance);
    return writeSlides(path, {m_slide}, lookOf(m_settings), m_provenance);
  }
  if (m_settings.kind == FileKind::Page) return writeBytes(path, htmlPage(m_pictures, m_provenance, m_settings));
  WriteOptions options{m_settings.size, m_settings.dpi, {}, m_provenance};
  options.format = m_settings.kind == FileKind::Svg   ? FigureFormat::Svg
                   : m_settings.kind == FileKind::Pdf ? FigureFormat::Pdf
                                                      : FigureFormat::Png;
  writeFigure(*m_figure, path, options);
}

void exportFigure(const Exportable& what, const ExportSettings& settings, const std::filesystem::path& path) {
  ExportWork work(what, settings);
  work.prepare({});
  work.write(path);
}

ExportSettings deckPageSettings(const DeckPage& page, ExportSettings settings) {
  settings.ownTitle = page.title;
  settings.ownCaption = page.sentence;
  settings.title = settings.caption = true;
  settings.size = settings.slides == SlideFormat::Wide16x9 ? QSize(1280, 720) : QSize(960, 720);
  settings.dpi = 96;
  return settings;
}

void exportDeck(const std::vector<DeckPage>& pages, const ExportSettings& settings, const Provenance& deck,
                const std::filesystem::path& path) {
  const Provenance provenance = settings.text ? deck : withoutText(deck);
  if (settings.kind == FileKind::Slides) {
    std::vector<Slide> slides;
    for (const DeckPage& page : pages) {
      const ExportSettings own = deckPageSettings(page, settings);
      slides.push_back(slideOf(page.what, own).first);
      slides.back().notes = slideNotes(slides.back(), provenanceFor(page.what, own));
    }
    return writeSlides(path, slides, lookOf(settings), provenance);
  }
  if (settings.kind == FileKind::Page) {
    std::vector<PagePart> parts;
    for (const DeckPage& page : pages) {
      const std::vector<Exportable> pictures =
          page.what.parts.empty() ? std::vector<Exportable>{page.what} : page.what.parts;
      for (const Exportable& picture : pictures)
        parts.push_back(&picture == &pictures.front() ? PagePart{page.title, page.sentence, picture}
                                                      : PagePart{{}, {}, picture});
    }
    return writeBytes(path, htmlPage(pageFigures(parts, settings), provenance, settings));
  }
  if (settings.kind != FileKind::Pdf)
    throw Error("cannot write '" + path.string() + "': a deck is expected to end in .pptx, .pdf or .html");
  std::vector<std::unique_ptr<Figure>> figures;
  std::vector<const Figure*> shown;
  for (const DeckPage& page : pages) {
    figures.push_back(figureFor(page.what, deckPageSettings(page, settings)));
    shown.push_back(figures.back().get());
  }
  const ExportSettings shape = deckPageSettings(pages.front(), settings);
  writeBytes(path, pdfPages(shown, shown.front()->title(), {shape.size, shape.dpi, {}, provenance}));
}

}  // namespace headlight
