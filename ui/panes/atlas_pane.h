#pragma once

#include <QWidget>

#include "core/analysis/head_ranking.h"
#include "ui/job.h"
#include "ui/reading/workspace.h"

class QAction;
class QLabel;
class QLineEdit;
class QToolButton;

namespace headlight {

class AtlasView;

/// The atlas with what orders and filters it, and below it what can be done with the heads that are marked.
class AtlasPane final : public QWidget {
  Q_OBJECT
 public:
  explicit AtlasPane(Workspace* workspace, QWidget* parent = nullptr);

  /// Which attention of an encoder–decoder model the heads are shown of.
  void setAttention(AttentionType attention);

  AtlasView& view() { return *m_view; }
  const AtlasView& view() const { return *m_view; }

 signals:
  /// The marked heads as panels of their own, two of them with their difference.
  void compareRequested(const std::vector<headlight::HeadId>& heads);
  /// The marked heads in one panel.
  void togetherRequested(const std::vector<headlight::HeadId>& heads, headlight::HeadCombination use);

  /// A head's menu asks for a change of the model.
  void changeRequested(const headlight::Intervention& change);

 private:
  void makeActions();
  void compareMarked();
  /// Selects the head so many layers and heads further; stops at the ends.
  void moveHead(int layers, int heads);
  void showMenu(const QPoint& place);
  QWidget* buildFilter();
  QWidget* buildMarked();
  void takeMaps();
  void showAtlas();
  void list(const std::vector<HeadId>& inOrder);
  void showMarked();
  void setOrder(std::optional<HeadId> like);

  Workspace* m_workspace;
  AttentionType m_attention = AttentionType::Self;
  AtlasView* m_view;
  QAction* m_compare;
  QLineEdit* m_filter;
  QToolButton* m_order;
  QLabel* m_note;
  QWidget* m_markedBar;
  QLabel* m_markedText;
  Job<std::vector<HeadDistance>> m_ranking;
};

}  // namespace headlight
