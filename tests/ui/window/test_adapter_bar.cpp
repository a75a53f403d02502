#include <QLabel>
#include <QSlider>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

#include "core/model/adapter.h"
#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/panes/message_bar.h"
#include "ui/reading/workspace.h"
#include "ui/state/samples.h"
#include "ui/state/session_file.h"
#include "ui/state/words/step_words.h"
#include "ui/widgets/bar_list.h"
#include "ui/window/main_window.h"

using namespace headlight;
using headlight::test::child;

namespace {

constexpr int kWait = 60000;

std::filesystem::path adapter() {
  return std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/families/lora-llama/adapter";
}

bool settled(const Workspace& workspace) {
  return QTest::qWaitFor([&] { return workspace.result() && !workspace.isRunning() && !workspace.isOpening(); }, kWait);
}

}  // namespace

class TestAdapterBar : public QObject {
  Q_OBJECT

 private slots:
  /// The slider opens the adapter with that share of it, which undo and sessions keep.
  void theSliderSetsHowMuchCounts() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = openingState();
    state.model = adapter();
    state.ids = std::string("3,7,12,5,9");
    window.openState(state);
    QVERIFY(settled(window.workspace()));
    auto& slider = child<QSlider>(&window, "adapterScale");
    QVERIFY(!slider.isHidden());
    QCOMPARE(slider.value(), 100);
    QCOMPARE(child<QLabel>(&window, "adapterValue").text(), QStringLiteral("100%"));
    const auto whole = window.workspace().result();
    slider.setValue(50);
    QTRY_COMPARE_WITH_TIMEOUT(adapterPlace(window.workspace().state().model).scale, 0.5, kWait);
    QVERIFY(settled(window.workspace()));
    QCOMPARE(child<QLabel>(&window, "adapterValue").text(), QStringLiteral("50%"));
    QVERIFY(window.workspace().result()->trace->hiddenStates.back() != whole->trace->hiddenStates.back());
    const Session kept = readSession(sessionText({"lora", "print", window.workspace().state()}), "kept");
    QCOMPARE(adapterPlace(kept.state.model).scale, 0.5);
    window.act("undoAction");
    QTRY_COMPARE_WITH_TIMEOUT(slider.value(), 100, kWait);
    QVERIFY(settled(window.workspace()));
    QVERIFY(window.workspace().result()->trace->hiddenStates.back() == whole->trace->hiddenStates.back());
  }

  /// The base model is opened beside, and the heads that the fine-tune changed are ranked.
  void theBaseIsComparedWith() {
    MainWindow window(coreEngine());
    window.resize(1400, 900);
    window.show();
    WorkspaceState state = openingState();
    state.model = adapter();
    state.ids = std::string("3,7,12,5,9");
    window.openState(state);
    QVERIFY(settled(window.workspace()));
    auto& compare = child<QToolButton>(&window, "compareWithBase");
    QVERIFY(compare.isEnabled());
    compare.click();
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().otherModel() != nullptr, kWait);
    QCOMPARE(adapterPlace(*window.workspace().state().otherModel).scale, 0.0);
    QTRY_VERIFY_WITH_TIMEOUT(!child<BarList>(&window, "differingHeads").rows().empty(), kWait);
    const auto& rows = child<BarList>(&window, "differingHeads").rows();
    for (std::size_t i = 1; i < rows.size(); ++i) QVERIFY(rows[i - 1].share >= rows[i].share);
    QVERIFY(rows.front().share > 0);
    QVERIFY(!compare.isEnabled());
  }

  /// A session may hold a place that nothing can be read from: the window says so, and keeps what it shows.
  void aPlaceThatCannotBeReadIsAnError() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = openingState();
    state.model = adapter();
    state.ids = std::string("3,7,12,5,9");
    window.openState(state);
    QVERIFY(settled(window.workspace()));
    auto& bar = child<MessageBar>(&window, "messageBar");
    for (const char* wrong : {"#scale=9", "#scale=", "#scale=0.5,rank=3"}) {
      WorkspaceState other = state;
      other.model = adapter().string() + wrong;
      const Session kept = readSession(sessionText({"lora", "print", other}), "kept");
      QVERIFY(!stepBetween(state, kept.state).name.isEmpty());
      window.openState(kept.state);
      QTRY_VERIFY_WITH_TIMEOUT(bar.text().contains(QString(wrong) + "': expected scale=NUMBER"), kWait);
      QVERIFY(settled(window.workspace()));
      QVERIFY(window.workspace().state().model == adapter());
    }
    WorkspaceState beside = state;
    beside.otherModel = adapter().string() + "#scale=7";
    window.openState(beside);
    QTRY_VERIFY_WITH_TIMEOUT(bar.text().contains("#scale=7': expected scale=NUMBER"), kWait);
    QVERIFY(settled(window.workspace()));
  }

  void otherModelsHaveNone() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = openingState();
    state.model = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/families/mixtral";
    state.ids = std::string("3,7,12,5,9");
    window.openState(state);
    QVERIFY(settled(window.workspace()));
    QVERIFY(child<QWidget>(&window, "adapterBar").isHidden());
  }
};

HEADLIGHT_TEST(TestAdapterBar)
#include "test_adapter_bar.moc"
