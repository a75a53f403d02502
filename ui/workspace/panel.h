#pragma once

#include <QFrame>
#include <memory>

#include "ui/figures/attention_figure.h"
#include "ui/workspace/engine.h"
#include "ui/workspace/linked_selection.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace_state.h"

class QButtonGroup;
class QDoubleSpinBox;
class QLabel;
class QStackedLayout;
class QToolButton;

namespace headlight {

class AttentionView;
class HeatmapView;
class LensBar;
class LinksView;

/// One panel on screen: a slim header with the panel's switches over the view that they describe.
/// It changes nothing by itself: a switch asks for another PanelState, the workspace answers with setState().
class Panel final : public QFrame {
  Q_OBJECT
 public:
  explicit Panel(Selection* selection, QWidget* parent = nullptr);

  void setState(const PanelState& state);
  const PanelState& state() const { return m_state; }
  void setResult(std::shared_ptr<const RunResult> result);
  /// Theme and text size of the window; what the panel's state says is added.
  void setBaseStyle(const FigureStyle& style);
  void setClosable(bool closable);

  /// The head that the panel shows.
  HeadId head() const;
  /// The figure on screen, as a copy to be styled apart.
  std::unique_ptr<AttentionFigure> figure() const;
  /// The view on screen.
  AttentionView* view() const;

 signals:
  void stateRequested(const headlight::PanelState& state);
  void closeRequested();
  void exportRequested();
  /// The person turned to this panel.
  void activated();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void buildHeader();
  void showState();
  void showTitle();
  AttentionView* viewFor(PanelKind kind);
  FigureStyle figureStyle() const;
  /// Asks for the present state as `change` alters it.
  template <class Change>
  void request(Change change);

  /// Computes what is seen through the lenses, and shows that.
  void look();

  Selection* m_selection;
  LinkedSelection m_linked;  ///< What the views know of it.
  PanelState m_state;
  FigureStyle m_baseStyle;
  std::shared_ptr<const RunResult> m_result;
  LookedThrough m_seen;              ///< Without maps before the first result.
  HeatmapView* m_heatmap = nullptr;  ///< Made when first wanted.
  LinksView* m_links = nullptr;

  QLabel* m_title = nullptr;
  QButtonGroup* m_kinds = nullptr;
  QToolButton* m_scale = nullptr;
  QToolButton* m_sinks = nullptr;
  QToolButton* m_wholeLayer = nullptr;
  QDoubleSpinBox* m_threshold = nullptr;
  QToolButton* m_pin = nullptr;
  QToolButton* m_close = nullptr;
  LensBar* m_lenses = nullptr;
  QStackedLayout* m_stack = nullptr;
};

}  // namespace headlight
