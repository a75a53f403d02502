#pragma once

#include "ui/charts/noise_figure.h"
#include "ui/job.h"
#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

class QComboBox;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace headlight {

/// Puts noise into the text and shows which heads it catches: kind and amount are chosen, several seeds are run, and
/// the noisy texts stand below the chart.
class NoiseWindow final : public ChartWindow {
  Q_OBJECT
 public:
  NoiseWindow(Workspace* workspace, QWidget* beside);

  /// Null before the first measurement.
  const std::shared_ptr<const NoiseFindings>& story() const { return m_story; }

 protected:
  void follow(const Workspace& workspace) override;
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;

 private:
  /// Shows the noisy texts that measuring will read.
  void announce();
  void addText(const std::string& text);
  void addChoices();
  void addTexts();
  NoiseSetup setup() const;
  void measure();
  void showStory(NoiseReport report);

  std::shared_ptr<const Source> m_model;
  std::string m_text;
  std::shared_ptr<const NoiseFindings> m_story;
  QComboBox* m_kind;
  QSpinBox *m_amount, *m_seeds;
  QLineEdit* m_own;
  QListWidget* m_texts;
  Job<NoiseReport> m_job;
};

}  // namespace headlight
