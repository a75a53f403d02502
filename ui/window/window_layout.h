#pragma once

#include <QByteArray>
#include <QObject>
#include <QStringList>

class QAction;
class QMainWindow;
class QSplitter;

namespace headlight {

struct ActionWords;
struct Settings;

/// How the window is divided: heads, panels and the side panel beside each other, the outer two shown or hidden, in the
/// window or in windows of their own; full screen; all of it remembered from one start to the next, and under names.
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

  /// The layouts that were saved, by name.
  QStringList names() const;
  void saveAs(const QString& name);
  /// Takes over a layout that was saved; nothing where there is none of that name.
  void open(const QString& name);
  void forget(const QString& name);

 private:
  /// Heads or the side panel.
  struct Part {
    QWidget* widget = nullptr;
    QWidget* window = nullptr;  ///< Its own while it floats.
    QAction *shows = nullptr, *floats = nullptr;
  };
  void makeActions(Part& part, const ActionWords& shows, const ActionWords& floats, bool Settings::*hides,
                   bool Settings::*isFloating);
  void setFloating(Part& part, bool floats);
  void askName();
  /// The sizes and parts of a first start.
  void reset();
  void setFullScreen(bool full);
  QByteArray columns() const;
  bool eventFilter(QObject* watched, QEvent* event) override;

  QMainWindow* m_window;
  QSplitter* m_columns;
  Part m_heads, m_side;
  QByteArray m_docked;  ///< The columns before a part left them.
  QAction* m_full;
};

}  // namespace headlight
