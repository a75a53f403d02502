#include <QTest>

#include "core/base/error.h"
#include "core/model/model_locations.h"
#include "core/text/tokenizer.h"
#include "tests/support/suite.h"
#include "ui/figures/attention_figure.h"
#include "ui/panels/sweeps.h"
#include "ui/reading/readings.h"

using namespace headlight;

namespace {

constexpr const char* kText = "Mr. Darcy looked at her. When Mr.";

Session sessionOf(PanelKind kind) {
  Session session;
  session.state.model = findModel("gpt");
  session.state.text = kText;
  session.state.head = {1, 2};
  session.state.panels = {PanelState()};
  session.state.panels.front().kind = kind;
  return session;
}

/// The figure of a frame as a file gets it.
std::unique_ptr<AttentionFigure> figureOf(const AnimationFrame& frame) {
  std::unique_ptr<Figure> figure = frame.page.what.figure(FigureStyle(), true, false);
  return std::unique_ptr<AttentionFigure>(dynamic_cast<AttentionFigure*>(figure.release()));
}

QString messageOf(Sweep sweep, const Session& session, const RunResults& results) {
  try {
    sweepOf(sweep, session, results);
  } catch (const Error& error) {
    return QString::fromUtf8(error.what());
  }
  return {};
}

}  // namespace

class TestSweeps : public QObject {
  Q_OBJECT
  RunResults m_plain, m_written;

 private slots:
  void initTestCase() {
    const Session session = sessionOf(PanelKind::Heatmap);
    m_plain = readingsOf(coreEngine(), session.state);
    Input input{TextInput{kText}};
    input.writing.emplace().tokens = 4;
    m_written = readingsOf(coreEngine(), session.state, {}, input);
  }

  void layersAndHeadsAreGoneThroughOnOneScale() {
    const Session session = sessionOf(PanelKind::Heatmap);
    const Animation layers = sweepOf(Sweep::Layers, session, m_plain), heads = sweepOf(Sweep::Heads, session, m_plain);
    const AttentionMaps& maps = *m_plain[RunId{}]->maps;
    QCOMPARE(layers.frames.size(), static_cast<std::size_t>(maps.layers()));
    QCOMPARE(heads.frames.size(), static_cast<std::size_t>(maps.heads()));
    for (int i = 0; i < maps.layers(); ++i)
      QCOMPARE(figureOf(layers.frames[static_cast<std::size_t>(i)])->head(), (HeadId{i, 2}));
    for (int i = 0; i < maps.heads(); ++i)
      QCOMPARE(figureOf(heads.frames[static_cast<std::size_t>(i)])->head(), (HeadId{1, i}));
    QVERIFY(layers.frames.back().milliseconds > layers.frames.front().milliseconds);
    QVERIFY(layers.goesOn);
  }

  void aSetOfHeadsGoesThroughTheLayersTogether() {
    Session session = sessionOf(PanelKind::Links);
    session.state.panels.front().heads = {{0, 1}, {0, 3}};
    const Animation layers = sweepOf(Sweep::Layers, session, m_plain);
    QCOMPARE(figureOf(layers.frames[2])->head().layer, 2);
    session.state.panels.front().pinned = HeadId{3, 3};
    QCOMPARE(sweepOf(Sweep::Heads, session, m_plain).frames.size(),
             static_cast<std::size_t>(m_plain[RunId{}]->maps->heads()));
  }

  void eachStepOfAGenerationHasOneTokenMore() {
    const Session session = sessionOf(PanelKind::Heatmap);
    const RunResult& reading = *m_written[RunId{}];
    const Animation steps = sweepOf(Sweep::Generation, session, m_written);
    QCOMPARE(steps.frames.size(), std::size_t(4));
    for (std::size_t i = 0; i < 4; ++i) {
      const std::unique_ptr<AttentionFigure> figure = figureOf(steps.frames[i]);
      const Index tokens = reading.written + static_cast<Index>(i) + 1;
      QCOMPARE(figure->maps()->queries(), tokens);
      QCOMPARE(figure->maps()->keys(), tokens);
      const Matrix shown = figure->maps()->weights({1, 2});
      QVERIFY(shown == reading.maps->weights({1, 2}, {0, 0, tokens, tokens}));
      QVERIFY(steps.frames[i].page.sentence.contains(QString("%1 of 4").arg(i + 1)));
      QVERIFY(steps.frames[i].page.sentence.contains('%'));
    }
  }

  void whatHasNoFramesIsRefused() {
    QVERIFY(messageOf(Sweep::Generation, sessionOf(PanelKind::Heatmap), m_plain).contains("found none"));
    for (const PanelKind kind : {PanelKind::Atlas, PanelKind::Similarity, PanelKind::Flow})
      QVERIFY(messageOf(Sweep::Layers, sessionOf(kind), m_plain).contains("expected a view of one head"));
  }
};

HEADLIGHT_TEST(TestSweeps)
#include "test_sweeps.moc"
