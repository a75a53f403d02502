#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/analysis/head_labels.h"
#include "core/attention/trace_maps.h"
#include "core/findings/head_tests.h"
#include "tests/support/suite.h"

using namespace headlight;

/// The numbers of every head are those that its label is given by.
class TestHeadTests : public QObject {
  Q_OBJECT

 private slots:
  void numbersAreThoseOfTheLabels() {
    AnalysisQuestion q;
    q.model = Model::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/circuits/toys/induction");
    Encoding encoding;
    for (const std::int64_t id : {0, 11, 14, 2, 13, 6, 3, 11, 14, 2, 13, 6, 3, 11, 14, 2, 13})
      encoding.tokens.emplace_back().id = id;
    q.a = q.model->run(encoding);
    const Findings found = headTests(q);
    const auto tensor = [&](const std::string& name) -> const NamedTensor& {
      for (const NamedTensor& each : found)
        if (each.name == name) return each;
      qFatal("no %s", name.c_str());
    };
    QCOMPARE(found.size(), std::size_t{32});
    for (const HeadId head : allHeads(*q.model)) {
      const HeadLabelling labelling =
          labelHead(TraceMaps(q.a), head, q.a->layers[static_cast<std::size_t>(head.layer)].rule->visibility);
      for (const LabelScore& score : labelling.scores) {
        std::string name = std::string("test.") + nameOf(score.label);
        std::replace(name.begin(), name.end(), ' ', '_');
        const double mass = tensor(name + ".score")({head.layer, head.head});
        if (score.queries == 0) {
          QVERIFY(std::isnan(mass));
          continue;
        }
        QCOMPARE(mass, score.score);
        QCOMPARE(tensor(name + ".chance")({head.layer, head.head}), score.chance);
        QCOMPARE(tensor(name + ".error")({head.layer, head.head}), score.error);
        QCOMPARE(tensor(name + ".kappa")({head.layer, head.head}), score.kappa());
      }
    }
    // The planted pair: a head that looks back, and one of induction.
    QVERIFY(tensor("test.previous_token.kappa")({0, 1}) > 0.9);
    QVERIFY(tensor("test.induction.kappa")({1, 2}) > 0.9);
    QVERIFY(std::abs(tensor("test.induction.kappa")({1, 0})) < 0.3);
  }
};

HEADLIGHT_TEST(TestHeadTests)
#include "test_head_tests.moc"
