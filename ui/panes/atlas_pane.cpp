#include "ui/panes/atlas_pane.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

#include "ui/figures/head_words.h"
#include "ui/reading/heads/head_finder.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/reading/workspace_actions.h"
#include "ui/state/words/change_words.h"
#include "ui/views/atlas_view.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/query_field.h"
#include "ui/widgets/theme.h"

namespace headlight {

AtlasPane::AtlasPane(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_finder(new HeadFinder(workspace, this)) {
  m_view = named("atlas", new AtlasView(workspace->selection()));
  m_view->setAccessibleName(tr("Heads"));
  makeActions();
  m_note = named("quiet", new QLabel);
  m_note->setWordWrap(true);
  m_note->setContentsMargins(readingMargins(12, 2, 8, 2));
  m_note->hide();
  auto* column = makeBox<QVBoxLayout>(this, {0, 0, 0, 0}, 0);
  column->addWidget(buildFilter());
  column->addWidget(m_note);
  column->addWidget(m_view, 1);
  column->addWidget(buildMarked());

  m_view->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(m_view, &QWidget::customContextMenuRequested, this, &AtlasPane::showMenu);
  connect(m_view, &AtlasView::markedChanged, this, &AtlasPane::showMarked);
  connect(workspace, &Workspace::atlasChanged, this, &AtlasPane::showAtlas);
  connect(m_finder, &HeadFinder::changed, this, &AtlasPane::showAtlas);
  for (const auto changed : {&Workspace::resultChanged, &Workspace::resultsChanged, &Workspace::changesChanged})
    connect(workspace, changed, this, &AtlasPane::takeMaps);
  showAtlas();
}

void AtlasPane::makeActions() {
  makeAction(this,
             {"focusHeadsAction", tr("&Heads"), "Ctrl+H",
              tr("Go to heads: arrows select, Space marks, Ctrl+Return opens a panel")},
             [this] { m_view->setFocus(Qt::ShortcutFocusReason); });
  enableWhile(m_workspace,
              {makeAction(this, {"previousLayerAction", tr("Previous layer"), "["}, [this] { moveHead(-1, 0); }),
               makeAction(this, {"nextLayerAction", tr("Next layer"), "]"}, [this] { moveHead(1, 0); }),
               makeAction(this, {"previousHeadAction", tr("Previous head"), ","}, [this] { moveHead(0, -1); }),
               makeAction(this, {"nextHeadAction", tr("Next head"), "."}, [this] { moveHead(0, 1); })},
              hasReading);
  m_compare = makeAction(this,
                         {"compareMarkedAction", tr("Compare mar&ked heads"), "Ctrl+Shift+B",
                          tr("One panel each; for two heads also the difference")},
                         [this] { compareMarked(); });
  m_compare->setEnabled(false);
}

void AtlasPane::moveHead(int layers, int heads) {
  const auto& result = m_workspace->result();
  if (!result) return;
  const HeadId head = headFrom(*mapsOf(m_attention, *result), m_workspace->selection()->head(), layers, heads);
  m_workspace->selection()->setHead(head);
  emit m_view->headChosen(head);
}

void AtlasPane::takeMaps() {
  const RunResults shown = m_workspace->shownResults();
  if (!shown[RunId{}]) return;
  const RunResult& result = *shown[RunId{}];
  m_view->setChangedHeads(changedHeads(changesIn(m_workspace->state()), *mapsOf(m_attention, result), m_attention));
  if (m_view->figure().maps() == mapsOf(m_attention, result)) return;
  m_view->setHead(HeadId{}.of(m_attention));
  m_view->setCaptions({});  // They are of what was read before.
  m_view->setMaps(mapsOf(m_attention, result), contextOf(m_attention, result));
  showAtlas();
}

void AtlasPane::setAttention(AttentionType attention) {
  if (attention == m_attention) return;
  m_attention = attention;
  if (m_workspace->result()) takeMaps();
}

void AtlasPane::showMenu(const QPoint& place) {
  if (!m_workspace->result()) return;
  const HeadId head = m_view->hoveredHead().value_or(m_workspace->selection()->head());
  auto* menu = named("headMenu", new QMenu(this));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  connect(menu->addAction(tr("Open in new panel")), &QAction::triggered, m_view,
          [this, head] { emit m_view->headActivatedBeside(head); });
  menu->addSeparator();
  const HeadSet one = oneHead(head.of(m_attention));
  for (const Intervention& change : {Intervention(Ablate{one, Ablate::By::Zero, {}}),
                                     Intervention(Ablate{one, Ablate::By::Mean, {}}), Intervention(Uniform{one})}) {
    QAction* action = menu->addAction(keyless(changeName(change)));
    action->setToolTip(changeTerm(change));
    connect(action, &QAction::triggered, this, [this, change] { emit changeRequested(change); });
  }
  menu->popup(m_view->mapToGlobal(place));
}

QWidget* AtlasPane::buildFilter() {
  m_filter = named("headFilter", makeHeadQueryField());
  connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
    AtlasState atlas = m_workspace->atlas();
    atlas.filter = text.toStdString();
    m_workspace->setAtlas(atlas);
  });
  m_order = named("headOrder", new QToolButton);
  m_order->setIcon(themedIcon(QStringLiteral("sort")));
  m_order->setToolTip(tr("Head order"));
  m_order->setPopupMode(QToolButton::InstantPopup);
  m_order->setAutoRaise(true);
  auto* menu = new QMenu(m_order);
  const auto addOrder = [this, menu](const char* name, const QString& text, std::function<AtlasState()> order) {
    QAction* action = menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, [this, order = std::move(order)] { setOrder(order()); });
  };
  addOrder("orderByLayer", tr("By layer and head"), [] { return AtlasState(); });
  addOrder("orderByLikeness", tr("By similarity to selected head"),
           [this] { return AtlasState{m_workspace->selection()->head(), {}, {}}; });
  addOrder("orderBy_label", tr("By label"), [] { return AtlasState{{}, {}, "label"}; });
  menu->addSeparator();
  for (const HeadColumn& column : headColumns())
    addOrder(("orderBy_" + std::string(column.name)).c_str(), headColumnName(column),
             [by = std::string(column.name)] { return AtlasState{{}, {}, by}; });
  m_order->setMenu(menu);
  auto* bar = new QWidget;
  auto* row = makeBox<QHBoxLayout>(bar, readingMargins(8, 0, 4, 4), 2);
  row->addWidget(m_filter, 1);
  row->addWidget(m_order);
  return bar;
}

QWidget* AtlasPane::buildMarked() {
  m_markedBar = named("markedBar", new QWidget);
  m_markedText = named("quiet", new QLabel);
  auto* compare = named("compareMarked", new QToolButton);
  compare->setText(tr("Compare"));
  showAs(compare, m_compare);
  auto* together = makeTextButton(QStringLiteral("togetherMarked"), tr("Combine"), tr("The marked heads in one panel"),
                                  tr("The marked heads in one panel"));
  together->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(together);
  const std::pair<HeadCombination, QString> uses[] = {{HeadCombination::Overlay, tr("Overlay")},
                                              {HeadCombination::Mean, tr("Mean")},
                                              {HeadCombination::Max, tr("Maximum")}};
  for (const auto& [use, name] : uses)
    connect(menu->addAction(name), &QAction::triggered, this,
            [this, use = use] { emit togetherRequested(m_view->marked(), use); });
  together->setMenu(menu);
  auto* clear = makeIconButton(QStringLiteral("clearMarked"), QStringLiteral("close"), tr("Unmark all heads"),
                               tr("Unmark all heads"));
  connect(clear, &QToolButton::clicked, this, [this] { m_view->setMarked({}); });
  auto* column = makeBox<QVBoxLayout>(m_markedBar, readingMargins(12, 2, 4, 4), 0);
  column->addWidget(m_markedText);
  auto* row = new QHBoxLayout;
  row->setSpacing(2);
  row->addWidget(compare);
  row->addWidget(together);
  row->addStretch(1);
  row->addWidget(clear);
  column->addLayout(row);
  m_markedBar->hide();
  return m_markedBar;
}

void AtlasPane::compareMarked() {
  if (!m_view->marked().empty()) emit compareRequested(m_view->marked());
}

void AtlasPane::setOrder(AtlasState order) {
  order.filter = m_workspace->atlas().filter;
  m_workspace->setAtlas(order);
}

QString AtlasPane::orderWords() const {
  const AtlasState& atlas = m_workspace->atlas();
  return atlas.like         ? tr("similarity to %1").arg(headWords(*atlas.like))
         : atlas.by.empty() ? tr("layer and head")
                            : headOrderName(atlas.by);
}

void AtlasPane::showAtlas() {
  const AtlasState& atlas = m_workspace->atlas();
  if (m_filter->text().toStdString() != atlas.filter) {
    const QSignalBlocker block(m_filter);
    m_filter->setText(QString::fromStdString(atlas.filter));
  }
  m_order->setAccessibleName(tr("Order: %1").arg(orderWords()));
  const auto result = m_workspace->shownResults()[RunId{}];
  if (!result || !m_view->figure().maps()) return;
  HeadFinder::Wanted wanted{atlas.filter, {}, !atlas.by.empty()};
  if (atlas.like) wanted.like = nearestHead(*m_view->figure().maps(), *atlas.like);
  m_finder->find(wanted, result, m_attention);
  m_filter->setProblem(m_finder->problem());
  if (m_finder->isReady()) list(inOrder());
  showNote();
}

std::vector<HeadId> AtlasPane::inOrder() const {
  const AtlasState& atlas = m_workspace->atlas();
  const AttentionMaps& maps = *m_view->figure().maps();
  std::vector<HeadId> heads = maps.allHeads();
  const auto sortBy = [&heads](const auto& rank) {
    std::vector<std::pair<double, HeadId>> ranked;
    for (const HeadId head : heads) ranked.emplace_back(rank(head), head);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::transform(ranked.begin(), ranked.end(), heads.begin(), [](const auto& each) { return each.second; });
  };
  if (atlas.like) {
    const auto& alike = m_finder->likeness().at(nearestHead(maps, *atlas.like).of(AttentionType::Self));
    sortBy([&alike](HeadId head) { return alike.at(head.of(AttentionType::Self)); });
  } else if (atlas.by == "label") {
    // Heads without a label last.
    sortBy([this](HeadId head) {
      const HeadFacts* facts = m_finder->factsOf(head);
      return facts && facts->labelling.label != HeadLabel::None ? -static_cast<double>(facts->labelling.label)
                                                                : -INFINITY;
    });
  } else if (!atlas.by.empty()) {
    const HeadColumn& column = headColumn(atlas.by);
    sortBy([this, &column](HeadId head) {
      const HeadFacts* facts = m_finder->factsOf(head);
      const double value = facts ? column.value(*facts).value_or(-INFINITY) : -INFINITY;
      return std::isnan(value) ? -INFINITY : value;
    });
  }
  return heads;
}

void AtlasPane::list(const std::vector<HeadId>& inOrder) {
  const AtlasState& atlas = m_workspace->atlas();
  std::vector<HeadId> listed;
  for (const HeadId head : inOrder)
    if (m_finder->fits(head)) listed.push_back(head);
  m_noneFits = listed.empty();
  if (m_noneFits) listed = inOrder;
  const bool grid = !atlas.like && atlas.by.empty() && listed.size() == inOrder.size();
  m_view->setListed(grid ? std::vector<HeadId>() : listed);
  // What the heads are ordered by, and their labels where these are known.
  std::map<HeadId, QString> captions;
  for (const HeadId head : inOrder) {
    const HeadFacts* facts = m_finder->factsOf(head);
    if (!facts) continue;
    QStringList words;
    if (!atlas.by.empty() && atlas.by != "label") words << headNumber(headColumn(atlas.by).value(*facts));
    if (facts->labelling.label != HeadLabel::None) words << headLabelName(facts->labelling.label);
    captions[head.of(AttentionType::Self)] = words.join(u' ');
  }
  m_view->setCaptions(std::move(captions));
}

void AtlasPane::showNote() {
  const AtlasState& atlas = m_workspace->atlas();
  const QString problem = m_finder->problem();
  QStringList notes;
  if (!problem.isEmpty())
    notes << problem;
  else if (!m_finder->isReady())
    notes << tr("Measuring heads…");
  if (m_finder->isReady()) {
    if (atlas.like || !atlas.by.empty()) notes << tr("Order: %1").arg(orderWords()) + u'.';
    if (m_noneFits && problem.isEmpty()) notes << tr("No head matches “%1”.").arg(QString::fromStdString(atlas.filter));
  }
  notes << m_view->figure().markNotes();
  m_note->setProperty("level", problem.isEmpty() ? QString() : QStringLiteral("error"));
  restyle(m_note);
  m_note->setText(notes.join(QLatin1Char(' ')));
  m_note->setVisible(!notes.isEmpty());
}

void AtlasPane::showMarked() {
  QStringList names;
  for (const HeadId head : m_view->marked()) names << headNumbers(head);
  m_markedText->setText(tr("Marked: %1").arg(names.join(QStringLiteral(", "))));
  m_markedBar->setVisible(!names.isEmpty());
  m_compare->setEnabled(!names.isEmpty());
}

}  // namespace headlight
