#include "ui/panes/changes/changes_badge.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/state/words/change_words.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {

ChangesBadge::ChangesBadge(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
  setObjectName(QStringLiteral("changesBadge"));
  setAccessibleName(tr("Changes to the model"));
  m_count = named("changesCount", new QToolButton);
  m_count->setToolTip(tr("Show the list of changes"));
  m_count->setAccessibleName(m_count->toolTip());
  connect(m_count, &QToolButton::clicked, this, &ChangesBadge::listRequested);
  const auto makeSwitch = [this](const QString& objectName, const QString& text, const QString& tip, bool changed) {
    QToolButton* button = makeTextButton(objectName, text, tip, tip);
    button->setCheckable(true);
    connect(button, &QToolButton::clicked, this, [this, changed] {
      if (m_workspace) m_workspace->setShowsChanges(changed);
      showChanges();
    });
    return button;
  };
  m_before = makeSwitch(QStringLiteral("showBefore"), tr("Before"),
                        tr("Show everything without the changes"), false);
  m_after = makeSwitch(QStringLiteral("showAfter"), tr("After"),
                       tr("Show everything with the changes"), true);
  auto* group = new QButtonGroup(this);
  group->addButton(m_before);
  group->addButton(m_after);
  m_names = named("quiet", new QLabel);
  m_names->setTextFormat(Qt::PlainText);
  m_names->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  auto* row = makeBox<QHBoxLayout>(this, {0, 0, 0, 0}, 4);
  row->addWidget(m_count);
  row->addWidget(m_before);
  row->addWidget(m_after);
  row->addSpacing(4);
  row->addWidget(m_names, 1);
  for (const auto changed : {&Workspace::changesChanged, &Workspace::resultsChanged})
    connect(workspace, changed, this, &ChangesBadge::showChanges);
  showChanges();
}

void ChangesBadge::showChanges() {
  if (!m_workspace) return;
  const WorkspaceState state = m_workspace->state();
  const std::vector<Intervention> on = changesIn(state);
  setVisible(!on.empty());
  if (on.empty()) return;
  std::vector<Token> tokens;
  if (const auto& result = m_workspace->result()) tokens = result->maps->queryTokens();
  QStringList names;
  for (const Intervention& change : on) names << changeName(change, tokens);
  QString count = on.size() == 1 ? tr("1 change") : tr("%1 changes").arg(on.size());
  const auto& changed = m_workspace->results()[RunId{0, 0, true}];
  if (changed && changed->request.changes == on && !changed->misfits.empty())
    count += tr(", %1 without effect").arg(changed->misfits.size());
  m_count->setText(count);
  m_count->setAccessibleName(tr("%1: %2").arg(count, names.join(QStringLiteral(", "))));
  m_before->setChecked(!state.showsChanges);
  m_after->setChecked(state.showsChanges);
  m_allNames = names.join(QStringLiteral(" · "));
  m_names->setToolTip(names.join(u'\n'));
  elide();
}

void ChangesBadge::elide() {
  m_names->setText(m_names->fontMetrics().elidedText(m_allNames, Qt::ElideRight, m_names->width()));
}

void ChangesBadge::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  elide();
}

}  // namespace headlight
