#pragma once

#include <QMainWindow>

#include "ui/reading/workspace.h"
#include "ui/state/session_file.h"
#include "ui/widgets/theme.h"

class QSplitter;
class QTabWidget;
class QToolButton;

namespace headlight {

class AtlasPane;
class AtlasView;
class ChangesBadge;
class ChangesPane;
class ChartKeeper;
class ComparisonPane;
class DeckKeeper;
class EffectPane;
class FindBar;
class GenerationBar;
class HelpKeeper;
class History;
class Inspector;
class MainMenu;
class MessageBar;
class Panel;
class PanelArea;
class PathOpener;
class SessionKeeper;
class SurpriseTint;
class TextBar;
class TokenStrip;
class WalkKeeper;
class WorkKeeper;
struct Sample;
struct Settings;

/// The window: puts the parts together and connects them with the Workspace; the parts do the work.
class MainWindow final : public QMainWindow {
  Q_OBJECT
 public:
  /// Opens with nothing in it; openState() or opener().open() follow.
  explicit MainWindow(Engine engine, QWidget* parent = nullptr);
  ~MainWindow() override;

  Workspace& workspace() { return m_workspace; }
  PanelArea& panelArea() { return *m_panels; }
  WorkKeeper& work() { return *m_work; }
  const History& history() const { return *m_history; }
  const TextBar& textBar() const { return *m_textBar; }
  PathOpener& opener() { return *m_opener; }
  SessionKeeper& sessions() { return *m_sessions; }
  DeckKeeper& deck() { return *m_deck; }
  WalkKeeper& walkthrough() { return *m_walkthrough; }
  ChartKeeper& charts() { return *m_charts; }
  HelpKeeper& help() { return *m_help; }
  ChangesPane& changes() { return *m_changes; }

  void openState(const WorkspaceState& state);
  /// Says something that stays until it is dismissed.
  void showMessage(Notice::Level level, const QString& text);

  bool showsSpaces() const { return m_showsSpaces; }
  bool showsSurprise() const;
  ThemeChoice themeChoice() const { return m_themeChoice; }

 public slots:
  void undo();
  void redo();
  /// Goes to where so many of the history's steps have been done.
  void goToStep(int index);
  /// Opens the line for a text to compare with, or closes it.
  void compareTexts();
  void showModelSheet();
  void exportFigure();
  void copyFigure();
  /// The weights of the current panel's head, for spreadsheets.
  void copyNumbers();
  /// Makes a page of the deck of the current panel.
  void addToDeck();
  void showDeck();
  /// Explains the head of the current panel step by step.
  void showWalkthrough();
  void showTour();
  /// A sample in `panels`; says why when it cannot be opened, and is false then.
  bool openSample(const Sample& sample, const std::vector<PanelState>& panels);
  /// What the model costs against the length of the text.
  void showCost();
  /// Which heads noise in the text catches.
  void showNoise();
  /// What the model's answer loses without each head.
  void showAblation();
  /// What several methods say the pinned token looks at.
  void showMethods();
  /// Every number of every head as a table.
  void showHeadTable();
  void showGuide();
  /// Leads through the parts of the window in a minute.
  void showWelcome();
  /// Adds a panel that keeps the head shown now.
  void addPanel();
  void closePanel();
  /// Shows the tokens that are selected in the strip as one in the current panel.
  void makeSpan();
  /// The marked heads in panels of their own, two of them with their difference.
  void compareMarkedHeads();
  /// Selects the head so many layers and heads further; stops at the ends.
  void moveHead(int layers, int heads);
  void setThemeChoice(headlight::ThemeChoice choice);
  void setTextStep(int step);
  void setShowSpaces(bool show);
  /// Colours the tokens by how surprising each is to the model.
  void setShowSurprise(bool show);
  void setReducesMotion(bool reduce);
  /// Has the window show the model as it is, or with the changes again.
  void switchBeforeAfter();
  /// Switches the selected head off, or takes back that it is.
  void switchSelectedHead();
  /// Adds changes to the model and shows what they do.
  void change(const std::vector<headlight::Intervention>& changes);
  /// Opens the tab of the changes with the line to write one.
  void writeChange();
  /// The model with the changes beside the model as it is, and their difference.
  void showChangesBeside();
  /// Has the model write on; shows how, and what it wrote.
  void writeOn();
  void showGeneration();
  /// Opens the line to find tokens and far links.
  void findTokens();
  void findNext(int step);
  void nextFarLink();
  void focusText();
  void focusTokens();
  void focusHeads();
  /// Stops opening a model or reading the text.
  void stop();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  /// The session as it is seen: with what is pointed at.
  Session seenSession();
  void buildLayout();
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
  void showModels();
  /// What is unusual about the models that are open.
  void showRemarks();
  /// The button that names the image, for a model that reads images.
  void showImage();
  void restoreLayout(const Settings& settings);
  void restyle();
  void showTexts();
  void showResult();
  /// Shows what the changes do to tokens and how many there are.
  void showChangeMarks();
  /// Says why a head that was chosen is in no picture, where every panel keeps its own.
  void explainPins(HeadId chosen);
  void endPinsHint();
  /// Whether a panel in view shows the head that is selected.
  bool someFollow() const;
  /// Adds panels and turns to the last of them.
  void addCompared(const std::vector<PanelState>& panels);
  /// Has the numbers beside the pictures follow the current panel.
  void inspectCurrent();

  Engine m_engine;
  Workspace m_workspace;
  MessageBar* m_messages;
  QToolButton* m_modelButton;
  QToolButton* m_imageButton;
  TextBar* m_textBar;
  FindBar* m_find;
  GenerationBar* m_generation;
  TokenStrip* m_tokens;
  SurpriseTint* m_surprise;
  QSplitter* m_splitter;
  AtlasPane* m_atlasPane;
  AtlasView* m_atlas;
  PanelArea* m_panels;
  Inspector* m_inspector;
  ComparisonPane* m_comparison;
  ChangesBadge* m_badge;
  QString m_pinsHint;  ///< What explainPins() said; empty while there is nothing to explain.
  ChangesPane* m_changes;
  EffectPane* m_effect;
  QTabWidget* m_sideTabs;
  MainMenu* m_menu;
  History* m_history;
  SessionKeeper* m_sessions;
  PathOpener* m_opener;
  WorkKeeper* m_work;
  DeckKeeper* m_deck;
  WalkKeeper* m_walkthrough;
  ChartKeeper* m_charts;
  HelpKeeper* m_help;
  ThemeChoice m_themeChoice = ThemeChoice::System;
  bool m_showsSpaces = false;
  QString m_remarks;  ///< Of the models that are open, as they were said.
};

}  // namespace headlight
