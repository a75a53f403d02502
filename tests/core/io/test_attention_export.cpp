#include <zip.h>

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/io/attention_export.h"
#include "tests/support/file_content.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::contentOf;
namespace fs = std::filesystem;

namespace {

constexpr Index kTokens = 5, kHeads = 2, kHeadSize = 3, kLayers = 2;

/// A causal trace with numbers from a fixed formula.
std::shared_ptr<const Trace> makeTrace() {
  auto trace = std::make_shared<Trace>();
  trace->model = "made \"by\" hand";
  for (Index i = 0; i < kTokens; ++i) {
    Token token;
    token.id = 10 + i;
    token.text = token.display = i == 2 ? "a,\"b\"" : "t" + std::to_string(i);
    trace->encoding.tokens.push_back(token);
  }
  auto rule = std::make_shared<ScoreRule>();
  rule->heads = rule->kvHeads = kHeads;
  rule->dHead = kHeadSize;
  rule->scale = 0.7F;
  rule->visibility.causal = true;
  for (Index l = 0; l < kLayers; ++l) {
    AttentionRecord record;
    record.rule = rule;
    record.q = Matrix::NullaryExpr(kTokens, kHeads * kHeadSize,
                                   [l](Index i, Index j) { return std::sin(static_cast<float>(3 * i + 2 * j + l)); });
    record.k = Matrix::NullaryExpr(kTokens, kHeads * kHeadSize,
                                   [l](Index i, Index j) { return std::cos(static_cast<float>(2 * i + 5 * j + l)); });
    Matrix lse(kTokens, kHeads);
    for (int h = 0; h < kHeads; ++h) {
      Matrix scores(kTokens, kTokens);
      computeScores(record, h, {0, 0, kTokens, kTokens}, scores);
      for (Index i = 0; i < kTokens; ++i) lse(i, h) = std::log(scores.row(i).head(i + 1).array().exp().sum());
    }
    record.logSumExp = lse;
    trace->layers.push_back(std::move(record));
    trace->hiddenStates.push_back(Matrix::Constant(kTokens, 4, static_cast<float>(l)));
  }
  trace->hiddenStates.push_back(Matrix::Constant(kTokens, 4, 9));
  trace->logits = Matrix::NullaryExpr(1, 3, [](Index, Index j) { return static_cast<float>(j); });
  trace->flatLogits = true;
  return trace;
}

}  // namespace

class TestAttentionExport : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  std::shared_ptr<const Trace> m_trace = makeTrace();
  fs::path at(const std::string& name) const { return fs::path(m_folder.path().toStdString()) / name; }

  void compare(const float* numbers, int layer, const std::vector<int>& heads) const {
    const TraceMaps maps(m_trace);
    for (std::size_t h = 0; h < heads.size(); ++h) {
      const Matrix expected = maps.weights({layer, heads[h]});
      for (Index i = 0; i < expected.size(); ++i)
        QCOMPARE(numbers[static_cast<Index>(h) * expected.size() + i], expected.data()[i]);
    }
  }

 private slots:
  void safetensorsHoldsEveryTensor() {
    ExportChoice choice;
    choice.hiddenStates = choice.logits = true;
    exportAttention(at("all.safetensors"), m_trace, choice);
    const std::string file = contentOf(at("all.safetensors"));
    std::uint64_t length = 0;
    std::memcpy(&length, file.data(), 8);
    const auto header = nlohmann::json::parse(file.substr(8, length));
    const char* data = file.data() + 8 + length;
    QCOMPARE(header.size(), std::size_t{1 + 1 + kLayers + kLayers + 1 + 1});
    QVERIFY(header["attentions.1"]["shape"] == nlohmann::json({kHeads, kTokens, kTokens}));
    QVERIFY(header["logits"]["shape"] == nlohmann::json({3}));
    QVERIFY(header["hidden_states.2"]["shape"] == nlohmann::json({kTokens, 4}));
    QVERIFY(header["input_ids"]["dtype"] == "I64");
    std::int64_t id = 0;
    std::memcpy(&id, data + header["input_ids"]["data_offsets"][0].get<int>() + 8 * 3, 8);
    QCOMPARE(id, std::int64_t{13});
    for (int l = 0; l < kLayers; ++l) {
      const int offset = header["attentions." + std::to_string(l)]["data_offsets"][0];
      compare(reinterpret_cast<const float*>(data + offset), l, {0, 1});
    }
    QCOMPARE(static_cast<std::size_t>(header["logits"]["data_offsets"][1].get<int>()), file.size() - 8 - length);
  }

  void npzHoldsWhatNumPyReads() {
    ExportChoice choice;
    choice.layers = {1};
    choice.heads = {1};
    exportAttention(at("one.npz"), m_trace, choice);
    int code = 0;
    zip_t* archive = zip_open(at("one.npz").c_str(), ZIP_RDONLY, &code);
    QVERIFY(archive);
    QCOMPARE(zip_get_num_entries(archive, 0), zip_int64_t{3});  // Ids, one layer, and the notes.
    zip_file_t* entry = zip_fopen(archive, "attentions.1.npy", 0);
    QVERIFY(entry);
    std::string content(4096, '\0');
    content.resize(static_cast<std::size_t>(zip_fread(entry, content.data(), content.size())));
    zip_fclose(entry);
    zip_discard(archive);
    QVERIFY(content.compare(0, 8, std::string("\x93NUMPY\x01\x00", 8)) == 0);
    const std::size_t length = static_cast<unsigned char>(content[8]) + 256U * static_cast<unsigned char>(content[9]);
    QCOMPARE((10 + length) % 64, std::size_t{0});
    QVERIFY(content.find("'shape': (1,5,5,)") != std::string::npos);
    compare(reinterpret_cast<const float*>(content.data() + 10 + length), 1, {1});
  }

  void npzIsTheSameEachTime() {
    exportAttention(at("a.npz"), m_trace, {});
    const qint64 second = QDateTime::currentSecsSinceEpoch();
    QTRY_VERIFY(QDateTime::currentSecsSinceEpoch() / 2 > second / 2);  // A zip's clock counts two seconds.
    exportAttention(at("b.npz"), m_trace, {});
    QVERIFY(contentOf(at("a.npz")) == contentOf(at("b.npz")));
  }

  void jsonReadsBackExactly() {
    ExportChoice choice;
    choice.hiddenStates = choice.logits = true;
    exportAttention(at("all.json"), m_trace, choice);
    const auto json = nlohmann::json::parse(contentOf(at("all.json")));
    QVERIFY(json["model"] == "made \"by\" hand");
    QVERIFY(json["tokens"][2] == "a,\"b\"");
    const TraceMaps maps(m_trace);
    for (int l = 0; l < kLayers; ++l)
      for (int h = 0; h < kHeads; ++h) {
        const Matrix expected = maps.weights({l, h});
        const auto& rows = json["attentions"][std::to_string(l)][std::to_string(h)];
        for (Index i = 0; i < kTokens; ++i)
          for (Index j = 0; j < kTokens; ++j)
            QCOMPARE(rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)].get<float>(), expected(i, j));
      }
    QCOMPARE(json["hidden_states"][2][4][3].get<float>(), 9.0F);
    QCOMPARE(json["logits"][0][2].get<float>(), 2.0F);
  }

  void csvHasALineACell() {
    exportAttention(at("all.csv"), m_trace, {});
    const QStringList lines = QString::fromStdString(contentOf(at("all.csv"))).split("\r\n");
    QCOMPARE(lines.size(), 1 + kLayers * kHeads * kTokens * kTokens + 1);
    QCOMPARE(lines[0], QString("layer,head,query,key,query_token,key_token,weight"));
    const TraceMaps maps(m_trace);
    const QString line = lines[1 + 1 * 50 + 1 * 25 + 3 * 5 + 2];
    QVERIFY2(line.startsWith("1,1,3,2,t3,\"a,\"\"b\"\"\","), qPrintable(line));
    QCOMPARE(line.section(',', -1).toFloat(), maps.weights({1, 1})(3, 2));
  }

  void refusesWhatIsNotThere_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("layer");
    QTest::addColumn<int>("head");
    QTest::addColumn<QString>("message");
    QTest::newRow("layer") << "x.npz" << 2 << 0 << "layer 2: expected 0 to 1 (the model has 2 layers)";
    QTest::newRow("head") << "x.npz" << 0 << -1 << "head -1: expected 0 to 1 (the model has 2 heads)";
    QTest::newRow("suffix") << "x.xls" << 0 << 0
                            << "expected a name ending in .safetensors, .npz, .json or .csv, found '.xls'";
  }
  void refusesWhatIsNotThere() {
    QFETCH(QString, name);
    QFETCH(int, layer);
    QFETCH(int, head);
    QFETCH(QString, message);
    ExportChoice choice;
    choice.layers = {layer};
    choice.heads = {head};
    try {
      exportAttention(at(name.toStdString()), m_trace, choice);
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains(message), error.what());
    }
    QVERIFY(!fs::exists(at(name.toStdString())));
  }
};

HEADLIGHT_TEST(TestAttentionExport)
#include "test_attention_export.moc"
