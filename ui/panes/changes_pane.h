#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/dialogs/change_form.h"
#include "ui/reading/workspace.h"

class QLabel;
class QListWidget;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace headlight {

class ChangeLine;

/// The changes to the model as a list with switches, and the ways to add to it: a form for each kind, or a line in the
/// grammar of core/intervention/grammar.h. A change that does not fit the text or the model is shown greyed with the
/// reason, and kept.
class ChangesPane final : public QWidget {
  Q_OBJECT
 public:
  explicit ChangesPane(Workspace* workspace, QWidget* parent = nullptr);

  /// What can be added, for other menus.
  void fillAddMenu(QMenu* menu);
  /// Opens the form for a kind.
  void openForm(ChangeFormKind kind);
  void add(const std::vector<Intervention>& changes);
  void focusLine();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void buildButtons(QVBoxLayout* column);
  /// Shows the list as the workspace has it.
  void showChanges();
  /// Makes the list as high as its rows.
  void fitList();
  void takeSwitch(int row);
  void edit(int row);
  void remove(int row);
  void endEdit();
  void enter(const std::vector<Intervention>& changes);
  void showProblem(bool refused);
  /// Why the change of each row is left out; empty where it is not.
  QStringList reasons() const;

  QPointer<Workspace> m_workspace;
  QLabel* m_hint;
  QListWidget* m_list;
  QToolButton *m_edit, *m_remove;
  ChangeLine* m_line;
  QLabel* m_problem;
  std::optional<int> m_edited;  ///< The row that the line is about.
  bool m_showing = false;
};

}  // namespace headlight
