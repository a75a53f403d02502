#include "ui/panels/panel_menu.h"

#include "ui/figures/head_words.h"
#include "ui/panels/lens_bar.h"
#include "ui/panels/panel_header.h"
#include "ui/reading/comparing_panels.h"
#include "ui/state/panel_kind.h"
#include "ui/state/words/change_words.h"
#include "ui/state/words/method_words.h"
#include "ui/widgets/theme.h"

namespace headlight {

std::vector<RunId> Sources::runs() const {
  std::vector<RunId> runs;
  for (std::size_t i = 0; i < kRuns; ++i)
    if (const RunId run = runAt(i);
        (run.model == 0 || !otherModel.isEmpty()) && (run.text == 0 || otherText) && (!run.changed || changes))
      runs.push_back(run);
  return runs;
}

QString Sources::name(RunId run) const {
  const QString text = run.text == 0 ? PanelMenu::tr("text A") : PanelMenu::tr("text B");
  QString name = run.model == 0 ? model : otherModel;
  if (otherModel == model) name = PanelMenu::tr("%1 (%2)").arg(name).arg(run.model + 1);
  QStringList parts;
  if (!otherModel.isEmpty()) parts << name;
  if (otherModel.isEmpty() ? otherText || !changes : otherText) parts << text;
  if (changes) parts << (run.changed ? PanelMenu::tr("with changes") : PanelMenu::tr("without changes"));
  return parts.join(QStringLiteral(", "));
}

PanelMenu::PanelMenu(QWidget* parent) : QMenu(parent) {
  setObjectName(QStringLiteral("panelMenu"));
  setToolTipsVisible(true);
}

template <class Change>
QAction* PanelMenu::add(QMenu& menu, const QString& name, std::optional<bool> checked, Change change) {
  QAction* action = menu.addAction(name);
  action->setCheckable(checked.has_value());
  action->setChecked(checked.value_or(false));
  connect(action, &QAction::triggered, this, [this, change](bool on) {
    PanelState wanted = m_state;
    change(wanted, on);
    emit stateRequested(wanted);
  });
  return action;
}

void PanelMenu::fill(const PanelState& state, const PanelFacts& facts) {
  m_state = state;
  clear();
  qDeleteAll(findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));  // clear() leaves the submenus.
  QMenu* kinds = addMenu(tr("&View as"));
  for (const PanelKindRow& row : panelKinds()) {
    QAction* action = add(*kinds, panelKindLabel(row.kind), row.kind == state.kind,
                          [kind = row.kind](PanelState& s, bool) { s.kind = kind; });
    action->setIcon(themedIcon(QString::fromLatin1(row.icon)));
    action->setEnabled((row.has.difference || !state.minus) &&
                       (row.has.cross || state.attention != AttentionType::Cross));
  }
  if (!facts.attentions.empty()) {
    QMenu* attention = addMenu(tr("A&ttention"));
    attention->setObjectName(QStringLiteral("attentionMenu"));
    for (const AttentionType type : facts.attentions)
      add(*attention, attentionName(type), type == state.attention,
          [type](PanelState& s, bool) { takeAttention(s, type); });
  }
  addSources(facts);
  QMenu* methodMenu = addMenu(tr("Met&hod"));
  methodMenu->setObjectName(QStringLiteral("methodMenu"));
  methodMenu->setToolTipsVisible(true);
  methodMenu->setEnabled(state.attention == AttentionType::Self);
  for (const MethodInfo& info : methods())
    add(*methodMenu, methodName(info.method), info.method == state.method, [method = info.method](PanelState& s, bool) {
      s.method = method;
    })->setToolTip(methodExplanation(info.method));
  fillLensMenu(*addMenu(tr("&Lenses")), [this](const PanelLens& lens) {
    PanelState wanted = m_state;
    wanted.lenses.push_back(lens);
    emit stateRequested(wanted);
  });
  addSettings(facts);
  addChanges(facts);
  addCommands(facts);
}

void PanelMenu::addSources(const PanelFacts& facts) {
  const std::vector<RunId> runs = facts.sources.runs();
  if (runs.size() > 1) {
    QMenu* shown = addMenu(tr("&Show"));
    for (const RunId run : runs)
      add(*shown, keyless(facts.sources.name(run)), run == m_state.source, [run](PanelState& s, bool) {
        s.source = run;
        if (s.minus && s.minus->source == run && !s.minus->head) s.minus.reset();
      });
  }
  QMenu* minus = addMenu(tr("S&ubtract"));
  add(*minus, tr("Zero"), !m_state.minus, [](PanelState& s, bool) { s.minus.reset(); });
  for (const RunId run : runs)
    if (run != m_state.source)
      add(*minus, keyless(facts.sources.name(run)), m_state.minus == PanelMinus{run, {}},
          [run](PanelState& s, bool) { s = differencePanel(s, run); });
  const HeadId selected = facts.selected, shown = facts.head;
  QAction* head = add(*minus, tr("%1, selected in the atlas").arg(headTitle(selected)),
                      m_state.minus && m_state.minus->head == selected, [selected, shown](PanelState& s, bool) {
                        s = differencePanel(s, s.source, selected);
                        s.pinned = shown;
                      });
  head->setEnabled(selected != shown.of(AttentionType::Self));
  head->setToolTip(tr("Pin this panel's head, select another in the atlas, then subtract it here."));
}

void PanelMenu::addSettings(const PanelFacts& facts) {
  const PanelSettings& has = panelKind(m_state.kind).has;
  if (has.scale) {
    QMenu* scales = addMenu(tr("&Colour scale"));
    for (const ScaleKind scale : {ScaleKind::Linear, ScaleKind::Sqrt, ScaleKind::Log})
      add(*scales, scaleName(scale), scale == m_state.scale, [scale](PanelState& s, bool) { s.scale = scale; });
    scales->addSeparator();
    const ScaleRange shown = styledFor(m_state, FigureStyle()).range;
    for (const auto& [range, name] : {std::pair(ScaleRange::Common, tr("0 to 1, same for all heads")),
                                      std::pair(ScaleRange::PerHead, tr("Up to this head's maximum"))})
      add(*scales, name, range == shown, [range = range](PanelState& s, bool) { s.range = range; });
  }
  if (has.direction) {
    QMenu* directions = addMenu(tr("Di&rection"));
    for (const Direction direction : {Direction::Gives, Direction::Receives})
      add(*directions, directionName(direction), direction == m_state.direction,
          [direction](PanelState& s, bool) { s.direction = direction; });
  }
  if (has.flow) {
    QMenu* flows = addMenu(tr("La&yer shown as"));
    for (const FlowWeights flow : {FlowWeights::Mean, FlowWeights::Head, FlowWeights::Rollout})
      add(*flows, flowName(flow), flow == m_state.flow, [flow](PanelState& s, bool) { s.flow = flow; });
  }
  if (has.experts) {
    QMenu* pictures = addMenu(tr("Expe&rts shown as"));
    for (const ExpertsPicture picture : {ExpertsPicture::Grid, ExpertsPicture::Load, ExpertsPicture::Text})
      add(*pictures, expertsName(picture), picture == m_state.experts,
          [picture](PanelState& s, bool) { s.experts = picture; });
    add(*this, tr("Show all experts"), !m_state.expert, [](PanelState& s, bool) {
      s.expert.reset();
    })->setEnabled(m_state.expert.has_value());
  }
  addSeparator();
  if (has.wholeLayer)
    add(*this, tr("&All heads of the layer"), m_state.wholeLayer, [](PanelState& s, bool on) {
      s.wholeLayer = on;
    })->setEnabled(facts.heads);
  if (has.sinks)
    add(*this, tr("Se&parate sink"), m_state.sinksApart, [](PanelState& s, bool on) { s.sinksApart = on; });
  if (has.image) add(*this, tr("Smooth&ed"), m_state.smooth, [](PanelState& s, bool on) { s.smooth = on; });
  add(*this, tr("P&in head"), m_state.pinned.has_value(),
      [head = facts.head](PanelState& s, bool on) { s.pinned = on ? std::optional(head) : std::nullopt; });
  add(*this, tr("Li&nked"), m_state.linked, [](PanelState& s, bool on) { s.linked = on; });
}

void PanelMenu::addChanges(const PanelFacts& facts) {
  if (facts.changes.empty()) return;
  addSeparator();
  QMenu* menu = addMenu(tr("Chan&ge the model"));
  menu->setObjectName(QStringLiteral("changeMenu"));
  menu->setToolTipsVisible(true);
  for (const Intervention& change : facts.changes) {
    QAction* action = menu->addAction(keyless(changeName(change, facts.tokens)));
    action->setToolTip(changeTerm(change));
    connect(action, &QAction::triggered, this, [this, change] { emit changeRequested(change); });
  }
}

void PanelMenu::addCommands(const PanelFacts& facts) {
  addSeparator();
  connect(addAction(facts.maximised ? tr("R&estore") : tr("&Maximise")), &QAction::triggered, this,
          &PanelMenu::maximiseRequested);
  QAction* look = addAction(tr("Apply this loo&k to all panels"));
  look->setObjectName(QStringLiteral("lookAction"));
  look->setEnabled(facts.closable);
  look->setToolTip(tr("Colour scale, sinks, smallest weight, direction"));
  connect(look, &QAction::triggered, this, &PanelMenu::lookRequested);
  QAction* note = addAction(tr("N&ote"));
  note->setObjectName(QStringLiteral("noteAction"));
  connect(note, &QAction::triggered, this, &PanelMenu::noteRequested);
  connect(addAction(tr("Move &back")), &QAction::triggered, this, [this] { emit moveRequested(-1); });
  connect(addAction(tr("Move &forward")), &QAction::triggered, this, [this] { emit moveRequested(1); });
  addSeparator();
  connect(addAction(tr("E&xport figure…")), &QAction::triggered, this, &PanelMenu::exportRequested);
  QAction* close = addAction(tr("Close panel"));
  close->setEnabled(facts.closable);
  connect(close, &QAction::triggered, this, &PanelMenu::closeRequested);
}

}  // namespace headlight
