#include "ui/window/window_layout.h"

#include <QAction>
#include <QEvent>
#include <QMainWindow>
#include <QScreen>
#include <QSplitter>

#include "ui/state/settings.h"
#include "ui/widgets/actions.h"

namespace headlight {
namespace {

/// The widths of heads, panels and side to one another.
QList<int> usualColumns() { return {220, 800, 240}; }

}  // namespace

WindowLayout::WindowLayout(QSplitter* columns, QMainWindow* window)
    : QObject(window), m_window(window), m_columns(columns) {
  const Settings settings = loadSettings();
  const auto makePart = [this](int column, const ActionWords& words, bool hidden, bool Settings::*hides) {
    QWidget* part = m_columns->widget(column);
    part->setHidden(hidden);
    return makeSwitch(this, words, !hidden, [part, hides](bool shown) {
      part->setVisible(shown);
      changeSettings([shown, hides](Settings& kept) { kept.*hides = !shown; });
    });
  };
  m_heads = makePart(0, {"headsPartAction", tr("All &heads"), "Ctrl+Alt+H", tr("Show or hide the maps of all heads")},
                     settings.hidesHeads, &Settings::hidesHeads);
  m_side = makePart(2, {"sidePartAction", tr("S&ide panel"), "Ctrl+Alt+I", tr("Show or hide the side panel")},
                    settings.hidesSide, &Settings::hidesSide);
  m_full = makeSwitch(this, {"fullScreenAction", tr("Full &screen"), Keys("F11", QKeySequence::FullScreen)}, false,
                      [this](bool full) { setFullScreen(full); });
  makeAction(this, {"resetLayoutAction", tr("Reset layou&t"), {}, tr("Window parts as on a first start")},
             [this] { reset(); });
  // What goes to the heads brings them back.
  QAction* goes = &actionOf(*columns, "focusHeadsAction");
  connect(goes, &QAction::triggered, this, [this, goes] {
    if (m_heads->isChecked()) return;
    m_heads->setChecked(true);
    goes->trigger();
  });
  window->installEventFilter(this);
}

void WindowLayout::restore() {
  const Settings settings = loadSettings();
  const QSize room = m_window->screen() ? m_window->screen()->availableSize() : QSize(1280, 800);
  m_window->resize(QSize(1600, 1000).boundedTo(room * 0.92));
  m_window->restoreGeometry(settings.windowGeometry);
  if (!m_columns->restoreState(settings.windowColumns)) m_columns->setSizes(usualColumns());
}

void WindowLayout::save() const {
  changeSettings([this](Settings& settings) {
    settings.windowGeometry = m_window->saveGeometry();
    settings.windowColumns = m_columns->saveState();
  });
}

void WindowLayout::showSide() { m_side->setChecked(true); }

void WindowLayout::reset() {
  m_heads->setChecked(true);
  m_side->setChecked(true);
  m_columns->setSizes(usualColumns());
}

void WindowLayout::setFullScreen(bool full) {
  if (full != m_window->isFullScreen()) m_window->setWindowState(m_window->windowState() ^ Qt::WindowFullScreen);
}

bool WindowLayout::eventFilter(QObject* watched, QEvent* event) {
  // The desktop has ways of its own to leave the full screen.
  if (event->type() == QEvent::WindowStateChange) m_full->setChecked(m_window->isFullScreen());
  return QObject::eventFilter(watched, event);
}

}  // namespace headlight
