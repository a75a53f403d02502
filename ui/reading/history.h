#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <cstddef>
#include <optional>
#include <vector>

#include "ui/reading/workspace.h"

namespace headlight {

/// The states that a workspace went through. What a person does in one go, such as typing a few words or walking along
/// the heads, is one step.
class History final : public QObject {
  Q_OBJECT
 public:
  /// Begins with the first state that has a model.
  explicit History(Workspace* workspace, QObject* parent = nullptr);

  bool canUndo() const { return m_at > 0; }
  bool canRedo() const { return m_at + 1 < m_states.size(); }
  /// Goes back one step; another model is opened first, and when that fails nothing changes.
  void undo();
  void redo();
  /// Begins anew with the present state: another session has come.
  void restart();
  /// The next change is a step of its own.
  void endStep() { m_step = Step::None; }

 signals:
  void changed();

 private:
  /// What a step is made of: several changes of the same kind in a short time are one.
  enum class Step { None, Text, Written, Head, Token, Zoom, Other };
  static Step stepBetween(const WorkspaceState& before, const WorkspaceState& after);
  void note(const WorkspaceState& now, Origin origin);
  void arrive(const WorkspaceState& asked);
  void take(const WorkspaceState& state);
  void goTo(std::size_t index);

  Workspace* m_workspace;
  std::vector<WorkspaceState> m_states;
  std::size_t m_at = 0;               ///< The present one.
  std::optional<std::size_t> m_goal;  ///< On the way there: its model is being opened.
  Step m_step = Step::None;
  QElapsedTimer m_sinceLast, m_sinceFirst;
};

}  // namespace headlight
