#include <QtTest>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/generation/generation.h"
#include "core/intervention/grammar.h"
#include "core/ops/gemm.h"
#include "tests/support/reference.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::testing::messageOf;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const fs::path kModels = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models";
const char* const kTranslators[] = {"bart", "marian", "mbart", "pegasus", "t5", "t5-gated-untied"};
const char* const kWriters[] = {"gpt2", "llama-gqa", "bloom", "mistral-window", "gemma2"};

Encoding inputOf(const std::string& model, int input) {
  return reference::encodingOf(readSafetensors(kModels / model / "expected.safetensors"), input);
}

std::vector<std::int64_t> idsOf(const Generation& generation) {
  std::vector<std::int64_t> ids;
  for (const GenerationStep& step : generation.steps) ids.push_back(step.chosen.id);
  return ids;
}

double largestDifference(const Matrix& a, const Matrix& b) {
  return a.rows() != b.rows() || a.cols() != b.cols() ? INFINITY : static_cast<double>((a - b).cwiseAbs().maxCoeff());
}

/// How far two runs over the same tokens lie apart, hidden states and logits relative to their size.
double distance(const std::shared_ptr<const Trace>& a, const std::shared_ptr<const Trace>& b) {
  double most = largestDifference(a->logits.all(), b->logits.all()) /
                std::max(1.0, static_cast<double>(b->logits.all().cwiseAbs().maxCoeff()));
  for (std::size_t i = 0; i < a->hiddenStates.size(); ++i)
    most = std::max(most, largestDifference(a->hiddenStates[i], b->hiddenStates[i]) /
                              std::max(1.0, static_cast<double>(b->hiddenStates[i].cwiseAbs().maxCoeff())));
  for (const AttentionType type : {AttentionType::Self, AttentionType::Cross, AttentionType::Encoder}) {
    if (!a->has(type)) continue;
    const TraceMaps x(a, type), y(b, type);
    for (int layer = 0; layer < x.layers(); ++layer)
      for (int head = 0; head < x.heads(); ++head)
        most = std::max(most, largestDifference(x.weights({layer, head}), y.weights({layer, head})));
  }
  return most;
}

/// What greedy choices write when every step runs everything again.
std::vector<std::int64_t> greedyByFullRuns(const Model& model, const Encoding& text, std::size_t steps,
                                           const std::vector<Intervention>& interventions = {}) {
  Encoding given = text;
  const bool translates = model.encoder() != nullptr;
  if (translates) {
    given.tokens.resize(1);
    given.tokens.front().id = model.decoderStart();
  }
  std::vector<std::int64_t> ids;
  while (ids.size() < steps) {
    RunOptions options;
    options.interventions = interventions;
    if (translates) options.target = given;
    const auto trace = model.run(translates ? text : given, options);
    Index best = 0;
    trace->logits.row(trace->logits.rows() - 1).maxCoeff(&best);
    ids.push_back(best);
    const auto& ends = model.generation().ends;
    if (std::find(ends.begin(), ends.end(), ids.back()) != ends.end()) break;
    given.tokens.emplace_back();
    given.tokens.back().id = best;
  }
  return ids;
}

}  // namespace

class TestGeneration : public QObject {
  Q_OBJECT

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }
  void writesWhatTheReferenceWrites_data();
  void writesWhatTheReferenceWrites();
  void keptEqualsAFullRun_data();
  void keptEqualsAFullRun();
  void aStepCostsAStep_data();
  void aStepCostsAStep();
  void beamsOfACausalModelAreAtLeastAsLikely();
  void branchesGoOnFromTheSamePrefix_data();
  void branchesGoOnFromTheSamePrefix();
  void actsWithInterventions_data();
  void actsWithInterventions();
  void saysTokensAsTheyCome();
  void stops();
  void endsForAReason();
  void obeysTheFolder();
  void rulesOfTheFolderAreThoseOfTheReference_data();
  void rulesOfTheFolderAreThoseOfTheReference();
  void whatIsChosenOtherwiseIsTold();
  void rulesThatAreNotKnownAreTold();
  void drawsBySeed();
  void refuses();

 private:
  /// A reference model with a generation_config.json and changed keys of its config.json.
  ModelFolder changed(const std::string& name, const json& generation, const json& config = json::object()) const {
    const fs::path folder = m_folder->path().toStdString();
    for (const auto& entry : fs::directory_iterator(kModels / name))
      fs::copy_file(entry.path(), folder / entry.path().filename(), fs::copy_options::overwrite_existing);
    std::ofstream(folder / "generation_config.json") << generation;
    json all = json::parse(std::ifstream(folder / "config.json"));
    all.update(config);
    std::ofstream(folder / "config.json") << all;
    return openModelFolder(folder);
  }
  std::unique_ptr<QTemporaryDir> m_folder;
};

void TestGeneration::writesWhatTheReferenceWrites_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<int>("input");
  for (const char* name : kTranslators)
    for (int input = 0; input < 4; ++input)
      QTest::addRow("%s, input %d", std::string(name).c_str(), input) << QString(name) << input;
}

/// generated.json is what an independent implementation writes (tests/data/models/README.md).
void TestGeneration::writesWhatTheReferenceWrites() {
  QFETCH(QString, name);
  QFETCH(int, input);
  const ModelFolder model = openModelFolder(kModels / name.toStdString());
  const json expected = json::parse(std::ifstream(model.path / "generated.json"))[static_cast<std::size_t>(input)];
  GenerationOptions options;
  options.tokens = 24;
  const auto greedy = idsOf(generate(model, inputOf(name.toStdString(), input), options));
  QVERIFY2(greedy == expected["greedy"].get<std::vector<std::int64_t>>(), json(greedy).dump().c_str());
  options.beams = 3;
  const auto beams = idsOf(generate(model, inputOf(name.toStdString(), input), options));
  QVERIFY2(beams == expected["beams 3"].get<std::vector<std::int64_t>>(), json(beams).dump().c_str());
}

void TestGeneration::keptEqualsAFullRun_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : kTranslators) QTest::newRow(name) << QString(name);
  for (const char* name : kWriters) QTest::newRow(name) << QString(name);
}

void TestGeneration::keptEqualsAFullRun() {
  QFETCH(QString, name);
  const ModelFolder model = openModelFolder(kModels / name.toStdString());
  const Encoding text = inputOf(name.toStdString(), 2);
  GenerationOptions options;
  options.tokens = 12;
  std::vector<double> apart;
  options.onToken = [&](const Generation& generation) {
    apart.push_back(distance(generation.trace, model.model->runAgain(*generation.trace, {})));
  };
  const Generation generation = generate(model, text, options);
  QCOMPARE(apart.size(), generation.steps.size());
  QVERIFY2(*std::max_element(apart.begin(), apart.end()) < 1e-5,
           std::to_string(*std::max_element(apart.begin(), apart.end())).c_str());
  // Every step says what the finished trace says.
  for (std::size_t step = 0; step < generation.steps.size(); ++step) {
    const auto row = logProbabilities(generation.trace->logits, generation.rowOf(step));
    const Prediction& chosen = generation.steps[step].chosen;
    QVERIFY(std::abs(row[static_cast<std::size_t>(chosen.id)] - chosen.logProbability) < 1e-4);
    QCOMPARE(generation.trace->encoding.tokens[static_cast<std::size_t>(generation.first) + step].id, chosen.id);
  }
  if (name != "bart" && name != "marian")  // Which force their last token.
    QVERIFY(idsOf(generation) == greedyByFullRuns(*model.model, text, 12));
}

void TestGeneration::aStepCostsAStep_data() { keptEqualsAFullRun_data(); }

void TestGeneration::aStepCostsAStep() {
  QFETCH(QString, name);
  const ModelFolder model = openModelFolder(kModels / name.toStdString());
  const Encoding text = inputOf(name.toStdString(), 1);  // 33 tokens.
  GenerationOptions options;
  options.tokens = 4;
  std::vector<std::uint64_t> counts;
  options.onToken = [&](const Generation&) { counts.push_back(countedMultiplyAdds()); };
  const QString intervention =
      QTest::currentDataTag() == QByteArray("bart") ? "mask key 3 in cross *.*" : "ablate 0.0; cap first 0.5";
  options.interventions = parseInterventions(intervention.toStdString());
  const Generation generation = generate(model, text, options);
  QVERIFY(counts.size() >= 2);
  const std::uint64_t before = countedMultiplyAdds();
  RunOptions whole;
  whole.logits = false;
  model.model->runAgain(*generation.trace, whole);
  const std::uint64_t all = countedMultiplyAdds() - before, step = counts[1] - counts[0];
  QVERIFY2(10 * step < all, qPrintable(QStringLiteral("a step %1, everything %2").arg(step).arg(all)));
}

void TestGeneration::beamsOfACausalModelAreAtLeastAsLikely() {
  for (const char* name : kWriters) {
    const ModelFolder model = openModelFolder(kModels / name);
    const Encoding text = inputOf(name, 0);
    GenerationOptions options;
    options.tokens = 8;
    options.lengthPenalty = 0;
    const Generation greedy = generate(model, text, options);
    options.beams = 4;
    const Generation best = generate(model, text, options);
    if (best.steps.size() == greedy.steps.size()) QVERIFY(best.logProbability() > greedy.logProbability() - 1e-4);
    QVERIFY(distance(best.trace, model.model->runAgain(*best.trace, {})) < 1e-5);
    // One token ahead the best of any number of beams is the likeliest.
    options.tokens = 1;
    QCOMPARE(idsOf(generate(model, text, options)).front(), idsOf(greedy).front());
  }
}

void TestGeneration::branchesGoOnFromTheSamePrefix_data() { keptEqualsAFullRun_data(); }

void TestGeneration::branchesGoOnFromTheSamePrefix() {
  QFETCH(QString, name);
  const ModelFolder model = openModelFolder(kModels / name.toStdString());
  const Encoding text = inputOf(name.toStdString(), 2);
  GenerationOptions options;
  options.tokens = 6;
  const Generation trunk = generate(model, text, options);
  if (trunk.steps.size() < 3) return;
  const std::int64_t other = trunk.steps[2].top[1].id;
  const Generation side = branch(model, trunk, 2, other, options);
  QVERIFY(side.steps.size() >= 3);
  QCOMPARE(side.first, trunk.first);
  QVERIFY(std::equal(side.steps.begin(), side.steps.begin() + 2, trunk.steps.begin(),
                     [](const auto& a, const auto& b) { return a.chosen.id == b.chosen.id; }));
  QCOMPARE(side.steps[2].chosen.id, other);
  QVERIFY(std::abs(side.steps[2].chosen.probability - trunk.steps[2].top[1].probability) < 1e-5);
  QVERIFY(distance(side.trace, model.model->runAgain(*side.trace, {})) < 1e-5);
  // The same as what follows when those tokens are given.
  Encoding given = side.trace->encoding;
  given.tokens.resize(static_cast<std::size_t>(side.first) + 3);
  options.tokens = 3;
  const Generation after =
      trunk.trace->source ? generate(model, text, options, given) : generate(model, given, options);
  std::vector<std::int64_t> rest = idsOf(side);
  rest.erase(rest.begin(), rest.begin() + 3);
  if (side.end != Generation::StopReason::Eos || !rest.empty()) QVERIFY(idsOf(after) == rest);
  QVERIFY(trunk.trace->encoding.size() == static_cast<std::size_t>(trunk.first) + trunk.steps.size());
}

void TestGeneration::actsWithInterventions_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("what");
  for (const char* name : {"mbart", "t5", "t5-gated-untied", "pegasus"})
    for (const char* what : {"ablate cross *.*", "ablate *.* mean", "mask key 0 in cross *.*", "uniform encoder *.*",
                             "cap sink 0.1 in 1.*,cross 0.*,encoder 1.*", "dropout 0.5 seed 3 in cross *.*"})
      QTest::addRow("%s: %s", name, what) << QString(name) << QString(what);
  for (const char* what : {"ablate 0.*", "mask key 0", "temperature 3 in 1.*", "ablate *.* mean"})
    QTest::addRow("gpt2: %s", what) << QStringLiteral("gpt2") << QString(what);
}

void TestGeneration::actsWithInterventions() {
  QFETCH(QString, name);
  QFETCH(QString, what);
  const ModelFolder model = openModelFolder(kModels / name.toStdString());
  const Encoding text = inputOf(name.toStdString(), 2);
  GenerationOptions options;
  options.tokens = 8;
  options.interventions = parseInterventions(what.toStdString());
  const Generation generation = generate(model, text, options);
  QVERIFY(idsOf(generation) == greedyByFullRuns(*model.model, text, 8, options.interventions));
  RunOptions again;
  again.interventions = options.interventions;
  QVERIFY(distance(generation.trace, model.model->runAgain(*generation.trace, again)) < 1e-5);
  QVERIFY(distance(generation.trace, model.model->runAgain(*generation.trace, {})) > 1e-4);
}

void TestGeneration::saysTokensAsTheyCome() {
  const ModelFolder model = openModelFolder(kModels / "t5-gated-untied");
  for (const int beams : {1, 2}) {
    GenerationOptions options;
    options.tokens = 6;
    options.beams = beams;
    options.alternatives = 4;
    std::vector<Generation> said;
    options.onToken = [&](const Generation& generation) { said.push_back(generation); };
    const Generation whole = generate(model, inputOf("t5-gated-untied", 0), options);
    QVERIFY(said.size() >= whole.steps.size());
    for (std::size_t i = 0; i < whole.steps.size(); ++i) {
      QCOMPARE(said[i].steps.size(), i + 1);
      QCOMPARE(said[i].trace->encoding.size(), static_cast<std::size_t>(said[i].first) + i + 1);
      QCOMPARE(said[i].steps.back().top.size(), std::size_t(4));
      QVERIFY(said[i].trace->source == whole.trace->source);  // The encoder ran once.
    }
    QVERIFY(idsOf(said.back()) == idsOf(whole));
  }
}

void TestGeneration::stops() {
  const ModelFolder model = openModelFolder(kModels / "marian");
  for (const int beams : {1, 3}) {
    GenerationOptions options;
    options.tokens = 20;
    options.beams = beams;
    std::size_t tokens = 0;
    options.onToken = [&](const Generation& generation) { tokens = generation.steps.size(); };
    options.progress = Progress([&](double, std::string_view) { return tokens < 3; });
    QVERIFY_THROWS_EXCEPTION(Cancelled, generate(model, inputOf("marian", 0), options));
    QCOMPARE(tokens, std::size_t(3));
  }
}

void TestGeneration::endsForAReason() {
  GenerationOptions options;
  options.tokens = 24;
  const Generation ended = generate(openModelFolder(kModels / "mbart"), inputOf("mbart", 2), options);
  QVERIFY(ended.end == Generation::StopReason::Eos);
  QVERIFY(ended.trace->encoding.tokens.back().special);
  const Generation full = generate(openModelFolder(kModels / "mbart"), inputOf("mbart", 0), options);
  QVERIFY(full.end == Generation::StopReason::MaxTokens);
  QCOMPARE(full.steps.size(), std::size_t(24));
  const ModelFolder writer = openModelFolder(kModels / "gpt2");
  options.tokens = 10000;
  const Generation crammed = generate(writer, inputOf("gpt2", 1), options);
  QVERIFY(crammed.end == Generation::StopReason::MaxPositions || crammed.end == Generation::StopReason::Eos);
  QVERIFY(static_cast<Index>(crammed.trace->encoding.size()) <= writer.model->info().maxPositions);
}

void TestGeneration::obeysTheFolder() {
  const ModelFolder model = changed("t5", {{"forced_bos_token_id", 7},
                                           {"forced_eos_token_id", 9},
                                           {"bad_words_ids", {{41}, {3, 4}}},
                                           {"eos_token_id", {1, 9}}});
  QVERIFY((model.model->generation().ends == std::vector<std::int64_t>{1, 9}));
  GenerationOptions options;
  options.tokens = 5;
  for (const int beams : {1, 2}) {
    options.beams = beams;
    const Generation generation = generate(model, inputOf("t5", 0), options);
    const auto ids = idsOf(generation);
    QCOMPARE(ids.front(), std::int64_t(7));
    QVERIFY(generation.steps.front().forced);
    QVERIFY(generation.steps.front().chosen.probability < 1);  // What the model gave it.
    QVERIFY(std::find(ids.begin(), ids.end(), 41) == ids.end());
    QVERIFY(generation.end == Generation::StopReason::Eos);
    if (ids.size() == 5) QCOMPARE(ids.back(), std::int64_t(9));
  }
  const ModelFolder without = changed("t5", json::object(), {{"decoder_start_token_id", nullptr}});
  QVERIFY(messageOf<Error>([&] { generate(without, inputOf("t5", 0), {}); }).find("decoder_start_token_id") !=
          std::string::npos);
  QVERIFY(messageOf<Error>([&] {
            changed("t5", {{"eos_token_id", "last"}});
          }).find("generation_config.json") != std::string::npos);
  QVERIFY(messageOf<Error>([&] {
            changed("t5", {{"bad_words_ids", {1, 2}}});
          }).find("bad_words_ids") != std::string::npos);
}

void TestGeneration::rulesOfTheFolderAreThoseOfTheReference_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QByteArray>("rules");
  QTest::addColumn<int>("beams");
  QTest::addColumn<QByteArray>("ids");
  const auto row = [](const char* name, const char* rules, int beams, const char* ids) {
    QTest::addRow("%s %s, %d", name, rules, beams) << name << QByteArray(rules) << beams << QByteArray(ids);
  };
  // What transformers 5.24 writes with them.
  row("gpt2", "{}", 1, "[46,19,46,46,46,46,46,46,46,46]");
  row("gpt2", R"({"repetition_penalty":1.5})", 1, "[46,19,22,35,46,46,50,46,46,48]");
  row("gpt2", R"({"repetition_penalty":1.5})", 3, "[46,1,19,39,56,22,7,46,25,46]");
  row("gpt2", R"({"repetition_penalty":0.6})", 1, "[17,46,46,46,46,46,46,46,46,46]");
  row("gpt2", R"({"no_repeat_ngram_size":1})", 1, "[46,19,22,35,47,39,56,0]");
  row("gpt2", R"({"no_repeat_ngram_size":2})", 1, "[46,19,46,46,22,46,38,46,3,19]");
  row("gpt2", R"({"no_repeat_ngram_size":2})", 3, "[46,1,19,39,17,46,7,46,25,46]");
  row("gpt2", R"({"suppress_tokens":[26,46]})", 1, "[17,3,19,39,56,22,7,22,22,7]");
  row("gpt2", R"({"begin_suppress_tokens":[46]})", 1, "[17,46,46,19,49,47,46,46,46,46]");
  row("gpt2", R"({"no_repeat_ngram_size":1,"min_new_tokens":9})", 1, "[46,19,22,35,47,39,56,53,7,11]");
  row("gpt2", R"({"no_repeat_ngram_size":1,"min_length":16})", 1, "[46,19,22,35,47,39,56,53,7,11]");
  row("gpt2", R"({"repetition_penalty":1.3,"no_repeat_ngram_size":2,"suppress_tokens":[46]})", 1,
      "[25,19,22,22,7,39,56,22,34,11]");
  row("gpt2", R"({"eos_token_id":46,"length_penalty":2.0})", 3, "[25,22,46]");
  row("gpt2", R"({"eos_token_id":25,"length_penalty":0.0})", 3, "[25]");
  row("gpt2", R"({"eos_token_id":46,"length_penalty":2.0,"early_stopping":true})", 3, "[17,46]");
  row("gpt2", R"({"eos_token_id":19,"early_stopping":true})", 4, "[46,19]");
  row("gpt2", R"({"eos_token_id":19,"early_stopping":"never"})", 3, "[17,46,46,46,46,46,46,46,46,46]");
  row("gpt2", R"({"eos_token_id":46,"length_penalty":2.0,"early_stopping":"never"})", 3,
      "[25,19,22,22,22,22,22,22,34,17]");
  row("t5", R"({"repetition_penalty":1.5})", 1, "[41,34,44,8,18,41,41,41,41,41]");
  row("t5", R"({"no_repeat_ngram_size":2})", 1, "[41,41,34,41,13,41,8,41,19,41]");
  row("t5", R"({"begin_suppress_tokens":[41]})", 1, "[44,41,41,41,41,41,41,41,41,41]");
  row("t5", R"({"forced_bos_token_id":7,"begin_suppress_tokens":[41]})", 1, "[7,44,41,41,41,41,41,41,41,41]");
}

void TestGeneration::rulesOfTheFolderAreThoseOfTheReference() {
  QFETCH(QString, name);
  QFETCH(QByteArray, rules);
  QFETCH(int, beams);
  QFETCH(QByteArray, ids);
  const ModelFolder model = changed(name.toStdString(), json::parse(rules.toStdString()));
  GenerationOptions options;
  options.tokens = 10;
  options.beams = beams;
  const Generation generation = generate(model, inputOf(name.toStdString(), 0), options);
  QCOMPARE(json(idsOf(generation)).dump(), ids.toStdString());
}

void TestGeneration::whatIsChosenOtherwiseIsTold() {
  const auto told = [this](const json& files, const Writing& writing) {
    std::string all;
    for (const std::string& remark : remarksOnWriting(changed("gpt2", files).model->generation(), writing))
      all += remark + "\n";
    return all;
  };
  Writing drawn, beams;
  drawn.sampling = Sampling{};
  beams.beams = 4;
  const json neutral{{"num_beams", 1},     {"do_sample", false}, {"num_beam_groups", 1},     {"diversity_penalty", 0.0},
                     {"penalty_alpha", 0}, {"min_p", 0},         {"typical_p", 1.0},         {"early_stopping", false},
                     {"temperature", 1.0}, {"top_k", 0},         {"num_return_sequences", 1}};
  for (const Writing& writing : {Writing{}, drawn, beams}) QCOMPARE(told(neutral, writing), std::string());
  QCOMPARE(told({{"num_beams", 4}}, beams), std::string());
  QVERIFY(told({{"num_beams", 4}}, {}).find("'num_beams': 4") != std::string::npos);
  QVERIFY(told({{"num_beams", 5}}, beams).find("'num_beams': 5 for generating; here it is 4") != std::string::npos);
  QVERIFY(told({{"num_beams", 4}}, drawn).find("drawn one by one") != std::string::npos);
  const json chat{{"do_sample", true}, {"temperature", 0.6}, {"top_p", 0.9}, {"min_p", 0.1}};
  QVERIFY(told(chat, {}).find("'do_sample' with 'temperature': 0.6, 'top_p': 0.9, 'min_p' for generating; here "
                              "nothing is drawn") != std::string::npos);
  drawn.sampling->temperature = 0.7;
  QVERIFY(told(chat, drawn).find("'top_p': 0.9, 'min_p' for generating; here it is not done") != std::string::npos);
  QCOMPARE(told({{"temperature", 0.6}}, {}), std::string());  // Nothing is drawn there either.
  for (const auto& [key, value] : std::initializer_list<std::pair<const char*, json>>{{"num_beam_groups", 2},
                                                                                      {"diversity_penalty", 0.5},
                                                                                      {"penalty_alpha", 0.6},
                                                                                      {"dola_layers", "high"},
                                                                                      {"stop_strings", "x"},
                                                                                      {"num_return_sequences", 3},
                                                                                      {"token_healing", true}})
    QVERIFY2(told({{key, value}}, {}).find(std::string("'") + key + "'") != std::string::npos, key);
  QVERIFY(messageOf<Error>([&] {
            changed("gpt2", {{"early_stopping", "soon"}});
          }).find("early_stopping") != std::string::npos);
}

void TestGeneration::rulesThatAreNotKnownAreTold() {
  const ModelFolder model =
      changed("gpt2", {{"sequence_bias", 1}, {"guidance_scale", 1.5}, {"bad_words_ids", {{5}, {3, 4}}}});
  const auto& told = model.model->generation().passedOver;
  QCOMPARE(told.size(), std::size_t(3));
  QVERIFY(told.front().find("'bad_words_ids'") != std::string::npos);
  QVERIFY(messageOf<Error>([&] {
            changed("gpt2", {{"repetition_penalty", 0}});
          }).find("repetition_penalty") != std::string::npos);
}

void TestGeneration::drawsBySeed() {
  const ModelFolder model = openModelFolder(kModels / "gpt2");
  GenerationOptions options;
  options.tokens = 10;
  const auto drawn = [&](const Sampling& sampling) {
    options.sampling = sampling;
    return idsOf(generate(model, inputOf("gpt2", 0), options));
  };
  QVERIFY(drawn({.seed = 4}) == drawn({.seed = 4}));
  QVERIFY(drawn({.seed = 4}) != drawn({.seed = 5}));
  const auto narrow = drawn({.topK = 1, .seed = 4});
  options.sampling.reset();
  QVERIFY(narrow == idsOf(generate(model, inputOf("gpt2", 0), options)));
}

void TestGeneration::refuses() {
  const ModelFolder writer = openModelFolder(kModels / "gpt2"), reader = openModelFolder(kModels / "bert-mlm");
  const Encoding text = inputOf("gpt2", 0);
  GenerationOptions options;
  QCOMPARE(messageOf<Error>([&] { generate(reader, text, options); }),
           std::string("generation: expected a model that predicts the next token, found 'bert-mlm' (BertForMaskedLM); "
                       "use a causal or encoder–decoder model"));
  QVERIFY(messageOf<Error>([&] { generate(writer, text, options, text); }).find("encoder–decoder") !=
          std::string::npos);
  options.interventions = parseInterventions("ablate cross 0.0");
  QCOMPARE(
      messageOf<Error>([&] { generate(writer, text, options); }),
      std::string("intervention: heads of cross-attention: expected an encoder–decoder model, found one without an "
                  "encoder"));
  options = {};
  options.tokens = 0;
  QCOMPARE(messageOf<Error>([&] { generate(writer, text, options); }),
           std::string("generation: expected at least 1 token, found 0"));
  options = {};
  options.beams = 2;
  options.sampling = Sampling{};
  QCOMPARE(messageOf<Error>([&] { generate(writer, text, options); }),
           std::string("generation: expected a beam search or drawn tokens, found both"));
  options = {};
  options.tokens = 2;
  const Generation two = generate(writer, text, options);
  QCOMPARE(messageOf<Error>([&] { branch(writer, two, 2, 0, options); }),
           std::string("generation: step 2: expected 0 to 1"));
  QVERIFY(messageOf<Error>([&] { branch(writer, two, 0, 1 << 20, options); }).starts_with("generation: token 1048576"));
  const ModelFolder translator = openModelFolder(kModels / "bart");
  options.interventions = parseInterventions("patch output 0.0 from \"x\"");
  options.others["x"] = two.trace;
  QVERIFY(messageOf<Error>([&] { generate(translator, inputOf("bart", 0), options); }).find("heads of the encoder") !=
          std::string::npos);
}

HEADLIGHT_TEST(TestGeneration)
#include "test_generation.moc"
