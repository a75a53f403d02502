#pragma once

#include <atomic>
#include <memory>
#include <mutex>

#include "core/corpus/corpus_run.h"

namespace headlight {

struct LossesReport;

/// What a run over many texts shows while it goes on, and how it is told to end: shared with the job's thread.
class CorpusRunState {
 public:
  bool ablates = false;  ///< Whether ablation follows; set before the run.

  /// Keeps what is done at the end of the batch and ends the run.
  void stop() { m_stop = true; }
  bool stopped() const { return m_stop; }

  void set(CorpusProgress progress, std::shared_ptr<const CorpusStats> stats) {
    const std::lock_guard lock(m_mutex);
    m_progress = progress;
    if (stats) m_stats = std::move(stats);
  }
  void set(CorpusProgress progress, std::shared_ptr<const LossesReport> losses) {
    const std::lock_guard lock(m_mutex);
    m_progress = progress;
    m_ablating = true;
    if (losses) m_losses = std::move(losses);
  }
  CorpusProgress progress() const {
    const std::lock_guard lock(m_mutex);
    return m_progress;
  }
  /// What was counted some seconds ago; null in the beginning.
  std::shared_ptr<const CorpusStats> stats() const {
    const std::lock_guard lock(m_mutex);
    return m_stats;
  }
  std::shared_ptr<const LossesReport> losses() const {
    const std::lock_guard lock(m_mutex);
    return m_losses;
  }

  /// Whether heads are being ablated, after their attention was measured.
  bool ablating() const {
    const std::lock_guard lock(m_mutex);
    return m_ablating;
  }

 private:
  mutable std::mutex m_mutex;
  CorpusProgress m_progress;
  std::shared_ptr<const CorpusStats> m_stats;
  std::shared_ptr<const LossesReport> m_losses;
  bool m_ablating = false;
  std::atomic<bool> m_stop = false;
};

}  // namespace headlight
