#pragma once

#include <QWidget>
#include <vector>

#include "core/generation/generation.h"
#include "ui/job.h"
#include "ui/reading/workspace.h"

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QLabel;
class QSlider;
class QSpinBox;
class QToolButton;

namespace headlight {

/// Has the model write on, and walks through what it wrote: tokens appear as they come; at each step the attention of
/// the row that said the token is shown in every panel, with what else might have stood there, and a click on another
/// token goes on from that one.
class GenerationBar final : public QWidget {
  Q_OBJECT
 public:
  explicit GenerationBar(Workspace* workspace, QWidget* parent = nullptr);

  /// Whether the model in use says the next token.
  bool isPossible() const;
  /// How many tokens of the run the model wrote.
  int steps() const { return m_steps; }
  /// Which of them is looked at, from 0 on; -1 without any.
  int step() const { return m_step; }
  /// Looks at another step.
  void setStep(int step);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void makeActions();
  /// Shows the bar, or hides it.
  void setOpen(bool open);
  /// Writes on, or stops that.
  void generate();
  /// Takes what the model wrote into the text.
  void keep();
  void takeResult();
  void showStep();
  void showAlternatives();
  /// The same steps before `step`, token `id` there, and what the model writes after it.
  void branch(int step, std::int64_t id);
  /// What the model wrote in the run there is, by ids.
  std::vector<std::int64_t> writtenIds() const;
  Writing writing() const;
  /// Has the model write behind the ids in `begun`; each of its tokens is shown as it comes.
  void write(const std::vector<std::int64_t>& begun);
  /// Whether the workspace still has what `request` reads.
  bool isAbout(const RunRequest& request) const;
  void say(const QString& text);

  Workspace* m_workspace;
  QAction* m_writeOn;
  QToolButton* m_go;
  QSpinBox* m_tokens;
  QComboBox* m_way;
  QDoubleSpinBox* m_temperature;
  QSpinBox *m_topK, *m_seed, *m_beams;
  QDoubleSpinBox* m_topP;
  QSlider* m_slider;
  QToolButton *m_back, *m_forth;
  QLabel* m_says;
  QWidget* m_alternatives;
  QHBoxLayout* m_row;
  int m_steps = 0, m_step = -1;
  Job<std::vector<std::int64_t>> m_job;
};

}  // namespace headlight
