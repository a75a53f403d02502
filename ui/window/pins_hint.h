#pragma once

#include <QObject>
#include <QString>

#include "core/base/ids.h"

namespace headlight {

class MessageBar;
class PanelArea;
class Workspace;

/// Says why a head that was chosen is in no picture, where every panel keeps its own, as long as that is so.
class PinsHint final : public QObject {
  Q_OBJECT
 public:
  PinsHint(Workspace* workspace, PanelArea* panels, MessageBar* messages, QObject* parent);

  /// After `chosen` was chosen.
  void explain(HeadId chosen);

 private:
  void end();
  /// Whether a panel in view shows the head that is selected.
  bool someFollow() const;

  Workspace* m_workspace;
  PanelArea* m_panels;
  MessageBar* m_messages;
  QString m_said;  ///< Empty while there is nothing to explain.
};

}  // namespace headlight
