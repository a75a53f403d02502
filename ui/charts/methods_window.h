#pragma once

#include <QDialog>
#include <memory>
#include <optional>

#include "ui/charts/methods_figure.h"
#include "ui/job.h"
#include "ui/reading/engine.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace headlight {

class FigureCanvas;

/// Shows what several methods say the pinned token looks at, beside each other; follows the selected head and token.
class MethodsWindow final : public QDialog {
  Q_OBJECT
 public:
  explicit MethodsWindow(QWidget* parent = nullptr);
  ~MethodsWindow() override;

  /// What is looked at; without a token the last one of the text.
  void explain(std::shared_ptr<const RunResult> reading, HeadId head, std::optional<Index> token);
  /// Null before the methods were computed.
  const std::shared_ptr<const MethodsStory>& story() const { return m_story; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  /// Computes the methods of the reading.
  void read();
  /// Tells the story of the head and the token from what was read.
  void tell();
  void draw();
  void exportFigure();

  std::shared_ptr<const RunResult> m_reading;
  HeadId m_head;
  std::optional<Index> m_token;
  std::optional<MethodsRead> m_read;
  std::shared_ptr<const MethodsStory> m_story;
  FigureCanvas* m_canvas;
  QLabel* m_says;
  QCheckBox* m_slow;
  QPushButton *m_stop, *m_export;
  QProgressBar* m_progress;
  Job<MethodsRead> m_job;
};

}  // namespace headlight
