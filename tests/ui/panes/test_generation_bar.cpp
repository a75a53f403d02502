#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <filesystem>

#include "core/attention/trace.h"
#include "core/model/model_locations.h"
#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/generation_bar.h"
#include "ui/panes/token_strip.h"
#include "ui/reading/state_fit.h"
#include "ui/state/session_file.h"
#include "ui/state/words/change_words.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"

using namespace headlight;
using headlight::test::child;

namespace {

/// A window in which a real model has read a text.
struct Opened {
  MainWindow window{coreEngine()};

  Opened(const std::string& model, const std::string& text) {
    WorkspaceState state;
    state.model = findModel(model);
    state.text = text;
    state.panels = openingPanels();
    window.resize(1280, 800);
    window.show();
    window.openState(state);
    if (!QTest::qWaitFor([this] { return window.workspace().result() != nullptr; }, 20'000)) qFatal("no result");
  }
  GenerationBar& bar() { return child<GenerationBar>(window, "generationBar"); }
  std::vector<std::int64_t> ids() const {
    std::vector<std::int64_t> ids;
    auto& workspace = const_cast<MainWindow&>(window).workspace();
    for (const Token& token : workspace.result()->trace->encoding.tokens) ids.push_back(token.id);
    return ids;
  }
  /// Writes on and waits until that and its reading are done.
  void write(const std::function<void()>& begin) {
    begin();
    auto& go = child<QToolButton>(window, "generate");
    if (!QTest::qWaitFor(
            [&] { return go.text() == QStringLiteral("Continue text") && !window.workspace().isRunning(); }, 30'000))
      qFatal("it does not end");
  }
};

}  // namespace

/// What a model writes, and walking through it.
class TestGenerationBar : public QObject {
  Q_OBJECT
 private slots:
  void writesOn();
  void walksTheSteps();
  void branches();
  void isOneStepBack();
  void anotherTextStopsIt();
  void goesWithTheText();
  void isSeenAndKept();
  void translates();
  void headsAreOfTheAttentionInView();
  void changesWithTheModel();
  void modelsThatDoNotWrite();
};

void TestGenerationBar::isSeenAndKept() {
  const std::string text = "\"I shall be late,\" said the rabbit. \"I shall be";
  Opened opened("gpt", text);
  auto& strip = child<TokenStrip>(opened.window, "tokenStrip");
  auto& label = child<QLabel>(opened.window, "writtenText");
  const auto read = static_cast<Index>(opened.ids().size());
  QVERIFY(!strip.isWritten(read - 1));
  QVERIFY(!label.isVisible());
  QVERIFY(!child<QAction>(opened.window, "keepWrittenAction").isEnabled());
  child<QSpinBox>(opened.window, "generateTokens").setValue(4);
  opened.write([&] { opened.window.act("writeOnAction"); });
  QVERIFY(!strip.isWritten(read - 1));
  QVERIFY(strip.isWritten(read));
  QVERIFY(label.isVisible());
  const std::vector<std::int64_t> ids = opened.ids();
  child<QToolButton>(opened.window, "keepWritten").click();
  QVERIFY(opened.window.workspace().text().size() > text.size());
  QCOMPARE(opened.window.workspace().text().compare(0, text.size(), text), 0);
  QTRY_VERIFY(!strip.isWritten(static_cast<Index>(ids.size()) - 1) && !opened.window.workspace().isRunning());
  QTRY_VERIFY(opened.ids() == ids);
  QVERIFY(!label.isVisible());
  QVERIFY(child<QPlainTextEdit>(opened.window, "text").toPlainText().size() > static_cast<qsizetype>(text.size()));
  opened.window.act("undoAction");
  QTRY_COMPARE(opened.window.workspace().text(), text);
}

void TestGenerationBar::writesOn() {
  Opened opened("gpt", "\"I shall be late,\" said the rabbit. \"I shall be");
  const std::vector<std::int64_t> read = opened.ids();
  child<QSpinBox>(opened.window, "generateTokens").setValue(6);
  opened.write([&] { opened.window.act("writeOnAction"); });
  const std::vector<std::int64_t> written = opened.ids();
  QVERIFY(written.size() > read.size() && written.size() <= read.size() + 6);
  QVERIFY(std::equal(read.begin(), read.end(), written.begin()));
  // The likeliest token each time, as the logits of the run over all of it say.
  const RunResult& result = *opened.window.workspace().result();
  QCOMPARE(result.written, static_cast<Index>(read.size()));
  for (std::size_t i = read.size(); i < written.size(); ++i) {
    Index best = 0;
    result.trace->logits.row(static_cast<Index>(i) - 1).maxCoeff(&best);
    QCOMPARE(written[i], static_cast<std::int64_t>(best));
  }
  QCOMPARE(opened.window.workspace().continuation().size(), written.size() - read.size());
  QCOMPARE(opened.bar().steps(), static_cast<int>(written.size() - read.size()));
  // Drawn with the same seed it is the same, whatever the clock says.
  child<QComboBox>(opened.window, "generateWay").setCurrentIndex(1);
  const auto draw = [&] {
    opened.window.workspace().setContinuation({});
    if (!QTest::qWaitFor([&] { return !opened.window.workspace().isRunning(); })) qFatal("it does not end");
    opened.write([&] { opened.window.act("writeOnAction"); });
    return opened.ids();
  };
  QCOMPARE(draw(), draw());
}

void TestGenerationBar::walksTheSteps() {
  Opened opened("gpt", "The cat sat on the mat. The cat sat on the");
  child<QSpinBox>(opened.window, "generateTokens").setValue(5);
  opened.write([&] { opened.window.act("writeOnAction"); });
  const int steps = opened.bar().steps();
  QVERIFY(steps >= 2);
  const Index first = opened.window.workspace().result()->written;
  auto& slider = child<QSlider>(opened.window, "generationStep");
  slider.setValue(1);
  QCOMPARE(opened.window.workspace().selection()->token(), std::optional<Index>(first));  // The row that said it.
  QVERIFY(child<QLabel>(opened.window, "generationText").text().startsWith(QStringLiteral("Step 2 of")));
  QVERIFY(
      child<QWidget>(opened.window, "alternatives").findChildren<QToolButton*>(QStringLiteral("alternative")).size() >=
      6);
  child<QToolButton>(opened.window, "stepBack").click();
  QCOMPARE(slider.value(), 0);
  QCOMPARE(opened.window.workspace().selection()->token(), std::optional<Index>(first - 1));
}

void TestGenerationBar::branches() {
  Opened opened("gpt", "The cat sat on the mat. The cat sat on the");
  child<QSpinBox>(opened.window, "generateTokens").setValue(4);
  opened.write([&] { opened.window.act("writeOnAction"); });
  const std::vector<std::int64_t> before = opened.window.workspace().continuation();
  opened.bar().setStep(1);
  const auto another = [&]() -> QToolButton* {
    for (QToolButton* each : opened.bar().findChildren<QToolButton*>(QStringLiteral("alternative")))
      if (each->isEnabled() && each->isVisible()) return each;
    return nullptr;
  };
  QTRY_VERIFY(another());
  opened.write([&] { another()->click(); });
  const std::vector<std::int64_t> after = opened.window.workspace().continuation();
  QVERIFY(after.size() > 2);
  QCOMPARE(after[0], before[0]);
  QVERIFY(after[1] != before[1]);
}

void TestGenerationBar::isOneStepBack() {
  Opened opened("gpt", "The cat sat on the mat. The cat sat on the");
  child<QSpinBox>(opened.window, "generateTokens").setValue(8);
  opened.write([&] { opened.window.act("writeOnAction"); });
  QVERIFY(opened.window.workspace().continuation().size() > 2);
  opened.window.act("undoAction");
  QTRY_VERIFY(opened.window.workspace().continuation().empty());
  opened.window.act("redoAction");
  QTRY_VERIFY(opened.window.workspace().continuation().size() > 2);
}

void TestGenerationBar::anotherTextStopsIt() {
  Opened opened("gpt", "The cat sat on the mat. The cat sat on the");
  child<QSpinBox>(opened.window, "generateTokens").setValue(4000);
  opened.window.act("writeOnAction");
  QTRY_VERIFY(!opened.window.workspace().continuation().empty());
  opened.window.workspace().setTexts("Another text", {});
  QTRY_COMPARE(child<QToolButton>(opened.window, "generate").text(), QStringLiteral("Continue text"));
  QTRY_VERIFY(!opened.window.workspace().isRunning());
  QVERIFY(opened.window.workspace().continuation().empty());
}

void TestGenerationBar::goesWithTheText() {
  Opened opened("gpt", "The cat sat on the");
  child<QSpinBox>(opened.window, "generateTokens").setValue(3);
  opened.write([&] { opened.window.act("writeOnAction"); });
  Workspace& workspace = opened.window.workspace();
  const std::vector<std::int64_t> written = workspace.continuation();
  QVERIFY(!written.empty());
  // A session keeps it, an edit of the text does not, and that can be taken back.
  QCOMPARE(readSession(sessionText({"gpt", "", workspace.state()}), "test").state.continuation, written);
  workspace.setTexts("The dog sat on the", {});
  QVERIFY(workspace.continuation().empty());
  QTRY_VERIFY(!workspace.isRunning());
  opened.window.act("undoAction");
  QTRY_COMPARE(workspace.continuation(), written);
}

void TestGenerationBar::translates() {
  Opened opened("translator", "to German: three small red houses");
  const RunResult& result = *opened.window.workspace().result();
  std::string target;
  for (Index i = result.written; i < static_cast<Index>(result.trace->encoding.size()); ++i)
    if (const Token& token = result.trace->encoding.tokens[static_cast<std::size_t>(i)]; !token.special)
      target += token.display;
  QCOMPARE(QString::fromStdString(target).trimmed(), QStringLiteral("drei kleine rote Häuser"));
  // What is shown at first is where it looked in the source, each row under what it writes.
  const Panel& panel = *opened.window.panelArea().current();
  QCOMPARE(panel.state().attention, AttentionType::Cross);
  const AttentionMaps& maps = *panel.sight().maps;
  QCOMPARE(QString::fromStdString(maps.queryTokens().front().display).trimmed(), QStringLiteral("drei"));
  QVERIFY(std::any_of(maps.keyTokens().begin(), maps.keyTokens().end(),
                      [](const Token& token) { return token.display.find("three") != std::string::npos; }));
  // The header names that attention and offers the others; the source has chips of its own.
  auto& attention = child<QToolButton>(opened.window, "attentionButton");
  QVERIFY(attention.isVisible());
  const QList<QAction*> offered = attention.menu()->actions();
  QCOMPARE(std::count_if(offered.begin(), offered.end(), [](const QAction* each) { return each->isVisible(); }), 3);
  QVERIFY(attention.accessibleName().contains(QStringLiteral("Cross")));
  auto& source = child<TokenStrip>(opened.window, "sourceTokens");
  QVERIFY(source.isVisible());
  QVERIFY(std::find(source.labels().begin(), source.labels().end(), QStringLiteral("three")) != source.labels().end());
  QVERIFY(child<TokenStrip>(opened.window, "tokenStrip").isWritten(result.written));
  // The rows of the panel follow what is pinned in the target; the other two kinds are a choice away.
  opened.window.act("generationAction");
  opened.bar().setStep(0);
  QCOMPARE(opened.window.workspace().selection()->token(), std::optional<Index>(result.written));
  PanelState state = panel.state();
  for (const AttentionType type : {AttentionType::Encoder, AttentionType::Self}) {
    state = lookingAtItself(state);
    state.attention = type;
    opened.window.workspace().setPanel(opened.window.panelArea().currentIndex(), state);
    const AttentionMaps& own = *panel.sight().maps;
    QCOMPARE(own.queries(), own.keys());
    QCOMPARE(own.queries() == static_cast<Index>(result.trace->encoding.size()), type == AttentionType::Self);
  }
}

/// The head that is switched off is one of those that the atlas shows.
void TestGenerationBar::headsAreOfTheAttentionInView() {
  Opened opened("translator", "to German: three small red houses");
  constexpr RunId kChanged{0, 0, true};
  Workspace& workspace = opened.window.workspace();
  const Panel& panel = *opened.window.panelArea().current();
  workspace.selection()->setHead({1, 1});
  for (const auto& [type, name] : kAttentions) {
    PanelState state = lookingAtItself(panel.state());
    state.attention = type;
    state.pinned = HeadId{0, 1};
    workspace.setPanel(opened.window.panelArea().currentIndex(), state);
    QVERIFY(panel.head() == (HeadId{0, 1, type}));
    QVERIFY(panel.state().pinned == (HeadId{0, 1}));
    QVERIFY2(panel.title().startsWith(QStringLiteral("Layer 0 · Head 1 · ") + QLatin1String(name)),
             qPrintable(panel.title()));
    opened.window.act("switchHeadAction");
    QCOMPARE(workspace.changes().size(), std::size_t(1));
    QVERIFY(workspace.changes().front().what == switchedOff({1, 1, type}));
    workspace.setShowsChanges(true);
    QTRY_VERIFY_WITH_TIMEOUT(workspace.results()[kChanged] && !workspace.isRunning(), 30'000);
    const RunResult& changed = *workspace.results()[kChanged];
    QVERIFY(changed.misfits.empty());
    for (const auto& [other, otherName] : kAttentions)
      QVERIFY2(mapsOf(other, changed)->weights({1, 1}).isZero(0) == (other == type), otherName.data());
    opened.window.act("switchHeadAction");
    QVERIFY(workspace.changes().empty());
  }
  // The encoder alone has a third layer: its heads can be selected, and kept.
  workspace.selection()->setHead({2, 3});
  for (const auto& [type, name] : kAttentions) {
    PanelState state = lookingAtItself(panel.state());
    state.attention = type;
    state.pinned.reset();
    workspace.setPanel(opened.window.panelArea().currentIndex(), state);
    QVERIFY(panel.head() == (HeadId{type == AttentionType::Encoder ? 2 : 1, 3, type}));
    QVERIFY(misfit(workspace.state(), {workspace.model()}).isEmpty());
    opened.window.act("switchHeadAction");
    QVERIFY(workspace.changes().front().what == switchedOff(panel.head()));
    opened.window.act("switchHeadAction");
    opened.window.act("previousLayerAction");
    QVERIFY(workspace.selection()->head() == (HeadId{type == AttentionType::Encoder ? 1 : 0, 3}));
    workspace.selection()->setHead({2, 3});
  }
  QCOMPARE(changeName(switchedOff({1, 1, AttentionType::Encoder})), QStringLiteral("Switch head encoder 1.1 off"));
  QCOMPARE(changeName(switchedOff({1, 1})), QStringLiteral("Switch head 1.1 off"));
  QCOMPARE(headWords(HeadSet{{{2, 2}, {}, AttentionType::Cross}}), QStringLiteral("heads cross 2.*"));
}

void TestGenerationBar::changesWithTheModel() {
  Opened opened("gpt", "to German: three small red houses");
  const auto open = [&](const std::string& model) {
    opened.window.opener().open(findModel(model));
    return QTest::qWaitFor(
        [&] {
          return opened.window.workspace().model()->info.name == model && !opened.window.workspace().isRunning() &&
                 opened.window.workspace().result()->request.model == opened.window.workspace().model();
        },
        20'000);
  };
  QVERIFY(open("translator"));
  for (const Panel* panel : opened.window.panelArea().panels())
    QCOMPARE(panel->state().attention, AttentionType::Cross);
  QVERIFY(open("gpt"));
  for (const Panel* panel : opened.window.panelArea().panels()) {
    QCOMPARE(panel->state().attention, AttentionType::Self);
    QVERIFY(panel->state().lenses.empty());
  }
}

void TestGenerationBar::modelsThatDoNotWrite() {
  Opened opened("bert", "The [MASK] sat on the mat.");
  opened.window.act("writeOnAction");
  QVERIFY(!opened.bar().isPossible());
  QVERIFY(!child<QToolButton>(opened.window, "generate").isEnabled());
  QCOMPARE(child<QLabel>(opened.window, "generationText").text(),
           QStringLiteral("This model cannot continue text."));
}

HEADLIGHT_TEST(TestGenerationBar)
#include "test_generation_bar.moc"
