#include "core/ops/amx.h"

#include <atomic>

#ifdef HEADLIGHT_AMX
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace headlight::amx {

#ifdef HEADLIGHT_AMX
namespace {

/// Whether the processor names the instructions and the system keeps the tiles' registers.
bool hasUnit() {
  constexpr unsigned kBfloat16 = 1u << 22, kTiles = 1u << 24, kOsxsave = 1u << 27, kTileState = 3u << 17;
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & kOsxsave) == 0) return false;
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0 || (d & kBfloat16) == 0 || (d & kTiles) == 0) return false;
  unsigned low = 0, high = 0;
  asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (low & kTileState) == kTileState;
}

/// Asks for the registers of tiles, which programs do not have unless they do.
bool askForTiles() {
  constexpr long kAsk = 0x1023, kTileData = 18;
  return syscall(SYS_arch_prctl, kAsk, kTileData) == 0;
}

}  // namespace

bool isSupported() {
  static const bool supported =
      __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && hasUnit() && askForTiles();
  return supported;
}
#else
bool isSupported() { return false; }
#endif

namespace {
std::atomic<bool> g_wanted = true;
}
void use(bool wanted) { g_wanted = wanted; }
bool isUsed() { return g_wanted && isSupported(); }

}  // namespace headlight::amx
