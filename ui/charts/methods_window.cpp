#include "ui/charts/methods_window.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/text/token_kinds.h"
#include "ui/charts/chart_export.h"
#include "ui/figures/token_axis.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {

MethodsWindow::MethodsWindow(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("methodsWindow"));
  setWindowTitle(tr("Compare methods"));
  auto* column = new QVBoxLayout(this);
  m_says = makeLabel(QStringLiteral("methodsSays"), column);
  m_canvas = new FigureCanvas;
  m_canvas->setObjectName(QStringLiteral("methodsChart"));
  m_canvas->setAccessibleName(tr("What the token attends to, by method; arrow keys move"));
  m_canvas->setWalkable(true);
  column->addWidget(m_canvas, 1);
  m_progress = makeProgressBar(QStringLiteral("methodsProgress"), tr("Methods progress"), column);
  showProgress(m_job, m_progress);
  auto* row = new QHBoxLayout;
  m_slow = new QCheckBox(tr("&Value zeroing"));
  m_slow->setObjectName(QStringLiteral("methodsSlow"));
  m_slow->setToolTip(tr("Slow: computes every layer once per token"));
  m_slow->setChecked(true);
  row->addWidget(m_slow);
  row->addStretch(1);
  m_stop = new QPushButton(tr("St&op"));
  m_stop->setObjectName(QStringLiteral("methodsStop"));
  m_stop->hide();
  row->addWidget(m_stop);
  m_export = new QPushButton(tr("&Export…"));
  m_export->setObjectName(QStringLiteral("methodsExport"));
  m_export->setEnabled(false);
  row->addWidget(m_export);
  for (QPushButton* button : {m_stop, m_export}) button->setAutoDefault(false);
  column->addLayout(row);
  connect(m_slow, &QCheckBox::toggled, this, &MethodsWindow::read);
  connect(m_stop, &QPushButton::clicked, this, [this] {
    m_job.cancel();
    // Without the slow one there is something to see at once.
    m_slow->setChecked(false);
  });
  connect(m_export, &QPushButton::clicked, this, &MethodsWindow::exportFigure);
  connect(&m_job, &JobSignals::runningChanged, m_stop, &QWidget::setVisible);
  m_says->hide();
  resize(980, 700);
}

MethodsWindow::~MethodsWindow() = default;

void MethodsWindow::explain(std::shared_ptr<const RunResult> reading, HeadId head, std::optional<Index> token) {
  const bool same = reading == m_reading || (reading && m_reading && reading->trace == m_reading->trace);
  if (same && head == m_head && token == m_token && m_reading) return;
  m_reading = std::move(reading);
  m_head = head;
  m_token = token;
  if (!m_reading || !m_reading->trace) return;
  if (same && (m_read || m_job.isRunning()))
    tell();
  else
    read();
}

void MethodsWindow::read() {
  if (!m_reading || !m_reading->trace) return;
  std::vector<Method> without;
  if (!m_slow->isChecked()) without.push_back(Method::ValueZeroing);
  m_says->hide();
  m_job.start(
      [reading = m_reading, without](const Progress& progress) {
        return readMethods(*reading->request.model, reading->trace, without, progress);
      },
      [this](MethodsRead methods) {
        m_read = std::move(methods);
        tell();
      },
      [this](const QString& message) {
        m_says->setText(message);
        m_says->show();
      });
}

void MethodsWindow::tell() {
  if (!m_read || m_read->trace != m_reading->trace) return;
  const std::vector<Token>& tokens = m_reading->maps->queryTokens();
  try {
    MethodsStory story = tellMethods(*m_read, m_head, m_token.value_or(defaultToken(tokens)), sinkTokens(tokens));
    story.model = QString::fromStdString(m_reading->request.model->info.name);
    story.text = m_reading->context.text;
    story.changed = m_reading->context.changed;
    m_story = std::make_shared<const MethodsStory>(std::move(story));
  } catch (const Error& error) {
    m_says->setText(QString::fromUtf8(error.what()));
    return m_says->show();
  }
  m_export->setEnabled(true);
  draw();
}

void MethodsWindow::draw() {
  if (m_story) m_canvas->setFigure(std::make_shared<MethodsFigure>(m_story, screenStyle()));
}

void MethodsWindow::exportFigure() {
  Provenance made;
  made.model = m_story->model.toStdString();
  made.text = m_story->text.toStdString();
  made.head = m_story->head;
  openExportDialog(exportableChart<MethodsFigure>(tr("Compare methods"), m_story, made, "methods"), this);
}

void MethodsWindow::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) draw();
}

}  // namespace headlight
