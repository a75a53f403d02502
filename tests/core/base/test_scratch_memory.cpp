#include <QTemporaryDir>
#include <QtTest>
#include <cstdint>
#include <filesystem>

#include "core/base/error.h"
#include "core/base/scratch_memory.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;

class TestScratchMemory : public QObject {
  Q_OBJECT

  QByteArray m_before;

 private slots:
  void init() { m_before = qgetenv("TMPDIR"); }
  void cleanup() {
    if (m_before.isNull())
      qunsetenv("TMPDIR");
    else
      qputenv("TMPDIR", m_before);
  }

  void roomOfBothKindsKeepsWhatIsWritten() {
    const QTemporaryDir folder;
    qputenv("TMPDIR", folder.path().toUtf8());
    for (const Storage place : {Storage::Ram, Storage::ScratchFile})
      for (const std::size_t numbers : {1u, 1000u, 1u << 20}) {
        const auto room = roomFor(numbers, place);
        QCOMPARE(reinterpret_cast<std::uintptr_t>(room.get()) % 64, std::uintptr_t(0));
        for (std::size_t i = 0; i < numbers; ++i) room.get()[i] = static_cast<float>(i);
        for (std::size_t i = 0; i < numbers; ++i) QVERIFY(room.get()[i] == static_cast<float>(i));
        // Nothing of it has a name, not even while it is there.
        QVERIFY(std::filesystem::is_empty(folder.path().toStdString()));
      }
  }

  void theFolderIsThatOfTheVariable() {
    qputenv("TMPDIR", "/somewhere");
    QCOMPARE(scratchFolder(), "/somewhere");
    qputenv("TMPDIR", "");
    QCOMPARE(scratchFolder(), "/var/tmp");
    qunsetenv("TMPDIR");
    QCOMPARE(scratchFolder(), "/var/tmp");
  }

  void whatHasNoRoomIsSaid() {
    qputenv("TMPDIR", "/nowhere/at/all");
    QVERIFY(
        shownMessageOf([] { roomFor(1 << 20, Storage::ScratchFile); }).contains("scratch file in '/nowhere/at/all'"));
    qunsetenv("TMPDIR");
    // More than any disk has: 2^60 bytes.
    const QString message = shownMessageOf([] { roomFor(std::size_t(1) << 58, Storage::ScratchFile); });
    QVERIFY2(message.contains("expected room for 1152921504.6 GB, found"), qPrintable(message));
  }

  void freeMemoryIsKnown() { QVERIFY(availableMemory() > 0); }
};

HEADLIGHT_TEST(TestScratchMemory)
#include "test_scratch_memory.moc"
