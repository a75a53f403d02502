#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

#include "core/analysis/head_ranking.h"
#include "core/analysis/head_table.h"
#include "core/analysis/similarity.h"
#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "ui/figures/heads_report.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panels/panel_header.h"
#include "ui/panes/comparison_pane.h"
#include "ui/panes/token_strip.h"
#include "ui/reading/history.h"
#include "ui/state/session_file.h"
#include "ui/views/atlas_view.h"
#include "ui/views/heatmap_view.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/query_field.h"
#include "ui/window/main_window.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;

namespace {

constexpr RunId kTextB{0, 1};

struct OpenedComparison {
  FakeEngine fake;
  MainWindow window{fake.engine()};

  OpenedComparison() {
    WorkspaceState state;
    state.model = "/models/small";
    state.text = "the cat sat on it";
    state.head = {1, 2};
    state.panels = openingPanels();
    window.resize(1400, 900);
    window.show();
    window.openState(state);
    if (!QTest::qWaitFor([this] { return workspace().result() != nullptr; })) qFatal("no result");
  }

  Workspace& workspace() { return window.workspace(); }
  const std::vector<Panel*>& panels() { return window.panelArea().panels(); }
  bool settle() {
    return QTest::qWaitFor([this] { return !workspace().isRunning() && !workspace().isOpening(); }, 20000);
  }
  void compareWith(const QString& text) {
    window.act("compareTextsAction");
    child<QPlainTextEdit>(window, "textB").setPlainText(text);
    if (!QTest::qWaitFor([&] { return workspace().otherText()->text == text.toStdString(); }) || !settle())
      qFatal("not compared");
  }
};

}  // namespace

class TestComparing : public QObject {
  Q_OBJECT
 private slots:
  void init() { QSettings().clear(); }

  void anotherTextComesWithItsPictureAndTheDifference() {
    OpenedComparison opened;
    opened.window.act("compareTextsAction");
    QPlainTextEdit& other = child<QPlainTextEdit>(opened.window, "textB");
    QVERIFY(other.isVisible());
    QCOMPARE(other.toPlainText(), QString("the cat sat on it"));
    QCOMPARE(opened.panels().size(), std::size_t(4));
    QVERIFY(opened.settle());
    const int runs = opened.fake.runsFinished;
    other.setPlainText("the black cat sat on it");
    QTRY_COMPARE(opened.workspace().otherText()->text, std::string("the black cat sat on it"));
    QVERIFY(opened.settle());
    // Only what has changed was read again.
    QCOMPARE(opened.fake.runsFinished.load(), runs + 1);
    QCOMPARE(opened.panels()[2]->view()->figure().maps(), opened.workspace().results()[kTextB]->maps);
    const AttentionFigure& difference = opened.panels()[3]->view()->figure();
    QVERIFY(difference.context().difference);
    QCOMPARE(difference.maps()->queries(), Index(7));
    QVERIFY(std::isnan(difference.maps()->weights(HeadId{1, 2})(2, 0)));
    QVERIFY(opened.panels()[3]->title().endsWith("− text B"));
    // Without the other text the panels go back to the first.
    opened.window.act("compareTextsAction");
    QVERIFY(!other.isVisible());
    for (const PanelState& panel : opened.workspace().panels()) QVERIFY(panel.source == RunId{} && !panel.minus);
    QVERIFY(!opened.workspace().results()[kTextB]);
    opened.window.act("undoAction");
    QVERIFY(opened.settle());
    QVERIFY(other.isVisible());
    QVERIFY(opened.workspace().panels()[3].minus.has_value());
  }

  void anotherModelToo() {
    OpenedComparison opened;
    opened.workspace().openOtherModel("/models/large");
    QVERIFY(opened.settle());
    QCOMPARE(opened.panels().size(), std::size_t(4));
    QCOMPARE(opened.panels()[2]->view()->figure().maps()->layers(), 12);
    QCOMPARE(child<QToolButton>(opened.window, "modelButton").text(), QString("small and large"));
    QVERIFY(opened.panels()[3]->title().endsWith("− large"));
    opened.workspace().openOtherModel("/models/broken");
    QVERIFY(opened.settle());
    QCOMPARE(opened.workspace().otherModel()->info.name, std::string("large"));
    opened.workspace().closeOtherModel();
    QVERIFY(!opened.workspace().otherModel());
    QCOMPARE(opened.panels().size(), std::size_t(2));
    QCOMPARE(opened.panels().front()->view()->figure().maps()->layers(), 4);
    opened.window.act("undoAction");
    QVERIFY(opened.settle());
    QCOMPARE(opened.workspace().otherModel()->info.name, std::string("large"));
    QCOMPARE(opened.panels().size(), std::size_t(4));
    QCOMPARE(opened.panels()[2]->view()->figure().maps()->layers(), 12);
  }

  void whatFailsIsNamedAndVeilsItsPanelsOnly() {
    OpenedComparison opened;
    opened.compareWith("fail");
    QTRY_COMPARE(opened.workspace().notice().level, Notice::Level::Error);
    QCOMPARE(opened.workspace().notice().text, QString("text B: text: expected at most 3 tokens, found 4"));
    QVERIFY(!child<QWidget>(*opened.panels()[0], "veil").isVisible());
    QVERIFY(child<QWidget>(*opened.panels()[2], "veil").isVisible());
    QVERIFY(child<QWidget>(*opened.panels()[3], "veil").isVisible());
    QVERIFY(opened.workspace().results()[kTextB]);  // The last good one.
    child<QPlainTextEdit>(opened.window, "textB").setPlainText("good again");
    QTRY_VERIFY(!child<QWidget>(*opened.panels()[2], "veil").isVisible());
    QCOMPARE(opened.workspace().notice().level, Notice::Level::None);
  }

  void typingTheFirstTextReadsTheOtherOnlyWhereItIsAsked() {
    OpenedComparison opened;
    opened.compareWith("other words here");
    const auto other = opened.workspace().results()[kTextB];
    child<QPlainTextEdit>(opened.window, "text").setPlainText("one two");
    QTRY_COMPARE(opened.workspace().result()->maps->queries(), Index(3));
    QVERIFY(opened.settle());
    QCOMPARE(opened.workspace().results()[kTextB], other);
  }

  void thePaneRanksHeadsAndOpensThem() {
    OpenedComparison opened;
    opened.compareWith("the black cat sat on it");
    child<QTabWidget>(opened.window, "sideTabs").setCurrentIndex(1);
    BarList& heads = child<BarList>(opened.window, "differingHeads");
    QTRY_COMPARE(heads.rows().size(), std::size_t(12));
    const auto sides = sidesOf(opened.workspace().panels()[3], opened.workspace().results());
    const std::vector<HeadDistance> ranking = rankDifferences(*sides->mapsA, *sides->mapsB);
    for (std::size_t i = 0; i < 12; ++i)
      QCOMPARE(heads.rows()[i].token, std::optional<Index>(ranking[i].head.layer * 8 + ranking[i].head.head));
    BarList& tokens = child<BarList>(opened.window, "differingTokens");
    QTRY_VERIFY(!tokens.rows().empty());
    const Comparison comparison = compareHeads(*sides->mapsA, {1, 2}, *sides->mapsB, {1, 2});
    double largest = 0;
    for (const std::optional<double>& row : comparison.rowDivergence) largest = std::max(largest, row.value_or(0));
    QCOMPARE(tokens.rows().front().share, largest / std::log(2.0));
    QVERIFY(child<QLabel>(opened.window, "comparisonFacts")
                .text()
                .contains(QString::number(comparison.divergence, 'f', 4)));
    emit heads.tokenChosen(*heads.rows()[0].token);
    QCOMPARE(opened.panels().size(), std::size_t(5));
    QVERIFY(opened.workspace().panels()[4].pinned == ranking[0].head);
    QVERIFY(opened.workspace().panels()[4].minus == (PanelMinus{kTextB, {}}));
  }

  /// A step through the picture, or another colour, asks nothing of the heads again; another head does.
  void whatIsInViewIsNoQuestion() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    ComparisonPane pane(&workspace);
    pane.show();
    WorkspaceState state;
    state.model = "/models/small";
    state.text = "the cat sat on it";
    state.otherText = TextInput{"the black cat sat on it", {}};
    PanelState panel;
    panel.minus = PanelMinus{kTextB, {}};
    state.panels = {panel};
    workspace.setState(state);
    pane.setPanel(panel);
    QTRY_COMPARE(child<BarList>(pane, "differingHeads").rows().size(), std::size_t(12));
    const QWidget& running = child<QWidget>(pane, "rankingProgress");
    QTRY_VERIFY(!running.isVisible() && !child<BarList>(pane, "differingTokens").rows().empty());
    const int read = fake.weightsRead;
    for (const double left : {0.0, 1.0, 2.0}) {
      workspace.setZoom(0, QRectF(left, left, 3, 3));
      pane.setPanel(workspace.panels()[0]);
      QVERIFY(!running.isVisible());
    }
    PanelState drawn = workspace.panels()[0];
    drawn.scale = ScaleKind::Log;
    drawn.kind = PanelKind::Links;
    pane.setPanel(drawn);
    QVERIFY(!running.isVisible());
    QCOMPARE(fake.weightsRead.load(), read);
    workspace.selection()->setHead({2, 1});
    QVERIFY(running.isVisible());
    QTRY_VERIFY(!running.isVisible());
    QVERIFY(fake.weightsRead > read);
  }

  void markedHeadsAreComparedOrPutTogether() {
    OpenedComparison opened;
    AtlasView& atlas = child<AtlasView>(opened.window, "atlas");
    QWidget& bar = child<QWidget>(opened.window, "markedBar");
    QVERIFY(!bar.isVisible());
    atlas.setMarked({{0, 1}, {2, 5}});
    QVERIFY(bar.isVisible());
    child<QToolButton>(opened.window, "compareMarked").click();
    QCOMPARE(opened.panels().size(), std::size_t(5));
    QVERIFY(opened.workspace().panels()[2].pinned == (HeadId{0, 1}));
    QVERIFY(opened.workspace().panels()[4].minus == (PanelMinus{{}, HeadId{2, 5}}));
    const auto maps = opened.workspace().result()->maps;
    QCOMPARE(opened.panels()[4]->view()->figure().maps()->weights(HeadId{0, 1})(5, 3),
             maps->weights(HeadId{0, 1})(5, 3) - maps->weights(HeadId{2, 5})(5, 3));
    child<QToolButton>(opened.window, "togetherMarked").menu()->actions()[1]->trigger();
    QCOMPARE(opened.workspace().panels()[5].use, HeadCombination::Mean);
    QCOMPARE(opened.panels()[5]->title(), QString("Mean of 2 heads"));
    opened.window.act("undoAction");
    opened.window.act("undoAction");
    QCOMPARE(opened.panels().size(), std::size_t(2));
  }

  void theAtlasIsFilteredAndSorted() {
    OpenedComparison opened;
    AtlasView& atlas = child<AtlasView>(opened.window, "atlas");
    QVERIFY(atlas.figure().listed().empty());
    child<QLineEdit>(opened.window, "headFilter").setText("2.*");
    QCOMPARE(atlas.figure().listed().size(), std::size_t(8));
    child<QLineEdit>(opened.window, "headFilter").setText("");
    child<QAction>(opened.window, "orderByLikeness").trigger();
    QTRY_COMPARE(atlas.figure().listed().size(), std::size_t(32));
    QVERIFY(atlas.figure().listed()[0] == (HeadId{1, 2}));
    QVERIFY(atlas.figure().listed()[1] == rankLikeness(*opened.workspace().result()->maps, {1, 2})[0].head);
    QVERIFY(opened.workspace().state().atlas.like == (HeadId{1, 2}));
    opened.window.act("undoAction");
    QTRY_VERIFY(atlas.figure().listed().empty());
  }

  void headsAreFoundByWhatTheyDo() {
    OpenedComparison opened;
    AtlasView& atlas = child<AtlasView>(opened.window, "atlas");
    auto& filter = child<QueryField>(opened.window, "headFilter");
    const auto& maps = *opened.workspace().result()->maps;
    const std::vector<HeadFacts> facts =
        computeHeadTable(maps, std::vector<Visibility>(static_cast<std::size_t>(maps.layers())));
    std::vector<double> entropies;
    for (const HeadFacts& each : facts) entropies.push_back(each.metrics.entropy);
    std::nth_element(entropies.begin(), entropies.begin() + 16, entropies.end());
    filter.setText(QString("entropy > %1 layer >= 1").arg(entropies[16], 0, 'g', 17));
    std::vector<HeadId> expected;
    for (const HeadFacts& each : facts)
      if (each.metrics.entropy > entropies[16] && each.head.layer >= 1) expected.push_back(each.head);
    QVERIFY(!expected.empty());
    QTRY_VERIFY(atlas.figure().listed() == expected);

    // What is not understood is marked and told; what was found and what was typed stay.
    filter.setText("entropy >");
    QCOMPARE(filter.property("level").toString(), QString("error"));
    QVERIFY2(filter.problem().contains("character 10: expected a number"), qPrintable(filter.problem()));
    QVERIFY(atlas.figure().listed() == expected);
    QCOMPARE(filter.text(), QString("entropy >"));
    QVERIFY(QTest::qWaitFor([&] {
      for (const QLabel* label : opened.window.findChildren<QLabel*>("quiet"))
        if (label->isVisible() && label->text().contains("expected a number")) return true;
      return false;
    }));
    filter.setText("like:1.2 >= 0");
    QTRY_COMPARE(atlas.figure().listed().size(), std::size_t(0));  // All of them: the grid.
    QVERIFY(filter.problem().isEmpty());
    filter.setText("like:1.2 > 0.999999");
    QTRY_VERIFY(atlas.figure().listed() == std::vector<HeadId>({{1, 2}}));
    filter.setText("like:9.9");
    QTRY_VERIFY2(filter.problem().contains("9.9"), qPrintable(filter.problem()));
    filter.setText("");
    QTRY_VERIFY(atlas.figure().listed().empty());
  }

  void headsAreSortedByMetrics() {
    OpenedComparison opened;
    AtlasView& atlas = child<AtlasView>(opened.window, "atlas");
    child<QAction>(opened.window, "orderBy_entropy").trigger();
    QTRY_COMPARE(atlas.figure().listed().size(), std::size_t(32));
    const auto& maps = *opened.workspace().result()->maps;
    const std::vector<HeadFacts> facts =
        computeHeadTable(maps, std::vector<Visibility>(static_cast<std::size_t>(maps.layers())));
    const auto entropy = [&](HeadId head) {
      return std::find_if(facts.begin(), facts.end(), [head](const HeadFacts& each) { return each.head == head; })
          ->metrics.entropy;
    };
    for (std::size_t i = 1; i < 32; ++i)
      QVERIFY(entropy(atlas.figure().listed()[i - 1]) >= entropy(atlas.figure().listed()[i]));
    // The number stands with the head: in the picture, in its card.
    const HeadId first = atlas.figure().listed()[0];
    const QString number = headNumber(entropy(first));
    QVERIFY(atlas.figure().captions().at(first).startsWith(number));
    bool drawn = false;
    for (const PlacedText& label : atlas.figure().layout({600, 900}).columnLabels)
      drawn = drawn || label.text.startsWith(number);
    QVERIFY(drawn);
    QVERIFY(atlas.figure().describe(numberOf(first, maps.heads())).join(' ').contains(number));
    // Other heads can be likened in place of it, and the order is kept with the session.
    QCOMPARE(opened.workspace().state().atlas.by, std::string("entropy"));
    Session session;
    session.state = opened.workspace().state();
    QVERIFY(readSession(sessionText(session), "session").state.atlas == session.state.atlas);
    child<QAction>(opened.window, "orderByLikeness").trigger();
    QVERIFY(opened.workspace().state().atlas.by.empty());
    child<QAction>(opened.window, "orderBy_label").trigger();
    QVERIFY(!opened.workspace().state().atlas.like);
    opened.window.act("undoAction");
    opened.window.act("undoAction");
    QTRY_COMPARE(opened.workspace().state().atlas.by, std::string("entropy"));
  }

  void panelsAreMovedMaximisedAndUnlinked() {
    OpenedComparison opened;
    Workspace& workspace = opened.workspace();
    opened.window.act("newPanelAction");
    QCOMPARE(opened.panels().size(), std::size_t(3));
    // Drag the first header over the middle of the second panel.
    PanelHeader& header = opened.panels()[0]->header();
    const QPoint start(20, header.height() / 2);
    const auto within = [&](Panel* panel, double x) {
      return header.mapFromGlobal(panel->mapToGlobal(QPoint(static_cast<int>(panel->width() * x), 60)));
    };
    const auto drag = [&](QPoint to) {
      QTest::mousePress(&header, Qt::LeftButton, {}, start);
      QMouseEvent move(QEvent::MouseMove, to, header.mapToGlobal(to), Qt::LeftButton, Qt::LeftButton, {});
      QApplication::sendEvent(&header, &move);
    };
    drag(within(opened.panels()[1], 0.5));
    QVERIFY(child<QWidget>(opened.window, "dropMark").isVisible());
    QTest::mouseRelease(&header, Qt::LeftButton, {}, within(opened.panels()[1], 0.5));
    QVERIFY(!child<QWidget>(opened.window, "dropMark").isVisible());
    QCOMPARE(workspace.panels()[0].kind, PanelKind::Links);
    QCOMPARE(workspace.panels()[1].kind, PanelKind::Heatmap);
    // Escape gives a drag up.
    drag(within(opened.panels()[1], 0.5));
    QTest::keyClick(&header, Qt::Key_Escape);
    QTest::mouseRelease(&header, Qt::LeftButton, {}, within(opened.panels()[1], 0.5));
    QCOMPARE(workspace.panels()[0].kind, PanelKind::Links);
    // By keyboard.
    opened.panels()[0]->view()->setFocus();
    opened.window.act("movePanelLaterAction");
    QCOMPARE(workspace.panels()[1].kind, PanelKind::Links);
    opened.window.act("undoAction");
    opened.window.act("undoAction");
    QCOMPARE(workspace.panels()[0].kind, PanelKind::Heatmap);

    opened.window.act("maximisePanelAction");
    const std::size_t large = *workspace.maximised();
    for (std::size_t i = 0; i < 3; ++i) QCOMPARE(opened.panels()[i]->isVisible(), i == large);
    QTest::keyClick(&opened.window, Qt::Key_Escape);
    QVERIFY(!workspace.maximised());
    QVERIFY(opened.panels()[0]->isVisible() && opened.panels()[2]->isVisible());
    QTest::mouseDClick(&opened.panels()[1]->header(), Qt::LeftButton, {}, start);
    QTRY_COMPARE(workspace.maximised(), std::optional<std::size_t>(1));
    opened.window.act("undoAction");
    QVERIFY(!workspace.maximised());

    // An unlinked panel keeps its cursor and its zoom.
    PanelState state = workspace.panels()[2];
    state.linked = false;
    workspace.setPanel(2, state);
    workspace.selection()->setCell(Cell{3, 1});
    QVERIFY(opened.panels()[0]->view()->accessibleDescription().contains("→"));
    QVERIFY(!opened.panels()[2]->view()->accessibleDescription().contains("→"));
    workspace.setZoom(0, QRectF(1, 1, 3, 3));
    QCOMPARE(workspace.panels()[0].zoom, QRectF(1, 1, 3, 3));
    QCOMPARE(workspace.panels()[2].zoom, QRectF());
  }

  void zoomIsSharedBySameTokens() {
    OpenedComparison opened;
    opened.compareWith("the black cat sat on it");
    Workspace& workspace = opened.workspace();
    opened.window.act("newPanelAction");
    auto* heatmap = qobject_cast<HeatmapView*>(opened.panels()[0]->view());
    QVERIFY(heatmap);
    emit heatmap->visibleCellsChanged(QRectF(1, 2, 3, 3));
    QCOMPARE(workspace.panels()[0].zoom, QRectF(1, 2, 3, 3));
    QCOMPARE(workspace.panels()[1].zoom, QRectF(1, 2, 3, 3));
    QCOMPARE(workspace.panels()[2].zoom, QRectF());  // The other text.
    QCOMPARE(heatmap->figure().visibleCells(), QRectF(1, 2, 3, 3));
    QCOMPARE(dynamic_cast<const HeatmapFigure&>(*opened.panels()[0]->figure()).visibleCells(), QRectF(1, 2, 3, 3));
    workspace.setTexts("something else now", {});
    QCOMPARE(workspace.panels()[0].zoom, QRectF());
    opened.window.act("undoAction");
    QVERIFY(opened.settle());
    QCOMPARE(workspace.panels()[0].zoom, QRectF(1, 2, 3, 3));
  }

  void spansAreDrawnOverTheTokens() {
    OpenedComparison opened;
    TokenStrip& strip = child<TokenStrip>(opened.window, "tokenStrip");
    QToolButton& button = child<QToolButton>(opened.window, "spanButton");
    QVERIFY(!button.isVisible());
    const auto centre = [&](std::size_t i) { return strip.chips().chips[i].center().toPoint(); };
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, centre(2));
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, Qt::ShiftModifier, centre(4));
    QVERIFY(strip.range() == std::optional(std::pair(Index(2), Index(5))));
    QVERIFY(button.isVisible());
    button.click();
    QVERIFY(!button.isVisible());
    QCOMPARE(opened.workspace().panels()[0].lenses.size(), std::size_t(1));
    QCOMPARE(opened.panels()[0]->view()->figure().maps()->queries(), Index(4));
    // By keyboard; a span that touches the first takes its place.
    strip.setFocus();
    QTest::keyClick(&strip, Qt::Key_Home);
    QTest::keyClick(&strip, Qt::Key_Right);
    QTest::keyClick(&strip, Qt::Key_Right, Qt::ShiftModifier);
    opened.window.act("spanAction");
    QCOMPARE(opened.workspace().panels()[0].lenses.size(), std::size_t(1));
    QVERIFY(opened.workspace().panels()[0].lenses[0].spans == (std::vector<std::pair<Index, Index>>{{1, 3}}));
    opened.window.act("undoAction");
    opened.window.act("undoAction");
    QVERIFY(opened.workspace().panels()[0].lenses.empty());
  }

  void whatAPanelCannotHaveIsNotKept() {
    OpenedComparison opened;
    Workspace& workspace = opened.workspace();
    PanelState panel = workspace.panels()[0];
    panel.minus = PanelMinus{{}, {}};  // Itself.
    panel.source = kTextB;             // There is none.
    panel.heads = {{99, 2}};
    workspace.setPanel(0, panel);
    QVERIFY(workspace.panels()[0].source == RunId{} && !workspace.panels()[0].minus);
    QVERIFY(workspace.panels()[0].heads.front() == (HeadId{3, 2}));
    opened.window.act("undoAction");
    QVERIFY(!opened.window.history().canUndo());
  }

  void theMenuOfAPanelHasEverything() {
    OpenedComparison opened;
    opened.compareWith("the black cat sat on it");
    auto& menu = child<QMenu>(*opened.panels()[0], "panelMenu");
    emit menu.aboutToShow();
    const auto entry = [&](const QString& name) -> QAction* {
      const QList<QMenu*> menus = menu.findChildren<QMenu*>() << &menu;
      for (const QMenu* each : menus)
        for (QAction* action : each->actions())
          if (action->text().remove('&') == name) return action;
      return nullptr;
    };
    QVERIFY(entry("Heatmap") && entry("Pin head") && entry("Maximise") && entry("Linked"));
    QVERIFY(entry("Without sink"));
    entry("text B")->trigger();
    QVERIFY(opened.workspace().panels()[0].source == kTextB);
  }
};

HEADLIGHT_TEST(TestComparing)
#include "test_comparing.moc"
