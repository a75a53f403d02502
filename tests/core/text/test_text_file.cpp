#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/base/error.h"
#include "core/text/text_file.h"
#include "tests/support/suite.h"

using namespace headlight;

class TestTextFile : public QObject {
  Q_OBJECT
 private slots:
  void partsAreTheWhole();
  void invalidBytesAreShown();
  void lineEndsAndMark();
  void onlyThePartIsRead();
  void whatIsNoText_data();
  void whatIsNoText();

 private:
  std::filesystem::path written(const std::string& bytes) {
    const auto file = std::filesystem::path(m_folder.path().toStdString()) / "text.txt";
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
  QTemporaryDir m_folder;
};

void TestTextFile::partsAreTheWhole() {
  // Characters of one to four bytes: wherever the parts are cut, together they are the text.
  const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z\xE6\xBC\xA2";
  TextFile file(written(text));
  QCOMPARE(file.size(), text.size());
  for (std::size_t cut = 0; cut <= text.size(); ++cut)
    for (std::size_t end = cut; end <= text.size(); ++end) {
      const std::string all = file.part(0, cut) + file.part(cut, end) + file.part(end, text.size());
      QVERIFY2(all == text, qPrintable(QStringLiteral("cut at %1 and %2").arg(cut).arg(end)));
    }
  QCOMPARE(QByteArray::fromStdString(file.part(5, 1000)), QByteArray::fromStdString(text.substr(3)));
}

void TestTextFile::invalidBytesAreShown() {
  TextFile file(
      written("ab\xFF"
              "c\x80\x80\x80\x80"
              "d"));
  QCOMPARE(QString::fromStdString(file.part(0, 100)), QString::fromUtf8("ab\uFFFDc\uFFFD\uFFFD\uFFFD\uFFFDd"));
  for (std::uint64_t from = 0; from < file.size(); ++from)
    QVERIFY(!QString::fromStdString(file.part(from, file.size())).isEmpty());
}

void TestTextFile::lineEndsAndMark() {
  TextFile file(written("\xEF\xBB\xBFone\r\ntwo\rthree\n"));
  QCOMPARE(QString::fromStdString(file.part(0, 100)), QStringLiteral("one\ntwo\nthree\n"));
}

void TestTextFile::onlyThePartIsRead() {
  // A file of a tebibyte with holes: reading all of it would not end.
  const auto path = written("begin ");
  std::filesystem::resize_file(path, std::uint64_t(1) << 40);
  QVERIFY_THROWS_EXCEPTION(Error, TextFile{path});  // Zeros.
  std::ofstream(path, std::ios::binary) << std::string(1 << 17, 'x');
  std::filesystem::resize_file(path, std::uint64_t(1) << 40);
  TextFile file(path);
  QCOMPARE(file.part(10, 20), std::string(10, 'x'));
  QVERIFY_THROWS_EXCEPTION(Error, file.part(0, file.size()));
}

void TestTextFile::whatIsNoText_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("message");
  QTest::newRow("empty") << QByteArray() << QStringLiteral("found an empty file");
  QTest::newRow("zero byte") << QByteArray("ab\0cd", 5) << QStringLiteral("found a zero byte at 2");
}

void TestTextFile::whatIsNoText() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, message);
  const auto file = written(bytes.toStdString());
  try {
    TextFile{file};
    QFAIL("no error");
  } catch (const Error& error) {
    QVERIFY2(QString::fromUtf8(error.what()).contains(message), error.what());
  }
  QVERIFY_THROWS_EXCEPTION(Error, TextFile{file.parent_path()});
  QVERIFY_THROWS_EXCEPTION(Error, TextFile{file.parent_path() / "none"});
}

HEADLIGHT_TEST(TestTextFile)
#include "test_text_file.moc"
