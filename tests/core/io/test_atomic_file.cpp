#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

std::size_t filesIn(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

class TestAtomicFile : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  fs::path at(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }

 private slots:
  void writesWhole() {
    writeWhole(at("new.txt"), [](std::ostream& out) { out << "whole"; });
    QCOMPARE(contentOf(at("new.txt")), std::string("whole"));
    QCOMPARE(filesIn(m_folder.path().toStdString()), std::size_t{1});
  }

  void hasNoNameWhileItIsWritten() {
    std::size_t during = 9;
    writeWhole(at("new.txt"), [&](std::ostream& out) {
      out << "whole" << std::flush;
      during = filesIn(m_folder.path().toStdString());
    });
    QCOMPARE(during, std::size_t{1});  // The old one.
  }

  void givesTheRightsOfAnyNewFile() {
    std::ofstream(at("usual.txt")) << "x";
    writeWhole(at("rights.txt"), [](std::ostream& out) { out << "x"; });
    QVERIFY(fs::status(at("rights.txt")).permissions() == fs::status(at("usual.txt")).permissions());
    fs::remove(at("usual.txt"));
    fs::remove(at("rights.txt"));
  }

  void keepsTheOldFileWhenWritingFails() {
    std::ofstream(at("new.txt")) << "old";
    QVERIFY_THROWS_EXCEPTION(Cancelled, writeWhole(at("new.txt"), [](std::ostream& out) {
                               out << "half";
                               throw Cancelled();
                             }));
    QCOMPARE(contentOf(at("new.txt")), std::string("old"));
    QCOMPARE(filesIn(m_folder.path().toStdString()), std::size_t{1});
  }

  void keepsTheOldFileWhenTheStreamFails() {
    std::ofstream(at("new.txt")) << "old";
    QVERIFY_THROWS_EXCEPTION(Error,
                             writeWhole(at("new.txt"), [](std::ostream& out) { out.setstate(std::ios::badbit); }));
    QCOMPARE(contentOf(at("new.txt")), std::string("old"));
    QCOMPARE(filesIn(m_folder.path().toStdString()), std::size_t{1});
  }

  void followsALink() {
    std::ofstream(at("target.txt")) << "old";
    fs::create_symlink("target.txt", at("link.txt"));
    writeWhole(at("link.txt"), [](std::ostream& out) { out << "new"; });
    QVERIFY(fs::is_symlink(at("link.txt")));
    QCOMPARE(contentOf(at("target.txt")), std::string("new"));
  }

  void namesWhatCannotBeWritten_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no folder") << "missing/out.txt"
                               << "No such file or directory";
    QTest::newRow("a folder") << "."
                              << "it is a folder";
  }
  void namesWhatCannotBeWritten() {
    QFETCH(QString, path);
    QFETCH(QString, reason);
    try {
      writeWhole(at(qPrintable(path)), [](std::ostream& out) { out << "x"; });
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains(reason), error.what());
      QVERIFY2(QString(error.what()).contains(path), error.what());
    }
  }
};

HEADLIGHT_TEST(TestAtomicFile)
#include "test_atomic_file.moc"
