#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/corpus/stats_file.h"
#include "tests/support/command_run.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;

/// `headlight corpus`, `merge` and `heads` of many texts.
class TestCorpusCommand : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  const std::string m_texts = HEADLIGHT_SOURCE_DIR "/resources/samples/sentences.txt";

  std::string at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }

 private slots:
  void shardsMergeAndAreSorted() {
    for (const char* shard : {"1/2", "2/2"}) {
      const std::string file = at(*shard == '1' ? "a.headstats" : "b.headstats");
      const Outcome part = run({"corpus", "--texts", m_texts, "--limit", "24", "--max-tokens", "12", "--pattern", "previous",
                                "--pattern", "token:*>the", "--shard", shard, "-o", file});
      QCOMPARE(part.code, 0);
      QVERIFY2(part.said("cut after 12 tokens"), part.err.c_str());
    }
    QCOMPARE(run({"merge", at("a.headstats"), at("b.headstats"), "-o", at("all.headstats")}).code, 0);
    QCOMPARE(readStats(at("all.headstats")).texts, std::int64_t{24});
    const Outcome twice = run({"merge", at("a.headstats"), at("a.headstats"), "-o", at("no.headstats")});
    QCOMPARE(twice.code, 1);
    QVERIFY2(twice.said("there already"), twice.err.c_str());

    const Outcome table = run({"heads", at("all.headstats"), "--sort", "previous_rank", "--columns",
                               "layer,head,previous,previous_rank,entropy_mean,entropy_q50,token:*>the_kappa"});
    QCOMPARE(table.code, 0);
    QVERIFY2(table.out.starts_with("layer,head,previous,previous_rank,"), table.out.c_str());
    std::istringstream lines(table.out);
    std::string line;
    std::getline(lines, line);
    for (int rank = 1; rank <= 48; ++rank) QVERIFY(std::getline(lines, line));
    const Outcome few = run({"heads", at("all.headstats"), "--where", "layer < 1", "--sort", "entropy", "-o", at("t.json")});
    QCOMPARE(few.code, 0);
    std::ifstream json(at("t.json"));
    QCOMPARE(nlohmann::json::parse(json).size(), 8U);
  }

  void statisticsAreCompared() {
    const Outcome table = run({"heads", at("a.headstats"), "--against", at("b.headstats"), "--metrics",
                               "entropy,previous", "--where", "layer < 1"});
    QCOMPARE(table.code, 0);
    QVERIFY2(table.out.starts_with("layer,head,metric,mean,against,difference,error,low,high,t,effect,"),
             table.out.c_str());
    QCOMPARE(std::count(table.out.begin(), table.out.end(), '\n'), 1 + 2 * 8);
    QVERIFY2(table.said("96 differences have a 95% interval without 0"), table.err.c_str());
    for (const std::vector<std::string>& wrong :
         {std::vector<std::string>{"heads", at("a.headstats"), "--against", at("b.headstats"), "--sort", "entropy"},
          {"heads", at("a.headstats"), "--metrics", "entropy"},
          {"heads", at("a.headstats"), "--against", at("b.headstats"), "--methods", "norm"}})
      QCOMPARE(run(wrong).code, 2);
    QVERIFY(
        run({"heads", at("a.headstats"), "--against", at("b.headstats"), "--metrics", "nothing"}).said("'nothing'"));
  }

  /// Of a folder of checkpoints each has statistics of its own, which make a curve.
  void checkpointsAreMeasured() {
    const std::filesystem::path states = at("run");
    std::filesystem::create_directories(states);
    for (const char* name : {"step-9", "step-10"})
      std::filesystem::create_directory_symlink(HEADLIGHT_SOURCE_DIR "/resources/models/gpt", states / name);
    const std::vector<std::string> words{"corpus", "--model", states.string(), "--texts", m_texts, "--limit",
                                         "3",      "-o"};
    QVERIFY(run(with(words, {at("one.headstats")})).said("2 checkpoints"));
    QCOMPARE(run(with(words, {at("steps")})).code, 0);
    const Outcome table = run({"heads", at("steps"), "--metrics", "entropy", "--where", "0.1"});
    QVERIFY2(table.code == 0 &&
                 table.out.starts_with("step,name,layer,head,metric,mean,error,low,high,texts\n9,step-9,0,1,"),
             (table.out + table.err).c_str());
    QCOMPARE(std::count(table.out.begin(), table.out.end(), '\n'), 3);
    QCOMPARE(run({"heads", at("steps"), "--sort", "entropy"}).code, 2);
    QCOMPARE(run({"heads", at("steps"), "--where", "entropy > 1"}).code, 2);
  }

  void randomTokens() {
    QCOMPARE(run({"corpus", "--format", "repeated", "--limit", "6", "--period", "10", "--pattern", "induction", "-o",
                  at("r.headstats")}).code, 0);
    const CorpusStats stats = readStats(at("r.headstats"));
    QCOMPARE(stats.texts, std::int64_t{6});
    double most = 0;
    for (const HeadStats& head : stats.heads) most = std::max(most, head.patterns[0].meanScore());
    QVERIFY2(most > 0.5, std::to_string(most).c_str());  // The built-in model has an induction head.
  }

  void whatIsWrongIsSaid() {
    const std::string out = at("x.headstats");
    const auto refused = [&](std::vector<std::string> words, int code, const char* why) {
      const Outcome outcome = run(words);
      QVERIFY2(outcome.code == code && outcome.said(why), outcome.err.c_str());
    };
    refused({"corpus", "-o", out}, 2, "--texts");
    refused({"corpus", "--texts", m_texts, "-o", "x.csv"}, 2, ".headstats");
    refused({"corpus", "--texts", m_texts, "--shard", "3/2", "-o", out}, 2, "--shard");
    refused({"corpus", "--texts", m_texts, "--sample", "2", "-o", out}, 2, "--sample");
    refused({"corpus", "--texts", m_texts, "--pattern", "nothing", "-o", out}, 2, "pattern 'nothing'");
    refused({"corpus", "--format", "repeated", "-o", out}, 2, "--limit");
    refused({"corpus", "--texts", "/no/such", "-o", out}, 1, "/no/such");
    refused({"heads", m_texts + ".headstats"}, 1, ".headstats");
    refused({"attention", at("all.headstats"), "-o", at("y.npz")}, 1, "headlight heads");
    refused({"heads", at("all.headstats"), "--sort", "nothing"}, 2, "--sort");
  }
};

HEADLIGHT_TEST(TestCorpusCommand)
#include "test_corpus_command.moc"
