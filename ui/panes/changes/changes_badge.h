#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/reading/workspace.h"

class QLabel;
class QToolButton;

namespace headlight {

/// A line that says how many changes to the model are switched on, with the switch that has the whole window show the
/// model before or after them. Hidden while there are none.
class ChangesBadge final : public QWidget {
  Q_OBJECT
 public:
  explicit ChangesBadge(Workspace* workspace, QWidget* parent = nullptr);

 signals:
  /// The person wants to see the list.
  void listRequested();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showChanges();
  void elide();

  QPointer<Workspace> m_workspace;
  QToolButton* m_count;
  QToolButton *m_before, *m_after;
  QLabel* m_names;
  QString m_allNames;
};

}  // namespace headlight
