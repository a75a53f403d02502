#pragma once

#include <sys/resource.h>

#include <csignal>

namespace headlight::test {

/// While it lives, no file grows beyond `bytes`: what a full disk does to a program.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : m_before(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &m_limit);
    const rlimit small{bytes, m_limit.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &m_limit);
    std::signal(SIGXFSZ, m_before);
  }

 private:
  rlimit m_limit;
  void (*m_before)(int);
};

}  // namespace headlight::test
