#include <qcustomplot.h>

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include "core/model/model_locations.h"
#include "core/text/tokenizer.h"
#include "tests/support/child.h"
#include "tests/support/fixed_metrics.h"
#include "tests/support/suite.h"
#include "ui/charts/chart_windows.h"
#include "ui/charts/cost_figure.h"
#include "ui/charts/cost_window.h"
#include "ui/charts/methods/methods_report.h"
#include "ui/charts/methods/methods_window.h"
#include "ui/charts/noise_window.h"
#include "ui/state/samples.h"
#include "ui/views/figure_canvas.h"
#include "ui/window/main_window.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FixedMetrics;

namespace {

constexpr const char* kOldMan = "The old man of the sea came home, and the old man of the sea sat down by the fire.";

std::shared_ptr<const NoiseFindings> storyOf(std::vector<HeadNoise> heads) {
  auto story = std::make_shared<NoiseFindings>();
  story->model = QStringLiteral("gpt");
  story->text = QStringLiteral("A secret text");
  story->noise = QStringLiteral("random words");
  story->report.heads = std::move(heads);
  story->report.divergences = {0.5, 1.5};
  story->report.changes = {-1.0, -2.0};
  return story;
}

}  // namespace

class TestCharts : public QObject {
  Q_OBJECT

 private slots:
  void theCurvesAreTheCountsOfCore() {
    const Source loaded = coreEngine().open(findModel("gpt"), {});
    const CostData data = costData(*loaded.model, QStringLiteral("gpt"), 48, 0.006, 512);
    QCOMPARE(data.tokens.front(), 1.0);
    QCOMPARE(data.tokens.back(), 1e6);
    for (const std::size_t i : {std::size_t{0}, data.tokens.size() / 2, data.tokens.size() - 1}) {
      const auto n = static_cast<Index>(data.tokens[i]);
      const Cost full = costOf(*loaded.model, n, AttentionKind::Full),
                 windowed = costOf(*loaded.model, n, AttentionKind::Windowed, 512);
      double sum = 0;
      for (const std::size_t part : {0U, 2U, 3U, 4U}) sum += data.multiplyAdds[part].values[i];
      QVERIFY(std::abs(sum / full.multiplyAdds() - 1) < 1e-12);
      QCOMPARE(data.bytes[0].values[i], full.attentionBytes);
      QCOMPARE(data.bytes[1].values[i], windowed.attentionBytes);
      QCOMPARE(data.bytes[4].values[i], full.weightBytes());
    }
    QCOMPARE(data.currentMultiplyAdds, costOf(*loaded.model, 48, AttentionKind::Streamed).multiplyAdds());
  }

  void curvesStayInTheirPlotAndNamesApart() {
    CurvesSpec spec;
    spec.x = {1, 10, 100, 1000, 10000};
    spec.xTitle = QStringLiteral("tokens");
    const std::vector<double> same = {1, 10, 100, 1000, 10000};
    spec.charts = {{QStringLiteral("Left"),
                    {{QStringLiteral("one"), same, 0},
                     {QStringLiteral("two"), same, 1},
                     {QStringLiteral("nothing"), {0, 0, 0, 0, 0}, 2}},
                    countTick},
                   {QStringLiteral("Right"), {{QStringLiteral("three"), {5, 5, 5, 5, 5}, 0}}, bytesTick}};
    spec.mark = 100;
    spec.markText = QStringLiteral("here");
    for (const QSizeF size : {QSizeF(1000, 500), QSizeF(500, 700)}) {
      spec.size = size;
      const CurvesLayout layout = layoutCurves(spec, FixedMetrics());
      QCOMPARE(layout.charts.size(), std::size_t(2));
      for (const auto& chart : layout.charts) {
        QVERIFY(QRectF(QPointF(), size).contains(chart.plot));
        for (const auto& line : chart.lines)
          for (const QPointF& point : line.points)
            QVERIFY(chart.plot.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point));
        for (std::size_t a = 0; a < chart.lines.size(); ++a)
          for (std::size_t b = a + 1; b < chart.lines.size(); ++b)
            QVERIFY(!chart.lines[a]
                         .name.box.adjusted(0, 0.1, 0, -0.1)
                         .intersects(chart.lines[b].name.box.adjusted(0, 0.1, 0, -0.1)));
        // A hundred is in the middle of 1 to 10,000.
        QVERIFY(std::abs(*chart.markAt - chart.plot.center().x()) < 0.01);
        QVERIFY(chart.lines.back().points.isEmpty() == (chart.lines.size() == 3));
      }
      QVERIFY(!layout.charts[0].plot.intersects(layout.charts[1].plot));
    }
    QCOMPARE(countTick(1e6), QStringLiteral("1M"));
    QCOMPARE(bytesTick(2000), QStringLiteral("2\u2009kB"));
  }

  void barsAreAsLongAsTheMass() {
    const NoiseFigure figure(storyOf({{{0, 0}, 0.2, 0.01, 0.3}, {{0, 1}, 0.6, 0.05, 0.3}, {{1, 0}, 0.32, 0.1, 0.3}}));
    const NoiseLayout layout = figure.layout({900, 500});
    QCOMPARE(layout.bars.size(), std::size_t(3));
    QCOMPARE(layout.left, 0);
    // The one that lies furthest above chance comes first.
    QCOMPARE(layout.bars[0].head, std::size_t(1));
    QCOMPARE(layout.bars[1].head, std::size_t(2));
    QCOMPARE(layout.bars[2].head, std::size_t(0));
    QVERIFY(layout.bars[0].caught && !layout.bars[1].caught && !layout.bars[2].caught);
    QVERIFY(std::abs(layout.bars[0].bar.width() / layout.bars[2].bar.width() - 3) < 1e-6);
    QCOMPARE(layout.bars[0].value.text, QStringLiteral("60.0%"));
    for (const NoiseLayout::Bar& bar : layout.bars)
      QVERIFY(std::abs((bar.chanceAt - bar.bar.left()) / layout.bars[0].bar.width() - 0.5) < 1e-6);
    QVERIFY(figure.altText().contains(QStringLiteral("L0 H1 60%")));
    // Nothing of the text is left where it shall not be.
    QVERIFY(withoutText(storyOf({}))->text.isEmpty());
  }

  void headsWithoutRoomAreCounted() {
    std::vector<HeadNoise> heads;
    for (int i = 0; i < 144; ++i) heads.push_back({{i / 12, i % 12}, i / 200.0, 0.01, 0.2});
    const NoiseFigure figure(storyOf(heads));
    for (const QSizeF size : {QSizeF(400, 300), QSizeF(960, 640), QSizeF(1600, 1200)}) {
      const NoiseLayout layout = figure.layout(size);
      QCOMPARE(layout.bars.size() + static_cast<std::size_t>(layout.left), heads.size());
      for (const NoiseLayout::Bar& bar : layout.bars)
        QVERIFY(QRectF(QPointF(), size).contains(bar.name.box.united(bar.value.box)));
    }
  }

  /// While the model is changed, each window says of which run it is: the one that the main window shows, or the one
  /// without changes.
  void everyWindowSaysOfWhichRunItIs() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = openingState();
    state.text = kOldMan;
    state.changes = {{Intervention(Uniform{oneHead({1, 3})}), true}};
    window.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    window.workspace().setShowsChanges(true);
    const RunId changed{0, 0, true};
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().results()[changed] != nullptr, 20000);
    const QString with = QStringLiteral(" – with changes"), without = QStringLiteral(" – without changes");
    const QStringList shown{"lens", "methods", "score", "experts", "contacts", "headTable", "scatter", "findHeads"},
        unchanged{"ablation", "circuits", "differences", "noise", "walk"}, none{"cost", "corpus", "deck"};
    for (const WindowKind& chart : chartWindows())
      QVERIFY2((shown + unchanged + none).contains(chart.name), chart.name);
    for (const QString& name : shown + unchanged + none) {
      const QDialog* about = window.windows().open(name.toLatin1().constData());
      QVERIFY2(about, qPrintable(name));
      const QString plain = QString(about->windowTitle()).remove(with).remove(without);
      QTRY_COMPARE_WITH_TIMEOUT(about->windowTitle(),
                                shown.contains(name)  ? plain + with
                                : none.contains(name) ? plain
                                                      : plain + without,
                                20000);
      window.workspace().setShowsChanges(false);
      QTRY_COMPARE(about->windowTitle(), none.contains(name) ? plain : plain + without);
      window.workspace().setShowsChanges(true);
    }
    // What they compute is of that run, and says so.
    auto* methods = qobject_cast<MethodsWindow*>(window.windows().open("methods"));
    QTRY_VERIFY_WITH_TIMEOUT(methods->story() && !methods->story()->changed.isEmpty(), 20000);
    window.workspace().setChanges({});
    for (const QDialog* about : window.findChildren<QDialog*>())
      if (about->isVisible()) QTRY_VERIFY(!about->windowTitle().contains(QStringLiteral("changes")));
  }

  void theWindowsMeasureWhatIsOpen() {
    MainWindow window(coreEngine());
    window.show();
    // There is nothing yet that a chart could be of.
    for (const WindowKind& chart : chartWindows()) {
      if (chart.needs == Needs::Nothing) continue;
      const QByteArray action = QByteArray(chart.name) + "Action";
      QVERIFY2(!child<QAction>(window, action).isEnabled(), action);
      QVERIFY(!window.windows().open(chart.name));
    }
    WorkspaceState state = openingState();
    state.text = kOldMan;
    window.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);

    auto* cost = qobject_cast<CostWindow*>(window.windows().open("cost"));
    QTRY_VERIFY(cost->data() != nullptr);
    QCOMPARE(cost->data()->current, window.workspace().result()->maps->queries());
    for (const WindowKind& chart : chartWindows())
      QVERIFY2(child<QAction>(window, QByteArray(chart.name) + "Action").isEnabled(), chart.name);
    const double before = cost->data()->bytes[1].values.back();
    child<QSpinBox>(cost, "costWindowSize").setValue(64);
    QVERIFY(cost->data()->bytes[1].values.back() < before);
    QVERIFY(child<FigureCanvas>(cost, "costChart").figure() != nullptr);

    auto* noise = qobject_cast<NoiseWindow*>(window.windows().open("noise"));
    child<QSpinBox>(noise, "noiseSeeds").setValue(3);
    child<QPushButton>(noise, "noiseRun").click();
    QTRY_VERIFY_WITH_TIMEOUT(noise->story() != nullptr, 20000);
    const Source& model = *window.workspace().model();
    const NoiseReport expected =
        measureNoise({{}, model.info.name, model.model, model.tokenizer}, kOldMan, {NoiseKind::RandomWords, 0.3, {}}, 3);
    QCOMPARE(noise->story()->report.texts, expected.texts);
    for (std::size_t i = 0; i < expected.heads.size(); ++i)
      QCOMPARE(noise->story()->report.heads[i].mass, expected.heads[i].mass);
    QCOMPARE(child<QListWidget>(noise, "noiseTexts").count(), 3);
    // Nothing to put in is said, and the last picture stays.
    const auto kept = noise->story();
    child<QComboBox>(noise, "noiseKind").setCurrentIndex(2);
    QVERIFY(child<QWidget>(noise, "noiseOwn").isVisible());
    child<QPushButton>(noise, "noiseRun").click();
    QTRY_VERIFY(child<QLabel>(noise, "noiseSays").isVisible());
    QCOMPARE(noise->story(), kept);

    emit child<QListWidget>(noise, "noiseTexts").itemActivated(child<QListWidget>(noise, "noiseTexts").item(1));
    QCOMPARE(window.workspace().text(), expected.texts[1]);
  }
};

HEADLIGHT_TEST(TestCharts)
#include "test_charts.moc"
