#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>

#include "core/base/error.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/safetensors.h"
#include "core/model/folder_kind.h"
#include "core/model/model.h"
#include "core/model/model_folder.h"
#include "core/model/model_source.h"
#include "core/model/predictions.h"
#include "tests/support/file_content.h"
#include "tests/support/model_data.h"
#include "tests/support/reference.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::contentOf;
using headlight::testing::messageOf;
using headlight::testing::TestTensor;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

const fs::path kModelData = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models";

fs::path dataOf(const std::string& model) {
  return fs::exists(kModelData / model) ? kModelData / model : headlight::test::kFamilies / model;
}

/// The matrices of all experts in one tensor, gate and up together, as release 5 of the reference library keeps them.
void stackExperts(std::vector<TestTensor>& tensors) {
  static const std::regex kExpert(R"((.*experts)\.(\d+)\.(w1|w3|w2|gate_proj|up_proj|down_proj)\.weight)");
  std::map<std::string, std::map<int, std::map<std::string, TestTensor>>> found;
  std::vector<TestTensor> rest;
  for (const TestTensor& tensor : tensors) {
    std::smatch match;
    if (std::regex_match(tensor.name, match, kExpert)) {
      const std::map<std::string, std::string> kinds = {{"w1", "gate_proj"}, {"w3", "up_proj"}, {"w2", "down_proj"}};
      const auto kind = kinds.find(match[3]);
      found[match[1]][std::stoi(match[2])][kind == kinds.end() ? match[3].str() : kind->second] = tensor;
    } else {
      rest.push_back(tensor);
    }
  }
  for (const auto& [begin, experts] : found) {
    TestTensor in, out;
    in.name = begin + ".gate_up_proj";
    out.name = begin + ".down_proj";
    for (const auto& [number, maps] : experts)
      for (const auto& [map, tensor] : maps) {
        TestTensor& all = map == "down_proj" ? out : in;
        all.shape = {static_cast<std::int64_t>(experts.size()), tensor.shape[0] * (map == "down_proj" ? 1 : 2),
                     tensor.shape[1]};
      }
    for (const auto& [number, maps] : experts)
      for (const auto& [all, names] :
           {std::pair{&in, std::vector{"gate_proj", "up_proj"}}, std::pair{&out, std::vector{"down_proj"}}})
        for (const char* name : names) {
          const auto& values = maps.at(name).values;
          all->values.insert(all->values.end(), values.begin(), values.end());
        }
    rest.push_back(in);
    rest.push_back(out);
  }
  tensors = std::move(rest);
}

std::vector<TestTensor> tensorsOf(const fs::path& folder) {
  std::vector<TestTensor> out;
  for (const auto& [name, tensor] : readSafetensors(folder / "model.safetensors"))
    out.push_back({name, {tensor.shape.begin(), tensor.shape.end()}, floatsOf(tensor)});
  return out;
}

Encoding idTokens(const std::vector<std::int64_t>& ids) { return encodingOfIds(ids, nullptr); }

}  // namespace

/// The kinds of folders that people have: they open, or are refused with a true message.
class TestFolders : public QObject {
  Q_OBJECT
  std::unique_ptr<QTemporaryDir> m_folder;

  fs::path folder() const { return m_folder->path().toStdString(); }
  void write(const fs::path& name, const std::string& content) const {
    fs::create_directories((folder() / name).parent_path());
    std::ofstream(folder() / name, std::ios::binary) << content;
  }
  /// A copy of a model of tests/data/models with another config.json and other tensors.
  void copy(const std::string& model, const std::function<void(Json&)>& changeConfig = {},
            const std::function<void(std::vector<TestTensor>&)>& changeTensors = {}) const {
    Json config = Json::parse(contentOf(dataOf(model) / "config.json"));
    if (changeConfig) changeConfig(config);
    write("config.json", config.dump());
    std::vector<TestTensor> tensors = tensorsOf(dataOf(model));
    if (changeTensors) changeTensors(tensors);
    headlight::testing::writeSafetensors((folder() / "model.safetensors").string(), tensors);
    fs::remove(folder() / "expected.safetensors");
    fs::copy(dataOf(model) / "expected.safetensors", folder() / "expected.safetensors");
  }
  std::string refusal() const {
    return messageOf<Error>([&] { openModelFolder(folder()); });
  }
  /// What is wrong with the copy as a reference model; empty for nothing.
  std::string wrong() const {
    try {
      return reference::compare(folder()).firstWrong;
    } catch (const Error& error) {
      return error.what();
    }
  }

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }
  void wrappersAreLeftOut_data();
  void wrappersAreLeftOut();
  void namesOfRelease5AreKnown_data();
  void namesOfRelease5AreKnown();
  void anotherTableOfTurnsIsRefused();
  void strangeNamesAreShown();
  void otherKindsAreNamed_data();
  void otherKindsAreNamed();
  void theTypeIsFoundByTheArchitecture_data();
  void theTypeIsFoundByTheArchitecture();
  void theHeadIsFoundByItsTensors_data();
  void theHeadIsFoundByItsTensors();
  void oldSentenceTransformersOpen();
  void namesComeFromTheCache();
  void runsBeginFromTheSameModelAlone();
  void classesKeepTheirNumbers_data();
  void classesKeepTheirNumbers();
  void independentClassesHaveSigmoids();
  void decodersClassifyAtTheLastToken();
  void theFirstOfTwoHeadsIsComputed();
  void namesOfSharedHeadsAreKnown_data();
  void namesOfSharedHeadsAreKnown();
  void classifiersOfTokensAreFound();
  void aDecoderWithoutItsEncoderIsRefused();
  void theFileDecidesWhatIsTied();
  void gemma3OpensWithoutItsVisionPart();
  void unusedTensorsAreTold();
  void aFolderWithoutTokenizerTakesIds();
  void aModelIsOpenedFromAnySource();
};

void TestFolders::wrappersAreLeftOut_data() {
  QTest::addColumn<QString>("begin");
  QTest::addColumn<QString>("inside");
  QTest::newRow("compiled") << "_orig_mod."
                            << "";
  QTest::newRow("parallel") << "module."
                            << "";
  QTest::newRow("both") << "module._orig_mod."
                        << "";
  QTest::newRow("the other way") << "_orig_mod.module."
                                 << "";
  QTest::newRow("twice parallel") << "module.module."
                                  << "";
  QTest::newRow("sharded") << "_fsdp_wrapped_module."
                           << "_fsdp_wrapped_module.";
  QTest::newRow("compiled layers") << ""
                                   << "_orig_mod.";
  QTest::newRow("checkpointed layers") << ""
                                       << "_checkpoint_wrapped_module.";
}

void TestFolders::wrappersAreLeftOut() {
  QFETCH(QString, begin);
  QFETCH(QString, inside);
  copy("llama-base", {}, [&](std::vector<TestTensor>& tensors) {
    for (TestTensor& tensor : tensors) {
      if (const auto at = tensor.name.find("self_attn."); at != std::string::npos)
        tensor.name.insert(at, inside.toStdString());
      tensor.name.insert(0, begin.toStdString());
    }
  });
  QCOMPARE(wrong(), std::string());
}

/// What release 5 of the reference library writes where it does not go back to a family's own names.
void TestFolders::namesOfRelease5AreKnown_data() {
  QTest::addColumn<QString>("model");
  QTest::addColumn<QStringList>("renamed");
  QTest::newRow("GPT-NeoX") << "gpt-neox" << QStringList{"embed_out", "lm_head"};
  QTest::newRow("Phi-3.5-MoE") << "phimoe"
                               << QStringList{R"(block_sparse_moe\.gate)", "mlp.router", "block_sparse_moe", "mlp"};
  QTest::newRow("Granite") << "granitemoe" << QStringList{R"(router\.layer)",         "router",
                                                          R"(input_linear\.weight)",  "experts.gate_up_proj",
                                                          R"(output_linear\.weight)", "experts.down_proj"};
  QTest::newRow("ERNIE") << "ernie4-5-moe" << QStringList{"moe_statics", "gate.moe_statics"};
  QTest::newRow("MiniMax") << "minimax-m2" << QStringList{"block_sparse_moe", "mlp"};
  QTest::newRow("Nomic") << "nomic-bert"
                         << QStringList{R"(encoder\.layers)",
                                        "layers",
                                        "emb_ln",
                                        "embeddings.LayerNorm",
                                        R"(attn\.out_proj)",
                                        "self_attn.o_proj",
                                        "fc11",
                                        "up_proj",
                                        "fc12",
                                        "gate_proj",
                                        "fc2",
                                        "down_proj",
                                        "norm1",
                                        "post_attention_layernorm",
                                        "norm2",
                                        "post_mlp_layernorm"};
}

void TestFolders::namesOfRelease5AreKnown() {
  QFETCH(QString, model);
  QFETCH(QStringList, renamed);
  copy(model.toStdString(), {}, [&](std::vector<TestTensor>& tensors) {
    stackExperts(tensors);
    std::vector<TestTensor> parts;
    for (TestTensor& tensor : tensors) {
      for (qsizetype i = 0; i < renamed.size(); i += 2)
        tensor.name =
            std::regex_replace(tensor.name, std::regex(renamed[i].toStdString()), renamed[i + 1].toStdString());
      const auto at = tensor.name.find("attn.Wqkv");
      if (at == std::string::npos) {
        parts.push_back(tensor);
        continue;
      }
      const std::size_t third = tensor.values.size() / 3;
      for (std::size_t i = 0; i < 3; ++i)
        parts.push_back({tensor.name.substr(0, at) + "self_attn." + "qkv"[i] + "_proj.weight",
                         {tensor.shape[0] / 3, tensor.shape[1]},
                         {tensor.values.begin() + static_cast<std::ptrdiff_t>(i * third),
                          tensor.values.begin() + static_cast<std::ptrdiff_t>((i + 1) * third)}});
    }
    tensors = std::move(parts);
  });
  QCOMPARE(wrong(), std::string());
}

/// The reference library turns by the table in the file, whatever is in it.
void TestFolders::anotherTableOfTurnsIsRefused() {
  const auto change = [](float by) {
    return [by](std::vector<TestTensor>& tensors) {
      for (TestTensor& tensor : tensors)
        if (tensor.name.ends_with("embed_positions.weight")) tensor.values.back() += by;
    };
  };
  copy("roformer", {}, change(0.001F));
  QCOMPARE(wrong(), std::string());
  copy("roformer", {}, change(0.5F));
  QVERIFY2(refusal().find("embed_positions.weight': expected sines and cosines") != std::string::npos,
           refusal().c_str());
}

void TestFolders::strangeNamesAreShown() {
  copy("llama-base", {}, [](std::vector<TestTensor>& tensors) {
    for (TestTensor& tensor : tensors) tensor.name.insert(0, "student.net.");
  });
  QVERIFY2(refusal().find("its names begin with 'student.net'") != std::string::npos, refusal().c_str());
}

void TestFolders::otherKindsAreNamed_data() {
  QTest::addColumn<QByteArray>("file");
  QTest::addColumn<QByteArray>("content");
  QTest::addColumn<QStringList>("said");
  const auto row = [](const char* name, const char* file, const char* content, const QStringList& said) {
    QTest::newRow(name) << QByteArray(file) << QByteArray(content) << said;
  };
  row("LoRA", "adapter_config.json", R"({"peft_type": "LORA", "base_model_name_or_path": "meta-llama/Llama-3.2-1B"})",
      {"adapter", "LORA", "meta-llama/Llama-3.2-1B", "--base"});
  row("an adapter of nothing", "adapter_config.json", R"({"peft_type": "LORA"})", {"adapter", "--base"});
  row("an adapter of an unnamed kind", "adapter_config.json", "{}", {"adapter", "not named", "merged"});
  row("a diffusion model", "model_index.json", R"({"_class_name": "StableDiffusionPipeline"})", {"diffusion"});
  row("a pointer", "config.json", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n",
      {"config.json", "Git LFS pointer", "git lfs pull"});
  row("HQQ", "config.json",
      R"({"model_type": "llama", "quantization_config": {"quant_method": "hqq", "bits": 4, "group_size": 128}})",
      {"quantised (hqq: 4 bits, groups of 128)", "one of fp8", "gptq"});
  row("a method without a name", "config.json", R"({"model_type": "llama", "quantization_config": {"bits": 4}})",
      {"quantised (method not named: 4 bits)"});
  row("MLX", "config.json", R"({"model_type": "llama", "quantization": {"group_size": 64, "bits": 4}})",
      {"quantised", "MLX", "4 bits", "groups of 64"});
  row("no type at all", "config.json", R"({"hidden_size": 8})", {"model_type"});
  row("an architecture that is not known", "config.json", R"({"architectures": ["MambaForCausalLM"]})",
      {"MambaForCausalLM", "no attention"});
  row("a hybrid", "config.json", R"({"model_type": "qwen3_next"})",
      {"qwen3_next", "qwen3, ", "headlight_export.py", "layers that have attention"});
  row("a kin of a known family", "config.json", R"({"model_type": "deepseek_v32"})",
      {"nearest of", "deepseek_v2, deepseek_v3", "record(model"});
}

void TestFolders::otherKindsAreNamed() {
  QFETCH(QByteArray, file);
  QFETCH(QByteArray, content);
  QFETCH(QStringList, said);
  if (file == "quant_config.json") copy("llama-base");
  write(file.toStdString(), content.toStdString());
  const QString message = QString::fromStdString(refusal());
  for (const QString& word : said) QVERIFY2(message.contains(word), qPrintable(message));
}

void TestFolders::theTypeIsFoundByTheArchitecture_data() {
  QTest::addColumn<QString>("model");
  for (const char* model :
       {"bert-mlm", "distilbert-mlm", "roberta-mlm", "xlm-roberta-mlm", "gpt2-untied", "deberta-v2-mlm", "gpt-neox",
        "opt", "t5-gated-untied", "bart", "marian", "modernbert-mlm", "albert-mlm", "gptj"})
    QTest::newRow(model) << model;
}

void TestFolders::theTypeIsFoundByTheArchitecture() {
  QFETCH(QString, model);
  copy(model.toStdString(), [](Json& config) { config.erase("model_type"); });
  QCOMPARE(wrong(), std::string());
}

void TestFolders::theHeadIsFoundByItsTensors_data() {
  QTest::addColumn<QString>("model");
  QTest::addColumn<int>("head");
  const auto row = [](const char* model, OutputHeadKind head) {
    QTest::newRow(model) << model << static_cast<int>(head);
  };
  row("gpt2-untied", OutputHeadKind::CausalLm);
  row("llama-base", OutputHeadKind::None);
  row("llama-gqa", OutputHeadKind::CausalLm);
  row("bert-mlm", OutputHeadKind::MaskedLm);
  row("bert-seqcls", OutputHeadKind::SequenceClassification);
  row("bert-ner", OutputHeadKind::TokenClassification);
  row("bert-base", OutputHeadKind::None);
  row("roberta-mlm", OutputHeadKind::MaskedLm);
  row("roberta-seqcls", OutputHeadKind::SequenceClassification);
  row("distilbert-seqcls", OutputHeadKind::SequenceClassification);
  row("electra-discriminator", OutputHeadKind::ReplacedTokenDetection);
  row("t5", OutputHeadKind::CausalLm);
}

void TestFolders::theHeadIsFoundByItsTensors() {
  QFETCH(QString, model);
  QFETCH(int, head);
  copy(model.toStdString(), [](Json& config) { config.erase("architectures"); });
  QCOMPARE(static_cast<int>(Model::open(folder())->info().head), head);
  QCOMPARE(wrong(), std::string());
}

void TestFolders::oldSentenceTransformersOpen() {
  copy("bert-mlm");
  const fs::path inner = folder() / "0_Transformer";
  fs::create_directory(inner);
  for (const char* name : {"config.json", "model.safetensors"}) fs::rename(folder() / name, inner / name);
  write("modules.json",
        R"([{"idx": 0, "name": "0", "path": "0_Transformer", "type": "sentence_transformers.models.Transformer"},
                            {"idx": 1, "name": "1", "path": "1_Pooling",
                             "type": "sentence_transformers.models.Pooling"}])");
  QCOMPARE(transformerFolder(folder()), inner);
  const ModelFolder opened = openModelFolder(folder());
  QCOMPARE(opened.name, folder().filename().string());
  QVERIFY(estimateMemory(modelSourceAt(folder())).weightBytes > 0);
  // A part that leads out of the folder is none.
  write("modules.json", R"([{"path": "../elsewhere", "type": "sentence_transformers.models.Transformer"}])");
  QCOMPARE(transformerFolder(folder()), folder());
}

void TestFolders::namesComeFromTheCache() {
  QCOMPARE(modelName("/c/hub/models--openai-community--gpt2/snapshots/607a30d783dfa663caf39e06633721c8d4cfcd7e"),
           std::string("openai-community/gpt2"));
  QCOMPARE(modelName("/c/hub/models--gpt2/snapshots/607a30/"), std::string("gpt2"));
  QCOMPARE(modelName("/m/snapshots/607a30"), std::string("607a30"));
  QCOMPARE(modelName("/m/some-model"), std::string("some-model"));
  QCOMPARE(modelName("/m/some-model/0_Transformer"), std::string("some-model"));
}

void TestFolders::runsBeginFromTheSameModelAlone() {
  copy("llama-base");
  const auto model = Model::open(folder()), again = Model::open(folder());
  QCOMPARE(model->info().name, again->info().name);
  RunOptions options;
  options.resumeFrom = model->run(idTokens({3, 4, 5}));
  QVERIFY(model->run(idTokens({3, 4, 6}), options));
  QVERIFY(messageOf<Error>([&] {
            again->run(idTokens({3, 4, 6}), options);
          }).find("another model of that name") != std::string::npos);
}

void TestFolders::classesKeepTheirNumbers_data() {
  QTest::addColumn<QByteArray>("id2label");
  QTest::addColumn<QStringList>("labels");
  const auto row = [](const char* name, const char* id2label, const QStringList& labels) {
    QTest::newRow(name) << QByteArray(id2label) << labels;
  };
  row("whole", R"({"0": "a", "1": "b", "2": "c"})", {"a", "b", "c"});
  row("from 1", R"({"1": "a", "2": "b", "3": "c"})", {"LABEL_0", "a", "b"});
  row("gaps", R"({"0": "a", "2": "c"})", {"a", "LABEL_1", "c"});
  row("null in it", R"({"0": "a", "1": null, "2": "c"})", {"a", "LABEL_1", "c"});
  row("null", "null", {"LABEL_0", "LABEL_1", "LABEL_2"});
  row("too few", R"({"0": "a"})", {"a", "LABEL_1", "LABEL_2"});
  row("too many", R"({"0": "a", "1": "b", "2": "c", "3": "d"})", {"a", "b", "c"});
  row("numbers", R"({"0": 5, "1": true, "2": "c"})", {"5", "true", "c"});
}

void TestFolders::classesKeepTheirNumbers() {
  QFETCH(QByteArray, id2label);
  QFETCH(QStringList, labels);
  copy("bert-seqcls", [&](Json& config) {
    config["id2label"] = Json::parse(id2label.toStdString());
    config["num_labels"] = 3;
  });
  QStringList found;
  const auto model = Model::open(folder());
  for (const std::string& label : model->info().labels) found << QString::fromStdString(label);
  QCOMPARE(found, labels);
  QCOMPARE(wrong(), std::string());
}

void TestFolders::independentClassesHaveSigmoids() {
  copy("bert-seqcls", [](Json& config) { config["problem_type"] = "multi_label_classification"; });
  const auto model = Model::open(folder());
  const auto trace = model->run(idTokens({2, 7, 9, 3}));
  const auto all = classes(*trace, model->info());
  QCOMPARE(all.size(), std::size_t{3});
  for (const Prediction& each : all)
    QCOMPARE(static_cast<float>(each.probability),
             static_cast<float>(1 / (1 + std::exp(-static_cast<double>(trace->logits(0, each.id))))));
  QVERIFY(all[0].probability >= all[1].probability && all[1].probability >= all[2].probability);
}

void TestFolders::decodersClassifyAtTheLastToken() {
  // A GPT-2 whose output map serves as the one of a classifier.
  const auto classifier = [&](std::int64_t pad) {
    copy(
        "gpt2-untied",
        [&](Json& config) {
          config["architectures"] = {"GPT2ForSequenceClassification"};
          config["pad_token_id"] = pad < 0 ? Json() : Json(pad);
        },
        [](std::vector<TestTensor>& tensors) {
          for (TestTensor& tensor : tensors)
            if (tensor.name == "lm_head.weight") tensor.name = "score.weight";
        });
    return Model::open(folder());
  };
  const auto logits = [](const auto& model, const std::vector<std::int64_t>& ids) {
    return Matrix(model->run(idTokens(ids))->logits.all());
  };
  const auto padded = classifier(5);
  const auto same = [](const Matrix& a, const Matrix& b) { return (a - b).cwiseAbs().maxCoeff() < 1e-4F; };
  QVERIFY(same(logits(padded, {1, 2, 3, 5, 5}), logits(padded, {1, 2, 3})));
  QVERIFY(same(logits(padded, {1, 5, 3, 5}), logits(padded, {1, 5, 3})));
  QVERIFY(same(logits(padded, {5, 5}), logits(padded, {5})));
  const auto plain = classifier(-1);
  QVERIFY(!same(logits(plain, {1, 2, 3, 5, 5}), logits(plain, {1, 2, 3})));
}

/// Of a model with two heads (GPT2DoubleHeadsModel) the one that says the next token is computed.
void TestFolders::theFirstOfTwoHeadsIsComputed() {
  copy("gpt2", [](Json& config) { config["architectures"] = {"GPT2DoubleHeadsModel"}; });
  QCOMPARE(wrong(), std::string());
  QVERIFY(Model::open(folder())->info().head == OutputHeadKind::CausalLm);
}

/// Heads that all families share (LlamaForQuestionAnswering) call what they stand on "transformer.", and that is run.
void TestFolders::namesOfSharedHeadsAreKnown_data() {
  QTest::addColumn<QString>("model");
  QTest::addColumn<QString>("architecture");
  QTest::newRow("llama") << "llama-gqa"
                         << "LlamaForQuestionAnswering";
  QTest::newRow("qwen3") << "qwen3"
                         << "Qwen3ForQuestionAnswering";
  QTest::newRow("mistral") << "mistral-window"
                           << "MistralForQuestionAnswering";
}
void TestFolders::namesOfSharedHeadsAreKnown() {
  QFETCH(QString, model);
  QFETCH(QString, architecture);
  copy(
      model.toStdString(), [&](Json& config) { config["architectures"] = {architecture.toStdString()}; },
      [](std::vector<TestTensor>& tensors) {
        std::erase_if(tensors, [](const TestTensor& tensor) { return tensor.name.starts_with("lm_head"); });
        for (TestTensor& tensor : tensors) tensor.name = "transformer." + tensor.name.substr(sizeof "model." - 1);
        tensors.push_back({"qa_outputs.bias", {2}, {0, 0}});
      });
  const auto opened = Model::open(folder());
  QVERIFY(opened->info().head == OutputHeadKind::None);
  const auto& remarks = opened->info().remarks;
  QVERIFY(std::find(remarks.begin(), remarks.end(),
                    "The head of " + architecture.toStdString() + " is not computed.") != remarks.end());
  const std::vector<std::int64_t> ids{3, 9, 4, 11};
  const auto last = [&](const fs::path& place) { return Model::open(place)->run(idTokens(ids))->hiddenStates.back(); };
  QVERIFY((last(folder()) - last(dataOf(model.toStdString()))).cwiseAbs().maxCoeff() < 1e-6F);
}

/// Classifiers of tokens call their map "score" in some families, "classifier" in others.
void TestFolders::classifiersOfTokensAreFound() {
  for (const char* name : {"score", "classifier"}) {
    copy(
        "gpt2-untied", [](Json& config) { config["architectures"] = {"GPT2ForTokenClassification"}; },
        [&](std::vector<TestTensor>& tensors) {
          for (TestTensor& tensor : tensors)
            if (tensor.name == "lm_head.weight") tensor.name = std::string(name) + ".weight";
          const auto& weight = *std::find_if(tensors.begin(), tensors.end(), [&](const TestTensor& tensor) {
            return tensor.name == std::string(name) + ".weight";
          });
          const long classes = weight.shape[0];
          tensors.push_back(
              {std::string(name) + ".bias", {classes}, std::vector<float>(static_cast<std::size_t>(classes))});
        });
    QVERIFY(Model::open(folder())->info().head == OutputHeadKind::TokenClassification);
  }
}

void TestFolders::aDecoderWithoutItsEncoderIsRefused() {
  copy("bart", [](Json& config) { config["architectures"] = {"BartForCausalLM"}; });
  QVERIFY(refusal().find("'BartForCausalLM', its decoder alone") != std::string::npos);
}

void TestFolders::theFileDecidesWhatIsTied() {
  const auto remarked = [&] {
    const auto remarks = Model::open(folder())->info().remarks;
    return std::any_of(remarks.begin(), remarks.end(),
                       [](const std::string& each) { return each.find("tied") != std::string::npos; });
  };
  // An output of its own counts whatever config.json says.
  copy("gpt2-untied", [](Json& config) { config["tie_word_embeddings"] = true; });
  QCOMPARE(wrong(), std::string());
  QVERIFY(remarked());
  // The same numbers twice are what tied means.
  copy("gpt2", {}, [](std::vector<TestTensor>& tensors) {
    for (std::size_t i = 0; i < tensors.size(); ++i)
      if (tensors[i].name.ends_with("wte.weight")) {
        tensors.push_back(tensors[i]);
        tensors.back().name = "lm_head.weight";
        break;
      }
  });
  QCOMPARE(wrong(), std::string());
  QVERIFY(!remarked());
  // Where only the output is there, it serves both.
  copy("gpt2", {}, [](std::vector<TestTensor>& tensors) {
    for (TestTensor& tensor : tensors)
      if (tensor.name.ends_with("wte.weight")) tensor.name = "lm_head.weight";
  });
  QCOMPARE(wrong(), std::string());
}

void TestFolders::gemma3OpensWithoutItsVisionPart() {
  const auto nested = [&](const std::string& stem, const std::string& head) {
    copy(
        "gemma3-text",
        [](Json& config) {
          const Json text = config;
          config = {{"model_type", "gemma3"},   {"architectures", {"Gemma3ForConditionalGeneration"}},
                    {"text_config", text},      {"vision_config", {{"hidden_size", 8}}},
                    {"mm_tokens_per_image", 4}, {"image_token_index", 3}};
        },
        [&](std::vector<TestTensor>& tensors) {
          for (TestTensor& tensor : tensors) {
            if (tensor.name.starts_with("model.")) tensor.name = stem + tensor.name.substr(6);
            if (tensor.name == "lm_head.weight") tensor.name = head;
          }
          tensors.push_back({"vision_tower.embeddings.weight", {2}, {1, 2}});
        });
    const auto remarks = Model::open(folder())->info().remarks;
    QCOMPARE(wrong(), std::string());
    QCOMPARE(remarks,
             std::vector<std::string>{"Of this Gemma 3 only the text model is read; its vision part is left out."});
  };
  nested("language_model.model.", "language_model.lm_head.weight");
  nested("model.language_model.", "lm_head.weight");
}

void TestFolders::unusedTensorsAreTold() {
  copy("llama-base", {}, [](std::vector<TestTensor>& tensors) {
    tensors.push_back({"layers.0.self_attn.q_norm.weight", {2}, {1, 2}});
    tensors.push_back({"layers.0.self_attn.rotary_emb.inv_freq", {2}, {1, 2}});  // Which no model needs.
  });
  QCOMPARE(Model::open(folder())->info().remarks,
           std::vector<std::string>{"The files hold 1 tensor that this model does not use: "
                                    "'layers.0.self_attn.q_norm.weight'."});
}

void TestFolders::aFolderWithoutTokenizerTakesIds() {
  copy("llama-base");
  const ModelFolder opened = openModelFolder(folder());
  QVERIFY(!opened.tokenizer);
  QCOMPARE(encodingOfIds(std::vector<std::int64_t>{3, 4}, opened.tokenizer.get()).tokens[1].text, std::string("4"));
}

/// A family that is not known is refused before any weight is read; a folder is one maker of sources.
void TestFolders::aModelIsOpenedFromAnySource() {
  const fs::path folder = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models/gpt2";
  ModelSource source = modelSourceAt(folder);
  QCOMPARE(source.name, std::string("gpt2"));
  int read = 0;
  source.name = "mine";
  source.tensors = [tensors = source.tensors, &read](const Progress& progress) {
    ++read;
    return tensors(progress);
  };
  const auto known = source.config;
  source.config = [] { return Config::parse(R"({"model_type": "unheard-of"})", "mine"); };
  QVERIFY(messageOf<Error>([&] { Model::open(source); }).find("unsupported architecture 'unheard-of'") !=
          std::string::npos);
  QCOMPARE(read, 0);
  source.config = known;
  const ModelFolder opened = openModelFrom(source);
  QCOMPARE(read, 1);
  QCOMPARE(opened.name, std::string("mine"));
  const Encoding encoding = encodingOfIds(std::vector<std::int64_t>{1, 2, 3}, nullptr);
  QVERIFY(opened.model->run(encoding)->logits.all() == Model::open(folder)->run(encoding)->logits.all());
}

HEADLIGHT_TEST(TestFolders)
#include "test_folders.moc"
