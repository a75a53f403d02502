#include "ui/panes/text_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panes/conversation/conversation_editor.h"
#include "ui/panes/text_line.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

/// How long typing must rest before it is read: never before the keys of one stroke have come, and never so late that
/// the pictures no longer seem to follow.
constexpr qint64 kShortestPauseMs = 10, kLongestPauseMs = 150;

QToolButton* makeTextSwitch(const QString& objectName, const QString& text, const QString& tip) {
  QToolButton* button = makeTextButton(objectName, text, text, tip);
  button->setCheckable(true);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  return button;
}

}  // namespace

TextBar::TextBar(QWidget* parent) : QWidget(parent) {
  m_line = new TextLine({});
  m_otherLine = new TextLine(QStringLiteral("B"));
  m_otherLine->hide();
  m_ids = named("tokenIds", new TextField);
  m_ids->setAccessibleName(tr("Token ids"));
  m_ids->setPlaceholderText(tr("Type token ids: 101 2023 102"));
  m_ids->hide();
  m_turns = named("conversation", new ConversationEditor);
  m_turns->hide();
  makeActions();
  m_conversationButton =
      makeTextSwitch(QStringLiteral("conversationButton"), tr("Conversation"), tipOf(*m_conversation));
  m_pairButton = makeTextSwitch(QStringLiteral("pairButton"), tr("Second text"),
                                tr("A pair in one input: the model reads both texts together"));
  m_compareButton = makeTextSwitch(QStringLiteral("compareButton"), tr("Compare"), tipOf(*m_compare));

  m_notice = named("notice", new QLabel);
  m_notice->setTextFormat(Qt::PlainText);
  m_notice->setWordWrap(true);
  m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_notice->hide();

  m_written = named("writtenText", new QLabel);
  m_written->setTextFormat(Qt::PlainText);
  m_written->setMinimumWidth(1);
  QFont face = m_written->font();
  face.setItalic(true);
  m_written->setFont(face);
  m_keep = named("keepWritten", new QToolButton);
  auto* behind = new QHBoxLayout;
  behind->addWidget(m_written, 1);
  behind->addWidget(m_keep);
  for (QWidget* part : {static_cast<QWidget*>(m_written), static_cast<QWidget*>(m_keep)}) part->hide();

  m_lines = new QVBoxLayout;
  m_lines->setSpacing(4);
  m_lines->addWidget(m_line);
  m_lines->addWidget(m_turns);
  m_lines->addLayout(behind);
  m_lines->addWidget(m_otherLine);
  m_lines->addWidget(m_ids);
  m_lines->addStretch(1);
  auto* fields = new QHBoxLayout;
  fields->setSpacing(4);
  fields->addLayout(m_lines, 1);
  fields->addSpacing(4);
  fields->addWidget(m_conversationButton, 0, Qt::AlignTop);
  fields->addWidget(m_pairButton, 0, Qt::AlignTop);
  fields->addWidget(m_compareButton, 0, Qt::AlignTop);
  auto* column = makeBox<QVBoxLayout>(this, {0, 0, 0, 0}, 4);
  column->addLayout(fields);
  column->addWidget(m_notice);

  m_pause.setParent(this);
  m_pause.setObjectName("textPause");
  m_pause.setSingleShot(true);
  m_pause.setInterval(kLongestPauseMs);
  connect(&m_pause, &QTimer::timeout, this, &TextBar::tell);
  for (TextLine* line : {m_line, m_otherLine}) connect(line, &TextLine::edited, this, &TextBar::startWaiting);
  connect(m_ids, &QPlainTextEdit::textChanged, this, &TextBar::startWaiting);
  for (TextField* field : {m_line->textField(), m_line->pairField(), m_otherLine->textField(), m_ids})
    connect(field, &TextField::mediaPasted, this, &TextBar::mediaPasted);
  connect(m_turns, &ConversationEditor::typed, this, &TextBar::startWaiting);
  connect(m_turns, &ConversationEditor::changed, this, [this] {
    endWaiting();
    emit conversationEdited(Shared<Conversation>(m_turns->conversation()), Origin::Person);
  });
  connect(m_conversationButton, &QToolButton::clicked, m_conversation, &QAction::trigger);
  connect(m_pairButton, &QToolButton::toggled, this, [this](bool shown) {
    showLines();
    (shown ? m_line->pairField() : m_line->textField())->setFocus();
    tell();
  });
  connect(m_compareButton, &QToolButton::toggled, this, [this](bool shown) {
    if (shown) m_otherLine->setInput(m_line->input());
    showLines();
    (shown ? m_otherLine : m_line)->setFocus();
    if (shown) m_otherLine->selectText();
    tell();
  });
  showLines();
}

void TextBar::makeActions() {
  makeAction(this, {"focusTextAction", tr("Go to &text"), "Ctrl+L"}, [this] { setFocus(Qt::ShortcutFocusReason); });
  m_conversation =
      makeAction(this,
                 {"conversationAction", tr("Conv&ersation"), "Ctrl+Alt+L",
                  tr("Write in turns: the model's chat template makes a text of them; again for a plain text")},
                 [this] { switchConversation(); });
  m_compare = makeAction(
      this, {"compareTextsAction", tr("Co&mpare texts"), "Ctrl+B", tr("Compare with a second text (starts as a copy)")},
      [this] { m_compareButton->toggle(); });
}

TextInput TextBar::text() const { return m_line->input(); }

std::optional<TextInput> TextBar::otherText() const {
  if (!m_compareButton->isChecked()) return {};
  return m_otherLine->input();
}

void TextBar::setTexts(const TextInput& text, const std::optional<TextInput>& other) {
  const QSignalBlocker blockPair(m_pairButton), blockCompare(m_compareButton);
  m_pairButton->setChecked(text.pair.has_value() || (other && other->pair));
  m_compareButton->setChecked(other.has_value());
  m_line->setInput(text);
  m_otherLine->setInput(other.value_or(TextInput()));
  showLines();
  endWaiting();
}

bool TextBar::inTurns() const { return m_inTurns && m_reads != Reads::Nothing; }

void TextBar::setConversation(const std::optional<Shared<Conversation>>& conversation) {
  m_inTurns = conversation.has_value();
  m_kept.reset();
  m_turns->setConversation(conversation ? **conversation : Conversation());
  showLines();
  endWaiting();
}

void TextBar::setChat(const ChatTemplates* chat, const QString& model) {
  m_hasChat = chat != nullptr;
  m_model = model;
  if (chat) m_turns->setRoles(chat->roles());
  showLines();
}

void TextBar::switchConversation() {
  flush();
  if (m_inTurns) {
    Conversation kept = m_turns->conversation();
    emit conversationEdited({}, Origin::Person);
    m_kept = std::move(kept);
    return setFocus();
  }
  m_conversationButton->setChecked(false);
  if (m_model.isEmpty()) return;
  if (!m_hasChat) return emit refused(tr("%1 has no chat template, so it reads plain text only.").arg(m_model));
  Conversation conversation = m_kept.value_or(Conversation());
  if (turnsOf(conversation).empty()) {
    conversation = withNewTurn({}, 0, "user", *m_line->input().text);
    conversation.generatePrompt = true;
  }
  emit conversationEdited(Shared<Conversation>(std::move(conversation)), Origin::Person);
  m_turns->setFocus();
}

void TextBar::setNotice(const Notice& notice) {
  static const char* const levels[] = {"none", "hint", "warning", "error"};
  m_notice->setVisible(notice.level != Notice::Level::None);
  m_notice->setText(notice.text);
  m_notice->setAccessibleName(notice.text);
  m_notice->setProperty("level", levels[static_cast<int>(notice.level)]);
  restyle(m_notice);
}

void TextBar::setRunTime(qint64 milliseconds) {
  m_pause.setInterval(static_cast<int>(std::clamp(milliseconds, kShortestPauseMs, kLongestPauseMs)));
}

void TextBar::setEditable(bool editable, const QString& why) {
  m_conversation->setEnabled(editable);
  for (QWidget* part : std::initializer_list<QWidget*>{m_line, m_otherLine, m_turns, m_conversationButton, m_pairButton,
                                                       m_compareButton})
    part->setEnabled(editable);
  m_compare->setEnabled(editable && m_reads == Reads::Text);
  setToolTip(editable ? QString() : why);
}

void TextBar::flush() {
  if (m_pause.isActive()) tell();
}

void TextBar::setReads(Reads reads) {
  if (reads == m_reads) return;
  m_reads = reads;
  // What had the keyboard may give way to another field.
  const bool typed = isAncestorOf(window()->focusWidget()) && qobject_cast<TextField*>(window()->focusWidget());
  showLines();
  if (typed && reads != Reads::Nothing) setFocus();
}

void TextBar::setMedia(QWidget* media) { m_lines->insertWidget(0, media); }

void TextBar::setIds(const std::string& ids) {
  const QSignalBlocker block(m_ids);
  m_ids->replaceText(QString::fromStdString(ids));
  endWaiting();
}

void TextBar::setKeep(QAction* keep) {
  m_keep->setText(nameOf(*keep));
  showAs(m_keep, keep);
}

void TextBar::setWritten(const QString& text) {
  QString line = text;
  m_written->setText(tr("Generated: %1").arg(line.replace(u'\n', u' ')));
  m_written->setToolTip(text);
  m_written->setVisible(!text.isEmpty());
  m_keep->setVisible(!text.isEmpty());
}

void TextBar::showLines() {
  const bool pair = m_pairButton->isChecked(), compares = m_compareButton->isChecked();
  for (TextLine* line : {m_line, m_otherLine}) line->setPairShown(pair);
  const bool text = m_reads == Reads::Text && !inTurns();
  m_line->setVisible(text);
  m_turns->setVisible(inTurns());
  m_otherLine->setVisible(text && compares);
  m_ids->setVisible(m_reads == Reads::Ids && !inTurns());
  m_conversationButton->setVisible(inTurns() || (m_reads == Reads::Text && m_hasChat));
  m_conversationButton->setChecked(inTurns());
  m_conversationButton->setIcon(themedIcon(inTurns() ? QStringLiteral("remove") : QStringLiteral("conversation")));
  setFocusProxy(inTurns()               ? static_cast<QWidget*>(m_turns)
                : m_reads == Reads::Ids ? static_cast<QWidget*>(m_ids)
                                        : m_line);
  for (QToolButton* button : {m_pairButton, m_compareButton}) button->setVisible(text);
  m_compare->setEnabled(text && m_compareButton->isEnabled());
  m_line->setLetter(compares ? tr("A") : QString());
  m_otherLine->setLetter(compares ? tr("B") : QString());
  m_pairButton->setIcon(themedIcon(pair ? QStringLiteral("remove") : QStringLiteral("pair")));
  m_compareButton->setIcon(themedIcon(compares ? QStringLiteral("remove") : QStringLiteral("compare")));
}

void TextBar::startWaiting() {
  m_pause.start();
  emit waitingChanged();
}

void TextBar::endWaiting() {
  m_pause.stop();
  emit waitingChanged();
}

void TextBar::tell() {
  endWaiting();
  if (inTurns()) return emit conversationEdited(Shared<Conversation>(m_turns->conversation()), Origin::Typing);
  if (m_reads == Reads::Ids) return emit idsEdited(m_ids->toPlainText().toStdString());
  emit edited(text(), otherText());
}

}  // namespace headlight
