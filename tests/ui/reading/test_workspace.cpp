#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "core/io/attention_export.h"
#include "core/io/stored_attention.h"
#include "core/model/model_locations.h"
#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "ui/reading/workspace.h"
#include "ui/state/words/change_words.h"

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
    // To the last bits: a file's rows are added up anew, and processors add the products of a run in other orders.
    const auto sameAsBefore = [&before](const AttentionMaps& maps) {
      return (maps.weights({1, 3}) - before).cwiseAbs().maxCoeff() < 1e-5F;
    };
    QVERIFY(sameAsBefore(*workspace.result()->maps));
    QCOMPARE(workspace.notice().level, Notice::Level::None);
    // Beside the model that it came from, on the same text.
    workspace.openOtherModel(findModel("gpt"));
    QTRY_VERIFY(workspace.otherModel());
    QTRY_VERIFY((workspace.results()[RunId{1, 0}]));
    QVERIFY(sameAsBefore(*workspace.results()[RunId{1, 0}]->maps));
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
      const int started = fake.runsStarted;
      workspace.setTexts(text, {});
      QTRY_COMPARE(fake.runsStarted.load(), started + 1);
    }
    fake.runSteps = 0;
    workspace.setTexts("a b c d e f", {});
    QTRY_COMPARE(results.count(), 1);
    QCOMPARE(workspace.result()->maps->queries(), Index(7));
    QTRY_COMPARE(fake.runsCancelled.load(), 3);
    QCoreApplication::processEvents();  // Whatever the stopped ones have said.
    QCOMPARE(results.count(), 1);
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
    QCoreApplication::processEvents();
    QVERIFY(!workspace.isRunning());
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

  void everyChangeIsToldOnceAndWhereItComesFrom() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    std::vector<Origin> origins;
    std::optional<WorkspaceState> last;
    connect(&workspace, &Workspace::changed, this,
            [&](const WorkspaceState& before, const WorkspaceState& after, Origin origin) {
              QVERIFY(before != after);
              QVERIFY(after == workspace.state());
              QVERIFY(!last || before == *last);
              last = after;
              origins.push_back(origin);
            });
    const auto told = [&] { return std::exchange(origins, {}); };
    using Origins = std::vector<Origin>;
    workspace.setState(stateWith("small", "a b c d"));
    QTRY_VERIFY(workspace.result());
    QVERIFY(told() == Origins{Origin::Session});
    workspace.selection()->setHead({1, 3});
    QVERIFY(told() == Origins{Origin::Person});
    workspace.selection()->setToken(4);
    QVERIFY(told() == Origins{Origin::Person});
    workspace.setZoom(0, QRectF(0, 0, 2, 2), false);
    QVERIFY(told() == Origins{Origin::Program});
    workspace.setZoom(0, QRectF(0, 0, 3, 3));
    QVERIFY(told() == Origins{Origin::Person});
    // Two texts that are typed are one change; that the second has no token 4 is the program's.
    workspace.setInputs({"a b", {}}, TextInput{"a c", {}});
    QVERIFY(told() == Origins{Origin::Typing});
    QTRY_VERIFY(!workspace.state().token);
    QVERIFY(told() == Origins{Origin::Program});
    QTRY_VERIFY(!workspace.isRunning());
    told();
    QVERIFY(workspace.edit([](WorkspaceState& state) { state.atlas.filter = "1.*"; }) == EditOutcome::Applied);
    QVERIFY(told() == Origins{Origin::Person});
    workspace.setState(stateWith("small", "a b c d"), Fit::Clamp, Origin::History);
    QVERIFY(told() == Origins{Origin::History});
  }

  void anEditSaysWhatBecameOfIt() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    QVERIFY(workspace.setState(stateWith("small", "a b c d")) == EditOutcome::Opening);
    QTRY_VERIFY(workspace.result());
    QSignalSpy changed(&workspace, &Workspace::changed), refused(&workspace, &Workspace::refused),
        one(&workspace, &Workspace::panelChanged), list(&workspace, &Workspace::panelsChanged),
        deck(&workspace, &Workspace::deckChanged), changes(&workspace, &Workspace::changesChanged);
    const WorkspaceState before = workspace.state();
    QVERIFY(workspace.edit([](WorkspaceState& state) { state.text = "a b c d"; }) == EditOutcome::Unchanged);
    QVERIFY(workspace.setState(before) == EditOutcome::Unchanged);
    QCOMPARE(changed.count(), 0);
    // There is no other model: the panel shows what it showed, and so does its header.
    one.clear();
    QVERIFY(workspace.edit([](WorkspaceState& state) { state.panels[1].source.model = 1; }) == EditOutcome::Unchanged);
    QCOMPARE(one.count(), 1);
    QCOMPARE(one.first().first().toUInt(), 1U);
    // What is refused is shown as it is.
    for (QSignalSpy* spy : {&one, &list, &deck, &changes}) spy->clear();
    const auto refuses = [&](const std::function<void(WorkspaceState&)>& change, QSignalSpy& shown) {
      refused.clear();
      shown.clear();
      if (workspace.edit(change) != EditOutcome::Refused) qFatal("it was not refused");
      return refused.count() == 1 && shown.count() == 1 && workspace.state() == before;
    };
    QVERIFY(refuses([](WorkspaceState& state) { state.panels.resize(kMostPanels + 1); }, list));
    QVERIFY(refuses([](WorkspaceState& state) { state.panels[1].lenses.resize(kMostLenses + 1); }, one));
    QVERIFY(refuses([](WorkspaceState& state) { state.deck = std::vector<DeckSlide>(kMostSlides + 1); }, deck));
    QVERIFY(refuses([](WorkspaceState& state) { state.changes.resize(kMostChanges + 1); }, changes));
    WorkspaceState many = before;
    many.panels.resize(kMostPanels + 1);
    refused.clear();
    QVERIFY(workspace.setState(many) == EditOutcome::Refused);
    QCOMPARE(refused.count(), 1);
    QVERIFY(workspace.state() == before);
    QCOMPARE(changed.count(), 0);
    // Another model comes later.
    QVERIFY(workspace.edit([](WorkspaceState& state) { state.model = "/models/large"; }) == EditOutcome::Opening);
    QVERIFY(workspace.state() == before);
    QTRY_COMPARE(workspace.state().model, std::filesystem::path("/models/large"));
  }

  void whatIsTypedIsKeptWhereThereIsNoRoomToCompare() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    WorkspaceState full = stateWith("small", "a b");
    full.panels.resize(kMostPanels);
    workspace.setState(full);
    QTRY_VERIFY(workspace.result());
    QSignalSpy refused(&workspace, &Workspace::refused), replaced(&workspace, &Workspace::textsReplaced);
    workspace.setInputs({"a b c", {}}, TextInput{"a b c", {}});
    QCOMPARE(refused.count(), 1);
    QVERIFY(replaced.count() > 0);  // The fields show that there is no second text.
    QCOMPARE(workspace.text(), std::string("a b c"));
    QVERIFY(!workspace.otherText());
    // Nor is a model set beside where there is no room.
    workspace.openOtherModel("/models/large");
    QTRY_VERIFY(workspace.otherModel());
    QCOMPARE(workspace.panels().size(), kMostPanels);
    QCOMPARE(refused.count(), 2);
  }

  void aModelThatComesIsNamedByTheState() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    std::vector<std::pair<std::filesystem::path, std::optional<std::filesystem::path>>> named;
    connect(&workspace, &Workspace::modelChanged, this, [&] {
      const WorkspaceState state = workspace.state();
      QCOMPARE(workspace.model()->info.name, state.model.filename().string());
      QCOMPARE(workspace.otherModel() != nullptr, state.otherModel.has_value());
      named.emplace_back(state.model, state.otherModel);
    });
    workspace.setState(stateWith("small", "a b"));
    QTRY_VERIFY(workspace.result());
    workspace.openOtherModel("/models/large");
    QTRY_COMPARE(named.size(), std::size_t(2));
    workspace.closeOtherModel();
    QCOMPARE(named.size(), std::size_t(3));
    workspace.openModel("/models/large");
    QTRY_COMPARE(named.size(), std::size_t(4));
    QVERIFY(named.back().first == "/models/large");
  }

  // The reading without changes is known already: no result comes that would have pictures shown anew.
  void theLastChangeThatIsSwitchedOffShowsTheModelAsItIs() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    workspace.setState(stateWith("small", "a b"));
    QTRY_VERIFY(workspace.result());
    const auto plain = workspace.result();
    workspace.setChanges({{switchedOff({1, 1}), true}});
    QTRY_VERIFY((workspace.results()[RunId{0, 0, true}]));
    QTRY_VERIFY(!workspace.isRunning());
    QVERIFY(workspace.shownResults()[RunId{}] != plain);
    QSignalSpy results(&workspace, &Workspace::resultsChanged);
    workspace.setChanges({{switchedOff({1, 1}), false}});
    QCOMPARE(results.count(), 1);
    QVERIFY(workspace.shownResults()[RunId{}] == plain);
    workspace.setChanges({{switchedOff({1, 1}), true}});
    QTRY_VERIFY(workspace.shownResults()[RunId{}] != plain && !workspace.isRunning());
    results.clear();
    workspace.setState([&] {
      WorkspaceState without = workspace.state();
      without.changes.clear();
      return without;
    }());
    QVERIFY(results.count() >= 1);
    QVERIFY(workspace.shownResults()[RunId{}] == workspace.result());
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
