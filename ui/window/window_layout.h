#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QSplitter;

namespace headlight {

/// How the window is divided: heads, panels and the side panel beside each other, the outer two shown or hidden; full
/// screen; all of it remembered from one start to the next.
class WindowLayout final : public QObject {
  Q_OBJECT
 public:
  /// `columns` holds heads, panels and the side panel, in this order.
  WindowLayout(QSplitter* columns, QMainWindow* window);

  /// As it was at the last end; on a first start most of the screen, up to a size at which lines of text stay readable.
  void restore();
  void save() const;
  /// Shows the side panel if it is hidden.
  void showSide();

 private:
  /// The sizes and parts of a first start.
  void reset();
  void setFullScreen(bool full);
  bool eventFilter(QObject* watched, QEvent* event) override;

  QMainWindow* m_window;
  QSplitter* m_columns;
  QAction *m_heads, *m_side, *m_full;
};

}  // namespace headlight
