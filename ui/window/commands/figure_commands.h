#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "ui/state/session_file.h"

class QMainWindow;

namespace headlight {

class AtlasView;
class AttentionFigure;
class Deck;
class MessageBar;
class PanelArea;
class Workspace;

/// Takes what panels show out of the window: into files, onto the clipboard, into the deck.
class FigureCommands final : public QObject {
  Q_OBJECT
 public:
  struct Parts {
    Workspace* workspace;
    PanelArea* panels;
    const AtlasView* atlas;
    Deck* deck;
    MessageBar* messages;
    /// What a session of the workspace would be now.
    std::function<Session()> session;
    /// Takes over what was typed a moment ago.
    std::function<void()> flush;
  };
  /// Dialogs are over `window`, which also owns this.
  FigureCommands(Parts parts, QMainWindow* window);

  void exportFigure();
  /// Has the current panel, the walkthrough of its head or an ablation go into a file frame by frame.
  void exportAnimation();

 signals:
  /// A figure was written into a file.
  void exported();

 private:
  /// The session as it is seen: with what is pointed at.
  Session seenSession() const;
  /// Says where a file is that was written.
  void showWritten(const QString& path);
  /// What the current panel shows, as figures that leave the window look; null where there is none.
  std::unique_ptr<AttentionFigure> figureForPaper() const;
  void printPanel();
  void copyFigure();
  /// The weights of the current panel's head, for spreadsheets.
  void copyNumbers();
  /// What draws the current panel without the window.
  void copyCommand();
  /// Makes a page of the deck of the current panel.
  void addToDeck();

  Parts m_parts;
  QMainWindow* m_window;
};

}  // namespace headlight
