#include "ui/export/export_settings.h"

#include <QSettings>
#include <algorithm>

#include "core/base/error.h"
#include "ui/export/figure_presets.h"

namespace headlight {
namespace {

constexpr const char* kSuffixes[kFileKinds] = {"png", "svg", "pdf", "pptx", "html"};

QString key(const char* name) { return QStringLiteral("export/") + QLatin1String(name); }

}  // namespace

const char* suffixOf(FileKind kind) { return kSuffixes[static_cast<int>(kind)]; }

FileKind fileKindOf(const std::filesystem::path& path) {
  const QString suffix = QString::fromStdString(path.extension().string()).toLower();
  for (int i = 0; i < kFileKinds; ++i)
    if (suffix == QLatin1Char('.') + QLatin1String(kSuffixes[i])) return static_cast<FileKind>(i);
  throw Error("cannot write '" + path.string() + "': expected a name that ends in .png, .svg, .pdf, .pptx or .html");
}

ExportSettings::ExportSettings() : size(figurePresets().front().pixels()), dpi(figurePresets().front().dpi) {}

FigureStyle styleFor(const ExportSettings& settings, FigureStyle style) {
  style.theme = settings.theme;
  if (settings.colours) style.colourMap = *settings.colours;
  style.family = settings.family;
  style.textSize = settings.points > 0 ? settings.points * 96 / 72 : textSizeFor(settings.units());
  style.title = settings.title;
  style.caption = settings.caption;
  style.cellValues = settings.values;
  style.transparent = settings.transparent;
  style.legend = settings.legend;
  return style;
}

ExportSettings loadExportSettings() {
  const QSettings kept;
  ExportSettings settings;
  const auto number = [&](const char* name, int usual, int most) {
    return std::clamp(kept.value(key(name), usual).toInt(), 0, most);
  };
  const auto yes = [&](const char* name, bool usual) { return kept.value(key(name), usual).toBool(); };
  settings.kind = static_cast<FileKind>(number("kind", 0, kFileKinds - 1));
  const QSize size = kept.value(key("size")).toSize();
  const double dpi = kept.value(key("dpi")).toDouble();
  if (size.width() >= 64 && size.height() >= 64 && dpi >= 24) {
    settings.size = size;
    settings.dpi = dpi;
  }
  settings.slides = yes("classicSlides", false) ? SlideFormat::Classic4x3 : SlideFormat::Wide16x9;
  settings.theme = yes("dark", false) ? Theme::Dark : Theme::Light;
  const int colours = number("colours", 0, static_cast<int>(allColourMaps().size()));
  if (colours > 0) settings.colours = allColourMaps()[static_cast<std::size_t>(colours - 1)];
  settings.family = kept.value(key("family")).toString();
  settings.points = number("points", 0, 96);
  settings.title = yes("title", true);
  settings.caption = yes("caption", true);
  settings.values = yes("values", false);
  settings.transparent = yes("transparent", false);
  settings.legend = static_cast<LegendPlace>(number("legend", 0, static_cast<int>(LegendPlace::None)));
  settings.text = yes("text", true);
  return settings;
}

void saveExportSettings(const ExportSettings& settings) {
  QSettings kept;
  kept.setValue(key("kind"), static_cast<int>(settings.kind));
  kept.setValue(key("size"), settings.size);
  kept.setValue(key("dpi"), settings.dpi);
  kept.setValue(key("classicSlides"), settings.slides == SlideFormat::Classic4x3);
  kept.setValue(key("dark"), settings.theme == Theme::Dark);
  const std::vector<ColourMapId> maps = allColourMaps();
  const auto chosen = settings.colours ? std::find(maps.begin(), maps.end(), *settings.colours) : maps.end();
  kept.setValue(key("colours"), chosen == maps.end() ? 0 : static_cast<int>(chosen - maps.begin()) + 1);
  kept.setValue(key("family"), settings.family);
  kept.setValue(key("points"), static_cast<int>(settings.points));
  kept.setValue(key("title"), settings.title);
  kept.setValue(key("caption"), settings.caption);
  kept.setValue(key("values"), settings.values);
  kept.setValue(key("transparent"), settings.transparent);
  kept.setValue(key("legend"), static_cast<int>(settings.legend));
  kept.setValue(key("text"), settings.text);
}

}  // namespace headlight
