#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/figures/figure_style.h"
#include "ui/panels/panel_drop.h"
#include "ui/reading/workspace.h"
#include "ui/views/chosen_part.h"

class QAction;
class QSplitter;

namespace headlight {

class Panel;

/// How many panels stand in each row of a grid of `count`: rows as even as can be, the upper ones fuller.
std::vector<int> gridRows(int count);

/// The grid of panels that a workspace describes, or the one that has all the room; one may have a window of its own. A panel is moved by its header.
class PanelArea final : public QWidget {
  Q_OBJECT
 public:
  explicit PanelArea(Workspace* workspace, QWidget* parent = nullptr);

  const std::vector<Panel*>& panels() const { return m_panels; }
  /// The panel that the person turned to last, and its number.
  Panel* current() const;
  std::size_t currentIndex() const { return m_current; }
  /// Turns to a panel.
  void setCurrent(std::size_t index);
  void setBaseStyle(const FigureStyle& style);

 signals:
  void exportRequested(headlight::Panel* panel);
  void currentChanged();
  /// What the panel under the pointer, or the current one, says of the cell under the cursor.
  void cellTextChanged(const QString& text);
  /// A panel's menu asks for a change of the model.
  void changeRequested(const headlight::Intervention& change);
  /// Who looks at a part of a picture or a sound is asked in a panel, or no longer.
  void partChosen(const headlight::ChosenPart& part);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  class DropMark;
  void makeActions();
  void enableActions();
  /// Adds a panel that keeps the head shown now.
  void addPanel();
  /// Gives the keyboard to the panel so many places further, round and round.
  void focusPanel(int step);
  /// Moves the current panel so many places further; stops at the ends.
  void moveCurrent(int step);
  /// Gives the current panel all the room, or takes it back.
  void toggleMaximised();
  /// Gives that panel a window of its own, and takes back the one that had it.
  void floatPanel(std::optional<std::size_t> index);
  /// Finds the panel that floats again among others than before; the one that has all the room does not float.
  void followFloating();
  std::vector<Panel*> docked() const;
  Panel* makePanel(std::size_t index);
  void rebuild();
  void arrange();
  /// Leaves the legend of each scale to one panel in sight: the first of those with fewest beside them.
  void shareLegends();
  void showStale();
  void dragTo(std::size_t index, QPoint place);
  void drop(std::size_t index);
  std::vector<QRectF> panelRects() const;

  Workspace* m_workspace;
  QAction *m_close, *m_back, *m_later, *m_floats;
  FigureStyle m_baseStyle;
  std::vector<Panel*> m_panels;
  std::size_t m_current = 0;
  std::size_t m_arranged = 0;  ///< How many panels the splitters were made for; 0 to make them anew.
  std::optional<std::size_t> m_maximised;
  std::optional<std::size_t> m_floating;
  QWidget* m_floatWindow = nullptr;  ///< Of the panel that floats.
  std::optional<PanelDrop> m_drop;
  QSplitter* m_rows;
  DropMark* m_mark;
};

}  // namespace headlight
