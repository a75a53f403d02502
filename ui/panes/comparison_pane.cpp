#include "ui/panes/comparison_pane.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <numeric>

#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/head_words.h"
#include "ui/figures/token_label.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr std::size_t kTokens = 6, kHeads = 12;

QString nats(double divergence) { return localNumber(divergence, 'f', 4); }

}  // namespace

ComparisonPane::ComparisonPane(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
  setObjectName(QStringLiteral("comparison"));
  auto* column = makePage(this, QCoreApplication::translate("headlight::MainWindow", "Compare"));
  m_title = makeLabel(QStringLiteral("sectionTitle"), column);
  m_facts = makeLabel(QStringLiteral("comparisonFacts"), column);
  column->addSpacing(12);
  m_tokensTitle = makeLabel(QStringLiteral("sectionTitle"), column);
  m_tokensTitle->setText(tr("Most different rows"));
  m_tokensTitle->setToolTip(tr("Jensen–Shannon divergence of each row, in nats; at most 0.6931"));
  m_tokens = named("differingTokens", new BarList(tr("Rows that differ most, with their divergence in nats")));
  column->addWidget(m_tokens);
  column->addSpacing(12);
  m_headsTitle = makeLabel(QStringLiteral("sectionTitle"), column);
  m_progress =
      makeProgressBar(QStringLiteral("rankingProgress"), tr("Head comparison progress"), column);
  m_headList = named("differingHeads", new BarList(tr("Heads with their divergence in nats")));
  column->addWidget(m_headList);
  column->addStretch(1);

  connect(m_tokens, &BarList::tokenChosen, this, [this](Index place) {
    if (const auto token = m_sight.tokens.toRun(place)) m_workspace->selection()->setToken(token);
  });
  connect(m_headList, &BarList::tokenChosen, this, &ComparisonPane::chooseHead);
  connect(workspace, &Workspace::resultsChanged, this, &ComparisonPane::update);
  connect(workspace, &Workspace::panelsChanged, this, &ComparisonPane::update);
  connect(workspace->selection(), &Selection::headChanged, this, &ComparisonPane::update);
  showProgress(m_ranking, m_progress);
  clear({});
}

void ComparisonPane::setPanel(const PanelState& panel) {
  m_panel = panel;
  update();
}

std::optional<PanelState> ComparisonPane::compared() const {
  PanelState panel = m_panel;
  if (panel.minus) return panel;
  const WorkspaceState state = m_workspace->state();
  // What the window shows as a difference is what there is to be told about.
  for (const PanelState& other : state.panels)
    if (other.minus && (other.source == panel.source || other.minus->source == panel.source)) return other;
  for (const RunId run : {RunId{panel.source.model, 1}, RunId{1, panel.source.text}})
    if (hasRun(state, run) && run != panel.source) {
      panel.minus = PanelMinus{run, {}};
      return panel;
    }
  return {};
}

void ComparisonPane::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  update();
}

void ComparisonPane::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  if (m_workspace) m_workspace->alsoWant(this, {});
}

void ComparisonPane::update() {
  if (!isVisible() || !m_workspace) return;
  const std::optional<PanelState> panel = compared();
  m_workspace->alsoWant(this, panel ? std::optional(shownRunsOf(*panel, m_workspace->state()).back()) : std::nullopt);
  if (!panel)
    return clear(tr("Compare with another text (Ctrl+B) or another model, or subtract a head in a panel's menu."));
  const RunResults& results = m_workspace->resultsFor(*panel);
  if (lacksReading(*panel, results)) return clear(tr("Running…"));
  const Question asked{numbersOf(*panel), shownHead(*panel, m_workspace->selection()->head(), nullptr),
                       {results[panel->source], results[panel->minus->source], results[RunId{}]}};
  m_shown = panel;
  if (asked == m_asked) return;
  m_asked = asked;
  compare(*panel, *sidesOf(*panel, results));
}

void ComparisonPane::clear(const QString& hint) {
  m_comparing.cancel();
  m_ranking.cancel();
  m_asked.reset();
  m_shown.reset();
  m_sight = {};
  m_title->clear();
  showPlain(m_facts, hint);
  for (QLabel* title : {m_tokensTitle, m_headsTitle}) title->hide();
  for (BarList* list : {m_tokens, m_headList}) {
    list->setRows({});
    list->hide();
  }
}

void ComparisonPane::compare(const PanelState& panel, const AlignedSides& sides) {
  m_sight = difference(sides);
  m_heads = sides.mapsA->heads();
  const HeadId head = shownHead(panel, m_workspace->selection()->head(), sides.mapsA.get());
  const QString& side = m_sight.context.nameA;
  m_title->setText(headHeading(head) +
                   (side.isEmpty() ? QString() : QStringLiteral(" · ") + side) + QStringLiteral(" − ") +
                   minusName(panel, m_workspace->results()));
  const auto a = sides.mapsA, b = sides.mapsB;
  m_comparing.start([a, b, head](const Progress& progress) { return compareHeads(*a, head, *b, head, progress); },
                    [this](const Comparison& comparison) { showComparison(comparison); },
                    [this](const QString& message) { clear(message); });
  // Against one chosen head, the heads are ranked by what is like this one.
  const bool likeness = panel.minus->head.has_value();
  m_headsTitle->setText(likeness ? tr("Most similar heads") : tr("Most different heads"));
  m_headsTitle->setToolTip(tr("Jensen–Shannon divergence, mean over rows, in nats"));
  // Maps of the other side have A's numbers of heads; only those that are its own are compared.
  const int layers = sides.b.maps->layers(), heads = sides.b.maps->heads();
  const auto own = std::make_shared<HeadMaps>(b, std::min(a->layers(), layers), std::min(a->heads(), heads),
                                              [](HeadId each) { return each; });
  m_ranking.start(
      [a, own, head, likeness](const Progress& progress) {
        return likeness ? rankLikeness(*a, head, progress) : rankDifferences(*a, *own, progress);
      },
      [this](const std::vector<HeadDistance>& ranking) { showRanking(ranking); },
      [this](const QString& message) { m_headsTitle->setText(message); });
}

void ComparisonPane::showComparison(const Comparison& comparison) {
  QString text;
  const auto add = [&text](const QString& name, const QString& value) { text += factRow(name, value); };
  add(tr("Jensen–Shannon"), tr("%1 nats").arg(nats(comparison.divergence)));
  add(tr("% of maximum"), percentText(comparison.divergence / kLargestDivergence, 1));
  add(tr("Correlation"), localNumber(comparison.correlation, 'f', 4));
  add(tr("Largest difference"), percentText(comparison.largestDifference, 1));
  showFactRows(m_facts, text);

  std::vector<std::size_t> order(comparison.rowDivergence.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto gap = [&](std::size_t i) { return !comparison.rowDivergence[i]; };
  order.erase(std::remove_if(order.begin(), order.end(), gap), order.end());
  std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
    return comparison.rowDivergence[i] > comparison.rowDivergence[j];
  });
  if (order.size() > kTokens) order.resize(kTokens);
  std::vector<BarList::Row> rows;
  for (const std::size_t i : order)
    if (i < m_sight.maps->queryTokens().size())
      rows.push_back({QStringLiteral("%1  %2").arg(tokenLabel(m_sight.maps->queryTokens()[i])).arg(i),
                      *comparison.rowDivergence[i] / kLargestDivergence, nats(*comparison.rowDivergence[i]),
                      static_cast<Index>(i)});
  m_tokens->setRows(rows);
  m_tokens->show();
  m_tokensTitle->show();
}

void ComparisonPane::showRanking(const std::vector<HeadDistance>& ranking) {
  std::vector<BarList::Row> rows;
  for (std::size_t i = 0; i < std::min(kHeads, ranking.size()); ++i) {
    const HeadDistance& each = ranking[i];
    rows.push_back({headName(each.head), each.divergence / kLargestDivergence, nats(each.divergence),
                    numberOf(each.head, m_heads)});
  }
  m_headList->setRows(rows);
  m_headList->show();
  m_headsTitle->show();
}

void ComparisonPane::chooseHead(Index number) {
  if (!m_shown) return;
  PanelState panel = *m_shown;
  panel.heads.clear();
  panel.zoom = {};
  panel.pinned = headNumbered(number, m_heads);
  if (!panel.minus->head) {
    panel.kind = PanelKind::Heatmap;
  } else {
    // A likeness is looked at beside, not subtracted.
    panel.minus.reset();
  }
  emit panelRequested(panel);
}

}  // namespace headlight
