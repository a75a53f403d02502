#pragma once

#include <QWidget>
#include <memory>

#include "ui/reading/linked_selection.h"
#include "ui/reading/workspace.h"

class QLabel;

namespace headlight {

class TokenStrip;

/// The tokens that a workspace reads beside its first ones, as chips of their own: those of the text to compare with,
/// which are linked to the first ones, and of a translator's source, which are not. Hidden where there are neither.
class OtherTokens final : public QWidget {
  Q_OBJECT
 public:
  explicit OtherTokens(Workspace* workspace, QWidget* parent = nullptr);

 private:
  struct Row {
    QWidget* box;
    QLabel* letter;
    TokenStrip* strip;
  };
  Row addRow(const char* name, const QString& accessibleName, Selection* selection);
  void follow();

  Workspace* m_workspace;
  LinkedSelection m_linked;
  Selection m_ofSource;
  Row m_source, m_other;
  std::shared_ptr<const RunResult> m_ofFirst, m_ofOther;  ///< Whose tokens are shown; null for none.
};

}  // namespace headlight
