#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/io/attention_export.h"
#include "core/io/stored_attention.h"
#include "core/model/model_places.h"
#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "ui/reading/workspace.h"

using namespace headlight;
using headlight::test::FakeEngine;

namespace {

WorkspaceState stateWith(const std::string& model, const std::string& text, HeadId head = {}) {
  WorkspaceState state;
  state.model = "/models/" + model;
  state.text = text;
  state.head = head;
  state.panels = openingPanels();
  return state;
}

}  // namespace

class TestWorkspace : public QObject {
  Q_OBJECT
 private slots:
  void opensModelAndTextTogether() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    workspace.setState(stateWith("small", "the cat sat", {2, 5}));
    QTRY_VERIFY(workspace.result());
    QCOMPARE(workspace.result()->maps->queries(), Index(4));
    QVERIFY(workspace.selection()->head() == (HeadId{2, 5}));
    QCOMPARE(workspace.model()->info.name, std::string("small"));
    QVERIFY(!workspace.isStale());
    QVERIFY(workspace.state() == stateWith("small", "the cat sat", {2, 5}));
  }

  /// Attention from a file takes the place of a model, with its own text; when the file is cut off, that is said, the
  /// panels are out of date, and another model goes on.
  void attentionFromAFileIsAModelWithAText() {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("far.safetensors").toStdString();
    Workspace workspace(coreEngine());
    WorkspaceState state = stateWith("", "The cat sat on the mat and the dog sat on the cat");
    state.model = findModel("gpt");
    workspace.setState(state);
    QTRY_VERIFY(workspace.result());
    exportAttention(file, workspace.result()->trace, {});
    const Matrix before = workspace.result()->maps->weights({1, 3});
    workspace.setTexts("another text", {});
    QSignalSpy texts(&workspace, &Workspace::textsReplaced);
    workspace.openModel(file);
    QTRY_VERIFY(workspace.model()->stored);
    QTRY_VERIFY(workspace.result()->request.model == workspace.model());
    QCOMPARE(texts.count(), 1);
    QCOMPARE(workspace.text(), state.text);
    QVERIFY(workspace.result()->maps->weights({1, 3}) == before);
    QCOMPARE(workspace.notice().level, Notice::Level::None);
    // Beside the model that it came from, on the same text.
    workspace.openOtherModel(findModel("gpt"));
    QTRY_VERIFY(workspace.otherModel());
    QTRY_VERIFY((workspace.results()[RunId{1, 0}]));
    QVERIFY((workspace.results()[RunId{1, 0}]->maps->weights({1, 3}) == before));
    QVERIFY(!workspace.isStale(workspace.panels().front()));

    std::filesystem::resize_file(file, 3000);
    QTRY_COMPARE(workspace.notice().level, Notice::Level::Error);
    QVERIFY2(workspace.notice().text.contains("far.safetensors"), qPrintable(workspace.notice().text));
    QVERIFY(workspace.isStale(workspace.panels().front()));
    workspace.result()->maps->weights({1, 3});  // Nothing ends.
    workspace.openModel(findModel("gpt"));
    QTRY_VERIFY(!workspace.model()->stored);
    QTRY_COMPARE(workspace.notice().level, Notice::Level::None);
    QVERIFY(!workspace.isStale());
  }

  void theNewestTextWins() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    workspace.setState(stateWith("small", "one"));
    QTRY_VERIFY(workspace.result());
    fake.runSteps = 200;
    QSignalSpy results(&workspace, &Workspace::resultChanged);
    for (const char* text : {"one two", "one two three", "one two three four"}) {
      workspace.setTexts(text, {});
      QTest::qWait(10);
    }
    fake.runSteps = 0;
    workspace.setTexts("a b c d e f", {});
    QTRY_COMPARE(results.count(), 1);
    QCOMPARE(workspace.result()->maps->queries(), Index(7));
    QTest::qWait(30);
    QCOMPARE(results.count(), 1);
    QTRY_VERIFY(fake.runsCancelled > 0);
    QCOMPARE(fake.runsFinished.load(), 2);
  }

  void spansAndTheTokenFollowAnEdit() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    WorkspaceState state = stateWith("small", "the cat sat on the mat");
    PanelLens lens;
    lens.kind = PanelLens::Kind::Spans;
    lens.spans = {{2, 4}};
    state.panels[0].lenses = {lens};
    state.token = 6;
    workspace.setState(state);
    QTRY_VERIFY(workspace.result());
    QVERIFY(workspace.state() == state);
    QSignalSpy panels(&workspace, &Workspace::panelsChanged);
    workspace.setTexts("then the black cat sat on the mat", {});
    QTRY_COMPARE(workspace.result()->maps->queries(), Index(9));
    // The whole front is one edit: "the cat" became "then the black cat".
    workspace.setTexts("then the black cat soon sat on the mat", {});
    QTRY_COMPARE(workspace.result()->maps->queries(), Index(10));
    QVERIFY((workspace.panels()[0].lenses[0].spans == std::vector<std::pair<Index, Index>>{{4, 7}}));
    QVERIFY(workspace.selection()->token() == std::optional<Index>(9));
    QVERIFY(panels.count() >= 2);
    // A state that is taken over counts by its own text.
    workspace.setState(state);
    QTRY_COMPARE(workspace.result()->maps->queries(), Index(7));
    QVERIFY(workspace.state() == state);
    workspace.setTexts("the cat sat on a mat", {});
    QTRY_VERIFY(!workspace.isStale());
    QVERIFY((workspace.panels()[0].lenses[0].spans == std::vector<std::pair<Index, Index>>{{2, 4}}));
  }

  void anErrorKeepsTheLastResult() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    workspace.setState(stateWith("small", "the cat"));
    QTRY_VERIFY(workspace.result());
    const auto good = workspace.result();
    workspace.setTexts("fail", {});
    QTRY_COMPARE(workspace.notice().level, Notice::Level::Error);
    QCOMPARE(workspace.notice().text, QString("text: expected at most 3 tokens, found 4"));
    QCOMPARE(workspace.result(), good);
    QVERIFY(workspace.isStale());
    workspace.setTexts("the dog", {});
    QTRY_VERIFY(!workspace.isStale());
    QCOMPARE(workspace.notice().level, Notice::Level::None);
    QVERIFY(workspace.result() != good);
  }

  void anEmptyTextIsAHint() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    workspace.setState(stateWith("small", "the cat"));
    QTRY_VERIFY(workspace.result());
    const int runs = fake.runsStarted;
    workspace.setTexts("", {});
    QCOMPARE(workspace.notice().level, Notice::Level::Hint);
    QVERIFY(workspace.isStale());
    QVERIFY(workspace.result());
    QTest::qWait(20);
    QCOMPARE(fake.runsStarted.load(), runs);
  }

  void aWarningComesWithTheResult() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    std::string longText;
    for (int i = 0; i < 25; ++i) longText += "word ";
    workspace.setState(stateWith("small", longText));
    QTRY_VERIFY(workspace.result());
    QCOMPARE(workspace.notice().level, Notice::Level::Warning);
    QVERIFY(!workspace.isStale());
  }

  void cancelKeepsTheOldPictures() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    workspace.setState(stateWith("small", "the cat"));
    QTRY_VERIFY(workspace.result());
    const auto good = workspace.result();
    fake.runSteps = 5000;
    QSignalSpy progressed(&workspace, &Workspace::runProgressed);
    workspace.setTexts("the cat sat", {});
    QTRY_VERIFY(!progressed.isEmpty() && fake.runsStarted == 2);
    QVERIFY(workspace.isRunning());
    workspace.cancelRun();
    QVERIFY(!workspace.isRunning());
    QTRY_COMPARE(fake.runsCancelled.load(), 1);
    QCOMPARE(workspace.result(), good);
    QVERIFY(workspace.isStale());
  }

  void aBrokenFolderChangesNothing() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    workspace.setState(stateWith("small", "the cat", {1, 1}));
    QTRY_VERIFY(workspace.result());
    const WorkspaceState before = workspace.state();
    const auto model = workspace.model();
    QSignalSpy failed(&workspace, &Workspace::openingFailed);
    workspace.openModel("/models/broken");
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().at(1).toString(), QString("broken/config.json: expected a JSON object, found an array"));
    QVERIFY(workspace.state() == before);
    QCOMPARE(workspace.model(), model);
    // A whole state with a model that cannot be opened is taken over not at all.
    workspace.setState(stateWith("broken", "another text", {3, 3}));
    QTRY_COMPARE(failed.count(), 2);
    QVERIFY(workspace.state() == before);
  }

  void openingCanBeStopped() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    workspace.setState(stateWith("small", "the cat"));
    QTRY_VERIFY(workspace.result());
    fake.openSteps = 5000;
    QSignalSpy progressed(&workspace, &Workspace::openingProgressed), failed(&workspace, &Workspace::openingFailed),
        ended(&workspace, &Workspace::openingEnded);
    workspace.openModel("/models/large");
    QTRY_VERIFY(!progressed.isEmpty() && progressed.last().first().toDouble() > 0);
    // Typing goes on with the old model meanwhile.
    workspace.setTexts("the cat sat", {});
    QTRY_COMPARE(workspace.result()->maps->queries(), Index(4));
    workspace.cancelOpening();
    QTRY_COMPARE(fake.opensCancelled.load(), 1);
    QCOMPARE(ended.count(), 1);
    QCOMPARE(failed.count(), 0);
    QCOMPARE(workspace.model()->info.name, std::string("small"));
  }

  void headsAreClampedToTheModel() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    workspace.setState(stateWith("large", "the cat", {11, 10}));
    QTRY_VERIFY(workspace.result());
    PanelState pinned;
    pinned.pinned = HeadId{11, 11};
    workspace.addPanel(pinned);
    workspace.openModel("/models/small");
    QTRY_COMPARE(workspace.result()->maps->layers(), 4);
    QVERIFY(workspace.selection()->head() == (HeadId{3, 7}));
    QVERIFY(*workspace.panels().back().pinned == (HeadId{3, 7}));
  }

  void tokensThatAreGoneAreForgotten() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    workspace.setState(stateWith("small", "a b c d"));
    QTRY_VERIFY(workspace.result());
    workspace.selection()->setToken(4);
    workspace.selection()->setCell(Cell{4, 2});
    workspace.setTexts("a b", {});
    QTRY_COMPARE(workspace.result()->maps->queries(), Index(3));
    QVERIFY(!workspace.selection()->token());
    QVERIFY(!workspace.selection()->cell());
  }

  void thereIsAlwaysAPanel() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    QCOMPARE(workspace.panels().size(), std::size_t(2));
    workspace.removePanel(0);
    QCOMPARE(workspace.panels().size(), std::size_t(1));
    QCOMPARE(workspace.panels().front().kind, PanelKind::Links);
    workspace.removePanel(0);
    QCOMPARE(workspace.panels().size(), std::size_t(1));
  }
};

HEADLIGHT_TEST(TestWorkspace)
#include "test_workspace.moc"
