#include "ui/window/model_button.h"

#include <QStringList>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "ui/dialogs/model_sheet.h"
#include "ui/panes/message_bar.h"
#include "ui/reading/workspace.h"
#include "ui/reading/workspace_actions.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/pane_parts.h"
#include "ui/words.h"

namespace headlight {

ModelButton::ModelButton(Workspace* workspace, MessageBar* messages) : m_workspace(workspace), m_messages(messages) {
  setObjectName(QStringLiteral("modelButton"));
  setAccessibleName(tr("Model"));
  setToolTip(tr("Current model. Click to open another."));
  setIcon(themedIcon(QStringLiteral("model")));
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  setPopupMode(QToolButton::InstantPopup);
  setText(tr("No model"));
  QAction* sheet = makeAction(this, {"modelSheetAction", tr("Model s&heet…"), "Ctrl+I"}, [this] { showSheet(); });
  enableWhile(workspace, {sheet}, hasModel);
  connect(workspace, &Workspace::modelChanged, this, [this] {
    showNames();
    showRemarks();
  });
}

void ModelButton::showNames() {
  QString names = QString::fromStdString(m_workspace->model()->info.name);
  if (const auto& other = m_workspace->otherModel())
    names = tr("%1 and %2").arg(names, QString::fromStdString(other->info.name));
  setText(keyless(names));
  setAccessibleName(tr("Model: %1").arg(names));
}

void ModelButton::showRemarks() {
  QStringList remarks;
  // Those of attention from a file stand under the text.
  for (const auto& model : {m_workspace->model(), m_workspace->otherModel()})
    if (model && !model->stored)
      for (const std::string& remark : model->info.remarks)
        remarks << tr("%1: %2").arg(QString::fromStdString(model->info.name), QString::fromStdString(remark));
  const QString said = std::exchange(m_remarks, remarks.join(u'\n'));
  if (m_remarks.isEmpty() || m_remarks == said) return;
  m_messages->showMessage(Notice::Level::Warning, m_remarks, {{tr("Model sheet"), [this] { showSheet(); }}});
}

void ModelButton::showSheet() {
  if (!m_workspace->model()) return;
  const Source& source = *m_workspace->model();
  std::optional<ModelFiles> files;
  if (source.model) {
    try {
      files = modelFilesAt(source.path);
    } catch (const Error&) {
      // The model is open; its files may be gone meanwhile.
    }
  }
  (new ModelSheet(source.info, modelFacts(source, std::move(files)), window()))->open();
}

}  // namespace headlight
