// Times a tokenizer on the lines of a text file: one JSON object with the best of several rounds, one thread and all.
//   bench_tokenizer TOKENIZER-FOLDER TEXT-FILE [MEGABYTES] [ROUNDS]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/text/tokenizer.h"

namespace {

std::vector<std::string> readLines(const char* file, std::size_t bytes) {
  std::ifstream stream(file, std::ios::binary);
  std::vector<std::string> lines;
  std::size_t read = 0;
  for (std::string line; read < bytes && std::getline(stream, line);) {
    read += line.size() + 1;
    lines.push_back(std::move(line));
  }
  return lines;
}

struct Result {
  double seconds = 1e9;
  std::size_t tokens = 0;
};

/// The best of `rounds` runs over all lines, a batch at a time so that memory stays small.
Result time(const headlight::Tokenizer& tokenizer, const std::vector<std::string>& lines, unsigned threads,
            int rounds) {
  constexpr std::size_t kBatch = 1000;
  Result best;
  headlight::setThreadCount(static_cast<int>(threads));
  for (int round = 0; round < rounds; ++round) {
    std::size_t tokens = 0;
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t first = 0; first < lines.size(); first += kBatch) {
      const std::span batch = std::span(lines).subspan(first, std::min(kBatch, lines.size() - first));
      std::vector<std::size_t> counts(batch.size());
      headlight::parallelFor(static_cast<headlight::Index>(batch.size()), [&](headlight::Index i) {
        const auto at = static_cast<std::size_t>(i);
        counts[at] = tokenizer.encode(batch[at]).size();
      });
      for (const std::size_t count : counts) tokens += count;
    }
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    best = {std::min(best.seconds, elapsed.count()), tokens};
  }
  return best;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: bench_tokenizer TOKENIZER-FOLDER TEXT-FILE [MEGABYTES] [ROUNDS]\n");
    return 2;
  }
  try {
    const std::size_t bytes = static_cast<std::size_t>((count > 3 ? std::atof(arguments[3]) : 10) * 1e6);
    const int rounds = count > 4 ? std::atoi(arguments[4]) : 3;
    const auto begin = std::chrono::steady_clock::now();
    const auto tokenizer = headlight::Tokenizer::open(arguments[1]);
    const std::chrono::duration<double> opened = std::chrono::steady_clock::now() - begin;
    const std::vector<std::string> lines = readLines(arguments[2], bytes);
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const Result one = time(*tokenizer, lines, 1, rounds), all = time(*tokenizer, lines, cores, rounds);
    std::printf("{\"lines\":%zu,\"tokens\":%zu,\"open\":%.4f,\"one\":%.4f,\"all\":%.4f,\"cores\":%u}\n", lines.size(),
                one.tokens, opened.count(), one.seconds, all.seconds, cores);
  } catch (const headlight::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
