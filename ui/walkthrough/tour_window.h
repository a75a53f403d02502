#pragma once

#include <QDialog>
#include <vector>

#include "ui/state/samples.h"

class QLabel;
class QPushButton;

namespace headlight {

/// "Five things heads do": prepared sentences one after the other, each shown in the workspace while this small window
/// says what to look at; then it is the audience's turn to type.
class TourWindow final : public QDialog {
  Q_OBJECT
 public:
  explicit TourWindow(std::vector<Sample> stops, QWidget* parent = nullptr);

  /// Goes to a stop; the one after the last asks for a text of the audience's own.
  void goTo(int stop);
  int stop() const { return m_stop; }

 signals:
  void sampleRequested(const headlight::Sample& sample);

 private:
  std::vector<Sample> m_stops;
  int m_stop = -1;
  QLabel *m_count, *m_title, *m_says;
  QPushButton *m_back, *m_next;
};

}  // namespace headlight
