// What libFuzzer calls: the one target that is linked in. With HEADLIGHT_SEEDS=FOLDER the target's seeds are written
// there, and nothing else happens.

#include <cstdint>
#include <cstdlib>
#include <fstream>

#include "tests/fuzz/fuzz_target.h"

using namespace headlight::fuzz;

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* folder = std::getenv("HEADLIGHT_SEEDS");
  if (!folder) return 0;
  int number = 0;
  for (const std::string& seed : targets().front().seeds())
    std::ofstream(std::filesystem::path(folder) / ("seed-" + std::to_string(number++)), std::ios::binary) << seed;
  std::exit(0);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  targets().front().run({reinterpret_cast<const char*>(data), size});
  return 0;
}
