#include "ui/panes/message_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <utility>

#include "ui/widgets/announce.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {

MessageBar::MessageBar(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("messageBar"));
  m_icon = new QLabel;
  m_text = named("messageText", new QLabel);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_what = named("quiet", new QLabel);
  m_progress = makeProgressBar(QStringLiteral("openingProgress"), tr("Model opening progress"));
  m_progress->setFixedWidth(160);
  m_cancel = named("cancelOpening", new QPushButton(tr("Cancel")));
  m_close = makeIconButton(QStringLiteral("dismissMessage"), QStringLiteral("close"), tr("Dismiss"), tr("Dismiss"));
  auto* row = makeBox<QHBoxLayout>(this, {12, 6, 6, 6}, 8);
  row->addWidget(m_icon);
  row->addWidget(m_text, 1);
  row->addWidget(m_what);
  row->addWidget(m_progress);
  row->addWidget(m_cancel);
  for (int i = 0; i < kMostAnswers; ++i) {
    auto* button = new QPushButton;
    button->setObjectName(i == 0 ? QStringLiteral("messageAnswer") : QStringLiteral("messageAnswer%1").arg(i + 1));
    connect(button, &QPushButton::clicked, this, [this, i] {
      const Answer answer = m_answers.at(static_cast<std::size_t>(i));
      answer.chosen();
    });
    row->addWidget(button);
    m_buttons.push_back(button);
  }
  row->addWidget(m_close);
  connect(m_cancel, &QPushButton::clicked, this, &MessageBar::cancelRequested);
  connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
  m_patience.setSingleShot(true);
  m_patience.setInterval(250);
  connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
  hide();
}

QString MessageBar::text() const { return m_text->text(); }

void MessageBar::showMessage(Notice::Level level, const QString& text, std::vector<Answer> answers) {
  m_asks = false;
  setAnswers(std::move(answers));
  show(level, text);
}

void MessageBar::setAnswers(std::vector<Answer> answers) {
  m_answers = std::move(answers);
  for (std::size_t i = 0; i < m_buttons.size(); ++i) {
    m_buttons[i]->setVisible(i < m_answers.size());
    if (i < m_answers.size()) m_buttons[i]->setText(m_answers[i].text);
  }
}

void MessageBar::show(Notice::Level level, const QString& text) {
  m_showsProgress = false;
  m_patience.stop();
  m_text->setText(text);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_what, m_progress, m_cancel}) widget->hide();
  m_close->show();
  setLevel(level);
  QFrame::show();
}

void MessageBar::dismiss() {
  hide();
  if (!m_asks) {
    if (m_question) ask();
    return;
  }
  m_asks = false;
  if (const auto question = std::exchange(m_question, std::nullopt); question && question->dismissed)
    question->dismissed();
}

void MessageBar::showQuestion(const QString& text, const QString& answer, std::function<void()> chosen,
                              std::function<void()> dismissed) {
  m_question = Question{text, answer, std::move(chosen), std::move(dismissed)};
  if (!m_showsProgress) ask();
}

void MessageBar::ask() {
  m_asks = true;
  setAnswers({{m_question->answer, [this] {
                 hide();
                 m_asks = false;
                 if (const auto question = std::exchange(m_question, std::nullopt)) question->chosen();
               }}});
  show(Notice::Level::Warning, m_question->text);
}

void MessageBar::showProgress(const QString& text) {
  m_showsProgress = true;
  m_text->setText(text);
  m_what->clear();
  m_progress->setValue(0);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_what, m_progress, m_cancel}) widget->show();
  for (QPushButton* button : m_buttons) button->hide();
  m_close->hide();
  setLevel(Notice::Level::Hint);
  // A bar that comes and goes at once would only make the window jump.
  hide();
  m_patience.start();
}

void MessageBar::setProgress(double part, const QString& what) {
  showPart(part, m_progress);
  m_what->setText(what);
}

void MessageBar::endProgress() {
  m_patience.stop();
  if (m_showsProgress) hide();
  m_showsProgress = false;
  if (m_question) ask();
}

void MessageBar::endHint() {
  if (m_showsProgress || m_level != Notice::Level::Hint || isHidden()) return;
  hide();
  if (m_question) ask();
}

void MessageBar::setLevel(Notice::Level level) {
  m_level = level;
  const QString name = level == Notice::Level::Error     ? QStringLiteral("error")
                       : level == Notice::Level::Warning ? QStringLiteral("warning")
                                                         : QStringLiteral("info");
  setProperty("level", name);
  setAccessibleName(m_text->text());
  restyle(this);
  showIcon();
  announce(this);
}

void MessageBar::showIcon() {
  const int side = fontMetrics().height();
  m_icon->setPixmap(themedIcon(property("level").toString()).pixmap(QSize(side, side), devicePixelRatioF()));
}

void MessageBar::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  // A picture does not follow the theme by itself.
  if (event->type() == QEvent::PaletteChange && m_text && !m_text->text().isEmpty()) showIcon();
}

}  // namespace headlight
