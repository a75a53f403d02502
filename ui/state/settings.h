#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <functional>

#include "ui/export/export_settings.h"
#include "ui/widgets/theme.h"

namespace headlight {

/// So many models and sessions are remembered at most.
inline constexpr int kMostRecent = 10;

/// What the program remembers from one start to the next. Every value is checked when it is read: one that means nothing
/// is as if it had never been set.
struct Settings {
  ThemeChoice theme = ThemeChoice::System;
  int textStep = 0;  ///< Size of text, as setTextStep() counts it.
  bool reducesMotion = false, showsSpaces = false, showsSurprise = false;
  QString language;       ///< A code of languages(); empty for the system's language.
  bool welcomed = false;  ///< The start page of a first start was dismissed.
  int tourSteps = 0;      ///< Steps of the tour that were done, a bit each.
  QString lastSession;    ///< The copy of the session that was open at the last end; empty for none.
  QStringList recentModels, recentSessions;  ///< Paths, newest first, at most kMostRecent of each.
  QByteArray windowGeometry, windowColumns;  ///< As Qt saves them.
  bool hidesHeads = false, hidesSide = false;  ///< Parts of the window.
  ExportSettings figures;                    ///< Of the last figure; without titles, captions and callouts of one's own.
  QString exportFolder;                      ///< Of the last figure; empty for none.

  bool operator==(const Settings&) const = default;
};

/// What is remembered now.
Settings loadSettings();
/// Changes what is remembered, and only that. A private run (private_mode.h) writes nothing that tells what a person
/// worked on; it can still be forgotten.
void changeSettings(const std::function<void(Settings&)>& change);
/// Has this run of the program remember in `folder`, and know nothing of what other runs remember.
void keepSettingsIn(const QString& folder);

}  // namespace headlight
