#include "ui/export/slides/slide_device.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmap>
#include <algorithm>
#include <cmath>

namespace headlight {

/// Turns what a QPainter is asked to do into shapes, in device coordinates, cut by the painter's clip.
class SlideEngine final : public QPaintEngine {
 public:
  SlideEngine()
      : QPaintEngine(QPaintEngine::PrimitiveTransform | QPaintEngine::PixmapTransform | QPaintEngine::PainterPaths |
                     QPaintEngine::AlphaBlend | QPaintEngine::Antialiasing | QPaintEngine::ConstantOpacity) {}

  SlideShapes shapes;

  bool begin(QPaintDevice*) override { return true; }
  bool end() override { return true; }
  Type type() const override { return QPaintEngine::User; }

  void updateState(const QPaintEngineState& changed) override {
    const DirtyFlags dirty = changed.state();
    if (dirty & DirtyTransform) m_transform = changed.transform();
    if (dirty & DirtyPen) m_pen = changed.pen();
    if (dirty & DirtyBrush) m_brush = changed.brush();
    if (dirty & DirtyOpacity) m_opacity = changed.opacity();
    if (dirty & (DirtyClipPath | DirtyClipRegion | DirtyClipEnabled)) {
      m_clipped = painter()->hasClipping();
      if (m_clipped) m_clip = painter()->combinedTransform().map(painter()->clipPath());
    }
  }

  void drawRects(const QRectF* rects, int count) override {
    for (int i = 0; i < count; ++i) {
      if (m_transform.type() > QTransform::TxScale) {
        QPainterPath path;
        path.addRect(rects[i]);
        addPath(path, m_brush, m_pen);
        continue;
      }
      const QRectF rect = m_transform.mapRect(rects[i]);
      if (inside(rect))
        shapes.push_back(SlideRect{rect, faded(m_brush), faded(m_pen)});
      else if (visible(rect) && isRectangle(m_clip) && m_pen.style() == Qt::NoPen)
        shapes.push_back(SlideRect{rect.intersected(m_clip.boundingRect()), faded(m_brush), faded(m_pen)});
      else if (visible(rect)) {
        QPainterPath path;
        path.addRect(rects[i]);
        addPath(path, m_brush, m_pen);
      }
    }
  }

  void drawPath(const QPainterPath& path) override { addPath(path, m_brush, m_pen); }

  void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
    if (mode != PolylineMode) path.closeSubpath();
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    addPath(path, mode == PolylineMode ? QBrush(Qt::NoBrush) : m_brush, m_pen);
  }

  void drawLines(const QLineF* lines, int count) override {
    for (int i = 0; i < count; ++i) {
      QPainterPath path(lines[i].p1());
      path.lineTo(lines[i].p2());
      addPath(path, Qt::NoBrush, m_pen);
    }
  }

  void drawEllipse(const QRectF& rect) override {
    QPainterPath path;
    path.addEllipse(rect);
    addPath(path, m_brush, m_pen);
  }

  void drawTextItem(const QPointF& position, const QTextItem& item) override {
    // Where fonts change, a text is cut: a variation selector stays with the character before it.
    const QString all = item.text();
    const auto isSelector = [](QChar c) { return c >= QChar(0xFE00) && c <= QChar(0xFE0F); };
    if (!shapes.empty() && std::all_of(all.begin(), all.end(), isSelector)) {
      if (auto* before = std::get_if<SlideText>(&shapes.back())) before->text += all;
      return;
    }
    SlideText text;
    text.baseline = m_transform.map(position);
    text.angle = std::atan2(m_transform.m12(), m_transform.m11()) * 180 / M_PI;
    const double scale = std::hypot(m_transform.m11(), m_transform.m12());
    text.width = item.width() * scale;
    text.ascent = item.ascent() * scale;
    text.descent = item.descent() * scale;
    text.text = item.text();
    text.font = item.font();
    const double size = item.font().pixelSize() > 0 ? item.font().pixelSize() : item.font().pointSizeF() * 96 / 72;
    text.font.setPixelSize(std::max(1, static_cast<int>(std::lround(size * scale))));
    text.colour = faded(m_pen).color();
    text.rightToLeft = item.renderFlags() & QTextItem::RightToLeft;
    if (!visible(QRectF(text.baseline - QPointF(text.width, text.width), QSizeF(2 * text.width, 2 * text.width))))
      return;
    shapes.push_back(text);
  }

  void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override {
    drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
  }

  void drawImage(const QRectF& target, const QImage& image, const QRectF& source, Qt::ImageConversionFlags) override {
    QRectF rect = m_transform.mapRect(target);
    QImage part = image.copy(source.toAlignedRect());
    if (!visible(rect) || part.isNull()) return;
    if (!inside(rect)) {
      const QRectF kept = rect.intersected(m_clip.boundingRect());
      const double sx = part.width() / rect.width(), sy = part.height() / rect.height();
      part = part.copy(
          QRectF((kept.x() - rect.x()) * sx, (kept.y() - rect.y()) * sy, kept.width() * sx, kept.height() * sy)
              .toAlignedRect());
      rect = kept;
    }
    shapes.push_back(SlideImage{rect, part});
  }

  void drawTiledPixmap(const QRectF& rect, const QPixmap& pixmap, const QPointF&) override {
    drawPixmap(rect, pixmap, pixmap.rect());
  }

 private:
  static bool isRectangle(const QPainterPath& path) {
    QPainterPath rectangle;
    rectangle.addRect(path.boundingRect());
    return path.elementCount() <= 5 && path.contains(path.boundingRect().center());
  }
  bool visible(const QRectF& rect) const {
    return !m_clipped || m_clip.boundingRect().intersects(rect.adjusted(-0.01, -0.01, 0.01, 0.01));
  }
  bool inside(const QRectF& rect) const {
    // Half a unit of tolerance: an outline on the clip's edge is not worth a cut.
    return !m_clipped || (isRectangle(m_clip) && m_clip.boundingRect().adjusted(-0.5, -0.5, 0.5, 0.5).contains(rect));
  }

  QBrush faded(QBrush brush) const {
    QColor colour = brush.color();
    colour.setAlphaF(static_cast<float>(colour.alphaF() * m_opacity));
    brush.setColor(colour);
    return brush;
  }
  QPen faded(QPen pen) const {
    QColor colour = pen.color();
    colour.setAlphaF(static_cast<float>(colour.alphaF() * m_opacity));
    pen.setColor(colour);
    if (!pen.isCosmetic()) pen.setWidthF(pen.widthF() * std::hypot(m_transform.m11(), m_transform.m12()));
    if (pen.widthF() <= 0) pen.setWidthF(1);
    return pen;
  }

  void addPath(const QPainterPath& path, const QBrush& brush, const QPen& pen) {
    QPainterPath mapped = m_transform.map(path);
    if (mapped.isEmpty() || !visible(mapped.boundingRect())) return;
    if (m_clipped && !inside(mapped.boundingRect())) {
      // An outline cannot be cut without becoming an area; a filled area can.
      if (pen.style() == Qt::NoPen) mapped = mapped.intersected(m_clip);
      if (mapped.isEmpty()) return;
    }
    shapes.push_back(SlidePath{mapped, faded(brush), faded(pen)});
  }

  QTransform m_transform;
  QPen m_pen;
  QBrush m_brush;
  double m_opacity = 1;
  bool m_clipped = false;
  QPainterPath m_clip;
};

SlideDevice::SlideDevice(QSize size) : m_size(size), m_engine(std::make_unique<SlideEngine>()) {}

SlideDevice::~SlideDevice() = default;

QPaintEngine* SlideDevice::paintEngine() const { return m_engine.get(); }

const SlideShapes& SlideDevice::shapes() const { return m_engine->shapes; }

int SlideDevice::metric(PaintDeviceMetric metric) const {
  switch (metric) {
    case PdmWidth:
      return m_size.width();
    case PdmHeight:
      return m_size.height();
    case PdmWidthMM:
      return qRound(m_size.width() * 25.4 / 96);
    case PdmHeightMM:
      return qRound(m_size.height() * 25.4 / 96);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
      return 96;
    case PdmNumColors:
      return 1 << 24;
    case PdmDepth:
      return 32;
    case PdmDevicePixelRatioScaled:
      return static_cast<int>(devicePixelRatioFScale());
    default:
      return 1;
  }
}

}  // namespace headlight
