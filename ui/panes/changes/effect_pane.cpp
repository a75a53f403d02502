#include "ui/panes/changes/effect_pane.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/analysis/similarity.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/head_words.h"
#include "ui/figures/token_label.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/wrapping_button.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr int kAnswersOfEach = 5;
constexpr std::size_t kHeadsListed = 10;
/// What the lists show as 0 is no effect.
constexpr double kLeastDivergence = 0.00005, kLeastLogChange = 0.0005;

}  // namespace

EffectPane::EffectPane(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
  setObjectName(QStringLiteral("effectPane"));
  auto* column = makeBox<QVBoxLayout>(this, {0, 0, 0, 0}, 4);
  m_title = makeLabel(QStringLiteral("sectionTitle"), column);
  m_table = named("answerTable", new QTableWidget(0, 4));
  m_table->setAccessibleName(tr("Predictions before and after; select one to track"));
  m_table->setHorizontalHeaderLabels({tr("Prediction"), tr("Before"), tr("After"), tr("Δ ln p")});
  // Where there is no room its end is left out, not both.
  m_table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeading | Qt::AlignVCenter);
  m_table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
  m_table->horizontalHeaderItem(3)->setToolTip(tr("Change of the log-probability, in nats"));
  m_table->verticalHeader()->hide();
  m_table->setShowGrid(false);
  m_table->setFrameShape(QFrame::NoFrame);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_table->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
  m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_table->horizontalHeader()->setHighlightSections(false);
  m_table->horizontalHeader()->setMinimumSectionSize(30);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_table->setTabKeyNavigation(false);
  column->addWidget(m_table);
  m_facts = makeLabel(QStringLiteral("effectFacts"), column);
  m_which = named("whichHead", new WrappingButton(tr("Which head matters for this word?")));
  m_which->setToolTip(tr("Switches each head off in turn and shows its effect on the tracked prediction"));
  column->addSpacing(4);
  column->addWidget(m_which);
  m_ablationProgress =
      makeProgressBar(QStringLiteral("ablationProgress"), tr("Ablation progress"), column);
  m_ablationTitle = makeLabel(QStringLiteral("quiet"), column);
  m_ablationList = named("headEffects", new BarList(tr("Change in log-probability without each head")));
  column->addWidget(m_ablationList);
  m_map = named("ablationAsMap", new QPushButton(tr("Show as a map…")));
  m_map->setToolTip(tr("Every head in its place, layer by layer, with zero or mean ablation"));
  m_map->hide();
  column->addWidget(m_map);
  column->addSpacing(12);
  m_headsTitle = makeLabel(QStringLiteral("sectionTitle"), column);
  m_headsTitle->setText(tr("Heads with shifted attention"));
  m_headsTitle->setToolTip(tr("Jensen–Shannon divergence of their attention, mean over rows, in nats"));
  m_progress =
      makeProgressBar(QStringLiteral("effectProgress"), tr("Before/after comparison progress"), column);
  m_headList = named("changedHeads", new BarList(tr("Heads with shifted attention and their divergence in nats")));
  column->addWidget(m_headList);
  m_difference = named("showDifference", new QPushButton(tr("Show the difference")));
  m_difference->setToolTip(tr("With changes, without changes, and the difference"));
  column->addSpacing(4);
  column->addWidget(m_difference);

  connect(m_difference, &QPushButton::clicked, this, [this] { emit differenceRequested(changedRun()); });
  connect(m_which, &QPushButton::clicked, this, &EffectPane::ablateHeads);
  connect(m_map, &QPushButton::clicked, this, [this] {
    if (const auto id = watched()) emit mapRequested(*id);
  });
  connect(m_ablationList, &BarList::tokenChosen, this, [this](Index number) {
    if (!m_before || !m_workspace) return;
    m_workspace->selection()->setHead(headNumbered(number, m_before->maps->heads()));
  });
  showProgress(m_ablation, m_ablationProgress);
  connect(&m_ablation, &JobSignals::runningChanged, this,
          [this](bool running) { m_which->setText(running ? tr("Stop") : tr("Which head matters for this word?")); });
  connect(m_headList, &BarList::tokenChosen, this, [this](Index number) {
    if (!m_after) return;
    PanelState panel;
    panel.source = changedRun();
    panel.minus = PanelMinus{unchanged(changedRun()), {}};
    panel.pinned = headNumbered(number, m_after->maps->heads());
    emit panelRequested(panel);
  });
  connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
    const int row = m_table->currentRow();
    if (!m_answers || row < 0 || row >= static_cast<int>(m_answers->answers.size())) return;
    m_chosen = m_answers->answers[static_cast<std::size_t>(row)].id;
    forgetAblation();
    showFacts();
  });
  connect(workspace, &Workspace::resultsChanged, this, &EffectPane::refresh);
  connect(workspace, &Workspace::changesChanged, this, &EffectPane::refresh);
  connect(workspace, &Workspace::panelsChanged, this, &EffectPane::refresh);
  connect(workspace->selection(), &Selection::tokenChanged, this, &EffectPane::refresh);
  showProgress(m_job, m_progress);
  clear({});
}

void EffectPane::setPanel(const PanelState& panel) {
  m_panel = panel;
  refresh();
}

std::optional<Index> EffectPane::place() const {
  // Tokens are selected by their numbers in the first reading.
  return m_workspace && unchanged(m_panel.source) == RunId{} ? m_workspace->selection()->token() : std::nullopt;
}

std::optional<std::int64_t> EffectPane::watched() const {
  if (m_chosen) return m_chosen;
  if (!m_answers || m_answers->answers.empty()) return {};
  const auto likelier = [](const auto& a, const auto& b) { return a.before < b.before; };
  return std::max_element(m_answers->answers.begin(), m_answers->answers.end(), likelier)->id;
}

void EffectPane::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void EffectPane::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  if (m_workspace) m_workspace->alsoWant(this, {});
}

void EffectPane::refresh() {
  if (!isVisible() || !m_workspace) return;
  const bool changes = !m_workspace->changes().empty();
  m_workspace->alsoWant(this, changes ? changedRun() : unchanged(changedRun()));
  const auto& before = m_workspace->results()[unchanged(changedRun())];
  const auto& after = changes ? m_workspace->results()[changedRun()] : before;
  if (!before || !after) return clear(m_workspace->isRunning() ? tr("Running…") : QString());
  if (!before->trace || !after->trace) return clear({});
  // While the text or the changes are newer than what is known, what is known stays.
  if (plainOf(before->request) != plainOf(after->request)) return;
  if (before == m_before && after == m_after && place() == m_place) return;
  compute(before, after);
}

void EffectPane::compute(const std::shared_ptr<const RunResult>& before,
                         const std::shared_ptr<const RunResult>& after) {
  if (place() != m_place || m_before != before) forgetAblation();
  if (place() != m_place || !m_before || plainOf(m_before->request) != plainOf(before->request)) m_chosen.reset();
  m_before = before;
  m_after = after;
  m_place = place();
  m_job.start(
      [before, after, place = m_place](const Progress& progress) {
        Effect effect;
        const ModelFolder model = *before->request.model;
        if (const auto row = answerRow(model, *before->trace, place))
          effect.answers = answerChange(model, *before->trace, *after->trace, after->deviation, *row, kAnswersOfEach);
        if (before != after) effect.heads = headChanges(before->trace, after->trace, progress);
        return effect;
      },
      [this](const Effect& effect) { showEffect(effect); },
      [this](const QString& message) { clear(message); });
}

void EffectPane::clear(const QString& hint) {
  m_job.cancel();
  forgetAblation();
  m_before = m_after = nullptr;
  m_answers.reset();
  m_title->setText(hint);
  m_table->setRowCount(0);
  m_headList->setRows({});
  for (QWidget* widget :
       {static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_headsTitle),
        static_cast<QWidget*>(m_headList), static_cast<QWidget*>(m_difference), static_cast<QWidget*>(m_which)})
    widget->hide();
}

QString EffectPane::placeName(const RunResult& result, Index row) const {
  const OutputHeadKind head = result.request.model->info.head;
  if (head == OutputHeadKind::SequenceClassification) return tr("Prediction for the text");
  const std::vector<Token>& tokens = result.maps->queryTokens();
  if (row >= static_cast<Index>(tokens.size())) return {};
  const QString token = tokenLabel(tokens[static_cast<std::size_t>(row)]);
  return (head == OutputHeadKind::CausalLm   ? tr("Next token after “%1” (%2)")
          : head == OutputHeadKind::MaskedLm ? tr("Prediction for “%1” (%2)")
                                       : tr("Class of “%1” (%2)"))
      .arg(token)
      .arg(row);
}

void EffectPane::showEffect(const Effect& effect) {
  m_answers = effect.answers;
  const bool changed = m_before != m_after;
  if (m_answers)
    m_title->setText(placeName(*m_before, m_answers->row));
  else
    m_title->setText(m_before->request.model->info.head == OutputHeadKind::None
                         ? tr("This model has no output head, so it predicts nothing.")
                         : tr("Pin a token or type a mask token to see a prediction."));
  m_table->setVisible(m_answers.has_value());
  m_facts->setVisible(m_answers.has_value());
  m_which->setVisible(m_answers && !m_answers->oneNumber);
  showAnswers();
  m_headsTitle->setVisible(changed);
  m_headList->setVisible(changed);
  m_difference->setVisible(changed);
  showHeads(effect.heads);
}

void EffectPane::showAnswers() {
  const std::size_t count = m_answers ? m_answers->answers.size() : 0;
  const bool changed = m_before != m_after;
  const QSignalBlocker quiet(m_table);
  m_table->setRowCount(static_cast<int>(count));
  m_table->setColumnHidden(2, !changed);
  m_table->setColumnHidden(3, !changed);
  m_table->horizontalHeaderItem(1)->setText(changed ? tr("Before") : tr("Now"));
  for (std::size_t i = 0; i < count; ++i) {
    const PredictionChange::Answer& answer = m_answers->answers[i];
    const bool number = m_answers->oneNumber;
    const auto value = [&](double v) { return number ? localNumber(v, 'g', 5) : percentText(v, 1); };
    QString after = value(answer.after);
    if (answer.deviation) after += tr(" ± %1").arg(localNumber(*answer.deviation * 100, 'f', 1));
    const QString texts[] = {
        QString::fromStdString(answer.text), value(answer.before), after,
        answer.logProbabilityChange ? signedNumberText(*answer.logProbabilityChange, 2) : QStringLiteral("–")};
    for (int column = 0; column < 4; ++column) {
      auto* cell = new QTableWidgetItem(texts[column]);
      cell->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
      if (!number)
        cell->setToolTip(
            tr("“%1”: %2 before, %3 after")
                .arg(texts[0], localNumber(answer.before, 'g', 6), localNumber(answer.after, 'g', 6)));
      m_table->setItem(static_cast<int>(i), column, cell);
    }
    if (answer.id == watched()) m_table->selectRow(static_cast<int>(i));
  }
  m_table->resizeRowsToContents();
  m_table->updateGeometry();
  showFacts();
}

void EffectPane::showFacts() {
  if (!m_answers || m_before == m_after || m_answers->oneNumber) return m_facts->clear();
  const auto id = watched();
  QString text;
  for (const PredictionChange::Answer& answer : m_answers->answers)
    if (answer.id == id && answer.logProbabilityChange)
      text = tr("“%1”: %2 → %3, Δ log-probability %4 nats. ")
                 .arg(QString::fromStdString(answer.text).trimmed(), percentText(answer.before, 1),
                      percentText(answer.after, 1), signedNumberText(*answer.logProbabilityChange, 3));
  text += tr("Whole prediction: KL divergence %1 nats.").arg(localNumber(m_answers->divergence, 'f', 4));
  if (m_after->deviation.size() > 0)
    text += tr(" After: mean of %1 draws ± their standard deviation.").arg(drawsOf(m_after->request.changes));
  m_facts->setText(text);
}

void EffectPane::showHeads(const std::vector<HeadDistance>& changes) {
  std::vector<BarList::Row> rows;
  for (const HeadDistance& change : changes) {
    if (rows.size() == kHeadsListed || change.divergence < kLeastDivergence) break;
    rows.push_back({tr("Head %1").arg(headNumbers(change.head)),
                    change.divergence / kLargestDivergence, localNumber(change.divergence, 'f', 4),
                    numberOf(change.head, m_after->maps->heads())});
  }
  m_headList->setRows(rows);
  if (m_before != m_after)
    m_headsTitle->setText(rows.empty() ? tr("No head shifts its attention") : tr("Heads with shifted attention"));
}

void EffectPane::ablateHeads() {
  if (m_ablation.isRunning()) return m_ablation.cancel();
  const std::optional<std::int64_t> id = watched();
  if (!id || !m_before || !m_answers) return;
  QString name;
  for (const PredictionChange::Answer& answer : m_answers->answers)
    if (answer.id == *id) name = QString::fromStdString(answer.text).trimmed();
  const Outcome outcome{m_answers->row, *id};
  m_ablation.start(
      [before = m_before, outcome](const Progress& progress) {
        return ablateEveryHead(*before->request.model->model, before->trace, {outcome}, progress);
      },
      [this, name](std::vector<AblationEffect> effects) { showAblation(std::move(effects), name); },
      [this](const QString& message) {
        m_ablationTitle->setText(message);
        m_ablationTitle->show();
      });
}

void EffectPane::forgetAblation() {
  m_ablation.cancel();
  m_ablationTitle->hide();
  m_ablationList->setRows({});
  m_ablationList->hide();
  m_map->hide();
}

void EffectPane::showAblation(std::vector<AblationEffect> effects, const QString& answer) {
  const auto size = [](const AblationEffect& effect) { return std::abs(effect.logProbabilityChange); };
  std::stable_sort(effects.begin(), effects.end(),
                   [&](const AblationEffect& a, const AblationEffect& b) { return size(a) > size(b); });
  std::vector<BarList::Row> rows;
  for (const AblationEffect& effect : effects) {
    if (rows.size() == kHeadsListed || size(effect) < kLeastLogChange) break;
    rows.push_back({tr("Head %1").arg(headNumbers(effect.head)), size(effect) / size(effects.front()),
                    signedNumberText(effect.logProbabilityChange, 3), numberOf(effect.head, m_before->maps->heads())});
  }
  m_ablationTitle->setText(
      (rows.empty() ? tr("No single head changes the log-probability of “%1”")
                    : tr("Δ log-probability of “%1” without each head, in nats; largest first"))
          .arg(answer));
  m_ablationTitle->show();
  m_ablationList->setRows(rows);
  m_ablationList->show();
  // The map is of the first reading.
  m_map->setVisible(m_before == m_workspace->result());
}

}  // namespace headlight
