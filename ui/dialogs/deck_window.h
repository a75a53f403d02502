#pragma once

#include <QDialog>
#include <QTimer>
#include <vector>

#include "ui/export/exporter.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace headlight {

class FigurePreview;
class WrittenNote;

/// The pages of a deck in their order, with a title and a sentence each, and the way into a file. It changes nothing by
/// itself: it asks, and is given the pages that have come of it.
class DeckWindow final : public QDialog {
  Q_OBJECT
 public:
  explicit DeckWindow(QWidget* parent = nullptr);
  ~DeckWindow() override;

  /// A page whose picture is still being computed has neither `make` nor `parts`.
  void setPages(std::vector<DeckPage> pages);
  /// Reports what a person typed, once typing has paused or the page is left.
  void flush();
  /// What became of an export: the file, or a message.
  void showExported(const QString& path);
  void showProblem(const QString& message);

 signals:
  void textsEdited(int page, const QString& title, const QString& sentence);
  void moveRequested(int from, int to);
  void removeRequested(int page);
  void exportRequested(const headlight::ExportSettings& settings, const QString& path);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* buildList();
  QWidget* buildPage();
  QWidget* buildExport();
  void showPage();
  void preview();
  void move(int step);
  /// The name of the file as long as the person has chosen none.
  void propose();
  void suffixFollows();
  void write();
  int current() const;
  ExportSettings settings() const;

  std::vector<DeckPage> m_pages;
  QListWidget* m_list;
  QLabel* m_empty;
  QPushButton *m_up, *m_down, *m_remove, *m_export;
  QLineEdit* m_title;
  QPlainTextEdit* m_sentence;
  FigurePreview* m_preview;
  QComboBox *m_kind, *m_slides, *m_theme;
  QCheckBox* m_text;
  QLineEdit* m_path;
  QString m_proposed;  ///< As in ExportDialog.
  WrittenNote* m_says;
  QTimer m_settled;
  QTimer m_typing;
  int m_typed = -1;        ///< The page whose texts were typed and not yet reported.
  bool m_showing = false;  ///< The fields are filled by the program, not by a person.
};

}  // namespace headlight
