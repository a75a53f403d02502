#include "ui/windows/presenter.h"

#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QTime>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/dialogs/figure_preview.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {
namespace {

constexpr double kPageHeight = 720;

QString notesOf(const DeckPage& page) {
  QStringList notes;
  if (!page.sentence.isEmpty()) notes << page.sentence;
  const Exportable& what = page.what;
  if (what.make) notes << what.make(what.style, true)->altText();
  notes << provenanceNotes(what.provenance);
  return notes.join(QStringLiteral("\n\n"));
}

}  // namespace

std::vector<TalkPage> talkPages(const std::vector<DeckPage>& pages) {
  std::vector<TalkPage> talk;
  for (const DeckPage& page : pages) talk.push_back({page, notesOf(page)});
  return talk;
}

AudienceWindow::AudienceWindow() {
  setObjectName(QStringLiteral("audienceWindow"));
  setWindowTitle(tr("Headlight: talk"));
  setAutoFillBackground(true);
  m_picture = new FigurePreview;
  m_picture->setFocusPolicy(Qt::NoFocus);  // Its arrow keys would walk through values.
  m_picture->setMinimumSize(64, 36);
  makeBox<QVBoxLayout>(this, {0, 0, 0, 0}, 0)->addWidget(m_picture);
  resize(960, 540);
}

void AudienceWindow::showOn(QScreen* screen) {
  if (!screen) return showNormal();
  setScreen(screen);
  setGeometry(screen->geometry());
  showFullScreen();
}

void AudienceWindow::keyPressEvent(QKeyEvent* event) { emit keyPressed(event->key()); }

void AudienceWindow::setBlank(bool blank) { m_picture->setVisible(!blank); }

void AudienceWindow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  emit resized();
}

void AudienceWindow::closeEvent(QCloseEvent* event) {
  QWidget::closeEvent(event);
  emit closed();
}

Presenter::Presenter(std::vector<TalkPage> pages, const ExportSettings& settings, int first, QWidget* parent)
    : QDialog(parent), m_pages(std::move(pages)), m_settings(settings), m_audience(new AudienceWindow) {
  setObjectName(QStringLiteral("presenter"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Presenter view"));
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  m_settings.transparent = false;
  QPalette paper = m_audience->palette();
  paper.setColor(QPalette::Window, headlight::palette(m_settings.theme).paper);
  m_audience->setPalette(paper);

  m_now = new FigurePreview;
  m_next = new FigurePreview;
  m_next->setObjectName(QStringLiteral("presenterNext"));
  m_next->setMinimumSize(240, 135);
  for (FigurePreview* view : {m_now, m_next}) view->setFocusPolicy(Qt::NoFocus);
  m_nextTitle = named("presenterNextTitle", new QLabel);
  m_nextTitle->setProperty("muted", true);
  m_notes = named("presenterNotes", new QLabel);
  m_notes->setWordWrap(true);
  m_notes->setAlignment(Qt::AlignTop | Qt::AlignLeading);
  m_notes->setTextFormat(Qt::PlainText);
  QFont larger = m_notes->font();
  larger.setPointSizeF(larger.pointSizeF() * 1.25);
  m_notes->setFont(larger);
  QScrollArea* notes = makeScroll(tr("Notes"), m_notes);
  notes->setFocusPolicy(Qt::NoFocus);  // It would take the keys that lead.

  auto* side = new QVBoxLayout;
  side->setSpacing(8);
  side->addWidget(m_nextTitle);
  side->addWidget(m_next, 2);
  side->addWidget(notes, 3);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  row->addWidget(m_now, 3);
  row->addLayout(side, 2);
  auto* column = makeBox<QVBoxLayout>(this, {16, 16, 16, 16}, 12);
  column->addLayout(row, 1);
  column->addWidget(buildFoot());
  resize(1200, 720);

  connect(m_audience, &AudienceWindow::keyPressed, this, &Presenter::lead);
  connect(m_audience, &AudienceWindow::resized, this, [this] { showPage(m_audience->picture(), m_page); });
  connect(m_audience, &AudienceWindow::closed, this, &QDialog::reject);
  m_ticks.setInterval(1000);
  connect(&m_ticks, &QTimer::timeout, this, &Presenter::tick);
  goTo(std::clamp(first, 0, static_cast<int>(m_pages.size()) - 1));
}

Presenter::~Presenter() { delete m_audience; }

QWidget* Presenter::buildFoot() {
  auto* foot = new QWidget;
  auto* row = makeBox<QHBoxLayout>(foot, {0, 0, 0, 0}, 12);
  m_time = named("presenterTime", new QLabel);
  m_time->setAccessibleName(tr("Time, and how long the talk has taken"));
  m_number = named("presenterNumber", new QLabel);
  m_back = named("presenterBack", new QPushButton(tr("&Back")));
  m_on = named("presenterOn", new QPushButton(tr("&Next")));
  m_on->setDefault(true);
  auto* blank = named("presenterBlank", new QPushButton(tr("B&lank")));
  blank->setToolTip(tr("Show an empty page (B)"));
  auto* end = named("presenterEnd", new QPushButton(tr("&End")));
  for (QPushButton* button : {m_back, blank, end}) button->setAutoDefault(false);
  for (QPushButton* button : {m_back, m_on, blank, end}) button->setFocusPolicy(Qt::NoFocus);
  connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_page - 1); });
  connect(m_on, &QPushButton::clicked, this, [this] { goTo(m_page + 1); });
  connect(blank, &QPushButton::clicked, this, [this] { lead(Qt::Key_B); });
  connect(end, &QPushButton::clicked, this, &QDialog::reject);
  m_screens = named("presenterScreen", new QComboBox);
  m_screens->setFocusPolicy(Qt::ClickFocus);
  row->addWidget(m_time);
  row->addStretch(1);
  row->addWidget(m_back);
  row->addWidget(m_number);
  row->addWidget(m_on);
  row->addWidget(blank);
  row->addStretch(1);
  addLabelled(tr("Audience &on"), m_screens, row);
  row->addWidget(end);
  return foot;
}

void Presenter::fillScreens() {
  m_screens->clear();
  m_screens->addItem(tr("a window"));
  const QList<QScreen*> screens = QGuiApplication::screens();
  for (const QScreen* each : screens)
    m_screens->addItem(
        QStringLiteral("%1 (%2 × %3)").arg(each->name()).arg(each->size().width()).arg(each->size().height()));
  // The first screen that the speaker does not sit at; with a single one both are windows.
  int chosen = 0;
  for (int i = 0; i < screens.size() && chosen == 0; ++i)
    if (screens[i] != screen()) chosen = i + 1;
  m_screens->setCurrentIndex(chosen);
  connect(m_screens, &QComboBox::activated, this, &Presenter::chooseScreen);
}

void Presenter::chooseScreen() {
  const int number = m_screens->currentIndex() - 1;
  const QList<QScreen*> screens = QGuiApplication::screens();
  m_audience->showOn(number >= 0 && number < screens.size() ? screens[number] : nullptr);
  raise();
  activateWindow();
  setFocus();  // Not the list, which would take the arrow keys.
}

void Presenter::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  if (event->spontaneous() || m_since.isValid()) return;
  m_since.start();
  m_ticks.start();
  tick();
  fillScreens();
  chooseScreen();
}

void Presenter::done(int result) {
  m_ticks.stop();
  if (m_audience) m_audience->hide();
  QDialog::done(result);
}

QString Presenter::elapsedText(qint64 seconds) {
  const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
  const QString minutes = seconds >= 3600 ? QStringLiteral("%1:%2").arg(seconds / 3600).arg(two(seconds / 60 % 60))
                                          : QString::number(seconds / 60);
  return QStringLiteral("%1:%2").arg(minutes, two(seconds % 60));
}

void Presenter::tick() {
  m_time->setText(QStringLiteral("%1   %2").arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat),
                                                elapsedText(m_since.elapsed() / 1000)));
}

void Presenter::showPage(FigurePreview* view, int page) const {
  if (page < 0 || page >= static_cast<int>(m_pages.size())) return view->setFigure(nullptr, {});
  const DeckPage& shown = m_pages[static_cast<std::size_t>(page)].page;
  ExportSettings settings = deckPageSettings(shown, m_settings);
  // The page has the shape of what it is shown on.
  const QSize audience = m_audience->size();
  const double shape = std::clamp(audience.width() / std::max(1.0, static_cast<double>(audience.height())), 0.5, 4.0);
  settings.size = QSizeF(kPageHeight * shape, kPageHeight).toSize();
  view->setFigure(figureFor(shown.what, settings), settings.units());
}

void Presenter::goTo(int page) {
  const int count = static_cast<int>(m_pages.size());
  if (page < 0 || page >= count || page == m_page) return;
  m_page = page;
  m_blank = false;
  m_audience->setBlank(false);
  showPage(m_audience->picture(), page);
  showPage(m_now, page);
  showPage(m_next, page + 1);
  const bool last = page + 1 == count;
  m_nextTitle->setText(last ? tr("This is the last page.") : tr("Next"));
  m_next->setVisible(!last);
  m_notes->setText(m_pages[static_cast<std::size_t>(page)].notes);
  m_number->setText(tr("Page %1 of %2").arg(page + 1).arg(count));
  m_back->setEnabled(page > 0);
  m_on->setEnabled(!last);
  emit pageChanged(page);
}

bool Presenter::lead(int key) {
  switch (key) {
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
      goTo(m_page + 1);
      return true;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
      goTo(m_page - 1);
      return true;
    case Qt::Key_Home:
      goTo(0);
      return true;
    case Qt::Key_End:
      goTo(static_cast<int>(m_pages.size()) - 1);
      return true;
    case Qt::Key_B:
    case Qt::Key_Period:  // What remote controls send.
      m_blank = !m_blank;
      m_audience->setBlank(m_blank);
      return true;
    case Qt::Key_Escape:
      reject();
      return true;
    default:
      return false;
  }
}

void Presenter::keyPressEvent(QKeyEvent* event) {
  if (!lead(event->key())) QDialog::keyPressEvent(event);
}

}  // namespace headlight
