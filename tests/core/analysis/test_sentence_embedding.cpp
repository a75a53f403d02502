#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/analysis/sentence_embedding.h"
#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "tests/support/reference.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::testing::messageOf;
namespace fs = std::filesystem;

namespace {

const fs::path kSentences = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/sentences";
constexpr const char* kModels[] = {"bert-base", "mpnet-mlm", "qwen2", "t5"};
constexpr const char* kPoolings[] = {"cls", "max", "mean", "mean_sqrt_len_tokens", "weightedmean", "lasttoken"};

Vector numbersOf(const TensorTable& table, const std::string& name) {
  const std::vector<float> numbers = floatsOf(table.at(name));
  return Eigen::Map<const Vector>(numbers.data(), static_cast<Index>(numbers.size()));
}

double furthest(const Vector& a, const Vector& b) { return a.size() == b.size() ? (a - b).cwiseAbs().maxCoeff() : 1e9; }

}  // namespace

/// Vectors of texts are those of sentence-transformers, and each token's part of a similarity is exact.
class TestSentenceEmbedding : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  TensorTable m_expected;

  fs::path folder() const { return m_folder.path().toStdString(); }
  void write(const fs::path& name, const std::string& content) const {
    fs::create_directories((folder() / name).parent_path());
    std::ofstream(folder() / name, std::ios::binary) << content;
  }
  void modules(const std::vector<std::pair<std::string, std::string>>& typesAndPaths) const {
    std::string list;
    for (const auto& [type, path] : typesAndPaths) {
      const nlohmann::json module{
          {"idx", 0}, {"name", "0"}, {"path", path}, {"type", "sentence_transformers.models." + type}};
      list += (list.empty() ? "" : ",") + module.dump();
    }
    write("modules.json", "[" + list + "]");
  }
  /// What a folder says that pools as `config` says.
  SentenceRecipe recipe(const std::string& config,
                        const std::vector<std::pair<std::string, std::string>>& more = {}) const {
    std::vector<std::pair<std::string, std::string>> all{{"Transformer", ""}, {"Pooling", "1_Pooling"}};
    all.insert(all.end(), more.begin(), more.end());
    modules(all);
    write("1_Pooling/config.json", config);
    return sentenceRecipe(folder());
  }
  static std::string key(const std::string& pooling) {
    if (pooling == "cls") return "pooling_mode_cls_token";
    return "pooling_mode_" + pooling +
           (pooling == "max" || pooling == "mean" ? "_tokens"
            : pooling == "weightedmean"           ? "_tokens"
                                                  : "");
  }
  SentenceVector vectorOf(const std::string& model, int text, const SentenceRecipe& recipe, Index prompt = 0) const {
    const auto run = reference::run(model, text);
    return sentenceVector(*run->model, *run->trace, recipe, prompt);
  }

 private slots:
  void initTestCase() { m_expected = readSafetensors(kSentences / "expected.safetensors"); }
  void init() {
    fs::remove_all(folder());
    fs::create_directories(folder());
  }

  void vectorsAreTheLibrarys_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("pooling");
    for (const char* model : kModels)
      for (const char* pooling : kPoolings) QTest::addRow("%s, %s", model, pooling) << model << pooling;
  }
  void vectorsAreTheLibrarys() {
    QFETCH(QString, model);
    QFETCH(QString, pooling);
    const std::string name = model.toStdString(), how = pooling.toStdString();
    const std::string off = how == "mean" ? "" : "\"pooling_mode_mean_tokens\":false,";
    const SentenceRecipe plain = recipe("{" + off + "\"" + key(how) + "\":true}");
    QCOMPARE(plain.name(), how);
    for (const int text : {0, 1}) {
      const SentenceVector made = vectorOf(name, text, plain);
      const Vector expected = numbersOf(m_expected, "vector." + name + "." + how + "." + std::to_string(text));
      const double scale = std::max(1.0F, expected.cwiseAbs().maxCoeff());
      QVERIFY2(furthest(made.vector, expected) < 5e-5 * scale,
               qPrintable(QString::number(furthest(made.vector, expected))));
      QVERIFY(furthest(made.parts.colwise().sum().transpose(), made.vector) < 1e-5 * scale);
    }
    const SentenceRecipe bare = recipe("{" + off + "\"" + key(how) + "\":true,\"include_prompt\":false}");
    const Vector expected = numbersOf(m_expected, "prompt." + name + "." + how);
    QVERIFY(furthest(vectorOf(name, 1, bare, 3).vector, expected) <
            5e-5 * std::max(1.0F, expected.cwiseAbs().maxCoeff()));
    QVERIFY(furthest(vectorOf(name, 1, plain, 3).vector, numbersOf(m_expected, "vector." + name + "." + how + ".1")) <
            1e-3);
  }

  void whatFollowsThePooling() {
    fs::copy(kSentences / "dense", folder() / "2_Dense", fs::copy_options::recursive);
    const SentenceRecipe dense = recipe("{}", {{"Dense", "2_Dense"}, {"Normalize", "3_Normalize"}});
    QCOMPARE(dense.name(), std::string("mean, dense, normalised"));
    for (const int text : {0, 1}) {
      const SentenceVector made = vectorOf("bert-base", text, dense);
      Vector expected = numbersOf(m_expected, "dense.bert-base." + std::to_string(text));
      expected /= expected.norm();
      QVERIFY(furthest(made.vector, expected) < 5e-5);
      QCOMPARE(made.parts.size(), Index(0));
    }
    write("2_Dense/config.json",
          "{\"in_features\":1,\"out_features\":6,\"activation_function\":\"torch.nn.modules.linear.Identity\"}");
    const SentenceRecipe linear = recipe("{}", {{"Dense", "2_Dense"}, {"Normalize", "3_Normalize"}});
    const SentenceVector made = vectorOf("bert-base", 0, linear);
    QVERIFY(std::abs(made.vector.norm() - 1) < 1e-6);
    QVERIFY(furthest(made.parts.colwise().sum().transpose(), made.vector) < 1e-6);
  }

  /// The cosine is the sum of what pairs of tokens bring, whatever the pooling, and normalising does not change it.
  void pairsAddUpToTheCosine() {
    for (const char* model : kModels)
      for (const std::string how : kPoolings) {
        const std::string off = how == "mean" ? "" : "\"pooling_mode_mean_tokens\":false,";
        const std::string config = "{" + off + "\"" + key(how) + "\":true}";
        double cosines[2] = {0, 0};
        for (const bool normalised : {false, true}) {
          const SentenceRecipe used = normalised ? recipe(config, {{"Normalize", "2_Normalize"}}) : recipe(config);
          const SentenceVector a = vectorOf(model, 0, used), b = vectorOf(model, 1, used);
          const SentenceSimilarity similarity = similarityOf(a, b);
          QCOMPARE(similarity.pairs.rows(), static_cast<Index>(a.tokens.size()));
          QCOMPARE(similarity.pairs.cols(), static_cast<Index>(b.tokens.size()));
          QVERIFY(std::abs(similarity.pairs.cast<double>().sum() - similarity.cosine) < 1e-5);
          QVERIFY(std::abs(similarityOf(a, a).cosine - 1) < 1e-9);
          cosines[normalised] = similarity.cosine;
        }
        QVERIFY(std::abs(cosines[0] - cosines[1]) < 1e-5);
        const Vector x = numbersOf(m_expected, "vector." + std::string(model) + "." + how + ".0"),
                     y = numbersOf(m_expected, "vector." + std::string(model) + "." + how + ".1");
        QVERIFY(std::abs(cosines[0] - static_cast<double>(x.dot(y) / (x.norm() * y.norm()))) < 1e-4);
      }
  }

  void severalPoolingsFollowEachOther() {
    const SentenceRecipe both = recipe("{\"pooling_mode_cls_token\":true,\"pooling_mode_mean_tokens\":true}");
    QCOMPARE(both.name(), std::string("cls + mean"));
    const Vector made = vectorOf("bert-base", 0, both).vector, cls = numbersOf(m_expected, "vector.bert-base.cls.0"),
                 mean = numbersOf(m_expected, "vector.bert-base.mean.0");
    QVERIFY(furthest(made.head(cls.size()), cls) < 5e-4 && furthest(made.tail(mean.size()), mean) < 5e-4);
    QCOMPARE(recipe("{\"pooling_mode\":\"max\"}").name(), std::string("max"));
    QCOMPARE(recipe("{}").name(), std::string("mean"));
  }

  void foldersAreReadAsTheyAre() {
    QVERIFY(sentenceRecipe(folder()).remarks.front().find("no modules.json") != std::string::npos);
    QVERIFY(recipe("{}").remarks.empty());
    write("sentence_bert_config.json", "{\"max_seq_length\": 3, \"do_lower_case\": false}");
    const SentenceRecipe cut = recipe("{}");
    QCOMPARE(cut.maxTokens, Index(3));
    const std::string longer = messageOf<Error>([&] { vectorOf("bert-base", 0, cut); });
    QVERIFY2(longer.find("at most 3 tokens") != std::string::npos, longer.c_str());
    // The older layout, asked with the part that holds the transformer.
    modules({{"Transformer", "0_Transformer"}, {"Pooling", "1_Pooling"}});
    write("1_Pooling/config.json", "{\"pooling_mode\":\"lasttoken\"}");
    write("0_Transformer/config.json", "{}");
    QCOMPARE(sentenceRecipe(folder() / "0_Transformer").name(), std::string("lasttoken"));
  }

  void whatIsNotComputedIsRefused_data() {
    QTest::addColumn<QByteArray>("modules");
    QTest::addColumn<QByteArray>("pooling");
    QTest::addColumn<QString>("said");
    const QByteArray good =
        "[{\"type\":\"x.Transformer\",\"path\":\"\"},{\"type\":\"x.Pooling\",\"path\":\"1_Pooling\"}]";
    QTest::newRow("an LSTM") << QByteArray(
                                    "[{\"type\":\"x.Transformer\",\"path\":\"\"},{\"type\":\"x.LSTM\",\"path\":\"\"}]")
                             << QByteArray("{}") << "found 'LSTM'";
    QTest::newRow("no pooling") << QByteArray("[{\"type\":\"x.Transformer\",\"path\":\"\"}]") << QByteArray("{}")
                                << "expected a Pooling";
    QTest::newRow("leads out") << QByteArray("[{\"type\":\"x.Transformer\",\"path\":\"../a\"}]") << QByteArray("{}")
                               << "'../a'";
    QTest::newRow("the folder above") << QByteArray("[{\"type\":\"x.Transformer\",\"path\":\"..\"}]")
                                      << QByteArray("{}") << "'..'";
    QTest::newRow("no list") << QByteArray("{}") << QByteArray("{}") << "modules.json";
    QTest::newRow("no type") << QByteArray("[{\"path\":\"\"}]") << QByteArray("{}") << "type";
    QTest::newRow("unknown") << good << QByteArray("{\"pooling_mode\":\"attention\"}") << "found 'attention'";
    QTest::newRow("none") << good << QByteArray("{\"pooling_mode_mean_tokens\":false}") << "a way to pool";
    QTest::newRow("no flag") << good << QByteArray("{\"include_prompt\":\"maybe\"}") << "include_prompt";
  }
  void whatIsNotComputedIsRefused() {
    QFETCH(QByteArray, modules);
    QFETCH(QByteArray, pooling);
    QFETCH(QString, said);
    write("modules.json", modules.toStdString());
    write("1_Pooling/config.json", pooling.toStdString());
    const std::string message = messageOf<Error>([&] { sentenceRecipe(folder()); });
    QVERIFY2(QString::fromStdString(message).contains(said), message.c_str());
  }

  void nothingIsLeftOfAPrompt() {
    const SentenceRecipe bare = recipe("{\"include_prompt\":false}");
    QVERIFY(!messageOf<Error>([&] { vectorOf("bert-base", 0, bare, 1000); }).empty());
  }
};

HEADLIGHT_TEST(TestSentenceEmbedding)
#include "test_sentence_embedding.moc"
