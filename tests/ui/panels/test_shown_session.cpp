#include <QImage>
#include <QTest>
#include <filesystem>

#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "ui/export/figure_writer.h"
#include "ui/panels/export/exports.h"
#include "ui/panels/export/shown_session.h"
#include "ui/panels/export/workspace_figure.h"
#include "ui/reading/readings.h"

using namespace headlight;
using headlight::test::FakeEngine;

namespace {

constexpr const char* kFolder = "/home/somebody/clients/secret/";

/// A session in which everything that can be told apart has a word of its own.
Session fullSession() {
  Session session;
  session.modelName = "small";
  session.otherModelName = "large";
  session.fingerprint = "f-small";
  session.otherFingerprint = "f-large";
  WorkspaceState& state = session.state;
  state.model = std::string(kFolder) + "small";
  state.otherModel = std::string(kFolder) + "large";
  state.text = "apple of the first text";
  state.otherText = TextInput{"banana in the second text", {}};
  state.ids = "101 102 103";
  state.head = {3, 7};
  state.token = 4;
  state.atlas = {HeadId{1, 1}, "1.*", ""};
  state.changes = {{Ablate{{{{3, 3}, {7, 7}}}, Ablate::By::Zero, {}}, true},
                   {Ablate{{{{1, 1}, {1, 1}}}, Ablate::By::MeanOfOther, "cherry elsewhere"}, false}};
  state.deck = std::vector<DeckSlide>{DeckSlide{"dates", "elderberry", sessionText({"small", "", state})}};
  for (std::size_t run = 0; run < kRuns; ++run) {
    PanelState panel;
    panel.source = runAt(run);
    state.panels.push_back(panel);
  }
  return session;
}

struct Words {
  const char* word;
  bool shown;
};

}  // namespace

class TestShownSession : public QObject {
  Q_OBJECT
  FakeEngine m_fake;

 private slots:

  void aFigureKeepsWhatItShows_data() {
    QTest::addColumn<int>("run");
    QTest::addColumn<int>("minus");
    QTest::addColumn<bool>("shows");
    for (int run = 0; run < static_cast<int>(kRuns); ++run)
      for (int minus = -1; minus < static_cast<int>(kRuns); ++minus)
        for (const bool shows : {false, true})
          if (minus != run)
            QTest::addRow("%d less %d%s", run, minus, shows ? ", after the changes" : "") << run << minus << shows;
  }
  void aFigureKeepsWhatItShows() {
    QFETCH(const int, run);
    QFETCH(const int, minus);
    QFETCH(const bool, shows);
    Session session = fullSession();
    session.state.showsChanges = shows;
    PanelState panel;
    panel.source = runAt(static_cast<std::size_t>(run));
    if (minus >= 0) panel.minus = PanelMinus{runAt(static_cast<std::size_t>(minus)), {}};
    PanelLens spans;
    spans.kind = PanelLens::Kind::Spans;
    spans.spans = {{1, 3}};
    panel.lenses = {spans};
    session.state.panels.push_back(panel);
    const RunResults results = readingsOf(m_fake.engine(), session.state);
    const Session shown = shownSession(session, {panel}, results);
    const std::string kept = sessionText(withoutPlaces(shown));

    const std::vector<RunId> runs = runsOf(panel);
    const auto any = [&](auto is) { return std::any_of(runs.begin(), runs.end(), is); };
    const bool textA = any([](RunId r) { return r.text == 0; }), textB = any([](RunId r) { return r.text == 1; });
    const bool modelA = any([](RunId r) { return r.model == 0; }), modelB = any([](RunId r) { return r.model == 1; });
    const bool changed = shows || any([](RunId r) { return r.changed; });
    const Words words[] = {{"apple", textA},       {"banana", textB},      {"cherry", false},  {"dates", false},
                           {"elderberry", false},  {"f-small", modelA},    {"f-large", modelB}, {"ablate 3.7", changed},
                           {"somebody", false},    {"1.*", false},         {"101", false}};
    for (const Words& each : words)
      QVERIFY2((kept.find(each.word) != std::string::npos) == each.shown, (std::string(each.word) + kept).c_str());

    // It opens as the same picture.
    const Session again = readSession(sessionText(shown), "figure");
    QVERIFY(again.state == shown.state);
    const RunResults anew = readingsOf(m_fake.engine(), again.state);
    struct Picture {
      QImage pixels;
      QString title, description;
    };
    const auto picture = [](const PanelState& p, const RunResults& r, const WorkspaceState& s) {
      const auto figure = panelFigure(p, resultsFor(p, r, s), s.head, s.token, FigureStyle());
      FigureStyle style;
      style.caption = false;  // Its "text B" is text A now.
      style.title = false;
      figure->setStyle(style);
      const QImage image = QImage::fromData(figureBytes(*figure, FigureFormat::Png, WriteOptions()));
      return Picture{image, image.text("Title"), image.text("Description")};
    };
    const Picture now = picture(again.state.panels.front(), anew, again.state);
    const Picture before = picture(panel, results, session.state);
    QVERIFY(!now.pixels.isNull());
    QVERIFY(now.pixels == before.pixels);
    QCOMPARE(now.title, before.title);
    // A span of words that only the other text has is not kept.
    QCOMPARE(QString(now.description).replace("0 spans", "1 span"), before.description);
  }

  void theWholeWorkspaceKeepsTheAtlasAndNoDeck() {
    const Session session = fullSession();
    const RunResults results = readingsOf(m_fake.engine(), session.state);
    const Session shown = shownSession(session, session.state.panels, results, true);
    QVERIFY(shown.state.deck->empty());
    QVERIFY(shown.state.atlas == session.state.atlas);
    QVERIFY(shown.state.panels == session.state.panels);
    QCOMPARE(*shown.state.text, std::string("apple of the first text"));
    QVERIFY(shown.state.otherText && shown.state.otherModel);
  }

  void everyExportableKeepsItsOwn() {
    Session session = fullSession();
    session.state.panels.resize(1);
    session.state.panels.push_back({});
    session.state.panels[1].source = {0, 1};
    const Exportable both = exportableOf(session, readingsOf(m_fake.engine(), session.state));
    QCOMPARE(both.parts.size(), std::size_t(2));
    QVERIFY(both.parts[0].provenance.session.find("apple") != std::string::npos);
    QVERIFY(both.parts[0].provenance.session.find("banana") == std::string::npos);
    QVERIFY(both.parts[1].provenance.session.find("apple") == std::string::npos);
    QVERIFY(both.provenance.session.find("apple") != std::string::npos);
    QVERIFY(both.provenance.session.find("banana") != std::string::npos);
    for (const char* never : {"cherry", "dates", "somebody"})
      QVERIFY(both.provenance.session.find(never) == std::string::npos);
  }
};

HEADLIGHT_TEST(TestShownSession)
#include "test_shown_session.moc"
