#include <QtTest>

#include "core/attention/cached_rows.h"
#include "core/base/error.h"
#include "tests/support/suite.h"

using namespace headlight;

class TestCachedRows : public QObject {
  Q_OBJECT

 private slots:
  void ofAMatrix();
  void continuesInTheSameMemory();
  void leavesOtherRowsAlone();
  void takesBackWhatNobodyHolds();
  void partsAreNobodysRoom();
  void copiesWhenThereIsNoRoom();
  void scratchFiles();
};

namespace {

constexpr Index kColumns = 3;

Matrix numbered(Index first, Index count) {
  Matrix rows(count, kColumns);
  for (Index i = 0; i < count; ++i)
    for (Index j = 0; j < kColumns; ++j) rows(i, j) = static_cast<float>(10 * (first + i) + j);
  return rows;
}

/// Rows 0 … `count` - 1, with room behind them.
CachedRows begun(Index count) {
  CachedRows rows(count, kColumns);
  rows.fresh() = numbered(0, count);
  return rows;
}

CachedRows longer(const CachedRows& earlier, Index kept, Index rows, float other = 0) {
  CachedRows more = CachedRows::continuing(earlier, kept, rows);
  more.fresh() = numbered(kept, rows - kept).array() + other;
  return more;
}

}  // namespace

void TestCachedRows::ofAMatrix() {
  const CachedRows none;
  QCOMPARE(none.rows(), 0);
  CachedRows rows = numbered(0, 4);
  QVERIFY(rows == numbered(0, 4));
  const CachedRows copy = rows;
  QCOMPARE(copy.data(), rows.data());
  rows = numbered(5, 2);
  QVERIFY(rows == numbered(5, 2) && copy == numbered(0, 4));
}

void TestCachedRows::continuesInTheSameMemory() {
  const CachedRows four = begun(4), six = longer(four, 4, 6), nine = longer(six, 6, 9);
  QCOMPARE(six.data(), four.data());
  QCOMPARE(nine.data(), four.data());
  QCOMPARE(four.rows(), 4);
  QVERIFY(nine == numbered(0, 9));
}

void TestCachedRows::leavesOtherRowsAlone() {
  const CachedRows four = begun(4), six = longer(four, 4, 6);
  // Another way on from the same rows, and a way on from some of them.
  const CachedRows other = longer(four, 4, 6, 0.5F), shorter = longer(six, 3, 5, 0.25F);
  QVERIFY(other.data() != four.data() && shorter.data() != four.data());
  QVERIFY(four == numbered(0, 4) && six == numbered(0, 6));
  QVERIFY(other.topRows(4) == four && other.row(5) == (numbered(5, 1).array() + 0.5F).matrix());
  QVERIFY(shorter.topRows(3) == four.topRows(3) && shorter(3, 0) == 30.25F);
}

void TestCachedRows::takesBackWhatNobodyHolds() {
  const CachedRows four = begun(4);
  const float* memory = four.data();
  for (int i = 0; i < 3; ++i) QCOMPARE(longer(four, 4, 6, static_cast<float>(i)).data(), memory);
  {
    CachedRows five = longer(four, 4, 5);
    const CachedRows six = longer(five, 5, 6);
    five = {};  // Its row is still read by the six.
    QVERIFY(longer(four, 4, 5, 0.5F).data() != memory);
    QVERIFY(six == numbered(0, 6));
  }
  QCOMPARE(longer(four, 4, 5).data(), memory);
}

void TestCachedRows::partsAreNobodysRoom() {
  CachedRows all = begun(6);
  const CachedRows first = all.middle(0, 2), inner = all.middle(2, 3).middle(1, 2), last = all.middle(4, 2);
  QVERIFY(first == numbered(0, 2) && inner == numbered(3, 2) && last == numbered(4, 2));
  QCOMPARE(inner.data(), all.data() + 3 * kColumns);
  all = {};
  for (const CachedRows* part : {&first, &inner, &last}) {
    const Matrix own = *part;
    CachedRows more = CachedRows::continuing(*part, 2, 3);
    more.fresh().setConstant(-1);
    QVERIFY(more.topRows(2) == own && more.data() != part->data());
  }
  QVERIFY(first == numbered(0, 2) && inner == numbered(3, 2) && last == numbered(4, 2));
}

void TestCachedRows::copiesWhenThereIsNoRoom() {
  const CachedRows matrix = numbered(0, 4);  // Has no room at all.
  QVERIFY(longer(matrix, 4, 5).data() != matrix.data());
  CachedRows rows = begun(2);
  int copies = 0;
  for (Index count = 3; count < 1000; ++count) {
    const CachedRows more = longer(rows, count - 1, count);
    copies += more.data() != rows.data();
    rows = more;
  }
  QVERIFY(rows == numbered(0, 999));
  QVERIFY2(copies > 5 && copies < 25, qPrintable(QString::number(copies)));
}

void TestCachedRows::scratchFiles() {
  constexpr Index kRows = 100'000;  // More than a mebibyte.
  CachedRows rows(kRows, kColumns, Storage::ScratchFile);
  rows.fresh() = numbered(0, kRows);
  const CachedRows more = longer(rows, kRows, kRows + 5);
  QCOMPARE(more.data(), rows.data());
  QVERIFY(more == numbered(0, kRows + 5));
  // Nothing of it has a name, and what a folder has no room for is said at once.
  QFile maps(QStringLiteral("/proc/self/maps"));
  QVERIFY(maps.open(QFile::ReadOnly));
  QVERIFY(maps.readAll().contains("(deleted)"));
  qputenv("TMPDIR", "/no/such/folder");
  QVERIFY_THROWS_EXCEPTION(Error, CachedRows(kRows, kColumns, Storage::ScratchFile));
  qunsetenv("TMPDIR");
  try {
    CachedRows(Index(1) << 40, 1024, Storage::ScratchFile);
    QFAIL("no error");
  } catch (const Error& error) {
    QVERIFY2(QByteArray(error.what()).startsWith("scratch file in '/var/tmp': expected room for"), error.what());
  }
}

HEADLIGHT_TEST(TestCachedRows)
#include "test_cached_rows.moc"
