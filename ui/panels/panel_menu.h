#pragma once

#include <QMenu>

#include "core/intervention/intervention.h"
#include "ui/state/panel_state.h"

namespace headlight {

/// What a workspace has to choose from.
struct Sources {
  QString model;           ///< Name of the model.
  QString otherModel;      ///< Of the one that it is compared with; empty without one.
  bool otherText = false;  ///< Whether there is a text to compare with.
  bool changes = false;    ///< Whether there are changes to the model.
  bool operator==(const Sources&) const = default;

  std::vector<RunId> runs() const;
  /// "Text B", "bert", "bert, text B": as much as tells the readings apart.
  QString name(RunId run) const;
};

/// What there is to say about a panel beside its state, for its menu.
struct PanelFacts {
  Sources sources;
  HeadId head;        ///< The one that it shows.
  HeadId selected;    ///< The one that is selected in the atlas.
  bool heads = true;  ///< Whether its maps have heads of their own.
  bool closable = true;
  bool maximised = false;
  std::vector<Intervention> changes;      ///< What can be changed where the pointer or the cursor is.
  std::vector<Token> tokens;              ///< Of the text, to name them by.
  std::vector<AttentionType> attentions;  ///< Of a model of several stacks.
};

/// Everything that can be done with one panel: the menu of its button and of a right click.
class PanelMenu final : public QMenu {
  Q_OBJECT
 public:
  explicit PanelMenu(QWidget* parent = nullptr);

  /// Fills the menu anew for a panel.
  void fill(const PanelState& state, const PanelFacts& facts);

 signals:
  void stateRequested(const headlight::PanelState& state);
  void exportRequested();
  void closeRequested();
  void maximiseRequested();
  void changeRequested(const headlight::Intervention& change);
  /// All panels are to be drawn like this one.
  void lookRequested();
  void noteRequested();
  /// One place earlier (-1) or later (+1).
  void moveRequested(int step);

 private:
  /// An entry that asks for the state as `change` alters it; with a tick where `checked` is given.
  template <class Change>
  QAction* add(QMenu& menu, const QString& name, std::optional<bool> checked, Change change);
  void addSources(const PanelFacts& facts);
  void addSettings(const PanelFacts& facts);
  void addChanges(const PanelFacts& facts);
  void addCommands(const PanelFacts& facts);

  PanelState m_state;
};

}  // namespace headlight
