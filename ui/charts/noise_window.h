#pragma once

#include <QDialog>
#include <memory>

#include "ui/charts/noise_figure.h"
#include "ui/job.h"
#include "ui/reading/engine.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace headlight {

class FigureCanvas;

/// Puts noise into the text and shows which heads it catches: kind and amount are chosen, several seeds are run, and
/// the noisy texts stand below the chart.
class NoiseWindow final : public QDialog {
  Q_OBJECT
 public:
  explicit NoiseWindow(QWidget* parent = nullptr);
  ~NoiseWindow() override;

  /// What the noise is put into.
  void explain(std::shared_ptr<const Source> model, const std::string& text);
  /// Null before the first measurement.
  const std::shared_ptr<const NoiseStory>& story() const { return m_story; }

 signals:
  /// The person wants to see a noisy text in the workspace.
  void textChosen(const QString& text);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* buildSetup();
  NoiseSetup setup() const;
  void measure();
  void showStory(NoiseReport report);
  void draw();
  void exportChart();

  std::shared_ptr<const Source> m_model;
  std::string m_text;
  std::shared_ptr<const NoiseStory> m_story;
  QComboBox* m_kind;
  QSpinBox *m_amount, *m_seeds;
  QLineEdit* m_own;
  QPushButton *m_run, *m_stop, *m_export;
  QProgressBar* m_progress;
  QLabel* m_says;
  FigureCanvas* m_canvas;
  QListWidget* m_texts;
  Job<NoiseReport> m_job;
};

}  // namespace headlight
