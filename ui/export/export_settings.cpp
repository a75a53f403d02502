#include "ui/export/export_settings.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "ui/export/figure_presets.h"

namespace headlight {
namespace {

constexpr const char* kSuffixes[kFileKinds] = {"png", "svg", "pdf", "pptx", "html"};

}  // namespace

const char* suffixOf(FileKind kind) { return kSuffixes[static_cast<int>(kind)]; }

FileKind fileKindOf(const std::filesystem::path& path) {
  const QString suffix = QString::fromStdString(path.extension().string()).toLower();
  for (int i = 0; i < kFileKinds; ++i)
    if (suffix == QLatin1Char('.') + QLatin1String(kSuffixes[i])) return static_cast<FileKind>(i);
  throw Error("cannot write '" + path.string() + "': expected a name that ends in .png, .svg, .pdf, .pptx or .html");
}

bool usesOption(FileKind kind, std::string_view option) {
  const auto among = [option](std::initializer_list<std::string_view> options) {
    return std::find(options.begin(), options.end(), option) != options.end();
  };
  switch (kind) {
    case FileKind::Slides:
      return !among({"--transparent", "--size", "--dpi", "--preset", "--no-title"});
    case FileKind::Page:
      return !among({"--transparent", "--theme", "--slide"});
    default:
      return option != "--slide";
  }
}

ExportSettings::ExportSettings() : size(figurePresets().front().pixels()), dpi(figurePresets().front().dpi) {}

double fittingTextSize(const ExportSettings& settings, std::size_t panels) {
  const double across = std::ceil(std::sqrt(static_cast<double>(std::max<std::size_t>(1, panels))));
  const QSizeF inches = QSizeF(settings.size) / settings.dpi;
  const double points =
      settings.kind == FileKind::Slides ? figurePresets().front().leastPoints : leastPointsFor(inches);
  return std::max(textSizeFor(settings.units() / across), points * 96 / 72);
}

FigureStyle styleFor(const ExportSettings& settings, FigureStyle style) {
  style.theme = settings.theme;
  if (settings.colours) style.colourMap = *settings.colours;
  style.family = settings.family;
  style.textSize = settings.points > 0 ? settings.points * 96 / 72 : fittingTextSize(settings);
  style.title = settings.title;
  style.caption = settings.caption;
  style.cellValues = settings.values;
  style.transparent = settings.transparent;
  style.legend = settings.legend;
  return style;
}

}  // namespace headlight
