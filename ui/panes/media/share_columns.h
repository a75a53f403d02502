#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/panes/media/answer_words.h"

namespace headlight {

/// A column for each word: the parts of its attention on pictures or sound, on text and on sinks, one over the other.
class ShareColumns final : public QWidget {
  Q_OBJECT
 public:
  explicit ShareColumns(QWidget* parent = nullptr);

  void setWords(const std::vector<AnswerWord>* words);
  void setMarked(std::optional<std::size_t> word);
  /// Where a word's column is.
  QRectF column(std::size_t word) const;
  QSize sizeHint() const override { return {200, 30}; }

 signals:
  void chosen(int word);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  std::optional<std::size_t> wordAt(QPointF position) const;

  const std::vector<AnswerWord>* m_words = nullptr;
  std::optional<std::size_t> m_marked;
};

/// "pictures 40%, text 35%, sinks 25%".
QString sharesInWords(const AnswerWord& word);

}  // namespace headlight
