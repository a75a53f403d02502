#include <QMenu>
#include <QTest>

#include "core/intervention/grammar.h"
#include "tests/support/child.h"
#include "tests/support/painted.h"
#include "tests/support/suite.h"
#include "ui/figures/experts/panel_experts_figure.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/reading/workspace.h"
#include "ui/state/samples.h"
#include "ui/views/experts_view.h"
#include "ui/window/main_window.h"

using namespace headlight;
using headlight::test::painted;

namespace {

constexpr int kPatience = 60000;

std::string folderOf(const char* family) {
  return std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/families/" + family;
}

const QSize kPaper(800, 500);

/// A window with one panel of experts.
struct OpenedExperts {
  MainWindow window{coreEngine()};

  OpenedExperts(const char* family, ExpertsPicture picture) {
    window.resize(1400, 900);
    window.show();
    WorkspaceState state = openingState();
    state.model = folderOf(family);
    state.ids = std::string("3,7,12,5,9");
    PanelState panel;
    panel.kind = PanelKind::Experts;
    panel.experts = picture;
    state.panels = {panel};
    window.openState(state);
    const Workspace& workspace = window.workspace();
    if (!QTest::qWaitFor([&] { return workspace.result() && !workspace.isRunning(); }, kPatience)) qFatal("no result");
  }
  Panel& panel() { return *window.panelArea().panels().at(0); }
  const PanelState& state() { return window.workspace().panels().at(0); }
};

}  // namespace

/// Experts in a panel: the same picture as in their window, chosen, changed and undone like what other panels show.
class TestExpertsPanel : public QObject {
  Q_OBJECT

 private slots:
  void aPanelDrawsWhatTheRunChose_data() {
    QTest::addColumn<int>("picture");
    QTest::newRow("grid") << static_cast<int>(ExpertsPicture::Grid);
    QTest::newRow("load") << static_cast<int>(ExpertsPicture::Load);
    QTest::newRow("text") << static_cast<int>(ExpertsPicture::Text);
  }
  void aPanelDrawsWhatTheRunChose() {
    QFETCH(int, picture);
    const auto which = static_cast<ExpertsPicture>(picture);
    OpenedExperts opened("mixtral", which);
    const auto figure = opened.panel().figure();
    const RunResult& result = *opened.window.workspace().result();
    auto report = std::make_shared<ExpertsReport>(
        tellExperts(*result.trace, AttentionType::Self, result.context.text, result.context.changed));
    report->model = result.context.modelName;
    const ExpertsFigure chart(report, figure->style(),
                              {which, opened.window.workspace().selection()->head().layer, {}});
    QCOMPARE(painted(*figure, kPaper), painted(chart, kPaper));
    const auto spots = figure->spots({800, 500});
    QVERIFY(!spots.empty());
    QCOMPARE(spots.size(), chart.spots({800, 500}).size());
    for (const FigureSpot& spot : spots) QVERIFY(!spot.text.isEmpty());
    QVERIFY(!figure->altText().isEmpty());
  }

  void returnStressesAnExpertWhichIsSwitchedOff() {
    OpenedExperts opened("mixtral", ExpertsPicture::Grid);
    auto* view = qobject_cast<ExpertsView*>(opened.panel().view());
    QVERIFY(view);
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(opened.window.workspace().selection()->token(), std::optional<Index>(0));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(opened.state().expert.has_value());
    const ExpertUse use = expertUse(*opened.window.workspace().result()->trace);
    QCOMPARE(opened.state().expert->layer, use.layers[0].layer);
    QCOMPARE(opened.state().expert->head, use.layers[0].choice.experts[0][0]);
    // The panel's menu offers to change what is stressed.
    auto* menu = opened.panel().findChild<PanelMenu*>();
    QVERIFY(menu);
    emit menu->aboutToShow();
    auto* changes = menu->findChild<QMenu*>("changeMenu");
    QVERIFY(changes);
    QVERIFY(changes->actions().size() == 2);
    const QString name = QStringLiteral("expert %1.%2 off").arg(opened.state().expert->layer)
                             .arg(opened.state().expert->head);
    changes->actions().front()->trigger();
    QTRY_COMPARE(opened.window.workspace().changes().size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(textOf(opened.window.workspace().changes().front().what)), name);
    opened.window.act("undoAction");
    QVERIFY(opened.window.workspace().changes().empty());
    opened.window.act("undoAction");
    QTRY_VERIFY(!opened.state().expert.has_value());
  }

  /// Of experts that are pointed at a panel tells what their window tells; without a text tokens are numbers.
  void theTokensOfAnExpert() {
    OpenedExperts opened("mixtral", ExpertsPicture::Text);
    const ExpertUse use = expertUse(*opened.window.workspace().result()->trace);
    PanelState one = opened.state();
    one.expert = HeadId{use.layers[1].layer, use.layers[1].choice.experts[2][1]};
    opened.window.workspace().setPanel(0, one);
    const auto figure = opened.panel().figure();
    QVERIFY(figure->title().contains(QStringLiteral("%1.%2").arg(one.expert->layer).arg(one.expert->head)));
    QCOMPARE(figure->spots({800, 500}).size(), std::size_t(5));
    PanelLens spans;
    spans.kind = PanelLens::Kind::Spans;
    spans.spans = {{0, 2}};
    one.lenses = {spans};
    opened.window.workspace().setPanel(0, one);
    QTRY_VERIFY(opened.panel().figure()->altText().contains(QStringLiteral("lenses")));
    QVERIFY(opened.panel().figure()->spots({800, 500}).empty());
  }

  void aModelWithoutExpertsSaysSo() {
    OpenedExperts opened("olmo", ExpertsPicture::Grid);
    const auto figure = opened.panel().figure();
    QVERIFY(figure->altText().contains(QStringLiteral("no experts")));
    QVERIFY(figure->spots({800, 500}).empty());
    QVERIFY(painted(*figure, kPaper) != painted(PanelExpertsFigure(), kPaper));
  }
};

HEADLIGHT_TEST(TestExpertsPanel)
#include "test_experts_panel.moc"
