#pragma once

#include <QDialog>
#include <memory>

#include "core/intervention/intervention.h"
#include "ui/job.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace headlight {

struct ModelFolder;

/// Makes a steering vector of two sets of texts that are typed, writes it to a file, and asks for its addition to the
/// stream.
class SteeringForm final : public QDialog {
  Q_OBJECT
 public:
  /// `model` must have a tokenizer and one stack, which `reasonAgainst` looks at.
  explicit SteeringForm(std::shared_ptr<const ModelFolder> model, QWidget* parent = nullptr);

  /// Why nothing can be made for a model; empty where it can.
  static QString reasonAgainst(const ModelFolder& model);

 signals:
  void chosen(const headlight::Intervention& change);

 private:
  QPlainTextEdit* addTexts(const char* name, const QString& label, const QString& example, QBoxLayout* column);
  void browse();
  void make();
  void say(const QString& problem);

  std::shared_ptr<const ModelFolder> m_model;
  QPlainTextEdit *m_to, *m_from;
  QSpinBox* m_layer;
  QComboBox* m_tokens;
  QLineEdit* m_file;
  QLabel* m_problem;
  QPushButton* m_make;
  Job<bool> m_job;
};

}  // namespace headlight
