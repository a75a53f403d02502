#pragma once

#include <QBoxLayout>
#include <QLabel>
#include <QMargins>
#include <QProgressBar>
#include <QScrollArea>
#include <QToolButton>

#include "ui/progress_bar.h"

namespace headlight {

/// Pieces that panes and the windows of charts are built of; each that takes a layout is added to its end.

/// Margins for a window that reads from either side: the first and the third change places in one that reads from the
/// right, which layouts do not do by themselves.
QMargins readingMargins(int start, int top, int end, int bottom);
/// A row or a column (QHBoxLayout, QVBoxLayout) in `widget`, with so much around it and between what it holds.
template <class Box>
Box* makeBox(QWidget* widget, const QMargins& margins, int spacing) {
  auto* box = new Box(widget);
  box->setContentsMargins(margins);
  box->setSpacing(spacing);
  return box;
}
/// A row of a table in a label: a name at its beginning, a value at its end; both are plain text.
QString factRow(const QString& name, const QString& value);
/// `page` in a frame that scrolls up and down only.
QScrollArea* makeScroll(const QString& accessibleName, QWidget* page);
/// Fills a pane with a page of numbers that scrolls; returns the column of the page.
QVBoxLayout* makePage(QWidget* pane, const QString& accessibleName);
/// A button of words with what a screen reader and a tip say of it.
QToolButton* makeTextButton(const QString& objectName, const QString& text, const QString& name, const QString& tip);
/// A button that is an icon of the theme, with the name that a screen reader says.
QToolButton* makeIconButton(const QString& objectName, const QString& icon, const QString& name, const QString& tip);
/// Shows rows of factRow() in a label, or a sentence as it is.
void showFactRows(QLabel* label, const QString& rows);
void showPlain(QLabel* label, const QString& text);
/// A label of plain text whose lines break.
QLabel* makeLabel(const QString& objectName, QBoxLayout* layout);
/// Has the style sheet look at `widget` again, after a change of what it goes by: a property or its name.
void restyle(QWidget* widget);
/// A field with a label before it; `&` in `text` names its key.
void addLabelled(const QString& text, QWidget* field, QBoxLayout* layout);

}  // namespace headlight
