#pragma once

#include <QWidget>
#include <vector>

#include "ui/state/workspace_state.h"

class QDoubleSpinBox;
class QLabel;
class QMenu;
class QToolButton;

namespace headlight {

/// The slim line over a panel: what it shows, and its switches. It changes nothing: a switch asks for another
/// PanelState. Where there is no room for all, the lesser switches give way; the panel's menu has them too.
class PanelHeader final : public QWidget {
  Q_OBJECT
 public:
  /// `menu` has everything that can be done with the panel.
  explicit PanelHeader(QMenu* menu, QWidget* parent = nullptr);

  /// `heads`: whether the maps still have heads of their own, so that a whole layer can be drawn.
  /// `attentions`: those of a model that has several, of which one is chosen here.
  void showState(const PanelState& state, const QString& title, const QString& shortTitle, bool heads,
                 const std::vector<AttentionType>& attentions = {});
  QString title() const { return m_name; }
  void setClosable(bool closable);
  QSize minimumSizeHint() const override;

 signals:
  void stateRequested(const headlight::PanelState& state);
  /// The head shown now is to stay, or to follow the atlas again.
  void pinRequested(bool pinned);
  void exportRequested();
  /// All of a zoomed map again.
  void wholeRequested();
  void closeRequested();
  /// A double click beside the switches.
  void maximiseRequested();
  /// The header is dragged, let go, or the drag was given up; where on the screen.
  void dragMoved(QPoint place);
  void dragEnded(QPoint place);
  void dragStopped();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  template <class Change>
  void request(Change change);
  void buildKinds();
  void buildSettings();
  void fit();

  PanelState m_state;
  QString m_name, m_shortName;
  QLabel* m_title;
  QToolButton *m_part, *m_attention, *m_kind;
  QDoubleSpinBox* m_threshold;
  QToolButton *m_wholeLayer, *m_direction, *m_flow, *m_experts, *m_scale, *m_sinks, *m_lens, *m_pin, *m_link, *m_export,
      *m_more, *m_close;
  std::vector<QWidget*> m_row;     ///< All switches, from left to right.
  std::vector<QWidget*> m_lesser;  ///< Those that give way, the first one first.
  bool m_closable = true, m_attentions = false;
  std::optional<QPoint> m_pressed;  ///< Where the left button went down; none while it is up.
  bool m_dragging = false;
};

/// Has a panel show another attention of its model; what it subtracts is of the one before.
void takeAttention(PanelState& panel, AttentionType type);

/// "Square root": what a menu calls a scale.
QString scaleName(ScaleKind kind);
/// "What it looks at": what a menu calls a direction.
QString directionName(Direction direction);
/// "Mean of the heads": what a menu calls what stands for a layer in a token flow.
QString flowName(FlowWeights weights);
/// "Layers and tokens": what a menu calls a picture of experts.
QString expertsName(ExpertsPicture picture);

}  // namespace headlight
