#include <QtTest>
#include <cmath>
#include <limits>
#include <map>

#include "core/base/error.h"
#include "core/generation/sampling.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::testing::messageOf;

namespace {

std::vector<double> logs(std::initializer_list<double> probabilities) {
  std::vector<double> out;
  for (const double p : probabilities) out.push_back(std::log(p));
  return out;
}

/// How often each token is drawn in 20,000 draws.
std::map<std::int64_t, double> shares(const Sampling& sampling, const std::vector<double>& logProbabilities) {
  constexpr int kDraws = 20000;
  Sampler sampler(sampling);
  std::map<std::int64_t, double> out;
  for (int i = 0; i < kDraws; ++i) out[sampler.draw(logProbabilities)] += 1.0 / kDraws;
  return out;
}

}  // namespace

class TestSampling : public QObject {
  Q_OBJECT

 private slots:
  void drawsByProbability();
  void temperatureSharpens();
  void keepsTheLikeliest();
  void keepsTheNucleus();
  void aSeedIsOneSequence();
  void forbiddenTokensAreNotDrawn();
  void refusesNumbersOutOfRange();
};

void TestSampling::drawsByProbability() {
  const auto drawn = shares({}, logs({0.5, 0.2, 0.3}));
  // Five standard deviations of a share of 20,000 draws.
  QVERIFY(std::abs(drawn.at(0) - 0.5) < 0.018);
  QVERIFY(std::abs(drawn.at(1) - 0.2) < 0.015);
  QVERIFY(std::abs(drawn.at(2) - 0.3) < 0.017);
}

void TestSampling::temperatureSharpens() {
  const double cold = shares({.temperature = 0.5}, logs({0.6, 0.4})).at(0);
  QVERIFY(std::abs(cold - 0.36 / (0.36 + 0.16)) < 0.018);
  const double hot = shares({.temperature = 2}, logs({0.6, 0.4})).at(0);
  QVERIFY(std::abs(hot - std::sqrt(0.6) / (std::sqrt(0.6) + std::sqrt(0.4))) < 0.018);
}

void TestSampling::keepsTheLikeliest() {
  const auto drawn = shares({.topK = 2}, logs({0.1, 0.6, 0.3}));
  QCOMPARE(drawn.size(), std::size_t(2));
  QVERIFY(std::abs(drawn.at(1) - 2.0 / 3) < 0.017);
  QCOMPARE(shares({.topK = 1}, logs({0.1, 0.6, 0.3})).size(), std::size_t(1));
}

void TestSampling::keepsTheNucleus() {
  // 0.5 alone does not reach 0.6, 0.5 and 0.3 do.
  const auto drawn = shares({.topP = 0.6}, logs({0.2, 0.5, 0.3}));
  QCOMPARE(drawn.size(), std::size_t(2));
  QVERIFY(std::abs(drawn.at(1) - 0.625) < 0.018);
  QCOMPARE(shares({.topP = 0.01}, logs({0.2, 0.5, 0.3})).size(), std::size_t(1));
}

void TestSampling::aSeedIsOneSequence() {
  const auto sequence = [](std::uint64_t seed) {
    Sampler sampler({.seed = seed});
    std::vector<std::int64_t> out;
    for (int i = 0; i < 12; ++i) out.push_back(sampler.draw(logs({0.25, 0.25, 0.25, 0.25})));
    return out;
  };
  QVERIFY(sequence(1) == sequence(1));
  QVERIFY(sequence(1) != sequence(2));
}

void TestSampling::forbiddenTokensAreNotDrawn() {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  const auto drawn = shares({}, {kNever, std::log(0.5), kNever});
  QCOMPARE(drawn.size(), std::size_t(1));
  QVERIFY(drawn.contains(1));
  Sampler sampler({});
  QCOMPARE(messageOf<Error>([&] { sampler.draw({kNever}); }), std::string("generation: every token is "
                                                                          "suppressed; check "
                                                                          "generation_config.json"));
}

void TestSampling::refusesNumbersOutOfRange() {
  QCOMPARE(messageOf<Error>([] { check(Sampling{.temperature = 0}); }),
           std::string("generation: temperature: expected a number above 0, found 0"));
  QCOMPARE(messageOf<Error>([] { check(Sampling{.topK = -1}); }),
           std::string("generation: top-k: expected a number of at least 0, found -1"));
  QCOMPARE(messageOf<Error>([] { check(Sampling{.topP = 1.5}); }),
           std::string("generation: top-p: expected a part above 0, at most 1, found 1.5"));
}

HEADLIGHT_TEST(TestSampling)
#include "test_sampling.moc"
