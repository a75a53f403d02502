#pragma once

#include <QDialog>
#include <memory>
#include <optional>

#include "ui/charts/ablation_figure.h"
#include "ui/job.h"
#include "ui/reading/engine.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace headlight {

class FigureCanvas;

/// Switches every head off in turn and paints what the watched answer loses as a layer × head map: the answer, what
/// stands for a head's output and what is painted are chosen; Return on a cell opens that head.
class AblationWindow final : public QDialog {
  Q_OBJECT
 public:
  explicit AblationWindow(QWidget* parent = nullptr);
  ~AblationWindow() override;

  /// What is asked: the reading and the token at which the model answers; none for where it answers by itself. What was
  /// measured of something else stays until it is measured again, and says so.
  void explain(std::shared_ptr<const RunResult> reading, std::optional<Index> token);
  /// Measures what the answer `id`, a token or a class, loses.
  void watch(std::int64_t id);
  void measure();
  /// Null before the first measurement.
  const std::shared_ptr<const AblationStory>& story() const { return m_story; }
  AblationMeasure shown() const;

 signals:
  void headChosen(headlight::HeadId head);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* buildSetup();
  void fillAnswers();
  /// The answer that is chosen or written; throws Error for one that is none.
  std::int64_t answer() const;
  void take(AblationStory story);
  void say(const QString& text);
  void draw();
  void exportChart();

  std::shared_ptr<const RunResult> m_reading;
  std::optional<Index> m_token;  ///< As asked.
  std::optional<Index> m_row;    ///< Of the logits; none where the model says nothing.
  std::shared_ptr<const AblationStory> m_story;
  QComboBox *m_answer, *m_by, *m_measure;
  QPushButton *m_run, *m_stop, *m_export;
  QProgressBar* m_progress;
  QLabel* m_says;
  FigureCanvas* m_canvas;
  Job<AblationStory> m_job;
};

}  // namespace headlight
