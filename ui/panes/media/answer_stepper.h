#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>
#include <vector>

#include "ui/panes/media/answer_words.h"
#include "ui/views/selection.h"

class QLabel;
class QToolButton;

namespace headlight {

class ShareColumns;

/// Steps through the words of an answer to a picture or a sound, or plays them: panels show each in turn. For each word
/// stands a column of where the head looks: pictures or sound, text, sinks. Shown while there is such an answer.
class AnswerStepper final : public QWidget {
  Q_OBJECT
 public:
  explicit AnswerStepper(Selection* selection, QWidget* parent = nullptr);

  /// What is stepped through, and whose shares are shown.
  void setReading(std::shared_ptr<const RunResult> result, HeadId head);
  const std::vector<AnswerWord>& words() const { return m_words; }
  /// The word that panels show; none before the first step.
  std::optional<std::size_t> at() const { return m_at; }
  /// Shows a word, the nearest that there is.
  void step(int to);
  bool isPlaying() const { return m_timer.isActive(); }

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void play(bool on);
  void leave();
  void showStep();

  Selection* m_selection;
  std::shared_ptr<const RunResult> m_result;
  HeadId m_head;
  std::vector<AnswerWord> m_words;
  std::optional<std::size_t> m_at;
  QToolButton* m_back;
  QToolButton* m_play;
  QToolButton* m_forth;
  QLabel* m_says;
  ShareColumns* m_columns;
  QTimer m_timer;
};

}  // namespace headlight
