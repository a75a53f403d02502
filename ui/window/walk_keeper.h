#pragma once

#include <QObject>
#include <optional>

#include "ui/walkthrough/tour_window.h"
#include "ui/walkthrough/walk_window.h"
#include "ui/window/companion.h"

namespace headlight {

class SessionKeeper;
class Workspace;
struct Sample;

/// Opens the walkthrough of what is selected in a workspace, and has it follow the selection and the text.
class WalkKeeper final : public QObject {
  Q_OBJECT
 public:
  WalkKeeper(Workspace* workspace, SessionKeeper* sessions, QObject* parent);

  /// Explains `head`, or the selected one, for the pinned token, or the last one of the text.
  void show(QWidget* window, std::optional<HeadId> head = {});
  /// Shows the five things heads do, one after the other. Throws Error when their sentences are missing.
  void showTour(QWidget* window);
  /// Null before it was asked for.
  WalkWindow* window() const { return m_window.window(); }

 signals:
  /// A sentence of the tour is to be shown in the workspace.
  void sampleRequested(const headlight::Sample& sample);

 private:
  WalkWindow* makeWindow(QWidget* beside);
  TourWindow* makeTour(QWidget* beside);
  /// Tells the window what is selected.
  void tell(WalkWindow& window) const;

  Workspace* m_workspace;
  SessionKeeper* m_sessions;
  Companion<WalkWindow> m_window;
  Companion<TourWindow> m_tour;
};

}  // namespace headlight
