#include <QDir>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/base/resource_folder.h"
#include "core/model/model_locations.h"
#include "tests/support/command_run.h"
#include "tests/support/suite.h"
#include "tests/support/unpacked.h"
#include "ui/export/figure_presets.h"
#include "ui/state/figure_views.h"
#include "ui/state/session_file.h"

using namespace headlight;
using headlight::test::Outcome;
using headlight::test::run;
using headlight::test::with;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

const char* const kTypedSentence = "The cat that chased the mice saw the dog.";
const std::string kT5 = HEADLIGHT_SOURCE_DIR "/tests/data/models/t5";

}  // namespace

/// Commands as people type them: heads, words, ids and models in every notation; what is not used is refused.
class TestTypedCommands : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  std::string at(const std::string& name) const {
    return m_folder.filePath(QString::fromStdString(name)).toStdString();
  }
  void write(const fs::path& name, const std::string& content) const {
    fs::create_directories((fs::path(at("")) / name).parent_path());
    std::ofstream(fs::path(at("")) / name, std::ios::binary) << content;
  }
  Json json(const std::string& name) const { return Json::parse(std::ifstream(at(name))); }
  /// A folder of numbers over a few texts, step-1 and step-2.
  std::string statistics() const {
    fs::create_directories(at("steps"));
    for (const char* step : {"step-1", "step-2"}) {
      write("texts.txt", std::string("The king saw the queen.\nA cat sat on the mat.\n") + step + " was late.\n");
      const Outcome made = run({"corpus", "--texts", at("texts.txt"), "-o", at("steps/") + step + ".headstats"});
      if (made.code != 0) qFatal("%s", made.err.c_str());
    }
    return at("steps");
  }
  /// A model folder of another name, with the files of a built-in one.
  fs::path modelIn(const std::string& folder, const char* model = "gpt") const {
    const fs::path made = fs::path(at("")) / folder;
    fs::create_directories(made.parent_path());
    fs::remove_all(made);
    fs::copy(resourceFolder() / "models" / model, made, fs::copy_options::recursive);
    return made;
  }

 private slots:
  void init() {
    fs::remove_all(at(""));
    fs::create_directories(at(""));
    qunsetenv("HF_HUB_CACHE");
  }
  void cleanup() { qunsetenv("HF_HUB_CACHE"); }

  void headsInEveryNotation_data() {
    QTest::addColumn<QStringList>("typed");
    QTest::newRow("numbers") << QStringList{"--layer", "3", "--head", "1"};
    for (const char* typed : {"3.1", "L3H1", "l3h1", "layer 3 head 1", "layer 3, head 1", "head 3.1"})
      QTest::newRow(typed) << QStringList{"--head", typed};
  }
  void headsInEveryNotation() {
    QFETCH(QStringList, typed);
    std::vector<std::string> more;
    for (const QString& word : typed) more.push_back(word.toStdString());
    const Outcome figure = run(with({"figure", "--text", kTypedSentence, "-o", at("f.svg")}, more));
    QVERIFY2(figure.code == 0 && figure.err.empty(), figure.err.c_str());
    QVERIFY(test::contentOf(QString::fromStdString(at("f.svg"))).contains("Layer 3, head 1"));
    QCOMPARE(run(with({"attention", "--text", kTypedSentence, "-o", at("a.json")}, more)).code, 0);
    const Json attention = json("a.json")["attentions"];
    QVERIFY(attention.size() == 1 && attention["3"].size() == 1 && attention["3"].contains("1"));
    QCOMPARE(run(with({"ablate", "--text", kTypedSentence, "-o", at("b.json")}, more)).code, 0);
    QVERIFY(json("b.json").size() == 1 && json("b.json")[0]["layer"] == 3 && json("b.json")[0]["head"] == 1);
  }

  void headsOfOneAttention() {
    const std::vector<std::string> figure{"figure",        "--model", kT5,  "--ids",    "3 4 5",
                                          "--decoder-ids", "0,6,7",   "-o", at("f.svg")};
    const auto drawn = [&] { return test::contentOf(QString::fromStdString(at("f.svg"))); };
    const Outcome cross = run(with(figure, {"--head", "cross 0.1"}));
    QVERIFY2(cross.code == 0, cross.err.c_str());
    QVERIFY(drawn().contains("Layer 0, head 1 (cross)"));
    QCOMPARE(run(with(figure, {"--head", "encoder L1H0"})).code, 0);
    QVERIFY(drawn().contains("Layer 1, head 0 (encoder)"));
    QVERIFY(run(with(figure, {"--head", "encoder 1.0", "--attention", "cross"})).said("--attention cross"));
    QVERIFY(run(with(figure, {"--head", "encoder 1.0, cross 0.1"})).said("heads of one attention"));
    QVERIFY(run({"figure", "--text", "a", "--head", "encoder 1.0", "-o", at("f.svg")})
                .said("expected an encoder–decoder model"));
  }

  void severalHeads() {
    QCOMPARE(run({"figure", "--text", kTypedSentence, "--view", "links", "--head", "3.1,L2H0", "-o", at("f.svg")}).code, 0);
    const Session session = readSessionFile(at("f.svg"));
    QVERIFY((session.state.panels.front().heads == std::vector<HeadId>{{3, 1}, {2, 0}}));
    QCOMPARE(run({"ablate", "--text", kTypedSentence, "--head", "3.*,2.0-1", "-o", at("b.json")}).code, 0);
    QCOMPARE(json("b.json").size(), std::size_t(10));
    QCOMPARE(run({"ablate", "--text", kTypedSentence, "--layer", "1", "-o", at("b.json")}).code, 0);
    QCOMPARE(json("b.json").size(), std::size_t(8));
    const Outcome difference = run({"figure", "--text", kTypedSentence, "--view", "difference", "--head", "3.1",
                                    "--minus-head", "1.2", "-o", at("f.svg")});
    QVERIFY2(difference.code == 0, difference.err.c_str());
    QVERIFY(test::contentOf(QString::fromStdString(at("f.svg"))).contains("layer 1, head 2"));
  }

  void optionsOfAnotherModeAreRefused() {
    for (const char* view : {"heatmap", "lens"})
      for (const char* option : {"--subject", "--lens-file"})
        QVERIFY2(run({"figure", "--text", "a b", "--view", view, option, "b", "-o", at("f.svg")}).said(option), option);
    for (const char* option : {"--limit", "--max-tokens", "--field"})
      QVERIFY2(run({"ablate", "--text", "a b", option, "3", "-o", at("b.json")}).said(option), option);
    std::ofstream(at("t.txt")) << "one two three\nfour five six\n";
    for (const char* option : {"--prefix", "--attention"})
      QVERIFY2(run({"ablate", "--texts", at("t.txt"), option, option[2] == 'p' ? "x" : "cross", "-o", at("b.json")})
                   .said(option),
               option);
    for (const char* shard : {"1/3", "2/3"})
      QCOMPARE(
          run({"corpus", "--texts", at("t.txt"), "--shard", shard, "-o", at(std::string(1, shard[0]) + ".headstats")})
              .code,
          0);
    const Outcome merged = run({"merge", at("1.headstats"), at("2.headstats"), "-o", at("m.headstats")});
    QVERIFY2(merged.code == 0 && merged.said("2 of 3 parts of the texts are here; missing: 3."), merged.err.c_str());
    for (const char* option : {"--no-probe", "--image"}) {
      std::vector<std::string> typed{"heads", at("m.headstats"), option};
      if (option[2] == 'i') typed.push_back("none.png");
      QVERIFY2(run(typed).said("--no-probe, --image"), option);
    }
    QVERIFY(run({"heads", at("m.headstats"), "--sort", "probe_induction"}).said("no head has a value of it"));
  }

  void whatIsNoHeadIsRefused_data() {
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<QString>("said");
    const auto row = [](const QStringList& typed, const char* said) {
      QTest::newRow(qPrintable(typed.join(' '))) << typed << said;
    };
    row({"--head", "three"}, "--head: expected a head such as 3.1");
    row({"--head", "3.1", "--layer", "2"}, "cannot be combined with --layer");
    row({"--layer", "3.1"}, "--head 3.1 names a layer and a head");
    row({"--head", "1.*"}, "expected heads with their numbers");
    row({"--head", "3-1"}, "expected numbers from 0 on");
    row({"--head", "-1"}, "--head");
    row({"--head", "9.0"}, "--head: expected layers 0 to 5 (the model has 6 layers), found layer 9 in '9.0'");
    row({"--head", "0.99"}, "--head: expected heads 0 to 7");
    row({"--head", "9.0,0.0"}, "found layer 9 in '9.0,0.0'");
    row({"--layer", "0-6"}, "--layer: expected 0 to 5");
    row({"--head", "0-99999"}, "expected numbers from 0 on");
  }
  void whatIsNoHeadIsRefused() {
    QFETCH(QStringList, typed);
    QFETCH(QString, said);
    std::vector<std::string> words{"figure", "--text", "a b", "-o", at("f.svg")};
    for (const QString& word : typed) words.push_back(word.toStdString());
    const Outcome outcome = run(words);
    QVERIFY2(outcome.code != 0 && outcome.said(said.toStdString()), outcome.err.c_str());
    QVERIFY(!fs::exists(at("f.svg")));
  }

  void theHeadThatWasTakenIsSaid() {
    const Outcome none = run({"figure", "--text", "a b", "-o", at("f.svg")});
    QVERIFY2(none.code == 0 && none.said("head 0.0 is drawn"), none.err.c_str());
    QVERIFY(run({"figure", "--text", "a b", "--layer", "2", "-o", at("f.svg")}).said("head 2.0 is drawn"));
    for (const char* view : {"atlas", "flow", "similarity"})
      QCOMPARE(run({"figure", "--text", "a b", "--view", view, "-o", at("f.svg")}).err, std::string());
  }

  void wrongUsageNamesItsHelp() {
    QVERIFY(run({"figure", "--text", "a", "--dpi", "much", "-o", "x.svg"}).said("(see headlight figure --help)"));
    const Outcome near = run({"heads", "--text", "a", "--collumns", "all"});
    QVERIFY2(near.code == 2 && near.said("did you mean '--columns'?") && near.said("headlight heads --help"),
             near.err.c_str());
    const Outcome command = run({"figur", "--text", "a"});
    QVERIFY2(command.code == 2 && command.said("did you mean 'figure'?") && command.said("(see headlight --help)"),
             command.err.c_str());
    QCOMPARE(run({"attention", "--text", "a"}).code, 2);
  }

  /// A word is all of its tokens, drawn as one; a piece on request; the second of several with #2.
  void tokensByTheirWords() {
    const std::vector<std::string> figure{
        "figure", "--text", "the unfathomable cat and the dog", "--view", "text", "--head", "1.3", "-o", at("f.svg")};
    QCOMPARE(run(with(figure, {"--token", "unfathomable"})).code, 0);
    Session session = readSessionFile(at("f.svg"));
    QCOMPARE(session.state.token, std::optional<Index>(2));
    QCOMPARE(session.state.panels.front().lenses.size(), std::size_t(1));
    QVERIFY(session.state.panels.front().lenses.front().spans.front().first == 2);
    QVERIFY(test::contentOf(QString::fromStdString(at("f.svg"))).contains("“unfathomable”"));
    const Outcome several = run(with(figure, {"--token", "the"}));
    QVERIFY2(several.code == 1 && several.said("the#1") && several.said("the#2"), several.err.c_str());
    QCOMPARE(run(with(figure, {"--token", "the#2"})).code, 0);
    session = readSessionFile(at("f.svg"));
    QVERIFY(session.state.token > 4 && session.state.panels.front().lenses.empty());
    const Outcome methods = run({"figure", "--text", "the unfathomable cat", "--view", "methods", "--head", "1.3",
                                 "--token", "unfathomable", "-o", at("m.svg")});
    QVERIFY2(methods.code == 0 && methods.said("the last one"), methods.err.c_str());
  }

  /// No view is given an option that it would leave aside: it is refused, or the picture is another.
  void noOptionIsLeftAside_data() {
    QTest::addColumn<QString>("view");
    for (const FigureView& view : figureViews()) QTest::newRow(view.name.c_str()) << QString::fromStdString(view.name);
  }
  void noOptionIsLeftAside() {
    QFETCH(QString, view);
    const std::string name = view.toStdString(), data = HEADLIGHT_SOURCE_DIR "/tests/data/";
    std::vector<std::string> input{"--text", "Tom saw Tom and saw"};
    if (name == "experts") input = {"--model", data + "families/mixtral", "--ids", "3,7,12,5"};
    if (name == "contacts") input = {"--model", data + "families/esm2", "--ids", "0,5,7,12,9,4,6,8,15,10,20,2"};
    if (name == "overlay" || name == "contact-sheet")
      input = {"--model", data + "models/vit", "--image", data + "images/picture.png"};
    if (name == "metric" || name == "card" || name == "intervals") input = {statistics() + "/step-1.headstats"};
    if (name == "curves" || name == "steps") input = {statistics()};
    std::vector<std::string> figure =
        with({"figure", "--view", name, "--no-caption", "--size", "900x500", "-o", at("f.svg")}, input);
    if (name == "difference") figure = with(figure, {"--minus-head", "2"});
    if (name == "pattern") figure = with(figure, {"--pattern", "cells:4>3,5>4"});
    if (name == "intervals") figure = with(figure, {"--against", at("steps/step-2.headstats")});
    const auto picture = [&] {
      QByteArray svg = test::contentOf(QString::fromStdString(at("f.svg")));
      const qsizetype begin = svg.indexOf("<headlight:figure"), end = svg.indexOf("</headlight:figure>");
      return svg.remove(begin, end - begin);
    };
    const auto plainly = [&](const std::vector<std::string>& more) {
      const Outcome outcome = run(with(figure, more));
      if (outcome.code != 0) qFatal("%s", outcome.err.c_str());
      return picture();
    };
    const bool heads = usesOption(name, "--head") && name != "flow";
    // A legend of heads is drawn for several.
    const bool several = usesOption(name, "--threshold") || name == "profile" || name == "overlay";
    const std::string layer = name == "overlay" ? "1" : "2";
    const std::string chosen = layer + ".1" + (several ? "," + layer + ".3" : "");
    const QByteArray first = plainly(heads ? std::vector<std::string>{"--head", chosen} : std::vector<std::string>());
    const std::vector<std::string> options[] = {{"--token", "2"},
                                                {"--threshold", "0.4"},
                                                {"--direction", "receives"},
                                                {"--flow", "rollout"},
                                                {"--scale", "log"},
                                                {"--range", "common"},
                                                {"--range", "head"},
                                                {"--sink", "raw"},
                                                {"--lens", "no-sink"},
                                                {"--method", "contributions"},
                                                {"--minus-layer", "1"},
                                                {"--minus-text", "Tim saw Tim and saw"},
                                                {"--by", "mean"},
                                                {"--of", "a b"},
                                                {"--by", "mean", "--of", "a b"},
                                                {"--target", " a"},
                                                {"--position", "1"},
                                                {"--measure", "kl"},
                                                {"--key", "1"},
                                                {"--x", "sink"},
                                                {"--y", "sink"},
                                                {"--where", "layer < 2"},
                                                {"--experts", "load"},
                                                {"--expert", "1"},
                                                {"--colours", "grey"},
                                                {"--values"},
                                                {"--legend", "none"},
                                                // Of every view.
                                                {"--intervene", "uniform *.*"},
                                                {"--title", "Another title"},
                                                {"--text-size", "17"},
                                                {"--theme", "dark"},
                                                {"--dpi", "150"},
                                                {"--callout", "2,1:Here"},
                                                {"--no-title"}};
    for (const std::vector<std::string>& typed : options) {
      const std::string& option = typed.front();
      std::vector<std::string> more = typed;
      if (heads && option == "--method")
        more = with(more, {"--layer", layer});
      else if (heads)
        more = with(more, {"--head", chosen});
      const Outcome outcome = run(with(figure, more));
      if (!usesOption(name, option)) {
        QVERIFY2(
            outcome.code == 2 && outcome.said(option + ": expected --view") && outcome.said("found --view " + name),
            (option + ": " + outcome.err).c_str());
        continue;
      }
      if (outcome.code != 0) continue;  // Refused for another reason, which it says.
      const bool usual =
          option == "--range" &&
          typed.back() ==
              std::string(name == "difference" || name == "overlay" || name == "contact-sheet" ? "head" : "common");
      QVERIFY2(usual || picture() != first, (name + " leaves " + option + " aside").c_str());
    }
    if (!usesOption(name, "--head")) QVERIFY(run(with(figure, {"--head", "2.1"})).said("--head: expected --view"));
  }

  void whatViewsUseIsInTheHelp() {
    const std::string help = run({"figure", "--help"}).out;
    for (const char* option : {"--threshold", "--token"}) {
      std::string users = viewsWith(option);
      QVERIFY(!users.empty());
      QVERIFY2(QString::fromStdString(help).simplified().contains("For " + QString::fromStdString(users)), option);
    }
    for (const FigureView& view : figureViews()) QVERIFY(help.find(view.name) != std::string::npos);
    QVERIFY(run({"figure", "--text", "a", "--slide", "4:3", "-o", at("f.svg")})
                .said("--slide: expected an output ending in .pptx"));
  }

  void aFileAloneIsWhatItsKindSays() {
    QCOMPARE(run({"attention", "--text", kTypedSentence, "-o", at("a.npz")}).code, 0);
    const Outcome figure = run({"figure", at("a.npz"), "--head", "1.3", "-o", at("f.svg")});
    QVERIFY2(figure.code == 0, figure.err.c_str());
    QCOMPARE(run({"figure", "--head", "1.3", at("a.npz"), "-o", at("g.svg")}).code, 0);
    QCOMPARE(run({"heads", at("a.npz"), "--row", "0", "-o", at("h.csv")}).code, 0);
    QCOMPARE(run({"attention", at("a.npz"), "-o", at("b.npz")}).code, 0);
    write("t.txt", "a b c");
    QCOMPARE(run({"figure", at("t.txt"), "--head", "1.3", "-o", at("f.svg")}).code, 0);
    const std::string vit = HEADLIGHT_SOURCE_DIR "/tests/data/models/vit",
                      picture = HEADLIGHT_SOURCE_DIR "/tests/data/images/picture.png";
    QCOMPARE(run({"figure", "--model", vit, picture, "--view", "overlay", "--head", "0.1", "-o", at("f.svg")}).code, 0);
    QCOMPARE(run({"figure", at("t.txt"), "--part", "0-3", "--head", "1.3", "-o", at("f.svg")}).code, 0);
    QCOMPARE(readSessionFile(at("f.svg")).state.text, std::string("a b"));
    QCOMPARE(run({"figure", "--text", "a", "--part", "0-3", "-o", at("f.svg")}).code, 2);
    write("t.zip", std::string("PK\x03\x04\0\0", 6));
    QVERIFY(run({"figure", at("t.zip"), "-o", at("f.svg")}).said("expected text"));
    write("t.json", "{}");
    QVERIFY(run({"figure", at("t.json"), "-o", at("f.svg")}).said("--text-file reads it as a text"));
    QVERIFY(run({"figure", at("none.npz"), "-o", at("f.svg")}).said("none.npz"));
    QVERIFY(run({"figure", "a word", "-o", at("f.svg")}).said("a text is given with --text"));
    QVERIFY(run({"figure", vit, "-o", at("f.svg")}).said("--model opens it"));
    QCOMPARE(run({"figure", at("a.npz"), "--model", "bert", "-o", at("f.svg")}).code, 2);
    QCOMPARE(run({"figure", at("a.npz"), "--text", "a", "-o", at("f.svg")}).code, 2);
  }

  void attentionBetweenTwoWords() {
    const Outcome outcome = run({"attention", "--text", kTypedSentence, "--from", "dog", "--to", "cat", "-o", at("w.json")});
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    const Json rows = json("w.json");
    QCOMPARE(rows.size(), std::size_t(48));
    QCOMPARE(run({"attention", "--text", kTypedSentence, "--lens", "words", "-o", at("all.json")}).code, 0);
    const Json all = json("all.json");
    const auto place = [&](const char* word) {
      const auto& tokens = all["tokens"];
      for (std::size_t i = 0; i < tokens.size(); ++i)
        if (QString::fromStdString(tokens[i]).trimmed() == word) return i;
      return std::size_t(99);
    };
    double last = 2;
    for (const Json& row : rows) {
      const double weight = row["weight"].get<double>();
      QVERIFY(weight <= last);
      last = weight;
      const Json& map =
          all["attentions"][std::to_string(row["layer"].get<int>())][std::to_string(row["head"].get<int>())];
      QVERIFY(std::abs(map[place("dog")][place("cat")].get<double>() - weight) < 1e-5);
    }
    const Outcome one = run({"attention", "--text", kTypedSentence, "--from", "dog", "--to", "the#2", "--head", "3.1"});
    QVERIFY2(one.code == 0, one.err.c_str());
    QCOMPARE(std::count(one.out.begin(), one.out.end(), '\n'), 2);
    QVERIFY(one.out.starts_with("layer,head,from,to,weight\r\n3,1,dog,the#2,") ||
            one.out.starts_with("layer,head,from,to,weight\n3,1,dog,the#2,"));
    QVERIFY(run({"attention", "--text", kTypedSentence, "--from", "the", "--to", "dog"})
                .said("--from: 'the': expected one of 2"));
    QVERIFY(run({"attention", "--text", kTypedSentence, "--from", "dog", "--to", "cow"}).said("--to:"));
    QCOMPARE(run({"attention", "--text", kTypedSentence, "--from", "dog"}).code, 2);
    QVERIFY(run({"attention", "--text", kTypedSentence, "--lens", "words", "--with", "hidden", "-o", at("x.npz")})
                .said("--with"));
  }

  void lensesOfAFile() {
    QCOMPARE(run({"attention", "--text", "the unfathomable cat", "--lens", "words,no-specials", "--head", "1.3", "-o",
                  at("w.npz")})
                 .code,
             0);
    QCOMPARE(run({"attention", at("w.npz"), "-o", at("w.json")}).code, 0);
    QCOMPARE(json("w.json")["tokens"], (Json{"the", " unfathomable", " cat"}));
  }

  void idsInEverySpelling() {
    const std::string wanted = run({"predict", "--ids", "1,2,3", "--top", "2"}).out;
    QVERIFY(!wanted.empty());
    write("ids.txt", "[1, 2,\n 3]\n");
    for (const std::vector<std::string>& typed : std::vector<std::vector<std::string>>{{"--ids", "1 2 3"},
                                                                                       {"--ids", "1, 2 3"},
                                                                                       {"--ids", "[1, 2, 3]"},
                                                                                       {"--ids", "1", "2", "3"},
                                                                                       {"--ids", "1,", "2,", "3"},
                                                                                       {"--ids", at("ids.txt")},
                                                                                       {"--ids", "1;2;3"}}) {
      const Outcome outcome = run(with(with({"predict"}, typed), {"--top", "2"}));
      QVERIFY2(outcome.code == 0, outcome.err.c_str());
      QCOMPARE(outcome.out, wanted);
    }
    for (const char* typed : {"one", "1.5", "-1", "1,x"})
      QCOMPARE(run({"predict", std::string("--ids=") + typed}).code, 2);
  }

  void predictionsGoIntoAFile() {
    QCOMPARE(run({"predict", "--text", "a", "-o", at("p.json")}).out, std::string());
    QCOMPARE(json("p.json"), Json::parse(run({"predict", "--text", "a"}).out));
    QVERIFY(run({"predict", "--text", "a", "-o", at("p.csv")}).said("expected a name ending in .json"));
  }

  void filesNameTokensAlike() {
    QCOMPARE(run({"attention", "--text", "the unfathomable cat", "--head", "0.0", "-o", at("a.json")}).code, 0);
    QCOMPARE(run({"attention", "--text", "the unfathomable cat", "--head", "0.0", "-o", at("a.csv")}).code, 0);
    const Json tokens = json("a.json")["tokens"];
    QCOMPARE(tokens[0].get<std::string>(), std::string("<|endoftext|>"));
    const std::string csv = test::contentOf(QString::fromStdString(at("a.csv"))).toStdString();
    for (const Json& token : tokens)
      QVERIFY2(csv.find(token.get<std::string>()) != std::string::npos, token.get<std::string>().c_str());
    const Json surprise = Json::parse(run({"predict", "--text", "the unfathomable cat", "--surprise"}).out)["surprise"];
    for (std::size_t i = 0; i < tokens.size(); ++i) QCOMPARE(surprise[i]["token"], tokens[i]);
  }

  void headsAreAShortTable() {
    const std::string text = "Tom Sawyer saw Tom Sawyer";
    QVERIFY(
        run({"heads", "--text", text})
            .out.starts_with("label,layer,head,probe_induction,induction,previous_token,duplicate_token,sink,entropy"));
    QVERIFY(run({"heads", "--text", text, "--sort", "diversity"}).out.find(",entropy,diversity") != std::string::npos);
    const std::string all = run({"heads", "--text", text, "--columns", "all"}).out;
    QVERIFY(all.starts_with("method,layer,head,label,") && all.find(",punctuation_score,") != std::string::npos);
    QVERIFY(run({"heads", "--text", text, "--columns", "head,symmetric"}).out.starts_with("head,symmetric"));
    QVERIFY(run({"heads", "--text", text, "--columns", "beauty"})
                .said("--columns: expected all, or some of method, layer"));
  }

  void modelsAreDescribed() {
    const fs::path cache = fs::path(at("")) / "hub";
    modelIn("hub/models--a--small/snapshots/0123");
    write("hub/models--b--broken/snapshots/0123/config.json", R"({"model_type":"quux"})");
    qputenv("HF_HUB_CACHE", QByteArray::fromStdString(cache.string()));
    const Outcome outcome = run({"models"});
    QCOMPARE(outcome.code, 0);
    const QString shown = QString::fromStdString(outcome.out).simplified();
    for (const char* part :
         {"gpt next token 6 x 8", "bert masked tokens", "sentiment class", "translator translation 3 x 4 + 2 x 4",
          "captioner next token, pictures 2 x 4", "gpt-steps/step-1529 next token 3 x 6", "a/small next token 6 x 8",
          "b/broken does not open:"})
      QVERIFY2(shown.contains(part), outcome.out.c_str());
    QCOMPARE(run({"models", "-o", at("m.json")}).code, 0);
    const Json models = json("m.json");
    QVERIFY(models[0]["name"] == "gpt" && models[0]["layers"] == 6 && models[0]["heads"] == 8 &&
            models[0]["weight_bytes"] > 1e5);
    QVERIFY(models.back()["problem"].is_string() && models.back()["layers"].is_null());
  }

  void modelsByEveryName() {
    const fs::path cache = fs::path(at("")) / "hub";
    modelIn("hub/models--openai-community--gpt2/snapshots/0123");
    modelIn("hub/models--a--twice/snapshots/0123");
    modelIn("hub/models--b--twice/snapshots/0123");
    qputenv("HF_HUB_CACHE", QByteArray::fromStdString(cache.string()));
    const auto predict = [](const std::string& model) {
      return run({"predict", "--model", model, "--text", "a", "--top", "1"});
    };
    QCOMPARE(predict("openai-community/gpt2").code, 0);
    QCOMPARE(predict("gpt2").out, predict("openai-community/gpt2").out);
    const Outcome twice = predict("twice");
    QVERIFY2(twice.code == 1 && twice.said("a/twice, b/twice"), twice.err.c_str());
    QVERIFY(predict("gpt3").said("did you mean 'gpt' or 'openai-community/gpt2'?"));
    qunsetenv("HF_HUB_CACHE");
    qputenv("HF_HUB_CACHE", QByteArray::fromStdString(at("empty")));
    QVERIFY(predict("gpt2").said("did you mean 'gpt'?"));
    const fs::path folder = modelIn("mine");
    QCOMPARE(predict(folder.string()).code, 0);
    QCOMPARE(predict((folder / "model.safetensors").string()).code, 0);
    QCOMPARE(predict((folder / "config.json").string()).code, 0);
    write("mine.zip", "PK");
    QVERIFY(predict(at("mine.zip")).said("unpack it"));
  }

  void prefixesOfATranslator() {
    const fs::path folder = modelIn("t5ish");
    Json config = Json::parse(std::ifstream(folder / "config.json"));
    config["task_specific_params"] = {{"translation_en_to_fr", {{"prefix", "translate English to French: "}}},
                                      {"translation_en_to_de", {{"prefix", "translate English to German: "}}}};
    std::ofstream(folder / "config.json") << config.dump();
    const auto predict = [&](const std::vector<std::string>& more) {
      return run(with({"predict", "--model", folder.string(), "--top", "1"}, more));
    };
    const Outcome put = predict({"--text", "A house", "--prefix", "fr"});
    QCOMPARE(put.out, predict({"--text", "translate English to French: A house"}).out);
    QVERIFY(put.out != predict({"--text", "A house"}).out);
    QVERIFY(predict({"--text", "A house"}).said("translation_en_to_de, translation_en_to_fr"));
    QVERIFY(!predict({"--text", "translate English to French: A house"}).said("that this model knows"));
    const Outcome unknown = predict({"--text", "A house", "--prefix", "es"});
    QVERIFY2(unknown.code == 1 && unknown.said("expected one of translation_en_to_de"), unknown.err.c_str());
    QVERIFY(run({"predict", "--text", "A", "--prefix", "fr"}).said("name no prefixes"));
    // The built-in one names its own.
    const auto translated = [](const std::vector<std::string>& text) {
      return run(with({"predict", "--model", "translator"}, text));
    };
    const Outcome asked = translated({"--text", "to French: forty-two"});
    QVERIFY(!asked.said("prefix"));
    QCOMPARE(translated({"--text", "forty-two", "--prefix", "fr"}).out, asked.out);
    QVERIFY(translated({"--text", "to Spanish: forty-two"}).said("begins with none of the prefixes"));
    QCOMPARE(run({"figure", "--model", folder.string(), "--text", "A house", "--prefix", "de", "--head", "1.3", "-o",
                  at("f.svg")})
                 .code,
             0);
    QCOMPARE(readSessionFile(at("f.svg")).state.text, std::string("translate English to German: A house"));
  }

  void similarityOfTwoTexts() {
    const Outcome summary =
        run({"similarity", "--model", "bert", "--text", "A cat sat.", "--pair", "The cat was here."});
    QVERIFY2(summary.code == 0 && summary.out.starts_with("cosine ") && summary.said("no modules.json"),
             summary.err.c_str());
    const fs::path folder = modelIn("sentences", "bert");
    write("sentences/modules.json",
          R"([{"idx":0,"name":"0","path":"","type":"sentence_transformers.models.Transformer"},
      {"idx":1,"name":"1","path":"1_Pooling","type":"sentence_transformers.models.Pooling"},
      {"idx":2,"name":"2","path":"2_Normalize","type":"sentence_transformers.models.Normalize"}])");
    write("sentences/1_Pooling/config.json", R"({"pooling_mode_mean_tokens": true})");
    const std::vector<std::string> both{"similarity", "--model", folder.string(),    "--text",
                                        "A cat sat.", "--pair",  "The cat was here."};
    QCOMPARE(run(both).err, std::string());
    QCOMPARE(run(with(both, {"-o", at("s.json")})).code, 0);
    const Json made = json("s.json");
    double sum = 0, norm = 0;
    for (const Json& row : made["pairs"])
      for (const Json& pair : row) sum += pair.get<double>();
    for (const Json& number : made["a"]["vector"]) norm += number.get<double>() * number.get<double>();
    QVERIFY(std::abs(sum - made["cosine"].get<double>()) < 1e-5 && std::abs(norm - 1) < 1e-5);
    QCOMPARE(made["pooling"].get<std::string>(), std::string("mean, normalised"));
    QCOMPARE(made["a"]["tokens"].size(), made["pairs"].size());
    QCOMPARE(run(with(both, {"-o", at("s.csv")})).code, 0);
    const QByteArray csv = test::contentOf(QString::fromStdString(at("s.csv")));
    QCOMPARE(csv.count('\n'), static_cast<qsizetype>(1 + made["a"]["tokens"].size() * made["b"]["tokens"].size()));
    const Outcome same =
        run({"similarity", "--model", folder.string(), "--text", "A cat sat.", "--pair", "A cat sat."});
    QVERIFY2(same.out.starts_with("cosine 1.0000"), same.out.c_str());
    QCOMPARE(run({"similarity", "--model", folder.string(), "--text", "a"}).code, 2);
    QVERIFY(
        run({"similarity", "--model", folder.string(), "--text", "", "--pair", "a"}).said("--text: expected a text"));
    QVERIFY(run({"similarity", "--model", HEADLIGHT_SOURCE_DIR "/tests/data/models/bert-base", "--text", "a", "--pair",
                 "b"})
                .said("has a tokenizer"));
  }

  void presetsHaveThePagesSizes() {
    const auto inches = [](const char* id) {
      for (const FigurePreset& preset : figurePresets())
        if (preset.id == std::string(id)) return QSizeF(preset.width, preset.height);
      return QSizeF();
    };
    QVERIFY(std::abs(inches("a4").width() * 2.54 - 16) < 1e-9 && inches("a4").height() * 2.54 < 29.7);
    QVERIFY(inches("letter").width() <= 6.5 && inches("letter").height() <= 9);
    QVERIFY(std::abs(inches("latex-column").width() * 72.27 - 229.5) < 1e-9);
    QVERIFY(std::abs(inches("latex-page").width() * 72.27 - 345) < 1e-9);
    QCOMPARE(run({"figure", "--text", kTypedSentence, "--head", "1.3", "--preset", "latex-column", "-o", at("f.pdf")}).code,
             0);
  }
};

HEADLIGHT_TEST(TestTypedCommands)
#include "test_typed_commands.moc"
