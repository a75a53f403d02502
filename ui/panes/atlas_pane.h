#pragma once

#include <QWidget>

#include "ui/reading/workspace.h"

class QAction;
class QLabel;
class QToolButton;

namespace headlight {

class AtlasView;
class HeadFinder;
class QueryField;

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
  /// Shows the heads in the order of another state, by its `like` and `by`.
  void setOrder(AtlasState order);
  QString orderWords() const;
  std::vector<HeadId> inOrder() const;
  /// What there is to say of the heads that are listed.
  void showNote();

  Workspace* m_workspace;
  HeadFinder* m_finder;
  AttentionType m_attention = AttentionType::Self;
  AtlasView* m_view;
  QAction* m_compare;
  QueryField* m_filter;
  QToolButton* m_order;
  QLabel* m_note;
  QWidget* m_markedBar;
  QLabel* m_markedText;
  bool m_noneFits = false;
};

}  // namespace headlight
