#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>

#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/export/exporter.h"
#include "ui/figures/coloured_text/coloured_text_figure.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/panels/export/exports.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/atlas_pane.h"
#include "ui/panes/comparison_pane.h"
#include "ui/panes/token_strip.h"
#include "ui/reading/comparing_panels.h"
#include "ui/state/recent_files.h"
#include "ui/state/samples.h"
#include "ui/state/session_file.h"
#include "ui/views/atlas_view.h"
#include "ui/views/heatmap_view.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/session_controller.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;

namespace {

constexpr const char* kText = "the cat that chased the mice";

struct OpenedPictures {
  FakeEngine fake;
  MainWindow window{fake.engine()};

  explicit OpenedPictures(const std::string& text = kText, const std::string& model = "/models/small") {
    WorkspaceState state;
    state.model = model;
    state.text = text;
    state.head = {1, 2};
    state.panels = openingPanels();
    window.resize(1280, 800);
    window.show();
    window.openState(state);
    if (!QTest::qWaitFor([this] { return window.workspace().result() != nullptr && !window.workspace().isRunning(); }))
      qFatal("no result");
  }

  Workspace& workspace() { return window.workspace(); }
  Panel& panel(std::size_t i) { return *window.panelArea().panels()[i]; }
  const HeatmapFigure& heatmap() { return static_cast<const HeatmapFigure&>(panel(0).view()->figure()); }
  bool settle() {
    return QTest::qWaitFor([this] { return !window.workspace().isRunning(); });
  }
  void zoom() { workspace().setZoom(0, QRectF(1, 1, 3, 3)); }
};

PanelState withKind(PanelKind kind) {
  PanelState panel;
  panel.kind = kind;
  return panel;
}

Intervention hidden(Index token) { return Mask{{}, {{TokenPick::Kind::Span, token, token}}, {}}; }

}  // namespace

/// What the pictures of the window say of themselves: whether all of a map is in view, and whether the model is
/// changed.
class TestWindowPictures : public QObject {
  Q_OBJECT
 private slots:
  void init() { QSettings().clear(); }

  // Room.

  void picturesHaveTheRoomOfTheirPanels_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("panels");
    QTest::addColumn<QString>("text");
    const QString texts[] = {
        kText, QStringLiteral("追 老 鼠 的 猫 饿 了"), QStringLiteral("Donaudampfschifffahrtsgesellschaft is a word"),
        QStringLiteral("the cat that chased the mice was hungry and the dog that chased the cat was not")};
    for (const QSize size : {QSize(900, 600), QSize(1280, 800), QSize(1600, 1000), QSize(1920, 1080)})
      for (const int panels : {1, 2, 3})
        for (std::size_t i = 0; i < std::size(texts); ++i)
          QTest::addRow("%d panels at %dx%d, text %d", panels, size.width(), size.height(), static_cast<int>(i))
              << size << panels << texts[i];
  }
  void picturesHaveTheRoomOfTheirPanels() {
    QFETCH(QSize, size);
    QFETCH(int, panels);
    QFETCH(QString, text);
    OpenedPictures opened(text.toStdString());
    opened.window.resize(size);
    opened.workspace().edit([panels](WorkspaceState& state) {
      state.panels.assign(static_cast<std::size_t>(panels), PanelState());
      for (int i = 0; i < panels; ++i) state.panels[static_cast<std::size_t>(i)].pinned = HeadId{1, i};
    });
    QTRY_COMPARE(opened.window.panelArea().panels().size(), static_cast<std::size_t>(panels));
    QCoreApplication::processEvents();
    QCOMPARE(opened.window.size(), size);
    int legends = 0;
    for (Panel* panel : opened.window.panelArea().panels()) {
      const auto& figure = static_cast<const HeatmapFigure&>(panel->view()->figure());
      const QSize room = panel->view()->size();
      const HeatmapLayout layout = figure.layout(room);
      const double least = 0.6 * std::min(room.width(), room.height());
      QVERIFY2(std::min(layout.map.width(), layout.map.height()) >= least,
               qPrintable(QStringLiteral("%1 × %2 of %3 × %4")
                              .arg(layout.map.width())
                              .arg(layout.map.height())
                              .arg(room.width())
                              .arg(room.height())));
      QVERIFY(layout.queryLabelSize >= 10 && layout.keyLabelSize >= 10);
      for (const PlacedLabel& label : layout.queryLabels) QVERIFY(label.outline.boundingRect().left() >= 0);
      legends += figure.style().hasLegend() ? 1 : 0;
    }
    QCOMPARE(legends, 1);
  }

  void oneLegendForPanelsOfOneScale() {
    OpenedPictures opened;
    opened.workspace().edit([](WorkspaceState& state) { state.panels.assign(3, PanelState()); });
    QTRY_COMPARE(opened.window.panelArea().panels().size(), std::size_t(3));
    const auto legends = [&] {
      std::vector<bool> all;
      for (const Panel* panel : opened.window.panelArea().panels())
        all.push_back(panel->view()->figure().style().hasLegend());
      return all;
    };
    // The one with the most room.
    QTRY_COMPARE(legends(), (std::vector<bool>{false, false, true}));
    // Another scale has a legend of its own.
    PanelState other = opened.workspace().panels()[0];
    other.scale = ScaleKind::Linear;
    opened.workspace().setPanel(0, other);
    QCOMPARE(legends(), (std::vector<bool>{true, false, true}));
    other.scale = ScaleKind::Sqrt;
    other.range = ScaleRange::PerHead;
    opened.workspace().setPanel(0, other);
    QCOMPARE(legends(), (std::vector<bool>{true, false, true}));
    // A panel in sight alone has it, and a figure always does.
    opened.workspace().setMaximised(1);
    QTRY_VERIFY(legends()[1]);
    opened.workspace().setMaximised({});
    QTRY_VERIFY(!legends()[1]);
    Session session;
    session.state = opened.workspace().state();
    for (const Exportable& figure : exportables(opened.window.panelArea().panels(),
                                                child<AtlasView>(opened.window, "atlas").figure(),
                                                opened.workspace(), session))
      QVERIFY(figure.style.hasLegend());
  }

  // Zoom.

  void anotherTextStartsWhole_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("typed") << 0;
    QTest::newRow("written on") << 1;
    QTest::newRow("sample") << 3;
    QTest::newRow("shorter text") << 4;
  }
  void anotherTextStartsWhole() {
    QFETCH(int, what);
    OpenedPictures opened;
    opened.zoom();
    QVERIFY(opened.heatmap().isPart());
    switch (what) {
      case 0:
        QTest::keyClicks(&child<QPlainTextEdit>(opened.window, "text"), " and ran");
        break;
      case 1:
        opened.workspace().setContinuation({3});
        break;
      case 3:
        opened.workspace().setState(stateOf(builtInSamples().front(), opened.workspace().panels()));
        break;
      case 4:
        opened.workspace().replaceTexts("the cat that chased", {});
        break;
      default:
        break;
    }
    QTRY_VERIFY(!opened.heatmap().isPart());
    QVERIFY(opened.settle());
    QVERIFY(!opened.heatmap().isPart());
    QVERIFY(opened.workspace().panels()[0].zoom.isNull());
  }

  void theSameTokensKeepTheirPart() {
    OpenedPictures opened;
    opened.zoom();
    opened.workspace().openModel("/models/large");
    QTRY_COMPARE(opened.workspace().result()->maps->layers(), 12);
    QVERIFY(opened.settle());
    QVERIFY(opened.heatmap().isPart());
  }

  void aZoomedPanelSaysSoAndGoesBackAtOnce() {
    OpenedPictures opened;
    auto& sign = child<QToolButton>(opened.panel(0), "partButton");
    QVERIFY(!sign.isVisible());
    opened.zoom();
    QVERIFY(sign.isVisible());
    opened.window.resize(700, 500);
    QVERIFY(sign.isVisible());
    sign.click();
    QVERIFY(!opened.heatmap().isPart());
    QVERIFY(!sign.isVisible());
  }

  void theExportSaysPartOrWhole() {
    OpenedPictures opened;
    opened.zoom();
    const auto choices = exportables(opened.window.panelArea().panels(),
                                     child<AtlasView>(opened.window, "atlas").figure(), opened.workspace(),
                                     opened.window.sessions().session());
    QVERIFY(choices[0].isPart() && !choices[1].isPart() && choices.back().isPart());
    auto* dialog = new ExportDialog(choices, 0, &opened.window);
    dialog->show();
    auto& part = child<QComboBox>(*dialog, "exportPart");
    QVERIFY(part.isVisible());
    QVERIFY(!dialog->settings().whole);
    const auto made = [&] { return figureFor(choices[0], dialog->settings()); };
    QVERIFY(made()->isPart());
    part.setCurrentIndex(1);
    QVERIFY(dialog->settings().whole);
    QVERIFY(!made()->isPart());
    // What is not zoomed has no choice.
    child<QComboBox>(*dialog, "exportWhat").setCurrentIndex(1);
    QVERIFY(!part.isVisible());
    dialog->close();
  }

  void aPartIsNotedOnPaper() {
    OpenedPictures opened;
    opened.zoom();
    HeatmapFigure figure = opened.heatmap();
    FigureStyle style = figure.style();
    style.caption = true;
    figure.setStyle(style);
    QString notes;
    for (const PlacedText& line : figure.layout({900, 600}).frame.notes) notes += line.text + u' ';
    QVERIFY2(notes.contains("Part of the map: rows 2–4 of 7, columns 2–4 of 7."), qPrintable(notes));
  }

  // Changes.

  void changesAreSeenEverywhere() {
    OpenedPictures opened;
    auto& badge = child<QWidget>(opened.window, "changesBadge");
    auto& atlas = child<AtlasView>(opened.window, "atlas");
    auto& strip = child<TokenStrip>(opened.window, "tokenStrip");
    const auto before = opened.workspace().result();
    QVERIFY(!badge.isVisible());
    opened.workspace().setChanges({{switchedOff({1, 2}), true}, {hidden(3), true}, {switchedOff({0, 0}), false}});
    QVERIFY(opened.settle());
    QVERIFY(badge.isVisible());
    QCOMPARE(child<QToolButton>(badge, "changesCount").text(), QString("2 changes, 1 without effect"));
    QCOMPARE(child<QTabWidget>(opened.window, "sideTabs").tabText(2), QString("Change (2)"));
    // A number of its own for the atlas and the chips.
    QCOMPARE(atlas.figure().changedHeads().off, std::vector<HeadId>({HeadId{1, 2}}));
    QVERIFY(atlas.figure().markNotes().contains("Crossed out: heads that are switched off."));
    for (std::size_t i = 0; i < strip.hidden().size(); ++i)
      QCOMPARE(strip.hidden()[i].everywhere, i == 3);
    // After: panels, atlas and predictions are of the changed model.
    const auto after = opened.workspace().results()[RunId{0, 0, true}];
    QVERIFY(after && after != before);
    const auto shows = [&](const RunResult& result) {
      return opened.heatmap().maps() == result.maps && opened.panel(1).view()->figure().maps() == result.maps &&
             atlas.figure().maps() == result.maps;
    };
    const auto likeliest = [&] { return child<BarList>(opened.window, "predictions0").rows().front().share; };
    QTRY_VERIFY(shows(*after));
    QVERIFY(opened.panel(0).title().contains("with changes"));
    QTRY_COMPARE(likeliest(), 0.3);
    // Before, and back.
    child<QToolButton>(badge, "showBefore").click();
    QTRY_VERIFY(shows(*before));
    QTRY_COMPARE(likeliest(), 0.4);
    QVERIFY(!opened.panel(0).title().contains("with changes"));
    QVERIFY(badge.isVisible());
    child<QAction>(opened.window, "beforeAfterAction").trigger();
    // It is read anew: what is not shown is not kept.
    const auto anew = [&] { return opened.workspace().results()[RunId{0, 0, true}]; };
    QTRY_VERIFY(anew() && shows(*anew()));
    // Without changes there is nothing to say.
    opened.workspace().setChanges({});
    QVERIFY(opened.settle());
    QVERIFY(!badge.isVisible());
    QTRY_VERIFY(shows(*opened.workspace().result()));
    QVERIFY(atlas.figure().changedHeads().off.empty());
  }

  void crossedOutHeadsAndTokensArePainted() {
    OpenedPictures opened;
    auto& atlas = child<AtlasView>(opened.window, "atlas");
    auto& strip = child<TokenStrip>(opened.window, "tokenStrip");
    opened.workspace().setChanges({{switchedOff({1, 2}), true}, {hidden(3), true}});
    QVERIFY(opened.settle());
    child<QToolButton>(opened.window, "showBefore").click();
    const QRect box = atlas.figure().layout(atlas.size()).mapRect({1, 2}).toRect();
    const QColor ink = atlas.figure().style().inks().ink;
    QTRY_VERIFY(perceivedDistance(atlas.grab().toImage().pixelColor(box.center()), ink) < 0.15);
    const QRectF chip = strip.chips().chips[3];
    const QImage chips = strip.grab().toImage();
    int line = 0;
    for (int y = qRound(chip.center().y()) - 2; y <= qRound(chip.center().y()) + 2; ++y) {
      int struck = 0;
      for (int x = qCeil(chip.left()) + 3; x < qFloor(chip.right()) - 3; ++x)
        struck += perceivedDistance(chips.pixelColor(x, y), ink) < 0.3 ? 1 : 0;
      line = std::max(line, struck);
    }
    QVERIFY2(line > 0.8 * (chip.width() - 6), qPrintable(QString::number(line)));
  }

  void theSwitchIsInTheSession() {
    WorkspaceState state;
    state.model = "/models/small";
    state.text = kText;
    state.panels = openingPanels();
    state.changes = {{switchedOff({0, 1}), true}};
    for (const bool shows : {true, false}) {
      state.showsChanges = shows;
      QCOMPARE(readSession(sessionText({"small", "", state}), "s").state.showsChanges, shows);
    }
    // Earlier versions showed the model as it is.
    std::string old = sessionText({"small", "", state});
    const auto at = old.find("\"shows changes\"");
    QVERIFY(at != std::string::npos);
    old.erase(at, old.find(',', at) + 1 - at);
    QVERIFY(!readSession(old, "s").state.showsChanges);
  }

  void aDifferenceOfChangesShowsBothSides() {
    OpenedPictures opened;
    opened.workspace().setChanges({{switchedOff({1, 2}), true}});
    QVERIFY(opened.settle());
    child<QAction>(opened.window, "showDifferenceAction").trigger();
    QVERIFY(opened.settle());
    QVERIFY(!opened.workspace().state().showsChanges);
    QCOMPARE(opened.workspace().panels().size(), std::size_t(4));
    QTRY_COMPARE(opened.heatmap().maps(), opened.workspace().result()->maps);
    const RunId after{0, 0, true};
    QTRY_COMPARE(opened.panel(2).view()->figure().maps(), opened.workspace().results()[after]->maps);
    QVERIFY(opened.panel(3).title().endsWith("with changes − without changes"));
  }

  // Plain text.

  void markupInTextIsText() {
    const std::string evil = "<s>gone</s> <b>bold</b> & <img src=x> a&b";
    OpenedPictures opened(evil, "/models/m<i>x</i>&y");
    opened.workspace().selection()->setToken(1);
    opened.workspace().setChanges({{hidden(1), true}});
    opened.workspace().setOtherText(TextInput{"<u>other</u>", {}});
    QVERIFY(opened.settle());
    auto& tabs = child<QTabWidget>(opened.window, "sideTabs");
    for (int tab = 0; tab < tabs.count(); ++tab) {
      tabs.setCurrentIndex(tab);
      QVERIFY(opened.settle());
      // Each tab has words: in a label, or in the list of the changes.
      const auto says = [](const QLabel* label) { return label->isVisible() && !label->text().isEmpty(); };
      const auto lists = [](const QListWidget* list) { return list->isVisible() && list->count() > 0; };
      const QWidget* page = tabs.currentWidget();
      QTRY_VERIFY2(std::ranges::any_of(page->findChildren<QLabel*>(), says) ||
                       std::ranges::any_of(page->findChildren<QListWidget*>(), lists),
                   qPrintable(tabs.tabText(tab)));
      for (const QLabel* label : opened.window.findChildren<QLabel*>()) {
        if (!label->isVisible()) continue;
        const bool plain = label->textFormat() == Qt::PlainText;
        const bool escaped = label->textFormat() == Qt::RichText && !label->text().contains("<s>") &&
                             !label->text().contains("<u>") && !label->text().contains("<i>");
        QVERIFY2(plain || escaped || label->text().isEmpty(), qPrintable(label->objectName() + ": " + label->text()));
      }
    }
    // A dialog's labels as well.
    QMessageBox box(&opened.window);
    box.setText("<s>token</s>");
    box.show();
    for (const QLabel* label : box.findChildren<QLabel*>())
      if (label->text().contains("<s>")) QCOMPARE(label->textFormat(), Qt::PlainText);
  }

  void tooltipsShowTokensAsTheyAre() {
    OpenedPictures opened("<s>gone</s>");
    QToolTip::showText(opened.window.mapToGlobal(QPoint(50, 50)), "Token 1: <s>gone</s>", &opened.window);
    const auto tip = [] {
      for (QWidget* widget : QApplication::topLevelWidgets())
        if (widget->inherits("QTipLabel")) return qobject_cast<QLabel*>(widget);
      return static_cast<QLabel*>(nullptr);
    };
    QTRY_VERIFY(tip());
    QCOMPARE(tip()->textFormat(), Qt::PlainText);
    QCOMPARE(tip()->text(), QString("Token 1: <s>gone</s>"));
    QToolTip::hideText();
  }

  void ampersandsInMenusAndButtonsStay() {
    OpenedPictures opened("you & me", "/models/a&b");
    opened.workspace().openOtherModel("/models/c&d");
    QVERIFY(QTest::qWaitFor([&] { return opened.workspace().otherModel() != nullptr; }));
    QVERIFY(opened.settle());
    noteRecent(RecentList::Models, "/models/x&y");
    opened.workspace().selection()->setCell(Cell{2, 2});
    // All menus that are filled when they open, and what they hold.
    QStringList texts;
    std::function<void(QMenu*)> walk = [&](QMenu* menu) {
      emit menu->aboutToShow();
      for (const QAction* action : menu->actions()) {
        texts << action->text();
        if (action->menu()) walk(action->menu());
      }
    };
    for (QMenu* menu : opened.window.findChildren<QMenu*>()) walk(menu);
    for (const QToolButton* button : opened.window.findChildren<QToolButton*>()) texts << button->text();
    static const QRegularExpression lost("[acx]&[bdy]");
    static const QRegularExpression kept("[acx]&&[bdy]");
    int found = 0;
    for (const QString& text : texts) {
      QVERIFY2(!text.contains(lost), qPrintable(text));
      QVERIFY2(!text.contains("“&”"), qPrintable(text));
      found += text.contains(kept) || text.contains("“&&”") ? 1 : 0;
    }
    QVERIFY2(found >= 5, qPrintable(texts.filter("&&").join(" | ")));
  }

  // Panels.

  void theTurnOfColouredTextStays() {
    OpenedPictures opened;
    opened.workspace().setPanel(0, withKind(PanelKind::Text));
    QVERIFY(opened.settle());
    QTest::keyClick(opened.panel(0).view(), Qt::Key_R);
    QCOMPARE(opened.workspace().panels()[0].direction, Direction::Receives);
    opened.workspace().selection()->setToken(2);
    const auto& figure = static_cast<const ColouredTextFigure&>(opened.panel(0).view()->figure());
    QCOMPARE(figure.direction(), Direction::Receives);
    QTest::keyClick(opened.panel(0).view(), Qt::Key_R);
    QCOMPARE(opened.workspace().panels()[0].direction, Direction::Gives);
  }

  void aClickThatNoPanelFollowsIsExplained() {
    OpenedPictures opened;
    std::vector<PanelState> panels = opened.workspace().panels();
    for (std::size_t i = 0; i < panels.size(); ++i) {
      panels[i].pinned = HeadId{0, 1};
      opened.workspace().setPanel(i, panels[i]);
    }
    auto& atlas = child<AtlasView>(opened.window, "atlas");
    auto& message = child<QWidget>(opened.window, "messageBar");
    const auto click = [&](HeadId head) {
      QTest::mouseClick(&atlas, Qt::LeftButton, {},
                        atlas.figure().layout(atlas.size()).thumbnail(head).center().toPoint());
    };
    click({2, 3});
    QVERIFY(message.isVisible());
    QVERIFY(child<QLabel>(message, "messageText").text().contains("Layer 2, head 3"));
    child<QPushButton>(message, "messageAnswer").click();
    QVERIFY(!message.isVisible());
    QCOMPARE(opened.panel(opened.window.panelArea().currentIndex()).head(), (HeadId{2, 3}));
    // Now one follows.
    click({1, 1});
    QVERIFY(!message.isVisible());
    QCOMPARE(opened.panel(opened.window.panelArea().currentIndex()).head(), (HeadId{1, 1}));
  }

  void comparisonsLeaveNoTwins_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("text") << 0;
    QTest::newRow("model") << 1;
    QTest::newRow("changes") << 2;
  }
  void comparisonsLeaveNoTwins() {
    QFETCH(int, what);
    OpenedPictures opened;
    const std::vector<PanelState> before = opened.workspace().panels();
    if (what == 0) opened.workspace().setOtherText(TextInput{"a dog", {}});
    if (what == 1) opened.workspace().openOtherModel("/models/other");
    if (what == 2) {
      opened.workspace().setChanges({{switchedOff({1, 2}), true}});
      opened.workspace().showBeside({0, 0, true});
    }
    QTRY_COMPARE(opened.workspace().panels().size(), before.size() + 2);
    QVERIFY(opened.settle());
    if (what == 0) opened.workspace().setOtherText({});
    if (what == 1) opened.workspace().closeOtherModel();
    if (what == 2) opened.workspace().setChanges({});
    QTRY_VERIFY(opened.workspace().panels() == before);
  }

  void compareAnalysesWhatItsPanelsShow() {
    OpenedPictures opened;
    // The current panel keeps a head of its own; what is compared follows the atlas.
    PanelState own = opened.workspace().panels()[1];
    own.pinned = HeadId{3, 1};
    opened.workspace().setPanel(1, own);
    opened.window.panelArea().setCurrent(1);
    child<QTabWidget>(opened.window, "sideTabs").setCurrentIndex(1);
    opened.workspace().setOtherText(TextInput{"the cat that saw the mice", {}});
    QVERIFY(opened.settle());
    const auto title = [&] {
      return child<QLabel>(child<QWidget>(opened.window, "comparison"), "sectionTitle").text();
    };
    QTRY_VERIFY2(title().startsWith("Layer 1 · Head 2"), qPrintable(title()));
    // Two heads of the atlas: their difference is what is told about.
    emit opened.window.findChild<AtlasPane*>()->compareRequested({{0, 1}, {2, 2}});
    QVERIFY(opened.settle());
    QTRY_VERIFY2(title().startsWith("Layer 0 · Head 1") && title().contains("layer 2, head 2"), qPrintable(title()));
  }
};

HEADLIGHT_TEST(TestWindowPictures)
#include "test_window_pictures.moc"
