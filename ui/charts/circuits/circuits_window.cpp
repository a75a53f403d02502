#include "ui/charts/circuits/circuits_window.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>

#include "core/analysis/ablation.h"
#include "core/analysis/prediction_change.h"
#include "core/base/error.h"
#include "core/findings/analysis_methods.h"
#include "core/findings/asked_metric.h"
#include "core/model/head.h"
#include "core/text/token_groups.h"
#include "core/text/token_names.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/circuits/findings_figure.h"
#include "ui/charts/typed_outcome.h"
#include "ui/figures/token_axis.h"
#include "ui/figures/token_label.h"
#include "ui/panels/export/figure_command.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

constexpr int kOutcomesOffered = 8;
constexpr RunId kTextB{0, 1};

}  // namespace

CircuitsWindow::CircuitsWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("circuits"), tr("Circuits"), workspace, beside) {
  addChoices();
  addRun([this] { measure(); },
         [this] {
           m_job.cancel();
           if (m_report && m_report->measured < 1)
             say(tr("Stopped: the picture shows what had been measured. Measure again for the rest."));
         });
  QPushButton* copied = addButton("Copy", tr("Cop&y as command"));
  copied->setToolTip(tr("Copy the command line that draws this picture"));
  connect(copied, &QPushButton::clicked, this, [this] {
    try {
      QApplication::clipboard()->setText(command());
      say(tr("The command is on the clipboard."));
    } catch (const Error& error) {
      say(QString::fromUtf8(error.what()));
    }
  });
  addChart(tr("Findings about the prediction; arrow keys move, Return opens"), &m_job, tr("Progress of the measurement"));
  canvas()->setWalkable(true);
  for (const auto signal : {&FigureCanvas::clicked, &FigureCanvas::activated})
    connect(canvas(), signal, this, [this](const FigureSpot& spot) {
      if (spot.head) this->workspace()->selection()->setHead(*spot.head);
      if (spot.query >= 0) this->workspace()->selection()->setToken(spot.query);
    });
  connect(workspace, &Workspace::resultsChanged, this, [this, workspace] {
    if (isVisible()) follow(*workspace);
  });
  setRunnable(false);
  fillViews();
  resize(1120, 720);
}

CircuitsWindow::~CircuitsWindow() = default;

void CircuitsWindow::addChoices() {
  m_method = named("circuitsMethod", new QComboBox);
  std::string_view last;
  for (const CircuitView& view : circuitViews()) {
    if (view.method == last) continue;
    last = view.method;
    m_method->addItem(circuitMethodName(view.method), QString::fromUtf8(view.method.data(), static_cast<qsizetype>(view.method.size())));
    m_method->setItemData(m_method->count() - 1, circuitMethodTells(view.method), Qt::ToolTipRole);
  }
  m_method->setMaxVisibleItems(m_method->count());
  addLabelled(tr("&Question"), m_method, choices());
  m_view = named("circuitsView", new QComboBox);
  m_view->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // Each question has others.
  addLabelled(tr("S&hown"), m_view, choices());
  connect(m_method, &QComboBox::activated, this, [this] {
    fillViews();
    choose();
  });
  connect(m_view, &QComboBox::activated, this, [this] {
    fillViews();
    choose();
  });
  auto* row = new QHBoxLayout;
  column()->addLayout(row);
  const auto field = [&](const char* name, const QString& label, std::vector<QWidget*>& all, bool editable) {
    auto* box = named(name, new QComboBox);
    box->setEditable(editable);
    if (editable) box->setInsertPolicy(QComboBox::NoInsert);
    box->setMinimumContentsLength(12);
    const int before = row->count();
    addLabelled(label, box, row);
    for (int i = before; i < row->count(); ++i)
      if (QWidget* each = row->itemAt(i)->widget()) all.push_back(each);
    return box;
  };
  m_position = field("circuitsPosition", tr("&At token"), m_ofPosition, false);
  m_position->setToolTip(tr("The token at which the prediction is read"));
  m_target = field("circuitsTarget", tr("&Prediction"), m_ofTarget, true);
  m_target->setToolTip(tr("The token or class that is watched: a likely one, or any that you type"));
  m_against = field("circuitsAgainst", tr("&less"), m_ofAgainst, true);
  m_against->setToolTip(tr("The token or class to subtract: what both have in common cancels out"));
  m_key = field("circuitsKey", tr("&Key"), m_ofKey, false);
  m_key->setToolTip(tr("The token that the selected head looks at from that position"));
  m_subject = field("circuitsSubject", tr("&Noise on"), m_ofSubject, true);
  m_subject->setToolTip(tr("The subject to hide: words of the text, numbers or ranges, separated by commas"));
  m_edges = field("circuitsEdges", tr("E&dges from"), m_ofEdges, false);
  for (const double part : {0.02, 0.05, 0.1, 0.2, 0.5})
    m_edges->addItem(tr("%1 of the strongest").arg(percentText(part, 0)), part);
  m_edges->setCurrentIndex(2);
  row->addStretch(1);
  connect(m_edges, &QComboBox::activated, this, [this] { draw(); });
  connect(m_position, &QComboBox::activated, this, [this] {
    fillOutcomes();
    fillKeys();
    choose();
  });
  for (QComboBox* box : {m_target, m_against, m_key, m_subject})
    connect(box, &QComboBox::activated, this, &CircuitsWindow::choose);
}

const CircuitView& CircuitsWindow::view() const {
  return circuitViewNamed(m_view->currentData().toString().toStdString());
}

const AnalysisMethod& CircuitsWindow::method() const { return analysisMethodNamed(view().method); }

void CircuitsWindow::fillViews() {
  const std::string chosen = m_method->currentData().toString().toStdString();
  if (m_view->count() == 0 || view().method != chosen) {
    const QSignalBlocker blocked(m_view);
    m_view->clear();
    for (const CircuitView& each : circuitViews())
      if (each.method == chosen)
        m_view->addItem(circuitViewName(each), QString::fromUtf8(each.tensor.data(), static_cast<qsizetype>(each.tensor.size())));
  }
  m_view->setEnabled(m_view->count() > 1);
  const AnalysisMethod& reads = method();
  const bool everywhere = m_reading && m_reading->trace && answersEachToken(m_reading->request.model->model->description());
  const auto show = [](const std::vector<QWidget*>& widgets, bool shown) {
    for (QWidget* widget : widgets) widget->setVisible(shown);
  };
  show(m_ofPosition, (reads.reads("position") && reads.reads("target") && everywhere) || reads.reads("cell"));
  show(m_ofTarget, reads.reads("target"));
  show(m_ofAgainst, reads.reads("against"));
  show(m_ofKey, reads.reads("cell"));
  show(m_ofSubject, reads.reads("subject"));
  show(m_ofEdges, hasThreshold());
}

void CircuitsWindow::hideEvent(QHideEvent* event) {
  ChartWindow::hideEvent(event);
  workspace()->alsoWant(this, {});
}

void CircuitsWindow::follow(const Workspace& workspace) {
  const bool two = workspace.otherText().has_value();
  this->workspace()->alsoWant(this, two ? std::optional(kTextB) : std::nullopt);
  const std::shared_ptr<const RunResult> reading = workspace.result(),
                                         other = two ? workspace.results()[kTextB] : nullptr;
  const HeadId head = workspace.selection()->head();
  const bool sameHead = head == m_head;
  m_head = head;
  if (reading == m_reading && other == m_other) {
    if (!sameHead) fillKeys();
    return;
  }
  m_job.cancel();
  const bool sameText = reading == m_reading;
  m_reading = reading;
  m_other = other;
  if (!sameText) fillPositions();
  fillOutcomes();
  fillKeys();
  fillViews();
  announce();
}

void CircuitsWindow::fillPositions() {
  m_position->clear();
  m_subject->clear();
  if (!m_reading || !m_reading->trace) return;
  const std::vector<Token>& tokens = m_reading->trace->encoding.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    m_position->addItem(QStringLiteral("%1   %2").arg(i).arg(tokenLabel(tokens[i])));
  // The first word that may be somebody's name is the likeliest subject.
  const std::vector<TokenGroup> words = wordGroups(tokens);
  int subject = -1;
  for (const TokenGroup& word : words) {
    if (word.token.special) continue;
    m_subject->addItem(QStringLiteral("%1   %2").arg(word.begin).arg(tokenLabel(word.token)),
                       word.end - word.begin == 1 ? QString::number(word.begin)
                                                  : QStringLiteral("%1-%2").arg(word.begin).arg(word.end - 1));
    if (const QString label = tokenLabel(word.token); subject < 0 && !label.isEmpty() && label.front().isUpper())
      subject = m_subject->count() - 1;
  }
  m_subject->setCurrentIndex(std::max(subject, 0));
  const std::optional<Index> row =
      answerRow(*m_reading->request.model, *m_reading->trace, workspace()->selection()->token());
  m_position->setCurrentIndex(static_cast<int>(std::min<Index>(row.value_or(defaultToken(tokens)), m_position->count() - 1)));
}

Index CircuitsWindow::row() const {
  if (answersEachToken(m_reading->request.model->model->description())) return std::max(0, m_position->currentIndex());
  return answerRow(*m_reading->request.model, *m_reading->trace, {}).value_or(0);
}

void CircuitsWindow::fillOutcomes() {
  for (QComboBox* box : {m_target, m_against}) box->clear();
  if (!m_reading || !m_reading->trace || m_reading->trace->logits.size() == 0) return;
  m_target->addItem(tr("the most likely"));
  m_against->addItem(m_other ? tr("the most likely of text B") : tr("the runner-up"));
  m_against->addItem(tr("nothing"), QStringLiteral("none"));
  const auto offer = [&](QComboBox* box, const RunResult& of) {
    try {
      for (const Prediction& each : answersAt(*of.request.model, *of.trace, row(), kOutcomesOffered))
        if (!each.value)
          box->addItem(tr("%1   %2").arg(QString::fromStdString(each.text).trimmed(), percentText(each.probability, 1)),
                       QVariant::fromValue<qlonglong>(each.id));
    } catch (const Error&) {
      // B is shorter than the position; lacks() says so.
    }
  };
  offer(m_target, *m_reading);
  offer(m_against, m_other && m_other->trace ? *m_other : *m_reading);
}

void CircuitsWindow::fillKeys() {
  const QSignalBlocker blocked(m_key);
  m_key->clear();
  if (!m_reading || !m_reading->trace || !m_reading->maps) return;
  const AttentionMaps& maps = *m_reading->maps;
  const HeadId head = nearestHead(maps, m_head);
  const Index query = std::clamp<Index>(m_position->currentIndex(), 0, maps.queries() - 1);
  const Matrix weights = maps.weights(head, {query, 0, 1, maps.keys()});
  Index strongest = 0;
  for (Index key = 0; key < maps.keys(); ++key) {
    m_key->addItem(QStringLiteral("%1   %2").arg(key).arg(tokenLabel(maps.keyTokens()[static_cast<std::size_t>(key)])));
    if (weights(0, key) > weights(0, strongest)) strongest = key;
  }
  m_key->setCurrentIndex(static_cast<int>(strongest));
}

QString CircuitsWindow::lacks() const {
  if (!m_reading || !m_reading->trace) return tr("No model has run: attention from a file has nothing to ask.");
  const AnalysisMethod& reads = method();
  if (reads.reads("target") && m_reading->trace->logits.size() == 0)
    return tr("This model has no output head, so there is nothing to predict.");
  const bool needsB = (reads.reads("other-text") && view().method != "attribution" && view().method != "ablate-parts") ||
                      view().tensor == "attribution.B" || view().value == "mean_other";
  if (!needsB) return {};
  if (!workspace()->otherText())
    return tr(
        "This compares two texts of equally many tokens, the second with one thing changed: “Tom Brown …” and “Tom "
        "Sawyer …”. Type it as the second text (Compare).");
  if (!m_other || !m_other->trace) return tr("Running…");
  const std::size_t a = m_reading->trace->encoding.size(), b = m_other->trace->encoding.size();
  if (a != b)
    return tr("The two texts must have equally many tokens: the first has %1, the second %2.")
        .arg(a)
        .arg(b);
  return {};
}

void CircuitsWindow::announce() {
  const QString why = lacks();
  setRunnable(why.isEmpty());
  // Another question's picture is no answer to this one.
  if (!why.isEmpty() && m_report && m_report->view.method != view().method) {
    m_job.cancel();
    m_report.reset();
    draw();
  }
  if (!why.isEmpty()) return say(why);
  if (m_report && m_report->view.tensor != view().tensor) return say(circuitMethodTells(view().method));
  say(m_report ? tr("This picture is of another text. Measure again to update.") : circuitMethodTells(view().method));
}

void CircuitsWindow::choose() {
  setRunnable(lacks().isEmpty());
  if (m_measurement > 0 && lacks().isEmpty()) return measure();
  announce();
}

std::optional<std::int64_t> CircuitsWindow::outcomeOf(const QComboBox* field) const {
  const int offered = field->findText(field->currentText());
  if (offered < 0) return typedOutcome(*m_reading->request.model, field->currentText());
  const QVariant id = field->itemData(offered);
  return id.typeId() == QMetaType::LongLong ? std::optional<std::int64_t>(id.toLongLong()) : std::nullopt;
}

QString CircuitsWindow::subject() const {
  const int offered = m_subject->findText(m_subject->currentText());
  return offered < 0 ? m_subject->currentText() : m_subject->itemData(offered).toString();
}

AnalysisQuestion CircuitsWindow::question() const {
  const AnalysisMethod& reads = method();
  AnalysisQuestion question;
  question.model = m_reading->request.model->model;
  if (!reads.reads("text")) return question;
  question.a = m_reading->trace;
  if (reads.reads("other-text") && m_other && m_other->trace &&
      m_other->trace->encoding.size() == m_reading->trace->encoding.size())
    question.b = m_other->trace;
  if (reads.reads("target")) {
    AskedMetric asked{row(), outcomeOf(m_target)};
    const int offered = m_against->findText(m_against->currentText());
    asked.alone = !reads.reads("against") || (offered >= 0 && m_against->itemData(offered).toString() == u"none");
    if (!asked.alone) asked.against = outcomeOf(m_against);
    question.metric = settledMetric(asked, *question.a, question.b.get());
  }
  if (reads.reads("subject"))
    question.settings.noise.tokens = allTokensNamed(subject().toStdString(), m_reading->trace->encoding.tokens);
  if (reads.reads("cell"))
    question.settings.cells = {{nearestHead(*m_reading->maps, m_head), m_position->currentIndex(), m_key->currentIndex()}};
  return question;
}

void CircuitsWindow::measure() {
  if (!lacks().isEmpty()) return announce();
  AnalysisQuestion question;
  try {
    question = this->question();
  } catch (const Error& error) {
    return say(QString::fromUtf8(error.what()));
  }
  say({});
  QPointer<CircuitsWindow> self(this);
  const int number = ++m_measurement;
  m_job.start(
      [reading = m_reading, view = view(), other = question.b ? m_other->context.text : QString(), self, number,
       question = std::move(question)](const Progress& progress) {
        AnalysisQuestion asked = question;
        asked.progress = progress;
        const auto named = [&](FindingsReport report) {
          if (!report.tokens.empty()) report.text = reading->context.text;
          report.other = other;
          return report;
        };
        // Some times in a second is often enough for who looks on.
        QElapsedTimer last;
        const auto partial = [&](FindingsReport report) {
          constexpr int kBetween = 200;
          if (last.isValid() && last.elapsed() < kBetween) return;
          last.start();
          QMetaObject::invokeMethod(
              self,
              [self, number, report = named(std::move(report))]() mutable {
                if (self && self->m_job.isRunning() && self->m_measurement == number) self->take(std::move(report));
              },
              Qt::QueuedConnection);
        };
        return named(tellFindings(*reading->request.model, view, std::move(asked), partial));
      },
      [this](FindingsReport report) {
        take(std::move(report));
        canvas()->setFocus();
      },
      [this](const QString& message) { say(message); });
}

void CircuitsWindow::take(FindingsReport report) {
  m_report = std::make_shared<const FindingsReport>(std::move(report));
  draw();
}

void CircuitsWindow::show(std::string_view tensor) {
  const CircuitView& wanted = circuitViewNamed(tensor);
  const auto text = [](std::string_view name) { return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())); };
  m_method->setCurrentIndex(m_method->findData(text(wanted.method)));
  fillViews();
  m_view->setCurrentIndex(m_view->findData(text(wanted.tensor)));
  fillViews();
  measure();
}

bool CircuitsWindow::hasThreshold() const {
  return view().shape == FindingShape::Graph && view().method != "circuit";
}

double CircuitsWindow::threshold() const { return m_edges->currentData().toDouble(); }

QString CircuitsWindow::command() const {
  if (!m_reading || !m_reading->trace) throw Error(tr("No model has run.").toStdString());
  CircuitsRequest asked;
  asked.show = std::string(view().tensor);
  const AnalysisMethod& reads = method();
  const AnalysisQuestion question = this->question();
  asked.readsText = reads.reads("text");
  asked.comparesTexts = question.b != nullptr;
  if (reads.reads("target")) {
    const ModelFolder& model = *m_reading->request.model;
    asked.target = outcomeName(model, question.metric.target);
    if (reads.reads("against")) asked.against = question.metric.against ? outcomeName(model, *question.metric.against) : "none";
    if (answersEachToken(model.model->description())) asked.position = question.metric.row;
  }
  if (!question.settings.cells.empty()) asked.cell = question.settings.cells.front();
  if (reads.reads("subject")) asked.subject = subject();
  if (hasThreshold()) asked.threshold = threshold();
  return circuitsCommand(workspace()->state(), asked, QStringLiteral("circuits.png"));
}

std::shared_ptr<const Figure> CircuitsWindow::chart() const {
  return m_report ? makeFindingsFigure(m_report, screenStyle(), threshold()) : nullptr;
}

Exportable CircuitsWindow::exportable() const {
  Provenance made = madeBy(*m_report);
  if (m_report->cell) made.head = m_report->cell->head;
  return exportableFindings(m_report, threshold(), std::move(made));
}

}  // namespace headlight
