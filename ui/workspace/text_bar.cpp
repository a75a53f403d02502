#include "ui/workspace/text_bar.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme.h"

namespace headlight {
namespace {

/// Pauses in typing after which a text is read: never before the keys of one stroke have come, and never so late that
/// the pictures no longer seem to follow.
constexpr qint64 kShortestPauseMs = 10, kLongestPauseMs = 150;
constexpr int kMostLines = 4;

QPlainTextEdit* makeField(const QString& objectName, const QString& accessibleName, const QString& placeholder) {
  auto* field = new QPlainTextEdit;
  field->setObjectName(objectName);
  field->setAccessibleName(accessibleName);
  field->setPlaceholderText(placeholder);
  field->setTabChangesFocus(true);
  field->setUndoRedoEnabled(false);  // The window undoes texts and everything else in one order.
  field->setAcceptDrops(false);      // The window takes what is dropped: folders as well as text.
  field->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  return field;
}

/// Shows another text, with the cursor behind what differs from the one before.
void replaceText(QPlainTextEdit& field, const QString& text) {
  const QString before = field.toPlainText();
  if (text == before) return;
  const auto same = std::mismatch(text.rbegin(), text.rend(), before.rbegin(), before.rend()).first - text.rbegin();
  field.setPlainText(text);
  QTextCursor cursor = field.textCursor();
  cursor.setPosition(static_cast<int>(text.size() - same));
  field.setTextCursor(cursor);
}

/// Makes a field as high as its lines, up to kMostLines.
void fitHeight(QPlainTextEdit& field) {
  // A QPlainTextEdit's document counts its height in lines.
  const int lines = std::clamp(static_cast<int>(field.document()->size().height()), 1, kMostLines);
  const int frame = 2 * static_cast<int>(field.document()->documentMargin()) + 10;
  field.setFixedHeight(lines * field.fontMetrics().lineSpacing() + frame);
  field.setVerticalScrollBarPolicy(lines == kMostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

}  // namespace

TextBar::TextBar(QWidget* parent) : QWidget(parent) {
  m_text = makeField(QStringLiteral("text"), tr("Text"), tr("Type a sentence"));
  m_pair = makeField(QStringLiteral("pair"), tr("Second text"), tr("Second text"));
  m_pair->hide();

  m_pairButton = new QToolButton;
  m_pairButton->setObjectName(QStringLiteral("pairButton"));
  m_pairButton->setCheckable(true);
  m_pairButton->setIcon(themedIcon(QStringLiteral("add")));
  m_pairButton->setText(tr("Second text"));
  m_pairButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_pairButton->setAccessibleName(tr("Second text"));
  m_pairButton->setToolTip(tr("Give the model a pair of texts"));

  m_notice = new QLabel;
  m_notice->setObjectName(QStringLiteral("notice"));
  m_notice->setTextFormat(Qt::PlainText);
  m_notice->setWordWrap(true);
  m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_notice->hide();

  auto* fields = new QHBoxLayout;
  fields->setSpacing(8);
  fields->addWidget(m_text, 1, Qt::AlignTop);
  fields->addWidget(m_pair, 1, Qt::AlignTop);
  fields->addWidget(m_pairButton, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(fields);
  column->addWidget(m_notice);

  m_pause.setSingleShot(true);
  m_pause.setInterval(kLongestPauseMs);
  connect(&m_pause, &QTimer::timeout, this, &TextBar::tell);
  for (QPlainTextEdit* field : {m_text, m_pair}) {
    connect(field, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    field->installEventFilter(this);
    connect(field->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [field] { fitHeight(*field); });
  }
  connect(m_pairButton, &QToolButton::toggled, this, [this](bool shown) {
    showPair(shown);
    (shown ? m_pair : m_text)->setFocus();
    tell();
  });
  setFocusProxy(m_text);
  fitHeights();
}

QString TextBar::text() const { return m_text->toPlainText(); }

std::optional<QString> TextBar::pair() const {
  if (!m_pairButton->isChecked() || m_pair->document()->isEmpty()) return {};
  return m_pair->toPlainText();
}

void TextBar::setTexts(const QString& text, const std::optional<QString>& pair) {
  const QSignalBlocker blockText(m_text), blockPair(m_pair), blockButton(m_pairButton);
  replaceText(*m_text, text);
  replaceText(*m_pair, pair.value_or(QString()));
  m_pairButton->setChecked(pair.has_value());
  showPair(pair.has_value());
  m_pause.stop();
  fitHeights();
}

void TextBar::setNotice(const Notice& notice) {
  static const char* const levels[] = {"none", "hint", "warning", "error"};
  m_notice->setVisible(notice.level != Notice::Level::None);
  m_notice->setText(notice.text);
  m_notice->setAccessibleName(notice.text);
  m_notice->setProperty("level", levels[static_cast<int>(notice.level)]);
  m_notice->style()->unpolish(m_notice);
  m_notice->style()->polish(m_notice);
}

void TextBar::setRunTime(qint64 milliseconds) {
  m_pause.setInterval(static_cast<int>(std::clamp(milliseconds, kShortestPauseMs, kLongestPauseMs)));
}

void TextBar::flush() {
  if (m_pause.isActive()) tell();
}

bool TextBar::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
      event->ignore();  // A field would claim them for itself.
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void TextBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitHeights();
}

void TextBar::showPair(bool shown) {
  m_pair->setVisible(shown);
  m_pairButton->setIcon(themedIcon(shown ? QStringLiteral("remove") : QStringLiteral("add")));
}

void TextBar::fitHeights() {
  fitHeight(*m_text);
  fitHeight(*m_pair);
}

void TextBar::tell() {
  m_pause.stop();
  emit edited(text(), pair());
}

}  // namespace headlight
