#pragma once

#include <QDialog>
#include <string>

#include "core/text/text_file.h"
#include "ui/job.h"

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QSlider;
class QSpinBox;

namespace headlight {

/// What reading a text would take; a value, so that a job can find it out.
struct ReadingCost {
  std::size_t tokens = 0;
  double bytes = 0;      ///< Of memory or of a scratch file.
  bool scratch = false;  ///< It would lie in a scratch file.
  std::string refusal;   ///< Why the model cannot read it; empty when it can.
  std::string warning;   ///< What is to be known of it.
};

/// Asks which part of a text file shall be read: where it begins and how long it is. Shows the part, its tokens and
/// what reading it takes, before anything is read by the model.
class TextFileDialog final : public QDialog {
  Q_OBJECT
 public:
  using Estimate = std::function<ReadingCost(const std::string& text, const Progress& progress)>;

  /// Throws Error for a file that is no text.
  TextFileDialog(const std::filesystem::path& file, Estimate estimate, QWidget* parent = nullptr);

  /// The chosen part.
  const std::string& text() const { return m_text; }

 signals:
  void chosen(const std::string& text);

 private:
  void showPart();
  void showCost(const ReadingCost& cost);
  std::uint64_t begin() const;

  TextFile m_file;
  Estimate m_estimate;
  std::string m_text;
  QSlider* m_begin;
  QLabel* m_place;
  QSpinBox* m_length;
  QPlainTextEdit* m_preview;
  QLabel* m_cost;
  QDialogButtonBox* m_buttons;
  Job<ReadingCost> m_job;
};

}  // namespace headlight
