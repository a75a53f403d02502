#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <sstream>

#include "app/command_line.h"
#include "core/base/resource_folder.h"
#include "core/io/steering_file.h"
#include "core/model/model.h"
#include "tests/support/shell_words.h"
#include "tests/support/suite.h"
#include "ui/help/guide.h"

using namespace headlight;
using headlight::test::shellWords;
namespace fs = std::filesystem;

namespace {

/// The lines of the code blocks of a page that begin so; of blocks with a name those alone.
QStringList linesIn(const fs::path& page, const QString& begin, const QString& block = {}) {
  QFile file(QString::fromStdString(page.string()));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QStringList lines;
  bool code = false;
  QString name;
  for (const QString& line : QString::fromUtf8(file.readAll()).split('\n')) {
    const bool fence = line.startsWith("```");
    if (fence) code = !code;
    if (fence && code) name = line.mid(3);
    if (code && !fence && name == block && line.startsWith(begin)) lines << line.trimmed();
  }
  return lines;
}

/// Every command in the code blocks of the guide.
QStringList commandsIn(const fs::path& page) { return linesIn(page, "headlight "); }

}  // namespace

/// What the guide says to type does what it says.
class TestCookbook : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  QString m_before;
  void write(const QString& name, const QByteArray& content) {
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
  }
  /// A tiny model that reads pictures in a text of a few words, one that hears, a picture and a sound.
  void standInForPictures() {
    const QString data = QStringLiteral(HEADLIGHT_SOURCE_DIR "/tests/data/multimodal/");
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("my-llava")));
    for (const char* name : {"config.json", "processor_config.json", "model.safetensors"})
      QVERIFY(QFile::link(data + QStringLiteral("llava-next/") + QLatin1String(name),
                          m_folder.filePath(QStringLiteral("my-llava/") + QLatin1String(name))));
    write(
        QStringLiteral("my-llava/tokenizer.json"),
        R"({"version":"1.0","truncation":null,"padding":null,"added_tokens":[{"id":95,"content":"<image>",)"
        R"("single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}],"normalizer":null,)"
        R"("pre_tokenizer":{"type":"Whitespace"},"post_processor":null,"decoder":null,"model":{"type":"WordLevel",)"
        R"("vocab":{"<unk>":0,"What":11,"does":12,"it":13,"look":14,"at":15,"?":16,"<image>":95},"unk_token":"<unk>"}})");
    QVERIFY(QFile::link(data + QStringLiteral("whisper"), m_folder.filePath(QStringLiteral("my-whisper"))));
    QVERIFY(QFile::link(data + QStringLiteral("swin"), m_folder.filePath(QStringLiteral("my-swin"))));
    QVERIFY(QFile::link(data + QStringLiteral("pictures/photo.jpg"), m_folder.filePath(QStringLiteral("cat.jpg"))));
    QVERIFY(QFile::link(QStringLiteral(HEADLIGHT_SOURCE_DIR "/resources/samples/circle_star.png"),
                        m_folder.filePath(QStringLiteral("shapes.png"))));
    QVERIFY(QFile::link(data + QStringLiteral("sweep.wav"), m_folder.filePath(QStringLiteral("speech.wav"))));
  }

 private slots:
  void initTestCase() {
    // The files that the pages speak of.
    write("book.txt", QByteArray("It was the best of times, it was the worst of times. ").repeated(100));
    write("texts.jsonl", "{\"text\": \"One two. Three four five the six.\"}\n{\"text\": \"one the two\"}\n");
    write("turns.json", R"([{"role": "user", "content": "What is a cat?"}])");
    QVERIFY(QFile::link(HEADLIGHT_SOURCE_DIR "/tests/data/chat/chatml", m_folder.filePath("my-chat-model")));
    write("casual.txt", "He came by.\nThey got it.\n");
    write("formal.txt", "He was received with civility.\nThe letter was obtained.\n");
    write("texts.txt", "The cat sat on the mat.\n\nNobody saw it.\n");
    const Index width = Model::open(resourceFolder() / "models" / "gpt")->info().width;
    writeSteering(m_folder.filePath("direction.safetensors").toStdString(), {1, Vector::LinSpaced(width, -1, 1), {}});
    write("ids.jsonl", "{\"ids\": [12, 7]}\n");
    QVERIFY(QDir(m_folder.path()).mkdir("my-training"));
    for (const char* place : {"my-model", "my-fine-tune", "my-training/step-100", "my-training/step-200"})
      QVERIFY(QFile::link(QString::fromStdString((resourceFolder() / "models" / "gpt").string()),
                          m_folder.filePath(QLatin1String(place))));
    standInForPictures();
    m_before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder.path()));
    std::ostringstream out, err;
    WindowRequest window;
    QCOMPARE(runCommandLine({"attention", "--text", "one two", "-o", "attention.safetensors"}, out, err, window), 0);
  }
  void cleanupTestCase() { QDir::setCurrent(m_before); }

  void everyCommandRuns_data() {
    QTest::addColumn<QString>("command");
    QStringList all;
    for (const GuidePage& page : guidePages(guideFolder())) all << commandsIn(page.file);
    QVERIFY(all.size() >= 20);
    for (const QString& command : all) QTest::newRow(qPrintable(command)) << command;
  }
  void everyCommandRuns() {
    QFETCH(QString, command);
    std::vector<std::string> words = shellWords(command);
    words.erase(words.begin());
    std::ostringstream out, err;
    WindowRequest window;
    const std::optional<int> code = runCommandLine(words, out, err, window);
    // Lists of differences also count them, in a note, and so do losses over many texts.
    const auto has = [&words](const char* word) { return std::find(words.begin(), words.end(), word) != words.end(); };
    if (!has("--differences") && !(has("ablate") && has("--texts")))
      QCOMPARE(QString::fromStdString(err.str()), QString());
    else
      QVERIFY2(err.str().starts_with("headlight: note: "), err.str().c_str());
    // For a window, it is enough that the line is understood.
    if (!code) {
      QVERIFY(!window.screenshot.empty() || !window.open.empty());
      return;
    }
    QCOMPARE(*code, 0);
    const auto output = std::find(words.begin(), words.end(), "-o");
    if (output == words.end()) {
      QVERIFY(!out.str().empty());
      return;
    }
    QVERIFY(output + 1 != words.end());
    QFile written(QString::fromStdString(*(output + 1)));
    if (const QDir steps(written.fileName()); steps.exists()) {
      QVERIFY(steps.entryList({QStringLiteral("*.headstats")}).size() > 1);
      return;
    }
    QVERIFY2(written.size() > 100, written.fileName().toUtf8());
    // The lines below read numbers over many texts again.
    if (!written.fileName().endsWith(".headstats")) QVERIFY(written.remove());
  }

  void everyChangeActs_data() {
    QTest::addColumn<QString>("change");
    const QStringList all = linesIn(guideFolder() / "interventions.md", {}, "changes");
    QVERIFY(all.size() >= 20);
    for (const QString& change : all) QTest::newRow(qPrintable(change)) << change;
    // What the page says of each verb has an example.
    for (const char* verb : {"ablate", "mask", "patch", "scale", "steer", "temperature", "uniform", "cap", "dropout"})
      QVERIFY2(std::any_of(all.begin(), all.end(), [&](const QString& each) { return each.startsWith(verb); }), verb);
  }
  void everyChangeActs() {
    QFETCH(QString, change);
    const auto answer = [](std::vector<std::string> more) {
      std::vector<std::string> words{"predict", "--text", "The password is blue river. I repeat: the password is blue"};
      words.insert(words.end(), more.begin(), more.end());
      std::ostringstream out, err;
      WindowRequest window;
      const std::optional<int> code = runCommandLine(words, out, err, window);
      return std::pair(code.value_or(-1), out.str() + err.str());
    };
    const auto [code, said] = answer({"--intervene", change.toStdString()});
    QVERIFY2(code == 0, said.c_str());
    QVERIFY2(said.find("before") != std::string::npos || said != answer({}).second, said.c_str());
  }

  void wordsAreAShells() {
    const std::vector<std::string> expected{"a", "b c", "d \"e\"", "", "f"};
    QCOMPARE(shellWords("a  \"b c\" 'd \"e\"' '' \\f"), expected);
  }
};

HEADLIGHT_TEST(TestCookbook)
#include "test_cookbook.moc"
