#pragma once

#include <QDialog>
#include <memory>

namespace headlight {

class Workspace;
struct RunResult;

/// A window of its own about a workspace: it takes over what there is when it comes up, and every change while it is
/// visible. While the model is changed, its title says of which run it is.
class WorkspaceWindow : public QDialog {
  Q_OBJECT
 public:
  /// Which run a window is about: the one that the main window shows, with changes or without; the one without, as what
  /// changes the model by itself; or none.
  enum class About { ShownRun, UnchangedRun, NoRun };

  WorkspaceWindow(const QString& objectName, const QString& title, Workspace* workspace, QWidget* beside);

 protected:
  /// Takes over what the workspace shows: its model and reading, the head and the token that are selected, the deck.
  virtual void follow(const Workspace& workspace) = 0;
  virtual About about() const { return About::UnchangedRun; }
  /// The last good result of the run that it is about; null where there is none.
  std::shared_ptr<const RunResult> reading() const;
  Workspace* workspace() const { return m_workspace; }
  void showEvent(QShowEvent* event) override;

 private:
  void followWhileVisible();
  void nameRun();

  const QString m_title;
  Workspace* m_workspace;
};

}  // namespace headlight
