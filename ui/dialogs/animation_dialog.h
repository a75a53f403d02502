#pragma once

#include <QDialog>
#include <functional>
#include <memory>
#include <vector>

#include "ui/export/motion/animation.h"
#include "ui/job.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace headlight {

class AnimationWork;

/// Something that can be shown frame by frame; `make` is called in a job's thread and throws Error or Cancelled.
struct AnimationChoice {
  QString name;
  std::function<Animation(const Progress&)> make;
};

/// Puts an animation into a file. It is written frame by frame: the window stays usable, and Cancel stops it.
class AnimationDialog final : public QDialog {
  Q_OBJECT
 public:
  /// At least one choice; `about` is what a file of them is named after.
  AnimationDialog(std::vector<AnimationChoice> choices, Provenance about, QWidget* parent = nullptr);
  ~AnimationDialog() override;

  void reject() override;

 signals:
  void exported(const QString& path);

 private:
  QWidget* buildForm();
  AnimationKind kind() const;
  ExportSettings settings() const;
  void settingsChanged();
  void browse();
  void write();
  void writeTo(const QString& path);
  /// Paints `frame`, which is prepared, and has it encoded and the next one prepared; then writes.
  void goOn(const std::shared_ptr<AnimationWork>& work, int frame, const QString& path);
  void showRunning(bool running);
  void fail(const QString& message);

  std::vector<AnimationChoice> m_choices;
  Provenance m_about;
  QComboBox *m_what, *m_kind, *m_size, *m_theme;
  QDoubleSpinBox* m_seconds;
  QCheckBox* m_text;
  QLabel *m_kindNote, *m_problem;
  QLineEdit* m_path;
  QString m_proposed;  ///< What the program wrote into m_path; anything else there is the person's.
  QProgressBar* m_bar;
  QPushButton* m_export;
  int m_frame = 0, m_frames = 1;  ///< Being prepared.
  Job<std::shared_ptr<AnimationWork>> m_job;
};

}  // namespace headlight
