#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <sstream>

#include "app/command_line.h"
#include "core/base/error.h"
#include "tests/support/shell_words.h"
#include "tests/support/suite.h"
#include "tests/support/unpacked.h"
#include "ui/export/provenance_reader.h"
#include "ui/panels/export/figure_command.h"
#include "ui/reading/panel_sight.h"
#include "ui/reading/readings.h"
#include "ui/state/session_file.h"

using namespace headlight;

namespace {

const QString kSources = QStringLiteral(HEADLIGHT_SOURCE_DIR);

ExportSettings plainSettings() {
  ExportSettings settings;
  settings.size = {1600, 900};
  settings.dpi = 96;
  return settings;
}

/// Options that say how a file looks, not what it shows.
bool saysHowItLooks(const QString& line) {
  for (const char* option : {"--theme", "--values", "--legend", "--colours", "--preset", "--no-text", "--callout",
                             "--title", "--caption", "--text-size"})
    if (line.contains(QLatin1String(option))) return true;
  return false;
}

}  // namespace

/// What the window copies as a command draws what the panel shows.
class TestFigureCommand : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  QString m_before;

  /// Runs a line of a shell.
  void run(const QString& line) {
    std::vector<std::string> words = test::shellWords(line);
    words.erase(words.begin());  // The program's name.
    std::ostringstream out, err;
    WindowRequest window;
    const std::optional<int> code = runCommandLine(words, out, err, window);
    QVERIFY2(code == 0, (line.toStdString() + "\n" + err.str()).c_str());
  }

 private slots:
  void initTestCase() {
    m_before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(kSources));
  }
  void cleanupTestCase() { QDir::setCurrent(m_before); }

  void theCommandDrawsTheSame_data() {
    QTest::addColumn<QString>("line");
    int lines = 0;
    for (const QString& line :
         QString::fromUtf8(test::contentOf(kSources + "/tests/data/figures/lines.txt")).split('\n', Qt::SkipEmptyParts))
      if (line.endsWith(".svg") && !saysHowItLooks(line)) QTest::newRow(qPrintable(QString::number(++lines))) << line;
    QVERIFY(lines >= 15);
  }
  void theCommandDrawsTheSame() {
    QFETCH(QString, line);
    const QString first = m_folder.filePath("first.svg"), second = m_folder.filePath("second.svg");
    run("headlight figure " + QString(line).replace(" -o out.svg", " -o " + first));
    if (QTest::currentTestFailed()) return;
    if (!keepsSession(first.toStdString())) QSKIP("a figure that keeps no session");
    if (line.contains("--view ablation") || line.contains("--view methods"))
      QSKIP("a chart, whose session has a panel in its place");
    const Session session = readSessionFile(first.toStdString());
    QCOMPARE(session.state.panels.size(), std::size_t(1));
    if (session.state.model.empty()) QSKIP("a file of attention, whose place a figure for others does not keep");
    const PanelState& panel = session.state.panels.front();
    const TokenLink tokens = resolvePanel(panel, readingsOf(coreEngine({.logits = false}), session.state)).tokens;
    run(figureCommand(session.state, panel, tokens.toShown(session.state.token), plainSettings(), second));
    if (QTest::currentTestFailed()) return;
    const auto picture = [&line](const QString& file) {
      const QString content = QString::fromUtf8(test::contentOf(file));
      // What is written beside the picture says for ids the tokens, and for the text that makes them the text.
      return line.contains("--ids") ? content.section("</metadata>", 1) : content;
    };
    QVERIFY2(picture(first).size() > 1000 && picture(first) == picture(second), qPrintable(line));
  }

  void conversationsAreGivenAsTheyAre() {
    const QString first = m_folder.filePath("first.svg"), second = m_folder.filePath("second.svg");
    const QString chat = "[{\"role\": \"user\", \"content\": \"What isn't a cat?\"}, "
                         "{\"role\": \"assistant\", \"content\": \"A dog.\"}]";
    for (const char* view : {"heatmap", "links"}) {
      run("headlight figure --model tests/data/chat/chatml --chat '" + QString(chat).replace("'", "'\\''") +
          "' --generate-prompt --view " + view + " --layer 1 --head 2 -o " + first);
      if (QTest::currentTestFailed()) return;
      const QByteArray drawn = test::contentOf(first);
      QVERIFY(drawn.contains(">user<") && drawn.contains(">assist"));
      WorkspaceState state = readSessionFile(first.toStdString()).state;
      QVERIFY(state.conversation && state.text->empty());
      state.model = "tests/data/chat/chatml";  // A figure keeps no folder.
      run(figureCommand(state, state.panels.front(), {}, plainSettings(), second));
      if (QTest::currentTestFailed()) return;
      QCOMPARE(test::contentOf(second), drawn);
    }
  }

  void howItLooksIsSaid() {
    WorkspaceState state;
    state.model = "/models/my model";
    state.text = "it's -x";
    state.head = {2, 5};
    ExportSettings settings = plainSettings();
    settings.theme = Theme::Dark;
    settings.values = settings.transparent = true;
    settings.title = settings.caption = settings.text = false;
    settings.legend = LegendPlace::None;
    settings.points = 11.5;
    settings.family = "Noto Sans";
    settings.colours = ColourMapId::Grey;
    QCOMPARE(
        figureCommand(state, PanelState(), {}, settings, "a b.png"),
        QString(
            "headlight figure --model '/models/my model' --text 'it'\\''s -x' --view heatmap --layer 2 --head 5 "
            "--size 1600x900 --dpi 96 --theme dark --colours grey --font 'Noto Sans' --text-size 11.5 --legend none "
            "--values --transparent --no-title --no-caption --no-text -o 'a b.png'"));
  }

  void whatHasNoOptionIsRefused_data() {
    QTest::addColumn<PanelState>("panel");
    PanelState changed;
    changed.minus = PanelMinus{{0, 0, true}, {}};
    QTest::newRow("before and after") << changed;
    PanelState mean;
    mean.heads = {{0, 1}, {0, 2}};
    mean.use = HeadCombination::Mean;
    QTest::newRow("mean") << mean;
    PanelState odd;
    odd.kind = PanelKind::Links;
    odd.heads = {{0, 1}, {1, 2}};
    QTest::newRow("no product") << odd;
    PanelState lens;
    lens.lenses.emplace_back().kind = PanelLens::Kind::WithoutSpecials;
    lens.lenses.back().renormalise = false;
    QTest::newRow("rows left") << lens;
  }
  void whatHasNoOptionIsRefused() {
    QFETCH(PanelState, panel);
    WorkspaceState state;
    state.model = "/models/small";
    state.text = "x";
    QVERIFY_THROWS_EXCEPTION(Error, figureCommand(state, panel, {}, plainSettings(), "out.png"));
    state.continuation = std::vector<std::int64_t>{1};
    QVERIFY_THROWS_EXCEPTION(Error, figureCommand(state, PanelState(), {}, plainSettings(), "out.png"));
  }
};

HEADLIGHT_TEST(TestFigureCommand)
#include "test_figure_command.moc"
