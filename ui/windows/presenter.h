#pragma once

#include <QDialog>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <vector>

#include "ui/export/exporter.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace headlight {

class FigurePreview;

/// A page of a talk: what the audience sees, and what the speaker reads beside it.
struct TalkPage {
  DeckPage page;
  QString notes;
};
/// The pages of a deck; their notes are their sentences, what the pictures show and what made them.
std::vector<TalkPage> talkPages(const std::vector<DeckPage>& pages);

/// What the audience sees: a picture and nothing else, on a screen of its own or, to be shared in a call, in a window.
class AudienceWindow final : public QWidget {
  Q_OBJECT
 public:
  AudienceWindow();

  /// Fills that screen; a window for none.
  void showOn(QScreen* screen);
  /// Nothing but paper while `blank`.
  void setBlank(bool blank);
  FigurePreview* picture() const { return m_picture; }

 signals:
  /// A key was pressed in it; a talk is led from either window.
  void keyPressed(int key);
  void resized();
  void closed();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  FigurePreview* m_picture;
};

/// Leads a talk: the page that the audience sees, the next one, notes, the clock and the number of the page. Keys, also
/// those that remote controls send: arrows, page keys, space and Return go on or back, Home and End, B blanks the
/// picture, Esc ends.
class Presenter final : public QDialog {
  Q_OBJECT
 public:
  /// At least one page; begins at number `first`.
  Presenter(std::vector<TalkPage> pages, const ExportSettings& settings, int first, QWidget* parent = nullptr);
  ~Presenter() override;

  int page() const { return m_page; }
  AudienceWindow* audience() const { return m_audience; }
  /// "3:07" or "1:02:09".
  static QString elapsedText(qint64 seconds);

 public slots:
  void goTo(int page);

 signals:
  void pageChanged(int page);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void done(int result) override;

 private:
  QWidget* buildFoot();
  /// Whether the key is one that leads.
  bool lead(int key);
  void showPage(FigurePreview* view, int page) const;
  void fillScreens();
  void chooseScreen();
  void tick();

  std::vector<TalkPage> m_pages;
  ExportSettings m_settings;
  int m_page = -1;
  bool m_blank = false;
  FigurePreview *m_now, *m_next;
  QLabel *m_notes, *m_time, *m_number, *m_nextTitle;
  QPushButton *m_back, *m_on;
  QComboBox* m_screens;
  QElapsedTimer m_since;
  QTimer m_ticks;
  QPointer<AudienceWindow> m_audience;
};

}  // namespace headlight
