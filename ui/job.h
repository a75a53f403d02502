#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrent/QtConcurrentRun>
#include <functional>
#include <optional>

#include "core/base/progress.h"

namespace headlight {

/// What a Job tells the window while it computes, whatever it is. All signals arrive in the thread that owns the job.
class JobSignals : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

 signals:
  void runningChanged(bool running);
  /// The part done (0 to 1) and what is being done, as core's Progress reported it.
  void progressed(double part, const QString& what);
};

/// Work of core's done apart from the window: one piece at a time, and the newest wins. Starting another piece,
/// cancel() and destruction stop the running one through its Progress; nothing is heard of it again. This is the only
/// threading code of the ui.
template <class T>
class Job final : public JobSignals {
 public:
  using Work = std::function<T(const Progress&)>;
  using Done = std::function<void(T)>;
  /// Gets the text of what the work threw. A stop is no failure.
  using Failed = std::function<void(const QString& message)>;

  explicit Job(QObject* parent = nullptr) : JobSignals(parent) { m_pool.setMaxThreadCount(1); }
  ~Job() override {
    forget();
    m_pool.waitForDone();
  }

  bool isRunning() const { return m_watcher != nullptr; }

  /// Calls `work` in the job's thread and then, in this one, `done` with its result or `failed` when it threw.
  void start(Work work, Done done, Failed failed) {
    forget();
    m_watcher = new QFutureWatcher<T>(this);
    connect(m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int value) { emit progressed(static_cast<double>(value) / kSteps, m_watcher->progressText()); });
    connect(m_watcher, &QFutureWatcherBase::finished, this,
            [this, done = std::move(done), failed = std::move(failed)] { finish(done, failed); });
    m_watcher->setFuture(QtConcurrent::run(&m_pool, &Job::execute, std::move(work)));
    emit runningChanged(true);
  }

  /// Stops the running piece, if there is one, and waits until it has ended.
  void stop() {
    cancel();
    m_pool.waitForDone();
  }

  /// Stops the running piece, if there is one.
  void cancel() {
    if (!isRunning()) return;
    forget();
    emit runningChanged(false);
  }

 private:
  static constexpr int kSteps = 1000;

  static void execute(QPromise<T>& promise, const Work& work) {
    promise.setProgressRange(0, kSteps);
    const Progress progress([&promise](double part, std::string_view what) {
      promise.setProgressValueAndText(static_cast<int>(part * kSteps),
                                      QString::fromUtf8(what.data(), static_cast<qsizetype>(what.size())));
      return !promise.isCanceled();
    });
    try {
      promise.addResult(work(progress));
    } catch (...) {
      // Qt 6.4 loses the text of an exception that reaches it by itself.
      promise.setException(std::current_exception());
    }
  }

  void forget() {
    if (!m_watcher) return;
    m_watcher->disconnect(this);
    m_watcher->future().cancel();
    m_watcher->deleteLater();
    m_watcher = nullptr;
  }

  void finish(const Done& done, const Failed& failed) {
    QFuture<T> future = m_watcher->future();
    m_watcher->deleteLater();
    m_watcher = nullptr;
    emit runningChanged(false);
    std::optional<T> result;
    try {
      future.waitForFinished();  // Throws what the work threw.
      if (future.resultCount() > 0) result = future.takeResult();
    } catch (const Cancelled&) {
    } catch (const std::exception& error) {
      failed(QString::fromUtf8(error.what()));
    }
    if (result) done(std::move(*result));
  }

  QThreadPool m_pool;
  QFutureWatcher<T>* m_watcher = nullptr;
};

}  // namespace headlight
