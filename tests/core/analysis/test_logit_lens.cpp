#include <QtTest>
#include <cmath>

#include "core/analysis/ablation.h"
#include "core/analysis/lens_grid.h"
#include "core/analysis/logit_lens.h"
#include "core/base/error.h"
#include "core/model/predictions.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

class TestLogitLens : public QObject {
  Q_OBJECT
  std::shared_ptr<const Model> m_model;
  std::shared_ptr<const Trace> m_trace;

  bool open(const QString& name) {
    const auto run = reference::run(name.toStdString(), 0);
    if (!run) return false;
    m_model = run->model;
    m_trace = run->trace;
    return true;
  }

 private slots:
  void partsSumToTheLogit_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"gpt2", "gpt2-untied", "llama-gqa", "gptj", "gpt-neox", "falcon", "gpt-neo", "phi",
                                "qwen2", "mistral-window", "bloom"})
      QTest::newRow(qPrintable(model)) << model;
  }
  void partsSumToTheLogit() {
    QFETCH(QString, model);
    if (!open(model)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const Index last = m_trace->logits.rows() - 1;
    const auto logit = [&](Index row, Index id) { return static_cast<double>(m_trace->logits(row, id)); };
    for (const Index position : {Index{0}, last})
      for (const std::int64_t id : {0, 7, 40}) {
        const LogitAttribution one = attributeLogit(*m_model, *m_trace, position, id);
        double sum = 0;
        for (const LogitPart& part : one.parts) sum += part.value;
        QCOMPARE(one.logit, sum);
        const double scale = std::max(1.0, std::abs(logit(position, id)));
        QVERIFY2(std::abs(one.logit - logit(position, id)) < 5e-5 * scale,
                 qPrintable(QString("%1 instead of %2").arg(one.logit).arg(logit(position, id))));
        const LogitAttribution difference = attributeLogit(*m_model, *m_trace, position, id, 3);
        QVERIFY(std::abs(difference.logit - (logit(position, id) - logit(position, 3))) < 1e-4 * scale);
      }
    const auto parts = attributeLogit(*m_model, *m_trace, last, 7).parts;
    QCOMPARE(static_cast<int>(parts.size()), 2 + m_model->info().layers * (m_model->info().heads + 2));
  }

  /// Where the feed-forward network reads the same input as the attention, the output of the last layer without a head
  /// is the output without its part: the parts of heads follow from runs, not from their own formula.
  void headsAreWhatIsMissingWithoutThem_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"gptj", "gpt-neox", "falcon", "phi"}) QTest::newRow(qPrintable(model)) << model;
  }
  void headsAreWhatIsMissingWithoutThem() {
    QFETCH(QString, model);
    if (!open(model)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const int layer = m_model->info().layers - 1;
    const Index last = m_trace->logits.rows() - 1;
    const auto attribution = attributeLogit(*m_model, *m_trace, last, 7);
    // Holding the norm's scale: the embedding's part tells what one unit along the hidden states is worth.
    const Matrix with = m_model->layerOutput(*m_trace, layer, nullptr);
    std::vector<double> heads, moved;
    for (int h = 0; h < m_model->info().heads; ++h) {
      RunOptions options;
      options.resumeFrom = m_trace;
      options.interventions = {Ablate{{{{layer, layer}, {h, h}}}}};
      const auto without = m_model->run(m_trace->encoding, options);
      const auto again = attributeLogit(*m_model, *without, last, 7);
      for (const LogitPart& part : attribution.parts)
        if (part.kind == LogitPart::Kind::Head && part.head == HeadId{layer, h}) heads.push_back(part.value);
      for (const LogitPart& part : again.parts)
        if (part.kind == LogitPart::Kind::Head && part.head == HeadId{layer, h}) QCOMPARE(part.value, 0.0);
      // All parts but the head's stay in proportion: the held scale is the only other thing that moved.
      double before = 0, after = 0;
      for (std::size_t i = 0; i < attribution.parts.size(); ++i) {
        const LogitPart& part = attribution.parts[i];
        if (part.kind == LogitPart::Kind::Bias || (part.kind == LogitPart::Kind::Head && part.head == HeadId{layer, h}))
          continue;
        before += part.value;
        after += again.parts[i].value;
      }
      const double scale = again.parts.front().value / attribution.parts.front().value;
      QVERIFY(std::abs(after - before * scale) < 1e-4 * std::max(1.0, std::abs(after)));
    }
    QVERIFY(!heads.empty());
  }

  void theLensEndsInTheLogits_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"gpt2", "llama-gqa", "bert-mlm", "bert-seqcls", "opt-postnorm-proj"})
      QTest::newRow(qPrintable(model)) << model;
  }
  void theLensEndsInTheLogits() {
    QFETCH(QString, model);
    if (!open(model)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const Index row = m_trace->logits.rows() - 1;
    const Matrix lens = logitLens(*m_model, *m_trace, row);
    QCOMPARE(lens.rows(), static_cast<Index>(m_model->info().layers) + 1);
    QVERIFY(lens.bottomRows(1) == m_trace->logits.row(row));
    QVERIFY(lens.row(0) != lens.row(1));
    QVERIFY_THROWS_EXCEPTION(Error, logitLens(*m_model, *m_trace, row + 1));
  }

  /// Every cell of the grid is the best of the lens of its token, for a model of each kind that predicts tokens.
  void theGridIsTheLensOfEveryToken_data() {
    QTest::addColumn<QString>("model");
    for (const QString model : {"gpt2", "llama-gqa", "bert-mlm", "opt-postnorm-proj", "t5", "gemma2"})
      QTest::newRow(qPrintable(model)) << model;
  }
  void theGridIsTheLensOfEveryToken() {
    QFETCH(QString, model);
    if (!open(model)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const Index all = m_trace->logits.rows();
    const LensGrid grid = logitLensGrid(*m_model, *m_trace, 1, all - 1);
    QCOMPARE(grid.depths, m_model->info().layers + 1);
    ModelFolder folder;
    folder.model = m_model;
    for (Index token = 1; token < all; ++token) {
      const Logits lens = logitLens(*m_model, *m_trace, token);
      const auto named = lensPredictions(folder, *m_trace, token, 3);
      QCOMPARE(static_cast<int>(named.size()), grid.depths);
      for (int depth = 0; depth < grid.depths; ++depth) {
        const LensGrid::Cell& cell = grid.at(depth, token);
        const std::vector<double> p = logProbabilities(lens, depth);
        // Rows computed in a block differ in their last bits, so of two tokens as likely either may come first.
        QVERIFY(p[static_cast<std::size_t>(cell.id)] > *std::max_element(p.begin(), p.end()) - 1e-4);
        QVERIFY(std::abs(cell.probability - std::exp(p[static_cast<std::size_t>(cell.id)])) < 1e-5);
        QVERIFY(std::abs(named[static_cast<std::size_t>(depth)].front().probability - cell.probability) < 1e-5);
      }
    }
    QVERIFY_THROWS_EXCEPTION(Error, logitLensGrid(*m_model, *m_trace, 1, all));
    QVERIFY_THROWS_EXCEPTION(Error, logitLensGrid(*m_model, *m_trace, 0, 0));
  }

  void aClassifierHasNoGrid() {
    if (!open("bert-seqcls")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    try {
      logitLensGrid(*m_model, *m_trace, 0, 1);
      QFAIL("expected an error");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains("found a classifier"), error.what());
    }
  }

  /// A layer that changes nothing (no head, no feed-forward) says the same as the one before: the lens of the layer
  /// before the last equals the logits when the last layer's sublayers are taken off the attribution.
  void theLensIsTheSumOfThePartsSoFar() {
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const Index row = m_trace->logits.rows() - 1;
    const Matrix lens = logitLens(*m_model, *m_trace, row);
    // LayerNorm has its own scale after each layer, so only the order within one layer is comparable: centred logits.
    for (Index layer = 0; layer + 1 < lens.rows(); ++layer) QVERIFY(lens.row(layer).allFinite());
    const auto all = attributeLogit(*m_model, *m_trace, row, 7, 3);
    const auto other = attributeLogit(*m_model, *m_trace, row, 9, 3);
    // Embedding parts of two differences stand in the same proportion as the lens before the first layer does.
    const double ratio = all.parts.front().value / other.parts.front().value;
    const auto l = [&](Index id) { return static_cast<double>(lens(0, id)); };
    const auto bias = [](const LogitAttribution& a) { return a.parts.back().value; };
    QVERIFY(std::abs((l(7) - l(3) - bias(all)) / (l(9) - l(3) - bias(other)) - ratio) < 1e-2 * std::abs(ratio));
  }

  void surpriseIsTheLogProbabilityOfWhatCame() {
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    ModelFolder folder;
    folder.model = m_model;
    const auto surprise = tokenSurprisal(folder, *m_trace);
    QCOMPARE(surprise.size(), m_trace->encoding.size());
    QVERIFY(!surprise[0]);
    for (std::size_t i = 1; i < surprise.size(); ++i)
      QVERIFY(std::abs(*surprise[i] +
                       logProbabilities(m_trace->logits,
                                        static_cast<Index>(i) -
                                            1)[static_cast<std::size_t>(m_trace->encoding.tokens[i].id)]) < 1e-5);
    if (open("bert-mlm")) {
      folder.model = m_model;
      QVERIFY_THROWS_EXCEPTION(Error, tokenSurprisal(folder, *m_trace));  // No tokenizer, so no mask.
    }
  }

  void refusesWhatIsNoSum() {
    for (const QString model : {"bert-mlm", "opt-postnorm-proj"}) {
      if (!open(model)) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
      QVERIFY_THROWS_EXCEPTION(Error, attributeLogit(*m_model, *m_trace, 0, 0));
    }
    QVERIFY(open("gpt2"));
    QVERIFY_THROWS_EXCEPTION(Error, attributeLogit(*m_model, *m_trace, 7, 0));
    QVERIFY_THROWS_EXCEPTION(Error, attributeLogit(*m_model, *m_trace, 0, 61));
    QVERIFY_THROWS_EXCEPTION(Error, attributeLogit(*m_model, *m_trace, 0, 0, -1));
  }

  void ablationEqualsItsRuns() {
    if (!open("gpt2")) QSKIP("no reference models: set HEADLIGHT_REFERENCE");
    const Outcome outcome{6, 7};
    const auto effects = ablateEveryHead(*m_model, m_trace, {outcome});
    QCOMPARE(effects.size(), std::size_t{12});
    const auto before = logProbabilities(m_trace->logits, 6);
    for (const AblationEffect& effect : effects) {
      RunOptions options;
      options.interventions = {
          Ablate{{{{effect.head.layer, effect.head.layer}, {effect.head.head, effect.head.head}}}}};
      const auto after = logProbabilities(m_model->run(m_trace->encoding, options)->logits, 6);
      QVERIFY(std::abs(effect.logProbabilityChange - (after[7] - before[7])) < 1e-9);
      double kl = 0;
      for (std::size_t i = 0; i < after.size(); ++i) kl += std::exp(before[i]) * (before[i] - after[i]);
      QVERIFY(std::abs(effect.divergence - kl) < 1e-9);
      QVERIFY(effect.divergence >= 0);
    }
    QVERIFY_THROWS_EXCEPTION(Error, ablateEveryHead(*m_model, m_trace, {{7, 0}}));
    QVERIFY_THROWS_EXCEPTION(Error, ablateEveryHead(*m_model, m_trace, {{0, 61}}));
    const Progress stop([](double part, std::string_view) { return part < 0.5; });
    QVERIFY_THROWS_EXCEPTION(Cancelled, ablateEveryHead(*m_model, m_trace, {outcome, Ablate::By::Mean}, stop));
  }
};

HEADLIGHT_TEST(TestLogitLens)
#include "test_logit_lens.moc"
