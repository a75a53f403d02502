#pragma once

#include <QPointer>
#include <QWidget>
#include <array>
#include <vector>

#include "core/analysis/head_ranking.h"
#include "core/analysis/similarity.h"
#include "ui/job.h"
#include "ui/reading/workspace.h"

class QLabel;
class QProgressBar;

namespace headlight {

class BarList;

/// Numbers for a comparison: how far the two sides of the current panel lie apart, which tokens and which heads differ
/// most. Without a difference in the current panel it compares the two texts, else the two models.
class ComparisonPane final : public QWidget {
  Q_OBJECT
 public:
  explicit ComparisonPane(Workspace* workspace, QWidget* parent = nullptr);

  /// The panel that the person turned to.
  void setPanel(const PanelState& panel);

 signals:
  /// A head of the list was chosen: the panel that shows its difference.
  void panelRequested(const headlight::PanelState& panel);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  /// What is compared: a panel with a difference; none when there is nothing to compare.
  std::optional<PanelState> compared() const;
  void update();
  void clear(const QString& hint);
  void compare(const PanelState& panel, const AlignedSides& sides);
  void showComparison(const Comparison& comparison);
  void showRanking(const std::vector<HeadDistance>& ranking);
  void chooseHead(Index number);

  QPointer<Workspace> m_workspace;  ///< May end before the widgets of the window do.
  PanelState m_panel;
  /// What the numbers depend on: neither on how the panel draws them nor on which part of them is in view.
  struct Question {
    PanelState panel;
    HeadId head;
    /// Of both sides, and the first one, by whose tokens others are linked.
    std::array<std::shared_ptr<const RunResult>, 3> results;
    bool operator==(const Question&) const = default;
  };
  std::optional<Question> m_asked;    ///< What is computed, or shown.
  std::optional<PanelState> m_shown;  ///< The panel that asked.
  LensResult m_sight;              ///< Its difference.
  int m_heads = 1;                    ///< Of a layer, to number heads by.
  QLabel *m_title, *m_facts, *m_tokensTitle, *m_headsTitle;
  BarList *m_tokens, *m_headList;
  QProgressBar* m_progress;
  Job<Comparison> m_comparing;
  Job<std::vector<HeadDistance>> m_ranking;
};

}  // namespace headlight
