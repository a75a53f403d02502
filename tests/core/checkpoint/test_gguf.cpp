#include <QtTest>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/checkpoint/gguf/gguf_file.h"
#include "core/checkpoint/number_kernels.h"
#include "core/model/model.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

class TestGguf : public QObject {
  Q_OBJECT

 private slots:
  void blocks_data();
  void blocks();
  void productsOfBlocks();
  void metadataByMeaning();
  void brokenFilesSayWhatIsWrong_data();
  void brokenFilesSayWhatIsWrong();
};

namespace {

Dtype formatOf(const std::string& name) {
  for (std::size_t i = 0; i < kDtypes; ++i)
    if (nameOf(static_cast<Dtype>(i)) == name) return static_cast<Dtype>(i);
  throw Error("no format '" + name + "'");
}

/// The folders of blocks: what is kept here, and the larger data where it is.
std::vector<fs::path> folders(const char* name) {
  std::vector<fs::path> found;
  for (const fs::path& root : reference::ggufRoots())
    if (fs::is_directory(root / name)) found.push_back(root / name);
  return found;
}

}  // namespace

void TestGguf::blocks_data() {
  QTest::addColumn<QString>("folder");
  QTest::addColumn<QString>("name");
  for (const fs::path& folder : folders("dequant"))
    for (const auto& type : parseJson(readFile(folder / "types.json"), "types.json"))
      QTest::addRow("%s, %s", type["name"].get<std::string>().c_str(), folder.parent_path().filename().c_str())
          << QString::fromStdString(folder.string()) << QString::fromStdString(type["name"].get<std::string>());
}

/// Every number of every packed format, to the bit.
void TestGguf::blocks() {
  QFETCH(QString, folder);
  QFETCH(QString, name);
  const fs::path at = folder.toStdString();
  const std::string raw = readFile(at / (name.toStdString() + ".raw")),
                    values = readFile(at / (name.toStdString() + ".f32"));
  const Dtype format = formatOf(name.toStdString());
  const NumberBlock block = blockOf(format);
  QCOMPARE(raw.size() % block.bytes, std::size_t{0});
  const std::size_t count = raw.size() / block.bytes * block.numbers;
  QCOMPARE(values.size(), count * sizeof(float));
  std::vector<float> found(count), expected(count);
  std::memcpy(expected.data(), values.data(), values.size());
  toFloats(format, std::as_bytes(std::span(raw)), found);
  for (std::size_t i = 0; i < count; ++i)
    if (std::memcmp(&found[i], &expected[i], sizeof(float)) != 0)
      QFAIL(
          qPrintable(QString("%1: number %2: expected %3, found %4").arg(name).arg(i).arg(expected[i]).arg(found[i])));
}

/// Products are those of the unpacked numbers, in each format, for rows of several blocks.
void TestGguf::productsOfBlocks() {
  const fs::path folder = folders("dequant").front();
  for (const auto& type : parseJson(readFile(folder / "types.json"), "types.json")) {
    const auto name = type["name"].get<std::string>();
    const Dtype format = formatOf(name);
    const NumberKernels& kernels = kernelsOf(format);
    if (!kernels.multiply) continue;
    const NumberBlock block = blockOf(format);
    const std::string raw = readFile(folder / (name + ".raw"));
    const auto rowBlocks = static_cast<std::size_t>(raw.size() / block.bytes / kRowsAdded);
    if (rowBlocks == 0) continue;
    const auto n = static_cast<Index>(rowBlocks * block.numbers);
    const auto* bytes = reinterpret_cast<const std::byte*>(raw.data());
    std::vector<float> x(static_cast<std::size_t>(n)), y(static_cast<std::size_t>(n), 0.5F), scales{0.5F, -2, 0.25F, 1};
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(static_cast<int>(i * 37 % 101) - 50) / 64;
    std::vector<std::vector<float>> rows;
    const std::byte* places[kRowsAdded];
    for (std::size_t k = 0; k < kRowsAdded; ++k) {
      places[k] = bytes + k * rowBlocks * block.bytes;
      rows.emplace_back(static_cast<std::size_t>(n));
      kernels.unpack(places[k], rows.back().data(), n);
    }
    double expected = 0, size = 1e-30;
    for (std::size_t i = 0; i < x.size(); ++i) {
      expected += static_cast<double>(x[i]) * static_cast<double>(rows[0][i]);
      size += std::abs(static_cast<double>(x[i]) * static_cast<double>(rows[0][i]));
    }
    if (size > 1e30) continue;  // Random scales near the end of the range.
    float product = 0;
    kernels.multiply(x.data(), places[0], 0, 1, n, &product);
    QVERIFY2(std::abs(static_cast<double>(product) - expected) < 1e-5 * size, name.c_str());
    kernels.addRows(y.data(), scales.data(), places, n);
    for (std::size_t i = 0; i < y.size(); ++i) {
      double sum = 0.5, most = 1;
      for (std::size_t k = 0; k < kRowsAdded; ++k) {
        sum += static_cast<double>(scales[k]) * static_cast<double>(rows[k][i]);
        most += std::abs(static_cast<double>(scales[k]) * static_cast<double>(rows[k][i]));
      }
      QVERIFY2(std::abs(static_cast<double>(y[i]) - sum) < 1e-5 * most, name.c_str());
    }
  }
}

/// Whole numbers of every width, and a list with one for each layer.
void TestGguf::metadataByMeaning() {
  const GgufFile file = GgufFile::open(folders("bad").front() / "good.gguf");
  QCOMPARE(file.metadata.text("general.architecture"), std::string_view("llama"));
  QCOMPARE(file.metadata.integer("llama.block_count"), std::int64_t{1});
  QVERIFY(file.metadata.number("llama.attention.layer_norm_rms_epsilon") > 0);
  QVERIFY(!file.metadata.texts("tokenizer.ggml.tokens").empty());
  QVERIFY(file.tensors.contains("token_embd.weight"));
  QVERIFY_THROWS_EXCEPTION(Error, file.metadata.integer("general.architecture"));
  QVERIFY_THROWS_EXCEPTION(Error, file.metadata.integer("llama.not_there"));
  const GgufMetadata summary = ggufSummary(folders("bad").front() / "good.gguf");
  QCOMPARE(summary.text("general.architecture"), std::string_view("llama"));
  QVERIFY(!summary.has("tokenizer.ggml.tokens"));
}

void TestGguf::brokenFilesSayWhatIsWrong_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QStringList>("says");
  for (const fs::path& folder : folders("bad")) {
    for (const auto& each : parseJson(readFile(folder / "bad.json"), "bad.json")) {
      QStringList says;
      for (const auto& word : each["says"]) says << QString::fromStdString(word.get<std::string>());
      if (each["stage"] == "attention" && !each["may_work"].get<bool>())
        QTest::addRow("%s, %s", each["file"].get<std::string>().c_str(), folder.parent_path().filename().c_str())
            << QString::fromStdString((folder / each["file"].get<std::string>()).string()) << says;
    }
  }
}

/// One line that names the file and one of the words that a right message has.
void TestGguf::brokenFilesSayWhatIsWrong() {
  QFETCH(QString, file);
  QFETCH(QStringList, says);
  try {
    Model::open(fs::path(file.toStdString()));
  } catch (const Error& error) {
    const QString what = error.what();
    QVERIFY2(!what.contains('\n'), qPrintable(what));
    QString without = what;
    without.replace(file, "").replace(QString::fromStdString(fs::path(file.toStdString()).filename().string()), "");
    const bool right = std::any_of(says.begin(), says.end(), [&](const QString& word) {
      return without.contains(word, Qt::CaseInsensitive);
    });
    QVERIFY2(right, qPrintable(what));
    return;
  }
  QFAIL("opened");
}

HEADLIGHT_TEST(TestGguf)
#include "test_gguf.moc"
