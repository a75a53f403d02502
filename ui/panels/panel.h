#pragma once

#include <QFrame>
#include <map>
#include <memory>

#include "ui/figures/attention_figure.h"
#include "ui/panels/panel_menu.h"
#include "ui/reading/linked_selection.h"
#include "ui/reading/panel_sight.h"
#include "ui/views/chosen_part.h"

class QStackedLayout;

namespace headlight {

class AttentionView;
class LensBar;
class PanelHeader;
class TextField;

/// One panel on screen: a slim header with the panel's switches over the view that they describe.
/// It changes nothing by itself: a switch asks for another PanelState, the workspace answers with setState().
class Panel final : public QFrame {
  Q_OBJECT
 public:
  explicit Panel(Selection* selection, QWidget* parent = nullptr);

  void setState(const PanelState& state);
  const PanelState& state() const { return m_state; }
  void setResults(const RunResults& results);
  void setSources(const Sources& sources) { m_sources = sources; }
  /// Veils the picture while it belongs to something older.
  void setStale(bool stale);
  /// Theme and text size of the window; what the panel's state says is added.
  void setBaseStyle(const FigureStyle& style);
  /// The scale of its heatmap where it is the same for every head, so that one legend can do for several panels.
  std::optional<ColourScale> commonScale() const;
  /// Leaves out the legend, which another panel shows.
  void setLegendElsewhere(bool elsewhere);
  void setClosable(bool closable);
  void setMaximised(bool maximised) { m_maximised = maximised; }

  /// The head that the panel shows.
  HeadId head() const;
  /// What it sees; without maps before there is a result.
  const LensResult& sight() const { return m_seen; }
  /// "Layer 1 · Head 3 · text B".
  QString title() const;
  /// What the status line says of the cell under the cursor; empty without one.
  QString cellText() const;
  /// The figure on screen, as a copy to be styled apart.
  std::unique_ptr<AttentionFigure> figure() const;
  /// The view on screen.
  AttentionView* view() const { return m_views.at(m_state.kind); }
  PanelHeader& header() { return *m_header; }
  /// Gives the keyboard to its note, and shows that first where there is none yet.
  void editNote();

 signals:
  void stateRequested(const headlight::PanelState& state);
  /// Another part is in view: `byPerson`, or because a cell was to be shown.
  void zoomRequested(const QRectF& cells, bool byPerson);
  void closeRequested();
  void exportRequested();
  void maximiseRequested();
  void moveRequested(int step);
  /// All panels are to be drawn like this one.
  void lookRequested();
  /// A head in a panel of its own.
  void besideRequested(headlight::HeadId head);
  /// Who looks at a part of a picture or a sound is asked, or no longer.
  void partChosen(const headlight::ChosenPart& part);
  void changeRequested(const headlight::Intervention& change);
  void cellTextChanged();
  /// The person turned to this panel.
  void activated();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Veil;
  void connectHeader();
  void showState();
  void showChips();
  void showNote();
  void removeChip(int index);
  /// The view of the present kind, made when first wanted.
  AttentionView* currentView();
  /// Asks for the present state as `change` alters it.
  template <class Change>
  void request(Change change);
  void ask(const PanelState& wanted);
  void placeVeil();
  /// What the panel's menu offers to change in the model.
  std::vector<Intervention> possibleChanges() const;

  /// Has the panel share its tokens with the others where they are the same.
  void linkSelection();
  /// Computes what the panel sees, and shows that.
  void look();

  Selection* m_selection;
  LinkedSelection m_linked;  ///< What the views know of it.
  PanelState m_state;
  FigureStyle m_baseStyle;
  RunResults m_results;
  Sources m_sources;
  LensResult m_seen;
  bool m_stale = false, m_maximised = false, m_closable = true, m_legendElsewhere = false;
  std::map<PanelKind, AttentionView*> m_views;
  PanelMenu* m_menu;
  PanelHeader* m_header;
  LensBar* m_chips;
  TextField* m_note;
  QStackedLayout* m_stack;
  Veil* m_veil;
};

}  // namespace headlight
