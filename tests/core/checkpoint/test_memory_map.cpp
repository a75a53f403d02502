#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QtTest>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "core/base/error.h"
#include "core/checkpoint/memory_map.h"
#include "core/model/model.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::messageOf;
namespace fs = std::filesystem;

namespace {

void writeBytes(const fs::path& file, std::size_t size) {
  std::ofstream(file, std::ios::binary) << std::string(size, 'x');
}

long sumOf(std::span<const std::byte> bytes) {
  long sum = 0;
  for (const std::byte byte : bytes) sum += static_cast<long>(byte);
  return sum;
}

}  // namespace

/// Files that change while they are open.
class TestMemoryMap : public QObject {
  Q_OBJECT

  fs::path path(const std::string& name = {}) const { return fs::path(m_folder->path().toStdString()) / name; }
  std::unique_ptr<QTemporaryDir> m_folder;

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void whatIsCutOffReadsAsZerosAndIsSaid() {
    constexpr std::size_t kPages = 5;
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    writeBytes(path("a"), kPages * page - 7);
    writeBytes(path("b"), 10);
    const auto map = MemoryMap::open(path("a")), other = MemoryMap::open(path("b"));
    map->check();
    fs::resize_file(path("a"), 2 * page);
    std::vector<long> sums(2, 0);
    std::vector<std::thread> readers;
    for (long& sum : sums) readers.emplace_back([&map, &sum] { sum = sumOf(map->bytes()); });
    for (std::thread& reader : readers) reader.join();
    for (const long sum : sums) QCOMPARE(sum, static_cast<long>(2 * page) * 'x');
    QCOMPARE(messageOf([&] { map->check(); }),
             "'" + path("a").string() + "': truncated or removed while open; open it again");
    QVERIFY(MemoryMap::anyWasCutOff());
    other->check();
    QCOMPARE(sumOf(other->bytes()), 10L * 'x');
  }

  void aFileThatWasWrittenToIsSaid() {
    writeBytes(path("a"), 100);
    const auto map = MemoryMap::open(path("a"));
    std::ofstream(path("a"), std::ios::binary | std::ios::in | std::ios::out) << "yy";
    QCOMPARE(messageOf([&] { map->check(); }),
             "'" + path("a").string() + "': changed while open; open it again");
  }

  void anotherFileOfTheNameAndNoFileAreNoMatter() {
    writeBytes(path("a"), 100);
    const auto map = MemoryMap::open(path("a"));
    writeBytes(path("b"), 50);
    fs::rename(path("b"), path("a"));
    map->check();
    QCOMPARE(sumOf(map->bytes()), 100L * 'x');
    fs::remove_all(path());
    map->check();
    QCOMPARE(sumOf(map->bytes()), 100L * 'x');
  }

  void aPipeIsNotWaitedFor() {
    QCOMPARE(::mkfifo(path("p").c_str(), 0600), 0);
    QVERIFY(messageOf([&] { MemoryMap::open(path("p")); }).find("expected a file") != std::string::npos);
  }

  /// A model whose weights are cut off under it gives an error in place of wrong numbers; another model runs on.
  void aModelWhoseFileIsCutOffSaysSo() {
    const fs::path source = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models/gpt2";
    for (const char* name : {"one", "two"}) {
      fs::create_directory(path(name));
      for (const char* file : {"config.json", "model.safetensors"}) fs::copy_file(source / file, path(name) / file);
    }
    const auto model = Model::open(path("one")), other = Model::open(path("two"));
    Encoding encoding;
    encoding.tokens.resize(4);
    const auto before = model->run(encoding);
    fs::resize_file(path("one") / "model.safetensors", 5000);
    const std::string expected =
        "'" + (path("one") / "model.safetensors").string() + "': truncated or removed while open; open it again";
    QCOMPARE(messageOf([&] { model->run(encoding); }), expected);
    QCOMPARE(messageOf([&] { before->logits.row(0); }), expected);
    QVERIFY(other->run(encoding)->hiddenStates.back().bottomRows(4) == before->hiddenStates.back().bottomRows(4));
    fs::remove_all(path("two"));
    QVERIFY(other->run(encoding)->hiddenStates.back().bottomRows(4) == before->hiddenStates.back().bottomRows(4));
  }

  /// Only what lies in a map of ours is caught.
  void otherBusErrorsStillEndTheProgram() {
    writeBytes(path("a"), 10);
    MemoryMap::open(path("a"));
    const pid_t child = ::fork();
    if (child == 0) {
      ::raise(SIGBUS);
      ::raise(SIGBUS);
      ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), SIGBUS);
  }
};

HEADLIGHT_TEST(TestMemoryMap)
#include "test_memory_map.moc"
