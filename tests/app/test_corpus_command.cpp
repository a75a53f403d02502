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
    // Those that come with the program are known by name, and so is each of them.
    const std::vector<std::string> builtIn{"corpus", "--model", "gpt-steps", "--texts", m_texts, "--limit", "2", "-o"};
    QVERIFY(run(with(builtIn, {at("one.headstats")})).said("8 checkpoints"));
    QCOMPARE(run(with(builtIn, {at("built-in")})).code, 0);
    const Outcome grown = run({"heads", at("built-in"), "--metrics", "entropy", "--where", "1.4"});
    QVERIFY2(grown.out.find("\n0,step-0,1,4,") != std::string::npos, (grown.out + grown.err).c_str());
    QCOMPARE(run({"predict", "--model", "gpt-steps/step-800", "--text", "the"}).code, 0);
    QVERIFY(run({"predict", "--model", "gpt-steps", "--text", "the"})
                .said("found the steps of a training: gpt-steps/step-0"));
    QCOMPARE(run({"heads", at("steps"), "--where", "entropy > 1"}).code, 2);
  }

  /// A text is scored by patterns as many texts are.
  void patternsOfOneText() {
    const std::vector<std::string> words{"heads", "--text",
                                         "The password is blue river. I repeat: the password is blue", "--no-probe"};
    const Outcome table = run(with(words, {"--pattern", "previous", "--sort", "previous_rank"}));
    QVERIFY2(table.code == 0, table.err.c_str());
    QVERIFY2(table.out.find(",previous,previous_chance,previous_rank\n") != std::string::npos, table.out.c_str());
    const std::string first = table.out.substr(table.out.find('\n') + 1);
    QVERIFY2(first.substr(0, first.find('\n')).ends_with(",1"), first.c_str());
    QVERIFY(run(with(words, {"--pattern", "cells:3>0"})).said("a sink is among its cells"));
    QVERIFY(run(with(words, {"--pattern", "span:A>B"})).code == 2);
    QVERIFY(run(with(words, {"--pattern", "cells:3-0"})).said("4>3,5>4"));
    QCOMPARE(run({"heads", at("a.headstats"), "--pattern", "previous"}).code, 2);
  }

  void figuresOfStatistics() {
    const auto drawn = [&](const std::vector<std::string>& what) {
      const std::string out = at("f.svg");
      std::filesystem::remove(out);
      const Outcome outcome = run(with(what, {"--size", "900x600", "-o", out}));
      QVERIFY2(outcome.code == 0 && std::filesystem::file_size(out) > 1000, outcome.err.c_str());
    };
    const std::string a = at("a.headstats"), b = at("b.headstats");
    drawn({"figure", a, "--view", "scatter", "--where", "layer < 2"});
    drawn({"figure", a, "--view", "metric", "--metric", "previous"});
    drawn({"figure", a, "--view", "metric", "--metric", "entropy", "--against", b});
    drawn({"figure", a, "--view", "intervals", "--metric", "entropy", "--against", b, "--theme", "dark"});
    drawn({"figure", a, "--view", "card", "--head", "3.0", "--no-text"});
    drawn({"figure", at("steps"), "--view", "curves", "--head", "0.1", "--step", "9"});
    drawn({"figure", at("steps"), "--view", "steps", "--metric", "entropy"});
    drawn({"figure", at("steps"), "--view", "metric", "--step", "step-9"});
    drawn({"figure", "--text", "the river and the river", "--view", "pattern", "--pattern", "induction"});
    const auto refused = [&](std::vector<std::string> what, int code, const char* why) {
      const Outcome outcome = run(with(what, {"-o", at("f.svg")}));
      QVERIFY2(outcome.code == code && outcome.said(why), outcome.err.c_str());
    };
    refused({"figure", a}, 2, "--view heatmap");
    refused({"figure", a, "--view", "curves"}, 2, "folder");
    refused({"figure", at("steps"), "--view", "card"}, 2, "folder");
    refused({"figure", a, "--view", "intervals"}, 2, "--against");
    refused({"figure", a, "--view", "card", "--head", "99.9"}, 1, "expected 0.0 to");
    refused({"figure", a, "--view", "card", "--metric", "nothing"}, 1, "'nothing'");
    refused({"figure", at("steps"), "--view", "curves", "--step", "8"}, 1, "step-10");
    refused({"figure", "--text", "a", "--view", "card"}, 2, ".headstats");
    refused({"figure", "--text", "a", "--view", "pattern"}, 2, "--pattern");
  }

  void headsAreAblatedOverTexts() {
    const Outcome table = run({"ablate", "--texts", m_texts, "--limit", "2"});
    QVERIFY2(table.code == 0 && table.out.starts_with(
                                    "ablation,layer,head,log_probability_change,error,low,high,texts,rank\nzero,0,0,"),
             (table.out + table.err).c_str());
    QVERIFY2(table.said(" heads change it with a 95% interval"), table.err.c_str());
    QCOMPARE(run({"ablate", "--texts", m_texts, "--text", "a"}).code, 2);
    QCOMPARE(run({"ablate"}).code, 2);
    QVERIFY(run({"ablate", "--model", "bert", "--texts", m_texts}).said("causal"));
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
