#include "ui/export/slides/slide_writer.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <map>
#include <ostream>

#include "core/base/version.h"
#include "core/io/zip_writer.h"
#include "ui/export/figure_writer.h"
#include "ui/export/slides/drawing_ml.h"
#include "ui/export/slides/package_parts.h"
#include "ui/export/slides/slide_device.h"
#include "ui/export/xml_text.h"

namespace headlight {
namespace {

constexpr double kMargin = 48;

QSizeF slideSize(SlideFormat format) { return format == SlideFormat::Wide16x9 ? QSizeF(1280, 720) : QSizeF(960, 720); }

/// The parts of the package by name; a map, so that their order is always the same.
using Parts = std::map<std::string, QByteArray>;

QByteArray pngOf(const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return bytes;
}

/// Builds one slide and the parts that it needs.
class SlideBuilder {
 public:
  SlideBuilder(Parts& parts, int number, const SlideLook& look) : m_parts(parts), m_number(number), m_look(look) {}

  void build(const Slide& slide) {
    const QRectF area = figureArea(m_look.format, slide.takeaway);
    QString content = textBox(2, "Title", "<p:ph type=\"title\"/>", QRectF(kMargin, 26, area.width(), 48), slide.title,
                              28, m_look.ink, true);
    if (!slide.caption.isEmpty())
      content += textBox(3, "Caption", "", QRectF(kMargin, 76, area.width(), area.top() - 84), slide.caption,
                         slide.takeaway ? 20 : 15, slide.takeaway ? m_look.ink : m_look.muted, false);
    content += figure(*slide.figure, area, slide.morphs);
    const QString name = QString("ppt/slides/slide%1.xml").arg(m_number);
    m_parts[name.toStdString()] =
        slidePart(content, m_look.paper, slide.morphs ? morphTransition(slide.goesOnAfter) : QString());
    m_relations += relation("rIdLayout", "slideLayout", "../slideLayouts/slideLayout1.xml");
    m_relations += relation("rIdNotes", "notesSlide", QString("../notesSlides/notesSlide%1.xml").arg(m_number));
    m_parts[QString("ppt/slides/_rels/slide%1.xml.rels").arg(m_number).toStdString()] = relationsPart(m_relations);
    m_parts[QString("ppt/notesSlides/notesSlide%1.xml").arg(m_number).toStdString()] = notesPart(slide.notes);
    m_parts[QString("ppt/notesSlides/_rels/notesSlide%1.xml.rels").arg(m_number).toStdString()] =
        relationsPart(relation("rId1", "notesMaster", "../notesMasters/notesMaster1.xml") +
                      relation("rId2", "slide", QString("../slides/slide%1.xml").arg(m_number)));
  }

 private:
  QString textBox(int id, const QString& name, const QString& placeholder, const QRectF& box, const QString& text,
                  int points, const QColor& colour, bool bold) const {
    return QString(
               "<p:sp><p:nvSpPr><p:cNvPr id=\"%1\" "
               "name=\"%2\"/><p:cNvSpPr%3/><p:nvPr>%4</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
               "<a:off x=\"%5\" y=\"%6\"/><a:ext cx=\"%7\" cy=\"%8\"/></a:xfrm><a:prstGeom "
               "prst=\"rect\"><a:avLst/></a:prstGeom>"
               "<a:noFill/></p:spPr>")
               .arg(id)
               .arg(name, placeholder.isEmpty() ? " txBox=\"1\"" : "", placeholder)
               .arg(toEmu(box.x()))
               .arg(toEmu(box.y()))
               .arg(toEmu(box.width()))
               .arg(toEmu(box.height())) +
           QString(
               "<p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" "
               "anchor=\"ctr\"><a:normAutofit/></a:bodyPr>"
               "<a:lstStyle/><a:p><a:pPr algn=\"l\"/><a:r><a:rPr lang=\"en-GB\" sz=\"%1\"%2><a:solidFill><a:srgbClr "
               "val=\"%3\"/>"
               "</a:solidFill><a:latin typeface=\"%4\"/></a:rPr><a:t>%5</a:t></a:r></a:p></p:txBody></p:sp>")
               .arg(points * 100)
               .arg(bold ? " b=\"1\"" : "", colour.name().mid(1).toUpper(), xmlText(m_look.family), xmlText(text));
  }

  QString figure(const Figure& figure, const QRectF& area, bool morphs) {
    SlideDevice device(area.size().toSize());
    {
      QCPPainter painter(&device);
      painter.setMode(QCPPainter::pmVectorized);
      painter.setMode(QCPPainter::pmNoCaching);
      painter.setMode(QCPPainter::pmNonCosmetic);
      figure.paint(painter, QRectF(QPointF(0, 0), area.size()));
    }
    if (device.shapes().size() > kMostSlideShapes) return picture(figure, area);
    const auto addImage = [this](const QImage& image) { return addMedia(pngOf(image), "png"); };
    if (morphs) return drawingMlMorph(device.shapes(), area, figure.altText(), 10, addImage);
    return drawingMlGroup(device.shapes(), area.topLeft(), figure.title(), figure.altText(), 10, addImage);
  }

  QString picture(const Figure& figure, const QRectF& area) {
    const QSize size = area.size().toSize();
    const QString png = addMedia(figureBytes(figure, FigureFormat::Png, {size * 2, 192, {}}), "png");
    const QString svg = addMedia(figureBytes(figure, FigureFormat::Svg, {size, 96, {}}), "svg");
    return QString(
               "<p:pic><p:nvPicPr><p:cNvPr id=\"10\" name=\"%1\" "
               "descr=\"%2\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>"
               "<a:blip r:embed=\"%3\"><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
               "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" "
               "r:embed=\"%4\"/></a:ext></a:extLst></a:blip>"
               "<a:stretch><a:fillRect/></a:stretch></p:blipFill>")
               .arg(xmlText(figure.title()), xmlText(figure.altText()), png, svg) +
           QString(
               "<p:spPr><a:xfrm><a:off x=\"%1\" y=\"%2\"/><a:ext cx=\"%3\" cy=\"%4\"/></a:xfrm><a:prstGeom "
               "prst=\"rect\"><a:avLst/>"
               "</a:prstGeom></p:spPr></p:pic>")
               .arg(toEmu(area.x()))
               .arg(toEmu(area.y()))
               .arg(toEmu(area.width()))
               .arg(toEmu(area.height()));
  }

  QString addMedia(const QByteArray& bytes, const QString& suffix) {
    const int number = ++m_media;
    const QString file = QString("slide%1_image%2.%3").arg(m_number).arg(number).arg(suffix);
    m_parts[("ppt/media/" + file).toStdString()] = bytes;
    QString id = QString("rIdImage%1").arg(number);
    m_relations += relation(id, "image", "../media/" + file);
    return id;
  }

  Parts& m_parts;
  int m_number;
  const SlideLook& m_look;
  QString m_relations;
  int m_media = 0;
};

}  // namespace

QRectF figureArea(SlideFormat format, bool takeaway) {
  const QSizeF size = slideSize(format);
  const double top = takeaway ? 148 : 112;
  return {kMargin, top, size.width() - 2 * kMargin, size.height() - top - 28};
}

void writeSlides(const std::filesystem::path& path, const std::vector<Slide>& slides, const SlideLook& look,
                 const std::optional<Provenance>& provenance) {
  const int count = static_cast<int>(slides.size());
  Parts parts = presentationParts(count, slideSize(look.format), QString("Headlight %1").arg(kVersion),
                                  slides.empty() ? QString() : slides.front().title,
                                  provenance ? QString::fromStdString(provenanceElement(*provenance)) : QString());
  for (int i = 0; i < count; ++i) SlideBuilder(parts, i + 1, look).build(slides[static_cast<std::size_t>(i)]);
  // The content types come first, as readers that stream a package expect.
  std::vector<ZipEntry> entries;
  const auto add = [&](const std::string& name) {
    entries.push_back(
        {name, [&parts, name](std::ostream& out) { out.write(parts.at(name).data(), parts.at(name).size()); }, true});
  };
  add(kContentTypes);
  for (const auto& [name, content] : parts)
    if (name != kContentTypes) add(name);
  writeZip(path, entries);
}

}  // namespace headlight
