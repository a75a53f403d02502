#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/model/adapter.h"
#include "core/model/architecture.h"
#include "core/model/model_folder.h"
#include "core/model/model_source.h"
#include "tests/support/file_content.h"
#include "tests/support/model_data.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::contentOf;
using headlight::test::kFamilies;
using headlight::test::kModels;
using headlight::testing::messageOf;
using headlight::testing::TestTensor;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

Matrix logitsOf(const fs::path& place) {
  return Model::open(place)->run(encodingOfIds(std::vector<std::int64_t>{3, 9, 4, 11}, nullptr))->logits.all();
}

}  // namespace

/// Adapters over a base model; test_reference_models compares the numbers of whole ones.
class TestAdapters : public QObject {
  Q_OBJECT
  std::unique_ptr<QTemporaryDir> m_folder;

  fs::path folder() const { return fs::path(m_folder->path().toStdString()) / "adapter"; }
  /// A copy of an adapter of tests/data/families and, if wanted, of its base beside it.
  void copy(const std::string& name, const std::function<void(Json&)>& change = {}, bool withBase = true) const {
    fs::create_directories(folder());
    fs::copy(kFamilies / name / "adapter/adapter_model.safetensors", folder() / "adapter_model.safetensors");
    Json config = Json::parse(contentOf(kFamilies / name / "adapter/adapter_config.json"));
    if (change) change(config);
    std::ofstream(folder() / "adapter_config.json") << config.dump();
    if (withBase) fs::copy(kFamilies / name / "base", folder().parent_path() / "base");
  }
  std::string refusal() const {
    return messageOf<Error>([&] { openModelFolder(folder()); });
  }

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }
  void scaleGoesFromTheBaseToTheAdapter_data();
  void scaleGoesFromTheBaseToTheAdapter();
  void placesAreRead();
  void theBaseIsFound();
  void otherKindsAreRefused_data();
  void otherKindsAreRefused();
  void settingsThatAgreeWithTheTensorsAreTaken_data();
  void settingsThatAgreeWithTheTensorsAreTaken();
  void matricesOfGpt2LieTheOtherWay();
  void theBaseDecidesHowMatricesLie();
  void ownModulesAndBiasesReplaceThoseOfTheBase();
  void tensorsThatDoNotFitAreNamed();
};

void TestAdapters::scaleGoesFromTheBaseToTheAdapter_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"lora-llama", "lora-patterns", "lora-dora"}) QTest::newRow(name) << name;
}

void TestAdapters::scaleGoesFromTheBaseToTheAdapter() {
  QFETCH(QString, name);
  const fs::path pair = kFamilies / name.toStdString();
  const Matrix base = logitsOf(pair / "base"), whole = logitsOf(pair / "adapter");
  QVERIFY((whole - base).cwiseAbs().maxCoeff() > 0.1F);
  QVERIFY((logitsOf(AdapterPlace{pair / "adapter", 0}.path()) - base).cwiseAbs().maxCoeff() < 1e-5F);
  const Matrix half = logitsOf(AdapterPlace{pair / "adapter", 0.5}.path());
  QVERIFY((half - base).norm() < (whole - base).norm() && (half - base).norm() > 0.1F * (whole - base).norm());
  const ModelFolder opened = openModelFolder(AdapterPlace{pair / "adapter", 0.5}.path());
  QCOMPARE(opened.name, std::string("adapter#scale=0.5"));
}

void TestAdapters::placesAreRead() {
  const AdapterPlace both = adapterPlace("/a/b#scale=0.25,base=/c/d#x");
  QCOMPARE(both.folder, fs::path("/a/b"));
  QCOMPARE(both.scale, 0.25);
  QCOMPARE(*both.base, fs::path("/c/d#x"));
  QCOMPARE(both.path(), fs::path("/a/b#scale=0.25,base=/c/d#x"));
  QCOMPARE(adapterPlace("/a/b#cross").folder, fs::path("/a/b#cross"));
  for (const char* wrong : {"/a#scale=2", "/a#scale=", "/a#scale=0.5,rank=3", "/a#scale=nan"})
    QVERIFY2(messageOf<Error>([&] { adapterPlace(wrong); }).find("scale=NUMBER from 0 to 1") != std::string::npos,
             wrong);
  // A model takes no scale.
  QVERIFY(messageOf<Error>([&] {
            Model::open((kModels / "gpt2").string() + "#scale=0.5");
          }).find("expected the folder of an adapter") != std::string::npos);
}

void TestAdapters::theBaseIsFound() {
  // On the Hub the base is named by its repository; a folder of that name may lie beside the adapter.
  copy("lora-llama", [](Json& config) { config["base_model_name_or_path"] = "somebody/base"; });
  const Matrix expected = logitsOf(kFamilies / "lora-llama/adapter");
  QVERIFY(logitsOf(folder()) == expected);
  fs::rename(folder().parent_path() / "base", folder().parent_path() / "elsewhere");
  const std::string message = refusal();
  for (const char* part : {"an adapter (LORA)", "somebody/base", "--base DIR"})
    QVERIFY2(message.find(part) != std::string::npos, message.c_str());
  QVERIFY(logitsOf(AdapterPlace{folder(), 1, folder().parent_path() / "elsewhere"}.path()) == expected);
}

void TestAdapters::otherKindsAreRefused_data() {
  QTest::addColumn<QString>("key");
  QTest::addColumn<QString>("value");
  QTest::addColumn<QString>("said");
  const auto row = [](const char* key, const char* value, const char* said) {
    QTest::addRow("%s: %s", key, value) << key << value << said;
  };
  row("peft_type", R"("IA3")", "an adapter of the kind IA3");
  row("peft_type", R"("VERA")", "an adapter of the kind VERA");
  row("init_lora_weights", R"("pissa_niter_4")", "found 'pissa_niter_4'");
  row("use_qalora", "true", "'use_qalora'");
  row("layer_replication", "[[0, 2], [0, 2]]", "'layer_replication'");
  row("target_parameters", R"(["mlp.experts.gate_up_proj"])", "'target_parameters'");
  row("trainable_token_indices", "[1, 2]", "'trainable_token_indices'");
  row("a_later_setting", "1", "'a_later_setting'");
  row("use_dora", "true", "lora_magnitude_vector': expected one");
  row("target_modules", R"(["foo"])", "'target_modules': expected modules as the adapter's tensors have them");
  row("target_modules", "[]", "leaves out 'model.layers.0.mlp.down_proj', which they change");
  row("target_modules", R"(".*\\.self_attn\\..*")", "leaves out 'model.layers.0.mlp.down_proj'");
  row("exclude_modules", R"(["o_proj"])", "'exclude_modules': expected modules");
  row("layers_to_transform", "[0]", "leaves out 'model.layers.1.mlp.down_proj'");
  row("modules_to_save", R"(["lm_head"])", "expected tensors of the adapter for the module 'lm_head', found none");
  row("lora_alpha", "null", "'lora_alpha': expected a number, found null");
  row("r", "null", "'r': expected a number, found null");
  row("r", "3", "expected the rank 3, the adapter has [4, 40]");
  row("rank_pattern", R"({"q_proj": 2})", "expected the rank 2");
}

void TestAdapters::otherKindsAreRefused() {
  QFETCH(QString, key);
  QFETCH(QString, value);
  QFETCH(QString, said);
  copy("lora-llama", [&](Json& config) { config[key.toStdString()] = Json::parse(value.toStdString()); });
  QVERIFY2(QString::fromStdString(refusal()).contains(said), refusal().c_str());
}

void TestAdapters::settingsThatAgreeWithTheTensorsAreTaken_data() {
  QTest::addColumn<QString>("key");
  QTest::addColumn<QString>("value");
  const auto row = [](const char* key, const char* value) { QTest::addRow("%s: %s", key, value) << key << value; };
  row("target_modules", R"("all-linear")");
  row("target_modules", R"(".*_proj")");
  row("target_modules", "null");
  row("layers_to_transform", "[0, 1]");
  row("layers_pattern", R"("layers")");
  row("exclude_modules", R"(["lm_head"])");
  // What the tool writes for every classifier, whichever of the two the model has.
  row("modules_to_save", R"(["classifier", "score"])");
}

void TestAdapters::settingsThatAgreeWithTheTensorsAreTaken() {
  QFETCH(QString, key);
  QFETCH(QString, value);
  copy("lora-llama", [&](Json& config) {
    config[key.toStdString()] = Json::parse(value.toStdString());
    if (key == "layers_pattern") config["layers_to_transform"] = {0, 1};
  });
  QVERIFY(logitsOf(folder()) == logitsOf(kFamilies / "lora-llama/adapter"));
}

/// fan_in_fan_out says how the base stores its weights; where it is wrong, the reference library takes the base's kind.
void TestAdapters::theBaseDecidesHowMatricesLie() {
  copy("lora-llama", [](Json& config) { config["fan_in_fan_out"] = true; });
  QVERIFY(logitsOf(folder()) == logitsOf(kFamilies / "lora-llama/adapter"));
  const std::vector<std::string> remarks = openModelFolder(folder()).model->info().remarks;
  QVERIFY(std::any_of(remarks.begin(), remarks.end(), [](const std::string& remark) {
    return remark.find("fan_in_fan_out: true, but 'model.layers.0.mlp.down_proj' of the base model is not stored as") !=
           std::string::npos;
  }));
}

/// GPT-2 stores its maps as [in, out]: the adapter over it is the model with the product added.
void TestAdapters::matricesOfGpt2LieTheOtherWay() {
  const Json written = Json::parse(contentOf(kModels / "gpt2/config.json"));
  std::vector<TestTensor> tensors;
  std::string name;
  Shape shape;
  for (const auto& [each, tensor] : readSafetensors(kModels / "gpt2/model.safetensors")) {
    tensors.push_back({each, {tensor.shape.begin(), tensor.shape.end()}, floatsOf(tensor)});
    if (name.empty() && each.ends_with("attn.c_proj.weight")) name = each, shape = tensor.shape;
  }
  QVERIFY(!name.empty() && shape[0] == shape[1]);  // A square one, where the shape does not tell.
  const auto width = static_cast<std::size_t>(shape[0]);
  TestTensor a{"base_model.model." + name.substr(0, name.size() - 6) + "lora_A.weight", {1, shape[0]}, {}};
  TestTensor b{"base_model.model." + name.substr(0, name.size() - 6) + "lora_B.weight", {shape[0], 1}, {}};
  for (std::size_t i = 0; i < width; ++i) {
    a.values.push_back(0.1F * static_cast<float>(i % 5));
    b.values.push_back(0.3F * static_cast<float>(i % 3) - 0.2F);
  }
  fs::create_directories(folder());
  headlight::testing::writeSafetensors((folder() / "adapter_model.safetensors").string(), {a, b});
  std::ofstream(folder() / "adapter_config.json")
      << R"({"peft_type": "LORA", "r": 1, "lora_alpha": 2, "fan_in_fan_out": true,
    "base_model_name_or_path": ")"
      << (kModels / "gpt2").string() << R"("})";
  for (TestTensor& tensor : tensors)
    if (tensor.name == name)
      for (std::size_t i = 0; i < width; ++i)
        for (std::size_t o = 0; o < width; ++o) tensor.values[i * width + o] += 2 * a.values[i] * b.values[o];
  const fs::path merged = folder().parent_path() / "merged";
  fs::create_directories(merged);
  headlight::testing::writeSafetensors((merged / "model.safetensors").string(), tensors);
  std::ofstream(merged / "config.json") << written.dump();
  QVERIFY((logitsOf(folder()) - logitsOf(merged)).cwiseAbs().maxCoeff() < 1e-5F);
  Json said = Json::parse(contentOf(folder() / "adapter_config.json"));
  said["fan_in_fan_out"] = false;
  std::ofstream(folder() / "adapter_config.json") << said.dump();
  QVERIFY((logitsOf(folder()) - logitsOf(merged)).cwiseAbs().maxCoeff() < 1e-5F);
  QVERIFY((logitsOf(folder()) - logitsOf(kModels / "gpt2")).cwiseAbs().maxCoeff() > 1e-3F);
}

void TestAdapters::ownModulesAndBiasesReplaceThoseOfTheBase() {
  copy("lora-llama", [](Json& config) { config["task_type"] = "SEQ_CLS"; });
  std::vector<TestTensor> tensors;
  for (const auto& [name, tensor] : readSafetensors(folder() / "adapter_model.safetensors"))
    tensors.push_back({name, {tensor.shape.begin(), tensor.shape.end()}, floatsOf(tensor)});
  tensors.push_back({"base_model.model.score.weight", {3, 32}, std::vector<float>(96, 0.5F)});
  headlight::testing::writeSafetensors((folder() / "adapter_model.safetensors").string(), tensors);
  const auto model = Model::open(folder());
  QVERIFY(model->info().head == OutputHeadKind::SequenceClassification);
  QCOMPARE(model->description().head.outputs, Index{3});
}

void TestAdapters::tensorsThatDoNotFitAreNamed() {
  copy("lora-llama");
  const auto with = [&](const TestTensor& more) {
    headlight::testing::writeSafetensors((folder() / "adapter_model.safetensors").string(), {more});
    return refusal();
  };
  const auto says = [](const std::string& message, const std::string& part) {
    QVERIFY2(message.find(part) != std::string::npos, message.c_str());
  };
  says(with({"base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight", {4, 32}, std::vector<float>(128)}),
       "q_proj.lora_B.weight': expected beside the other one");
  says(with({"base_model.model.x.lora_mixture", {1}, {1}}), "lora_mixture': expected a part of LoRA");
  headlight::testing::writeSafetensors(
      (folder() / "adapter_model.safetensors").string(),
      {{"base_model.model.model.layers.9.self_attn.q_proj.lora_A.weight", {4, 32}, std::vector<float>(128)},
       {"base_model.model.model.layers.9.self_attn.q_proj.lora_B.weight", {32, 4}, std::vector<float>(128)}});
  says(refusal(), "expected a tensor 'model.layers.9.self_attn.q_proj.weight' in the base model, found none");
}

HEADLIGHT_TEST(TestAdapters)
#include "test_adapters.moc"
