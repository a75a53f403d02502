#include <QtTest>
#include <algorithm>
#include <filesystem>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/model/architecture.h"
#include "core/model/model.h"
#include "core/ops/linear.h"
#include "tests/support/model_data.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::reference::encodingOf;
using headlight::test::kFamilies;
using headlight::test::kModels;
namespace fs = std::filesystem;

/// Several texts in one pass.
class TestJointRun : public QObject {
  Q_OBJECT

 private slots:
  void textsAreByThemselves_data();
  void textsAreByThemselves();
  void refusesWhatRunRefuses();
};

namespace {

Encoding textOf(Index tokens, std::int64_t seed) {
  std::vector<std::int64_t> ids;
  for (Index i = 0; i < tokens; ++i) ids.push_back(3 + (seed + 7 * i * i + i) % 17);
  return encodingOf(ids);
}

bool isSame(const Trace& a, const Trace& b) {
  for (std::size_t i = 0; i < a.hiddenStates.size(); ++i)
    if (a.hiddenStates[i] != b.hiddenStates[i]) return false;
  for (std::size_t i = 0; i < a.layers.size(); ++i)
    if (a.layers[i].q != b.layers[i].q || a.layers[i].k != b.layers[i].k || a.layers[i].v != b.layers[i].v ||
        a.layers[i].logSumExp != b.layers[i].logSumExp)
      return false;
  return a.hiddenStates.size() == b.hiddenStates.size() && a.layers.size() == b.layers.size();
}

float apart(const Matrix& a, const Matrix& b) {
  if (a.rows() != b.rows() || a.cols() != b.cols()) return 1e9F;
  return (a - b).cwiseAbs().maxCoeff() / std::max(1.0F, b.cwiseAbs().maxCoeff());
}

}  // namespace

void TestJointRun::textsAreByThemselves_data() {
  if (!independentRows()) QSKIP("products of this processor depend on the rows beside a row");
  QTest::addColumn<QString>("folder");
  int count = 0;
  for (const fs::path& root : {kModels, kFamilies})
    for (const auto& entry : fs::directory_iterator(root)) {
      if (!fs::exists(entry.path() / "config.json")) continue;
      const QString folder = QString::fromStdString(entry.path().string());
      QTest::newRow(entry.path().filename().string().c_str()) << folder;
      ++count;
    }
  QVERIFY(count > 50);
}

void TestJointRun::textsAreByThemselves() {
  QFETCH(QString, folder);
  const auto model = Model::open(folder.toStdString());
  if (!model->runsJointly()) {
    const Architecture& d = model->description();
    const bool hasExperts = std::any_of(d.layers.begin(), d.layers.end(),
                                        [](const LayerSpec& layer) { return layer.experts.has_value(); });
    QVERIFY(hasExperts || d.encoder || d.tower || model->info().readsImages());
    return;
  }
  const std::vector<Encoding> texts{textOf(7, 1), textOf(18, 2), textOf(1, 3), textOf(12, 4)};
  const auto together = model->runJointly(texts);
  QCOMPARE(together.size(), texts.size());
  const auto reversed = model->runJointly({texts[3], texts[2], texts[1], texts[0]});
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Trace& joint = *together[i];
    QVERIFY(isSame(joint, *reversed[texts.size() - 1 - i]));
    QVERIFY(isSame(joint, *model->runJointly({texts[i]}).front()));
    RunOptions options;
    options.logits = false;
    const auto alone = model->run(texts[i], options);
    QCOMPARE(joint.hiddenStates.size(), alone->hiddenStates.size());
    for (std::size_t layer = 0; layer < joint.hiddenStates.size(); ++layer) {
      const float most = apart(joint.hiddenStates[layer], alone->hiddenStates[layer]);
      QVERIFY2(most < 1e-4F, qPrintable(QStringLiteral("text %1, hidden state %2: %3").arg(i).arg(layer).arg(most)));
    }
    const TraceMaps maps(together[i]), expected(alone);
    for (const HeadId head : expected.allHeads()) {
      const float most = apart(maps.weights(head), expected.weights(head));
      QVERIFY2(most < 1e-4F,
               qPrintable(QStringLiteral("text %1, head %2.%3: %4").arg(i).arg(head.layer).arg(head.head).arg(most)));
    }
    QCOMPARE(joint.pooled.size(), alone->pooled.size());
    for (std::size_t k = 0; k < joint.pooled.size(); ++k)
      QVERIFY(apart(joint.pooled[k].second, alone->pooled[k].second) < 1e-4F);
  }
  // Any of them may be gone on from, and leaves the rows behind it alone.
  if (model->description().embedding.trigrams) return;
  RunOptions options;
  options.logits = false;
  options.resumeFrom = together[0];
  Encoding longer = texts[0];
  longer.tokens.push_back(texts[0].tokens.front());
  const auto begun = model->run(longer, options);
  options.resumeFrom = nullptr;
  QVERIFY(apart(begun->hiddenStates.back(), model->run(longer, options)->hiddenStates.back()) < 1e-4F);
  QVERIFY(isSame(*together[1], *model->runJointly({texts[1]}).front()));
}

void TestJointRun::refusesWhatRunRefuses() {
  const auto model = Model::open(kModels / "gpt2-untied");
  if (!model->runsJointly()) QSKIP("products of this processor depend on the rows beside a row");
  QVERIFY_THROWS_EXCEPTION(Error, model->runJointly({textOf(7, 1), Encoding()}));
  QVERIFY_THROWS_EXCEPTION(Error, model->runJointly({textOf(7, 1), encodingOf({1, 1000000})}));
}

HEADLIGHT_TEST(TestJointRun)
#include "test_joint_run.moc"
