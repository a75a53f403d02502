#pragma once

#include <QString>
#include <QToolButton>

namespace headlight {

class MessageBar;
class Workspace;

/// Names the models that are open, and has their sheet; says once what is unusual about them.
class ModelButton final : public QToolButton {
  Q_OBJECT
 public:
  ModelButton(Workspace* workspace, MessageBar* messages);

 private:
  void showNames();
  void showRemarks();
  void showSheet();

  Workspace* m_workspace;
  MessageBar* m_messages;
  QString m_remarks;  ///< Of the models that are open, as they were said.
};

}  // namespace headlight
