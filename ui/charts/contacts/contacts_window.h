#pragma once

#include "ui/charts/contacts/contacts_chart.h"
#include "ui/job.h"
#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

namespace headlight {

/// Shows which residues of a protein touch, as its model (ESM) predicts from its heads.
class ContactsWindow final : public ChartWindow {
  Q_OBJECT
 public:
  ContactsWindow(Workspace* workspace, QWidget* beside);
  ~ContactsWindow() override;

  /// Null for a model that predicts none.
  const std::shared_ptr<const ContactsReport>& report() const { return m_report; }

 protected:
  void follow(const Workspace& workspace) override;
  About about() const override { return About::ShownRun; }
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;

 private:
  std::shared_ptr<const RunResult> m_reading;
  std::shared_ptr<const ContactsReport> m_report;
  Job<ContactsReport> m_job;
};

}  // namespace headlight
