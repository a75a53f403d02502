#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/figures/figure_frame.h"
#include "ui/job.h"
#include "ui/reading/workspace.h"

namespace headlight {

class TokenStrip;

/// Colours the chips of a TokenStrip by how surprising each token is to the model, -ln p in nats; itself the legend of
/// those colours, which stands below the strip while it is on.
class SurpriseTint final : public QWidget {
  Q_OBJECT
 public:
  SurpriseTint(Workspace* workspace, TokenStrip* strip, QWidget* parent = nullptr);
  ~SurpriseTint() override;

  bool isOn() const { return m_on; }
  /// In nats, none where it is not known; empty before it was computed.
  const std::vector<std::optional<double>>& surprise() const { return m_surprise; }
  /// The colours reach up to the surprise of a blind guess, ln of the number of tokens there are.
  ColourScale scale() const { return m_scale; }
  /// While it pauses, the chips are others' to colour.
  void setPaused(bool paused);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void setOn(bool on);
  void compute();
  void tint();

  Workspace* m_workspace;
  TokenStrip* m_strip;
  bool m_on = false, m_paused = false;
  std::shared_ptr<const RunResult> m_shown;  ///< What the colours are of.
  std::vector<std::optional<double>> m_surprise;
  ColourScale m_scale{ScaleKind::Linear, 1, false, ScaleUnit::Nats};
  QString m_says;
  Job<std::vector<std::optional<double>>> m_job;
};

}  // namespace headlight
