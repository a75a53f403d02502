#pragma once

#include <QObject>
#include <QPointer>

#include "ui/walkthrough/walk_window.h"

namespace headlight {

class SessionKeeper;
class TourWindow;
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
  WalkWindow* window() const { return m_window; }

 signals:
  /// A sentence of the tour is to be shown in the workspace.
  void sampleRequested(const headlight::Sample& sample);

 private:
  void follow();

  Workspace* m_workspace;
  SessionKeeper* m_sessions;
  QPointer<WalkWindow> m_window;
  QPointer<TourWindow> m_tour;
};

}  // namespace headlight
