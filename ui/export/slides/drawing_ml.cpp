#include "ui/export/slides/drawing_ml.h"

#include <QMap>
#include <QTextStream>
#include <cmath>

#include "ui/export/xml_text.h"

namespace headlight {
namespace {

/// "<a:srgbClr …>" with its opacity, in thousandths of a percent.
QString colour(const QColor& c) {
  const QString name = c.name(QColor::HexRgb).mid(1).toUpper();
  if (c.alpha() == 255) return "<a:srgbClr val=\"" + name + "\"/>";
  return QString("<a:srgbClr val=\"%1\"><a:alpha val=\"%2\"/></a:srgbClr>").arg(name).arg(qRound(c.alphaF() * 100000));
}

QString fill(const QBrush& brush) {
  if (brush.style() == Qt::NoBrush || brush.color().alpha() == 0) return "<a:noFill/>";
  const char* pattern = nullptr;
  switch (brush.style()) {
    case Qt::BDiagPattern:
      pattern = "ltUpDiag";
      break;
    case Qt::FDiagPattern:
      pattern = "ltDnDiag";
      break;
    case Qt::DiagCrossPattern:
      pattern = "diagCross";
      break;
    case Qt::HorPattern:
      pattern = "ltHorz";
      break;
    case Qt::VerPattern:
      pattern = "ltVert";
      break;
    default:
      break;
  }
  if (pattern)
    return QString(
               "<a:pattFill prst=\"%1\"><a:fgClr>%2</a:fgClr><a:bgClr><a:srgbClr val=\"FFFFFF\"><a:alpha "
               "val=\"0\"/></a:srgbClr></a:bgClr>"
               "</a:pattFill>")
        .arg(pattern, colour(brush.color()));
  if (const QGradient* gradient = brush.gradient()) {
    QString stops;
    for (const auto& [at, c] : gradient->stops())
      stops += QString("<a:gs pos=\"%1\">%2</a:gs>").arg(qRound(at * 100000)).arg(colour(c));
    const auto* linear = static_cast<const QLinearGradient*>(gradient);
    const double angle =
        std::atan2(linear->finalStop().y() - linear->start().y(), linear->finalStop().x() - linear->start().x());
    const int turned = qRound(angle * 180 / M_PI * 60000);
    return QString("<a:gradFill><a:gsLst>%1</a:gsLst><a:lin ang=\"%2\" scaled=\"0\"/></a:gradFill>")
        .arg(stops)
        .arg((turned + 21600000) % 21600000);
  }
  return "<a:solidFill>" + colour(brush.color()) + "</a:solidFill>";
}

QString line(const QPen& pen) {
  if (pen.style() == Qt::NoPen || pen.color().alpha() == 0) return "<a:ln><a:noFill/></a:ln>";
  const char* cap = pen.capStyle() == Qt::RoundCap ? "rnd" : pen.capStyle() == Qt::SquareCap ? "sq" : "flat";
  QString dash;
  if (pen.style() == Qt::DashLine) dash = "<a:prstDash val=\"dash\"/>";
  if (pen.style() == Qt::DotLine) dash = "<a:prstDash val=\"sysDot\"/>";
  if (pen.style() == Qt::CustomDashLine) dash = "<a:prstDash val=\"sysDash\"/>";
  return QString("<a:ln w=\"%1\" cap=\"%2\"><a:solidFill>%3</a:solidFill>%4<a:round/></a:ln>")
      .arg(toEmu(pen.widthF()))
      .arg(cap, colour(pen.color()), dash);
}

QString position(const QRectF& rect, double angle = 0) {
  const QString turned =
      angle == 0 ? QString() : QString(" rot=\"%1\"").arg(qRound64(std::fmod(angle + 360, 360) * 60000));
  return QString("<a:xfrm%1><a:off x=\"%2\" y=\"%3\"/><a:ext cx=\"%4\" cy=\"%5\"/></a:xfrm>")
      .arg(turned)
      .arg(toEmu(rect.x()))
      .arg(toEmu(rect.y()))
      .arg(std::max<qint64>(0, toEmu(rect.width())))
      .arg(std::max<qint64>(0, toEmu(rect.height())));
}

QString shapeStart(int id, const QString& name, bool text = false) {
  return QString("<p:sp><p:nvSpPr><p:cNvPr id=\"%1\" name=\"%2\"/><p:cNvSpPr%3/><p:nvPr/></p:nvSpPr>")
      .arg(QString::number(id), name, text ? " txBox=\"1\"" : "");
}

QString geometry(const QPainterPath& path, const QRectF& bounds, bool filled) {
  const auto point = [&](const QPainterPath::Element& e) {
    return QString("<a:pt x=\"%1\" y=\"%2\"/>").arg(toEmu(e.x - bounds.x())).arg(toEmu(e.y - bounds.y()));
  };
  QString text =
      QString(
          "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>"
          "<a:path w=\"%1\" h=\"%2\"%3>")
          .arg(toEmu(bounds.width()))
          .arg(toEmu(bounds.height()))
          .arg(filled ? "" : " fill=\"none\"");
  QPointF start, last;
  bool open = false;
  const auto close = [&] {
    if (open && last == start) text += "<a:close/>";
    open = false;
  };
  for (int i = 0; i < path.elementCount(); ++i) {
    const QPainterPath::Element e = path.elementAt(i);
    if (e.isMoveTo()) {
      close();
      text += "<a:moveTo>" + point(e) + "</a:moveTo>";
      start = e;
    } else if (e.isLineTo()) {
      text += "<a:lnTo>" + point(e) + "</a:lnTo>";
      open = true;
    } else {
      text +=
          "<a:cubicBezTo>" + point(e) + point(path.elementAt(i + 1)) + point(path.elementAt(i + 2)) + "</a:cubicBezTo>";
      i += 2;
      open = true;
    }
    last = path.elementAt(i);
  }
  close();
  return text + "</a:path></a:pathLst></a:custGeom>";
}

class Writer {
 public:
  Writer(QPointF offset, int id, bool morphs, const std::function<QString(const QImage&)>& addImage)
      : m_offset(offset), m_id(id), m_morphs(morphs), m_addImage(addImage) {}

  QString operator()(const SlideRect& shape) {
    return start("Rectangle") + "<p:spPr>" + position(shape.rect.translated(m_offset)) +
           "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>" + fill(shape.fill) + line(shape.line) +
           "</p:spPr></p:sp>";
  }

  QString operator()(const SlidePath& shape) {
    const QRectF bounds = shape.path.boundingRect();
    return start("Shape") + "<p:spPr>" + position(bounds.translated(m_offset)) +
           geometry(shape.path, bounds, shape.fill.style() != Qt::NoBrush) + fill(shape.fill) + line(shape.line) +
           "</p:spPr></p:sp>";
  }

  QString operator()(const SlideText& shape) {
    // The box is turned about its centre, the text was turned about the start of its baseline.
    const double slack = 0.5 * shape.font.pixelSize();
    const QSizeF size(shape.width + slack, shape.ascent + shape.descent);
    const double turn = shape.angle * M_PI / 180;
    const QPointF fromBaseline(size.width() / 2, size.height() / 2 - shape.ascent);
    const QPointF centre =
        shape.baseline + QPointF(fromBaseline.x() * std::cos(turn) - fromBaseline.y() * std::sin(turn),
                                 fromBaseline.x() * std::sin(turn) + fromBaseline.y() * std::cos(turn));
    const QRectF box(centre - QPointF(size.width() / 2, size.height() / 2), size);
    const QString bold = shape.font.weight() >= QFont::DemiBold ? " b=\"1\"" : "",
                  italic = shape.font.italic() ? " i=\"1\"" : "";
    const QString family = xmlText(shape.font.family());
    return start("Text", true, shape.text) + "<p:spPr>" + position(box.translated(m_offset), shape.angle) +
           "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap=\"none\" "
           "lIns=\"0\" tIns=\"0\" "
           "rIns=\"0\" bIns=\"0\" anchor=\"ctr\"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p>" +
           QString(shape.rightToLeft ? "<a:pPr algn=\"l\" rtl=\"1\"/>" : "") + "<a:r><a:rPr lang=\"en-GB\" sz=\"" +
           QString::number(qRound(shape.font.pixelSize() * 75.0)) + "\"" + bold + italic + "><a:solidFill>" +
           colour(shape.colour) + "</a:solidFill><a:latin typeface=\"" + family + "\"/><a:ea typeface=\"" + family +
           "\"/><a:cs typeface=\"" + family + "\"/></a:rPr><a:t>" + xmlText(shape.text) +
           "</a:t></a:r></a:p></p:txBody></p:sp>";
  }

  QString operator()(const SlideImage& shape) {
    const QString relation = m_addImage(shape.image), name = nameOf("Picture", {});
    return QString(
               "<p:pic><p:nvPicPr><p:cNvPr id=\"%1\" name=\"%4\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>"
               "<a:blip r:embed=\"%2\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>%3"
               "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>")
        .arg(QString::number(m_id++), relation, position(shape.rect.translated(m_offset)), name);
  }

 private:
  QString start(const QString& kind, bool text = false, const QString& content = {}) {
    const QString name = nameOf(kind, content);
    return shapeStart(m_id++, name, text);
  }

  QString nameOf(const QString& kind, const QString& content) {
    if (!m_morphs) return QString("%1 %2").arg(kind).arg(m_id);
    const QString name = content.isEmpty() ? kind : kind + QLatin1Char(' ') + xmlText(content);
    return QString("!!%1 %2").arg(name).arg(++m_named[name]);
  }

  QPointF m_offset;
  int m_id;
  bool m_morphs;
  QMap<QString, int> m_named;  ///< How many have that name.
  const std::function<QString(const QImage&)>& m_addImage;
};

}  // namespace

QString drawingMlGroup(const SlideShapes& shapes, QPointF offset, const QString& name, const QString& altText,
                       int firstId, const std::function<QString(const QImage&)>& addImage) {
  QString text = QString(
                     "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"%1\" name=\"%2\" "
                     "descr=\"%3\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>")
                     .arg(firstId)
                     .arg(xmlText(name), xmlText(altText));
  Writer writer(offset, firstId + 1, false, addImage);
  for (const SlideShape& shape : shapes) text += std::visit(writer, shape);
  return text + "</p:grpSp>";
}

QString drawingMlMorph(const SlideShapes& shapes, const QRectF& area, const QString& altText, int firstId,
                       const std::function<QString(const QImage&)>& addImage) {
  QString text =
      QString("<p:sp><p:nvSpPr><p:cNvPr id=\"%1\" name=\"!!Figure\" descr=\"%2\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>")
          .arg(QString::number(firstId), xmlText(altText)) +
      "<p:spPr>" + position(area) +
      "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></p:spPr></p:sp>";
  Writer writer(area.topLeft(), firstId + 1, true, addImage);
  for (const SlideShape& shape : shapes) text += std::visit(writer, shape);
  return text;
}

}  // namespace headlight
