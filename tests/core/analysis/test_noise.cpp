#include <QtTest>
#include <algorithm>
#include <set>

#include "core/analysis/noise.h"
#include "core/base/error.h"
#include "core/model/model_locations.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

const std::string kText = "The old man, who lived near the sea; a quiet place, went home. He slept";

QString cut(const NoisyText& noisy, const TextRange& range) {
  return QString::fromStdString(noisy.text)
      .mid(static_cast<int>(range.start), static_cast<int>(range.end - range.start));
}

}  // namespace

class TestNoise : public QObject {
  Q_OBJECT

 private slots:
  void wordsArePutBetween() {
    for (std::uint64_t seed = 1; seed < 50; ++seed) {
      const NoisyText noisy = addNoise(kText, {NoiseKind::OwnWords, 0.3, {"häßlich", "blue"}}, {}, seed);
      QCOMPARE(noisy.noise.size(), std::size_t{5});  // 0.3 of 15 words.
      QString rest = QString::fromStdString(noisy.text);
      for (auto range = noisy.noise.rbegin(); range != noisy.noise.rend(); ++range) {
        const QString word = cut(noisy, *range);
        QVERIFY2(word == "häßlich" || word == "blue", qPrintable(word));
        rest.remove(static_cast<int>(range->start), static_cast<int>(range->end - range->start) + 1);
      }
      QCOMPARE(rest.toStdString(), kText);
      QVERIFY(noisy.text.ends_with("slept"));
      QCOMPARE(addNoise(kText, {NoiseKind::OwnWords, 0.3, {"häßlich", "blue"}}, {}, seed).text, noisy.text);
    }
    QVERIFY(addNoise(kText, {NoiseKind::OwnWords, 0.3, {"x"}}, {}, 1).text !=
            addNoise(kText, {NoiseKind::OwnWords, 0.3, {"x"}}, {}, 2).text);
  }

  /// White space is a part of the text that is compared with: what was put in comes out, and the text is left.
  void whiteSpaceStays() {
    const std::string text = "  Once upon\ta time.\n\nThe king, äöü, he\n\n";
    for (std::uint64_t seed = 1; seed < 30; ++seed) {
      const NoisyText noisy = addNoise(text, {NoiseKind::OwnWords, 0.3, {"blue"}}, {}, seed);
      QString rest = QString::fromStdString(noisy.text);
      for (auto range = noisy.noise.rbegin(); range != noisy.noise.rend(); ++range) {
        QCOMPARE(cut(noisy, *range), QString("blue"));
        rest.remove(static_cast<int>(range->start), static_cast<int>(range->end - range->start) + 1);
      }
      QCOMPARE(rest.toStdString(), text);
      const NoisyText slips = addNoise(text, {NoiseKind::Typos, 0.2, {}}, {}, seed);
      QVERIFY(slips.text.starts_with("  ") && slips.text.ends_with("he\n\n"));
      QVERIFY(slips.text.find(".\n\nThe") != std::string::npos);
      QVERIFY(addNoise(text, {NoiseKind::ShuffledClauses, 1, {}}, {}, seed).text.ends_with("he\n\n"));
    }
  }

  void repeatedWordsComeFromTheText() {
    const NoisyText noisy = addNoise(kText, {NoiseKind::RepeatedWords, 1, {}}, {}, 3);
    QCOMPARE(noisy.noise.size(), std::size_t{15});
    for (const TextRange& range : noisy.noise)
      QVERIFY(kText.find(cut(noisy, range).toStdString()) != std::string::npos);
  }

  void typosAreOneSlipAWord() {
    for (std::uint64_t seed = 1; seed < 50; ++seed) {
      const NoisyText noisy =
          addNoise("plain wooden [MASK] tables never xx move", {NoiseKind::Typos, 0.4, {}}, {}, seed);
      QCOMPARE(noisy.noise.size(), std::size_t{3});
      QVERIFY(noisy.text.find("[MASK]") != std::string::npos);
      const QStringList before{"plain", "wooden", "[MASK]", "tables", "never", "xx", "move"};
      const QStringList after = QString::fromStdString(noisy.text).split(' ');
      QCOMPARE(after.size(), before.size());
      int changed = 0;
      for (int i = 0; i < after.size(); ++i) {
        if (after[i] == before[i]) continue;
        ++changed;
        QVERIFY(std::abs(after[i].size() - before[i].size()) <= 1);
        QCOMPARE(after[i].front(), before[i].front());
      }
      QVERIFY(changed <= 3 && changed >= 1);
    }
  }

  void clausesChangeTheirOrder() {
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
      const NoisyText noisy = addNoise(kText, {NoiseKind::ShuffledClauses, 1, {}}, {}, seed);
      QVERIFY(noisy.text != kText);
      QVERIFY(noisy.text.ends_with("He slept"));
      QStringList before = QString::fromStdString(kText).split(' '),
                  after = QString::fromStdString(noisy.text).split(' ');
      std::sort(before.begin(), before.end());
      std::sort(after.begin(), after.end());
      QCOMPARE(after, before);
      QVERIFY(!noisy.noise.empty());
    }
  }

  void refusesWhatCannotBeDone() {
    QVERIFY_THROWS_EXCEPTION(Error, addNoise("", {NoiseKind::RepeatedWords, 1, {}}, {}, 1));
    QVERIFY_THROWS_EXCEPTION(Error, addNoise("a b c", {NoiseKind::Typos, 1, {}}, {}, 1));
    QVERIFY_THROWS_EXCEPTION(Error, addNoise("a, b", {NoiseKind::ShuffledClauses, 1, {}}, {}, 1));
    QVERIFY_THROWS_EXCEPTION(Error, addNoise(kText, {NoiseKind::OwnWords, 1, {}}, {}, 1));
    QVERIFY_THROWS_EXCEPTION(Error, addNoise(kText, {NoiseKind::RandomWords, 1, {}}, {}, 1));
    QVERIFY_THROWS_EXCEPTION(Error, addNoise(kText, {NoiseKind::OwnWords, 0, {"x"}}, {}, 1));
  }

  void everyHeadIsMeasured() {
    const ModelFolder model = openModelFolder(findModel("gpt"));
    const auto words = wordsOf(*model.tokenizer);
    QVERIFY(words.size() > 500);
    QVERIFY(std::find(words.begin(), words.end(), "because") != words.end());
    const NoiseReport report = measureNoise(model, kText, {NoiseKind::RandomWords, 0.5, {}}, 3);
    QCOMPARE(report.texts.size(), std::size_t{3});
    QVERIFY(std::set<std::string>(report.texts.begin(), report.texts.end()).size() == 3);
    QCOMPARE(report.heads.size(), static_cast<std::size_t>(model.model->info().layers * model.model->info().heads));
    double largest = 0;
    for (const HeadNoise& head : report.heads) {
      QVERIFY(head.mass > 0 && head.mass < 1);
      QVERIFY(head.chance > 0.05 && head.chance < 0.6);
      QCOMPARE(head.chance, report.heads.front().chance);
      largest = std::max(largest, head.mass);
    }
    QVERIFY(largest > report.heads.front().chance);
    for (const double kl : report.divergences) QVERIFY(kl > 0);
  }
};

HEADLIGHT_TEST(TestNoise)
#include "test_noise.moc"
