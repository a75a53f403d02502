#include "ui/workspace/run_status.h"

#include <QLabel>
#include <QProgressBar>

#include "ui/figures/token_label.h"

namespace headlight {

QString cellSentence(const AttentionMaps& maps, HeadId head, Cell cell) {
  if (head.layer >= maps.layers() || head.head >= maps.heads() || cell.query >= maps.queries() ||
      cell.key >= maps.keys())
    return {};
  const Matrix row = maps.weights(head, {cell.query, 0, 1, maps.keys()});
  return QObject::tr("Layer %1 · Head %2:  “%3” (%4) looks at “%5” (%6):  %7   ·   row sum %8")
      .arg(head.layer)
      .arg(head.head)
      .arg(tokenLabel(maps.queryTokens()[static_cast<std::size_t>(cell.query)]))
      .arg(cell.query)
      .arg(tokenLabel(maps.keyTokens()[static_cast<std::size_t>(cell.key)]))
      .arg(cell.key)
      .arg(static_cast<double>(row(0, cell.key)), 0, 'f', 6)
      .arg(row.cast<double>().sum(), 0, 'f', 6);
}

RunStatus::RunStatus(Workspace* workspace, QWidget* parent) : QStatusBar(parent), m_workspace(workspace) {
  setObjectName(QStringLiteral("runStatus"));
  setSizeGripEnabled(false);
  setContentsMargins(8, 0, 8, 0);
  m_cell = new QLabel;
  m_cell->setObjectName(QStringLiteral("cellText"));
  m_cell->setTextFormat(Qt::PlainText);
  m_cell->setMinimumWidth(1);
  m_time = new QLabel;
  m_time->setObjectName(QStringLiteral("quiet"));
  m_progress = new QProgressBar;
  m_progress->setObjectName(QStringLiteral("runProgress"));
  m_progress->setAccessibleName(tr("Progress of the run"));
  m_progress->setRange(0, 1000);
  m_progress->setTextVisible(false);
  m_progress->setFixedWidth(120);
  m_progress->hide();
  addWidget(m_cell, 1);
  addPermanentWidget(m_progress);
  addPermanentWidget(m_time);

  Selection* selection = workspace->selection();
  connect(selection, &Selection::cellChanged, this, &RunStatus::showCell);
  connect(selection, &Selection::headChanged, this, &RunStatus::showCell);
  connect(workspace, &Workspace::resultChanged, this, [this] {
    showCell();
    showRun();
  });
  connect(workspace, &Workspace::runningChanged, this, [this](bool running) {
    if (running) {
      m_since.start();
      m_progress->setValue(0);
      m_tick.start();
    } else {
      m_tick.stop();
    }
    showRun();
  });
  connect(workspace, &Workspace::runProgressed, this,
          [this](double part) { m_progress->setValue(static_cast<int>(part * 1000)); });
  m_tick.setInterval(100);
  connect(&m_tick, &QTimer::timeout, this, &RunStatus::showRun);
}

void RunStatus::showCell() {
  const auto& result = m_workspace->result();
  const auto cell = m_workspace->selection()->cell();
  m_cell->setText(result && cell ? cellSentence(*result->maps, m_workspace->selection()->head(), *cell) : QString());
}

void RunStatus::showRun() {
  const bool running = m_workspace->isRunning();
  // A bar that flashes for every key would only disturb.
  m_progress->setVisible(running && m_since.elapsed() > 200);
  if (running && m_since.elapsed() > 200)
    m_time->setText(tr("%1 s").arg(static_cast<double>(m_since.elapsed()) / 1000, 0, 'f', 1));
  else if (!running && m_workspace->result())
    m_time->setText(
        tr("%1 tokens  ·  %2 ms").arg(m_workspace->result()->maps->queries()).arg(m_workspace->lastRunTime()));
}

}  // namespace headlight
