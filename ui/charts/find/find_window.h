#pragma once

#include <memory>

#include "ui/charts/find/found_heads_figure.h"
#include "ui/job.h"
#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

class QComboBox;
class QPushButton;

namespace headlight {

class DrawingGrid;

/// Finds heads by where they should attend: cells are drawn on the map of the open text, and all heads are ranked by
/// how much they attend to them. What describes the cells as a pattern can be measured over many texts.
class FindWindow final : public ChartWindow {
  Q_OBJECT
 public:
  FindWindow(Workspace* workspace, QWidget* beside);
  ~FindWindow() override;

  DrawingGrid& grid() const { return *m_grid; }
  /// Null before cells were drawn.
  const std::shared_ptr<const FoundHeads>& found() const { return m_found; }

 signals:
  /// A pattern is wanted over many texts.
  void patternWanted(const QString& pattern);

 protected:
  void follow(const Workspace& workspace) override;
  About about() const override { return About::ShownRun; }
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;

 private:
  void addGrid();
  void showMap();
  /// Scores what is drawn.
  void find();
  void fillPatterns();
  void showMeant();
  /// The pattern that is chosen; empty for none.
  QString pattern() const;

  std::shared_ptr<const RunResult> m_reading;
  std::shared_ptr<const FoundHeads> m_found;
  DrawingGrid* m_grid;
  QComboBox* m_pattern;
  QPushButton *m_clear, *m_over;
  Job<FoundHeads> m_job;
};

}  // namespace headlight
