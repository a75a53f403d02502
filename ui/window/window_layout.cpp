#include "ui/window/window_layout.h"

#include <QAction>
#include <QEvent>
#include <QInputDialog>
#include <QMainWindow>
#include <QScreen>
#include <QSplitter>
#include <utility>

#include "ui/state/settings.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/floating_window.h"

namespace headlight {
namespace {

/// The widths of heads, panels and side to one another.
QList<int> usualColumns() { return {220, 800, 240}; }

/// What stands before the columns of a layout that was saved, a bit each.
constexpr int kHidesHeads = 1, kHidesSide = 2, kFloatsHeads = 4, kFloatsSide = 8;

}  // namespace

WindowLayout::WindowLayout(QSplitter* columns, QMainWindow* window)
    : QObject(window), m_window(window), m_columns(columns) {
  m_heads.widget = columns->widget(0);
  m_side.widget = columns->widget(2);
  makeActions(m_heads, {"headsPartAction", tr("All &heads"), "Ctrl+Alt+H", tr("Show or hide the maps of all heads")},
              {"floatHeadsAction", tr("Heads in a window of their own"), {},
               tr("For a second screen; closing it brings them back")},
              &Settings::hidesHeads, &Settings::floatsHeads);
  makeActions(m_side, {"sidePartAction", tr("S&ide panel"), "Ctrl+Alt+I", tr("Show or hide the side panel")},
              {"floatSideAction", tr("Side panel in its own window"), {},
               tr("For a second screen; closing it brings it back")},
              &Settings::hidesSide, &Settings::floatsSide);
  m_full = makeSwitch(this, {"fullScreenAction", tr("Full &screen"), Keys("F11", QKeySequence::FullScreen)}, false,
                      [this](bool full) { setFullScreen(full); });
  makeAction(this, {"resetLayoutAction", tr("Reset layou&t"), {}, tr("Window parts as on a first start")},
             [this] { reset(); });
  makeAction(this, {"saveLayoutAction", tr("&Save layout…"), {}, tr("Keep the parts of the window under a name")},
             [this] { askName(); });
  // What goes to the heads brings them back.
  QAction* goes = &actionOf(*columns, "focusHeadsAction");
  connect(goes, &QAction::triggered, this, [this, goes] {
    if (m_heads.shows->isChecked()) return;
    m_heads.shows->setChecked(true);
    goes->trigger();
  });
  window->installEventFilter(this);
}

void WindowLayout::makeActions(Part& part, const ActionWords& shows, const ActionWords& floats,
                               bool Settings::*hides, bool Settings::*isFloating) {
  const bool hidden = loadSettings().*hides;
  part.widget->setHidden(hidden);
  part.shows = makeSwitch(this, shows, !hidden, [&part, hides](bool shown) {
    (part.window ? part.window : part.widget)->setVisible(shown);
    changeSettings([shown, hides](Settings& kept) { kept.*hides = !shown; });
  });
  part.floats = makeSwitch(this, floats, false, [this, &part, isFloating](bool on) {
    setFloating(part, on);
    changeSettings([on, isFloating](Settings& kept) { kept.*isFloating = on; });
  });
}

void WindowLayout::setFloating(Part& part, bool floats) {
  if (floats == (part.window != nullptr)) return;
  part.shows->setChecked(true);
  if (floats) {
    if (!m_heads.window && !m_side.window) m_docked = m_columns->saveState();
    part.window = makeFloatingWindow(part.widget, m_window,
                                     part.floats->objectName().replace(QStringLiteral("Action"), QStringLiteral("Window")),
                                     nameOf(*part.shows));
    part.window->installEventFilter(this);
    part.widget->show();
    part.window->show();
    return;
  }
  m_columns->insertWidget(&part == &m_heads ? 0 : m_columns->count(), part.widget);
  part.widget->show();
  part.window->hide();
  std::exchange(part.window, nullptr)->deleteLater();
  if (!m_heads.window && !m_side.window && !m_columns->restoreState(m_docked)) m_columns->setSizes(usualColumns());
}

void WindowLayout::restore() {
  const Settings settings = loadSettings();
  const QSize room = m_window->screen() ? m_window->screen()->availableSize() : QSize(1280, 800);
  m_window->resize(QSize(1600, 1000).boundedTo(room * 0.92));
  m_window->restoreGeometry(settings.windowGeometry);
  if (!m_columns->restoreState(settings.windowColumns)) m_columns->setSizes(usualColumns());
  m_heads.floats->setChecked(settings.floatsHeads);
  m_side.floats->setChecked(settings.floatsSide);
}

QByteArray WindowLayout::columns() const {
  return m_heads.window || m_side.window ? m_docked : m_columns->saveState();
}

void WindowLayout::save() const {
  changeSettings([this](Settings& settings) {
    settings.windowGeometry = m_window->saveGeometry();
    settings.windowColumns = columns();
  });
}

QStringList WindowLayout::names() const { return loadSettings().layouts.keys(); }

void WindowLayout::saveAs(const QString& name) {
  if (name.trimmed().isEmpty()) return;
  const int flags = (m_heads.shows->isChecked() ? 0 : kHidesHeads) | (m_side.shows->isChecked() ? 0 : kHidesSide) |
                    (m_heads.window ? kFloatsHeads : 0) | (m_side.window ? kFloatsSide : 0);
  changeSettings([&](Settings& kept) {
    kept.layouts[name.trimmed()] = QByteArray(1, static_cast<char>(flags)) + columns();
  });
}

void WindowLayout::open(const QString& name) {
  const QByteArray kept = loadSettings().layouts.value(name);
  if (kept.isEmpty()) return;
  m_heads.floats->setChecked(false);
  m_side.floats->setChecked(false);
  if (!m_columns->restoreState(kept.mid(1))) m_columns->setSizes(usualColumns());
  const int flags = kept.front();
  m_heads.floats->setChecked(flags & kFloatsHeads);
  m_side.floats->setChecked(flags & kFloatsSide);
  m_heads.shows->setChecked(!(flags & kHidesHeads));
  m_side.shows->setChecked(!(flags & kHidesSide));
}

void WindowLayout::forget(const QString& name) {
  changeSettings([&name](Settings& kept) { kept.layouts.remove(name); });
}

void WindowLayout::askName() {
  auto* dialog = new QInputDialog(m_window);
  dialog->setObjectName(QStringLiteral("layoutName"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Save layout"));
  dialog->setLabelText(tr("Name"));
  connect(dialog, &QInputDialog::textValueSelected, this, &WindowLayout::saveAs);
  dialog->open();
}

void WindowLayout::showSide() { m_side.shows->setChecked(true); }

void WindowLayout::reset() {
  for (Part* part : {&m_heads, &m_side}) {
    part->floats->setChecked(false);
    part->shows->setChecked(true);
  }
  m_columns->setSizes(usualColumns());
}

void WindowLayout::setFullScreen(bool full) {
  if (full != m_window->isFullScreen()) m_window->setWindowState(m_window->windowState() ^ Qt::WindowFullScreen);
}

bool WindowLayout::eventFilter(QObject* watched, QEvent* event) {
  for (Part* part : {&m_heads, &m_side})
    if (watched == part->window && event->type() == QEvent::Close && m_window->isVisible()) {
      event->ignore();
      part->floats->setChecked(false);
      return true;
    }
  // The desktop has ways of its own to leave the full screen.
  if (watched == m_window && event->type() == QEvent::WindowStateChange) m_full->setChecked(m_window->isFullScreen());
  return QObject::eventFilter(watched, event);
}

}  // namespace headlight
