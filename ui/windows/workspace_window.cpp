#include "ui/windows/workspace_window.h"

#include <QShowEvent>

#include "ui/reading/workspace.h"
#include "ui/words.h"

namespace headlight {

WorkspaceWindow::WorkspaceWindow(const QString& objectName, const QString& title, Workspace* workspace, QWidget* beside)
    : QDialog(beside), m_title(title), m_workspace(workspace) {
  setObjectName(objectName);
  setWindowTitle(title);
  const auto changed = &WorkspaceWindow::followWhileVisible;
  connect(workspace, &Workspace::resultsChanged, this, changed);
  connect(workspace, &Workspace::changesChanged, this, changed);
  connect(workspace, &Workspace::deckChanged, this, changed);
  connect(workspace->selection(), &Selection::tokenChanged, this, changed);
  connect(workspace->selection(), &Selection::headChanged, this, changed);
}

void WorkspaceWindow::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  if (!event->spontaneous()) followWhileVisible();
}

void WorkspaceWindow::followWhileVisible() {
  if (!isVisible()) return;
  nameRun();
  follow(*m_workspace);
}

std::shared_ptr<const RunResult> WorkspaceWindow::reading() const {
  return about() == About::ShownRun ? m_workspace->shownResults()[RunId{}] : m_workspace->result();
}

void WorkspaceWindow::nameRun() {
  const bool told = about() != About::NoRun && !changesIn(m_workspace->state()).empty();
  const auto run = told ? reading() : nullptr;
  setWindowTitle(!run ? m_title
                      : QStringLiteral("%1 – %2").arg(m_title, run->request.changes.empty()
                                                                   ? Words::tr("without changes")
                                                                   : Words::tr("with changes")));
}

}  // namespace headlight
