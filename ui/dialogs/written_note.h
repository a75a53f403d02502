#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace headlight {

/// Opens a file with the program that is meant for it, or the folder that it lies in.
void openWrittenFile(const QString& path);
void showInFolder(const QString& path);

/// Says that a file was written, with a way to it, or why it was not. Hidden until there is something to say.
class WrittenNote final : public QWidget {
  Q_OBJECT
 public:
  /// `labelName` is the object name of what it says.
  explicit WrittenNote(const QString& labelName, QWidget* parent = nullptr);

  /// The note at the foot of a window whose layout is a column, made when it is first asked for.
  static WrittenNote& at(QWidget* window);

  void showWritten(const QString& path);
  void showProblem(const QString& message);
  QString text() const;

 private:
  void say(const char* level, const QString& text, const QString& path);

  QLabel* m_says;
  QPushButton *m_open, *m_folder;
  QString m_path;
};

}  // namespace headlight
