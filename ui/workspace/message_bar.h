#pragma once

#include <QFrame>
#include <QTimer>

#include "ui/workspace/workspace.h"

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

  void showMessage(Notice::Level level, const QString& text);
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

 private:
  void setLevel(Notice::Level level);

  QLabel* m_icon;
  QLabel* m_text;
  QLabel* m_what;
  QProgressBar* m_progress;
  QPushButton* m_cancel;
  QToolButton* m_close;
  QTimer m_patience;
  Notice::Level m_level = Notice::Level::None;
  bool m_showsProgress = false;
};

}  // namespace headlight
