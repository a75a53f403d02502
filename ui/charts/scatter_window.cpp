#include "ui/charts/scatter_window.h"

#include <QBoxLayout>
#include <QComboBox>

#include "ui/charts/chart_export.h"
#include "ui/figures/scatter/scatter_figure.h"
#include "ui/reading/heads/head_finder.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/query_field.h"
#include "ui/widgets/theme.h"

namespace headlight {

ScatterWindow::ScatterWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("scatter"), tr("Scatter of heads"), workspace, beside),
      m_finder(new HeadFinder(workspace, this)) {
  m_x = addMetrics("scatterX", tr("&Across"), "probe_induction");
  m_y = addMetrics("scatterY", tr("&Up"), "entropy");
  m_filter = named("scatterFilter", makeHeadQueryField());
  m_filter->setMinimumWidth(200);
  addLabelled(tr("&Heads"), m_filter, choices());
  connect(m_filter, &QLineEdit::textChanged, this, &ScatterWindow::take);
  connect(m_finder, &HeadFinder::changed, this, &ScatterWindow::take);
  addChart(tr("Two metrics of each head; arrow keys move, Return selects"), &HeadMeasures::of(workspace).job(),
           tr("Scatter progress"));
  canvas()->setWalkable(true);
  connect(canvas(), &FigureCanvas::clicked, workspace->selection(), [workspace](const FigureSpot& spot) {
    if (spot.head) workspace->selection()->setHead(*spot.head);
  });
  resize(960, 720);
}

QComboBox* ScatterWindow::addMetrics(const char* name, const QString& label, std::string_view chosen) {
  auto* metrics = named(name, new QComboBox);
  for (const HeadColumn& column : headColumns())
    metrics->addItem(headColumnName(column),
                     QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size())));
  metrics->setCurrentIndex(metrics->findData(QString::fromUtf8(chosen.data(), static_cast<qsizetype>(chosen.size()))));
  addLabelled(label, metrics, choices());
  connect(metrics, &QComboBox::currentIndexChanged, this, [this] { draw(); });
  return metrics;
}

void ScatterWindow::follow(const Workspace&) {
  const auto reading = this->reading();
  if (!reading || reading == m_reading) return;
  m_reading = reading;
  take();
}

void ScatterWindow::take() {
  m_finder->find({m_filter->text().toStdString(), {}, true}, m_reading, AttentionType::Self);
  m_filter->setProblem(m_finder->problem());
  if (!m_finder->isReady()) return say(m_finder->problem());
  m_report = m_finder->report();
  m_shown.clear();
  for (const MeasuredHead& head : m_report->heads)
    if (m_finder->fits(head.facts.head)) m_shown.push_back(head.facts.head);
  say(!m_finder->problem().isEmpty() ? m_finder->problem()
      : m_shown.empty()              ? tr("No head matches “%1”; all are shown.").arg(m_filter->text())
                                     : QString());
  draw();
}

std::shared_ptr<const Figure> ScatterWindow::chart() const {
  if (!m_report) return nullptr;
  FigureStyle style = screenStyle();
  style.caption = false;  // The window names model and text.
  return std::make_shared<ScatterFigure>(m_report, m_x->currentData().toString().toStdString(),
                                         m_y->currentData().toString().toStdString(), m_shown, style);
}

Exportable ScatterWindow::exportable() const {
  return exportableChart(
      tr("Scatter of heads"), madeBy(*m_report), "scatter",
      [report = m_report, x = m_x->currentData().toString().toStdString(),
       y = m_y->currentData().toString().toStdString(), shown = m_shown](const FigureStyle& style, bool withText) {
        return std::make_unique<ScatterFigure>(withText ? report : withoutText(report), x, y, shown, style);
      });
}

}  // namespace headlight
