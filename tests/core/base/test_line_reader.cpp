#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/base/error.h"
#include "core/base/line_reader.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;

class TestLineReader : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;

  std::filesystem::path written(const std::string& content) {
    const std::filesystem::path file = m_folder.filePath("a.txt").toStdString();
    std::ofstream(file, std::ios::binary) << content;
    return file;
  }
  std::vector<std::string> linesOf(const std::string& content, std::size_t most = 1000) {
    LineReader reader(written(content), most);
    std::vector<std::string> lines;
    while (reader.next()) lines.push_back(reader.line() + (reader.tooLong() ? "…" : ""));
    return lines;
  }
  using Lines = std::vector<std::string>;

 private slots:
  void endsOfEveryKind() {
    QVERIFY(linesOf("a\nb\n") == (Lines{"a", "b"}));
    QVERIFY(linesOf("a\r\nb") == (Lines{"a", "b"}));
    QVERIFY(linesOf("\n\na\n") == (Lines{"", "", "a"}));
    QVERIFY(linesOf("").empty());
    QVERIFY(linesOf("\n") == Lines{""});
    QVERIFY(linesOf("a\rb\n") == Lines{"a\rb"});
    QVERIFY(linesOf(std::string("a\0b\n", 4)) == Lines{std::string("a\0b", 3)});
  }

  void theMarkOfTheFirstLineIsNone() {
    QVERIFY(linesOf("\xef\xbb\xbf"
                    "a\n\xef\xbb\xbf"
                    "b\n") == (Lines{"a",
                                     "\xef\xbb\xbf"
                                     "b"}));
  }

  void longLinesArePassedOver() {
    QVERIFY(linesOf("abcdef\nxy\n", 4) == (Lines{"abcd…", "xy"}));
    QVERIFY(linesOf("abcd\nxy\n", 4) == (Lines{"abcd", "xy"}));
    QVERIFY(linesOf("abcd\r\nxy\r\n", 4) == (Lines{"abcd", "xy"}));
    QVERIFY(linesOf("abc\rd\nxy\n", 4) == (Lines{"abc\r…", "xy"}));
    // Over the blocks in which a file is read.
    const std::string first(700'000, 'a'), second(300'000, 'b');
    QVERIFY(linesOf(first + "\n" + second + "\n", 1'000'000) == (Lines{first, second}));
    QVERIFY(linesOf(first + "\n" + second + "\n", 10) == (Lines{"aaaaaaaaaa…", "bbbbbbbbbb…"}));
    for (const std::size_t length : {262143, 262144, 262145})
      QVERIFY(linesOf(std::string(length, 'a') + "\r\nb", 1'000'000) == (Lines{std::string(length, 'a'), "b"}));
  }

  void placesCountFromOne() {
    LineReader reader(written("a\nb\n"), 10);
    QVERIFY(reader.next() && reader.next());
    QCOMPARE(reader.place(), std::string("'a.txt' line 2"));
    QVERIFY(!reader.next() && !reader.next());
  }

  void whatIsNoFileIsRefused() {
    const std::filesystem::path folder = m_folder.path().toStdString();
    QVERIFY(
        shownMessageOf([&] { LineReader(folder, 10); }).endsWith("expected a file that can be read, found a folder"));
    QVERIFY(shownMessageOf([&] { LineReader(folder / "none", 10); }).endsWith("found none"));
  }
};

HEADLIGHT_TEST(TestLineReader)
#include "test_line_reader.moc"
