#pragma once

#include "ui/charts/differences/differences_report.h"
#include "ui/job.h"
#include "ui/windows/chart_window.h"

class QTableWidget;

namespace headlight {

/// Shows how the open model and the one that it is compared with differ over the open text: heads, predictions, and a
/// table of all tensors. A click on a head or a place selects it.
class DifferencesWindow final : public ChartWindow {
  Q_OBJECT
 public:
  DifferencesWindow(Workspace* workspace, QWidget* beside);
  ~DifferencesWindow() override;

  /// Null before two models of one shape have read the text.
  const std::shared_ptr<const DifferencesReport>& report() const { return m_report; }

 protected:
  void follow(const Workspace& workspace) override;
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;
  void hideEvent(QHideEvent* event) override;

 private:
  void addTable();
  void fillTable();

  std::shared_ptr<const RunResult> m_one, m_other;
  std::shared_ptr<const DifferencesReport> m_report;
  QTableWidget* m_table;
  Job<DifferencesReport> m_job;
};

}  // namespace headlight
