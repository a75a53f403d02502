#pragma once

#include <QDialog>
#include <QTimer>
#include <vector>

#include "ui/export/export_settings.h"
#include "ui/export/exportable.h"
#include "ui/job.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace headlight {

class ExportWork;
class FigurePreview;

/// Puts a figure into a file, with a live preview painted by the figure itself.
class ExportDialog final : public QDialog {
  Q_OBJECT
 public:
  ExportDialog(std::vector<Exportable> choices, std::size_t current, QWidget* parent = nullptr);
  ~ExportDialog() override;

  ExportSettings settings() const;

 signals:
  void exported(const QString& path);

 private:
  QWidget* buildForm();
  void buildFileRows(QFormLayout& form);
  void buildLookRows(QFormLayout& form);
  void buildShowRows(QFormLayout& form);
  void showSettings(const ExportSettings& settings);
  void choosePreset(int index);
  /// Shows what follows from the settings, and the picture itself when they have settled.
  void settingsChanged();
  void preview();
  /// A path with a name that says what is in the file.
  QString proposal() const;
  void browse();
  /// Writes the file, after asking where there is one.
  void write();
  void writeTo(const QString& path);
  void finish(ExportWork& work, const QString& path);
  void showProblem(const QString& message);
  const Exportable& chosen() const;
  /// Marks what was clicked, or goes to its text when it is marked already.
  void mark(QPointF point);
  void showCallouts();

  std::vector<Exportable> m_choices;
  QComboBox* m_what;
  const Exportable* m_partOf = nullptr;  ///< Of which m_part is shown or hidden.
  QLabel* m_partLabel;
  QComboBox* m_part;
  QComboBox* m_kind;
  QLabel* m_presetLabel;
  QComboBox* m_preset;
  QWidget* m_size;
  QSpinBox* m_width;
  QSpinBox* m_height;
  QSpinBox* m_dpi;
  QLabel* m_slidesLabel;
  QComboBox* m_slides;
  QLabel* m_inches;
  QComboBox* m_theme;
  QComboBox* m_colours;
  QComboBox* m_family;
  QComboBox* m_legend;
  QSpinBox* m_points;
  QCheckBox* m_title;
  QLineEdit* m_ownTitle;
  QCheckBox* m_caption;
  QLineEdit* m_ownCaption;
  QCheckBox* m_values;
  QCheckBox* m_transparent;
  QCheckBox* m_text;
  QLabel* m_textNote;
  QWidget* m_calloutRows;
  QLineEdit* m_path;
  QString m_proposed;  ///< What the program wrote into m_path; anything else there is the person's.
  QLabel* m_problem;
  FigurePreview* m_preview;
  QPushButton* m_export;
  Job<std::shared_ptr<ExportWork>> m_exporting;
  QTimer m_settled;
  std::vector<Callout> m_callouts;
  QStringList m_calloutNames;  ///< What the spots said that were clicked.
};

}  // namespace headlight
