#include <QtTest>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/checkpoint/safetensors.h"
#include "core/model/family.h"
#include "core/model/model.h"
#include "core/model/run_memory.h"
#include "core/ops/gemm.h"
#include "tests/support/model_data.h"
#include "tests/support/reference.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::reference::encodingOf;
using headlight::test::kModels;
using namespace headlight::testing;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

json configOf(const fs::path& folder) {
  std::ifstream in(folder / "config.json");
  return json::parse(in);
}

}  // namespace

class TestModel : public QObject {
  Q_OBJECT

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }
  void saysWhatItIs();
  void refusesWrongInput();
  void refusesWrongConfigs_data();
  void refusesWrongConfigs();
  void refusesWrongTensors();
  void opensWithoutItsHead();
  void classifiesTheLastToken();
  void runsAgainBitForBit();
  void threadsDoNotMatter();
  void paddingDoesNotMatter_data();
  void paddingDoesNotMatter();
  void laterTokensDoNotMatter();
  void longRunsLieInAScratchFile();
  void keepsWhatBothTextsBeginWith_data();
  void keepsWhatBothTextsBeginWith();
  void makesLogitsWhenAsked();
  void numbersThatAreNoneStopTheRun_data();
  void numbersThatAreNoneStopTheRun();
  void temperaturesNearZeroLeaveNumbers();
  void stopsWithinALayer();
  void anyConfigIsReadOrRefused();

 private:
  fs::path folder() const { return m_folder->path().toStdString(); }
  /// Copies a reference model, with changed keys of its config.json.
  void copy(const std::string& name, const json& changes = json::object()) const {
    for (const auto& entry : fs::directory_iterator(kModels / name))
      fs::copy_file(entry.path(), folder() / entry.path().filename(), fs::copy_options::overwrite_existing);
    json config = configOf(kModels / name);
    for (const auto& [key, value] : changes.items())
      if (value == "<absent>")
        config.erase(key);
      else
        config[key] = value;
    std::ofstream(folder() / "config.json") << config;
  }
  /// Copies a model with some of its tensors changed.
  void rewrite(const std::string& name, const std::function<bool(TestTensor&)>& change,
               const std::vector<TestTensor>& more = {}) const {
    copy(name);
    std::vector<TestTensor> tensors;
    for (const auto& [key, stored] : readSafetensors(kModels / name / "model.safetensors")) {
      TestTensor tensor{key, {stored.shape.begin(), stored.shape.end()}, floatsOf(stored)};
      if (change(tensor)) tensors.push_back(std::move(tensor));
    }
    tensors.insert(tensors.end(), more.begin(), more.end());
    writeSafetensors((folder() / "model.safetensors").string(), tensors);
  }
  std::string refusal() const {
    return messageOf<Error>([&] { Model::open(folder()); });
  }
  std::unique_ptr<QTemporaryDir> m_folder;
};

void TestModel::saysWhatItIs() {
  const auto model = Model::open(kModels / "llama-bias-bf16");
  const ModelInfo& info = model->info();
  QCOMPARE(info.name, std::string("llama-bias-bf16"));
  QCOMPARE(info.family, std::string("llama"));
  QCOMPARE(info.architecture, std::string("LlamaForCausalLM"));
  QVERIFY(info.head == OutputHeadKind::CausalLm);
  QCOMPARE(info.layers, 2);
  QCOMPARE(info.heads, 3);
  QCOMPARE(info.kvHeads, 1);
  QCOMPARE(info.dHead, Index(12));
  QCOMPARE(info.width, Index(24));
  QCOMPARE(info.vocabulary, Index(53));
  QCOMPARE(info.maxPositions, Index(64));
  QVERIFY(!info.positionsAreLearned);
  QCOMPARE(info.positions, std::string("rotary"));
  QCOMPARE(info.dtype, std::string("BF16"));
  std::int64_t numbers = 0;
  for (const auto& [name, tensor] : readSafetensors(kModels / "llama-bias-bf16" / "model.safetensors"))
    numbers += tensor.count();
  QCOMPARE(info.parameters, numbers);
  const auto labels = Model::open(kModels / "bert-ner/")->info();
  QCOMPARE(labels.name, std::string("bert-ner"));
  QCOMPARE(labels.labels, (std::vector<std::string>{"O", "B-PER", "I-PER", "B-LOC"}));
  QVERIFY(labels.positionsAreLearned);
  // Positions of RoBERTa begin behind the padding id.
  QCOMPARE(Model::open(kModels / "roberta-mlm")->info().maxPositions, Index(38));
  QCOMPARE(Model::open(kModels / "mpnet-mlm")->info().positions, std::string("learned and relative bias"));
  QCOMPARE(Model::open(kModels / "bloom")->info().positions, std::string("ALiBi"));
}

void TestModel::refusesWrongInput() {
  const auto model = Model::open(kModels / "bert-mlm");
  const auto run = [&](const Encoding& encoding) { return messageOf<Error>([&] { model->run(encoding); }); };
  QCOMPARE(run({}), std::string("input: expected at least one token, found none"));
  QCOMPARE(run(encodingOf({1, 61})), std::string("token 1: expected an id from 0 to 60, found 61"));
  QCOMPARE(run(encodingOf({-1})), std::string("token 0: expected an id from 0 to 60, found -1"));
  Encoding typed = encodingOf({1, 2});
  typed.tokens[1].typeId = 2;
  QCOMPARE(run(typed), std::string("token 1: expected a type id from 0 to 1, found 2"));
  Encoding longer;
  longer.tokens.resize(41);
  QCOMPARE(run(longer), std::string("the text has 41 tokens, the model has positions for 40"));
}

void TestModel::refusesWrongConfigs_data() {
  QTest::addColumn<QByteArray>("model");
  QTest::addColumn<QByteArray>("changes");
  QTest::addColumn<QByteArray>("message");
  const auto row = [](const char* name, const char* model, const char* changes, const char* message) {
    QTest::newRow(name) << QByteArray(model) << QByteArray(changes) << QByteArray(message);
  };
  row("unknown", "bert-mlm", R"({"model_type":"wavenet"})",
      "'model_type': unsupported architecture 'wavenet'; the nearest of ");
  row("no type", "bert-mlm", R"({"model_type":"<absent>","architectures":["WaveNet"]})",
      "'model_type': unsupported architecture 'WaveNet'; the nearest of ");
  row("negative", "llama-base", R"({"hidden_size":-24})",
      "'hidden_size': expected a whole number from 1 to 134217728, found -24");
  row("zero heads", "llama-base", R"({"num_attention_heads":0})",
      "'num_attention_heads': expected a whole number from 1 to 134217728, found 0");
  row("heads do not divide", "bert-mlm", R"({"num_attention_heads":5})",
      "'num_attention_heads': 5 heads do not divide the width 32");
  row("groups do not divide", "llama-base", R"({"num_key_value_heads":3})",
      "'num_key_value_heads': 3 heads do not divide the width 4");
  row("too many layers", "gpt2-untied", R"({"n_layer":100000000})",
      "'n_layer': expected at most 4096, found 100000000");
  row("epsilon", "llama-base", R"({"rms_norm_eps":-1})",
      "'rms_norm_eps': expected a number from 0 to 1, found -1.000000");
  row("activation", "bert-mlm", R"({"hidden_act":"mish"})", "'hidden_act': unsupported activation 'mish'");
  row("rope type", "llama-base", R"({"rope_scaling":{"rope_type":"xrope"}})",
      "'rope_scaling': 'rope_type': unsupported 'xrope'; supported: default, linear, dynamic, llama3, yarn, longrope");
  row("rope theta", "llama-base", R"({"rope_theta":0})", "'rope_theta': expected a positive number, found 0.000000");
  row("rope factor", "llama-base", R"({"rope_scaling":{"type":"linear","factor":-2}})",
      "'rope_scaling': 'factor': expected a positive number, found -2.000000");
  row("long factors", "phi3-longrope", R"({"rope_scaling":{"type":"longrope","short_factor":[1],"long_factor":[1]}})",
      "'rope_scaling': 'short_factor': expected 4 numbers, found 1");
  row("odd rotation", "gptj", R"({"rotary_dim":5})", "'rotary_dim': expected an even number up to 8, found 5");
  row("layer types", "gemma3-text", R"({"layer_types":["full_attention"]})",
      "'layer_types': expected 4 layers, found 1");
  row("layer type", "gpt-neo", R"({"attention_types":"<absent>","attention_layers":["a","b","c","d"]})",
      "'attention_layers': unsupported 'a'; supported: global, local");
  row("relative positions", "bert-mlm", R"({"position_embedding_type":"rotary"})",
      "'position_embedding_type': unsupported 'rotary'; supported: absolute, relative_key, relative_key_query");
  row("convolution", "deberta-v2-mlm", R"({"conv_kernel_size":3})",
      "'conv_kernel_size': expected 0, found 3, which is unsupported");
}

void TestModel::refusesWrongConfigs() {
  QFETCH(QByteArray, model);
  QFETCH(QByteArray, changes);
  QFETCH(QByteArray, message);
  copy(model.toStdString(), json::parse(changes.toStdString()));
  const std::string expected = "'" + (folder() / "config.json").string() + "': " + message.toStdString(),
                    found = refusal();
  QVERIFY2(found.starts_with(expected), (found + "\nexpected: " + expected).c_str());
}

void TestModel::refusesWrongTensors() {
  copy("bert-mlm", {{"vocab_size", 60}});
  QCOMPARE(refusal(),
           std::string("tensor 'bert.embeddings.word_embeddings.weight': expected [60, 32], the file has [61, 32]"));
  const std::string name = "bert.encoder.layer.1.attention.self.key.weight";
  rewrite("bert-mlm", [&](const TestTensor& tensor) { return tensor.name != name; });
  QCOMPARE(
      refusal(),
      "tensor '" + name + "': expected [32, 32], '" + folder().string() +
          "' has no tensor of that name; its names begin with 'bert.embeddings', 'bert.encoder', 'cls.predictions'");
  copy("bert-mlm");
  fs::remove(folder() / "model.safetensors");
  QVERIFY(refusal().starts_with("'" + folder().string() + "': no weights: expected model.safetensors, "));
  QCOMPARE(messageOf<Error>([&] { Model::open(folder() / "none"); }),
           "'" + (folder() / "none").string() + "': folder not found");
  fs::remove(folder() / "config.json");
  QCOMPARE(refusal(), "'" + folder().string() + "': not a model folder: config.json is missing");
}

void TestModel::opensWithoutItsHead() {
  rewrite("bert-mlm", [](const TestTensor& tensor) { return !tensor.name.starts_with("cls."); });
  const auto model = Model::open(folder());
  QVERIFY(model->info().head == OutputHeadKind::None);
  QCOMPARE(model->info().remarks,
           std::vector<std::string>{
               "config.json speaks of BertForMaskedLM, but the weights of its head are not in the folder."});
  QCOMPARE(model->run(encodingOf({1, 2}))->logits.size(), Index(0));
  copy("bert-mlm", {{"architectures", {"BertForQuestionAnswering"}}});
  QCOMPARE(Model::open(folder())->info().remarks,
           std::vector<std::string>{"The head of BertForQuestionAnswering is not computed."});
}

void TestModel::classifiesTheLastToken() {
  TestTensor score{"score.weight", {3, 24}, std::vector<float>(72)};
  for (std::size_t i = 0; i < 72; ++i) score.values[i] = std::sin(static_cast<float>(i));
  rewrite("llama-minimal-config", [](const TestTensor&) { return true; }, {score});
  json config = configOf(kModels / "llama-minimal-config");
  config["architectures"] = {"LlamaForSequenceClassification"};
  config["id2label"] = {{"0", "a"}, {"1", "b"}, {"2", "c"}};
  std::ofstream(folder() / "config.json") << config;
  const auto model = Model::open(folder());
  QCOMPARE(model->info().labels, (std::vector<std::string>{"a", "b", "c"}));
  Encoding padded = encodingOf({5, 6, 7, 0, 0});
  padded.tokens[3].attended = padded.tokens[4].attended = false;
  for (const Encoding& encoding : {encodingOf({5, 6, 7}), padded}) {
    const auto trace = model->run(encoding);
    QCOMPARE(trace->logits.rows(), Index(1));
    QCOMPARE(trace->logits.cols(), Index(3));
    const Eigen::Map<const Matrix> weight(score.values.data(), 3, 24);
    const Matrix expected = trace->hiddenStates.back().row(2) * weight.transpose();
    QVERIFY((trace->logits.all() - expected).cwiseAbs().maxCoeff() <
            1e-5F * std::max(1.0F, expected.cwiseAbs().maxCoeff()));
  }
}

void TestModel::runsAgainBitForBit() {
  for (const char* name : {"bert-mlm", "llama-bias-bf16", "gpt2-untied"}) {
    const auto first = Model::open(kModels / name)->run(encodingOf({3, 9, 4, 1, 7, 7, 2}));
    const auto second = Model::open(kModels / name)->run(encodingOf({3, 9, 4, 1, 7, 7, 2}));
    QVERIFY(first->logits == second->logits);
    for (std::size_t l = 0; l < first->layers.size(); ++l) {
      QVERIFY(first->layers[l].logSumExp == second->layers[l].logSumExp);
      QVERIFY(first->hiddenStates[l + 1] == second->hiddenStates[l + 1]);
    }
  }
}

void TestModel::threadsDoNotMatter() {
  Encoding encoding;
  for (int i = 0; i < 40; ++i) encoding.tokens.push_back(encodingOf({i}).tokens[0]);
  const auto model = Model::open(kModels / "gpt-neo");
  setThreadCount(1);
  const auto one = model->run(encoding);
  setThreadCount(4);
  const auto four = model->run(encoding);
  setThreadCount(0);
  QVERIFY(one->logits == four->logits);
  for (std::size_t l = 0; l < one->layers.size(); ++l) QVERIFY(one->hiddenStates[l + 1] == four->hiddenStates[l + 1]);
}

void TestModel::paddingDoesNotMatter_data() {
  QTest::addColumn<QByteArray>("model");
  for (const char* name : {"bert-mlm", "roberta-mlm", "mpnet-mlm", "deberta-v2-mlm", "modernbert-mlm", "distilbert-mlm",
                           "albert-mlm", "electra-mlm"})
    QTest::newRow(name) << QByteArray(name);
}

void TestModel::paddingDoesNotMatter() {
  QFETCH(QByteArray, model);
  const auto opened = Model::open(kModels / model.toStdString());
  const std::int64_t pad = configOf(kModels / model.toStdString())["pad_token_id"];
  const auto bare = opened->run(encodingOf({5, 6, 7, 8}));
  Encoding padded = encodingOf({5, 6, 7, 8, pad, pad});
  padded.tokens[4].attended = padded.tokens[5].attended = false;
  const auto with = opened->run(padded);
  QVERIFY((with->logits.all().topRows(4) - bare->logits.all()).cwiseAbs().maxCoeff() < 2e-5F);
  const Matrix weights = TraceMaps(with).weights({0, 0});
  QVERIFY(weights.rightCols(2).isZero(0));
  QVERIFY(std::abs(weights.row(0).sum() - 1) < 1e-5F);
}

void TestModel::laterTokensDoNotMatter() {
  for (const char* name : {"gpt2-untied", "llama-sharded", "falcon-alibi", "gemma2", "gptj", "bloom", "opt"}) {
    const auto model = Model::open(kModels / name);
    const auto one = model->run(encodingOf({5, 6, 7, 8, 9})), other = model->run(encodingOf({5, 6, 7, 1, 2}));
    QVERIFY((one->logits.all().topRows(3) - other->logits.all().topRows(3)).cwiseAbs().maxCoeff() < 2e-5F);
    QVERIFY((one->logits.all().bottomRows(1) - other->logits.all().bottomRows(1)).cwiseAbs().maxCoeff() > 1e-3F);
  }
}

void TestModel::longRunsLieInAScratchFile() {
  const auto model = Model::open(kModels / "llama-gqa");
  Encoding encoding;
  for (int i = 0; i < 6000; ++i) {
    Token token;
    token.id = 3 + i % 20;
    encoding.tokens.push_back(token);
  }
  RunOptions options;
  const auto inMemory = model->run(encoding, options);
  options.memory = 1;
  const auto inFile = model->run(encoding, options);
  QVERIFY(inMemory->place == Storage::Ram && inFile->place == Storage::ScratchFile);
  QVERIFY(inMemory->hiddenStates.back() == inFile->hiddenStates.back());
  QVERIFY(inMemory->layers.back().k == inFile->layers.back().k);
  const RunMemory memory = runMemory(model->description(), 6000);
  QVERIFY2(std::abs(memory.kept / bytesOf(*inFile) - 1) < 0.01,
           qPrintable(QStringLiteral("%1 of %2").arg(memory.kept).arg(bytesOf(*inFile))));
}

void TestModel::keepsWhatBothTextsBeginWith_data() {
  QTest::addColumn<QByteArray>("model");
  QTest::addColumn<bool>("forward");
  for (const char* name : {"gpt2-untied", "llama-sharded", "falcon-alibi", "gemma2", "gptj", "bloom", "opt", "gpt-neo",
                           "mistral-window", "phi3-longrope", "gpt-neox"})
    if (fs::exists(kModels / name)) QTest::newRow(name) << QByteArray(name) << true;
  for (const char* name : {"bert-mlm", "mpnet-mlm", "modernbert-mlm"}) QTest::newRow(name) << QByteArray(name) << false;
}

void TestModel::keepsWhatBothTextsBeginWith() {
  QFETCH(QByteArray, model);
  QFETCH(bool, forward);
  const auto opened = Model::open(kModels / model.toStdString());
  const auto earlier = opened->run(encodingOf({5, 6, 7, 8, 9, 10}));
  std::uint64_t work = 0;  // Of the latest run.
  const auto check = [&](const Encoding& encoding, Index same, const std::vector<Intervention>& interventions = {}) {
    RunOptions options;
    options.interventions = interventions;
    const auto whole = opened->run(encoding, options);
    options.resumeFrom = earlier;
    const std::uint64_t before = countedMultiplyAdds();
    const auto begun = opened->run(encoding, options);
    work = countedMultiplyAdds() - before;
    const auto near = [](const Matrix& a, const Matrix& b) {
      return a.rows() == b.rows() && a.cols() == b.cols() && (a - b).cwiseAbs().maxCoeff() < 2e-5F;
    };
    QVERIFY(near(begun->logits.all(), whole->logits.all()));
    for (std::size_t l = 0; l < whole->layers.size(); ++l) {
      const AttentionRecord &a = begun->layers[l], &b = whole->layers[l];
      QVERIFY(near(a.q, b.q) && near(a.k, b.k) && near(a.v, b.v) && near(a.logSumExp, b.logSumExp));
      QVERIFY(near(begun->hiddenStates[l + 1], whole->hiddenStates[l + 1]));
      if (forward && interventions.empty() && same > 0)
        QVERIFY(a.k.topRows(same) == earlier->layers[l].k.topRows(same));
    }
    QVERIFY(opened->run(encoding, options)->hiddenStates.back() == begun->hiddenStates.back());
  };
  check(encodingOf({1, 6, 7, 8, 9, 10, 11}), 0);
  const std::uint64_t nothing = work;
  check(encodingOf({5, 6, 7, 8, 9, 10, 11}), 6);
  const std::uint64_t most = work;
  if (forward)
    QVERIFY(5 * most < 2 * nothing);  // One token of seven, and the layers' tables.
  else
    QCOMPARE(most, nothing);
  check(encodingOf({5, 6, 7, 1}), 3);  // Ends differ.
  check(encodingOf({5, 6, 7}), 2);     // The end was taken away.
  check(encodingOf({5}), 0);
  check(encodingOf({5, 6, 7, 8, 9, 10, 11, 12}), 6, {Ablate{{{{1, 1}, {0, 0}}}}});
  Encoding padded = encodingOf({5, 6, 7, 8, 9, 10, 11});
  padded.tokens[1].attended = false;  // Not what the earlier run read.
  check(padded, 1);
}

void TestModel::makesLogitsWhenAsked() {
  const auto model = Model::open(kModels / "gpt2-untied");
  const std::uint64_t before = countedMultiplyAdds();
  RunOptions options;
  options.logits = false;
  QCOMPARE(model->run(encodingOf({5, 6, 7, 8}), options)->logits.size(), Index(0));
  const std::uint64_t bare = countedMultiplyAdds() - before;
  auto trace = model->run(encodingOf({5, 6, 7, 8}));
  QCOMPARE(countedMultiplyAdds() - before, 2 * bare);
  const Logits logits = trace->logits;
  QCOMPARE(logits.rows(), Index(4));
  const Logits::Row third = logits.row(2);
  const std::uint64_t one = countedMultiplyAdds() - before - 2 * bare;
  QVERIFY(one > 0);
  trace.reset();  // Logits stand by themselves.
  QVERIFY((logits.all().row(2) - third).cwiseAbs().maxCoeff() < 1e-5F);
  QCOMPARE(countedMultiplyAdds() - before, 2 * bare + 5 * one);
  QVERIFY(logits.row(1) == logits.all().row(1) && logits(3, 7) == logits.all()(3, 7));
  QCOMPARE(countedMultiplyAdds() - before, 2 * bare + 5 * one);
}

void TestModel::stopsWithinALayer() {
  const auto model = Model::open(kModels / "bert-mlm");
  std::vector<double> parts;
  RunOptions options;
  options.progress = Progress([&](double part, std::string_view) {
    parts.push_back(part);
    return true;
  });
  model->run(encodingOf({1, 2, 3}), options);
  QVERIFY(std::is_sorted(parts.begin(), parts.end()));
  QVERIFY(parts.size() > 2 * 3);  // More often than once in a layer.
  QCOMPARE(parts.back(), 1.0);
  for (std::size_t stop = 1; stop <= parts.size(); ++stop) {
    std::size_t calls = 0;
    options.progress = Progress([&](double, std::string_view) { return ++calls < stop; });
    QVERIFY_THROWS_EXCEPTION(Cancelled, model->run(encodingOf({1, 2, 3}), options));
  }
  QVERIFY_THROWS_EXCEPTION(
      Cancelled, Model::open(kModels / "llama-sharded", Progress([](double, std::string_view) { return false; })));
}

void TestModel::numbersThatAreNoneStopTheRun_data() {
  QTest::addColumn<QString>("model");
  QTest::addColumn<QString>("tensor");
  QTest::addColumn<double>("number");
  QTest::addColumn<QString>("said");
  const auto row = [](const char* model, const char* tensor, double number, const char* said) {
    QTest::newRow(qPrintable(QString("%1 %2 %3").arg(model, tensor).arg(number))) << model << tensor << number << said;
  };
  for (const double bad : {static_cast<double>(NAN), INFINITY * 1.0}) {
    row("gpt2", "transformer.wte.weight", bad, "embedding: expected finite numbers");
    row("gpt2", "transformer.h.1.attn.c_attn.weight", bad, "layer 1: expected finite numbers");
    row("gpt2", "transformer.h.0.mlp.c_proj.weight", bad, "layer 0: expected finite numbers");
    row("gpt2", "transformer.ln_f.weight", bad, "final norm: expected finite numbers");
    row("llama-gqa", "model.layers.1.self_attn.v_proj.weight", bad, "layer 1: expected finite numbers");
    row("llama-gqa", "lm_head.weight", bad, "output head: expected finite numbers");
    row("bert-mlm", "bert.encoder.layer.0.attention.self.query.weight", bad, "layer 0: expected finite numbers");
    row("bart", "model.encoder.layers.1.self_attn.k_proj.weight", bad, "encoder layer 1: expected finite numbers");
    row("bart", "model.decoder.layers.0.encoder_attn.v_proj.weight", bad, "decoder layer 0: expected finite numbers");
  }
  // Finite weights whose products are not.
  row("llama-gqa", "model.layers.0.self_attn.q_proj.weight", 3e38, "layer 0: expected finite numbers");
}

/// A weight that is no number is said with its layer, and nothing that follows from it is shown.
void TestModel::numbersThatAreNoneStopTheRun() {
  QFETCH(QString, model);
  QFETCH(QString, tensor);
  QFETCH(double, number);
  QFETCH(QString, said);
  copy(model.toStdString());
  const fs::path file = folder() / "model.safetensors";
  TensorTable tensors = readSafetensors(file);
  std::vector<TestTensor> changed;
  bool found = false;
  for (const auto& [name, stored] : tensors) {
    TestTensor copied{name, {stored.shape.begin(), stored.shape.end()}, floatsOf(stored)};
    if (name == tensor.toStdString()) {
      std::fill(copied.values.begin(), copied.values.end(), static_cast<float>(number));
      found = true;
    }
    changed.push_back(std::move(copied));
  }
  QVERIFY(found);
  tensors.clear();
  writeSafetensors(file.string(), changed);
  const auto opened = Model::open(folder());
  RunOptions options;
  if (opened->encoder()) options.target = encodingOf({2, 5});
  const std::string message = messageOf<Error>([&] {
    const auto trace = opened->run(encodingOf({1, 2, 3, 4, 5}), options);
    trace->logits.all();
  });
  QVERIFY2(message.find(said.toStdString()) != std::string::npos && message.find("model '") == 0, message.c_str());
}

/// However near to 0, the largest score takes all.
void TestModel::temperaturesNearZeroLeaveNumbers() {
  const auto model = Model::open(kModels / "gpt2");
  const Encoding encoding = encodingOf({1, 2, 3, 4, 5});
  const Matrix plain = TraceMaps(model->run(encoding)).weights({1, 0});
  for (const double temperature : {1e-6, 1e-44, 1e-300}) {
    RunOptions options;
    options.interventions = {Temperature{temperature, {{{1, 1}, {0, 0}}}}};
    const Matrix sharp = TraceMaps(model->run(encoding, options)).weights({1, 0});
    for (Index row = 0; row < 5; ++row) {
      Index largest = 0;
      plain.row(row).maxCoeff(&largest);
      QVERIFY(std::abs(sharp(row, largest) - 1) < 1e-4F && std::abs(sharp.row(row).sum() - 1) < 1e-4F);
    }
  }
}

void TestModel::anyConfigIsReadOrRefused() {
  std::mt19937 random(11);
  const json values{
      -1,     0,         1, 2, 3, 7, 1000000, 1e18, 0.5, nullptr, true, false, "x", json::array(), json::object(),
      {1, 2}, {{"a", 1}}};
  int opened = 0, refused = 0;
  for (const auto& entry : fs::directory_iterator(kModels)) {
    if (!entry.is_directory()) continue;
    const json config = configOf(entry.path());
    std::vector<std::string> keys;
    for (const auto& [key, value] : config.items()) keys.push_back(key);
    copy(entry.path().filename().string());
    for (int i = 0; i < 12; ++i) {
      json changed = config;
      changed[keys[random() % keys.size()]] = values[random() % values.size()];
      std::ofstream(folder() / "config.json") << changed;
      try {
        const auto trace = Model::open(folder())->run(encodingOf({1, 2, 3}));
        ++opened;
      } catch (const Error& error) {
        QVERIFY(std::string(error.what()).size() > 10);
        ++refused;
      }
    }
    for (const auto& file : fs::directory_iterator(folder())) fs::remove(file.path());
  }
  QVERIFY(opened > 50 && refused > 50);
}

HEADLIGHT_TEST(TestModel)
#include "test_model.moc"
