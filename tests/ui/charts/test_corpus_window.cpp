#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/base/error.h"
#include "core/corpus/corpus_run.h"
#include "core/corpus/stats_file.h"
#include "core/model/model_locations.h"
#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/charts/corpus/corpus_window.h"
#include "ui/charts/corpus/head_card_figure.h"
#include "ui/charts/corpus/metric_atlas_figure.h"
#include "ui/charts/corpus/reports/corpus_report.h"
#include "ui/state/samples.h"
#include "ui/state/session_file.h"
#include "ui/views/figure_canvas.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;

/// The window of many texts: run, watch, stop, look, open.
class TestCorpusWindow : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

 private slots:
  void measuresShowsAndOpens() {
    MainWindow window(coreEngine());
    window.show();
    window.openState(openingState());
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    auto* corpus = qobject_cast<CorpusWindow*>(window.windows().open("corpus"));
    QVERIFY(corpus && !corpus->report());
    child<QSpinBox>(corpus, "corpusLimit").setValue(20);
    child<QPushButton>(corpus, "corpusRun").click();
    QTRY_VERIFY_WITH_TIMEOUT(corpus->report() && child<QPushButton>(corpus, "corpusSave").isEnabled(), 60000);
    const CorpusStats& stats = *corpus->report()->stats;
    QCOMPARE(stats.texts, std::int64_t{20});
    QVERIFY(!stats.next);

    // The card and the texts are those of the head that was clicked; a text opens at it.
    auto& canvas = child<FigureCanvas>(corpus, "corpusChart");
    const auto spots = canvas.figure()->spots(canvas.size());
    QCOMPARE(spots.size(), stats.heads.size());
    canvas.goTo(5);
    emit canvas.stepped(spots[5]);
    const auto& card = child<FigureCanvas>(corpus, "corpusCard").figure();
    QVERIFY(card && !card->spots({560, 620}).empty());
    auto& texts = child<QListWidget>(corpus, "corpusExemplars");
    const auto head = static_cast<std::size_t>(numberOf(*spots[5].head, stats.model.heads));
    const auto exemplars = exemplarsOf(stats, head, metricNumber(stats, "induction"));
    QCOMPARE(texts.count(), static_cast<int>(exemplars.size()));
    QVERIFY(exemplars.size() > 2 && exemplars.front().value >= exemplars.back().value);
    emit texts.itemActivated(texts.item(0));
    QCOMPARE(window.workspace().text(), exemplars.front().text.text);
    QCOMPARE(window.workspace().selection()->head(), *spots[5].head);

    child<QComboBox>(corpus, "corpusView").setCurrentIndex(1);
    QVERIFY(dynamic_cast<const MetricAtlasFigure*>(canvas.figure().get()));
    QCOMPARE(canvas.figure()->spots({800, 600}).size(), stats.heads.size());

    // What was saved opens again, by whatever way a file is opened.
    const std::filesystem::path file = m_folder.filePath("kept.headstats").toStdString();
    writeStats(stats, file);
    window.opener().open(file);
    QVERIFY(corpus->report()->stats.get() != &stats);
    QCOMPARE(corpus->report()->stats->texts, std::int64_t{20});
    std::ofstream(file) << "nothing of the kind";
    const auto before = corpus->report();
    window.opener().open(file);
    QVERIFY(corpus->report() == before && !child<QLabel>(corpus, "corpusSays").text().isEmpty());
  }

  /// Another file beside the one that is shown, and a folder of files as steps of training.
  void comparesAndShowsTraining() {
    const auto measured = [](std::int64_t from, std::int64_t limit) {
      CorpusSpec spec;
      spec.files = {HEADLIGHT_SOURCE_DIR "/resources/samples/sentences.txt"};
      spec.limit = limit;
      static const Source gpt = openModelSource(HEADLIGHT_SOURCE_DIR "/resources/models/gpt");
      Corpus corpus(spec);
      CorpusSettings settings;
      settings.patterns = {parsePattern("previous")};
      CorpusStats stats = emptyStats(gpt, corpus, settings);
      stats.next = from;
      runCorpus(gpt, corpus, stats);
      return stats;
    };
    const std::filesystem::path folder = m_folder.filePath("steps").toStdString();
    std::filesystem::create_directories(folder);
    writeStats(measured(0, 12), folder / "step-9.headstats");
    writeStats(measured(12, 24), folder / "step-10.headstats");
    writeStats(measured(24, 36), folder / "step-1000.headstats");

    MainWindow window(coreEngine());
    window.show();
    window.opener().open(folder / "step-9.headstats");
    auto* corpus = qobject_cast<CorpusWindow*>(window.windows().find("corpus"));
    QVERIFY(corpus && corpus->report());
    auto& canvas = child<FigureCanvas>(corpus, "corpusChart");
    auto& view = child<QComboBox>(corpus, "corpusView");
    auto& metric = child<QComboBox>(corpus, "corpusY");
    const std::size_t heads = corpus->report()->stats->heads.size();
    // A pattern comes first where there is one.
    QCOMPARE(metric.currentData().toString(), QStringLiteral("previous"));
    QCOMPARE(corpus->choice().picture, CorpusPicture::Scatter);
    QCOMPARE(canvas.figure()->spots({800, 600}).size(), heads);
    view.setCurrentIndex(1);
    QVERIFY(canvas.figure()->spots({800, 600}).front().text.contains(QStringLiteral("chance")));

    corpus->compareWith(folder / "step-10.headstats");
    QCOMPARE(corpus->choice().picture, CorpusPicture::Differences);
    QCOMPARE(view.count(), 4);
    QCOMPARE(canvas.figure()->spots({800, 2000}).size(), heads);
    view.setCurrentIndex(1);
    QCOMPARE(canvas.figure()->spots({800, 600}).size(), heads);
    corpus->compareWith({});
    QCOMPARE(view.count(), 2);

    window.opener().open(folder);
    QTRY_VERIFY_WITH_TIMEOUT(corpus->choice().training && corpus->report(), 20000);
    QCOMPARE(corpus->choice().picture, CorpusPicture::Curves);
    auto& step = child<QSlider>(corpus, "corpusStep");
    QVERIFY(step.isVisible());
    QCOMPARE(step.maximum(), 2);
    QCOMPARE(child<QLabel>(corpus, "corpusStepName").text(), QStringLiteral("1000"));
    QCOMPARE(canvas.figure()->spots({800, 600}).size(), 3 * heads);
    // The card and its texts are those of the step.
    const auto before = corpus->report();
    step.setValue(0);
    QTRY_VERIFY_WITH_TIMEOUT(corpus->report() != before, 20000);
    QCOMPARE(corpus->report()->stats->hash, readStats(folder / "step-9.headstats").hash);
    view.setCurrentIndex(1);
    QCOMPARE(canvas.figure()->spots({800, 600}).size(), 3 * heads);
    QVERIFY(!step.isVisible());
    view.setCurrentIndex(2);
    QVERIFY(canvas.figure()->title().contains(QStringLiteral("9")));
    QCOMPARE(canvas.figure()->spots({800, 600}).size(), heads);
  }

  /// A folder of models is a training too: each is measured, and their curves are shown.
  void measuresATraining() {
    const std::filesystem::path states = m_folder.filePath("states").toStdString();
    std::filesystem::create_directories(states);
    for (const char* name : {"step-9", "step-10"})
      std::filesystem::create_directory_symlink(HEADLIGHT_SOURCE_DIR "/resources/models/gpt", states / name);
    MainWindow window(coreEngine());
    window.show();
    window.openState(openingState());
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    auto* corpus = qobject_cast<CorpusWindow*>(window.windows().open("corpus"));
    corpus->openFile(states);
    QVERIFY(child<QLabel>(corpus, "corpusSays").text().contains(QStringLiteral("each step of states")));
    child<QSpinBox>(corpus, "corpusLimit").setValue(5);
    child<QPushButton>(corpus, "corpusRun").click();
    QTRY_VERIFY_WITH_TIMEOUT(corpus->choice().training && corpus->report(), 60000);
    QCOMPARE(corpus->choice().picture, CorpusPicture::Curves);
    QCOMPARE(corpus->choice().training->series.steps.front().name, std::string("step-9"));
    QCOMPARE(corpus->report()->stats->texts, std::int64_t{5});
    // A file of texts is measured with the shown model again.
    corpus->openFile(HEADLIGHT_SOURCE_DIR "/resources/samples/sentences.txt");
    child<QPushButton>(corpus, "corpusRun").click();
    QTRY_VERIFY_WITH_TIMEOUT(corpus->report() && !child<QPushButton>(corpus, "corpusStop").isVisible(), 60000);
    QVERIFY(!corpus->choice().training);
    QCOMPARE(corpus->report()->stats->texts, std::int64_t{5});
  }

  /// What texts lose without each head, as a list of intervals and as an atlas.
  void ablatesOverTexts() {
    MainWindow window(coreEngine());
    window.show();
    window.openState(openingState());
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    auto* corpus = qobject_cast<CorpusWindow*>(window.windows().open("corpus"));
    child<QComboBox>(corpus, "corpusWhat").setCurrentIndex(1);
    QVERIFY(child<QLabel>(corpus, "corpusSays").text().contains(QStringLiteral("without each head")));
    child<QSpinBox>(corpus, "corpusLimit").setValue(6);
    child<QPushButton>(corpus, "corpusRun").click();
    QTRY_VERIFY_WITH_TIMEOUT(corpus->choice().losses && !child<QPushButton>(corpus, "corpusStop").isVisible(), 60000);
    const LossesReport& report = *corpus->choice().losses;
    QCOMPARE(report.losses.texts, std::int64_t{6});
    QVERIFY(!report.losses.stopped);
    // The same texts' attention is there too, for metrics, cards and texts.
    QVERIFY(corpus->report() && corpus->report()->stats->texts == 6);
    QCOMPARE(corpus->report()->stats->model.identity, report.identity);
    QCOMPARE(corpus->choice().picture, CorpusPicture::Losses);
    auto& canvas = child<FigureCanvas>(corpus, "corpusChart");
    const auto rows = canvas.figure()->spots({800, 4000});
    QCOMPARE(rows.size(), report.losses.heads.size());
    const auto worst = std::min_element(report.losses.heads.begin(), report.losses.heads.end(),
                                        [](const auto& a, const auto& b) { return a.change.mean < b.change.mean; });
    QCOMPARE(*rows.front().head, worst->head);
    child<QComboBox>(corpus, "corpusView").setCurrentIndex(1);
    QCOMPARE(corpus->choice().picture, CorpusPicture::LossAtlas);
    QCOMPARE(canvas.figure()->spots({800, 600}).size(), report.losses.heads.size());
    QCOMPARE(tableOf(corpus->choice()).rows.size(), report.losses.heads.size());
    QCOMPARE(std::get<std::string>(tableOf(corpus->choice()).rows.front().front()), std::string("zero"));
    // It is a metric like others: of the card and its texts, in a scatter, in the table of all.
    const auto lost = static_cast<std::size_t>(numberOf(worst->head, corpus->report()->stats->model.heads));
    QCOMPARE(*corpus->choice().head, lost);
    const auto& card = child<FigureCanvas>(corpus, "corpusCard").figure();
    QVERIFY(card && card->altText().contains(QStringLiteral("rank 1 of")));
    const auto exemplars = exemplarsOf(report.losses, lost);
    QVERIFY(exemplars.size() > 1 && exemplars.front().value <= exemplars.back().value);
    auto& texts = child<QListWidget>(corpus, "corpusExemplars");
    QCOMPARE(texts.count(), static_cast<int>(exemplars.size()));
    emit texts.itemActivated(texts.item(0));
    QCOMPARE(window.workspace().text(), exemplars.front().text.text);
    child<QComboBox>(corpus, "corpusView").setCurrentIndex(2);
    QCOMPARE(corpus->choice().picture, CorpusPicture::Scatter);
    QCOMPARE(child<QComboBox>(corpus, "corpusY").currentData().toString(), QStringLiteral("log_probability_change"));
    QCOMPARE(canvas.figure()->spots({800, 600}).size(), report.losses.heads.size());
    QVERIFY(canvas.figure()->title().contains(lossName()));
    QVERIFY(child<QLabel>(corpus, "corpusSays").text().contains(QStringLiteral("zero ablation")));
    const Table table = tableOf(corpus->choice());
    const auto column = std::find(table.columns.begin(), table.columns.end(), "log_probability_change");
    QVERIFY(column != table.columns.end());
    QCOMPARE(std::get<double>(table.rows[lost][static_cast<std::size_t>(column - table.columns.begin())]),
             worst->change.mean);
    // A head of the picture is that of the workspace.
    emit canvas.activated(rows.front());
    QCOMPARE(window.workspace().selection()->head(), worst->head);

    child<QSpinBox>(corpus, "corpusLimit").setValue(100'000);
    child<QComboBox>(corpus, "corpusWhat").setCurrentIndex(2);
    child<QPushButton>(corpus, "corpusRun").click();
    const auto before = corpus->choice().losses;
    QTRY_VERIFY_WITH_TIMEOUT(corpus->choice().losses && corpus->choice().losses != before, 60000);  // While it runs.
    child<QPushButton>(corpus, "corpusStop").click();
    QTRY_VERIFY_WITH_TIMEOUT(!child<QPushButton>(corpus, "corpusStop").isVisible(), 60000);
    QVERIFY(corpus->choice().losses->losses.texts > 0);
    QCOMPARE(corpus->choice().losses->losses.by, Ablate::By::Mean);
    // Attention, measured after it, takes its place.
    child<QSpinBox>(corpus, "corpusLimit").setValue(5);
    child<QComboBox>(corpus, "corpusWhat").setCurrentIndex(0);
    child<QPushButton>(corpus, "corpusRun").click();
    QTRY_VERIFY_WITH_TIMEOUT(corpus->report() && !corpus->choice().losses, 60000);
  }

  /// A picture and a card as slides, which a session keeps by the file of the statistics.
  void addsToTheDeck() {
    const std::filesystem::path file = m_folder.filePath("deck.headstats").toStdString();
    {
      const Source gpt = openModelSource(HEADLIGHT_SOURCE_DIR "/resources/models/gpt");
      CorpusSpec spec;
      spec.files = {HEADLIGHT_SOURCE_DIR "/resources/samples/sentences.txt"};
      spec.limit = 5;
      Corpus texts(spec);
      CorpusStats stats = emptyStats(gpt, texts, {});
      runCorpus(gpt, texts, stats);
      writeStats(stats, file);
    }
    MainWindow window(coreEngine());
    window.show();
    window.openState(openingState());
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    auto* corpus = qobject_cast<CorpusWindow*>(window.windows().open("corpus"));
    auto& button = child<QPushButton>(corpus, "corpusToDeck");
    QVERIFY(!button.isEnabled());
    corpus->openFile(file);
    QVERIFY(button.isEnabled());
    child<QComboBox>(corpus, "corpusX").setCurrentIndex(0);
    const QString title = child<FigureCanvas>(corpus, "corpusChart").figure()->title();
    for (QAction* action : button.menu()->actions()) action->trigger();
    const std::vector<DeckSlide> slides = window.workspace().deck();
    QCOMPARE(slides.size(), std::size_t{2});
    QCOMPARE(QString::fromStdString(slides[0].title), title);
    QCOMPARE(slides[0].statistics->picture, std::string("scatter"));
    QCOMPARE(slides[1].statistics->picture, std::string("card"));
    QCOMPARE(slides[1].statistics->head, corpus->choice().head);

    // Another window has the pictures from the file.
    const Session kept{"gpt", {}, window.workspace().state()};
    const WorkspaceState state = readSession(sessionText(kept), "kept").state;
    QVERIFY(state.deck == window.workspace().state().deck);
    MainWindow other(coreEngine());
    other.show();
    other.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(other.workspace().result() != nullptr, 20000);
    QDialog* deck = other.windows().open("deck");
    auto& list = child<QListWidget>(deck, "deckList");
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(deck, "deckExport").isEnabled(), 20000);
    list.setCurrentRow(0);
    child<QPushButton>(deck, "deckOpen").click();
    auto* opened = qobject_cast<CorpusWindow*>(other.windows().find("corpus"));
    QVERIFY(opened && opened->report());
    QCOMPARE(opened->choice().across, corpus->choice().across);
    QCOMPARE(opened->choice().picture, CorpusPicture::Scatter);
    // A file that is gone is said, and nothing is lost.
    std::filesystem::remove(file);
    opened->openView(*slides[1].statistics);
    QVERIFY(child<QLabel>(opened, "corpusSays").text().contains(QStringLiteral("deck.headstats")));
    QVERIFY(opened->report());
    StatisticsView wrong = *slides[1].statistics;
    wrong.picture = "steps";
    QVERIFY_THROWS_EXCEPTION(Error, choiceOf(wrong));
  }

  void stoppingKeepsWhatIsDone() {
    std::ofstream texts(m_folder.filePath("many.txt").toStdString());
    for (int i = 0; i < 100'000; ++i) texts << "The cat sat on the mat number " << i << ".\n";
    texts.close();
    MainWindow window(coreEngine());
    window.show();
    window.openState(openingState());
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    auto* corpus = qobject_cast<CorpusWindow*>(window.windows().open("corpus"));
    corpus->openFile(m_folder.filePath("many.txt").toStdString());
    child<QSpinBox>(corpus, "corpusLimit").setValue(100'000);
    corpus->measure();
    // It is shown while it goes on.
    QTRY_VERIFY_WITH_TIMEOUT(corpus->report() && corpus->report()->stats->texts > 0, 60000);
    QVERIFY(child<QPushButton>(corpus, "corpusStop").isVisible());
    const std::int64_t seen = corpus->report()->stats->texts;
    child<QPushButton>(corpus, "corpusStop").click();
    QTRY_VERIFY_WITH_TIMEOUT(!child<QPushButton>(corpus, "corpusStop").isVisible(), 60000);
    QVERIFY(corpus->report()->stats->texts >= seen && corpus->report()->stats->next);
    QVERIFY(child<QPushButton>(corpus, "corpusSave").isEnabled());
  }
};

HEADLIGHT_TEST(TestCorpusWindow)
#include "test_corpus_window.moc"
