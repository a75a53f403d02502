// Rate of runs over many texts: texts of so many random tokens a second with all metrics, and of the forward pass alone
// on the same texts and threads, short texts several in one pass where the model can; best and median of several rounds
// that take turns. `part_of_forward` is that of the best rounds; `part_by_processor` compares processor time, which a
// machine with other work spoils less.
//   bench_corpus MODEL-FOLDER [TOKENS] [TEXTS] [ROUNDS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "core/analysis/head_table.h"
#include "core/base/error.h"
#include "core/base/heap.h"
#include "core/base/parallel.h"
#include "core/corpus/corpus_run.h"
#include "core/reading/input_tokens.h"

using namespace headlight;

namespace {

/// Seconds of one round: on the clock, and of the processor in all threads together.
struct Round {
  double clock, processor;
};

Round roundOf(const auto& work) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t before = std::clock();
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
          static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC};
}

/// Of several rounds: the least seconds, or those in the middle.
double least(const std::vector<Round>& rounds, double Round::*seconds) {
  const auto less = [=](const Round& a, const Round& b) { return a.*seconds < b.*seconds; };
  return (*std::min_element(rounds.begin(), rounds.end(), less)).*seconds;
}
double median(std::vector<Round> rounds) {
  const auto middle = rounds.begin() + static_cast<std::ptrdiff_t>(rounds.size() / 2);
  std::nth_element(rounds.begin(), middle, rounds.end(),
                   [](const Round& a, const Round& b) { return a.clock < b.clock; });
  return middle->clock;
}

}  // namespace

int main(int count, char** arguments) {
  keepFreedMemory();
  if (count < 2) {
    std::fprintf(stderr, "usage: bench_corpus MODEL-FOLDER [TOKENS] [TEXTS] [ROUNDS]\n");
    return 2;
  }
  const auto number = [&](int at, int otherwise) { return count > at ? std::atoi(arguments[at]) : otherwise; };
  const int tokens = number(2, 64), texts = number(3, 1000), rounds = number(4, 5);
  try {
    const Source model = openModelSource(arguments[1]);
    CorpusSpec spec;
    spec.format = CorpusFormat::Repeated;
    spec.candidates = probeSetup(model).candidates;
    spec.limit = texts;
    spec.period = tokens;
    spec.times = 1;
    std::vector<Encoding> encodings;
    Corpus once(spec);
    while (const auto text = once.next()) encodings.push_back(encodingOfIds(text->ids, model.tokenizer.get()));
    constexpr int kRows = 128;  // Of a pass.
    const Index together = model.model->runsJointly() ? std::max(1, kRows / tokens) : 1;
    std::vector<Round> all, forward;
    for (int round = 0; round < rounds; ++round) {
      all.push_back(roundOf([&] {
        Corpus corpus(spec);
        CorpusStats stats = emptyStats(model, corpus, {});
        runCorpus(model, corpus, stats);
        if (stats.texts != texts) std::abort();
      }));
      forward.push_back(roundOf([&] {
        parallelFor((texts + together - 1) / together, [&](Index i) {
          const auto first = encodings.begin() + i * together;
          const auto last = encodings.begin() + std::min<Index>((i + 1) * together, texts);
          RunOptions options;
          options.logits = false;
          if (model.model->runsJointly())
            model.model->runJointly({first, last});
          else
            model.model->run(*first, options);
        });
      }));
    }
    const double best = least(all, &Round::clock), bestForward = least(forward, &Round::clock);
    const double work = least(all, &Round::processor), forwardWork = least(forward, &Round::processor);
    std::printf(
        "{\"threads\": %d, \"tokens\": %d, \"texts_per_s\": %.1f, \"forward_per_s\": %.1f, "
        "\"median_texts_per_s\": %.1f, \"median_forward_per_s\": %.1f, \"part_of_forward\": %.2f, "
        "\"processor_ms\": %.2f, \"forward_processor_ms\": %.2f, \"part_by_processor\": %.2f}\n",
        threadCount(), tokens, texts / best, texts / bestForward, texts / median(all), texts / median(forward),
        bestForward / best, 1e3 * work / texts, 1e3 * forwardWork / texts, forwardWork / work);
    return 0;
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
