#pragma once

#include <QDialog>
#include <memory>
#include <optional>
#include <string>

#include "core/text/text_file.h"
#include "ui/job.h"

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QSlider;
class QSpinBox;

namespace headlight {

/// What reading a text would take; a value, so that a job can find it out.
struct ReadingCost {
  std::size_t tokens = 0;
  std::size_t own = 0;     ///< Those of the text itself, without what the model puts around it.
  std::size_t length =
      0;  ///< Bytes of the text that was counted: its beginning, up to the most tokens that were asked for.
  double bytes = 0;      ///< Of memory or of a scratch file.
  bool scratch = false;  ///< It would lie in a scratch file.
  std::string refusal;   ///< Why the model cannot read it; empty when it can.
  std::string warning;   ///< What is to be known of it.
};

/// Asks which part of a text file to read: where it begins and how many tokens it has, or all of it. Shows the part and
/// what reading it takes, before anything is read by the model. A part that the file does not have is refused.
class TextFileDialog final : public QDialog {
  Q_OBJECT
 public:
  /// Counts at most `most` tokens of a text.
  using Estimate = std::function<ReadingCost(const std::string& text, std::size_t most, const Progress& progress)>;

  /// Throws Error for a file that is no text.
  TextFileDialog(const std::filesystem::path& file, Estimate estimate, QWidget* parent = nullptr);

  /// The chosen part; empty while it is counted.
  const std::string& text() const { return m_text; }

 signals:
  /// `replaced`: whether some of what was read for it was no UTF-8.
  void chosen(const std::string& text, bool replaced);

 private:
  /// A part of the file, counted.
  struct Part {
    std::string text;
    ReadingCost cost;
    bool replaced = false;  ///< Some of it was no UTF-8.
    bool lacking = false;  ///< The file ends before it has so many tokens.
  };
  static Part read(const std::filesystem::path& file, std::uint64_t from, std::optional<std::size_t> tokens,
                   const Estimate& estimate, const Progress& progress);
  void count();
  void showPart(Part part);
  std::uint64_t begin() const;

  TextFile m_file;
  Estimate m_estimate;
  std::string m_text;
  bool m_replaced = false;
  QSlider* m_begin;
  QLabel* m_place;
  QSpinBox* m_length;
  QCheckBox* m_whole;
  QPlainTextEdit* m_preview;
  QLabel* m_cost;
  QDialogButtonBox* m_buttons;
  Job<Part> m_job;
};

}  // namespace headlight
