// Rate of runs over many texts: texts of so many random tokens a second with all metrics, and of the forward pass alone
// on the same texts and threads; best and median of several rounds that take turns.
//   bench_corpus MODEL-FOLDER [TOKENS] [TEXTS] [ROUNDS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "core/analysis/head_table.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/corpus/corpus_run.h"
#include "core/reading/input_tokens.h"

using namespace headlight;

namespace {

double secondsOf(const auto& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: bench_corpus MODEL-FOLDER [TOKENS] [TEXTS] [ROUNDS]\n");
    return 2;
  }
  const auto number = [&](int at, int otherwise) { return count > at ? std::atoi(arguments[at]) : otherwise; };
  const int tokens = number(2, 64), texts = number(3, 300), rounds = number(4, 5);
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
    std::vector<double> all, forward;
    for (int round = 0; round < rounds; ++round) {
      all.push_back(secondsOf([&] {
        Corpus corpus(spec);
        CorpusStats stats = emptyStats(model, corpus, {});
        runCorpus(model, corpus, stats);
        if (stats.texts != texts) std::abort();
      }));
      forward.push_back(secondsOf([&] {
        parallelFor(static_cast<Index>(encodings.size()), [&](Index i) {
          RunOptions options;
          options.logits = false;
          model.model->run(encodings[static_cast<std::size_t>(i)], options);
        });
      }));
    }
    std::sort(all.begin(), all.end());
    std::sort(forward.begin(), forward.end());
    const auto middle = static_cast<std::size_t>(rounds / 2);
    std::printf("{\"threads\": %d, \"tokens\": %d, \"texts_per_s\": %.1f, \"forward_per_s\": %.1f, "
                "\"median_texts_per_s\": %.1f, \"median_forward_per_s\": %.1f, \"part_of_forward\": %.2f}\n",
                threadCount(), tokens, texts / all.front(), texts / forward.front(), texts / all[middle],
                texts / forward[middle], forward.front() / all.front());
    return 0;
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
