#pragma once

#include <fstream>
#include <string>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace headlight::bench {

/// A line of /proc/self/status in MiB: "VmRSS", "VmHWM", "RssAnon", "RssFile".
inline double memory(const std::string& key) {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);)
    if (line.rfind(key + ":", 0) == 0) return std::stod(line.substr(key.size() + 1)) / 1024;
  return 0;
}

/// What is allocated and not freed, in MiB; 0 where the C library does not tell.
inline double allocated() {
#if defined(__GLIBC__)
  const auto now = ::mallinfo2();
  return static_cast<double>(now.uordblks + now.hblkhd) / (1 << 20);
#else
  return 0;
#endif
}

/// Lets VmHWM, the most memory so far, begin again.
inline void forgetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

}  // namespace headlight::bench
