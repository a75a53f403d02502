#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>

#include "core/analysis/cost.h"
#include "core/analysis/methods.h"
#include "core/attention/trace_maps.h"
#include "core/checkpoint/safetensors.h"
#include "core/intervention/grammar.h"
#include "core/io/attention_export.h"
#include "core/io/stored_attention.h"
#include "core/model/architecture.h"
#include "core/model/image_reader.h"
#include "core/model/model.h"
#include "core/model/stack.h"
#include "core/model/stages.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::testing::messageOf;
using headlight::testing::TestTensor;
namespace fs = std::filesystem;

namespace {

const fs::path kSwin = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/multimodal/swin";
constexpr auto kFirst = AttentionType::Stage1, kSecond = AttentionType::Stage2;

/// Noise of that many pixels, prepared.
ModelInput noise(const Model& model, PixelSize size) {
  Matrix values(3, size.height * size.width);
  for (Index i = 0; i < values.size(); ++i)
    values.data()[i] = static_cast<float>(std::sin(1.7 * static_cast<double>(i * i % 977)));
  return ImageReader(ImagePreparation::open(kSwin, {size.height, size.width}), model).encode(std::move(values), size);
}

/// The tensors of the model under `folder`, some of them changed.
void writeChanged(const fs::path& folder, const std::function<void(TestTensor&)>& change) {
  std::vector<TestTensor> tensors;
  for (const auto& [name, tensor] : readSafetensors(kSwin / "model.safetensors")) {
    TestTensor& one = tensors.emplace_back(TestTensor{name, {}, floatsOf(tensor)});
    for (const auto axis : tensor.shape) one.shape.push_back(static_cast<long>(axis));
    change(one);
  }
  headlight::testing::writeSafetensors((folder / "model.safetensors").string(), tensors);
  for (const char* file : {"config.json", "preprocessor_config.json"}) fs::copy_file(kSwin / file, folder / file);
}

Index tokenAt(const std::vector<Token>& tokens, int row, int col) {
  const auto found = std::find_if(tokens.begin(), tokens.end(), [=](const Token& token) {
    return token.imagePlace()->row == row && token.imagePlace()->col == col;
  });
  return found == tokens.end() ? -1 : found - tokens.begin();
}

}  // namespace

/// Models whose patches become fewer from stage to stage, beyond the numbers of test_multimodal.
class TestStages : public QObject {
  Q_OBJECT

  std::shared_ptr<const Model> m_model;
  std::shared_ptr<const Trace> m_trace;

  std::shared_ptr<const Trace> changed(const char* text, std::shared_ptr<const Trace> from = {}) const {
    RunOptions options;
    options.interventions = parseInterventions(text);
    options.resumeFrom = std::move(from);
    return m_model->runAgain(*m_trace, options);
  }

 private slots:
  void init() {
    m_model = Model::open(kSwin);
    m_trace = m_model->run(noise(*m_model, {34, 25}));
  }

  void eachStageIsAnAttention() {
    const auto all = m_model->attentions();
    QCOMPARE(all.size(), std::size_t(2));
    QVERIFY(all[0].type == kFirst && all[1].type == kSecond);
    QCOMPARE(all[0].heads, (std::vector<int>{2, 2}));
    QCOMPARE(all[1].heads, (std::vector<int>{4, 4}));
    // 9 x 7 patches in windows of 3 x 3, then 5 x 4.
    QCOMPARE(TraceMaps(m_trace, kFirst).queries(), Index(9 * 9));
    QCOMPARE(TraceMaps(m_trace, kSecond).queries(), Index(6 * 6));
    QCOMPARE(TraceMaps(m_trace).queries(), Index(6 * 6));
    const StageGrid grid = gridOf(m_trace->stackOf(kFirst).encoding);
    QCOMPARE(grid.rows, Index(9));
    QCOMPARE(grid.cols, Index(7));
    QCOMPARE(grid.allCols, Index(9));
    QVERIFY(stackOf(m_model, m_trace, kFirst).trace == m_trace->earlier);
    QVERIFY(stackOf(m_model, m_trace, kFirst).model == m_model->earlier());
    QVERIFY(stackOf(m_model, m_trace, kSecond).trace == m_trace);
    QCOMPARE(QString::fromStdString(messageOf([&] { stackOf(m_model, m_trace, AttentionType::Stage3); })),
             QStringLiteral("attention: expected a run of at least 3 stages, found one of the model 'swin'"));
    for (int layer = 0; layer < 2; ++layer)
      QVERIFY(m_model->earlier()->layerOutput(*m_trace->earlier, layer, nullptr) ==
              m_trace->earlier->hiddenStates[static_cast<std::size_t>(layer) + 1]);
  }

  /// Rows are of a window: what is outside of it is not seen, and what it sees sums to 1.
  void whatIsOutsideOfAWindowIsUnseen() {
    for (const AttentionType stage : {kFirst, kSecond}) {
      const TraceMaps maps(m_trace, stage);
      for (int layer = 0; layer < 2; ++layer) {
        const Matrix weights = maps.weights({layer, 1, stage});
        const Visibility& sees = m_trace->records(stage)[static_cast<std::size_t>(layer)].rule->visibility;
        for (Index query = 0; query < maps.queries(); ++query) {
          Index seen = 0;
          for (Index key = 0; key < maps.keys(); ++key) {
            const bool isSeen = sees.sees(query, key, maps.keys());
            seen += isSeen ? 1 : 0;
            QCOMPARE(weights(query, key) > 0, isSeen);
          }
          QCOMPARE(sees.seen(query, maps.keys()), seen);
          QVERIFY(layer == 0 ? seen == 9 : seen == 1 || seen == 2 || seen == 4 || seen == 3 || seen == 6 || seen == 9);
          QVERIFY(std::abs(weights.row(query).sum() - 1) < 1e-5F);
        }
      }
    }
  }

  /// A head whose bias is for the patch one down and one to the left lights that box of a picture that is not square,
  /// and where its window has none shares out evenly.
  void aPlantedStepLightsItsBox() {
    const QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    const std::string at = "swin.encoder.layers.0.blocks.1.attention.self.";
    writeChanged(path, [&](TestTensor& tensor) {
      if (tensor.name.starts_with(at + "query")) std::fill(tensor.values.begin(), tensor.values.end(), 0.0F);
      if (tensor.name != at + "relative_position_bias_table") return;
      std::fill(tensor.values.begin(), tensor.values.end(), 0.0F);
      // Rows are steps from key to query, 5 x 5 of them: (-1, 1).
      tensor.values[static_cast<std::size_t>(((2 - 1) * 5 + 2 + 1) * 2 + 1)] = 90;
    });
    const auto model = Model::open(path);
    const auto trace = model->run(noise(*model, {34, 25}));
    const TraceMaps maps(trace, kFirst);
    const Matrix weights = maps.weights({1, 1, kFirst});
    const auto& tokens = maps.queryTokens();
    // The second layer's windows begin at 1: rows and columns 1 to 3.
    const Index query = tokenAt(tokens, 1, 3), key = tokenAt(tokens, 2, 2);
    QVERIFY(weights(query, key) > 0.9999F);
    const PictureBox& box = tokens[static_cast<std::size_t>(key)].imagePlace()->box;
    const float wanted[] = {8 / 25.0F, 8 / 34.0F, 12 / 25.0F, 12 / 34.0F};
    for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(box[i] - wanted[i]) < 1e-6F);
    for (Index other = 0; other < maps.keys(); ++other)
      if (other != key) QVERIFY(weights(query, other) < 1e-6F);
    // A patch at the left edge of its window has no such neighbour in it.
    const Index edge = tokenAt(tokens, 1, 1);
    QVERIFY(std::abs(weights(edge, tokenAt(tokens, 3, 3)) - 1 / 9.0F) < 1e-6F);
    QCOMPARE(weights(edge, tokenAt(tokens, 2, 0)), 0.0F);
    // What is left at the upper edge is of a row alone, and wraps around nothing.
    const Index corner = tokenAt(tokens, 0, 0);
    QCOMPARE(weights(corner, corner), 1.0F);
  }

  void interventionsActInTheirStage() {
    const auto logits = [](const std::shared_ptr<const Trace>& trace) { return Matrix(trace->logits.all()); };
    QVERIFY(logits(m_model->runAgain(*m_trace, {})) == logits(m_trace));
    const auto first = changed("ablate stage1 1.0"), last = changed("ablate stage2 1.0");
    QVERIFY(logits(first) != logits(m_trace));
    QVERIFY(logits(last) != logits(m_trace) && logits(last) != logits(first));
    QVERIFY(last->earlier->hiddenStates.back() == m_trace->earlier->hiddenStates.back());
    QVERIFY(logits(changed("ablate 1.0")) == logits(last));
    QVERIFY(logits(changed("ablate stage1 1.0", m_trace)) == logits(first));
    QVERIFY(logits(changed("ablate stage2 1.0", first)) == logits(last));
    const Matrix without = TraceMaps(first, kFirst).weights({1, 0, kFirst});
    QVERIFY(without.isZero(0));
    QCOMPARE(QString::fromStdString(messageOf([&] { changed("ablate stage3 0.0"); })),
             QStringLiteral("intervention: heads of stage3: expected a model of at least 3 stages, found one of 2"));
    QVERIFY(!messageOf([&] { changed("ablate stage1 2.0"); }).empty());
    // A covered patch is covered for every stage.
    const auto covered = changed("cover 0 mean");
    QVERIFY(covered->earlier->hiddenStates.front() != m_trace->earlier->hiddenStates.front());
    QVERIFY(logits(covered) != logits(m_trace));
  }

  void refusesWhatItCannotRead() {
    QCOMPARE(QString::fromStdString(messageOf([&] {
               m_model->run(noise(*m_model, {40, 8}));
             })),
             QStringLiteral("image: expected at least 3 rows and columns of patches in stage 1, which is one window, "
                            "found 10 and 2"));
    QCOMPARE(QString::fromStdString(messageOf([&] { costOf(*m_model, 16, AttentionKind::Full); })),
             QStringLiteral("cost of 'swin': expected a model of one stack of layers, found one of 2 stages"));
    QVERIFY(!messageOf([&] { attentionBy(Method::Effective, kFirst, m_model, m_trace); }).empty());
  }

  /// Methods of one stage take it as they take a model.
  void methodsAreOfAStage() {
    for (const AttentionType stage : {kFirst, kSecond}) {
      const auto rolled = attentionBy(Method::Rollout, stage, m_model, m_trace);
      QCOMPARE(rolled->queries(), TraceMaps(m_trace, stage).queries());
      const auto norms = attentionBy(Method::Norm, stage, m_model, m_trace);
      QVERIFY(std::abs(norms->weights({1, 0}, {0, 0, 1, 1})(0, 0)) > 0);
    }
  }

  /// What was written is read again, with boxes.
  void aWrittenStageIsReadAgain() {
    const QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "swin.safetensors";
    ExportChoice choice;
    choice.places = true;
    exportAttention(file, m_trace, choice);
    for (const AttentionType stage : {kFirst, kSecond}) {
      const StoredAttention stored = openStoredAttention(file.string() + "#" + std::string(nameOf(stage)));
      const TraceMaps maps(m_trace, stage);
      QVERIFY(stored.maps->weights({1, 1}) == maps.weights({1, 1, stage}));
      for (Index i = 0; i < maps.queries(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        QVERIFY(stored.maps->queryTokens()[at].imagePlace()->box == maps.queryTokens()[at].imagePlace()->box);
      }
    }
  }
};

HEADLIGHT_TEST(TestStages)
#include "test_stages.moc"
