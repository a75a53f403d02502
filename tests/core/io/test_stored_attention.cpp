#include <sys/resource.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/checkpoint/memory_map.h"
#include "core/io/attention_export.h"
#include "core/io/npz_reader.h"
#include "core/io/stored_attention.h"
#include "core/io/stored_check.h"
#include "core/io/tensor_writer.h"
#include "core/io/zip_writer.h"
#include "core/model/model.h"
#include "core/text/token_groups.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::messageOf;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// The pages of memory that this process has touched for the first time.
long pagesTouched() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_minflt + usage.ru_majflt;
}

bool saysOf(const StoredAttention& stored, const std::string& words) {
  return std::any_of(stored.remarks.begin(), stored.remarks.end(),
                     [&](const std::string& remark) { return remark.find(words) != std::string::npos; });
}

/// Rows that sum to 1, from a number of their place: what was written can be told from where.
float weightAt(std::int64_t layer, std::int64_t head, std::int64_t query, std::int64_t key, std::int64_t keys) {
  const auto share = [&](std::int64_t k) {
    return std::sin(static_cast<double>(layer * 97 + head * 31 + query * 7 + k * 3)) + 1.5;
  };
  double sum = 0;
  for (std::int64_t k = 0; k < keys; ++k) sum += share(k);
  return static_cast<float>(share(key) / sum);
}

TensorStream floats(const std::string& name, const std::vector<std::int64_t>& shape, std::vector<float> numbers) {
  return {name, TensorStream::Type::F32, shape, [numbers = std::move(numbers)](std::ostream& out) {
            out.write(reinterpret_cast<const char*>(numbers.data()),
                      static_cast<std::streamsize>(numbers.size() * sizeof(float)));
          }};
}

/// Weights of layers [from, from + layers) under a shape of as many numbers.
TensorStream weights(const std::string& name, const std::vector<std::int64_t>& shape, int from, int layers, int heads,
                     int queries, int keys) {
  std::vector<float> numbers;
  for (int l = from; l < from + layers; ++l)
    for (int h = 0; h < heads; ++h)
      for (int q = 0; q < queries; ++q)
        for (int k = 0; k < keys; ++k) numbers.push_back(weightAt(l, h, q, k, keys));
  return floats(name, shape, std::move(numbers));
}

}  // namespace

class TestStoredAttention : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  fs::path at(const std::string& name) const { return fs::path(m_folder.path().toStdString()) / name; }

  void write(const fs::path& path, std::vector<TensorStream> tensors, const std::string& notes = {}) {
    if (path.extension() == ".npz") {
      if (!notes.empty())
        tensors.push_back({"headlight",
                           TensorStream::Type::U8,
                           {static_cast<std::int64_t>(notes.size())},
                           [notes](std::ostream& out) { out << notes; }});
      writeNpz(path, tensors);
    } else {
      writeSafetensors(path, tensors,
                       notes.empty() ? std::map<std::string, std::string>{}
                                     : std::map<std::string, std::string>{{"headlight", notes}});
    }
  }

 private slots:
  void everyShapeIsTheSame_data() {
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QString>("suffix");
    for (const char* suffix : {".safetensors", ".npz"})
      for (const char* shape :
           {"one tensor", "a batch before", "a batch behind the layers", "a list", "a list of batches", "underscores"})
        QTest::newRow(qPrintable(QString(shape) + suffix)) << shape << suffix;
  }
  void everyShapeIsTheSame() {
    QFETCH(QString, shape);
    QFETCH(QString, suffix);
    const fs::path path = at("a" + suffix.toStdString());
    std::vector<TensorStream> tensors;
    if (shape == "one tensor") tensors = {weights("attentions", {3, 2, 4, 4}, 0, 3, 2, 4, 4)};
    if (shape == "a batch before") tensors = {weights("attentions", {1, 3, 2, 4, 4}, 0, 3, 2, 4, 4)};
    if (shape == "a batch behind the layers") tensors = {weights("attentions", {3, 1, 2, 4, 4}, 0, 3, 2, 4, 4)};
    for (int l = 0; l < 3; ++l) {
      if (shape == "a list") tensors.push_back(weights("attentions." + std::to_string(l), {2, 4, 4}, l, 1, 2, 4, 4));
      if (shape == "a list of batches")
        tensors.push_back(weights("attentions." + std::to_string(l), {1, 2, 4, 4}, l, 1, 2, 4, 4));
      if (shape == "underscores")
        tensors.push_back(weights("attentions_" + std::to_string(l), {2, 4, 4}, l, 1, 2, 4, 4));
    }
    write(path, tensors, R"({"tokens": ["[CLS]", "The", " cat", "##s"], "model": "far away"})");
    QVERIFY(holdsAttention(path));
    const StoredAttention stored = openStoredAttention(path);
    QCOMPARE(stored.maps->layers(), 3);
    QCOMPARE(stored.maps->heads(), 2);
    QCOMPARE(stored.model, std::string("far away"));
    QCOMPARE(stored.text, std::string("The cats"));
    QVERIFY(stored.maps->queryTokens()[0].special && !stored.maps->queryTokens()[1].special);
    QCOMPARE(stored.maps->queryTokens()[2].range, (TextRange{4, 7}));
    QCOMPARE(stored.maps->queryTokens()[3].word, stored.maps->queryTokens()[2].word);
    QVERIFY(stored.remarks.empty());
    QVERIFY(!stored.visibility.front().causal);
    const Matrix part = stored.maps->weights({2, 1}, {1, 2, 3, 2});
    for (Index i = 0; i < 3; ++i)
      for (Index j = 0; j < 2; ++j) QCOMPARE(part(i, j), weightAt(2, 1, 1 + i, 2 + j, 4));
    stored.check();
  }

  void whatWeExportComesBack_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"e.safetensors", "e.npz"}) QTest::newRow(name) << name;
  }
  void whatWeExportComesBack() {
    QFETCH(QString, name);
    const auto model = Model::open(fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models/gpt2");
    Encoding encoding;
    encoding.tokens.resize(5);
    for (std::size_t i = 0; i < 5; ++i) {
      encoding.tokens[i].id = static_cast<std::int64_t>(i + 1);
      encoding.tokens[i].text = encoding.tokens[i].display = " t" + std::to_string(i);
    }
    encoding.tokens[0].special = true;
    const auto trace = model->run(encoding);
    exportAttention(at(name.toStdString()), trace, {});
    const StoredAttention stored = openStoredAttention(at(name.toStdString()));
    const TraceMaps maps(trace);
    QCOMPARE(stored.maps->layers(), maps.layers());
    for (int l = 0; l < maps.layers(); ++l)
      for (int h = 0; h < maps.heads(); ++h)
        QVERIFY(stored.maps->weights({l, h}) == maps.weights({l, h}).cwiseMin(1.0F));
    QCOMPARE(stored.maps->queryTokens()[2].display, std::string(" t2"));
    QCOMPARE(stored.maps->queryTokens()[2].id, std::int64_t{3});
    QVERIFY(stored.maps->queryTokens()[0].special);
    QVERIFY(stored.visibility.front().causal);
    QCOMPARE(stored.model, std::string("gpt2"));

    // Some layers and heads of it keep their numbers, in whatever order they were written.
    ExportChoice some;
    some.layers = {1};
    some.heads = {3, 1};
    exportAttention(at(name.toStdString()), trace, some);
    const StoredAttention one = openStoredAttention(at(name.toStdString()));
    QCOMPARE(one.maps->layerNumbers(), std::vector<int>{1});
    QCOMPARE(one.maps->headNumbers(), (std::vector<int>{1, 3}));
    QCOMPARE(one.maps->allHeads(), (std::vector<HeadId>{{1, 1}, {1, 3}}));
    for (const HeadId head : one.maps->allHeads())
      QVERIFY(one.maps->weights(head) == maps.weights(head).cwiseMin(1.0F));
    QVERIFY(one.maps->weights({0, 1}).array().isNaN().all() && one.maps->weights({1, 0}).array().isNaN().all());
    QVERIFY(saysOf(one, "only the layers 1,") && saysOf(one, "only the heads 3, 1,"));
    QCOMPARE(one.visibility.size(), std::size_t{2});
    const std::string twice = messageOf([&] {
      ExportChoice again;
      again.layers = {1, 1};
      exportAttention(at(name.toStdString()), trace, again);
    });
    QVERIFY2(twice.find("layer 1: duplicate") != std::string::npos, twice.c_str());
  }

  /// Against the same numbers computed at once in double precision.
  void queriesAndKeysBecomeWeights() {
    constexpr int kHeads = 4, kKeyHeads = 2, kTokens = 300, kSize = 8;
    std::mt19937 random(5);
    std::normal_distribution<float> normal;
    std::vector<float> q(kHeads * kTokens * kSize), k(kKeyHeads * kTokens * kSize);
    for (std::vector<float>* each : {&q, &k})
      for (float& number : *each) number = normal(random);
    write(at("qk.safetensors"),
          {floats("queries.0", {1, kHeads, kTokens, kSize}, q), floats("keys.0", {kKeyHeads, kTokens, kSize}, k)},
          R"({"causal": true, "scale": 0.5, "soft_cap": 3, "window": 40})");
    const StoredAttention stored = openStoredAttention(at("qk.safetensors"));
    QCOMPARE(stored.headsOfGroup, 2);
    for (const int head : {0, 3}) {
      const Matrix whole = stored.maps->weights({0, head}), part = stored.maps->weights({0, head}, {100, 70, 50, 60});
      QVERIFY(part.isApprox(whole.block(100, 70, 50, 60), 1e-6F));
      for (int i = 0; i < kTokens; ++i) {
        std::vector<double> scores(kTokens, -INFINITY);
        double sum = 0;
        for (int j = std::max(0, i - 39); j <= i; ++j) {
          double dot = 0;
          for (int d = 0; d < kSize; ++d)
            dot += static_cast<double>(q[static_cast<std::size_t>((head * kTokens + i) * kSize + d)]) *
                   static_cast<double>(k[static_cast<std::size_t>((head / 2 * kTokens + j) * kSize + d)]);
          scores[static_cast<std::size_t>(j)] = 3 * std::tanh(0.5 * dot / 3);
          sum += std::exp(scores[static_cast<std::size_t>(j)]);
        }
        for (int j = 0; j < kTokens; ++j)
          QVERIFY(std::abs(static_cast<double>(whole(i, j)) - std::exp(scores[static_cast<std::size_t>(j)]) / sum) <
                  1e-5);
      }
    }
  }

  /// Masks, biases and sinks beside queries and keys, against the same numbers computed at once in double precision.
  void termsOfALayer_data() {
    QTest::addColumn<QString>("term");
    for (const char* term :
         {"a mask of all queries", "a mask", "a mask of each head", "a mask that the notes name", "a bias by key",
          "a bias", "a bias by distance", "sinks", "a row that sees nothing", "all at once"})
      QTest::newRow(term) << term;
  }
  void termsOfALayer() {
    QFETCH(QString, term);
    constexpr int kHeads = 2, kTokens = 7, kSize = 4;
    std::mt19937 random(11);
    std::normal_distribution<float> normal;
    const auto some = [&](int count) {
      std::vector<float> numbers(static_cast<std::size_t>(count));
      for (float& number : numbers) number = normal(random);
      return numbers;
    };
    const std::vector<float> q = some(kHeads * kTokens * kSize), k = some(kHeads * kTokens * kSize);
    const std::vector<float> q2 = some(kHeads * kTokens * kSize);
    std::vector<TensorStream> tensors = {
        floats("queries.2", {kHeads, kTokens, kSize}, q), floats("keys.2", {kHeads, kTokens, kSize}, k),
        floats("queries.5", {kHeads, kTokens, kSize}, q2), floats("keys.5", {kHeads, kTokens, kSize}, k)};
    // What each cell adds; -infinity hides.
    std::vector<double> added(kHeads * kTokens * kTokens, 0), sinks(kHeads, -INFINITY);
    const auto cell = [&](int h, int i, int j) -> double& {
      return added[static_cast<std::size_t>((h * kTokens + i) * kTokens + j)];
    };
    const auto mask = [&](const std::string& name, int heads, int rows) {
      std::string bytes;
      for (int h = 0; h < heads; ++h)
        for (int i = 0; i < rows; ++i)
          for (int j = 0; j < kTokens; ++j) bytes += static_cast<char>((h + 2 * i + 3 * j) % 4 != 0);
      for (int h = 0; h < kHeads; ++h)
        for (int i = 0; i < kTokens; ++i)
          for (int j = 0; j < kTokens; ++j)
            if (bytes[static_cast<std::size_t>(((heads == 1 ? 0 : h) * rows + (rows == 1 ? 0 : i)) * kTokens + j)] == 0)
              cell(h, i, j) = -INFINITY;
      tensors.push_back(
          {name, TensorStream::Type::U8, {heads, rows, kTokens}, [bytes](std::ostream& out) { out << bytes; }});
    };
    const auto bias = [&](int heads, int rows) {
      const std::vector<float> numbers = some(heads * rows * kTokens);
      for (int h = 0; h < kHeads; ++h)
        for (int i = 0; i < kTokens; ++i)
          for (int j = 0; j < kTokens; ++j)
            cell(h, i, j) += static_cast<double>(
                numbers[static_cast<std::size_t>(((heads == 1 ? 0 : h) * rows + (rows == 1 ? 0 : i)) * kTokens + j)]);
      tensors.push_back(floats("bias.2", {heads, rows, kTokens}, numbers));
    };
    Json notes = {{"causal", false}, {"scale", {0.5, 0.25}}};
    if (term == "a mask of all queries") mask("mask.2", 1, 1);
    if (term == "a mask") mask("mask.2", 1, kTokens);
    if (term == "a mask of each head") mask("mask.2", kHeads, kTokens);
    if (term == "a mask that the notes name" || term == "all at once") {
      mask("mask.0", 1, kTokens);
      notes["mask"] = {0, nullptr};
    }
    if (term == "a bias by key") bias(kHeads, 1);
    if (term == "a bias" || term == "all at once") bias(1, kTokens);
    if (term == "a bias by distance" || term == "all at once") {
      const std::vector<float> numbers = some(kHeads * (2 * kTokens - 1));
      for (int h = 0; h < kHeads; ++h)
        for (int i = 0; i < kTokens; ++i)
          for (int j = 0; j < kTokens; ++j)
            cell(h, i, j) +=
                static_cast<double>(numbers[static_cast<std::size_t>(h * (2 * kTokens - 1) + j - i + kTokens - 1)]);
      tensors.push_back(floats("distance_bias.2", {kHeads, 2 * kTokens - 1}, numbers));
    }
    if (term == "sinks" || term == "all at once") {
      sinks = {0.75, -1.25};
      tensors.push_back(floats("sinks.2", {kHeads}, {0.75F, -1.25F}));
    }
    if (term == "a row that sees nothing") {  // As libraries hide keys with the lowest number: equal scores are left.
      std::vector<float> numbers(kTokens * kTokens, 0);
      std::fill_n(numbers.begin() + kTokens, kTokens, std::numeric_limits<float>::lowest());
      numbers[2] = std::numeric_limits<float>::lowest();
      for (int h = 0; h < kHeads; ++h) {
        cell(h, 0, 2) = -INFINITY;
        for (int j = 0; j < kTokens; ++j) cell(h, 1, j) = NAN;
      }
      tensors.push_back(floats("bias.2", {1, kTokens, kTokens}, numbers));
    }
    write(at("terms.safetensors"), tensors, notes.dump());
    const StoredAttention stored = openStoredAttention(at("terms.safetensors"));
    QCOMPARE(saysOf(stored, "a learned sink"), term == "sinks" || term == "all at once");
    QCOMPARE(stored.maps->rowsSumToOne(), !(term == "sinks" || term == "all at once"));
    for (const int layer : {2, 5})
      for (int h = 0; h < kHeads; ++h) {
        const Matrix whole = stored.maps->weights({layer, h}), part = stored.maps->weights({layer, h}, {1, 3, 4, 2});
        QVERIFY(part.isApprox(whole.block(1, 3, 4, 2), 1e-6F));
        for (int i = 0; i < kTokens; ++i) {
          std::vector<double> scores(kTokens);
          double sum = layer == 2 ? std::exp(sinks[static_cast<std::size_t>(h)]) : 0;
          for (int j = 0; j < kTokens; ++j) {
            double& score = scores[static_cast<std::size_t>(j)] = 0;
            for (int d = 0; d < kSize; ++d)
              score +=
                  static_cast<double>((layer == 2 ? q : q2)[static_cast<std::size_t>((h * kTokens + i) * kSize + d)]) *
                  static_cast<double>(k[static_cast<std::size_t>((h * kTokens + j) * kSize + d)]);
            score *= layer == 2 ? 0.5 : 0.25;
            if (layer == 2) score = std::isnan(cell(h, i, j)) ? 0 : score + cell(h, i, j);
            sum += std::exp(score);
          }
          for (int j = 0; j < kTokens; ++j)
            QVERIFY(std::abs(static_cast<double>(whole(i, j)) - std::exp(scores[static_cast<std::size_t>(j)]) / sum) <
                    1e-6);
        }
      }
  }

  /// Some layers as queries and keys, another as weights: all of one model.
  void layersOfBothKinds() {
    write(at("both.npz"),
          {floats("queries.0", {2, 3, 2}, std::vector<float>(12, 0)),
           floats("keys.0", {1, 3, 2}, std::vector<float>(6, 0)), weights("attentions.1", {2, 3, 3}, 1, 1, 2, 3, 3)},
          R"({"causal": true, "window": [2]})");
    const StoredAttention both = openStoredAttention(at("both.npz"));
    QCOMPARE(both.maps->layerNumbers(), (std::vector<int>{0, 1}));
    QCOMPARE(both.maps->weights({0, 1})(2, 2), 0.5F);
    QCOMPARE(both.maps->weights({1, 1})(2, 1), weightAt(1, 1, 2, 1, 3));
    QCOMPARE(both.visibility.size(), std::size_t{2});
    QVERIFY(both.visibility[0].causal && !both.visibility[1].causal);
    write(at("both.npz"),
          {floats("queries.0", {2, 3, 2}, std::vector<float>(12, 0)),
           floats("keys.0", {1, 3, 2}, std::vector<float>(6, 0)), weights("attentions.1", {1, 3, 3}, 1, 1, 1, 3, 3)});
    const std::string refused = messageOf([&] { openStoredAttention(at("both.npz")); });
    QVERIFY2(
        refused.find("tensor 'attentions.1': expected heads and tokens as the layers with queries and keys have") !=
            std::string::npos,
        refused.c_str());
  }

  /// Encoder and decoder have notes of their own, and layers sizes of their own.
  void partsAndLayersDiffer() {
    write(at("pair.npz"),
          {floats("encoder_queries.0", {1, 3, 2}, std::vector<float>(6, 0)),
           floats("encoder_keys.0", {1, 3, 2}, std::vector<float>(6, 0)),
           floats("decoder_queries.0", {2, 3, 2}, std::vector<float>(12, 0)),
           floats("decoder_keys.0", {2, 3, 2}, std::vector<float>(12, 0)),
           floats("decoder_queries.1", {2, 3, 4}, std::vector<float>(24, 0)),
           floats("decoder_keys.1", {1, 3, 4}, std::vector<float>(12, 0))},
          R"({"decoder_causal": [true, false], "causal": false})");
    const StoredAttention decoder = openStoredAttention(at("pair.npz#decoder")),
                          encoder = openStoredAttention(at("pair.npz#encoder"));
    QCOMPARE(decoder.maps->weights({0, 0})(0, 0), 1.0F);
    QVERIFY(std::abs(decoder.maps->weights({1, 1})(0, 0) - 1.0F / 3) < 1e-6F);
    QVERIFY(std::abs(encoder.maps->weights({0, 0})(0, 0) - 1.0F / 3) < 1e-6F);
    QCOMPARE(decoder.headsOfGroup, 1);
    QVERIFY(!saysOf(decoder, "does not say"));
  }

  void crossAttentionHasTwoSides() {
    write(at("t5.npz"),
          {weights("encoder_attentions.0", {2, 3, 3}, 0, 1, 2, 3, 3),
           weights("decoder_attentions.0", {2, 2, 2}, 0, 1, 2, 2, 2),
           weights("cross_attentions.0", {2, 2, 3}, 0, 1, 2, 2, 3)},
          R"({"encoder_tokens": ["a", "b", "c"], "decoder_tokens": ["x", "y"]})");
    const StoredAttention decoder = openStoredAttention(at("t5.npz")), cross = openStoredAttention(at("t5.npz#cross")),
                          encoder = openStoredAttention(at("t5.npz#encoder"));
    QCOMPARE(decoder.maps->keyTokens()[1].display, std::string("y"));
    QCOMPARE(decoder.remarks.size(), std::size_t{2});
    QCOMPARE(cross.maps->queryTokens()[0].display, std::string("x"));
    QCOMPARE(cross.maps->keyTokens()[2].display, std::string("c"));
    QCOMPARE(cross.maps->weights({0, 1})(1, 2), weightAt(0, 1, 1, 2, 3));
    QVERIFY(!cross.visibility.front().causal);
    QCOMPARE(encoder.maps->keys(), Index{3});
    QVERIFY2(messageOf([&] {
               openStoredAttention(at("t5.npz#right"));
             }).find("expected right attention, the file has none") != std::string::npos,
             "said");
    QCOMPARE(cross.part, std::string("cross"));
    write(at("one.npz"), {weights("cross_attentions.0", {2, 2, 3}, 0, 1, 2, 2, 3)},
          R"({"encoder_tokens": ["a", "b", "c"], "decoder_tokens": ["x", "y"], "encoder_special": [2]})");
    const StoredAttention alone = openStoredAttention(at("one.npz"));
    QCOMPARE(alone.part, std::string("cross"));
    QVERIFY(alone.maps->keyTokens()[2].special && !alone.maps->queryTokens()[1].special);
  }

  /// Whichever row it is, in whichever layer and head.
  void everyRowIsLookedAt_data() {
    QTest::addColumn<int>("row");
    for (const int row : {0, 7, 23, 24, 40, 47}) QTest::newRow(qPrintable(QString::number(row))) << row;
  }
  void everyRowIsLookedAt() {
    QFETCH(int, row);  // Of 2 layers with 3 heads of 8 queries.
    std::vector<float> numbers(2 * 3 * 8 * 8, 1.0F / 8);
    numbers[static_cast<std::size_t>(row) * 8 + 3] += 0.25F;
    write(at("odd.npz"), {floats("attentions", {2, 3, 8, 8}, numbers)});
    const StoredAttention odd = openStoredAttention(at("odd.npz"));
    const std::string place = "1 of 48 rows do not sum to 1, first row " + std::to_string(row % 8) + " of layer " +
                              std::to_string(row / 24) + ", head " + std::to_string(row / 8 % 3) +
                              ", which sums to 1.25";
    QVERIFY2(saysOf(odd, place), odd.remarks.front().c_str());
    QCOMPARE(odd.maps->queryTokens()[1].display, std::string(" 1"));
    QVERIFY(!odd.maps->rowsSumToOne());
  }

  void whatIsNoNumberStaysNone() {
    write(at("nan.npz"), {floats("attentions", {1, 1, 2, 2}, {0.5F, 0.5F, 0.4F, NAN})});
    const StoredAttention nan = openStoredAttention(at("nan.npz"));
    QVERIFY(std::isnan(nan.maps->weights({0, 0})(1, 1)));
    QCOMPARE(nan.maps->weights({0, 0})(1, 0), 0.4F);
    QVERIFY2(saysOf(nan, "1 of 2 rows have cells without a value (NaN or infinity), first row 1 of layer 0, head 0"),
             nan.remarks.front().c_str());
    write(at("nan.npz"), {floats("attentions", {1, 1, 2, 2}, {INFINITY, 0, 0, 0})});
    QVERIFY(std::isnan(openStoredAttention(at("nan.npz")).maps->weights({0, 0})(0, 0)));
    QVERIFY(saysOf(openStoredAttention(at("nan.npz")), "1 of 2 rows hold only zeros"));

    // A key without numbers leaves every query without that sees it.
    std::vector<float> q(4 * 2, 1), k(4 * 2, 1);
    k[5] = NAN;
    write(at("qk.npz"), {floats("queries.0", {1, 4, 2}, q), floats("keys.0", {1, 4, 2}, k)}, R"({"causal": true})");
    const StoredAttention scores = openStoredAttention(at("qk.npz"));
    const Matrix weights = scores.maps->weights({0, 0});
    QVERIFY(weights.topRows(2).array().isFinite().all());
    for (Index row : {2, 3}) {
      QVERIFY(weights.row(row).head(row + 1).array().isNaN().all());
      QVERIFY(weights.row(row).tail(3 - row).isZero(0));  // Not to be seen is 0, whatever the row.
    }
    QVERIFY(saysOf(scores, "1 of 4 vectors looked at among the keys are NaN or infinity"));
  }

  void scoresAreRefusedOrBecomeWeights() {
    std::vector<float> scores;
    for (int row = 0; row < 2 * 3; ++row)
      for (int key = 0; key < 3; ++key)
        scores.push_back(key > row % 3 ? -INFINITY : static_cast<float>(row - 2 * key));
    write(at("s.npz"), {floats("attentions.4", {2, 3, 3}, scores)});
    QVERIFY_THROWS_EXCEPTION(ScoresInsteadOfWeights, openStoredAttention(at("s.npz")));
    const std::string refused = messageOf([&] { openStoredAttention(at("s.npz")); });
    QVERIFY2(refused.find("layer 4, head ") != std::string::npos && refused.find("#softmax") != std::string::npos,
             refused.c_str());
    QCOMPARE(storedWithSoftmax(at("s.npz")), at("s.npz#softmax").string());
    QCOMPARE(storedWithSoftmax(at("s.npz#cross")), at("s.npz#cross,softmax").string());
    QCOMPARE(storedPlace(at("s.npz#cross,softmax")).part, std::string("cross"));
    const StoredAttention made = openStoredAttention(at("s.npz#softmax"));
    QVERIFY(saysOf(made, "scores") && made.visibility.back().causal);
    const Matrix weights = made.maps->weights({4, 1}), part = made.maps->weights({4, 1}, {2, 1, 1, 2});
    QVERIFY((weights.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-6F && weights(0, 1) == 0);
    QVERIFY(std::abs(weights(2, 0) / weights(2, 1) - std::exp(2.0F)) < 1e-4F);
    QVERIFY(part == weights.block(2, 1, 1, 2));
    write(at("s.npz"), {floats("attentions.4", {2, 3, 3}, scores)}, R"({"scores": true})");
    QVERIFY(openStoredAttention(at("s.npz")).maps->weights({4, 1}) == weights);

    // Percentages and counts are none either.
    write(at("p.npz"), {floats("attentions", {1, 1, 2, 2}, {60, 40, 100, 0})});
    QVERIFY_THROWS_EXCEPTION(ScoresInsteadOfWeights, openStoredAttention(at("p.npz")));
    // What another method tells is none, and need not sum to 1.
    write(at("n.npz"), {floats("attentions", {1, 1, 2, 2}, {6, -4, 1, 0})}, R"({"method": "norm"})");
    QVERIFY(saysOf(openStoredAttention(at("n.npz")), "'norm'"));
  }

  void anArrayAloneIsTheWeights() {
    const auto npy = [](const std::string& type, const std::string& shape, const std::string& order,
                        const std::string& data) {
      std::string header = "{'descr': " + type + ", 'fortran_order': " + order + ", 'shape': " + shape + ", }\n";
      return "\x93NUMPY" + std::string("\x01\x00", 2) + static_cast<char>(header.size()) + '\0' + header + data;
    };
    const std::vector<float> numbers(2 * 2 * 3 * 3, 1.0F / 3);
    const std::string data(reinterpret_cast<const char*>(numbers.data()), numbers.size() * 4);
    const auto put = [&](const char* name, const std::string& content) {
      std::ofstream(at(name), std::ios::binary) << content;
    };
    put("w.npy", npy("'<f4'", "(2, 2, 3, 3)", "False", data));
    QVERIFY(holdsAttention(at("w.npy")));
    const StoredAttention stored = openStoredAttention(at("w.npy"));
    QCOMPARE(stored.maps->layers(), 2);
    QCOMPARE(stored.maps->weights({1, 1})(2, 2), 1.0F / 3);
    put("o.npy", npy("'|O'", "(2,)", "False", "pickle"));
    const std::string objects = messageOf([&] { openStoredAttention(at("o.npy")); });
    QVERIFY2(objects.find("found Python objects; save each layer as an array of its own") != std::string::npos,
             objects.c_str());
    put("f.npy", npy("'<f4'", "(2, 2, 3, 3)", "True", data));
    QVERIFY(messageOf([&] { openStoredAttention(at("f.npy")); }).find("numpy.ascontiguousarray") != std::string::npos);
    put("b.npy", npy("'>f4'", "(2, 2, 3, 3)", "False", data));
    QVERIFY(messageOf([&] { openStoredAttention(at("b.npy")); }).find("little-endian") != std::string::npos);
    put("c.npy", npy("'<c8'", "(2, 3, 3)", "False", data));
    QVERIFY(messageOf([&] { openStoredAttention(at("c.npy")); }).find("found the format '<c8'") != std::string::npos);
    put("x.npy", "nothing of the kind");
    QVERIFY(messageOf([&] { openStoredAttention(at("x.npy")); }).find("expected a NumPy array") != std::string::npos);

    // Beside what is needed, an array that cannot be read is left out; in its place it is refused.
    const auto zipped = [&](const char* name, const std::string& array) {
      writeZip(at(name),
               {{"attentions.npy", [&](std::ostream& out) { out << npy("'<f4'", "(2, 2, 3, 3)", "False", data); }},
                {array + ".npy", [&](std::ostream& out) { out << npy("'|O'", "(3,)", "False", "pickle"); }}});
    };
    zipped("z.npz", "config");
    QVERIFY(saysOf(openStoredAttention(at("z.npz")), "The array 'config' is left out"));
    zipped("z.npz", "tokens");
    QVERIFY(messageOf([&] { openStoredAttention(at("z.npz")); }).find("dtype=str") != std::string::npos);
  }

  void refuses_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* message) { QTest::newRow(name) << name << message; };
    row("nothing.npz", "expected tensors 'attentions'");
    row("batch.npz",
        "tensor 'attentions.0': expected [heads, queries, keys] or a batch of one of it; add #row=0 to the file's name "
        "to open one text of a batch, "
        "the file has [2, 1, 2, 2]");
    row("heads.npz", "tensor 'attentions.1': expected [1, 2, 2] as the first layer has, the file has [2, 2, 2]");
    row("tokens.npz", "'tokens': expected 2 tokens, one for each row or column, found 3");
    row("integers.npz", "tensor 'attentions.0': expected real numbers, the file has I64");
    row("keys.npz", "tensor 'keys.0': expected heads that divide 3, with 4 numbers each, the file has [2, 5, 4]");
    row("more queries.npz", "expected at most as many queries as keys (2), found 3");
    row("scale.npz", "headlight: 'scale': expected a scale from 0 on, found \"x\"");
    row("json.npz", "headlight: not valid JSON: ");
    row("deep.npz", "headlight: expected at most 8 levels of JSON, found more");
    row("names.npz", "headlight: 'tokens'[1]: expected a text, found 2");
    row("heads twice.npz", "headlight: 'heads'[1]: expected each number once, found 0");
    row("untitled.npz", "headlight: 'predictions'[1]: 'title' is missing");
    row("predictions.npz",
        "headlight: 'predictions'[0]: 'answers'[0]: 'probability': expected a probability from 0 to 1, found 7");
    row("no keys.npz", "expected tensors 'attentions'");
    row("mask.npz", "tensor 'mask.0': expected [1, 2 or 1, 2], the file has [1, 1, 3]");
    row("bias.npz", "tensor 'bias.0': expected finite numbers or -infinity, found others in row 1");
    row("sinks.npz", "tensor 'sinks.0': expected [1], one for each head, the file has [2]");
    row("sink.npz", "tensor 'sinks.0': expected finite numbers, found one that is none");
    row("distance.npz", "tensor 'distance_bias.0': expected [1, 3] (queries + keys - 1), the file has [1, 4]");
    row("named.npz", "headlight: 'mask': expected a tensor 'mask.7', found 7");
    row("list.npz", "headlight: 'mask': expected one for each layer, found [0,0]");
  }
  void refuses() {
    QFETCH(QString, name);
    QFETCH(QString, message);
    const fs::path path = at("broken.npz");
    const TensorStream good = weights("attentions.0", {1, 2, 2}, 0, 1, 1, 2, 2);
    if (name == "nothing.npz") write(path, {floats("x", {1}, {1})});
    if (name == "batch.npz") write(path, {weights("attentions.0", {2, 1, 2, 2}, 0, 1, 2, 2, 2)});
    if (name == "heads.npz") write(path, {good, weights("attentions.1", {2, 2, 2}, 0, 1, 2, 2, 2)});
    if (name == "tokens.npz") write(path, {good}, R"({"tokens": ["a", "b", "c"]})");
    if (name == "integers.npz")
      write(path, {{"attentions.0", TensorStream::Type::I64, {1, 1, 1}, [](std::ostream& out) { out << "01234567"; }}});
    if (name == "keys.npz")
      write(path, {floats("queries.0", {3, 5, 4}, std::vector<float>(60)),
                   floats("keys.0", {2, 5, 4}, std::vector<float>(40))});
    if (name == "more queries.npz") write(path, {weights("attentions.0", {1, 3, 2}, 0, 1, 1, 3, 2)});
    if (name == "scale.npz")
      write(path, {floats("queries.0", {1, 1, 1}, {1}), floats("keys.0", {1, 1, 1}, {1})}, R"({"scale": "x"})");
    if (name == "json.npz") write(path, {good}, "{");
    if (name == "deep.npz") write(path, {good}, "{\"a\": " + std::string(8, '[') + std::string(8, ']') + "}");
    if (name == "names.npz") write(path, {good}, R"({"tokens": ["a", 2]})");
    if (name == "heads twice.npz")
      write(path, {weights("attentions.0", {2, 2, 2}, 0, 1, 2, 2, 2)}, R"({"heads": [0, 0]})");
    if (name == "untitled.npz")
      write(path, {good}, R"({"predictions": [{"title": "t", "answers": []}, {"title": null, "answers": []}]})");
    if (name == "predictions.npz")
      write(path, {good}, R"({"predictions": [{"title": "t", "answers": [{"text": "a", "probability": 7}]}]})");
    if (name == "no keys.npz") write(path, {floats("queries.0", {1, 1, 1}, {1})});
    const auto beside = [&](const TensorStream& term, const std::string& notes = {}) {
      write(path, {floats("queries.0", {1, 2, 1}, {1, 1}), floats("keys.0", {1, 2, 1}, {1, 1}), term}, notes);
    };
    const auto bytes = [](std::int64_t count) {
      return TensorStream{"mask.0", TensorStream::Type::U8, {1, 1, count}, [count](std::ostream& out) {
                            out << std::string(static_cast<std::size_t>(count), 1);
                          }};
    };
    if (name == "mask.npz") beside(bytes(3));
    if (name == "bias.npz") beside(floats("bias.0", {1, 2, 2}, {0, -INFINITY, 0, NAN}));
    if (name == "sinks.npz") beside(floats("sinks.0", {2}, {0, 0}));
    if (name == "sink.npz") beside(floats("sinks.0", {1}, {INFINITY}));
    if (name == "distance.npz") beside(floats("distance_bias.0", {1, 4}, {0, 0, 0, 0}));
    if (name == "named.npz") beside(bytes(2), R"({"mask": 7})");
    if (name == "list.npz") beside(bytes(2), R"({"mask": [0, 0]})");
    const std::string found = messageOf([&] { openStoredAttention(path); });
    QVERIFY2(found.find(message.toStdString()) != std::string::npos, found.c_str());
  }

  void partsThatSeeAndWhatIsLeftOutAreTold() {
    write(at("vlm.npz"),
          {weights("attentions.0", {2, 4, 4}, 0, 1, 2, 4, 4), weights("vision_attentions.3", {1, 2, 2}, 3, 1, 1, 2, 2)},
          R"({"generated": 3, "left_out": ["layers.7: a batch of 4"], "vision_tokens": ["r0c0", "r0c1"]})");
    const StoredAttention text = openStoredAttention(at("vlm.npz")), vision = openStoredAttention(at("vlm.npz#vision"));
    QVERIFY(saysOf(text, "The file leaves out layers.7: a batch of 4.") &&
            saysOf(text, "wrote the tokens from number 3 on") && saysOf(text, "also holds vision attention"));
    QCOMPARE(vision.maps->keyTokens()[1].text, std::string("r0c1"));
    QCOMPARE(vision.maps->weights({3, 0})(1, 0), weightAt(3, 0, 1, 0, 2));
  }

  /// As ids, which are not taken for places; as numbers that are no ids; and as bytes, of which some are no character.
  void tokensNeedNotBeTexts() {
    const TensorStream good = weights("attentions.0", {1, 3, 3}, 0, 1, 1, 3, 3);
    write(at("ids.npz"), {good, {"tokens", TensorStream::Type::I64, {3}, [](std::ostream& out) {
                                   for (const std::int64_t id : {7, 5, 7})
                                     out.write(reinterpret_cast<const char*>(&id), 8);
                                 }}});
    const std::vector<Token> tokens = openStoredAttention(at("ids.npz")).maps->keyTokens();
    QCOMPARE(tokens[2].id, std::int64_t{7});
    QCOMPARE(tokens[1].display, std::string(" 5"));
    write(at("numbers.npz"), {good, floats("tokens", {3}, {1, 2, 3})});
    const std::string refused = messageOf([&] { openStoredAttention(at("numbers.npz")); });
    QVERIFY2(refused.find("tensor 'tokens': expected integers") != std::string::npos, refused.c_str());
    std::string header = "{'descr': '|S2', 'fortran_order': False, 'shape': (3,), }\n";
    std::ofstream(at("bytes.npy"), std::ios::binary)
        << "\x93NUMPY\x01" << '\0' << static_cast<char>(header.size()) << '\0' << header
        << std::string("a\0\xC3\xA9\xC3\0", 6);
    const std::vector<std::string> expected = {"a", "\u00E9", "<0xC3>"};
    QCOMPARE(readNumpy(at("bytes.npy")).texts.begin()->second, expected);
  }

  void namesOfOtherProgramsAreKnown_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("axes");
    for (const char* name : {"arr_0", "attention", "attn", "attention_weights"}) QTest::newRow(name) << name << 4;
    for (const char* name : {"arr_%1", "attention_%1", "layer_%1", "blocks.%1.attn.hook_pattern"})
      QTest::newRow(name) << name << 3;
  }
  void namesOfOtherProgramsAreKnown() {
    QFETCH(QString, name);
    QFETCH(int, axes);
    std::vector<TensorStream> tensors = {floats("config", {1}, {1})};
    if (axes == 4) tensors.push_back(weights(name.toStdString(), {2, 3, 4, 4}, 0, 2, 3, 4, 4));
    for (int l = 0; l < 2 && axes == 3; ++l)
      tensors.push_back(weights(name.arg(l).toStdString(), {1, 3, 4, 4}, l, 1, 3, 4, 4));
    write(at("named.npz"), tensors);
    const StoredAttention stored = openStoredAttention(at("named.npz"));
    QCOMPARE(stored.maps->layers(), 2);
    QCOMPARE(stored.maps->weights({1, 2})(3, 1), weightAt(1, 2, 3, 1, 4));
    QVERIFY(stored.remarks.empty());
  }

  /// Of a batch of three texts, under every way to store one.
  void aRowOfABatchIsOpened_data() {
    QTest::addColumn<QString>("way");
    for (const char* way : {"a tensor", "layers", "queries and keys"}) QTest::newRow(way) << way;
  }
  void aRowOfABatchIsOpened() {
    QFETCH(QString, way);
    const fs::path path = at("batch.npz");
    std::vector<TensorStream> tensors = {
        {"input_ids", TensorStream::Type::I64, {3, 4}, [](std::ostream& out) {
           for (std::int64_t id = 0; id < 12; ++id) out.write(reinterpret_cast<const char*>(&id), 8);
         }}};
    if (way == "a tensor") tensors.push_back(weights("attentions", {2, 3, 2, 4, 4}, 0, 6, 2, 4, 4));
    for (int l = 0; l < 2 && way == "layers"; ++l)
      tensors.push_back(weights("attentions." + std::to_string(l), {3, 2, 4, 4}, 3 * l, 3, 2, 4, 4));
    for (int l = 0; l < 2 && way == "queries and keys"; ++l)
      for (const char* name : {"queries.", "keys."})
        tensors.push_back(weights(name + std::to_string(l), {3, 2, 4, 4}, 3 * l, 3, 2, 4, 4));
    write(path, tensors,
          R"({"tokens": [["a", "b", "c", "d"], ["e", "f", "g", "h"], ["i", "j", "k", "l"]], "causal": false})");
    const std::string refused = messageOf([&] { openStoredAttention(path); });
    QVERIFY2(refused.find("add #row=0 to the file's name") != std::string::npos, refused.c_str());
    const StoredAttention stored = openStoredAttention(storedWithRow(path, 2));
    QCOMPARE(stored.text, std::string("i j k l"));
    QCOMPARE(stored.maps->keyTokens()[3].id, std::int64_t{11});
    QVERIFY(saysOf(stored, "Row 2 of a batch of 3 texts."));
    const Matrix found = stored.maps->weights({1, 1});
    if (way != "queries and keys") {
      QCOMPARE(found(3, 1), weightAt(5, 1, 3, 1, 4));
    } else {
      Eigen::VectorXd scores = Eigen::VectorXd::Zero(4);
      for (Index k = 0; k < 4; ++k)
        for (int d = 0; d < 4; ++d)
          scores(k) += static_cast<double>(weightAt(5, 1, 3, d, 4) * weightAt(5, 1, k, d, 4)) / 2;
      const Eigen::VectorXd parts = scores.array().exp();
      QVERIFY(std::abs(static_cast<double>(found(3, 1)) - parts(1) / parts.sum()) < 1e-6);
    }
    QVERIFY(messageOf([&] { openStoredAttention(storedWithRow(path, 3)); }).find("row 3: expected one of 3 rows") !=
            std::string::npos);
  }

  /// Words and sentences of what WordPiece and lists of words leave of the spaces.
  void piecesGetTheirSpaces() {
    const Json notes = {{"tokens",
                         {"[CLS]", "of", "tom", "saw", "##yer", "'", "s", "token", "##ization", ",", "yes", ".", "no",
                          "[SEP]", "Second", "##s", "[SEP]"}},
                        {"sentence_b_start", 14}};
    write(at("pieces.npz"), {floats("attentions.0", {1, 17, 17}, std::vector<float>(17 * 17, 1.0F / 17))},
          notes.dump());
    const StoredAttention stored = openStoredAttention(at("pieces.npz"));
    QCOMPARE(stored.text, std::string("of tom sawyer's tokenization, yes. no Seconds"));
    std::string words, sentences;
    for (const TokenGroup& group : wordGroups(stored.maps->keyTokens())) words += group.token.display + "|";
    for (const TokenGroup& group : sentenceGroups(stored.maps->keyTokens())) sentences += group.token.display + "|";
    QCOMPARE(words, std::string("[CLS]|of|tom|sawyer|'|s|tokenization|,|yes|.|no|[SEP]|Seconds|[SEP]|"));
    QCOMPARE(sentences, std::string("[CLS]|of tom sawyer's tokenization, yes.|no|[SEP]|Seconds|[SEP]|"));
    const auto& tokens = stored.maps->keyTokens();
    QVERIFY(tokens[13].sequence == 0 && tokens[14].sequence == 1 && tokens[14].typeId == 1);
    QCOMPARE(tokens[3].range, (TextRange{7, 10}));

    // Not within one word, whose text is known, nor in Chinese.
    const auto textOf = [&](const char* json) {
      write(at("pieces.npz"), {floats("attentions.0", {1, 3, 3}, std::vector<float>(9, 1.0F / 3))}, json);
      return openStoredAttention(at("pieces.npz"));
    };
    QCOMPARE(textOf(R"({"tokens": ["un", "believ", "able"], "text": "unbelievable"})").maps->keyTokens()[1].display,
             std::string("believ"));
    QCOMPARE(textOf(R"({"tokens": ["\u4f60", "\u597d", "##s"]})").text, std::string("\u4f60\u597ds"));
    QCOMPARE(textOf(R"({"tokens": ["a", "\u0120b", "##"]})").text, std::string("a b##"));
  }

  void jsonIsRefusedWithWhatIsExpected() {
    std::ofstream(at("inseq.json")) << R"({"attributions": []})";
    const std::string message = messageOf([&] { openStoredAttention(at("inseq.json")); });
    QVERIFY2(message.find("found JSON; save its arrays [layers, heads, queries, keys] with numpy.savez") !=
                 std::string::npos,
             message.c_str());
  }

  void roundingAboveOneIsOne() {
    write(at("one.npz"), {floats("attentions", {1, 1, 2, 2}, {1.0000114F, 0, 0.5F, 0.5F})});
    QCOMPARE(openStoredAttention(at("one.npz")).maps->weights({0, 0})(0, 0), 1.0F);
    write(at("one.npz"), {floats("attentions", {1, 1, 2, 2}, {1.0000114F, 0, 0.5F, 0.5F})}, R"({"method": "norm"})");
    QCOMPARE(openStoredAttention(at("one.npz")).maps->weights({0, 0})(0, 0), 1.0000114F);
  }

  void threeAxesAreSaidToBeHeads() {
    write(at("mean.npz"), {weights("attentions", {5, 4, 4}, 0, 1, 5, 4, 4)});
    const StoredAttention stored = openStoredAttention(at("mean.npz"));
    QCOMPARE(stored.maps->heads(), 5);
    QVERIFY(
        saysOf(stored,
               "one layer of 5 heads; for a mean over the heads of each layer, save it as [layers, 1, queries, keys]"));
  }

  /// torch.save of a tuple, of one tensor, and of a dictionary with tokens.
  void aFileOfTorchSaveIsRead_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"a tuple", "a tensor", "a dictionary", "a dictionary by number"})
      QTest::newRow(what) << what;
  }
  void aFileOfTorchSaveIsRead() {
    QFETCH(QString, what);
    const int layers = what == "a tensor" ? 1 : 2;
    const auto unicode = [](const std::string& text) {
      return "X" + std::string{static_cast<char>(text.size()), 0, 0, 0} + text;
    };
    // The weights of a layer, [1, 2, 3, 3] ([1, 1, 2, 3, 3] alone), in a storage of its own.
    const auto tensor = [&](int layer) {
      const std::string shape = std::string(layers == 1 ? "K\x01" : "") + "K\x01K\x02K\x03K\x03";
      const std::string strides = std::string(layers == 1 ? "K\x12" : "") + "K\x12K\x09K\x03K\x01";
      return "ctorch._utils\n_rebuild_tensor_v2\n((" + unicode("storage") + "ctorch\nFloatStorage\n" +
             unicode(std::to_string(layer)) + unicode("cpu") + "K\x12tQ" + std::string("K\0", 2) + "(" + shape + "t(" +
             strides +
             "t\x89"
             "ccollections\nOrderedDict\n)RtR";
    };
    std::string pickle = "\x80\x02";
    if (what == "a tensor") pickle += tensor(0);
    if (what == "a tuple") pickle += tensor(0) + tensor(1) + "\x86";
    if (what == "a dictionary")
      pickle += "}(" + unicode("attentions") + tensor(0) + tensor(1) + "\x86" + unicode("tokens") + "](" +
                unicode("a") + unicode(" b") + unicode(" c") + "eu";
    if (what == "a dictionary by number")
      pickle += "}(K" + std::string("\0", 1) + tensor(0) + "K\x01" + tensor(1) + "u";
    pickle += ".";
    std::vector<ZipEntry> entries = {{"archive/data.pkl", [&](std::ostream& out) { out << pickle; }}};
    for (int l = 0; l < layers; ++l)
      entries.push_back({"archive/data/" + std::to_string(l), [l](std::ostream& out) {
                           for (int h = 0; h < 2; ++h)
                             for (int i = 0; i < 3; ++i)
                               for (int j = 0; j < 3; ++j) {
                                 const float number = weightAt(l, h, i, j, 3);
                                 out.write(reinterpret_cast<const char*>(&number), 4);
                               }
                         }});
    writeZip(at("saved.pt"), entries);
    QVERIFY(holdsAttention(at("saved.pt")));
    const StoredAttention stored = openStoredAttention(at("saved.pt"));
    QCOMPARE(stored.maps->layers(), layers);
    QCOMPARE(stored.maps->heads(), 2);
    QCOMPARE(stored.maps->weights({layers - 1, 1})(2, 1), weightAt(layers - 1, 1, 2, 1, 3));
    QCOMPARE(stored.maps->queryTokens()[1].display, std::string(what == "a dictionary" ? " b" : " 1"));
    std::ofstream(at("other.txt")) << "0.5";
    QVERIFY(!holdsAttention(at("other.txt")));
    QVERIFY(messageOf([&] {
              openStoredAttention(at("other.txt"));
            }).find("expected attention in a file .safetensors, .npz, .npy or .pt") != std::string::npos);
  }

  void compressedArraysAreRead() {
    const Matrix one = Matrix::Constant(64, 64, 1.0F / 64);
    std::string npy = "\x93NUMPY" + std::string("\x01\x00", 2);
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 64, 64), }\n";
    npy += std::string(1, static_cast<char>(header.size())) + std::string(1, '\0') + header;
    npy.append(reinterpret_cast<const char*>(one.data()), static_cast<std::size_t>(one.size()) * 4);
    writeZip(at("c.npz"), {{"attentions.0.npy", [&npy](std::ostream& out) { out << npy; }, true}});
    QVERIFY(fs::file_size(at("c.npz")) < 2000);
    QVERIFY(openStoredAttention(at("c.npz")).maps->weights({0, 0}) == one);
  }

  /// 131 GB of queries and keys in a file with a hole: it opens at once, and a rectangle is there.
  void aHundredGigabytesOpenAtOnce() {
    constexpr std::int64_t kLayers = 32, kHeads = 32, kTokens = 500'000, kSize = 64;
    const std::int64_t each = kHeads * kTokens * kSize * 2;
    Json header = {{"__metadata__", {{"headlight", R"({"causal": true})"}}}};
    std::int64_t offset = 0;
    for (int l = 0; l < kLayers; ++l)
      for (const char* name : {"queries.", "keys."}) {
        header[name + std::to_string(l)] = {
            {"dtype", "F16"}, {"shape", {kHeads, kTokens, kSize}}, {"data_offsets", {offset, offset + each}}};
        offset += each;
      }
    const std::string text = header.dump();
    const fs::path path = at("large.safetensors");
    {
      std::ofstream out(path, std::ios::binary);
      const std::uint64_t length = text.size();
      out.write(reinterpret_cast<const char*>(&length), 8);
      out << text;
    }
    std::error_code failed;
    fs::resize_file(path, 8 + text.size() + static_cast<std::uintmax_t>(offset), failed);
    if (failed) QSKIP("SKIPPED: this file system has no files with holes");
    const long before = pagesTouched();
    const StoredAttention stored = openStoredAttention(path);
    const Matrix corner = stored.maps->weights({31, 7}, {500, 490, 4, 20});
    const long pages = pagesTouched() - before;
    qInfo("%.0f GB: opened and read in part with %ld pages", static_cast<double>(offset) / 1e9, pages);
    QVERIFY(std::abs(corner(0, 0) - 1.0F / 501) < 1e-6F);  // All scores are 0.
    QCOMPARE(corner(0, 11), 0.0F);
    // Of 32 million pages of the file; what there is are 500,000 tokens.
    QVERIFY2(pages < 500'000, std::to_string(pages).c_str());
  }

  void aFileThatIsCutOffReadsAsNothing() {
    write(at("cut.safetensors"), {weights("attentions", {4, 4, 64, 64}, 0, 4, 4, 64, 64)});
    const StoredAttention stored = openStoredAttention(at("cut.safetensors"));
    fs::resize_file(at("cut.safetensors"), 8192);
    QVERIFY(stored.maps->weights({3, 3}).isZero());
    QVERIFY2(messageOf([&] { stored.check(); }).find("truncated or removed while open") != std::string::npos, "said");
  }

  /// resources/python/headlight_export.py beside a model of the shape that Transformers has, in PyTorch.
  void thePythonExporterIsRead() {
    const QString python = "/usr/bin/python3";
    QProcess probe;
    probe.start(python, {"-c", "import torch, numpy"});
    if (!probe.waitForFinished(60000) || probe.exitCode() != 0)
      QSKIP("SKIPPED: the exporter is tested where Debian's python3-torch is installed");
    QProcess run;
    run.start(python, {QString(HEADLIGHT_SOURCE_DIR) + "/tests/core/io/export_from_torch.py", m_folder.path()});
    QVERIFY(run.waitForFinished(120000));
    QVERIFY2(run.exitCode() == 0, run.readAllStandardError().constData());
    for (const char* suffix : {".safetensors", ".npz"}) {
      const StoredAttention scores = openStoredAttention(at("qk" + std::string(suffix)));
      const StoredAttention exact = openStoredAttention(at("weights" + std::string(suffix)));
      QCOMPARE(scores.maps->layers(), 2);
      QCOMPARE(scores.maps->heads(), 4);
      QCOMPARE(scores.headsOfGroup, 2);
      QVERIFY(scores.visibility.front().causal && exact.visibility.front().causal);
      float largest = 0;
      for (int l = 0; l < 2; ++l)
        for (int h = 0; h < 4; ++h)
          largest =
              std::max(largest, (scores.maps->weights({l, h}) - exact.maps->weights({l, h})).cwiseAbs().maxCoeff());
      qInfo("%s: largest difference from PyTorch's weights %g", suffix, static_cast<double>(largest));
      QVERIFY(largest < 1e-6F);
      QCOMPARE(scores.text, std::string("a small text"));
      QCOMPARE(scores.maps->queryTokens()[1].display, std::string(" t5"));
      QVERIFY(scores.maps->queryTokens()[0].special);
      QCOMPARE(scores.predictions.at(0).answers.size(), std::size_t{10});
      QCOMPARE(exact.model, std::string("tiny"));
    }
  }
};

HEADLIGHT_TEST(TestStoredAttention)
#include "test_stored_attention.moc"
