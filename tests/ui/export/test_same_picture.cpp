#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <numeric>

#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "tests/support/unpacked.h"
#include "ui/export/exporter.h"
#include "ui/export/figure_writer.h"
#include "ui/figures/arcs/arcs_figure.h"
#include "ui/figures/atlas/atlas_figure.h"
#include "ui/figures/coloured_text/coloured_text_figure.h"
#include "ui/figures/flow/flow_figure.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/figures/links/links_figure.h"
#include "ui/figures/profile/profile_figure.h"
#include "ui/figures/similarity/similarity_figure.h"
#include "ui/reading/side_by_side.h"

using namespace headlight;
using namespace headlight::test;

Q_DECLARE_METATYPE(headlight::Exportable)

namespace {

LensResult someSight() {
  AttentionContext context;
  context.modelName = QStringLiteral("gpt");
  context.text = QStringLiteral("The cat that chased the mice was hungry.");
  context.sinkColumns = {0};
  context.visibility.assign(3, Visibility{true});
  return applyLenses(std::make_shared<SyntheticMaps>(wordTokens(14), 3, 4, true), context, {});
}

template <class Kind>
Exportable exportableOf(const LensResult& seen = someSight()) {
  const auto figure = std::make_shared<Kind>();
  figure->setMaps(seen.maps, seen.context);
  figure->setHead({1, 2});
  FigureStyle style;
  if (seen.context.difference) style.range = ScaleRange::PerHead;
  figure->setStyle(style);
  Exportable exportable;
  exportable.style = figure->style();
  exportable.provenance = provenanceOf(*figure, "made");
  exportable.make = [figure](const FigureStyle& wanted, bool) {
    auto copy = std::make_unique<Kind>(*figure);
    copy->setStyle(wanted);
    return copy;
  };
  return exportable;
}

/// Every head less layer 2, head 3.
Exportable differenceOfHeads() {
  const auto other = [](HeadId) { return HeadId{2, 3}; };
  return exportableOf<HeatmapFigure>(
      difference(aligned(someSight(), someSight(), AlignmentBasis::SameTokenizer, other)));
}

Exportable panels() {
  Exportable all;
  all.parts = {exportableOf<HeatmapFigure>(), exportableOf<LinksFigure>(), exportableOf<AtlasFigure>()};
  all.provenance = all.parts.front().provenance;
  return all;
}

/// How far two pictures are apart, in parts of the way from black to white.
struct Distance {
  double mean = 0;   ///< Over the whole picture.
  double worst = 0;  ///< Over the neighbourhood of 16 × 16 units that is furthest off.
};

/// Compared over small blocks, so that a renderer may smooth an edge otherwise but may not move, lose or recolour
/// anything.
Distance apart(const QImage& one, const QImage& other) {
  const auto differenceAt = [&](int block) {
    const QSize size(one.width() / block, one.height() / block);
    const auto small = [&](const QImage& image) {
      return image.convertToFormat(QImage::Format_RGB32).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage a = small(one), b = small(other);
    std::vector<double> off;
    for (int y = 0; y < size.height(); ++y)
      for (int x = 0; x < size.width(); ++x) {
        const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
        off.push_back((std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q))) /
                      (3.0 * 255));
      }
    return off;
  };
  const std::vector<double> fine = differenceAt(4), coarse = differenceAt(16);
  return {std::accumulate(fine.begin(), fine.end(), 0.0) / static_cast<double>(fine.size()),
          *std::max_element(coarse.begin(), coarse.end())};
}

bool within(const Distance& off, const Distance& most) { return off.mean < most.mean && off.worst < most.worst; }

QString text(const Distance& off) { return QStringLiteral("mean %1, worst %2").arg(off.mean).arg(off.worst); }

QString tool(const char* name) { return QStandardPaths::findExecutable(QLatin1String(name)); }

bool ran(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.start(program, arguments);
  return process.waitForFinished(240'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

}  // namespace

/// Every format, rendered back by a program that has nothing to do with this one, beside the PNG.
class TestSamePicture : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  /// Measured over all figures: mean at most 0.0070, worst neighbourhood 0.060 (PDF of coloured text, whose letters
  /// fill the page). A label in another font is 0.1 and more away where it stands.
  static constexpr Distance kSvg = {0.006, 0.08}, kPdf = {0.008, 0.08}, kSlide = {0.006, 0.08};

  static ExportSettings settingsFor(FileKind kind) {
    ExportSettings settings;
    settings.kind = kind;
    settings.size = {1280, 720};
    settings.dpi = 96;
    return settings;
  }
  QString written(FileKind kind, const Exportable& what) {
    const QString path = m_folder.filePath(QStringLiteral("f.") + QLatin1String(suffixOf(kind)));
    exportFigure(what, settingsFor(kind), path.toStdString());
    return path;
  }
  QImage pageOf(const QString& pdf) {
    const QString page = m_folder.filePath("page");
    if (!ran(tool("pdftoppm"), {"-r", "96", "-png", "-singlefile", pdf, page})) return {};
    return QImage(page + ".png");
  }
  static void everyFigure() {
    QTest::addColumn<Exportable>("what");
    QTest::newRow("heatmap") << exportableOf<HeatmapFigure>();
    QTest::newRow("links") << exportableOf<LinksFigure>();
    QTest::newRow("atlas") << exportableOf<AtlasFigure>();
    QTest::newRow("coloured text") << exportableOf<ColouredTextFigure>();
    QTest::newRow("arcs") << exportableOf<ArcsFigure>();
    QTest::newRow("profile") << exportableOf<ProfileFigure>();
    QTest::newRow("flow") << exportableOf<FlowFigure>();
    QTest::newRow("similarity") << exportableOf<SimilarityFigure>();
    QTest::newRow("difference") << differenceOfHeads();
    QTest::newRow("panels") << panels();
  }

 private slots:
  void svg_data() { everyFigure(); }
  void svg() {
    if (tool("rsvg-convert").isEmpty()) QSKIP("rsvg-convert is not installed: SVG was not compared");
    QFETCH(Exportable, what);
    const QImage png(written(FileKind::Png, what));
    const QString out = m_folder.filePath("back.png");
    QVERIFY(ran(tool("rsvg-convert"), {written(FileKind::Svg, what), "-o", out}));
    const QImage back(out);
    QCOMPARE(back.size(), png.size());
    const Distance off = apart(png, back);
    QVERIFY2(within(off, kSvg), qPrintable(text(off)));
  }

  void pdf_data() { everyFigure(); }
  void pdf() {
    if (tool("pdftoppm").isEmpty()) QSKIP("pdftoppm is not installed: PDF was not compared");
    QFETCH(Exportable, what);
    const QImage png(written(FileKind::Png, what)), back = pageOf(written(FileKind::Pdf, what));
    QCOMPARE(back.size(), png.size());
    const Distance off = apart(png, back);
    QVERIFY2(within(off, kPdf), qPrintable(text(off)));
  }

  void slide_data() { everyFigure(); }
  void slide() {
    if (tool("soffice").isEmpty() || tool("pdftoppm").isEmpty())
      QSKIP("LibreOffice or pdftoppm is not installed: slides were not compared");
    QFETCH(Exportable, what);
    const QString pptx = written(FileKind::Slides, what);
    QVERIFY(ran(tool("soffice"), {"-env:UserInstallation=file://" + m_folder.filePath("office"), "--headless",
                                  "--convert-to", "pdf", "--outdir", m_folder.path(), pptx}));
    const QImage back = pageOf(m_folder.filePath("f.pdf"));
    QVERIFY(std::abs(back.width() - 1280) <= 1 && std::abs(back.height() - 720) <= 1);
    // The figure on the slide, without the slide's own title and caption.
    const QRect area = figureArea(SlideFormat::Wide16x9).toRect();
    ExportSettings bare = settingsFor(FileKind::Png);
    bare.title = bare.caption = false;
    bare.size = area.size();
    bare.points = 18;  // As on every slide.
    const QString png = m_folder.filePath("bare.png");
    exportFigure(what, bare, png.toStdString());
    const Distance off = apart(QImage(png), back.copy(area));
    QVERIFY2(within(off, kSlide), qPrintable(text(off)));
  }

  void anotherPictureIsNotTheSame() {
    const auto figure = exportableOf<HeatmapFigure>();
    const QImage one(written(FileKind::Png, figure));
    Exportable other = figure;
    other.make = [&](const FigureStyle& style, bool withText) {
      auto copy = figure.make(style, withText);
      dynamic_cast<HeatmapFigure&>(*copy).setHead({2, 1});
      return copy;
    };
    QVERIFY(!within(apart(one, QImage(written(FileKind::Png, other))), kSlide));
  }
};

HEADLIGHT_TEST(TestSamePicture)
#include "test_same_picture.moc"
