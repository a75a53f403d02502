#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <array>
#include <optional>

#include "ui/job.h"
#include "ui/reading/readings.h"

namespace headlight {

/// Keeps the readings that are wanted up to date: one after the other in one job, each only when what it reads has
/// changed, and each keeps its last good result while a newer one is computed or cannot be.
class Runs final : public QObject {
  Q_OBJECT
 public:
  explicit Runs(Engine engine, QObject* parent = nullptr);

  /// What shall be known: nothing for a reading that is not needed, whose result is given up. An empty text cannot be
  /// read: its reading stays as it is.
  void want(const WantedReadings& wanted);
  /// Forgets what failed or was stopped, so that the next want() tries it again.
  void retry();
  /// Stops; what has no result now is not tried again before it changes.
  void cancel();

  const RunResults& results() const { return m_results; }
  /// Whether anything that is wanted is still to come.
  bool isRunning() const { return m_running.has_value(); }
  /// Whether `run` is still to come.
  bool isAwaited(RunId run) const;
  /// Whether the result of `run` is of another text or model than is wanted, since a newer one failed, was stopped or
  /// cannot be asked for; until there is a newer one.
  bool isStale(RunId run) const { return m_slots[indexOf(run)].stale; }
  /// How long the last reading of `run` took, in milliseconds.
  qint64 timeOf(RunId run) const { return m_slots[indexOf(run)].time; }
  /// Why the wanted reading failed; empty when it did not.
  const QString& error(RunId run) const { return m_slots[indexOf(run)].error; }

 signals:
  void finished(headlight::RunId run);
  void failed(headlight::RunId run);
  void runningChanged(bool running);
  void progressed(double part, const QString& what);

 private:
  struct Slot {
    std::optional<RunRequest> wanted;
    std::optional<RunRequest> tried;  ///< Failed or stopped.
    QString error;
    bool stale = false;
    qint64 time = 0;
  };
  void noteStale(RunId run);
  /// Goes on with the first reading that is missing.
  void goOn();
  void tellRunning();

  Engine m_engine;
  std::array<Slot, kRuns> m_slots;
  RunResults m_results;
  std::optional<RunId> m_running;
  std::optional<RunRequest> m_runningRequest;
  bool m_told = false;  ///< What runningChanged() said last.
  QElapsedTimer m_timer;
  Job<RunResult> m_job;
};

}  // namespace headlight
