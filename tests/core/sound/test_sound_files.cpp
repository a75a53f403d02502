#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "core/base/files.h"
#include "core/sound/sound.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::messageOf;
namespace fs = std::filesystem;

namespace {

const fs::path kSounds = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/sounds";

}  // namespace

/// Two tones of 0.4 s in files of several kinds: 440 Hz on the left, 880 Hz half as loud on the right.
class TestSoundFiles : public QObject {
  Q_OBJECT
 private slots:
  void losslessIsTheSame();
  void packedIsNearlyTheSame_data();
  void packedIsNearlyTheSame();
  void brokenOnesAreRefused_data();
  void brokenOnesAreRefused();
};

void TestSoundFiles::losslessIsTheSame() {
  const Sound wav = readSound(kSounds / "tones.wav"), flac = readSound(kSounds / "tones.flac");
  QCOMPARE(wav.rate, 22050.0);
  QCOMPARE(wav.channels, 2);
  QCOMPARE(wav.samples.size(), std::size_t(8820));
  QVERIFY(wav == readWav(kSounds / "tones.wav"));
  QVERIFY(flac == wav);
  // The mean of both channels as they were made.
  for (const std::size_t i : {std::size_t(7), std::size_t(100), std::size_t(5000)}) {
    const double t = static_cast<double>(i) / 22050, turn = 2 * 3.14159265358979;
    const double wanted = (0.5 * std::sin(turn * 440 * t) + 0.25 * std::sin(turn * 880 * t)) / 2;
    QVERIFY(std::abs(static_cast<double>(flac.samples[i]) - wanted) < 1e-4);
  }
}

void TestSoundFiles::packedIsNearlyTheSame_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"tones.ogg", "tones.mp3"}) QTest::newRow(name) << name;
}

void TestSoundFiles::packedIsNearlyTheSame() {
  QFETCH(QString, name);
  const Sound wav = readSound(kSounds / "tones.wav"), packed = readSound(kSounds / name.toStdString());
  QCOMPARE(packed.rate, 22050.0);
  QCOMPARE(packed.channels, 2);
  QCOMPARE(packed.samples.size(), wav.samples.size());
  double wrong = 0, all = 0;
  for (std::size_t i = 0; i < wav.samples.size(); ++i) {
    wrong += std::pow(static_cast<double>(packed.samples[i] - wav.samples[i]), 2);
    all += std::pow(static_cast<double>(wav.samples[i]), 2);
  }
  QVERIFY2(wrong < 0.002 * all, qPrintable(QString::number(wrong / all)));
}

void TestSoundFiles::brokenOnesAreRefused_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("found");
  const std::string flac = readFile(kSounds / "tones.flac");
  QTest::newRow("a text") << QByteArray("no sound at all, but a text that is long enough") << "found another file";
  QTest::newRow("nothing") << QByteArray() << "found an empty file";
  QTest::newRow("FLAC cut off") << QByteArray(flac.data(), static_cast<int>(flac.size() / 2)) << "found ";
  QTest::newRow("a mark alone") << QByteArray("fLaC") << "found ";
}

void TestSoundFiles::brokenOnesAreRefused() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, found);
  const QTemporaryDir folder;
  const fs::path file = folder.filePath("sound").toStdString();
  std::ofstream(file, std::ios::binary).write(bytes.data(), bytes.size());
  const std::string message = messageOf([&] { readSound(file); });
  QVERIFY2(message.find(found.toStdString()) != std::string::npos, message.c_str());
}

HEADLIGHT_TEST(TestSoundFiles)
#include "test_sound_files.moc"
