#pragma once

#include <QMainWindow>
#include <QPointer>

#include "ui/reading/workspace.h"
#include "ui/state/session_file.h"

class QMimeData;
class QTabWidget;

namespace headlight {

class AnswerStepper;
class Appearance;
class AtlasPane;
class AtlasView;
class ChangesBadge;
class ChangesPane;
class ComparisonPane;
class Deck;
class EffectPane;
class FindBar;
class History;
class HistoryCommands;
class Inspector;
class MessageBar;
class MediaBar;
class ModelButton;
class Panel;
class PanelArea;
class PatchWords;
class PathOpener;
class SessionController;
class Shortcuts;
class SurpriseTint;
class TextBar;
class TokenStrip;
class WelcomeTour;
class WindowLayout;
class Windows;
class WorkController;
struct Sample;

/// The window: puts the parts together and connects them with the Workspace; the parts do the work.
class MainWindow final : public QMainWindow {
  Q_OBJECT
 public:
  /// Opens with nothing in it; openState() or opener().open() follow.
  explicit MainWindow(Engine engine, QWidget* parent = nullptr);
  ~MainWindow() override;

  Workspace& workspace() { return m_workspace; }
  PanelArea& panelArea() { return *m_panels; }
  WorkController& work() { return *m_work; }
  const History& history() const { return *m_history; }
  PathOpener& opener() { return *m_opener; }
  SessionController& sessions() { return *m_sessions; }
  Windows& windows() { return *m_windows; }
  ChangesPane& changes() { return *m_changes; }
  HistoryCommands& steps() { return *m_steps; }
  Appearance& appearance() { return *m_appearance; }

  void openState(const WorkspaceState& state);
  /// Says something that stays until it is dismissed.
  void showMessage(Notice::Level level, const QString& text);

  /// Does what the command of this objectName does; nothing while it is not enabled.
  void act(const char* name);
  /// A sample in `panels`; says why when it cannot be opened, and is false then.
  bool openSample(const Sample& sample, const std::vector<PanelState>& panels);
  /// A sample in the panels that there are, with what to look for.
  void showSample(const Sample& sample);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void buildLayout();
  void makeActions();
  void showSettings();
  /// One line in which all that the window can do is found.
  void showPalette();
  /// Leads through the parts of the window in a minute.
  void showWelcome();
  /// The model with the changes beside the model as it is, and their difference.
  void showChangesBeside();
  /// Stops opening a model or reading the text.
  void stop();
  /// Whether there is a model to ask; says so where there is attention from a file alone.
  bool hasModelToAsk();
  /// What is changed, and below it what that does.
  QWidget* makeChangesTab();
  void showChangesTab();
  void connectWorkspace();
  void connectSessions();
  /// Takes over what was typed a moment ago.
  void flush();
  void showWindowTitle();
  /// What the model reads: where something is typed, and the tokens of a text.
  void showReads();
  /// Takes pictures or files that were pasted.
  void paste(const QMimeData& media);
  void restyle();
  void showTexts();
  /// The pictures of the text on the chips of their tokens.
  void showPictures();
  void showResult();
  /// Shows what the changes do to tokens and how many there are.
  void showChangeMarks();
  /// Adds panels and turns to the last of them.
  void addCompared(const std::vector<PanelState>& panels);
  /// Has the numbers beside the pictures follow the current panel.
  void inspectCurrent();

  Engine m_engine;
  Workspace m_workspace;
  Appearance* m_appearance;
  MessageBar* m_messages;
  ModelButton* m_modelButton;
  MediaBar* m_media;
  TextBar* m_textBar;
  FindBar* m_find;
  TokenStrip* m_tokens;
  SurpriseTint* m_surprise;
  AnswerStepper* m_stepper;
  PatchWords* m_patch;
  WindowLayout* m_layout;
  AtlasPane* m_atlasPane;
  AtlasView* m_atlas;
  PanelArea* m_panels;
  Inspector* m_inspector;
  ComparisonPane* m_comparison;
  ChangesBadge* m_badge;
  ChangesPane* m_changes;
  EffectPane* m_effect;
  QTabWidget* m_sideTabs;
  History* m_history;
  HistoryCommands* m_steps;
  SessionController* m_sessions;
  PathOpener* m_opener;
  WorkController* m_work;
  Deck* m_deck;
  Windows* m_windows;
  Shortcuts* m_shortcuts;
  QPointer<WelcomeTour> m_welcome;
};

}  // namespace headlight
