#pragma once

#include <functional>
#include <memory>

#include "ui/export/exportable.h"
#include "ui/windows/workspace_window.h"

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace headlight {

class FigureCanvas;
class JobSignals;

/// A window that computes one chart: what is asked above, how far the work is, what there is to say of it, the chart,
/// and its way into a file. A spot of the chart that is about a head selects it.
class ChartWindow : public WorkspaceWindow {
  Q_OBJECT
 public:
  /// The object names of all parts begin with `name`: nameWindow, nameChart, nameSays, nameProgress, nameRun, nameStop,
  /// nameExport.
  ChartWindow(const QString& name, const QString& title, Workspace* workspace, QWidget* beside);

 protected:
  /// The chart as it is now; null while there is none.
  virtual std::shared_ptr<const Figure> chart() const = 0;
  /// The same as something to put on paper; only asked for where there is a chart.
  virtual Exportable exportable() const = 0;

  /// Where what is asked goes, before addChart().
  QBoxLayout* choices() const;
  /// A button after the choices, `name` and `part` in its object name.
  QPushButton* addButton(const char* part, const QString& text);
  /// Buttons to have it computed and to stop that.
  void addRun(std::function<void()> run, std::function<void()> stop);
  void addStop(std::function<void()> stop);
  /// Whether there is something to compute.
  void setRunnable(bool runnable);
  /// Below the choices the progress of `job`, where there is one, a message and the chart, both with the names that
  /// a screen reader says.
  void addChart(const QString& chartName, JobSignals* job = nullptr, const QString& progressName = {});
  QVBoxLayout* column() const { return m_column; }
  FigureCanvas* canvas() const { return m_canvas; }

  /// Says something above the chart, as why a job failed; nothing for an empty text.
  void say(const QString& text);
  /// Shows chart() anew.
  void draw();
  void changeEvent(QEvent* event) override;

 private:
  void showRunning(bool running);

  const QString m_name;
  QVBoxLayout* m_column;
  QHBoxLayout *m_choices, *m_buttons;
  QPushButton *m_run = nullptr, *m_stop = nullptr, *m_export = nullptr;
  QLabel* m_says = nullptr;
  FigureCanvas* m_canvas = nullptr;
  bool m_runnable = true, m_running = false;
};

}  // namespace headlight
