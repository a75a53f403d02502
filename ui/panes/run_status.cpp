#include "ui/panes/run_status.h"

#include <QLabel>
#include <QProgressBar>
#include <cmath>

#include "core/attention/trace.h"
#include "ui/progress_bar.h"
#include "ui/widgets/named.h"
#include "ui/words.h"

namespace headlight {

namespace {

/// "32,768 tokens", and of a long text what it keeps in memory or in a scratch file.
QString sizeText(const RunResult& result) {
  constexpr double kMuch = 100e6;
  QString tokens = QStatusBar::tr("%1 tokens").arg(result.maps->queries());
  if (!result.trace) return tokens;
  const double bytes = bytesOf(*result.trace);
  if (bytes < kMuch) return tokens;
  const QString size = QStatusBar::tr("%1 GB").arg(localNumber(bytes / 1e9, 'f', 2));
  return tokens + QStringLiteral("  ·  ") +
         (result.trace->place == Storage::ScratchFile ? QStatusBar::tr("%1 in a scratch file").arg(size) : size);
}

}  // namespace

RunStatus::RunStatus(Workspace* workspace, QWidget* parent) : QStatusBar(parent), m_workspace(workspace) {
  setObjectName(QStringLiteral("runStatus"));
  setSizeGripEnabled(false);
  setContentsMargins(8, 0, 8, 0);
  m_cell = named("cellText", new QLabel);
  m_cell->setTextFormat(Qt::PlainText);
  m_cell->setMinimumWidth(1);
  m_time = named("quiet", new QLabel);
  m_progress = makeProgressBar(QStringLiteral("runProgress"), tr("Run progress"));
  m_progress->setFixedWidth(120);
  addWidget(m_cell, 1);
  addPermanentWidget(m_progress);
  addPermanentWidget(m_time);

  connect(workspace, &Workspace::resultChanged, this, &RunStatus::showRun);
  connect(workspace, &Workspace::runningChanged, this, [this](bool running) {
    if (running) {
      m_since.start();
      m_progress->setValue(0);
      m_part = 0;
      m_tick.start();
    } else {
      m_tick.stop();
    }
    showRun();
  });
  connect(workspace, &Workspace::runProgressed, this, [this](double part) {
    m_part = part;
    showPart(part, m_progress);
  });
  m_tick.setInterval(100);
  connect(&m_tick, &QTimer::timeout, this, &RunStatus::showRun);
}

void RunStatus::showCell(const QString& sentence) { m_cell->setText(sentence); }

void RunStatus::showRun() {
  const bool running = m_workspace->isRunning();
  // A bar that flashes for every key would only disturb.
  m_progress->setVisible(running && m_since.elapsed() > 200);
  const double seconds = static_cast<double>(m_since.elapsed()) / 1000;
  // Soon it can be said how long the rest takes: what was done so far went as fast as the rest will.
  if (running && seconds > 2 && m_part > 0.1)
    m_time->setText(
        tr("%1 s, about %2 s left").arg(localNumber(seconds, 'f', 1)).arg(std::ceil(seconds * (1 - m_part) / m_part)));
  else if (running && seconds > 0.2)
    m_time->setText(tr("%1 s").arg(localNumber(seconds, 'f', 1)));
  else if (!running && m_workspace->result())
    m_time->setText(sizeText(*m_workspace->result()) + QStringLiteral("  ·  ") +
                    durationText(static_cast<double>(m_workspace->lastRunTime()) / 1000));
}

}  // namespace headlight
