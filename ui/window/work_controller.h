#pragma once

#include <QObject>
#include <filesystem>
#include <functional>
#include <optional>

#include "ui/state/autosave.h"
#include "ui/state/workspace_state.h"

class QWidget;

namespace headlight {

class History;
class MessageBar;
class SessionController;
class Workspace;

/// Sees that no work is lost: keeps a copy of it while the window is open, brings back what another run left, and
/// before something takes the place of work that is in no file puts that aside, or asks.
class WorkController final : public QObject {
  Q_OBJECT
 public:
  /// What the keeper watches over and tells the person through.
  struct Parts {
    Workspace* workspace;
    SessionController* sessions;
    History* history;
    MessageBar* messages;
  };
  /// Dialogs are over `window`, which also owns this.
  WorkController(const Parts& parts, QWidget* window);

  /// Offers what a run of the program that did not end well has left behind.
  void offerRecovery();
  /// Opens the session that the last window was closed with, where it is in no file; `otherwise` where there is none.
  void openLast(const WorkspaceState& otherwise);
  /// The sessions that were put aside, the newest first.
  std::vector<std::filesystem::path> aside() const { return m_autosave.aside(); }
  void openAside(const std::filesystem::path& file);
  /// Deletes the sessions that were put aside.
  void forgetAside();
  /// The same, what crashes left and the reports of them.
  void forgetLeft();

  /// Whether the window may close now. If not, it is closed once the person has answered.
  bool mayClose();
  /// The window closes: the copy goes.
  void end();

 signals:
  /// What was typed a moment ago is to be taken over.
  void flushRequested();
  void saved();

 private:
  void makeActions();
  /// Begins a session as a first start does.
  void newSession();
  /// Saves to the session's file, or asks for one.
  void save();
  /// Asks for a file to save to; `then` follows when it is written.
  void saveAs(const std::function<void()>& then = {});
  /// Opens what was left; it is dropped once a copy of it is kept again.
  void bringBack(LeftSession left);
  /// Does `then` once nothing is lost by it.
  void keep(const std::function<void()>& then);
  /// Asks to save, discard or cancel.
  void ask(const std::function<void()>& then);
  void saveTo(const std::filesystem::path& file, const std::function<void()>& then);
  /// Puts the work aside; false when it cannot be written.
  bool putAside();
  void connectSessions();

  Workspace* m_workspace;
  SessionController* m_sessions;
  History* m_history;
  MessageBar* m_messages;
  QWidget* m_window;
  Autosave m_autosave;
  std::optional<LeftSession> m_left;          ///< On its way into the workspace.
  std::optional<LeftSession> m_aside;         ///< Put aside for what comes in its place.
  std::optional<std::filesystem::path> m_last;  ///< The last session, while it is being opened.
  std::optional<WorkspaceState> m_otherwise;  ///< Opened when the last session cannot be.
  bool m_mayClose = false;
};

}  // namespace headlight
