#pragma once

#include <QDialog>
#include <QString>
#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace headlight {

/// Something that can be found by typing, and done.
struct PaletteEntry {
  QString kind;                 ///< "Command", "Head", …
  QString text;                 ///< What it does or is called; this is searched, and `also`.
  QString keys = {};            ///< What it is pressed with, where it is a command.
  QString also = {};            ///< Other words for it, which are not shown.
  std::function<void()> run;    ///< Called once the palette is closed.
  bool always = false;          ///< Made for what was typed: it comes first, whatever its words are.
};

/// One line in which everything that the window can do is found by its name. Arrows choose, Return does, Escape closes.
class CommandPalette final : public QDialog {
  Q_OBJECT
 public:
  /// What there is, for what was typed.
  using Entries = std::function<std::vector<PaletteEntry>(const QString& typed)>;

  CommandPalette(Entries entries, QWidget* parent);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void showMatches();
  void runRow(int row);

  Entries m_entries;
  std::vector<PaletteEntry> m_shown;
  QLineEdit* m_line;
  QListWidget* m_list;
};

}  // namespace headlight
