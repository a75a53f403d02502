#include <QImage>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/command_run.h"
#include "tests/support/suite.h"
#include "tests/support/unpacked.h"

using namespace headlight;
using headlight::test::Outcome;
using headlight::test::run;

/// `headlight figure --animate`.
class TestAnimationCommand : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  std::string at(const char* name) const { return m_folder.filePath(name).toStdString(); }
  static std::vector<std::string> line(std::vector<std::string> more) {
    std::vector<std::string> words = {"figure", "--model", "gpt", "--text", "Mr. Darcy looked at her. When Mr."};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  static int figuresIn(const std::string& page) {
    return static_cast<int>(test::contentOf(QString::fromStdString(page)).count("<figure>"));
  }

 private slots:
  void everySweepIsWritten() {
    const std::string page = at("a.html");
    const std::pair<std::vector<std::string>, int> sweeps[] = {
        {{"--animate", "layers"}, 6},
        {{"--animate", "heads", "--view", "links"}, 8},
        {{"--animate", "generation", "--generate", "3", "--view", "arcs"}, 3},
        {{"--animate", "walkthrough", "--layer", "1", "--head", "2"}, 9},
        {{"--animate", "heads", "--view", "ablation"}, 48},
    };
    for (auto [words, frames] : sweeps) {
      words.insert(words.end(), {"-o", page});
      const Outcome outcome = run(line(words));
      QVERIFY2(outcome.code == 0, outcome.err.c_str());
      QCOMPARE(figuresIn(page), frames);
    }
  }

  void aGifHasTheSizeAndTheTimeThatWereAskedFor() {
    const std::string gif = at("a.gif");
    const Outcome outcome = run(line({"--animate", "layers", "--size", "480x320", "--seconds", "0.25", "-o", gif}));
    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    QImageReader reader(QString::fromStdString(gif));
    if (!reader.canRead()) QSKIP("Qt has no plug-in that reads GIF");
    QCOMPARE(reader.size(), QSize(480, 320));
    QCOMPARE(reader.imageCount(), 6);
    QVERIFY(!reader.read().isNull());
    QCOMPARE(reader.nextImageDelay(), 250);
  }

  void whatDoesNotGoTogetherIsRefused() {
    const std::pair<std::vector<std::string>, const char*> refused[] = {
        {{"--animate", "layers", "-o", at("a.png")}, "expected a name that ends in .gif, .webp, .html or .pptx"},
        {{"-o", at("a.gif")}, "expected a name that ends in"},
        {{"--animate", "generation", "-o", at("a.gif")}, "expected --generate N, found none"},
        {{"--animate", "layers", "--view", "atlas", "-o", at("a.gif")}, "expected a view of one head, found atlas"},
        {{"--animate", "layers", "--view", "ablation", "-o", at("a.gif")}, "it goes through heads"},
        {{"--animate", "walkthrough", "--view", "links", "-o", at("a.gif")}, "expected no --view"},
        {{"--seconds", "1", "-o", at("a.svg")}, "expected --animate, found none"},
    };
    for (const auto& [words, message] : refused) {
      const Outcome outcome = run(line(words));
      QVERIFY2(outcome.code != 0 && outcome.said(message), outcome.err.c_str());
    }
  }
};

HEADLIGHT_TEST(TestAnimationCommand)
#include "test_animation_command.moc"
