#include "ui/charts/lens/lens_window.h"

#include <QBoxLayout>
#include <QComboBox>

#include "core/analysis/prediction_change.h"
#include "core/base/error.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/lens/lens_figure.h"
#include "ui/charts/typed_outcome.h"
#include "ui/figures/token_axis.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {

LensWindow::LensWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("lens"), tr("Logit lens"), workspace, beside) {
  m_word = named("lensWord", new QComboBox);
  m_word->setEditable(true);
  m_word->setInsertPolicy(QComboBox::NoInsert);
  m_word->setMinimumContentsLength(16);
  m_word->setToolTip(tr("The token that heads add to: a likely one, or any that you type"));
  addLabelled(tr("&Token"), m_word, choices());
  addStop([this] { m_job.cancel(); });
  addChart(tr("Logit lens; arrow keys choose a token and a layer"), &m_job, tr("Logit lens progress"));
  canvas()->setWalkable(true);
  connect(m_word, &QComboBox::activated, this, [this] {
    if (!m_report) return;
    try {
      const int offered = m_word->findText(m_word->currentText());
      m_typed = offered == 0   ? std::nullopt
                : offered > 0 ? std::optional<std::int64_t>(m_word->itemData(offered).toLongLong())
                              : typedOutcome(*m_reading->request.model, m_word->currentText());
      say({});
      read(m_report->token);
    } catch (const Error& error) {
      say(QString::fromUtf8(error.what()));
    }
  });
  connect(canvas(), &FigureCanvas::stepped, this, [this](const FigureSpot& spot) {
    if (spot.query >= 0) choose(spot.query, static_cast<int>(spot.id));
  });
  resize(1040, 720);
}

LensWindow::~LensWindow() = default;

void LensWindow::follow(const Workspace& workspace) {
  const std::shared_ptr<const RunResult> reading = this->reading();
  const bool same = reading == m_reading || (reading && m_reading && reading->trace == m_reading->trace);
  m_reading = reading;
  if (!same) {
    m_job.cancel();
    m_report.reset();
    m_typed.reset();
    draw();
  }
  if (!m_reading || !m_reading->trace) return say(tr("No model has run: attention from a file has no hidden states."));
  const Trace& trace = *m_reading->trace;
  if (trace.logits.size() == 0) return say(tr("This model has no output head, so there is nothing to predict."));
  const std::optional<Index> row =
      answerRow(*m_reading->request.model, trace, workspace.selection()->token());
  const Index token = std::min(row.value_or(defaultToken(trace.encoding.tokens)), trace.logits.rows() - 1);
  if (m_job.isRunning() ? token == m_asked : m_report && m_report->token == token) return;
  m_typed.reset();
  read(token);
}

void LensWindow::choose(Index token, int depth) {
  m_depth = depth;
  if (m_report && token == m_report->token) return take(*m_report);
  workspace()->selection()->setToken(token);  // follow() reads it.
}

void LensWindow::read(Index token) {
  say({});
  m_asked = token;
  m_job.start(
      [reading = m_reading, earlier = m_report, token, id = m_typed](const Progress& progress) {
        LensReport report = tellLens(*reading->request.model, *reading->trace, token, id, earlier.get(), progress);
        report.text = reading->context.text;
        report.changed = reading->context.changed;
        return report;
      },
      [this](LensReport report) { take(std::move(report)); }, [this](const QString& message) { say(message); });
}

void LensWindow::take(LensReport report) {
  const int last = report.grid.depths - 1;
  report.depth = m_depth < 0 ? last : std::min(m_depth, last);
  m_report = std::make_shared<const LensReport>(std::move(report));
  fillWords();
  drawChosen();
}

void LensWindow::fillWords() {
  m_word->clear();
  for (const Prediction& each : m_report->candidates.back())
    m_word->addItem(tr("%1   %2").arg(QString::fromStdString(each.text).trimmed(), percentText(each.probability, 1)),
                    QVariant::fromValue<qlonglong>(each.id));
  const int at = m_word->findData(QVariant::fromValue<qlonglong>(m_report->id));
  m_word->setCurrentIndex(at);
  if (at < 0) m_word->setEditText(m_report->word);
}

void LensWindow::drawChosen() {
  draw();
  const LensGrid& grid = m_report->grid;
  canvas()->goTo(static_cast<std::size_t>(m_report->depth * grid.rows + m_report->token - grid.first));
}

std::shared_ptr<const Figure> LensWindow::chart() const {
  return m_report ? std::make_shared<LensFigure>(m_report, screenStyle()) : nullptr;
}

Exportable LensWindow::exportable() const {
  return exportableChart<LensFigure>(tr("Logit lens"), m_report, madeBy(*m_report), "lens");
}

}  // namespace headlight
