#include "ui/windows/deck_window.h"

#include <qcustomplot.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/error.h"
#include "ui/dialogs/figure_preview.h"
#include "ui/dialogs/replace_question.h"
#include "ui/dialogs/written_note.h"
#include "ui/export/file_name.h"
#include "ui/reading/workspace.h"
#include "ui/state/settings.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/windows/presenter.h"

namespace headlight {
namespace {

/// What a deck is written as; notes have pictures, and a text of their own around them.
struct DeckFormat {
  FileKind kind;
  const char* suffix;
};
constexpr DeckFormat kFormats[] = {
    {FileKind::Slides, "pptx"}, {FileKind::Pdf, "pdf"}, {FileKind::Page, "html"}, {FileKind::Png, "md"}};
constexpr int kMarkdown = 3;

/// What a note is: a word that its text begins with.
const char* const kNoteKinds[] = {QT_TRANSLATE_NOOP("headlight::DeckWindow", "Hypothesis"),
                                  QT_TRANSLATE_NOOP("headlight::DeckWindow", "Doubt"),
                                  QT_TRANSLATE_NOOP("headlight::DeckWindow", "Result")};

// Milliseconds.
constexpr int kDeckSettledAfter = 150;
constexpr int kTypedAfter = 700;
constexpr QSize kThumbnail(120, 68);

bool isReady(const Exportable& what) { return what.make || !what.parts.empty(); }

QPushButton* makeButton(const char* objectName, const QString& text, const QString& toolTip = {}) {
  auto* button = new QPushButton(text);
  button->setObjectName(QLatin1String(objectName));
  button->setToolTip(toolTip);
  button->setAutoDefault(false);
  return button;
}

QLabel* quietLabel(const QString& text) {
  auto* label = named("quiet", new QLabel(text));
  label->setWordWrap(true);
  return label;
}

}  // namespace

DeckWindow::DeckWindow(Deck* deck, Workspace* workspace, QWidget* beside)
    : WorkspaceWindow(QStringLiteral("deckWindow"), tr("Deck"), workspace, beside), m_deck(deck) {
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  row->addWidget(buildList());
  row->addWidget(buildPage(), 1);
  auto* column = makeBox<QVBoxLayout>(this, {16, 16, 16, 16}, 12);
  column->addLayout(row, 1);
  column->addWidget(buildExport());
  m_settled.setSingleShot(true);
  m_settled.setInterval(kDeckSettledAfter);
  connect(&m_settled, &QTimer::timeout, this, &DeckWindow::preview);
  m_typing.setSingleShot(true);
  m_typing.setInterval(kTypedAfter);
  connect(&m_typing, &QTimer::timeout, this, &DeckWindow::flush);
  connect(deck, &Deck::flushRequested, this, &DeckWindow::flush);
  connect(deck, &Deck::failed, m_says, &WrittenNote::showProblem);
  connect(deck, &Deck::picturesCame, this, [this] {
    flush();  // The pages are shown anew.
    showPages();
    m_deck->computePictures();
  });
  resize(1040, 680);
  showPages();
}

DeckWindow::~DeckWindow() = default;

QWidget* DeckWindow::buildList() {
  m_list = named("deckList", new QListWidget);
  m_list->setAccessibleName(tr("Slides"));
  m_list->setWordWrap(true);
  m_list->setSpacing(2);
  m_list->setIconSize(kThumbnail);
  connect(m_list, &QListWidget::itemActivated, this, &DeckWindow::open);
  connect(m_list, &QListWidget::currentRowChanged, this, [this] {
    flush();
    showPage();
  });
  m_empty = quietLabel(tr("No slides yet. Press Ctrl+D to add the current panel."));
  m_up = makeButton("deckUp", tr("Up"), tr("Move up (Alt+Up)"));
  m_down = makeButton("deckDown", tr("Down"), tr("Move down (Alt+Down)"));
  m_remove = makeButton("deckRemove", tr("Remove"), tr("Remove from deck (Undo restores)"));
  connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
  connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
  connect(m_remove, &QPushButton::clicked, this, [this] {
    flush();
    if (current() >= 0) m_deck->remove(current());
  });
  m_open = makeButton("deckOpen", tr("Open in window"), tr("Show this slide in the main window (Return)"));
  connect(m_open, &QPushButton::clicked, this, &DeckWindow::open);
  auto* box = new QWidget;
  box->setFixedWidth(300);
  auto* column = makeBox<QVBoxLayout>(box, {0, 0, 0, 0}, 8);
  column->addWidget(m_empty);
  column->addWidget(m_list, 1);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(4);
  for (QPushButton* button : {m_up, m_down, m_remove}) buttons->addWidget(button);
  column->addLayout(buttons);
  column->addWidget(m_open);
  return box;
}

void DeckWindow::open() {
  flush();
  if (current() < 0) return;
  try {
    m_deck->open(current());
  } catch (const Error& error) {
    m_says->showProblem(QString::fromUtf8(error.what()));
  }
}

QPixmap DeckWindow::thumbnail(const DeckPage& page) {
  if (!isReady(page.what)) return {};
  const ExportSettings shape = deckPageSettings(page, settings());
  const std::string key = page.what.provenance.session + (shape.theme == Theme::Dark ? "dark" : "light") +
                          (shape.text ? "" : "numbers") + page.title.toStdString();
  if (const auto known = m_thumbnails.find(key); known != m_thumbnails.end()) return known->second;
  const std::unique_ptr<Figure> figure = figureFor(page.what, shape);
  const QSizeF size = shape.units();
  if (!isComplete(*figure, size)) return {};
  const double ratio = devicePixelRatioF(),
               scale = std::min(kThumbnail.width() / size.width(), kThumbnail.height() / size.height());
  QPixmap picture((size * scale * ratio).toSize());
  picture.fill(Qt::transparent);
  {
    QCPPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale * ratio, scale * ratio);
    figure->paint(painter, QRectF({}, size));
  }
  picture.setDevicePixelRatio(ratio);
  return m_thumbnails[key] = picture;
}

QWidget* DeckWindow::buildPage() {
  m_title = named("deckTitle", new QLineEdit);
  m_title->setPlaceholderText(tr("Title"));
  m_title->setAccessibleName(tr("Slide title"));
  m_sentence = named("deckSentence", new QPlainTextEdit);
  m_sentence->setPlaceholderText(tr("Say what the slide shows"));
  m_sentence->setAccessibleName(tr("Slide text"));
  m_sentence->setTabChangesFocus(true);
  m_sentence->setFixedHeight(2 * fontMetrics().lineSpacing() + 16);
  m_note = named("deckNote", new QComboBox);
  m_note->setAccessibleName(tr("Kind of note"));
  m_note->setToolTip(tr("What the slide is in a notebook: the word begins its text"));
  m_note->addItem(tr("Slide"));
  for (const char* kind : kNoteKinds) m_note->addItem(tr(kind));
  connect(m_note, &QComboBox::activated, this, &DeckWindow::setNoteKind);
  m_preview = new FigurePreview;
  const auto edited = [this] {
    if (m_showing || current() < 0) return;
    m_typed = current();
    m_typing.start();
  };
  connect(m_title, &QLineEdit::editingFinished, this, &DeckWindow::flush);
  connect(m_title, &QLineEdit::textChanged, this, edited);
  connect(m_sentence, &QPlainTextEdit::textChanged, this, edited);
  connect(m_sentence, &QPlainTextEdit::textChanged, this, &DeckWindow::showNoteKind);
  auto* box = new QWidget;
  auto* column = makeBox<QVBoxLayout>(box, {0, 0, 0, 0}, 8);
  auto* heading = new QHBoxLayout;
  heading->setSpacing(8);
  heading->addWidget(m_title, 1);
  heading->addWidget(m_note);
  column->addLayout(heading);
  column->addWidget(m_sentence);
  column->addWidget(m_preview, 1);
  return box;
}

QWidget* DeckWindow::buildExport() {
  const auto makeCombo = [](const char* objectName, const QString& accessibleName, const QStringList& items) {
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(accessibleName);
    box->addItems(items);
    return box;
  };
  m_kind = makeCombo("deckFormat", tr("Format"), {tr("PowerPoint"), tr("PDF"), tr("Web page"), tr("Markdown")});
  m_slides = makeCombo("deckSlides", tr("Aspect ratio"), {tr("16:9"), tr("4:3")});
  m_theme = makeCombo("deckTheme", tr("Theme"), {tr("Light"), tr("Dark")});
  m_text = named("deckText", new QCheckBox(tr("Include texts and session")));
  m_text->setToolTip(tr("Turn off for confidential work: tokens become numbers, no texts are stored"));
  m_text->setChecked(true);
  m_path = named("deckPath", new QLineEdit);
  m_path->setAccessibleName(tr("File"));
  m_export = makeButton("deckExport", tr("Export deck"));
  m_present = makeButton("deckPresent", tr("Present…"),
                         tr("The pages on one screen, notes and the next page on the other (F5)"));
  connect(m_present, &QPushButton::clicked, this, &DeckWindow::present);
  QPushButton* browse = makeButton("deckBrowse", tr("Browse…"));
  m_says = new WrittenNote(QStringLiteral("deckSays"));
  connect(m_kind, &QComboBox::currentIndexChanged, this, &DeckWindow::suffixFollows);
  for (QComboBox* box : {m_slides, m_theme})
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
      flush();
      showPages();
    });
  connect(m_text, &QCheckBox::toggled, this, [this] {
    propose();
    m_settled.start();
  });
  connect(m_export, &QPushButton::clicked, this, &DeckWindow::askToWrite);
  connect(browse, &QPushButton::clicked, this, [this] {
    auto* dialog = new QFileDialog(this, tr("Export deck"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);  // askToWrite() does.
    dialog->setDefaultSuffix(suffix());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
      m_path->setText(path);
      for (int i = 0; i < static_cast<int>(std::size(kFormats)); ++i)
        if (QFileInfo(path).suffix() == QLatin1String(kFormats[i].suffix)) m_kind->setCurrentIndex(i);
    });
    dialog->open();
  });
  auto* box = new QWidget;
  auto* column = makeBox<QVBoxLayout>(box, {0, 0, 0, 0}, 8);
  column->addWidget(m_says);
  auto* choices = new QHBoxLayout;
  choices->setSpacing(8);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_kind, m_slides, m_theme, m_text}) choices->addWidget(widget);
  choices->addStretch(1);
  column->addLayout(choices);
  auto* file = new QHBoxLayout;
  file->setSpacing(8);
  file->addWidget(m_path, 1);
  file->addWidget(browse);
  file->addWidget(m_export);
  file->addWidget(m_present);
  column->addLayout(file);
  return box;
}

void DeckWindow::follow(const Workspace& workspace) {
  // What is being typed belongs to the slides that are shown: other changes of the workspace leave it alone.
  if (!(workspace.state().deck == m_followed)) {
    m_followed = workspace.state().deck;
    showPages();
  }
  m_deck->computePictures();
}

void DeckWindow::showPages() {
  const int before = current();
  m_typed = -1;
  m_pages = m_deck->pages();
  {
    const QSignalBlocker blocked(m_list);
    m_list->clear();
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
      const DeckPage& page = m_pages[i];
      const QString name = page.title.isEmpty() ? page.what.name : page.title;
      m_list->addItem(new QListWidgetItem(
          QIcon(thumbnail(page)), QStringLiteral("%1   %2").arg(i + 1).arg(name.isEmpty() ? tr("Untitled") : name)));
    }
    m_list->setCurrentRow(std::clamp(before, m_pages.empty() ? -1 : 0, static_cast<int>(m_pages.size()) - 1));
  }
  propose();
  showPage();
}

void DeckWindow::propose() {
  if (m_path->text() != m_proposed) return;
  QString folder = m_proposed.isEmpty() ? loadSettings().exportFolder : QFileInfo(m_proposed).path();
  if (folder.isEmpty() || !QDir(folder).exists())
    folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  if (!QDir(folder).exists()) folder = QDir::homePath();
  Provenance deck;
  if (!m_pages.empty()) deck = m_pages.front().what.provenance;
  deck.picture = "deck";
  deck.head.reset();
  m_proposed = freePath(folder, figureFileName(deck, m_text->isChecked()), suffix());
  m_path->setText(m_proposed);
}

void DeckWindow::showPage() {
  const int page = current();
  const bool any = page >= 0;
  m_empty->setVisible(m_pages.empty());
  for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_note, m_sentence, m_preview})
    widget->setVisible(any);
  m_up->setEnabled(any && page > 0);
  m_down->setEnabled(any && page + 1 < static_cast<int>(m_pages.size()));
  m_remove->setEnabled(any);
  m_open->setEnabled(any);
  m_export->setEnabled(
      any && std::all_of(m_pages.begin(), m_pages.end(), [](const DeckPage& each) { return isReady(each.what); }));
  m_present->setEnabled(m_export->isEnabled());
  if (!any) return;
  const DeckPage& shown = m_pages[static_cast<std::size_t>(page)];
  m_showing = true;
  // What a person is typing stays as it is, with its cursor.
  if (m_title->text() != shown.title) m_title->setText(shown.title);
  if (m_sentence->toPlainText().simplified() != shown.sentence) m_sentence->setPlainText(shown.sentence);
  m_showing = false;
  showNoteKind();
  m_settled.start();
}

int DeckWindow::noteKind() const {
  const QString text = m_sentence->toPlainText();
  for (int kind = 0; kind < static_cast<int>(std::size(kNoteKinds)); ++kind)
    for (const QString& word : {tr(kNoteKinds[kind]), QString::fromLatin1(kNoteKinds[kind])})
      if (text.startsWith(word + u':')) return kind + 1;
  return 0;
}

void DeckWindow::showNoteKind() { m_note->setCurrentIndex(noteKind()); }

void DeckWindow::setNoteKind(int kind) {
  QString text = m_sentence->toPlainText();
  if (noteKind() > 0) text = text.mid(text.indexOf(u':') + 1).trimmed();
  if (kind > 0) text = QStringLiteral("%1: %2").arg(tr(kNoteKinds[kind - 1]), text);
  m_sentence->setPlainText(text);
  m_sentence->moveCursor(QTextCursor::End);
  m_sentence->setFocus();
}

void DeckWindow::flush() {
  m_typing.stop();
  const int page = std::exchange(m_typed, -1);
  if (page >= 0) m_deck->setTexts(page, m_title->text(), m_sentence->toPlainText().simplified());
}

void DeckWindow::preview() {
  m_settled.stop();
  const int page = current();
  if (page < 0) return;
  const DeckPage& shown = m_pages[static_cast<std::size_t>(page)];
  if (!isReady(shown.what)) return m_preview->setFigure(nullptr, {});
  const ExportSettings pageSettings = deckPageSettings(shown, settings());
  m_preview->setFigure(figureFor(shown.what, pageSettings), pageSettings.units());
}

void DeckWindow::move(int step) {
  flush();
  const int from = current(), to = from + step;
  if (from < 0 || to < 0 || to >= static_cast<int>(m_pages.size())) return;
  {
    const QSignalBlocker blocked(m_list);
    m_list->setCurrentRow(to);
  }
  m_deck->move(from, to);
}

void DeckWindow::suffixFollows() {
  propose();
  const QFileInfo file(m_path->text());
  if (!file.fileName().isEmpty())
    m_path->setText(QDir(file.path()).filePath(file.completeBaseName() + QLatin1Char('.') + suffix()));
  m_slides->setEnabled(settings().kind != FileKind::Page);
}

void DeckWindow::present() {
  flush();
  if (!m_present->isEnabled()) return;
  (new Presenter(talkPages(m_pages), settings(), current(), this))->show();
}

void DeckWindow::askToWrite() {
  flush();
  const QString path = m_path->text();
  askToReplace(this, path, [this, path] { write(path); });
}

void DeckWindow::write(const QString& path) {
  try {
    if (m_kind->currentIndex() == kMarkdown)
      m_deck->writeMarkdown(settings(), path);
    else
      m_deck->write(settings(), path);
  } catch (const Error& error) {
    return m_says->showProblem(QString::fromUtf8(error.what()));
  }
  changeSettings([&path](Settings& settings) { settings.exportFolder = QFileInfo(path).absolutePath(); });
  m_says->showWritten(path);
}

void DeckWindow::keyPressEvent(QKeyEvent* event) {
  if (event->modifiers() == Qt::AltModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
    return move(event->key() == Qt::Key_Up ? -1 : 1);
  if (event->key() == Qt::Key_F5) return present();
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return;  // In a field it ends no dialog.
  WorkspaceWindow::keyPressEvent(event);
}

QString DeckWindow::suffix() const { return QLatin1String(kFormats[std::max(0, m_kind->currentIndex())].suffix); }

int DeckWindow::current() const { return m_list->currentRow(); }

ExportSettings DeckWindow::settings() const {
  ExportSettings settings = loadSettings().figures;
  settings.kind = kFormats[std::max(0, m_kind->currentIndex())].kind;
  settings.slides = m_slides->currentIndex() == 1 ? SlideFormat::Classic4x3 : SlideFormat::Wide16x9;
  settings.theme = m_theme->currentIndex() == 1 ? Theme::Dark : Theme::Light;
  settings.text = m_text->isChecked();
  settings.transparent = false;
  return settings;
}

}  // namespace headlight
