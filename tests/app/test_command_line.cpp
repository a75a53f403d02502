#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <cstring>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/command_run.h"
#include "tests/support/suite.h"
#include "tests/support/unpacked.h"
#include "ui/export/exporter.h"
#include "ui/panels/export/exports.h"
#include "ui/reading/workspace.h"
#include "ui/state/figure_views.h"
#include "ui/state/words/lens_words.h"

using namespace headlight;
using headlight::test::contentOf;
using headlight::test::Outcome;
using headlight::test::run;
using headlight::test::with;
using Json = nlohmann::json;

namespace {

const char* const kSentence = "The cat that chased the mice was hungry.";

}  // namespace

class TestCommandLine : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  std::string at(const std::string& name) const {
    return m_folder.filePath(QString::fromStdString(name)).toStdString();
  }
  QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }
  void write(const std::string& name, const QByteArray& content) {
    QFile file(QString::fromStdString(at(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
  }

  /// Runs the row's arguments, in which % is a folder: one line says the message, and nothing is written.
  void isRefused(int code) {
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    std::vector<std::string> words;
    for (QString word : arguments) words.push_back(word.replace('%', m_folder.path()).toStdString());
    const Outcome outcome = run(words);
    QVERIFY2(outcome.code == code, outcome.err.c_str());
    QVERIFY2(QString::fromStdString(outcome.err).contains(message), outcome.err.c_str());
    QCOMPARE(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1);
    QVERIFY(outcome.out.empty());
    QVERIFY(files().isEmpty());
  }

 private slots:
  void init() {
    for (const QString& name : files()) QFile::remove(m_folder.filePath(name));
  }

  void withoutACommandAWindowIsWanted() {
    const Outcome outcome = run({"Some text", "--model", "bert"});
    QVERIFY(!outcome.code);
    QCOMPARE(outcome.window.open, std::vector<std::string>{"Some text"});
    QCOMPARE(outcome.window.model, std::string("bert"));
  }

  /// What one computer wrote is looked at on another, by every command that needs attention alone.
  void importTakesThePlaceOfAModel() {
    const std::string file = at("far.safetensors");
    QCOMPARE(run({"attention", "--text", kSentence, "-o", file}).code, 0);
    for (const char* name : {"again.npz", "again.json"})
      QCOMPARE(run({"attention", "--import", file, "--layer", "1", "-o", at(name)}).code, 0);
    QCOMPARE(run({"attention", "--import", at("again.npz"), "-o", at("third.json")}).code, 0);
    const Json once = Json::parse(contentOf(QString::fromStdString(at("again.json"))).toStdString());
    const Json twice = Json::parse(contentOf(QString::fromStdString(at("third.json"))).toStdString());
    QCOMPARE(once["tokens"], twice["tokens"]);
    for (const char* format : {"svg", "png"})
      QCOMPARE(
          run({"figure", "--import", file, "--layer", "1", "--head", "3", "-o", at(std::string("i.") + format)}).code,
          0);
    QCOMPARE(
        run({"figure", "--text", kSentence, "--layer", "1", "--head", "3", "--no-caption", "-o", at("m.png")}).code, 0);
    QCOMPARE(run({"figure", "--import", file, "--layer", "1", "--head", "3", "--no-caption", "-o", at("i.png")}).code,
             0);
    QCOMPARE(QImage(QString::fromStdString(at("i.png"))), QImage(QString::fromStdString(at("m.png"))));
    QCOMPARE(run({"heads", "--import", file, "-o", at("i.csv")}).code, 0);
    QCOMPARE(run({"heads", "--text", kSentence, "--no-probe", "-o", at("m.csv")}).code, 0);
    QVERIFY(contentOf(QString::fromStdString(at("i.csv"))).count('\n') ==
            contentOf(QString::fromStdString(at("m.csv"))).count('\n'));

    const Outcome row = run({"heads", "--import", file, "--row", "1", "-o", at("x.csv")});
    QVERIFY2(row.code == 1 && row.err.find("row 1: expected one of 1 rows") != std::string::npos, row.err.c_str());
    QCOMPARE(run({"heads", "--text", kSentence, "--row", "1", "-o", at("x.csv")}).code, 2);
    QCOMPARE(run({"figure", "--import", file, "--model", "bert", "-o", at("x.png")}).code, 2);
    QCOMPARE(run({"figure", "--import", file, "--text", "a", "-o", at("x.png")}).code, 2);
    const Outcome ignored = run({"figure", "--model", file, "--text", "a", "-o", at("x.png")});
    QCOMPARE(ignored.code, 1);
    QVERIFY2(ignored.err.find("--model: expected a model, found a file of attention") != std::string::npos,
             ignored.err.c_str());
    for (const std::vector<std::string>& more : {std::vector<std::string>{"figure", "--method", "norm"},
                                                 {"figure", "--view", "ablation"},
                                                 {"figure", "--intervene", "uniform 0.0"},
                                                 {"heads", "--methods", "norm"},
                                                 {"attention", "--with", "hidden"}}) {
      std::vector<std::string> arguments = more;
      arguments.insert(arguments.end(), {"--import", file, "-o",
                                         at(more.front() == "figure"  ? "x.png"
                                            : more.front() == "heads" ? "x.csv"
                                                                      : "x.npz")});
      const Outcome refused = run(arguments);
      QCOMPARE(refused.code, 2);
      QVERIFY2(refused.err.find("model") != std::string::npos, refused.err.c_str());
    }
    const Outcome missing = run({"heads", "--import", at("none.npz"), "-o", at("x.csv")});
    QCOMPARE(missing.code, 1);
    QVERIFY2(missing.err.find("none.npz") != std::string::npos, missing.err.c_str());
  }

  /// A file that holds cross-attention alone goes out again with the tokens of both its sides.
  void crossAttentionAloneKeepsBothTexts() {
    const std::string both = at("both.safetensors"), cross = at("cross.npz"), again = at("again.json");
    QCOMPARE(run({"attention", "--model", "translator", "--text", "the", "--generate", "3", "--attention", "cross",
                  "-o", cross})
                 .code,
             0);
    QCOMPARE(run({"attention", "--import", cross, "-o", again}).code, 0);
    const Json json = Json::parse(contentOf(QString::fromStdString(again)).toStdString());
    QVERIFY(json.contains("cross_attentions"));
    QCOMPARE(json["tokens"][0].get<std::string>(), std::string(" the"));
    QVERIFY(json["decoder_tokens"].size() > 0);
    QCOMPARE(run({"attention", "--import", cross, "-o", both}).code, 0);
    QCOMPARE(run({"figure", "--import", both, "-o", at("f.svg")}).code, 0);
    QVERIFY(contentOf(QString::fromStdString(at("f.svg"))).contains(">the<"));
  }

  /// Scores in place of weights are refused by every command, and drawn with a softmax where that is asked for.
  void scoresAreNotTakenForWeights() {
    QByteArray numbers;
    for (int i = 0; i < 2 * 3 * 3; ++i) {
      const float score = static_cast<float>(i % 5) - 2;
      numbers.append(reinterpret_cast<const char*>(&score), 4);
    }
    QByteArray header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3, 3), }";
    header += QByteArray(117 - header.size(), ' ') + '\n';
    write("scores.npy", QByteArray("\x93NUMPY\x01\0", 8) + char(header.size()) + '\0' + header + numbers);
    const std::string file = at("scores.npy");
    for (const std::vector<std::string>& command : {std::vector<std::string>{"attention", "-o", at("x.npz")},
                                                    {"heads", "-o", at("x.csv")},
                                                    {"figure", "-o", at("x.svg")}}) {
      std::vector<std::string> arguments = command;
      arguments.insert(arguments.begin() + 1, {"--import", file});
      const Outcome refused = run(arguments);
      QCOMPARE(refused.code, 1);
      QVERIFY2(refused.err.find("#softmax") != std::string::npos, refused.err.c_str());
      arguments[2] += "#softmax";
      const Outcome made = run(arguments);
      QVERIFY2(made.code == 0, made.err.c_str());
    }
  }

  /// No character of a text, a title or a caption makes a file that nothing opens.
  void everyWriterLeavesOutWhatXmlDoesNotHave() {
    const std::string bad = "a\x01 b\x1f c\xEF\xBF\xBE d\xEF\xBF\xBF e\x0b f";
    const auto readable = [](const QByteArray& xml) {
      QXmlStreamReader reader(xml);
      while (!reader.atEnd()) reader.readNext();
      return reader.hasError() ? reader.errorString() : QString();
    };
    const auto between = [](const QByteArray& all, const char* begin, const char* end) {
      const qsizetype from = all.indexOf(begin), to = all.indexOf(end, from);
      return from < 0 || to < 0 ? QByteArray() : all.mid(from, to + qsizetype(strlen(end)) - from);
    };
    for (const char* name : {"x.svg", "x.html", "x.pptx", "x.pdf", "x.png"}) {
      const Outcome outcome = run({"figure", "--text", bad, "--title", bad, "--caption", bad, "-o", at(name)});
      QVERIFY2(outcome.code == 0, outcome.err.c_str());
      const QString path = QString::fromStdString(at(name));
      const QByteArray content = contentOf(path);
      QMap<QString, QByteArray> parts;
      if (path.endsWith("svg")) parts[name] = content;
      if (path.endsWith("html")) parts[name] = between(content, "<svg", "</svg>");
      if (path.endsWith("pdf")) parts[name] = between(headlight::test::unpacked(path), "<x:xmpmeta", "</x:xmpmeta>");
      if (path.endsWith("pptx")) parts = headlight::test::unzipped(path);
      for (auto part = parts.begin(); part != parts.end(); ++part) {
        if (part.key().endsWith(".png")) continue;
        QVERIFY2(!part->isEmpty() && readable(*part).isEmpty(), qPrintable(part.key() + ": " + readable(*part)));
      }
    }
    const QImage png(QString::fromStdString(at("x.png")));
    QVERIFY(!png.isNull() && !png.text("Title").contains(QChar(1)));
  }

  void helpNamesEveryLens() {
    const std::string help = run({"figure", "--help"}).out;
    for (const LensWords& lens : lensWords())
      QVERIFY2(help.find(std::string(lens.onCommandLine) + lens.value) != std::string::npos, lens.onCommandLine);
  }

  void aFigureKeepsBuiltInModelsByName() {
    for (const char* name : {"b.svg", "b.html"}) {
      QCOMPARE(run({"figure", "--text", "The cat", "-o", at(name)}).code, 0);
      const QByteArray file = contentOf(QString::fromStdString(at(name)));
      QVERIFY(file.contains("headlight-session"));
      QVERIFY2(!file.contains(HEADLIGHT_SOURCE_DIR), "the folder of a built-in model is in the file");
    }
  }

  /// Not in the order of addresses, which differs from run to run.
  void helpNamesExcludedOptionsByAlphabet() {
    const std::string help = run({"figure", "--help"}).out;
    int lists = 0;
    for (std::size_t at = help.find("Excludes:"); at != help.npos; at = help.find("Excludes:", at + 1)) {
      std::istringstream rest(help.substr(at + 9));
      std::vector<std::string> names;
      for (std::string word; rest >> word && word.starts_with("--");) names.push_back(word);
      QVERIFY(!names.empty());
      QVERIFY2(std::is_sorted(names.begin(), names.end()), help.substr(at, 200).c_str());
      if (names.size() > 1) ++lists;
    }
    QVERIFY(lists > 0);
  }

  void helpNamesEveryCommand() {
    const Outcome outcome = run({"--help"});
    QCOMPARE(outcome.code, 0);
    for (const char* command :
         {"attention", "figure", "predict", "heads", "ablate", "noise", "cost", "tokenize", "decode", "models"})
      QVERIFY2(outcome.out.find(command) != std::string::npos, command);
    QVERIFY(outcome.err.empty());
  }

  void wrongUsageIsTwo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{"predict", "--txt", "a"};
    QTest::newRow("no input") << QStringList{"predict"};
    QTest::newRow("text and ids") << QStringList{"predict", "--text", "a", "--ids", "1"};
    QTest::newRow("no output") << QStringList{"figure", "--text", "a"};
    QTest::newRow("unknown view") << QStringList{"figure", "--text", "a", "--view", "pie", "-o", "x.png"};
    QTest::newRow("not a number") << QStringList{"figure", "--text", "a", "--dpi", "much", "-o", "x.svg"};
    QTest::newRow("types without ids") << QStringList{"predict", "--text", "a", "--types", "0"};
  }
  void wrongUsageIsTwo() {
    QFETCH(QStringList, arguments);
    std::vector<std::string> words;
    for (const QString& word : arguments) words.push_back(word.toStdString());
    const Outcome outcome = run(words);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1);
    QVERIFY(outcome.out.empty());
  }

  void everyCommandTellsTheModelsRemarksOnce() {
    // The layers of an ALBERT share their weights.
    const std::string albert = HEADLIGHT_SOURCE_DIR "/tests/data/models/albert-mlm";
    const std::vector<std::vector<std::string>> commands = {
        {"attention", "--ids", "2,7,3", "-o", at("a.npz")},
        {"heads", "--ids", "2,7,3", "-o", at("h.csv"), "--no-probe"},
        {"cost", "--tokens", "8", "-o", at("c.csv")},
        {"figure", "--ids", "2,7,3", "--head", "0.1", "-o", at("f.svg")},
        {"figure", "--ids", "2,7,3", "--view", "methods", "--head", "0.1", "-o", at("m.svg")}};
    for (std::vector<std::string> arguments : commands) {
      arguments.insert(arguments.begin() + 1, {"--model", albert});
      const Outcome outcome = run(arguments);
      QCOMPARE(outcome.code, 0);
      QCOMPARE(outcome.err, std::string("headlight: note: Layers share their weights.\n"));
    }
  }

  void conversationsAreReadByTheChatTemplate() {
    const std::string model = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/chat/chatml", turns = at("turns.json");
    write("turns.json", R"([{"role": "user", "content": "What is a cat?"}, {"role": "assistant", "content": "A "}])");
    const std::string begun =
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nWhat is a cat?<|im_end|>\n<|im_start|>assistant\nA";
    const Outcome whole = run({"tokenize", "--model", model, "--chat", turns, "--generate-prompt"});
    QVERIFY2(whole.code == 0, whole.err.c_str());
    const auto line = nlohmann::json::parse(whole.out);
    QCOMPARE(line["text"].get<std::string>(), begun + "<|im_end|>\n<|im_start|>assistant\n");
    QCOMPARE(line["ids"].front().get<int>(), 421);
    QCOMPARE(line["turns"].size(), line["ids"].size());
    QVERIFY(line["turns"].front().is_null() && line["roles"].front().is_null());
    QVERIFY(std::count(line["roles"].begin(), line["roles"].end(), "user") > 2);
    QVERIFY(line["special_tokens_mask"].front() == 0);
    // The same as it is given, and the heads by whom they look at.
    const std::string json =
        R"([{"role": "user", "content": "What is a cat?"}, {"role": "assistant", "content": "A "}])";
    QCOMPARE(run({"tokenize", "--model", model, "--chat", json, "--generate-prompt"}).out, whole.out);
    const Outcome heads = run({"heads", "--model", model, "--chat", turns, "--no-probe"});
    QVERIFY2(heads.code == 0, heads.err.c_str());
    QVERIFY(heads.out.find("to_user") != std::string::npos && heads.out.find("to_template") != std::string::npos);
    QVERIFY(heads.out.find("to_system") == std::string::npos);
    const Outcome plain = run({"heads", "--model", model, "--text", "What is a cat?", "--no-probe"});
    QVERIFY(plain.code == 0 && plain.out.find("to_user") == std::string::npos);
    const Outcome broken = run({"tokenize", "--model", model, "--chat", "[{\"role\": }]"});
    QVERIFY(broken.code == 1 && broken.err.find("--chat") != std::string::npos);
    const Outcome open = run({"tokenize", "--model", model, "--chat", turns, "--continue-final"});
    QCOMPARE(nlohmann::json::parse(open.out)["text"].get<std::string>(), begun);
    const Outcome none = run({"predict", "--chat", turns});
    QVERIFY(none.code == 1);
    QVERIFY2(none.err.find("expected a chat template, which a conversation needs, found none") != std::string::npos,
             none.err.c_str());
  }

  void tokenizesAndDecodesInOrder() {
    const Outcome one = run({"tokenize", "--text", kSentence});
    QCOMPARE(one.code, 0);
    const Json encoding = Json::parse(one.out);
    QVERIFY(encoding["offsets"][1] == Json({0, 3}));
    QVERIFY(encoding["special_tokens_mask"][0] == 1);
    QCOMPARE(encoding["ids"].size(), encoding["tokens"].size());

    write("texts.jsonl",
          "{\"text\": \"one\", \"add_special_tokens\": false}\n\n{\"text\": \"two \\u00e9\", \"pair\": \"three\"}\n");
    const Outcome many = run({"tokenize", "--model", "bert", "--jsonl", at("texts.jsonl")});
    QCOMPARE(many.code, 0);
    std::istringstream lines(many.out);
    std::string line;
    QVERIFY(std::getline(lines, line));
    QVERIFY(Json::parse(line)["special_tokens_mask"][0] == 0);
    QVERIFY(std::getline(lines, line));
    const Json pair = Json::parse(line);
    QVERIFY(pair["type_ids"].back() == 1);
    QVERIFY(pair["tokens"].front() == "[CLS]");
    QVERIFY(!std::getline(lines, line));

    // As Python writes it: half a pair of surrogates, numbers that JSON has not.
    write("python.jsonl", "{\"text\": \"one \\ud83d\", \"loss\": NaN, \"n\": 1e400}\n");
    const Outcome python = run({"tokenize", "--model", "bert", "--jsonl", at("python.jsonl")});
    QCOMPARE(python.code, 0);
    QVERIFY(Json::parse(python.out)["ids"].size() >= 3);

    write("ids.jsonl",
          QByteArray::fromStdString(Json{{"ids", encoding["ids"]}, {"skip_special_tokens", true}}.dump()) + "\n");
    QVERIFY(Json::parse(run({"decode", "--jsonl", at("ids.jsonl")}).out)["text"] == kSentence);
  }

  void predictsTheNextTokenAndTheMasked() {
    const Json next = Json::parse(run({"predict", "--text", kSentence, "--top", "5"}).out);
    QVERIFY(next["kind"] == "next token");
    QCOMPARE(next["predictions"].size(), std::size_t{5});
    double last = 1, sum = 0;
    for (const Json& p : next["predictions"]) {
      QVERIFY(p["probability"].get<double>() <= last);
      last = p["probability"];
      sum += last;
      QVERIFY(std::abs(std::log(last) - p["log_probability"].get<double>()) < 1e-6);
    }
    QVERIFY(sum < 1);
    const Json all = Json::parse(run({"predict", "--text", kSentence, "--top", "100000"}).out);
    double whole = 0;
    for (const Json& p : all["predictions"]) whole += p["probability"].get<double>();
    QVERIFY(std::abs(whole - 1) < 1e-4);

    const Json masked = Json::parse(run({"predict", "--model", "bert", "--text", "he sat [MASK] the [MASK]."}).out);
    QCOMPARE(masked["positions"].size(), std::size_t{2});
    QVERIFY(masked["positions"][0]["token"] == "[MASK]");
  }

  void attentionRowsSumToOne() {
    QCOMPARE(run({"attention", "--text", kSentence, "--layer", "1,0", "--head", "3", "-o", at("a.json")}).code, 0);
    const Json json = Json::parse(contentOf(QString::fromStdString(at("a.json"))).toStdString());
    QCOMPARE(json["attentions"].size(), std::size_t{2});
    for (const Json& row : json["attentions"]["1"]["3"]) {
      double sum = 0;
      for (const Json& weight : row) sum += weight.get<double>();
      QVERIFY(std::abs(sum - 1) < 1e-5);
    }
    QVERIFY(json["attentions"]["0"]["3"][0][1] == 0.0);
  }

  void figuresOfEveryViewAndFormat_data() {
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("start");
    for (const QString view : {"heatmap", "links", "atlas", "text", "arcs", "profile", "flow", "similarity"}) {
      QTest::newRow(qPrintable(view + " png")) << view << "png" << QByteArray("\x89PNG");
      QTest::newRow(qPrintable(view + " svg")) << view << "svg" << QByteArray("<?xml");
      QTest::newRow(qPrintable(view + " pdf")) << view << "pdf" << QByteArray("%PDF");
      QTest::newRow(qPrintable(view + " pptx")) << view << "pptx" << QByteArray("PK");
    }
  }
  void figuresOfEveryViewAndFormat() {
    QFETCH(QString, view);
    QFETCH(QString, suffix);
    QFETCH(QByteArray, start);
    const std::string out = at("figure." + suffix.toStdString());
    std::vector<std::string> arguments = {"figure", "--text", kSentence, "--view", view.toStdString(), "-o", out};
    if (suffix != "pptx") arguments.insert(arguments.end(), {"--size", "800x500"});
    if (usesOption(view.toStdString(), "--layer") && view != "flow")
      arguments.insert(arguments.end(), {"--layer", "1", "--head", "3"});
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    const QByteArray content = contentOf(QString::fromStdString(out));
    QVERIFY(content.startsWith(start));
    if (suffix == "png") QCOMPARE(QImage::fromData(content).size(), QSize(800, 500));
    QCOMPARE(files().size(), 1);
  }

  void aFigureKeepsItsSessionUnlessToldNotTo() {
    for (const std::string suffix : {"png", "svg", "pdf", "pptx", "html"}) {
      const std::string out = at("figure." + suffix);
      std::vector<std::string> arguments = {"figure", "--text",  kSentence, "--view", "links", "--layer", "1", "--head",
                                            "2",      "--scale", "log",     "--sink", "raw",   "-o",      out};
      const Outcome outcome = run(arguments);
      QVERIFY2(outcome.code == 0, outcome.err.c_str());
      const Session session = readSessionFile(out);
      QCOMPARE(session.state.text, std::string(kSentence));
      QVERIFY(session.state.head == (HeadId{1, 2}));
      QCOMPARE(session.state.panels.size(), 1U);
      QCOMPARE(session.state.panels[0].kind, PanelKind::Links);
      QCOMPARE(session.state.panels[0].scale, ScaleKind::Log);
      QVERIFY(!session.state.panels[0].sinksApart);
      QVERIFY(!session.fingerprint.empty());
      const QByteArray once = contentOf(QString::fromStdString(out));
      QVERIFY(run(arguments).code == 0);
      QVERIFY(contentOf(QString::fromStdString(out)) == once);
      arguments.push_back("--no-text");
      QVERIFY(run(arguments).code == 0);
      QVERIFY(!test::unpacked(QString::fromStdString(out)).contains("chased"));
    }
  }

  void aFigureOpensAsTheSamePicture_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<std::size_t>("panels");
    const auto add = [](const QString& arguments, std::size_t panels = 1) {
      QTest::newRow(qPrintable(arguments)) << arguments.split(' ') << panels;
    };
    add("--view heatmap --layer 1 --head 3 --lens words,top:3 --scale log --range head --sink raw");
    add("--view heatmap --layer 1 --head 0,2", 2);
    add("--view links --layer 0,1 --head 1,2 --threshold 0.2");
    add("--view atlas --scale linear");
    add("--view text --token mice --direction receives --layer 2");
    add("--view text --lens words --token cat --layer 2 --head 0,1", 2);
    add("--view arcs --lens no-sink,words --layer 3 --head 1");
    add("--view profile --token 4 --head 0,3 --layer 2");
    add("--view flow --flow head --head 2 --token mice");
    add("--view flow --flow rollout");
    add("--view similarity --lens no-specials");
    add("--view difference --layer 1 --minus-head 2 --minus-layer 3");
    add("--view difference --layer 1 --head 0,1 --minus-text A_cat_was_hungry. --range common", 2);
    add("--view difference --layer 2 --minus-model bert");
    add("--view difference --layer 2 --minus-model bert --minus-head 1 --minus-layer 0 --lens words");
  }
  void aFigureOpensAsTheSamePicture() {
    QFETCH(QStringList, arguments);
    QFETCH(std::size_t, panels);
    std::vector<std::string> words = {"figure", "--text", kSentence, "-o", ""};
    for (QString word : arguments) words.push_back(word.replace('_', ' ').toStdString());
    std::optional<Session> first;
    for (const std::string suffix : {"png", "svg", "pdf", "pptx", "html"}) {
      words[4] = at("figure." + suffix);
      const Outcome outcome = run(suffix == "pptx" ? words : with(words, {"--size", "900x600"}));
      QVERIFY2(outcome.code == 0, outcome.err.c_str());
      const Session session = readSessionFile(words[4]);
      if (!first) first = session;
      QVERIFY(session == *first);
    }
    QCOMPARE(first->state.panels.size(), panels);
    QVERIFY(readSession(sessionText(*first), "again") == *first);
    // Drawn from its session, as a deck is, it is the same file.
    ExportSettings settings;
    settings.size = {900, 600};
    settings.dpi = 96;
    exportFigure(exportableOf(*first, coreEngine(), {}), settings, at("again.png"));
    QVERIFY(contentOf(QString::fromStdString(at("again.png"))) == contentOf(QString::fromStdString(at("figure.png"))));
    // The window changes nothing of it.
    Workspace workspace(coreEngine());
    workspace.setState(first->state);
    QTRY_VERIFY(workspace.result() && !workspace.isRunning() && !workspace.isOpening());
    QVERIFY(workspace.state() == first->state);
  }

  void severalHeadsAreOneFigure() {
    const std::string svg = at("heads.svg");
    QVERIFY(run({"figure", "--text", kSentence, "--layer", "1", "--head", "0,2,3", "-o", svg}).code == 0);
    const QByteArray content = contentOf(QString::fromStdString(svg));
    for (const char* heading : {"(a)  Layer 1, head 0", "(b)  Layer 1, head 2", "(c)  Layer 1, head 3"})
      QVERIFY2(content.contains(heading), heading);
    const Session session = readSessionFile(svg);
    QCOMPARE(session.state.panels.size(), 3U);
    QVERIFY(session.state.panels[1].pinned == (HeadId{1, 2}));
  }

  void aDifferenceWithoutTextsHasNothingOfEither() {
    for (const std::string suffix : {"png", "svg", "pdf", "pptx", "html"}) {
      const std::string out = at("figure." + suffix);
      for (const bool open : {true, false}) {
        std::vector<std::string> arguments = {
            "figure", "--text", kSentence, "--minus-text", "A zebra was hungry.", "--view", "difference", "-o", out};
        if (!open) arguments.push_back("--no-text");
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const QByteArray all = test::unpacked(QString::fromStdString(out));
        QCOMPARE(all.contains("zebra"), open);
        QCOMPARE(all.contains("chased"), open);
      }
    }
  }

  void theLegendStandsWhereItIsWanted() {
    const std::string svg = at("legend.svg");
    const auto drawn = [&](const std::string& place) {
      const Outcome outcome = run({"figure", "--text", kSentence, "--legend", place, "-o", svg});
      if (outcome.code != 0) qFatal("%s", outcome.err.c_str());
      return contentOf(QString::fromStdString(svg));
    };
    QVERIFY(drawn("right").contains(">weight<") && drawn("bottom").contains(">weight<"));
    QVERIFY(drawn("right") != drawn("bottom"));
    QVERIFY(!drawn("none").contains(">weight<"));
  }

  void presetsAndTextsOfOnesOwn() {
    const std::string png = at("own.png");
    QVERIFY(
        run({"figure", "--text", kSentence, "--preset", "column", "--dpi", "300", "--transparent", "-o", png}).code ==
        0);
    const QImage image(QString::fromStdString(png));
    QCOMPARE(image.size(), QSize(990, 900));
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 300);
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    const std::string svg = at("own.svg");
    QVERIFY(run({"figure", "--text", kSentence, "--title", "A title of mine", "--caption", "Mine, too", "--text-size",
                 "11", "--theme", "dark", "--callout", "3,1:Look here, there: yes", "-o", svg})
                .code == 0);
    const QByteArray content = contentOf(QString::fromStdString(svg));
    QVERIFY(content.contains("A title of mine") && content.contains("Mine, too"));
    QVERIFY(content.contains("Look here, there: yes"));
    QVERIFY(!content.contains(">Layer 0, head 0</text>"));
  }

  void everyViewThroughLenses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("shown");
    const auto add = [](const char* name, const QString& arguments, const QString& shown) {
      QTest::newRow(name) << arguments.split(' ') << shown;
    };
    add("text", "--view text --token was", "what “was” attends to");
    add("text, received", "--view text --token 2 --direction receives", "what attends to “cat”");
    add("profile", "--view profile --head 0,1 --token cat", "Heads L0 H0, L0 H1: what “cat” attends to");
    add("arcs of words", "--view arcs --layer 1 --lens words", "words");
    add("flow", "--view flow --flow rollout --token that", "Flow into “that” after layer 5, rollout");
    add("similarity", "--view similarity --lens no-sink", "without sink");
    add("heatmap", "--view heatmap --lens no-specials,top:3", "without special tokens, top 3");
    add("mean of heads", "--view links --lens mean", "mean of all heads");
    add("two heads", "--view difference --layer 1 --minus-head 2", "Layer 1, head 0 − layer 1, head 2");
    add("two models", "--view difference --minus-model bert", "gpt − bert");
  }
  void everyViewThroughLenses() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, shown);
    std::vector<std::string> words = {"figure", "--text", kSentence, "--size", "1200x700", "-o", at("x.svg")};
    for (const QString& word : arguments) words.push_back(word.toStdString());
    const Outcome outcome = run(words);
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    // Text in SVG is text.
    QVERIFY(QString::fromUtf8(contentOf(QString::fromStdString(at("x.svg")))).contains(shown));
  }

  void anInsertedWordIsShownAsSuch() {
    const std::string longer = std::string("Yesterday ") + kSentence;
    const Outcome outcome = run({"figure", "--text", longer, "--view", "difference", "--minus-text", kSentence,
                                 "--lens", "words", "-o", at("x.svg")});
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    QVERIFY(QString::fromUtf8(contentOf(QString::fromStdString(at("x.svg")))).contains("+Yesterday"));
  }

  void failuresAreOneAndWriteNothing_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    QTest::newRow("no such model") << QStringList{"predict", "--model", "no-such", "--text", "a"}
                                   << "model 'no-such': expected a model folder";
    QTest::newRow("a file as a model") << QStringList{"predict", "--model", HEADLIGHT_SOURCE_DIR "/README.md", "--text",
                                                      "a"}
                                       << "README.md";
    QTest::newRow("id out of range") << QStringList{"predict", "--ids", "0,99999999"} << "99999999";
    QTest::newRow("types too few") << QStringList{"predict", "--ids", "1,2", "--types", "0"}
                                   << "token types: expected 2 numbers";
    QTest::newRow("layer out of range") << QStringList{"figure", "--text", "a", "--layer", "99", "-o", "%/x.png"}
                                        << "--layer: expected 0 to";
    QTest::newRow("head out of range") << QStringList{"attention", "--text", "a", "--head", "99", "-o", "%/x.npz"}
                                       << "--head: expected 0 to 7 (the model has 8 heads), found 99";
    QTest::newRow("missing folder") << QStringList{"figure", "--text", "a", "-o", "%/none/x.png"} << "none/x.png";
    QTest::newRow("empty text") << QStringList{"predict", "--text", ""}
                                << "text: expected at least one token, found an empty text";
    QTest::newRow("empty text behind =") << QStringList{"predict", "--text=", "--model", "gpt"}
                                         << "text: expected at least one token, found an empty text";
    QTest::newRow("nothing but spaces") << QStringList{"figure", "--model", "bert", "--text", "  ", "-o", "%/x.png"}
                                        << "text: expected at least one token, found an empty text";
    QTest::newRow("no mask") << QStringList{"predict", "--model", "bert", "--text", "a"}
                             << "expected at least one [MASK] to fill";
    QTest::newRow("missing lines") << QStringList{"tokenize", "--jsonl", "%/none.jsonl"} << "none.jsonl";
    const auto figure = [](const QString& arguments) {
      return QStringList{"figure", "--text", "a word", "-o", "%/x.png"} + arguments.split(' ');
    };
    QTest::newRow("no such token") << figure("--view text --token 99") << "--token: expected 0 to";
    QTest::newRow("no such word") << figure("--view text --token cat") << "expected a number, or a word of the text";
    QTest::newRow("less a head that is not") << figure("--view difference --minus-head 99") << "--minus-head: expected";
  }
  void failuresAreOneAndWriteNothing() { isRefused(1); }

  /// What is wrong in the words themselves, whatever lies in models and files, is wrong usage in every command.
  void whatIsTypedWronglyIsTwo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    QTest::newRow("negative id") << QStringList{"predict", "--ids=-1"} << "-1";
    QTest::newRow("ids that are none") << QStringList{"attention", "--ids", "1,x", "-o", "%/x.npz"} << "'x'";
    QTest::newRow("suffix of a figure") << QStringList{"figure", "--text", "a", "-o", "%/x.gif"} << "x.gif";
    QTest::newRow("size of a figure") << QStringList{"figure", "--text", "a", "--size", "big", "-o", "%/x.png"}
                                      << "--size: expected WIDTHxHEIGHT";
    for (const char* callout : {"1", "1,2", "a,1:x", ",:x", "-1,2:x", "99999999999999999999,1:x"})
      QTest::newRow(callout) << QStringList{"figure", "--text", "a", "--callout", callout, "-o", "%/x.png"}
                             << "--callout: expected QUERY,KEY:TEXT";
    for (const char* command : {"heads", "ablate", "noise", "cost", "experts", "models"}) {
      QStringList words{command, "-o", "%/x.txt"};
      if (QString(command) != "cost" && QString(command) != "models")
        words << "--text"
              << "a";
      QTest::newRow(command) << words << "expected a name ending in .csv or .json";
    }
    QTest::newRow("suffix of weights") << QStringList{"attention", "--text", "a", "-o", "%/x.txt"}
                                       << "expected a name ending in .safetensors";
    QTest::newRow("suffix of predictions") << QStringList{"predict", "--text", "a", "-o", "%/x.txt"} << ".json";
    QTest::newRow("no metric") << QStringList{"heads", "--text", "a", "--sort", "beauty"} << "beauty";
    QTest::newRow("no column") << QStringList{"heads", "--text", "a", "--columns", "beauty"} << "beauty";
    QTest::newRow("no query") << QStringList{"heads", "--text", "a", "--where", "beauty > 1"} << "beauty";
    QTest::newRow("no intervention") << QStringList{"heads", "--text", "a", "--intervene", "abblate 1.3"} << "abblate";
    QTest::newRow("no part") << QStringList{"predict", "--text-file", HEADLIGHT_SOURCE_DIR "/README.md", "--part", "x"}
                             << "--part: expected FROM-TO";
    QTest::newRow("experts and heads") << QStringList{"ablate", "--text", "a", "--experts", "--head", "1.3"}
                                       << "--experts: cannot be combined with --layer and --head";
    QTest::newRow("a mean of nothing") << QStringList{"ablate", "--text", "a", "--of", "b"}
                                       << "--of: expected --by mean";
    QTest::newRow("a cell and a lens") << QStringList{"attention", "--text", "a b",    "--cell", "1,0",
                                                      "--head",    "0.0",    "--lens", "words"}
                                       << "--lens: cannot be combined with --cell";
    const auto figure = [](const QString& arguments) {
      return QStringList{"figure", "--text", "a word", "-o", "%/x.png"} + arguments.split(' ');
    };
    QTest::newRow("no such lens") << figure("--lens glass") << "lens: expected one of words";
    QTest::newRow("less nothing") << figure("--view difference") << "expected --minus-layer";
    QTest::newRow("less without difference") << figure("--minus-head 1") << "expected --view difference";
    QTest::newRow("less two things") << figure("--view difference --minus-text b --minus-model bert") << "found both";
    QTest::newRow("no column of a scatter") << figure("--view scatter --x beauty") << "beauty";
  }
  void whatIsTypedWronglyIsTwo() { isRefused(2); }

  void brokenModelFoldersAreNamed_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("weights");
    QTest::addColumn<QStringList>("message");
    const QByteArray same;
    QTest::newRow("unknown family") << QByteArray("\"model_type\": \"llama\"") << QByteArray("\"model_type\": \"quux\"")
                                    << same << QStringList{"config.json", "quux", "supported", "nearest"};
    QTest::newRow("wrong shape") << QByteArray("\"vocab_size\": 12288") << QByteArray("\"vocab_size\": 12289") << same
                                 << QStringList{"embed_tokens.weight", "expected [12289, ", "[12288, "};
    QTest::newRow("config is no JSON") << QByteArray("{") << QByteArray("[{") << same << QStringList{"config.json"};
    QTest::newRow("header too long") << same << same << QByteArray::fromHex("ffffffffffffff7f") + "{}"
                                     << QStringList{"model.safetensors"};
    QTest::newRow("header is no JSON") << same << same << QByteArray::fromHex("0800000000000000") + "nonsense"
                                       << QStringList{"model.safetensors"};
    QTest::newRow("not downloaded") << same << same
                                    << QByteArray("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n")
                                    << QStringList{"model.safetensors", "LFS"};
    QTest::newRow("no bytes") << same << same << QByteArray(" ") << QStringList{"model.safetensors"};
  }
  void brokenModelFoldersAreNamed() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, weights);
    QFETCH(QStringList, message);
    const QString gpt = HEADLIGHT_SOURCE_DIR "/resources/models/gpt/";
    QTemporaryDir folder;
    QByteArray config = contentOf(gpt + "config.json");
    if (!from.isEmpty()) {
      QVERIFY(config.contains(from));
      config.replace(config.indexOf(from), from.size(), to);
    }
    QFile file(folder.filePath("config.json"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(config) == config.size());
    file.close();
    QVERIFY(QFile::copy(gpt + "tokenizer.json", folder.filePath("tokenizer.json")));
    if (weights.isEmpty()) {
      QVERIFY(QFile::copy(gpt + "model.safetensors", folder.filePath("model.safetensors")));
    } else {
      QFile broken(folder.filePath("model.safetensors"));
      QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(weights) == weights.size());
    }
    const Outcome outcome =
        run({"attention", "--model", folder.path().toStdString(), "--text", "a", "-o", at("x.npz")});
    QCOMPARE(outcome.code, 1);
    for (const QString& part : message)
      QVERIFY2(QString::fromStdString(outcome.err).contains(part), outcome.err.c_str());
    QCOMPARE(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1);
    QVERIFY(files().isEmpty());
  }

  void aTextPastTheContextIsRefusedWhereItCannotBe() {
    std::string text;
    for (int i = 0; i < 600; ++i) text += " word";
    const Outcome learned = run({"predict", "--model", "bert", "--text", "[MASK]" + text});
    QCOMPARE(learned.code, 1);
    QVERIFY2(learned.err.find("60") != std::string::npos, learned.err.c_str());
    // The part that it names is one that can be read, and one letter more is not.
    write("long.txt", QByteArray::fromStdString("[MASK]" + text));
    const Outcome whole = run({"predict", "--model", "bert", "--text-file", at("long.txt")});
    const std::size_t part = whole.err.find("--part 0-");
    QVERIFY2(whole.code == 1 && part != std::string::npos, whole.err.c_str());
    const std::string range = whole.err.substr(part + 7, whole.err.find(' ', part + 7) - part - 7);
    QCOMPARE(run({"predict", "--model", "bert", "--text-file", at("long.txt"), "--part", range}).code, 0);
    const std::string more = "0-" + std::to_string(std::stoi(range.substr(2)) + 6);
    QCOMPARE(run({"predict", "--model", "bert", "--text-file", at("long.txt"), "--part", more}).code, 1);
    // Rotary positions go on; the model was only not trained there.
    const Outcome beyond = run({"predict", "--text", text});
    QCOMPARE(beyond.code, 0);
    QVERIFY2(beyond.err.find("was trained on up to 256") != std::string::npos, beyond.err.c_str());
  }

  void brokenLinesNameTheirPlace_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("message");
    QTest::newRow("no JSON") << QByteArray("{text") << "line 2: expected a JSON object";
    QTest::newRow("an array") << QByteArray("[]") << "line 2: expected a JSON object, found array";
    QTest::newRow("no text") << QByteArray("{\"txt\": 1}") << "line 2: expected 'text' (a string), found no such key";
    QTest::newRow("a number") << QByteArray("{\"text\": 1}") << "line 2: 'text': expected a string, found number";
    QTest::newRow("no boolean") << QByteArray("{\"text\": \"\", \"add_special_tokens\": 3}")
                                << "line 2: 'add_special_tokens': expected true or false, found number";
  }
  void brokenLinesNameTheirPlace() {
    QFETCH(QByteArray, line);
    QFETCH(QString, message);
    write("texts.jsonl", "{\"text\": \"fine\"}\n" + line + "\n");
    const Outcome outcome = run({"tokenize", "--jsonl", at("texts.jsonl")});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(QString::fromStdString(outcome.err).contains(message), outcome.err.c_str());
  }

  void listsTheBuiltInModels() {
    const Outcome outcome = run({"models"});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.find("  gpt  ") < outcome.out.find("  bert  "));
  }
};

HEADLIGHT_TEST(TestCommandLine)
#include "test_command_line.moc"
