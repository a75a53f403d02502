#include "ui/windows/workspace_window.h"

#include <QShowEvent>

#include "ui/reading/workspace.h"

namespace headlight {

WorkspaceWindow::WorkspaceWindow(const QString& objectName, const QString& title, Workspace* workspace, QWidget* beside)
    : QDialog(beside), m_workspace(workspace) {
  setObjectName(objectName);
  setWindowTitle(title);
  const auto changed = &WorkspaceWindow::followWhileVisible;
  connect(workspace, &Workspace::resultChanged, this, changed);
  connect(workspace, &Workspace::deckChanged, this, changed);
  connect(workspace->selection(), &Selection::tokenChanged, this, changed);
  connect(workspace->selection(), &Selection::headChanged, this, changed);
}

void WorkspaceWindow::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  if (!event->spontaneous()) follow(*m_workspace);
}

void WorkspaceWindow::followWhileVisible() {
  if (isVisible()) follow(*m_workspace);
}

}  // namespace headlight
