#include "ui/panels/panel_area.h"

#include <QAction>
#include <QEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/panels/panel.h"
#include "ui/panels/panel_look.h"
#include "ui/panels/panel_header.h"
#include "ui/reading/comparing_panels.h"
#include "ui/views/attention_view.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/floating_window.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {

std::vector<int> gridRows(int count) {
  if (count <= 0) return {};
  const int rows = static_cast<int>(std::lround(std::sqrt(static_cast<double>(count))));
  std::vector<int> sizes(static_cast<std::size_t>(rows), count / rows);
  for (int i = 0; i < count % rows; ++i) ++sizes[static_cast<std::size_t>(i)];
  return sizes;
}

/// Shows where a dragged panel would come to stand.
class PanelArea::DropMark final : public QWidget {
 public:
  explicit DropMark(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("dropMark"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = headlight::palette(currentTheme()).accent;
    QColor wash = accent;
    wash.setAlphaF(width() > 16 ? 0.14F : 1.0F);
    painter.setPen(width() > 16 ? QPen(accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(wash);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), width() > 16 ? 6 : 1, width() > 16 ? 6 : 1);
  }
};

PanelArea::PanelArea(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
  setObjectName(QStringLiteral("panelArea"));
  setAccessibleName(tr("Panels"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_rows = new QSplitter(Qt::Vertical);
  m_rows->setHandleWidth(8);
  m_rows->setChildrenCollapsible(false);
  column->addWidget(m_rows);
  m_mark = new DropMark(this);
  makeActions();
  connect(workspace, &Workspace::panelsChanged, this, &PanelArea::rebuild);
  connect(workspace, &Workspace::modelChanged, this, &PanelArea::rebuild);
  connect(workspace, &Workspace::panelChanged, this,
          [this](std::size_t index) {
            if (m_floating) return rebuild();  // Which one floats may have changed as well.
            const PanelState& state = m_workspace->panels()[index];
            m_panels[index]->setState(state);
            m_panels[index]->setResults(m_workspace->resultsFor(state));
            shareLegends();
          });
  connect(workspace, &Workspace::resultsChanged, this, [this] {
    for (Panel* panel : m_panels) panel->setResults(m_workspace->resultsFor(panel->state()));
    shareLegends();
  });
  connect(workspace, &Workspace::staleChanged, this, &PanelArea::showStale);
  rebuild();
}

void PanelArea::makeActions() {
  makeAction(this, {"newPanelAction", tr("&New panel"), "Ctrl+N", tr("New panel with this head pinned")},
             [this] { addPanel(); });
  m_close = makeAction(this, {"closePanelAction", tr("&Close panel"), "Ctrl+W"},
                       [this] { m_workspace->removePanel(m_current); });
  makeAction(this, {"nextPanelAction", tr("Ne&xt panel"), "F6"}, [this] { focusPanel(1); });
  makeAction(this, {"previousPanelAction", tr("&Previous panel"), "Shift+F6"}, [this] { focusPanel(-1); });
  makeAction(this,
             {"maximisePanelAction", tr("&Maximise or restore panel"), "Ctrl+M", tr("Maximise panel; Esc restores")},
             [this] { toggleMaximised(); });
  makeAction(this, {"panelNoteAction", tr("No&te on this panel"), {}, tr("A note of your own, kept with the session")},
             [this] { if (current()) current()->editNote(); });
  m_floats = makeSwitch(this,
                        {"floatPanelAction", tr("Panel in its own window"), {},
                         tr("For a second screen; closing it brings it back")},
                        false, [this](bool on) { floatPanel(on ? std::optional(m_current) : std::nullopt); });
  m_back = makeAction(this, {"movePanelBackAction", tr("Move panel &back"), "Alt+Shift+Left"},
                      [this] { moveCurrent(-1); });
  m_later = makeAction(this, {"movePanelLaterAction", tr("Move panel &forward"), "Alt+Shift+Right"},
                       [this] { moveCurrent(1); });
}

void PanelArea::enableActions() {
  m_close->setEnabled(m_panels.size() > 1);
  m_back->setEnabled(m_current > 0);
  m_later->setEnabled(m_current + 1 < m_panels.size());
  m_floats->setEnabled(m_panels.size() > 1);
  const QSignalBlocker blocker(m_floats);
  m_floats->setChecked(m_floating.has_value());
}

void PanelArea::addPanel() {
  PanelState panel = current() ? current()->state() : PanelState();
  panel.pinned = current() ? current()->head() : m_workspace->selection()->head();
  m_workspace->addPanel(panel);
}

Panel* PanelArea::current() const { return m_panels.empty() ? nullptr : m_panels[m_current]; }

void PanelArea::setBaseStyle(const FigureStyle& style) {
  m_baseStyle = style;
  for (Panel* panel : m_panels) panel->setBaseStyle(style);
}

Panel* PanelArea::makePanel(std::size_t index) {
  auto* panel = new Panel(m_workspace->selection());
  panel->setBaseStyle(m_baseStyle);
  connect(panel, &Panel::stateRequested, m_workspace,
          [this, index](const PanelState& state) { m_workspace->setPanel(index, state); });
  connect(panel, &Panel::zoomRequested, m_workspace,
          [this, index](const QRectF& cells, bool byPerson) { m_workspace->setZoom(index, cells, byPerson); });
  connect(panel, &Panel::lookRequested, m_workspace, [this, panel] {
    m_workspace->edit([from = panel->state()](WorkspaceState& state) {
      for (PanelState& each : state.panels) takeLook(each, from);
    });
  });
  // Removing or moving panels from within their own signal would pull the ground from under it.
  connect(
      panel, &Panel::closeRequested, m_workspace, [this, index] { m_workspace->removePanel(index); },
      Qt::QueuedConnection);
  connect(
      panel, &Panel::maximiseRequested, this,
      [this, index] {
        setCurrent(std::min(index, m_panels.size() - 1));
        toggleMaximised();
      },
      Qt::QueuedConnection);
  connect(
      panel, &Panel::moveRequested, this,
      [this, index](int step) {
        setCurrent(std::min(index, m_panels.size() - 1));
        moveCurrent(step);
      },
      Qt::QueuedConnection);
  connect(
      panel, &Panel::besideRequested, m_workspace,
      [this, panel](HeadId head) { m_workspace->addPanels(comparedHeads(panel->state(), {head})); },
      Qt::QueuedConnection);
  // The panel may be shown anew before its menu has closed.
  connect(panel, &Panel::changeRequested, this, &PanelArea::changeRequested, Qt::QueuedConnection);
  connect(panel, &Panel::partChosen, this, &PanelArea::partChosen);
  connect(panel, &Panel::exportRequested, this, [this, panel] { emit exportRequested(panel); });
  connect(panel, &Panel::activated, this, [this, index] { setCurrent(index); });
  connect(panel, &Panel::cellTextChanged, this, [this, panel] {
    // Panels that show the same tokens hear of the same cell: only one of them is meant.
    const auto under = std::find_if(m_panels.begin(), m_panels.end(), [](Panel* p) { return p->underMouse(); });
    if (panel == (under != m_panels.end() ? *under : current())) emit cellTextChanged(panel->cellText());
  });
  connect(&panel->header(), &PanelHeader::dragMoved, this, [this, index](QPoint place) { dragTo(index, place); });
  connect(&panel->header(), &PanelHeader::dragEnded, this, [this, index] { drop(index); });
  connect(&panel->header(), &PanelHeader::dragStopped, this, [this] {
    m_drop.reset();
    m_mark->hide();
  });
  return panel;
}

void PanelArea::rebuild() {
  const std::vector<PanelState>& states = m_workspace->panels();
  m_maximised = m_workspace->maximised();
  followFloating();
  while (m_panels.size() > states.size()) {
    m_panels.back()->hide();
    m_panels.back()->deleteLater();
    m_panels.pop_back();
  }
  while (m_panels.size() < states.size()) m_panels.push_back(makePanel(m_panels.size()));
  Sources sources;
  if (const auto& model = m_workspace->model()) sources.model = QString::fromStdString(model->info.name);
  if (const auto& other = m_workspace->otherModel()) sources.otherModel = QString::fromStdString(other->info.name);
  sources.otherText = m_workspace->otherText().has_value();
  sources.changes = !m_workspace->changes().empty();
  for (std::size_t i = 0; i < m_panels.size(); ++i) {
    m_panels[i]->setSources(sources);
    m_panels[i]->setState(states[i]);
    m_panels[i]->setResults(m_workspace->resultsFor(states[i]));
    m_panels[i]->setClosable(m_panels.size() > 1);
    m_panels[i]->setMaximised(m_maximised == i);
  }
  if (m_panels.size() != m_arranged) arrange();
  for (std::size_t i = 0; i < m_panels.size(); ++i)
    m_panels[i]->setVisible(!m_maximised || m_maximised == i || m_floating == i);
  // A row without a panel in sight takes no room.
  for (int row = 0; row < m_rows->count(); ++row) {
    const auto inSight = [&](Panel* p) { return m_rows->widget(row)->isAncestorOf(p) && !p->isHidden(); };
    m_rows->widget(row)->setVisible(std::any_of(m_panels.begin(), m_panels.end(), inSight));
  }
  shareLegends();
  showStale();
  setCurrent(m_maximised.value_or(std::min(m_current, m_panels.size() - 1)));
}

void PanelArea::arrange() {
  m_arranged = m_panels.size();
  const bool opens = m_floating && !m_floatWindow;
  if (opens) {
    m_floatWindow =
        makeFloatingWindow(m_panels[*m_floating], window(), QStringLiteral("floatPanelWindow"), tr("Panel"));
    m_floatWindow->installEventFilter(this);
  }
  const std::vector<Panel*> docked = this->docked();
  for (Panel* panel : docked) panel->setParent(this);
  if (m_floating) {
    m_floatWindow->layout()->addWidget(m_panels[*m_floating]);
    if (opens) m_floatWindow->show();
  } else if (m_floatWindow) {
    m_floatWindow->hide();
    std::exchange(m_floatWindow, nullptr)->deleteLater();
  }
  while (m_rows->count() > 0) delete m_rows->widget(0);
  std::size_t next = 0;
  for (const int columns : gridRows(static_cast<int>(docked.size()))) {
    auto* row = new QSplitter(Qt::Horizontal);
    row->setHandleWidth(8);
    if (isRightToLeft()) row->setContentsMargins(0, 0, 1, 0);  // As for the columns of the window.
    row->setChildrenCollapsible(false);
    for (int i = 0; i < columns; ++i) row->addWidget(docked[next++]);
    row->setSizes(QList<int>(columns, 1000));
    m_rows->addWidget(row);
  }
  m_rows->setSizes(QList<int>(m_rows->count(), 1000));
}

void PanelArea::shareLegends() {
  // One in a window of its own has its own legend.
  const std::vector<Panel*> panels = docked();
  if (m_floating) m_panels[*m_floating]->setLegendElsewhere(false);
  std::vector<int> besides;  // How many panels share the row of each.
  for (const int columns : gridRows(static_cast<int>(panels.size())))
    besides.insert(besides.end(), static_cast<std::size_t>(columns), columns);
  std::vector<std::optional<ColourScale>> scales;
  for (const Panel* panel : panels) scales.push_back(panel->isHidden() ? std::nullopt : panel->commonScale());
  std::vector<std::size_t> keepers;
  for (std::size_t i = 0; i < panels.size(); ++i) {
    if (!scales[i]) continue;
    const auto keeper =
        std::find_if(keepers.begin(), keepers.end(), [&](std::size_t other) { return scales[other] == scales[i]; });
    if (keeper == keepers.end())
      keepers.push_back(i);
    else if (besides[i] < besides[*keeper])
      *keeper = i;
  }
  for (std::size_t i = 0; i < panels.size(); ++i)
    panels[i]->setLegendElsewhere(scales[i] && std::find(keepers.begin(), keepers.end(), i) == keepers.end());
}

void PanelArea::showStale() {
  // Between a change of the list and panelsChanged() there may be fewer panels than states.
  for (std::size_t i = 0; i < std::min(m_panels.size(), m_workspace->panels().size()); ++i)
    m_panels[i]->setStale(m_workspace->isStale(m_workspace->panels()[i]));
}

void PanelArea::setCurrent(std::size_t index) {
  const bool other = index != m_current;
  m_current = index;
  for (std::size_t i = 0; i < m_panels.size(); ++i) {
    const bool current = i == m_current && m_panels.size() > 1;
    if (m_panels[i]->property("current").toBool() == current) continue;
    m_panels[i]->setProperty("current", current);
    restyle(m_panels[i]);
  }
  enableActions();
  if (other) emit currentChanged();
}

void PanelArea::focusPanel(int step) {
  if (m_panels.empty()) return;
  const auto count = static_cast<int>(m_panels.size());
  const int next = m_maximised ? static_cast<int>(*m_maximised) : (static_cast<int>(m_current) + step + count) % count;
  setCurrent(static_cast<std::size_t>(next));
  current()->window()->activateWindow();
  current()->view()->setFocus(Qt::ShortcutFocusReason);
}

void PanelArea::moveCurrent(int step) {
  const int to = static_cast<int>(m_current) + step;
  if (to < 0 || to >= static_cast<int>(m_panels.size())) return;
  m_workspace->movePanel(m_current, static_cast<std::size_t>(to));
  setCurrent(static_cast<std::size_t>(to));
}

void PanelArea::floatPanel(std::optional<std::size_t> index) {
  if (index == m_floating) return;
  m_floating = index;
  m_arranged = 0;
  if (m_floating && m_maximised) return m_workspace->setMaximised(std::nullopt);
  rebuild();
}

void PanelArea::followFloating() {
  if (!m_floating) return;
  const std::vector<PanelState>& states = m_workspace->panels();
  std::vector<PanelState> shown;
  for (const Panel* panel : m_panels) shown.push_back(panel->state());
  const PanelState& own = shown[*m_floating];
  const bool samePlace = *m_floating < states.size() && states[*m_floating] == own;
  // Panels of another number or order: it is where its state is. Otherwise it is the one that was edited.
  const bool moved = !samePlace && !(states.size() == shown.size() &&
                                     !std::is_permutation(states.begin(), states.end(), shown.begin()));
  std::optional<std::size_t> next = m_floating;
  if (moved) {
    const auto at = std::find(states.begin(), states.end(), own);
    next = at == states.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - states.begin()));
  }
  if (next == m_maximised || states.size() < 2) next.reset();
  if (next == m_floating) return;
  m_floating = next;
  m_arranged = 0;
}

std::vector<Panel*> PanelArea::docked() const {
  std::vector<Panel*> panels = m_panels;
  if (m_floating) panels.erase(panels.begin() + static_cast<std::ptrdiff_t>(*m_floating));
  return panels;
}

bool PanelArea::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_floatWindow || event->type() != QEvent::Close || !window()->isVisible())
    return QWidget::eventFilter(watched, event);
  event->ignore();
  floatPanel({});
  return true;
}

void PanelArea::toggleMaximised() { m_workspace->setMaximised(m_maximised ? std::nullopt : std::optional(m_current)); }

std::vector<QRectF> PanelArea::panelRects() const {
  std::vector<QRectF> rects;
  for (const Panel* panel : m_panels)
    rects.push_back(panel->isVisible() && isAncestorOf(panel)
                        ? QRectF(QPointF(panel->mapTo(this, QPoint(0, 0))), QSizeF(panel->size()))
                        : QRectF());
  return rects;
}

void PanelArea::dragTo(std::size_t index, QPoint place) {
  const bool stays = m_maximised || m_floating == index;
  m_drop = stays ? std::nullopt : dropAt(panelRects(), index, QPointF(mapFromGlobal(place)));
  m_mark->setVisible(m_drop.has_value());
  if (!m_drop) return;
  m_mark->setGeometry(m_drop->mark.toAlignedRect());
  m_mark->raise();
}

void PanelArea::drop(std::size_t index) {
  m_mark->hide();
  const std::optional<PanelDrop> drop = std::exchange(m_drop, std::nullopt);
  if (!drop) return;
  if (drop->place == PanelDrop::Place::Swap) {
    m_workspace->swapPanels(index, drop->target);
    setCurrent(drop->target);
  } else {
    const std::size_t to = numberAfter(*drop, index);
    m_workspace->movePanel(index, to);
    setCurrent(to);
  }
}

void PanelArea::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_mark->hide();
}

}  // namespace headlight
