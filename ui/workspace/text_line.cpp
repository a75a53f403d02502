#include "ui/workspace/text_line.h"

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <algorithm>

namespace headlight {
namespace {

constexpr int kMostTextLines = 4;

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

/// Makes a field as high as its lines, up to kMostTextLines.
void fitHeight(QPlainTextEdit& field) {
  // A QPlainTextEdit's document counts its height in lines.
  const int lines = std::clamp(static_cast<int>(field.document()->size().height()), 1, kMostTextLines);
  const int frame = 2 * static_cast<int>(field.document()->documentMargin()) + 10;
  field.setFixedHeight(lines * field.fontMetrics().lineSpacing() + frame);
  field.setVerticalScrollBarPolicy(lines == kMostTextLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

}  // namespace

TextLine::TextLine(const QString& suffix, QWidget* parent) : QWidget(parent) {
  const bool other = !suffix.isEmpty();
  m_letter = new QLabel;
  m_letter->setObjectName(QStringLiteral("quiet"));
  m_letter->hide();
  m_text = makeField(QStringLiteral("text") + suffix, other ? tr("Text to compare with") : tr("Text"),
                     other ? tr("Type the text to compare with") : tr("Type a sentence"));
  m_pair = makeField(QStringLiteral("pair") + suffix, other ? tr("Second text to compare with") : tr("Second text"),
                     tr("Second text"));
  m_pair->hide();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(m_letter);
  row->addWidget(m_text, 1, Qt::AlignTop);
  row->addWidget(m_pair, 1, Qt::AlignTop);
  for (QPlainTextEdit* field : {m_text, m_pair}) {
    connect(field, &QPlainTextEdit::textChanged, this, &TextLine::edited);
    field->installEventFilter(this);
    connect(field->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [field] { fitHeight(*field); });
    fitHeight(*field);
  }
  setFocusProxy(m_text);
}

TextInput TextLine::input() const {
  TextInput input{m_text->toPlainText().toStdString(), {}};
  if (!m_pair->isHidden() && !m_pair->document()->isEmpty()) input.pair = m_pair->toPlainText().toStdString();
  return input;
}

void TextLine::setInput(const TextInput& input) {
  const QSignalBlocker block(this);
  replaceText(*m_text, QString::fromStdString(input.text));
  replaceText(*m_pair, QString::fromStdString(input.pair.value_or(std::string())));
  fitHeight(*m_text);
  fitHeight(*m_pair);
}

void TextLine::setPairShown(bool shown) { m_pair->setVisible(shown); }

void TextLine::setLetter(const QString& letter) {
  m_letter->setText(letter);
  m_letter->setVisible(!letter.isEmpty());
}

bool TextLine::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
      event->ignore();  // A field would claim them for itself.
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void TextLine::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange) return;
  for (QPlainTextEdit* field : {m_text, m_pair})
    if (field) fitHeight(*field);
}

}  // namespace headlight
