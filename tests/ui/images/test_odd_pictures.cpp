#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/base/files.h"
#include "tests/support/suite.h"
#include "ui/images/image_file.h"

using namespace headlight;
namespace fs = std::filesystem;

namespace {

const fs::path kOdd = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/images/odd";

std::string remarkOn(const char* name) {
  const std::vector<std::string> remarks = remarksOnImage(kOdd / name);
  return remarks.empty() ? std::string() : remarks.front();
}

}  // namespace

/// Pictures that are no RGB of eight bits: each is read as the library Pillow reads it, and what is lost is said.
class TestOddPictures : public QObject {
  Q_OBJECT
 private slots:
  void areReadAsElsewhere_data();
  void areReadAsElsewhere();
  void whatIsLostIsSaid();
  void aHundredMegapixelsAreRead();
};

void TestOddPictures::areReadAsElsewhere_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<int>("slack");
  QTest::newRow("CMYK") << "cmyk.jpg" << 2;  // Decoders of JPEG differ by a level or two.
  QTest::newRow("16 bits") << "deep.png" << 1;
  QTest::newRow("animated") << "moving.gif" << 0;
}

void TestOddPictures::areReadAsElsewhere() {
  QFETCH(QString, name);
  QFETCH(int, slack);
  const auto decoded = nlohmann::json::parse(readFile(kOdd / "decoded.json"));
  const auto wanted = decoded.at(name.toStdString()).get<std::vector<int>>();
  const RgbImage image = readImage(kOdd / name.toStdString());
  QCOMPARE(image.width, Index(16));
  QCOMPARE(image.height, Index(12));
  QCOMPARE(image.bytes.size(), wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i)
    QVERIFY2(std::abs(image.bytes[i] - wanted[i]) <= slack,
             qPrintable(QStringLiteral("byte %1: %2, expected %3").arg(i).arg(image.bytes[i]).arg(wanted[i])));
}

void TestOddPictures::whatIsLostIsSaid() {
  QVERIFY(remarkOn("moving.gif").find("3 frames; the first is read") != std::string::npos);
  QVERIFY(remarkOn("deep.png").find("16 bits a colour; it is read with 8") != std::string::npos);
  QVERIFY(remarkOn("deep_grey.png").find("16 bits a colour; it is read with 8") != std::string::npos);
  QCOMPARE(remarkOn("cmyk.jpg"), std::string());
  QVERIFY(remarksOnImage(kOdd / "../picture.png").empty());
}

void TestOddPictures::aHundredMegapixelsAreRead() {
  const QTemporaryDir folder;
  QImage large(12'500, 8'000, QImage::Format_Mono);
  large.fill(1);
  large.setPixel(12'499, 7'999, 0);
  const QString file = folder.filePath("large.png");
  QVERIFY(large.save(file));
  const RgbImage image = readImage(file.toStdString());
  QCOMPARE(image.width * image.height, Index(100'000'000));
  QVERIFY(image.bytes.front() != image.bytes.back());
}

HEADLIGHT_TEST(TestOddPictures)
#include "test_odd_pictures.moc"
