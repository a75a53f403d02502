#include "ui/reading/history.h"

namespace headlight {
namespace {

/// A pause that ends a step, and the longest step: undoing a minute of typing at once would undo too much.
constexpr qint64 kPauseMs = 1000, kLongestStepMs = 5000;
/// A model that writes takes its time for each token.
constexpr qint64 kWritingPauseMs = 10'000;
constexpr std::size_t kMostStates = 1000;

void takeZooms(WorkspaceState& state, const WorkspaceState& from) {
  for (std::size_t i = 0; i < state.panels.size(); ++i) state.panels[i].zoom = from.panels[i].zoom;
}

}  // namespace

History::History(Workspace* workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
  connect(workspace, &Workspace::stateTaken, this, &History::arrive);
  connect(workspace, &Workspace::changed, this,
          [this](const WorkspaceState&, const WorkspaceState& after, Origin origin) { note(after, origin); });
  connect(workspace, &Workspace::openingFailed, this, [this] { m_goal.reset(); });
}

History::Step History::stepBetween(const WorkspaceState& before, const WorkspaceState& after) {
  WorkspaceState changed = before;
  changed.text = after.text;
  changed.ids = after.ids;
  changed.pair = after.pair;
  changed.continuation = after.continuation;
  if (before.otherText && after.otherText) changed.otherText = after.otherText;
  // A text that has changed is seen whole again.
  if (changed.panels.size() == after.panels.size()) takeZooms(changed, after);
  if (changed == after &&
      (before.text != after.text || before.ids != after.ids || before.pair != after.pair || before.otherText != after.otherText))
    return Step::Text;
  changed = before;
  changed.continuation = after.continuation;
  changed.token = after.token;
  if (changed.panels.size() == after.panels.size()) takeZooms(changed, after);
  if (changed == after && before.continuation != after.continuation) return Step::Written;
  changed = before;
  changed.head = after.head;
  if (changed == after) return Step::Head;
  changed = before;
  changed.token = after.token;
  if (changed == after) return Step::Token;
  changed = before;
  if (changed.panels.size() == after.panels.size()) takeZooms(changed, after);
  return changed == after ? Step::Zoom : Step::Other;
}

void History::note(const WorkspaceState& now, Origin origin) {
  if (!m_workspace->model()) return;
  if (m_states.empty()) {
    m_states.push_back(now);
    return;
  }
  if (now == m_states[m_at]) {
    return;
  } else if (origin == Origin::Program) {
    m_states[m_at] = now;  // A shorter text has lost its pinned token: that belongs to the change of the text.
  } else {
    m_goal.reset();
    take(now);
  }
  emit changed();
}

// What has come may differ from what was asked for, where a file has changed meanwhile: it is that step all the same.
void History::arrive(const WorkspaceState& asked) {
  if (!m_goal || asked != m_states[*m_goal]) return;
  m_at = *m_goal;
  m_goal.reset();
  m_states[m_at] = m_workspace->state();
  emit changed();
}

void History::restart() {
  m_states = {m_workspace->state()};
  m_at = 0;
  m_goal.reset();
  m_step = Step::None;
  emit changed();
}

void History::take(const WorkspaceState& state) {
  const Step step = stepBetween(m_states[m_at], state);
  m_states.resize(m_at + 1);
  // While a model writes, each of its tokens is selected as it comes.
  const bool writes = m_step == Step::Written && (step == Step::Written || step == Step::Token || step == Step::Zoom);
  const bool goesOn = m_at > 0 && (writes ? m_sinceLast.elapsed() < (step == Step::Written ? kWritingPauseMs : kPauseMs)
                                          : step != Step::Other && step == m_step && m_sinceLast.elapsed() < kPauseMs &&
                                                m_sinceFirst.elapsed() < kLongestStepMs);
  m_sinceLast.start();
  if (goesOn) {
    m_states[m_at] = state;
    if (state != m_states[m_at - 1]) return;
    // There and back again is no step.
    m_states.pop_back();
    --m_at;
    m_step = Step::None;
    return;
  }
  m_step = step;
  m_sinceFirst.start();
  m_states.push_back(state);
  if (m_states.size() > kMostStates) m_states.erase(m_states.begin());
  m_at = m_states.size() - 1;
}

void History::undo() {
  if (canUndo()) goTo(m_at - 1);
}

void History::redo() {
  if (canRedo()) goTo(m_at + 1);
}

void History::goTo(std::size_t index) {
  m_goal = index;
  m_step = Step::None;
  const WorkspaceState state = m_states[index];
  m_workspace->setState(state, Fit::Clamp, Origin::History);
}

}  // namespace headlight
