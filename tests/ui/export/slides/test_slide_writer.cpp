#include <qcustomplot.h>

#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "core/base/error.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"
#include "tests/support/unpacked.h"
#include "ui/export/slides/slide_device.h"
#include "ui/export/slides/slide_writer.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/figures/links/links_figure.h"

using namespace headlight;
using namespace headlight::test;

namespace {

template <class Kind>
std::shared_ptr<Kind> figureOf(std::shared_ptr<const AttentionMaps> maps) {
  const auto figure = std::make_shared<Kind>();
  AttentionContext context;
  context.modelName = "made";
  context.text = "a <text> & more";
  figure->setMaps(std::move(maps), context);
  FigureStyle style;
  style.title = style.caption = false;
  style.transparent = true;
  figure->setStyle(style);
  return figure;
}

/// More shapes than a slide takes.
class ManyShapes final : public Figure {
 public:
  void paint(QCPPainter& painter, const QRectF&) const override {
    for (std::size_t i = 0; i <= kMostSlideShapes; ++i)
      painter.fillRect(QRectF(static_cast<double>(i % 100), static_cast<double>(i / 100), 1, 1), Qt::blue);
  }
  QSizeF preferredSize() const override { return {100, 100}; }
  QString title() const override { return "Many"; }
  QString altText() const override { return "Many shapes"; }
  QStringList families() const override { return {}; }
};

}  // namespace

class TestSlideWriter : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  std::shared_ptr<const AttentionMaps> m_maps =
      randomMaps(1, 2, makeTokens({"The", " <cat>", " é", " 猫", " sat", "."}), false);

 private slots:
  void everyPartIsXmlAndEveryRelationLeadsSomewhere() {
    const QString path = m_folder.filePath("two.pptx");
    writeSlides(path.toStdString(),
                {{"First & only", "a <caption>", figureOf<HeatmapFigure>(m_maps), "notes\nline two"},
                 {"Second", "", figureOf<LinksFigure>(m_maps), ""}},
                {});
    const auto parts = unzipped(path);
    QVERIFY(parts.size() > 15);
    for (auto it = parts.begin(); it != parts.end(); ++it) {
      if (!it.key().endsWith(".xml") && !it.key().endsWith(".rels")) continue;
      QXmlStreamReader xml(it.value());
      const QString folder = it.key().section("/_rels/", 0, 0);
      while (!xml.atEnd()) {
        xml.readNext();
        if (!it.key().endsWith(".rels") || !xml.isStartElement() || xml.name() != u"Relationship") continue;
        const QString target = xml.attributes().value("Target").toString();
        const QString place = QDir::cleanPath((it.key() == "_rels/.rels" ? QString() : folder + "/") + target);
        QVERIFY2(parts.contains(place), qPrintable(it.key() + " names " + place));
      }
      QVERIFY2(!xml.hasError(), qPrintable(it.key() + ": " + xml.errorString()));
    }
    QVERIFY(parts["ppt/slides/slide1.xml"].contains("First &amp; only"));
    QVERIFY(parts["ppt/notesSlides/notesSlide1.xml"].contains("line two"));
  }

  void everyPartHasATypeAndEveryTypeAPart() {
    const QString path = m_folder.filePath("types.pptx");
    for (const std::shared_ptr<const Figure>& figure : std::initializer_list<std::shared_ptr<const Figure>>{
             figureOf<HeatmapFigure>(m_maps), std::make_shared<ManyShapes>()}) {
      writeSlides(path.toStdString(), {{"One", "c", figure, "n"}, {"Two", "", figure, ""}}, {});
      const auto parts = unzipped(path);
      QSet<QString> overrides, suffixes;
      QXmlStreamReader xml(parts["[Content_Types].xml"]);
      while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"Override") overrides << xml.attributes().value("PartName").toString().mid(1);
        if (xml.name() == u"Default") suffixes << xml.attributes().value("Extension").toString();
        if (xml.name() != u"Types") QVERIFY(!xml.attributes().value("ContentType").isEmpty());
      }
      for (const QString& name : overrides) QVERIFY2(parts.contains(name), qPrintable(name));
      for (const QString& name : parts.keys()) {
        if (name == "[Content_Types].xml") continue;
        QVERIFY2(overrides.contains(name) || suffixes.contains(name.section('.', -1)), qPrintable(name));
        // Only data of our own may do with the plain type of XML.
        const bool office = name.startsWith("ppt/") && name.endsWith(".xml");
        QVERIFY2(!office || overrides.contains(name), qPrintable(name));
      }
    }
  }

  void cellsAndLabelsAreShapesOfTheSlide() {
    const QString path = m_folder.filePath("shapes.pptx");
    writeSlides(path.toStdString(), {{"T", "", figureOf<HeatmapFigure>(m_maps), ""}}, {});
    const QByteArray slide = unzipped(path)["ppt/slides/slide1.xml"];
    QVERIFY(!slide.contains("<p:pic>"));
    QVERIFY(slide.count("prst=\"rect\"") > 36);
    for (const char* label : {"The", "&lt;cat&gt;", "é", "猫", "sat"})
      QVERIFY2(slide.contains(QByteArray("<a:t>") + label), label);
    // Ids are unique, as presentation programs insist.
    QSet<QString> ids;
    QXmlStreamReader xml(slide);
    while (!xml.atEnd()) {
      xml.readNext();
      if (!xml.isStartElement() || xml.name() != u"cNvPr") continue;
      const QString id = xml.attributes().value("id").toString();
      QVERIFY2(!ids.contains(id), qPrintable(id));
      ids.insert(id);
    }
  }

  void aCellsColourIsTheMapsColour() {
    const auto figure = figureOf<HeatmapFigure>(m_maps);
    SlideDevice device({800, 600});
    {
      QCPPainter painter(&device);
      painter.setMode(QCPPainter::pmVectorized);
      painter.setMode(QCPPainter::pmNoCaching);
      figure->paint(painter, QRectF(0, 0, 800, 600));
    }
    const double weight = m_maps->weights({0, 0})(1, 2);
    const QColor expected = figure->style().map().colour(ColourScale{figure->style().scale, 1}.position(weight));
    int found = 0;
    for (const SlideShape& shape : device.shapes())
      if (const auto* rect = std::get_if<SlideRect>(&shape)) found += rect->fill.color() == expected;
    QVERIFY(found > 0);
  }

  void figuresOfTooManyShapesBecomePictures() {
    const QString path = m_folder.filePath("large.pptx");
    writeSlides(path.toStdString(), {{"T", "", std::make_shared<ManyShapes>(), ""}}, {});
    const auto parts = unzipped(path);
    const QByteArray slide = parts["ppt/slides/slide1.xml"];
    QVERIFY(slide.contains("<p:pic>") && slide.contains("svgBlip") && slide.contains("descr=\"Many shapes\""));
    QVERIFY(slide.count("<p:sp>") <= 2);
    QVERIFY(parts["ppt/media/slide1_image1.png"].startsWith("\x89PNG"));
    QVERIFY(parts["ppt/media/slide1_image2.svg"].contains("<svg"));
  }

  void theSameSlidesGiveTheSameBytes() {
    QByteArray bytes[2];
    for (QByteArray& b : bytes) {
      const QString path = m_folder.filePath("same.pptx");
      writeSlides(path.toStdString(), {{"T", "c", figureOf<HeatmapFigure>(m_maps), "n"}}, {});
      QFile file(path);
      QVERIFY(file.open(QIODevice::ReadOnly));
      b = file.readAll();
    }
    QVERIFY(bytes[0] == bytes[1]);
  }

  void namesWhatCannotBeWritten() {
    try {
      writeSlides(m_folder.filePath("none/x.pptx").toStdString(), {{"T", "", figureOf<HeatmapFigure>(m_maps), ""}}, {});
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains("none/x.pptx"), error.what());
    }
  }
};

HEADLIGHT_TEST(TestSlideWriter)
#include "test_slide_writer.moc"
