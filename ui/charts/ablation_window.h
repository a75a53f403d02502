#pragma once

#include <optional>

#include "ui/charts/ablation_figure.h"
#include "ui/job.h"
#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

class QComboBox;

namespace headlight {

/// Switches every head off in turn and paints what the watched answer loses as a layer × head map: the answer, what
/// stands for a head's output and what is painted are chosen; Return on a cell opens that head. What was measured of
/// another text or token stays until it is measured again, and says so.
class AblationWindow final : public ChartWindow {
  Q_OBJECT
 public:
  AblationWindow(Workspace* workspace, QWidget* beside);

  /// Measures what the answer `id`, a token or a class, loses.
  void watch(std::int64_t id);
  void measure();
  /// Null before the first measurement.
  const std::shared_ptr<const AblationReport>& story() const { return m_story; }
  AblationMeasure shown() const;

 protected:
  void follow(const Workspace& workspace) override;
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;

 private:
  void addChoices();
  AttentionType attention() const;
  /// Says what measuring will do.
  void announce();
  void fillAnswers();
  /// The answer that is chosen or written; throws Error for one that is none.
  std::int64_t answer() const;
  void take(AblationReport story);

  std::shared_ptr<const RunResult> m_reading;
  std::optional<Index> m_token;  ///< As asked; none for where the model answers by itself.
  std::optional<Index> m_row;    ///< Of the logits; none where the model says nothing.
  std::shared_ptr<const AblationReport> m_story;
  QComboBox *m_attention, *m_answer, *m_by, *m_measure;
  Job<AblationReport> m_job;
};

}  // namespace headlight
