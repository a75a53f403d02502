#include <QtTest>
#include <cmath>
#include <cstring>
#include <random>

#include "core/base/parallel.h"
#include "core/checkpoint/blocks/avx2_kernels.h"
#include "core/checkpoint/blocks/vnni_kernels.h"
#include "core/checkpoint/number_kernels.h"
#include "core/ops/amx.h"
#include "core/ops/linear.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

using MatrixD = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A matrix in a packed format: random bytes, blocks of them whose numbers are neither huge nor tiny.
struct Packed {
  StoredTensor tensor;
  std::vector<std::byte> bytes;
  Matrix numbers;  ///< What the portable kernels unpack.
};

void fillBlock(Dtype format, std::span<std::byte> block, std::span<float> numbers, std::mt19937& random) {
  for (int tries = 0; tries < 100'000; ++tries) {  // A number of 32 random bits is usual once in ten times.
    for (std::byte& byte : block) byte = static_cast<std::byte>(random() & 255);
    portableKernelsOf(format).unpack(block.data(), numbers.data(), static_cast<Index>(numbers.size()));
    float most = 0;
    for (const float number : numbers) most = std::isfinite(number) ? std::max(most, std::abs(number)) : INFINITY;
    if (most > 1e-3F && most < 1e3F) return;
  }
  QFAIL("no block of usual numbers");
}

std::unique_ptr<Packed> packed(Dtype format, Index rows, Index blocks, unsigned seed) {
  std::mt19937 random(seed);
  const NumberBlock block = blockOf(format);
  auto made = std::make_unique<Packed>();
  const auto cols = blocks * static_cast<Index>(block.numbers);
  made->numbers.resize(rows, cols);
  made->bytes.resize(bytesOf(format, static_cast<std::size_t>(rows * cols)));
  for (Index i = 0; i < rows * blocks; ++i)
    fillBlock(format, std::span(made->bytes).subspan(static_cast<std::size_t>(i) * block.bytes, block.bytes),
              {made->numbers.data() + i * static_cast<Index>(block.numbers), block.numbers}, random);
  made->tensor.format = format;
  made->tensor.shape = {rows, cols};
  made->tensor.bytes = made->bytes;
  return made;
}

Matrix randomRows(Index rows, Index cols) {
  std::mt19937 random(7);
  std::normal_distribution<float> normal;
  Matrix m(rows, cols);
  for (Index i = 0; i < m.size(); ++i) m.data()[i] = normal(random);
  return m;
}

/// How much a product of single precision may differ: its rounding is that of the largest number of each block.
MatrixD allowed(const Packed& weights, const Matrix& x, double part) {
  const auto inBlock = static_cast<Index>(blockOf(weights.tensor.format).numbers);
  MatrixD most = weights.numbers.cwiseAbs().cast<double>();
  for (Index r = 0; r < most.rows(); ++r)
    for (Index c = 0; c < most.cols(); c += inBlock)
      most.row(r).segment(c, inBlock).setConstant(most.row(r).segment(c, inBlock).maxCoeff());
  return part * (x.cwiseAbs().cast<double>() * most.transpose());
}

}  // namespace

class TestPackedProducts : public QObject {
  Q_OBJECT

 private slots:
  void formats() {
    QTest::addColumn<int>("format");
    for (std::size_t i = 0; i < kDtypes; ++i)
      if (const auto format = static_cast<Dtype>(i); blockOf(format).numbers > 1)
        QTest::addRow("%s", std::string(nameOf(format)).c_str()) << static_cast<int>(i);
  }
  void kernels_data() { formats(); }
  void kernels();
  void unusualRows_data();
  void unusualRows();
  void codes_data() { formats(); }
  void codes();
  void wholeNumbers_data() { formats(); }
  void wholeNumbers();
  void maps_data() { formats(); }
  void maps();
  void tiles_data();
  void tiles();
  void rowsThatTilesCannotTake();
};

/// This processor's kernels beside the portable ones: the same numbers to the bit, products but for rounding, and each
/// row's the same in whatever company.
void TestPackedProducts::kernels() {
  QFETCH(int, format);
  const auto dtype = static_cast<Dtype>(format);
  constexpr Index kRows = 11;
  for (const Index blockCount : {1, 2, 5, 9}) {
    const auto weights = packed(dtype, kRows, blockCount, 3);
    const Index n = weights->numbers.cols();
    const std::size_t stride = bytesOf(dtype, static_cast<std::size_t>(n));
    const Matrix x = randomRows(1, n);
    const MatrixD expected = x.cast<double>() * weights->numbers.cast<double>().transpose(),
                  most = allowed(*weights, x, 1e-6);
    const NumberKernels avx2 = blocks::avx2Kernels(dtype), vnni = blocks::vnniKernels(dtype);
    if (blockCount == 1)
      qInfo("products of %s: portable%s%s", std::string(nameOf(dtype)).c_str(), avx2.multiply ? ", AVX2" : "",
            vnni.multiply ? ", AVX-512 VNNI" : "");
    for (const NumberKernels* kernels : {&kernelsOf(dtype), &portableKernelsOf(dtype), &avx2, &vnni}) {
      if (!kernels->multiply) continue;
      Matrix unpacked(kRows, n);
      (kernels->unpack ? *kernels : kernelsOf(dtype)).unpack(weights->bytes.data(), unpacked.data(), kRows * n);
      QVERIFY(std::memcmp(unpacked.data(), weights->numbers.data(),
                          sizeof(float) * static_cast<std::size_t>(kRows * n)) == 0);
      Matrix all(1, kRows);
      kernels->multiply(x.data(), weights->bytes.data(), stride, kRows, n, all.data());
      QVERIFY(((all.cast<double>() - expected).cwiseAbs().array() <= most.array()).all());
      for (Index from = 0; from < kRows; ++from)
        for (Index count = 1; from + count <= kRows; ++count) {
          Matrix some(1, count);
          kernels->multiply(x.data(), weights->bytes.data() + static_cast<std::size_t>(from) * stride, stride, count, n,
                            some.data());
          QVERIFY(some == all.middleCols(from, count));
        }
    }
  }
}

/// Codes with their scales say what unpack() says.
void TestPackedProducts::codes() {
  QFETCH(int, format);
  const auto dtype = static_cast<Dtype>(format);
  const auto unpackCodes = kernelsOf(dtype).unpackCodes;
  if (!unpackCodes) return;
  const auto weights = packed(dtype, 1, 9, 13);
  const Index n = weights->numbers.cols();
  std::vector<std::int8_t> codes(static_cast<std::size_t>(n));
  std::vector<float> scale(codes.size()), least(codes.size());
  unpackCodes(weights->bytes.data(), codes.data(), scale.data(), least.data(), n);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const float times = scale[i / kCodesScaled], less = least[i / kCodesScaled];
    const float code = codes[i], number = weights->numbers(0, static_cast<Index>(i));
    QVERIFY(std::abs(times * code - less - number) <= 1e-6F * (std::abs(times * 256) + std::abs(less)));
  }
}

/// Whole numbers with their scales say what unpack() says, and are sums of as many numbers of bfloat16 as they should.
void TestPackedProducts::wholeNumbers() {
  QFETCH(int, format);
  const auto dtype = static_cast<Dtype>(format);
  const NumberKernels& kernels = kernelsOf(dtype);
  if (!kernels.unpackWhole) return;
  const auto weights = packed(dtype, 1, 40, 13);
  const Index n = weights->numbers.cols();
  std::vector<float> whole(static_cast<std::size_t>(n)), scale(whole.size() / kWholeScaled);
  kernels.unpackWhole(weights->bytes.data(), whole.data(), scale.data(), n);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const float times = scale[i / kWholeScaled], number = weights->numbers(0, static_cast<Index>(i));
    QCOMPARE(whole[i], std::round(whole[i]));
    QVERIFY(std::abs(times * whole[i] - number) <= 1e-6F * std::abs(number));
    float rest = whole[i];
    for (int part = 0; part < kernels.wholeParts; ++part) rest -= roundToBfloat16(rest);
    QCOMPARE(rest, 0.0F);
  }
}

void TestPackedProducts::unusualRows_data() {
  QTest::addColumn<int>("format");
  QTest::addColumn<float>("most");
  QTest::addColumn<float>("least");
  for (std::size_t i = 0; i < kDtypes; ++i) {
    const auto format = static_cast<Dtype>(i);
    if (blockOf(format).numbers == 1) continue;
    const auto row = [&](const char* what, float most, float least) {
      QTest::addRow("%s, %s", std::string(nameOf(format)).c_str(), what) << static_cast<int>(i) << most << least;
    };
    row("zeros", 0, 0);
    row("zeros beside a one", 1, 0);
    row("one that is larger", 1e6F, 1);
    row("one that is much larger", 1e10F, 1e-10F);
    row("one that is huge", 1e30F, 1e-30F);
    row("tiny numbers", 1e-20F, 1e-30F);
    row("subnormal numbers", 1e-39F, 1e-42F);
    row("infinity", INFINITY, 1);
    row("infinities", -INFINITY, INFINITY);
    row("no number", NAN, 1);
    row("zeros and no number", NAN, 0);
  }
}
/// Rows of numbers of about `least` with one of `most` in each 50: what the portable kernels make of them.
void TestPackedProducts::unusualRows() {
  QFETCH(int, format);
  QFETCH(float, most);
  QFETCH(float, least);
  const auto dtype = static_cast<Dtype>(format);
  const auto weights = packed(dtype, 5, 9, 11);
  const Index n = weights->numbers.cols();
  const std::size_t stride = bytesOf(dtype, static_cast<std::size_t>(n));
  Matrix x = randomRows(1, n);
  for (Index i = 0; i < n; ++i) x(0, i) = i % 50 == 20 ? most : std::isfinite(least) ? x(0, i) * least : least;
  Matrix found(1, 5), portable(1, 5);
  kernelsOf(dtype).multiply(x.data(), weights->bytes.data(), stride, 5, n, found.data());
  portableKernelsOf(dtype).multiply(x.data(), weights->bytes.data(), stride, 5, n, portable.data());
  if (!std::isfinite(most)) {
    for (Index r = 0; r < 5; ++r) {
      QVERIFY(!std::isfinite(portable(0, r)));
      QCOMPARE(std::isnan(found(0, r)), std::isnan(portable(0, r)));
      if (!std::isnan(found(0, r))) QCOMPARE(found(0, r), portable(0, r));
    }
    return;
  }
  const MatrixD expected = x.cast<double>() * weights->numbers.cast<double>().transpose();
  // Products among the subnormal numbers are whole steps of them.
  const MatrixD bound = (allowed(*weights, x, 1e-6).array() + static_cast<double>(n) * 0x1p-149).matrix();
  for (const Matrix* out : {&found, &portable})
    QVERIFY(((out->cast<double>() - expected).cwiseAbs().array() <= bound.array()).all());
}

/// Maps of one row and of many, of odd numbers of outputs and of inputs that are no whole number of tiles.
void TestPackedProducts::maps() {
  QFETCH(int, format);
  const auto dtype = static_cast<Dtype>(format);
  const Index inBlock = static_cast<Index>(blockOf(dtype).numbers), blocks = (1200 + inBlock - 1) / inBlock;
  const auto weights = packed(dtype, 451, blocks, 5);
  Linear linear;
  linear.weight = WeightMatrix(weights->tensor, 451, blocks * inBlock, false);
  QCOMPARE(linear.weight.format(), dtype);
  QCOMPARE(linear.weight.bytesInMemory(), std::size_t{0});
  for (const Index rows : {Index{1}, Index{2}, Index{19}, Index{70}}) {
    const Matrix x = randomRows(rows, blocks * inBlock);
    const MatrixD expected = x.cast<double>() * weights->numbers.cast<double>().transpose(),
                  most = allowed(*weights, x, 1e-6);
    Matrix one(rows, 451), two(rows, 451);
    setThreadCount(1);
    apply(linear, x, one);
    setThreadCount(2);
    apply(linear, x, two);
    setThreadCount(0);
    QVERIFY(one == two);
    QVERIFY(((one.cast<double>() - expected).cwiseAbs().array() <= most.array()).all());
  }
}

/// Formats of single numbers and of blocks, either way round, with and without the matrix unit: odd numbers of rows, of
/// outputs and of inputs.
void TestPackedProducts::tiles_data() {
  QTest::addColumn<int>("format");
  QTest::addColumn<int>("outputs");
  QTest::addColumn<int>("inputs");
  QTest::addColumn<bool>("inOut");
  for (std::size_t i = 0; i < kDtypes; ++i) {
    const auto format = static_cast<Dtype>(i);
    if (!kernelsOf(format).multiply && format != Dtype::F32) continue;
    const int block = static_cast<int>(blockOf(format).numbers);
    const auto row = [&](int outputs, int inputs, bool inOut) {
      QTest::addRow("%s, %d × %d%s", std::string(nameOf(format)).c_str(), outputs, inputs, inOut ? ", turned" : "")
          << static_cast<int>(format) << outputs << inputs << inOut;
    };
    row(67, 5 * block, false);
    if (block > 1) row(530, block, false);
    row(5 * block, 67, true);
    if (block == 1) {
      row(131, 1030, false);
      row(131, 1030, true);
      row(1, 1, false);
    }
  }
}
void TestPackedProducts::tiles() {
  QFETCH(int, format);
  QFETCH(int, outputs);
  QFETCH(int, inputs);
  QFETCH(bool, inOut);
  const auto dtype = static_cast<Dtype>(format);
  const Index block = static_cast<Index>(blockOf(dtype).numbers);
  const Index across = inOut ? outputs : inputs, down = inOut ? inputs : outputs;
  const auto weights = packed(dtype, down, across / block, 9);
  Linear linear;
  linear.inOut = inOut;
  linear.weight = WeightMatrix(weights->tensor, down, across, false);
  if (!amx::isSupported()) qInfo("This processor has no matrix unit: products by vector units alone.");
  for (const Index rows : {4, 16, 17, 33, 300}) {
    const Matrix x = randomRows(rows, inputs);
    const MatrixD numbers = weights->numbers.cast<double>(), turned = inOut ? MatrixD(numbers.transpose()) : numbers;
    const MatrixD expected = x.cast<double>() * turned.transpose();
    const double most = 1e-6 * x.cwiseAbs().cast<double>().rowwise().sum().maxCoeff() * numbers.cwiseAbs().maxCoeff();
    for (const bool unit : {true, false}) {
      amx::use(unit);
      Matrix found(rows, outputs);
      apply(linear, x, found);
      amx::use(true);
      const double difference = (found.cast<double>() - expected).cwiseAbs().maxCoeff();
      QVERIFY2(difference <= most, qPrintable(QString("%1 rows, %2 the unit: %3 of %4")
                                                  .arg(rows)
                                                  .arg(unit ? "with" : "without")
                                                  .arg(difference)
                                                  .arg(most)));
    }
  }
}

/// Rows that have no parts in bfloat16 are multiplied without them.
void TestPackedProducts::rowsThatTilesCannotTake() {
  const auto weights = packed(Dtype::Q8_0, 40, 3, 9);
  Linear linear;
  linear.weight = WeightMatrix(weights->tensor, 40, 96, false);
  for (const float unusual : {INFINITY, -INFINITY, NAN, 3.4e38F, 1e-30F, 1e-41F}) {
    Matrix x = randomRows(20, 96);
    x.row(7).setConstant(unusual < 1e-20F && unusual > 0 ? unusual : 0);
    x(7, 50) = unusual;
    Matrix found(20, 40), without(20, 40);
    apply(linear, x, found);
    amx::use(false);
    apply(linear, x, without);
    amx::use(true);
    QVERIFY(std::memcmp(found.data(), without.data(), sizeof(float) * 20 * 40) == 0);
  }
}

HEADLIGHT_TEST(TestPackedProducts)
#include "test_packed_products.moc"
