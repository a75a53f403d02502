#pragma once

#include <QObject>
#include <QPointer>

#include "ui/reading/engine.h"

namespace headlight {

class FigureCommands;
class HandsOnTour;
class MainWindow;
class StartPage;

/// What a person meets at first: the start page, and the tour that is done.
class Beginning final : public QObject {
  Q_OBJECT
 public:
  /// After the other commands of `window` were made.
  Beginning(MainWindow& window, Engine engine, const FigureCommands& figures);

  void showStartPage();
  void showTour();

 private:
  MainWindow& m_window;
  Engine m_engine;
  const FigureCommands& m_figures;
  QPointer<StartPage> m_page;
  QPointer<HandsOnTour> m_tour;
};

}  // namespace headlight
