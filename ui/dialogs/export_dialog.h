#pragma once

#include <QDialog>
#include <functional>
#include <memory>
#include <vector>

#include "ui/figures/figure.h"
#include "ui/figures/figure_style.h"
#include "ui/figures/figure_writer.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace headlight {

class FigurePreview;

/// Something that can be put on paper: how it is called, how it looks on screen, and how to make it look otherwise.
struct Exportable {
  QString name;
  FigureStyle style;
  std::function<std::unique_ptr<Figure>(const FigureStyle&)> make;
};

/// What the person chose for a figure file.
struct ExportSettings {
  FigureFormat format = FigureFormat::Png;
  WriteOptions write;
  Theme theme = Theme::Light;
  bool title = true, caption = true, transparent = false;
};

/// The settings used last, and how they are kept for the next time.
ExportSettings loadExportSettings();
void saveExportSettings(const ExportSettings& settings);

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
  void showSettings(const ExportSettings& settings);
  void choosePreset(int index);
  void settingsChanged();
  void browse();
  void write();
  std::unique_ptr<Figure> figure() const;

  std::vector<Exportable> m_choices;
  QComboBox* m_what;
  QComboBox* m_format;
  QComboBox* m_preset;
  QSpinBox* m_width;
  QSpinBox* m_height;
  QSpinBox* m_dpi;
  QComboBox* m_theme;
  QCheckBox* m_title;
  QCheckBox* m_caption;
  QCheckBox* m_transparent;
  QLineEdit* m_path;
  QLabel* m_problem;
  FigurePreview* m_preview;
};

}  // namespace headlight
