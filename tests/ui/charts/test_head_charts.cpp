#include <qcustomplot.h>

#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <sstream>

#include "core/analysis/prediction_change.h"
#include "core/analysis/logit_lens.h"
#include "core/attention/lenses/row_lenses.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "tests/support/child.h"
#include "tests/support/painted.h"
#include "tests/support/suite.h"
#include "ui/charts/ablation_window.h"
#include "ui/charts/head_table_window.h"
#include "ui/charts/methods/methods_window.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/tokens/surprise_tint.h"
#include "ui/panes/token_strip.h"
#include "ui/state/samples.h"
#include "ui/views/attention_view.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/theme.h"
#include "ui/window/main_window.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::painted;

namespace {

constexpr const char* kRepeatedWords = "The old man of the sea came home, and the old man of the";

/// Two layers of two heads with planted effects; 1.0 is an induction head.
std::shared_ptr<const AblationReport> planted() {
  AblationReport story;
  story.effects = {{{0, 0}, -1.0, 0.9}, {{0, 1}, 0.0, 0.0}, {{1, 0}, -0.25, 0.1}, {{1, 1}, 0.5, 0.4}};
  story.labels = {HeadLabel::PreviousToken, HeadLabel::None, HeadLabel::Induction, HeadLabel::None};
  story.logProbability = std::log(0.5);
  story.model = QStringLiteral("small");
  story.text = QStringLiteral("A secret text");
  story.answer = QStringLiteral("word");
  return std::make_shared<const AblationReport>(std::move(story));
}

/// Methods of a text of four tokens with planted rows.
std::shared_ptr<const MethodsReport> plantedMethods(std::vector<double> norm) {
  MethodsReport story;
  story.head = {1, 2};
  story.query = 4;
  for (const char* word : {"<s>", "the", "cat", "sat", "down"}) {
    Token token;
    token.text = token.display = word;
    story.tokens.push_back(token);
  }
  story.sinks = {0};
  story.methods.keys = {0, 1, 2, 3, 4};
  const std::vector<double> raw = {0.6, 0.05, 0.2, 0.1, 0.05};
  story.methods.rows = {{Method::Raw, RowScope::Head, raw, {}},
                        {Method::Norm, RowScope::Head, norm, rankCorrelation(raw, norm)},
                        {Method::Raw, RowScope::Layer, raw, {}},
                        {Method::Contributions, RowScope::Layer, raw, 1.0}};
  story.model = QStringLiteral("small");
  story.text = QStringLiteral("the cat sat down");
  return std::make_shared<const MethodsReport>(std::move(story));
}

}  // namespace

class TestHeadCharts : public QObject {
  Q_OBJECT

  void open(MainWindow& window, const std::string& text = kRepeatedWords) {
    window.show();
    WorkspaceState state = openingState();
    state.text = text;
    window.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 30000);
  }

 private slots:
  void theScaleHasZeroInItsMiddle() {
    const AblationFigure figure(planted());
    const ColourScale scale = figure.scale();
    QVERIFY(scale.diverging);
    QCOMPARE(scale.unit, ScaleUnit::Nats);
    QCOMPARE(scale.max, 1.0);
    QCOMPARE(scale.position(0), 0.5);
    QCOMPARE(scale.position(-1.0), 0.0);
    const AtlasLayout layout = figure.layout({900, 500});
    QCOMPARE(layout.legend.title.front().text, QStringLiteral("nats"));
    QCOMPARE(layout.legend.ticks.front().text, QStringLiteral("−1"));
    QCOMPARE(layout.legend.ticks.back().text, QStringLiteral("+1"));
    // Heads and layers are the axes.
    QCOMPARE(layout.rowLabels.size(), std::size_t(2));
    QCOMPARE(layout.columnLabels[1].text, QStringLiteral("H1"));
    const AblationFigure all(planted(), {}, AblationMeasure::Divergence);
    QVERIFY(!all.scale().diverging);
    QCOMPARE(all.scale().max, 0.9);
  }

  void cellsHaveTheColourOfTheirEffect() {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
      FigureStyle style;
      style.theme = theme;
      const auto story = planted();
      const AblationFigure figure(story, style);
      const QSize size(900, 500);
      const QImage image = painted(figure, size);
      const AtlasLayout layout = figure.layout(size);
      const ColourMap map = style.map(true);
      for (const AblationEffect& effect : story->effects) {
        const QRectF cell = layout.mapRect(effect.head);
        // Beside the number, within the edge.
        const QColor seen = image.pixelColor((cell.topLeft() + QPointF(6, 6)).toPoint());
        QCOMPARE(seen.rgb(), map.colour(figure.scale().position(effect.logProbabilityChange)).rgb());
      }
    }
  }

  void theNoteRanksTheInductionHeads() {
    const std::vector<std::size_t> expected = {0, 2, 1, 3};
    QCOMPARE(largestDrops(*planted()), expected);
    const AblationFigure figure(planted());
    QVERIFY(figure.altText().contains(QStringLiteral("L1 H0 (2nd)")));
    QVERIFY(figure.altText().contains(QStringLiteral("L0 H0 −1.00 nats")));
    const auto spots = figure.spots({900, 500});
    QCOMPARE(spots.size(), std::size_t(4));
    QCOMPARE(spots[2].text,
             QStringLiteral("Layer 1, head 0 (induction): Δ ln p −0.25 nats, 50.0% → 38.9%; KL 0.100 nats"));
    const auto bare = withoutText(planted());
    QVERIFY(bare->text.isEmpty() && bare->answer.isEmpty());
    QVERIFY(!AblationFigure(bare).altText().contains(QStringLiteral("word")));
  }

  void arrowsWalkTheMapAndReturnOpensAHead() {
    FigureCanvas canvas;
    canvas.setWalkable(true);
    canvas.resize(900, 500);
    canvas.show();
    canvas.setFocus();
    canvas.setFigure(std::make_shared<AblationFigure>(planted()));
    std::vector<HeadId> opened;
    connect(&canvas, &FigureCanvas::activated, &canvas,
            [&](const FigureSpot& spot) { opened.push_back(spot.head.value()); });
    const auto head = [&] { return canvas.current()->head.value(); };
    QTest::keyClick(&canvas, Qt::Key_Return);
    QVERIFY(opened.empty());
    QTest::keyClick(&canvas, Qt::Key_Right);
    QCOMPARE(head(), (HeadId{0, 0}));
    QTest::keyClick(&canvas, Qt::Key_Right);
    QCOMPARE(head(), (HeadId{0, 1}));
    QTest::keyClick(&canvas, Qt::Key_Right);
    QCOMPARE(head(), (HeadId{0, 1}));  // The end of the row.
    QTest::keyClick(&canvas, Qt::Key_Down);
    QCOMPARE(head(), (HeadId{1, 1}));
    QVERIFY(canvas.accessibleDescription().startsWith(QStringLiteral("Layer 1, head 1: Δ ln p +0.50 nats")));
    QTest::keyClick(&canvas, Qt::Key_Return);
    QCOMPARE(opened, (std::vector<HeadId>{{1, 1}}));
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QVERIFY(!canvas.current());
    const QRectF cell = AblationFigure(planted()).layout(QSizeF(canvas.size())).mapRect({1, 0});
    QTest::mouseMove(&canvas, cell.center().toPoint());
    QCOMPARE(head(), (HeadId{1, 0}));
    QTest::mouseDClick(&canvas, Qt::LeftButton, {}, cell.center().toPoint());
    QCOMPARE(opened.back(), (HeadId{1, 0}));
  }

  void theWindowMeasuresTheOpenText() {
    MainWindow window(coreEngine());
    open(window);
    auto* map = qobject_cast<AblationWindow*>(window.windows().open("ablation"));
    auto& answers = child<QComboBox>(map, "ablationAnswer");
    QVERIFY(answers.count() > 3);
    child<QPushButton>(map, "ablationRun").click();
    QTRY_VERIFY_WITH_TIMEOUT(map->story() != nullptr, 60000);
    const auto& result = *window.workspace().result();
    const Model& model = *window.workspace().model()->model;
    const Index row = result.trace->logits.rows() - 1;
    const Outcome likeliest{row, likeliestOutcome(*result.trace, row)};
    const auto expected = ablateEveryHead(model, result.trace, {likeliest});
    QCOMPARE(map->story()->effects.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
      QCOMPARE(map->story()->effects[i].logProbabilityChange, expected[i].logProbabilityChange);
    QCOMPARE(map->story()->labels.size(), expected.size());

    // Another stand-in is measured at once.
    auto& by = child<QComboBox>(map, "ablationBy");
    by.setCurrentIndex(1);
    emit by.activated(1);
    QTRY_VERIFY_WITH_TIMEOUT(map->story()->question.by == Ablate::By::Mean, 60000);
    const auto mean = ablateEveryHead(model, result.trace, {likeliest, Ablate::By::Mean});
    bool other = false;
    for (std::size_t i = 0; i < mean.size(); ++i) {
      QCOMPARE(map->story()->effects[i].logProbabilityChange, mean[i].logProbabilityChange);
      other = other || mean[i].logProbabilityChange != expected[i].logProbabilityChange;
    }
    QVERIFY(other);

    // An answer that is written; one that is no token is said, and the map stays.
    answers.setEditText(QStringLiteral("fire"));
    child<QPushButton>(map, "ablationRun").click();
    QTRY_COMPARE_WITH_TIMEOUT(map->story()->answer, QStringLiteral("fire"), 60000);
    const auto kept = map->story();
    answers.setEditText(QStringLiteral("several words together"));
    child<QPushButton>(map, "ablationRun").click();
    QVERIFY(child<QLabel>(map, "ablationSays").isVisible());
    QCOMPARE(map->story(), kept);

    // Stopped, nothing changes.
    answers.setCurrentIndex(2);
    child<QPushButton>(map, "ablationRun").click();
    child<QPushButton>(map, "ablationStop").click();
    QTRY_VERIFY(child<QPushButton>(map, "ablationStop").isHidden());
    QCOMPARE(map->story(), kept);

    auto& canvas = child<FigureCanvas>(map, "ablationChart");
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down}) QTest::keyClick(&canvas, key);
    QTest::keyClick(&canvas, Qt::Key_Return);
    QCOMPARE(window.workspace().selection()->head(), (HeadId{1, 1}));
  }

  void agreementIsMeasuredWithinItsScope() {
    const Source loaded = coreEngine().open(openingState().model, {});
    const auto trace = loaded.model->run(loaded.tokenizer->encode(kRepeatedWords));
    const ModelFolder folder = loaded;
    const MethodsRead read = readMethods(folder, trace);
    QCOMPARE(read.maps.size() + read.missing.size() + 1, methods().size());
    const HeadId head{1, 2};
    const Index query = static_cast<Index>(trace->encoding.size()) - 1;
    const WeightAgreement told = methodsAgainstRaw(trace, head, query, read.maps);
    const TraceMaps weights(trace);
    std::vector<double> mean(told.keys.size());
    for (int h = 0; h < weights.heads(); ++h)
      for (std::size_t k = 0; k < mean.size(); ++k)
        mean[k] += static_cast<double>(weights.weights({1, h})(query, told.keys[k])) / weights.heads();
    bool perHead = true;
    for (const MethodAgainstRaw& row : told.rows) {
      if (row.is(Method::Raw)) {
        perHead = row.scope == RowScope::Head;
        QVERIFY(!row.agreement);
        for (std::size_t k = 0; k < mean.size(); ++k)
          QVERIFY(std::abs(row.row[k] - (perHead ? static_cast<double>(weights.weights(head)(query, told.keys[k]))
                                                 : mean[k])) < 1e-5);
        continue;
      }
      QCOMPARE(row.scope == RowScope::Head, methodInfo(std::get<Method>(row.method)).perHead);
      QCOMPARE(row.scope == RowScope::Head, perHead);  // Below the weights of the same scope.
      const auto& raw = perHead ? told.rows.front().row : mean;
      QVERIFY(std::abs(*row.agreement - rankCorrelation(raw, row.row)) < 1e-9);
      QVERIFY(*row.agreement >= *told.least()->agreement);
    }
    // Three keys rank too little.
    for (const MethodAgainstRaw& row : methodsAgainstRaw(trace, head, 2, read.maps).rows) QVERIFY(!row.agreement);
    QVERIFY_THROWS_EXCEPTION(Error, methodsAgainstRaw(trace, {99, 0}, 2, read.maps));
  }

  void rowsAreComparedWithTheMeasuredEffect() {
    auto story = std::make_shared<MethodsReport>(*plantedMethods({6, 0.5, 2, 1, 0.4}));
    story->prediction = QStringLiteral("here");
    story->probability = 0.25;
    const std::vector<double> effect = {0.4, 0.5, -0.2, 0.3, 0.1}, gradient = {0.3, 0.9, 0.1, 0.2, 0.05};
    story->methods.add({{Evidence::GradientAttention, RowScope::Head, gradient, {}},
                        {Evidence::Hiding, RowScope::Model, effect, {}},
                        {Evidence::GradientInput, RowScope::Model, gradient, {}}});
    const auto& rows = story->methods.rows;
    QCOMPARE(rows.size(), std::size_t(7));
    QVERIFY(rows[2].is(Evidence::GradientAttention) && rows[3].is(Method::Raw) && rows[5].is(Evidence::Hiding));
    QCOMPARE(*rows[2].agreement, rankCorrelation(rows[0].row, gradient));
    QVERIFY(!rows[5].withEffect && !rows[5].agreement && !rows[6].agreement);
    for (const std::size_t r : {0, 1, 2, 3, 4, 6}) QCOMPARE(*rows[r].withEffect, rankCorrelation(effect, rows[r].row));
    QVERIFY(story->methods.nearestToEffect()->is(Evidence::GradientAttention));
    const MethodsFigure figure(story);
    for (const QSizeF size : {QSizeF(960, 640), QSizeF(460, 420)}) {
      const MethodsLayout layout = figure.layout(size);
      QCOMPARE(layout.rows[5].heading->text, QStringLiteral("Whole model: prediction “here”, 25.0%"));
      QCOMPARE(layout.effectTitle->text, QStringLiteral("ρ effect"));
      QVERIFY(!layout.rows[5].effect);
      for (const std::size_t r : {1, 2, 4}) {
        QVERIFY(layout.rows[r].agreement->box.left() >= layout.rows[r].plot.right());
        QVERIFY(layout.rows[r].effect->box.left() >= layout.rows[r].agreement->box.right());
        QVERIFY(layout.rows[r].effect->box.right() <= size.width());
      }
    }
    QVERIFY(!MethodsFigure(withoutText(story)).altText().contains(QStringLiteral("here")));
  }

  // In relevance a token starts with all of itself, which would hide what it has of the others.
  void aTokensOwnRelevanceLeavesRoomForTheOthers() {
    auto story = std::make_shared<MethodsReport>(*plantedMethods({6, 0.5, 2, 1, 0.4}));
    story->methods.add({{Evidence::Relevance, RowScope::Model, {0.01, 0.02, 0.04, 0.03, 1.05}, {}},
                        {Evidence::GradientInput, RowScope::Model, {0.01, 0.02, 0.04, 0.03, 1.05}, {}}});
    const auto& rows = story->methods.rows;
    const auto at = [&](Evidence evidence) {
      return static_cast<std::size_t>(
          std::find_if(rows.begin(), rows.end(), [&](const MethodAgainstRaw& row) { return row.is(evidence); }) -
          rows.begin());
    };
    QCOMPARE(story->strongest(rows[at(Evidence::Relevance)]), std::optional<Index>(2));
    QCOMPARE(story->strongest(rows[at(Evidence::GradientInput)]), std::optional<Index>(4));
    const MethodsFigure figure(story);
    const std::vector<PlacedText> notes = figure.layout({1200, 800}).frame.notes;
    QVERIFY(std::any_of(notes.begin(), notes.end(),
                        [](const PlacedText& note) { return note.text.contains(QStringLiteral("1.05")); }));
    story->head.attention = AttentionType::Cross;  // Another text's tokens are not its own.
    QCOMPARE(story->strongest(rows[at(Evidence::Relevance)]), std::optional<Index>(4));
  }

  void disagreementIsSaidInWords() {
    const MethodsFigure same(plantedMethods({6, 0.5, 2, 1, 0.4}));
    QVERIFY(same.warning().isEmpty());
    const MethodsFigure other(plantedMethods({0.1, 0.9, 0.2, 0.3, 0.8}));
    QVERIFY(other.warning().contains(QStringLiteral("“cat” first by the weights, “the” by value-weighted norm")));
    for (const QSizeF size : {QSizeF(960, 640), QSizeF(420, 380)}) {
      const MethodsLayout layout = other.layout(size);
      QVERIFY(!layout.warning.empty());
      QCOMPARE(layout.rows.size(), std::size_t(4));
      const QRectF whole(QPointF(), size);
      for (std::size_t r = 0; r < layout.rows.size(); ++r) {
        const MethodsLayout::Row& row = layout.rows[r];
        QVERIFY(whole.contains(row.plot) && whole.contains(row.name.box));
        QVERIFY(row.name.box.right() <= row.plot.left());
        if (row.agreement) QVERIFY(row.agreement->box.left() >= row.plot.right());
        if (r > 0) QVERIFY(row.plot.top() >= layout.rows[r - 1].plot.bottom());
      }
    }
    const auto spots = other.spots({960, 640});
    QCOMPARE(spots.size(), std::size_t(20));
    QCOMPARE(spots[6].text, QStringLiteral("value-weighted norm: “the” 0.9"));
    QCOMPARE(spots[6].key, Index(1));
    QVERIFY(!MethodsFigure(withoutText(plantedMethods({1, 2, 3, 4, 5}))).altText().contains(QStringLiteral("cat")));
  }

  void longNamesOfSpecialTokensAreShortUnderTheBars() {
    auto story = std::make_shared<MethodsReport>(*plantedMethods({6, 0.5, 2, 1, 0.4}));
    story->tokens.front().special = true;
    story->tokens.front().text = story->tokens.front().display = "<|endoftext|>";
    const MethodsLayout layout = MethodsFigure(story).layout({960, 640});
    QCOMPARE(layout.line.labels.front().text, QStringLiteral("⟨eot⟩"));
    QString notes;
    for (const PlacedText& line : layout.frame.notes) notes += line.text + QLatin1Char(' ');
    QVERIFY2(notes.contains(QStringLiteral("⟨eot⟩ = <|endoftext|>")), qPrintable(notes));
  }

  void theMethodsFollowTheSelection() {
    MainWindow window(coreEngine());
    open(window);
    auto* shown = qobject_cast<MethodsWindow*>(window.windows().open("methods"));
    QTRY_VERIFY_WITH_TIMEOUT(shown->story() != nullptr, 60000);
    window.workspace().selection()->setHead({2, 1});
    window.workspace().selection()->setToken(7);
    QCOMPARE(shown->story()->head, (HeadId{2, 1}));
    QCOMPARE(shown->story()->query, Index(7));
    const TraceMaps weights(window.workspace().result()->trace);
    QVERIFY(std::abs(shown->story()->methods.rows.front().row[3] - static_cast<double>(weights.weights({2, 1})(7, 3))) <
            1e-5);
    // What the prediction at that token owes to others follows.
    const auto has = [&](auto method) {
      const auto& rows = shown->story()->methods.rows;
      return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.is(method); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(has(Evidence::Hiding) && has(Evidence::GradientAttention), 60000);
    QVERIFY(has(Method::ValueZeroing) && has(Evidence::Relevance) && has(Evidence::IntegratedGradients));
    QVERIFY(!shown->story()->prediction.isEmpty());
    child<QAbstractButton>(shown, "methodsSlow").click();
    QTRY_VERIFY_WITH_TIMEOUT(!has(Method::ValueZeroing), 60000);
    QVERIFY(!has(Evidence::Hiding) && has(Evidence::Relevance));
  }

  void theTableHasTheNumbersOfCore() {
    MainWindow window(coreEngine());
    open(window);
    auto* table = qobject_cast<HeadTableWindow*>(window.windows().open("headTable"));
    QTRY_VERIFY_WITH_TIMEOUT(table->story() != nullptr, 60000);
    const ModelFolder model = *window.workspace().model();
    const auto trace = window.workspace().result()->trace;
    const auto expected =
        computeHeadTable(model, trace, AttentionType::Self, TraceMaps(trace),
                         probeInduction(*model.model, probeSetup(model)));
    std::vector<MeasuredHead> measured;
    for (const HeadFacts& facts : expected) measured.push_back({"raw", facts});
    std::ostringstream csv;
    writeCsv(headTableFile(measured), csv);
    QTemporaryDir folder;
    const std::string path = folder.filePath("heads.csv").toStdString();
    table->save(path);
    std::ifstream file(path);
    QCOMPARE(std::string(std::istreambuf_iterator<char>(file), {}), csv.str());
    QVERIFY_THROWS_EXCEPTION(Error, table->save(folder.filePath("heads.txt").toStdString()));

    // Sorted by a number, the largest first.
    auto& view = child<QTableView>(table, "headTable");
    const int column = HeadTableModel::kNumbersFrom + 14;  // probe_induction
    QCOMPARE(headColumns()[14].name, std::string_view("probe_induction"));
    view.sortByColumn(column, Qt::DescendingOrder);
    QCOMPARE(view.model()->rowCount(), static_cast<int>(expected.size()));
    for (int row = 1; row < view.model()->rowCount(); ++row)
      QVERIFY(view.model()->index(row - 1, column).data(Qt::UserRole).toDouble() >=
              view.model()->index(row, column).data(Qt::UserRole).toDouble());
    const auto most = std::max_element(expected.begin(), expected.end(), [](const auto& a, const auto& b) {
      return a.probe->inductionRaw < b.probe->inductionRaw;
    });
    emit view.activated(view.model()->index(0, 0));
    QCOMPARE(window.workspace().selection()->head(), most->head);

    // Filtered by layer and by label; the chart shows what is left.
    child<QLineEdit>(table, "headTableHeads").setText(QStringLiteral("1.*"));
    QCOMPARE(view.model()->rowCount(), window.workspace().model()->info.heads);
    const auto& canvas = child<FigureCanvas>(table, "headTableChart");
    QCOMPARE(canvas.figure()->spots(QSizeF(600, 300)).size(), std::size_t(view.model()->rowCount()));
    child<QLineEdit>(table, "headTableHeads").clear();
    auto& labels = child<QComboBox>(table, "headTableLabels");
    const int induction = labels.findData(static_cast<int>(HeadLabel::Induction));
    QVERIFY(induction > 0);
    labels.setCurrentIndex(induction);
    const auto count = std::count_if(expected.begin(), expected.end(), [](const HeadFacts& facts) {
      return facts.labelling.label == HeadLabel::Induction;
    });
    QCOMPARE(view.model()->rowCount(), static_cast<int>(count));
  }

  void aRightClickOnAHeatmapReachesItsPanel() {
    MainWindow window(coreEngine());
    open(window);
    auto& plot = child<QCustomPlot>(window.panelArea().panels().front()->view(), "heatmapPlot");
    const QPoint place = plot.rect().center();
    QContextMenuEvent click(QContextMenuEvent::Mouse, place, plot.mapToGlobal(place));
    QApplication::sendEvent(&plot, &click);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    // By another method the panel is read anew, and shows what core computes.
    auto& methodMenu = child<QMenu>(menu, "methodMenu");
    QCOMPARE(methodMenu.actions().size(), static_cast<qsizetype>(methods().size()));
    QVERIFY(methodMenu.actions()[0]->isChecked());
    methodMenu.actions()[1]->trigger();
    menu->close();
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result()->methods.contains(Method::Norm), 20000);
    const Panel& panel = *window.panelArea().panels().front();
    QTRY_COMPARE(panel.figure()->context().lenses, QStringLiteral("value-weighted norm"));
    const auto& result = *window.workspace().result();
    const RowSumMaps expected(attentionBy(Method::Norm, result.request.model->model, result.trace));
    QVERIFY(panel.figure()->maps()->weights(panel.head()) == expected.weights(panel.head()));
  }

  void theTokensAreColouredBySurprise() {
    MainWindow window(coreEngine());
    open(window);
    auto& strip = child<TokenStrip>(window, "tokenStrip");
    auto& legend = child<SurpriseTint>(window, "surpriseLegend");
    QVERIFY(strip.tints().empty() && !legend.isVisible());
    window.act("surpriseAction");
    QVERIFY(legend.isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!strip.tints().empty(), 20000);
    const auto& trace = *window.workspace().result()->trace;
    const auto expected = tokenSurprisal(*window.workspace().model(), trace);
    const ColourMap map = screenStyle().map();
    QCOMPARE(strip.tints().size(), expected.size());
    QVERIFY(!strip.tints()[0]);  // Nothing stands before it.
    QCOMPARE(legend.scale().max, std::log(static_cast<double>(window.workspace().model()->info.vocabulary)));
    for (std::size_t i = 1; i < expected.size(); ++i) {
      QCOMPARE(legend.surprise()[i], expected[i]);
      QCOMPARE(strip.tints()[i]->rgb(), map.colour(legend.scale().position(*expected[i])).rgb());
    }
    // What is repeated surprises less.
    QVERIFY(*expected[12] + *expected[13] + *expected[14] < *expected[2] + *expected[3] + *expected[4]);
    strip.setFocus();
    QTest::keyClick(&strip, Qt::Key_Right);
    QVERIFY(strip.accessibleDescription().contains(QStringLiteral("surprisal ") + numberText(*expected[1], 2)));
    // Another text is coloured anew.
    window.workspace().setTexts("Quite another text", {});
    QTRY_VERIFY_WITH_TIMEOUT(strip.tints().size() == window.workspace().result()->maps->queryTokens().size() &&
                                 window.workspace().text() == "Quite another text",
                             20000);
    window.act("surpriseAction");
    QVERIFY(strip.tints().empty() && !legend.isVisible());
  }

  void theChartPlacesEveryHead() {
    HeadsReport story;
    story.model = QStringLiteral("small");
    for (int layer = 0; layer < 3; ++layer)
      for (int head = 0; head < 2; ++head) {
        MeasuredHead measured{"raw", {}};
        measured.facts.head = {layer, head};
        measured.facts.metrics.rows = 5;
        measured.facts.metrics.entropy = layer + 0.25 * head;
        story.heads.push_back(measured);
      }
    story.heads[3].facts.labelling.label = HeadLabel::Induction;
    const HeadChartFigure figure(std::make_shared<const HeadsReport>(story), "entropy");
    const HeadChartLayout layout = figure.layout({600, 400});
    QCOMPARE(layout.dots.size(), std::size_t(6));
    QCOMPARE(layout.least, 0.0);
    QVERIFY(layout.most >= 2.25 && layout.most < 3);
    for (std::size_t i = 0; i < layout.dots.size(); ++i) {
      QVERIFY(layout.plot.contains(layout.dots[i]));
      const double value = story.heads[i].facts.metrics.entropy;
      const double share = (value - layout.least) / (layout.most - layout.least);
      QVERIFY(std::abs(layout.dots[i].y() - (layout.plot.bottom() - share * layout.plot.height())) < 1e-6);
    }
    QVERIFY(layout.dots[0].x() < layout.dots[1].x() && layout.dots[1].x() < layout.dots[2].x());
    QCOMPARE(figure.spots({600, 400})[3].text, QStringLiteral("L1 H1 (induction): 1.250"));
    QVERIFY(figure.altText().contains(QStringLiteral("2.250, head L2 H1")));
    // A number that no causal head has.
    const HeadChartFigure none(std::make_shared<const HeadsReport>(story), "symmetric");
    QVERIFY(none.layout({600, 400}).dots.empty());
  }
};

HEADLIGHT_TEST(TestHeadCharts)
#include "test_head_charts.moc"
