#pragma once

#include <QPointer>
#include <QWidget>
#include <optional>

#include "core/analysis/ablation.h"
#include "core/analysis/prediction_change.h"
#include "core/analysis/effect.h"
#include "ui/job.h"
#include "ui/reading/workspace.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace headlight {

class BarList;

/// Before and after: what the changes do to the model's answer at the pinned token, and which heads look elsewhere
/// since. Of the text and the model of the current panel.
class EffectPane final : public QWidget {
  Q_OBJECT
 public:
  explicit EffectPane(Workspace* workspace, QWidget* parent = nullptr);

  /// The panel that the person turned to.
  void setPanel(const PanelState& panel);
  /// The answer that is watched: chosen in the table, else the likeliest before the changes; none while none is known.
  std::optional<std::int64_t> watched() const;
  /// The token at which the model is asked; none for where it answers by itself.
  std::optional<Index> place() const;

 signals:
  /// A head of the list was chosen: the panel that shows what became of it.
  void panelRequested(const headlight::PanelState& panel);
  /// What an answer loses without each head shall be shown as a map.
  void mapRequested(std::int64_t answer);
  /// Both readings and their difference shall be shown.
  void differenceRequested(headlight::RunId changed);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  /// What the changes come to.
  struct Effect {
    std::optional<PredictionChange> answers;
    std::vector<HeadDistance> heads;
  };
  RunId changedRun() const { return {m_panel.source.model, m_panel.source.text, true}; }
  void refresh();
  void compute(const std::shared_ptr<const RunResult>& before, const std::shared_ptr<const RunResult>& after);
  void clear(const QString& hint);
  void showEffect(const Effect& effect);
  void showAnswers();
  void showFacts();
  void showHeads(const std::vector<HeadDistance>& changes);
  /// Switches every head of the model as it is off in turn and lists what that does to the watched answer; stops when
  /// that is under way.
  void ablateHeads();
  void forgetAblation();
  void showAblation(std::vector<AblationEffect> effects, const QString& answer);
  QString placeName(const RunResult& result, Index row) const;

  QPointer<Workspace> m_workspace;
  PanelState m_panel;
  std::shared_ptr<const RunResult> m_before, m_after;  ///< What is shown is of these.
  std::optional<Index> m_place;
  std::optional<PredictionChange> m_answers;
  std::optional<std::int64_t> m_chosen;
  QLabel *m_title, *m_facts, *m_headsTitle;
  QTableWidget* m_table;
  BarList* m_headList;
  QProgressBar *m_progress, *m_ablationProgress;
  QPushButton *m_difference, *m_which;
  QLabel* m_ablationTitle;
  BarList* m_ablationList;
  QPushButton* m_map;
  Job<Effect> m_job;
  Job<std::vector<AblationEffect>> m_ablation;
};

}  // namespace headlight
