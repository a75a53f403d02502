#include <QtTest>
#include <cmath>
#include <random>

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::testing;

class TestSafetensors : public QObject {
  Q_OBJECT

 private slots:
  void readsEveryFormat();
  void rowsAreWholeBlocks();
  void halfPrecisionIsExact();
  void readsMisalignedAndEmptyTensors();
  void refuses_data();
  void refuses();
  void refusesAMissingFile();
  void survivesAnyChangedByte();

 private:
  std::string path(const std::string& name) const {
    return m_folder.filePath(QString::fromStdString(name)).toStdString();
  }
  QTemporaryDir m_folder;
};

void TestSafetensors::readsEveryFormat() {
  std::string data(8 + 4 + 2 + 2 + 8, '\0');
  const double d = 1.5;
  const float f = -2.25F;
  const std::uint16_t half = 0x3555, bfloat = 0x40a0;  // 0.33325195, 5
  const std::int64_t integer = -7;
  std::memcpy(&data[0], &d, 8);
  std::memcpy(&data[8], &f, 4);
  std::memcpy(&data[12], &half, 2);
  std::memcpy(&data[14], &bfloat, 2);
  std::memcpy(&data[16], &integer, 8);
  writeRawSafetensors(path("all"),
                      R"({"__metadata__":{"format":"pt"},"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},
    "b":{"dtype":"F32","shape":[1,1],"data_offsets":[8,12]},"c":{"dtype":"F16","shape":[1],"data_offsets":[12,14]},
    "d":{"dtype":"BF16","shape":[],"data_offsets":[14,16]},"e":{"dtype":"I64","shape":[1],"data_offsets":[16,24]}} )",
                      data);
  const TensorTable table = readSafetensors(path("all"));
  QCOMPARE(table.size(), std::size_t(5));
  QCOMPARE(floatsOf(table.at("a")), std::vector<float>{1.5F});
  QCOMPARE(floatsOf(table.at("b")), std::vector<float>{-2.25F});
  QCOMPARE(floatsOf(table.at("c")), std::vector<float>{0.333251953125F});
  QCOMPARE(floatsOf(table.at("d")), std::vector<float>{5.0F});
  QCOMPARE(integersOf(table.at("e"), "e"), std::vector<std::int64_t>{-7});
  QCOMPARE(messageOf<Error>([&] { integersOf(table.at("a"), "tensor 'a'"); }),
           std::string("tensor 'a': expected integers, the file has F64"));
}

void TestSafetensors::rowsAreWholeBlocks() {
  QCOMPARE(bytesOf({3, 64}, Dtype::Q8_0, "w"), std::uint64_t{3 * 2 * 34});
  for (const Shape& shape : {Shape{3, 40}, Shape{}})
    QCOMPARE(messageOf<Error>([&] { bytesOf(shape, Dtype::Q8_0, "w"); }),
             "w: expected rows of a multiple of 32 numbers in Q8_0, found " + shapeText(shape));
  // A file of single numbers has no such format, and models are told apart by these values.
  QVERIFY(!dtypeOf("Q8_0"));
  QCOMPARE(static_cast<int>(Dtype::BF16), 3);
  QCOMPARE(static_cast<int>(Dtype::Bool), 12);
}

void TestSafetensors::halfPrecisionIsExact() {
  for (std::uint32_t bits = 0; bits < 0x10000; ++bits) {
    const std::uint32_t exponent = (bits >> 10) & 31, fraction = bits & 1023;
    double expected =
        exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, static_cast<int>(exponent) - 25);
    if (exponent == 31) expected = fraction ? NAN : INFINITY;
    if (bits & 0x8000) expected = -expected;
    std::byte bytes[2];
    const auto narrow = static_cast<std::uint16_t>(bits);
    std::memcpy(bytes, &narrow, 2);
    float found;
    toFloats(Dtype::F16, bytes, {&found, 1});
    if (std::isnan(expected))
      QVERIFY(std::isnan(found));
    else
      QVERIFY2(static_cast<double>(found) == expected && std::signbit(found) == std::signbit(expected),
               QByteArray::number(bits, 16));
  }
  QCOMPARE(roundToBfloat16(1.00390625F), 1.0F);  // Half way: to the even one.
  QCOMPARE(roundToBfloat16(1.01171875F), 1.015625F);
  QCOMPARE(roundToBfloat16(-0.7071F), -0.70703125F);
}

void TestSafetensors::readsMisalignedAndEmptyTensors() {
  std::string data = "x";
  const float values[2] = {1, 2};
  data.append(reinterpret_cast<const char*>(values), 8);
  writeRawSafetensors(
      path("odd"),
      R"({"m":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]},"w":{"dtype":"F32","shape":[2],"data_offsets":[1,9]},
    "none":{"dtype":"F32","shape":[0,4],"data_offsets":[9,9]}})",
      data);
  const TensorTable table = readSafetensors(path("odd"));
  QCOMPARE(floatsOf(table.at("w")), (std::vector<float>{1, 2}));
  QVERIFY(floatsOf(table.at("none")).empty());
}

void TestSafetensors::refuses_data() {
  QTest::addColumn<QByteArray>("header");
  QTest::addColumn<int>("dataSize");
  QTest::addColumn<QByteArray>("message");
  const auto row = [](const char* name, const char* header, int size, const char* message) {
    QTest::newRow(name) << QByteArray(header) << size << QByteArray(message);
  };
  row("not JSON", "{oops", 0, "its header is not a JSON object: ");
  row("an array", "[1]", 0, "its header is not a JSON object: ");
  row("no entry", R"({"a":{"dtype":"F32"}})", 4, "tensor 'a': expected dtype, shape and data_offsets");
  row("unknown format", R"({"a":{"dtype":"F4","shape":[1],"data_offsets":[0,4]}})", 4,
      "tensor 'a': unknown dtype 'F4'");
  row("negative axis", R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", 4,
      "tensor 'a': shape: expected a whole number that is not negative");
  row("fraction", R"({"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}})", 4,
      "tensor 'a': shape: expected a whole number that is not negative");
  row("overflow", R"({"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}})", 4,
      "tensor 'a': the shape [4611686018427387904, 4] is larger than any memory");
  row("size", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})", 4,
      "tensor 'a': F32 [2] needs 8 bytes, its data_offsets are [0, 4]");
  row("backwards", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[8,4]}})", 8,
      "tensor 'a': F32 [1] needs 4 bytes, its data_offsets are [8, 4]");
  row("cut off", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 4,
      "tensor 'a': its data ends at byte 8 of the data, the file has only 4 (truncated?)");
  row("overlap",
      R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
      8, "the tensors 'a' and 'b' overlap");
  row("twice",
      R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
      8, "tensor 'a' is a duplicate");
  row("three offsets", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}})", 8,
      "tensor 'a': expected two data_offsets, found 3");
}

void TestSafetensors::refuses() {
  QFETCH(QByteArray, header);
  QFETCH(int, dataSize);
  QFETCH(QByteArray, message);
  const std::string file = path("wrong");
  writeRawSafetensors(file, header.toStdString(), std::string(static_cast<std::size_t>(dataSize), '\1'));
  const std::string found = messageOf<Error>([&] { readSafetensors(file); });
  const std::string expected = "'" + file + "': " + message.toStdString();
  QVERIFY2(found.starts_with(expected), found.c_str());
}

void TestSafetensors::refusesAMissingFile() {
  QCOMPARE(messageOf<Error>([&] { readSafetensors(path("none")); }),
           "'" + path("none") + "': cannot be read: No such file or directory");
  QCOMPARE(messageOf<Error>([&] { readSafetensors(m_folder.path().toStdString()); }),
           "'" + m_folder.path().toStdString() + "': expected a file, found something else");
  std::ofstream(path("short")) << "abc";
  QCOMPARE(messageOf<Error>([&] { readSafetensors(path("short")); }),
           "'" + path("short") + "': not a safetensors file: expected at least 8 bytes, found 3");
  std::ofstream(path("text")) << "this is no tensor file at all";
  QVERIFY(messageOf<Error>([&] {
            readSafetensors(path("text"));
          }).find("not a safetensors file: its header would have") != std::string::npos);
  std::ofstream(path("cut"), std::ios::binary) << std::string("\x40\0\0\0\0\0\0\0{", 9);
  QCOMPARE(messageOf<Error>([&] { readSafetensors(path("cut")); }),
           "'" + path("cut") + "': truncated: the header needs 64 bytes, 1 are left; download the file again");
}

void TestSafetensors::survivesAnyChangedByte() {
  writeSafetensors(path("good"), {{"a", {2, 3}, {1, 2, 3, 4, 5, 6}}, {"b", {2}, {7, 8}}});
  std::ifstream in(path("good"), std::ios::binary);
  const std::string good((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  std::mt19937 random(7);
  int refused = 0;
  for (std::size_t at = 0; at < good.size(); ++at)
    for (int repeat = 0; repeat < 3; ++repeat) {
      std::string bad = good;
      bad[at] = static_cast<char>(random());
      if (repeat == 2) bad.resize(at);
      std::ofstream(path("bad"), std::ios::binary) << bad;
      try {
        for (const auto& [name, tensor] : readSafetensors(path("bad")))
          if (isFloating(tensor.format)) (void)floatsOf(tensor);
      } catch (const Error&) {
        ++refused;
      }
    }
  QVERIFY(refused > 150);
}

HEADLIGHT_TEST(TestSafetensors)
#include "test_safetensors.moc"
