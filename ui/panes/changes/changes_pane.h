#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/dialogs/changes/change_form.h"
#include "ui/reading/workspace.h"

class QLabel;
class QListWidget;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace headlight {

class AmountSlider;
class ChangeLine;

/// The changes to the model as a list with switches, and the ways to add to it: a form for each kind, or a line in the
/// grammar of core/intervention/grammar.h. A change that does not fit the text or the model is shown greyed with the
/// reason, and kept.
class ChangesPane final : public QWidget {
  Q_OBJECT
 public:
  explicit ChangesPane(Workspace* workspace, QWidget* parent = nullptr);

  /// The attention of the heads that are in view, which the selected one is of.
  void setAttention(AttentionType attention) { m_attention = attention; }
  /// The head that the current panel shows, which need not be the one that is selected.
  void setPanelHead(HeadId head) { m_panelHead = head; }
  /// What can be added, for other menus.
  void fillAddMenu(QMenu* menu);
  /// Opens the form for a kind.
  void openForm(ChangeFormKind kind);
  /// Asks for texts to make a steering vector of.
  void openSteering();
  void add(const std::vector<Intervention>& changes);
  /// Adds changes that were asked for elsewhere, and has the list shown.
  void change(const std::vector<Intervention>& changes);
  /// Has the list shown, with the keyboard in the line to write a change.
  void write();

 signals:
  /// The list is to be seen.
  void showRequested();
  /// There is attention alone, and no model to change.
  void refused();
  /// The model with the changes beside the model as it is, and their difference.
  void differenceRequested();
  /// What tells the model from another one is to be seen.
  void comparisonRequested();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void makeActions();
  /// The selected head as it is seen where attention of that type is in view.
  HeadId selectedHead(AttentionType attention) const;
  /// Switches the selected head off, or takes back that it is.
  void switchSelectedHead();
  /// Has the window show the model as it is, or with the changes again.
  void switchBeforeAfter();
  void buildButtons(QVBoxLayout* column);
  /// Shows the list as the workspace has it.
  void showChanges();
  /// Makes the list as high as its rows.
  void fitList();
  /// The amount of the marked change, below the list.
  void showAmount();
  void takeSwitch(int row);
  void edit(int row);
  void remove(int row);
  void endEdit();
  void enter(const std::vector<Intervention>& changes);
  void showProblem(bool refused);
  /// Why the change of each row is left out; empty where it is not.
  QStringList reasons() const;

  QPointer<Workspace> m_workspace;
  AttentionType m_attention = AttentionType::Self;
  std::optional<HeadId> m_panelHead;
  QLabel* m_hint;
  QListWidget* m_list;
  AmountSlider* m_amount;
  QToolButton *m_edit, *m_remove;
  ChangeLine* m_line;
  QLabel* m_problem;
  std::optional<int> m_edited;  ///< The row that the line is about.
  bool m_showing = false;
};

}  // namespace headlight
