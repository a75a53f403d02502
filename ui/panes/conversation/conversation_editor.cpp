#include "ui/panes/conversation/conversation_editor.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/panes/conversation/turn_row.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/text_field.h"

namespace headlight {
namespace {

/// How a conversation ends.
enum End { kWhole, kAnswerBegins, kContinues };

/// The turns take at most so much of the window: what they are about is below them.
constexpr double kMostOfWindow = 0.26;

}  // namespace

ConversationEditor::ConversationEditor(QWidget* parent) : QWidget(parent) {
  m_page = named("turns", new QWidget);
  m_column = makeBox<QVBoxLayout>(m_page, {0, 0, 0, 0}, 4);
  m_page->installEventFilter(this);
  m_scroll = named("turnsScroll", makeScroll(tr("Turns of the conversation"), m_page));
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_add = makeTextButton(QStringLiteral("addTurn"), tr("Add turn"), tr("Add turn"), tr("Add a turn at the end"));
  m_addSystem = makeTextButton(QStringLiteral("addSystemPrompt"), tr("System prompt"), tr("Add a system prompt"),
                               tr("Add a first turn that tells the model how to behave"));
  m_end = named("conversationEnd", new QComboBox);
  m_end->setAccessibleName(tr("End of the conversation"));
  m_end->setToolTip(tr("Where the model stops reading, and goes on when it generates"));
  m_end->addItems({tr("end after last turn"), tr("begin the answer"), tr("continue last turn")});
  auto* below = new QHBoxLayout;
  below->setSpacing(4);
  below->addWidget(m_add);
  below->addWidget(m_addSystem);
  below->addStretch(1);
  below->addWidget(m_end);
  auto* column = makeBox<QVBoxLayout>(this, {0, 0, 0, 0}, 4);
  column->addWidget(m_scroll);
  column->addLayout(below);
  connect(m_add, &QToolButton::clicked, this, [this] { add(m_rows.size(), nextRole(m_conversation)); });
  connect(m_addSystem, &QToolButton::clicked, this, [this] { add(0, "system"); });
  connect(m_end, &QComboBox::activated, this, &ConversationEditor::chooseEnd);
  showTurns();
}

void ConversationEditor::setConversation(const Conversation& conversation) {
  m_conversation = conversation;
  showTurns();
}

void ConversationEditor::setRoles(std::vector<std::string> roles) {
  if (roles == m_roles) return;
  m_roles = std::move(roles);
  showTurns();
}

void ConversationEditor::showTurns() {
  const std::vector<Turn> turns = turnsOf(m_conversation);
  while (m_rows.size() > turns.size()) {
    // It may be the one whose button was pressed.
    m_rows.back()->hide();
    m_rows.back()->deleteLater();
    m_column->removeWidget(m_rows.back());
    m_rows.pop_back();
  }
  while (m_rows.size() < turns.size()) m_rows.push_back(addRow());
  for (std::size_t i = 0; i < turns.size(); ++i) m_rows[i]->setTurn(turns[i], i, turns.size(), m_roles);
  m_addSystem->setVisible(turns.empty() || turns.front().role != "system");
  const QSignalBlocker block(m_end);
  m_end->setCurrentIndex(m_conversation.generatePrompt        ? kAnswerBegins
                         : m_conversation.continued.empty() ? kWhole
                                                            : kContinues);
  m_end->setEnabled(!turns.empty());
  setFocusProxy(m_rows.empty() ? static_cast<QWidget*>(m_add) : m_rows.back()->field());
  fitHeight();
}

TurnRow* ConversationEditor::addRow() {
  auto* row = new TurnRow;
  m_column->addWidget(row);
  connect(row, &TurnRow::textEdited, this, [this, row] {
    m_conversation = withText(m_conversation, numberOf(row), row->text());
    emit typed();
  });
  connect(row, &TurnRow::roleChosen, this,
          [this, row](const std::string& role) { take(withRole(m_conversation, numberOf(row), role)); });
  connect(row, &TurnRow::upRequested, this, [this, row] { swap(row, -1); });
  connect(row, &TurnRow::downRequested, this, [this, row] { swap(row, 1); });
  connect(row, &TurnRow::removalRequested, this, [this, row] { remove(row); });
  return row;
}

std::size_t ConversationEditor::numberOf(const TurnRow* row) const {
  return static_cast<std::size_t>(std::find(m_rows.begin(), m_rows.end(), row) - m_rows.begin());
}

void ConversationEditor::take(Conversation conversation) {
  if (turnsOf(conversation).empty()) conversation.continued.clear();
  m_conversation = std::move(conversation);
  showTurns();
  emit changed();
}

void ConversationEditor::add(std::size_t at, const std::string& role) {
  take(withNewTurn(m_conversation, at, role, {}));
  focusTurn(at);
}

void ConversationEditor::remove(const TurnRow* row) {
  const std::size_t at = numberOf(row);
  take(withoutTurn(m_conversation, at));
  if (m_rows.empty())
    m_add->setFocus();
  else
    focusTurn(std::min(at, m_rows.size() - 1));
}

void ConversationEditor::swap(const TurnRow* row, int by) {
  const std::size_t at = numberOf(row), to = at + static_cast<std::size_t>(by);
  if (to >= m_rows.size()) return;
  take(withSwapped(m_conversation, at, to));
  focusTurn(to);
}

void ConversationEditor::focusTurn(std::size_t at) {
  if (at >= m_rows.size()) return;
  m_rows[at]->field()->setFocus();
  m_scroll->ensureWidgetVisible(m_rows[at]);
}

void ConversationEditor::chooseEnd(int end) {
  Conversation conversation = m_conversation;
  conversation.generatePrompt = end == kAnswerBegins;
  if (end != kContinues)
    conversation.continued.clear();
  else if (conversation.continued.empty())
    conversation.continued = "content";
  take(std::move(conversation));
}

bool ConversationEditor::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_page && event->type() == QEvent::LayoutRequest) fitHeight();
  return QWidget::eventFilter(watched, event);
}

void ConversationEditor::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitHeight();
}

void ConversationEditor::fitHeight() {
  const int most = std::max(80, static_cast<int>(window()->height() * kMostOfWindow));
  m_scroll->setFixedHeight(std::min(m_column->sizeHint().height(), most));
  m_scroll->setVisible(!m_rows.empty());
}

}  // namespace headlight
