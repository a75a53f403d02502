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
constexpr int kPadding = 7;  ///< Left and right of the word on a chip.

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
  place();
}

void TokenStrip::place() {
  ChipSpec spec;
  spec.widths = m_widths;
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
    const auto token = static_cast<Index>(i);
    const bool lit = token == hovered || (cell && (cell->query == token || cell->key == token));
    const bool isPinned = token == pinned;
    const bool ranged = m_range && token >= m_range->first && token < m_range->second;
    const bool special = m_tokens[i].special;
    const std::optional<QColor> tint = i < m_tints.size() ? m_tints[i] : std::nullopt;
    QColor fill = tint.value_or(m_tokens[i].sequence == 1 ? colours.hover : colours.raised);
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
                     fontMetrics().elidedText(m_labels[i], Qt::ElideRight, static_cast<int>(words.width()) + 2));
  }
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
    walkTo(m_current + (event->key() == Qt::Key_Left ? -1 : 1));
    return extendTo(m_current);
  }
  if (event->key() != Qt::Key_Shift) {
    m_anchor.reset();
    setRange({});
  }
  switch (event->key()) {
    case Qt::Key_Left:
      return walkTo(m_current - 1);
    case Qt::Key_Right:
      return walkTo(m_current + 1);
    case Qt::Key_Home:
      return walkTo(0);
    case Qt::Key_End:
      return walkTo(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
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

void TokenStrip::walkTo(Index token) {
  m_current = std::clamp<Index>(token, 0, static_cast<Index>(m_tokens.size()) - 1);
  scrollTo(m_current);
  m_selection->setHoveredToken(m_current);
  const QString words = wordsOf(m_current);
  describe(this, tr("Token %1 of %2: %3")
                         .arg(m_current + 1)
                         .arg(m_tokens.size())
                         .arg(m_labels[static_cast<std::size_t>(m_current)]) +
                     (words.isEmpty() ? QString() : QStringLiteral(", ") + words));
}

void TokenStrip::scrollTo(Index token) {
  if (token < 0 || token >= static_cast<Index>(m_layout.chips.size())) return;
  const QRectF chip = m_layout.chips[static_cast<std::size_t>(token)];
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
  const auto chip = m_layout.at(position + QPointF(-1, verticalScrollBar()->value() - 1));
  return chip ? std::optional(static_cast<Index>(*chip)) : std::nullopt;
}

}  // namespace headlight
