#include <QtTest>
#include <cmath>

#include "core/attention/experts.h"
#include "tests/support/suite.h"

using namespace headlight;

/// How logits become a choice of experts.
class TestExperts : public QObject {
  Q_OBJECT

 private slots:
  void softmaxKeepsItsWeights();
  void renormalisedWeightsSumToTheScale();
  void correctionsAreForTheChoiceAlone();
  void groupsComeFirst();
  void sparseMixerLeavesFarLogitsOut();
  void aFullExpertTakesNoMore();
  void anotherTakesThePlaceOfOneThatIsOff();
  void aForcedExpertHasItsOwnWeight();
  void editsActAtTheirTokens();
  void aForcedExpertIsChosenInWhateverGroup();
  void sparseMixerHeedsEdits();
};

namespace {

Matrix row(std::initializer_list<float> numbers) {
  Matrix out(1, static_cast<Index>(numbers.size()));
  std::copy(numbers.begin(), numbers.end(), out.data());
  return out;
}

const Matrix kLogits = row({std::log(1.0F), std::log(4.0F), std::log(2.0F), std::log(3.0F)});

void near(float found, double expected) { QVERIFY(std::abs(static_cast<double>(found) - expected) < 1e-6); }

}  // namespace

void TestExperts::softmaxKeepsItsWeights() {
  ExpertRule rule;
  rule.chosen = 2;
  const ExpertChoice choice = chooseExperts(rule, kLogits);
  QCOMPARE(choice.experts.front(), (std::vector<int>{1, 3}));
  near(choice.weights.front()[0], 0.4);
  near(choice.weights.front()[1], 0.3);
}

void TestExperts::renormalisedWeightsSumToTheScale() {
  ExpertRule rule;
  rule.chosen = 2;
  rule.renormalised = true;
  rule.scale = 2.5F;
  const auto scaled = chooseExperts(rule, kLogits).weights.front();
  near(scaled[0], 2.5 * 4 / 7);
  near(scaled[1], 2.5 * 3 / 7);
  rule = {};
  rule.chosen = 2;
  rule.scores = ExpertRule::Scores::SoftmaxOfChosen;
  near(chooseExperts(rule, kLogits).weights.front()[1], 3.0 / 7);
}

void TestExperts::correctionsAreForTheChoiceAlone() {
  ExpertRule rule;
  rule.scores = ExpertRule::Scores::Sigmoid;
  rule.correction = {1, 0, 0, 0};
  const ExpertChoice choice = chooseExperts(rule, kLogits);
  QCOMPARE(choice.experts.front(), std::vector<int>{0});
  near(choice.weights.front()[0], 0.5);
}

void TestExperts::groupsComeFirst() {
  ExpertRule rule;
  rule.groups = 2;
  rule.chosenGroups = 1;
  // The best expert is in the first group, the better pair in the second.
  const Matrix logits = row({4, -9, 3, 2.5F});
  QCOMPARE(chooseExperts(rule, logits).experts.front(), std::vector<int>{0});
  rule.scores = ExpertRule::Scores::Sigmoid;
  rule.byTwoBest = true;
  QCOMPARE(chooseExperts(rule, logits).experts.front(), std::vector<int>{2});
}

void TestExperts::sparseMixerLeavesFarLogitsOut() {
  ExpertRule rule;
  rule.scores = ExpertRule::Scores::SparseMixer;
  rule.chosen = 2;
  rule.jitter = 0.1F;
  const ExpertChoice choice = chooseExperts(rule, row({10, 9, 2, 8.5F}));
  QCOMPARE(choice.experts.front(), (std::vector<int>{0, 1}));
  // 8.5 is within a fifth of 10 and of 9, 2 of neither.
  near(choice.weights.front()[0], 1 / (1 + std::exp(-1.0) + std::exp(-1.5)));
  near(choice.weights.front()[1], 1 / (1 + std::exp(-0.5)));
}

void TestExperts::aFullExpertTakesNoMore() {
  ExpertRule rule;
  rule.capacity = 2;
  const ExpertChoice choice = chooseExperts(rule, kLogits.replicate(3, 1));
  QCOMPARE(choice.experts[1], std::vector<int>{1});
  QVERIFY(choice.experts[2].empty() && choice.weights[2].empty());
}

void TestExperts::anotherTakesThePlaceOfOneThatIsOff() {
  ExpertRule rule;
  rule.chosen = 2;
  // Softmax over the three that are left: 1, 2 and 3 of 6.
  const ExpertChoice choice = chooseExperts(rule, kLogits, {{1, ExpertEdit::Kind::Off, {}}});
  QCOMPARE(choice.experts.front(), (std::vector<int>{3, 2}));
  near(choice.weights.front()[0], 0.5);
  near(choice.weights.front()[1], 1.0 / 3);
  std::vector<ExpertEdit> all;
  for (int expert = 0; expert < 3; ++expert) all.push_back({expert, ExpertEdit::Kind::Off, {}});
  QCOMPARE(chooseExperts(rule, kLogits, all).experts.front(), std::vector<int>{3});
  all.push_back({3, ExpertEdit::Kind::Off, {}});
  for (const auto scores : {ExpertRule::Scores::Softmax, ExpertRule::Scores::SoftmaxOfChosen,
                            ExpertRule::Scores::Sigmoid, ExpertRule::Scores::SparseMixer}) {
    rule.scores = scores;
    QVERIFY(chooseExperts(rule, kLogits, all).experts.front().empty());
  }
  // The last edit of an expert counts.
  rule.scores = ExpertRule::Scores::Softmax;
  const ExpertChoice last =
      chooseExperts(rule, kLogits, {{1, ExpertEdit::Kind::Off, {}}, {1, ExpertEdit::Kind::Force, {}}});
  QCOMPARE(last.experts.front().front(), 1);
}

void TestExperts::aForcedExpertHasItsOwnWeight() {
  ExpertRule rule;
  rule.chosen = 2;
  const ExpertChoice choice = chooseExperts(rule, kLogits, {{0, ExpertEdit::Kind::Force, {}}});
  QCOMPARE(choice.experts.front(), (std::vector<int>{0, 1}));
  near(choice.weights.front()[0], 0.1);
  near(choice.weights.front()[1], 0.4);
}

void TestExperts::editsActAtTheirTokens() {
  ExpertRule rule;
  const std::vector<ExpertEdit> edits = {{1, ExpertEdit::Kind::Off, {false, true, false}}};
  const ExpertChoice choice = chooseExperts(rule, kLogits.replicate(3, 1), edits);
  QCOMPARE(choice.experts[0].front(), 1);
  QCOMPARE(choice.experts[1].front(), 3);
  // Rows may begin later in the text.
  QCOMPARE(chooseExperts(rule, kLogits, edits, 1).experts.front().front(), 3);
  QCOMPARE(chooseExperts(rule, kLogits, edits, 2).experts.front().front(), 1);
}

void TestExperts::aForcedExpertIsChosenInWhateverGroup() {
  ExpertRule rule;
  rule.chosen = 2;
  rule.groups = 2;
  rule.chosenGroups = 1;
  const Matrix logits = row({4, 3.5F, 3, 2.5F});
  QCOMPARE(chooseExperts(rule, logits).experts.front(), (std::vector<int>{0, 1}));
  const ExpertEdit force{3, ExpertEdit::Kind::Force, {}};
  QCOMPARE(chooseExperts(rule, logits, {force}).experts.front(), (std::vector<int>{3, 2}));
  QCOMPARE(chooseExperts(rule, logits, {force, {0, ExpertEdit::Kind::Force, {}}}).experts.front(),
           (std::vector<int>{0, 3}));
}

void TestExperts::sparseMixerHeedsEdits() {
  ExpertRule rule;
  rule.scores = ExpertRule::Scores::SparseMixer;
  rule.chosen = 2;
  rule.jitter = 0.1F;
  const Matrix logits = row({10, 9, 2, 8.5F});
  QCOMPARE(chooseExperts(rule, logits, {{0, ExpertEdit::Kind::Off, {}}}).experts.front(), (std::vector<int>{1, 3}));
  QCOMPARE(chooseExperts(rule, logits, {{2, ExpertEdit::Kind::Force, {}}}).experts.front(), (std::vector<int>{2, 0}));
}

HEADLIGHT_TEST(TestExperts)
#include "test_experts.moc"
