#include "ui/reading/history.h"

#include <QElapsedTimer>
#include <QScopedValueRollback>
#include <QUndoCommand>
#include <utility>

#include "ui/state/words/step_words.h"

namespace headlight {
namespace {

/// A pause that ends a step, and the longest step: undoing a minute of typing at once would undo too much.
constexpr qint64 kPauseMs = 1000, kLongestStepMs = 5000;
/// A model that writes takes its time for each token.
constexpr qint64 kWritingPauseMs = 10'000;
constexpr int kMostSteps = 1000;

}  // namespace

/// One step. It does nothing itself: History takes the workspace to the state at the index of the stack, however many
/// steps away that is.
class History::Entry final : public QUndoCommand {
 public:
  Entry(State before, State after, bool goesOn)
      : m_before(std::move(before)), m_after(std::move(after)), m_goesOn(goesOn) {
    m_sinceFirst.start();
    m_sinceLast.start();
    describe();
  }

  const State& before() const { return m_before; }
  const State& after() const { return m_after; }

  int id() const override { return 1; }
  bool mergeWith(const QUndoCommand* command) override {
    const auto& next = static_cast<const Entry&>(*command);
    if (!next.m_goesOn || !goesOnWith(next)) return false;
    m_after = next.m_after;
    m_sinceLast.start();
    const Step::Kind kind = m_step.kind;
    describe();
    m_step.kind = kind;
    setObsolete(*m_after == *m_before);  // There and back again is no step.
    return true;
  }

 private:
  bool goesOnWith(const Entry& next) const {
    using Kind = Step::Kind;
    const Kind kind = next.m_step.kind;
    // While a model writes, each of its tokens is selected as it comes.
    if (m_step.kind == Kind::Written && (kind == Kind::Written || kind == Kind::Token || kind == Kind::Zoom))
      return m_sinceLast.elapsed() < (kind == Kind::Written ? kWritingPauseMs : kPauseMs);
    return kind != Kind::Other && kind == m_step.kind && next.m_step.place == m_step.place &&
           m_sinceLast.elapsed() < kPauseMs && m_sinceFirst.elapsed() < kLongestStepMs;
  }

  void describe() {
    if (*m_before == *m_after) return;
    m_step = stepBetween(*m_before, *m_after);
    setText(m_step.name);
  }

  State m_before, m_after;
  bool m_goesOn;
  Step m_step;
  QElapsedTimer m_sinceFirst, m_sinceLast;
};

History::History(Workspace* workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
  m_steps.setUndoLimit(kMostSteps);
  connect(&m_steps, &QUndoStack::indexChanged, this, &History::follow);
  connect(workspace, &Workspace::changed, this,
          [this](const WorkspaceState&, const WorkspaceState& after, Origin origin) { note(after, origin); });
  connect(workspace, &Workspace::openingFailed, this, &History::stay);
  // Stopped, unless it is another opening, or what was opened is taken over right now.
  connect(
      workspace, &Workspace::openingEnded, this,
      [this] {
        if (!m_workspace->isOpening()) stay();
      },
      Qt::QueuedConnection);
}

// A stack tells that it is cleared when it goes, after what belongs to it.
History::~History() { m_steps.disconnect(this); }

History::State History::stateAt(int index) const {
  if (m_steps.count() == 0) return m_present;
  const auto entry = [this](int i) { return static_cast<const Entry*>(m_steps.command(i)); };
  return index == 0 ? entry(0)->before() : entry(index - 1)->after();
}

void History::note(const WorkspaceState& now, Origin origin) {
  if (!m_workspace->model()) return;
  if (!m_present) {
    m_present = std::make_shared<WorkspaceState>(now);
  } else if (origin == Origin::History && m_goal) {
    return arrive(now);
  } else if (now == *m_present) {
    return;
  } else if (origin == Origin::Program) {
    *m_present = now;  // A shorter text has lost its pinned token: that belongs to the change of the text.
  } else {
    take(now);
  }
  emit changed();
}

void History::take(const WorkspaceState& now) {
  stay();
  const QScopedValueRollback moving(m_moving, true);
  const int before = m_steps.index();
  m_steps.push(new Entry(m_present, std::make_shared<WorkspaceState>(now), m_goesOn && before > 0));
  m_at = m_steps.index();
  m_present = m_at > 0 ? stateAt(m_at) : std::make_shared<WorkspaceState>(now);
  m_goesOn = m_at >= before;
}

void History::follow(int index) {
  if (m_moving) return;
  m_goesOn = false;
  m_goal = index;
  const WorkspaceState wanted = *stateAt(index);
  switch (m_workspace->setState(wanted, Fit::Clamp, Origin::History)) {
    case EditOutcome::Unchanged:
      return arrive(m_workspace->state());
    case EditOutcome::Refused:
      return stay();
    case EditOutcome::Applied:
    case EditOutcome::Opening:
      break;
  }
}

// What has come may differ from what was asked for, where a file has changed meanwhile: it is that step all the same.
void History::arrive(const WorkspaceState& now) {
  if (!m_goal) return;
  m_at = *std::exchange(m_goal, std::nullopt);
  m_present = stateAt(m_at);
  *m_present = now;
  emit changed();
}

void History::stay() {
  if (!m_goal) return;
  m_goal.reset();
  const QScopedValueRollback moving(m_moving, true);
  m_steps.setIndex(m_at);
  emit changed();
}

void History::restart() {
  const QScopedValueRollback moving(m_moving, true);
  m_goal.reset();
  m_goesOn = false;
  m_steps.clear();
  m_at = 0;
  m_present = std::make_shared<WorkspaceState>(m_workspace->state());
  emit changed();
}

}  // namespace headlight
