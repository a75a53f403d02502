#pragma once

#include <QDialog>
#include <QString>
#include <vector>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace headlight {

/// Something that can be set: what it is called and the field that sets it at once.
struct SettingRow {
  QString section;    ///< Rows of one section follow each other under its name.
  QString text;       ///< With & before the letter of its key.
  QWidget* field;     ///< The window owns it from now on.
  QString note = {};  ///< A sentence below it; empty for none.
  QString also = {};  ///< Other words to find it by.
};

/// All that can be set, on one page: typing shows the rows that it fits.
class SettingsWindow final : public QDialog {
  Q_OBJECT
 public:
  SettingsWindow(const std::vector<SettingRow>& rows, QWidget* parent);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Row {
    std::size_t section;
    QWidget* widget;
    QString words;  ///< Folded.
    QWidget* field;
  };
  void addRow(const SettingRow& row, QVBoxLayout& page);
  void showMatches();

  QLineEdit* m_search;
  QLabel* m_none;
  std::vector<QLabel*> m_sections;
  std::vector<Row> m_rows;
};

}  // namespace headlight
