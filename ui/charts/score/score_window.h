#pragma once

#include <optional>

#include "ui/charts/score/score_figure.h"
#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

class QComboBox;

namespace headlight {

/// Shows why the pinned token attends to a key in the selected head: its score by content and wavelength.
class ScoreWindow final : public ChartWindow {
  Q_OBJECT
 public:
  ScoreWindow(Workspace* workspace, QWidget* beside);
  ~ScoreWindow() override;

  /// Null before there is a reading.
  const std::shared_ptr<const ScoreReport>& report() const { return m_report; }

 protected:
  void follow(const Workspace& workspace) override;
  About about() const override { return About::ShownRun; }
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;

 private:
  void fillKeys();
  void tell();

  std::shared_ptr<const RunResult> m_reading;
  HeadId m_head;
  Index m_query = 0;
  std::shared_ptr<const ScoreReport> m_report;
  QComboBox* m_key;
};

}  // namespace headlight
