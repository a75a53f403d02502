#include "ui/charts/cost_window.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/charts/chart_export.h"
#include "ui/charts/cost_figure.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/theme.h"

namespace headlight {

CostWindow::CostWindow(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("costWindow"));
  setWindowTitle(tr("Cost"));
  auto* column = new QVBoxLayout(this);
  m_canvas = new FigureCanvas;
  m_canvas->setObjectName(QStringLiteral("costChart"));
  m_canvas->setAccessibleName(tr("Cost by text length"));
  column->addWidget(m_canvas, 1);
  auto* row = new QHBoxLayout;
  auto* label = new QLabel(tr("&Window size"));
  m_window = new QSpinBox;
  m_window->setObjectName(QStringLiteral("costWindowSize"));
  m_window->setRange(1, 1'000'000);
  m_window->setValue(4096);
  m_window->setSuffix(tr(" tokens"));
  m_window->setGroupSeparatorShown(true);
  label->setBuddy(m_window);
  row->addWidget(label);
  row->addWidget(m_window);
  row->addStretch(1);
  auto* save = new QPushButton(tr("&Export…"));
  save->setObjectName(QStringLiteral("costExport"));
  row->addWidget(save);
  column->addLayout(row);
  connect(m_window, &QSpinBox::valueChanged, this, &CostWindow::count);
  connect(save, &QPushButton::clicked, this, &CostWindow::exportChart);
  resize(1080, 620);
}

CostWindow::~CostWindow() = default;

void CostWindow::explain(std::shared_ptr<const Source> model, Index tokens, double seconds) {
  m_model = std::move(model);
  m_tokens = tokens;
  m_seconds = seconds;
  count();
}

void CostWindow::count() {
  if (!m_model) return;
  m_data = std::make_shared<const CostData>(
      costData(*m_model->model, QString::fromStdString(m_model->info.name), m_tokens, m_seconds, m_window->value()));
  draw();
}

void CostWindow::draw() { m_canvas->setFigure(std::make_shared<CostFigure>(m_data, screenStyle())); }

void CostWindow::exportChart() {
  if (!m_data) return;
  Provenance made;
  made.model = m_model->info.name;
  openExportDialog(exportableChart<CostFigure>(tr("Cost"), m_data, made, "cost"), this);
}

void CostWindow::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && m_data) draw();
}

}  // namespace headlight
