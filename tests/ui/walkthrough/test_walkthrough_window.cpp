#include <qcustomplot.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "core/base/error.h"
#include "core/model/model_locations.h"
#include "core/text/tokenizer.h"
#include "tests/support/child.h"
#include "tests/support/fixed_metrics.h"
#include "tests/support/suite.h"
#include "tests/support/unpacked.h"
#include "ui/export/exporter.h"
#include "ui/export/numbered_tokens.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/colours/colour_maps.h"
#include "ui/figures/token_label.h"
#include "ui/state/samples.h"
#include "ui/views/figure_canvas.h"
#include "ui/walkthrough/tour_window.h"
#include "ui/walkthrough/walk_figure.h"
#include "ui/walkthrough/walk_window.h"
#include "ui/walkthrough/walk_words.h"
#include "ui/window/main_window.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;

namespace {

constexpr const char* kText = "Mr. Darcy looked at her. When Mr. Darcy spoke, she was silent, and Mr.";

std::shared_ptr<const RunResult> reading(const char* model, const std::string& text) {
  const auto loaded = std::make_shared<const Source>(coreEngine().open(findModel(model), {}));
  return std::make_shared<const RunResult>(readingOf(coreEngine(), {loaded, {TextInput{text}}}, {}, {}));
}

WalkFigure figureOf(const std::shared_ptr<const RunResult>& result, const std::shared_ptr<const WalkReport>& story,
                    WalkStep step, bool numbers) {
  WalkFigure figure;
  figure.setMaps(result->maps, result->context);
  figure.setHead(story->walk.head);
  figure.setStep(story, step, numbers);
  return figure;
}

QImage drawn(const WalkFigure& figure, QSize size) {
  QImage image(size, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  QCPPainter painter(&image);
  figure.paint(painter, QRectF(QPointF(), QSizeF(size)));
  return image;
}

int distinctColours(const QImage& image) {
  QSet<QRgb> colours;
  for (int y = 0; y < image.height(); y += 2)
    for (int x = 0; x < image.width(); x += 2) colours.insert(image.pixel(x, y));
  return static_cast<int>(colours.size());
}

}  // namespace

class TestWalkthroughWindow : public QObject {
  Q_OBJECT
  std::shared_ptr<const RunResult> m_gpt, m_bert;

 private slots:
  void initTestCase() {
    QSettings().clear();
    m_gpt = reading("gpt", kText);
    m_bert = reading("bert", "The king saw the other king.");
  }

  void theSoftmaxStepShowsTheRowOfTheHeatmap() {
    for (const auto& result : {m_gpt, m_bert}) {
      const Index token = result->maps->queries() - 2;
      for (const HeadId head : {HeadId{0, 0}, HeadId{1, 5}, HeadId{3, 7}}) {
        const WalkReport story = tellWalk(*result, head, token);
        const Matrix row = result->maps->weights(head, {token, 0, 1, result->maps->keys()});
        for (Index key = 0; key < row.cols(); ++key) {
          QCOMPARE(story.walk.weights[key], row(0, key));
          QCOMPARE(story.heads(head.head, key), row(0, key));
        }
        // The bars stand for these numbers, and so do the numbers behind them.
        const auto shared = std::make_shared<const WalkReport>(story);
        const WalkFigure figure = figureOf(result, shared, WalkStep::Softmax, true);
        const QSizeF size(1400, 900);
        const WalkLayout layout = figure.layout(size);
        const std::vector<Index> keys = figure.keys(size);
        for (std::size_t i = 0; i < keys.size(); ++i) {
          if (!story.walk.visible[static_cast<std::size_t>(keys[i])]) continue;
          QCOMPARE(layout.rows[i].number->text, percentText(story.walk.weights[keys[i]], 2));
        }
      }
    }
  }

  void namesThatAreLongAreShortenedAsInOtherPictures() {
    const auto story = std::make_shared<const WalkReport>(tellWalk(*m_gpt, {1, 0}, 5));
    for (const WalkStep step : {WalkStep::Keys, WalkStep::Scores, WalkStep::Mask, WalkStep::Softmax, WalkStep::Values})
      QCOMPARE(figureOf(m_gpt, story, step, false).layout({1600, 900}).rows.front().name.text, QString("⟨eot⟩"));
    const auto& columns = figureOf(m_gpt, story, WalkStep::Heads, false).layout({1600, 900}).columns;
    QCOMPARE(columns.front().text, QString("⟨eot⟩"));
  }

  void everyHeadsNormIsThatOfItsOwnWalk() {
    const WalkReport story = tellWalk(*m_gpt, {2, 3}, 5);
    const auto& model = *m_gpt->request.model->model;
    const auto trace = model.run(m_gpt->request.model->tokenizer->encode(kText));
    for (int head = 0; head < m_gpt->maps->heads(); ++head)
      QVERIFY(std::abs(story.residualUpdate[head] - walkThrough(model, *trace, {2, head}, 5).residualUpdate.norm()) <
              1e-5F);
    QVERIFY(std::abs(story.entering - trace->hiddenStates[2].row(5).norm()) < 1e-5F);
  }

  void aTokenThatThereIsNotIsAnError() {
    QVERIFY_THROWS_EXCEPTION(Error, tellWalk(*m_gpt, {9, 0}, 0));
    QVERIFY_THROWS_EXCEPTION(Error, tellWalk(*m_gpt, {0, 0}, 999));
  }

  void whatIsShownOfManyTokensAreTheStrongest() {
    const WalkReport story = tellWalk(*m_gpt, {1, 0}, 12);
    const std::vector<Index> keys = keysToShow(story, 6);
    QCOMPARE(keys.size(), std::size_t(6));
    QVERIFY(std::is_sorted(keys.begin(), keys.end()));
    QVERIFY(std::count(keys.begin(), keys.end(), Index{12}) == 1);
    float least = 1;
    for (const Index key : keys)
      if (key != 12) least = std::min(least, story.walk.weights[key]);
    for (Index key = 0; key < story.keys(); ++key)
      if (!std::count(keys.begin(), keys.end(), key)) QVERIFY(story.walk.weights[key] <= least);
    QCOMPARE(keysToShow(story, 1000).size(), static_cast<std::size_t>(story.keys()));
  }

  void onlyStepsThatListTokensCountThoseLeftOut() {
    const auto story = std::make_shared<const WalkReport>(tellWalk(*m_gpt, {1, 0}, 12));
    const auto notes = [&](WalkStep step) {
      // Too low for a row of every token.
      const WalkFigure figure = figureOf(m_gpt, story, step, false);
      const QSizeF size(700, 240);
      QString all;
      for (const PlacedText& note : figure.layout(size).frame.notes) all += note.text;
      return all;
    };
    QVERIFY(notes(WalkStep::Softmax).contains(QStringLiteral("tokens: those with")));
    QVERIFY(!notes(WalkStep::Output).contains(QStringLiteral("tokens: those with")));
  }

  void everyStepHasWordsAndStaysWithinItsFigure() {
    for (const auto& result : {m_gpt, m_bert}) {
      const auto story = std::make_shared<const WalkReport>(tellWalk(*result, {1, 4}, 3));
      for (int step = 0; step < kWalkSteps; ++step)
        for (const QSizeF size : {QSizeF(960, 540), QSizeF(520, 360), QSizeF(1920, 1080)})
          for (const bool numbers : {false, true}) {
            const WalkFigure figure = figureOf(result, story, static_cast<WalkStep>(step), numbers);
            const WalkWords words = wordsOf(*story, static_cast<WalkStep>(step));
            QVERIFY(!words.title.isEmpty() && !words.caption.isEmpty() && !words.numbers.isEmpty());
            for (const QString& text : {words.title, words.caption, words.numbers})
              QVERIFY2(!text.contains('%') || text.contains("100%") || text.contains(QRegularExpression("\\d%")),
                       qPrintable(text));
            const WalkLayout layout = figure.layout(size);
            const QRectF whole(QPointF(), size);
            double bottom = 0;
            for (const WalkLayout::Row& row : layout.rows) {
              const QByteArray where =
                  QStringLiteral("step %1, %2 × %3").arg(step).arg(size.width()).arg(size.height()).toUtf8();
              QVERIFY2(whole.contains(row.strip), where);
              QVERIFY2(row.strip.top() >= bottom - 0.01, where);
              QVERIFY2(row.name.text.isEmpty() || row.name.box.right() <= row.strip.left(), where);
              QVERIFY2(!row.number || row.number->box.left() >= row.strip.right() || !row.bar.isEmpty(), where);
              bottom = row.strip.bottom();
            }
            for (const PlacedText& caption : layout.captions) QVERIFY(whole.contains(caption.box));
            QVERIFY(distinctColours(drawn(figure, size.toSize())) > 4);
          }
    }
  }

  void scaledScoresAreShorterThanTheSumsBehindThem() {
    const auto story = std::make_shared<const WalkReport>(tellWalk(*m_gpt, {1, 4}, 8));
    const WalkFigure figure = figureOf(m_gpt, story, WalkStep::Mask, false);
    const QSize size(1400, 900);
    const WalkLayout layout = figure.layout(size);
    const std::vector<Index> keys = figure.keys(size);
    const QImage image = drawn(figure, size);
    const auto sum = [&](Index key) { return static_cast<double>(story->walk.products.row(key).sum()); };
    double least = 0, most = 0;
    for (const Index key : keys)
      if (story->walk.visible[static_cast<std::size_t>(key)])
        least = std::min({least, sum(key), static_cast<double>(story->walk.scores[key])}),
        most = std::max({most, sum(key), static_cast<double>(story->walk.scores[key])});
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (!story->walk.visible[static_cast<std::size_t>(keys[i])]) continue;
      const QRectF strip = layout.rows[i].strip;
      int full = 0, any = 0;
      for (int x = static_cast<int>(strip.left()); x < strip.right(); ++x) {
        const QColor colour = image.pixelColor(x, static_cast<int>(strip.top() + strip.height() * 0.3));
        full += colour == seriesColour(0, false);
        any += colour.saturation() > 20;
      }
      const double unit = strip.width() / (most - least);
      QVERIFY(std::abs(full - std::abs(story->walk.scores[keys[i]]) * unit) < 4);
      QVERIFY(std::abs(any - std::max(std::abs(sum(keys[i])), std::abs<double>(story->walk.scores[keys[i]])) * unit) <
              4);
    }
  }

  void theLastStepsFillTheirRoom() {
    const auto story = std::make_shared<const WalkReport>(tellWalk(*m_gpt, {1, 4}, 8));
    for (const WalkStep step : {WalkStep::Heads, WalkStep::Output})
      for (const QSizeF size : {QSizeF(960, 540), QSizeF(1920, 1080)}) {
        const WalkLayout layout = figureOf(m_gpt, story, step, false).layout(size);
        const double bottom = layout.columns.empty() ? layout.rows.back().strip.bottom()
                                                     : layout.columns.front().outline.boundingRect().bottom();
        QVERIFY2(bottom > layout.body.top() + 0.9 * layout.body.height(), qPrintable(QString::number(bottom)));
      }
  }

  void hiddenTokensHaveNoBars() {
    const auto story = std::make_shared<const WalkReport>(tellWalk(*m_gpt, {0, 0}, 2));
    const WalkFigure figure = figureOf(m_gpt, story, WalkStep::Mask, true);
    const WalkLayout layout = figure.layout({1200, 900});
    const std::vector<Index> keys = figure.keys({1200, 900});
    int hidden = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      QCOMPARE(layout.rows[i].number->text == QStringLiteral("–"), keys[i] > 2);
      hidden += keys[i] > 2;
    }
    QVERIFY(hidden > 0);
  }

  void withoutTheTextNoTokenIsLeft() {
    const auto story = std::make_shared<const WalkReport>(tellWalk(*m_gpt, {1, 0}, 4));
    for (int step = 0; step < kWalkSteps; ++step) {
      WalkFigure figure = figureOf(m_gpt, story, static_cast<WalkStep>(step), true);
      QVERIFY(figure.altText().contains(QStringLiteral("Darcy")) ||
              figure.altText().contains(tokenLabel(story->query())) || step > 0);
      leaveTextOut(figure);
      QVERIFY2(!figure.altText().contains(QStringLiteral("Darcy")), qPrintable(figure.altText()));
      for (const WalkLayout::Row& row : figure.layout({960, 540}).rows)
        QVERIFY(!row.name.text.contains(QStringLiteral("Darcy")));
      for (const FigureSpot& spot : figure.spots({960, 540})) QVERIFY(!spot.text.contains(QStringLiteral("Darcy")));
    }
  }

  void theGlossaryKnowsItsTerms() {
    const QString rich =
        withGlossary(QStringLiteral("Softmax turns the scores <into> attention weights; softmax again"));
    QVERIFY(rich.contains(QStringLiteral("<a href=\"softmax\">Softmax</a>")));
    QVERIFY(rich.contains(QStringLiteral("<a href=\"attention weights\">")));
    QCOMPARE(rich.count(QStringLiteral("<a ")), 3);
    QVERIFY(rich.contains(QStringLiteral("&lt;into&gt;")));
    QVERIFY(!meaningOf(QStringLiteral("softmax")).isEmpty());
    QVERIFY(meaningOf(QStringLiteral("nonsense")).isEmpty());
  }

  void labelsAreReadFromTheBackOfTheRoom() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = openingState();
    state.text = kText;
    state.token = 11;
    window.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    auto* walk = qobject_cast<WalkWindow*>(window.windows().open("walk"));
    QTRY_VERIFY(walk && walk->story());
    walk->setStep(WalkStep::Softmax);
    auto& view = child<FigureCanvas>(walk, "walkView");
    const auto textSize = [&] { return dynamic_cast<const WalkFigure&>(*view.figure()).style().textSize; };
    const double before = textSize();
    walk->showFullScreen();
    QTRY_VERIFY(walk->isFullScreen() && textSize() > before);
    QTRY_VERIFY(textSize() >= view.height() / 40.0);
    const auto lines = dynamic_cast<const WalkFigure&>(*view.figure()).layout(QSizeF(view.size()));
    QVERIFY(lines.nameSize >= kSmallestLabel && !lines.rows.empty());
  }

  void theWindowWalksForwardAndBack() {
    MainWindow window(coreEngine());
    window.resize(1200, 800);
    window.show();
    WorkspaceState state = openingState();
    state.text = kText;
    state.head = {1, 0};
    state.token = 11;
    window.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    auto* walk = qobject_cast<WalkWindow*>(window.windows().open("walk"));
    QVERIFY(walk);
    QTRY_VERIFY(walk->story() != nullptr);
    QCOMPARE(walk->story()->walk.queryAt, Index{11});
    const auto title = [&] { return child<QLabel>(walk, "walkTitle").text(); };
    QCOMPARE(title(), wordsOf(*walk->story(), WalkStep::Tokens).title);
    QVERIFY(!child<QPushButton>(walk, "walkBack").isEnabled());
    for (int step = 1; step < kWalkSteps; ++step) {
      child<QPushButton>(walk, "walkNext").click();
      QCOMPARE(title(), wordsOf(*walk->story(), static_cast<WalkStep>(step)).title);
      QVERIFY(child<QToolButton>(walk, qPrintable(QStringLiteral("walkStep%1").arg(step + 1))).isChecked());
      QCOMPARE(dynamic_cast<const WalkFigure&>(*child<FigureCanvas>(walk, "walkView").figure()).step(),
               static_cast<WalkStep>(step));
    }
    QVERIFY(!child<QPushButton>(walk, "walkNext").isEnabled());
    child<QToolButton>(walk, "walkStep6").click();
    QCOMPARE(walk->step(), WalkStep::Softmax);
    QTest::keyClick(walk, Qt::Key_PageUp);
    QCOMPARE(walk->step(), WalkStep::Mask);
    // A button does not keep the arrows to itself.
    QTest::keyClick(&child<QPushButton>(walk, "walkNext"), Qt::Key_Right);
    QCOMPARE(walk->step(), WalkStep::Softmax);
    QTest::keyClick(&child<QPushButton>(walk, "walkBack"), Qt::Key_Left);
    QCOMPARE(walk->step(), WalkStep::Mask);
    QVERIFY(!child<QLabel>(walk, "walkNumbersLine").isVisible());
    QTest::keyClick(walk, Qt::Key_N);
    QVERIFY(child<QLabel>(walk, "walkNumbersLine").isVisible());

    // What is selected in the window is what is explained, and the other way round.
    window.workspace().selection()->setToken(4);
    QTRY_COMPARE(walk->story()->walk.queryAt, Index{4});
    child<QComboBox>(walk, "walkHead").setCurrentIndex(6);
    QTRY_COMPARE(walk->story()->walk.head.head, 6);
    QCOMPARE(window.workspace().selection()->head(), (HeadId{1, 6}));
    // Another text.
    window.workspace().setTexts("A short text", {});
    QTRY_VERIFY(walk->story()->keys() < 8);
    QCOMPARE(walk->step(), WalkStep::Mask);

    QCOMPARE(walk->exportables().size(), std::size_t(kWalkSteps));
    QTemporaryDir folder;
    const QString file = folder.filePath("walk.pptx");
    std::vector<DeckPage> pages;
    for (Exportable& step : walk->exportables()) pages.push_back({{}, {}, step});
    ExportSettings settings;
    settings.kind = FileKind::Slides;
    exportDeck(pages, settings, pages.front().what.provenance, file.toStdString());
    const auto parts = test::unzipped(file);
    for (int slide = 1; slide <= kWalkSteps; ++slide)
      QVERIFY(parts.contains(QStringLiteral("ppt/slides/slide%1.xml").arg(slide)));
    QVERIFY(!parts.contains(QStringLiteral("ppt/slides/slide10.xml")));
  }

  void theTourShowsEachSentenceAndThenAsksForOne() {
    MainWindow window(coreEngine());
    window.show();
    window.openState(openingState());
    auto* tour = qobject_cast<TourWindow*>(window.windows().open("tour"));
    QVERIFY(tour);
    const std::vector<Sample> stops = fiveThings();
    QCOMPARE(stops.size(), std::size_t(5));
    for (const Sample& stop : stops) {
      QCOMPARE(child<QLabel>(tour, "tourTitle").text(), QString::fromStdString(stop.title));
      QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() && window.workspace().text() == stop.text &&
                                   window.workspace().result()->request.input == Input{TextInput{stop.text}},
                               20000);
      QCOMPARE(window.workspace().selection()->head(), stop.head);
      // What the words promise is in the numbers: the head's last tokens give most to one key.
      const AttentionMaps& maps = *window.workspace().result()->maps;
      const Matrix row = maps.weights(stop.head, {maps.queries() - 2, 0, 1, maps.keys()});
      QVERIFY2(row.maxCoeff() > 0.3F || stop.model == "sentiment", stop.title.c_str());
      child<QPushButton>(tour, "tourNext").click();
    }
    QCOMPARE(child<QPushButton>(tour, "tourNext").text(), QStringLiteral("Close"));
    const std::string before = window.workspace().text();
    child<QPushButton>(tour, "tourBack").click();
    QCOMPARE(tour->stop(), 4);
    QCOMPARE(window.workspace().text(), before);
  }

  /// At its end there is again all that there was, wherever it is left; a text of the person's own stays.
  void theTourGivesBackWhatThereWas() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = openingState();
    state.text = kText;
    state.head = {1, 2};
    state.token = 5;
    state.panels.resize(1);
    state.panels.front().sinksApart = false;
    state.changes = {{Intervention(Ablate{oneHead({1, 0}), Ablate::By::Zero, {}}), true}};
    window.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result(), 20000);
    const WorkspaceState before = window.workspace().state();
    for (const int stops : {0, 2, 6}) {
      auto* tour = qobject_cast<TourWindow*>(window.windows().open("tour"));
      for (int stop = 0; stop < stops; ++stop) {
        const std::string text = fiveThings()[static_cast<std::size_t>(std::min(stop, 4))].text;
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().text() == text, 20000);
        child<QPushButton>(tour, "tourNext").click();
      }
      if (stops < 6) tour->close();
      QTRY_VERIFY_WITH_TIMEOUT(window.workspace().state() == before, 20000);
      QTRY_VERIFY(!window.findChild<TourWindow*>());
    }
    auto* tour = qobject_cast<TourWindow*>(window.windows().open("tour"));
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().text() == fiveThings().front().text, 20000);
    WorkspaceState own = window.workspace().state();
    own.text = std::string("A sentence of my own");
    window.openState(own);
    tour->close();
    QCOMPARE(window.workspace().text(), std::string("A sentence of my own"));
  }
};

HEADLIGHT_TEST(TestWalkthroughWindow)
#include "test_walkthrough_window.moc"
