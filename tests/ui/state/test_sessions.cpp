#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <filesystem>
#include <fstream>

#include "core/base/error.h"
#include "core/base/resource_folder.h"
#include "core/model/model_locations.h"
#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "tests/support/unpacked.h"
#include "ui/export/export_settings.h"
#include "ui/export/figure_writer.h"
#include "ui/help/crash_report.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/message_bar.h"
#include "ui/private_mode.h"
#include "ui/state/autosave.h"
#include "ui/state/panel_kind.h"
#include "ui/state/recent_files.h"
#include "ui/state/session_file.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"
#include "ui/window/session_controller.h"

using namespace headlight;
using headlight::test::FakeEngine;
namespace fs = std::filesystem;

namespace {

WorkspaceState richState(const fs::path& model) {
  WorkspaceState state;
  state.model = model;
  state.text = "the “cat”\n\t😀 sat";
  state.pair = "";
  state.pair = "a second one";
  state.conversation = conversationOfJson(R"({"messages": [{"role": "user", "content": "the “cat” sat on"}],
                                              "tools": [{"a": [1.5]}], "add_generation_prompt": true})",
                                          "x");
  state.head = {3, 7};
  state.token = 2;
  state.otherModel = model.parent_path() / "large";
  state.otherText = TextInput{"the dog sat there", "and another"};
  state.atlas = {HeadId{2, 1}, "1.*", ""};
  state.maximised = 2;
  state.changes = {{Ablate{{{{3, 3}, {7, 7}}}, Ablate::By::MeanOfOther, "a \"sample\" \\ text"}, true},
                   {Mask{{}, {{TokenPick::Kind::Punctuation}}, {}}, false},
                   {Dropout{0.1, 7, 20, {}}, true}};
  for (int i = 0; i < PanelLens::kKinds; ++i) {
    PanelState panel;
    panel.source = runAt(static_cast<std::size_t>(i) % kRuns);
    if (i % 5 == 1) panel.heads = {{1, 1}, {2, 3}};
    if (i % 5 == 1) panel.use = static_cast<HeadCombination>(i % 3);
    if (i % 4 == 2) panel.minus = PanelMinus{runAt(static_cast<std::size_t>(i % 3)), {}};
    if (i % 8 == 2) panel.minus->head = HeadId{2, 2};
    panel.direction = i % 3 == 1 ? Direction::Receives : Direction::Gives;
    panel.linked = i % 4 != 3;
    if (i % 2 == 0) panel.zoom = QRectF(0.5, 1, 2, 2.25);
    if (!panel.minus) panel.kind = panelKinds()[static_cast<std::size_t>(i) % panelKinds().size()].kind;
    if (i % 3) panel.pinned = HeadId{i % 4, i % 8};
    panel.scale = static_cast<ScaleKind>(i % 3);
    if (i % 3) panel.range = i % 3 == 1 ? ScaleRange::Common : ScaleRange::PerHead;
    panel.flow = static_cast<FlowWeights>((i + 1) % 3);
    panel.experts = static_cast<ExpertsPicture>(i % 3);
    if (i % 4 == 3) panel.expert = HeadId{i, 127};
    panel.method = methods()[static_cast<std::size_t>(i) % methods().size()].method;
    panel.sinksApart = i % 2 == 0;
    panel.threshold = 0.06 * i;
    panel.wholeLayer = i % 4 == 1;
    PanelLens lens;
    lens.kind = static_cast<PanelLens::Kind>(i);
    lens.renormalise = false;
    lens.threshold = 0.3;
    lens.count = 4;
    if (lens.kind != PanelLens::Kind::WithoutSpecials) lens.renormalise = true;
    if (lens.kind != PanelLens::Kind::Threshold) lens.threshold = PanelLens().threshold;
    if (lens.kind != PanelLens::Kind::Top) lens.count = PanelLens().count;
    if (lens.kind == PanelLens::Kind::Far) lens.distance = 77;
    if (lens.kind == PanelLens::Kind::Spans) lens.spans = {{1, 3}, {4, 5}};
    panel.lenses = {lens, PanelLens()};
    state.panels.push_back(panel);
  }
  return state;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  if (at == std::string::npos) qFatal("no %s", what.c_str());
  return text.replace(at, what.size(), by);
}

std::string plainText() {
  WorkspaceState state;
  state.model = "/models/small";
  state.text = "words";
  state.panels = openingPanels();
  PanelLens top;
  top.kind = PanelLens::Kind::Top;
  state.panels[0].lenses = {top};
  return sessionText({"small", "abc", state});
}

QString messageOf(MainWindow& window) {
  auto* bar = window.findChild<MessageBar*>();
  return bar->isVisible() ? bar->text() : QString();
}

std::vector<QByteArray> picturesOf(const MainWindow& shown) {
  auto& window = const_cast<MainWindow&>(shown);
  std::vector<QByteArray> pictures;
  for (const Panel* panel : window.panelArea().panels())
    pictures.push_back(figureBytes(*panel->figure(), FigureFormat::Png, WriteOptions()));
  return pictures;
}

}  // namespace

class TestSessions : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  fs::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

 private slots:
  void builtInModelsAreKeptWithoutTheirFolder() {
    WorkspaceState state;
    state.model = builtInModels().front().folder;
    state.otherModel = builtInModels().back().folder;
    state.text = "words";
    state.panels = openingPanels();
    const Session session{builtInModels().front().name, "abc", state, builtInModels().back().name, "def"};
    const std::string text = sessionText(session);
    QVERIFY2(text.find(resourceFolder().filename().string() + "/models") == std::string::npos, text.c_str());
    QVERIFY(text.find(HEADLIGHT_SOURCE_DIR) == std::string::npos);
    QCOMPARE(readSession(text, "session"), session);
    // One that is not there any more is only a name.
    QCOMPARE(readSession(replaced(text, "\"gpt\"", "\"gone\""), "session").state.model, fs::path());
  }

  void aPrivateWindowKeepsNothing() {
    privateMode() = true;
    const auto leave = qScopeGuard([] { privateMode() = false; });
    forgetRecent(RecentList::Models);
    noteRecent(RecentList::Models, fs::temp_directory_path());
    QVERIFY(recent(RecentList::Models).isEmpty());
    QTemporaryDir folder;
    FakeEngine fake;
    MainWindow window(fake.engine());
    window.show();
    WorkspaceState state;
    state.model = folder.path().toStdString();
    state.text = "the cat sat";
    state.panels = openingPanels();
    window.openState(state);
    QTRY_VERIFY(window.workspace().result());
    window.workspace().setTexts("the dog sat", {});
    QTest::qWait(900);  // Longer than an autosave waits.
    const QString kept = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + "/autosave";
    QVERIFY(QDir(kept).entryList({"*.headlight"}, QDir::Files).isEmpty());
    QVERIFY(window.windowTitle().contains("private"));
    QVERIFY(recent(RecentList::Models).isEmpty());
  }

  void initTestCase() {
    QSettings().clear();
    fs::create_directories(path("small"));
    fs::create_directories(path("large"));
  }
  void init() { QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).removeRecursively(); }

  void aSessionComesBackWhole() {
    const Session session{"small", "f1", richState("/models/small")};
    const std::string text = sessionText(session);
    QVERIFY(readSession(text, "a") == session);
    QCOMPARE(sessionText(readSession(text, "a")), text);
    QVERIFY(text.starts_with("{\n  \"headlight-session\": 6,"));
    WorkspaceState least = session.state;
    least.pair.reset();
    least.token.reset();
    least.maximised.reset();
    QVERIFY(readSession(sessionText({"", "", least}), "a").state == least);
  }

  /// A panel's attention has the names that sessions have always given it, and its heads have numbers alone.
  void attentionKeepsItsNames() {
    WorkspaceState state = richState("model");
    state.panels.resize(2);
    state.panels[0] = state.panels[1] = PanelState();
    state.panels[0].attention = AttentionType::Encoder;
    state.panels[1].attention = AttentionType::Cross;
    for (PanelState& panel : state.panels) panel.pinned = HeadId{3, 1};
    state.maximised.reset();
    const std::string text = sessionText({"model", "", state});
    QCOMPARE(QString::fromStdString(text).count("\"attention\""), 2);
    QVERIFY(readSession(text, "test").state == state);
    const std::string old = std::string(text).replace(text.find("\"encoder\""), 9, "\"self\"");
    QVERIFY(readSession(old, "test").state.panels[0].attention == AttentionType::Self);
    const std::string wrong = std::string(text).replace(text.find("\"encoder\""), 9, "\"hearing\"");
    QVERIFY_THROWS_EXCEPTION(Error, readSession(wrong, "test"));
  }

  void theFirstVersionIsStillRead() {
    const std::string old = R"({"headlight-session": 1, "model": {"name": "small", "folder": "/m", "fingerprint": "f"},
      "text": "words", "head": {"layer": 1, "head": 2}, "token": 3, "panels": [{"kind": "links", "head": {"layer": 0,
      "head": 1}, "scale": "linear", "sinks apart": false, "threshold": 0.25, "whole layer": true,
      "lenses": [{"kind": "top", "count": 2}]}]})";
    WorkspaceState state;
    state.model = "/m";
    state.text = "words";
    state.head = {1, 2};
    state.token = 3;
    PanelState panel;
    panel.kind = PanelKind::Links;
    panel.pinned = HeadId{0, 1};
    panel.scale = ScaleKind::Linear;
    panel.sinksApart = false;
    panel.threshold = 0.25;
    panel.wholeLayer = true;
    panel.lenses.resize(1);
    panel.lenses[0].kind = PanelLens::Kind::Top;
    panel.lenses[0].count = 2;
    state.panels = {panel};
    QVERIFY(readSession(old, "old") == (Session{"small", "f", state}));
  }

  void brokenSessionsSayWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const std::string good = plainText();
    const auto row = [](const char* name, const std::string& text, const char* says) {
      QTest::newRow(name) << QByteArray::fromStdString(text) << QString::fromUtf8(says);
    };
    row("empty", "", "not JSON");
    row("cut off", good.substr(0, good.size() / 2), "not JSON");
    row("bytes", std::string("\xff\xfe\0\x01", 4), "not JSON");
    row("other JSON", "{\"a\": 1}", "other JSON");
    row("a list", "[]", "other JSON");
    row("a future version", replaced(good, "\"headlight-session\": 6", "\"headlight-session\": 7"), "found version 7");
    row("version 0", replaced(good, "\"headlight-session\": 6", "\"headlight-session\": 0"), "a whole number from 1");
    row("version in words", replaced(good, "\"headlight-session\": 6", "\"headlight-session\": \"one\""),
        "found \"one\"");
    row("no model", replaced(good, "\"model\"", "\"mdl\""), "a.headlight: 'model' is missing");
    row("negative layer", replaced(good, "\"layer\": 0", "\"layer\": -1"), "found -1");
    row("huge layer", replaced(good, "\"layer\": 0", "\"layer\": 18446744073709551615"), "found 18446744073709551615");
    row("half a layer", replaced(good, "\"layer\": 0", "\"layer\": 0.5"), "found 0.5");
    row("a text that is none", replaced(good, "\"text\": \"words\"", "\"text\": 7"), "expected a text, found 7");
    row("unknown panel", replaced(good, "\"heatmap\"", "\"hologram\""), "'panels'[0]: 'kind': expected one of");
    row("unknown lens", replaced(good, "\"top\"", "\"rose\""), "'lenses'[0]: 'kind': expected one of");
    row("count 0", replaced(good, "\"count\": 3", "\"count\": 0"), "found 0");
    row("threshold", replaced(good, "\"threshold\": 0.05", "\"threshold\": 1e300"), "a number from 0 to 1");
    row("a text that is not there", replaced(good, "\"text\": \"A\"", "\"text\": \"B\""),
        "a model, a text and changes that the session has");
    row("changes that are not there", replaced(good, "\"text\": \"A\"", "\"text\": \"A\", \"changed\": true"),
        "a model, a text and changes that the session has");
    const auto withChange = [&](const char* json) {
      return replaced(good, "\"head\": {", std::string("\"changes\": [") + json + "], \"head\": {");
    };
    row("an unknown change", withChange("{\"what\": \"abl 1.1\", \"on\": true}"),
        "'changes'[0]: 'what': intervention 'abl 1.1', character 1: expected ablate");
    row("two changes in one", withChange("{\"what\": \"ablate 1.1; ablate 1.2\", \"on\": true}"),
        "expected one change");
    row("neither on nor off", withChange("{\"what\": \"ablate 1.1\", \"on\": 1}"), "expected true or false");
    row("a model that is not there", replaced(good, "\"model\": 1", "\"model\": 2"), "'source': expected a model");
    row("a third model", replaced(good, "\"model\": 1", "\"model\": 3"), "from 1 to 2");
    row("a filter that is none", replaced(good, "\"filter\": \"\"", "\"filter\": 3"),
        "'atlas': 'filter': expected a text");
    row("no panels", replaced(good, "\"panels\": [", "\"panels\": [], \"other\": ["), "at least one panel");
    row("too deep", "{\"headlight-session\": 1, \"x\": " + std::string(100000, '[') + std::string(100000, ']') + "}",
        "nested too deep");
    std::string panels = "[";
    for (int i = 0; i < 101; ++i) panels += "{},";
    row("too many panels", replaced(good, "\"panels\": [", "\"panels\": " + panels + "{}], \"other\": ["),
        "a list of at most 100");
  }
  void brokenSessionsSayWhatIsWrong() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, says);
    try {
      readSession(text.toStdString(), "a.headlight");
      QFAIL("was read");
    } catch (const Error& error) {
      const QString message = QString::fromUtf8(error.what());
      QVERIFY2(message.startsWith("a.headlight"), qPrintable(message));
      QVERIFY2(message.contains(says), qPrintable(message));
      QVERIFY(message.size() < 400);
    }
  }

  void samePanelsAndSamePixels() {
    const fs::path file = path("a.headlight");
    std::vector<QByteArray> before;
    {
      FakeEngine fake;
      MainWindow window(fake.engine());
      WorkspaceState state = richState(path("small"));
      state.panels.resize(4);
      window.show();
      window.openState(state);
      QTRY_VERIFY(window.workspace().result() && !window.workspace().isRunning());
      QVERIFY(window.sessions().save(file));
      before = picturesOf(window);
    }
    FakeEngine fake;
    MainWindow window(fake.engine());
    window.show();
    window.opener().open(file);
    QTRY_VERIFY(window.workspace().result() && !window.workspace().isRunning());
    QVERIFY(window.workspace().state() == readSessionFile(file).state);
    QVERIFY(picturesOf(window) == before);
    QVERIFY(window.windowTitle().contains("a.headlight"));
  }

  void aFigureOpensTheSessionItCameFrom_data() {
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < kFileKinds; ++kind) QTest::newRow(suffixOf(static_cast<FileKind>(kind))) << kind;
  }
  void aFigureOpensTheSessionItCameFrom() {
    QFETCH(int, kind);
    const QString figure = m_folder.filePath(QStringLiteral("figure.") + suffixOf(static_cast<FileKind>(kind)));
    WorkspaceState state = richState(path("small"));
    state.panels.resize(3);
    const auto exportTo = [&](bool text) {
      FakeEngine fake;
      MainWindow window(fake.engine());
      window.show();
      window.openState(state);
      QTRY_VERIFY(window.workspace().result());
      window.act("exportAction");
      auto* dialog = window.findChild<QDialog*>("exportDialog");
      auto* what = dialog->findChild<QComboBox*>("exportWhat");
      what->setCurrentIndex(what->count() - 1);  // The whole workspace.
      dialog->findChild<QComboBox*>("exportFormat")->setCurrentIndex(kind);
      dialog->findChild<QCheckBox*>("exportText")->setChecked(text);
      dialog->findChild<QLineEdit*>("exportPath")->setText(figure);
      dialog->findChild<QPushButton*>("exportNow")->click();
      if (auto* replace = dialog->findChild<QPushButton*>("replaceFile")) replace->click();
      QVERIFY2(messageOf(window).contains("Saved to"), qPrintable(messageOf(window)));
    };
    exportTo(true);
    const QByteArray written = test::contentOf(figure);
    FakeEngine fake;
    MainWindow window(fake.engine());
    window.show();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(figure)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
    QTRY_VERIFY(window.workspace().result());
    std::erase_if(state.changes, [](const Change& change) { return !change.on; });  // They are not seen.
    QVERIFY(window.workspace().state() == state);
    QVERIFY(!window.isWindowModified());
    // Saving the session must not write over the figure.
    QVERIFY(!window.sessions().file());
    QCOMPARE(test::contentOf(figure), written);
    exportTo(false);
    window.opener().open(figure.toStdString());
    QVERIFY2(messageOf(window).contains("without text and session"), qPrintable(messageOf(window)));
    QVERIFY(window.workspace().state() == state);
  }

  void whatCannotBeOpenedChangesNothing() {
    FakeEngine fake;
    MainWindow window(fake.engine());
    WorkspaceState state = richState(path("small"));
    window.show();
    window.openState(state);
    QTRY_VERIFY(window.workspace().result());
    const auto write = [&](const std::string& text) { std::ofstream(path("b.headlight")) << text; };
    write("garbage");
    window.opener().open(path("b.headlight"));
    QVERIFY(messageOf(window).contains("not JSON"));
    // Heads that the model does not have, in this model and in another one.
    for (const char* model : {"small", "large"}) {
      WorkspaceState absurd = richState(path(model));
      absurd.panels[1].pinned = HeadId{99, 0};
      write(sessionText({model, "", absurd}));
      window.opener().open(path("b.headlight"));
      QTRY_VERIFY2(messageOf(window).contains("found layer 99"), qPrintable(messageOf(window)));
      window.findChild<MessageBar*>()->hide();
    }
    window.opener().open(path("missing.headlight"));
    QVERIFY(messageOf(window).contains("missing.headlight"));
    QVERIFY(window.workspace().state() == state);
    QVERIFY(!window.sessions().file());
  }

  void aModelThatHasMovedCanBeShown() {
    FakeEngine fake;
    MainWindow window(fake.engine());
    window.show();
    const WorkspaceState state = richState(path("gone"));
    std::ofstream(path("c.headlight")) << sessionText({"gone", "", state});
    window.opener().open(path("c.headlight"));
    QVERIFY(messageOf(window).contains("model “gone” not found in"));
    QVERIFY(window.findChild<QPushButton*>("messageAnswer")->isVisible());
    QVERIFY(!window.workspace().model());
    window.sessions().openMovedWith(path("small"));
    QTRY_VERIFY(window.workspace().result());
    QCOMPARE(window.workspace().state().panels, state.panels);
    QVERIFY(window.sessions().file());
  }

  void anotherModelInTheSamePlaceIsSaid() {
    FakeEngine fake;
    MainWindow window(fake.engine());
    window.show();
    std::ofstream(path("d.headlight")) << sessionText({"small", "0123", richState(path("small"))});
    window.opener().open(path("d.headlight"));
    QTRY_VERIFY(messageOf(window).contains("is not the model of this session"));
  }

  void fingerprintsFollowConfigAndShapes() {
    const fs::path models = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models";
    std::vector<std::string> prints;
    for (const auto& entry : fs::directory_iterator(models))
      if (fs::exists(entry.path() / "config.json")) prints.push_back(modelFingerprint(entry.path()));
    QVERIFY(prints.size() > 3);
    std::sort(prints.begin(), prints.end());
    QVERIFY(std::unique(prints.begin(), prints.end()) == prints.end());
    QVERIFY(modelFingerprint("/nowhere").empty());
  }

  void anEndWithoutAGoodbyeIsRecovered() {
    const QString local = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const fs::path folder = fs::path(local.toStdString()) / "autosave";
    const WorkspaceState lost = richState(path("small"));
    fs::create_directories(folder);
    std::ofstream(folder / "lost.headlight") << sessionText({"small", "", lost});
    FakeEngine fake;
    MainWindow window(fake.engine());
    window.show();
    WorkspaceState other = richState(path("large"));
    window.openState(other);
    QTRY_VERIFY(window.workspace().result());
    QVERIFY(messageOf(window).contains("ended without being closed. A copy of your work from "));
    window.findChild<QPushButton*>("messageAnswer")->click();
    QTRY_VERIFY(window.workspace().state() == lost);
    QVERIFY(!fs::exists(folder / "lost.headlight"));
    QVERIFY(!window.sessions().file());
  }

  void aReportOfTheCrashIsNamed() {
    const QString local = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const fs::path work = fs::path(local.toStdString()) / "autosave" / "lost.headlight";
    const fs::path report = crashFolder() / "20260101-000000-1.txt";
    fs::create_directories(work.parent_path());
    fs::create_directories(crashFolder());
    FakeEngine fake;
    for (const bool thisCrash : {true, false}) {
      std::ofstream(work) << sessionText({"small", "", richState(path("small"))});
      std::ofstream(report) << "Headlight\n";
      const auto now = fs::file_time_type::clock::now();
      fs::last_write_time(work, now);
      fs::last_write_time(report, now + std::chrono::seconds(thisCrash ? 1 : -3600));
      MainWindow window(fake.engine());
      window.show();
      const QString message = messageOf(window);
      QVERIFY(message.contains(thisCrash ? "Headlight crashed. A copy" : "ended without being closed. A copy"));
      QCOMPARE(message.contains(QString::fromStdString(report.string())), thisCrash);
      window.findChild<QToolButton*>("dismissMessage")->click();
      QVERIFY(!fs::exists(work));
    }
    fs::remove_all(crashFolder());
  }

  void runsThatAreAliveAreLeftAlone() {
    const fs::path folder = path("autosave");
    Autosave alive(folder, [] { return [] { return std::string("one"); }; });
    Autosave next(folder, [] { return [] { return std::string("two"); }; });
    alive.flush();
    QVERIFY(fs::exists(alive.file()));
    QVERIFY(!next.abandoned());
    alive.end();
    QVERIFY(!fs::exists(alive.file()));
    std::ofstream(folder / "left.headlight") << "x";
    std::optional<LeftSession> left = next.abandoned();
    QVERIFY(left && left->file() == folder / "left.headlight");
    QVERIFY(!alive.abandoned());  // It was offered already.
    left.reset();
    left = alive.abandoned();  // Nobody has it any more, and it is still there.
    QVERIFY(left);
    left->drop();
    QVERIFY(!fs::exists(folder / "left.headlight"));
  }

  void whatChangedIsKeptWithinSeconds() {
    FakeEngine fake;
    MainWindow window(fake.engine());
    window.show();
    window.openState(richState(path("small")));
    QTRY_VERIFY(window.workspace().result());
    window.workspace().setTexts("typed just now", {});
    const fs::path file = window.findChild<Autosave*>()->file();
    QTRY_VERIFY_WITH_TIMEOUT(fs::exists(file), 8000);
    QCOMPARE(readSessionFile(file).state.text, std::string("typed just now"));
    window.close();
    QVERIFY(!fs::exists(file));
  }
};

HEADLIGHT_TEST(TestSessions)
#include "test_sessions.moc"
