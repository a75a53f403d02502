#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QPointer>
#include <QScreen>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/io/stored_attention.h"
#include "core/model/adapter.h"
#include "ui/charts/ablation_window.h"
#include "ui/charts/corpus/corpus_window.h"
#include "ui/charts/find/find_window.h"
#include "ui/dialogs/help_dialogs.h"
#include "ui/help/command_palette.h"
#include "ui/help/welcome_tour.h"
#include "ui/images/image_file.h"
#include "ui/images/sound_player.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/atlas_pane.h"
#include "ui/panes/changes/changes_badge.h"
#include "ui/panes/changes/changes_pane.h"
#include "ui/panes/changes/effect_pane.h"
#include "ui/panes/comparison_pane.h"
#include "ui/panes/generation_bar.h"
#include "ui/panes/inspector.h"
#include "ui/panes/media/answer_stepper.h"
#include "ui/panes/media/media_bar.h"
#include "ui/panes/media/patch_words.h"
#include "ui/panes/message_bar.h"
#include "ui/panes/run_status.h"
#include "ui/panes/text_bar.h"
#include "ui/panes/token_strip.h"
#include "ui/panes/tokens/find_bar.h"
#include "ui/panes/tokens/other_tokens.h"
#include "ui/panes/tokens/surprise_tint.h"
#include "ui/private_mode.h"
#include "ui/reading/comparing_panels.h"
#include "ui/reading/history.h"
#include "ui/reading/media_input.h"
#include "ui/reading/written_text.h"
#include "ui/state/panel_kind.h"
#include "ui/state/recent_files.h"
#include "ui/state/samples.h"
#include "ui/state/settings.h"
#include "ui/state/words/change_words.h"
#include "ui/views/atlas_view.h"
#include "ui/views/image_overlay_view.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/window/appearance.h"
#include "ui/window/beginning.h"
#include "ui/window/commands/figure_commands.h"
#include "ui/window/commands/history_commands.h"
#include "ui/window/commands/main_menu.h"
#include "ui/window/commands/palette_entries.h"
#include "ui/window/commands/shortcuts.h"
#include "ui/window/model_button.h"
#include "ui/window/path_opener.h"
#include "ui/window/pins_hint.h"
#include "ui/window/session_controller.h"
#include "ui/window/setting_rows.h"
#include "ui/window/window_kinds.h"
#include "ui/window/window_layout.h"
#include "ui/window/work_controller.h"
#include "ui/window_manners.h"
#include "ui/windows/deck.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// The place of a model, of an adapter that of all of it.
std::filesystem::path wholeAdapter(const std::filesystem::path& model) {
  auto place = readAdapterPlace(model);
  if (!place) return model;
  place->scale = 1;
  return place->path();
}

/// A panel's frame around something that is no panel.
QFrame* makeCard(const QString& title, QWidget* content) {
  auto* card = named("card", new QFrame);
  auto* column = makeBox<QVBoxLayout>(card, {1, 1, 1, 1}, 0);
  if (!title.isEmpty()) {
    auto* label = named("cardTitle", new QLabel(title));
    label->setContentsMargins(readingMargins(12, 8, 8, 4));
    column->addWidget(label);
  }
  column->addWidget(content, 1);
  return card;
}

/// What a sentence of the tour is shown in: the sentence itself and its links, which are read at once.
std::vector<PanelState> tourPanels() {
  std::vector<PanelState> panels(2);
  panels[0].kind = PanelKind::Text;
  panels[1].kind = PanelKind::Links;
  return panels;
}

/// What a person wrote about a head; empty for nothing.
QString noteOf(const Workspace& workspace, HeadId head) {
  const auto& notes = workspace.headNotes();
  const auto note = notes.find(head);
  return note == notes.end() ? QString() : QString::fromStdString(note->second);
}

}  // namespace

MainWindow::MainWindow(Engine engine, QWidget* parent)
    : QMainWindow(parent), m_engine(engine), m_workspace(std::move(engine)) {
  m_appearance = new Appearance(this);
  setWindowTitle(tr("Headlight"));
  setWindowIcon(QIcon(QStringLiteral(":/headlight/icons/headlight.svg")));
  setAcceptDrops(true);
  buildLayout();
  m_history = new History(&m_workspace, this);
  m_sessions = new SessionController(&m_workspace, this);
  m_opener = new PathOpener(&m_workspace, m_sessions, this);
  m_work = new WorkController({&m_workspace, m_sessions, m_history, m_messages}, this);
  const auto session = [this] { return m_sessions->session(); };
  m_deck = new Deck(
      &m_workspace, session, m_engine, [](const StatisticsView& view) { return exportableStatistics(choiceOf(view)); },
      this);
  m_windows = new Windows(
      windowKinds(&m_workspace,
                  {m_deck, m_panels, session, [this](const Sample& sample) { openSample(sample, tourPanels()); }}),
      &m_workspace, this);
  auto* figures =
      new FigureCommands({&m_workspace, m_panels, m_atlas, m_deck, m_messages, session, [this] { flush(); }}, this);
  m_steps = new HistoryCommands(
      m_history, m_textBar, [this] { flush(); }, this);
  makeActions();
  new Beginning(*this, m_engine, *figures);
  m_modelButton->setMenu((new MainMenu(*this))->modelMenu());
  m_shortcuts = new Shortcuts(*menuBar(), this);
  new WindowManners(*qApp, this);
  connectWorkspace();
  connectSessions();
  m_layout->restore();
  restyle();
  m_work->offerRecovery();
}

// All that looks at the workspace goes before it does, which as a member goes before what QWidget owns.
MainWindow::~MainWindow() {
  for (const QPointer<QObject>& child : std::vector<QPointer<QObject>>(children().begin(), children().end()))
    if (child && child != layout()) delete child;
}

void MainWindow::buildLayout() {
  m_messages = new MessageBar;
  m_modelButton = new ModelButton(&m_workspace, m_messages);
  m_textBar = new TextBar;
  m_media = new MediaBar(&m_workspace);
  m_textBar->setMedia(m_media);
  m_find = new FindBar(&m_workspace);
  m_tokens = new TokenStrip(m_workspace.selection());
  m_surprise = new SurpriseTint(&m_workspace, m_tokens);
  m_stepper = new AnswerStepper(m_workspace.selection());
  m_patch = new PatchWords(m_workspace.selection(), m_tokens);
  connect(m_patch, &PatchWords::activeChanged, this, [this](bool active) {
    m_surprise->setPaused(active);
    for (Panel* panel : m_panels->panels())
      if (auto* overlay = qobject_cast<ImageOverlayView*>(panel->view()); overlay && !active) overlay->setPart({});
  });
  connect(m_patch, &PatchWords::playRequested, this, [this](double second) {
    const auto& sound = m_workspace.sound();
    if (!sound || playFrom(*sound->sound, second)) return;
    showMessage(Notice::Level::Hint, tr("Nothing plays from here: the sound has ended, or no program on this "
                                        "computer opens WAV files."));
  });
  m_badge = new ChangesBadge(&m_workspace);
  connect(m_badge, &ChangesBadge::listRequested, this, &MainWindow::showChangesTab);

  m_atlasPane = new AtlasPane(&m_workspace);
  m_atlas = &m_atlasPane->view();
  m_panels = new PanelArea(&m_workspace);
  m_inspector = new Inspector(m_workspace.selection());
  auto* columns = named("columns", new QSplitter(Qt::Horizontal));
  columns->setHandleWidth(8);
  if (isRightToLeft()) columns->setContentsMargins(0, 0, 1, 0);  // Qt lays out one pixel too far to the right.
  columns->addWidget(makeCard(tr("Heads"), m_atlasPane));
  columns->addWidget(m_panels);
  m_comparison = new ComparisonPane(&m_workspace);
  m_sideTabs = named("sideTabs", new QTabWidget);
  m_sideTabs->setAccessibleName(tr("Side panel"));
  m_sideTabs->tabBar()->setAccessibleName(m_sideTabs->accessibleName());
  m_sideTabs->setDocumentMode(true);
  m_sideTabs->setUsesScrollButtons(false);
  m_sideTabs->addTab(m_inspector, tr("Inspect"));
  m_sideTabs->addTab(m_comparison, tr("Compare"));
  m_sideTabs->addTab(makeChangesTab(), tr("Change"));
  columns->addWidget(makeCard({}, m_sideTabs));
  columns->setStretchFactor(0, 2);
  columns->setStretchFactor(1, 6);
  columns->setStretchFactor(2, 2);
  columns->setCollapsible(1, false);
  m_layout = new WindowLayout(columns, this);

  auto* top = new QHBoxLayout;
  top->setSpacing(8);
  top->addWidget(m_modelButton, 0, Qt::AlignTop);
  top->addWidget(m_textBar, 1);
  auto* page = new QWidget;
  auto* column = makeBox<QVBoxLayout>(page, {8, 4, 8, 0}, 8);
  column->addWidget(m_messages);
  column->addLayout(top);
  column->addWidget(m_find);
  column->addWidget(new GenerationBar(&m_workspace));
  column->addWidget(m_tokens);
  column->addWidget(new OtherTokens(&m_workspace));
  column->addWidget(m_surprise);
  column->addWidget(m_patch);
  column->addWidget(m_stepper);
  column->addWidget(m_badge);
  column->addWidget(columns, 1);
  setCentralWidget(page);
  auto* status = new RunStatus(&m_workspace);
  connect(m_panels, &PanelArea::cellTextChanged, status, &RunStatus::showCell);
  setStatusBar(status);
  m_textBar->setFocus();
}

QWidget* MainWindow::makeChangesTab() {
  m_changes = new ChangesPane(&m_workspace);
  m_effect = new EffectPane(&m_workspace);
  auto* page = named("inspectorPage", new QWidget);
  auto* column = makeBox<QVBoxLayout>(page, readingMargins(12, 8, 8, 8), 16);
  column->addWidget(m_changes);
  column->addWidget(m_effect);
  column->addStretch(1);
  return named("changesTab", makeScroll(tr("Change"), page));
}

void MainWindow::connectWorkspace() {
  connect(m_textBar, &TextBar::edited, &m_workspace,
          [this](const TextInput& text, const std::optional<TextInput>& other) {
            m_messages->endHint();
            m_workspace.setInputs(text, other);
          });
  connect(m_textBar, &TextBar::idsEdited, &m_workspace, [this](const std::string& ids) {
    m_messages->endHint();
    m_workspace.setIds(ids);
  });
  connect(m_textBar, &TextBar::conversationEdited, &m_workspace,
          [this](const std::optional<Shared<Conversation>>& conversation, Origin origin) {
            m_messages->endHint();
            m_workspace.setConversation(conversation, origin);
          });
  connect(m_textBar, &TextBar::mediaPasted, this, [this](const QMimeData* media) { paste(*media); });
  connect(m_media, &MediaBar::pictureRequested, this,
          [this](std::optional<std::size_t> at) { m_opener->chooseImage(at); });
  connect(m_media, &MediaBar::soundRequested, this, [this] { m_opener->chooseSound(); });
  connect(m_textBar, &TextBar::refused, this, [this](const QString& why) { showMessage(Notice::Level::Hint, why); });
  connect(&m_workspace, &Workspace::textsReplaced, this, &MainWindow::showTexts);
  connect(&m_workspace, &Workspace::noticeChanged, m_textBar, &TextBar::setNotice);
  connect(&m_workspace, &Workspace::resultChanged, this, &MainWindow::showResult);
  connect(&m_workspace, &Workspace::changesChanged, this, &MainWindow::showChangeMarks);
  connect(&m_workspace, &Workspace::modelChanged, this, [this] {
    showReads();
    showWindowTitle();
    const bool stored = m_workspace.model()->stored != nullptr;
    m_textBar->setChat(m_workspace.model()->chat.get(), QString::fromStdString(m_workspace.model()->info.name));
    m_textBar->setEditable(!stored, tr("This text is part of the attention file"));
    m_changes->setEnabled(!stored);
    m_changes->setToolTip(stored ? tr("No model to change: this file contains only attention.") : QString());
    const WorkspaceState state = m_workspace.state();
    if (state.otherModel) noteRecent(RecentList::Models, wholeAdapter(*state.otherModel));
    noteRecent(RecentList::Models, wholeAdapter(state.model));
  });
  connect(&m_workspace, &Workspace::openingStarted, this,
          [this](const QString& name) { m_messages->showProgress(tr("Opening %1").arg(name)); });
  connect(&m_workspace, &Workspace::openingProgressed, m_messages, &MessageBar::setProgress);
  connect(&m_workspace, &Workspace::openingEnded, m_messages, &MessageBar::endProgress);
  connect(&m_workspace, &Workspace::openingFailed, this, [this](const QString& path, const QString& message) {
    const std::filesystem::path place = path.toStdString();
    if (!holdsAttention(place)) return showMessage(Notice::Level::Error, message);
    if (const auto texts = textsToChooseFrom(place); texts > 1) return m_opener->chooseTextOfBatch(place, texts);
    if (!holdsScores(place)) return showMessage(Notice::Level::Error, message);
    m_messages->showQuestion(message, tr("Apply softmax"),
                             [this, place] { m_workspace.openModel(storedWithSoftmax(place)); });
  });
  connect(&m_workspace, &Workspace::refused, this,
          [this](const QString& message) { showMessage(Notice::Level::Warning, message); });
  connect(m_messages, &MessageBar::cancelRequested, &m_workspace, &Workspace::cancelOpening);
  connect(m_appearance, &Appearance::changed, this, &MainWindow::restyle);
  connect(m_appearance, &Appearance::said, this,
          [this](const QString& text) { showMessage(Notice::Level::Hint, text); });
  const auto compareCurrent = [this] {
    const Panel* panel = m_panels->current();
    if (!panel) return;
    m_comparison->setPanel(panel->state());
    m_effect->setPanel(panel->state());
  };
  connect(m_panels, &PanelArea::currentChanged, this, &MainWindow::inspectCurrent);
  connect(&m_workspace, &Workspace::panelsChanged, this, &MainWindow::inspectCurrent);
  connect(&m_workspace, &Workspace::panelChanged, this, &MainWindow::inspectCurrent);
  connect(&m_workspace, &Workspace::resultsChanged, this, &MainWindow::inspectCurrent);
  connect(m_workspace.selection(), &Selection::headChanged, this, &MainWindow::inspectCurrent);
  connect(m_inspector, &Inspector::noteWritten, &m_workspace, [this](HeadId head, const QString& note) {
    m_workspace.edit([&](WorkspaceState& state) {
      if (note.isEmpty())
        state.headNotes.erase(head);
      else
        state.headNotes[head] = note.toStdString();
    });
  });
  connect(&m_workspace, &Workspace::changed, this, [this](const WorkspaceState& before, const WorkspaceState& after) {
    if (before.headNotes != after.headNotes) m_inspector->setNote(noteOf(m_workspace, m_inspector->head()));
  });
  connect(m_panels, &PanelArea::currentChanged, m_comparison, compareCurrent);
  connect(&m_workspace, &Workspace::panelsChanged, m_comparison, compareCurrent);
  connect(&m_workspace, &Workspace::panelChanged, m_comparison, compareCurrent);
  connect(m_comparison, &ComparisonPane::panelRequested, &m_workspace, &Workspace::addPanel);
  connect(m_windows, &Windows::refused, this, &MainWindow::hasModelToAsk);
  connect(m_windows, &Windows::failed, this,
          [this](const QString& message) { showMessage(Notice::Level::Error, message); });
  connect(m_effect, &EffectPane::mapRequested, this, [this](std::int64_t answer) {
    if (auto* map = qobject_cast<AblationWindow*>(m_windows->open("ablation"))) map->watch(answer);
  });
  connect(m_effect, &EffectPane::differenceRequested, this, &MainWindow::showChangesBeside);
  connect(m_effect, &EffectPane::panelRequested, &m_workspace, [this](const PanelState& panel) {
    const auto at = sameDifference(m_workspace.panels(), panel);
    if (!at) return m_workspace.addPanel(panel);
    PanelState shown = m_workspace.panels()[*at];
    shown.pinned = panel.pinned;
    m_workspace.setPanel(*at, shown);
  });
  const auto change = [this](const Intervention& what) { m_changes->change({what}); };
  connect(m_panels, &PanelArea::changeRequested, m_changes, change);
  connect(m_panels, &PanelArea::partChosen, m_patch, &PatchWords::setPart);
  connect(m_atlasPane, &AtlasPane::changeRequested, m_changes, change);
  connect(m_changes, &ChangesPane::showRequested, this, &MainWindow::showChangesTab);
  connect(m_changes, &ChangesPane::refused, this, &MainWindow::hasModelToAsk);
  connect(m_changes, &ChangesPane::differenceRequested, this, &MainWindow::showChangesBeside);
  connect(m_changes, &ChangesPane::comparisonRequested, this, [this] { m_sideTabs->setCurrentWidget(m_comparison); });
  connect(&m_workspace, &Workspace::changed, this, [this](const WorkspaceState& before, const WorkspaceState& after) {
    if (before.pictures != after.pictures) showPictures();
  });
  connect(m_tokens, &TokenStrip::pictureMenuRequested, this, [this](int picture, QPoint place) {
    if (const auto at = static_cast<std::size_t>(picture); at < m_media->pictures().size())
      m_media->pictures()[at]->menu()->popup(place);
  });
  connect(m_tokens, &TokenStrip::spanRequested, this, [this](Index begin, Index end) {
    PanelState panel = m_panels->current()->state();
    panel.lenses = withSpan(std::move(panel.lenses), begin, end);
    m_workspace.setPanel(m_panels->currentIndex(), panel);
  });
  connect(m_atlas, &AtlasView::headActivatedBeside, this, [this](HeadId head) {
    PanelState panel = m_panels->current() ? m_panels->current()->state() : PanelState();
    addCompared(comparedHeads(panel, {head}));
  });
  connect(m_atlas, &AtlasView::headChosen, new PinsHint(&m_workspace, m_panels, m_messages, this), &PinsHint::explain);
  connect(m_atlasPane, &AtlasPane::compareRequested, this, [this](const std::vector<HeadId>& heads) {
    addCompared(comparedHeads(m_panels->current()->state(), heads));
  });
  connect(m_atlasPane, &AtlasPane::togetherRequested, this,
          [this](const std::vector<HeadId>& heads, HeadCombination use) {
            m_workspace.addPanel(togetherPanel(m_panels->current()->state(), heads, use));
          });
}

void MainWindow::connectSessions() {
  connect(m_work, &WorkController::flushRequested, this, &MainWindow::flush);
  connect(m_work, &WorkController::saved, this, [this] { statusBar()->showMessage(tr("Saved"), 3000); });
  connect(m_sessions, &SessionController::modifiedChanged, this,
          [this] { setWindowModified(m_sessions->isModified()); });
  connect(m_sessions, &SessionController::fileChanged, this, &MainWindow::showWindowTitle);
  connect(m_sessions, &SessionController::failed, this,
          [this](const QString& message) { showMessage(Notice::Level::Error, message); });
  connect(m_opener, &PathOpener::imageStarted, this,
          [this](const QString& name) { m_messages->showProgress(tr("Opening %1").arg(name)); });
  connect(m_opener, &PathOpener::statisticsChosen, this, [this](const std::filesystem::path& file) {
    if (auto* window = qobject_cast<CorpusWindow*>(m_windows->open("corpus"))) window->openFile(file);
  });
  connect(m_windows, &Windows::made, this, [this](QDialog* window) {
    if (auto* find = qobject_cast<FindWindow*>(window))
      connect(find, &FindWindow::patternWanted, this, [this](const QString& pattern) {
        if (auto* corpus = qobject_cast<CorpusWindow*>(m_windows->open("corpus"))) corpus->setPattern(pattern);
      });
    if (auto* corpus = qobject_cast<CorpusWindow*>(window))
      connect(corpus, &CorpusWindow::deckAsked, this, [this](const StatisticsView& view, const Exportable& shown) {
        try {
          m_deck->add(view, shown);
          statusBar()->showMessage(tr("Added as slide %1").arg(m_workspace.deck().size()), 3000);
        } catch (const Error& error) {
          showMessage(Notice::Level::Error, QString::fromUtf8(error.what()));
        }
      });
  });
  connect(m_deck, &Deck::statisticsAsked, this, [this](const StatisticsView& view) {
    if (auto* corpus = qobject_cast<CorpusWindow*>(m_windows->open("corpus"))) corpus->openView(view);
  });
  connect(m_opener, &PathOpener::imageEnded, m_messages, &MessageBar::endProgress);
  connect(m_messages, &MessageBar::cancelRequested, m_opener, &PathOpener::cancel);
  connect(m_opener, &PathOpener::noted, this,
          [this](const QString& message) { showMessage(Notice::Level::Warning, message); });
  connect(m_opener, &PathOpener::failed, this,
          [this](const QString& message) { showMessage(Notice::Level::Error, message); });
  connect(m_sessions, &SessionController::warned, this,
          [this](const QString& message) { showMessage(Notice::Level::Warning, message); });
  connect(m_sessions, &SessionController::modelMoved, this, [this](const QString& message) {
    m_messages->showQuestion(message, tr("Locate folder…"), [this] {
      m_opener->chooseFolder([this](const std::filesystem::path& folder) { m_sessions->openMovedWith(folder); });
    });
  });
}

void MainWindow::showWindowTitle() {
  QStringList parts;
  if (const auto& file = m_sessions->file()) parts << QString::fromStdString(file->filename().string());
  if (m_workspace.model()) parts << QString::fromStdString(m_workspace.model()->info.name);
  parts << (privateMode() ? tr("Headlight, private") : tr("Headlight"));
  // A name may have Qt's mark in it.
  for (QString& part : parts) part.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
  parts.front() += QStringLiteral("[*]");
  setWindowTitle(parts.join(QStringLiteral(" — ")));  // As Qt joins the titles of the other windows.
}

void MainWindow::flush() {
  m_textBar->flush();
  m_deck->flush();
}

void MainWindow::makeActions() {
  m_textBar->setKeep(&actionOf(*this, "keepWrittenAction"));
  makeAction(this, {"quitAction", tr("&Quit"), QKeySequence::Quit}, [this] { close(); });
  makeAction(this, {"settingsAction", tr("Settin&gs…"), Keys("Ctrl+,", QKeySequence::Preferences)},
             [this] { showSettings(); });
  makeAction(this, {"keyboardAction", tr("&Keyboard shortcuts"), "Shift+F1"},
             [this] { showKeyboardSheet(*menuBar(), this); });
  makeAction(this,
             {"paletteAction", tr("&Command palette…"), "Ctrl+Shift+P",
              tr("Find a command, head, token, model or page by name")},
             [this] { showPalette(); });
  makeAction(this, {"welcomeAction", tr("Window &tour")}, [this] { showWelcome(); });
  makeAction(this, {"aboutAction", tr("&About Headlight")}, [this] { showAbout(this); });
}

void MainWindow::showSettings() {
  if (auto* open = findChild<SettingsWindow*>()) return open->raise();
  auto* settings = new SettingsWindow(
      settingRows({m_appearance, &m_workspace, m_shortcuts, [this] { m_work->forgetLeft(); }}), this);
  settings->setAttribute(Qt::WA_DeleteOnClose);
  settings->open();
}

void MainWindow::showPalette() {
  auto* palette = new CommandPalette(
      paletteEntries(*this), [this](const QString& typed) { return paletteChanges(*this, typed); }, this);
  palette->setAttribute(Qt::WA_DeleteOnClose);
  palette->open();
}

void MainWindow::act(const char* name) { actionOf(*this, name).trigger(); }

void MainWindow::showReads() {
  const Reads reads = readsOf(*m_workspace.model());
  m_textBar->setReads(!reads.text                       ? TextBar::Reads::Nothing
                      : m_workspace.model()->readsIds() ? TextBar::Reads::Ids
                                                        : TextBar::Reads::Text);
  m_tokens->setVisible(reads.text);
  m_surprise->setPaused(!reads.text);
}

void MainWindow::paste(const QMimeData& media) {
  std::vector<std::filesystem::path> files;
  for (const QUrl& url : media.urls())
    if (url.isLocalFile()) files.emplace_back(url.toLocalFile().toStdString());
  if (!files.empty()) return m_opener->open(files);
  const auto picture = qvariant_cast<QImage>(media.imageData());
  if (!picture.isNull()) m_opener->takePicture(picture);
}

void MainWindow::openState(const WorkspaceState& state) { m_workspace.setState(state); }

void MainWindow::showMessage(Notice::Level level, const QString& text) { m_messages->showMessage(level, text); }

bool MainWindow::hasModelToAsk() {
  if (!m_workspace.model()) return false;
  if (!m_workspace.model()->stored) return true;
  showMessage(Notice::Level::Hint, tr("%1 contains only attention. Open a model to get predictions or make "
                                      "changes.")
                                       .arg(QString::fromStdString(m_workspace.model()->info.name)));
  return false;
}

bool MainWindow::openSample(const Sample& sample, const std::vector<PanelState>& panels) {
  try {
    flush();
    WorkspaceState state = stateOf(sample, panels);
    state.deck = m_workspace.deck();
    openState(state);
    return true;
  } catch (const Error& error) {
    showMessage(Notice::Level::Error, QString::fromUtf8(error.what()));
    return false;
  }
}

void MainWindow::showSample(const Sample& sample) {
  if (openSample(sample, m_workspace.panels())) showMessage(Notice::Level::Hint, sampleShows(sample));
}

void MainWindow::showWelcome() {
  delete m_welcome;
  m_welcome = new WelcomeTour(
      {{m_textBar, tr("Type a text"),
        tr("A real language model on your computer reads it. Every panel updates as you type. Try the Examples "
           "menu.")},
       {m_tokens, tr("The tokens"),
        tr("The model reads these pieces. Point at one to light up its links everywhere; click to pin it.")},
       {m_atlasPane, tr("All heads"),
        tr("Each small map is one attention head. A row attends to a column; stronger colour, more attention. "
           "Click one to enlarge it.")},
       {m_panels, tr("One head, large"),
        tr("Each panel draws a head differently. Point at a cell for the exact weight. The first token often "
           "takes most attention without meaning much: it is hatched and has its own bar.")},
       {m_sideTabs, tr("Numbers and export"),
        tr("Strongest links of the pinned token, predictions and head statistics. Ctrl+E exports, F9 walks "
           "through the head, F1 opens the guide.")}},
      this);
  connect(m_welcome, &WelcomeTour::ended, this, [this] { act("focusTextAction"); });
}

void MainWindow::showChangesTab() {
  m_layout->showSide();
  m_sideTabs->setCurrentIndex(2);
}

void MainWindow::showChangesBeside() {
  if (m_workspace.changes().empty()) return m_changes->write();
  const Panel* panel = m_panels->current();
  m_workspace.showBeside(panel ? RunId{panel->state().source.model, panel->state().source.text, true}
                               : RunId{0, 0, true});
}

void MainWindow::addCompared(const std::vector<PanelState>& panels) {
  m_workspace.addPanels(panels);
  m_panels->setCurrent(m_workspace.panels().size() - 1);
}

void MainWindow::stop() {
  m_workspace.cancelOpening();
  m_workspace.cancelRun();
}

void MainWindow::restyle() {
  FigureStyle style = screenStyle();
  m_panels->setBaseStyle(style);
  style.title = false;
  style.caption = false;
  m_atlas->setStyle(style);
}

void MainWindow::showPictures() {
  std::vector<QImage> pictures;
  constexpr QSize kLargest(96, 48);
  for (const KeptImage& picture : m_workspace.pictures())
    pictures.push_back(qimageOf(*picture.image).scaled(kLargest, Qt::KeepAspectRatio, Qt::SmoothTransformation));
  m_tokens->setPictures(std::move(pictures));
}

void MainWindow::showTexts() {
  m_textBar->setTexts({m_workspace.text(), m_workspace.pair()}, m_workspace.otherText());
  m_textBar->setIds(m_workspace.ids());
  m_textBar->setConversation(m_workspace.conversation());
}

void MainWindow::showResult() {
  const std::shared_ptr<const RunResult>& result = m_workspace.result();
  m_textBar->setRunTime(m_workspace.lastRunTime());
  const QString written = QString::fromStdString(writtenText(*result));
  m_tokens->setTokens(result->maps->queryTokens(), result->trace ? std::optional(result->written) : std::nullopt);
  m_textBar->setWritten(written);
  showChangeMarks();
}

void MainWindow::showChangeMarks() {
  const std::vector<Intervention> on = changesIn(m_workspace.state());
  m_sideTabs->setTabText(2, on.empty() ? tr("Change") : tr("Change (%1)").arg(on.size()));
  if (const auto& result = m_workspace.result()) m_tokens->setHidden(hiddenTokens(on, result->maps->queryTokens()));
}

void MainWindow::inspectCurrent() {
  const PanelState panel = m_panels->current() ? m_panels->current()->state() : PanelState();
  const RunResults results = m_workspace.resultsFor(panel);
  // While another reading has no result, there is the first one to look at.
  const RunId run = results[panel.source] ? panel.source : RunId{};
  if (!results[run]) return;
  const HeadId head = shownHead(panel, m_workspace.selection()->head(), mapsOf(panel.attention, *results[run]).get());
  m_inspector->inspect(
      {results[run], head, tokensOf(run, results), sourceName(run, results), noteOf(m_workspace, head)});
  if (const Panel* current = m_panels->current()) m_find->setSight(current->sight(), current->head());
  const std::shared_ptr<const RunResult> first = m_workspace.shownResults()[RunId{}];
  m_stepper->setReading(first, head);
  m_patch->setReading(first, head);
  m_atlasPane->setAttention(panel.attention);
  m_changes->setAttention(panel.attention);
  m_changes->setPanelHead(head);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!m_work->mayClose()) return event->ignore();
  m_layout->save();
  stop();
  m_work->end();
  QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  const bool file = !urls.isEmpty() && urls.front().isLocalFile();
  // A word dragged out of one of the window's own fields is not meant to be the whole text.
  const bool text = !event->source() && (event->mimeData()->hasText() || event->mimeData()->hasImage());
  if (!event->possibleActions().testFlag(Qt::CopyAction) || !(file || text)) return;
  event->setDropAction(Qt::CopyAction);
  event->accept();
}

void MainWindow::dropEvent(QDropEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if ((!urls.isEmpty() && urls.front().isLocalFile()) || !event->mimeData()->hasText()) {
    paste(*event->mimeData());
  } else {
    m_workspace.replaceTexts(event->mimeData()->text().toStdString(), m_workspace.pair());
  }
  event->setDropAction(Qt::CopyAction);
  event->accept();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && (m_workspace.isOpening() || m_workspace.isRunning())) return stop();
  if (event->key() == Qt::Key_Escape && m_workspace.maximised()) return m_workspace.setMaximised({});
  QMainWindow::keyPressEvent(event);
}

}  // namespace headlight
