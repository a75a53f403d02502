#include "ui/windows/chart_window.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/written_note.h"
#include "ui/job.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {

ChartWindow::ChartWindow(const QString& name, const QString& title, Workspace* workspace, QWidget* beside)
    : WorkspaceWindow(name + QStringLiteral("Window"), title, workspace, beside), m_name(name) {
  m_column = new QVBoxLayout(this);
  auto* row = new QHBoxLayout;
  m_column->addLayout(row);
  row->addLayout(m_choices = new QHBoxLayout);
  row->addStretch(1);
  row->addLayout(m_buttons = new QHBoxLayout);
}

QBoxLayout* ChartWindow::choices() const { return m_choices; }

QPushButton* ChartWindow::addButton(const char* part, const QString& text) {
  auto* button = new QPushButton(text);
  button->setObjectName(m_name + QLatin1String(part));
  button->setAutoDefault(false);
  m_buttons->addWidget(button);
  return button;
}

void ChartWindow::addStop(std::function<void()> stop) {
  m_stop = addButton("Stop", tr("St&op"));
  m_stop->hide();
  connect(m_stop, &QPushButton::clicked, this, [stop = std::move(stop)] { stop(); });
}

void ChartWindow::addRun(std::function<void()> run, std::function<void()> stop) {
  addStop(std::move(stop));
  m_run = addButton("Run", tr("&Measure"));
  m_run->setDefault(true);
  connect(m_run, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
}

void ChartWindow::addChart(const QString& chartName, JobSignals* job, const QString& progressName) {
  m_export = addButton("Export", tr("&Export…"));
  m_export->setEnabled(false);
  connect(m_export, &QPushButton::clicked, this, [this] {
    Exportable exported = exportable();
    exported.style = screenStyle();
    auto* dialog = new ExportDialog({std::move(exported)}, 0, this);
    connect(dialog, &ExportDialog::exported, this,
            [this](const QString& path) { WrittenNote::at(this).showWritten(path); });
    dialog->open();
  });
  if (job) {
    showProgress(*job, makeProgressBar(m_name + QStringLiteral("Progress"), progressName, m_column));
    connect(job, &JobSignals::runningChanged, this, &ChartWindow::showRunning);
  }
  m_says = makeLabel(m_name + QStringLiteral("Says"), m_column);
  m_says->hide();
  m_canvas = new FigureCanvas;
  m_canvas->setObjectName(m_name + QStringLiteral("Chart"));
  m_canvas->setAccessibleName(chartName);
  m_column->addWidget(m_canvas, 1);
  connect(m_canvas, &FigureCanvas::activated, workspace()->selection(), [this](const FigureSpot& spot) {
    if (spot.head) workspace()->selection()->setHead(*spot.head);
  });
}

void ChartWindow::setRunnable(bool runnable) {
  m_runnable = runnable;
  showRunning(m_running);
}

void ChartWindow::showRunning(bool running) {
  m_running = running;
  if (m_stop) m_stop->setVisible(running);
  if (m_run) m_run->setEnabled(m_runnable && !running);
}

void ChartWindow::say(const QString& text) {
  m_says->setText(text);
  m_says->setVisible(!text.isEmpty());
}

void ChartWindow::draw() {
  const std::shared_ptr<const Figure> figure = chart();
  m_canvas->setFigure(figure);
  m_export->setEnabled(figure != nullptr);
}

void ChartWindow::changeEvent(QEvent* event) {
  WorkspaceWindow::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && m_canvas) draw();
}

}  // namespace headlight
