#pragma once

#include <optional>

#include "ui/charts/lens/lens_report.h"
#include "ui/job.h"
#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

class QComboBox;

namespace headlight {

/// The logit lens of the open text. A click on a cell, or the arrow keys, choose a token and a layer: what the model
/// would predict there, and what each head adds to the logit of the predicted token or of one that is typed.
class LensWindow final : public ChartWindow {
  Q_OBJECT
 public:
  LensWindow(Workspace* workspace, QWidget* beside);
  ~LensWindow() override;

  /// Null before the first reading.
  const std::shared_ptr<const LensReport>& report() const { return m_report; }
  /// Chooses a token of the run and one of its hidden states, 0 for that before the first layer.
  void choose(Index token, int depth);

 protected:
  void follow(const Workspace& workspace) override;
  About about() const override { return About::ShownRun; }
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;

 private:
  /// Reads what `token` and the typed word ask for that is not there.
  void read(Index token);
  void take(LensReport report);
  void fillWords();
  void drawChosen();

  std::shared_ptr<const RunResult> m_reading;
  std::shared_ptr<const LensReport> m_report;
  std::optional<std::int64_t> m_typed;  ///< The token whose logit is asked for; none for the likeliest.
  int m_depth = -1;                     ///< The chosen hidden state; −1 for the last.
  Index m_asked = 0;                    ///< The token that is being read.
  QComboBox* m_word;
  Job<LensReport> m_job;
};

}  // namespace headlight
