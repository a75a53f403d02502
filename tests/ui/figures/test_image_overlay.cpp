#include <qcustomplot.h>

#include <QtTest>
#include <cmath>
#include <filesystem>
#include <set>

#include "core/analysis/methods.h"
#include "core/attention/trace_maps.h"
#include "core/intervention/grammar.h"
#include "core/model/model_folder.h"
#include "tests/support/painted.h"
#include "tests/support/suite.h"
#include "ui/export/numbered_tokens.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/figures/image_overlay/backdrop.h"
#include "ui/figures/image_overlay/image_overlay_figure.h"
#include "ui/images/image_file.h"

using namespace headlight;
using headlight::test::painted;
namespace fs = std::filesystem;

namespace {

const fs::path kData = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data";

const ModelFolder& model(const char* name) {
  static std::map<std::string, ModelFolder> open;
  const auto [at, added] = open.try_emplace(name);
  if (added) at->second = openModelFolder(kData / "models" / name);
  return at->second;
}

std::shared_ptr<const Trace> traceOf(const char* name, const char* changes = nullptr) {
  RunOptions options;
  if (changes) options.interventions = parseInterventions(changes);
  return model(name).model->run(model(name).images->encode(readImage(kData / "images/picture.png")), options);
}

ImageOverlayFigure figureOf(const std::shared_ptr<const Trace>& trace) {
  ImageOverlayFigure figure;
  figure.setMaps(std::make_shared<TraceMaps>(trace), contextOf(*trace, QStringLiteral("picture.png")));
  figure.setHead({1, 2});
  return figure;
}

struct Colour {
  double r = 0, g = 0, b = 0;
};

Colour meanOf(const QImage& image, const QRectF& rect) {
  Colour sum;
  const QRect inner = rect.adjusted(1, 1, -1, -1).toRect();
  for (int y = inner.top(); y <= inner.bottom(); ++y)
    for (int x = inner.left(); x <= inner.right(); ++x) {
      const QColor c = image.pixelColor(x, y);
      sum.r += c.red();
      sum.g += c.green();
      sum.b += c.blue();
    }
  const double n = inner.width() * inner.height();
  return {sum.r / n, sum.g / n, sum.b / n};
}

}  // namespace

/// Attention over an image.
class TestImageOverlay : public QObject {
  Q_OBJECT
 private slots:
  void aRowIsWhole_data();
  void aRowIsWhole();
  void columnsAreWhatAPatchReceives();
  void picturesTileAndPointsFindThem_data();
  void picturesTileAndPointsFindThem();
  void theLegendLeavesTheWidth();
  void coloursMixAsTheNoteSays();
  void allHeadsHaveALineForEachLayer();
  void otherMethodsHaveOneHeadALayer();
  void coveredPatchesAreSeenCovered();
  void withoutTextNothingOfTheImageIsLeft();
  void aTextHasNoImage();
  void theHeatmapHasThumbnails();
  void smoothIsBetweenTheMiddles();
  void smoothFiguresSaySo();
};

/// At the middle of a cell its own weight, half-way to the next the mean, beyond the outermost ones no change.
void TestImageOverlay::smoothIsBetweenTheMiddles() {
  std::vector<QRectF> boxes;
  for (int row = 0; row < 2; ++row)
    for (int col = 0; col < 3; ++col) boxes.emplace_back(0.1 + 0.2 * col, 0.4 * row, 0.2, 0.4);
  std::swap(boxes[1], boxes[4]);
  const std::optional<CellGrid> grid = gridOf(boxes);
  QVERIFY(grid && grid->rows == 2 && grid->cols == 3);
  QCOMPARE(grid->rowOf(boxes[1]), 1);
  QCOMPARE(grid->colOf(boxes[1]), 1);
  boxes.emplace_back(0.2, 0, 0.2, 0.4);
  QVERIFY(!gridOf(boxes));
  Matrix weights(2, 3);
  weights << 0, 0.4F, 1, 0.2F, std::nanf(""), 0.6F;
  const auto grey = [](double weight) { return QColor::fromRgbF(static_cast<float>(weight), 0, 0); };
  const QImage image = smoothed(weights, {300, 200}, grey);
  const auto at = [&](int x, int y) { return image.pixelColor(x, y).redF(); };
  const auto isNear = [](float a, double b) { return std::abs(static_cast<double>(a) - b) < 0.012; };
  QVERIFY(isNear(at(49, 49), 0) && isNear(at(149, 49), 0.4) && isNear(at(249, 49), 1));
  QVERIFY(isNear(at(99, 49), 0.2) && isNear(at(49, 99), 0.1));
  QVERIFY(isNear(at(0, 0), 0) && isNear(at(299, 0), 1));
  // What is no number is left out, and takes no part in what lies next to it.
  QCOMPARE(image.pixelColor(149, 149).alpha(), 0);
  QVERIFY(isNear(at(99, 149), 0.2) && isNear(at(200, 149), 0.6));
  // As many pixels as cells are the cells.
  const QImage cells = smoothed(weights, {3, 2}, grey);
  QVERIFY(isNear(cells.pixelColor(1, 0).redF(), 0.4) && isNear(cells.pixelColor(0, 1).redF(), 0.2));
}

void TestImageOverlay::smoothFiguresSaySo() {
  ImageOverlayFigure figure = figureOf(traceOf("vit"));
  figure.setToken(5);
  const auto colours = [](const QImage& image) {
    std::set<QRgb> all;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) all.insert(image.pixel(x, y));
    return all.size();
  };
  const QImage exact = painted(figure, {600, 400});
  figure.setSmooth(true);
  const QImage smooth = painted(figure, {600, 400});
  QVERIFY(!(exact == smooth) && colours(smooth) > colours(exact));
  const auto says = [](const ImageOverlayFigure& of) {
    QString notes;
    for (const PlacedText& line : of.layout({900, 600}).frame.notes) notes += line.text + QLatin1Char(' ');
    return notes.contains(QStringLiteral("Smoothed between"));
  };
  QVERIFY(says(figure));
  figure.setSmooth(false);
  QVERIFY(!says(figure));
}

void TestImageOverlay::aRowIsWhole_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"vit", "deit-teacher", "clip-vision"}) QTest::newRow(name) << name;
}

void TestImageOverlay::aRowIsWhole() {
  QFETCH(QString, name);
  const auto trace = traceOf(qPrintable(name));
  ImageOverlayFigure figure = figureOf(trace);
  const Index first = trace->pixels->firstPatch;
  for (const Index token : {Index(0), first + 3}) {
    figure.setToken(token);
    const ImageOverlayData& data = figure.data();
    QCOMPARE(data.weights.rows(), Index(1));
    QCOMPARE(data.weights.cols(), trace->pixels->patches());
    const Matrix row = figure.maps()->weights({1, 2}, {token, 0, 1, figure.maps()->keys()});
    for (Index patch = 0; patch < data.weights.cols(); ++patch) QCOMPARE(data.weights(0, patch), row(0, first + patch));
    QCOMPARE(data.planes.size(), std::size_t(1));
    const MediaShares& shares = data.shares[0];
    QVERIFY(std::abs(static_cast<double>(data.weights.sum()) - shares.media) < 1e-6);
    // [CLS], and in DeiT [DIST], are sinks.
    QVERIFY(std::abs(shares.media + shares.sinks - 1) < 1e-5 && shares.beside == 0);
  }
}

void TestImageOverlay::columnsAreWhatAPatchReceives() {
  ImageOverlayFigure figure = figureOf(traceOf("vit"));
  figure.setToken(4);
  figure.setDirection(Direction::Receives);
  const Matrix column = figure.maps()->weights({1, 2}, {0, 4, figure.maps()->queries(), 1});
  for (Index patch = 0; patch < 16; ++patch) QCOMPARE(figure.data().weights(0, patch), column(patch + 1, 0));
  QVERIFY(std::abs(figure.data().shares[0].beside - static_cast<double>(column(0, 0))) < 1e-7);
  QVERIFY(figure.title().endsWith(QStringLiteral("what attends to “r0c3”")));
}

void TestImageOverlay::picturesTileAndPointsFindThem_data() {
  QTest::addColumn<int>("heads");
  QTest::addColumn<QSize>("size");
  for (const int heads : {1, 3, 4})
    for (const QSize size : {QSize(420, 300), QSize(900, 500), QSize(300, 900)})
      QTest::addRow("%d heads in %dx%d", heads, size.width(), size.height()) << heads << size;
}

void TestImageOverlay::picturesTileAndPointsFindThem() {
  QFETCH(int, heads);
  QFETCH(QSize, size);
  ImageOverlayFigure figure = figureOf(traceOf("deit-teacher"));  // Wider than high.
  std::vector<HeadId> chosen;
  for (int h = 0; h < heads; ++h) chosen.push_back({0, h});
  figure.setHeads(chosen);
  const ImageOverlayLayout layout = figure.layout(size);
  QCOMPARE(layout.tiles.size(), static_cast<std::size_t>(heads));
  const QRectF whole(0, 0, size.width(), size.height());
  for (std::size_t i = 0; i < layout.tiles.size(); ++i) {
    const ImageOverlayLayout::Tile& tile = layout.tiles[i];
    QVERIFY(whole.contains(tile.picture) && whole.contains(layout.groups[i].bar));
    QVERIFY(tile.head == i && tile.plane == 0);
    QVERIFY(std::abs(tile.picture.width() / tile.picture.height() - 24.0 / 18) < 1e-6);
    QRectF all;
    for (Index patch = 0; patch < 12; ++patch) {
      const QRectF box = tile.rectOf(figure.data().cells[static_cast<std::size_t>(patch)].box);
      all |= box;
      const auto found = layout.placeAt(box.center());
      QVERIFY(found && found->tile == i);
      QCOMPARE(figure.data().cellAt(0, found->at), std::optional(static_cast<std::size_t>(patch)));
    }
    QVERIFY(std::abs(all.width() - tile.picture.width()) < 1e-6 &&
            std::abs(all.bottom() - tile.picture.bottom()) < 1e-6);
    for (std::size_t k = 0; k < i; ++k) QVERIFY(!layout.tiles[k].picture.intersects(tile.picture));
  }
  QVERIFY(!layout.placeAt({1, 1}));
  if (!layout.legend.bar.isEmpty()) QVERIFY(whole.contains(layout.legend.bar));
}

// A tall panel has its legend below, and its width is the picture's.
void TestImageOverlay::theLegendLeavesTheWidth() {
  ImageOverlayFigure figure = figureOf(traceOf("vit"));
  FigureStyle style;
  style.title = style.caption = false;  // As in a panel.
  figure.setStyle(style);
  const ImageOverlayLayout wide = figure.layout({900, 500}), tall = figure.layout({222, 412});
  QVERIFY(!wide.legend.lying && wide.legend.bar.left() > wide.tiles[0].picture.right());
  QVERIFY(tall.legend.lying && tall.legend.bar.top() > tall.tiles[0].picture.bottom());
  QVERIFY(tall.tiles[0].picture.width() > 0.8 * 222);
}

void TestImageOverlay::coloursMixAsTheNoteSays() {
  for (const Theme theme : {Theme::Light, Theme::Dark}) {
    ImageOverlayFigure figure = figureOf(traceOf("vit"));
    FigureStyle style;
    style.theme = theme;
    figure.setStyle(style);
    const QSize size(900, 700);
    const QImage image = painted(figure, size);
    const ImageOverlayLayout layout = figure.layout(size);
    const QImage under = qimageOf(pictureOf(*figure.context().pixels));
    const ColourMap map = style.map();
    const ColourScale scale{style.scale, 1};
    for (Index patch = 0; patch < 16; ++patch) {
      const double place = scale.position(static_cast<double>(figure.data().weights(0, patch)));
      const double share = 0.05 + 0.8 * place;
      const QColor colour = map.colour(place);
      Colour below;
      for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 8; ++x) {
          const QRgb pixel = under.pixel(static_cast<int>(patch % 4) * 8 + x, static_cast<int>(patch / 4) * 8 + y);
          const QRgb seen = dimmed(pixel, style.inks().paper.rgb());
          below.r += qRed(seen) / 64.0;
          below.g += qGreen(seen) / 64.0;
          below.b += qBlue(seen) / 64.0;
        }
      const QRectF box = layout.tiles[0].rectOf(figure.data().cells[static_cast<std::size_t>(patch)].box);
      const Colour found = meanOf(image, box);
      const auto near = [&](double got, int of, double ground) {
        return std::abs(got - (share * of + (1 - share) * ground)) < 12;
      };
      QVERIFY2(near(found.r, colour.red(), below.r) && near(found.g, colour.green(), below.g) &&
                   near(found.b, colour.blue(), below.b),
               qPrintable(QStringLiteral("patch %1").arg(patch)));
    }
  }
}

void TestImageOverlay::allHeadsHaveALineForEachLayer() {
  ImageOverlayFigure figure = figureOf(traceOf("vit"));
  figure.setAllHeads(true);
  const ImageOverlayLayout layout = figure.layout({1000, 800});
  QCOMPARE(layout.tiles.size(), std::size_t(12));
  for (std::size_t i = 0; i < 12; ++i) {
    QCOMPARE(figure.shownHeads()[i], (HeadId{static_cast<int>(i / 4), static_cast<int>(i % 4)}));
    QCOMPARE(layout.tiles[i].picture.top(), layout.tiles[i / 4 * 4].picture.top());
  }
  // A page holds every patch of every head, with its head.
  const auto spots = figure.spots({1000, 800});
  QCOMPARE(spots.size(), std::size_t(12 * 16));
  QVERIFY(spots[17].head == (HeadId{0, 1}));
  QCOMPARE(spots[17].key, Index(2));
  QVERIFY(spots[17].text.startsWith(QStringLiteral("L0 H1: “[CLS]” attends to “r0c1”: ")));
}

void TestImageOverlay::otherMethodsHaveOneHeadALayer() {
  const auto trace = traceOf("vit");
  ImageOverlayFigure figure;
  figure.setMaps(attentionBy(Method::Rollout, model("vit").model, trace), contextOf(*trace, {}));
  figure.setHead({2, 0});
  const ImageOverlayData& data = figure.data();
  QVERIFY(std::abs(data.shares[0].media + data.shares[0].sinks - 1) < 1e-4);
  QVERIFY(data.largest > 0);
}

void TestImageOverlay::coveredPatchesAreSeenCovered() {
  const QImage plain = qimageOf(pictureOf(*traceOf("vit")->pixels));
  const ImageOverlayFigure figure = figureOf(traceOf("vit", "cover 6"));
  const QImage covered = qimageOf(pictureOf(*figure.context().pixels));
  for (int y = 0; y < 32; ++y)
    for (int x = 0; x < 32; ++x) {
      const bool inside = x / 8 == 1 && y / 8 == 1;
      if (inside)
        QCOMPARE(qGray(covered.pixel(x, y)), qGray(covered.pixel(8, 8)));
      else
        QCOMPARE(covered.pixel(x, y), plain.pixel(x, y));
    }
}

void TestImageOverlay::withoutTextNothingOfTheImageIsLeft() {
  ImageOverlayFigure figure = figureOf(traceOf("vit"));
  const Matrix weights = figure.data().weights;
  leaveTextOut(figure);
  QCOMPARE(figure.data().weights, weights);
  QVERIFY(!figure.altText().contains(QStringLiteral("picture.png")));
  const QImage under = qimageOf(pictureOf(*figure.context().pixels));
  for (int y = 0; y < 32; ++y)
    for (int x = 0; x < 32; ++x) QCOMPARE(under.pixel(x, y), under.pixel(0, 0));
}

void TestImageOverlay::aTextHasNoImage() {
  const ModelFolder& bert = model("bert-base");
  Encoding encoding;
  encoding.tokens.resize(4);
  const auto trace = bert.model->run(encoding);
  const ImageOverlayFigure figure = figureOf(trace);
  QVERIFY(!figure.hasImage());
  QVERIFY(figure.spots({400, 300}).empty());
  painted(figure, {400, 300});
  QCOMPARE(figure.altText(), QStringLiteral("No image for the overlay."));
}

void TestImageOverlay::theHeatmapHasThumbnails() {
  const auto trace = traceOf("vit");
  HeatmapFigure figure;
  AttentionContext context = contextOf(*trace, {});
  figure.setMaps(std::make_shared<TraceMaps>(trace), context);
  const QSize size(1000, 900);
  const QImage with = painted(figure, size);
  context.pixels = nullptr;
  figure.setMaps(std::make_shared<TraceMaps>(trace), context);
  const QImage without = painted(figure, size);
  // Only beside the map, and there the colours of the picture, which no label has.
  int different = 0, colourful = 0;
  for (int y = 0; y < size.height(); ++y)
    for (int x = 0; x < size.width(); ++x) {
      if (with.pixel(x, y) == without.pixel(x, y)) continue;
      ++different;
      const QColor c = with.pixelColor(x, y);
      if (std::max({c.red(), c.green(), c.blue()}) - std::min({c.red(), c.green(), c.blue()}) > 60) ++colourful;
    }
  QVERIFY2(different > 16 * 100, qPrintable(QString::number(different)));
  QVERIFY2(colourful > 500, qPrintable(QString::number(colourful)));
}

HEADLIGHT_TEST(TestImageOverlay)
#include "test_image_overlay.moc"
