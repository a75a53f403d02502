#pragma once

#include <QObject>
#include <QTimer>
#include <array>
#include <functional>
#include <map>
#include <memory>

#include "ui/job.h"
#include "ui/reading/readings.h"
#include "ui/reading/runs.h"
#include "ui/state/origin.h"
#include "ui/state/workspace_state.h"
#include "ui/views/selection.h"

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

/// What is being looked at: a model and a text, perhaps another of each to compare with, and panels. Keeps the readings
/// that the panels need up to date (the newest change wins) and the last good ones while newer ones are computed or
/// cannot be. Whatever changes its state goes through edit() or setState() and is told by changed().
class Workspace : public QObject {
  Q_OBJECT
 public:
  explicit Workspace(Engine engine, QObject* parent = nullptr);

  Selection* selection() { return &m_selection; }
  const Selection* selection() const { return &m_selection; }
  /// Everything a session would save.
  WorkspaceState state() const;
  /// Changes a copy of the state and takes over what of it fits models and texts. When that is not all that was asked
  /// for, the signals of what it concerns are emitted all the same, so that controls show the state again.
  EditOutcome edit(const std::function<void(WorkspaceState&)>& change, Origin origin = Origin::Person);
  /// Takes over all of `state`. When it names other models those are opened first; if that fails, or if a model does
  /// not have the heads of the state and `fit` refuses that, openingFailed() says so and nothing changes.
  EditOutcome setState(const WorkspaceState& state, Fit fit = Fit::Clamp, Origin origin = Origin::Session);

  /// Opens another model for the same text. The old one stays until the new one is ready, and when it cannot be opened.
  void openModel(const std::filesystem::path& folder);
  /// Opens a model to compare with, and shows it beside.
  void openOtherModel(const std::filesystem::path& folder);
  void closeOtherModel();
  void cancelOpening() { m_opening.cancel(); }
  bool isOpening() const { return m_opening.isRunning(); }
  /// The model in use; null before the first one is open.
  const std::shared_ptr<const Source>& model() const { return m_models[0]; }
  /// The one that it is compared with, if there is one.
  const std::shared_ptr<const Source>& otherModel() const { return m_models[1]; }

  const std::string& text() const { return m_state.text; }
  const std::optional<Shared<std::string>>& pair() const { return m_state.pair; }
  const std::optional<TextInput>& otherText() const { return m_state.otherText; }
  void setTexts(const Shared<std::string>& text, const std::optional<Shared<std::string>>& pair);
  /// All that is typed, as one change.
  void setInputs(const TextInput& text, const std::optional<TextInput>& other);
  /// The same from elsewhere than where the texts are typed.
  void replaceTexts(const Shared<std::string>& text, const std::optional<Shared<std::string>>& pair);
  /// What a model without a tokenizer reads.
  void setIds(const Shared<std::string>& ids);
  const std::string& ids() const { return m_state.ids; }
  /// What is said in turns, in place of the text; none for the text.
  void setConversation(const std::optional<Shared<Conversation>>& conversation, Origin origin = Origin::Person);
  const std::optional<Shared<Conversation>>& conversation() const { return m_state.conversation; }
  /// What the model wrote behind the text, by ids; gone when the text changes.
  void setContinuation(std::vector<std::int64_t> ids);
  const std::vector<std::int64_t>& continuation() const { return m_state.continuation; }
  const std::vector<KeptImage>& pictures() const { return m_state.pictures; }
  const std::optional<KeptSound>& sound() const { return m_state.sound; }
  /// Puts a picture into the text, or in place of number `at`, with panels that show it; what its model does not read
  /// is kept.
  void putPicture(const KeptImage& picture, std::optional<std::size_t> at = {});
  void removePicture(std::size_t at);
  /// What a speech model reads; none for nothing.
  void setSound(const std::optional<KeptSound>& sound);
  /// The text to compare with, as it is typed; the first one is shown beside, none takes the panels that show it back
  /// to the first.
  void setOtherText(const std::optional<TextInput>& other);

  const std::vector<PanelState>& panels() const { return m_state.panels; }
  void setPanel(std::size_t index, const PanelState& panel);
  /// Brings the same part into view in panel `index` and, while it is linked, in those with the same tokens.
  void setZoom(std::size_t index, const QRectF& cells, bool byPerson = true);
  void addPanels(const std::vector<PanelState>& panels);
  /// Adds panels that show `run` if none does.
  void showBeside(RunId run);
  void addPanel(const PanelState& panel) { addPanels({panel}); }
  /// Removes a panel; the last one stays.
  void removePanel(std::size_t index);
  /// Takes a panel out and puts it in so that it has number `to` afterwards.
  void movePanel(std::size_t from, std::size_t to);
  void swapPanels(std::size_t a, std::size_t b);
  /// Gives one panel all the room, or none.
  void setMaximised(std::optional<std::size_t> index);
  std::optional<std::size_t> maximised() const { return m_state.maximised; }
  void setAtlas(const AtlasState& atlas);
  const AtlasState& atlas() const { return m_state.atlas; }
  const std::map<HeadId, std::string>& headNotes() const { return m_state.headNotes; }

  /// What is changed in the model, for readings with the changes.
  const std::vector<Change>& changes() const { return m_state.changes; }
  void setChanges(std::vector<Change> changes);
  /// Has the window show the model with its changes, or as it is.
  void setShowsChanges(bool shows);

  const std::vector<DeckSlide>& deck() const { return m_state.deck; }
  void setDeck(std::vector<DeckSlide> deck);

  /// A reading that `who` wants beside those of the panels.
  void alsoWant(const QObject* who, std::optional<RunId> run);
  const RunResults& results() const { return m_runs.results(); }
  /// The results as the window shows them, and as a panel does.
  RunResults shownResults() const { return headlight::shownResults(results(), m_state); }
  RunResults resultsFor(const PanelState& panel) const { return headlight::resultsFor(panel, results(), m_state); }
  /// The last good result of the first reading; null before the first run.
  const std::shared_ptr<const RunResult>& result() const { return results()[RunId{}]; }
  /// Whether result() belongs to another text or model than the present ones and no newer one will come.
  bool isStale() const { return m_runs.isStale({}) || !m_lost[0].isEmpty(); }
  bool isStale(const PanelState& panel) const;
  /// What there is to say about the texts.
  const Notice& notice() const { return m_notice; }
  bool isRunning() const { return m_runs.isRunning(); }
  void cancelRun();
  /// How long the last run of the first reading took, from its start to its result, in milliseconds.
  qint64 lastRunTime() const { return m_runs.timeOf({}); }

 signals:
  /// The state is another one. `before` is the `after` of the last time.
  void changed(const headlight::WorkspaceState& before, const headlight::WorkspaceState& after,
               headlight::Origin origin);
  /// One of the models is another one; state() names it already.
  void modelChanged();
  void openingStarted(const QString& name);
  void openingProgressed(double part, const QString& what);
  /// The state that setState() was asked for is there, as far as its models and their files allow.
  void stateTaken(const headlight::WorkspaceState& asked);
  /// A change was refused; why.
  void refused(const QString& message);
  /// Opened, failed or stopped.
  void openingEnded();
  void openingFailed(const QString& folder, const QString& message);
  /// The texts are others than where they are typed.
  void textsReplaced();
  /// There are more panels or fewer, or other things that they can show.
  void panelsChanged();
  void panelChanged(std::size_t index);
  void deckChanged();
  void changesChanged();
  void atlasChanged();
  /// The first reading has a new result.
  void resultChanged();
  /// Any reading has, or the window shows other ones: those with the changes, or those without.
  void resultsChanged();
  void staleChanged();
  void noticeChanged(const headlight::Notice& notice);
  void runningChanged(bool running);
  void runProgressed(double part, const QString& what);

 private:
  /// Models to be opened, and the state that waits for them.
  struct Opening {
    std::optional<std::filesystem::path> model, otherModel;
    std::optional<WorkspaceState> then;
    Fit fit = Fit::Clamp;
    Origin origin = Origin::Person;
  };

  EditOutcome open(const Opening& opening);
  EditOutcome takeModels(const OpenedModels& models, const Opening& opening);
  void takeState(const WorkspaceState& state);
  /// Whether a state is beyond what a workspace holds: then refused() says so, and controls show the present one again.
  bool refuses(const WorkspaceState& asked, Origin origin);
  /// Selects without telling.
  void select(HeadId head, std::optional<Index> token);
  /// Has the window show where the state differs from `before`, and where it is not what was `asked` for.
  void show(const WorkspaceState& before, const WorkspaceState& asked, Origin origin);
  /// Emits changed() when anything has changed since the last time.
  void tell(Origin origin);
  /// Attention from a file has its own text; whether it took the place of the one there was.
  bool takeStoredText();
  /// Attention that is read from a file when it is looked at: a file that was cut off is noticed while it is shown.
  void watchFiles();
  void lookAtFiles();
  /// Gives the awaited head and token to the Selection.
  void settle();
  void run();
  /// Whether the first reading has nothing to read.
  bool readsNothing() const;
  QString askForInput() const;
  /// Adds panels that show pictures or a sound where there are none.
  void showMedia(WorkspaceState& state) const;
  void takeResult(RunId run);
  /// Lets what counts by the tokens of the first reading follow them into its new result.
  void followEdit();
  /// Has the panels of `which` show all of their maps again.
  void showWhole(const std::function<bool(const PanelState&)>& which);
  /// Has panels that show `run` begin whole when its tokens are others than before.
  void showWholeOfOthers(RunId run);
  void showNotice();
  void setNotice(Notice::Level level, const QString& text = {});

  Engine m_engine;
  Selection m_selection;
  WorkspaceState m_state;  ///< Without head and token, which the Selection holds.
  WorkspaceState m_told;   ///< What changed() told last.
  OpenedModels m_models;
  std::array<QString, 2> m_lost;  ///< Why the file that a model stands for can no longer be read; empty while it can.
  QTimer m_fileWatch;
  Runs m_runs;
  std::map<const QObject*, RunId> m_alsoWanted;
  std::optional<WorkspaceState> m_awaited;     ///< Its head and token are taken over with the first result of its text.
  RunResults m_zoomedInto;                     ///< Whose cells the panels' zooms count; null where those of the next.
  std::shared_ptr<const RunResult> m_counted;  ///< Whose tokens the state counts by; null when those of the next one.
  Notice m_notice;
  bool m_stopped = false;   ///< The person stopped the last run.
  bool m_settling = false;  ///< The Selection is changed by the workspace, not by a person.
  Job<OpenedModels> m_opening;
};

}  // namespace headlight
