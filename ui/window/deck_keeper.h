#pragma once

#include <QObject>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ui/dialogs/deck_window.h"
#include "ui/export/exporter.h"
#include "ui/job.h"
#include "ui/window/companion.h"
#include "ui/window/session_keeper.h"

namespace headlight {

/// The deck of a workspace: collects slides, shows them in a window, computes the pictures of those that were read from
/// a file, and exports them. The slides themselves are part of the WorkspaceState, so that undo and sessions have them.
class DeckKeeper final : public QObject {
  Q_OBJECT
 public:
  DeckKeeper(Workspace* workspace, SessionKeeper* sessions, Engine engine, QObject* parent = nullptr);
  ~DeckKeeper() override;

  /// Takes over what was typed in the window a moment ago.
  void flush();
  /// Adds a slide of one panel as it is now; `shown` is its picture.
  void add(const PanelState& panel, const Exportable& shown);
  /// Brings up the window, which stays beside `parent`.
  void show(QWidget* parent) { m_window.show(parent); }
  DeckWindow* window() const { return m_window.window(); }

 private:
  DeckWindow* makeWindow(QWidget* beside);
  /// Tells the window what there is, and computes what is missing.
  void tell(DeckWindow& window);
  void take(const std::vector<std::pair<std::string, Exportable>>& computed);
  std::vector<DeckPage> pages() const;
  std::string deckSession(const std::vector<DeckPage>& pages) const;
  void write(const ExportSettings& settings, const QString& path);
  /// Asks for another deck.
  template <class Change>
  void change(Change change);

  Workspace* m_workspace;
  SessionKeeper* m_sessions;
  Engine m_engine;
  std::map<std::string, Exportable> m_known;  ///< Pictures by the session of their slide.
  Job<std::vector<std::pair<std::string, Exportable>>> m_job;
  Companion<DeckWindow> m_window;
};

}  // namespace headlight
