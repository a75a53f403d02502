#include "ui/charts/methods/methods_window.h"

#include <QBoxLayout>
#include <QCheckBox>

#include "core/base/error.h"
#include "core/text/token_kinds.h"
#include "ui/charts/chart_export.h"
#include "ui/figures/token_axis.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/named.h"
#include "ui/widgets/theme.h"

namespace headlight {

MethodsWindow::MethodsWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("methods"), tr("Compare methods"), workspace, beside) {
  m_slow = named("methodsSlow", new QCheckBox(tr("&Slow methods")));
  m_slow->setToolTip(tr("Value zeroing, hiding each token, integrated gradients"));
  m_slow->setChecked(true);
  choices()->addWidget(m_slow);
  addStop([this] {
    m_job.cancel();
    // Without the slow one there is something to see at once.
    m_slow->setChecked(false);
  });
  addChart(tr("What the token attends to, by method; arrow keys move"), &m_job, tr("Methods progress"));
  canvas()->setWalkable(true);
  connect(m_slow, &QCheckBox::toggled, this, &MethodsWindow::read);
  resize(980, 700);
}

void MethodsWindow::follow(const Workspace& workspace) {
  const std::shared_ptr<const RunResult> reading = this->reading();
  const HeadId head = workspace.selection()->head();
  const std::optional<Index> token = workspace.selection()->token();
  const bool same = reading == m_reading || (reading && m_reading && reading->trace == m_reading->trace);
  if (same && head == m_head && token == m_token && m_reading) return;
  m_reading = reading;
  m_head = head;
  m_token = token;
  if (!m_reading || !m_reading->trace) return;
  if (!same || (!m_read && !m_job.isRunning())) return read();
  tell();
  if (m_asked != query()) readToken();
}

Index MethodsWindow::query() const { return m_token.value_or(defaultToken(m_reading->maps->queryTokens())); }

void MethodsWindow::read() { start({}); }

void MethodsWindow::readToken() {
  start(m_read && m_read->maps.trace == m_reading->trace ? std::optional(m_read->maps) : std::nullopt);
}

void MethodsWindow::start(std::optional<MethodsRead> known) {
  if (!m_reading || !m_reading->trace) return;
  const bool slow = m_slow->isChecked();
  m_asked = query();
  say({});
  m_job.start(
      [reading = m_reading, query = query(), slow, known = std::move(known)](const Progress& progress) {
        const ModelFolder& model = *reading->request.model;
        const double mapsEnd = known ? 0 : 0.6;
        Read read;
        read.maps = known ? *known
                          : readMethods(model, reading->trace, AttentionType::Self,
                                        slow ? std::vector<Method>() : slowMethods(), progress.slice(0, mapsEnd));
        read.evidence = readEvidence(model, reading->trace, AttentionType::Self, query,
                                     slow ? std::vector<Evidence>() : slowEvidence(), progress.slice(mapsEnd, 1));
        return read;
      },
      [this](Read read) {
        m_read = std::move(read);
        tell();
      },
      [this](const QString& message) { say(message); });
}

void MethodsWindow::tell() {
  if (!m_read || m_read->maps.trace != m_reading->trace) return;
  try {
    const bool same = m_read->evidence.query == query();
    MethodsReport story = tellMethods(*m_reading->request.model, m_read->maps, same ? &m_read->evidence : nullptr,
                                      m_head, query(), sinkTokens(m_reading->maps->queryTokens()));
    story.text = m_reading->context.text;
    story.changed = m_reading->context.changed;
    m_story = std::make_shared<const MethodsReport>(std::move(story));
  } catch (const Error& error) {
    return say(QString::fromUtf8(error.what()));
  }
  draw();
}

std::shared_ptr<const Figure> MethodsWindow::chart() const {
  return m_story ? std::make_shared<MethodsFigure>(m_story, screenStyle()) : nullptr;
}

Exportable MethodsWindow::exportable() const {
  Provenance made = madeBy(*m_story);
  made.head = m_story->head;
  return exportableChart<MethodsFigure>(tr("Compare methods"), m_story, made, "methods");
}

}  // namespace headlight
