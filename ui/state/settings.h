#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <functional>

#include "ui/export/export_settings.h"
#include "ui/widgets/theme.h"

namespace headlight {

/// So many models and sessions are remembered at most.
inline constexpr int kMostRecent = 10;

/// The most threads and gigabytes that can be chosen.
inline constexpr int kMostThreads = 256, kMostGigabytes = 4096;

/// What the program remembers from one start to the next. Every value is checked when it is read: one that means
/// nothing is as if it had never been set.
struct Settings {
  ThemeChoice theme = ThemeChoice::System;
  int textStep = 0;  ///< Size of text, as setTextStep() counts it.
  bool reducesMotion = false, showsSpaces = false, showsSurprise = false;
  QString language;       ///< A code of languages(); empty for the system's language.
  ScaleKind scale = ScaleKind::Sqrt;  ///< Of the panels that a workspace opens with.
  bool sinksApart = true;             ///< The same.
  int threads = 0;                    ///< That a model runs on at most; 0 for as many as there are cores.
  int gigabytes = 0;  ///< Memory that a run may keep before it takes a scratch file; 0 for half of what is free.
  bool keepsRecent = true;            ///< Models and sessions that were opened.
  bool keepsWork = true;              ///< A copy of what is in no file.
  QMap<QString, QString> keys;        ///< Of commands by their object names, where a person chose them: QKeySequence's
                                ///< portable text, empty for none.
  bool welcomed = false;  ///< The start page of a first start was dismissed.
  int tourSteps = 0;      ///< Steps of the tour that were done, a bit each.
  QString lastSession;    ///< The copy of the session that was open at the last end; empty for none.
  QStringList recentModels, recentSessions;  ///< Paths, newest first, at most kMostRecent of each.
  QByteArray windowGeometry, windowColumns;  ///< As Qt saves them.
  bool hidesHeads = false, hidesSide = false;  ///< Parts of the window.
  bool floatsHeads = false, floatsSide = false;  ///< The same in windows of their own.
  QMap<QString, QByteArray> layouts;  ///< Of the window, under a person's names, as WindowLayout saves them.
  ExportSettings figures;  ///< Of the last figure; without titles, captions and callouts of one's own.
  QString exportFolder;                      ///< Of the last figure; empty for none.

  bool operator==(const Settings&) const = default;
};

/// What is remembered now.
Settings loadSettings();
/// Changes what is remembered, and only that. A private run (private_mode.h) writes nothing that tells what a person
/// worked on; it can still be forgotten.
void changeSettings(const std::function<void(Settings&)>& change);
/// Forgets what a person worked on: lists of recent files, the last session, the folder of figures.
void forgetHistory();
/// Has models keep to the threads and the memory that the settings allow, from the next run on.
void applyLimits(const Settings& settings);
/// Has this run of the program remember in `folder`, and know nothing of what other runs remember.
void keepSettingsIn(const QString& folder);

}  // namespace headlight
