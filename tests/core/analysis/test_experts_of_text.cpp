#include <QtTest>
#include <QTemporaryDir>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/analysis/ablation.h"
#include "core/analysis/contacts.h"
#include "core/analysis/expert_use.h"
#include "core/analysis/score_parts.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "core/io/attention_export.h"
#include "core/io/stored_attention.h"
#include "core/model/predictions.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

/// Mixtures of experts, scores in their parts, and contacts, against what transformers computes
/// (tests/data/experts/reference.py and the expected values of tests/data/families).
class TestExpertsOfText : public QObject {
  Q_OBJECT
  TensorTable m_expected;
  std::shared_ptr<const Model> m_model;
  Encoding m_input;

  static fs::path data(const char* folder) { return fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data" / folder; }

  void open(const QString& name) {
    const std::string model = name.toStdString();
    m_model = Model::open(data("families") / model);
    m_input = reference::encodingOf(readSafetensors(data("families") / model / "expected.safetensors"), 0);
  }
  void openWithReference(const QString& name) {
    open(name);
    m_expected = readSafetensors(data("experts") / (name.toStdString() + ".safetensors"));
    QCOMPARE(integersOf(m_expected.at("input_ids"), "input_ids").size(), m_input.size());
  }

  std::shared_ptr<const Trace> run(const std::string& interventions = {}, std::shared_ptr<const Trace> from = {}) {
    RunOptions options;
    if (!interventions.empty()) options.interventions = parseInterventions(interventions);
    options.resumeFrom = std::move(from);
    return m_model->run(m_input, options);
  }

  double differenceTo(const std::string& key, const Matrix& found) {
    const auto numbers = floatsOf(m_expected.at(key));
    return static_cast<double>(
        (Eigen::Map<const Matrix>(numbers.data(), found.rows(), found.cols()) - found).cwiseAbs().maxCoeff());
  }

 private slots:
  void interventionsEqualTheReference_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"mixtral", "qwen3-moe", "deepseek-v3", "gpt-oss", "deepseek-v2"})
      QTest::newRow(qPrintable(model)) << model;
  }
  void interventionsEqualTheReference() {
    QFETCH(QString, model);
    openWithReference(model);
    const auto where = integersOf(m_expected.at("where"), "where");
    const std::string expert = std::to_string(where[0]) + "." + std::to_string(where[1]);
    const auto clean = run();
    for (const auto& [key, text] : {std::pair<std::string, std::string>{"off", "expert " + expert + " off"},
                                    {"off_at", "expert " + expert + " off at " + std::to_string(where[2])},
                                    {"force", "expert " + expert + " force"}}) {
      const auto changed = run(text);
      QVERIFY2(differenceTo(key, changed->logits.all()) < 5e-5, key.c_str());
      QVERIFY(differenceTo(key, clean->logits.all()) > 1e-4);  // Or nothing was changed.
      // The layers before are taken over.
      QCOMPARE(run(text, clean)->logits.all(), changed->logits.all());
      QCOMPARE(run({}, changed)->logits.all(), clean->logits.all());
    }
    // The trace makes the changed choice again.
    const auto layer = static_cast<int>(where[0]);
    QCOMPARE(expertUse(*run("expert " + expert + " off")).layer(layer)->tokens[where[1]], Index(0));
    QCOMPARE(expertUse(*run("expert " + expert + " force")).layer(layer)->tokens[where[1]], Index(12));
  }

  void useCountsTheChoices() {
    open("qwen3-moe");
    const auto trace = run();
    const ExpertUse use = expertUse(*trace);
    QCOMPARE(use.layers.size(), std::size_t(2));  // Layer 1 has none.
    QCOMPARE(use.layers[1].layer, 2);
    QVERIFY(use.layer(1) == nullptr);
    for (const ExpertUse::Layer& layer : use.layers) {
      QCOMPARE(layer.chosen(), Index(12 * 3));
      const ExpertChoice choice = chooseExperts(*trace->experts[static_cast<std::size_t>(layer.layer)].rule,
                                                trace->experts[static_cast<std::size_t>(layer.layer)].logits);
      QCOMPARE(choice.experts, layer.choice.experts);
      double sum = 0;
      for (const double weight : layer.weight) sum += weight;
      QVERIFY(std::abs(sum - 12) < 1e-4);  // Its weights are renormalised.
    }
    QCOMPARE(expertTable(*trace).rows.size(), std::size_t(2 * 12 * 3));
    const Table load = expertLoadTable(*trace);
    QCOMPARE(load.rows.size(), std::size_t(2 * 6));
    double share = 0;
    for (std::size_t row = 0; row < 6; ++row) share += std::get<double>(load.rows[row][3]);
    QVERIFY(std::abs(share - 1) < 1e-12);
  }

  void badExpertsAreRefused() {
    open("deepseek-v3");
    for (const auto& [text, part] :
         {std::pair<const char*, const char*>{"expert 0.1 off", "expected a layer with experts, found layer 0"},
          {"expert 1.8 off", "expected 0 to 7"},
          {"expert 3.0 off", "layer 3: expected 0 to 2"},
          {"expert 1.0-2 force", "expected at most 2 forced"},
          {"expert encoder 1.0 off", "expected an encoder–decoder model"},
          {"expert cross 1.0 off", "of cross-attention"}}) {
      try {
        run(text);
        QFAIL(text);
      } catch (const Error& error) {
        QVERIFY2(QString(error.what()).contains(part), error.what());
      }
    }
    open("olmo2");
    QVERIFY_THROWS_EXCEPTION(Error, run("expert 0.0 off"));
    QVERIFY_THROWS_EXCEPTION(Error, expertUse(*run()));
    QVERIFY(!hasExperts(*run()));
  }

  void everyExpertIsAblated() {
    open("mixtral");
    const auto clean = run();
    AblationQuestion question;
    question.outcome = {11, likeliestOutcome(*clean, 11)};
    const auto effects = ablateEveryExpert(*m_model, clean, question);
    QCOMPARE(effects.size(), std::size_t(8));
    const auto& one = effects[5];
    QCOMPARE(one.layer, 1);
    QCOMPARE(one.expert, 1);
    const auto without = run("expert 1.1 off");
    const auto at = static_cast<std::size_t>(question.outcome.id);
    QVERIFY(std::abs(logProbabilities(without->logits, 11)[at] - logProbabilities(clean->logits, 11)[at] -
                     one.logProbabilityChange) < 1e-6);
  }

  /// A score is the sum of its parts, and these are those of the reference.
  void scoresHaveTheirParts_data() { interventionsEqualTheReference_data(); }
  void scoresHaveTheirParts() {
    QFETCH(QString, model);
    openWithReference(model);
    const auto trace = run();
    for (int layer = 0; layer < m_model->info().layers; ++layer) {
      const std::string key = "parts." + std::to_string(layer);
      const auto numbers = floatsOf(m_expected.at(key));
      const auto count = static_cast<std::size_t>(m_expected.at(key).shape.back());
      for (int head = 0; head < m_model->info().heads; ++head)
        for (Index q = 0; q < 12; ++q)
          for (Index k = 0; k <= q; ++k) {
            const ScoreParts parts = scoreParts(*m_model, *trace, {layer, head}, q, k);
            if (!std::isfinite(parts.score)) continue;  // Out of its window.
            QCOMPARE(parts.waves.size() + 1, count);
            const float* expected = numbers.data() + ((head * 12 + q) * 12 + k) * static_cast<Index>(count);
            const auto near = [](double found, float wanted) {
              return std::abs(found - static_cast<double>(wanted)) <
                     reference::kTolerance * std::max(1.0, std::abs(static_cast<double>(wanted)));
            };
            QVERIFY(near(parts.content, expected[0]));
            for (std::size_t i = 0; i < parts.waves.size(); ++i)
              QVERIFY(near(parts.waves[i].part, expected[i + 1]));
            QVERIFY(std::abs(parts.content + parts.rotary() + parts.added - parts.score) < 1e-5);
            QCOMPARE(parts.latent, model.startsWith("deepseek"));
            if (q != k) continue;
            // Where both are at the same place nothing is owed to it.
            for (const ScoreParts::Wave& wave : parts.waves) QVERIFY(std::abs(*wave.samePlace - wave.part) < 1e-6);
          }
    }
    QVERIFY_THROWS_EXCEPTION(Error, scoreParts(*m_model, *trace, {0, 0}, 12, 0));
  }

  void contactsEqualTheReference() {
    open("esm2");
    QVERIFY(predictsContacts(*m_model));
    m_expected = readSafetensors(data("families") / "esm2" / "expected.safetensors");
    const auto trace = run();
    const Contacts contacts = predictContacts(*m_model, trace);
    QCOMPARE(contacts.probability.rows(), Index(10));
    QVERIFY(differenceTo("contacts.0", contacts.probability) < 5e-6);
    // A head that looks at every pair alike has the share of chance.
    const TraceMaps maps(trace);
    const auto chance = contactChance(contacts);
    const auto share = contactShare(contacts, maps, {0, 0});
    QVERIFY(chance && share && *share > 0 && *share < 1);
    const auto even = run("uniform 0.0");
    QVERIFY(std::abs(*contactShare(contacts, TraceMaps(even), {0, 0}) - *chance) < 1e-6);
    open("mixtral");
    QVERIFY(!predictsContacts(*m_model));
    QVERIFY_THROWS_EXCEPTION(Error, predictContacts(*m_model, run()));
  }

  void sinksTakeTheShareOfNoToken() {
    open("gpt-oss");
    const auto trace = run();
    const TraceMaps maps(trace);
    QVERIFY(maps.hasNoTokenShare() && !maps.rowsSumToOne());
    const AttentionRecord& record = trace->layers[0];
    const Matrix weights = maps.weights({0, 1});
    for (Index q = 0; q < 12; ++q) {
      const double share =
          std::exp(static_cast<double>(record.rule->sink(1)) - static_cast<double>(record.logSumExp(q, 1)));
      QVERIFY(std::abs(1 - weights.row(q).cast<double>().sum() - share) < 1e-5);
    }
    QVERIFY(!TraceMaps(run("dropout 0.5")).hasNoTokenShare());
    open("mixtral");
    QVERIFY(!TraceMaps(run()).hasNoTokenShare());
  }

  /// What goes into a file and comes back has the share of no token.
  void theShareOfNoTokenIsExported() {
    open("gpt-oss");
    const auto trace = run();
    QTemporaryDir folder;
    for (const char* kind : {"safetensors", "npz"}) {
      const fs::path file = folder.filePath("a.").toStdString() + kind;
      exportAttention(file, trace, {});
      const StoredAttention stored = openStoredAttention(file);
      QVERIFY(stored.maps->hasNoTokenShare() && !stored.maps->rowsSumToOne());
      QCOMPARE(stored.maps->weights({1, 2}), TraceMaps(trace).weights({1, 2}));
    }
    const fs::path json = folder.filePath("a.json").toStdString(), csv = folder.filePath("a.csv").toStdString();
    exportAttention(json, trace, {});
    const auto read = nlohmann::json::parse(std::ifstream(json));
    const Matrix weights = TraceMaps(trace).weights({1, 2});
    for (Index q = 0; q < 12; ++q)
      QVERIFY(std::abs(read["no_token"]["1"]["2"][static_cast<std::size_t>(q)].get<double>() -
                       (1 - weights.row(q).cast<double>().sum())) < 1e-6);
    const auto named = std::make_shared<Trace>(*trace);
    for (Token& token : named->encoding.tokens) token.text = "t", token.display = "";
    exportAttention(csv, named, {});
    std::ifstream lines(csv);
    std::string line;
    int without = 0;
    while (std::getline(lines, line))
      if (line.find(",,") != std::string::npos) {
        ++without;
        QVERIFY2(line.find(",,t,,") != std::string::npos, line.c_str());
      }
    QCOMPARE(without, m_model->info().layers * m_model->info().heads * 12);
    open("mixtral");
    exportAttention(folder.filePath("b.safetensors").toStdString(), run(), {});
    QVERIFY(!openStoredAttention(folder.filePath("b.safetensors").toStdString()).maps->hasNoTokenShare());
  }
};

HEADLIGHT_TEST(TestExpertsOfText)
#include "test_experts_of_text.moc"
