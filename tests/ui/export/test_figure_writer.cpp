#include <qcustomplot.h>
#include <unistd.h>

#include <QMimeData>
#include <QProcess>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "core/base/error.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/export/figure_writer.h"
#include "ui/export/pdf_bytes.h"
#include "ui/figures/atlas/atlas_figure.h"
#include "ui/figures/coloured_text/coloured_text_figure.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/figures/links/links_figure.h"

using namespace headlight;
using namespace headlight::test;

class TestFigureWriter : public QObject {
  Q_OBJECT
 private slots:
  void pngHasTheSizeAskedFor();
  void resolutionKeepsTheLayout();
  void svgIsVectorsAndText();
  void largeSvgHoldsOneImage();
  void svgLooksLikePng();
  void pdfIsOnePageWithFonts();
  void pdfCrossReferencesAreRight();
  void pdfLooksLikePng();
  void emojiSurviveAPdf();
  void emojiHaveTheirFontInSvg();
  void sameBytesEveryTime();
  void sameBytesInAnotherProcess();
  void pdfOfLaterQtIsRepeatable();
  void refusesBadPaths();
  void refusesBadSizes();
  void failureLeavesNothing();
  void clipboard();
};

namespace {

AttentionContext contextOfText() {
  AttentionContext context;
  context.modelName = QStringLiteral("gpt");
  context.text = QStringLiteral("A <b> & \"quoted\" text");
  context.sinkColumns = {0};
  context.visibility.assign(2, Visibility{true});
  return context;
}

HeatmapFigure heatmap(std::size_t tokens) {
  HeatmapFigure figure;
  figure.setMaps(std::make_shared<SyntheticMaps>(wordTokens(tokens), 2, 3, true), contextOfText());
  return figure;
}

LinksFigure linksFigure() {
  LinksFigure figure;
  figure.setMaps(std::make_shared<SyntheticMaps>(wordTokens(12), 2, 3, true), contextOfText());
  figure.setHeads({{0, 0}, {1, 1}});
  return figure;
}

AtlasFigure atlas() {
  AtlasFigure figure;
  figure.setMaps(std::make_shared<SyntheticMaps>(wordTokens(9), 2, 3, true), contextOfText());
  return figure;
}

/// Mean difference of the channels of two pictures, 0 to 255.
double difference(QImage a, QImage b) {
  a = a.convertToFormat(QImage::Format_RGB32);
  b = b.convertToFormat(QImage::Format_RGB32);
  double sum = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) {
      const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
      sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
    }
  return sum / (3.0 * a.width() * a.height());
}

QImage png(const Figure& figure, QSize size, double dpi = 96) {
  return QImage::fromData(figureBytes(figure, FigureFormat::Png, {size, dpi, {}}), "PNG");
}

}  // namespace

void TestFigureWriter::pngHasTheSizeAskedFor() {
  const QImage image = png(heatmap(8), {641, 433});
  QCOMPARE(image.size(), QSize(641, 433));
  QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 96);
  QCOMPARE(image.pixelColor(0, 0), palette(Theme::Light).paper);
  HeatmapFigure figure = heatmap(8);
  FigureStyle style;
  style.transparent = true;
  figure.setStyle(style);
  QCOMPARE(png(figure, {300, 200}).pixelColor(0, 0).alpha(), 0);
}

void TestFigureWriter::resolutionKeepsTheLayout() {
  const HeatmapFigure heat = heatmap(12);
  const LinksFigure links = linksFigure();
  const AtlasFigure all = atlas();
  for (const Figure* figure : std::initializer_list<const Figure*>{&heat, &links, &all}) {
    const QImage once = png(*figure, {600, 400});
    const QImage twice =
        png(*figure, {1200, 800}, 192).scaled(600, 400, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const double off = difference(once, twice);
    QVERIFY2(off < 2.5, qPrintable(QString::number(off)));
  }
}

void TestFigureWriter::svgIsVectorsAndText() {
  const HeatmapFigure figure = heatmap(12);
  const QByteArray svg = figureBytes(figure, FigureFormat::Svg, {{800, 600}, 96, {}});
  QXmlStreamReader xml(svg);
  int rects = 0, texts = 0, images = 0;
  QString title, description;
  QStringList words;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QStringLiteral("svg")) {
      QCOMPARE(xml.attributes().value("viewBox").toString(), QStringLiteral("0 0 800 600"));
      QCOMPARE(xml.attributes().value("width").toString(), QStringLiteral("800"));
      QCOMPARE(xml.attributes().value("height").toString(), QStringLiteral("600"));
    } else if (xml.name() == QStringLiteral("title")) {
      title = xml.readElementText();
    } else if (xml.name() == QStringLiteral("desc")) {
      description = xml.readElementText();
    } else if (xml.name() == QStringLiteral("rect")) {
      ++rects;
    } else if (xml.name() == QStringLiteral("image")) {
      ++images;
    } else if (xml.name() == QStringLiteral("text")) {
      ++texts;
      QVERIFY(xml.attributes().value("font-family").toString().endsWith(QStringLiteral("sans-serif")));
      words << xml.readElementText();
    }
  }
  QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
  QCOMPARE(title, QStringLiteral("Layer 0, head 0"));
  QVERIFY(description.contains(QStringLiteral("A <b> & \"quoted\" text")));
  QCOMPARE(images, 0);
  QVERIFY(rects >= 11 * 12 / 2 + 12);  // the visible cells beside the sink column, and the bars
  QVERIFY(texts >= 24);
  for (const char* word : {"chased", "mice", "100%", "weight", "Layer 0, head 0"})
    QVERIFY2(words.contains(QString::fromUtf8(word)), word);
}

void TestFigureWriter::largeSvgHoldsOneImage() {
  const QByteArray svg = figureBytes(heatmap(120), FigureFormat::Svg, {{800, 600}, 96, {}});
  QCOMPARE(svg.count("<image"), 1);
  QVERIFY(svg.count("<text") > 15);
}

void TestFigureWriter::svgLooksLikePng() {
  const HeatmapFigure heat = heatmap(12);
  const LinksFigure links = linksFigure();
  const AtlasFigure all = atlas();
  for (const Figure* figure : std::initializer_list<const Figure*>{&heat, &links, &all}) {
    QSvgRenderer renderer(figureBytes(*figure, FigureFormat::Svg, {{800, 600}, 96, {}}));
    QVERIFY(renderer.isValid());
    QImage image(800, 600, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    const double off = difference(image, png(*figure, {800, 600}));
    QVERIFY2(off < 4, qPrintable(QString::number(off)));
  }
}

void TestFigureWriter::pdfIsOnePageWithFonts() {
  const QByteArray pdf = figureBytes(heatmap(12), FigureFormat::Pdf, {{960, 480}, 96, {}});
  QVERIFY(pdf.startsWith("%PDF-"));
  QCOMPARE(pdf.count("/Type /Page\n"), 1);
  QVERIFY2(pdf.contains("/MediaBox [0 0 720 360]") || pdf.contains("/MediaBox [0 0 720.000000 360.000000]"),
           "page = figure");
  QVERIFY(pdf.contains("/FontFile"));
  QVERIFY(!pdf.contains("/Subtype /Image"));
}

void TestFigureWriter::pdfCrossReferencesAreRight() {
  const QByteArray pdf = figureBytes(heatmap(12), FigureFormat::Pdf, {{960, 480}, 96, {}});
  const qsizetype startAt = pdf.lastIndexOf("startxref\n") + 10;
  const qsizetype table = pdf.mid(startAt, pdf.indexOf('\n', startAt) - startAt).toLongLong();
  QCOMPARE(pdf.mid(table, 4), QByteArray("xref"));
  const QList<QByteArray> lines = pdf.mid(table).split('\n');
  const int count = lines.at(1).split(' ').at(1).toInt();
  QVERIFY(count > 5);
  for (int object = 1; object < count; ++object) {
    const qsizetype offset = lines.at(2 + object).left(10).toLongLong();
    const QByteArray expected = QByteArray::number(object) + " 0 obj";
    QCOMPARE(pdf.mid(offset, expected.size()), expected);
  }
}

void TestFigureWriter::pdfLooksLikePng() {
  const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftoppm"));
  if (tool.isEmpty()) QSKIP("pdftoppm is not installed");
  QTemporaryDir folder;
  const HeatmapFigure heat = heatmap(12);
  const LinksFigure links = linksFigure();
  const AtlasFigure all = atlas();
  for (const Figure* figure : std::initializer_list<const Figure*>{&heat, &links, &all}) {
    const QString name = folder.filePath(QStringLiteral("figure.pdf"));
    writeFigure(*figure, name.toStdString(), {{800, 600}, 96, {}});
    QCOMPARE(QProcess::execute(tool, {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-png"),
                                      QStringLiteral("-singlefile"), name, folder.filePath(QStringLiteral("page"))}),
             0);
    const QImage page(folder.filePath(QStringLiteral("page.png")));
    QCOMPARE(page.size(), QSize(800, 600));
    const double off = difference(page, png(*figure, {800, 600}));
    QVERIFY2(off < 4, qPrintable(QString::number(off)));
  }
}

void TestFigureWriter::emojiHaveTheirFontInSvg() {
  ColouredTextFigure figure;
  figure.setMaps(std::make_shared<SyntheticMaps>(
                     std::vector<std::string>{"a", " 👩‍👩‍👧", " 7 😀 b", " ❤️"}, 2, 3, true),
                 contextOfText());
  const QString svg = QString::fromUtf8(figureBytes(figure, FigureFormat::Svg, {{900, 600}, 96, {}}));
  const QString open =
      QStringLiteral("<tspan style=\"font-family:'Noto Color Emoji','Apple Color Emoji','Segoe UI Emoji'\">");
  for (const QString emoji : {"👩‍👩‍👧", "😀", "❤️"})
    QVERIFY2(svg.contains(open + emoji + QStringLiteral("</tspan>")), qPrintable(emoji));
  // Digits and letters stay in the figure's fonts, and no selector stands alone.
  QVERIFY(!svg.contains(open + QStringLiteral("7")) && svg.contains(QStringLiteral(">7 ")));
  QVERIFY(!svg.contains(QStringLiteral(">\uFE0F")));
}

void TestFigureWriter::emojiSurviveAPdf() {
  HeatmapFigure figure;
  figure.setMaps(
      std::make_shared<SyntheticMaps>(std::vector<std::string>{"a", " 👩‍👩‍👧", " 😀 b"}, 2, 3, true),
      contextOfText());
  const QImage before = png(figure, {500, 400});
  const QByteArray pdf = figureBytes(figure, FigureFormat::Pdf, {{500, 400}, 96, {}});
  QVERIFY(pdf.contains("/Subtype /Image"));
  QCOMPARE(png(figure, {500, 400}), before);
}

void TestFigureWriter::sameBytesEveryTime() {
  for (const FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf}) {
    const QByteArray first = figureBytes(heatmap(12), format, {{800, 600}, 96, {}});
    const QByteArray between = figureBytes(linksFigure(), format, {{500, 300}, 96, {}});
    QVERIFY(between != first);
    // A date in the file would count seconds.
    const qint64 second = QDateTime::currentSecsSinceEpoch();
    QTRY_VERIFY(format != FigureFormat::Pdf || QDateTime::currentSecsSinceEpoch() > second);
    QCOMPARE(figureBytes(heatmap(12), format, {{800, 600}, 96, {}}), first);
  }
}

void TestFigureWriter::sameBytesInAnotherProcess() {
  QTemporaryDir folder;
  const std::pair<const char*, FigureFormat> formats[] = {
      {"png", FigureFormat::Png}, {"svg", FigureFormat::Svg}, {"pdf", FigureFormat::Pdf}};
  const auto writeAll = [&formats](const QString& start) {
    for (const auto& [name, format] : formats) {
      QFile file(start + name);
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(figureBytes(heatmap(12), format, {{800, 600}, 96, {}}));
    }
  };
  if (qEnvironmentVariableIsSet("HEADLIGHT_WRITE_TO")) return writeAll(qEnvironmentVariable("HEADLIGHT_WRITE_TO"));
  const QString here = folder.filePath(QStringLiteral("here.")), there = folder.filePath(QStringLiteral("there."));
  writeAll(here);
  for (const char* zone : {"UTC", "Asia/Kolkata"}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HEADLIGHT_WRITE_TO"), there);
    environment.insert(QStringLiteral("TZ"), QString::fromUtf8(zone));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("test_figure_writer"), QStringLiteral("sameBytesInAnotherProcess")});
    QVERIFY(process.waitForFinished(120000));
    QCOMPARE(process.exitCode(), 0);
    for (const auto& [name, format] : formats) {
      QFile mine(here + name), other(there + name);
      QVERIFY(mine.open(QIODevice::ReadOnly) && other.open(QIODevice::ReadOnly));
      QVERIFY2(mine.readAll() == other.readAll(), name);
    }
  }
}

void TestFigureWriter::pdfOfLaterQtIsRepeatable() {
  // As Qt 6.8 writes it: two dates, and an ID that is drawn anew each time.
  const auto written = [](const QByteArray& date, const QByteArray& id, const QByteArray& content) {
    QByteArray pdf = "%PDF-1.4\n1 0 obj\n<<\n/Title (T)\n/CreationDate (D:" + date + ")\n/ModDate (D:" + date +
                     ")\n>>\nendobj\n";
    const qsizetype second = pdf.size();
    pdf += "2 0 obj\n<<\n/Length 20\n>>\n" + content + "\nendobj\n";
    const qsizetype table = pdf.size();
    pdf += "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n" +
           QByteArray::number(second).rightJustified(10, '0') + " 00000 n \ntrailer\n<<\n/Size 3\n/ID [ <" + id +
           "> <" + id + "> ]\n>>\nstartxref\n" + QByteArray::number(table) + " \n%%EOF\n";
    return pdf;
  };
  const QByteArray content = "(/ModDate (D:2001) stays";
  const QByteArray once = repeatablePdf(written("20261129002934Z", "62363566", content));
  const QByteArray again = repeatablePdf(written("20261130112233+05'30'", "63383737", content));
  QCOMPARE(again, once);
  QVERIFY(once.contains(content) && !once.contains("2026") && !once.contains("62363566"));
  QVERIFY(repeatablePdf(written("20261129002934Z", "62363566", "other")) != once);
  const qsizetype table = once.mid(once.lastIndexOf("startxref\n") + 10).split('\n').first().trimmed().toLongLong();
  QCOMPARE(once.mid(table, 4), QByteArray("xref"));
  const QByteArray entry = once.mid(table).split('\n').at(4);
  QCOMPARE(once.mid(entry.left(10).toLongLong(), 7), QByteArray("2 0 obj"));
  QCOMPARE(repeatablePdf(once), once);
}

void TestFigureWriter::refusesBadPaths() {
  const HeatmapFigure figure = heatmap(5);
  QTemporaryDir folder;
  for (const char* name : {"figure.gif", "figure", "figure.png.txt", ".png"}) {
    const QString path = folder.filePath(QString::fromUtf8(name));
    const QString message = shownMessageOf([&] { writeFigure(figure, path.toStdString()); });
    QVERIFY2(message.contains(path) && message.contains(QStringLiteral(".svg")), qPrintable(message));
  }
  QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
  QCOMPARE(figureFormat("a/b.PNG"), FigureFormat::Png);
  const QString missing = folder.filePath(QStringLiteral("missing/figure.png"));
  QVERIFY(shownMessageOf([&] { writeFigure(figure, missing.toStdString()); }).contains(missing));
}

void TestFigureWriter::refusesBadSizes() {
  const HeatmapFigure figure = heatmap(5);
  for (const QSize size : {QSize(0, 100), QSize(100, -1), QSize(40000, 10), QSize(32000, 32000)})
    QVERIFY(!shownMessageOf([&] { figureBytes(figure, FigureFormat::Png, {size, 96, {}}); }).isEmpty());
  for (const double dpi : {0.0, -3.0, 1e9, std::nan("")})
    QVERIFY(!shownMessageOf([&] { figureBytes(figure, FigureFormat::Svg, {{100, 100}, dpi, {}}); }).isEmpty());
}

void TestFigureWriter::failureLeavesNothing() {
  const HeatmapFigure figure = heatmap(5);
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("figure.svg"));
  writeFigure(figure, path.toStdString());
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(file.readAll(), figureBytes(figure, FigureFormat::Svg, {}));
  // A folder in the way of the name: refused, nothing beside it.
  QDir(folder.path()).mkdir(QStringLiteral("taken.pdf"));
  const QString taken = folder.filePath(QStringLiteral("taken.pdf"));
  QVERIFY(shownMessageOf([&] { writeFigure(figure, taken.toStdString()); }).contains(taken));
  QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
  if (::geteuid() == 0) return;  // root may write anywhere
  QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
  const QString denied = folder.filePath(QStringLiteral("denied.png"));
  QVERIFY(shownMessageOf([&] { writeFigure(figure, denied.toStdString()); }).contains(denied));
  QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
  QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
}

void TestFigureWriter::clipboard() {
  const std::unique_ptr<QMimeData> data(figureMimeData(heatmap(8), {400, 300}));
  QVERIFY(data->hasImage());
  QCOMPARE(QImage::fromData(data->data(QStringLiteral("image/png"))).size(), QSize(800, 600));
  QVERIFY(data->data(QStringLiteral("image/svg+xml")).contains("viewBox=\"0 0 400 300\""));
}

HEADLIGHT_TEST(TestFigureWriter)
#include "test_figure_writer.moc"
