#pragma once

#include <QAbstractScrollArea>
#include <QColor>
#include <QImage>
#include <QPointer>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/text/encoding.h"
#include "ui/state/words/change_words.h"
#include "ui/views/selection.h"
#include "ui/widgets/chip_layout.h"

class QAction;
class QToolButton;

namespace headlight {

/// The tokens that the model reads, as chips: pointing at one lights it in every panel, a click or Return pins it,
/// arrow keys walk. Wraps into a few lines and scrolls beyond. The tokens of a picture are one chip that shows it,
/// until a click on that opens it.
class TokenStrip final : public QAbstractScrollArea {
  Q_OBJECT
 public:
  /// The first text of a workspace, whose strip has the commands, or another one.
  enum class Role { First, Other };
  explicit TokenStrip(Selection* selection, Role role = Role::First, QWidget* parent = nullptr);

  /// `written`: the first token that the model wrote; those from it on look different. None for no such token.
  void setTokens(const std::vector<Token>& tokens, std::optional<Index> written = {});
  /// The pictures that the tokens stand for, in the order of ImagePlace::image.
  void setPictures(std::vector<QImage> pictures);
  /// Whether each token of a picture has a chip.
  bool isOpen(int picture) const { return m_open.contains(picture); }
  void setOpen(int picture, bool open);
  /// Whether a token was written by the model.
  bool isWritten(Index token) const { return m_written && token >= *m_written; }
  /// What changes to the model hide: those chips are crossed out, and their cards say by what.
  void setHidden(std::vector<HiddenToken> hidden);
  const std::vector<HiddenToken>& hidden() const { return m_hidden; }
  /// Fills of the chips, none for the usual one, and what the card of a token adds, until there are other tokens.
  void setTints(std::vector<std::optional<QColor>> colours, std::vector<QString> words);
  const std::vector<std::optional<QColor>>& tints() const { return m_tints; }
  /// The words on the chips.
  const std::vector<QString>& labels() const { return m_labels; }
  const ChipLayout& chips() const { return m_layout; }
  /// Which of the chips stands for a token, by itself or in its picture.
  std::size_t chipOf(Index token) const;

  /// The tokens [first, second) that were selected by dragging, by a click with Shift or by Shift and the arrow keys.
  const std::optional<std::pair<Index, Index>>& range() const { return m_range; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {64, sizeHint().height()}; }

 signals:
  void spanRequested(headlight::Index begin, headlight::Index end);
  /// What can be done with a picture is asked for, at a place on the screen.
  void pictureMenuRequested(int picture, QPoint place);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  /// What a chip stands for: a token, or those of a picture; of one that is open none.
  struct Chip {
    Index begin = 0, end = 0;
    int picture = -1;  ///< -1 for a token.
    Index tokens = 0;  ///< So many stand for parts of the picture.
    double width = 0;
    bool has(Index token) const { return token >= begin && token < end; }
  };
  void makeActions();
  void makeChips();
  void paintPicture(QPainter& painter, const Chip& chip, const QRectF& place) const;
  QString pictureWords(const Chip& chip) const;
  /// The chip at a place; null for none.
  const Chip* chipAt(QPointF position) const;
  /// The closed picture that a token is in; null for none.
  const Chip* closedAt(Index token) const;
  /// Whether spaces and line ends that belong to tokens are drawn as signs.
  void setShowSpaces(bool show);
  /// Asks for the selected tokens as one span.
  void requestSpan();
  void setRange(std::optional<std::pair<Index, Index>> range);
  void extendTo(Index token);
  void placeSpanButton();
  void measure();
  void place();
  void walkTo(Index token);
  /// The token so many chips further on.
  Index stepped(int steps) const;
  void scrollTo(Index token);
  /// What hides a token; null for nothing.
  const HiddenToken* hiddenAt(Index token) const;
  /// What setTints() and setHidden() said of a token; empty for nothing.
  QString wordsOf(Index token) const;
  std::optional<Index> tokenAt(QPointF position) const;

  QPointer<Selection> m_selection;
  std::vector<Token> m_tokens;
  std::vector<QString> m_labels;
  std::vector<double> m_widths;  ///< Of a chip for each token.
  std::vector<QImage> m_pictures;
  std::set<int> m_open;
  std::vector<Chip> m_chips;
  std::vector<std::optional<QColor>> m_tints;
  std::vector<QString> m_words;
  std::vector<HiddenToken> m_hidden;
  ChipLayout m_layout;
  bool m_showSpaces = false;
  std::optional<Index> m_written;
  Index m_current = 0;            ///< Where the keyboard is.
  std::optional<Index> m_anchor;  ///< Where the selected range began.
  std::optional<std::pair<Index, Index>> m_range;
  QAction* m_span = nullptr;  ///< Null in a strip of another text.
  QToolButton* m_spanButton = nullptr;
};

}  // namespace headlight
