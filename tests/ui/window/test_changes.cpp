#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <tuple>

#include "core/analysis/ablation.h"
#include "core/analysis/effect.h"
#include "core/findings/steering.h"
#include "core/intervention/grammar.h"
#include "core/model/model_locations.h"
#include "core/model/predictions.h"
#include "core/text/tokenizer.h"
#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "ui/dialogs/changes/change_form.h"
#include "ui/dialogs/changes/steering_form.h"
#include "ui/figures/cell_words.h"
#include "ui/panels/cell_changes.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panels/panel_header.h"
#include "ui/panes/changes/change_line.h"
#include "ui/reading/workspace.h"
#include "ui/state/session_file.h"
#include "ui/state/words/change_amount.h"
#include "ui/state/words/change_words.h"
#include "ui/views/atlas_view.h"
#include "ui/widgets/bar_list.h"
#include "ui/window/appearance.h"
#include "ui/window/main_window.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;

namespace {

constexpr RunId kChanged{0, 0, true};
const std::string kDarcy = "When Mr. Darcy came into the room, Elizabeth looked at Mr.";

std::vector<Change> changesOf(const std::string& grammar) {
  std::vector<Change> changes;
  for (const Intervention& what : parseInterventions(grammar)) changes.push_back({what, true});
  return changes;
}

/// A workspace of the built-in gpt whose second panel shows what the changes make of it.
WorkspaceState darcy(const std::string& grammar) {
  WorkspaceState state;
  state.model = findModel("gpt");
  state.text = kDarcy;
  state.changes = changesOf(grammar);
  state.panels = openingPanels();
  state.panels[1].source = kChanged;
  return state;
}

/// What the model itself makes of the same text and changes.
std::shared_ptr<const Trace> modelRun(const Source& model, const std::string& text, const std::string& grammar) {
  RunOptions options;
  if (!grammar.empty()) options.interventions = parseInterventions(grammar);
  return model.model->run(model.tokenizer->encode(text), options);
}

/// Equal to rounding: a run that begins from an earlier one multiplies fewer rows at a time.
void compareTraces(const Trace& a, const Trace& b) {
  const auto equal = [](const Matrix& x, const Matrix& y) {
    return x.rows() == y.rows() && x.cols() == y.cols() &&
           (x - y).cwiseAbs().maxCoeff() <= 1e-5F * std::max(1.0F, y.cwiseAbs().maxCoeff());
  };
  QVERIFY(equal(a.logits.all(), b.logits.all()));
  QCOMPARE(a.hiddenStates.size(), b.hiddenStates.size());
  for (std::size_t i = 0; i < a.hiddenStates.size(); ++i) QVERIFY(equal(a.hiddenStates[i], b.hiddenStates[i]));
}

bool changesSettled(Workspace& workspace) {
  return QTest::qWaitFor([&] { return workspace.result() && !workspace.isRunning() && !workspace.isOpening(); }, 60000);
}

/// A window with the tab of the changes in sight.
struct OpenedChanges {
  MainWindow window{coreEngine()};

  explicit OpenedChanges(const std::string& grammar) {
    window.resize(1400, 1000);
    window.show();
    window.openState(darcy(grammar));
    changesSettled(window.workspace());
    child<QTabWidget>("sideTabs").setCurrentIndex(2);
    changesSettled(window.workspace());
  }
  Workspace& workspace() { return window.workspace(); }
  template <class Widget>
  Widget& child(const char* name) {
    return *window.findChild<Widget*>(QString::fromLatin1(name));
  }
};

}  // namespace

class TestChanges : public QObject {
  Q_OBJECT
 private slots:

  void theListSwitchesRemovesAndEdits() {
    OpenedChanges opened("ablate 1.5; temperature 2; ablate 9.0");
    auto& list = opened.child<QListWidget>("changeList");
    QTRY_COMPARE(list.count(), 3);
    QCOMPARE(list.item(0)->text(), QString("Switch head 1.5 off"));
    QTRY_VERIFY2(list.item(2)->text().contains("layer 9"), qPrintable(list.item(2)->text()));
    QVERIFY(list.item(2)->foreground() != list.item(0)->foreground());
    list.item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(!opened.workspace().changes()[0].on);
    QVERIFY(changesSettled(opened.workspace()));
    compareTraces(*opened.workspace().results()[kChanged]->trace,
                  *modelRun(*opened.workspace().model(), kDarcy, "temperature 2"));
    opened.window.act("undoAction");
    QVERIFY(changesSettled(opened.workspace()));
    QCOMPARE(list.item(0)->checkState(), Qt::Checked);
    list.setCurrentRow(1);
    QTest::keyClick(&list, Qt::Key_F2);
    auto& line = opened.child<ChangeLine>("changeLine");
    QCOMPARE(line.text(), QString("temperature 2"));
    line.setText("temperature x");
    QTest::keyClick(&line, Qt::Key_Return);
    QVERIFY(opened.child<QLabel>("changeProblem").text().contains("character 13: expected a temperature"));
    QCOMPARE(opened.workspace().changes().size(), std::size_t(3));
    line.setText("uniform 0.0; cap sink 0.2");
    QTest::keyClick(&line, Qt::Key_Return);
    QVERIFY(opened.workspace().changes() == changesOf("ablate 1.5; uniform 0.0; cap sink 0.2; ablate 9.0"));
    list.setCurrentRow(3);
    QTest::keyClick(&list, Qt::Key_Delete);
    QVERIFY(opened.workspace().changes() == changesOf("ablate 1.5; uniform 0.0; cap sink 0.2"));
    opened.workspace().selection()->setHead({2, 1});
    opened.window.act("switchHeadAction");
    QVERIFY(opened.workspace().changes().back().what == switchedOff({2, 1}));
    opened.window.act("switchHeadAction");
    QCOMPARE(opened.workspace().changes().size(), std::size_t(3));
  }

  void theLastChangeSwitchedOffShowsTheModelAsItIs() {
    OpenedChanges opened("ablate 1.5");
    QVERIFY(changesSettled(opened.workspace()));
    auto& list = opened.child<QListWidget>("changeList");
    QTRY_COMPARE(list.count(), 1);
    const HeadId head{2, 1};
    const Matrix plain = opened.workspace().result()->maps->weights(head);
    const auto shown = [&] { return opened.window.panelArea().panels()[0]->view()->figure().maps()->weights(head); };
    QTRY_VERIFY(shown() != plain);
    list.item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(changesSettled(opened.workspace()));
    QVERIFY(shown() == plain);
    QVERIFY(opened.child<AtlasView>("atlas").figure().maps()->weights(head) == plain);
  }

  void beforeAndAfterAreThoseOfTheRuns() {
    OpenedChanges opened("ablate 5.7");
    auto& table = opened.child<QTableWidget>("answerTable");
    QTRY_VERIFY(table.rowCount() >= 5);
    QTRY_VERIFY(table.item(0, 3)->text() != "0.00");
    const Workspace& workspace = opened.workspace();
    const Trace& before = *workspace.result()->trace;
    const Trace& after = *workspace.results()[kChanged]->trace;
    const Index last = before.logits.rows() - 1;
    const std::int64_t id = likeliestOutcome(before, last);
    const double change = logProbabilities(after.logits, last)[static_cast<std::size_t>(id)] -
                          logProbabilities(before.logits, last)[static_cast<std::size_t>(id)];
    QVERIFY(change < -0.1);
    QCOMPARE(table.item(0, 0)->text().trimmed(), QString("Darcy"));
    QCOMPARE(table.item(0, 3)->text(), QString("−%1").arg(-change, 0, 'f', 2));
    const auto& heads = opened.child<BarList>("changedHeads").rows();
    QTRY_VERIFY(!heads.empty());
    const std::vector<HeadDistance> ranked =
        headChanges(workspace.result()->trace, workspace.results()[kChanged]->trace);
    QCOMPARE(heads[0].value, QString::number(ranked[0].divergence, 'f', 4));
    QCOMPARE(heads[0].token,
             std::optional<Index>(ranked[0].head.layer * workspace.model()->info.heads + ranked[0].head.head));
    const std::size_t panels = workspace.panels().size();
    opened.child<QPushButton>("showDifference").click();
    QCOMPARE(workspace.panels().size(), panels + 1);  // The changed picture is there already.
    QVERIFY(workspace.panels().back().source == kChanged);
    QVERIFY(workspace.panels().back().minus == (PanelMinus{{}, {}}));
  }

  void everyHeadInTurnGivesTheNumbersOfTheCommand() {
    OpenedChanges opened("ablate 1.5; mask key 4 in 3.*; ablate 9.0");
    QTRY_VERIFY(opened.child<QTableWidget>("answerTable").rowCount() >= 5);
    opened.child<QPushButton>("whichHead").click();
    const auto& rows = opened.child<BarList>("headEffects").rows();
    QTRY_VERIFY_WITH_TIMEOUT(!rows.empty(), 60000);
    const QString folder = qEnvironmentVariable("HEADLIGHT_GALLERY");
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
      opened.window.appearance().setTheme(theme);
      QVERIFY(changesSettled(opened.workspace()));
      QCoreApplication::processEvents();
      // The switches give way to a long title; none is shown without the room that it needs.
      for (const PanelHeader* header : opened.window.findChildren<PanelHeader*>())
        for (const QToolButton* button : header->findChildren<QToolButton*>())
          if (button->isVisible())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->objectName()));
      if (!folder.isEmpty())
        opened.window.grab().save(folder + (theme == ThemeChoice::Light ? "/changes_light.png" : "/changes_dark.png"));
    }
    const auto before = opened.workspace().result()->trace;
    const Index last = before->logits.rows() - 1;
    const auto effects =
        ablateEveryHead(*opened.workspace().model()->model, before, {{last, likeliestOutcome(*before, last)}});
    const auto most = std::max_element(effects.begin(), effects.end(), [](const auto& a, const auto& b) {
      return std::abs(a.logProbabilityChange) < std::abs(b.logProbabilityChange);
    });
    QCOMPARE(rows[0].token,
             std::optional<Index>(most->head.layer * opened.workspace().model()->info.heads + most->head.head));
    QCOMPARE(rows[0].value, QString("−%1").arg(-most->logProbabilityChange, 0, 'f', 3));
  }

  void formsMakeTheGrammarsChanges_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("grammar");
    const QString expected[] = {"ablate 2.1",
                                "mask key sink",
                                "temperature 2",
                                "uniform 2.1",
                                "cap sink 0.1",
                                "scale punctuation 0.5",
                                "scale 0 10",
                                "dropout 0.1 seed 1 draws 20",
                                "patch output 2.1 from \"text \\\"B\\\"\"",
                                "ablate stream 2 zero",
                                "expert 1.0 off"};
    for (const ChangeFormRow& row : changeForms())
      QTest::newRow(row.name) << static_cast<int>(row.kind) << expected[static_cast<int>(row.kind)];
  }
  void formsMakeTheGrammarsChanges() {
    QFETCH(int, kind);
    QFETCH(QString, grammar);
    const ChangeFormFacts facts{4, 8, {2, 1}, {}, {"a", "b"}, "text \"B\"", 0, {}, {{1, 4}, {3, 4}}};
    ChangeForm form(static_cast<ChangeFormKind>(kind), facts);
    QCOMPARE(form.grammar(), grammar);
    QSignalSpy chosen(&form, &ChangeForm::chosen);
    for (QPushButton* button : form.findChildren<QPushButton*>())
      if (button->text() == "Add") button->click();
    QCOMPARE(chosen.count(), 1);
  }

  void theAmountOfAChangeIsOnASlider() {
    for (const auto& [grammar, low, high] : {std::tuple("steer \"a.safetensors\" 1.5", -4.0, 4.0),
                                             {"temperature 2", 0.01, 4.0},
                                             {"cap sink 0.1", 0.0, 1.0},
                                             {"scale punctuation 9", 0.0, 9.0}}) {
      const Intervention change = parseInterventions(grammar).front();
      const auto amount = amountOf(change);
      QVERIFY(amount);
      QCOMPARE(amount->low, low);
      QCOMPARE(amount->high, high);
      QCOMPARE(textOf(withAmount(change, amount->value)), textOf(change));
      QCOMPARE(amountOf(withAmount(change, 0.5))->value, 0.5);
    }
    QVERIFY(!amountOf(parseInterventions("ablate 2.1").front()));

    MainWindow window(coreEngine());
    window.show();
    window.openState(darcy("ablate 1.0; temperature 2 in 3.*"));
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().results()[kChanged] != nullptr, 30000);
    auto& list = child<QListWidget>(window, "changeList");
    auto& slider = child<QSlider>(window, "changeAmountSlider");
    auto& number = child<QDoubleSpinBox>(window, "changeAmount");
    list.setCurrentRow(0);
    QVERIFY(!slider.parentWidget()->isVisibleTo(slider.parentWidget()->parentWidget()));
    list.setCurrentRow(1);
    QVERIFY(slider.parentWidget()->isVisibleTo(slider.parentWidget()->parentWidget()));
    QCOMPARE(number.value(), 2.0);
    slider.setValue(slider.maximum());
    QCOMPARE(number.value(), 4.0);
    QCOMPARE(textOf(window.workspace().changes()[1].what), std::string("temperature 4 in 3.*"));
    number.setValue(0.5);
    QCOMPARE(textOf(window.workspace().changes()[1].what), std::string("temperature 0.5 in 3.*"));
    // All of it is one step.
    window.act("undoAction");
    QCOMPARE(textOf(window.workspace().changes()[1].what), std::string("temperature 2 in 3.*"));
    QCOMPARE(number.value(), 2.0);
  }

  void aSteeringVectorIsMadeOfTexts() {
    const auto model = std::make_shared<const Source>(coreEngine().open(findModel("gpt"), {}));
    QTemporaryDir folder;
    const QString path = folder.filePath("joy.safetensors");
    SteeringForm form(model);
    std::vector<Intervention> chosen;
    connect(&form, &SteeringForm::chosen, &form, [&](const Intervention& change) { chosen.push_back(change); });
    child<QPlainTextEdit>(&form, "steeringTo").setPlainText(QStringLiteral("She was happy.\n\nHe laughed."));
    auto& problem = child<QLabel>(&form, "steeringProblem");
    child<QLineEdit>(&form, "steeringFile").setText(path);
    child<QPushButton>(&form, "steeringMake").click();
    QVERIFY(!problem.text().isEmpty() && chosen.empty());  // Nothing to steer away from.
    child<QPlainTextEdit>(&form, "steeringFrom").setPlainText(QStringLiteral("She was sad."));
    child<QSpinBox>(&form, "steeringLayer").setValue(2);
    child<QPushButton>(&form, "steeringMake").click();
    QTRY_COMPARE_WITH_TIMEOUT(chosen.size(), std::size_t(1), 30000);
    const SteeringVector vector = readSteering(path.toStdString());
    const auto encoded = [&](const char* text) { return model->tokenizer->encode(text); };
    const SteeringVector expected =
        steeringVector(*model->model, {encoded("She was sad.")}, {encoded("She was happy."), encoded("He laughed.")}, 2,
                       SteeringTokens::Last);
    QCOMPARE(vector.layer, 2);
    QVERIFY(vector.direction == expected.direction);
    const auto steer = std::get<Steer>(chosen.front());
    QCOMPARE(steer.file, path.toStdString());
    QCOMPARE(steer.strength, 1.0);
  }

  /// The form of experts begins with the nearest layer of the stack that the head is of.
  void expertsAreOfTheHeadsStack() {
    const AttentionType encoder = AttentionType::Encoder;
    const std::vector<HeadId> experts{{1, 8}, {3, 8}, {1, 8, encoder}, {3, 8, encoder}};
    for (const auto& [head, grammar] : {std::pair<HeadId, QString>({3, 0}, "expert 3.0 off"),
                                        {{2, 0}, "expert 1.0 off"},
                                        {{0, 0}, "expert 1.0 off"},
                                        {{2, 0, AttentionType::Cross}, "expert 1.0 off"},
                                        {{3, 0, encoder}, "expert encoder 3.0 off"},
                                        {{0, 0, encoder}, "expert encoder 1.0 off"}}) {
      const ChangeForm form(ChangeFormKind::Expert, {4, 8, head, {}, {"a"}, {}, 4, {"b"}, experts});
      QCOMPARE(form.grammar(), grammar);
    }
  }

  void formsTakeWordsOfTheText() {
    ChangeForm form(ChangeFormKind::Weaken, {4, 8, {2, 1}, {}, {"Mr", "Dar", "cy", "met", "Mr", "Darcy"}, {}});
    form.show();
    auto& tokens = child<QComboBox>(form, "formTokens");
    const int width = tokens.width();
    tokens.setEditText("Darcy");
    QCOMPARE(form.grammar(), QString("scale 1-2,5 0.5"));
    tokens.setEditText("Mr, 3, last");
    QCOMPARE(form.grammar(), QString("scale 0,4,3,last 0.5"));
    QVERIFY(child<QLabel>(form, "formProblem").isHidden());
    tokens.setEditText("Bingley");
    QVERIFY(child<QLabel>(form, "formProblem").text().contains("Bingley"));
    QVERIFY(!child<QLabel>(form, "formProblem").isHidden());
    QCOMPARE(tokens.width(), width);
  }

  /// Of two heads that may be meant, each says which one it is.
  void formsSayWhichHeadIsMeant() {
    ChangeFormFacts facts{4, 8, {2, 1}, {}, {"a"}, {}};
    facts.panelHead = HeadId{1, 3};
    ChangeForm form(ChangeFormKind::SwitchOff, facts);
    auto& where = child<QComboBox>(form, "formWhere");
    QCOMPARE(where.itemText(0), QString("Layer 2, head 1 (selected)"));
    QCOMPARE(where.itemText(4), QString("Layer 1, head 3 (current panel)"));
    QCOMPARE(form.grammar(), QString("ablate 2.1"));
    where.setCurrentIndex(4);
    QCOMPARE(form.grammar(), QString("ablate 1.3"));
    facts.panelHead.reset();
    ChangeForm one(ChangeFormKind::SwitchOff, facts);
    QCOMPARE(child<QComboBox>(one, "formWhere").itemText(0), QString("Layer 2, head 1"));
    QCOMPARE(child<QComboBox>(one, "formWhere").count(), 4);
  }

  void formsOfferEveryAttention() {
    ChangeForm form(ChangeFormKind::Hide,
                    {4, 8, {2, 1}, {}, {"<s>", "le", "chat"}, {}, 2, {"the", "black", "cat"}});
    auto& attention = child<QComboBox>(form, "formAttention");
    QCOMPARE(attention.count(), 3);
    QCOMPARE(form.grammar(), QString("mask key sink"));
    attention.setCurrentIndex(attention.findData(static_cast<int>(AttentionType::Cross)));
    child<QComboBox>(form, "formTokens").setEditText("cat");
    QCOMPARE(form.grammar(), QString("mask key 2 in cross *.*"));
    child<QComboBox>(form, "formWhere").setCurrentIndex(0);
    QCOMPARE(form.grammar(), QString("mask key 2 in cross 2.1"));
    attention.setCurrentIndex(attention.findData(static_cast<int>(AttentionType::Encoder)));
    child<QComboBox>(form, "formTokens").setEditText("black");
    QCOMPARE(form.grammar(), QString("mask key 1 in encoder 1.1"));
    child<QComboBox>(form, "formTokens").setEditText("chat");
    QVERIFY(!child<QLabel>(form, "formProblem").isHidden());
    // A model of one stack has nothing to choose.
    ChangeForm plain(ChangeFormKind::Hide, {4, 8, {2, 1}, {}, {"a"}, {}});
    QVERIFY(!plain.findChild<QComboBox*>("formAttention"));
  }

  void cellsBecomeTokensOfTheText() {
    LensResult seen;
    seen.tokens.shown = {0, 1, 1, {}, 2};  // Two tokens are one word, one is left out.
    const std::vector<Intervention> changes = changesAt({1, 2}, CellRange{2, 2, 0, 1}, seen, {});
    QCOMPARE(changes.size(), std::size_t(7));
    QCOMPARE(textOf(changes[0]), std::string("mask cell 4 0-2 in 1.2"));
    QCOMPARE(textOf(changes[1]), std::string("mask key 0-2 in 1.2"));
    QCOMPARE(textOf(changes[2]), std::string("mask row 4 in 1.2"));
    QCOMPARE(textOf(changes[3]), std::string("mask cell 4 0-2"));
    QCOMPARE(textOf(changes[6]), std::string("ablate 1.2"));
    PanelLens turned;
    turned.kind = PanelLens::Kind::Transposed;
    QCOMPARE(textOf(changesAt({1, 2}, CellRange{2, 2, 0, 1}, seen, {turned})[0]),
             std::string("mask cell 0-2 4 in 1.2"));
  }

  void theChangedReadingIsTheModelsOwn_data() {
    QTest::addColumn<QString>("grammar");
    for (const char* grammar :
         {"ablate 1.5", "ablate 2.* mean", "mask key 2 in 1-3.*", "temperature 2 in 3.0; cap sink 0.1",
          "scale punctuation 0.5", "uniform 0.0", "ablate 1.5 mean of \"Another text.\""})
      QTest::newRow(grammar) << grammar;
  }
  void theChangedReadingIsTheModelsOwn() {
    QFETCH(QString, grammar);
    Workspace workspace(coreEngine());
    workspace.setState(darcy(grammar.toStdString()));
    QVERIFY(changesSettled(workspace));
    const auto& changed = workspace.results()[kChanged];
    QVERIFY(changed && changed->misfits.empty());
    RunOptions options;
    options.interventions = changed->request.changes;
    QCOMPARE(QString::fromStdString(textOf(options.interventions)), grammar);
    if (const std::string* other = otherTextOf(options.interventions.front()))
      options.others[*other] = modelRun(*workspace.model(), *other, "");
    compareTraces(*changed->trace, *workspace.model()->model->run(changed->trace->encoding, options));
    QVERIFY(changed->trace->logits != workspace.result()->trace->logits);
    QVERIFY(changed->context.changed == grammar && workspace.result()->context.changed.isEmpty());
  }

  void onlyTheLayersFromTheFirstChangeAreComputed() {
    Workspace workspace(coreEngine());
    workspace.setState(darcy("ablate 2.1"));
    QVERIFY(changesSettled(workspace));
    const Trace& before = *workspace.result()->trace;
    const Trace& after = *workspace.results()[kChanged]->trace;
    QVERIFY(before.layers.size() > 3);
    for (std::size_t layer = 0; layer < 2; ++layer) QVERIFY(after.layers[layer].rule == before.layers[layer].rule);
    for (std::size_t i = 0; i <= 2; ++i) QVERIFY(after.hiddenStates[i] == before.hiddenStates[i]);
    QVERIFY(after.hiddenStates[3] != before.hiddenStates[3]);
  }

  void whatIsSwitchedOffDoesNothing() {
    Workspace workspace(coreEngine());
    WorkspaceState state = darcy("ablate 1.5; temperature 3");
    state.changes[1].on = false;
    workspace.setState(state);
    QVERIFY(changesSettled(workspace));
    compareTraces(*workspace.results()[kChanged]->trace, *modelRun(*workspace.model(), kDarcy, "ablate 1.5"));
    state.changes[0].on = false;
    workspace.setChanges(state.changes);
    QVERIFY(changesSettled(workspace));
    compareTraces(*workspace.results()[kChanged]->trace, *workspace.result()->trace);
  }

  void aDropoutIsTheMeanOverItsDraws() {
    Workspace workspace(coreEngine());
    workspace.setState(darcy("dropout 0.2 seed 3 draws 5"));
    QVERIFY(changesSettled(workspace));
    const RunResult& changed = *workspace.results()[kChanged];
    Eigen::ArrayXd mean = Eigen::ArrayXd::Zero(changed.trace->logits.cols()), squares = mean;
    const Index last = changed.trace->logits.rows() - 1;
    for (int draw = 0; draw < 5; ++draw) {
      RunOptions options;
      options.interventions = changed.request.changes;
      options.draw = draw;
      const Matrix logits = workspace.model()->model->run(changed.trace->encoding, options)->logits.all();
      Eigen::ArrayXd p = logits.row(last).cast<double>().transpose().array();
      p = (p - p.maxCoeff()).exp();
      p /= p.sum();
      mean += p / 5;
      squares += p.square() / 5;
    }
    Index top = 0;
    mean.maxCoeff(&top);
    QVERIFY(std::abs(std::exp(static_cast<double>(changed.trace->logits(last, top))) - mean(top)) < 1e-5);
    const double deviation = std::sqrt((squares(top) - mean(top) * mean(top)) * 5 / 4);
    QVERIFY(deviation > 0);
    QVERIFY(std::abs(static_cast<double>(changed.deviation(last, top)) - deviation) < 1e-5);
  }

  void whatDoesNotFitIsLeftOutAndKept() {
    Workspace workspace(coreEngine());
    WorkspaceState state = darcy("ablate 1.5; mask key 12; ablate 9.0");
    workspace.setState(state);
    QVERIFY(changesSettled(workspace));
    const auto misfits = [&] { return workspace.results()[kChanged]->misfits; };
    QCOMPARE(misfits().size(), std::size_t(1));
    QCOMPARE(misfits()[0].change, std::size_t(2));
    QVERIFY2(misfits()[0].why.find("layer 9") != std::string::npos, misfits()[0].why.c_str());
    QCOMPARE(workspace.notice().level, Notice::Level::Warning);
    QVERIFY(workspace.notice().text.contains("ablate 9.0"));
    workspace.setTexts("Short text", {});
    QVERIFY(changesSettled(workspace));
    // The token that was masked is gone: the change stays as it was written, for a text that has it again.
    QCOMPARE(misfits().size(), std::size_t(2));
    QVERIFY2(misfits()[0].why.find("token 12") != std::string::npos, misfits()[0].why.c_str());
    compareTraces(*workspace.results()[kChanged]->trace, *modelRun(*workspace.model(), "Short text", "ablate 1.5"));
    QVERIFY(workspace.changes() == state.changes);
    workspace.setTexts(kDarcy, {});
    QVERIFY(changesSettled(workspace));
    QCOMPARE(misfits().size(), std::size_t(1));
    compareTraces(*workspace.results()[kChanged]->trace,
                  *modelRun(*workspace.model(), kDarcy, "ablate 1.5; mask key 12"));
  }

  void aPanelCanSubtractWhatTheModelDoesByItself() {
    Workspace workspace(coreEngine());
    WorkspaceState state = darcy("ablate 1.5");
    state.panels[0].source = kChanged;
    state.panels[0].minus = PanelMinus{{}, {}};
    workspace.setState(state);
    QVERIFY(changesSettled(workspace));
    const LensResult seen = resolvePanel(workspace.panels()[0], workspace.results());
    QVERIFY(seen.maps && seen.context.difference);
    QCOMPARE(sideNames(seen.context, {0, 0}), std::pair(QString("with changes"), QString("without changes")));
    for (const HeadId head : {HeadId{1, 4}, HeadId{2, 3}, HeadId{3, 0}}) {
      const Matrix expected =
          workspace.results()[kChanged]->maps->weights(head) - workspace.result()->maps->weights(head);
      QVERIFY(seen.maps->weights(head).isApprox(expected, 1e-4F) || expected.isZero(0));
      if (head.layer == 1) QVERIFY(seen.maps->weights(head).isZero(0));
      if (head.layer == 3) QVERIFY(!seen.maps->weights(head).isZero(1e-6F));
    }
  }

  void withoutChangesNothingShowsThem() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    WorkspaceState state = darcy("ablate 1.5");
    state.model = "/models/small";
    state.panels.push_back(state.panels[1]);
    state.panels[2].minus = PanelMinus{{}, {}};
    workspace.setState(state);
    QVERIFY(changesSettled(workspace));
    QVERIFY(workspace.results()[kChanged]);
    workspace.setChanges({});
    QVERIFY(changesSettled(workspace));
    for (const PanelState& panel : workspace.panels()) QVERIFY(panel.source == RunId{} && !panel.minus);
    QVERIFY(!workspace.results()[kChanged]);
  }

  void aStaleChangedRunStops() {
    FakeEngine fake;
    Workspace workspace(fake.engine());
    WorkspaceState state = darcy("ablate 1.5");
    state.model = "/models/small";
    workspace.setState(state);
    QVERIFY(changesSettled(workspace));
    fake.runSteps = 500;
    int started = fake.runsStarted;
    workspace.setChanges(changesOf("ablate 0.0"));
    QTRY_COMPARE(fake.runsStarted.load(), started + 1);
    QVERIFY(workspace.isRunning() && workspace.result());
    fake.runSteps = 0;
    started = fake.runsStarted;
    workspace.setChanges(changesOf("ablate 0.1"));
    QVERIFY(changesSettled(workspace));
    QCOMPARE(fake.runsStarted - started, 1);  // The reading without changes is still good.
    QTRY_COMPARE(fake.runsCancelled.load(), 1);
    QVERIFY(workspace.results()[kChanged]->maps->weights(HeadId{0, 1}).isZero(0));
    QVERIFY(!workspace.results()[kChanged]->maps->weights(HeadId{0, 0}).isZero(0));
  }

  void aSessionKeepsThem() {
    Session session;
    session.modelName = "gpt";  // A built-in model is named without its folder.
    session.state = darcy("ablate 1.5; mask cell 2-3 first in 1-2.*; ablate 9.0 mean of \"a \\\"b\\\"\"");
    session.state.changes[1].on = false;
    QVERIFY(readSession(sessionText(session), "it") == session);
  }
};

HEADLIGHT_TEST(TestChanges)
#include "test_changes.moc"
