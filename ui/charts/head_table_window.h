#pragma once

#include <filesystem>

#include "ui/charts/head_table_model.h"
#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

class QComboBox;
class QTableView;

namespace headlight {

class HeadFinder;
class QueryField;

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
  About about() const override { return About::ShownRun; }
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;

 private:
  void addChoices();
  void addTable();
  /// Takes over what is known of the heads now.
  void take();
  void filter();
  void chooseFile();
  std::string_view number() const;  ///< That the chart is of.

  std::shared_ptr<const RunResult> m_reading;
  std::shared_ptr<const HeadsReport> m_story;
  HeadTableModel m_model;
  HeadTableOrder m_order;
  HeadFinder* m_finder;
  QueryField* m_heads;
  QComboBox *m_labels, *m_columns;
  QPushButton* m_save;
  QTableView* m_table;
};

}  // namespace headlight
