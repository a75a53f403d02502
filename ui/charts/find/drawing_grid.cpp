#include "ui/charts/find/drawing_grid.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

constexpr double kSmallestDrawnCell = 11, kLargestDrawnCell = 30, kLongestName = 96, kGridMargin = 6;
/// How much of the weight's colour lies below what is drawn.
constexpr double kFaint = 0.55;

QColor mixedColour(const QColor& one, const QColor& other, double part) {
  const auto of = [part](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * part)); };
  return {of(one.red(), other.red()), of(one.green(), other.green()), of(one.blue(), other.blue())};
}

/// Where the labels end.
double namesWidth(const std::vector<QString>& names, const FigureStyle& style) {
  const FontTextMetrics metrics(style);
  return std::min(kLongestName, metrics.widest(names, style.smallSize())) + 2 * kGridMargin;
}

}  // namespace

DrawingGrid::DrawingGrid(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  setMouseTracking(true);
}

void DrawingGrid::setMap(std::shared_ptr<const AttentionMaps> maps, const AttentionContext& context, HeadId head) {
  std::vector<QString> names = maps ? axisLabels(maps->keyTokens()) : std::vector<QString>();
  const bool same = m_maps && maps && names == m_names;
  m_maps = std::move(maps);
  m_context = context;
  m_head = head;
  m_names = std::move(names);
  m_weights = m_maps && m_maps->has(head) ? m_maps->weights(head) : Matrix();
  if (!same) {
    m_keys.assign(m_names.size(), {});
    m_meant.clear();
    m_cursor = {};
  }
  updateGeometry();
  update();
}

Index DrawingGrid::count() const {
  Index count = 0;
  for (const std::vector<Index>& keys : m_keys) count += static_cast<Index>(keys.size());
  return count;
}

bool DrawingGrid::canDraw(Cell cell) const {
  const auto tokens = static_cast<Index>(m_names.size());
  return cell.query >= 0 && cell.query < tokens && cell.key >= 0 && cell.key < tokens &&
         m_context.isVisible(m_head.layer, cell.query, cell.key, tokens);
}

bool DrawingGrid::isDrawn(Cell cell) const {
  const std::vector<Index>& keys = m_keys[static_cast<std::size_t>(cell.query)];
  return std::binary_search(keys.begin(), keys.end(), cell.key);
}

void DrawingGrid::setDrawn(Cell cell, bool drawn) {
  if (!canDraw(cell) || isDrawn(cell) == drawn) return;
  std::vector<Index>& keys = m_keys[static_cast<std::size_t>(cell.query)];
  if (drawn)
    keys.insert(std::lower_bound(keys.begin(), keys.end(), cell.key), cell.key);
  else
    std::erase(keys, cell.key);
  update();
  emit changed();
}

void DrawingGrid::clear() {
  if (count() == 0) return;
  m_keys.assign(m_names.size(), {});
  m_meant.clear();
  update();
  emit changed();
}

void DrawingGrid::setMeant(std::vector<std::vector<Index>> keys) {
  m_meant = std::move(keys);
  update();
}

DrawingGrid::Places DrawingGrid::places() const {
  Places out;
  if (m_names.empty()) return out;
  const FigureStyle style = screenStyle();
  const double beside = namesWidth(m_names, style);
  const auto tokens = static_cast<double>(m_names.size());
  out.cell = std::clamp(std::floor(std::min(width() - beside - kGridMargin, height() - beside - kGridMargin) / tokens),
                        kSmallestDrawnCell, kLargestDrawnCell);
  out.first = QPointF(beside, beside);
  out.stride = static_cast<int>(std::ceil(style.smallSize() * kLabelPitch / out.cell));
  return out;
}

QRectF DrawingGrid::rectOf(const Places& places, Cell cell) const {
  return {places.first.x() + places.cell * static_cast<double>(cell.key),
          places.first.y() + places.cell * static_cast<double>(cell.query), places.cell, places.cell};
}

std::optional<Cell> DrawingGrid::cellAt(QPointF point) const {
  const Places at = places();
  if (at.cell <= 0) return {};
  const Cell cell{static_cast<Index>(std::floor((point.y() - at.first.y()) / at.cell)),
                  static_cast<Index>(std::floor((point.x() - at.first.x()) / at.cell))};
  return canDraw(cell) ? std::optional(cell) : std::nullopt;
}

QSize DrawingGrid::sizeHint() const { return {480, 480}; }

QSize DrawingGrid::minimumSizeHint() const {
  if (m_names.empty()) return {200, 200};
  const int side = static_cast<int>(std::ceil(namesWidth(m_names, screenStyle()) + kGridMargin +
                                              kSmallestDrawnCell * static_cast<double>(m_names.size())));
  return {side, side};
}

QString DrawingGrid::words(Cell cell) const {
  const QString where =
      tr("%1 → %2", "from a token to a token")
          .arg(m_names[static_cast<std::size_t>(cell.query)], m_names[static_cast<std::size_t>(cell.key)]);
  const QString drawn = isDrawn(cell) ? tr("%1, drawn").arg(where) : where;
  if (m_weights.size() == 0) return drawn;
  return tr("%1: %2").arg(drawn, percentText(static_cast<double>(m_weights(cell.query, cell.key)), 1));
}

void DrawingGrid::paintEvent(QPaintEvent*) {
  QPainter p(this);
  FigureStyle style = screenStyle();
  const Palette& inks = style.inks();
  p.fillRect(rect(), inks.paper);
  if (m_names.empty()) return;
  const Places at = places();
  const auto tokens = static_cast<Index>(m_names.size());
  const ColourMap map = style.map();
  const ColourScale scale{ScaleKind::Sqrt};
  p.setRenderHint(QPainter::Antialiasing, false);
  for (Index query = 0; query < tokens; ++query)
    for (Index key = 0; key < tokens; ++key) {
      if (!canDraw({query, key})) continue;
      const QRectF cell = rectOf(at, {query, key}).adjusted(0, 0, -1, -1);
      const double weight = m_weights.size() > 0 ? static_cast<double>(m_weights(query, key)) : 0;
      p.fillRect(cell, mixedColour(inks.paper, map.colour(scale.position(std::isfinite(weight) ? weight : 0)), kFaint));
      p.setPen(QPen(inks.hairline, 1));
      p.drawRect(cell);
    }
  p.setRenderHint(QPainter::Antialiasing, true);
  const auto each = [&](const std::vector<std::vector<Index>>& keys, const auto& paint) {
    for (std::size_t query = 0; query < keys.size(); ++query)
      for (const Index key : keys[query])
        if (canDraw({static_cast<Index>(query), key})) paint(rectOf(at, {static_cast<Index>(query), key}));
  };
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(inks.accent, 1.5, Qt::DotLine));
  each(m_meant, [&](const QRectF& cell) { p.drawRect(cell.adjusted(1, 1, -2, -2)); });
  QColor fill = inks.accent;
  fill.setAlphaF(0.7F);
  each(m_keys, [&](const QRectF& cell) {
    p.fillRect(cell.adjusted(1, 1, -2, -2), fill);
    p.setPen(QPen(inks.accent, 2));
    p.drawRect(cell.adjusted(1, 1, -2, -2));
  });
  const FontTextMetrics fonts(style);
  const TextMetrics& metrics = fonts;
  const double small = style.smallSize(), longest = at.first.x() - 2 * kGridMargin;
  for (Index i = 0; i < tokens; i += at.stride) {
    const QString name = metrics.elided(m_names[static_cast<std::size_t>(i)], longest, small);
    const double wide = metrics.width(name, small), down = metrics.ascent(small) * 0.36;
    const double middle = at.cell * (static_cast<double>(i) + 0.5);
    paintText(p, placeText(name, {at.first.x() - kGridMargin - wide, at.first.y() + middle + down}, small, metrics),
              style, small, i == m_cursor.query && hasFocus() ? inks.accent : inks.ink);
    paintLabel(p, placeLabel(i, name, {at.first.x() + middle + down, at.first.y() - kGridMargin}, -90, small, metrics),
               style, small, i == m_cursor.key && hasFocus() ? inks.accent : inks.ink);
  }
  if (hasFocus()) {
    p.setPen(QPen(inks.ink, 2));
    p.drawRect(rectOf(at, m_cursor).adjusted(0, 0, -1, -1));
  }
}

void DrawingGrid::goTo(Cell cell) {
  m_cursor = cell;
  setAccessibleDescription(words(cell));
  update();
}

void DrawingGrid::mousePressEvent(QMouseEvent* event) {
  const auto cell = cellAt(event->position());
  if (event->button() != Qt::LeftButton || !cell) return QWidget::mousePressEvent(event);
  m_drawing = !isDrawn(*cell);
  goTo(*cell);
  setDrawn(*cell, m_drawing);
}

void DrawingGrid::mouseMoveEvent(QMouseEvent* event) {
  const auto cell = cellAt(event->position());
  if (!cell || !(event->buttons() & Qt::LeftButton)) return QWidget::mouseMoveEvent(event);
  goTo(*cell);
  setDrawn(*cell, m_drawing);
}

void DrawingGrid::keyPressEvent(QKeyEvent* event) {
  if (m_names.empty()) return QWidget::keyPressEvent(event);
  Cell to = m_cursor;
  switch (event->key()) {
    case Qt::Key_Left:
      --to.key;
      break;
    case Qt::Key_Right:
      ++to.key;
      break;
    case Qt::Key_Up:
      --to.query;
      break;
    case Qt::Key_Down:
      ++to.query;
      break;
    case Qt::Key_Space:
      setDrawn(m_cursor, !isDrawn(m_cursor));
      return goTo(m_cursor);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
      return clear();
    default:
      return QWidget::keyPressEvent(event);
  }
  const auto tokens = static_cast<Index>(m_names.size());
  if (to.query < 0 || to.query >= tokens || to.key < 0 || to.key >= tokens) return;
  goTo(to);
  QToolTip::showText(mapToGlobal(rectOf(places(), to).bottomRight().toPoint()), words(to), this);
}

void DrawingGrid::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void DrawingGrid::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

bool DrawingGrid::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const auto cell = cellAt(QPointF(help->pos()));
  QToolTip::showText(help->globalPos(), cell ? words(*cell) : QString(), this);
  return true;
}

}  // namespace headlight
