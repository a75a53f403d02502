#include <qcustomplot.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <cmath>
#include <filesystem>

#include "core/base/error.h"
#include "core/circuits/edges.h"
#include "core/findings/analysis_methods.h"
#include "core/findings/asked_metric.h"
#include "core/model/model_locations.h"
#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/charts/circuits/circuits_window.h"
#include "ui/charts/circuits/graph_figure.h"
#include "ui/charts/circuits/grid_figure.h"
#include "ui/charts/circuits/head_grid_figure.h"
#include "ui/charts/circuits/scored_text_figure.h"
#include "ui/charts/typed_outcome.h"
#include "ui/figures/head_words.h"
#include "ui/state/samples.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/theme.h"
#include "ui/window/main_window.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;

namespace {

constexpr const char *kFoster = "Tom Brown whistled. Nobody answered Tom",
                     *kRepeatedName = "Tom Sawyer whistled. Nobody answered Tom";
const QList<QSizeF> kSizes = {{520, 400}, {900, 600}, {1280, 800}, {700, 1000}};

/// Findings of made numbers: `axes` with the numbers of `value`.
std::shared_ptr<const FindingsReport> made(const char* tensor, std::vector<TensorAxis> axes,
                                           const std::function<double(std::size_t)>& value, std::size_t tokens = 0) {
  auto report = std::make_shared<FindingsReport>();
  report->view = circuitViewNamed(tensor);
  report->found = {madeTensor(tensor, std::move(axes))};
  for (std::size_t i = 0; i < report->found.front().values.size(); ++i) report->found.front().values[i] = value(i);
  for (std::size_t i = 0; i < tokens; ++i) {
    Token token;
    token.text = token.display = " word" + std::to_string(i);
    report->tokens.push_back(token);
  }
  report->model = QStringLiteral("made");
  return report;
}

double wave(std::size_t i) { return std::sin(static_cast<double>(i) * 1.7); }

/// A picture of the built-in model, of the texts above.
std::shared_ptr<const FindingsReport> asked(const char* tensor) {
  static const Source model = coreEngine().open(findModel("gpt"), {});
  const auto runOf = [](const char* text) {
    return read(model, Input{TextInput{std::string(text), std::nullopt}}).firstDraw;
  };
  const CircuitView& view = circuitViewNamed(tensor);
  const AnalysisMethod& method = analysisMethodNamed(view.method);
  AnalysisQuestion question;
  question.model = model.model;
  question.a = runOf(kFoster);
  if (method.reads("other-text")) question.b = runOf(kRepeatedName);
  const Index last = static_cast<Index>(question.a->encoding.size()) - 1;
  if (method.reads("target"))
    question.metric = settledMetric({last, typedOutcome(model, "S"), typedOutcome(model, "F")}, *question.a, question.b.get());
  question.settings.cells = {{{3, 4}, last, 1}};
  auto report = std::make_shared<FindingsReport>(tellFindings(model, view, std::move(question)));
  report->text = QString::fromUtf8(kFoster);
  return report;
}

}  // namespace

class TestCircuitCharts : public QObject {
  Q_OBJECT

 private slots:
  void everyMethodOfThePicturesIsOne() {
    for (const CircuitView& view : circuitViews()) {
      const AnalysisMethod& method = analysisMethodNamed(view.method);
      const std::string value(view.value);
      QCOMPARE(value.empty(), method.values.empty());
      QVERIFY(value.empty() || std::find(method.values.begin(), method.values.end(), value) != method.values.end());
      QVERIFY(!circuitViewName(view).isEmpty() && !circuitMethodTells(view.method).isEmpty());
    }
    QVERIFY_THROWS_EXCEPTION(Error, circuitViewNamed("patch.zz"));
  }

  void gridsHaveTheirPlace() {
    const std::vector<std::pair<std::shared_ptr<const FindingsReport>, bool>> all = {
        {made("patch.stream", {{"layer", 12}, {"token", 40}}, wave, 40), false},
        {made("patch.stream", {{"layer", 4}, {"token", 6}}, wave, 6), true},
        {made("attribution.A", {{"layer", 4}, {"head", 8}, {"source", 12}}, wave, 12), true},
        {made("score_parts.0", {{"query_writer", 30}, {"key_writer", 20}}, wave), false}};
    for (const QSizeF size : kSizes)
      for (const auto& [report, numbers] : all) {
        const GridFigure figure(report, {});
        const FindingsGridLayout layout = figure.layout(size);
        const QRectF page(QPointF(), size);
        QVERIFY(page.contains(layout.grid));
        QVERIFY(page.contains(layout.legend.bar));
        if (numbers && size == QSizeF(1280, 800)) QVERIFY(layout.wordSize >= kSmallestLabel);
        for (const PlacedText& label : layout.rowLabels) QVERIFY(page.contains(label.box));
        for (const PlacedText& sum : layout.rowSums) QVERIFY(page.contains(sum.box));
        for (const QRectF& bar : layout.rowBars) QVERIFY(layout.beside.adjusted(-1, -1, 1, 1).contains(bar));
        for (const QRectF& bar : layout.columnBars) QVERIFY(layout.below.adjusted(-1, -1, 1, 1).contains(bar));
        // Bars and legend lie apart.
        QVERIFY(layout.beside.isEmpty() || layout.beside.right() < layout.legend.bar.left());
        QVERIFY(layout.cellRect(1, 0).top() > layout.cellRect(0, 0).top());
        for (const FigureSpot& spot : figure.spots(size)) QVERIFY(page.adjusted(-1, -1, 1, 1).contains(spot.rect));
      }
  }

  // Hidden is not 0: above or below the diagonal no token sees the other.
  void whatIsNotSeenIsNoNumber() {
    const auto below = [](std::size_t i) { return i / 4 >= i % 4 ? 0.5 : 0.0; };
    const NumberGrid causal = numberGridOf(*made("chefer", {{"query", 4}, {"key", 4}}, below, 4));
    const NumberGrid all = numberGridOf(*made("chefer", {{"query", 4}, {"key", 4}}, wave, 4));
    const NumberGrid later = numberGridOf(*made(
        "remove.hide.A.kl", {{"removed", 4}, {"token", 4}}, [](std::size_t i) { return i / 4 <= i % 4 ? 0.5 : 0.0; },
        4));
    for (Index row = 0; row < 4; ++row)
      for (Index column = 0; column < 4; ++column) {
        QCOMPARE(std::isinf(causal.at(row, column)), column > row);
        QCOMPARE(std::isinf(later.at(row, column)), column < row);
        QVERIFY(std::isfinite(all.at(row, column)));
      }
  }

  // Heads and labels are called the same in every picture.
  void writersAndTestsHaveOneName() {
    auto report =
        std::make_shared<FindingsReport>(*made("score_parts.0", {{"query_writer", 3}, {"key_writer", 3}}, wave));
    for (TensorAxis& axis : report->found.front().axes) axis.labels = {"embedding", "head 1.3", "mlp 4"};
    QStringList names;
    for (const NumberGrid::Line& line : numberGridOf(*report).rows) {
      names << line.label;
      QCOMPARE(line.head, line.label == u"L1 H3" ? std::optional(HeadId{1, 3}) : std::nullopt);
    }
    names.sort();
    QCOMPARE(names, (QStringList{"L1 H3", "MLP 4", "embedding"}));
    QCOMPARE(headTestName("diffuse"), QStringLiteral("Diffuse"));
    QCOMPARE(headTestName("own_token"), QStringLiteral("Own token"));
    QCOMPARE(headTestName("retrieval"), QStringLiteral("Retrieval"));
  }

  void rowsAreSortedByTheirSums() {
    const auto report = made("attribution.A", {{"layer", 6}, {"head", 8}, {"source", 5}}, wave, 5);
    const NumberGrid grid = numberGridOf(*report);
    QCOMPARE(grid.rows.size(), kMostSortedLines);
    QCOMPARE(grid.leftOut, Index(48 - static_cast<Index>(kMostSortedLines)));
    for (std::size_t row = 0; row + 1 < grid.rows.size(); ++row)
      QVERIFY(std::abs(grid.rows[row].sum) >= std::abs(grid.rows[row + 1].sum));
    const NumberGrid::Line& first = grid.rows.front();
    double sum = 0;
    for (Index token = 0; token < 5; ++token) {
      QCOMPARE(grid.at(0, token), report->found.front()({first.head->layer, first.head->head, token}));
      sum += grid.at(0, token);
    }
    QVERIFY(std::abs(sum - first.sum) < 1e-12);
  }

  void headsLieAsInTheAtlas() {
    const auto report = made("patch.z", {{"layer", 4}, {"head", 8}}, wave);
    const HeadGridFigure figure(report, {});
    QVERIFY(figure.scale().diverging);
    for (const QSizeF size : kSizes) {
      const AtlasLayout layout = figure.layout(size);
      const auto spots = figure.spots(size);
      QCOMPARE(spots.size(), std::size_t{32});
      QCOMPARE(spots[9].head, std::optional(HeadId{1, 1}));
      QCOMPARE(spots[9].rect, layout.mapRect({1, 1}));
      QVERIFY(layout.mapRect({1, 0}).top() > layout.mapRect({0, 0}).top());
      QVERIFY(spots[9].text.contains(signedNumberText(wave(9), 4)));
      for (const FigureSpot& spot : spots) QVERIFY(QRectF(QPointF(), size).contains(spot.rect));
    }
    // No number is not 0.
    const auto holes = made("ov_copying.raw", {{"layer", 2}, {"head", 2}},
                            [](std::size_t i) { return i == 1 ? std::nan("") : 0.5; });
    QCOMPARE(HeadGridFigure(holes, {}).spots({900, 600}).size(), std::size_t{3});
  }

  void theTextIsTinted() {
    const auto report = made("remove.hide.A.delta", {{"removed", 9}}, wave, 9);
    const ScoredTextFigure figure(report, {});
    for (const QSizeF size : kSizes) {
      const auto spots = figure.spots(size);
      QCOMPARE(spots.size(), std::size_t{9});
      QCOMPARE(spots[4].query, Index{4});
      QVERIFY(spots[4].text.contains(signedNumberText(wave(4), 4)));
      for (std::size_t i = 0; i + 1 < spots.size(); ++i)
        QVERIFY(!spots[i].rect.adjusted(1, 1, -1, -1).intersects(spots[i + 1].rect));
    }
  }

  void graphsGoFromLeftToRight() {
    const auto report = asked("edges.eap");
    for (const double threshold : {0.02, 0.3}) {
      const GraphFigure figure(report, {}, threshold);
      const HeadGraph& graph = figure.graph();
      QVERIFY(!graph.edges.empty() && graph.edges.size() <= kMostEdges);
      const NamedTensor& tensor = *report->painted();
      double largest = 0;
      std::size_t all = 0;
      for (const double value : tensor.values)
        if (std::isfinite(value) && value != 0) {
          largest = std::max(largest, std::abs(value));
          ++all;
        }
      QCOMPARE(std::abs(graph.edges.front().value), largest);
      QCOMPARE(graph.edges.size() + graph.leftOut, all);
      for (const HeadGraph::Edge& edge : graph.edges) {
        QVERIFY(std::abs(edge.value) >= threshold * largest);
        QVERIFY(graph.nodes[edge.from].column < graph.nodes[edge.to].column);
        QCOMPARE(edge.reads != 0, graph.nodes[edge.to].head.has_value());
      }
      for (const QSizeF size : kSizes) {
        const GraphLayout layout = figure.layout(size);
        for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
          QVERIFY(QRectF(QPointF(), size).contains(layout.nodes[i]));
          for (std::size_t j = 0; j < i; ++j) QVERIFY(!layout.nodes[i].intersects(layout.nodes[j]));
        }
        for (const GraphLayout::Curve& curve : layout.edges) QVERIFY(curve.from.x() < curve.to.x());
      }
    }
  }

  // The encoder's columns come first; only keys and values of cross-attention read it.
  void twoStacksLieBesideEachOther() {
    const auto t5 = Model::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models/t5");
    const std::vector<EdgeNode> sources = edgeSources(*t5), targets = edgeTargets(*t5);
    std::vector<TensorAxis> axes = {{"source", 0}, {"target", 0}};
    for (const auto& [axis, nodes] : {std::pair{&axes[0], &sources}, std::pair{&axes[1], &targets}}) {
      for (const EdgeNode& node : *nodes) axis->labels.push_back(nameOf(node));
      axis->size = static_cast<Index>(nodes->size());
    }
    const auto report = made("edges.eap", std::move(axes), [&](std::size_t i) {
      return comesBefore(*t5, sources[i / targets.size()], targets[i % targets.size()]) ? wave(i) : 0.0;
    });
    const GraphFigure figure(report, {}, 0);
    const HeadGraph& graph = figure.graph();
    QCOMPARE(graph.edges.size(), kMostEdges);
    bool crossed = false;
    for (const HeadGraph::Edge& edge : graph.edges) {
      const HeadGraph::Node &from = graph.nodes[edge.from], &to = graph.nodes[edge.to];
      QVERIFY(from.column < to.column);
      QCOMPARE(edge.reads != 0, to.head.has_value());
      const auto encoder = [](const HeadGraph::Node& node) { return node.above.contains(QStringLiteral("encoder")); };
      const bool reads = to.head && to.head->attention == AttentionType::Cross && edge.reads != 'q';
      QCOMPARE(encoder(from), encoder(to) || reads);
      crossed = crossed || reads;
      if (to.head) QCOMPARE(to.above, QStringLiteral("L%1").arg(to.head->layer) + attentionNote(to.head->attention));
    }
    QVERIFY(crossed);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        QVERIFY(graph.nodes[i].column != graph.nodes[j].column || graph.nodes[i].row != graph.nodes[j].row);
  }

  void compositionsAboveChanceAreEdges() {
    const HeadGraph graph = headGraphOf(*asked("composition_K.folded"), 0.5);
    QVERIFY(!graph.edges.empty());
    for (const HeadGraph::Edge& edge : graph.edges) {
      QVERIFY(edge.value > 0);
      QCOMPARE(edge.reads, 'k');
    }
  }

  // An attribution adds up to what the model answers, whatever rows are shown.
  void sumsAreThoseOfTheMethod() {
    const auto report = asked("attribution.A");
    const NumberGrid grid = numberGridOf(*report);
    const NamedTensor& tensor = *report->painted();
    for (const NumberGrid::Line& row : grid.rows) {
      if (!row.head) continue;
      double sum = 0;
      for (Index token = 0; token < tensor.axes[2].size; ++token) sum += tensor({row.head->layer, row.head->head, token});
      QVERIFY(std::abs(sum - row.sum) < 1e-9);
    }
  }

  void everyShapeOfTheModelIsPainted_data() {
    QTest::addColumn<QString>("tensor");
    for (const char* tensor : {"attribution.B", "patch.stream", "patch.z", "patch.z_by_token", "ablate.zero.z",
                               "remove.hide.A.delta", "remove.hide.A.kl", "score_parts.0", "edges.eap", "lens.top",
                               "lens.answer_rank", "chefer", "atp.k", "composition_Q.raw", "ov_copying.folded"})
      QTest::newRow(tensor) << QString(tensor);
  }
  void everyShapeOfTheModelIsPainted() {
    QFETCH(QString, tensor);
    const auto report = asked(tensor.toUtf8().constData());
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
      FigureStyle style;
      style.theme = theme;
      const auto figure = makeFindingsFigure(report, style);
      QVERIFY(!figure->title().isEmpty() && figure->altText().size() > 40);
      QVERIFY(!figure->spots({1280, 800}).empty());
      QImage image(1280, 800, QImage::Format_RGB32);
      image.fill(Qt::magenta);
      QCPPainter painter(&image);
      figure->paint(painter, image.rect());
      painter.end();
      QVERIFY(image.pixelColor(3, 3) == style.inks().paper);
    }
    // Nothing of the text is left without it.
    const auto bare = makeFindingsFigure(withoutText(report), {});
    QString all = bare->altText() + bare->title();
    for (const FigureSpot& spot : bare->spots({1280, 800})) all += spot.text;
    for (const char* word : {"Tom", "Foster", "Sawyer", "whistled", "Nobody"})
      QVERIFY2(!all.contains(QLatin1String(word)), word);
  }

  void theWindowMeasuresAndOpensHeads() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = openingState();
    state.text = kFoster;
    window.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    auto* circuits = qobject_cast<CircuitsWindow*>(window.windows().open("circuits"));
    QVERIFY(circuits);
    auto& says = child<QLabel>(circuits, "circuitsSays");
    auto& run = child<QPushButton>(circuits, "circuitsRun");
    // One text has an attribution; what compares says that it lacks the second.
    QTRY_VERIFY(run.isEnabled());
    circuits->show("attribution.A");
    QTRY_VERIFY_WITH_TIMEOUT(circuits->report() != nullptr, 20000);
    circuits->show("patch.z");
    QVERIFY(!run.isEnabled());
    QVERIFY(says.text().contains(QStringLiteral("two texts")));
    QVERIFY(!circuits->report());
    window.workspace().setOtherText(TextInput{std::string("Tom"), std::nullopt});
    QTRY_VERIFY_WITH_TIMEOUT(says.text().contains(QStringLiteral("equally many tokens:")), 20000);
    window.workspace().setOtherText(TextInput{std::string(kRepeatedName), std::nullopt});
    QTRY_VERIFY_WITH_TIMEOUT(run.isEnabled(), 20000);
    auto& target = child<QComboBox>(circuits, "circuitsTarget");
    target.setEditText(QStringLiteral("S"));
    child<QComboBox>(circuits, "circuitsAgainst").setEditText(QStringLiteral("F"));
    circuits->measure();
    QTRY_VERIFY_WITH_TIMEOUT(circuits->report() && circuits->report()->view.tensor == "patch.z", 20000);
    QCOMPARE(circuits->report()->target, QStringLiteral("S"));
    QCOMPARE(circuits->report()->other, QString::fromUtf8(kRepeatedName));
    // Its name has room among the pictures of the question.
    const auto& shown = child<QComboBox>(circuits, "circuitsView");
    QVERIFY(shown.width() > shown.fontMetrics().horizontalAdvance(shown.currentText()) + 16);
    // The same numbers as the method itself.
    const auto expected = asked("patch.z");
    QTRY_COMPARE_WITH_TIMEOUT(circuits->report()->painted()->values, expected->painted()->values, 20000);
    // A click opens the head.
    auto& canvas = child<FigureCanvas>(circuits, "circuitsChart");
    QTRY_VERIFY(canvas.isVisible());
    const HeadGridFigure figure(circuits->report(), screenStyle());
    const QPointF cell = figure.layout(QSizeF(canvas.size())).mapRect({3, 4}).center();
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, cell.toPoint());
    QCOMPARE(window.workspace().selection()->head(), (HeadId{3, 4}));
    if (const QString folder = qEnvironmentVariable("HEADLIGHT_GALLERY"); !folder.isEmpty()) {
      circuits->resize(1120, 720);
      circuits->grab().save(folder + QStringLiteral("/circuits_window.png"));
    }
    // The picture stays as it is, and can be copied as a command.
    QCOMPARE(circuits->report()->view.tensor, std::string_view("patch.z"));
    child<QPushButton>(circuits, "circuitsCopy").click();
    QCOMPARE(
        QApplication::clipboard()->text(),
        QStringLiteral("headlight figure --model gpt --text 'Tom Brown whistled. Nobody answered Tom' --view "
                       "circuits --show patch.z --other-text 'Tom Sawyer whistled. Nobody answered Tom' --position "
                       "%1 --target ' S' --against ' F' -o circuits.png")
            .arg(circuits->report()->metric.row));
    // What is no token is said, and the picture stays.
    target.setEditText(QStringLiteral("notatokenatall"));
    circuits->measure();
    QTRY_VERIFY(says.isVisible());
    QCOMPARE(circuits->report()->target, QStringLiteral("S"));
  }
};

HEADLIGHT_TEST(TestCircuitCharts)
#include "test_circuit_charts.moc"
