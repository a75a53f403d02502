#include "ui/panes/conversation/turn_row.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/text_field.h"

namespace headlight {

TurnRow::TurnRow(QWidget* parent) : QWidget(parent) {
  m_role = new QComboBox;
  m_role->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_text = new TextField;
  m_up = makeIconButton({}, QStringLiteral("up"), tr("Move turn up"), tr("Move turn up"));
  m_down = makeIconButton({}, QStringLiteral("down"), tr("Move turn down"), tr("Move turn down"));
  m_remove = makeIconButton({}, QStringLiteral("close"), tr("Remove turn"), tr("Remove turn"));
  auto* row = makeBox<QHBoxLayout>(this, {0, 0, 0, 0}, 4);
  row->addWidget(m_role, 0, Qt::AlignTop);
  row->addWidget(m_text, 1, Qt::AlignTop);
  for (QToolButton* button : {m_up, m_down, m_remove}) row->addWidget(button, 0, Qt::AlignTop);
  setFocusProxy(m_text);
  connect(m_role, &QComboBox::activated, this, [this] { emit roleChosen(m_role->currentText().toStdString()); });
  connect(m_text, &QPlainTextEdit::textChanged, this, &TurnRow::textEdited);
  connect(m_up, &QToolButton::clicked, this, &TurnRow::upRequested);
  connect(m_down, &QToolButton::clicked, this, &TurnRow::downRequested);
  connect(m_remove, &QToolButton::clicked, this, &TurnRow::removalRequested);
}

void TurnRow::setTurn(const Turn& turn, std::size_t number, std::size_t count, const std::vector<std::string>& roles) {
  const QSignalBlocker blockRole(m_role), blockText(m_text);
  setObjectName(QStringLiteral("turn%1").arg(number));
  m_role->setObjectName(QStringLiteral("role%1").arg(number));
  m_text->setObjectName(QStringLiteral("turnText%1").arg(number));
  m_up->setObjectName(QStringLiteral("turnUp%1").arg(number));
  m_down->setObjectName(QStringLiteral("turnDown%1").arg(number));
  m_remove->setObjectName(QStringLiteral("removeTurn%1").arg(number));
  const QString role = QString::fromStdString(turn.role);
  QStringList known;
  for (const std::string& each : roles) known << QString::fromStdString(each);
  if (!known.contains(role)) known << role;
  QStringList there;
  for (int i = 0; i < m_role->count(); ++i) there << m_role->itemText(i);
  if (there != known) {
    m_role->clear();
    m_role->addItems(known);
  }
  m_role->setCurrentText(role);
  m_role->setAccessibleName(tr("Role of turn %1").arg(number + 1));
  m_role->setToolTip(tr("Who speaks"));
  m_text->setAccessibleName(tr("Turn %1, %2").arg(number + 1).arg(role));
  m_text->setPlaceholderText(tr("What %1 says").arg(role));
  m_text->setReadOnly(!turn.isText);
  m_text->setToolTip(!turn.isText ? tr("This turn has parts other than text. It stays as it is.")
                     : turn.hasMore
                         ? tr("This turn has more than its text, such as calls of tools. That stays as it is.")
                         : QString());
  m_text->replaceText(QString::fromStdString(turn.text));
  m_up->setEnabled(number > 0);
  m_down->setEnabled(number + 1 < count);
}

std::string TurnRow::text() const { return m_text->toPlainText().toStdString(); }

}  // namespace headlight
