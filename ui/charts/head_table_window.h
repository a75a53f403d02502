#pragma once

#include <QDialog>
#include <filesystem>
#include <memory>

#include "ui/charts/head_table_model.h"
#include "ui/job.h"
#include "ui/reading/engine.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace headlight {

class FigureCanvas;

/// Every number and the label of every head on the open text, to be sorted and filtered, with a chart of one number
/// against the layer; Return on a row opens that head.
class HeadTableWindow final : public QDialog {
  Q_OBJECT
 public:
  explicit HeadTableWindow(QWidget* parent = nullptr);
  ~HeadTableWindow() override;

  /// The reading that the table is of; it is computed in the background.
  void explain(std::shared_ptr<const RunResult> reading);
  /// Null before the first table was computed.
  const std::shared_ptr<const HeadsStory>& story() const { return m_story; }
  /// Writes the whole table, whatever is filtered, as `headlight heads` does; throws Error.
  void save(const std::filesystem::path& path) const;

 signals:
  void headChosen(headlight::HeadId head);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  using Probe = std::vector<std::vector<ProbeScores>>;
  struct Computed {
    HeadsStory story;
    Probe probe;
  };
  QWidget* buildFilter();
  void take(Computed computed);
  void filter();
  void draw();
  void chooseFile();
  void exportChart();
  std::string_view column() const;

  std::shared_ptr<const RunResult> m_reading;
  std::shared_ptr<const HeadsStory> m_story;
  std::shared_ptr<const Model> m_probed;  ///< The model that m_probe is of: random tokens need no text.
  Probe m_probe;
  HeadTableModel m_model;
  HeadTableOrder m_order;
  QLineEdit* m_heads;
  QComboBox *m_labels, *m_columns;
  QPushButton *m_save, *m_export;
  QProgressBar* m_progress;
  QLabel* m_says;
  QTableView* m_table;
  FigureCanvas* m_canvas;
  Job<Computed> m_job;
};

}  // namespace headlight
