#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <fstream>
#include <random>

#include "core/base/error.h"
#include "core/base/files.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"
#include "ui/images/image_file.h"
#include "ui/images/kept_image.h"
#include "ui/state/session_file.h"

using namespace headlight;
using headlight::test::messageOf;
namespace fs = std::filesystem;

namespace {

const fs::path kImages = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/images";

Session sessionWith(const KeptImage& image) {
  Session session{"vit", "f", {}};
  session.state.model = "/m";
  session.state.pictures = {image};
  session.state.panels = openingPanels();
  return session;
}

}  // namespace

/// Images from files, and the copies of them that sessions keep.
class TestImageInput : public QObject {
  Q_OBJECT
 private slots:
  void readsEveryPixel();
  void refusesWhatIsNoPicture();
  void smallPicturesAreKeptExactly();
  void largePicturesAreKeptSmaller();
  void brokenCopiesAreRefused();
  void turnsPhotographsUpright();
};

void TestImageInput::readsEveryPixel() {
  const RgbImage image = readImage(kImages / "picture.png");
  const std::string bytes = readFile(kImages / "picture.bin");
  QCOMPARE(image.width, Index(83));
  QCOMPARE(image.height, Index(61));
  QVERIFY(std::equal(image.bytes.begin(), image.bytes.end(), bytes.begin(), bytes.end(),
                     [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); }));
  QVERIFY(rgbOf(qimageOf(image)) == image);
  QVERIFY(isImageFile(kImages / "picture.png") && !isImageFile(kImages / "picture.bin"));
}

void TestImageInput::refusesWhatIsNoPicture() {
  QCOMPARE(messageOf([] { readImage(kImages / "none.png"); }),
           "image '" + (kImages / "none.png").string() + "': file not found");
  QVERIFY(messageOf([] { readImage(kImages / "resized.txt"); }).find("expected a picture") != std::string::npos);
}

void TestImageInput::smallPicturesAreKeptExactly() {
  const KeptImage image = openImage(kImages / "picture.png");
  QVERIFY(!image.smaller);
  const Session session = sessionWith(image);
  const Session read = readSession(sessionText(session), "a");
  QVERIFY(read == session);
  QVERIFY(*read.state.pictures.front().image == *image.image);
  QCOMPARE(sessionText(read), sessionText(session));
}

void TestImageInput::largePicturesAreKeptSmaller() {
  const QTemporaryDir folder;
  QImage noise(1400, 700, QImage::Format_RGB888);
  std::mt19937 random(1);
  for (int y = 0; y < noise.height(); ++y)
    for (int x = 0; x < 3 * noise.width(); ++x) noise.scanLine(y)[x] = static_cast<uchar>(random());
  const QString file = folder.filePath("noise.png");
  QVERIFY(noise.save(file));
  const KeptImage image = openImage(file.toStdString());
  QVERIFY(image.smaller);
  QCOMPARE(image.image->width, Index(1400));
  const std::string text = sessionText(sessionWith(image));
  const Session read = readSession(text, "a");
  QCOMPARE(read.state.pictures.front().image->width, Index(640));
  QCOMPARE(read.state.pictures.front().image->height, Index(320));
  QVERIFY(read.state.pictures.front().smaller);
  QCOMPARE(sessionText(read), text);  // Saving it again makes it no smaller.
}

void TestImageInput::brokenCopiesAreRefused() {
  const std::string good = sessionText(sessionWith(openImage(kImages / "picture.png")));
  const auto with = [&](const std::string& picture) {
    const auto at = good.find("\"picture\": \"") + 12;
    return good.substr(0, at) + picture + good.substr(good.find('"', at));
  };
  QVERIFY(messageOf([&] { readSession(with("!!"), "a"); }).find("a picture in base 64") != std::string::npos);
  QVERIFY(messageOf([&] {
            readSession(with("AAAA"), "a");
          }).ends_with("'picture': expected a picture as PNG or JPEG, found something else"));
  const QByteArray whole = QByteArray::fromStdString(readFile(kImages / "picture.png"));
  QVERIFY(messageOf([&] {
            readSession(with(whole.left(90).toBase64().toStdString()), "a");
          }).find("expected a picture") != std::string::npos);
}

void TestImageInput::turnsPhotographsUpright() {
  const QTemporaryDir folder;
  QImage wide(40, 20, QImage::Format_RGB888);
  wide.fill(Qt::white);
  const QString file = folder.filePath("turned.jpg");
  QVERIFY(wide.save(file, "JPEG"));
  // An Exif segment with orientation 6 (turn right by 90 degrees), behind the start of the image.
  QFile jpeg(file);
  QVERIFY(jpeg.open(QIODevice::ReadOnly));
  QByteArray bytes = jpeg.readAll();
  jpeg.close();
  const QByteArray exif = QByteArray::fromHex(
      "ffe10022"
      "457869660000"
      "4d4d002a00000008"
      "0001"
      "0112000300000001"
      "00060000"
      "00000000");
  bytes.insert(2, exif);
  QVERIFY(jpeg.open(QIODevice::WriteOnly));
  jpeg.write(bytes);
  jpeg.close();
  const RgbImage image = readImage(file.toStdString());
  QCOMPARE(image.width, Index(20));
  QCOMPARE(image.height, Index(40));
}

HEADLIGHT_TEST(TestImageInput)
#include "test_image_input.moc"
