#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "core/base/error.h"
#include "core/io/tensor_writer.h"
#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/full_disk.h"
#include "tests/support/suite.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/figures/flow/flow_figure.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/figures/links/links_figure.h"
#include "ui/panels/export/workspace_figure.h"
#include "ui/panels/lens_bar.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/message_bar.h"
#include "ui/panes/token_strip.h"
#include "ui/panes/tokens/strongest_links.h"
#include "ui/reading/engine.h"
#include "ui/state/samples.h"
#include "ui/views/atlas_view.h"
#include "ui/views/links_view.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/theme.h"
#include "ui/window/appearance.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;
using headlight::test::FullDisk;

namespace {

QImage pictureOf(QWidget& widget) { return widget.grab().toImage(); }

/// A window that shows the fake model's reading of a sentence.
struct Opened {
  FakeEngine fake;
  MainWindow window{fake.engine()};

  explicit Opened(const std::string& text = "the cat that chased the mice", HeadId head = {1, 2}) {
    WorkspaceState state;
    state.model = "/models/small";
    state.text = text;
    state.head = head;
    state.panels = openingPanels();
    window.resize(1280, 800);
    window.show();
    window.openState(state);
    if (!QTest::qWaitFor([this] { return window.workspace().result() != nullptr; })) qFatal("no result");
  }

  void type(const QString& text) { child<QPlainTextEdit>(window, "text").setPlainText(text); }
  Index queries() { return window.workspace().result()->maps->queries(); }
};

}  // namespace

class TestMainWindow : public QObject {
  Q_OBJECT
 private slots:
  void init() { QSettings().clear(); }

  void picturesFollowTheTyping() {
    Opened opened;
    QCOMPARE(opened.queries(), Index(7));
    QCOMPARE(child<QPlainTextEdit>(opened.window, "text").toPlainText(), QString("the cat that chased the mice"));
    const auto& panels = opened.window.panelArea().panels();
    QCOMPARE(panels.size(), std::size_t(2));
    QTRY_VERIFY(panels[0]->view()->figure().maps());
    const QImage before = pictureOf(*panels[0]->view()), beforeLinks = pictureOf(*panels[1]->view());
    QTest::keyClicks(&child<QPlainTextEdit>(opened.window, "text"), " and ran");
    QTRY_COMPARE(opened.queries(), Index(9));
    for (const Panel* panel : panels)
      QCOMPARE(panel->view()->figure().maps(), opened.window.workspace().result()->maps);
    QCOMPARE(child<AtlasView>(opened.window, "atlas").figure().maps(), opened.window.workspace().result()->maps);
    QCOMPARE(child<TokenStrip>(opened.window, "tokenStrip").labels().size(), std::size_t(9));
    QVERIFY(pictureOf(*panels[0]->view()) != before);
    QVERIFY(pictureOf(*panels[1]->view()) != beforeLinks);
  }

  void aBurstOfKeysIsOneRun() {
    Opened opened;
    // The pause waits as long as the last run took.
    opened.fake.runSteps = 150;
    opened.type("slow");
    QTRY_COMPARE(opened.queries(), Index(2));
    const int runs = opened.fake.runsStarted;
    QTest::keyClicks(&child<QPlainTextEdit>(opened.window, "text"), "abcdefgh");
    QTRY_VERIFY(!child<QTimer>(opened.window, "textPause").isActive());
    QTRY_VERIFY(!opened.window.workspace().isRunning());
    QCOMPARE(opened.queries(), Index(2));
    QCOMPARE(opened.fake.runsStarted.load(), runs + 1);
  }

  void aFastModelFollowsAtOnce() {
    Opened opened;
    opened.window.workspace().setTexts("quick", {});
    QTRY_COMPARE(opened.queries(), Index(2));
    const auto& pause = child<QTimer>(opened.window, "textPause");
    QCOMPARE(pause.interval(), static_cast<int>(std::clamp<qint64>(opened.window.workspace().lastRunTime(), 10, 150)));
    const int runs = opened.fake.runsStarted;
    QTest::keyClicks(&child<QPlainTextEdit>(opened.window, "text"), "er");
    QVERIFY(pause.isActive());
    QTRY_COMPARE(opened.fake.runsStarted.load(), runs + 1);
  }

  void aSecondTextOnDemand() {
    Opened opened("one two");
    QVERIFY(!child<QPlainTextEdit>(opened.window, "pair").isVisible());
    child<QToolButton>(opened.window, "pairButton").click();
    QVERIFY(child<QPlainTextEdit>(opened.window, "pair").isVisible());
    QTest::keyClicks(&child<QPlainTextEdit>(opened.window, "pair"), "three");
    QTRY_COMPARE(opened.queries(), Index(4));
    child<QToolButton>(opened.window, "pairButton").click();
    QTRY_COMPARE(opened.queries(), Index(3));
  }

  void anErrorStandsUnderTheTextAndThePictureStays() {
    Opened opened;
    const auto maps = opened.window.workspace().result()->maps;
    QWidget& veil = child<QWidget>(opened.window, "veil");
    QVERIFY(!veil.isVisible());
    opened.type("fail");
    QLabel& notice = child<QLabel>(opened.window, "notice");
    QTRY_VERIFY(notice.isVisible());
    QCOMPARE(notice.text(), QString("text: expected at most 3 tokens, found 4"));
    QCOMPARE(notice.property("level").toString(), QString("error"));
    QVERIFY(veil.isVisible());
    QCOMPARE(opened.window.panelArea().panels()[0]->view()->figure().maps(), maps);
    opened.type("");
    QTRY_COMPARE(notice.property("level").toString(), QString("hint"));
    QVERIFY(veil.isVisible());
    opened.type("good again");
    QTRY_VERIFY(!notice.isVisible());
    QVERIFY(!veil.isVisible());
  }

  void panelsFollowTheHeadChosenInTheAtlas() {
    Opened opened;
    AtlasView& atlas = child<AtlasView>(opened.window, "atlas");
    QTRY_VERIFY(atlas.figure().layout(atlas.size()).layers == 4);
    const QPointF place = atlas.figure().layout(atlas.size()).thumbnail({3, 6}).center();
    QTest::mouseClick(&atlas, Qt::LeftButton, {}, place.toPoint());
    QVERIFY(opened.window.workspace().selection()->head() == (HeadId{3, 6}));
    for (const Panel* panel : opened.window.panelArea().panels()) {
      QVERIFY(panel->head() == (HeadId{3, 6}));
      QVERIFY(panel->view()->head() == (HeadId{3, 6}));
    }
    QCOMPARE(child<QLabel>(*opened.window.panelArea().panels()[0], "cardTitle").text(), QString("Layer 3 · Head 6"));
  }

  void aModifierClickAddsAPanelThatKeepsItsHead() {
    Opened opened;
    AtlasView& atlas = child<AtlasView>(opened.window, "atlas");
    QTRY_VERIFY(atlas.figure().layout(atlas.size()).layers == 4);
    QTest::mouseClick(&atlas, Qt::LeftButton, Qt::ControlModifier,
                      atlas.figure().layout(atlas.size()).thumbnail({2, 4}).center().toPoint());
    const auto& panels = opened.window.panelArea().panels();
    QCOMPARE(panels.size(), std::size_t(3));
    QVERIFY(panels[2]->head() == (HeadId{2, 4}));
    QTRY_COMPARE(dynamic_cast<const HeatmapFigure&>(panels[2]->view()->figure()).visibleCells(), QRectF(0, 0, 7, 7));
    opened.window.workspace().selection()->setHead({0, 0});
    QVERIFY(panels[2]->head() == (HeadId{2, 4}));
    QVERIFY(panels[0]->head() == (HeadId{0, 0}));
    child<QToolButton>(*panels[2], "closeButton").click();
    QTRY_COMPARE(opened.window.panelArea().panels().size(), std::size_t(2));
  }

  void aPanelsSwitchesChangeItsState() {
    Opened opened;
    Panel& panel = *opened.window.panelArea().panels()[0];
    child<QAction>(panel, "linksKindAction").trigger();
    QCOMPARE(opened.window.workspace().panels()[0].kind, PanelKind::Links);
    QVERIFY(dynamic_cast<const LinksFigure*>(&panel.view()->figure()));
    child<QToolButton>(panel, "wholeLayerButton").click();
    QCOMPARE(dynamic_cast<const LinksFigure&>(panel.view()->figure()).heads().size(), std::size_t(8));
    child<QAction>(panel, "heatmapKindAction").trigger();
    QVERIFY(panel.view()->figure().style().sinksApart);
    child<QToolButton>(panel, "sinkButton").click();
    QVERIFY(!panel.view()->figure().style().sinksApart);
    for (QAction* action : child<QToolButton>(panel, "scaleButton").menu()->actions())
      if (action->data().toInt() == static_cast<int>(ScaleKind::Log)) action->trigger();
    QCOMPARE(opened.window.workspace().panels()[0].scale, ScaleKind::Log);
    QCOMPARE(panel.view()->figure().style().scale, ScaleKind::Log);
    // The other panel is not touched.
    QCOMPARE(opened.window.workspace().panels()[1].scale, ScaleKind::Sqrt);
  }

  void aFlowsLayersAreChosenInItsPanel() {
    Opened opened;
    Panel& panel = *opened.window.panelArea().panels()[0];
    child<QAction>(panel, "flowKindAction").trigger();
    const auto shown = [&] { return dynamic_cast<const FlowFigure&>(panel.view()->figure()).weights(); };
    QCOMPARE(shown(), FlowWeights::Mean);
    QCOMPARE(panel.title(), QString("All layers"));
    for (const FlowWeights weights : {FlowWeights::Head, FlowWeights::Rollout}) {
      for (QAction* action : child<QToolButton>(panel, "flowButton").menu()->actions())
        if (action->data().toInt() == static_cast<int>(weights)) action->trigger();
      QCOMPARE(opened.window.workspace().panels()[0].flow, weights);
      QCOMPARE(shown(), weights);
    }
    QVERIFY(panel.view()->figure().title().endsWith("rollout"));
    QVERIFY(!child<QToolButton>(*opened.window.panelArea().panels()[1], "flowButton").isVisibleTo(&opened.window));
  }

  void anAtlasInAPanelChoosesHeads() {
    Opened opened;
    Panel& panel = *opened.window.panelArea().panels()[0];
    child<QAction>(panel, "atlasKindAction").trigger();
    QCOMPARE(panel.title(), QString("All heads"));
    AtlasView& atlas = dynamic_cast<AtlasView&>(*panel.view());
    const auto middle = [&](HeadId head) {
      return atlas.figure().layout(atlas.size()).thumbnail(head).center().toPoint();
    };
    QTest::mouseClick(&atlas, Qt::LeftButton, {}, middle({2, 3}));
    QVERIFY(opened.window.workspace().selection()->head() == (HeadId{2, 3}));
    const std::size_t before = opened.window.workspace().panels().size();
    QTest::mouseClick(&atlas, Qt::LeftButton, Qt::ControlModifier, middle({1, 4}));
    QTRY_COMPARE(opened.window.workspace().panels().size(), before + 1);
    QVERIFY(opened.window.workspace().panels().back().pinned == (HeadId{1, 4}));
    QCOMPARE(opened.window.workspace().panels().back().kind, PanelKind::Heatmap);
  }

  void aFullDiskWhileExportingLosesNothing() {
    Opened opened;
    const WorkspaceState before = opened.window.workspace().state();
    const QTemporaryDir folder;
    for (const QString& place : {folder.path(), QStringLiteral("/proc")}) {
      opened.window.act("exportAction");
      auto& dialog = child<ExportDialog>(opened.window, "exportDialog");
      const QString path = place + "/figure.png";
      child<QLineEdit>(dialog, "exportPath").setText(path);
      {
        const FullDisk full(2000);
        child<QPushButton>(dialog, "exportNow").click();
      }
      QLabel& problem = child<QLabel>(dialog, "exportProblem");
      QVERIFY(problem.isVisible() && problem.text().contains(path) && !problem.text().contains('\n'));
      QVERIFY(dialog.isVisible());
      QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
      dialog.reject();
      QTRY_VERIFY(!opened.window.findChild<ExportDialog*>("exportDialog"));
    }
    QVERIFY(opened.window.workspace().state() == before);
  }

  void lensesAreChipsThatCanBeTakenAway() {
    Opened opened;
    Panel& panel = *opened.window.panelArea().panels()[0];
    LensBar& bar = child<LensBar>(panel, "lensBar");
    QVERIFY(!bar.isVisible());
    const auto choose = [&](const QString& name) {
      for (QAction* action : child<QToolButton>(panel, "lensButton").menu()->actions())
        if (action->text() == name) return action->trigger();
      QFAIL(qPrintable(name));
    };
    choose("Without sink");
    choose("Transposed");
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.chips().size(), std::size_t(2));
    const auto& raw = opened.window.workspace().result()->maps;
    const auto seen = panel.view()->figure().maps();
    QCOMPARE(seen->queries(), raw->queries() - 1);
    const Matrix whole = raw->weights(HeadId{1, 2}), rest = seen->weights(HeadId{1, 2});
    QVERIFY(std::abs(rest(1, 4) - whole(5, 2) / (1 - whole(5, 0))) < 1e-6F);
    QVERIFY(panel.figure()->altText().contains("without sink, transposed"));
    // The file shows what the panel shows, and the other panel is not touched.
    const auto onPaper = panelFigure(panel.state(), opened.window.workspace().results(), {1, 2}, {}, FigureStyle());
    QVERIFY(onPaper->maps()->weights(HeadId{1, 2}) == rest);
    QCOMPARE(opened.window.panelArea().panels()[1]->view()->figure().maps(), raw);
    // Tokens keep their identity.
    opened.window.workspace().selection()->setCell(Cell{3, 2});
    QVERIFY(panel.view()->accessibleDescription().contains("“that” (2) → “cat” (1)"));
    bar.chips()[1]->click();
    QCOMPARE(opened.window.workspace().panels()[0].lenses.size(), std::size_t(1));
    bar.chips()[0]->click();
    QVERIFY(!bar.isVisible());
    QVERIFY(panel.view()->figure().maps()->weights(HeadId{1, 2}) == whole);
    choose("Mean of all heads");
    QVERIFY(panel.title().contains("Layer 1 · mean of all heads"));
  }

  void keysWalkTheHeads() {
    Opened opened;
    child<TokenStrip>(opened.window, "tokenStrip").setFocus();
    Selection& selection = *opened.window.workspace().selection();
    QTest::keyClick(&opened.window, Qt::Key_BracketRight);
    QVERIFY(selection.head() == (HeadId{2, 2}));
    QTest::keyClick(&opened.window, Qt::Key_Period);
    QVERIFY(selection.head() == (HeadId{2, 3}));
    QTest::keyClick(&opened.window, Qt::Key_BracketLeft);
    QTest::keyClick(&opened.window, Qt::Key_BracketLeft);
    QTest::keyClick(&opened.window, Qt::Key_BracketLeft);
    QVERIFY(selection.head() == (HeadId{0, 3}));
    QTest::keyClick(&opened.window, Qt::Key_Comma);
    QVERIFY(selection.head() == (HeadId{0, 2}));
  }

  void inATextFieldTheyAreText() {
    Opened opened("x");
    QPlainTextEdit& text = child<QPlainTextEdit>(opened.window, "text");
    text.setFocus();
    QTRY_VERIFY(text.hasFocus());
    QTest::keyClicks(&text, "[],.");
    QVERIFY(text.toPlainText().contains("[],."));
    QVERIFY(opened.window.workspace().selection()->head() == (HeadId{1, 2}));
  }

  void tokensCanBeWalkedAndPinned() {
    Opened opened;
    TokenStrip& strip = child<TokenStrip>(opened.window, "tokenStrip");
    Selection& selection = *opened.window.workspace().selection();
    strip.setFocus();
    QTest::keyClick(&strip, Qt::Key_Right);
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(selection.hoveredToken(), std::optional<Index>(2));
    QVERIFY(strip.accessibleDescription().contains("cat"));
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(selection.token(), std::optional<Index>(2));
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, strip.chips().chips[4].center().toPoint());
    QCOMPARE(selection.token(), std::optional<Index>(4));
    QTest::keyClick(&strip, Qt::Key_Escape);
    QVERIFY(!selection.token());
  }

  /// A cell is one link: in the chips, in the numbers beside the pictures, and in the other panels.
  void aCellIsTheSameLinkEverywhere() {
    Opened opened;
    Selection& selection = *opened.window.workspace().selection();
    auto& links = child<LinksView>(opened.window, "linksView");
    selection.setToken(3);
    QTRY_VERIFY(links.isVisible());
    const QImage all = links.grab().toImage();
    selection.setCell(Cell{3, 2});
    const QImage one = links.grab().toImage();
    QVERIFY(one != all);
    selection.setCell(Cell{3, 1});
    QVERIFY(links.grab().toImage() != one);
    BarList& keys = child<BarList>(opened.window, "keyLinks");
    QCOMPARE(keys.marked(), std::optional<Index>(1));
    const auto named = [&](Index token) {
      return std::any_of(keys.rows().begin(), keys.rows().end(),
                         [&](const BarList::Row& row) { return row.token == token; });
    };
    QVERIFY(named(1));
    selection.setCell(Cell{4, 0});
    auto& inspector = child<QWidget>(opened.window, "inspector");
    QVERIFY(child<QLabel>(inspector, "sectionTitle").text().contains("token 4"));
    QVERIFY(named(0));
    selection.setCell({});
    QVERIFY(!keys.marked());
    QVERIFY(child<QLabel>(inspector, "sectionTitle").text().contains("token 3"));
  }

  void aPairAndAComparisonAreToldApart() {
    Opened opened;
    auto &pair = child<QToolButton>(opened.window, "pairButton"),
         &compare = child<QToolButton>(opened.window, "compareButton");
    QVERIFY(pair.text() != compare.text());
    QVERIFY(pair.icon().pixmap(20).toImage() != compare.icon().pixmap(20).toImage());
    QVERIFY(!pair.toolTip().isEmpty() && pair.toolTip() != compare.toolTip());
    QWidget& chips = child<QWidget>(opened.window, "otherTokens");
    QVERIFY(!chips.isVisible());
    compare.click();
    auto& text = child<QPlainTextEdit>(opened.window, "textB");
    QCOMPARE(text.textCursor().selectedText(), child<QPlainTextEdit>(opened.window, "text").toPlainText());
    text.setPlainText("the dog");
    QTRY_VERIFY(chips.isVisible());
    auto& strip = child<TokenStrip>(opened.window, "otherTokens");
    QTRY_COMPARE(strip.labels().back(), QString("dog"));
    compare.click();
    QTRY_VERIFY(!chips.isVisible());
  }

  void oneLookForAllPanels() {
    Opened opened;
    Workspace& workspace = opened.window.workspace();
    PanelState panel = workspace.panels()[0];
    panel.scale = ScaleKind::Log;
    panel.sinksApart = false;
    panel.threshold = 0.2;
    workspace.setPanel(0, panel);
    Panel* first = opened.window.panelArea().panels()[0];
    QVERIFY(child<QWidget>(*first, "scaleButton").property("changed").toBool());
    QVERIFY(child<QWidget>(*first, "sinkButton").property("changed").toBool());
    Panel* second = opened.window.panelArea().panels()[1];
    QVERIFY(!child<QWidget>(*second, "scaleButton").property("changed").toBool());
    emit first->lookRequested();
    for (const PanelState& each : workspace.panels()) {
      QCOMPARE(each.scale, ScaleKind::Log);
      QCOMPARE(each.sinksApart, false);
      QCOMPARE(each.threshold, 0.2);
    }
    QVERIFY(workspace.panels()[0].kind != workspace.panels()[1].kind);
    QVERIFY(child<QWidget>(*second, "scaleButton").property("changed").toBool());
    opened.window.act("undoAction");
    QCOMPARE(workspace.panels()[1].scale, ScaleKind::Sqrt);
  }

  void spacesAreShownOnRequest() {
    Opened opened;
    TokenStrip& strip = child<TokenStrip>(opened.window, "tokenStrip");
    QCOMPARE(strip.labels()[2], QString("cat"));
    child<QAction>(opened.window, "spacesAction").trigger();
    QCOMPARE(strip.labels()[2], QString("␣cat"));
  }

  void theInspectorShowsExactWeights() {
    Opened opened;
    opened.window.workspace().selection()->setToken(3);
    const AttentionMaps& maps = *opened.window.workspace().result()->maps;
    const auto strongest = strongestKeys(maps, {1, 2}, 3, 6);
    QVERIFY(!strongest.empty());
    QCOMPARE(static_cast<double>(strongest.front().weight),
             static_cast<double>(maps.weights({1, 2}, {3, 0, 1, maps.keys()}).maxCoeff()));
    BarList& keys = child<BarList>(opened.window, "keyLinks");
    QVERIFY(keys.isVisible());
    QCOMPARE(keys.rows().size(), strongest.size());
    for (std::size_t i = 0; i < strongest.size(); ++i) {
      QCOMPARE(keys.rows()[i].token, std::optional<Index>(strongest[i].token));
      QCOMPARE(keys.rows()[i].share, static_cast<double>(strongest[i].weight));
    }
    BarList& predictions = child<BarList>(opened.window, "predictions0");
    QCOMPARE(predictions.rows().size(), std::size_t(2));
    QCOMPARE(predictions.rows()[0].share, 0.4);
    QTRY_VERIFY(!child<QLabel>(opened.window, "headFacts").text().isEmpty());
  }

  void theStatusLineNamesTheCell() {
    Opened opened;
    opened.window.workspace().selection()->setCell(Cell{3, 1});
    const float weight = opened.window.workspace().result()->maps->weights({1, 2}, {3, 1, 1, 1})(0, 0);
    const QString text = child<QLabel>(opened.window, "cellText").text();
    QVERIFY(text.contains(QString::number(static_cast<double>(weight), 'f', 6)));
    QVERIFY(text.contains("row sum 1.000000"));
    QVERIFY(text.startsWith("Layer 1 · Head 2:"));
    opened.window.workspace().selection()->setCell({});
    QVERIFY(child<QLabel>(opened.window, "cellText").text().isEmpty());
  }

  void theNumbersFollowTheCurrentPanel() {
    Opened opened;
    Workspace& workspace = opened.window.workspace();
    workspace.setOtherText(TextInput{"the quick brown fox jumped", {}});
    const RunId other{0, 1};
    QTRY_VERIFY(workspace.results()[other] && !workspace.isRunning());
    PanelArea& area = child<PanelArea>(opened.window, "panelArea");
    const auto shown = [&](std::size_t i) { return area.panels()[i]->state().source == other; };
    std::size_t at = 0;
    while (at < area.panels().size() && !shown(at)) ++at;
    QVERIFY(at < area.panels().size());
    for (std::size_t i = 0; i < area.panels().size() && area.currentIndex() != at; ++i)
      opened.window.act("nextPanelAction");
    QCOMPARE(area.currentIndex(), at);
    workspace.selection()->setToken(1);
    const AttentionMaps& maps = *workspace.results()[other]->maps;
    BarList& keys = child<BarList>(opened.window, "keyLinks");
    QTRY_VERIFY(keys.isVisible());
    const std::optional<Index> token = tokensOf(other, workspace.results()).toShown(1);
    QVERIFY(token);
    QCOMPARE(keys.rows()[0].share, static_cast<double>(strongestKeys(maps, {1, 2}, *token, 1).front().weight));
    const auto labels = opened.window.findChildren<QLabel*>("sectionTitle");
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](QLabel* label) { return label->text() == QString::fromUtf8("Layer 1 · Head 2 · text B"); }));
    workspace.selection()->setCell(Cell{1, 0});
    QVERIFY(
        child<QLabel>(opened.window, "cellText").text().startsWith(QString::fromUtf8("Layer 1 · Head 2 · text B:")));
  }

  void aBrokenFolderLeavesTheOldModel() {
    Opened opened;
    const QTemporaryDir folder;
    QDir(folder.path()).mkdir("broken");
    opened.window.opener().open(folder.filePath("broken").toStdString());
    MessageBar& messages = child<MessageBar>(opened.window, "messageBar");
    QTRY_COMPARE(messages.text(), QString("broken/config.json: expected a JSON object, found an array"));
    QVERIFY(messages.isVisible());
    QCOMPARE(child<QToolButton>(opened.window, "modelButton").text(), QString("small"));
    QCOMPARE(opened.queries(), Index(7));
    child<QToolButton>(opened.window, "dismissMessage").click();
    QVERIFY(!messages.isVisible());
    opened.window.opener().open("/models/large");
    QTRY_COMPARE(opened.window.workspace().result()->maps->layers(), 12);
    QCOMPARE(child<QToolButton>(opened.window, "modelButton").text(), QString("large"));
  }

  void whatIsUnusualAboutAModelIsSaid() {
    FakeEngine fake;
    Engine engine = fake.engine();
    engine.open = [open = engine.open](const std::filesystem::path& folder, const Progress& progress) {
      Source model = open(folder, progress);
      if (model.info.name == "odd") model.info.remarks = {"config.json says <b>x</b>.", "And another thing."};
      return model;
    };
    MainWindow window(engine);
    window.show();
    WorkspaceState state;
    state.model = "/models/odd";
    state.text = "the cat";
    state.panels = openingPanels();
    window.openState(state);
    MessageBar& messages = child<MessageBar>(window, "messageBar");
    QTRY_VERIFY(messages.isVisible());
    QCOMPARE(messages.text(), QString("odd: config.json says <b>x</b>.\nodd: And another thing."));
    child<QPushButton>(window, "messageAnswer").click();
    auto& sheet = child<QDialog>(window, "modelSheet");
    QTRY_VERIFY(sheet.isVisible());
    QStringList said;
    for (const QLabel* label : sheet.findChildren<QLabel*>("remark")) said << label->text();
    QCOMPARE(said, (QStringList{"config.json says <b>x</b>.", "And another thing."}));
    sheet.close();
    // Said once, not with every model that comes to be compared.
    child<QToolButton>(window, "dismissMessage").click();
    window.workspace().openOtherModel("/models/small");
    QTRY_VERIFY(window.workspace().otherModel());
    QVERIFY(!messages.isVisible());
  }


 private:
  /// An engine that reads files of attention as they are, and models as `fake` does.
  static Engine readingFiles(FakeEngine& fake) {
    Engine engine = fake.engine();
    const Engine core = coreEngine();
    engine.open = [open = engine.open, core](const std::filesystem::path& place, const Progress& progress) {
      return place.string().find(".npz") == std::string::npos ? open(place, progress) : core.open(place, progress);
    };
    engine.run = [run = engine.run, core](const RunRequest& request, const std::shared_ptr<const RunResult>& like,
                                          const Progress& progress) {
      return request.model->stored ? core.run(request, like, progress) : run(request, like, progress);
    };
    return engine;
  }
  static void openSmallModel(MainWindow& window) {
    WorkspaceState state;
    state.model = "/models/small";
    state.text = "the cat";
    state.panels = openingPanels();
    window.openState(state);
    QTRY_VERIFY(window.workspace().result());
  }

 private slots:
  /// Of a file with several texts, the window asks for one.
  void aBatchAsksForItsText() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("batch.npz").toStdString();
    // In the first text each token looks at itself, in the second at the first one.
    const std::vector<float> weights{1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0};
    writeNpz(file, {{"attentions.0", TensorStream::Type::F32, {2, 1, 3, 3}, [&](std::ostream& out) {
                       out.write(reinterpret_cast<const char*>(weights.data()),
                                 static_cast<std::streamsize>(weights.size() * sizeof(float)));
                     }}});
    FakeEngine fake;
    MainWindow window(readingFiles(fake));
    window.show();
    openSmallModel(window);
    window.opener().open(file);
    QTRY_VERIFY(window.findChild<QInputDialog*>("textOfBatch"));
    auto& dialog = child<QInputDialog>(window, "textOfBatch");
    QCOMPARE(dialog.intMaximum(), 1);
    QVERIFY(dialog.labelText().contains("batch.npz"));
    dialog.setIntValue(1);
    dialog.accept();
    QTRY_VERIFY(window.workspace().result() && window.workspace().result()->request.model->stored);
    QCOMPARE(window.workspace().result()->maps->weights({0, 0}, {2, 0, 1, 3})(0, 0), 1.0F);
  }

  /// A file of scores is refused with a way out; what is shown then keeps the numbers of its layers and heads.
  void scoresBecomeWeightsOnRequest() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("scores.npz").toStdString();
    std::vector<float> scores;
    for (int i = 0; i < 2 * 3 * 3; ++i) scores.push_back(static_cast<float>(i % 5) - 2);
    const std::string notes = R"({"heads": [1, 4], "tokens": ["a", " b", " c"]})";
    writeNpz(file, {{"attentions.5", TensorStream::Type::F32, {2, 3, 3},
                     [&](std::ostream& out) {
                       out.write(reinterpret_cast<const char*>(scores.data()),
                                 static_cast<std::streamsize>(scores.size() * sizeof(float)));
                     }},
                    {"headlight", TensorStream::Type::U8, {static_cast<std::int64_t>(notes.size())},
                     [&](std::ostream& out) { out << notes; }}});
    FakeEngine fake;
    MainWindow window(readingFiles(fake));
    window.resize(1280, 800);
    window.show();
    openSmallModel(window);
    window.opener().open(file);
    MessageBar& messages = child<MessageBar>(window, "messageBar");
    QTRY_VERIFY(messages.isVisible());
    QVERIFY2(messages.text().contains("scores before the softmax"), qPrintable(messages.text()));
    QCOMPARE(child<QToolButton>(window, "modelButton").text(), QString("small"));
    child<QPushButton>(window, "messageAnswer").click();
    QTRY_VERIFY(window.workspace().result() && window.workspace().result()->request.model->stored);
    const AttentionMaps& maps = *window.workspace().result()->maps;
    QCOMPARE(maps.allHeads(), (std::vector<HeadId>{{5, 1}, {5, 4}}));
    QVERIFY(std::abs(maps.weights({5, 4}, {1, 0, 1, 3}).sum() - 1) < 1e-5F);
    QTRY_COMPARE(window.workspace().selection()->head(), (HeadId{5, 1}));
    QCOMPARE(child<AtlasView>(window, "atlas").figure().maps()->layerNumbers(), std::vector<int>{5});
    // The next head is the next one that there is.
    child<TokenStrip>(window, "tokenStrip").setFocus();
    QTest::keyClick(&window, Qt::Key_Period);
    QCOMPARE(window.workspace().selection()->head(), (HeadId{5, 4}));
    QTest::keyClick(&window, Qt::Key_BracketRight);
    QCOMPARE(window.workspace().selection()->head(), (HeadId{5, 4}));
  }

  void openingShowsProgressAndCanBeStopped() {
    Opened opened;
    opened.fake.openSteps = 5000;
    opened.window.opener().open("/models/large");
    QPushButton& cancel = child<QPushButton>(opened.window, "cancelOpening");
    QTRY_VERIFY(cancel.isVisible());
    QTRY_VERIFY(child<QProgressBar>(opened.window, "openingProgress").value() > 0);
    cancel.click();
    QTRY_COMPARE(opened.fake.opensCancelled.load(), 1);
    QTRY_VERIFY(!child<MessageBar>(opened.window, "messageBar").isVisible());
    QCOMPARE(child<QToolButton>(opened.window, "modelButton").text(), QString("small"));
  }

  void aFolderCanBeDropped() {
    Opened opened;
    const QTemporaryDir folder;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(folder.path())});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&opened.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&opened.window, &drop);
    QTRY_COMPARE(opened.window.workspace().state().model, std::filesystem::path(folder.path().toStdString()));
  }

  /// A GGUF file opens by itself, not as the folder that it lies in; the command for files offers such.
  void aGgufFileCanBeDroppedAndChosen() {
    Opened opened;
    const QString file = QStringLiteral(HEADLIGHT_SOURCE_DIR "/tests/data/gguf/models/llama-q40/llama-q40.gguf");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&opened.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&opened.window, &drop);
    QTRY_COMPARE(opened.window.workspace().state().model, std::filesystem::path(file.toStdString()));
    child<QAction>(opened.window, "openModelFileAction").trigger();
    auto* dialog = opened.window.findChild<QFileDialog*>();
    QVERIFY(dialog);
    QCOMPARE(dialog->fileMode(), QFileDialog::ExistingFile);
    QVERIFY(dialog->nameFilters().first().contains("*.gguf"));
    emit dialog->fileSelected(QStringLiteral("/models/other.gguf"));
    QTRY_COMPARE(opened.window.workspace().state().model, std::filesystem::path("/models/other.gguf"));
    dialog->close();
  }

  void themesChangeWindowAndFigures() {
    Opened opened;
    child<QAction>(opened.window, "theme2").trigger();
    QCOMPARE(currentTheme(), Theme::Dark);
    QVERIFY(perceivedLightness(QApplication::palette().color(QPalette::Window)) < 0.4);
    for (const Panel* panel : opened.window.panelArea().panels())
      QCOMPARE(panel->view()->figure().style().theme, Theme::Dark);
    child<QAction>(opened.window, "theme1").trigger();
    QCOMPARE(currentTheme(), Theme::Light);
    QCOMPARE(child<AtlasView>(opened.window, "atlas").figure().style().theme, Theme::Light);
    QCOMPARE(QSettings().value("theme").toInt(), 1);
  }

  void commandsAreEnabledWhileTheyCanDoSomething() {
    const auto enabled = [](MainWindow& window, const char* name) { return child<QAction>(window, name).isEnabled(); };
    const char* const ofAReading[] = {"exportAction",    "copyNumbersAction", "addToDeckAction",  "findAction",
                                      "nextLayerAction", "writeOnAction",     "modelSheetAction", "switchHeadAction"};
    FakeEngine fake;
    MainWindow empty(fake.engine());
    for (const char* name : ofAReading) QVERIFY2(!enabled(empty, name), name);
    Opened opened;
    MainWindow& window = opened.window;
    for (const char* name : ofAReading) QVERIFY2(enabled(window, name), name);
    for (const char* name : {"spanAction", "compareMarkedAction", "openImageAction"})
      QVERIFY2(!enabled(window, name), name);
    child<AtlasView>(window, "atlas").setMarked({{0, 0}, {1, 0}});
    QVERIFY(enabled(window, "compareMarkedAction"));
    while (window.workspace().panels().size() > 1) window.act("closePanelAction");
    QVERIFY(!enabled(window, "closePanelAction") && !enabled(window, "movePanelLaterAction"));
    window.act("newPanelAction");
    QVERIFY(enabled(window, "closePanelAction"));
    QCOMPARE(enabled(window, "movePanelLaterAction"), window.panelArea().currentIndex() == 0);
  }

  void textCanBeEnlarged() {
    Opened opened;
    const double before = QApplication::font().pointSizeF();
    opened.window.appearance().setTextStep(3);
    QVERIFY(QApplication::font().pointSizeF() > before * 1.3);
    QVERIFY(opened.window.panelArea().panels()[0]->view()->figure().style().textSize > FigureStyle().textSize * 1.3);
    opened.window.appearance().setTextStep(0);
    QCOMPARE(QApplication::font().pointSizeF(), before);
  }

  void samplesSetTextModelAndHead() {
    Opened opened;
    QMenu& menu = child<QMenu>(opened.window, "samplesMenu");
    QVERIFY(menu.actions().size() >= 4);
    menu.actions().at(4)->trigger();
    QTRY_VERIFY(child<QPlainTextEdit>(opened.window, "text").toPlainText() != "the cat that chased the mice");
    const Sample sample = builtInSamples()[4];
    QTRY_COMPARE(child<QPlainTextEdit>(opened.window, "text").toPlainText().toStdString(), sample.text);
    QTRY_COMPARE(opened.window.workspace().model()->info.name, sample.model);
    QTRY_VERIFY(opened.window.workspace().selection()->head() == sample.head);
  }

  void exportWritesTheFile() {
    Opened opened;
    const QTemporaryDir folder;
    for (const auto& [name, mark] :
         {std::pair{"a.png", "\x89PNG"}, std::pair{"a.svg", "<svg"}, std::pair{"a.pdf", "%PDF-"}}) {
      opened.window.act("exportAction");
      QDialog* dialog = nullptr;
      QTRY_VERIFY(dialog = opened.window.findChild<QDialog*>("exportDialog"));
      const QString path = folder.filePath(name);
      child<QComboBox>(*dialog, "exportFormat")
          .setCurrentIndex(QFileInfo(path).suffix() == "png"   ? 0
                           : QFileInfo(path).suffix() == "svg" ? 1
                                                               : 2);
      child<QLineEdit>(*dialog, "exportPath").setText(path);
      child<QPushButton>(*dialog, "exportNow").click();
      QFile file(path);
      QVERIFY2(file.open(QIODevice::ReadOnly) && file.read(1000).contains(mark), name);
      QTRY_VERIFY(!opened.window.findChild<QDialog*>("exportDialog"));
    }
    QCOMPARE(QImage(folder.filePath("a.png")).size(), QSize(3200, 1800));
  }

  void theFigureCanBeCopied() {
    Opened opened;
    opened.window.setFocus();
    child<QAction>(opened.window, "copyAction").trigger();
    const QMimeData* data = QApplication::clipboard()->mimeData();
    QVERIFY(data->hasImage());
    QVERIFY(data->formats().contains("image/svg+xml"));
  }

  void controlsHaveNames() {
    Opened opened;
    for (const QToolButton* button : opened.window.findChildren<QToolButton*>())
      if (!button->objectName().startsWith("qt_"))
        QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    for (const QPlainTextEdit* field : opened.window.findChildren<QPlainTextEdit*>())
      QVERIFY(!field->accessibleName().isEmpty());
  }

  void theWorkspaceGoesOnPaper() {
    FakeEngine fake;
    WorkspaceState state;
    state.model = "/models/small";
    state.text = "the cat sat";
    state.panels = openingPanels();
    const QTemporaryDir folder;
    const auto files = renderWorkspace(fake.engine(), state, folder.path().toStdString());
    QCOMPARE(files.size(), std::size_t(2));
    for (const auto& file : files) QVERIFY(std::filesystem::file_size(file) > 1000);
    QVERIFY(!QImage(folder.filePath("headlight.png")).isNull());
    state.model = "/models/broken";
    QVERIFY_THROWS_EXCEPTION(Error, renderWorkspace(fake.engine(), state, folder.path().toStdString()));
  }

  void panelsOnPaperDoNotOverlap() {
    FakeEngine fake;
    const Engine engine = fake.engine();
    const auto model = std::make_shared<const Source>(engine.open("/models/small", {}));
    RunResults results;
    results.all[0] = std::make_shared<const RunResult>(engine.run({model, {TextInput{"the cat"}}}, {}, {}));
    WorkspaceState state;
    state.panels.resize(3);
    const WorkspaceFigure figure(results, state, FigureStyle());
    const QRectF area(0, 0, 1600, 900);
    const WorkspaceFigure::Layout layout = figure.layout(area);
    QCOMPARE(layout.panels.size(), std::size_t(3));
    std::vector<QRectF> all = layout.panels;
    all.push_back(layout.atlas);
    for (std::size_t i = 0; i < all.size(); ++i) {
      QVERIFY(area.contains(all[i]));
      for (std::size_t j = 0; j < i; ++j) {
        const QRectF common = all[i].intersected(all[j]);
        QVERIFY(common.width() < 1e-6 || common.height() < 1e-6);
      }
    }
  }
};

HEADLIGHT_TEST(TestMainWindow)
#include "test_main_window.moc"
