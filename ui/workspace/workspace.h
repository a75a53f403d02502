#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <memory>

#include "ui/job.h"
#include "ui/workspace/engine.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace_state.h"

namespace headlight {

/// A sentence for the person, and how much it matters.
struct Notice {
  enum class Level { None, Hint, Warning, Error };
  Level level = Level::None;
  QString text;
  bool operator==(const Notice&) const = default;
};

/// What becomes of a state whose heads the model does not have.
enum class Fit {
  Clamp,   ///< It shows the nearest heads that the model has.
  Refuse,  ///< It is not taken over.
};

/// What is being looked at: a model, one or two texts, panels. Runs the model when model or text change (the newest
/// change wins) and keeps the last good result while a new one is computed or cannot be.
class Workspace : public QObject {
  Q_OBJECT
 public:
  explicit Workspace(Engine engine, QObject* parent = nullptr);

  Selection* selection() { return &m_selection; }
  /// Everything a session would save.
  WorkspaceState state() const;
  /// Takes over all of `state`. When it names another model that is opened first; if that fails, or if the model does
  /// not have the heads of the state and `fit` refuses that, openingFailed() says so and nothing changes.
  void setState(const WorkspaceState& state, Fit fit = Fit::Clamp);

  /// Opens another model for the same text. The old one stays until the new one is ready, and when it cannot be opened.
  void openModel(const std::filesystem::path& folder);
  void cancelOpening() { m_opening.cancel(); }
  bool isOpening() const { return m_opening.isRunning(); }
  /// The model in use; null before the first one is open.
  const std::shared_ptr<const LoadedModel>& model() const { return m_model; }

  const std::string& text() const { return m_state.text; }
  const std::optional<std::string>& pair() const { return m_state.pair; }
  void setTexts(const std::string& text, const std::optional<std::string>& pair);

  const std::vector<PanelState>& panels() const { return m_state.panels; }
  void setPanel(std::size_t index, const PanelState& panel);
  void addPanel(const PanelState& panel);
  /// Removes a panel; the last one stays.
  void removePanel(std::size_t index);

  const std::vector<DeckSlide>& deck() const { return m_state.deck; }
  void setDeck(std::vector<DeckSlide> deck);

  /// The last good result; null before the first run.
  const std::shared_ptr<const RunResult>& result() const { return m_result; }
  /// Whether result() belongs to another text or model than the present ones and no newer one will come.
  bool isStale() const { return m_stale; }
  /// What there is to say about the text.
  const Notice& notice() const { return m_notice; }
  bool isRunning() const { return m_run.isRunning(); }
  void cancelRun();
  /// How long the last run took, from its start to its result, in milliseconds.
  qint64 lastRunTime() const { return m_lastRunTime; }

 signals:
  void modelChanged();
  void openingStarted(const QString& name);
  void openingProgressed(double part, const QString& what);
  /// Anything of state() changed: by a person, or because a result made it necessary (a shorter text has no token 9).
  void stateChanged(bool byPerson);
  /// Opened, failed or stopped.
  void openingEnded();
  void openingFailed(const QString& folder, const QString& message);
  /// The texts changed by other means than setTexts.
  void textsReplaced();
  /// Panels were added or removed, or the list was replaced.
  void panelsChanged();
  void panelChanged(std::size_t index);
  void deckChanged();
  void resultChanged();
  void staleChanged(bool stale);
  void noticeChanged(const headlight::Notice& notice);
  void runningChanged(bool running);
  void runProgressed(double part, const QString& what);

 private:
  void open(const std::filesystem::path& folder, std::optional<WorkspaceState> then, Fit fit);
  void takeModel(LoadedModel model, const std::filesystem::path& folder, const std::optional<WorkspaceState>& then);
  void takeState(const WorkspaceState& state, bool otherModel);
  /// Gives the awaited head and token to the Selection.
  void settle();
  void run();
  void takeResult(RunResult result);
  void setNotice(Notice::Level level, const QString& text = {});
  void setStale(bool stale);
  HeadId clamped(HeadId head) const;

  Engine m_engine;
  Selection m_selection;
  WorkspaceState m_state;  ///< Without head and token, which the Selection holds.
  std::shared_ptr<const LoadedModel> m_model;
  std::shared_ptr<const RunResult> m_result;
  std::optional<WorkspaceState> m_awaited;  ///< Its head and token are taken over with the first result of its text.
  Notice m_notice;
  bool m_stale = false;
  bool m_settling = false;  ///< The Selection is changed by the workspace, not by a person.
  QElapsedTimer m_timer;
  qint64 m_lastRunTime = 0;
  Job<LoadedModel> m_opening;
  Job<RunResult> m_run;
};

}  // namespace headlight
