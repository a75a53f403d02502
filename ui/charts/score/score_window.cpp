#include "ui/charts/score/score_window.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSignalBlocker>

#include "core/base/error.h"
#include "ui/charts/chart_export.h"
#include "ui/figures/token_axis.h"
#include "ui/figures/token_label.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {

ScoreWindow::ScoreWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("score"), tr("Score of a cell"), workspace, beside) {
  m_key = named("scoreKey", new QComboBox);
  m_key->setMinimumContentsLength(16);
  addLabelled(tr("&Key"), m_key, choices());
  addChart(tr("Parts of the score by wavelength; arrow keys move"));
  canvas()->setWalkable(true);
  connect(m_key, &QComboBox::currentIndexChanged, this, &ScoreWindow::tell);
  resize(960, 540);
}

ScoreWindow::~ScoreWindow() = default;

void ScoreWindow::follow(const Workspace& workspace) {
  const std::shared_ptr<const RunResult> reading = this->reading();
  if (!reading || !reading->trace) return;
  const HeadId head = nearestHead(*reading->maps, workspace.selection()->head());
  const Index query = workspace.selection()->token().value_or(defaultToken(reading->maps->queryTokens()));
  if (reading == m_reading && head == m_head && query == m_query) return;
  m_reading = reading;
  m_head = head;
  m_query = query;
  fillKeys();
  tell();
}

void ScoreWindow::fillKeys() {
  const QSignalBlocker blocked(m_key);
  m_key->clear();
  const Index keys = m_reading->maps->keys();
  const Matrix row = m_reading->maps->weights(m_head, {m_query, 0, 1, keys});
  Index strongest = 0;
  for (Index key = 0; key < keys; ++key) {
    m_key->addItem(QStringLiteral("%1   %2").arg(key).arg(
        tokenLabel(m_reading->maps->keyTokens()[static_cast<std::size_t>(key)])));
    if (row(0, key) > row(0, strongest)) strongest = key;
  }
  m_key->setCurrentIndex(static_cast<int>(strongest));
}

void ScoreWindow::tell() {
  if (!m_reading || m_key->currentIndex() < 0) return;
  try {
    ScoreReport report =
        tellScore(*m_reading->request.model->model, *m_reading->trace, m_head, m_query, m_key->currentIndex());
    report.text = m_reading->context.text;
    report.changed = m_reading->context.changed;
    m_report = std::make_shared<const ScoreReport>(std::move(report));
    say({});
  } catch (const Error& error) {
    m_report = nullptr;
    say(QString::fromUtf8(error.what()));
  }
  draw();
}

std::shared_ptr<const Figure> ScoreWindow::chart() const {
  return m_report ? std::make_shared<ScoreFigure>(m_report, screenStyle()) : nullptr;
}

Exportable ScoreWindow::exportable() const {
  Provenance made = madeBy(*m_report);
  made.head = m_report->parts.head;
  return exportableChart<ScoreFigure>(tr("Score of a cell"), m_report, made, "score");
}

}  // namespace headlight
