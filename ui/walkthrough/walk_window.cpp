#include "ui/walkthrough/walk_window.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/replace_question.h"
#include "ui/dialogs/written_note.h"
#include "ui/export/exporter.h"
#include "ui/export/file_name.h"
#include "ui/figures/token_axis.h"
#include "ui/figures/token_label.h"
#include "ui/reading/workspace.h"
#include "ui/state/settings.h"
#include "ui/views/figure_canvas.h"
#include "ui/walkthrough/walk_export.h"
#include "ui/walkthrough/walk_words.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"
#include "ui/windows/presenter.h"

namespace headlight {

WalkWindow::WalkWindow(std::function<Session()> session, Workspace* workspace, QWidget* beside)
    : WorkspaceWindow(QStringLiteral("walkWindow"), tr("Walkthrough"), workspace, beside),
      m_session(std::move(session)) {
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  m_choice = buildChoice();
  m_title = named("walkTitle", new QLabel(this));
  m_title->setWordWrap(true);
  m_caption = named("walkCaption", new QLabel(this));
  m_caption->setWordWrap(true);
  m_caption->setTextFormat(Qt::RichText);
  m_caption->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  const auto explain = [this](const QString& term) {
    if (term.isEmpty())
      QToolTip::hideText();
    else
      QToolTip::showText(QCursor::pos(), meaningOf(term), m_caption);
  };
  connect(m_caption, &QLabel::linkHovered, this, explain);
  connect(m_caption, &QLabel::linkActivated, this, explain);
  m_numbersLine = named("walkNumbersLine", new QLabel(this));
  m_numbersLine->setWordWrap(true);
  m_numbersLine->setProperty("muted", true);
  m_says = new WrittenNote(QStringLiteral("walkSays"), this);
  m_view = named("walkView", new FigureCanvas(this));
  m_view->setAccessibleName(tr("Picture of the step"));
  m_steps = buildSteps();

  auto* column = makeBox<QVBoxLayout>(this, {24, 16, 24, 16}, 8);
  column->addWidget(m_choice);
  column->addWidget(m_title);
  column->addWidget(m_caption);
  column->addWidget(m_numbersLine);
  column->addWidget(m_says);
  column->addWidget(m_view, 1);
  column->addWidget(m_steps);
  resize(1040, 720);
  m_next->setFocus();  // Not a list, which would take the page keys.
  for (QAbstractButton* button : findChildren<QAbstractButton*>()) button->installEventFilter(this);
}

WalkWindow::~WalkWindow() = default;

QWidget* WalkWindow::buildChoice() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  const auto add = [&](const QString& text, const char* name) {
    auto* label = new QLabel(text, box);
    auto* combo = new QComboBox(box);
    combo->setObjectName(QLatin1String(name));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(combo);
    row->addWidget(label);
    row->addWidget(combo);
    connect(combo, &QComboBox::currentIndexChanged, this, &WalkWindow::choose);
    return combo;
  };
  m_tokens = add(tr("&Token"), "walkToken");
  m_layers = add(tr("&Layer"), "walkLayer");
  m_heads = add(tr("&Head"), "walkHead");
  row->addStretch(1);
  m_full = named("walkFullScreen", new QToolButton(box));
  m_full->setText(tr("Full screen"));
  m_full->setToolTip(tr("Fill the screen for presenting (F11)"));
  connect(m_full, &QToolButton::clicked, this, &WalkWindow::toggleFullScreen);
  m_present = named("walkPresent", new QToolButton(box));
  m_present->setText(tr("Present…"));
  m_present->setToolTip(tr("The steps on one screen, notes and the next step on the other (F5)"));
  connect(m_present, &QToolButton::clicked, this, &WalkWindow::present);
  row->addWidget(m_present);
  row->addWidget(m_full);
  return box;
}

QWidget* WalkWindow::buildSteps() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  m_numbers = named("walkNumbers", new QCheckBox(tr("Show the &numbers"), box));
  connect(m_numbers, &QCheckBox::toggled, this, [this] { showStep(false); });
  row->addWidget(m_numbers);
  row->addStretch(1);
  m_back = named("walkBack", new QPushButton(tr("&Back"), box));
  connect(m_back, &QPushButton::clicked, this, [this] { goTo(static_cast<int>(m_step) - 1); });
  row->addWidget(m_back);
  m_dots = new QButtonGroup(this);
  for (int step = 0; step < kWalkSteps; ++step) {
    auto* dot = new QToolButton(box);
    dot->setObjectName(QStringLiteral("walkStep%1").arg(step + 1));
    dot->setText(QString::number(step + 1));
    dot->setCheckable(true);
    dot->setAutoRaise(true);
    m_dots->addButton(dot, step);
    row->addWidget(dot);
  }
  connect(m_dots, &QButtonGroup::idClicked, this, &WalkWindow::goTo);
  m_next = named("walkNext", new QPushButton(tr("Ne&xt"), box));
  m_next->setDefault(true);
  connect(m_next, &QPushButton::clicked, this, [this] { goTo(static_cast<int>(m_step) + 1); });
  row->addWidget(m_next);
  row->addStretch(1);
  m_export = named("walkExport", new QPushButton(tr("&Export step…"), box));
  connect(m_export, &QPushButton::clicked, this, &WalkWindow::exportStep);
  row->addWidget(m_export);
  m_slides = named("walkSlides", new QPushButton(tr("Export all as &slides…"), box));
  connect(m_slides, &QPushButton::clicked, this, &WalkWindow::exportSlides);
  row->addWidget(m_slides);
  for (QPushButton* button : {m_back, m_export, m_slides}) button->setAutoDefault(false);
  return box;
}

void WalkWindow::follow(const Workspace& workspace) {
  const std::shared_ptr<const RunResult>& reading = workspace.result();
  if (!reading) return;
  const std::vector<Token>& tokens = reading->maps->queryTokens();
  const Index token = workspace.selection()->token().value_or(defaultToken(tokens));
  const HeadId head = workspace.selection()->head();
  if (token >= static_cast<Index>(tokens.size()) || head.layer >= reading->maps->layers() ||
      head.head >= reading->maps->heads())
    return;
  if (m_reading == reading && m_head == head && m_token == token) return;
  m_reading = reading;
  m_head = head;
  m_token = token;
  fillChoice();
  tell();
}

void WalkWindow::fillChoice() {
  m_filling = true;
  m_tokens->clear();
  const std::vector<Token>& tokens = m_reading->maps->queryTokens();
  for (std::size_t i = 0; i < tokens.size(); ++i)
    m_tokens->addItem(QStringLiteral("%1   %2").arg(i).arg(tokenLabel(tokens[i])));
  m_tokens->setCurrentIndex(static_cast<int>(m_token));
  const auto count = [](QComboBox* combo, int many, int current) {
    combo->clear();
    for (int i = 0; i < many; ++i) combo->addItem(QString::number(i));
    combo->setCurrentIndex(current);
  };
  count(m_layers, m_reading->maps->layers(), m_head.layer);
  count(m_heads, m_reading->maps->heads(), m_head.head);
  m_filling = false;
}

void WalkWindow::choose() {
  if (m_filling || m_tokens->currentIndex() < 0 || m_layers->currentIndex() < 0 || m_heads->currentIndex() < 0) return;
  m_head = {m_layers->currentIndex(), m_heads->currentIndex()};
  m_token = m_tokens->currentIndex();
  tell();
  const HeadId head = m_head;
  const Index token = m_token;
  workspace()->selection()->setHead(head);
  workspace()->selection()->setToken(token);
}

void WalkWindow::tell() {
  m_says->hide();
  m_job.start([reading = m_reading, head = m_head,
               token = m_token](const Progress& progress) { return tellWalk(*reading, head, token, progress); },
              [this, reading = m_reading](WalkReport story) {
                m_told = reading;
                m_story = std::make_shared<WalkReport>(std::move(story));
                nameSteps();
                showStep(false);
              },
              [this](const QString& message) { m_says->showProblem(message); });
}

void WalkWindow::nameSteps() {
  for (int i = 0; i < kWalkSteps; ++i) {
    const QString title = wordsOf(*m_story, static_cast<WalkStep>(i)).title;
    m_dots->button(i)->setToolTip(title);
    m_dots->button(i)->setAccessibleName(tr("Step %1: %2").arg(i + 1).arg(title));
  }
}

void WalkWindow::setStep(WalkStep step) { goTo(static_cast<int>(step)); }

void WalkWindow::setNumbers(bool show) { m_numbers->setChecked(show); }

void WalkWindow::goTo(int step) {
  if (step < 0 || step >= kWalkSteps) return;
  m_step = static_cast<WalkStep>(step);
  showStep(true);
}

void WalkWindow::showStep(bool fade) {
  const int step = static_cast<int>(m_step);
  m_dots->button(step)->setChecked(true);
  m_back->setEnabled(step > 0);
  m_next->setEnabled(step + 1 < kWalkSteps);
  m_export->setEnabled(m_story != nullptr);
  m_slides->setEnabled(m_story != nullptr);
  if (!m_story) return;
  const WalkWords words = wordsOf(*m_story, m_step);
  m_title->setText(words.title);
  m_caption->setText(withGlossary(words.caption));
  m_numbersLine->setText(words.numbers);
  m_numbersLine->setVisible(m_numbers->isChecked());
  WalkFigure figure = walkFigure(*m_told, m_story, m_step, m_numbers->isChecked());
  FigureStyle style = figure.style();
  constexpr double kLinesOfTalk = 36;  // that a screen would hold which is read from the back of a room
  if (isFullScreen())
    style.textSize = std::max(textSizeFor(m_view->size()), std::round(m_view->height() / kLinesOfTalk));
  figure.setStyle(style);
  figure.setWordsApart(true);  // They stand above the picture, where the glossary can be asked.
  m_view->setFigure(std::make_shared<WalkFigure>(std::move(figure)), fade);
  showTextSizes();
}

void WalkWindow::showTextSizes() {
  // Read from the back of a room when the window fills the screen.
  const double base = WorkspaceWindow::font().pointSizeF(),
               grown = isFullScreen() ? std::max(1.0, height() / 480.0) : 1;
  const auto set = [](QLabel* label, double points, QFont::Weight weight) {
    QFont font = label->font();
    font.setPointSizeF(points);
    font.setWeight(weight);
    if (label->font() != font) label->setFont(font);
  };
  set(m_title, base * 1.6 * grown, QFont::DemiBold);
  set(m_caption, base * 1.15 * grown, QFont::Normal);
  set(m_numbersLine, base * grown, QFont::Normal);
}

std::vector<Exportable> WalkWindow::exportables() const {
  if (!m_story) return {};
  return walkExportables(*m_told, m_story, m_numbers->isChecked(), m_session(), workspace()->results());
}

void WalkWindow::present() {
  if (!m_story) return;
  std::vector<TalkPage> pages;
  const std::vector<Exportable> steps = exportables();
  for (int step = 0; step < kWalkSteps; ++step) {
    const WalkWords words = wordsOf(*m_story, static_cast<WalkStep>(step));
    pages.push_back(
        {{{}, {}, steps[static_cast<std::size_t>(step)]}, words.caption + QStringLiteral("\n\n") + words.numbers});
  }
  ExportSettings settings = loadSettings().figures;
  settings.theme = screenStyle().theme;
  settings.points = 0;
  auto* presenter = new Presenter(std::move(pages), settings, static_cast<int>(m_step), this);
  connect(presenter, &Presenter::pageChanged, this, &WalkWindow::goTo);
  presenter->show();
}

void WalkWindow::exportStep() {
  if (!m_story) return;
  auto* dialog = new ExportDialog(exportables(), static_cast<std::size_t>(m_step), this);
  connect(dialog, &ExportDialog::exported, m_says, &WrittenNote::showWritten);
  dialog->open();
}

void WalkWindow::exportSlides() {
  if (!m_story) return;
  std::vector<Exportable> steps = exportables();
  const ExportSettings settings = loadSettings().figures;
  auto* dialog = new QFileDialog(this, tr("Export all steps"), QString(),
                                 tr("Slides (*.pptx);;PDF (*.pdf);;Web page (*.html)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setOption(QFileDialog::DontConfirmOverwrite);  // Asked below, also where the suffix is added.
  dialog->setDefaultSuffix(QStringLiteral("pptx"));
  dialog->selectFile(
      QFileInfo(freePath(dialog->directory().path(), figureFileName(steps.front().provenance, settings.text),
                         QStringLiteral("pptx")))
          .fileName());
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    askToReplace(this, path, [this, path] { writeSlides(path); });
  });
  dialog->open();
}

void WalkWindow::writeSlides(const QString& path) {
  std::vector<DeckPage> pages;
  for (Exportable& step : exportables()) pages.push_back({{}, {}, std::move(step)});
  ExportSettings settings = loadSettings().figures;
  try {
    settings.kind = fileKindOf(path.toStdString());
    exportDeck(pages, settings, pages.front().what.provenance, path.toStdString());
    m_says->showWritten(path);
  } catch (const Error& error) {
    m_says->showProblem(QString::fromUtf8(error.what()));
  }
}

void WalkWindow::toggleFullScreen() { setWindowState(windowState() ^ Qt::WindowFullScreen); }

void WalkWindow::changeEvent(QEvent* event) {
  WorkspaceWindow::changeEvent(event);
  if (event->type() == QEvent::WindowStateChange) {
    // Nothing but what is explained stands on a screen that an audience looks at.
    m_choice->setVisible(!isFullScreen());
    m_export->setVisible(!isFullScreen());
    m_slides->setVisible(!isFullScreen());
  }
  if (event->type() == QEvent::WindowStateChange || event->type() == QEvent::PaletteChange) showStep(false);
}

void WalkWindow::resizeEvent(QResizeEvent* event) {
  WorkspaceWindow::resizeEvent(event);
  if (isFullScreen()) showStep(false);
}

bool WalkWindow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress && qobject_cast<QAbstractButton*>(watched)) {
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right) {
      keyPressEvent(key);
      return true;
    }
  }
  return WorkspaceWindow::eventFilter(watched, event);
}

void WalkWindow::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
      return goTo(static_cast<int>(m_step) + 1);
    case Qt::Key_Left:
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
      return goTo(static_cast<int>(m_step) - 1);
    case Qt::Key_Home:
      return goTo(0);
    case Qt::Key_End:
      return goTo(kWalkSteps - 1);
    case Qt::Key_N:
      return setNumbers(!m_numbers->isChecked());
    case Qt::Key_F5:
      return present();
    case Qt::Key_F11:
      return toggleFullScreen();
    case Qt::Key_Escape:
      if (isFullScreen()) return toggleFullScreen();
      break;
    default:
      break;
  }
  WorkspaceWindow::keyPressEvent(event);
}

}  // namespace headlight
