#pragma once

#include <QWidget>
#include <vector>

#include "core/chat/conversation.h"

class QComboBox;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace headlight {

class TurnRow;

/// The turns of a conversation, a row each, and how it ends.
class ConversationEditor final : public QWidget {
  Q_OBJECT
 public:
  explicit ConversationEditor(QWidget* parent = nullptr);

  /// As it is written now, what is still being typed included.
  const Conversation& conversation() const { return m_conversation; }
  /// Shows another one without telling.
  void setConversation(const Conversation& conversation);
  /// The roles that the model's template takes.
  void setRoles(std::vector<std::string> roles);

 signals:
  /// Something is being typed into a turn.
  void typed();
  /// Turns came, went, moved or got another role, or the end is another one.
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void take(Conversation conversation);
  void showTurns();
  TurnRow* addRow();
  std::size_t numberOf(const TurnRow* row) const;
  void swap(const TurnRow* row, int by);
  void remove(const TurnRow* row);
  void add(std::size_t at, const std::string& role);
  void focusTurn(std::size_t at);
  void chooseEnd(int end);
  void fitHeight();

  Conversation m_conversation;
  std::vector<std::string> m_roles = {"system", "user", kAssistant};
  std::vector<TurnRow*> m_rows;
  QVBoxLayout* m_column;
  QWidget* m_page;
  QScrollArea* m_scroll;
  QToolButton *m_add, *m_addSystem;
  QComboBox* m_end;
};

}  // namespace headlight
