#include <QtTest>

#include "core/base/bytes_text.h"
#include "core/base/lfs_pointer.h"
#include "core/base/plain_text.h"
#include "tests/support/suite.h"

using namespace headlight;

class TestSmallTexts : public QObject {
  Q_OBJECT

 private slots:
  void amountsOfMemory() {
    QCOMPARE(bytesText(0), std::string("0 MB"));
    QCOMPARE(bytesText(1), std::string("1 MB"));
    QCOMPARE(bytesText(41e6), std::string("41 MB"));
    QCOMPARE(bytesText(41e6 + 1), std::string("42 MB"));
    QCOMPARE(bytesText(3.24e9), std::string("3.2 GB"));
    QCOMPARE(bytesText(131e9), std::string("131.0 GB"));
  }

  /// Whatever the locale: Turkish has another small I.
  void lowerCaseOfAscii() {
    QCOMPARE(lowerAscii("Llama-3 İI", "-"), std::string("llama3 İi"));
    QCOMPARE(lowerAscii(""), std::string());
    QCOMPARE(withoutByteOrderMark("\xef\xbb\xbf{}"), std::string_view("{}"));
    QCOMPARE(withoutByteOrderMark("\xef\xbb"), std::string_view("\xef\xbb"));
  }

  void pointersOfGitLfs() {
    QVERIFY(isLfsPointer("version https://git-lfs.github.com/spec/v1\noid sha256:00"));
    QVERIFY(!isLfsPointer("version"));
    QVERIFY(
        std::string(lfsPointerError("'model.safetensors'").what()).starts_with("'model.safetensors': only a Git LFS"));
  }
};

HEADLIGHT_TEST(TestSmallTexts)
#include "test_small_texts.moc"
