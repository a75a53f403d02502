#pragma once

#include <filesystem>

#include "ui/charts/head_table_model.h"
#include "ui/job.h"
#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

class QComboBox;
class QLineEdit;
class QTableView;

namespace headlight {

/// Every number and the label of every head on the open text, to be sorted and filtered, with a chart of one number
/// against the layer; Return on a row opens that head.
class HeadTableWindow final : public ChartWindow {
  Q_OBJECT
 public:
  HeadTableWindow(Workspace* workspace, QWidget* beside);

  /// Null before the first table was computed.
  const std::shared_ptr<const HeadsReport>& story() const { return m_story; }
  /// Writes the whole table, whatever is filtered, as `headlight heads` does; throws Error.
  void save(const std::filesystem::path& path) const;

 protected:
  /// The table is computed in the background.
  void follow(const Workspace& workspace) override;
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;

 private:
  using Probe = std::vector<std::vector<ProbeScores>>;
  struct Computed {
    HeadsReport story;
    Probe probe;
  };
  void addChoices();
  void addTable();
  void take(Computed computed);
  void filter();
  void chooseFile();
  std::string_view number() const;  ///< That the chart is of.

  std::shared_ptr<const RunResult> m_reading;
  std::shared_ptr<const HeadsReport> m_story;
  std::shared_ptr<const Model> m_probed;  ///< The model that m_probe is of: random tokens need no text.
  Probe m_probe;
  HeadTableModel m_model;
  HeadTableOrder m_order;
  QLineEdit* m_heads;
  QComboBox *m_labels, *m_columns;
  QPushButton* m_save;
  QTableView* m_table;
  Job<Computed> m_job;
};

}  // namespace headlight
