#include <QScopeGuard>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "core/base/error.h"
#include "core/base/natural_order.h"
#include "core/corpus/comparison/checkpoints.h"
#include "core/corpus/comparison/stats_series.h"
#include "core/corpus/comparison/student.h"
#include "core/corpus/stats_file.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

constexpr auto kEntropy = static_cast<std::size_t>(HeadMean::Entropy), kSink = static_cast<std::size_t>(HeadMean::Sink);

/// Statistics of two layers of two heads, in which one metric of one head has these values.
CorpusStats statsOf(std::size_t head, std::size_t metric, const std::vector<double>& values, int heads = 2) {
  CorpusStats stats(MeasuredModel{"made", {}, {}, "0123456789abcdef", AttentionType::Self, 2, heads}, 0, {}, 64);
  for (const double value : values) {
    stats.heads[head].metrics[metric].texts.add(value, scaleOf(metric));
    stats.heads[head].metrics[metric].pooled.add(value);
  }
  stats.texts = static_cast<std::int64_t>(values.size());
  stats.parts.push_back({"0123456789abcdef", "made.txt", 1, 1});
  return stats;
}

bool near(double a, double b, double apart = 1e-6) { return std::abs(a - b) <= apart * std::max(1.0, std::abs(b)); }

}  // namespace

/// Two statistics beside each other, and several in a row.
class TestComparison : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  std::filesystem::path at(const std::string& name) const {
    return std::filesystem::path(m_folder.path().toStdString()) / name;
  }

 private slots:
  /// Values of scipy.stats.t.ppf.
  void quantilesAreStudents() {
    const std::pair<double, double> expected[] = {
        {1, 12.706204736174694}, {2, 4.302652729749462},   {5, 2.5705818356363146},    {7.5, 2.333039626864974},
        {10, 2.228138851986274}, {30, 2.0422724563012378}, {1000, 1.9623390808264083}, {1e6, 1.959966356814107}};
    for (const auto& [degrees, t] : expected)
      QVERIFY2(near(studentQuantile(0.95, degrees), t), QByteArray::number(degrees).constData());
    QVERIFY(near(studentQuantile(0.99, 3.2), 5.493257258868877));
  }

  /// scipy.stats.ttest_ind(…, equal_var=False) with its confidence interval.
  void differencesAreWelchs() {
    const CorpusStats one = statsOf(3, kSink, {0.1, 0.2, 0.4, 0.15, 0.3}),
                      other = statsOf(3, kSink, {0.5, 0.45, 0.7, 0.2});
    const std::vector<MetricDifference> all = differencesOf(one, other);
    QCOMPARE(all.size(), 1U);
    QCOMPARE(all[0].head, 3U);
    QCOMPARE(all[0].metric, std::string("sink"));
    QVERIFY(near(all[0].t, -2.003051638166522));
    QVERIFY2(near(all[0].low, -0.5386023772062267) && near(all[0].high, 0.07360237720622687),
             QByteArray::number(all[0].low).constData());
    QVERIFY(!all[0].isSure());
    QVERIFY(near(all[0].mean - all[0].other, all[0].difference));
    const Table table = differencesTable(all, 2);
    QCOMPARE(std::get<double>(table.rows[0][0]), 1.0);
    QCOMPARE(std::get<double>(table.rows[0][1]), 1.0);
  }

  void whatNeverVaries() {
    const std::vector<MetricDifference> same =
        differencesOf(statsOf(0, kSink, {0.5, 0.5}), statsOf(0, kSink, {0.5, 0.5}));
    QVERIFY(same[0].t == 0 && same[0].difference == 0 && !same[0].isSure());
    const std::vector<MetricDifference> apart =
        differencesOf(statsOf(0, kSink, {0.5, 0.5}), statsOf(0, kSink, {0.25, 0.25}));
    QVERIFY(std::isinf(apart[0].t) && apart[0].isSure() && apart[0].difference == 0.25);
    QVERIFY(differencesOf(statsOf(0, kSink, {0.5}), statsOf(0, kSink, {0.25, 0.3})).empty());
  }

  void theSurestComesFirst() {
    CorpusStats one = statsOf(0, kSink, {0.1, 0.2, 0.3}), other = statsOf(0, kSink, {0.2, 0.3, 0.4});
    for (const double value : {1.0, 1.01, 1.02}) one.heads[2].metrics[kEntropy].texts.add(value, MetricScale::Nats);
    for (const double value : {2.0, 2.01, 2.02}) other.heads[2].metrics[kEntropy].texts.add(value, MetricScale::Nats);
    const std::vector<MetricDifference> all = differencesOf(one, other);
    QCOMPARE(all.size(), 2U);
    QCOMPARE(all[0].metric, std::string("entropy"));
    QCOMPARE(differencesOf(one, other, {"sink"}).size(), 1U);
    QVERIFY_THROWS_EXCEPTION(Error, differencesOf(one, other, {"nothing"}));
    QVERIFY_THROWS_EXCEPTION(Error, differencesOf(one, statsOf(0, kSink, {0.5, 0.4}, 3)));
    const std::vector<std::string> remarks = remarksOn(all, one, other);
    QVERIFY2(remarks[0].starts_with("1 of 2"), remarks[0].c_str());
    QVERIFY(remarks.size() == 2 && remarks[1].find("same texts") != std::string::npos);
  }

  void namesAreInNaturalOrder() {
    QVERIFY(naturallyBefore("step-9", "step-10") && !naturallyBefore("step-10", "step-9"));
    QVERIFY(naturallyBefore("a2b3", "a2b10") && naturallyBefore("a", "a1") && naturallyBefore("1", "a"));
    QVERIFY(naturallyBefore("step-1", "step-01") != naturallyBefore("step-01", "step-1"));
    QVERIFY(!naturallyBefore("x", "x"));
    QCOMPARE(stepIn("pythia-70m-step143000"), std::optional(143000.0));
    QCOMPARE(stepIn("checkpoint-500.b"), std::optional(500.0));
    QVERIFY(!stepIn("main"));
  }

  void checkpointsAreFound() {
    for (const char* name : {"run/step-100", "run/step-20", "run/logs", "repo/snapshots/abc1", "repo/snapshots/abc2"})
      std::filesystem::create_directories(at(name));
    for (const char* name : {"run/step-100", "run/step-20", "repo/snapshots/abc1", "repo/snapshots/abc2"})
      std::ofstream(at(name) / "config.json") << "{}";
    std::filesystem::create_directories(at("repo/refs"));
    std::ofstream(at("repo/refs/step10")) << "abc1\n";
    std::ofstream(at("repo/refs/step2")) << "abc2";
    std::ofstream(at("repo/refs/outside")) << "../../run/step-20";
    const std::vector<TrainingState> run = trainingStatesIn(at("run"));
    QCOMPARE(run.size(), 2U);
    QVERIFY(run[0].name == "step-20" && run[1].folder == at("run/step-100"));
    const std::vector<TrainingState> revisions = trainingStatesIn(at("repo"));
    QCOMPARE(revisions.size(), 2U);
    QVERIFY(revisions[0].name == "step2" && revisions[0].folder == at("repo/snapshots/abc2"));
    QVERIFY(trainingStatesIn(at("run/step-20")).empty() && trainingStatesIn(at("nothing")).empty());
  }

  /// A folder of steps among the built-in models is found by its name, and so is each of them.
  void trainingsComeWithTheProgram() {
    for (const char* name :
         {"resources/models/tiny/step-20", "resources/models/tiny/step-100", "resources/models/recipe"})
      std::filesystem::create_directories(at(name));
    for (const char* name : {"resources/models/tiny/step-20", "resources/models/tiny/step-100"})
      std::ofstream(at(name) / "config.json") << "{}";
    const QByteArray before = qgetenv("HEADLIGHT_RESOURCES");
    qputenv("HEADLIGHT_RESOURCES", QByteArray::fromStdString(at("resources").string()));
    const auto restored = qScopeGuard(
        [&] { before.isEmpty() ? qunsetenv("HEADLIGHT_RESOURCES") : qputenv("HEADLIGHT_RESOURCES", before); });
    const std::vector<ModelLocation> trainings = builtInTrainings(), steps = builtInSteps();
    QVERIFY(trainings.size() == 1 && trainings[0].name == "tiny" && builtInModels().empty());
    QVERIFY(steps.size() == 2 && steps[0].name == "tiny/step-20" && steps[1].name == "tiny/step-100");
    QVERIFY(findTraining("tiny") == at("resources/models/tiny"));
    QVERIFY(findTraining("./tiny") == "./tiny" && findTraining("large") == "large");
    QVERIFY(findModel("tiny/step-100") == at("resources/models/tiny/step-100"));
    const std::string said = headlight::test::messageOf<Error>([] { findModel("tiny"); });
    QVERIFY2(said.find("tiny/step-20, tiny/step-100") != said.npos, said.c_str());
  }

  void stepsMakeACurve() {
    std::filesystem::create_directories(at("steps"));
    writeStats(statsOf(1, kSink, {0.1, 0.12, 0.11}), at("steps/step-2.headstats"));
    writeStats(statsOf(1, kSink, {0.11, 0.1, 0.13}), at("steps/step-10.headstats"));
    writeStats(statsOf(1, kSink, {0.8, 0.82, 0.81}), at("steps/step-100.headstats"));
    const StatsSeries series = readSeries(statsFilesIn(at("steps")));
    QCOMPARE(series.steps.size(), 3U);
    QVERIFY(series.numbered() && series.placeOf(1) == 10);
    QVERIFY(series.at(0, 1, kSink) && near(series.at(0, 1, kSink)->mean, 0.11) && !series.at(0, 0, kSink));
    QVERIFY(series.at(0, 1, kSink)->low < 0.11 && series.at(0, 1, kSink)->high > 0.11);
    const std::vector<SeriesBreak> breaks = breaksOf(series);
    QCOMPARE(breaks.size(), 1U);
    QVERIFY(breaks[0].head == 1 && breaks[0].after == 2 && near(breaks[0].change, 0.81 - 0.34 / 3));
    QCOMPARE(seriesTable(series).rows.size(), 3U);
    QCOMPARE(seriesTable(series, {"entropy"}).rows.size(), 0U);
    QVERIFY_THROWS_EXCEPTION(Error, seriesTable(series, {"nothing"}));
    writeStats(statsOf(1, kSink, {0.1, 0.2}, 3), at("steps/step-3.headstats"));
    QVERIFY_THROWS_EXCEPTION(Error, readSeries(statsFilesIn(at("steps"))));
  }
};

HEADLIGHT_TEST(TestComparison)
#include "test_comparison.moc"
