#include "ui/windows/windows.h"

#include <QAction>

#include "core/base/error.h"
#include "ui/reading/workspace.h"
#include "ui/reading/workspace_actions.h"

namespace headlight {

Windows::Windows(std::vector<WindowKind> kinds, Workspace* workspace, QWidget* beside)
    : QObject(beside), m_workspace(workspace), m_beside(beside) {
  for (WindowKind& kind : kinds) {
    const QString name = QLatin1String(kind.name);
    QAction* action = makeAction(this, {name + QStringLiteral("Action"), kind.text, kind.keys},
                                 [this, name] { open(m_entries.at(name)); });
    enableWhile(workspace, {action}, [this, needs = kind.needs](const Workspace&) { return !lacks(needs); });
    m_entries.emplace(name, Entry{std::move(kind), {}});
  }
}

bool Windows::lacks(Needs needs) const {
  if (needs == Needs::Nothing) return false;
  return !m_workspace->model() || (needs == Needs::Reading && !m_workspace->result());
}

QDialog* Windows::open(const char* name) { return open(m_entries.at(QLatin1String(name))); }

QDialog* Windows::find(const char* name) const { return m_entries.at(QLatin1String(name)).window; }

QDialog* Windows::open(Entry& entry) {
  if (lacks(entry.kind.needs)) return nullptr;
  if (entry.kind.needs != Needs::Nothing && m_workspace->model()->stored) {
    emit refused();
    return nullptr;
  }
  try {
    if (entry.kind.prepare) entry.kind.prepare();
    if (!entry.window) {
      entry.window = entry.kind.make(m_workspace, m_beside);
      emit made(entry.window);
    }
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
    return nullptr;
  }
  entry.window->show();
  entry.window->raise();
  entry.window->activateWindow();
  return entry.window;
}

}  // namespace headlight
