#include <QtTest>
#include <map>

#include "core/base/resource_folder.h"
#include "core/base/splitmix.h"
#include "core/findings/head_tests.h"
#include "core/intervention/intervention.h"
#include "core/model/predictions.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

constexpr Index kPeriod = 20, kTexts = 6;
constexpr int kRandomSets = 12;

/// Random tokens said twice: nothing but a copy of the first time tells the second.
Encoding repeated(std::uint64_t seed) {
  std::vector<std::int64_t> ids = {0};
  for (Index i = 0; i < kPeriod; ++i)
    ids.push_back(static_cast<std::int64_t>(500 + splitmix(seed * 1000 + static_cast<std::uint64_t>(i)) % 3000));
  ids.insert(ids.end(), ids.begin() + 1, ids.end());
  return reference::encodingOf(ids);
}

HeadSet setOf(const std::vector<HeadId>& heads) {
  HeadSet set;
  for (const HeadId head : heads) set.push_back(oneHead(head).front());
  return set;
}

}  // namespace

/// Heads that are named by where they look are what the built-in model copies with: without them it cannot, and without
/// as many others of the same layers, as far as there are so many that no test names, it can.
class TestNamedHeads : public QObject {
  Q_OBJECT
  std::shared_ptr<const Model> m_model = Model::open(resourceFolder() / "models" / "gpt");

  /// The mean ln p of what is said the second time.
  double copied(const std::vector<Intervention>& changes) const {
    double sum = 0;
    for (std::uint64_t text = 1; text <= kTexts; ++text) {
      const Encoding encoding = repeated(text);
      RunOptions options;
      options.interventions = changes;
      const auto trace = m_model->run(encoding, options);
      for (Index at = kPeriod + 1; at < 2 * kPeriod; ++at)
        sum += logProbabilities(trace->logits,
                                at)[static_cast<std::size_t>(encoding.tokens[static_cast<std::size_t>(at + 1)].id)];
    }
    return sum / static_cast<double>(kTexts * (kPeriod - 1));
  }

 private slots:
  void ablationConfirmsThem_data() {
    QTest::addColumn<QString>("test");
    QTest::addColumn<int>("by");
    for (const char* test : {"previous_token", "induction"}) {
      QTest::addRow("%s, zero", test) << test << static_cast<int>(Ablate::By::Zero);
      QTest::addRow("%s, mean", test) << test << static_cast<int>(Ablate::By::Mean);
    }
  }
  void ablationConfirmsThem() {
    QFETCH(QString, test);
    QFETCH(int, by);
    // Named on a text of their own.
    AnalysisQuestion question;
    question.model = m_model;
    question.a = m_model->run(repeated(100));
    const Findings found = headTests(question);
    const auto kappaOf = [&](const std::string& of, HeadId head) {
      const std::string name = "test." + of + ".kappa";
      const auto tensor =
          std::find_if(found.begin(), found.end(), [&](const NamedTensor& each) { return each.name == name; });
      return (*tensor)({head.layer, head.head});
    };
    std::vector<HeadId> named;
    std::map<int, std::vector<HeadId>> others;
    QStringList words;
    for (int layer = 0; layer < m_model->info().layers; ++layer)
      for (int head = 0; head < m_model->info().heads; ++head) {
        const HeadId id{layer, head};
        const double kappa = kappaOf(test.toStdString(), id);
        if (kappa > 0.5) {
          named.push_back(id);
          words << QStringLiteral("%1.%2 (%3)").arg(layer).arg(head).arg(kappa, 0, 'f', 2);
        } else if (!(kappaOf("previous_token", id) > 0.5) && !(kappaOf("induction", id) > 0.5)) {
          others[layer].push_back(id);
        }
      }
    QVERIFY2(named.size() >= 2 && named.size() < 16, qPrintable(words.join(QStringLiteral(", "))));
    const auto ablated = [&](const std::vector<HeadId>& heads) {
      return copied({Ablate{setOf(heads), static_cast<Ablate::By>(by), {}}});
    };
    const double clean = copied({}), without = ablated(named);
    double least = clean, mean = 0;
    for (std::uint64_t draw = 0; draw < kRandomSets; ++draw) {
      std::vector<HeadId> random;
      std::map<int, std::vector<HeadId>> left = others;
      std::uint64_t state = splitmix(draw + 7);
      for (const HeadId head : named) {
        std::vector<HeadId>& some = left[head.layer];
        if (some.empty()) continue;
        state = splitmix(state);
        const auto at = some.begin() + static_cast<std::ptrdiff_t>(state % some.size());
        random.push_back(*at);
        some.erase(at);
      }
      const double p = ablated(random);
      least = std::min(least, p);
      mean += p / kRandomSets;
    }
    qInfo("%s: named %s: ln p %.2f, without them %.2f, without as many others %.2f on average, %.2f at least",
          QTest::currentDataTag(), qPrintable(words.join(", ")), clean, without, mean, least);
    QVERIFY2(without < least, "others matter as much");
    QVERIFY2(clean - without > 2 * (clean - mean), "others matter nearly as much on average");
  }
};

HEADLIGHT_TEST(TestNamedHeads)
#include "test_named_heads.moc"
