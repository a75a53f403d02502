#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "tests/support/unpacked.h"
#include "ui/export/exporter.h"
#include "ui/panels/export/exports.h"
#include "ui/reading/readings.h"
#include "ui/state/panel_kind.h"

using namespace headlight;
using namespace headlight::test;

namespace {

/// A page for every kind of panel, and one for a difference.
std::vector<DeckPage> everyKind() {
  static FakeEngine fake;
  std::vector<DeckPage> pages;
  const auto add = [&](const PanelState& panel, const QString& title) {
    Session session;
    session.state.model = "/m/small";
    session.state.text = "the cat sat on it";
    session.state.otherText = TextInput{"the black cat sat", {}};
    session.state.panels = {panel};
    pages.push_back({title, QStringLiteral("A sentence, “quoted” & <marked>"),
                     exportableOf(session, readingsOf(fake.engine(), session.state))});
  };
  for (const PanelKindRow& row : panelKinds()) {
    PanelState panel;
    panel.kind = row.kind;
    add(panel, panelKindLabel(row.kind));
  }
  PanelState minus;
  minus.minus = PanelMinus{{0, 1}, {}};
  add(minus, QStringLiteral("Difference"));
  return pages;
}

/// The shapes of each slide, those in groups one by one: what LibreOffice has read of them.
std::vector<int> shapesRead(const QByteArray& flatOdp) {
  std::vector<int> shapes;
  QXmlStreamReader xml(flatOdp);
  const QStringList kinds = {"custom-shape", "frame", "line",    "path",   "polyline",
                             "polygon",      "rect",  "ellipse", "circle", "connector"};
  while (!xml.atEnd()) {
    xml.readNext();
    if (!xml.isStartElement()) continue;
    const bool drawing = xml.namespaceUri() == QLatin1String("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0");
    if (xml.name() == QLatin1String("notes"))
      xml.skipCurrentElement();
    else if (drawing && xml.name() == QLatin1String("page"))
      shapes.push_back(0);
    else if (drawing && !shapes.empty() && kinds.contains(xml.name()))
      ++shapes.back();
  }
  return xml.hasError() ? std::vector<int>() : shapes;
}

}  // namespace

/// Slides as programs that know the format read them.
class TestSlideReaders : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  QString m_deck;

  static QString tool(const char* name) { return QStandardPaths::findExecutable(QLatin1String(name)); }

 private slots:
  void initTestCase() {
    m_deck = m_folder.filePath("deck.pptx");
    ExportSettings settings;
    settings.kind = FileKind::Slides;
    const std::vector<DeckPage> pages = everyKind();
    exportDeck(pages, settings, pages.front().what.provenance, m_deck.toStdString());
  }

  void aReaderFindsEveryShape() {
    if (tool("soffice").isEmpty()) QSKIP("LibreOffice is not installed: shapes were not read back");
    QProcess office;
    office.start(tool("soffice"), {"-env:UserInstallation=file://" + m_folder.filePath("office"), "--headless",
                                   "--convert-to", "fodp", "--outdir", m_folder.path(), m_deck});
    QVERIFY(office.waitForFinished(240'000) && office.exitCode() == 0);
    const std::vector<int> read = shapesRead(contentOf(m_folder.filePath("deck.fodp")));
    const QMap<QString, QByteArray> parts = unzipped(m_deck);
    std::vector<int> written;
    for (int page = 1; parts.contains(QStringLiteral("ppt/slides/slide%1.xml").arg(page)); ++page) {
      const QByteArray slide = parts[QStringLiteral("ppt/slides/slide%1.xml").arg(page)];
      written.push_back(static_cast<int>(slide.count("<p:sp>") + slide.count("<p:cxnSp>") + slide.count("<p:pic>")));
    }
    QCOMPARE(written.size(), panelKinds().size() + 1);
    QCOMPARE(read, written);
  }

  void theSchemasHold() {
    if (tool("ooxml-validator").isEmpty())
      QSKIP("No ooxml-validator on the PATH: slides were not held against the schemas");
    QProcess validator;
    validator.start(tool("ooxml-validator"), {m_deck});
    QVERIFY(validator.waitForFinished(240'000));
    const QByteArray says = validator.readAllStandardOutput();
    QVERIFY2(says.contains("\"ok\": true"), says.constData());
  }

  void cellsAreShapesThatCanBeEdited() {
    const QByteArray slide = unzipped(m_deck)["ppt/slides/slide1.xml"];
    QVERIFY(!slide.contains("<p:pic>"));
    constexpr double kUnit = 9525;  // EMU
    std::vector<QRectF> filled;
    static const QRegularExpression shape(
        "<a:off x=\"(-?\\d+)\" y=\"(-?\\d+)\"/><a:ext cx=\"(\\d+)\" cy=\"(\\d+)\"/></a:xfrm><a:prstGeom "
        "prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill>");
    for (auto match = shape.globalMatch(QString::fromUtf8(slide)); match.hasNext();) {
      const auto found = match.next();
      const auto length = [&](int which) { return found.captured(which).toDouble() / kUnit; };
      filled.emplace_back(length(1), length(2), length(3), length(4));
    }
    // The figure as it lies on the slide.
    const DeckPage page = everyKind().front();
    ExportSettings settings;
    settings.kind = FileKind::Slides;
    settings.title = settings.caption = false;
    const QRectF area = figureArea(settings.slides, !page.sentence.isEmpty());
    settings.size = area.size().toSize();
    settings.dpi = 96;
    const auto figure = page.what.make(styleFor(settings, page.what.style), true);
    int cells = 0;
    for (const FigureSpot& spot : figure->spots(area.size())) {
      if (spot.key == 0) continue;  // The sink is hatched.
      ++cells;
      const QRectF wanted = spot.rect.translated(area.topLeft());
      const auto isIt = [&](const QRectF& each) {
        return std::abs(each.center().x() - wanted.center().x()) < 1.5 &&
               std::abs(each.center().y() - wanted.center().y()) < 1.5 && std::abs(each.width() - wanted.width()) < 3 &&
               std::abs(each.height() - wanted.height()) < 3;
      };
      QCOMPARE(std::count_if(filled.begin(), filled.end(), isIt), 1);
    }
    QCOMPARE(cells, 15);  // Of <s> and five words, each but <s> is seen by itself and all that follow.
  }
};

HEADLIGHT_TEST(TestSlideReaders)
#include "test_slide_readers.moc"
