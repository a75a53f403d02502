#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "ui/reading/workspace.h"

class QAction;
class QLabel;
class QMimeData;
class QToolButton;
class QVBoxLayout;

namespace headlight {

class ConversationEditor;
class TextField;
class TextLine;

/// Where the person types: one text, a second one of a pair on demand, a line to compare with on demand, or a
/// conversation in place of them; and below what there is to say about them.
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
  /// Shows a conversation in place of the texts, or none, without telling conversationEdited().
  void setConversation(const std::optional<Shared<Conversation>>& conversation);
  /// What the model's chat template makes a text of, null where it has none: then conversations are not offered.
  void setChat(const ChatTemplates* chat, const QString& model);
  void setNotice(const Notice& notice);
  /// What the model reads: texts, token ids, or nothing that is typed.
  enum class Reads { Text, Ids, Nothing };
  void setReads(Reads reads);
  /// The pictures and the sound of the text, above it.
  void setMedia(QWidget* media);
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
  /// The same for a conversation; none where a plain text is to be written. `origin` says whether it was typed.
  void conversationEdited(const std::optional<headlight::Shared<headlight::Conversation>>& conversation,
                          headlight::Origin origin);
  /// Something that the person asked for is not there; why.
  void refused(const QString& message);
  /// A picture or files were pasted into a field.
  void mediaPasted(const QMimeData* media);
  void waitingChanged();

 private:
  void startWaiting();
  void endWaiting();
  void makeActions();
  void showLines();
  void tell();
  /// Writes in turns, beginning with the text as what the user says, or a plain text again.
  void switchConversation();
  bool inTurns() const;

  QVBoxLayout* m_lines;
  TextLine* m_line;
  TextLine* m_otherLine;
  TextField* m_ids;
  ConversationEditor* m_turns;
  bool m_inTurns = false;              ///< Whether the conversation is in the place of the text.
  std::optional<Conversation> m_kept;  ///< What gave way to a plain text, to go on with.
  bool m_hasChat = false;              ///< Whether the model reads conversations.
  QString m_model;                     ///< Its name; empty without one.
  Reads m_reads = Reads::Text;
  QToolButton* m_conversationButton;
  QToolButton* m_pairButton;
  QToolButton* m_compareButton;
  QAction* m_conversation;  ///< Writes in turns, or a plain text again.
  QAction* m_compare;       ///< Shows or hides the line to compare with, which begins as a copy of the text.
  QLabel* m_notice;
  QLabel* m_written;
  QToolButton* m_keep;
  QTimer m_pause;
};

}  // namespace headlight
