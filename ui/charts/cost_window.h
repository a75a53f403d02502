#pragma once

#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

class QSpinBox;

namespace headlight {

struct CostData;

/// What the open model costs against the length of the text, with the open text marked.
class CostWindow final : public ChartWindow {
  Q_OBJECT
 public:
  CostWindow(Workspace* workspace, QWidget* beside);

  const std::shared_ptr<const CostData>& data() const { return m_data; }

 protected:
  void follow(const Workspace& workspace) override;
  About about() const override { return About::NoRun; }
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;

 private:
  void count();

  std::shared_ptr<const Source> m_model;
  Index m_tokens = 0;    ///< Of the open text; 0 for none.
  double m_seconds = 0;  ///< Which it took to read them; 0 when that is not known.
  std::shared_ptr<const CostData> m_data;
  QSpinBox* m_window;
};

}  // namespace headlight
