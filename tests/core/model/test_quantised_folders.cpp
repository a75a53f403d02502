#include <QTemporaryDir>
#include <QtTest>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/model/model_folder.h"
#include "core/model/model_source.h"
#include "tests/support/file_content.h"
#include "tests/support/model_data.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::contentOf;
using headlight::test::kFamilies;
using headlight::testing::messageOf;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

const std::string kMatrix = "model.layers.0.self_attn.q_proj.";

}  // namespace

/// Folders whose weights are quantised, whole (test_reference_models compares their numbers) and broken.
class TestQuantisedFolders : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  fs::path folder() const { return m_folder.path().toStdString(); }
  /// A copy of a reference model with another config.json and another header of its weights.
  void copy(const std::string& model, const std::function<void(Json&)>& changeConfig,
            const std::function<void(Json&)>& changeHeader) const {
    Json config = Json::parse(contentOf(kFamilies / model / "config.json"));
    if (changeConfig) changeConfig(config);
    std::ofstream(folder() / "config.json") << config.dump();
    const std::string weights = contentOf(kFamilies / model / "model.safetensors");
    std::uint64_t length = 0;
    std::memcpy(&length, weights.data(), sizeof length);
    Json header = Json::parse(weights.substr(8, length));
    if (changeHeader) changeHeader(header);
    headlight::testing::writeRawSafetensors((folder() / "model.safetensors").string(), header.dump(),
                                            weights.substr(8 + length));
  }

 private slots:
  void brokenTensorsAreNamed_data();
  void brokenTensorsAreNamed();
  void settingsAreRefused_data();
  void settingsAreRefused();
  void memoryIsThatOfTheBlocks();
};

void TestQuantisedFolders::brokenTensorsAreNamed_data() {
  QTest::addColumn<QString>("model");
  QTest::addColumn<QString>("tensor");
  QTest::addColumn<QString>("shape");  // Empty: the tensor is left out.
  QTest::addColumn<QString>("message");
  const auto row = [](const char* model, const std::string& tensor, const char* shape, const std::string& message) {
    QTest::addRow("%s, %s%s", model, tensor.c_str(), shape)
        << model << QString::fromStdString(tensor) << shape << QString::fromStdString(message);
  };
  const auto missing = [](const std::string& tensor, const std::string& expected) {
    return "tensor '" + tensor + "': expected " + expected +
           "beside the quantised weights, the file has no tensor of that name";
  };
  const auto wrong = [](const std::string& tensor, const std::string& expected, const std::string& found) {
    return "tensor '" + tensor + "': expected " + expected + ", the file has " + found;
  };
  const std::string m = kMatrix;
  row("fp8-llama", m + "weight_scale_inv", "", missing(m + "weight_scale_inv", ""));
  row("fp8-llama", m + "weight_scale_inv", "[4, 1]", wrong(m + "weight_scale_inv", "[2, 2]", "F32 [4, 1]"));
  row("fp8-llama", m + "weight", "", missing(m + "weight", "F8_E4M3 "));
  row("ct-int8-llama", m + "weight_scale", "[2, 16]", wrong(m + "weight_scale", "[32, 1]", "BF16 [2, 16]"));
  row("ct-fp8-llama", m + "weight_scale", "", missing(m + "weight_scale", ""));
  row("ct-int4-pack-llama", m + "weight_shape", "", missing(m + "weight_shape", "[2] "));
  row("ct-int4-pack-llama", m + "weight_packed", "[16, 8]",
      wrong(m + "weight_packed", "words of 4 or 8 bits of a matrix [32, 32] (weight_shape)", "I32 [16, 8]"));
  row("ct-int4-pack-llama", m + "weight_scale", "[64]",
      wrong(m + "weight_scale", "real numbers, [32, groups]", "BF16 [64]"));
  row("bnb-nf4-llama", m + "weight.absmax", "", missing(m + "weight.absmax", "[16] "));
  row("bnb-nf4-llama", m + "weight.quant_map", "", missing(m + "weight.quant_map", "[16] "));
  row("bnb-nf4-llama", m + "weight.absmax", "[4, 4]", wrong(m + "weight.absmax", "[16]", "U8 [4, 4]"));
  row("bnb-int8-llama", m + "SCB", "[4, 8]", wrong(m + "SCB", "[32]", "F32 [4, 8]"));
  row("gptq-4bit-llama", m + "qzeros", "", missing(m + "qzeros", "I32 or U32 [2, 4] "));
  row("gptq-4bit-llama", m + "scales", "[32, 2]", wrong(m + "scales", "[2, 32]", "F16 [32, 2]"));
  row("gptq-4bit-llama", m + "g_idx", "[2, 16]", wrong(m + "g_idx", "[32]", "I32 [2, 16]"));
  row("awq-4bit-llama", m + "qzeros", "", missing(m + "qzeros", "I32 or U32 [2, 4] "));
  row("awq-4bit-llama", m + "qweight", "[16, 8]", wrong(m + "scales", "[1, 64]", "F16 [2, 32]"));
  row("mxfp4-gptoss", "model.layers.0.mlp.experts.down_proj_scales", "[32, 4, 1]",
      wrong("model.layers.0.mlp.experts.down_proj_scales", "U8 or F8_E8M0 [4, 32, 1]", "U8 [32, 4, 1]"));
}

void TestQuantisedFolders::brokenTensorsAreNamed() {
  QFETCH(QString, model);
  QFETCH(QString, tensor);
  QFETCH(QString, shape);
  QFETCH(QString, message);
  copy(model.toStdString(), {}, [&](Json& header) {
    QVERIFY(header.contains(tensor.toStdString()));
    if (shape.isEmpty())
      header.erase(tensor.toStdString());
    else
      header[tensor.toStdString()]["shape"] = Json::parse(shape.toStdString());
  });
  const QString found = QString::fromStdString(messageOf<Error>([&] { openModelFolder(folder()); }));
  QVERIFY2(found.startsWith("weights quantised by ") && found.endsWith(": " + message), qPrintable(found));
}

void TestQuantisedFolders::settingsAreRefused_data() {
  QTest::addColumn<QString>("model");
  QTest::addColumn<QString>("key");
  QTest::addColumn<QString>("value");
  QTest::addColumn<QString>("said");
  const auto row = [](const char* model, const char* key, const char* value, const char* said) {
    QTest::addRow("%s, %s: %s", model, key, value) << model << key << value << said;
  };
  row("gptq-4bit-llama", "bits", "5", "expected 2, 3, 4 or 8, found 5");
  row("gptq-4bit-llama", "checkpoint_format", R"("marlin")", "expected gptq or gptq_v2, found 'marlin'");
  row("gptq-4bit-llama", "dynamic", R"({"+:lm_head": {"bits": 8}})", "'dynamic'");
  row("gptq-4bit-llama", "group_size", "32", "scales': expected [2, 32]");
  row("awq-4bit-llama", "version", R"("gemv")", "expected gemm, found 'gemv'");
  row("awq-4bit-llama", "bits", "3", "expected 4, found 3");
  row("ct-int8-llama", "format", R"("nvfp4-pack-quantized")", "found 'nvfp4-pack-quantized'");
  row("ct-int8-llama", "sparsity_config", R"({"format": "sparse-24-bitmask"})", "found 'sparse-24-bitmask'");
  row("fp8-llama", "weight_block_size", "[0, 16]", "expected two positive numbers");
  row("fp8-llama", "weight_block_size", "[32, 32]", "weight_scale_inv': expected [1, 2], the file has F32 [2, 3]");
  row("fp8-llama", "quant_method", R"("quip")",
      "one of fp8, fbgemm_fp8, compressed-tensors, bitsandbytes, gptq, awq, mxfp4");
}

void TestQuantisedFolders::settingsAreRefused() {
  QFETCH(QString, model);
  QFETCH(QString, key);
  QFETCH(QString, value);
  QFETCH(QString, said);
  copy(model.toStdString(),
       [&](Json& config) { config["quantization_config"][key.toStdString()] = Json::parse(value.toStdString()); }, {});
  const QString message = QString::fromStdString(messageOf<Error>([&] { openModelFolder(folder()); }));
  QVERIFY2(message.contains(said), qPrintable(message));
}

void TestQuantisedFolders::memoryIsThatOfTheBlocks() {
  // Each matrix of experts has 4 · 64 · 32 or 4 · 32 · 32 numbers, a block of 17 bytes for 32 of them.
  const Checkpoint checkpoint = modelSourceAt(kFamilies / "mxfp4-gptoss").tensors({});
  const StoredTensor* experts = checkpoint.find("model.layers.0.mlp.experts.gate_up_proj");
  QVERIFY(experts && experts->bytes.empty());
  QCOMPARE(experts->format, Dtype::MXFP4);
  QCOMPARE(experts->shape, (Shape{4, 64, 32}));
  QCOMPARE(made(*experts).bytes.size(), std::size_t{4 * 64 * 17});
  QVERIFY(!checkpoint.has("model.layers.0.mlp.experts.gate_up_proj_blocks"));
  const auto model = Model::open(kFamilies / "gptq-4bit-llama");
  QCOMPARE(model->info().dtype, std::string("F32"));  // Groups of 16 are less than a block.
}

HEADLIGHT_TEST(TestQuantisedFolders)
#include "test_quantised_folders.moc"
