#include "ui/charts/contacts/contacts_window.h"

#include "ui/charts/chart_export.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/theme.h"

namespace headlight {

ContactsWindow::ContactsWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("contacts"), tr("Contacts"), workspace, beside) {
  addChart(tr("Predicted contacts of residues; arrow keys move"), &m_job, tr("Contacts progress"));
  canvas()->setWalkable(true);
  resize(760, 760);
}

ContactsWindow::~ContactsWindow() = default;

void ContactsWindow::follow(const Workspace&) {
  const std::shared_ptr<const RunResult> reading = this->reading();
  if (reading == m_reading) return;
  m_reading = reading;
  m_report = nullptr;
  m_job.cancel();
  draw();
  if (!m_reading || !m_reading->trace || !predictsContacts(*m_reading->request.model->model))
    return say(tr("This model predicts no contacts. Open a protein model with a contact head, such as ESM-2."));
  say({});
  m_job.start(
      [reading = m_reading](const Progress& progress) {
        return tellContacts(*reading->request.model->model, reading->trace, progress);
      },
      [this](ContactsReport report) {
        report.text = m_reading->context.text;
        report.changed = m_reading->context.changed;
        m_report = std::make_shared<const ContactsReport>(std::move(report));
        draw();
      },
      [this](const QString& message) { say(message); });
}

std::shared_ptr<const Figure> ContactsWindow::chart() const {
  return m_report ? contactsFigure(*m_report, screenStyle()) : nullptr;
}

Exportable ContactsWindow::exportable() const { return exportableContacts(m_report, madeBy(*m_report)); }

}  // namespace headlight
