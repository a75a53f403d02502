#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "core/chat/conversation.h"

class QComboBox;
class QToolButton;

namespace headlight {

class TextField;

/// One turn of a conversation: who speaks, what is said, and what can be done with the turn.
class TurnRow final : public QWidget {
  Q_OBJECT
 public:
  explicit TurnRow(QWidget* parent = nullptr);

  /// Shows turn `number` of `count`, from 0, without telling. `roles` are those that the model's template takes.
  void setTurn(const Turn& turn, std::size_t number, std::size_t count, const std::vector<std::string>& roles);
  std::string text() const;
  TextField* field() const { return m_text; }

 signals:
  void roleChosen(const std::string& role);
  void textEdited();
  void upRequested();
  void downRequested();
  void removalRequested();

 private:
  QComboBox* m_role;
  TextField* m_text;
  QToolButton *m_up, *m_down, *m_remove;
};

}  // namespace headlight
