#pragma once

#include <QWidget>
#include <vector>

#include "ui/figures/figure_style.h"
#include "ui/workspace/workspace.h"

class QSplitter;

namespace headlight {

class Panel;

/// How many panels stand in each row of a grid of `count`: rows as even as can be, the upper ones fuller.
std::vector<int> gridRows(int count);

/// The grid of panels that a workspace describes. A veil lies over it while its pictures belong to an older text.
class PanelArea final : public QWidget {
  Q_OBJECT
 public:
  explicit PanelArea(Workspace* workspace, QWidget* parent = nullptr);

  const std::vector<Panel*>& panels() const { return m_panels; }
  /// The panel that the person turned to last.
  Panel* current() const;
  void setBaseStyle(const FigureStyle& style);

 signals:
  void exportRequested(headlight::Panel* panel);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Veil;
  void rebuild();
  void arrange();
  void setCurrent(std::size_t index);

  Workspace* m_workspace;
  FigureStyle m_baseStyle;
  std::vector<Panel*> m_panels;
  std::size_t m_current = 0;
  QSplitter* m_rows;
  Veil* m_veil;
};

}  // namespace headlight
