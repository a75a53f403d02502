#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "ui/export/exportable.h"
#include "ui/job.h"
#include "ui/state/session_file.h"
#include "ui/walkthrough/walk_report.h"
#include "ui/windows/workspace_window.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace headlight {

class WrittenNote;
class FigureCanvas;

/// Explains the way of the pinned token, or of the last one, through the selected head in steps, forward and back, on
/// screen as on slides. Keys: arrows and page keys for the steps (as remote controls of presenters send them), N for
/// the numbers, F11 for the full screen.
class WalkWindow final : public WorkspaceWindow {
  Q_OBJECT
 public:
  /// `session` is what a session of the workspace would be now; files that are made of a step keep what it shows.
  WalkWindow(std::function<Session()> session, Workspace* workspace, QWidget* beside);
  ~WalkWindow() override;

  void setStep(WalkStep step);
  WalkStep step() const { return m_step; }
  void setNumbers(bool show);
  /// Null while the story is being computed, or cannot be.
  const std::shared_ptr<const WalkReport>& story() const { return m_story; }
  /// Every step as something to export.
  std::vector<Exportable> exportables() const;

 protected:
  /// The step stays.
  void follow(const Workspace& workspace) override;
  void keyPressEvent(QKeyEvent* event) override;
  /// Buttons would take the arrow keys to walk among themselves.
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QWidget* buildChoice();
  QWidget* buildSteps();
  void fillChoice();
  void choose();
  void tell();
  /// Says at each step's button what it shows.
  void nameSteps();
  void showStep(bool fade);
  void showTextSizes();
  void goTo(int step);
  void toggleFullScreen();
  /// The steps on another screen, with their notes on this one.
  void present();
  void exportStep();
  void exportSlides();
  void writeSlides(const QString& path);

  std::function<Session()> m_session;
  std::shared_ptr<const RunResult> m_reading;
  HeadId m_head;
  Index m_token = 0;
  std::shared_ptr<const WalkReport> m_story;  ///< Of m_told, which may be an earlier reading than m_reading.
  std::shared_ptr<const RunResult> m_told;
  WalkStep m_step = WalkStep::Tokens;
  bool m_filling = false;
  QWidget *m_choice, *m_steps;
  QComboBox *m_tokens, *m_layers, *m_heads;
  QLabel *m_title, *m_caption, *m_numbersLine;
  WrittenNote* m_says;
  FigureCanvas* m_view;
  QButtonGroup* m_dots;
  QPushButton *m_back, *m_next, *m_export, *m_slides;
  QToolButton *m_full, *m_present;
  QCheckBox* m_numbers;
  Job<WalkReport> m_job;
};

}  // namespace headlight
