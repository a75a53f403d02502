#include "ui/panes/changes/changes_pane.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/intervention/grammar.h"
#include "core/model/architecture.h"
#include "core/model/model.h"
#include "ui/dialogs/changes/steering_form.h"
#include "ui/figures/token_label.h"
#include "ui/panes/changes/adapter_bar.h"
#include "ui/panes/changes/amount_slider.h"
#include "ui/panes/changes/change_line.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/reading/panel_sight.h"
#include "ui/reading/workspace_actions.h"
#include "ui/state/words/change_words.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

/// More rows are scrolled to.
constexpr int kHighestList = 320;

/// Of a mixture the layers that have experts, with how many as their head.
std::vector<HeadId> layersWithExperts(const Workspace& workspace) {
  std::vector<HeadId> layers;
  const auto& source = workspace.model();
  if (!source || !source->model) return layers;
  const auto add = [&layers](const Architecture& stack, AttentionType type) {
    for (std::size_t i = 0; i < stack.layers.size(); ++i)
      if (const auto& experts = stack.layers[i].experts)
        layers.push_back({static_cast<int>(i), static_cast<int>(experts->experts.size()), type});
  };
  const Architecture& d = source->model->description();
  add(d, AttentionType::Self);
  if (d.encoder) add(*d.encoder, AttentionType::Encoder);
  return layers;
}

}  // namespace

ChangesPane::ChangesPane(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
  setObjectName(QStringLiteral("changesPane"));
  makeActions();
  auto* column = makeBox<QVBoxLayout>(this, {0, 0, 0, 0}, 4);
  auto* adapter = new AdapterBar(workspace);
  connect(adapter, &AdapterBar::comparisonRequested, this, &ChangesPane::comparisonRequested);
  column->addWidget(adapter);
  m_hint = new QLabel(
      tr("Change what heads do and see how predictions react. Right-click a head or cell, or add a change here."));
  m_hint->setObjectName(QStringLiteral("quiet"));
  m_hint->setWordWrap(true);
  column->addWidget(m_hint);
  m_list = named("changeList", new QListWidget);
  m_list->setAccessibleName(tr("Changes: Space switches one on or off, F2 edits it, Delete removes it"));
  m_list->setWordWrap(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setResizeMode(QListView::Adjust);
  m_list->installEventFilter(this);
  column->addWidget(m_list);
  m_amount = new AmountSlider;
  column->addWidget(m_amount);
  connect(m_amount, &AmountSlider::amountChanged, this, [this](double amount) {
    std::vector<Change> changes = m_workspace->changes();
    const auto row = static_cast<std::size_t>(m_list->currentRow());
    if (row >= changes.size()) return;
    changes[row].what = withAmount(changes[row].what, amount);
    m_workspace->setChanges(std::move(changes));
  });
  m_line = named("changeLine", new ChangeLine);
  m_line->setAccessibleName(tr("Change command"));
  m_line->setPlaceholderText(tr("Or type one: ablate 2.1"));
  m_line->setToolTip(
      tr("ablate, mask, patch, scale, steer, temperature, uniform, cap, dropout, expert; separated by “;”"));
  m_line->installEventFilter(this);
  column->addWidget(m_line);
  m_problem = named("changeProblem", new QLabel);
  m_problem->setWordWrap(true);
  m_problem->hide();
  column->addWidget(m_problem);
  buildButtons(column);

  connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) { takeSwitch(m_list->row(item)); });
  connect(m_list, &QListWidget::itemDoubleClicked, this, [this](QListWidgetItem* item) { edit(m_list->row(item)); });
  connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
    m_edit->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    showAmount();
  });
  connect(m_line, &QLineEdit::textChanged, this, [this] { showProblem(false); });
  connect(m_line, &ChangeLine::entered, this, &ChangesPane::enter);
  connect(m_line, &ChangeLine::refused, this, [this] { showProblem(true); });
  connect(workspace, &Workspace::changesChanged, this, [this] {
    endEdit();
    showChanges();
  });
  connect(workspace, &Workspace::resultsChanged, this, &ChangesPane::showChanges);
  connect(workspace, &Workspace::modelChanged, this, &ChangesPane::showChanges);
  showChanges();
}

void ChangesPane::buildButtons(QVBoxLayout* column) {
  auto* add = named("addChange", new QToolButton);
  add->setText(tr("Add"));
  add->setIcon(themedIcon(QStringLiteral("add")));
  add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  add->setPopupMode(QToolButton::InstantPopup);
  add->setAccessibleName(tr("Add a change"));
  auto* menu = named("addChangeMenu", new QMenu(add));
  fillAddMenu(menu);
  add->setMenu(menu);
  m_edit = makeTextButton(QStringLiteral("editChange"), tr("Edit"), tr("Edit the marked change"),
                          tr("Edit the marked change as a command (F2)"));
  connect(m_edit, &QToolButton::clicked, this, [this] { edit(m_list->currentRow()); });
  m_remove = makeTextButton(QStringLiteral("removeChange"), tr("Remove"), tr("Remove the marked change"),
                            tr("Remove the marked change (Delete)"));
  connect(m_remove, &QToolButton::clicked, this, [this] { remove(m_list->currentRow()); });
  auto* row = new QHBoxLayout;
  row->setSpacing(2);
  row->addWidget(add);
  row->addStretch(1);
  row->addWidget(m_edit);
  row->addWidget(m_remove);
  m_edit->setEnabled(false);
  m_remove->setEnabled(false);
  column->insertLayout(column->indexOf(m_amount) + 1, row);
}

void ChangesPane::fillAddMenu(QMenu* menu) {
  menu->setToolTipsVisible(true);
  for (const ChangeFormRow& row : changeForms()) {
    QAction* action = menu->addAction(changeFormLabel(row.kind) + QStringLiteral("…"));
    action->setObjectName(QLatin1String(row.name));
    action->setToolTip(changeFormTerm(row.kind));
    connect(action, &QAction::triggered, this, [this, kind = row.kind] { openForm(kind); });
    if (row.kind == ChangeFormKind::Expert)
      enableWhile(m_workspace, {action}, [](const Workspace& w) { return !layersWithExperts(w).empty(); });
  }
  QAction* steer = menu->addAction(tr("Steer by texts…"));
  steer->setObjectName(QStringLiteral("addSteering"));
  steer->setToolTip(tr("Steering vector: a direction from two sets of texts"));
  connect(steer, &QAction::triggered, this, &ChangesPane::openSteering);
  enableWhile(m_workspace, {steer},
              [](const Workspace& w) { return w.model() && SteeringForm::reasonAgainst(*w.model()).isEmpty(); });
}

void ChangesPane::openSteering() {
  if (!m_workspace || !m_workspace->model()) return;
  auto* form = new SteeringForm(m_workspace->model(), this);
  form->setAttribute(Qt::WA_DeleteOnClose);
  connect(form, &SteeringForm::chosen, this, [this](const Intervention& change) {
    add({change});
    m_list->setCurrentRow(m_list->count() - 1);  // Its strength is what comes next.
    m_list->setFocus();
  });
  form->open();
}

void ChangesPane::showAmount() {
  const int row = m_list->currentRow();
  const std::vector<Change>& changes = m_workspace->changes();
  m_amount->setChange(row >= 0 && row < static_cast<int>(changes.size()) ? &changes[static_cast<std::size_t>(row)].what
                                                                         : nullptr);
}

void ChangesPane::openForm(ChangeFormKind kind) {
  if (!m_workspace) return;
  ChangeFormFacts facts;
  if (const auto& model = m_workspace->model()) {
    facts.layers = model->info.layers;
    facts.heads = model->info.heads;
    facts.kvHeads = model->info.kvHeads;
    facts.encoderLayers = model->info.encoderLayers;
    const auto stage = stageOf(m_attention);
    if (stage && *stage < static_cast<int>(model->info.stages.size())) {
      const auto& [layers, heads] = model->info.stages[static_cast<std::size_t>(*stage)];
      facts.layers = layers;
      facts.heads = facts.kvHeads = heads;
    }
  }
  facts.head = selectedHead(m_attention);
  if (m_panelHead && m_panelHead != facts.head) facts.panelHead = m_panelHead;
  if (const auto& result = m_workspace->result()) {
    // Of a stage its own tokens, which need not be those that are selected.
    const AttentionType own = stageOf(m_attention) ? m_attention : AttentionType::Self;
    const std::vector<Token>& tokens = mapsOf(own, *result)->queryTokens();
    if (&tokens == &result->maps->queryTokens()) facts.token = m_workspace->selection()->token();
    for (const Token& token : tokens) facts.tokens.push_back(tokenLabel(token));
  }
  if (const auto& result = m_workspace->result(); result && result->beside.contains(AttentionType::Encoder))
    for (const Token& token : result->beside.at(AttentionType::Encoder).maps->queryTokens())
      facts.sourceTokens.push_back(tokenLabel(token));
  facts.experts = layersWithExperts(*m_workspace);
  if (const auto& other = m_workspace->otherText()) facts.otherText = QString::fromStdString(other->text);
  auto* form = new ChangeForm(kind, facts, this);
  form->setAttribute(Qt::WA_DeleteOnClose);
  connect(form, &ChangeForm::chosen, this, [this](const Intervention& change) { add({change}); });
  form->open();
}

void ChangesPane::add(const std::vector<Intervention>& changes) {
  if (!m_workspace) return;
  std::vector<Change> all = m_workspace->changes();
  for (const Intervention& change : changes) all.push_back({change, true});
  m_workspace->setChanges(std::move(all));
}

void ChangesPane::change(const std::vector<Intervention>& changes) {
  if (!m_workspace || !m_workspace->model()) return;
  if (m_workspace->model()->stored) return emit refused();
  emit showRequested();
  add(changes);
}

void ChangesPane::write() {
  emit showRequested();
  m_line->setFocus(Qt::ShortcutFocusReason);
}

void ChangesPane::makeActions() {
  QAction* head =
      makeAction(this, {"switchHeadAction", tr("&Toggle head"), "Ctrl+K"}, [this] { switchSelectedHead(); });
  makeAction(this, {"writeChangeAction", tr("&Write a change"), "Ctrl+Shift+K"}, [this] { write(); });
  QAction* beforeAfter = makeAction(this,
                                    {"beforeAfterAction", tr("Show &before or after"), "Ctrl+Shift+A"},
                                    [this] { switchBeforeAfter(); });
  QAction* difference = makeAction(this,
                                   {"showDifferenceAction", tr("Show the &difference"), "Ctrl+Shift+E"},
                                   [this] { m_workspace->changes().empty() ? write() : differenceRequested(); });
  enableWhile(m_workspace, {head, beforeAfter, difference}, hasModel);
}

HeadId ChangesPane::selectedHead(AttentionType attention) const {
  const HeadId head = m_workspace->selection()->head().of(attention);
  const auto& result = m_workspace->result();
  return result ? nearestHead(*mapsOf(attention, *result), head) : head;
}

void ChangesPane::switchSelectedHead() {
  if (!m_workspace) return;
  const Intervention off = switchedOff(selectedHead(m_attention));
  std::vector<Change> changes = m_workspace->changes();
  const auto found = std::find_if(changes.begin(), changes.end(), [&](const Change& c) { return c.what == off; });
  if (found == changes.end()) return change({off});
  changes.erase(found);
  m_workspace->setChanges(std::move(changes));
}

void ChangesPane::switchBeforeAfter() {
  if (!m_workspace) return;
  if (changesIn(m_workspace->state()).empty()) return write();
  m_workspace->setShowsChanges(!m_workspace->state().showsChanges);
}

QStringList ChangesPane::reasons() const {
  const std::vector<Change>& changes = m_workspace->changes();
  QStringList reasons;
  for (std::size_t i = 0; i < changes.size(); ++i) reasons << QString();
  const auto& result = m_workspace->results()[RunId{0, 0, true}];
  if (!result || result->request.changes != changesIn(m_workspace->state())) return reasons;
  // The reading counts only those that are on.
  std::vector<qsizetype> rows;
  for (std::size_t i = 0; i < changes.size(); ++i)
    if (changes[i].on) rows.push_back(static_cast<qsizetype>(i));
  for (const RejectedChange& misfit : result->misfits) {
    QString why = QString::fromStdString(misfit.why);
    if (why.startsWith(QStringLiteral("intervention: "))) why = why.mid(14);
    reasons[rows[misfit.change]] = why;
  }
  return reasons;
}

void ChangesPane::showChanges() {
  if (!m_workspace) return;
  const std::vector<Change>& changes = m_workspace->changes();
  const QStringList why = reasons();
  std::vector<Token> tokens;
  if (const auto& result = m_workspace->result()) tokens = result->maps->queryTokens();
  m_showing = true;
  while (m_list->count() > static_cast<int>(changes.size())) delete m_list->takeItem(m_list->count() - 1);
  while (m_list->count() < static_cast<int>(changes.size())) m_list->addItem(new QListWidgetItem);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    QListWidgetItem* item = m_list->item(static_cast<int>(i));
    const QString& reason = why[static_cast<qsizetype>(i)];
    const QString name = changeName(changes[i].what, tokens);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(changes[i].on ? Qt::Checked : Qt::Unchecked);
    item->setText(reason.isEmpty() ? name : tr("%1\nNot applied: %2").arg(name, reason));
    const bool acts = changes[i].on && reason.isEmpty();
    item->setData(Qt::ForegroundRole,
                  acts ? QVariant() : QVariant::fromValue(QBrush(headlight::palette(currentTheme()).muted)));
    item->setToolTip(tr("%1\n%2").arg(changeTerm(changes[i].what), QString::fromStdString(textOf(changes[i].what))));
    item->setData(Qt::AccessibleTextRole, changes[i].on ? item->text() : tr("%1, switched off").arg(item->text()));
  }
  m_showing = false;
  QStringList words;
  for (const Token& token : tokens) words << tokenLabel(token);
  m_line->setFacts({words,
                    m_workspace->otherText() ? QString::fromStdString(m_workspace->otherText()->text) : QString(),
                    m_workspace->model() && m_workspace->model()->info.encoderLayers > 0,
                    m_workspace->model() && m_workspace->model()->info.readsPicturesInText,
                    m_workspace->model() && m_workspace->model()->info.stages.size() > 1});
  m_list->setVisible(!changes.empty());
  m_hint->setVisible(changes.empty());
  showAmount();
  fitList();
}

void ChangesPane::fitList() {
  if (m_list->count() == 0) return;
  m_list->doItemsLayout();
  const int high = m_list->visualItemRect(m_list->item(m_list->count() - 1)).bottom() -
                   m_list->visualItemRect(m_list->item(0)).top() + 3;
  if (const int wanted = std::min(high, kHighestList); m_list->height() != wanted) m_list->setFixedHeight(wanted);
}

void ChangesPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  // Colours are those of the theme.
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) showChanges();
}

void ChangesPane::takeSwitch(int row) {
  if (m_showing || !m_workspace || row < 0) return;
  std::vector<Change> changes = m_workspace->changes();
  changes[static_cast<std::size_t>(row)].on = m_list->item(row)->checkState() == Qt::Checked;
  m_workspace->setChanges(std::move(changes));
}

void ChangesPane::remove(int row) {
  if (!m_workspace || row < 0) return;
  std::vector<Change> changes = m_workspace->changes();
  changes.erase(changes.begin() + row);
  m_workspace->setChanges(std::move(changes));
}

void ChangesPane::edit(int row) {
  if (!m_workspace || row < 0) return;
  m_edited = row;
  m_line->setText(QString::fromStdString(textOf(m_workspace->changes()[static_cast<std::size_t>(row)].what)));
  m_line->setFocus();
  m_line->selectAll();
}

void ChangesPane::endEdit() {
  if (!m_edited) return;
  m_edited.reset();
  m_line->clear();
}

void ChangesPane::enter(const std::vector<Intervention>& entered) {
  if (!m_workspace) return;
  if (!m_edited) {
    add(entered);
    m_line->clear();
    return;
  }
  std::vector<Change> changes = m_workspace->changes();
  const auto at = changes.begin() + *m_edited;
  const bool on = at->on;
  std::vector<Change> instead;
  for (const Intervention& change : entered) instead.push_back({change, on});
  changes.insert(changes.erase(at), instead.begin(), instead.end());
  endEdit();
  m_workspace->setChanges(std::move(changes));
}

void ChangesPane::showProblem(bool refused) {
  const QString problem = m_line->problem();
  m_problem->setText(problem);
  m_problem->setVisible(!problem.isEmpty());
  // While it is being typed a change is not wrong yet.
  m_problem->setProperty("level", refused ? QStringLiteral("error") : QStringLiteral("hint"));
  restyle(m_problem);
}

bool ChangesPane::eventFilter(QObject* watched, QEvent* event) {
  // Narrower, its rows are higher.
  if (watched == m_list && event->type() == QEvent::Resize &&
      static_cast<QResizeEvent*>(event)->size().width() != static_cast<QResizeEvent*>(event)->oldSize().width())
    QMetaObject::invokeMethod(this, &ChangesPane::fitList, Qt::QueuedConnection);
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == m_line && key == Qt::Key_Escape && m_edited) {
      endEdit();
      m_list->setFocus();
      return true;
    }
    if (watched == m_list) {
      if (key == Qt::Key_Delete || key == Qt::Key_Backspace) return remove(m_list->currentRow()), true;
      if (key == Qt::Key_F2 || key == Qt::Key_Return || key == Qt::Key_Enter) return edit(m_list->currentRow()), true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace headlight
