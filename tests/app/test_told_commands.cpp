#include <QDir>
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/command_run.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::Outcome;
using headlight::test::run;
using headlight::test::with;
using Json = nlohmann::json;

namespace {

const std::string kData = HEADLIGHT_SOURCE_DIR "/tests/data/";
/// 2 layers of 4 heads, with a tokenizer.
const std::string kSmaller = kData + "chat/chatml";
const std::string kMixture = kData + "families/mixtral";

}  // namespace

/// What a command cannot do, or does otherwise than somebody may think, it says: no head is taken for another one, no
/// weight that a mask hides for a number, no byte for another, and what is not written is no success.
class TestToldCommands : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  std::string at(const std::string& name) const {
    return m_folder.filePath(QString::fromStdString(name)).toStdString();
  }

 private slots:
  void whatIsNotWrittenIsNoSuccess_data() {
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const QStringList& arguments) { QTest::newRow(qPrintable(arguments.join(' '))) << arguments; };
    row({"--help"});
    row({"--version"});
    row({"heads", "--help"});
    row({"heads", "--text", "a b"});
    row({"ablate", "--text", "a b", "--head", "0.0"});
    row({"attention", "--text", "a b", "--from", "b", "--to", "a"});
    row({"attention", "--text", "a b", "--cell", "1,0", "--head", "0.0"});
    row({"predict", "--text", "a b"});
    row({"noise", "--text", "one two three four", "--seeds", "1"});
    row({"cost", "--tokens", "8"});
    row({"tokenize", "--text", "a b"});
    row({"models"});
    row({"models", "gpt"});
    row({"models", "--families"});
    row({"experts", "--model", QString::fromStdString(kMixture), "--ids", "3,7"});
  }
  void whatIsNotWrittenIsNoSuccess() {
    QFETCH(QStringList, arguments);
    std::vector<std::string> words;
    for (const QString& word : arguments) words.push_back(word.toStdString());
    std::ostream full(nullptr);  // Takes nothing, as a full disk.
    std::ostringstream err;
    WindowRequest window;
    QCOMPARE(runCommandLine(words, full, err, window), std::optional<int>(1));
    QVERIFY2(err.str() == "headlight: cannot write to standard output\n", err.str().c_str());
  }

  void aFileThatCannotBeWrittenIsToldBeforeTheWork_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("output");
    const auto row = [](const QStringList& arguments, const QString& output) {
      QTest::newRow(qPrintable(arguments.join(' ') + " " + output)) << arguments << output;
    };
    for (const char* output : {"none/x.csv", "file/x.csv"}) {
      for (const char* command : {"heads", "ablate", "experts", "noise"}) row({command}, output);
      row({"cost", "--tokens", "8"}, output);
      row({"similarity", "--pair", "b"}, output);
      row({"attention", "--from", "a", "--to", "a"}, output);
      row({"analyse", "attribution"}, output);
    }
    row({"attention"}, "none/x.npz");
    row({"figure"}, "none/x.svg");
    row({"predict"}, "none/x.json");
    row({"steer", "--from", "/no/texts", "--to", "/no/texts"}, "none/x.safetensors");
    row({"corpus", "--texts", "/no/texts"}, "none/x.headstats");
    row({"merge", "/no/x.headstats"}, "none/x.headstats");
  }
  /// The model is not there either, and is not looked for.
  void aFileThatCannotBeWrittenIsToldBeforeTheWork() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, output);
    std::ofstream(at("file")) << "x";
    std::vector<std::string> words;
    for (const QString& word : arguments) words.push_back(word.toStdString());
    const std::string command = words.front();
    if (command != "merge") words.insert(words.end(), {"--model", "/no/model"});
    const std::vector<std::string> withoutText{"merge", "steer", "corpus", "cost"};
    if (std::find(withoutText.begin(), withoutText.end(), command) == withoutText.end())
      words.insert(words.end(), {"--text", "a b"});
    const Outcome outcome = run(with(words, {"-o", at(output.toStdString())}));
    const std::string folder = at(output.split('/').front().toStdString());
    QCOMPARE(outcome.code, std::optional<int>(1));
    QVERIFY2(outcome.said("cannot write '" + at(output.toStdString()) + "': ") && outcome.said("'" + folder + "'"),
             outcome.err.c_str());
    QFile::remove(m_folder.filePath("file"));
  }

  void noHeadIsLeftOut_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("ablate") << QStringList{"ablate", "--text", "a b"};
    QTest::newRow("words") << QStringList{"attention", "--text", "a b", "--from", "b", "--to", "a"};
    QTest::newRow("attention") << QStringList{"attention", "--text", "a b", "-o", "%/x.npz"};
    QTest::newRow("links") << QStringList{"figure", "--text", "a b", "--view", "links", "-o", "%/x.svg"};
    QTest::newRow("heatmaps") << QStringList{"figure", "--text", "a b", "-o", "%/x.svg"};
  }
  void noHeadIsLeftOut() {
    QFETCH(QStringList, arguments);
    std::vector<std::string> words;
    for (QString word : arguments) words.push_back(word.replace('%', m_folder.path()).toStdString());
    const Outcome layer = run(with(words, {"--head", "9.0,0.0"}));
    QVERIFY2(layer.code == 1 && layer.said("--head: expected layers 0 to 5 (the model has 6 layers), found layer 9"),
             layer.err.c_str());
    const Outcome head = run(with(words, {"--head", "1.8"}));
    QVERIFY2(head.code == 1 && head.said("--head: expected heads 0 to 7 (the model has 8 heads), found head 8"),
             head.err.c_str());
    QVERIFY(run(with(words, {"--layer", "2-6"})).said("--layer: expected 0 to 5 (the model has 6 layers), found 6"));
    QVERIFY(QDir(m_folder.path()).entryList(QDir::Files).isEmpty());
  }

  /// The other model has to have the head that is subtracted.
  void noHeadStandsForAnotherModels() {
    const std::vector<std::string> figure{
        "figure", "--text", "a b c", "--view", "difference", "--minus-model", kSmaller, "-o", at("difference.svg")};
    const Outcome both = run(with(figure, {"--head", "1.3"}));
    QVERIFY2(both.code == 0, both.err.c_str());
    const Outcome layer = run(with(figure, {"--head", "2.0"}));
    QVERIFY2(layer.code == 1 && layer.said("--minus-model: expected 0 to 1 (the model has 2 layers), found 2"),
             layer.err.c_str());
    const Outcome head = run(with(figure, {"--head", "0.4"}));
    QVERIFY2(head.code == 1 && head.said("--minus-model: expected 0 to 3 (the model has 4 heads), found 4"),
             head.err.c_str());
    QCOMPARE(run(with(figure, {"--head", "2.4", "--minus-head", "1.3"})).code, 0);
    QCOMPARE(run(with(figure, {"--layer", "1", "--lens", "mean"})).code, 0);
    QVERIFY(run(with(figure, {"--layer", "2", "--lens", "mean"})).said("--minus-model: expected 0 to 1"));
    QVERIFY(run({"heads", "--text", "a b c", "--against", kSmaller}).said("expected 6 layers"));
  }

  void whatTheMaskHidesIsNoZero() {
    const std::vector<std::string> words{"attention", "--text", "The cat sat down", "--from", "cat"};
    const Outcome later = run(with(words, {"--to", "sat"}));
    QVERIFY2(later.code == 1 && later.said("'sat' is hidden from 'cat' by the mask in every head"), later.err.c_str());
    QVERIFY(later.out.empty());
    QCOMPARE(run(with(words, {"--to", "The"})).code, 0);
    const Outcome cell = run({"attention", "--text", "The cat sat", "--cell", "cat,sat", "--head", "0.0"});
    QVERIFY2(cell.code == 1 && cell.said("token 3 is hidden from token 2 by the mask"), cell.err.c_str());
    QCOMPARE(run({"attention", "--text", "The cat sat", "--cell", "sat,cat", "--head", "0.0"}).out,
             run({"attention", "--text", "The cat sat", "--cell", "3,2", "--head", "0.0"}).out);
    // A window hides it from the heads of some layers alone: their weight is left empty.
    const Outcome some = run({"attention", "--model", kData + "models/gpt-neo", "--ids", "3,4,5,6,7,8,9,10,11,12",
                              "--from", "9", "--to", "0"});
    QVERIFY2(some.code == 0 && some.said("by the mask in "), some.err.c_str());
    QVERIFY(some.out.find(",9,0,\n") != std::string::npos || some.out.find(",9,0,\r\n") != std::string::npos);
  }

  void tokensByTheirId() {
    const Json read = Json::parse(run({"tokenize", "--text", "The cat saw the dog"}).out);
    const std::string cat = std::to_string(read["ids"][2].get<int>()), dog = std::to_string(read["ids"][5].get<int>());
    const std::vector<std::string> words{"attention", "--text", "The cat saw the dog"};
    const Outcome byId = run(with(words, {"--from", "id:" + dog, "--to", "id:" + cat}));
    QVERIFY2(byId.code == 0, byId.err.c_str());
    QCOMPARE(std::count(byId.out.begin(), byId.out.end(), '\n'), 49);
    QVERIFY(run(with(words, {"--from", "id:9", "--to", "0"})).said("no token of the text has the id 9"));
    const std::vector<std::string> ablate{"ablate", "--text", "The cat saw the", "--head", "0.0", "--target"};
    QCOMPARE(run(with(ablate, {"id:" + dog})).out, run(with(ablate, {" dog"})).out);
    QVERIFY(run(with(ablate, {"id:99999"})).said("--target: token 'id:99999': expected an id from 0 to 12287"));
    const std::vector<std::string> score{"figure", "--text", "The cat saw the dog", "--view", "score", "--head",
                                         "1.3",    "-o",     at("score.svg")};
    for (const std::vector<std::string>& named :
         {std::vector<std::string>{"--token", "dog", "--key", "cat"}, {"--token", "id:" + dog, "--key", "id:" + cat}}) {
      const Outcome drawn = run(with(score, named));
      QVERIFY2(drawn.code == 0, drawn.err.c_str());
    }
  }

  /// A target that may be another one is told, with the other; one that was typed whole is not.
  void aTargetThatMayBeAnotherIsTold() {
    const std::vector<std::string> ablate{"ablate", "--text", "My name is Harry", "--head", "0.0", "--target"};
    const Outcome within = run(with(ablate, {"P"}));
    QVERIFY2(within.code == 0 && within.said("--target: 'P' is the token 'P' (id ") && within.said("' P' (id "),
             within.err.c_str());
    QCOMPARE(run(with(ablate, {" P"})).err, std::string());
    const Outcome attribute = run({"predict", "--text", "My name is Harry", "--attribute", "P, M"});
    QVERIFY2(attribute.said("--attribute: 'P'") && !attribute.said("' M'"), attribute.err.c_str());
  }

  void idsThatAreNone_data() {
    QTest::addColumn<QByteArray>("ids");
    QTest::addColumn<QString>("message");
    QTest::newRow("a part") << QByteArray("[1.5]") << "'ids': expected whole numbers from 0 on, found 1.5 at place 0";
    QTest::newRow("a word") << QByteArray("[1, \"a\"]") << "found \"a\" at place 1";
    QTest::newRow("below") << QByteArray("[-1]") << "found -1 at place 0";
    QTest::newRow("yes") << QByteArray("[true]") << "found true";
    QTest::newRow("too large") << QByteArray("[18446744073709551615]") << "found 18446744073709551615";
    QTest::newRow("not in the vocabulary")
        << QByteArray("[0, 12288]") << "'ids': expected ids of the vocabulary, which end before 12288, found 12288";
    QTest::newRow("no list") << QByteArray("7") << "'ids': expected a list of ids, found number";
  }
  void idsThatAreNone() {
    QFETCH(QByteArray, ids);
    QFETCH(QString, message);
    const Outcome outcome = run({"decode", "--jsonl", "-"}, "{\"ids\": [1]}\n{\"ids\": " + ids.toStdString() + "}\n");
    QCOMPARE(outcome.code, 1);
    QVERIFY2(QString::fromStdString(outcome.err).contains("line 2: ") &&
                 QString::fromStdString(outcome.err).contains(message),
             outcome.err.c_str());
  }

  void bytesThatAreNoText() {
    const std::string bytes = "caf\xe9 au lait";
    std::ofstream(at("latin.txt"), std::ios::binary) << bytes;
    const std::string told = "expected UTF-8, found 1 invalid part; it is read as U+FFFD\n";
    QCOMPARE(run({"predict", "--text", bytes}).err, "headlight: note: --text: " + told);
    QCOMPARE(run({"predict", "--text", "-"}, bytes).err, "headlight: note: standard input: " + told);
    QCOMPARE(run({"predict", "--text-file", at("latin.txt")}).err,
             "headlight: note: '" + at("latin.txt") + "': " + told);
    QCOMPARE(run({"tokenize", "--text", "a", "--pair", bytes}).err, "headlight: note: --pair: " + told);
    QVERIFY(
        run({"noise", "--text", "-", "--seeds", "1"}, "one two \xff three \xff four").said("2 invalid parts; each"));
    QCOMPARE(run({"predict", "--text", "café"}).err, std::string());
  }

  void typesThatAModelDoesNotHave() {
    QVERIFY(
        run({"predict", "--ids", "1,2", "--types", "0,1"}).said("--types: expected 0, since 'gpt' has no token types"));
    QCOMPARE(run({"predict", "--ids", "1,2", "--types", "0,0"}).code, 0);
    const std::string bert = kData + "models/bert-base";
    QVERIFY(
        run({"heads", "--model", bert, "--ids", "1,2", "--types", "0,7"}).said("--types: expected 0 to 1, found 7"));
  }

  /// A callout of what is not in the picture, a font that is not installed, and what a kind of file has no place for.
  void nothingOfAFigureIsLeftOut_data() {
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("output");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* more, const char* output, int code, const char* message) {
      QTest::newRow(qPrintable(QString(more) + output)) << QString(more).split(' ') << output << code << message;
    };
    row("--callout 2,1:here", ".svg", 0, "");
    row("--callout 99,1:here", ".svg", 1, "callout 99,1: expected a cell or a token that the figure shows");
    row("--view flow --callout 2,1:here", ".png", 1, "callout 2,1:");
    row("--callout 99,1:here", ".html", 1, "callout 99,1:");
    row("--callout 99,1:here", ".pptx", 1, "callout 99,1:");
    row("--font Nowhere", ".svg", 1, "--font: expected a font that is installed, found 'Nowhere'");
    for (const char* option : {"--transparent", "--size 800x800", "--dpi 150", "--preset a4", "--no-title"})
      row(option, ".pptx", 2, "not used by a file .pptx");
    row("--transparent", ".html", 2, "--transparent: not used by a file .html");
    row("--theme dark", ".html", 2, "--theme: not used by a file .html");
    row("--animate layers --transparent", ".gif", 2, "--transparent: not used by an animation");
  }
  void nothingOfAFigureIsLeftOut() {
    QFETCH(QStringList, more);
    QFETCH(QString, output);
    QFETCH(int, code);
    QFETCH(QString, message);
    std::vector<std::string> words{"figure", "--text", "a b c", "-o", at("figure") + output.toStdString()};
    for (const QString& word : more) words.push_back(word.toStdString());
    if (!more.contains("flow") && !more.contains("--animate")) words.insert(words.end(), {"--head", "1.3"});
    const Outcome outcome = run(words);
    QVERIFY2(outcome.code == code && outcome.said(message.toStdString()), outcome.err.c_str());
    QCOMPARE(QFile::exists(QString::fromStdString(at("figure")) + output), code == 0);
    QFile::remove(QString::fromStdString(at("figure")) + output);
  }

  void whatWouldDoNothing() {
    const std::vector<std::string> noise{"noise", "--text", "one two, three four. Five"};
    QVERIFY(run(with(noise, {"--words", "x"})).said("--words: expected --kind own, found --kind random"));
    QVERIFY(run(with(noise, {"--kind", "own"})).said("--kind own: expected --words to insert"));
    QVERIFY(run(with(noise, {"--kind", "shuffled", "--amount", "0.5"})).said("--amount: not used by --kind shuffled"));
    QCOMPARE(run(with(noise, {"--kind", "own", "--words", "x", "--seeds", "1"})).code, 0);
    const Outcome cost = run({"cost", "--tokens", "64,32", "--measure", "8"});
    QVERIFY2(cost.code == 2 && cost.said("--measure: expected at least 32, the least of --tokens, found 8"),
             cost.err.c_str());
    QVERIFY(run({"tokenize", "--jsonl", m_folder.path().toStdString()}).said("found a folder"));
  }

  void aForgottenText() {
    const Outcome none = run({"predict", "Hello", "world"});
    QVERIFY2(none.code == 2 && none.said("expected one of --text, --ids, ") &&
                 none.said("found none; did you mean --text 'Hello world'? (see headlight predict --help)"),
             none.err.c_str());
    const Outcome cut = run({"predict", "--text", "Hello", "world"});
    QVERIFY2(cut.code == 2 && cut.said("did you mean --text 'Hello world', in quotation marks?"), cut.err.c_str());
    const Outcome file = run({"heads", "--text", "Hello", "world"});
    QVERIFY2(file.code == 2 && file.said("--text 'Hello world', in quotation marks?"), file.err.c_str());
    const Outcome noise = run({"noise", "Hello"});
    QVERIFY2(noise.code == 2 && noise.said("did you mean --text 'Hello'?"), noise.err.c_str());
  }

  void whatCannotBeSortedIsTold() {
    QCOMPARE(run({"heads", "--text", "a b c"}).err, std::string());
    const Outcome sorted = run({"heads", "--text", "a b c", "--sort", "induction"});
    QVERIFY2(sorted.code == 0 && sorted.said("--sort induction: no head has a value of it here"), sorted.err.c_str());
    const Outcome found = run({"heads", "--text", "a b c", "--where", "9.0"});
    QVERIFY2(found.code == 0 && found.said("--where '9.0': no head fits"), found.err.c_str());
    // The columns are the same where there is no probe.
    const std::string head = run({"heads", "--text", "a b c"}).out;
    for (const std::vector<std::string>& less :
         {std::vector<std::string>{"--text", "a b c", "--no-probe"},
          {"--model", kData + "models/vit", "--image", kData + "images/picture.png"}}) {
      const Outcome without = run(with({"heads"}, less));
      QVERIFY2(without.code == 0 && without.err.empty(), without.err.c_str());
      QVERIFY(without.out.starts_with(head.substr(0, head.find('\n'))));
    }
  }

  void expertsThatAreAllOff() {
    const std::vector<std::string> experts{"experts", "--model", kMixture, "--ids", "3,7,12,5"};
    QCOMPARE(run(experts).err, std::string());
    const Outcome off = run(with(experts, {"--intervene", "expert 0.* off"}));
    QVERIFY2(off.code == 0 && off.said("Layer 0: 4 of 4 tokens have no expert."), off.err.c_str());
    QVERIFY(!off.said("Layer 1"));
  }

  /// What comes with a file of attention is nothing that a model alone could use.
  void noOptionOfAModelIsTakenForAFile() {
    QCOMPARE(run({"attention", "--text", "a b", "-o", at("a.npz")}).code, 0);
    for (const std::vector<std::string>& more :
         {std::vector<std::string>{"--adapter-scale", "0.5"}, {"--base", "gpt"}, {"--prefix", "fr"}})
      for (const char* command : {"heads", "attention", "figure"}) {
        const Outcome outcome = run(with(with({command, "--import", at("a.npz"), "-o", at("b.svg")}, {}), more));
        QVERIFY2(outcome.code == 2, (command + more.front() + outcome.err).c_str());
      }
  }
};

HEADLIGHT_TEST(TestToldCommands)
#include "test_told_commands.moc"
