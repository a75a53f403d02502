#pragma once

#include <QDialog>
#include <memory>

#include "ui/reading/engine.h"

class QSpinBox;

namespace headlight {

class CostFigure;
class FigureCanvas;
struct CostData;

/// What the open model costs against the length of the text, with the open text marked.
class CostWindow final : public QDialog {
  Q_OBJECT
 public:
  explicit CostWindow(QWidget* parent = nullptr);
  ~CostWindow() override;

  /// `tokens` (0 for none) were read in `seconds` (0 when that is not known).
  void explain(std::shared_ptr<const Source> model, Index tokens, double seconds);
  const std::shared_ptr<const CostData>& data() const { return m_data; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void count();
  void draw();
  void exportChart();

  std::shared_ptr<const Source> m_model;
  Index m_tokens = 0;
  double m_seconds = 0;
  std::shared_ptr<const CostData> m_data;
  QSpinBox* m_window;
  FigureCanvas* m_canvas;
};

}  // namespace headlight
