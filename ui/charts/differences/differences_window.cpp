#include "ui/charts/differences/differences_window.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QTableWidget>

#include "ui/charts/chart_export.h"
#include "ui/charts/differences/differences_figure.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/named.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/theme.h"

namespace headlight {

DifferencesWindow::DifferencesWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("differences"), tr("Two models"), workspace, beside) {
  addStop([this] { m_job.cancel(); });
  addChart(tr("Differences of two models; arrow keys move"), &m_job, tr("Comparison progress"));
  canvas()->setWalkable(true);
  addTable();
  connect(canvas(), &FigureCanvas::activated, workspace->selection(), [this](const FigureSpot& spot) {
    if (spot.query >= 0) this->workspace()->selection()->setToken(spot.query);
  });
  // The reading of the other model too.
  connect(workspace, &Workspace::resultsChanged, this, [this, workspace] {
    if (isVisible()) follow(*workspace);
  });
  resize(1120, 720);
}

DifferencesWindow::~DifferencesWindow() = default;

void DifferencesWindow::addTable() {
  m_table = named("differencesTensors",
                  makeTable({tr("Tensor"), tr("In the finer file"), tr("Data type, finer"), tr("Data type, other"),
                             tr("Relative error"), tr("Largest difference")}));
  m_table->setAccessibleName(tr("All tensors with their errors"));
  auto* parts = new QSplitter(Qt::Vertical);
  parts->addWidget(canvas());
  parts->addWidget(m_table);
  parts->setStretchFactor(0, 3);
  parts->setStretchFactor(1, 2);
  column()->addWidget(parts, 1);
}

void DifferencesWindow::hideEvent(QHideEvent* event) {
  ChartWindow::hideEvent(event);
  workspace()->alsoWant(this, {});
}

void DifferencesWindow::follow(const Workspace& workspace) {
  const bool two = workspace.otherModel() != nullptr;
  this->workspace()->alsoWant(this, two ? std::optional(RunId{1, 0}) : std::nullopt);
  const auto one = workspace.results()[RunId{}], other = two ? workspace.results()[RunId{1, 0}] : nullptr;
  if (one == m_one && other == m_other && (m_report || m_job.isRunning())) return;
  m_one = one;
  m_other = other;
  m_job.cancel();
  m_report = nullptr;
  fillTable();
  draw();
  if (!two)
    return say(tr("Open a second file of the model with File → Compare with another model: another quantisation, or "
                  "what was fine-tuned of it."));
  if (!m_one || !m_other) return say(tr("Running…"));
  if (!m_one->trace || !m_other->trace) return say(tr("No model has run: attention from a file has no weights."));
  say({});
  m_job.start([one, other](const Progress& progress) { return tellDifferences(*one, *other, progress); },
              [this](DifferencesReport report) {
                m_report = std::make_shared<const DifferencesReport>(std::move(report));
                fillTable();
                draw();
              },
              [this](const QString& message) { say(message); });
}

void DifferencesWindow::fillTable() {
  m_table->setSortingEnabled(false);
  m_table->setRowCount(0);
  if (!m_report) return;
  const auto cell = [](const std::optional<double>& number) { return number ? QVariant(*number) : QVariant(); };
  for (const TensorDifference& each : m_report->tensors)
    addTableRow(*m_table, {QString::fromStdString(each.name), QString::fromStdString(each.storedAs),
                           QString::fromStdString(each.finer), QString::fromStdString(each.other), cell(each.relative),
                           cell(each.largest)});
  m_table->resizeColumnsToContents();
  m_table->setSortingEnabled(true);
  m_table->sortItems(4, Qt::DescendingOrder);
}

std::shared_ptr<const Figure> DifferencesWindow::chart() const {
  return m_report ? std::make_shared<DifferencesFigure>(m_report, screenStyle()) : nullptr;
}

Exportable DifferencesWindow::exportable() const {
  Provenance made;
  made.model = m_report->one.toStdString();
  made.text = m_report->text.toStdString();
  return exportableChart<DifferencesFigure>(tr("Two models"), m_report, std::move(made), "differences");
}

}  // namespace headlight
