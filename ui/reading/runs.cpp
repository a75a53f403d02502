#include "ui/reading/runs.h"

#include <utility>

namespace headlight {

Runs::Runs(Engine engine, QObject* parent) : QObject(parent), m_engine(std::move(engine)) {
  connect(&m_job, &JobSignals::progressed, this, &Runs::progressed);
}

bool Runs::isAwaited(RunId run) const {
  const Slot& slot = m_slots[indexOf(run)];
  if (!slot.wanted || slot.wanted->isEmpty() || slot.tried == slot.wanted) return false;
  return !m_results[run] || m_results[run]->request != *slot.wanted;
}

void Runs::noteStale(RunId run) {
  Slot& slot = m_slots[indexOf(run)];
  const auto& result = m_results[run];
  if (!slot.wanted || !result || result->request == *slot.wanted)
    slot.stale = false;
  else if (!isAwaited(run))
    slot.stale = true;
}

void Runs::want(const WantedReadings& wanted) {
  for (std::size_t i = 0; i < kRuns; ++i) {
    Slot& slot = m_slots[i];
    if (slot.wanted == wanted[i]) continue;
    slot.wanted = wanted[i];
    slot.tried.reset();
    slot.error.clear();
    if (!slot.wanted) m_results.all[i] = nullptr;
    noteStale(runAt(i));
  }
  if (!m_running || m_slots[indexOf(*m_running)].wanted != m_runningRequest || !isAwaited(*m_running)) goOn();
  tellRunning();
}

void Runs::retry() {
  for (Slot& slot : m_slots) {
    slot.tried.reset();
    slot.error.clear();
  }
}

void Runs::cancel() {
  m_job.cancel();
  m_running.reset();
  for (std::size_t i = 0; i < kRuns; ++i)
    if (isAwaited(runAt(i))) {
      m_slots[i].tried = m_slots[i].wanted;
      noteStale(runAt(i));
    }
  tellRunning();
}

void Runs::goOn() {
  m_running.reset();
  for (std::size_t i = 0; i < kRuns && !m_running; ++i)
    if (isAwaited(runAt(i))) m_running = runAt(i);
  if (!m_running) {
    m_job.cancel();
    return;
  }
  m_runningRequest = m_slots[indexOf(*m_running)].wanted;
  m_timer.start();
  const KnownResults known{m_results[unchanged(*m_running)], m_results[*m_running]};
  // Another method of what was read already is not what reading takes.
  const bool reads = !known.same || weightsOf(known.same->request) != weightsOf(*m_runningRequest);
  m_job.start([engine = m_engine, request = *m_runningRequest,
               known](const Progress& progress) { return readingOf(engine, request, known, progress); },
              [this, run = *m_running, reads](RunResult result) {
                if (reads) m_slots[indexOf(run)].time = m_timer.elapsed();
                m_results.all[indexOf(run)] = std::make_shared<const RunResult>(std::move(result));
                noteStale(run);
                goOn();
                emit finished(run);
                tellRunning();
              },
              [this, run = *m_running](const QString& message) {
                Slot& slot = m_slots[indexOf(run)];
                slot.tried = m_runningRequest;
                slot.error = message;
                noteStale(run);
                goOn();
                emit failed(run);
                tellRunning();
              });
}

void Runs::tellRunning() {
  if (isRunning() == m_told) return;
  m_told = isRunning();
  emit runningChanged(m_told);
}

}  // namespace headlight
