#pragma once

#include <optional>

#include "ui/charts/circuits/findings_report.h"
#include "ui/job.h"
#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

class QComboBox;
class QLabel;

namespace headlight {

struct AnalysisMethod;

/// Why the model answers what it answers: a method, what it shows and what is watched are chosen; what compares takes
/// the text that the workspace compares with. A click on a cell, a bar or a node selects its head and token in the
/// workspace. What is chosen here is no part of a session.
class CircuitsWindow final : public ChartWindow {
  Q_OBJECT
 public:
  CircuitsWindow(Workspace* workspace, QWidget* beside);
  ~CircuitsWindow() override;

  /// Chooses a picture by the name of its tensor and has it measured; throws Error for a name that there is not.
  void show(std::string_view tensor);
  void measure();
  /// Null before the first measurement.
  const std::shared_ptr<const FindingsReport>& report() const { return m_report; }
  /// The command line that draws the picture.
  QString command() const;

 protected:
  void follow(const Workspace& workspace) override;
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;
  void hideEvent(QHideEvent* event) override;

 private:
  void addChoices();
  const CircuitView& view() const;
  const AnalysisMethod& method() const;
  /// Fills the pictures of the chosen method, and shows the fields that it reads.
  void fillViews();
  void fillPositions();
  void fillOutcomes();
  void fillKeys();
  /// Says what measuring does, or what it lacks.
  void announce();
  /// Why it cannot be measured; empty where it can.
  QString lacks() const;
  /// Measures where something was measured before; else says what measuring does.
  void choose();
  Index row() const;
  /// The outcome that is chosen or typed; none for an automatic one. Throws Error for one that there is not.
  std::optional<std::int64_t> outcomeOf(const QComboBox* field) const;
  /// The tokens that noise is put on, as they are chosen or typed.
  QString subject() const;
  AnalysisQuestion question() const;
  /// Shows what a measurement has found; one that is stopped leaves it.
  void take(FindingsReport report);
  /// Whether edges are left out by their strength.
  bool hasThreshold() const;
  double threshold() const;

  std::shared_ptr<const RunResult> m_reading, m_other;
  std::shared_ptr<const FindingsReport> m_report;
  HeadId m_head;  ///< That a score is about.
  QComboBox *m_method, *m_view, *m_position, *m_target, *m_against, *m_key, *m_edges, *m_subject;
  std::vector<QWidget*> m_ofPosition, m_ofTarget, m_ofAgainst, m_ofKey, m_ofEdges,
      m_ofSubject;        ///< Fields with their labels.
  int m_measurement = 0;  ///< The number of the last one; what earlier ones still send is not for it.
  Job<FindingsReport> m_job;
};

}  // namespace headlight
