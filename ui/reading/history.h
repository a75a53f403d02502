#pragma once

#include <QObject>
#include <QUndoStack>
#include <algorithm>
#include <memory>
#include <optional>

#include "ui/reading/workspace.h"

namespace headlight {

/// The steps that a workspace went through. What a person does in one go, such as typing a few words or walking along
/// the heads, is one step; what a result made necessary belongs to the step before.
class History final : public QObject {
  Q_OBJECT
 public:
  /// Begins with the first state that has a model.
  explicit History(Workspace* workspace, QObject* parent = nullptr);
  ~History() override;

  bool canUndo() const { return m_steps.canUndo(); }
  bool canRedo() const { return m_steps.canRedo(); }
  /// What undo() and redo() take back and do again: "Ablate head 1.3"; empty for nothing.
  QString undoName() const { return m_steps.undoText(); }
  QString redoName() const { return m_steps.redoText(); }
  /// Goes back one step; another model is opened first, and when that fails nothing changes.
  void undo() { m_steps.undo(); }
  void redo() { m_steps.redo(); }

  int count() const { return m_steps.count(); }
  /// How many of the steps have been done.
  int index() const { return m_steps.index(); }
  /// What step `i` does, counted from the first.
  QString name(int i) const { return m_steps.text(i); }
  /// Goes to where `index` of the steps have been done, at once.
  void goTo(int index) { m_steps.setIndex(std::min(index, count())); }

  /// Begins anew with the present state: another session has come.
  void restart();

 signals:
  void changed();

 private:
  using State = std::shared_ptr<WorkspaceState>;  ///< The one after a step is the one before the next.
  class Entry;

  void note(const WorkspaceState& now, Origin origin);
  void take(const WorkspaceState& now);
  void follow(int index);
  void arrive(const WorkspaceState& now);
  /// Stays at the present state: what was on the way does not come.
  void stay();
  State stateAt(int index) const;

  Workspace* m_workspace;
  QUndoStack m_steps;
  State m_present;            ///< Null before the first.
  int m_at = 0;               ///< How many steps led to it.
  std::optional<int> m_goal;  ///< Where it goes: its model is being opened.
  bool m_goesOn = false;      ///< The next change may be of the step before.
  bool m_moving = false;      ///< The steps change, and the workspace has no part in it.
};

}  // namespace headlight
