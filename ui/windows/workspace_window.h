#pragma once

#include <QDialog>

namespace headlight {

class Workspace;

/// A window of its own about a workspace: it takes over what there is when it comes up, and every change while it is
/// visible.
class WorkspaceWindow : public QDialog {
  Q_OBJECT
 public:
  WorkspaceWindow(const QString& objectName, const QString& title, Workspace* workspace, QWidget* beside);

 protected:
  /// Takes over what the workspace shows: its model and reading, the head and the token that are selected, the deck.
  virtual void follow(const Workspace& workspace) = 0;
  Workspace* workspace() const { return m_workspace; }
  void showEvent(QShowEvent* event) override;

 private:
  void followWhileVisible();

  Workspace* m_workspace;
};

}  // namespace headlight
