#include <gif_lib.h>
#include <webp/demux.h>

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "core/base/error.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "tests/support/unpacked.h"
#include "ui/export/figure_writer.h"
#include "ui/export/motion/animation_work.h"
#include "ui/export/motion/gif_palette.h"
#include "ui/export/numbered_tokens.h"
#include "ui/export/provenance_reader.h"
#include "ui/figures/heatmap/heatmap_figure.h"

using namespace headlight;
using namespace headlight::test;

namespace {

constexpr QSize kSize(640, 360);
const std::vector<int> kTimes = {300, 450, 900};

Exportable frameOf(HeadId head) {
  const auto figure = std::make_shared<HeatmapFigure>();
  AttentionContext context;
  context.modelName = "gpt";
  context.text = "secret words";
  std::vector<std::string> words = wordTokens(6);
  words[1] = " </script>";
  figure->setMaps(std::make_shared<SyntheticMaps>(words, 3, 2, true), context);
  figure->setHead(head);
  Exportable exportable;
  exportable.style = figure->style();
  exportable.provenance = provenanceOf(*figure, "heatmap");
  exportable.make = [figure](const FigureStyle& style, bool withText) {
    auto copy = std::make_unique<HeatmapFigure>(*figure);
    copy->setStyle(style);
    if (!withText) leaveTextOut(*copy);
    return copy;
  };
  return exportable;
}

Animation threeLayers() {
  Animation animation;
  animation.name = "Through the layers";
  for (int layer = 0; layer < 3; ++layer)
    animation.frames.push_back(
        {{{}, QString("Sentence %1").arg(layer), frameOf({layer, 1})}, kTimes[static_cast<std::size_t>(layer)]});
  animation.provenance = animation.frames.front().page.what.provenance;
  return animation;
}

ExportSettings settingsOf() {
  ExportSettings settings;
  settings.size = kSize;
  settings.dpi = 96;
  return settings;
}

/// What a frame is before it goes into a file.
QImage expected(const Animation& animation, std::size_t frame) {
  ExportSettings settings = settingsOf();
  settings.ownCaption = animation.frames[frame].page.sentence;
  const std::unique_ptr<Figure> figure = figureFor(animation.frames[frame].page.what, settings);
  return figureImage(*figure, {kSize, 96, {}}).convertToFormat(QImage::Format_RGB32);
}

struct Decoded {
  std::vector<QImage> frames;
  std::vector<int> times;
  int loops = -1;  ///< 0 without end.
};

Decoded decodedGif(const QString& path) {
  Decoded out;
  int problem = 0;
  GifFileType* file = DGifOpenFileName(path.toUtf8().constData(), &problem);
  if (!file || DGifSlurp(file) != GIF_OK) return out;
  for (int i = 0; i < file->ImageCount; ++i) {
    const SavedImage& saved = file->SavedImages[i];
    GraphicsControlBlock control;
    if (DGifSavedExtensionToGCB(file, i, &control) != GIF_OK) break;
    out.times.push_back(control.DelayTime * 10);
    QImage image(saved.ImageDesc.Width, saved.ImageDesc.Height, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) {
        const GifColorType c = saved.ImageDesc.ColorMap->Colors[saved.RasterBits[y * image.width() + x]];
        image.setPixel(x, y, qRgb(c.Red, c.Green, c.Blue));
      }
    out.frames.push_back(image);
    for (int e = 0; e < saved.ExtensionBlockCount; ++e) {
      const ExtensionBlock& block = saved.ExtensionBlocks[e];
      if (block.Function == CONTINUE_EXT_FUNC_CODE && block.ByteCount == 3)
        out.loops = block.Bytes[1] | block.Bytes[2] << 8;
    }
  }
  DGifCloseFile(file, &problem);
  return out;
}

Decoded decodedWebp(const QString& path) {
  Decoded out;
  const QByteArray bytes = contentOf(path);
  const WebPData data{reinterpret_cast<const uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
  WebPAnimDecoderOptions options;
  WebPAnimDecoderOptionsInit(&options);
  options.color_mode = MODE_RGBA;
  WebPAnimDecoder* decoder = WebPAnimDecoderNew(&data, &options);
  if (!decoder) return out;
  WebPAnimInfo info;
  WebPAnimDecoderGetInfo(decoder, &info);
  out.loops = static_cast<int>(info.loop_count);
  int before = 0;
  while (WebPAnimDecoderHasMoreFrames(decoder)) {
    uint8_t* pixels = nullptr;
    int end = 0;
    if (!WebPAnimDecoderGetNext(decoder, &pixels, &end)) break;
    out.times.push_back(end - before);
    before = end;
    out.frames.push_back(QImage(pixels, static_cast<int>(info.canvas_width), static_cast<int>(info.canvas_height),
                                QImage::Format_RGBA8888)
                             .convertToFormat(QImage::Format_RGB32));
  }
  WebPAnimDecoderDelete(decoder);
  return out;
}

/// The largest difference of a channel, and how many pixels differ by more than `little`.
std::pair<int, int> difference(const QImage& a, const QImage& b, int little) {
  int largest = 0, many = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) {
      const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
      const int here =
          std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
      largest = std::max(largest, here);
      many += here > little;
    }
  return {largest, many};
}

}  // namespace

class TestAnimation : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  QString written(const char* suffix, const Animation& animation, const ExportSettings& settings = settingsOf()) const {
    const QString path = m_folder.filePath(QString("a.") + suffix);
    exportAnimation(animation, settings, path.toStdString());
    return path;
  }

 private slots:
  void aGifHasTheFrames() {
    const Animation animation = threeLayers();
    const Decoded gif = decodedGif(written("gif", animation));
    QCOMPARE(gif.times, kTimes);
    QCOMPARE(gif.loops, 0);
    for (std::size_t i = 0; i < 3; ++i) {
      QCOMPARE(gif.frames[i].size(), kSize);
      const QImage before = expected(animation, i);
      // 256 colours: flat areas are exact, edges of letters are near.
      const auto [largest, many] = difference(before, gif.frames[i], 12);
      QVERIFY2(largest <= 40 && many < kSize.width() * kSize.height() / 200,
               qPrintable(QString("%1, %2").arg(largest).arg(many)));
      QCOMPARE(gif.frames[i].pixel(1, 1), before.pixel(1, 1));
    }
    QVERIFY(gif.frames[0] != gif.frames[1]);
  }

  void aWebpHasTheFramesWithoutLoss() {
    const Animation animation = threeLayers();
    const Decoded webp = decodedWebp(written("webp", animation));
    QCOMPARE(webp.times, kTimes);
    QCOMPARE(webp.loops, 0);
    for (std::size_t i = 0; i < 3; ++i)
      QCOMPARE(difference(expected(animation, i), webp.frames[i], 0), std::pair(0, 0));
  }

  void theSameAnimationHasTheSameBytes_data() {
    QTest::addColumn<QString>("suffix");
    for (const char* suffix : {"gif", "webp", "html", "pptx"}) QTest::newRow(suffix) << suffix;
  }
  void theSameAnimationHasTheSameBytes() {
    QFETCH(QString, suffix);
    const QByteArray first = contentOf(written(suffix.toUtf8(), threeLayers()));
    QVERIFY(!first.isEmpty());
    QCOMPARE(contentOf(written(suffix.toUtf8(), threeLayers())), first);
  }

  void theFileSaysWhatMadeIt_data() { theSameAnimationHasTheSameBytes_data(); }
  void theFileSaysWhatMadeIt() {
    QFETCH(QString, suffix);
    const Provenance made = readProvenance(written(suffix.toUtf8(), threeLayers()).toStdString());
    QCOMPARE(made.model, std::string("gpt"));
    QCOMPARE(made.text, std::optional<std::string>("secret words"));
  }

  void withoutItsTextNothingOfItIsLeft_data() { theSameAnimationHasTheSameBytes_data(); }
  void withoutItsTextNothingOfItIsLeft() {
    QFETCH(QString, suffix);
    ExportSettings settings = settingsOf();
    settings.text = false;
    Animation animation = threeLayers();
    for (AnimationFrame& frame : animation.frames) frame.page.sentence.clear();
    const QByteArray all = unpacked(written(suffix.toUtf8(), animation, settings));
    QVERIFY(!all.contains("secret"));
    QVERIFY(!all.contains("&lt;/script"));
  }

  void aPageHasAPictureForEachFrame() {
    const QString page = QString::fromUtf8(contentOf(written("html", threeLayers())));
    QCOMPARE(page.count("<figure>"), 3);
    QCOMPARE(page.count("<svg "), 6);  // Light and dark.
    QVERIFY(page.contains("data-times=\"[300,450,900]\""));
    QVERIFY(page.contains("max=\"3\""));
    for (int i = 0; i < 3; ++i) QVERIFY(page.contains(QString("Sentence %1").arg(i)));
    QVERIFY(page.contains("prefers-reduced-motion"));
    // Every picture is whole XML, and nothing leads out of the page.
    static const QRegularExpression svg("<svg .*?</svg>", QRegularExpression::DotMatchesEverythingOption);
    for (auto it = svg.globalMatch(page); it.hasNext();) {
      QXmlStreamReader xml(it.next().captured());
      while (!xml.atEnd()) xml.readNext();
      QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }
    static const QRegularExpression leads("(src|href)=\"(?!data:|#)");
    QVERIFY(!page.contains(leads));
  }

  void slidesFollowEachOtherAndShareTheNamesOfTheirShapes() {
    const auto parts = unzipped(written("pptx", threeLayers()));
    std::vector<QSet<QString>> names;
    for (int i = 0; i < 3; ++i) {
      const QByteArray slide = parts[QString("ppt/slides/slide%1.xml").arg(i + 1)];
      QVERIFY(slide.contains("p159:morph"));
      QVERIFY(slide.contains("advTm=\"" + QByteArray::number(kTimes[static_cast<std::size_t>(i)]) + '"'));
      QVERIFY(!slide.contains("<p:grpSp>"));
      names.emplace_back();
      QXmlStreamReader xml(slide);
      while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement() || xml.name() != u"cNvPr") continue;
        const QString name = xml.attributes().value("name").toString();
        QVERIFY2(!names.back().contains(name), qPrintable(name));  // A pair is a pair.
        names.back() << name;
      }
      QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }
    QVERIFY(names[0].size() > 40);
    QVERIFY(names[0].contains("!!Rectangle 20"));
    for (std::size_t i = 1; i < 3; ++i) {
      const auto shared = QSet<QString>(names[0]).intersect(names[i]).size();
      QVERIFY2(shared >= names[0].size() * 9 / 10, qPrintable(QString("%1 of %2").arg(shared).arg(names[0].size())));
    }
    // One that a person leads through waits.
    Animation slow = threeLayers();
    slow.goesOn = false;
    QVERIFY(!unzipped(written("pptx", slow))["ppt/slides/slide1.xml"].contains("advTm"));
  }

  void whatCannotBeIsRefused() {
    const auto messageOf = [this](const Animation& animation, const char* suffix, const ExportSettings& settings) {
      try {
        written(suffix, animation, settings);
      } catch (const Error& error) {
        return QString::fromUtf8(error.what());
      }
      return QString();
    };
    QVERIFY(messageOf({}, "gif", settingsOf()).contains("expected 1 to 300 frames, found 0"));
    QVERIFY(messageOf(threeLayers(), "png", settingsOf()).contains(".gif, .webp, .html or .pptx"));
    ExportSettings wide = settingsOf();
    wide.size = {16500, 64};
    QVERIFY(messageOf(threeLayers(), "webp", wide).contains("16383 pixels a side"));
    Animation many = threeLayers();
    many.frames.resize(kMostFrames + 1, many.frames.front());
    QVERIFY(messageOf(many, "gif", settingsOf()).contains("found 301"));
  }

  void writingCanBeStopped() {
    const Animation animation = threeLayers();
    int asked = 0;
    const Progress stops([&asked](double, std::string_view) { return ++asked < 2; });
    const QString path = m_folder.filePath("stopped.webp");
    QVERIFY_THROWS_EXCEPTION(Cancelled, exportAnimation(animation, settingsOf(), path.toStdString(), stops));
    QVERIFY(!QFile::exists(path));
  }

  void fewColoursStayAndManyBecomeNear() {
    QImage few(16, 16, QImage::Format_RGB32);
    for (int i = 0; i < 256; ++i) few.setPixel(i % 16, i / 16, qRgb(i, 255 - i, i / 2));
    const PalettePicture same = withPalette(few);
    QCOMPARE(same.colours.size(), 256);
    for (int i = 0; i < 256; ++i)
      QCOMPARE(same.colours[static_cast<unsigned char>(same.pixels[i])], few.pixel(i % 16, i / 16));
    QImage many(128, 128, QImage::Format_RGB32);
    many.fill(Qt::white);
    for (int y = 0; y < 64; ++y)
      for (int x = 0; x < 128; ++x) many.setPixel(x, y, qRgb(2 * x, 4 * y, 128));
    const PalettePicture near = withPalette(many);
    QVERIFY(near.colours.size() <= 256);
    QCOMPARE(near.colours[static_cast<unsigned char>(near.pixels[100 * 128])], qRgb(255, 255, 255));
    int worst = 0;
    for (int y = 0; y < 64; ++y)
      for (int x = 0; x < 128; ++x) {
        const QRgb c = near.colours[static_cast<unsigned char>(near.pixels[y * 128 + x])];
        worst = std::max({worst, std::abs(qRed(c) - 2 * x), std::abs(qGreen(c) - 4 * y)});
      }
    QVERIFY2(worst <= 32, qPrintable(QString::number(worst)));
  }
};

HEADLIGHT_TEST(TestAnimation)
#include "test_animation.moc"
