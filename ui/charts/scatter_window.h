#pragma once

#include <string_view>
#include <vector>

#include "ui/figures/heads_report.h"
#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

class QComboBox;

namespace headlight {

class HeadFinder;
class QueryField;

/// Two metrics of every head against each other; a click on a dot, or Return, selects that head.
class ScatterWindow final : public ChartWindow {
  Q_OBJECT
 public:
  ScatterWindow(Workspace* workspace, QWidget* beside);

 protected:
  /// The metrics are computed in the background.
  void follow(const Workspace& workspace) override;
  About about() const override { return About::ShownRun; }
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;

 private:
  QComboBox* addMetrics(const char* name, const QString& label, std::string_view chosen);
  void take();

  HeadFinder* m_finder;
  std::shared_ptr<const RunResult> m_reading;
  std::shared_ptr<const HeadsReport> m_report;  ///< Null before the first one was computed.
  std::vector<HeadId> m_shown;                  ///< Of its heads those that the filter fits.
  QueryField* m_filter;
  QComboBox *m_x, *m_y;
};

}  // namespace headlight
