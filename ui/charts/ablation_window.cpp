#include "ui/charts/ablation_window.h"

#include <QComboBox>

#include "core/analysis/prediction_change.h"
#include "core/base/error.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/typed_outcome.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/head_words.h"
#include "ui/figures/token_label.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr int kAnswersOffered = 8;

}  // namespace

AblationWindow::AblationWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("ablation"), tr("Ablation map"), workspace, beside) {
  addChoices();
  addRun([this] { measure(); }, [this] { m_job.cancel(); });
  addChart(tr("Effect of switching off each head; arrow keys move, Return opens"), &m_job, tr("Ablation progress"));
  canvas()->setWalkable(true);
  setRunnable(false);
  say(tr("Switches off every head in turn and shows how far the prediction drops."));
  resize(960, 560);
}

void AblationWindow::addChoices() {
  m_attention = named("ablationAttention", new QComboBox);
  for (const AttentionType type : {AttentionType::Self, AttentionType::Cross, AttentionType::Encoder})
    m_attention->addItem(attentionTerm(type), static_cast<int>(type));
  m_attention->setAccessibleName(tr("Heads"));
  m_attention->setToolTip(tr("The attention in which heads are switched off"));
  m_attention->hide();
  choices()->addWidget(m_attention);
  m_answer = named("ablationAnswer", new QComboBox);
  m_answer->setEditable(true);
  m_answer->setInsertPolicy(QComboBox::NoInsert);
  m_answer->setMinimumContentsLength(16);
  m_answer->setToolTip(tr("A likely prediction, or any token or class that you type"));
  addLabelled(tr("&Prediction"), m_answer, choices());
  m_by = named("ablationBy", new QComboBox);
  m_by->addItem(tr("zero"), static_cast<int>(Ablate::By::Zero));
  m_by->addItem(tr("mean over the text"), static_cast<int>(Ablate::By::Mean));
  addLabelled(tr("Replace w&ith"), m_by, choices());
  m_measure = named("ablationMeasure", new QComboBox);
  m_measure->addItem(tr("ln p of the prediction"), static_cast<int>(AblationMeasure::LogProbability));
  m_measure->addItem(tr("whole prediction (KL)"), static_cast<int>(AblationMeasure::Divergence));
  addLabelled(tr("S&hown"), m_measure, choices());
  connect(m_measure, &QComboBox::currentIndexChanged, this, [this] { draw(); });
  for (QComboBox* choice : {m_attention, m_answer, m_by})
    connect(choice, &QComboBox::activated, this, [this] {
      if (m_story || m_job.isRunning()) return measure();
      announce();
    });
}

AttentionType AblationWindow::attention() const {
  return m_reading && m_reading->trace && m_reading->trace->source
             ? static_cast<AttentionType>(m_attention->currentData().toInt())
             : AttentionType::Self;
}

void AblationWindow::announce() {
  const Trace& trace = *m_reading->trace;
  int heads = 0;
  for (const AttentionRecord& layer : trace.records(attention())) heads += layer.rule->heads;
  const QString runs = QString::number(heads), answer = m_answer->currentText().section(QStringLiteral("   "), 0, 0),
                time = durationText(static_cast<double>(workspace()->lastRunTime()) / 1000 * heads);
  if (*m_row >= static_cast<Index>(trace.encoding.size()) || trace.flatLogits)
    return say(
        tr("Measure runs the model %1 times, each time without one head, and shows how far “%2” drops; about %3.")
            .arg(runs, answer, time));
  say(tr("Measure runs the model %1 times, each time without one head, and shows how far “%2” drops at “%4”, token %5; "
         "about %3.")
          .arg(runs, answer, time, tokenLabel(trace.encoding.tokens[static_cast<std::size_t>(*m_row)]),
               QString::number(*m_row)));
}

void AblationWindow::watch(std::int64_t id) {
  if (!m_row) return;
  const auto number = QVariant::fromValue<qlonglong>(id);
  if (m_answer->findData(number) < 0)
    m_answer->addItem(outcomeText(*m_reading->request.model, id), number);
  m_answer->setCurrentIndex(m_answer->findData(number));
  measure();
}

AblationMeasure AblationWindow::shown() const { return static_cast<AblationMeasure>(m_measure->currentData().toInt()); }

void AblationWindow::follow(const Workspace& workspace) {
  const std::shared_ptr<const RunResult>& reading = workspace.result();
  const std::optional<Index> token = workspace.selection()->token();
  if (reading == m_reading && token == m_token) return;
  m_reading = reading;
  m_token = token;
  m_row.reset();
  m_job.cancel();
  if (m_reading && m_reading->trace)
    m_row = answerRow(*m_reading->request.model, *m_reading->trace, token);
  m_attention->setVisible(m_reading && m_reading->trace && m_reading->trace->source);
  fillAnswers();
  setRunnable(m_row.has_value());
  if (!m_row)
    say(tr("No prediction here. Pin a token, type a mask token, or open a model with an output head."));
  else if (m_story)
    say(tr("This map is for another text or token. Measure again to update."));
  else
    announce();
}

void AblationWindow::fillAnswers() {
  m_answer->clear();
  if (!m_row) return;
  std::vector<Prediction> answers;
  try {
    answers = answersAt(*m_reading->request.model, *m_reading->trace, *m_row, kAnswersOffered);
  } catch (const Error& error) {
    say(QString::fromUtf8(error.what()));  // Its file was cut off meanwhile.
  }
  for (const Prediction& each : answers) {
    if (each.value) continue;
    m_answer->addItem(tr("%1   %2").arg(QString::fromStdString(each.text).trimmed(), percentText(each.probability, 1)),
                      QVariant::fromValue<qlonglong>(each.id));
  }
}

std::int64_t AblationWindow::answer() const {
  const int offered = m_answer->findText(m_answer->currentText());
  if (offered >= 0) return m_answer->itemData(offered).toLongLong();
  return typedOutcome(*m_reading->request.model, m_answer->currentText());
}

void AblationWindow::measure() {
  if (!m_row) return;
  AblationQuestion question;
  try {
    question.outcome = {*m_row, answer()};
  } catch (const Error& error) {
    return say(QString::fromUtf8(error.what()));
  }
  question.attention = attention();
  question.by = static_cast<Ablate::By>(m_by->currentData().toInt());
  say({});
  m_job.start(
      [reading = m_reading, question](const Progress& progress) {
        AblationReport story =
            tellAblation(*reading->request.model, reading->trace, question, question.attention == AttentionType::Self,
                         progress);
        story.text = reading->context.text;
        return story;
      },
      [this](AblationReport story) { take(std::move(story)); }, [this](const QString& message) { say(message); });
}

void AblationWindow::take(AblationReport story) {
  m_story = std::make_shared<const AblationReport>(std::move(story));
  draw();
  canvas()->setFocus();
}

std::shared_ptr<const Figure> AblationWindow::chart() const {
  return m_story ? std::make_shared<AblationFigure>(m_story, screenStyle(), shown()) : nullptr;
}

Exportable AblationWindow::exportable() const {
  Provenance made;
  made.model = m_story->model.toStdString();
  made.text = m_story->text.toStdString();
  return exportableAblation(m_story, shown(), std::move(made));
}

}  // namespace headlight
