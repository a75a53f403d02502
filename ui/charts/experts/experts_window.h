#pragma once

#include "core/intervention/intervention.h"
#include "ui/figures/experts/experts_figure.h"
#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

class QComboBox;
class QPushButton;

namespace headlight {

/// Shows which experts of a mixture work on the text, by layer and token, by load, or in the text; Return or a double
/// click chooses an expert, which can be switched off or forced.
class ExpertsWindow final : public ChartWindow {
  Q_OBJECT
 public:
  ExpertsWindow(Workspace* workspace, QWidget* beside);
  ~ExpertsWindow() override;

  /// Null for a model without experts.
  const std::shared_ptr<const ExpertsReport>& report() const { return m_report; }
  ExpertsChoice choice() const;
  /// Stresses an expert; none for all.
  void choose(int layer, std::optional<int> expert);

 protected:
  void follow(const Workspace& workspace) override;
  About about() const override { return About::ShownRun; }
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;

 private:
  void fillExperts();
  void change(SwitchExperts::To to);

  std::shared_ptr<const RunResult> m_reading;
  std::shared_ptr<const ExpertsReport> m_report;
  QComboBox *m_picture, *m_layer, *m_expert;
  QPushButton *m_off, *m_force;
};

}  // namespace headlight
