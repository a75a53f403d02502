#include <qcustomplot.h>

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "core/model/model.h"
#include "tests/support/child.h"
#include "tests/support/painted.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"
#include "ui/charts/contacts/contacts_chart.h"
#include "ui/figures/experts/experts_figure.h"
#include "ui/charts/experts/experts_window.h"
#include "ui/charts/score/score_figure.h"
#include "ui/figures/painting.h"
#include "ui/state/samples.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/theme.h"
#include "ui/window/main_window.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::painted;

namespace {

std::string folderOf(const char* family) {
  return std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/families/" + family;
}

/// A small mixture over twelve tokens.
std::shared_ptr<const ExpertsReport> report(const char* family = "mixtral") {
  const auto model = Model::open(folderOf(family));
  const Encoding input = reference::encodingOf(readSafetensors(folderOf(family) + "/expected.safetensors"), 0);
  return std::make_shared<const ExpertsReport>(
      tellExperts(*model->run(input), AttentionType::Self, QStringLiteral("a secret text")));
}

/// Two layers of `experts` experts over `tokens` tokens, planted.
std::shared_ptr<const ExpertsReport> planted(int experts, Index tokens) {
  ExpertsReport story;
  story.use.tokens = tokens;
  for (int l = 0; l < 2; ++l) {
    ExpertUse::Layer layer;
    layer.layer = l;
    layer.experts = experts;
    layer.tokens.assign(static_cast<std::size_t>(experts), 0);
    layer.weight.assign(static_cast<std::size_t>(experts), 0);
    for (Index t = 0; t < tokens; ++t) {
      const int first = static_cast<int>(t * 7 % experts), second = (first + 3) % experts;
      layer.choice.experts.push_back({first, second});
      layer.choice.weights.push_back({0.75F, 0.25F});
      ++layer.tokens[static_cast<std::size_t>(first)];
      ++layer.tokens[static_cast<std::size_t>(second)];
    }
    story.use.layers.push_back(std::move(layer));
  }
  story.tokens.resize(static_cast<std::size_t>(tokens));
  for (std::size_t i = 0; i < story.tokens.size(); ++i)
    story.tokens[i].text = story.tokens[i].display = "w" + std::to_string(i);
  story.model = QStringLiteral("small");
  return std::make_shared<const ExpertsReport>(std::move(story));
}

}  // namespace

class TestExperts : public QObject {
  Q_OBJECT

 private slots:
  /// Each cell is as high as its weights, in the order of the choice.
  void theGridShowsTheWeights() {
    const auto story = planted(4, 6);
    const ExpertsFigure figure(story, {});
    const ExpertsLayout layout = figure.layout({900, 500});
    const auto spots = figure.spots({900, 500});
    QCOMPARE(spots.size(), std::size_t(2 * 6 * 2));
    for (std::size_t i = 0; i < spots.size(); i += 2) {
      const QRectF cell = layout.cell(i / 12, spots[i].query);
      QVERIFY(std::abs(spots[i].rect.height() - 0.75 * cell.height()) < 1e-9);
      QVERIFY(std::abs(spots[i + 1].rect.bottom() - cell.bottom()) < 1e-6);
    }
    QCOMPARE(layerOfId(spots[12].id), 1);
    QCOMPARE(expertOfId(spots[2].id), 3);
    QCOMPARE(spots[2].text, QStringLiteral("“w1”, layer 0: expert 3, weight 0.7500"));
    // The colour of the first expert is in the picture where its part is.
    const QImage image = painted(figure, {900, 500});
    const QPoint at = (spots[2].rect.topLeft() + QPointF(3, 3)).toPoint();
    QCOMPARE(image.pixelColor(at), expertColour(3, 4, false));
  }

  void theLoadCountsTokens() {
    const auto story = report();
    ExpertsChoice choice;
    choice.picture = ExpertsPicture::Load;
    const ExpertsFigure figure(story, {}, choice);
    const auto spots = figure.spots({900, 500});
    QCOMPARE(spots.size(), std::size_t(8));
    double most = 0;
    for (const FigureSpot& spot : spots) most = std::max(most, spot.rect.height());
    for (std::size_t i = 0; i < spots.size(); ++i) {
      const ExpertUse::Layer& layer = story->use.layers[i / 4];
      const Index tokens = layer.tokens[i % 4];
      QVERIFY(spots[i].text.contains(QStringLiteral(": %1 of 12 tokens").arg(tokens)));
    }
    QVERIFY(most > 0);
  }

  void onlyTheTokensOfAnExpertAreColoured() {
    const auto story = planted(4, 6);
    ExpertsChoice choice;
    choice.picture = ExpertsPicture::Text;
    choice.layer = 1;
    choice.expert = 2;
    const ExpertsFigure figure(story, {}, choice);
    const auto spots = figure.spots({700, 300});
    QCOMPARE(spots.size(), std::size_t(6));
    const QImage image = painted(figure, {700, 300});
    for (std::size_t token = 0; token < 6; ++token) {
      const auto& experts = story->use.layers[1].choice.experts[token];
      const bool chose = std::find(experts.begin(), experts.end(), 2) != experts.end();
      const QRectF box = spots[token].rect;
      const QColor found = image.pixelColor(QPointF(box.center().x(), box.top() + 2).toPoint());
      QCOMPARE(found == expertColour(2, 4, false), chose);
    }
    QVERIFY(figure.title().contains(QStringLiteral("1.2")));
  }

  /// Thousands of tokens are painted as one image, in time and with every layer.
  void aLongTextIsPainted() {
    const ExpertsFigure figure(planted(128, 4000), {});
    const QImage image = painted(figure, {1200, 500});
    const ExpertsLayout layout = figure.layout({1200, 500});
    for (const QRectF& row : layout.rows) {
      QSet<QRgb> colours;
      for (int x = 0; x < 300; ++x)
        colours.insert(image.pixel(static_cast<int>(row.left()) + x, static_cast<int>(row.center().y())));
      QVERIFY(colours.size() > 20);
    }
    QVERIFY(figure.spots({1200, 500}).empty());
  }

  void noTextIsLeftOut() {
    const auto bare = withoutText(report());
    for (const ExpertsPicture picture : {ExpertsPicture::Grid, ExpertsPicture::Load, ExpertsPicture::Text}) {
      ExpertsChoice choice;
      choice.picture = picture;
      const ExpertsFigure figure(bare, {}, choice);
      QVERIFY(!figure.altText().contains(QStringLiteral("secret")));
      for (const FigureSpot& spot : figure.spots({800, 500})) QVERIFY(!spot.text.contains(QStringLiteral("secret")));
    }
    QVERIFY(bare->text.isEmpty());
    QCOMPARE(bare->tokens[3].display, std::string("4"));
    QVERIFY(ExpertsFigure().spots({800, 500}).empty());
  }

  void theWindowSwitchesAnExpertOff() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = openingState();
    state.model = folderOf("mixtral");
    state.ids = std::string("3,7,12,5,9");
    window.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 30000);
    auto* shown = qobject_cast<ExpertsWindow*>(window.windows().open("experts"));
    QTRY_VERIFY_WITH_TIMEOUT(shown->report() != nullptr, 30000);
    QVERIFY(!child<QPushButton>(shown, "expertsOff").isEnabled());
    shown->choose(1, 2);
    QCOMPARE(shown->choice().layer, 1);
    QCOMPARE(*shown->choice().expert, 2);
    child<QPushButton>(shown, "expertsOff").click();
    QCOMPARE(window.workspace().changes().size(), std::size_t(1));
    QCOMPARE(textOf(window.workspace().changes().front().what), std::string("expert 1.2 off"));
    // Return on a part chooses its expert and its token.
    auto& canvas = child<FigureCanvas>(shown, "expertsChart");
    QTest::keyClick(&canvas, Qt::Key_Right);
    QTest::keyClick(&canvas, Qt::Key_Return);
    QCOMPARE(window.workspace().selection()->token(), std::optional<Index>(0));
    QCOMPARE(*shown->choice().expert, shown->report()->use.layers[0].choice.experts[0][0]);
  }

  /// The bars of a score are its parts, those of DeepSeek's latent attention among them.
  void theScoreHasABarForEachPart() {
    const auto model = Model::open(folderOf("deepseek-v3"));
    const Encoding input = reference::encodingOf(readSafetensors(folderOf("deepseek-v3") + "/expected.safetensors"), 0);
    const auto trace = model->run(input);
    const auto story = std::make_shared<const ScoreReport>(tellScore(*model, *trace, {1, 2}, 9, 4));
    const ScoreFigure figure(story, {});
    const auto spots = figure.spots({800, 400});
    QCOMPARE(spots.size(), 1 + story->parts.waves.size());
    const ScoreLayout layout = figure.layout({800, 400});
    double sum = 0;
    for (std::size_t i = 0; i < spots.size(); ++i) {
      const double value = i == 0 ? story->parts.content : story->parts.waves[i - 1].part;
      const double height = spots[i].rect.height() / layout.plot.height() * (layout.high - layout.low);
      QVERIFY(std::abs(height - std::abs(value)) < 1e-9);
      sum += spots[i].rect.bottom() > layout.y(0) + 1e-9 ? -height : height;
    }
    QVERIFY(std::abs(sum - story->parts.score) < 1e-5);
    QVERIFY(!ScoreFigure(withoutText(story)).title().contains(story->query) || story->query == QStringLiteral("9"));
    painted(figure, {800, 400});
  }

  void theContactsHaveACellForEachPair() {
    const auto model = Model::open(folderOf("esm2"));
    const TensorTable expected = readSafetensors(folderOf("esm2") + "/expected.safetensors");
    const auto trace = model->run(reference::encodingOf(expected, 0));
    const auto report = std::make_shared<const ContactsReport>(tellContacts(*model, trace));
    QCOMPARE(report->residues.size(), std::size_t(10));
    QCOMPARE(report->heads.size(), std::size_t(12));
    QVERIFY(report->heads.front().share >= report->heads.back().share);
    const auto figure = contactsFigure(*report, {});
    QCOMPARE(figure->spots({700, 700}).size(), std::size_t(100));
    QVERIFY(!figure->title().contains(QStringLiteral("head")));
    painted(*figure, {700, 700});
    QCOMPARE(withoutText(report)->residues[9].display, std::string("10"));
  }

  void aModelWithoutExpertsSaysSo() {
    MainWindow window(coreEngine());
    window.show();
    window.openState(openingState());
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 30000);
    auto* shown = qobject_cast<ExpertsWindow*>(window.windows().open("experts"));
    QVERIFY(shown->report() == nullptr);
    QVERIFY(child<QLabel>(shown, "expertsSays").text().contains(QStringLiteral("no experts")));
    QVERIFY(!child<QPushButton>(shown, "expertsExport").isEnabled());
  }
};

HEADLIGHT_TEST(TestExperts)
#include "test_experts.moc"
