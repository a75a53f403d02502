// Opens a model folder and runs it: time to open, time of a first and of later runs, speed against bare matrix products
// of the same shapes, and resident memory.
//   bench_model FOLDER [TOKENS] [RUNS]

#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/model/model.h"
#include "core/ops/gemm.h"
#include "tests/bench/process_memory.h"

namespace {

using headlight::Index;
using headlight::Matrix;

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

using headlight::bench::memory;

void printMemory(const char* when) {
  std::cout << "memory " << when << ": " << memory("RssAnon") << " MiB of its own, " << memory("RssFile")
            << " MiB of files\n";
}

/// Best GFLOP/s of a product [n, k] · [k, n'] on the threads that the model uses.
double productSpeed(Index rows, Index width) {
  const Matrix x = Matrix::Random(rows, width), w = Matrix::Random(width, width);
  Matrix y(rows, width);
  const Index parts = headlight::threadCount(), columns = width / parts;
  double best = 0;
  for (int repeat = 0; repeat < 20; ++repeat) {
    const double start = now();
    headlight::parallelFor(parts, [&](Index i) {
      headlight::multiplyTransposed(x, w.middleRows(i * columns, columns), 1, y.middleCols(i * columns, columns));
    });
    best = std::max(best, 2e-9 * static_cast<double>(rows * width * columns * parts) / (now() - start));
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2) {
    std::cerr << "usage: bench_model FOLDER [TOKENS] [RUNS]\n";
    return 2;
  }
  const int tokens = argc > 2 ? std::stoi(argv[2]) : 40, runs = argc > 3 ? std::stoi(argv[3]) : 5;
  double start = now();
  const auto model = headlight::Model::open(argv[1]);
  std::cout << "open: " << now() - start << " s\n";
  printMemory("after opening");
  headlight::Encoding encoding;
  for (int i = 0; i < tokens; ++i) {
    headlight::Token token;
    token.id = 5 + i * 7 % (model->info().vocabulary - 5);
    encoding.tokens.push_back(token);
  }
  // Products with the weights; the embedding is only looked up.
  const double flops = 2.0 * tokens * static_cast<double>(model->info().parameters);
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    start = now();
    model->run(encoding);
    const double seconds = now() - start;
    best = std::min(best, seconds);
    if (i == 0) std::cout << "first run, " << tokens << " tokens: " << seconds << " s\n";
  }
  std::cout << "best run: " << best << " s, about " << flops / best * 1e-9 << " GFLOP/s\n";
  std::cout << "bare products of its width: " << productSpeed(tokens, model->info().width) << " GFLOP/s\n";
  printMemory("after running");
} catch (const headlight::Error& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
