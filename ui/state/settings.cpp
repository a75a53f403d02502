#include "ui/state/settings.h"

#include <QKeySequence>
#include <QSettings>
#include <algorithm>
#include <optional>
#include <type_traits>
#include <vector>

#include "core/base/parallel.h"
#include "core/model/run_memory.h"
#include "ui/language.h"
#include "ui/private_mode.h"

namespace headlight {
namespace {

/// Whether a private run writes it.
enum class Kept { Always, NotInPrivate };

/// One key: what it is called, its value in settings, and how a value that was found is taken over if it is one.
struct Key {
  const char* name;
  Kept kept;
  QVariant (*value)(const Settings&);  ///< Invalid where there is nothing to remember.
  void (*take)(Settings&, const QVariant&);
};

/// A member of the settings or of those for figures.
template <auto Member, class Owner>
auto& memberOf(Owner& settings) {
  if constexpr (requires { settings.*Member; })
    return settings.*Member;
  else
    return settings.figures.*Member;
}

std::optional<bool> boolOf(const QVariant& found) {
  const QString text = found.toString();
  if (text != QLatin1String("true") && text != QLatin1String("false")) return {};
  return text == QLatin1String("true");
}

template <auto Member>
constexpr Key flag(const char* name, Kept kept = Kept::Always) {
  return {name, kept, [](const Settings& settings) { return QVariant(memberOf<Member>(settings)); },
          [](Settings& settings, const QVariant& found) {
            if (const auto on = boolOf(found)) memberOf<Member>(settings) = *on;
          }};
}

/// One of two, the second of which is kept as "true".
template <auto Member, auto First, auto Second>
constexpr Key either(const char* name) {
  return {name, Kept::Always, [](const Settings& settings) { return QVariant(memberOf<Member>(settings) == Second); },
          [](Settings& settings, const QVariant& found) {
            if (const auto on = boolOf(found)) memberOf<Member>(settings) = *on ? Second : First;
          }};
}

/// One of those from the first, 0, to `Last`.
template <auto Member, auto Last>
constexpr Key choice(const char* name) {
  return {name, Kept::Always,
          [](const Settings& settings) { return QVariant(static_cast<int>(memberOf<Member>(settings))); },
          [](Settings& settings, const QVariant& found) {
            bool isNumber = false;
            const int index = found.toInt(&isNumber);
            if (isNumber && index >= 0 && index <= static_cast<int>(Last))
              memberOf<Member>(settings) = static_cast<decltype(Last)>(index);
          }};
}

template <auto Member, int Least, int Most>
constexpr Key number(const char* name) {
  return {name, Kept::Always, [](const Settings& settings) { return QVariant(memberOf<Member>(settings)); },
          [](Settings& settings, const QVariant& found) {
            bool isNumber = false;
            const double value = found.toDouble(&isNumber);
            if (isNumber && value >= Least && value <= Most)
              memberOf<Member>(settings) =
                  static_cast<std::remove_cvref_t<decltype(memberOf<Member>(settings))>>(value);
          }};
}

template <auto Member>
constexpr Key text(const char* name, Kept kept) {
  return {name, kept,
          [](const Settings& settings) {
            return memberOf<Member>(settings).isEmpty() ? QVariant() : QVariant(memberOf<Member>(settings));
          },
          [](Settings& settings, const QVariant& found) { memberOf<Member>(settings) = found.toString(); }};
}

template <auto Member>
constexpr Key bytes(const char* name) {
  return {name, Kept::NotInPrivate,
          [](const Settings& settings) {
            return memberOf<Member>(settings).isEmpty() ? QVariant() : QVariant(memberOf<Member>(settings));
          },
          [](Settings& settings, const QVariant& found) { memberOf<Member>(settings) = found.toByteArray(); }};
}

template <auto Member>
constexpr Key paths(const char* name) {
  return {name, Kept::NotInPrivate,
          [](const Settings& settings) {
            const QStringList newest = memberOf<Member>(settings).mid(0, kMostRecent);
            return newest.isEmpty() ? QVariant() : QVariant(newest);
          },
          [](Settings& settings, const QVariant& found) {
            QStringList newest = found.toStringList();
            newest.removeAll(QString());
            memberOf<Member>(settings) = newest.mid(0, kMostRecent);
          }};
}

/// A list of "command=keys": a command that is gone, and one whose keys are none, cost nothing.
constexpr Key kChosenKeys = {
    "keys", Kept::Always,
    [](const Settings& settings) {
      QStringList lines;
      for (auto each = settings.keys.begin(); each != settings.keys.end(); ++each)
        lines << each.key() + u'=' + each.value();
      return lines.isEmpty() ? QVariant() : QVariant(lines);
    },
    [](Settings& settings, const QVariant& found) {
      for (const QString& line : found.toStringList()) {
        const QString keys = line.section(u'=', 1);
        if (!line.contains(u'=') || line.startsWith(u'=')) continue;
        // Keys that this computer does not have are none at all: the command keeps its usual ones.
        const QKeySequence sequence = QKeySequence::fromString(keys, QKeySequence::PortableText);
        if (keys.isEmpty() || (!sequence.isEmpty() && sequence[0].key() != Qt::Key_unknown))
          settings.keys[line.section(u'=', 0, 0)] = keys;
      }
    }};

constexpr Key kLayouts = {
    "window/layouts", Kept::Always,
    [](const Settings& settings) {
      QVariantMap layouts;
      for (auto each = settings.layouts.begin(); each != settings.layouts.end(); ++each)
        layouts[each.key()] = each.value();
      return layouts.isEmpty() ? QVariant() : QVariant(layouts);
    },
    [](Settings& settings, const QVariant& found) {
      const QVariantMap layouts = found.toMap();
      for (auto each = layouts.begin(); each != layouts.end(); ++each)
        if (const QByteArray layout = each.value().toByteArray(); !each.key().isEmpty() && !layout.isEmpty())
          settings.layouts[each.key()] = layout;
    }};

constexpr Key kKeys[] = {
    choice<&Settings::theme, ThemeChoice::Contrast>("theme"),
    number<&Settings::textStep, kLeastTextStep, kMostTextStep>("textStep"),
    flag<&Settings::reducesMotion>("reduceMotion"),
    flag<&Settings::showsSpaces>("showSpaces"),
    flag<&Settings::hidesHeads>("window/hidesHeads"),
    flag<&Settings::hidesSide>("window/hidesSide"),
    flag<&Settings::floatsHeads>("window/floatsHeads"),
    flag<&Settings::floatsSide>("window/floatsSide"),
    kLayouts,
    flag<&Settings::showsSurprise>("showSurprise"),
    {"language", Kept::Always, [](const Settings& settings) { return QVariant(settings.language); },
     [](Settings& settings, const QVariant& found) {
       const QString code = found.toString();
       if (std::any_of(languages().begin(), languages().end(), [&](const Language& each) { return each.code == code; }))
         settings.language = code;
     }},
    choice<&Settings::scale, ScaleKind::Log>("panels/scale"),
    flag<&Settings::sinksApart>("panels/sinksApart"),
    number<&Settings::threads, 0, kMostThreads>("threads"),
    number<&Settings::gigabytes, 0, kMostGigabytes>("gigabytes"),
    flag<&Settings::keepsRecent>("keepRecent"),
    flag<&Settings::keepsWork>("keepWork"),
    kChosenKeys,
    flag<&Settings::welcomed>("welcomed", Kept::NotInPrivate),
    number<&Settings::tourSteps, 0, 63>("tourSteps"),
    text<&Settings::lastSession>("lastSession", Kept::NotInPrivate),
    paths<&Settings::recentModels>("recentModels"),
    paths<&Settings::recentSessions>("recentSessions"),
    bytes<&Settings::windowGeometry>("window/geometry"),
    bytes<&Settings::windowColumns>("window/columns"),
    text<&Settings::exportFolder>("export/folder", Kept::NotInPrivate),
    choice<&ExportSettings::kind, FileKind::Page>("export/kind"),
    {"export/size", Kept::Always, [](const Settings& settings) { return QVariant(settings.figures.size); },
     [](Settings& settings, const QVariant& found) {
       const QSize size = found.toSize();
       const auto fits = [](int pixels) { return pixels >= kLeastFigurePixels && pixels <= kMostFigurePixels; };
       if (fits(size.width()) && fits(size.height())) settings.figures.size = size;
     }},
    number<&ExportSettings::dpi, kLeastDpi, kMostDpi>("export/dpi"),
    either<&ExportSettings::slides, SlideFormat::Wide16x9, SlideFormat::Classic4x3>("export/classicSlides"),
    either<&ExportSettings::theme, Theme::Light, Theme::Dark>("export/dark"),
    {"export/colours", Kept::Always,
     [](const Settings& settings) {
       const std::vector<ColourMapId> maps = allColourMaps();
       if (!settings.figures.colours) return QVariant(0);
       return QVariant(
           static_cast<int>(std::find(maps.begin(), maps.end(), *settings.figures.colours) - maps.begin()) + 1);
     },
     [](Settings& settings, const QVariant& found) {
       const std::vector<ColourMapId> maps = allColourMaps();
       bool isNumber = false;
       const int chosen = found.toInt(&isNumber);
       if (isNumber && chosen > 0 && chosen <= static_cast<int>(maps.size()))
         settings.figures.colours = maps[static_cast<std::size_t>(chosen - 1)];
     }},
    text<&ExportSettings::family>("export/family", Kept::Always),
    number<&ExportSettings::points, 0, kMostPoints>("export/points"),
    flag<&ExportSettings::title>("export/title"),
    flag<&ExportSettings::caption>("export/caption"),
    flag<&ExportSettings::values>("export/values"),
    flag<&ExportSettings::transparent>("export/transparent"),
    choice<&ExportSettings::legend, LegendPlace::None>("export/legend"),
    flag<&ExportSettings::text>("export/text"),
};

}  // namespace

Settings loadSettings() {
  const QSettings kept;
  Settings settings;
  for (const Key& key : kKeys)
    if (const QVariant found = kept.value(QLatin1String(key.name)); found.isValid()) key.take(settings, found);
  return settings;
}

void changeSettings(const std::function<void(Settings&)>& change) {
  const Settings before = loadSettings();
  Settings after = before;
  change(after);
  QSettings kept;
  for (const Key& key : kKeys) {
    const QVariant value = key.value(after);
    if (value == key.value(before)) continue;
    if (!value.isValid())
      kept.remove(QLatin1String(key.name));
    else if (key.kept == Kept::Always || !privateMode())
      kept.setValue(QLatin1String(key.name), value);
  }
}

void forgetHistory() {
  changeSettings([](Settings& settings) {
    settings.recentModels.clear();
    settings.recentSessions.clear();
    settings.lastSession.clear();
    settings.exportFolder.clear();
  });
}

void applyLimits(const Settings& settings) {
  setThreadCount(settings.threads);
  setTraceMemory(static_cast<std::uint64_t>(settings.gigabytes) << 30);
}

void keepSettingsIn(const QString& folder) {
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder);
}

}  // namespace headlight
