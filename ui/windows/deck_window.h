#pragma once

#include <QPixmap>
#include <QTimer>
#include <map>
#include <string>
#include <vector>

#include "ui/windows/deck.h"
#include "ui/windows/workspace_window.h"

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

/// The pages of a deck in their order, with a title and a sentence each, and the way into a file. It shows the pages
/// that have come of what it asks the deck for.
class DeckWindow final : public WorkspaceWindow {
  Q_OBJECT
 public:
  DeckWindow(Deck* deck, Workspace* workspace, QWidget* beside);
  ~DeckWindow() override;

 protected:
  void follow(const Workspace& workspace) override;
  About about() const override { return About::NoRun; }
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* buildList();
  QWidget* buildPage();
  QWidget* buildExport();
  void showPages();
  /// A small picture of a page; empty where it is not there yet, or takes long.
  QPixmap thumbnail(const DeckPage& page);
  void open();
  void showPage();
  /// Takes over what a person typed, once typing has paused or the page is left.
  void flush();
  void preview();
  void move(int step);
  /// The name of the file as long as the person has chosen none.
  void propose();
  void suffixFollows();
  void present();
  void askToWrite();
  void write(const QString& path);
  int current() const;
  /// Which word the text begins with: 0 for none, else the place among the kinds of notes from 1.
  int noteKind() const;
  void showNoteKind();
  /// Has the text begin with the word of that kind, in place of another.
  void setNoteKind(int kind);
  QString suffix() const;
  ExportSettings settings() const;

  Deck* m_deck;
  std::vector<DeckPage> m_pages;
  QListWidget* m_list;
  QLabel* m_empty;
  QPushButton *m_up, *m_down, *m_remove, *m_open, *m_present, *m_export;
  QLineEdit* m_title;
  QPlainTextEdit* m_sentence;
  FigurePreview* m_preview;
  QComboBox *m_note, *m_kind, *m_slides, *m_theme;
  QCheckBox* m_text;
  QLineEdit* m_path;
  QString m_proposed;  ///< As in ExportDialog.
  WrittenNote* m_says;
  QTimer m_settled;
  QTimer m_typing;
  Shared<std::vector<DeckSlide>> m_followed;  ///< The slides that are shown.
  std::map<std::string, QPixmap> m_thumbnails;  ///< By what a page shows, and its theme.
  int m_typed = -1;        ///< The page whose texts were typed and not yet reported.
  bool m_showing = false;  ///< The fields are filled by the program, not by a person.
};

}  // namespace headlight
