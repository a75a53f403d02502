#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/model/family.h"
#include "core/model/model.h"
#include "tests/support/file_content.h"
#include "tests/support/model_data.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::contentOf;
using headlight::test::kModels;
namespace fs = std::filesystem;

/// Whether every key of config.json that changes the computation counts, as in the reference library.
class TestConfigKeys : public QObject {
  Q_OBJECT

 private slots:
  void variantsAsTheLibrary_data();
  void variantsAsTheLibrary();
  void moreExpertsThanTheFileHas_data();
  void moreExpertsThanTheFileHas();
  void otherNamesAsTheLibrary_data();
  void otherNamesAsTheLibrary();
  void referenceConfigsAreUnderstood_data();
  void referenceConfigsAreUnderstood();
  void unknownKeysAreTold_data();
  void unknownKeysAreTold();
  void valuesThatAreNotComputedAreRefused_data();
  void valuesThatAreNotComputedAreRefused();
  void everyFamilyTellsOfUnknownKeys();
};

namespace {

const fs::path kData = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/config_keys";

/// A model folder with another config.json, for as long as this lives.
class ChangedFolder {
 public:
  ChangedFolder(const fs::path& weights, const std::string& config) {
    std::ofstream(folder() / "config.json") << config;
    fs::create_symlink(weights, folder() / "model.safetensors");
  }
  fs::path folder() const { return m_folder.path().toStdString(); }

 private:
  QTemporaryDir m_folder;
};

/// A model in tests/data/models or tests/data/families.
fs::path folderOf(const std::string& model) {
  return fs::exists(kModels / model) ? kModels / model : kModels.parent_path() / "families" / model;
}

/// Its config.json with `key` set to a JSON value.
std::string changedConfig(const std::string& model, const std::string& key, const std::string& value) {
  auto config = nlohmann::json::parse(contentOf(folderOf(model) / "config.json"));
  config[key] = nlohmann::json::parse(value);
  return config.dump();
}

/// Remarks on keys of config.json.
std::vector<std::string> keyRemarks(const Model& model) {
  std::vector<std::string> found;
  for (const std::string& remark : model.info().remarks)
    if (remark.starts_with("config.json says '")) found.push_back(remark);
  return found;
}

}  // namespace

void TestConfigKeys::variantsAsTheLibrary_data() {
  QTest::addColumn<QString>("name");
  for (const auto& entry : fs::directory_iterator(kData))
    if (entry.is_directory())
      QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().filename());
}

void TestConfigKeys::variantsAsTheLibrary() {
  QFETCH(QString, name);
  const fs::path variant = kData / name.toStdString();
  const std::string base = name.section('+', 0, 0).toStdString();
  const bool distances = name.contains("+relative-key");
  const ChangedFolder changed(kData / (base + (distances ? "-distances" : "") + ".safetensors"),
                              contentOf(variant / "config.json"));
  const bool refused = fs::exists(variant / "refused.txt");
  if (!refused) fs::create_symlink(variant / "expected.safetensors", changed.folder() / "expected.safetensors");
  try {
    const auto comparison = reference::compare(changed.folder());
    QVERIFY2(!refused, ("opened, where the library says " + contentOf(variant / "refused.txt")).c_str());
    QVERIFY2(comparison.right(), comparison.firstWrong.c_str());
  } catch (const Error& error) {
    QVERIFY2(refused, error.what());
    QVERIFY2(std::string(error.what()).find("config.json") != std::string::npos, error.what());
  }
}

/// Refused by what the file holds, before a description of each is made.
void TestConfigKeys::moreExpertsThanTheFileHas_data() {
  QTest::addColumn<QString>("model");
  QTest::addColumn<QString>("key");
  const char* const rows[][2] = {{"mixtral", "num_local_experts"},    {"qwen3-moe", "num_experts"},
                                 {"gpt-oss", "num_local_experts"},    {"deepseek-v2", "n_routed_experts"},
                                 {"ernie4-5-moe", "moe_num_experts"}, {"switch-transformers", "num_experts"}};
  for (const auto& row : rows) QTest::addRow("%s", row[0]) << row[0] << row[1];
}

void TestConfigKeys::moreExpertsThanTheFileHas() {
  QFETCH(QString, model);
  QFETCH(QString, key);
  if (!fs::exists(folderOf(model.toStdString()))) QSKIP("no such model here");
  const ChangedFolder changed(folderOf(model.toStdString()) / "model.safetensors",
                              changedConfig(model.toStdString(), key.toStdString(), "2000000000"));
  QVERIFY_THROWS_EXCEPTION(Error, Model::open(changed.folder()));
}

/// The attribute_map of the library's configurations: releases write one name or the other.
void TestConfigKeys::otherNamesAsTheLibrary_data() {
  QTest::addColumn<QString>("model");
  QTest::addColumn<QString>("key");
  QTest::addColumn<QString>("other");
  const char* const rows[][3] = {{"qwen3-moe", "num_experts", "num_local_experts"},
                                 {"olmoe", "num_experts", "num_local_experts"},
                                 {"mixtral", "num_local_experts", "num_experts"},
                                 {"minimax-m2", "num_local_experts", "num_experts"},
                                 {"gpt-oss", "num_local_experts", "num_experts"},
                                 {"deepseek-v2", "n_routed_experts", "num_experts"},
                                 {"deepseek-v3", "n_routed_experts", "num_local_experts"},
                                 {"glm4-moe", "n_routed_experts", "num_local_experts"},
                                 {"dots1", "n_routed_experts", "num_local_experts"},
                                 {"ernie4-5-moe", "moe_num_experts", "num_experts"},
                                 {"ernie4-5-moe", "moe_k", "num_experts_per_tok"},
                                 {"xlm", "vocab_size", "n_words"},
                                 {"flaubert", "vocab_size", "n_words"},
                                 {"fsmt", "tgt_vocab_size", "vocab_size"},
                                 {"gpt-bigcode", "n_head", "num_attention_heads"},
                                 {"umt5", "d_kv", "head_dim"}};
  for (const auto& row : rows) QTest::addRow("%s: %s", row[0], row[2]) << row[0] << row[1] << row[2];
}

void TestConfigKeys::otherNamesAsTheLibrary() {
  QFETCH(QString, model);
  QFETCH(QString, key);
  QFETCH(QString, other);
  const fs::path folder = folderOf(model.toStdString());
  auto config = nlohmann::json::parse(contentOf(folder / "config.json"));
  const std::string from = key.toStdString(), to = other.toStdString();
  QVERIFY2(config.contains(from), "the model has no such key");
  config[to] = config[from];
  config.erase(from);
  const ChangedFolder changed(folder / "model.safetensors", config.dump());
  fs::create_symlink(folder / "expected.safetensors", changed.folder() / "expected.safetensors");
  const auto comparison = reference::compare(changed.folder());
  QVERIFY2(comparison.right(), comparison.firstWrong.c_str());
}

void TestConfigKeys::referenceConfigsAreUnderstood_data() {
  QTest::addColumn<QString>("folder");
  const char* set = std::getenv("HEADLIGHT_REFERENCE");
  const fs::path reference = set ? fs::path(set) : fs::path(HEADLIGHT_SOURCE_DIR) / "../shared/reference";
  std::vector<fs::path> roots = {kModels};
  for (const char* part : {"models", "families", "multimodal"}) {
    if (fs::is_directory(reference / part))
      roots.push_back(reference / part);
    else
      std::cout << "SKIPPED: no reference configs in " << (reference / part).string() << "\n";
  }
  for (const fs::path& root : roots)
    for (const auto& entry : fs::directory_iterator(root))
      if (fs::exists(entry.path() / "config.json"))
        QTest::newRow((root.parent_path().filename().string() + "/" + root.filename().string() + "/" +
                       entry.path().filename().string())
                          .c_str())
            << QString::fromStdString(entry.path().string());
}

void TestConfigKeys::referenceConfigsAreUnderstood() {
  QFETCH(QString, folder);
  const fs::path path = folder.toStdString();
  try {
    const auto model = Model::open(path);
    for (const std::string& remark : keyRemarks(*model)) QFAIL(remark.c_str());
  } catch (const Error& error) {
    // Families that are not known, quantised weights and adapters are refused by name.
    const std::string what = error.what();
    for (const char* known : {"unsupported architecture", "quantised (", "an adapter ("})
      if (what.find(known) != std::string::npos) return;
    QFAIL(error.what());
  }
}

void TestConfigKeys::unknownKeysAreTold_data() {
  QTest::addColumn<QString>("model");
  QTest::addColumn<QString>("key");
  QTest::addColumn<QString>("value");
  QTest::addColumn<bool>("told");
  const auto row = [](const char* model, const char* key, const char* value, bool told) {
    QTest::newRow((std::string(model) + " " + key + " " + value).c_str()) << model << key << value << told;
  };
  row("llama-base", "logit_scale", "0.25", true);
  row("llama-base", "attention_multiplier", "2.0", true);
  row("llama-base", "no_rope_layers", "[1, 0]", true);
  row("llama-base", "sliding_window", "4", true);
  row("llama-base", "partial_rotary_factor", "0.5", true);
  row("gpt2", "attention_sinks", "true", true);
  row("bert-mlm", "add_cross_attention", "true", true);
  row("llama-base", "something_else", "null", false);
  row("llama-base", "attention_dropout", "0.3", false);
  row("llama-base", "image_token_id", "7", false);
  row("llama-base", "torch_dtype", "\"float64\"", false);
  row("llama-base", "is_decoder", "false", false);
  row("gpt2", "summary_type", "\"mean\"", false);
  row("bert-mlm", "pruned_heads", "{}", false);
}

void TestConfigKeys::unknownKeysAreTold() {
  QFETCH(QString, model);
  QFETCH(QString, key);
  QFETCH(QString, value);
  QFETCH(bool, told);
  const ChangedFolder changed(kModels / model.toStdString() / "model.safetensors",
                              changedConfig(model.toStdString(), key.toStdString(), value.toStdString()));
  const auto remarks = keyRemarks(*Model::open(changed.folder()));
  QCOMPARE(remarks.size(), std::size_t(told ? 1 : 0));
  if (told) QVERIFY2(remarks.front().find("'" + key.toStdString() + "'") != std::string::npos, remarks.front().c_str());
}

void TestConfigKeys::valuesThatAreNotComputedAreRefused_data() {
  QTest::addColumn<QString>("model");
  QTest::addColumn<QString>("key");
  QTest::addColumn<QString>("value");
  const auto row = [](const char* model, const char* key, const char* value) {
    QTest::newRow((std::string(model) + " " + key).c_str()) << model << key << value;
  };
  row("albert-mlm", "inner_group_num", "2");
  row("deberta-v2-mlm", "conv_kernel_size", "3");
  row("gemma", "use_bidirectional_attention", "true");
  row("gemma2", "use_bidirectional_attention", "true");
  row("gptj", "scale_attn_weights", "false");
  row("electra-mlm", "is_decoder", "true");
  row("falcon", "apply_residual_connection_post_layernorm", "true");
  row("bert-mlm", "position_embedding_type", "\"rotary\"");
  row("bert-mlm", "hidden_act", "\"gelu_of_mine\"");
  row("llama-base", "rope_scaling", R"({"type": "proportional", "factor": 2.0})");
  row("bloom", "slow_but_exact", "true");
  row("mpt", "attn_config", R"({"alibi_bias_max": 4})");
  row("gemma3-text", "rope_scaling", R"({"type": "linear", "factor": 2.0})");
  row("gemma3-text", "rope_parameters", R"({"rope_type": "default", "rope_theta": 300.0})");
  row("olmo3", "rope_parameters", R"({"rope_type": "linear", "factor": 2.0})");
  row("gte", "layer_norm_type", "\"rms_norm\"");
  row("gte", "position_embedding_type", "\"absolute\"");
  row("gte", "logn_attention_scale", "true");
  row("gemma3-text", "attn_logit_softcapping", "2.0");
  row("phimoe", "num_experts_per_tok", "1");
  row("albert-mlm", "is_decoder", "true");
  row("qwen2", "layer_types", R"(["sliding_attention", "full_attention", "full_attention"])");
}

void TestConfigKeys::valuesThatAreNotComputedAreRefused() {
  QFETCH(QString, model);
  QFETCH(QString, key);
  QFETCH(QString, value);
  const ChangedFolder changed(folderOf(model.toStdString()) / "model.safetensors",
                              changedConfig(model.toStdString(), key.toStdString(), value.toStdString()));
  try {
    Model::open(changed.folder());
    QFAIL("opened");
  } catch (const Error& error) {
    QVERIFY2(std::string(error.what()).find(key.toStdString()) != std::string::npos, error.what());
  }
}

void TestConfigKeys::everyFamilyTellsOfUnknownKeys() {
  for (const auto& [name, folder] : reference::models()) {
    if (!fs::exists(folder / "model.safetensors")) continue;
    auto config = nlohmann::json::parse(contentOf(folder / "config.json"));
    config["a_key_that_no_family_reads"] = 3;
    const ChangedFolder changed(folder / "model.safetensors", config.dump());
    if (!familyOf(config["model_type"].get<std::string>()) || config.contains("quantization_config")) continue;
    const auto remarks = keyRemarks(*Model::open(changed.folder()));
    QVERIFY2(remarks.size() == 1, folder.c_str());
  }
}

HEADLIGHT_TEST(TestConfigKeys)
#include "test_config_keys.moc"
