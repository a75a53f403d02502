#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>
#include <chrono>
#include <future>
#include <vector>

#include "tests/support/suite.h"
#include "ui/job.h"

using namespace headlight;

namespace {

/// Work that ends only when it is stopped; lives longer than its job.
struct Endless {
  std::atomic<bool> begun = false, stopped = false;

  int operator()(const Progress& progress) {
    begun = true;
    try {
      for (;;) {
        progress(0.5, "waiting");
        QThread::msleep(1);
      }
    } catch (const Cancelled&) {
      stopped = true;
      throw;
    }
  }
};

}  // namespace

class TestJob : public QObject {
  Q_OBJECT

  std::vector<QString> m_failures;
  std::function<void(const QString&)> noteFailure() {
    return [this](const QString& message) { m_failures.push_back(message); };
  }

 private slots:
  void init() { m_failures.clear(); }

  void deliversTheResultInTheOwnersThread() {
    Job<int> job;
    std::optional<int> got;
    QThread* worker = nullptr;
    QThread* receiver = nullptr;
    job.start(
        [&](const Progress&) {
          worker = QThread::currentThread();
          return 42;
        },
        [&](int value) {
          receiver = QThread::currentThread();
          got = value;
        },
        noteFailure());
    QVERIFY(job.isRunning());
    QTRY_VERIFY(got.has_value());
    QCOMPARE(*got, 42);
    QCOMPARE(receiver, QThread::currentThread());
    QVERIFY(worker != receiver);
    QVERIFY(!job.isRunning());
    QVERIFY(m_failures.empty());
  }

  void theNewestWins() {
    Endless work;
    std::vector<int> got;
    Job<int> job;
    job.start(std::ref(work), [&](int value) { got.push_back(value); }, noteFailure());
    QTRY_VERIFY(work.begun);
    for (int i = 1; i <= 5; ++i)
      job.start([i](const Progress&) { return i; }, [&](int value) { got.push_back(value); }, noteFailure());
    QTRY_COMPARE(got, std::vector<int>{5});
    QVERIFY(work.stopped);
    // What comes after it would come behind them.
    job.start([](const Progress&) { return 6; }, [&](int value) { got.push_back(value); }, noteFailure());
    QTRY_COMPARE(got, (std::vector<int>{5, 6}));
    QVERIFY(m_failures.empty());
  }

  void anOldResultThatComesLateIsDropped() {
    std::promise<void> release;
    std::atomic<bool> begun = false;
    std::vector<int> got;
    Job<int> job;
    // This piece does not listen to its progress and ends with a result after it was replaced.
    job.start(
        [&, wait = release.get_future().share()](const Progress&) {
          begun = true;
          wait.wait();
          return 1;
        },
        [&](int value) { got.push_back(value); }, noteFailure());
    QTRY_VERIFY(begun);
    job.start([](const Progress&) { return 2; }, [&](int value) { got.push_back(value); }, noteFailure());
    release.set_value();
    QTRY_COMPARE(got, std::vector<int>{2});
  }

  void cancelIsSilent() {
    Endless work;
    Job<int> job;
    QSignalSpy running(&job, &JobSignals::runningChanged);
    bool called = false;
    job.start(std::ref(work), [&](int) { called = true; }, noteFailure());
    QTRY_VERIFY(work.begun);
    job.cancel();
    QVERIFY(!job.isRunning());
    QTRY_VERIFY(work.stopped);
    QCOMPARE(running.last().first().toBool(), false);
    bool next = false;
    job.start([](const Progress&) { return 1; }, [&](int) { next = true; }, noteFailure());
    QTRY_VERIFY(next);
    QVERIFY(!called);
    QVERIFY(m_failures.empty());
  }

  void theTextOfAnErrorArrives() {
    Job<int> job;
    bool called = false;
    job.start([](const Progress&) -> int { throw Error("config.json: expected an object, found an array"); },
              [&](int) { called = true; }, noteFailure());
    QTRY_COMPARE(m_failures, std::vector<QString>{"config.json: expected an object, found an array"});
    QVERIFY(!called);
    QVERIFY(!job.isRunning());
  }

  void anErrorReachesTheCallbackOfItsOwnPiece() {
    Job<int> job;
    std::vector<QString> later;
    job.start([](const Progress&) -> int { throw Error("replaced"); }, [](int) {}, noteFailure());
    job.start([](const Progress&) -> int { throw Error("newest"); }, [](int) {},
              [&](const QString& message) { later.push_back(message); });
    QTRY_COMPARE(later, std::vector<QString>{"newest"});
    QVERIFY(m_failures.empty());
  }

  void aFailedPieceMayStartTheNextOne() {
    Job<int> job;
    std::optional<int> got;
    job.start([](const Progress&) -> int { throw Error("first"); }, [](int) {},
              [&](const QString&) {
                QVERIFY(!job.isRunning());
                job.start([](const Progress&) { return 7; }, [&](int value) { got = value; }, noteFailure());
              });
    QTRY_COMPARE(got, std::optional<int>(7));
    QVERIFY(m_failures.empty());
  }

  void progressArrives() {
    Endless work;
    Job<int> job;
    QSignalSpy progressed(&job, &JobSignals::progressed);
    job.start(std::ref(work), [](int) {}, noteFailure());
    QTRY_VERIFY(!progressed.isEmpty() && progressed.last().at(0).toDouble() == 0.5);
    QCOMPARE(progressed.last().at(1).toString(), QString("waiting"));
  }

  void destructionStopsTheWork() {
    Endless work;
    {
      Job<int> job;
      job.start(std::ref(work), [](int) {}, noteFailure());
      QTRY_VERIFY(work.begun);
    }
    QVERIFY(work.stopped);
  }
};

HEADLIGHT_TEST(TestJob)
#include "test_job.moc"
