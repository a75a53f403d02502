#include <QTest>
#include <functional>
#include <utility>
#include <vector>

#include "tests/support/suite.h"
#include "ui/state/words/change_words.h"
#include "ui/state/words/step_words.h"

using namespace headlight;

namespace {

using StepKind = Step::Kind;
using Edit = std::function<void(WorkspaceState&)>;

WorkspaceState begun() {
  WorkspaceState state;
  state.model = "/models/small";
  state.text = "the cat sat";
  state.panels = openingPanels();
  state.panels[0].zoom = QRectF(0, 0, 2, 2);
  state.continuation = std::vector<std::int64_t>{4};
  return state;
}

Step stepOf(const Edit& first, const Edit& second) {
  WorkspaceState before = begun();
  first(before);
  WorkspaceState after = before;
  second(after);
  return stepBetween(before, after);
}

void nothing(WorkspaceState&) {}

}  // namespace

class TestStepWords : public QObject {
  Q_OBJECT
 private slots:
  void everyStepHasAName_data() {
    QTest::addColumn<Edit>("first");
    QTest::addColumn<Edit>("second");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    auto row = [rows = 0](const char* name, StepKind kind, const Edit& second, const Edit& first = nothing) mutable {
      QTest::addRow("%d: %s", ++rows, name) << first << second << QString::fromUtf8(name) << static_cast<int>(kind);
    };
    using S = WorkspaceState;
    row("Open model large", StepKind::Other, [](S& s) { s.model = "/models/large"; });
    row("Compare with model large", StepKind::Other, [](S& s) { s.otherModel = "/models/large"; });
    row(
        "Stop comparing models", StepKind::Other, [](S& s) { s.otherModel.reset(); },
        [](S& s) { s.otherModel = "/m"; });
    row("Open image", StepKind::Other, [](S& s) { s.pictures = {KeptImage()}; });
    row("Edit text", StepKind::Text, [](S& s) {
      s.text = "the cat";
      s.continuation = {};
      s.panels[0].zoom = {};
    });
    row("Edit text", StepKind::Text, [](S& s) { s.pair = "on a mat"; });
    row("Edit text", StepKind::Text, [](S& s) { s.ids = "1 2"; });
    row("Edit text", StepKind::Other, [](S& s) {
      s.text = "the dog";
      s.panels.pop_back();
    });
    const Edit compared = [](S& s) { s.otherText = TextInput{"a", {}}; };
    row("Compare texts", StepKind::Other, compared);
    row(
        "Edit text B", StepKind::Text,
        [](S& s) {
          s.otherText = TextInput{"a b", {}};
        },
        compared);
    row(
        "Stop comparing texts", StepKind::Other, [](S& s) { s.otherText.reset(); }, compared);
    row("Continue text", StepKind::Written, [](S& s) {
      s.continuation = std::vector<std::int64_t>{4, 5};
      s.token = 4;
      s.panels[0].zoom = {};
    });
    const Edit ablated = [](S& s) { s.changes = {{switchedOff({1, 3}), true}, {Temperature{2, {}}, true}}; };
    row("Ablate head 1.3", StepKind::Other, [](S& s) { s.changes = {{switchedOff({1, 3}), true}}; });
    row(
        "Ablate head 2.0", StepKind::Other,
        [](S& s) {
          s.changes.insert(s.changes.begin() + 1, Change{switchedOff({2, 0}), true});
        },
        ablated);
    row("Flatten attention: temperature 2", StepKind::Other, [](S& s) { s.changes = {{Temperature{2, {}}, true}}; });
    row(
        "Remove change: Switch head 1.3 off", StepKind::Other, [](S& s) { s.changes.erase(s.changes.begin()); },
        ablated);
    row(
        "Switch change off: Switch head 1.3 off", StepKind::Other, [](S& s) { s.changes[0].on = false; }, ablated);
    row(
        "Switch change on: Switch head 1.3 off", StepKind::Other, [](S& s) { s.changes[0].on = true; },
        [ablated](S& s) {
          ablated(s);
          s.changes[0].on = false;
        });
    row(
        "Edit changes", StepKind::Amount,
        [](S& s) {
          s.changes[1].what = Temperature{3, {}};
        },
        ablated);
    row(
        "Edit changes", StepKind::Other, [](S& s) { s.changes.clear(); }, ablated);
    row("Show model without changes", StepKind::Other, [](S& s) { s.showsChanges = false; });
    row(
        "Show model with changes", StepKind::Other, [](S& s) { s.showsChanges = true; },
        [](S& s) { s.showsChanges = false; });
    row("Add panel", StepKind::Other, [](S& s) { s.panels.resize(3); });
    row("Add panels", StepKind::Other, [](S& s) { s.panels.resize(4); });
    row("Close panel", StepKind::Other, [](S& s) { s.panels.resize(1); });
    row("Move panel", StepKind::Other, [](S& s) { std::swap(s.panels[0], s.panels[1]); });
    row("Change panels", StepKind::Other, [](S& s) { s.panels[0].linked = s.panels[1].linked = false; });
    row("Show panel as: Arcs", StepKind::Other, [](S& s) { s.panels[1].kind = PanelKind::Arcs; });
    row("Add lens: words", StepKind::Other, [](S& s) { s.panels[1].lenses.resize(1); });
    row(
        "Remove lens: words", StepKind::Other, [](S& s) { s.panels[1].lenses.clear(); },
        [](S& s) { s.panels[1].lenses.resize(1); });
    row(
        "Change lenses", StepKind::Other, [](S& s) { s.panels[1].lenses[0].kind = PanelLens::Kind::Far; },
        [](S& s) { s.panels[1].lenses.resize(1); });
    row("Change method: rollout", StepKind::Other, [](S& s) { s.panels[0].method = Method::Rollout; });
    row("Show difference", StepKind::Other, [](S& s) { s.panels[0].minus = PanelMinus{{}, HeadId{1, 1}}; });
    row(
        "End difference", StepKind::Other, [](S& s) { s.panels[0].minus.reset(); },
        [](S& s) {
          s.panels[0].minus = PanelMinus{{}, HeadId{1, 1}};
        });
    row("Choose heads of panel", StepKind::Other, [](S& s) { s.panels[0].heads = {{1, 1}, {2, 2}}; });
    row("Pin head 1.1 in panel", StepKind::Other, [](S& s) { s.panels[0].pinned = HeadId{1, 1}; });
    row(
        "Unpin head of panel", StepKind::Other, [](S& s) { s.panels[0].pinned.reset(); },
        [](S& s) {
          s.panels[0].pinned = HeadId{1, 1};
        });
    row("Change colour scale", StepKind::Other, [](S& s) { s.panels[0].scale = ScaleKind::Linear; });
    row("Change threshold", StepKind::Threshold, [](S& s) { s.panels[1].threshold = 0.3; });
    row("Change panel", StepKind::Other, [](S& s) { s.panels[0].sinksApart = false; });
    row("Maximise panel", StepKind::Other, [](S& s) { s.maximised = 0; });
    row(
        "Restore panels", StepKind::Other, [](S& s) { s.maximised.reset(); }, [](S& s) { s.maximised = 1; });
    row("Sort heads", StepKind::Other, [](S& s) { s.atlas.like = HeadId{1, 1}; });
    row("Filter heads", StepKind::Filter, [](S& s) { s.atlas.filter = "1.*"; });
    const Edit deck = [](S& s) { s.deck = std::vector<DeckSlide>{{"a", "", {}}, {"b", "", {}}}; };
    row("Add slide", StepKind::Other, deck);
    row(
        "Remove slide", StepKind::Other,
        [](S& s) {
          s.deck = std::vector<DeckSlide>{{"a", "", {}}};
        },
        deck);
    row(
        "Move slide", StepKind::Other,
        [](S& s) {
          s.deck = std::vector<DeckSlide>{{"b", "", {}}, {"a", "", {}}};
        },
        deck);
    row(
        "Edit slide", StepKind::Slide,
        [](S& s) {
          s.deck = std::vector<DeckSlide>{{"a", "", {}}, {"c", "", {}}};
        },
        deck);
    row("Select head 1.3", StepKind::Head, [](S& s) { s.head = {1, 3}; });
    row("Pin token", StepKind::Token, [](S& s) { s.token = 2; });
    row(
        "Unpin token", StepKind::Token, [](S& s) { s.token.reset(); }, [](S& s) { s.token = 2; });
    row("Zoom", StepKind::Zoom, [](S& s) { s.panels[0].zoom = {}; });
  }
  void everyStepHasAName() {
    QFETCH(Edit, first);
    QFETCH(Edit, second);
    QFETCH(QString, name);
    QFETCH(int, kind);
    const Step step = stepOf(first, second);
    QCOMPARE(step.name, name);
    QCOMPARE(static_cast<int>(step.kind), kind);
  }

  void stepsOfTwoPanelsAreTwo() {
    const auto threshold = [](std::size_t panel) {
      return stepOf(nothing, [panel](WorkspaceState& state) { state.panels[panel].threshold = 0.3; }).place;
    };
    QVERIFY(threshold(0) != threshold(1));
  }
};

HEADLIGHT_TEST(TestStepWords)
#include "test_step_words.moc"
