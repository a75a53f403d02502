#include "ui/widgets/pane_parts.h"

#include <QGuiApplication>
#include <QStyle>

#include "ui/widgets/named.h"
#include "ui/widgets/theme.h"

namespace headlight {
QMargins readingMargins(int start, int top, int end, int bottom) {
  return QGuiApplication::isRightToLeft() ? QMargins(end, top, start, bottom) : QMargins(start, top, end, bottom);
}

QString factRow(const QString& name, const QString& value) {
  // Tables of rich text have their first column at the left in every language.
  return (QGuiApplication::isRightToLeft()
              ? QStringLiteral("<tr><td align='left'>%2</td><td align='right'>%1</td></tr>")
              : QStringLiteral("<tr><td>%1</td><td align='right'>%2</td></tr>"))
      .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

void showFactRows(QLabel* label, const QString& rows) {
  label->setTextFormat(Qt::RichText);
  label->setText(QStringLiteral("<table width='100%'>") + rows + QStringLiteral("</table>"));
}

void showPlain(QLabel* label, const QString& text) {
  label->setTextFormat(Qt::PlainText);
  label->setText(text);
}

QScrollArea* makeScroll(const QString& accessibleName, QWidget* page) {
  auto* scroll = new QScrollArea;
  scroll->setAccessibleName(accessibleName);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(page);
  return scroll;
}

QVBoxLayout* makePage(QWidget* pane, const QString& accessibleName) {
  auto* page = named("inspectorPage", new QWidget);
  auto* column = makeBox<QVBoxLayout>(page, {12, 8, 8, 8}, 4);
  makeBox<QVBoxLayout>(pane, {0, 0, 0, 0}, 0)->addWidget(makeScroll(accessibleName, page));
  return column;
}

QToolButton* makeTextButton(const QString& objectName, const QString& text, const QString& name, const QString& tip) {
  auto* button = new QToolButton;
  button->setObjectName(objectName);
  button->setText(text);
  button->setAccessibleName(name);
  button->setToolTip(tip);
  return button;
}

QToolButton* makeIconButton(const QString& objectName, const QString& icon, const QString& name, const QString& tip) {
  QToolButton* button = makeTextButton(objectName, {}, name, tip);
  button->setIcon(themedIcon(icon));
  return button;
}

QLabel* makeLabel(const QString& objectName, QBoxLayout* layout) {
  auto* label = new QLabel;
  label->setObjectName(objectName);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  layout->addWidget(label);
  return label;
}

void restyle(QWidget* widget) {
  widget->style()->unpolish(widget);
  widget->style()->polish(widget);
}

void addLabelled(const QString& text, QWidget* field, QBoxLayout* layout) {
  auto* label = new QLabel(text);
  label->setBuddy(field);
  layout->addWidget(label);
  layout->addWidget(field);
}

}  // namespace headlight
