#include <QtTest>
#include <cmath>
#include <random>

#include "core/attention/attend.h"
#include "core/attention/matrix_maps.h"
#include "core/attention/trace_maps.h"
#include "core/base/parallel.h"
#include "core/ops/gemm.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

using MatrixD = Eigen::MatrixXd;

Matrix randomMatrix(Index rows, Index cols, unsigned seed, float spread = 1) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0, spread);
  Matrix m(rows, cols);
  for (Index i = 0; i < m.size(); ++i) m.data()[i] = normal(random);
  return m;
}

/// One layer of `n` tokens with random queries, keys and values.
AttentionRecord recordOf(Index n, const ScoreRule& rule) {
  AttentionRecord record;
  record.q = randomMatrix(n, rule.heads * rule.dHead, 1, 2);
  record.k = randomMatrix(n, rule.kvHeads * rule.dHead, 2, 2);
  record.v = randomMatrix(n, rule.kvHeads * rule.dHead, 3);
  record.rule = std::make_shared<const ScoreRule>(rule);
  return record;
}

/// The weights of one head by the definition, in double precision.
MatrixD definition(const AttentionRecord& record, int head) {
  const ScoreRule& rule = *record.rule;
  const Index n = record.queries(), m = record.keys(), kv = head / (rule.heads / rule.kvHeads);
  MatrixD weights = MatrixD::Zero(n, m);
  for (Index i = 0; i < n; ++i) {
    double sum = 0;
    for (Index j = 0; j < m; ++j) {
      const auto range = rule.visibility.visible(i, m);
      if (j < range.begin || j >= range.end) continue;
      double score = 0;
      for (Index d = 0; d < rule.dHead; ++d)
        score += static_cast<double>(record.q(i, head * rule.dHead + d)) *
                 static_cast<double>(record.k(j, kv * rule.dHead + d));
      score *= static_cast<double>(rule.scale);
      const PositionTerm& p = rule.position;
      for (Index d = 0; d < rule.dHead; ++d) {
        const Index at = head * rule.dHead + d;
        const auto distance = static_cast<std::size_t>(j - i + p.distanceZero);
        if (p.positionKey.size() > 0)
          score += static_cast<double>(rule.scale * record.q(i, at) * p.positionKey(p.contentToPosition[distance], at));
        if (p.positionQuery.size() > 0)
          score +=
              static_cast<double>(rule.scale * record.k(j, at) * p.positionQuery(p.positionToContent[distance], at));
      }
      if (rule.softCap > 0)
        score = static_cast<double>(rule.softCap) * std::tanh(score / static_cast<double>(rule.softCap));
      if (p.byKey.size() > 0) score += static_cast<double>(p.byKey(head, j));
      if (p.byDistance.size() > 0) score += static_cast<double>(p.byDistance(head, j - i + p.distanceZero));
      weights(i, j) = std::exp(score);
      sum += weights(i, j);
    }
    if (sum > 0) weights.row(i) /= sum;
  }
  return weights;
}

std::shared_ptr<Trace> traceOf(AttentionRecord record) {
  auto trace = std::make_shared<Trace>();
  trace->encoding.tokens.resize(static_cast<std::size_t>(record.queries()));
  trace->layers.push_back(std::move(record));
  return trace;
}

}  // namespace

class TestTraceMaps : public QObject {
  Q_OBJECT

 private slots:
  void follows_data();
  void follows();
  void windowsLeaveKeys();
  void pooledEqualsPooledFromWhole();
  void threadsDoNotChangeTheResult();
  void aRowThatSeesNothingIsZero();
  void aScoreThatIsNoNumberLeavesNoWeights_data();
  void aScoreThatIsNoNumberLeavesNoWeights();
  void poolingPassesOverWhatIsNoNumber();
  void editedHeadsHaveTheSameWeightsInAnyRectangle();
  void blocksDoNotChangeTheResult_data();
  void blocksDoNotChangeTheResult();
  void laterQueriesAlone();
  void windowsSkipWhatTheyHide();
  void stopsWhenAsked();
};

void TestTraceMaps::follows_data() {
  QTest::addColumn<int>("n");
  QTest::addColumn<QString>("kind");
  for (const int n : {1, 2, 37, 300})
    for (const char* kind : {"full", "causal", "window", "both sides", "grouped", "capped", "ALiBi", "relative",
                             "disentangled", "padded", "offset", "wide values"})
      QTest::addRow("%s %d", kind, n) << n << QString(kind);
}

void TestTraceMaps::follows() {
  QFETCH(int, n);
  QFETCH(QString, kind);
  ScoreRule rule;
  rule.heads = 4;
  rule.kvHeads = kind == "grouped" || kind == "wide values" ? 2 : 4;
  rule.dHead = 6;
  rule.scale = 0.4F;
  rule.position.distanceZero = n - 1;
  if (kind == "causal" || kind == "window" || kind == "grouped" || kind == "ALiBi") rule.visibility.causal = true;
  if (kind == "window") rule.visibility.before = 4;
  if (kind == "both sides") rule.visibility.before = rule.visibility.after = 3;
  if (kind == "offset") {
    rule.visibility.causal = true;
    rule.visibility.offset = -2;  // The first queries see nothing.
  }
  if (kind == "capped") rule.softCap = 2;
  if (kind == "ALiBi") rule.position.byKey = randomMatrix(4, n, 7);
  if (kind == "padded") {
    Matrix byKey = Matrix::Zero(4, n);
    byKey.rightCols(n / 2).setConstant(-INFINITY);
    rule.position.byKey = byKey;
  }
  if (kind == "relative") rule.position.byDistance = randomMatrix(4, 2 * n - 1, 8);
  if (kind == "disentangled") {
    rule.position.positionKey = randomMatrix(5, 24, 9);
    rule.position.positionQuery = randomMatrix(5, 24, 10);
    for (int d = 0; d < 2 * n - 1; ++d) {
      rule.position.contentToPosition.push_back(std::clamp(d - n + 3, 0, 4));
      rule.position.positionToContent.push_back(std::clamp(n + 1 - d, 0, 4));
    }
  }

  AttentionRecord record = recordOf(n, rule);
  const Index dValue = kind == "wide values" ? 10 : rule.dHead;
  record.v = randomMatrix(n, rule.kvHeads * dValue, 3);
  QCOMPARE(record.dValue(), dValue);
  Matrix context(n, rule.heads * dValue);
  attend(record, context);
  const Matrix values = record.v;
  const auto trace = traceOf(record);
  const TraceMaps maps(trace);
  for (int head = 0; head < rule.heads; ++head) {
    const MatrixD expected = definition(record, head);
    const Matrix whole = maps.weights({0, head});
    QVERIFY((whole.cast<double>() - expected).cwiseAbs().maxCoeff() < 5e-6);
    const Index kv = head / (rule.heads / rule.kvHeads);
    const MatrixD out = expected * values.middleCols(kv * dValue, dValue).cast<double>();
    QVERIFY((context.middleCols(head * dValue, dValue).cast<double>() - out).cwiseAbs().maxCoeff() < 2e-5);
    Matrix alone(n, dValue);
    headOutput(record, head, alone);
    QVERIFY((alone.cast<double>() - out).cwiseAbs().maxCoeff() < 2e-5);
    for (Index i = 0; i < n; ++i) {
      const bool empty = expected.row(i).sum() == 0;
      QVERIFY(std::abs(whole.row(i).cast<double>().sum() - (empty ? 0 : 1)) < 1e-5);
      for (Index j = 0; j < n; ++j)
        if (expected(i, j) == 0) QCOMPARE(whole(i, j), 0.0F);
    }
    // A rectangle is the part of the whole, bit for bit.
    std::mt19937 random(static_cast<unsigned>(n + head));
    const auto below = [&random](Index end) { return static_cast<Index>(random() % static_cast<unsigned>(end)); };
    for (int repeat = 0; repeat < 40; ++repeat) {
      Rect rect{below(n), below(n), 0, 0};
      rect.rows = repeat % 4 == 0 ? 1 : 1 + below(n - rect.row);
      rect.cols = repeat % 5 == 0 ? 1 : 1 + below(n - rect.col);
      QVERIFY(maps.weights({0, head}, rect) == whole.block(rect.row, rect.col, rect.rows, rect.cols));
    }
  }
}

void TestTraceMaps::windowsLeaveKeys() {
  const auto seen = [](const Visibility& sees, Index query, Index count = 1) {
    const auto [begin, end] = sees.visible(query, count, 10);
    return std::pair(begin, end);
  };
  // A causal window holds the query itself, one to both sides lies around it.
  QVERIFY(seen(Visibility::ofWindow(3, true), 5) == std::pair(Index{3}, Index{6}));
  QVERIFY(seen(Visibility::ofWindow(1, true), 5) == std::pair(Index{5}, Index{6}));
  QVERIFY(seen(Visibility::ofWindow(3, false), 5) == std::pair(Index{2}, Index{9}));
  QVERIFY(seen(Visibility::ofWindow(0, true), 5) == std::pair(Index{0}, Index{6}));
  QVERIFY(seen(Visibility::ofWindow(0, false), 5) == std::pair(Index{0}, Index{10}));
  QVERIFY(seen(Visibility::ofWindow(3, true), 4, 3) == std::pair(Index{2}, Index{7}));
  Visibility behind = Visibility::ofWindow(2, true);
  behind.offset = -4;
  QVERIFY(seen(behind, 2, 2) == std::pair(Index{0}, Index{0}));

  Matrix scores = Matrix::Ones(1, 4);
  hideUnseen(Visibility::ofWindow(3, true), 5, 10, 2, scores.row(0));  // Of keys 2 to 5, key 2 is too far.
  QVERIFY(scores(0, 0) == kHiddenScore && scores(0, 1) == 1 && scores(0, 3) == 1);
}

void TestTraceMaps::pooledEqualsPooledFromWhole() {
  ScoreRule rule;
  rule.heads = 2;
  rule.kvHeads = 1;
  rule.dHead = 8;
  rule.scale = 0.3F;
  rule.visibility.causal = true;
  rule.visibility.before = 40;
  AttentionRecord record = recordOf(101, rule);
  Matrix context(101, 16);
  attend(record, context);
  const TraceMaps maps(traceOf(std::move(record)));
  const Matrix whole = maps.weights({0, 1});
  const Rect rect{5, 11, 90, 77};
  for (const Pool pool : {Pool::Mean, Pool::Max})
    for (const auto& [rows, cols] : {std::pair<Index, Index>{13, 6}, {1, 1}, {90, 77}, {200, 5}, {1, 7}}) {
      const Matrix found = pooledWeights(maps, {0, 1}, rect, rows, cols, pool);
      const Matrix sampled = sampledWeights(maps, {0, 1}, rect, rows, cols, pool);
      QCOMPARE(found.rows(), (rect.rows + rows - 1) / rows);
      QCOMPARE(found.cols(), (rect.cols + cols - 1) / cols);
      QCOMPARE(sampled.rows(), found.rows());
      QCOMPARE(sampled.cols(), found.cols());
      const auto expected = [&, cols = cols](Index row, Index count, Index j) {
        const auto cell = whole.block(rect.row + row, rect.col + j * cols, count, std::min(cols, rect.cols - j * cols));
        return pool == Pool::Max ? static_cast<double>(cell.maxCoeff()) : cell.cast<double>().mean();
      };
      for (Index i = 0; i < found.rows(); ++i)
        for (Index j = 0; j < found.cols(); ++j) {
          const Index count = std::min(rows, rect.rows - i * rows);
          QVERIFY(std::abs(static_cast<double>(found(i, j)) - expected(i * rows, count, j)) < 1e-5);
          const double wanted = expected(i * rows + count / 2, 1, j);
          QVERIFY2(std::abs(static_cast<double>(sampled(i, j)) - wanted) < 1e-5,
                   qPrintable(QStringLiteral("%1, %2 of %3 × %4: %5, expected %6")
                                  .arg(i)
                                  .arg(j)
                                  .arg(rows)
                                  .arg(cols)
                                  .arg(static_cast<double>(sampled(i, j)))
                                  .arg(wanted)));
        }
    }
}

void TestTraceMaps::threadsDoNotChangeTheResult() {
  ScoreRule rule;
  rule.heads = rule.kvHeads = 5;
  rule.dHead = 16;
  rule.scale = 0.25F;
  rule.visibility.causal = true;
  Matrix first;
  for (const int threads : {1, 2, 4}) {
    setThreadCount(threads);
    AttentionRecord record = recordOf(260, rule);
    Matrix context(260, 80);
    attend(record, context);
    setThreadCount(0);
    if (first.size() == 0)
      first = context;
    else
      QVERIFY(context == first);
  }
}

void TestTraceMaps::aRowThatSeesNothingIsZero() {
  ScoreRule rule;
  rule.dHead = 4;
  rule.visibility.causal = true;
  rule.position.byKey = Matrix::Constant(1, 3, -INFINITY);
  AttentionRecord record = recordOf(3, rule);
  Matrix context(3, 4);
  attend(record, context);
  QVERIFY(context.isZero(0));
  QVERIFY(std::isinf(record.logSumExp(0, 0)) && record.logSumExp(0, 0) < 0);
  QVERIFY(TraceMaps(traceOf(std::move(record))).weights({0, 0}).isZero(0));
}

void TestTraceMaps::aScoreThatIsNoNumberLeavesNoWeights_data() {
  QTest::addColumn<double>("number");
  QTest::addColumn<bool>("every");
  for (const bool every : {true, false}) {
    QTest::addRow("NaN%s", every ? " everywhere" : "") << std::nan("") << every;
    QTest::addRow("infinity%s", every ? " everywhere" : "") << static_cast<double>(INFINITY) << every;
  }
}

/// NaN is not the same as nothing to see, whichever block of keys it lies in; what a query may not see stays 0.
void TestTraceMaps::aScoreThatIsNoNumberLeavesNoWeights() {
  QFETCH(double, number);
  QFETCH(bool, every);
  constexpr Index kTokens = 600;
  ScoreRule rule;
  rule.dHead = 4;
  rule.visibility.causal = true;
  for (const Index bad : {Index{0}, Index{3}, Index{550}}) {
    AttentionRecord record = recordOf(kTokens, rule);
    Matrix keys = record.k, queries = record.q;
    queries.col(0).setConstant(1);
    (every ? keys.bottomRows(kTokens - bad) : keys.middleRows(bad, 1)).col(0).setConstant(static_cast<float>(number));
    record.k = keys;
    record.q = queries;
    Matrix context(kTokens, 4);
    attend(record, context);
    for (Index query = 0; query < kTokens; ++query) {
      QCOMPARE(std::isnan(record.logSumExp(query, 0)), query >= bad);
      QCOMPARE(bool(context.row(query).array().isFinite().all()), query < bad);
    }
    const Matrix weights = TraceMaps(traceOf(std::move(record))).weights({0, 0});
    for (Index query = 0; query < kTokens; ++query) {
      QCOMPARE(bool(weights.row(query).head(query + 1).array().isNaN().all()), query >= bad);
      QVERIFY(weights.row(query).tail(kTokens - query - 1).isZero(0));
    }
  }
  // Of whole rows, which edited heads have.
  Matrix rows(3, 2);
  rows << 0, static_cast<float>(number), kHiddenScore, static_cast<float>(number), kHiddenScore, kHiddenScore;
  const Vector sums = rowLogSumExp(rows);
  QVERIFY(std::isnan(sums[0]) && std::isnan(sums[1]) && sums[2] == kHiddenScore);
  scoresToWeights(rows, sums);
  QVERIFY(std::isnan(rows(0, 0)) && std::isnan(rows(0, 1)) && std::isnan(rows(1, 1)));
  QVERIFY(rows(1, 0) == 0 && rows.row(2).isZero(0));
}

void TestTraceMaps::poolingPassesOverWhatIsNoNumber() {
  Matrix map(4, 4);
  map.setConstant(NAN);
  map(0, 0) = 0.2F;
  map(1, 1) = 0.4F;
  map(2, 3) = 0.1F;
  const MatrixMaps maps({{map}}, std::vector<Token>(4), std::vector<Token>(4));
  const Matrix most = pooledWeights(maps, {0, 0}, maps.whole(), 2, 2, Pool::Max);
  const Matrix mean = pooledWeights(maps, {0, 0}, maps.whole(), 2, 2, Pool::Mean);
  QVERIFY(most(0, 0) == 0.4F && most(1, 1) == 0.1F && std::isnan(most(0, 1)) && std::isnan(most(1, 0)));
  QVERIFY(std::abs(mean(0, 0) - 0.3F) < 1e-6F && mean(1, 1) == 0.1F && std::isnan(mean(0, 1)));
}

void TestTraceMaps::editedHeadsHaveTheSameWeightsInAnyRectangle() {
  ScoreRule rule;
  rule.heads = rule.kvHeads = 2;
  rule.dHead = 24;
  rule.scale = 0.2F;
  AttentionRecord record = recordOf(130, rule);
  auto edits = std::make_shared<LayerEdits>();
  edits->heads.resize(2);
  WeightEdit edit;
  edit.kind = WeightEdit::Kind::Temperature;
  edit.amount = 1;  // Changes nothing.
  edits->heads[0].push_back(edit);
  Matrix context(130, 48);
  AttentionRecord plain = record;
  attend(plain, context);
  record.edits = edits;
  attend(record, context);
  const TraceMaps maps(traceOf(std::move(record))), own(traceOf(std::move(plain)));
  const Matrix whole = maps.weights({0, 0});
  // A row of the run is divided by what its products came to, which processors add up in other orders.
  QVERIFY((whole - own.weights({0, 0})).cwiseAbs().maxCoeff() < 1e-5F);
  for (Index i = 0; i < 130; i += 7)
    for (Index j = 0; j < 130; j += 11)
      QCOMPARE(maps.weights({0, 0}, {i, j, 1, 1})(0, 0), whole(i, j));
}

void TestTraceMaps::blocksDoNotChangeTheResult_data() {
  QTest::addColumn<bool>("causal");
  QTest::addColumn<int>("before");
  QTest::newRow("all") << false << 100000;
  QTest::newRow("causal") << true << 100000;
  QTest::newRow("window") << true << 20;
}

void TestTraceMaps::blocksDoNotChangeTheResult() {
  QFETCH(bool, causal);
  QFETCH(int, before);
  constexpr Index kTokens = 150;
  ScoreRule rule;
  rule.heads = 4;
  rule.kvHeads = 2;
  rule.dHead = 24;
  rule.scale = 0.3F;  // Scores far apart, so that the running maximum moves often.
  rule.visibility.causal = causal;
  rule.visibility.before = before;
  if (!causal) rule.visibility.after = before;
  Matrix byKey = Matrix::Zero(4, kTokens);
  byKey.leftCols(3).setConstant(-INFINITY);
  rule.position.byKey = byKey;  // The first queries of a causal mask see nothing.
  const AttentionRecord bare = recordOf(kTokens, rule);
  for (const AttentionBlock block : {AttentionBlock{}, {1, 1}, {7, 5}, {64, 16}, {150, 150}, {1000, 3}}) {
    Matrix first;
    for (const int threads : {1, 2, 5}) {
      setThreadCount(threads);
      AttentionRecord record = bare;
      Matrix context(kTokens, 96);
      attend(record, context, {}, block);
      if (threads == 1)
        first = context;
      else
        QVERIFY(context == first);  // Bit for bit.
      for (int head = 0; head < rule.heads && threads == 1; ++head) {
        const MatrixD weights = definition(record, head);
        const MatrixD out = weights * record.v.middleCols(head / 2 * 24, 24).cast<double>();
        QVERIFY((context.middleCols(head * 24, 24).cast<double>() - out).cwiseAbs().maxCoeff() < 5e-5);
        Matrix found(kTokens, kTokens);
        computeWeights(record, head, {0, 0, kTokens, kTokens}, found);
        QVERIFY((found.cast<double>() - weights).cwiseAbs().maxCoeff() < 2e-5);
      }
    }
  }
  setThreadCount(0);
}

void TestTraceMaps::laterQueriesAlone() {
  ScoreRule rule;
  rule.heads = rule.kvHeads = 3;
  rule.dHead = 16;
  rule.scale = 0.25F;
  rule.visibility.causal = true;
  AttentionRecord record = recordOf(200, rule);
  Matrix whole(200, 48), part(30, 48);
  attend(record, whole);
  const Matrix logSumExp = record.logSumExp;
  record.logSumExp.fresh().bottomRows(30).setZero();
  attend(record, 170, part);
  QVERIFY((part - whole.bottomRows(30)).cwiseAbs().maxCoeff() < 1e-5F);
  QVERIFY(record.logSumExp.topRows(170) == logSumExp.topRows(170));
  QVERIFY((record.logSumExp - logSumExp).cwiseAbs().maxCoeff() < 1e-5F);
}

void TestTraceMaps::windowsSkipWhatTheyHide() {
  ScoreRule rule;
  rule.heads = rule.kvHeads = 2;
  rule.dHead = 16;
  rule.visibility.causal = true;
  constexpr std::uint64_t kWindow = 50, kBlock = 64;
  rule.visibility.before = kWindow - 1;
  for (const std::uint64_t tokens : {1000, 4000}) {
    AttentionRecord record = recordOf(static_cast<Index>(tokens), rule);
    Matrix context(static_cast<Index>(tokens), 32);
    const std::uint64_t before = countedMultiplyAdds();
    attend(record, context);
    // A block of queries sees the window of its first one and itself.
    QVERIFY(countedMultiplyAdds() - before <= tokens * (kWindow + kBlock) * 2 * 32);
    Matrix weights(static_cast<Index>(tokens), static_cast<Index>(tokens));
    const std::uint64_t attended = countedMultiplyAdds();
    computeWeights(record, 0, {500, 0, 64, 1000}, weights.topLeftCorner(64, 1000));
    QVERIFY(countedMultiplyAdds() - attended <= kBlock * (kWindow + kBlock) * 16);
  }
}

void TestTraceMaps::stopsWhenAsked() {
  ScoreRule rule;
  rule.heads = rule.kvHeads = 8;
  rule.dHead = 64;
  AttentionRecord record = recordOf(1000, rule);
  Matrix context(1000, 512);
  int calls = 0;
  QVERIFY_THROWS_EXCEPTION(Cancelled,
                           attend(record, context, Progress([&](double, std::string_view) { return ++calls < 3; })));
  QCOMPARE(calls, 3);
}

HEADLIGHT_TEST(TestTraceMaps)
#include "test_trace_maps.moc"
