#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <QMimeData>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "tests/support/full_disk.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "tests/support/unpacked.h"
#include "ui/export/exporter.h"
#include "ui/export/figure_grid.h"
#include "ui/export/figure_presets.h"
#include "ui/export/figure_writer.h"
#include "ui/export/html_page.h"
#include "ui/export/numbered_tokens.h"
#include "ui/export/provenance_reader.h"
#include "ui/export/titled_figure.h"
#include "ui/export/weight_table.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/figures/links/links_figure.h"

using namespace headlight;
using namespace headlight::test;

namespace {

constexpr std::size_t kMarkedTokens = 7;

/// A figure of a text that looks like markup, or of one with other words.
template <class Kind>
Exportable exportableOf(HeadId head, std::size_t tokens = kMarkedTokens) {
  const auto figure = std::make_shared<Kind>();
  AttentionContext context;
  context.modelName = QStringLiteral("gpt");
  context.text = QStringLiteral("The cat </script> & <b>");
  context.sinkColumns = {0};
  std::vector<std::string> words = wordTokens(tokens);
  if (tokens == kMarkedTokens) words[1] = " </script>";
  figure->setMaps(std::make_shared<SyntheticMaps>(words, 2, 3, true), context);
  figure->setHead(head);
  Exportable exportable;
  exportable.style = figure->style();
  exportable.provenance = provenanceOf(*figure, "made");
  exportable.make = [figure](const FigureStyle& style, bool withText) {
    auto copy = std::make_unique<Kind>(*figure);
    copy->setStyle(style);
    if (!withText) leaveTextOut(*copy);
    return copy;
  };
  return exportable;
}

Exportable threePanels() {
  Exportable all;
  all.parts = {exportableOf<HeatmapFigure>({0, 0}), exportableOf<LinksFigure>({0, 1}),
               exportableOf<HeatmapFigure>({1, 2})};
  all.provenance = all.parts.front().provenance;
  return all;
}

ExportSettings settingsFor(FileKind kind) {
  ExportSettings settings;
  settings.kind = kind;
  settings.size = {1200, 700};
  settings.dpi = 96;
  return settings;
}

}  // namespace

class TestExport : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  QString at(FileKind kind) const { return m_folder.filePath(QStringLiteral("f.") + QLatin1String(suffixOf(kind))); }
  QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System); }
  void everyKind() {
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < kFileKinds; ++kind) QTest::newRow(suffixOf(static_cast<FileKind>(kind))) << kind;
  }

 private slots:
  void init() {
    for (const QString& name : files()) QFile::remove(m_folder.filePath(name));
  }

  void lettersGoOn() {
    QCOMPARE(gridLetter(0), QStringLiteral("a"));
    QCOMPARE(gridLetter(25), QStringLiteral("z"));
    QCOMPARE(gridLetter(26), QStringLiteral("aa"));
    QCOMPARE(gridLetter(53), QStringLiteral("bb"));
  }

  void slidesAreReadFromAfar() {
    constexpr double kPoint = 96.0 / 72;
    for (const FigurePreset& preset : figurePresets()) {
      ExportSettings settings;
      settings.size = preset.pixels();
      settings.dpi = preset.dpi;
      const FigureStyle style = styleFor(settings, {});
      const bool slide = QByteArray(preset.id).startsWith("slide");
      QCOMPARE(style.textSize >= 18 * kPoint - 0.01, slide);
      if (slide) QVERIFY(style.smallSize() >= 14 * kPoint && style.smallestLabel() >= 14 * kPoint);
      settings.points = 9;
      QCOMPARE(styleFor(settings, {}).textSize, 12.0);  // What a person chose.
    }
    ExportSettings slides = settingsFor(FileKind::Slides);
    QVERIFY(styleFor(slides, {}).textSize >= 18 * kPoint - 0.01);
    QVERIFY(fittingTextSize(slides, 3) >= 18 * kPoint - 0.01);
    slides.kind = FileKind::Png;
    QVERIFY(styleFor(slides, {}).textSize < 16 * kPoint);
  }

  void theSentenceIsTheLargestTextAfterTheTitle() {
    ExportSettings settings = settingsFor(FileKind::Svg);
    settings.ownCaption = QStringLiteral("What to take away");
    exportFigure(exportableOf<HeatmapFigure>({0, 1}), settings, at(FileKind::Svg).toStdString());
    QXmlStreamReader svg(contentOf(at(FileKind::Svg)));
    double title = 0, sentence = 0, others = 0, size = 0, titleY = 0, sentenceY = 0, y = 0;
    while (!svg.atEnd()) {
      if (svg.readNext() != QXmlStreamReader::StartElement) continue;
      if (svg.attributes().hasAttribute("font-size")) size = svg.attributes().value("font-size").toDouble();
      if (svg.name() != QLatin1String("text")) continue;
      y = svg.attributes().value("y").toDouble();
      const QString text = svg.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
      if (text.startsWith(QStringLiteral("Layer 0")))
        title = size, titleY = y;
      else if (text == settings.ownCaption)
        sentence = size, sentenceY = y;
      else
        others = std::max(others, size);
    }
    QVERIFY(!svg.hasError());
    QVERIFY2(title > sentence && sentence > others && others > 0,
             qPrintable(QStringLiteral("%1, %2, %3").arg(title).arg(sentence).arg(others)));
    QVERIFY(sentenceY > titleY && sentenceY < 0.2 * settings.size.height());
  }

  void panelsOfAGridStandApart() {
    for (const int count : {1, 2, 3, 4, 5, 7, 12})
      for (const QSizeF size : {QSizeF(1280, 720), QSizeF(317, 288), QSizeF(672, 403), QSizeF(400, 1200)}) {
        std::vector<std::unique_ptr<Figure>> figures;
        for (int i = 0; i < count; ++i)
          figures.push_back(exportableOf<HeatmapFigure>({0, i % 3}).make(FigureStyle(), true));
        const FigureGrid grid(std::move(figures), "A title", "gpt", FigureStyle());
        const FigureGrid::Layout layout = grid.layout(size);
        QCOMPARE(layout.places.size(), static_cast<std::size_t>(count));
        const QRectF page(QPointF(0, 0), size);
        for (std::size_t i = 0; i < layout.places.size(); ++i) {
          QVERIFY(page.adjusted(-0.01, -0.01, 0.01, 0.01).contains(layout.places[i]));
          QVERIFY(page.contains(layout.headings[i].box));
          QVERIFY(layout.headings[i].text.startsWith(QStringLiteral("(%1)").arg(gridLetter(i))));
          for (std::size_t j = 0; j < layout.places.size(); ++j) {
            if (i != j) QVERIFY(!layout.places[i].adjusted(1, 1, -1, -1).intersects(layout.places[j]));
            QVERIFY(!layout.headings[i].box.adjusted(0, 1, 0, -1).intersects(layout.places[j]));
          }
        }
      }
  }

  void aSpotSaysTheExactWeight() {
    const auto figure = exportableOf<HeatmapFigure>({1, 2}).make(FigureStyle(), true);
    const auto& heat = dynamic_cast<const HeatmapFigure&>(*figure);
    const QSizeF size(800, 600);
    const HeatmapLayout layout = heat.layout(size);
    const std::vector<FigureSpot> spots = figure->spots(size);
    QCOMPARE(spots.size(), std::size_t{49});
    for (const FigureSpot& spot : spots) {
      const auto cell = layout.cellAt(spot.rect.center());
      QVERIFY(cell && cell->first == spot.query && cell->second == spot.key);
      const double weight = heat.maps()->weights({1, 2})(spot.query, spot.key);
      QVERIFY2(spot.text.endsWith(": " + percentText(weight, 2)), qPrintable(spot.text));
    }
    // A title of one's own moves the picture and its spots.
    ExportSettings settings = settingsFor(FileKind::Png);
    settings.ownTitle = "Mine";
    const auto titled = figureFor(exportableOf<HeatmapFigure>({1, 2}), settings);
    QCOMPARE(titled->spots(size).size(), std::size_t{49});
    QVERIFY(titled->spots(size)[0].rect.top() > 0);
  }

  void severalPanelsAreOneFigureInEveryFormat_data() { everyKind(); }
  void severalPanelsAreOneFigureInEveryFormat() {
    QFETCH(int, kind);
    const QString path = at(static_cast<FileKind>(kind));
    exportFigure(threePanels(), settingsFor(static_cast<FileKind>(kind)), path.toStdString());
    const QByteArray all = unpacked(path);
    if (kind == static_cast<int>(FileKind::Svg)) QVERIFY(all.contains("(c)  Layer 1, head 2"));
    if (kind == static_cast<int>(FileKind::Slides)) {
      const QByteArray slide = unzipped(path)["ppt/slides/slide1.xml"];
      QVERIFY(slide.contains("(b)  Layer 0, head 1") && !slide.contains("<p:pic>") && slide.count("<p:sp>") > 60);
    }
    if (kind == static_cast<int>(FileKind::Page)) QCOMPARE(all.count("<figure>"), 3);
    QVERIFY(readProvenance(path.toStdString()) == threePanels().provenance);
  }

  void aPageNeedsNothingButItself() {
    for (const Exportable& what : {exportableOf<HeatmapFigure>({0, 1}), threePanels()}) {
      const QByteArray page = htmlPage(what, settingsFor(FileKind::Page));
      QVERIFY(page.startsWith("<!DOCTYPE html>"));
      QVERIFY(page.contains("Content-Security-Policy\" content=\"default-src 'none';"));
      QVERIFY(!page.contains("@figures") && !page.contains("@provenance"));
      // Names of namespaces are the only addresses.
      QByteArray rest = page;
      for (const char* name : {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}) rest.replace(name, "");
      QVERIFY2(!rest.contains("http:") && !rest.contains("https:") && !rest.contains("//www"), "an address");
      // The pictures are XML, the data is JSON, and no text ends the element that it stands in.
      const QString text = QString::fromUtf8(page);
      static const QRegularExpression svg(QStringLiteral("<svg.*?</svg>"),
                                          QRegularExpression::DotMatchesEverythingOption);
      int pictures = 0;
      for (auto it = svg.globalMatch(text); it.hasNext(); ++pictures) {
        QXmlStreamReader xml(it.next().captured());
        while (!xml.atEnd()) xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
      }
      const int parts = static_cast<int>(std::max<std::size_t>(1, what.parts.size()));
      QCOMPARE(pictures, 2 * parts);
      QCOMPARE(text.count("</script>"), parts + 2);
      static const QRegularExpression data(QStringLiteral("<script type=\"application/json\">(.*?)</script>"));
      for (auto it = data.globalMatch(text); it.hasNext();) {
        const auto json = nlohmann::json::parse(it.next().captured(1).toStdString());
        QVERIFY(json["spots"].size() >= 14);
        QVERIFY(json["spots"][0][4].get<std::string>().find("“") != std::string::npos);
      }
      QVERIFY(provenanceIn(page.toStdString(), "page") == what.provenance);
    }
  }

  void numbersForSpreadsheets() {
    const auto figure = exportableOf<HeatmapFigure>({1, 2}).make(FigureStyle(), true);
    const auto& heat = dynamic_cast<const AttentionFigure&>(*figure);
    const QString table = weightTableHtml(heat, kMostTableCells);
    QXmlStreamReader xml(table);
    int cells = 0;
    while (!xml.atEnd())
      if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QStringLiteral("td")) ++cells;
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(cells, 49);
    const QStringList lines = weightTableText(heat, kMostTableCells).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 8);
    for (const QString& line : lines) QCOMPARE(line.count('\t'), 7);
    QVERIFY(std::abs(lines[3].section('\t', 2, 2).toFloat() - heat.maps()->weights({1, 2})(2, 1)) < 1e-6F);
    QVERIFY(weightTableText(heat, 48).isEmpty());
  }

  void presetsAreWhatTheySay() {
    QSet<QString> ids;
    for (const FigurePreset& preset : figurePresets()) {
      ids << preset.id;
      QCOMPARE(preset.pixels(), QSize(qRound(preset.width * preset.dpi), qRound(preset.height * preset.dpi)));
      QVERIFY(preset.pixels().width() <= 16000 && preset.pixels().height() <= 16000);
    }
    QCOMPARE(ids.size(), static_cast<qsizetype>(figurePresets().size()));
    QVERIFY(ids.contains("column") && ids.contains("two-columns"));
  }

  void heatmapsOnOneScaleShareItsLegend() {
    const auto madeOf = [](const Exportable& what, LegendPlace place) {
      ExportSettings settings = settingsFor(FileKind::Png);
      settings.legend = place;
      return figureFor(what, settings);
    };
    Exportable heads;
    for (int head = 0; head < 3; ++head) heads.parts.push_back(exportableOf<HeatmapFigure>({0, head}));
    heads.provenance = heads.parts.front().provenance;
    const QSizeF size(1000, 700);
    for (const LegendPlace place : {LegendPlace::Fitting, LegendPlace::Below, LegendPlace::Right, LegendPlace::None}) {
      const auto figure = madeOf(heads, place);
      const auto layout = dynamic_cast<const FigureGrid&>(*figure).layout(size);
      QCOMPARE(layout.legend.bar.isEmpty(), place == LegendPlace::None);
      for (const QRectF& each : layout.places) QVERIFY(!each.intersects(layout.legend.bar));
      QVERIFY(layout.legend.bar.isEmpty() || QRectF(QPointF(0, 0), size).contains(layout.legend.bar));
      QCOMPARE(layout.legend.lying, place == LegendPlace::Fitting || place == LegendPlace::Below);
    }
    // Another scale, or another kind of picture: each has its own.
    heads.parts[1].style.scale = ScaleKind::Log;
    const auto mixed = madeOf(heads, LegendPlace::Fitting);
    QVERIFY(dynamic_cast<const FigureGrid&>(*mixed).layout(size).legend.bar.isEmpty());
    const auto panels = madeOf(threePanels(), LegendPlace::Fitting);
    QVERIFY(dynamic_cast<const FigureGrid&>(*panels).layout(size).legend.bar.isEmpty());
  }

  void heatmapsOnASlideHaveTheRoom_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("sentence");
    for (const int count : {2, 3, 4, 6})
      for (const char* sentence : {"", "What to take away"})
        QTest::addRow("%d%s", count, *sentence ? " below a sentence" : "") << count << QString::fromUtf8(sentence);
  }
  void heatmapsOnASlideHaveTheRoom() {
    constexpr double kLeastPart = 0.6, kAxisPixels = 14 * 96.0 / 72;
    QFETCH(int, count);
    QFETCH(QString, sentence);
    Exportable heads;
    for (int i = 0; i < count; ++i) heads.parts.push_back(exportableOf<HeatmapFigure>({i / 3, i % 3}, 13));
    heads.provenance = heads.parts.front().provenance;
    ExportSettings settings;  // A slide.
    settings.kind = FileKind::Svg;
    settings.ownCaption = sentence;
    if (!sentence.isEmpty()) settings.ownTitle = QStringLiteral("A title");

    exportFigure(heads, settings, at(FileKind::Svg).toStdString());
    // What their axes are is said once, and nothing is small.
    QXmlStreamReader svg(contentOf(at(FileKind::Svg)));
    QString written;
    double textSize = 0;
    while (!svg.atEnd()) {
      if (svg.readNext() != QXmlStreamReader::StartElement) continue;
      if (svg.attributes().hasAttribute("font-size")) textSize = svg.attributes().value("font-size").toDouble();
      if (svg.name() != QLatin1String("text")) continue;
      written += svg.readElementText(QXmlStreamReader::IncludeChildElements) + u'\n';
      QVERIFY2(textSize >= kAxisPixels, qPrintable(written));
    }
    QVERIFY(!svg.hasError());
    QCOMPARE(written.count(QStringLiteral("Axes:")), 1);
    QCOMPARE(written.count(QStringLiteral("attends")), 1);
    QVERIFY(written.count(QStringLiteral("Labels:")) <= 1);

    // The same figures where the slide has them.
    const std::unique_ptr<Figure> whole = figureFor(heads, settings);
    const QSizeF units = settings.units();
    const auto* titled = dynamic_cast<const TitledFigure*>(whole.get());
    const auto& grid = dynamic_cast<const FigureGrid&>(titled ? titled->figure() : *whole);
    const FigureGrid::Layout places = grid.layout(titled ? titled->layout(units).place.size() : units);
    for (const PlacedText& heading : places.headings) QVERIFY(!heading.text.contains(QChar(0x2026)));
    FigureStyle style = styleFor(settings, {});
    style.title = false;
    style.legend = LegendPlace::None;
    for (std::size_t i = 0; i < heads.parts.size(); ++i) {
      const auto figure = heads.parts[i].make(style, true);
      auto& heatmap = dynamic_cast<HeatmapFigure&>(*figure);
      AttentionContext context = heatmap.context();
      context.modelName.clear();
      context.text.clear();
      heatmap.setMaps(heatmap.maps(), context);
      heatmap.leaveOut(heatmap.steadyNotes());
      const QSizeF place = places.places[i].size();
      const QRectF map = heatmap.layout(place).map;
      QVERIFY2(std::min(map.width(), map.height()) >= kLeastPart * std::min(place.width(), place.height()),
               qPrintable(QStringLiteral("%1 × %2 in %3 × %4")
                              .arg(map.width())
                              .arg(map.height())
                              .arg(place.width())
                              .arg(place.height())));
    }
  }

  void whatAllPanelsWouldNoteIsSaidOnce() {
    Exportable heads;
    for (int head = 0; head < 3; ++head) heads.parts.push_back(exportableOf<HeatmapFigure>({0, head}));
    heads.provenance = heads.parts.front().provenance;
    const auto written = [this](const Exportable& what) {
      exportFigure(what, settingsFor(FileKind::Svg), at(FileKind::Svg).toStdString());
      return contentOf(at(FileKind::Svg));
    };
    QCOMPARE(written(heads).count(">Square-root colour scale"), 1);
    // Another scale is noted by the panel that has it.
    heads.parts[1].style.scale = ScaleKind::Log;
    const QByteArray mixed = written(heads);
    QCOMPARE(mixed.count(">Square-root colour scale"), 2);
    QCOMPARE(mixed.count(">Logarithmic colour scale"), 1);
    Exportable links;
    for (int head = 0; head < 2; ++head) links.parts.push_back(exportableOf<LinksFigure>({0, head}));
    links.provenance = links.parts.front().provenance;
    QCOMPARE(written(links).count("Links below 5% hidden"), 1);
  }

  void aFullDiskLeavesNothingButAMessage_data() { everyKind(); }
  void aFullDiskLeavesNothingButAMessage() {
    QFETCH(int, kind);
    const QString path = at(static_cast<FileKind>(kind));
    QString message;
    {
      const FullDisk full(2000);
      message = shownMessageOf([&] {
        exportFigure(exportableOf<HeatmapFigure>({0, 0}), settingsFor(static_cast<FileKind>(kind)), path.toStdString());
      });
    }
    QVERIFY2(message.contains(path) && !message.contains('\n'), qPrintable(message));
    QCOMPARE(files(), QStringList());
    // What was there before is still there.
    exportFigure(exportableOf<HeatmapFigure>({0, 0}), settingsFor(static_cast<FileKind>(kind)), path.toStdString());
    const QByteArray before = contentOf(path);
    {
      const FullDisk full(2000);
      QVERIFY(!shownMessageOf([&] {
                 exportFigure(exportableOf<HeatmapFigure>({1, 1}), settingsFor(static_cast<FileKind>(kind)),
                              path.toStdString());
               }).isEmpty());
    }
    QVERIFY(contentOf(path) == before);
    QCOMPARE(files().size(), 1);
  }

  void placesThatCannotBeWrittenAreNamed_data() { everyKind(); }
  void placesThatCannotBeWrittenAreNamed() {
    QFETCH(int, kind);
    const QString suffix = QLatin1String(suffixOf(static_cast<FileKind>(kind)));
    QFile file(m_folder.filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    for (const QString& folder : {m_folder.filePath("missing"), m_folder.filePath("file"), QStringLiteral("/proc")}) {
      const QString path = folder + "/f." + suffix;
      const QString message = shownMessageOf([&] {
        exportFigure(exportableOf<HeatmapFigure>({0, 0}), settingsFor(static_cast<FileKind>(kind)), path.toStdString());
      });
      QVERIFY2(message.contains(path) && !message.contains('\n'), qPrintable(message));
    }
    QCOMPARE(files(), QStringList{"file"});
  }

  void aDeviceIsWrittenToAndNotReplaced() {
    // The real devices stay out of reach of a test that may replace what it writes to.
    const QString full = m_folder.filePath("full");
    if (::mknod(qPrintable(full), S_IFCHR | 0666, makedev(1, 7)) != 0 || !QFile(full).open(QIODevice::WriteOnly))
      QSKIP("devices can only be made by root");
    const auto figure = exportableOf<HeatmapFigure>({0, 0}).make(FigureStyle(), true);
    const QString message = shownMessageOf([&] {
      writeFigure(*figure, full.toStdString(), {{400, 300}, 96, FigureFormat::Png});
    });
    QVERIFY2(message.contains(full) && message.contains("No space left"), qPrintable(message));
    QVERIFY(!QFileInfo(full).isFile());
  }
};

HEADLIGHT_TEST(TestExport)
#include "test_export.moc"
