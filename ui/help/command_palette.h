#pragma once

#include <QDialog>
#include <QString>
#include <functional>
#include <utility>
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
  bool onlyFound =
      false;  ///< Of a long list that nobody reads from its beginning: not offered before something is typed.
};

/// One line in which everything that the window can do is found by its name. Arrows choose, Return does, Escape closes.
class CommandPalette final : public QDialog {
  Q_OBJECT
 public:
  /// What is made for what was typed, whatever its words are; it comes first.
  using Making = std::function<std::vector<PaletteEntry>(const QString& typed)>;

  CommandPalette(std::vector<PaletteEntry> entries, Making making, QWidget* parent);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void showMatches();
  void runRow(int row);

  const std::vector<PaletteEntry> m_entries;
  /// The words of each entry, folded: there can be tens of thousands, and each key asks all of them.
  std::vector<std::pair<QString, QString>> m_words;
  Making m_making;
  std::vector<PaletteEntry> m_made;
  std::vector<const PaletteEntry*> m_shown;  ///< Of both.
  QLineEdit* m_line;
  QListWidget* m_list;
};

}  // namespace headlight
