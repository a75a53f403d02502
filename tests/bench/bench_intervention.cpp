// What an intervention costs: a run from nothing, and for each layer a run that ablates one of its heads from an
// earlier trace, beside the part of the layers that it has to compute.
//   bench_intervention FOLDER [TOKENS] [RUNS]

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <string>

#include "core/base/error.h"
#include "core/base/heap.h"
#include "core/model/model.h"

namespace {

using headlight::RunOptions;

/// Seconds of the best of `runs` runs: by the clock, and of all threads together, which other programs disturb less.
struct Seconds {
  double clock = 1e9, work = 1e9;
};
Seconds best(const headlight::Model& model, const headlight::Encoding& encoding, const RunOptions& options, int runs) {
  Seconds seconds;
  for (int i = 0; i < runs; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t work = std::clock();
    model.run(encoding, options);
    seconds.work = std::min(seconds.work, static_cast<double>(std::clock() - work) / CLOCKS_PER_SEC);
    seconds.clock =
        std::min(seconds.clock, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return seconds;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2) {
    std::cerr << "usage: bench_intervention FOLDER [TOKENS] [RUNS]\n";
    return 2;
  }
  headlight::keepFreedMemory();
  const int tokens = argc > 2 ? std::stoi(argv[2]) : 40, runs = argc > 3 ? std::stoi(argv[3]) : 5;
  const auto model = headlight::Model::open(argv[1]);
  headlight::Encoding encoding;
  for (int i = 0; i < tokens; ++i) {
    headlight::Token token;
    token.id = 5 + i * 7 % (model->info().vocabulary - 5);
    encoding.tokens.push_back(token);
  }
  RunOptions options;
  options.logits = false;
  const Seconds whole = best(*model, encoding, options, runs);
  std::printf("%d tokens, from nothing: %.2f ms\n", tokens, whole.clock * 1e3);
  options.resumeFrom = model->run(encoding, options);
  const int layers = model->info().layers;
  for (int layer = 0; layer < layers; ++layer) {
    options.interventions = {headlight::Ablate{{{{layer, layer}, {0, 0}}}}};
    const Seconds part = best(*model, encoding, options, runs);
    std::printf("changed in layer %2d: %8.2f ms, %.2f of a run by the clock, %.2f of its work; %.2f of the layers\n",
                layer, part.clock * 1e3, part.clock / whole.clock, part.work / whole.work,
                static_cast<double>(layers - layer) / layers);
  }
  return 0;
} catch (const headlight::Error& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
