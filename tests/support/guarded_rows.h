#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

#include "core/base/matrix.h"

namespace headlight::test {

/// Makes the pages that lie wholly in `rows` unreadable while it lives: who reads them ends the program.
class GuardedRows {
 public:
  explicit GuardedRows(const Eigen::Map<const Matrix>& rows) {
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(rows.data());
    const std::uintptr_t end = begin + static_cast<std::uintptr_t>(rows.size()) * sizeof(float);
    const std::uintptr_t first = (begin + page - 1) / page * page, last = end / page * page;
    if (first >= last) return;
    m_at = reinterpret_cast<void*>(first);
    m_size = last - first;
    if (mprotect(m_at, m_size, PROT_NONE) != 0) m_size = 0;
  }
  ~GuardedRows() {
    if (m_size > 0) mprotect(m_at, m_size, PROT_READ | PROT_WRITE);
  }
  GuardedRows(const GuardedRows&) = delete;
  GuardedRows& operator=(const GuardedRows&) = delete;

  /// Bytes that are guarded.
  std::size_t size() const { return m_size; }

 private:
  void* m_at = nullptr;
  std::size_t m_size = 0;
};

}  // namespace headlight::test
