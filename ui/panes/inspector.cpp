#include "ui/panes/inspector.h"

#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "core/analysis/word_alignment.h"

#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/head_words.h"
#include "ui/figures/token_label.h"
#include "ui/panes/tokens/strongest_links.h"
#include "ui/reading/panel_sight.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/text_field.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr std::size_t kLinks = 5;

std::vector<BarList::Row> rowsOf(const std::vector<TokenWeight>& links, const std::vector<Token>& tokens) {
  std::vector<BarList::Row> rows;
  for (const TokenWeight& link : links)
    rows.push_back(
        {QStringLiteral("%1  %2").arg(tokenLabel(tokens[static_cast<std::size_t>(link.token)])).arg(link.token),
         link.weight, percentText(link.weight, 2), link.token});
  return rows;
}

/// Each token of the source with what all rows that write a word look at it in sum.
std::vector<BarList::Row> coverageRows(const AttentionMaps& maps, HeadId head) {
  constexpr std::size_t kMostRows = 16;
  std::vector<bool> leftOut;
  for (std::size_t i = 1; i <= maps.queryTokens().size(); ++i)
    leftOut.push_back(i == maps.queryTokens().size() || maps.queryTokens()[i].special);
  const std::vector<double> sums = coverage(maps, head, leftOut);
  const double most = sums.empty() ? 1 : std::max(1.0, *std::max_element(sums.begin(), sums.end()));
  std::vector<BarList::Row> rows;
  for (std::size_t i = 0; i < std::min(sums.size(), kMostRows); ++i)
    rows.push_back({QStringLiteral("%1  %2").arg(tokenLabel(maps.keyTokens()[i])).arg(i),
                    sums[i] / most,
                    localNumber(sums[i], 'f', 2),
                    {}});
  return rows;
}

}  // namespace

Inspector::Inspector(Selection* selection, QWidget* parent) : QWidget(parent), m_selection(selection) {
  setObjectName(QStringLiteral("inspector"));
  auto* column = makePage(this, tr("Numbers of the token and the head"));
  m_token = makeLabel(QStringLiteral("sectionTitle"), column);
  m_keys = addSection(QStringLiteral("keyLinks"), tr("Attends to"), column);
  m_queries = addSection(QStringLiteral("queryLinks"), tr("Attended by"), column);
  column->addSpacing(12);
  m_predictionColumn = new QVBoxLayout;
  m_predictionColumn->setSpacing(4);
  column->addLayout(m_predictionColumn);
  column->addSpacing(12);
  m_head = makeLabel(QStringLiteral("sectionTitle"), column);
  m_facts = makeLabel(QStringLiteral("headFacts"), column);
  m_note = named("headNote", new TextField);
  m_note->setAccessibleName(tr("Note of this head"));
  m_note->setPlaceholderText(tr("Note"));
  m_note->setToolTip(tr("Kept with the session; in no figure"));
  column->addWidget(m_note);
  column->addStretch(1);

  connect(m_note, &TextField::textChanged, this, [this] { emit noteWritten(m_seen.head, m_note->toPlainText()); });
  connect(&m_selection, &Selection::tokenChanged, this, &Inspector::showToken);
  connect(&m_selection, &Selection::hoveredTokenChanged, this, &Inspector::showToken);
  connect(&m_selection, &Selection::cellChanged, this, &Inspector::showToken);
  showToken();
}

Inspector::Section Inspector::addSection(const QString& objectName, const QString& title, QVBoxLayout* column) {
  Section section;
  section.box = new QWidget;
  auto* inner = makeBox<QVBoxLayout>(section.box, {0, 0, 0, 4}, 2);
  section.title = makeLabel(QStringLiteral("quiet"), inner);
  section.title->setText(title);
  section.bars = new BarList(title);
  section.bars->setObjectName(objectName);
  inner->addWidget(section.bars);
  column->addWidget(section.box);
  connect(section.bars, &BarList::tokenChosen, this, [this](Index token) { m_selection.setToken(token); });
  return section;
}

void Inspector::inspect(const Inspected& what) {
  const bool other = what.reading != m_seen.reading, otherHead = what.head != m_seen.head;
  m_seen = what;
  setNote(what.note);
  m_selection.setLink(what.tokens);
  showToken();
  if (other || otherHead) showCoverage();
  if (other) showPredictions();
  if (other || otherHead) requestFacts();
}

void Inspector::setNote(const QString& note) {
  const QSignalBlocker quiet(m_note);
  m_note->replaceText(note);
  m_seen.note = note;
}

std::shared_ptr<const AttentionMaps> Inspected::maps() const {
  return reading ? mapsOf(head.attention, *reading) : nullptr;
}

void Inspector::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  showToken();
  showCoverage();
  requestFacts();
}

void Inspector::showToken() {
  if (!isVisible()) return;
  // A cell is a link of its query.
  const std::optional<Cell> cell = m_selection.hoveredToken() ? std::nullopt : m_selection.cell();
  const std::optional<Index> token = cell                         ? std::optional(cell->query)
                                     : m_selection.hoveredToken() ? m_selection.hoveredToken()
                                                                  : m_selection.token();
  const std::shared_ptr<const AttentionMaps> maps = m_seen.maps();
  const bool cross = m_seen.head.attention == AttentionType::Cross;
  // Over a source a token is looked at where it was written: in the row before its own.
  const Index row = token.value_or(0) - (cross ? 1 : 0);
  const bool shown = maps && !hasTokensOfItsOwn(m_seen.head.attention) && token && *token < maps->queries() &&
                     row >= 0 && (cross || *token < maps->keys());
  m_keys.box->setVisible(shown);
  m_queries.box->setVisible(shown || (cross && maps));
  m_queries.title->setText(cross ? tr("Coverage of the source") : tr("Attended by"));
  m_queries.title->setToolTip(cross ? tr("Total attention from generated tokens; about 1 = read once") : QString());
  if (!shown) {
    setHeading(tr("Point at a token to see its links; click to pin it."), false);
    return;
  }
  const QString label = tokenLabel(maps->queryTokens()[static_cast<std::size_t>(*token)]);
  setHeading((cross ? tr("“%1” · token %2, as generated") : tr("“%1” · token %2")).arg(label).arg(*token), true);
  std::vector<TokenWeight> keys = strongestKeys(*maps, m_seen.head, row, kLinks);
  const auto named = [&](const TokenWeight& key) { return key.token == cell->key; };
  if (cell && !cross && cell->key < maps->keys() && std::none_of(keys.begin(), keys.end(), named))
    keys.push_back({cell->key, maps->weights(m_seen.head, {row, cell->key, 1, 1})(0, 0)});
  m_keys.bars->setRows(rowsOf(keys, maps->keyTokens()));
  m_keys.bars->setMarked(cell && !cross ? std::optional(cell->key) : std::nullopt);
  if (!cross)
    m_queries.bars->setRows(rowsOf(strongestQueries(*maps, m_seen.head, *token, kLinks), maps->queryTokens()));
}

void Inspector::showCoverage() {
  if (!isVisible() || m_seen.head.attention != AttentionType::Cross) return;
  if (const auto maps = m_seen.maps()) m_queries.bars->setRows(coverageRows(*maps, m_seen.head));
}

void Inspector::setHeading(const QString& text, bool strong) {
  m_token->setText(text);
  const QString name = strong ? QStringLiteral("sectionTitle") : QStringLiteral("quiet");
  if (m_token->objectName() == name) return;
  m_token->setObjectName(name);  // The style sheet goes by it.
  restyle(m_token);
}

void Inspector::showPredictions() {
  const std::size_t count = m_seen.reading ? m_seen.reading->predictions.size() : 0;
  while (m_predictions.size() > count) {
    delete m_predictions.back().box;
    m_predictions.pop_back();
  }
  while (m_predictions.size() < count)
    m_predictions.push_back(
        addSection(QStringLiteral("predictions%1").arg(m_predictions.size()), QString(), m_predictionColumn));
  for (std::size_t i = 0; i < count; ++i) {
    const PredictionGroup& group = m_seen.reading->predictions[i];
    QString title = QString::fromStdString(group.title);
    if (!m_seen.source.isEmpty()) title += QStringLiteral(" · ") + m_seen.source;
    m_predictions[i].title->setText(title);
    m_predictions[i].title->setObjectName(QStringLiteral("sectionTitle"));
    m_predictions[i].bars->setAccessibleName(title);
    std::vector<BarList::Row> rows;
    for (const PredictionGroup::Answer& answer : group.answers)
      rows.push_back({QString::fromStdString(answer.label),
                      answer.probability,
                      answer.value ? localNumber(*answer.value, 'g', 5) : percentText(answer.probability, 2),
                      {}});
    m_predictions[i].bars->setRows(rows);
  }
}

void Inspector::requestFacts() {
  if (!isVisible()) return;
  const QString name = headHeading(m_seen.head);
  m_head->setText(m_seen.source.isEmpty() ? name : name + QStringLiteral(" · ") + m_seen.source);
  if (!m_seen.reading) {
    m_factsJob.cancel();
    m_facts->clear();
    return;
  }
  m_factsJob.start([maps = m_seen.maps(),
                    head = m_seen.head](const Progress& progress) { return computeMetrics(*maps, head, progress); },
                   [this](const HeadMetrics& metrics) { showFacts(metrics); },
                   [this](const QString& message) { showPlain(m_facts, message); });
}

void Inspector::showFacts(const HeadMetrics& metrics) {
  if (metrics.rows == 0) return showPlain(m_facts, tr("Every row of this head has missing values"));
  QString text;
  const auto add = [&text](const QString& name, const QString& value) { text += factRow(name, value); };
  const auto& visibility = m_seen.reading->context.visibility;
  if (!visibility.empty() && visibility.front().causal)
    add(tr("First token"), percentText(metrics.firstTokenRest, 1));
  else
    add(tr("Special tokens"), percentText(metrics.specialTokens, 1));
  add(tr("Entropy"), tr("%1 nats").arg(localNumber(metrics.entropy, 'f', 2)));
  add(tr("Normalised entropy"), percentText(metrics.normalisedEntropy, 0));
  add(tr("Mean row maximum"), percentText(metrics.confidence, 1));
  if (m_seen.head.attention == AttentionType::Cross) return showFactRows(m_facts, text);
  add(tr("Mean distance"), tr("%1 tokens").arg(localNumber(metrics.meanDistance, 'f', 1)));
  add(tr("Previous token"), percentText(metrics.previousToken, 1));
  add(tr("Next token"), percentText(metrics.nextToken, 1));
  if (metrics.induction) add(tr("Induction"), percentText(*metrics.induction, 1));
  const QString speakers[] = {tr("To the system"), tr("To the user"), tr("To the assistant"), tr("To other roles"),
                              tr("To the chat template")};
  for (std::size_t i = 0; i < kSpeakerKinds; ++i)
    if (metrics.speakers[i]) add(speakers[i], percentText(*metrics.speakers[i], 1));
  showFactRows(m_facts, text);
}

}  // namespace headlight
