#include "ui/workspace/panel_area.h"

#include <QPainter>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/theme.h"
#include "ui/workspace/panel.h"

namespace headlight {

std::vector<int> gridRows(int count) {
  if (count <= 0) return {};
  const int rows = static_cast<int>(std::lround(std::sqrt(static_cast<double>(count))));
  std::vector<int> sizes(static_cast<std::size_t>(rows), count / rows);
  for (int i = 0; i < count % rows; ++i) ++sizes[static_cast<std::size_t>(i)];
  return sizes;
}

/// Takes the colour out of what lies below, and lets the pointer through.
class PanelArea::Veil final : public QWidget {
 public:
  explicit Veil(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("veil"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QColor colour = windowColours(currentTheme()).desk;
    colour.setAlphaF(0.55F);
    QPainter(this).fillRect(rect(), colour);
  }
};

PanelArea::PanelArea(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
  setObjectName(QStringLiteral("panelArea"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_rows = new QSplitter(Qt::Vertical);
  m_rows->setHandleWidth(8);
  m_rows->setChildrenCollapsible(false);
  column->addWidget(m_rows);
  m_veil = new Veil(this);
  connect(workspace, &Workspace::panelsChanged, this, &PanelArea::rebuild);
  connect(workspace, &Workspace::panelChanged, this,
          [this](std::size_t index) { m_panels[index]->setState(m_workspace->panels()[index]); });
  connect(workspace, &Workspace::resultChanged, this, [this] {
    for (Panel* panel : m_panels) panel->setResult(m_workspace->result());
  });
  connect(workspace, &Workspace::staleChanged, m_veil, &QWidget::setVisible);
  rebuild();
}

Panel* PanelArea::current() const { return m_panels.empty() ? nullptr : m_panels[m_current]; }

void PanelArea::setBaseStyle(const FigureStyle& style) {
  m_baseStyle = style;
  for (Panel* panel : m_panels) panel->setBaseStyle(style);
}

void PanelArea::rebuild() {
  const std::vector<PanelState>& states = m_workspace->panels();
  const std::size_t before = m_panels.size();
  while (m_panels.size() > states.size()) {
    m_panels.back()->hide();
    m_panels.back()->deleteLater();
    m_panels.pop_back();
  }
  while (m_panels.size() < states.size()) {
    auto* panel = new Panel(m_workspace->selection());
    panel->setBaseStyle(m_baseStyle);
    const std::size_t index = m_panels.size();
    connect(panel, &Panel::stateRequested, m_workspace,
            [this, index](const PanelState& state) { m_workspace->setPanel(index, state); });
    // Removing panels from within their own signal would pull the ground from under it.
    connect(
        panel, &Panel::closeRequested, m_workspace, [this, index] { m_workspace->removePanel(index); },
        Qt::QueuedConnection);
    connect(panel, &Panel::exportRequested, this, [this, panel] { emit exportRequested(panel); });
    connect(panel, &Panel::activated, this, [this, index] { setCurrent(index); });
    m_panels.push_back(panel);
  }
  for (std::size_t i = 0; i < m_panels.size(); ++i) {
    m_panels[i]->setState(states[i]);
    m_panels[i]->setResult(m_workspace->result());
    m_panels[i]->setClosable(m_panels.size() > 1);
  }
  if (m_panels.size() != before) arrange();
  setCurrent(std::min(m_current, m_panels.size() - 1));
}

void PanelArea::arrange() {
  for (Panel* panel : m_panels) panel->setParent(this);
  while (m_rows->count() > 0) delete m_rows->widget(0);
  std::size_t next = 0;
  for (const int columns : gridRows(static_cast<int>(m_panels.size()))) {
    auto* row = new QSplitter(Qt::Horizontal);
    row->setHandleWidth(8);
    row->setChildrenCollapsible(false);
    for (int i = 0; i < columns; ++i) {
      row->addWidget(m_panels[next]);
      m_panels[next++]->show();
    }
    row->setSizes(QList<int>(columns, 1000));
    m_rows->addWidget(row);
  }
  m_rows->setSizes(QList<int>(m_rows->count(), 1000));
  m_veil->raise();
}

void PanelArea::setCurrent(std::size_t index) {
  m_current = index;
  for (std::size_t i = 0; i < m_panels.size(); ++i) {
    const bool current = i == m_current && m_panels.size() > 1;
    if (m_panels[i]->property("current").toBool() == current) continue;
    m_panels[i]->setProperty("current", current);
    style()->unpolish(m_panels[i]);
    style()->polish(m_panels[i]);
  }
}

void PanelArea::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_veil->setGeometry(rect());
}

}  // namespace headlight
