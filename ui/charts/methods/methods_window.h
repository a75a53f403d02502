#pragma once

#include <optional>

#include "ui/charts/methods/methods_figure.h"
#include "ui/job.h"
#include "ui/reading/engine.h"
#include "ui/windows/chart_window.h"

class QCheckBox;

namespace headlight {

/// Shows what several methods say the pinned token looks at, beside each other; follows the selected head and token, or
/// the last token of the text.
class MethodsWindow final : public ChartWindow {
  Q_OBJECT
 public:
  MethodsWindow(Workspace* workspace, QWidget* beside);

  /// Null before the methods were computed.
  const std::shared_ptr<const MethodsReport>& story() const { return m_story; }

 protected:
  void follow(const Workspace& workspace) override;
  About about() const override { return About::ShownRun; }
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;

 private:
  /// What is read at once: the maps of a run, and what the prediction at one of its tokens owes to others.
  struct Read {
    MethodsRead maps;
    PredictionEvidence evidence;
  };
  Index query() const;
  /// Computes the methods of the reading, or only those about the token.
  void read();
  void readToken();
  void start(std::optional<MethodsRead> known);
  /// Tells the story of the head and the token from what was read.
  void tell();

  std::shared_ptr<const RunResult> m_reading;
  HeadId m_head;
  std::optional<Index> m_token;
  std::optional<Read> m_read;
  std::optional<Index> m_asked;  ///< The token that evidence was last asked about.
  std::shared_ptr<const MethodsReport> m_story;
  QCheckBox* m_slow;
  Job<Read> m_job;
};

}  // namespace headlight
