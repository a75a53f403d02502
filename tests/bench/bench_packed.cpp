// Runs a model as bench_beside_llama.mjs asks on standard input, a line for each run, and answers each in one line of
// JSON: seconds by the clock ("clock") and of all threads together ("work").
//   bench_packed MODEL [THREADS]
//   open              opens the model again
//   prompt TOKENS     a run of so many tokens, from nothing, with the logits of its last token
//   token             one token more after the last prompt, with its logits
//   memory            MiB of the process's own and most of them at once ("own", "most"), and of files in memory

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <sstream>
#include <string>

#include "core/base/error.h"
#include "core/base/heap.h"
#include "core/base/parallel.h"
#include "core/model/model.h"
#include "tests/bench/process_memory.h"

namespace {

using namespace headlight;

/// `tokens` ids that bench_beside_llama.mjs gives, too.
Encoding encodingOf(const Model& model, Index tokens) {
  Encoding encoding;
  for (Index i = 0; i < tokens; ++i) {
    Token token;
    token.id = 5 + i * 7919 % (std::min<Index>(model.info().vocabulary, 128000) - 5);
    encoding.tokens.push_back(token);
  }
  return encoding;
}

template <class Work>
void answer(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t before = std::clock();
  const Index best = work();
  std::printf("{\"clock\":%.6f,\"work\":%.6f,\"best\":%ld}\n",
              std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
              static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, static_cast<long>(best));
  std::fflush(stdout);
}

Index bestOf(const Trace& trace, Index row) {
  Index best = 0;
  trace.logits.row(row).maxCoeff(&best);
  return best;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2) {
    std::cerr << "usage: bench_packed MODEL [THREADS]\n";
    return 2;
  }
  keepFreedMemory();
  setThreadCount(argc > 2 ? std::stoi(argv[2]) : 0);
  auto model = Model::open(argv[1]);
  std::shared_ptr<const Trace> prompt;
  Index length = 0;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string what;
    words >> what;
    if (what == "open") {
      model.reset();
      prompt.reset();
      answer([&] {
        model = Model::open(argv[1]);
        return Index{0};
      });
    } else if (what == "prompt" && words >> length) {
      prompt.reset();
      answer([&] {
        prompt = model->run(encodingOf(*model, length));
        return bestOf(*prompt, length - 1);
      });
    } else if (what == "token" && prompt) {
      RunOptions begun;
      begun.resumeFrom = prompt;
      answer([&] { return bestOf(*model->run(encodingOf(*model, length + 1), begun), length); });
    } else if (what == "memory") {
      std::printf("{\"own\":%.1f,\"most\":%.1f,\"files\":%.1f}\n", bench::memory("RssAnon"), bench::memory("VmHWM"),
                  bench::memory("RssFile"));
      std::fflush(stdout);
    } else {
      throw Error("bench_packed: cannot read '" + line + "'");
    }
  }
} catch (const std::exception& error) {
  std::cerr << "bench_packed: " << error.what() << "\n";
  return 1;
}
