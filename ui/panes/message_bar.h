#pragma once

#include <QFrame>
#include <QTimer>
#include <functional>
#include <optional>
#include <vector>

#include "ui/reading/workspace.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace headlight {

/// A line over the workspace that tells of something without stopping the work: a model being opened, with progress and
/// a way to stop it, or a message that stays until it is dismissed.
class MessageBar final : public QFrame {
  Q_OBJECT
 public:
  explicit MessageBar(QWidget* parent = nullptr);

  /// A button of a message.
  struct Answer {
    QString text;
    std::function<void()> chosen;
  };
  static constexpr int kMostAnswers = 2;

  /// The answers can be chosen as long as the message is there.
  void showMessage(Notice::Level level, const QString& text, std::vector<Answer> answers = {});
  /// A message with something to choose, which ends it; it comes back when progress or another message has hidden it.
  void showQuestion(const QString& text, const QString& answer, std::function<void()> chosen,
                    std::function<void()> dismissed = {});
  /// Shows progress once it has taken long enough to be worth it.
  void showProgress(const QString& text);
  void setProgress(double part, const QString& what);
  /// Hides progress; a message stays.
  void endProgress();
  /// Hides a hint; what went wrong stays.
  void endHint();
  QString text() const;

 signals:
  void cancelRequested();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  /// What stands there until it is answered.
  struct Question {
    QString text, answer;
    std::function<void()> chosen, dismissed;
  };
  void setLevel(Notice::Level level);
  void showIcon();
  void setAnswers(std::vector<Answer> answers);
  void show(Notice::Level level, const QString& text);
  void ask();
  void dismiss();

  QLabel* m_icon = nullptr;
  QLabel* m_text = nullptr;
  QLabel* m_what;
  QProgressBar* m_progress;
  QPushButton* m_cancel;
  std::vector<QPushButton*> m_buttons;
  QToolButton* m_close;
  std::vector<Answer> m_answers;
  std::optional<Question> m_question;
  bool m_asks = false;  ///< What is shown is the question.
  QTimer m_patience;
  Notice::Level m_level = Notice::Level::None;
  bool m_showsProgress = false;
};

}  // namespace headlight
