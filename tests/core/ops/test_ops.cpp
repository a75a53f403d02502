#include <QFloat16>
#include <QtTest>
#include <sys/resource.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <random>

#include "core/checkpoint/coded_matrix.h"
#include "core/base/parallel.h"
#include "core/ops/activations.h"
#include "core/ops/dot_products.h"
#include "core/ops/finite.h"
#include "core/ops/gemm.h"
#include "core/ops/linear.h"
#include "core/ops/norms.h"
#include "core/ops/rotary.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

using MatrixD = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Matrix randomMatrix(Index rows, Index cols, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal;
  Matrix m(rows, cols);
  for (Index i = 0; i < m.size(); ++i) m.data()[i] = normal(random);
  return m;
}

double reference(Activation activation, double x) {
  switch (activation) {
    case Activation::Identity:
      return x;
    case Activation::Gelu:
      return 0.5 * x * std::erfc(-x / std::sqrt(2.0));
    case Activation::GeluTanh:
      return 0.5 * x * (1 + std::tanh(std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x)));
    case Activation::QuickGelu:
      return x / (1 + std::exp(-1.702 * x));
    case Activation::Relu:
      return std::max(x, 0.0);
    case Activation::Relu2:
      return x > 0 ? x * x : 0;
    case Activation::Silu:
      return x / (1 + std::exp(-x));
    case Activation::Tanh:
      return std::tanh(x);
    case Activation::Sigmoid:
      return 1 / (1 + std::exp(-x));
  }
  return 0;
}

StoredTensor stored(Dtype format, const Matrix& values, std::vector<std::byte>& bytes) {
  const std::size_t size = bytesOf(format, 1);
  bytes.resize(static_cast<std::size_t>(values.size()) * size);
  for (Index i = 0; i < values.size(); ++i) {
    const float value = values.data()[i];
    const double wide = static_cast<double>(value);
    const auto upper = static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(value) >> 16);
    const qfloat16 half(value);
    const void* from = format == Dtype::F64   ? static_cast<const void*>(&wide)
                       : format == Dtype::F32 ? static_cast<const void*>(&value)
                       : format == Dtype::F16 ? static_cast<const void*>(&half)
                                                     : &upper;
    std::memcpy(bytes.data() + static_cast<std::size_t>(i) * size, from, size);
  }
  StoredTensor tensor;
  tensor.format = format;
  tensor.shape = {values.rows(), values.cols()};
  tensor.bytes = bytes;
  return tensor;
}

}  // namespace

class TestOps : public QObject {
  Q_OBJECT

 private slots:
  void activations_data();
  void activations();
  void exponentials();
  void norms();
  void linear_data();
  void linear();
  void numbersInBlocks_data();
  void numbersInBlocks();
  void codesInBlocks_data();
  void codesInBlocks();
  void rotationKeepsLengthsAndDistances();
  void partsOfProductsAreThoseOfTheWhole_data();
  void partsOfProductsAreThoseOfTheWhole();
  void whatIsNotFiniteIsFound();
  void loopsPassErrorsOn();
  void loopsGoOnWithoutNewThreads();
  void loopsNest();
};

void TestOps::activations_data() {
  QTest::addColumn<int>("kind");
  for (const char* name : {"gelu", "gelu_new", "quick_gelu", "relu", "relu2", "silu", "tanh", "sigmoid", "linear"})
    QTest::newRow(name) << static_cast<int>(activationOf(name, ""));
}

void TestOps::activations() {
  QFETCH(int, kind);
  const auto activation = static_cast<Activation>(kind);
  std::vector<float> values;
  for (int i = -40000; i <= 40000; ++i) values.push_back(static_cast<float>(i) / 1000);
  for (const float extreme : {-1e30F, 1e18F, -89.0F, 89.0F, 0.0F, 1e-30F}) values.push_back(extreme);
  const std::vector<float> inputs = values;
  activate(activation, values);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double expected = reference(activation, static_cast<double>(inputs[i]));
    const double difference = std::abs(static_cast<double>(values[i]) - expected);
    QVERIFY2(difference <= 3e-7 * std::max(1.0, std::abs(expected)),
             qPrintable(QString("f(%1): expected %2, found %3")
                            .arg(static_cast<double>(inputs[i]))
                            .arg(expected)
                            .arg(static_cast<double>(values[i]))));
  }
}

void TestOps::exponentials() {
  std::vector<float> values;
  for (int i = 0; i <= 87000; ++i) values.push_back(-static_cast<float>(i) / 1000);
  const std::vector<float> inputs = values;
  double sum = 0;
  for (const float x : inputs) sum += std::exp(static_cast<double>(x) + 0.25);
  QVERIFY(std::abs(sumExpShifted(inputs, 0.25F) / sum - 1) < 1e-6);
  QVERIFY(std::abs(sumExpShifted(std::span(inputs).first(5), 0) / (5 - 0.01) - 1) < 1e-3);
  QCOMPARE(sumExpShifted({}, 0), 0.0);
  expShifted(values, 0);
  for (std::size_t i = 0; i < values.size(); ++i)
    QVERIFY(std::abs(static_cast<double>(values[i]) / std::exp(static_cast<double>(inputs[i])) - 1) < 3e-7);
  std::vector<float> edges{-INFINITY, -1e30F, -88, 0, 88.7F, 89, INFINITY, -INFINITY};
  expShifted(edges, 0);
  QCOMPARE(edges[0], 0.0F);
  QCOMPARE(edges[1], 0.0F);
  QCOMPARE(edges[2], 0.0F);
  QCOMPARE(edges[3], 1.0F);
  QVERIFY(std::isfinite(edges[4]) && edges[4] > 3e38F);
  QVERIFY(std::isinf(edges[5]) && std::isinf(edges[6]));
}

void TestOps::norms() {
  for (const Index width : {1, 7, 32, 100}) {
    Matrix x = randomMatrix(3, 2 * width, 1);
    x.array() += 5;
    Norm norm;
    norm.epsilon = 0.01;
    norm.gain = randomMatrix(1, width, 2).transpose();
    norm.bias = randomMatrix(1, width, 3).transpose();
    for (const NormKind kind : {NormKind::LayerNorm, NormKind::RmsNorm, NormKind::Affine, NormKind::None}) {
      norm.kind = kind;
      Matrix found = x;
      applyPerHead(norm, 2, found);
      for (Index i = 0; i < 3; ++i)
        for (Index h = 0; h < 2; ++h) {
          const Eigen::ArrayXd row = x.row(i).segment(h * width, width).transpose().cast<double>();
          const double mean = kind == NormKind::LayerNorm ? row.mean() : 0;
          Eigen::ArrayXd expected =
              (row - mean) / std::sqrt((row - mean).square().mean() + norm.epsilon) * norm.gain.array().cast<double>() +
              norm.bias.array().cast<double>();
          if (kind == NormKind::Affine)
            expected = row * norm.gain.array().cast<double>() + norm.bias.array().cast<double>();
          if (kind == NormKind::None) expected = row;
          const double difference =
              (found.row(i).segment(h * width, width).transpose().cast<double>().array() - expected).abs().maxCoeff();
          QVERIFY2(difference < 3e-6, qPrintable(QString::number(difference)));
        }
    }
  }
}

void TestOps::linear_data() {
  QTest::addColumn<int>("rows");
  QTest::addColumn<int>("in");
  QTest::addColumn<int>("out");
  QTest::newRow("one") << 1 << 1 << 1;
  QTest::newRow("small") << 3 << 5 << 7;
  QTest::newRow("several pieces") << 5 << 700 << 1100;
  QTest::newRow("wide") << 2 << 3000 << 130;
  QTest::newRow("few rows") << 4 << 768 << 389;
  QTest::newRow("few rows, odd ends") << 11 << 107 << 70;
  QTest::newRow("few rows, several pieces") << 24 << 1030 << 131;
  QTest::newRow("many rows, odd ends") << 37 << 107 << 70;
  QTest::newRow("many rows, several tiles") << 290 << 1030 << 531;
  QTest::newRow("one row, several threads") << 1 << 900 << 1301;
  QTest::newRow("one row, an odd end") << 1 << 1027 << 1301;
}

void TestOps::linear() {
  QFETCH(int, rows);
  QFETCH(int, in);
  QFETCH(int, out);
  const Matrix x = randomMatrix(rows, in, 4);
  Matrix w = randomMatrix(out, in, 5);
  for (Index i = 0; i < w.size(); ++i)
    w.data()[i] = std::bit_cast<float>(std::bit_cast<std::uint32_t>(w.data()[i]) & 0xffff0000u);
  const Vector bias = randomMatrix(1, out, 6).transpose();
  const MatrixD expected =
      (x.cast<double>() * w.cast<double>().transpose()).rowwise() + bias.cast<double>().transpose();
  Matrix first;
  for (const Dtype format : {Dtype::F32, Dtype::F64, Dtype::F16, Dtype::BF16})
    for (const bool inOut : {false, true})
      for (const bool convert : {false, true})
        for (const int threads : {1, 3}) {
          std::vector<std::byte> bytes;
          const Matrix laid = inOut ? Matrix(w.transpose()) : w;
          Linear l;
          l.inOut = inOut;
          l.weight = WeightMatrix(stored(format, laid, bytes), laid.rows(), laid.cols(), convert);
          l.bias = bias;
          setThreadCount(threads);
          Matrix found(rows, out);
          apply(l, x, found);
          setThreadCount(0);
          const double difference = (found.cast<double>() - expected).cwiseAbs().maxCoeff();
          QVERIFY2(difference < 2e-6 * in + 2e-6, qPrintable(QString::number(difference)));
          QCOMPARE(l.weight.bytesInMemory() > 0,
                   format == Dtype::F64 || (format != Dtype::F32 && convert));
        }
}

void TestOps::numbersInBlocks_data() {
  QTest::addColumn<int>("rows");
  QTest::addColumn<bool>("inOut");
  for (const int rows : {1, 3, 70})
    for (const bool inOut : {false, true})
      QTest::addRow("%d rows, [%s]", rows, inOut ? "in, out" : "out, in") << rows << inOut;
}

/// Blocks of 32 numbers with one scale: whole rows, pieces of them that begin and end inside blocks, and products.
void TestOps::numbersInBlocks() {
  QFETCH(int, rows);
  QFETCH(bool, inOut);
  constexpr Index kIn = 2112, kOut = 416;
  const Index high = inOut ? kIn : kOut, wide = inOut ? kOut : kIn;
  std::vector<std::byte> bytes(bytesOf(Dtype::Q8_0, static_cast<std::size_t>(high * wide)));
  QCOMPARE(bytes.size(), static_cast<std::size_t>(high * wide / 32 * 34));
  Matrix numbers(high, wide);
  std::byte* block = bytes.data();
  for (Index i = 0; i < numbers.size(); i += 32, block += 34) {
    const qfloat16 scale(0.001F * static_cast<float>(1 + i / 32 % 7));
    std::memcpy(block, &scale, 2);
    for (Index k = 0; k < 32; ++k) {
      const auto whole = static_cast<std::int8_t>((i + k) * 37 % 255 - 127);
      std::memcpy(block + 2 + k, &whole, 1);
      numbers.data()[i + k] = static_cast<float>(scale) * static_cast<float>(whole);
    }
  }
  StoredTensor tensor;
  tensor.format = Dtype::Q8_0;
  tensor.shape = {high, wide};
  tensor.bytes = bytes;
  QCOMPARE(tensor.count(), high * wide);
  QCOMPARE(bytesOf(tensor.shape, tensor.format, "w"), static_cast<std::uint64_t>(bytes.size()));
  QVERIFY(Eigen::Map<const Matrix>(floatsOf(tensor).data(), high, wide) == numbers);

  Linear l;
  l.inOut = inOut;
  l.weight = WeightMatrix(tensor, high, wide, false);
  QCOMPARE(l.weight.bytesInMemory(), std::size_t{0});
  std::vector<float> buffer;
  QVERIFY(l.weight.rowsAsFloats(3, 5, buffer) == numbers.middleRows(3, 5));
  QVERIFY(l.weight.blockAsFloats({7, 30, 9, 41}, buffer) == numbers.block(7, 30, 9, 41));

  const Matrix x = randomMatrix(rows, kIn, 4);
  const MatrixD w = inOut ? MatrixD(numbers.transpose().cast<double>()) : MatrixD(numbers.cast<double>());
  for (const Index from : {Index{0}, Index{5}, Index{32}}) {
    const MatrixD expected = x.cast<double>() * w.middleRows(from, 200).transpose();
    Matrix found(rows, 200), one(rows, 200);
    apply({LinearTask{l, found, Activation::Identity, from}}, x);
    QVERIFY((found.cast<double>() - expected).cwiseAbs().maxCoeff() < 1e-3);
    setThreadCount(1);
    apply({LinearTask{l, one, Activation::Identity, from}}, x);
    setThreadCount(0);
    QVERIFY(one == found);
  }
}

void TestOps::codesInBlocks_data() {
  QTest::addColumn<int>("format");
  QTest::addColumn<int>("block");
  QTest::newRow("INT8") << static_cast<int>(Dtype::INT8) << 38;
  QTest::newRow("INT4") << static_cast<int>(Dtype::INT4) << 22;
  QTest::newRow("FP8") << static_cast<int>(Dtype::FP8) << 36;
  QTest::newRow("NF4") << static_cast<int>(Dtype::NF4) << 20;
  QTest::newRow("MXFP4") << static_cast<int>(Dtype::MXFP4) << 17;
}

/// Codes with scales and zero points: the same numbers in blocks as one by one, and the same products.
void TestOps::codesInBlocks() {
  QFETCH(int, format);
  QFETCH(int, block);
  constexpr Index kRows = 70, kCols = 160;
  const auto blocks = static_cast<Dtype>(format);
  const bool wholes = blocks == Dtype::INT8 || blocks == Dtype::INT4;
  const auto values = codeValues(blocks);
  const auto codeAt = [&](Index row, Index col) {
    const auto code = static_cast<std::size_t>(row * 31 + col * 7) % values.size();
    return static_cast<std::uint8_t>(std::isnan(values[code]) ? 1 : code);
  };
  const auto scaleAt = [&](Index row, Index group) {
    return blocks == Dtype::MXFP4 ? std::ldexp(1.0F, static_cast<int>((row + group) % 5) - 4)
                                  : 0.01F * static_cast<float>(1 + row % 9 + group);
  };
  const auto zeroAt = [&](Index row, Index group) {
    return wholes ? static_cast<std::int16_t>(3 + (row + group) % 6) : std::int16_t{0};
  };
  const auto matrixOf = [&](Index group) {
    CodedMatrix matrix;
    matrix.blocks = blocks;
    matrix.shape = {kRows, kCols};
    matrix.group = group;
    matrix.read = [=](Index first, Index count, CodedRows& rows) {
      const Index groups = (kCols + group - 1) / group;
      for (Index r = 0; r < count; ++r) {
        for (Index c = 0; c < kCols; ++c) rows.codes[static_cast<std::size_t>(r * kCols + c)] = codeAt(first + r, c);
        for (Index g = 0; g < groups; ++g) {
          rows.scales[static_cast<std::size_t>(r * groups + g)] = scaleAt(first + r, g);
          rows.zeros[static_cast<std::size_t>(r * groups + g)] = zeroAt(first + r, g);
        }
      }
    };
    return tensorOf(std::move(matrix));
  };
  for (const Index group : {Index{64}, Index{48}}) {  // The last group is smaller; a part of a block cannot be packed.
    const StoredTensor lazy = matrixOf(group), tensor = made(lazy);
    QVERIFY(lazy.bytes.empty() && lazy.count() == kRows * kCols);
    QCOMPARE(tensor.format, group == 64 ? blocks : Dtype::F32);
    QCOMPARE(tensor.bytes.size(), static_cast<std::size_t>(kRows * kCols / 32 * (group == 64 ? block : 128)));
    Matrix expected(kRows, kCols);
    for (Index r = 0; r < kRows; ++r)
      for (Index c = 0; c < kCols; ++c)
        expected(r, c) = scaleAt(r, c / group) * (values[codeAt(r, c)] - static_cast<float>(zeroAt(r, c / group)));
    QVERIFY(Eigen::Map<const Matrix>(floatsOf(lazy).data(), kRows, kCols) == expected);
    Linear l;
    l.weight = WeightMatrix(tensor, kRows, kCols, false);
    QCOMPARE(l.weight.bytesInMemory(), tensor.bytes.size());
    for (const bool inOut : {false, true})
      for (const Index n : {Index{1}, Index{3}}) {
        l.inOut = inOut;
        const Matrix x = randomMatrix(n, l.in(), 4);
        Matrix found(n, l.out());
        apply(l, x, found);
        const MatrixD w = inOut ? MatrixD(expected.transpose().cast<double>()) : MatrixD(expected.cast<double>());
        const MatrixD wanted = x.cast<double>() * w.transpose();
        QVERIFY((found.cast<double>() - wanted).cwiseAbs().maxCoeff() <
                1e-5 * std::max(1.0, wanted.cwiseAbs().maxCoeff()));
      }
  }
}

void TestOps::rotationKeepsLengthsAndDistances() {
  const Index n = 6, heads = 2, dHead = 10, dims = 8;
  for (const bool interleaved : {false, true}) {
    RotaryTable table;
    table.interleaved = interleaved;
    table.cos.resize(n, dims / 2);
    table.sin.resize(n, dims / 2);
    for (Index i = 0; i < n; ++i)
      for (Index j = 0; j < dims / 2; ++j) {
        const double angle = static_cast<double>(i) * std::pow(100.0, -2.0 * static_cast<double>(j) / dims);
        table.cos(i, j) = static_cast<float>(std::cos(angle));
        table.sin(i, j) = static_cast<float>(std::sin(angle));
      }
    const Matrix row = randomMatrix(1, heads * dHead, 8), other = randomMatrix(1, heads * dHead, 9);
    Matrix q = row.replicate(n, 1), k = other.replicate(n, 1);
    rotate(table, heads, q);
    rotate(table, heads, k);
    for (Index i = 1; i < n; ++i) {
      QVERIFY(std::abs(q.row(i).norm() - row.norm()) < 1e-5F);
      QVERIFY((q.row(i) - row).norm() > 0.1F);
      QCOMPARE(q(i, dHead - 1), row(0, dHead - 1));  // Behind the rotated part.
      // The product depends on the distance alone.
      QVERIFY(std::abs(q.row(i).dot(k.row(i - 1)) - q.row(1).dot(k.row(0))) < 1e-4F);
    }
  }
}

void TestOps::loopsPassErrorsOn() {
  setThreadCount(3);
  std::atomic<int> done{0};
  try {
    parallelFor(100, [&](Index i) {
      if (i == 7) throw std::runtime_error("seven");
      ++done;
    });
    QFAIL("expected an exception");
  } catch (const std::runtime_error& error) {
    QCOMPARE(error.what(), "seven");
  }
  QVERIFY(done < 100);
  parallelFor(50, [&](Index) { ++done; });
  QVERIFY(done >= 50);
  setThreadCount(0);
}

void TestOps::partsOfProductsAreThoseOfTheWhole_data() {
  QTest::addColumn<int>("width");
  for (const int width : {1, 5, 8, 64, 80, 129}) QTest::addRow("%d", width) << width;
}

void TestOps::partsOfProductsAreThoseOfTheWhole() {
  QFETCH(int, width);
  const Matrix a = randomMatrix(53, width + 3, 1), b = randomMatrix(71, width + 7, 2);
  const auto left = a.middleCols(2, width), right = b.leftCols(width);
  Matrix whole(53, 71);
  dotProducts(left, right, 0.3F, whole);
  const MatrixD expected = 0.3 * left.cast<double>() * right.cast<double>().transpose();
  QVERIFY((whole.cast<double>() - expected).cwiseAbs().maxCoeff() < 1e-5 * width);
  for (Index row = 0; row < 53; row += 3)
    for (Index col = 0; col < 71; col += 5)
      for (const auto& [rows, cols] : {std::pair<Index, Index>{1, 1}, {2, 16}, {7, 17}, {53, 71}}) {
        Matrix part(std::min(rows, 53 - row), std::min(cols, 71 - col));
        dotProducts(left.middleRows(row, part.rows()), right.middleRows(col, part.cols()), 0.3F, part);
        QVERIFY(part == whole.block(row, col, part.rows(), part.cols()));
      }
}

void TestOps::whatIsNotFiniteIsFound() {
  Matrix numbers = randomMatrix(9, 70, 3);
  numbers(2, 5) = 3.4e38F;
  numbers(3, 5) = -0.0F;
  QVERIFY(!firstNotFinite(numbers));
  for (const float bad : {NAN, INFINITY, -INFINITY})
    for (const Index col : {Index{0}, Index{31}, Index{69}}) {
      Matrix broken = numbers;
      broken(6, col) = broken(8, 0) = bad;
      QCOMPARE(firstNotFinite(broken), std::optional<Index>(6));
      QCOMPARE(firstNotFinite(broken.middleCols(col, 1)), std::optional<Index>(6));
    }
}

/// Where the system starts no more threads, those that there are do the work.
void TestOps::loopsGoOnWithoutNewThreads() {
  rlimit before{};
  QCOMPARE(::getrlimit(RLIMIT_AS, &before), 0);
  std::ifstream statm("/proc/self/statm");
  rlim_t pages = 0;
  if (!(statm >> pages)) QSKIP("SKIPPED: no /proc to tell how much memory is taken");
  // A thread wants megabytes for its stack.
  const rlimit tight{pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + (1 << 20), before.rlim_max};
  std::atomic<int> done{0};
  ::setrlimit(RLIMIT_AS, &tight);
  setThreadCount(64);
  parallelFor(200, [&](Index) { ++done; });
  ::setrlimit(RLIMIT_AS, &before);
  QCOMPARE(done.load(), 200);
  setThreadCount(0);
}

void TestOps::loopsNest() {
  setThreadCount(2);
  std::atomic<int> sum{0};
  parallelFor(10, [&](Index i) { parallelFor(10, [&](Index j) { sum += static_cast<int>(i * j); }); });
  QCOMPARE(sum.load(), 45 * 45);
  std::vector<std::thread> callers;
  std::atomic<int> count{0};
  for (int t = 0; t < 4; ++t)
    callers.emplace_back([&] {
      for (int repeat = 0; repeat < 200; ++repeat) parallelFor(4, [&](Index) { ++count; });
    });
  for (std::thread& caller : callers) caller.join();
  QCOMPARE(count.load(), 4 * 200 * 4);
  setThreadCount(0);
}

HEADLIGHT_TEST(TestOps)
#include "test_ops.moc"
