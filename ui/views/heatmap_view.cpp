#include "ui/views/heatmap_view.h"

#include <qcustomplot.h>

#include <QGestureEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <algorithm>
#include <cmath>

#include "ui/figures/cell_words.h"
#include "ui/figures/heatmap/heatmap_overview.h"
#include "ui/figures/token_label.h"
#include "ui/views/floating_label.h"
#include "ui/views/map_overview.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/arrow_step.h"
#include "ui/words.h"

namespace headlight {

/// Crosshair and floating label; lies over the plot and lets the mouse through.
class HeatmapView::Overlay final : public QWidget {
 public:
  explicit Overlay(HeatmapView* view) : QWidget(view), m_view(view) {
    setObjectName(QStringLiteral("heatmapOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    const HeatmapFigure& figure = m_view->m_figure;
    const HeatmapLayout& layout = m_view->m_layout;
    Selection* selection = m_view->selection();
    if (figure.isEmpty()) {
      // The plot is blank; the words for that are the figure's, as in the other views.
      QCPPainter words(this);
      return figure.paint(words, QRectF(rect()));
    }
    if (!selection) return;
    QPainter painter(this);
    const Palette& inks = figure.style().inks();
    const QRectF map = layout.map;
    // A token that is pinned or pointed at elsewhere: its row and its column.
    for (const auto& token : {selection->token(), selection->hoveredToken()})
      if (token) {
        QColor wash = inks.accent;
        wash.setAlphaF(token == selection->token() ? 0.9F : 0.5F);
        painter.setPen(QPen(wash, 1));
        painter.setBrush(Qt::NoBrush);
        QRectF row = layout.cellRect(*token, 0), column = layout.cellRect(0, *token);
        row.setLeft(map.left());
        row.setRight(map.right());
        column.setTop(map.top());
        column.setBottom(map.bottom());
        // Of two texts the tokens are those of the rows.
        for (const QRectF& band : {row, figure.context().cross ? row : column})
          if (map.intersects(band)) painter.drawRect(band.intersected(map).adjusted(-0.5, -0.5, 0.5, 0.5));
      }
    if (const auto& marked = m_view->m_marked) {
      const QRectF box = layout.cellRect(marked->firstQuery, marked->firstKey)
                             .united(layout.cellRect(marked->lastQuery, marked->lastKey))
                             .intersected(map);
      if (!box.isEmpty()) {
        QColor wash = inks.accent;
        wash.setAlphaF(0.16F);
        painter.setPen(QPen(inks.accent, 1.5));
        painter.setBrush(wash);
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5));
        painter.setBrush(Qt::NoBrush);
      }
    }
    const std::optional<Cell> cell = selection->cell();
    if (!m_view->hasCell(cell)) return;
    const QRectF rect = layout.cellRect(cell->query, cell->key);
    if (!map.intersects(rect)) return;
    QColor line = inks.accent;
    line.setAlphaF(0.55F);
    painter.setPen(QPen(line, 1));
    const QPointF centre = rect.center();
    painter.drawLine(QPointF(layout.sinkBars.isEmpty() ? map.left() - 6 : layout.sinkBars.left(), centre.y()),
                     QPointF(std::max(map.left(), rect.left()), centre.y()));
    painter.drawLine(QPointF(centre.x(), map.top() - 4), QPointF(centre.x(), std::max(map.top(), rect.top())));
    painter.setPen(QPen(inks.accent, 1.5));
    painter.drawRect(rect.intersected(map).adjusted(-1, -1, 0, 0));
    paintFloatingLabel(painter, rect.intersected(map).bottomRight() - QPointF(8, 8),
                       m_view->cellText(*cell).split(u'\n'), QRectF(this->rect()), figure.style());
  }

 private:
  HeatmapView* m_view;
};

HeatmapView::HeatmapView(Selection* selection, QWidget* parent)
    : AttentionView(selection, parent),
      m_plot(new QCustomPlot(this)),
      m_overlay(new Overlay(this)),
      m_overview(new MapOverview(this)) {
  setObjectName(QStringLiteral("heatmapView"));
  setAccessibleName(tr("Heatmap"));
  m_plot->setObjectName(QStringLiteral("heatmapPlot"));
  m_plot->setFocusPolicy(Qt::NoFocus);
  m_plot->setMouseTracking(true);
  // The plot would keep right clicks, for which the panel has a menu.
  m_plot->setAttribute(Qt::WA_NoMousePropagation, false);
  m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  m_plot->axisRect()->setRangeZoomFactor(0.8);
  m_plot->installEventFilter(this);
  m_plot->grabGesture(Qt::PinchGesture);
  connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) { pointAt(event->position()); });
  connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] {
    resetZoom();
    emit visibleCellsChanged(m_figure.visibleCells());
  });
  connect(m_plot, &QCustomPlot::beforeReplot, this, &HeatmapView::takeAxisRanges);
  m_overview->hide();
  connect(m_overview, &MapOverview::moved, this, [this](QPointF middle) {
    if (m_figure.isEmpty()) return;
    QRectF view = m_figure.visibleCells();
    view.moveCenter({middle.x() * static_cast<double>(m_figure.maps()->keys()),
                     middle.y() * static_cast<double>(m_figure.maps()->queries())});
    setVisibleCells(view);
    emit visibleCellsChanged(m_figure.visibleCells());
  });
  if (!selection) return;
  connect(selection, &Selection::revealRequested, this, &HeatmapView::reveal);
  connect(selection, &Selection::cellChanged, this, &HeatmapView::showCell);
  connect(selection, &Selection::tokenChanged, m_overlay, qOverload<>(&QWidget::update));
  connect(selection, &Selection::hoveredTokenChanged, m_overlay, qOverload<>(&QWidget::update));
}

void HeatmapView::populate() {
  m_layout = m_figure.populate(*m_plot, size(), true);
  m_axes = axes();
  showOverview();
}

void HeatmapView::showOverview() {
  constexpr Index kLarge = 64;     // Smaller maps are seen whole.
  constexpr double kMostly = 0.7;  // With so much of it in view nobody is lost.
  constexpr int kMargin = 8, kLeastSide = 56, kLargestSide = 112;
  const int room = static_cast<int>(std::min(m_layout.map.width(), m_layout.map.height())) / 3;
  const int side = std::min(room, kLargestSide);
  const QRectF view = m_figure.visibleCells();
  const double keys = m_figure.isEmpty() ? 0 : static_cast<double>(m_figure.maps()->keys());
  const double queries = m_figure.isEmpty() ? 0 : static_cast<double>(m_figure.maps()->queries());
  const bool helps =
      std::max(keys, queries) > kLarge && view.width() * view.height() < kMostly * keys * queries && side >= kLeastSide;
  m_overview->setVisible(helps);
  if (!helps) return;
  const ColourScale scale = m_figure.scale();
  const Overviewed wanted{m_figure.maps(), m_figure.head(), m_figure.style(), scale.max, side};
  if (wanted != m_overviewed) {
    m_overviewed = wanted;
    m_overview->setPicture(heatmapOverview(*m_figure.maps(), m_figure.head(), m_figure.context(), scale,
                                           m_figure.style(), side, devicePixelRatioF()));
  }
  const Palette& inks = m_figure.style().inks();
  m_overview->setPart({view.x() / keys, view.y() / queries, view.width() / keys, view.height() / queries}, inks.accent,
                      inks.neutral);
  m_overview->setToolTip(m_figure.keptBytes() == 0
                             ? tr("Overview; drag to move the view")
                             : tr("Overview; drag to move the view.\nCached: %1 of at most %2 MB")
                                   .arg(localNumber(static_cast<double>(m_figure.keptBytes()) / 1e6, 'f', 1))
                                   .arg(localNumber(static_cast<double>(HeatmapTiles::kMostBytes) / 1e6, 'f', 0)));
  // Where a causal map has no cells.
  m_overview->move(qRound(m_layout.map.right()) - m_overview->width() - kMargin, qRound(m_layout.map.top()) + kMargin);
  m_overview->raise();
}

void HeatmapView::reveal(Cell cell) {
  constexpr double kSeen = 8, kLarge = 14;  // Sides of a cell: enough to be seen, and what is shown otherwise.
  if (!hasCell(cell) || !isVisible()) return;
  const QPointF middle(static_cast<double>(cell.key) + 0.5, static_cast<double>(cell.query) + 0.5);
  QRectF view = m_figure.visibleCells();
  if (std::min(m_layout.cell.width(), m_layout.cell.height()) < kSeen)
    view.setSize(QSizeF(m_layout.map.width(), m_layout.map.height()) / kLarge);
  else if (view.contains(middle))
    return;
  view.moveCenter(middle);
  setVisibleCells(view);
  emit cellsRevealed(m_figure.visibleCells());
}

QRectF HeatmapView::axes() const {
  const QCPRange keys = m_plot->xAxis->range(), queries = m_plot->yAxis->range();
  return {keys.lower, queries.lower, keys.size(), queries.size()};
}

void HeatmapView::refresh() {
  if (m_marked && !hasCell(Cell{m_marked->lastQuery, m_marked->lastKey})) mark({});
  populate();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
  showCell();
}

void HeatmapView::resizeEvent(QResizeEvent* event) {
  m_plot->setGeometry(rect());
  m_overlay->setGeometry(rect());
  AttentionView::resizeEvent(event);
}

/// QCustomPlot has moved or zoomed its axes: keep them on the map, and let labels and numbers follow.
void HeatmapView::takeAxisRanges() {
  // Every replot comes here, also those for a new size.
  if (m_axes.isNull() || m_figure.isEmpty() || axes() == m_axes) return;
  m_figure.setVisibleCells(axes());
  populate();
  m_overlay->update();
  complete();
  emit visibleCellsChanged(m_figure.visibleCells());
}

void HeatmapView::setVisibleCells(const QRectF& cells) {
  m_figure.setVisibleCells(cells);
  outdated();
}

void HeatmapView::resetZoom() { setVisibleCells({0, 0, 1e9, 1e9}); }

void HeatmapView::zoom(QPointF about, double factor) {
  const QRectF view = m_figure.visibleCells();
  setVisibleCells({about + (view.topLeft() - about) * factor, view.size() * factor});
  emit visibleCellsChanged(m_figure.visibleCells());
}

bool HeatmapView::takesPinch(QEvent* event) {
  double factor = 1;
  QPointF at;
  if (event->type() == QEvent::NativeGesture) {
    const auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() != Qt::ZoomNativeGesture) return false;
    factor = 1 + gesture->value();
    at = gesture->position();
  } else if (event->type() == QEvent::Gesture) {
    const auto* pinch = static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture));
    if (!pinch) return false;
    factor = pinch->scaleFactor();
    at = m_plot->mapFromGlobal(pinch->centerPoint());
  } else {
    return false;
  }
  event->accept();
  if (!m_figure.isEmpty() && factor > 0 && factor != 1) zoom(m_layout.cellPoint(at), 1 / factor);
  return true;
}

bool HeatmapView::hasCell(const std::optional<Cell>& cell) const {
  return cell && !m_figure.isEmpty() && cell->query >= 0 && cell->key >= 0 &&
         cell->query < m_figure.maps()->queries() && cell->key < m_figure.maps()->keys();
}

QString HeatmapView::cellText(Cell cell) const {
  if (!hasCell(cell)) return {};
  const AttentionMaps& maps = *m_figure.maps();
  const QString query = tokenLabel(maps.queryTokens()[static_cast<std::size_t>(cell.query)]);
  const QString key = tokenLabel(maps.keyTokens()[static_cast<std::size_t>(cell.key)]);
  const AttentionContext& context = m_figure.context();
  const QString pair = pairWords(context, query, cell.query, key, cell.key);
  if (!context.isVisible(m_figure.head().layer, cell.query, cell.key, maps.keys()))
    return tr("masked for this query") + u'\n' + pair;
  if (context.isGap(cell.query, cell.key)) return tr("only one side has this token") + u'\n' + pair;
  const float weight = maps.weights(m_figure.head(), {cell.query, cell.key, 1, 1})(0, 0);
  const QStringList lines{exactWords(context, weight), pair};
  if (!std::isfinite(weight)) return lines.join(u'\n');
  return (lines + sideWords(context, m_figure.head(), cell.query, cell.key)).join(u'\n');
}

void HeatmapView::pointAt(QPointF position) {
  if (!selection()) return;
  const auto hit = m_figure.isEmpty() ? std::nullopt : m_layout.cellAt(position);
  if (!hit) {
    leave();
    return;
  }
  selection()->setCell(Cell{hit->first, hit->second});
}

void HeatmapView::mark(std::optional<Cell> from, Cell to) {
  m_markFrom = from;
  m_marked.reset();
  if (from)
    m_marked = CellRange{std::min(from->query, to.query), std::max(from->query, to.query), std::min(from->key, to.key),
                         std::max(from->key, to.key)};
  m_overlay->update();
}

std::optional<CellRange> HeatmapView::chosenCells() const {
  const std::optional<Cell> cell = selection() ? selection()->cell() : std::nullopt;
  const auto within = [&](const CellRange& range) {
    return !cell || (cell->query >= range.firstQuery && cell->query <= range.lastQuery && cell->key >= range.firstKey &&
                     cell->key <= range.lastKey);
  };
  if (m_marked && within(*m_marked)) return m_marked;
  if (!hasCell(cell)) return {};
  return CellRange{cell->query, cell->query, cell->key, cell->key};
}

bool HeatmapView::takesMarking(QMouseEvent* event) {
  Cell under{-1, -1};
  if (!m_figure.isEmpty())
    if (const auto hit = m_layout.cellAt(event->position())) under = {hit->first, hit->second};
  const bool onCell = under.query >= 0;
  if (event->type() == QEvent::MouseButtonPress && event->button() == Qt::LeftButton) {
    m_marking = event->modifiers().testFlag(Qt::ShiftModifier) && onCell;
    mark(m_marking ? std::optional(under) : std::nullopt, under);
    return m_marking;
  }
  if (!m_marking) return false;
  if (event->type() == QEvent::MouseMove && onCell) {
    mark(m_markFrom, under);
    pointAt(event->position());
  }
  if (event->type() == QEvent::MouseButtonRelease) m_marking = false;
  return true;
}

void HeatmapView::leave() {
  if (selection()) selection()->setCell({});
}

bool HeatmapView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_plot && event->type() == QEvent::Leave) leave();
  if (watched == m_plot && event->type() == QEvent::MouseButtonPress) setFocus(Qt::MouseFocusReason);
  if (watched == m_plot && takesPinch(event)) return true;
  const bool mouse = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove ||
                     event->type() == QEvent::MouseButtonRelease;
  if (watched == m_plot && mouse && takesMarking(static_cast<QMouseEvent*>(event))) return true;
  return AttentionView::eventFilter(watched, event);
}

void HeatmapView::showCell() {
  if (!isVisible()) return;
  m_overlay->update();
  const std::optional<Cell> cell = selection() ? selection()->cell() : std::nullopt;
  headlight::describe(this, hasCell(cell) ? cellText(*cell).replace(u'\n', QStringLiteral(", ")) : m_figure.title());
}

void HeatmapView::keyPressEvent(QKeyEvent* event) {
  if (!selection() || m_figure.isEmpty()) return AttentionView::keyPressEvent(event);
  const QPoint step = arrowStep(event->key());
  switch (event->key()) {
    case Qt::Key_Escape:
      if (m_marked) return mark({});
      leave();
      return;
    case Qt::Key_0:
      resetZoom();
      emit visibleCellsChanged(m_figure.visibleCells());
      return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus: {
      const std::optional<Cell> cell = selection()->cell();
      return zoom(hasCell(cell) ? QPointF(static_cast<double>(cell->key) + 0.5, static_cast<double>(cell->query) + 0.5)
                                : m_figure.visibleCells().center(),
                  event->key() == Qt::Key_Minus ? 1.25 : 0.8);
    }
    default:
      if (step.isNull()) return AttentionView::keyPressEvent(event);
  }
  const QRectF view = m_figure.visibleCells();
  const std::optional<Cell> now = selection()->cell();
  Cell next{static_cast<Index>(view.top()), static_cast<Index>(view.left())};
  if (hasCell(now))
    next = {std::clamp<Index>(now->query + step.y(), 0, m_figure.maps()->queries() - 1),
            std::clamp<Index>(now->key + step.x(), 0, m_figure.maps()->keys() - 1)};
  // The view follows the cell.
  QRectF moved = view;
  const auto x = static_cast<double>(next.key), y = static_cast<double>(next.query);
  if (x < moved.left()) moved.moveLeft(x);
  if (x + 1 > moved.right()) moved.moveRight(x + 1);
  if (y < moved.top()) moved.moveTop(y);
  if (y + 1 > moved.bottom()) moved.moveBottom(y + 1);
  if (moved != view) {
    setVisibleCells(moved);
    emit visibleCellsChanged(m_figure.visibleCells());
  }
  if (event->modifiers().testFlag(Qt::ShiftModifier))
    mark(m_markFrom.value_or(hasCell(now) ? *now : next), next);
  else
    mark({});
  selection()->setCell(next);
}

}  // namespace headlight
