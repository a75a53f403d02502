#pragma once

#include <QSize>
#include <QString>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "ui/export/annotated_figure.h"
#include "ui/export/slides/slide_writer.h"
#include "ui/figures/figure_style.h"

namespace headlight {

/// The kinds of file that a figure can be put into.
enum class FileKind { Png, Svg, Pdf, Slides, Page };
inline constexpr int kFileKinds = static_cast<int>(FileKind::Page) + 1;

/// "png", "svg", "pdf", "pptx", "html".
const char* suffixOf(FileKind kind);
/// The kind that the suffix of `path` names; throws Error for any other suffix.
FileKind fileKindOf(const std::filesystem::path& path);

/// Whether files of that kind have a place for what an option of `headlight figure` says: a slide has a shape and a
/// title of its own, a page both themes.
bool usesOption(FileKind kind, std::string_view option);

/// The sides of a figure in pixels, its pixels per inch and its labels in points: the least and the most to choose. A
/// PNG of more pixels would not fit into memory comfortably.
inline constexpr int kLeastFigurePixels = 64, kMostFigurePixels = 16000, kLeastDpi = 24, kMostDpi = 1200,
                     kMostPoints = 96;

/// What a person chose for a figure file.
struct ExportSettings {
  FileKind kind = FileKind::Png;
  QSize size;  ///< Pixels of a PNG; with `dpi` it says how many inches every other format has.
  double dpi = 96;
  SlideFormat slides = SlideFormat::Wide16x9;
  Theme theme = Theme::Light;
  std::optional<ColourMapId> colours;  ///< None for the figure's own.
  QString family;                      ///< Font; empty for the usual one.
  double points = 0;                   ///< Size of labels; 0 for what suits the figure's size.
  bool title = true, caption = true, values = false, transparent = false;
  LegendPlace legend = LegendPlace::Fitting;
  bool whole = false;            ///< All of a map of which a part is in view.
  bool text = true;              ///< Off: numbers instead of tokens, and nothing of the text in the file.
  QString ownTitle, ownCaption;  ///< A title in place of the figure's, a sentence below the title; empty for none.

  std::vector<Callout> callouts;

  ExportSettings();
  /// In figure units.
  QSizeF units() const { return QSizeF(size) * (96 / dpi); }
  bool operator==(const ExportSettings&) const = default;
};

/// The size of labels in figure units that fits one of `panels` pictures in a figure of these settings: on a slide at
/// least 18 points, and 14 where it has several.
double fittingTextSize(const ExportSettings& settings, std::size_t panels = 1);

/// How a figure looks that was in `style` on screen.
FigureStyle styleFor(const ExportSettings& settings, FigureStyle style);

}  // namespace headlight
