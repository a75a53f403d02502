#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "ui/panes/media/answer_words.h"
#include "ui/panes/tokens/strongest_links.h"
#include "ui/views/chosen_part.h"
#include "ui/views/selection.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace headlight {

class TokenStrip;

/// Which words look at a patch of a picture, or at a stretch of a sound: tints the chips of a TokenStrip by their
/// weight on it, and lists the strongest; itself the legend, shown while there is such a patch.
class PatchWords final : public QWidget {
  Q_OBJECT
 public:
  PatchWords(Selection* selection, TokenStrip* strip, QWidget* parent = nullptr);

  /// What is looked at, and by which head.
  void setReading(std::shared_ptr<const RunResult> result, HeadId head);
  /// Shows who looks at a part of a picture or a sound; none, and one that nothing looks at, ends it.
  void setPart(const ChosenPart& part);
  /// The same for a key of answerAttention().
  void setPatch(std::optional<Index> key);
  std::optional<Index> patch() const { return m_patch; }
  /// The words that look there, the strongest first.
  const std::vector<TokenWeight>& words() const { return m_words; }

 signals:
  /// The chips have its colours, or their usual ones again.
  void activeChanged(bool active);
  /// The sound is asked for, from a second on.
  void playRequested(double second);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void compute();
  void showWords();

  Selection* m_selection;
  TokenStrip* m_strip;
  std::shared_ptr<const RunResult> m_result;
  HeadId m_head;
  std::optional<Index> m_patch;
  std::vector<TokenWeight> m_words;
  std::vector<double> m_weights;  ///< Of each word; NaN for what is no word.
  QLabel* m_title;
  QToolButton* m_play;  ///< For a stretch of a sound.
  QHBoxLayout* m_row;
};

}  // namespace headlight
