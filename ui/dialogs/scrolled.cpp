#include "ui/dialogs/scrolled.h"

#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QWidget>

#include "ui/widgets/pane_parts.h"

namespace headlight {

QScrollArea* addScrolled(QVBoxLayout& column, QWidget* content) {
  constexpr int kRest = 112;  // Margins, and a row of buttons.
  QWidget* dialog = column.parentWidget();
  auto* scroll = makeScroll(dialog->windowTitle(), content);
  const QSize size = content->sizeHint() + QSize(scroll->verticalScrollBar()->sizeHint().width(), 0);
  scroll->setMinimumWidth(size.width());
  column.addWidget(scroll, 1);
  const QWidget* window = dialog->parentWidget() ? dialog->parentWidget() : dialog;
  dialog->resize((size + QSize(64, kRest)).boundedTo(window->screen()->availableSize() * 0.9));
  return scroll;
}

}  // namespace headlight
