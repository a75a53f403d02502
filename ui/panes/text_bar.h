#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "ui/reading/workspace.h"

class QAction;
class QLabel;
class QToolButton;

namespace headlight {

class TextField;
class TextLine;

/// Where the person types: one text, a second one of a pair on demand, a line to compare with on demand, and below what
/// there is to say about them.
class TextBar final : public QWidget {
  Q_OBJECT
 public:
  explicit TextBar(QWidget* parent = nullptr);

  TextInput text() const;
  /// The text to compare with; none while its line is hidden.
  std::optional<TextInput> otherText() const;
  /// Whether something was typed that is not told yet.
  bool isWaiting() const { return m_pause.isActive(); }
  /// Tells at once what was typed and not yet told.
  void flush();
  /// Shows other texts without telling edited().
  void setTexts(const TextInput& text, const std::optional<TextInput>& other);
  void setNotice(const Notice& notice);
  /// What the model reads: texts, token ids, or nothing that is typed.
  enum class Reads { Text, Ids, Image };
  void setReads(Reads reads);
  /// Shows other ids without telling idsEdited().
  void setIds(const std::string& ids);
  /// What the model wrote behind the text; nothing for an empty text.
  void setWritten(const QString& text);
  /// The command that takes that into the text.
  void setKeep(QAction* keep);
  /// How long a reading takes, in milliseconds: the pictures of a fast model follow every key, a slow one is not asked
  /// again for each.
  void setRunTime(qint64 milliseconds);
  /// Whether the texts can be changed; `why` says why not.
  void setEditable(bool editable, const QString& why);

 signals:
  /// The texts changed and the person paused for a moment.
  void edited(const headlight::TextInput& text, const std::optional<headlight::TextInput>& other);
  /// The same for the ids, as they are typed.
  void idsEdited(const std::string& ids);
  void waitingChanged();

 private:
  void startWaiting();
  void endWaiting();
  void makeActions();
  void showLines();
  void tell();

  TextLine* m_line;
  TextLine* m_otherLine;
  TextField* m_ids;
  Reads m_reads = Reads::Text;
  QToolButton* m_pairButton;
  QToolButton* m_compareButton;
  QAction* m_compare;  ///< Shows or hides the line to compare with, which begins as a copy of the text.
  QLabel* m_notice;
  QLabel* m_written;
  QToolButton* m_keep;
  QTimer m_pause;
};

}  // namespace headlight
