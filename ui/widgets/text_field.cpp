#include "ui/widgets/text_field.h"

#include <QAbstractTextDocumentLayout>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <algorithm>

namespace headlight {
namespace {

constexpr int kMostTextLines = 4;

/// Whether what was copied is a picture or files, and no text.
bool isMedia(const QMimeData& data) {
  const QList<QUrl> urls = data.urls();
  return (!urls.isEmpty() && urls.front().isLocalFile()) || (data.hasImage() && !data.hasText());
}

}  // namespace

TextField::TextField(QWidget* parent) : QPlainTextEdit(parent) {
  setTabChangesFocus(true);
  setUndoRedoEnabled(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &TextField::fitHeight);
  fitHeight();
}

void TextField::replaceText(const QString& text) {
  const QString before = toPlainText();
  if (text != before) {
    const auto same = std::mismatch(text.rbegin(), text.rend(), before.rbegin(), before.rend()).first - text.rbegin();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(text.size() - same));
    setTextCursor(cursor);
  }
  fitHeight();
}

void TextField::fitHeight() {
  // A QPlainTextEdit's document counts its height in lines.
  const int lines = std::clamp(static_cast<int>(document()->size().height()), 1, kMostTextLines);
  const int frame = 2 * static_cast<int>(document()->documentMargin()) + 10;
  setFixedHeight(lines * fontMetrics().lineSpacing() + frame);
  setVerticalScrollBarPolicy(lines == kMostTextLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void TextField::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (!urls.isEmpty() && urls.front().isLocalFile()) return event->ignore();
  QPlainTextEdit::dragEnterEvent(event);
}

bool TextField::canInsertFromMimeData(const QMimeData* source) const {
  return isMedia(*source) || QPlainTextEdit::canInsertFromMimeData(source);
}

void TextField::insertFromMimeData(const QMimeData* source) {
  if (isMedia(*source)) return emit mediaPasted(source);
  QPlainTextEdit::insertFromMimeData(source);
}

bool TextField::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
      event->ignore();  // It would claim them for itself.
      return true;
    }
  }
  return QPlainTextEdit::event(event);
}

void TextField::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitHeight();
}

}  // namespace headlight
