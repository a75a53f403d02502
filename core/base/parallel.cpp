#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace headlight {
namespace {

std::atomic<int> g_threads{0};
thread_local bool t_inside = false;

/// One loop, shared by the threads that work on it.
struct Job {
  Index count = 0;
  const std::function<void(Index)>* body = nullptr;
  std::atomic<Index> next{0};
  std::atomic<bool> stop{false};
  std::mutex mutex;
  std::exception_ptr error;

  void work() {
    t_inside = true;
    for (Index i; !stop && (i = next++) < count;) {
      try {
        (*body)(i);
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!error) error = std::current_exception();
        stop = true;
      }
    }
    t_inside = false;
  }
};

/// Waits for `done` for some tens of microseconds without sleeping: loops follow one another that soon, and waking a
/// thread takes as long.
template <class Done>
void spinUntil(const Done& done) {
  constexpr int kTurns = 2000;
  for (int i = 0; i < kTurns && !done(); ++i) {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#endif
  }
}

/// Threads that sleep until there is a loop; made when the first loop comes.
class ThreadPool {
 public:
  void run(Job& job, int helpers) {
    {
      const std::lock_guard lock(m_mutex);
      try {
        while (static_cast<int>(m_threads.size()) < helpers) m_threads.emplace_back([this] { sleepAndWork(); });
      } catch (const std::system_error&) {  // The system starts no more: those that there are do the work.
        helpers = static_cast<int>(m_threads.size());
      }
      m_job = &job;
      m_wanted = helpers;
      ++m_loops;
    }
    for (int i = 0; i < helpers; ++i) m_wake.notify_one();
    job.work();
    std::unique_lock lock(m_mutex);
    m_wanted = 0;  // Who has not come yet need not come any more.
    if (m_working > 0) {
      lock.unlock();
      spinUntil([this] { return m_working == 0; });
      lock.lock();
    }
    m_done.wait(lock, [this] { return m_working == 0; });
    m_job = nullptr;
  }

  /// Held by the caller whose loop the threads work on.
  std::mutex& owner() { return m_owner; }

 private:
  void sleepAndWork() {
    std::unique_lock lock(m_mutex);
    while (true) {
      if (m_wanted == 0) {
        const unsigned seen = m_loops;
        lock.unlock();
        spinUntil([this, seen] { return m_loops != seen; });
        lock.lock();
      }
      m_wake.wait(lock, [this] { return m_wanted > 0; });
      --m_wanted;
      ++m_working;
      Job* job = m_job;
      lock.unlock();
      job->work();
      lock.lock();
      if (--m_working == 0) m_done.notify_one();
    }
  }

  std::mutex m_owner, m_mutex;
  std::condition_variable m_wake, m_done;
  std::vector<std::thread> m_threads;
  Job* m_job = nullptr;
  int m_wanted = 0;
  std::atomic<int> m_working = 0;     ///< Changed under the mutex only; so is the next.
  std::atomic<unsigned> m_loops = 0;  ///< So far.
};

/// Never destroyed: the threads sleep until the process ends, and with no memory left theirs cannot be given back safely.
ThreadPool& pool() {
  static ThreadPool& pool = *new ThreadPool;
  return pool;
}

}  // namespace

int threadCount() {
  static const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  const int set = g_threads;
  return set > 0 ? set : cores;
}

void setThreadCount(int count) { g_threads = std::clamp(count, 0, 256); }

void parallelFor(Index count, const std::function<void(Index)>& body) {
  const int helpers = static_cast<int>(std::min<Index>(threadCount(), count)) - 1;
  if (helpers > 0 && !t_inside) {
    std::unique_lock owner(pool().owner(), std::try_to_lock);
    if (owner) {
      Job job;
      job.count = count;
      job.body = &body;
      pool().run(job, helpers);
      if (job.error) std::rethrow_exception(job.error);
      return;
    }
  }
  for (Index i = 0; i < count; ++i) body(i);
}

void parallelRows(Index rows, Index width, const std::function<void(Index, Index)>& body) {
  constexpr Index kBlockNumbers = 1 << 14;  // A block stays in a core's first cache; two make a second thread worth it.
  const Index block = std::max<Index>(1, kBlockNumbers / std::max<Index>(width, 1));
  const Index blocks = (rows + block - 1) / block;
  const auto one = [&](Index i) { body(i * block, std::min(block, rows - i * block)); };
  if (blocks > 2)
    parallelFor(blocks, one);
  else
    for (Index i = 0; i < blocks; ++i) one(i);
}

}  // namespace headlight
