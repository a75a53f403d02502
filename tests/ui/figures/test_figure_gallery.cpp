#include <QImage>
#include <QXmlStreamReader>
#include <QtTest>
#include <filesystem>

#include "core/attention/lenses/combined_maps.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/export/figure_writer.h"
#include "ui/figures/arcs/arcs_figure.h"
#include "ui/figures/atlas/atlas_figure.h"
#include "ui/figures/coloured_text/coloured_text_figure.h"
#include "ui/figures/flow/flow_figure.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/figures/links/links_figure.h"
#include "ui/figures/profile/profile_figure.h"
#include "ui/figures/similarity/similarity_figure.h"

using namespace headlight;
using namespace headlight::test;

/// Paints every kind of figure at many sizes and of many texts in every format. With HEADLIGHT_GALLERY set to a folder
/// the files are kept there to be looked at.
class TestFigureGallery : public QObject {
  Q_OBJECT
 private slots:
  void heatmap();
  void links();
  void atlas();
  void colouredText();
  void difference();
  void arcs();
  void profile();
  void flow();
  void similarity();
};

namespace {

struct Sample {
  const char* name;
  std::vector<std::string> tokens;
  bool causal;
};

std::vector<Sample> samples() {
  return {{"5", wordTokens(5), true},
          {"12", wordTokens(12), true},
          {"40", wordTokens(40), true},
          {"300", wordTokens(300), true},
          {"bert", {"[CLS]", "the", "cat", "that", "chased", "the", "mice", "was", "hungry", ".", "[SEP]"}, false},
          {"long",
           {"Donau", "dampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten", " gesellschaft", " is", " a",
            " pneumonoultramicroscopicsilicovolcanoconiosis", "."},
           true},
          {"world",
           {"猫", "追", "老鼠", "，", " 😀", " 👩‍👩‍👧", " مرحبا", " العالم", " नमस्ते", " é", "\n", " "},
           true}};
}

AttentionContext contextFor(const Sample& sample, int layers) {
  AttentionContext context;
  context.modelName = "gpt";
  for (const std::string& token : sample.tokens) context.text += QString::fromStdString(token);
  context.sinkColumns = {0};
  if (!sample.causal) context.sinkColumns.push_back(static_cast<Index>(sample.tokens.size()) - 1);
  Visibility visibility;
  visibility.causal = sample.causal;
  context.visibility.assign(static_cast<std::size_t>(layers), visibility);
  return context;
}

/// The part of the pixels that have another colour than the corner.
double inkIn(const QImage& image) {
  qsizetype drawn = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) drawn += image.pixel(x, y) != image.pixel(0, 0);
  return static_cast<double>(drawn) / (static_cast<double>(image.width()) * image.height());
}

void write(const Figure& figure, const QString& name, const std::vector<QSize>& sizes) {
  const QString folder = qEnvironmentVariable("HEADLIGHT_GALLERY");
  for (const QSize size : sizes)
    for (const FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf}) {
      // Unless someone wants to look at them, the small pictures are enough.
      if (folder.isEmpty() && size != sizes.front()) continue;
      WriteOptions options;
      options.size = size;
      if (size.width() > 2000) options.dpi = 192;
      const QByteArray bytes = figureBytes(figure, format, options);
      if (format == FigureFormat::Png) {
        const QImage image = QImage::fromData(bytes).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(image.size(), size);
        QVERIFY2(inkIn(image) > 0.01, qPrintable(name + ": " + QString::number(inkIn(image))));
      } else if (format == FigureFormat::Svg) {
        QXmlStreamReader svg(bytes);
        int labels = 0;
        while (!svg.atEnd())
          if (svg.readNext() == QXmlStreamReader::StartElement && svg.name() == QLatin1String("text")) ++labels;
        QVERIFY2(!svg.hasError() && labels > 0, qPrintable(name + ": " + svg.errorString()));
      } else {
        QVERIFY2(bytes.startsWith("%PDF-") && bytes.contains("/Font"), qPrintable(name));
      }
      if (folder.isEmpty()) continue;
      const char* suffix = format == FigureFormat::Png ? "png" : format == FigureFormat::Svg ? "svg" : "pdf";
      QFile file(QStringLiteral("%1/%2-%3x%4.%5").arg(folder, name).arg(size.width()).arg(size.height()).arg(suffix));
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(bytes);
    }
}

const std::vector<QSize> kSizes = {{480, 360}, {800, 600}, {1600, 900}, {3200, 1800}};

}  // namespace

void TestFigureGallery::heatmap() {
  for (const Sample& sample : samples()) {
    HeatmapFigure figure;
    figure.setMaps(std::make_shared<SyntheticMaps>(sample.tokens, 4, 6, sample.causal), contextFor(sample, 4));
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
      FigureStyle style;
      style.theme = theme;
      style.cellValues = theme == Theme::Dark;
      figure.setStyle(style);
      figure.setHead({1, 2});
      write(figure, QStringLiteral("heatmap-%1-%2").arg(sample.name, theme == Theme::Dark ? "dark" : "light"), kSizes);
    }
  }
}

void TestFigureGallery::links() {
  for (const Sample& sample : samples()) {
    LinksFigure figure;
    figure.setMaps(std::make_shared<SyntheticMaps>(sample.tokens, 4, 6, sample.causal), contextFor(sample, 4));
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
      FigureStyle style;
      style.theme = theme;
      figure.setStyle(style);
      figure.setHead({1, 2});
      figure.setHeads(theme == Theme::Dark ? std::vector<HeadId>{{1, 2}, {1, 4}, {2, 0}} : std::vector<HeadId>{});
      write(figure, QStringLiteral("links-%1-%2").arg(sample.name, theme == Theme::Dark ? "dark" : "light"), kSizes);
    }
  }
}

void TestFigureGallery::atlas() {
  for (const Sample& sample : samples()) {
    AtlasFigure figure;
    figure.setMaps(std::make_shared<SyntheticMaps>(sample.tokens, 4, 6, sample.causal), contextFor(sample, 4));
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
      FigureStyle style;
      style.theme = theme;
      figure.setStyle(style);
      write(figure, QStringLiteral("atlas-%1-%2").arg(sample.name, theme == Theme::Dark ? "dark" : "light"), kSizes);
    }
  }
}

void TestFigureGallery::colouredText() {
  for (const Sample& sample : samples()) {
    ColouredTextFigure figure;
    figure.setMaps(std::make_shared<SyntheticMaps>(sample.tokens, 4, 6, sample.causal), contextFor(sample, 4));
    figure.setHead({1, 2});
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
      FigureStyle style;
      style.theme = theme;
      style.cellValues = theme == Theme::Dark;
      figure.setStyle(style);
      write(figure, QStringLiteral("text-%1-%2").arg(sample.name, theme == Theme::Dark ? "dark" : "light"), kSizes);
    }
  }
}

namespace {

/// Writes the figure that `make` sets up for every sample in both themes.
template <class Kind>
void writeKind(const char* name, const std::function<void(Kind&, Theme)>& setUp) {
  for (const Sample& sample : samples()) {
    Kind figure;
    figure.setMaps(std::make_shared<SyntheticMaps>(sample.tokens, 4, 6, sample.causal), contextFor(sample, 4));
    figure.setHead({1, 2});
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
      FigureStyle style;
      style.theme = theme;
      figure.setStyle(style);
      setUp(figure, theme);
      write(figure, QStringLiteral("%1-%2-%3").arg(name, sample.name, theme == Theme::Dark ? "dark" : "light"), kSizes);
    }
  }
}

const std::vector<HeadId> kThreeHeads = {{1, 2}, {1, 4}, {2, 0}};

}  // namespace

void TestFigureGallery::difference() {
  const Sample sample = samples()[1];
  const auto maps = std::make_shared<SyntheticMaps>(sample.tokens, 4, 6, sample.causal);
  const auto one = [&](HeadId head) {
    return std::make_shared<CombinedMaps>(maps, std::vector<HeadId>{head}, Combine::Mean);
  };
  // The fourth token is only in A, the eighth only in B.
  const auto axis = [](Index gap) {
    AlignedMaps::Axis places;
    for (Index i = 0; i < 12; ++i) places.push_back(i == gap ? std::nullopt : std::optional<Index>(i));
    return places;
  };
  HeatmapFigure figure;
  AttentionContext context = contextFor(sample, 1);
  context.sinkColumns.clear();
  context.difference = true;
  context.headB = HeadId{2, 0};
  context.onlyA = {3};
  context.onlyB = {7};
  figure.setMaps(std::make_shared<DifferenceMaps>(std::make_shared<AlignedMaps>(one({1, 2}), axis(7), axis(7)),
                                                  std::make_shared<AlignedMaps>(one({2, 0}), axis(3), axis(3))),
                 context);
  for (const Theme theme : {Theme::Light, Theme::Dark}) {
    FigureStyle style;
    style.theme = theme;
    style.range = ScaleRange::PerHead;
    style.cellValues = theme == Theme::Dark;
    figure.setStyle(style);
    write(figure, QStringLiteral("difference-%1").arg(theme == Theme::Dark ? "dark" : "light"), kSizes);
  }
}

void TestFigureGallery::arcs() {
  writeKind<ArcsFigure>("arcs", [](ArcsFigure& figure, Theme theme) {
    figure.setHeads(theme == Theme::Dark ? kThreeHeads : std::vector<HeadId>{});
  });
}

void TestFigureGallery::profile() {
  writeKind<ProfileFigure>("profile", [](ProfileFigure& figure, Theme theme) {
    figure.setHeads(theme == Theme::Dark ? kThreeHeads : std::vector<HeadId>{});
  });
}

void TestFigureGallery::flow() {
  writeKind<FlowFigure>("flow", [](FlowFigure& figure, Theme theme) {
    figure.setWeights(theme == Theme::Dark ? FlowWeights::Rollout : FlowWeights::Mean);
  });
}

void TestFigureGallery::similarity() {
  for (const int heads : {6, 24}) {
    SimilarityFigure figure;
    const Sample sample = samples()[1];
    figure.setMaps(std::make_shared<SyntheticMaps>(sample.tokens, heads / 2, heads, true),
                   contextFor(sample, heads / 2));
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
      FigureStyle style;
      style.theme = theme;
      figure.setStyle(style);
      write(figure, QStringLiteral("similarity-%1-%2").arg(heads).arg(theme == Theme::Dark ? "dark" : "light"), kSizes);
    }
  }
}

HEADLIGHT_TEST(TestFigureGallery)
#include "test_figure_gallery.moc"
