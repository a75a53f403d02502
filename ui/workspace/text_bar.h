#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "ui/workspace/workspace.h"

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace headlight {

/// Where the person types: one text, a second one on demand, and below what there is to say about them.
class TextBar final : public QWidget {
  Q_OBJECT
 public:
  explicit TextBar(QWidget* parent = nullptr);

  QString text() const;
  /// The second text; none while its field is hidden.
  std::optional<QString> pair() const;
  /// Tells at once what was typed and not yet told.
  void flush();
  /// Shows other texts without telling edited().
  void setTexts(const QString& text, const std::optional<QString>& pair);
  void setNotice(const Notice& notice);
  /// How long a reading takes, in milliseconds: the pictures of a fast model follow every key, a slow one is not asked
  /// again for each.
  void setRunTime(qint64 milliseconds);

 signals:
  /// The texts changed and the person paused for a moment.
  void edited(const QString& text, const std::optional<QString>& pair);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void showPair(bool shown);
  void fitHeights();
  void tell();

  QPlainTextEdit* m_text;
  QPlainTextEdit* m_pair;
  QToolButton* m_pairButton;
  QLabel* m_notice;
  QTimer m_pause;
};

}  // namespace headlight
