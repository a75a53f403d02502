#include "ui/panes/token_strip.h"

#include <QAction>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>

#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/state/settings.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/named.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

constexpr int kMostStripLines = 3;
constexpr int kPadding = 7;      ///< Left and right of the word on a chip.
constexpr double kWidest = 2.2;  ///< Of a picture on a chip, by its height.

double aspectOf(const QImage& picture) {
  if (picture.isNull()) return 1;
  return std::min(kWidest, static_cast<double>(picture.width()) / std::max(1, picture.height()));
}

QString labelWithSpaces(const Token& token) {
  QString label = QString::fromStdString(token.display);
  label.replace(QLatin1Char(' '), QStringLiteral("␣"));
  label.replace(QLatin1Char('\n'), QStringLiteral("↵"));
  label.replace(QLatin1Char('\t'), QStringLiteral("⇥"));
  return label.isEmpty() ? tokenLabel(token) : label;
}

}  // namespace

TokenStrip::TokenStrip(Selection* selection, Role role, QWidget* parent)
    : QAbstractScrollArea(parent), m_selection(selection) {
  setObjectName(QStringLiteral("tokenStrip"));
  setAccessibleName(tr("Tokens"));
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  viewport()->setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  if (role == Role::First) makeActions();
  connect(selection, &Selection::tokenChanged, viewport(), qOverload<>(&QWidget::update));
  connect(selection, &Selection::revealRequested, this, [this](Cell cell) { scrollTo(cell.query); });
  connect(selection, &Selection::hoveredTokenChanged, viewport(), qOverload<>(&QWidget::update));
  connect(selection, &Selection::cellChanged, viewport(), qOverload<>(&QWidget::update));
}

void TokenStrip::makeActions() {
  makeAction(this,
             {"focusTokensAction", tr("T&okens"), "Ctrl+T", tr("Go to tokens: arrows move, Return pins, Esc unpins")},
             [this] { setFocus(Qt::ShortcutFocusReason); });
  m_span = makeAction(this, {"spanAction", tr("Merge as s&pan"), "Ctrl+G", tr("Show selected tokens as one")},
                      [this] { requestSpan(); });
  m_span->setEnabled(false);
  m_showSpaces = loadSettings().showsSpaces;
  makeSwitch(this, {"spacesAction", tr("Sho&w spaces in tokens")}, m_showSpaces, [this](bool show) {
    changeSettings([show](Settings& settings) { settings.showsSpaces = show; });
    setShowSpaces(show);
  });
  m_spanButton = named("spanButton", new QToolButton(this));
  m_spanButton->setText(tr("Merge"));
  showAs(m_spanButton, m_span);
  m_spanButton->setAutoFillBackground(true);
  m_spanButton->hide();
}

void TokenStrip::setRange(std::optional<std::pair<Index, Index>> range) {
  if (!m_span) return;
  m_range = range;
  m_span->setEnabled(range.has_value());
  m_spanButton->setVisible(range.has_value());
  placeSpanButton();
  viewport()->update();
}

void TokenStrip::extendTo(Index token) {
  if (!m_anchor) m_anchor = m_current;
  const auto [from, to] = std::minmax(*m_anchor, token);
  if (from == to)
    setRange({});
  else
    setRange(std::pair(from, to + 1));
}

void TokenStrip::requestSpan() {
  if (!m_range) return;
  const auto [begin, end] = *m_range;
  m_anchor.reset();
  setRange({});
  emit spanRequested(begin, end);
}

void TokenStrip::placeSpanButton() {
  if (!m_spanButton) return;
  m_spanButton->adjustSize();
  m_spanButton->move(width() - m_spanButton->width() - 14, 0);
}

void TokenStrip::setTokens(const std::vector<Token>& tokens, std::optional<Index> written) {
  if (m_range && m_range->second > static_cast<Index>(tokens.size())) setRange({});
  m_tokens = tokens;
  m_written = written;
  m_tints.clear();
  m_words.clear();
  m_hidden.clear();
  setAccessibleDescription(tr("%1 tokens").arg(tokens.size()));
  m_current = std::clamp<Index>(m_current, 0, std::max<Index>(0, static_cast<Index>(tokens.size()) - 1));
  measure();
}

void TokenStrip::setPictures(std::vector<QImage> pictures) {
  m_pictures = std::move(pictures);
  measure();
}

void TokenStrip::setOpen(int picture, bool open) {
  if (open == isOpen(picture)) return;
  if (open)
    m_open.insert(picture);
  else
    m_open.erase(picture);
  makeChips();
}

void TokenStrip::makeChips() {
  m_chips.clear();
  const QFontMetricsF metrics(font());
  const auto count = static_cast<Index>(m_tokens.size());
  const auto imageOf = [this](Index token) {
    const ImagePlace* place = m_tokens[static_cast<std::size_t>(token)].imagePlace();
    return place ? place->image : -1;
  };
  for (Index i = 0; i < count; ++i) {
    if (const int image = imageOf(i); image >= 0) {
      // Between the tiles of a picture stand tokens that name them.
      Chip chip{i, i + 1, image, 1};
      for (Index next = i + 1; next < count && (imageOf(next) < 0 || imageOf(next) == image); ++next)
        if (imageOf(next) == image) {
          chip.end = next + 1;
          ++chip.tokens;
        }
      if (chip.tokens > 1) {
        const std::size_t at = static_cast<std::size_t>(image);
        chip.width = 2 * kPadding + metrics.horizontalAdvance(pictureWords(chip)) + 4 +
                     metrics.height() * (at < m_pictures.size() ? aspectOf(m_pictures[at]) : 1);
        const Index end = chip.end;
        if (isOpen(image)) chip.begin = chip.end = i;
        m_chips.push_back(chip);
        if (isOpen(image))
          for (Index token = i; token < end; ++token)
            m_chips.push_back({token, token + 1, -1, 0, m_widths[static_cast<std::size_t>(token)]});
        i = end - 1;
        continue;
      }
    }
    m_chips.push_back({i, i + 1, -1, 0, m_widths[static_cast<std::size_t>(i)]});
  }
  place();
}

std::size_t TokenStrip::chipOf(Index token) const {
  const auto at =
      std::partition_point(m_chips.begin(), m_chips.end(), [token](const Chip& c) { return c.end <= token; });
  return static_cast<std::size_t>(at - m_chips.begin());
}

QString TokenStrip::pictureWords(const Chip& chip) const {
  return QStringLiteral("×%1 %2").arg(chip.tokens).arg(QChar(isOpen(chip.picture) ? u'▾' : u'▸'));
}

const TokenStrip::Chip* TokenStrip::chipAt(QPointF position) const {
  const auto at = m_layout.at(position + QPointF(-1, verticalScrollBar()->value() - 1));
  return at && *at < m_chips.size() ? &m_chips[*at] : nullptr;
}

const TokenStrip::Chip* TokenStrip::closedAt(Index token) const {
  const std::size_t at = chipOf(token);
  return at < m_chips.size() && m_chips[at].picture >= 0 ? &m_chips[at] : nullptr;
}

void TokenStrip::setTints(std::vector<std::optional<QColor>> colours, std::vector<QString> words) {
  m_tints = std::move(colours);
  m_words = std::move(words);
  viewport()->update();
}

void TokenStrip::setHidden(std::vector<HiddenToken> hidden) {
  m_hidden = std::move(hidden);
  viewport()->update();
}

void TokenStrip::setShowSpaces(bool show) {
  m_showSpaces = show;
  measure();
}

QSize TokenStrip::sizeHint() const {
  const double chip = fontMetrics().height() + 6;
  const int lines = std::clamp(m_layout.lines, 1, kMostStripLines);
  return {320, static_cast<int>(lines * chip + (lines - 1) * 4 + 2)};
}

void TokenStrip::measure() {
  m_labels.clear();
  m_widths.clear();
  const QFontMetricsF metrics(font());
  for (const Token& token : m_tokens) {
    m_labels.push_back(m_showSpaces ? labelWithSpaces(token) : tokenLabel(token));
    m_widths.push_back(metrics.horizontalAdvance(m_labels.back()) + 2 * kPadding);
  }
  makeChips();
}

void TokenStrip::place() {
  ChipSpec spec;
  for (const Chip& chip : m_chips) spec.widths.push_back(chip.width);
  // Room for the scroll bar is always kept, so that its coming and going does not move the chips.
  spec.width = std::max(64, width() - 12);
  spec.height = fontMetrics().height() + 6;
  const int lines = m_layout.lines;
  m_layout = layoutChips(spec);
  verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_layout.height) - viewport()->height() + 2));
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(static_cast<int>(spec.height) + 4);
  setVerticalScrollBarPolicy(m_layout.lines > kMostStripLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
  if (m_layout.lines != lines) updateGeometry();
  viewport()->update();
}

void TokenStrip::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  painter.setRenderHint(QPainter::Antialiasing);
  // The text's own direction, in a window that reads from the right too.
  if (isRightToLeft()) painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  const Palette& inks = headlight::palette(currentTheme());
  const WindowColours& colours = windowColours(currentTheme());
  const int top = verticalScrollBar()->value();
  painter.translate(1, 1 - top);
  const QRectF visible = QRectF(event->rect()).translated(0, top);
  const std::optional<Index> pinned = m_selection ? m_selection->token() : std::nullopt;
  const std::optional<Index> hovered = m_selection ? m_selection->hoveredToken() : std::nullopt;
  const std::optional<Cell> cell = m_selection ? m_selection->cell() : std::nullopt;
  for (std::size_t i = 0; i < m_layout.chips.size(); ++i) {
    const QRectF chip = m_layout.chips[i].adjusted(0.5, 0.5, -0.5, -0.5);
    if (chip.bottom() < visible.top()) continue;
    if (chip.top() > visible.bottom()) break;
    if (i >= m_chips.size()) break;
    if (m_chips[i].picture >= 0) {
      paintPicture(painter, m_chips[i], chip);
      continue;
    }
    const Index token = m_chips[i].begin;
    const auto at = static_cast<std::size_t>(token);
    const bool lit = token == hovered || (cell && (cell->query == token || cell->key == token));
    const bool isPinned = token == pinned;
    const bool ranged = m_range && token >= m_range->first && token < m_range->second;
    const bool special = m_tokens[at].special;
    const std::optional<QColor> tint = at < m_tints.size() ? m_tints[at] : std::nullopt;
    QColor fill = tint.value_or(m_tokens[at].sequence == 1 ? colours.hover : colours.raised);
    if ((lit || ranged) && !tint) fill = colours.pressed;
    if (isPinned) fill = inks.accent;
    QColor edge = inks.hairline;
    if (lit || ranged) edge = inks.accent;
    if (special && !isPinned && !lit && !ranged) {
      fill = Qt::transparent;
      painter.setPen(QPen(edge, 1, Qt::DashLine));
    } else {
      painter.setPen(isPinned ? inks.accent : edge);
    }
    painter.setBrush(fill);
    painter.drawRoundedRect(chip, 4, 4);
    if (hasFocus() && token == m_current) {
      painter.setPen(QPen(inks.accent, 2));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(chip, 4, 4);
    }
    if (isWritten(token) && !isPinned) {
      painter.setPen(QPen(inks.accent, 1.5, Qt::DotLine));
      painter.drawLine(QPointF(chip.left() + 4, chip.bottom() - 2), QPointF(chip.right() - 4, chip.bottom() - 2));
    }
    QFont face = font();
    face.setItalic(isWritten(token));
    painter.setFont(face);
    painter.setPen(isPinned  ? QApplication::palette().color(QPalette::HighlightedText)
                   : tint    ? inkOn(fill)
                   : special ? inks.muted
                             : inks.ink);
    if (const HiddenToken* hidden = hiddenAt(token)) {
      const QColor ink = painter.pen().color();
      painter.save();
      painter.setPen(QPen(ink, 1.6, hidden->everywhere ? Qt::SolidLine : Qt::DotLine));
      painter.drawLine(QPointF(chip.left() + 2, chip.center().y()), QPointF(chip.right() - 2, chip.center().y()));
      painter.restore();
    }
    const QRectF words = chip.adjusted(kPadding - 1, 0, -kPadding + 1, 0);
    painter.drawText(words, Qt::AlignCenter,
                     fontMetrics().elidedText(m_labels[at], Qt::ElideRight, static_cast<int>(words.width()) + 2));
  }
}

void TokenStrip::paintPicture(QPainter& painter, const Chip& chip, const QRectF& place) const {
  const Palette& inks = headlight::palette(currentTheme());
  const WindowColours& colours = windowColours(currentTheme());
  const auto is = [&chip](const std::optional<Index>& token) { return token && chip.has(*token); };
  const std::optional<Cell> cell = m_selection ? m_selection->cell() : std::nullopt;
  const bool lit = m_selection && (is(m_selection->hoveredToken()) || is(m_selection->token()) ||
                                   (cell && (chip.has(cell->query) || chip.has(cell->key))));
  const bool ranged = m_range && m_range->first < chip.end && m_range->second > chip.begin;
  painter.setPen(lit || ranged ? QPen(inks.accent, 1.5) : QPen(inks.hairline, 1));
  painter.setBrush(ranged ? colours.pressed : colours.raised);
  painter.drawRoundedRect(place, 4, 4);
  if (hasFocus() && chip.has(m_current)) {
    painter.setPen(QPen(inks.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(place, 4, 4);
  }
  const auto at = static_cast<std::size_t>(chip.picture);
  const QImage picture = at < m_pictures.size() ? m_pictures[at] : QImage();
  const double height = place.height() - 4;
  QRectF seen(place.left() + kPadding - 2, place.top() + 2, height * aspectOf(picture), height);
  if (!picture.isNull()) {
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QSizeF size = QSizeF(picture.size()).scaled(seen.size(), Qt::KeepAspectRatio);
    painter.drawImage(QRectF(seen.center() - QPointF(size.width(), size.height()) / 2, size), picture);
  } else {
    themedIcon(QStringLiteral("image")).paint(&painter, seen.toRect());
  }
  painter.setFont(font());
  painter.setPen(inks.ink);
  painter.drawText(QRectF(seen.right() + 4, place.top(), place.right() - seen.right() - 4, place.height()),
                   Qt::AlignVCenter | Qt::AlignLeft, pictureWords(chip));
}

void TokenStrip::contextMenuEvent(QContextMenuEvent* event) {
  const Chip* chip = event->reason() == QContextMenuEvent::Mouse ? chipAt(event->pos()) : closedAt(m_current);
  if (!chip || chip->picture < 0) return QAbstractScrollArea::contextMenuEvent(event);
  emit pictureMenuRequested(chip->picture, event->globalPos());
}

void TokenStrip::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  place();
  placeSpanButton();
}

bool TokenStrip::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave && m_selection) m_selection->setHoveredToken({});
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto token = tokenAt(help->pos())) {
      const Token& t = m_tokens[static_cast<std::size_t>(*token)];
      QString text = tr("Token %1: %2 · id %3").arg(*token).arg(QString::fromStdString(t.text)).arg(t.id);
      if (const QString words = wordsOf(*token); !words.isEmpty()) text += u'\n' + words;
      QToolTip::showText(help->globalPos(), text, viewport());
    } else if (const Chip* chip = chipAt(help->pos())) {
      QToolTip::showText(help->globalPos(),
                         (isOpen(chip->picture) ? tr("Picture %1: %2 tokens. Click to fold them.")
                                                : tr("Picture %1: %2 tokens. Click to see each."))
                             .arg(chip->picture + 1)
                             .arg(chip->tokens),
                         viewport());
    } else {
      QToolTip::hideText();
    }
    return true;
  }
  return QAbstractScrollArea::viewportEvent(event);
}

void TokenStrip::mouseMoveEvent(QMouseEvent* event) {
  const std::optional<Index> token = tokenAt(event->position());
  if (m_selection) m_selection->setHoveredToken(token);
  if (token && m_anchor && event->buttons() & Qt::LeftButton) extendTo(*token);
}

void TokenStrip::mouseReleaseEvent(QMouseEvent* event) {
  // A click pins its token; what was dragged over is selected.
  const std::optional<Index> token = tokenAt(event->position());
  if (!m_selection || event->button() != Qt::LeftButton || m_range) return;
  if (const Chip* chip = chipAt(event->position()); chip && chip->picture >= 0)
    return setOpen(chip->picture, !isOpen(chip->picture));
  m_selection->setToken(token == m_selection->pinned() ? std::nullopt : token);
}

void TokenStrip::mousePressEvent(QMouseEvent* event) {
  const std::optional<Index> token = tokenAt(event->position());
  if (!m_selection || event->button() != Qt::LeftButton) return;
  if (token && event->modifiers() & Qt::ShiftModifier) return extendTo(*token);
  setRange({});
  if (token) m_current = *token;
  m_anchor = token;
}

void TokenStrip::keyPressEvent(QKeyEvent* event) {
  const auto last = static_cast<Index>(m_tokens.size()) - 1;
  if (last < 0 || !m_selection) return QAbstractScrollArea::keyPressEvent(event);
  const bool extends = event->modifiers() & Qt::ShiftModifier;
  if (extends && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
    if (!m_anchor) m_anchor = m_current;
    walkTo(stepped(event->key() == Qt::Key_Left ? -1 : 1));
    return extendTo(m_current);
  }
  if (event->key() != Qt::Key_Shift) {
    m_anchor.reset();
    setRange({});
  }
  switch (event->key()) {
    case Qt::Key_Left:
      return walkTo(stepped(-1));
    case Qt::Key_Right:
      return walkTo(stepped(1));
    case Qt::Key_Minus:
      if (const ImagePlace* place = m_tokens[static_cast<std::size_t>(m_current)].imagePlace())
        setOpen(place->image, false);
      return;
    case Qt::Key_Home:
      return walkTo(0);
    case Qt::Key_End:
      return walkTo(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      if (const Chip* chip = closedAt(m_current)) return setOpen(chip->picture, true);
      m_selection->setToken(m_selection->pinned() == m_current ? std::nullopt : std::optional(m_current));
      return;
    case Qt::Key_Escape:
      m_selection->setToken({});
      return;
    default:
      QAbstractScrollArea::keyPressEvent(event);
  }
}

const HiddenToken* TokenStrip::hiddenAt(Index token) const {
  const auto at = static_cast<std::size_t>(token);
  return at < m_hidden.size() && !m_hidden[at].words.isEmpty() ? &m_hidden[at] : nullptr;
}

QString TokenStrip::wordsOf(Index token) const {
  QStringList words;
  if (isWritten(token)) words << tr("generated by the model");
  if (static_cast<std::size_t>(token) < m_words.size()) words << m_words[static_cast<std::size_t>(token)];
  if (const HiddenToken* hidden = hiddenAt(token)) words << hidden->words;
  words.removeAll(QString());
  return words.join(u'\n');
}

Index TokenStrip::stepped(int steps) const {
  const Chip* chip = closedAt(m_current);
  if (!chip) return m_current + steps;
  return steps < 0 ? chip->begin - 1 : chip->end;
}

void TokenStrip::walkTo(Index token) {
  m_current = std::clamp<Index>(token, 0, static_cast<Index>(m_tokens.size()) - 1);
  scrollTo(m_current);
  if (const Chip* chip = closedAt(m_current)) {
    m_current = chip->begin;
    m_selection->setHoveredToken({});
    viewport()->update();
    return describe(this, tr("Picture %1: %2 tokens. Return opens it.").arg(chip->picture + 1).arg(chip->tokens));
  }
  m_selection->setHoveredToken(m_current);
  const QString words = wordsOf(m_current);
  describe(this, tr("Token %1 of %2: %3")
                         .arg(m_current + 1)
                         .arg(m_tokens.size())
                         .arg(m_labels[static_cast<std::size_t>(m_current)]) +
                     (words.isEmpty() ? QString() : QStringLiteral(", ") + words));
}

void TokenStrip::scrollTo(Index token) {
  const std::size_t at = chipOf(token);
  if (token < 0 || at >= m_layout.chips.size()) return;
  const QRectF chip = m_layout.chips[at];
  QScrollBar& bar = *verticalScrollBar();
  bar.setValue(std::clamp(bar.value(), static_cast<int>(chip.bottom()) - viewport()->height() + 2,
                          static_cast<int>(chip.top())));
}

void TokenStrip::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void TokenStrip::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  if (m_selection) m_selection->setHoveredToken({});
  viewport()->update();
}

void TokenStrip::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) measure();
}

std::optional<Index> TokenStrip::tokenAt(QPointF position) const {
  const Chip* chip = chipAt(position);
  return chip && chip->picture < 0 ? std::optional(chip->begin) : std::nullopt;
}

}  // namespace headlight
