#pragma once

#include <QKeySequence>
#include <QWidget>
#include <functional>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QToolButton;

namespace headlight {

/// What a field for the key of a command asks; keys are one combination, or none.
struct ShortcutAsks {
  std::function<QKeySequence()> keys;
  std::function<bool()> isUsual;
  /// What has these keys, other than the command itself; empty for nothing.
  std::function<QString(const QKeySequence&)> owner;
  /// Whether what has them can give them up.
  std::function<bool(const QKeySequence&)> canTake;
  /// Gives the command the keys, and takes them from what had them.
  std::function<void(const QKeySequence&)> set;
  std::function<void()> reset;
};

/// Sets the key of one command: press the keys; another command that has them is named, and gives them up when it is
/// asked.
class ShortcutField final : public QWidget {
  Q_OBJECT
 public:
  ShortcutField(const QString& command, ShortcutAsks asks, QWidget* parent = nullptr);

  /// Shows the keys that the command has now.
  void refresh();

 private:
  void take();
  void refuse(const QKeySequence& keys, const QString& owner);

  ShortcutAsks m_asks;
  QKeySequenceEdit* m_keys;
  QToolButton* m_reset;
  QLabel* m_conflict;
  QPushButton* m_move;
};

}  // namespace headlight
