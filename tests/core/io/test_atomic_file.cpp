#include <sys/resource.h>
#include <sys/stat.h>

#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "core/io/zip_reader.h"
#include "core/io/zip_writer.h"
#include "tests/support/file_content.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::contentOf;
namespace fs = std::filesystem;

namespace {

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

  /// A file gets the permissions that new files have, and what other threads write meanwhile does too.
  void leavesTheMaskOfTheProcessAlone() {
    const mode_t before = ::umask(027);
    std::atomic<bool> stop{false};
    std::atomic<int> wrong{0};
    std::thread other([&] {
      for (int i = 0; !stop; ++i) {
        std::ifstream status("/proc/self/status");
        for (std::string line; std::getline(status, line);)
          if (line.starts_with("Umask:") && line.find("0027") == std::string::npos) ++wrong;
      }
    });
    for (int i = 0; i < 300; ++i)
      writeWholeByName(at("mode.txt"), [](const fs::path& name) { std::ofstream(name) << "x"; });
    stop = true;
    other.join();
    ::umask(before);
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(static_cast<int>(fs::status(at("mode.txt")).permissions()), 0640);
    fs::remove(at("mode.txt"));
  }

  /// A link stays a link, also one to a file that is not there yet, or to another link.
  void linksAreWrittenThrough() {
    const fs::path folder = at("links");
    fs::create_directories(folder / "deep");
    fs::create_symlink("deep/target.txt", folder / "link.txt");
    fs::create_symlink("link.txt", folder / "second.txt");
    for (const char* text : {"first", "again"}) {
      writeWhole(folder / "second.txt", [&](std::ostream& out) { out << text; });
      QVERIFY(fs::is_symlink(folder / "link.txt") && fs::is_symlink(folder / "second.txt"));
      QVERIFY(!fs::is_symlink(folder / "deep/target.txt"));
      QCOMPARE(contentOf(folder / "deep/target.txt"), std::string(text));
    }
    fs::create_symlink("round.txt", folder / "round.txt");
    QVERIFY_THROWS_EXCEPTION(Error, writeWhole(folder / "round.txt", [](std::ostream& out) { out << "x"; }));
    fs::remove_all(folder);
  }

  void writeProtectedFilesStay() {
    std::ofstream(at("kept.txt")) << "old";
    fs::permissions(at("kept.txt"), fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    QVERIFY_THROWS_EXCEPTION(Error, writeWhole(at("kept.txt"), [](std::ostream& out) { out << "new"; }));
    QCOMPARE(contentOf(at("kept.txt")), std::string("old"));
    fs::remove(at("kept.txt"));
  }

  void scratchFilesAreGoneAfterwards() {
    const std::size_t before = filesIn(m_folder.path().toStdString());
    withScratchFile(at("new.txt"), [](const fs::path& name) {
      std::ofstream(name) << "some";
      QCOMPARE(contentOf(name), std::string("some"));
    });
    QCOMPARE(filesIn(m_folder.path().toStdString()), before);
  }

  /// A zip of many parts takes no descriptor for each, and nothing of /tmp.
  void zipsOfManyParts() {
    const std::size_t before = filesIn(m_folder.path().toStdString());
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const rlimit few{40, limit.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &few);
    std::vector<ZipEntry> entries;
    for (int i = 0; i < 200; ++i)
      entries.push_back({std::to_string(i) + ".txt",
                         [i](std::ostream& out) { out << std::string(static_cast<std::size_t>(i), 'x'); }, i % 2 == 0});
    std::string failed;
    try {
      writeZip(at("many.zip"), entries);
    } catch (const Error& error) {
      failed = error.what();
    }
    ::setrlimit(RLIMIT_NOFILE, &limit);
    QCOMPARE(failed, std::string());
    const std::string zip = contentOf(at("many.zip"));
    for (const int i : {0, 1, 2, 77, 199}) {
      const std::string name = std::to_string(i) + ".txt";
      QCOMPARE(readZipEntry(zip, [&](std::string_view each) { return each == name; }, 1000, "many.zip").value(),
               std::string(static_cast<std::size_t>(i), 'x'));
    }
    QCOMPARE(filesIn(m_folder.path().toStdString()), before + 1);
    fs::remove(at("many.zip"));
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
