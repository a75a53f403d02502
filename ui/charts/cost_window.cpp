#include "ui/charts/cost_window.h"

#include <QSpinBox>

#include "ui/charts/chart_export.h"
#include "ui/charts/cost_figure.h"
#include "ui/reading/workspace.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {

CostWindow::CostWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("cost"), tr("Cost"), workspace, beside) {
  m_window = named("costWindowSize", new QSpinBox);
  m_window->setRange(1, 1'000'000);
  m_window->setValue(4096);
  m_window->setSuffix(tr(" tokens"));
  m_window->setGroupSeparatorShown(true);
  addLabelled(tr("&Window size"), m_window, choices());
  addChart(tr("Cost by text length"));
  connect(m_window, &QSpinBox::valueChanged, this, &CostWindow::count);
  resize(1080, 620);
}

void CostWindow::follow(const Workspace& workspace) {
  if (!workspace.model() || workspace.model()->stored) return;
  m_model = workspace.model();
  m_tokens = workspace.result() ? workspace.result()->maps->queries() : 0;
  m_seconds = static_cast<double>(workspace.lastRunTime()) / 1000;
  count();
}

void CostWindow::count() {
  if (!m_model) return;
  m_data = std::make_shared<const CostData>(
      costData(*m_model->model, QString::fromStdString(m_model->info.name), m_tokens, m_seconds, m_window->value()));
  draw();
}

std::shared_ptr<const Figure> CostWindow::chart() const {
  return m_data ? std::make_shared<CostFigure>(m_data, screenStyle()) : nullptr;
}

Exportable CostWindow::exportable() const {
  Provenance made;
  made.model = m_model->info.name;
  return exportableChart<CostFigure>(tr("Cost"), m_data, made, "cost");
}

}  // namespace headlight
