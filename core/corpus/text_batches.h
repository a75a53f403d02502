#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "core/corpus/corpus.h"
#include "core/corpus/corpus_run.h"
#include "core/reading/source.h"

namespace headlight {

/// How many texts are read and run together: one for a large model, of which several at a time would need the memory of
/// several, so that each runs on all threads; else some for each thread.
std::size_t textsOfBatch(const Source& model);

/// Calls work(i) for 0 to count - 1: of a large model one after the other, else side by side.
void sideBySide(const Source& model, std::size_t count, const std::function<void(std::size_t)>& work);

/// Reads the rest of `corpus` in batches of `One`, whose member `text` is the text: `work` does a batch, `take` then
/// takes it in the order of the texts and is told whether more may follow. `after` is called between batches and ends
/// the work by returning false. Whether the end was reached.
template <class One>
bool forEachBatch(const Source& model, Corpus& corpus, const std::function<void(std::vector<One>&)>& work,
                  const std::function<void(std::vector<One>&, bool more)>& take,
                  const std::function<bool(const CorpusProgress&)>& after) {
  const auto start = std::chrono::steady_clock::now();
  const std::size_t size = textsOfBatch(model);
  CorpusProgress progress;
  for (bool more = true; more;) {
    std::vector<One> batch;
    while (batch.size() < size) {
      std::optional<CorpusText> text = corpus.next();
      if (!(more = text.has_value())) break;
      batch.emplace_back().text = std::move(*text);
    }
    work(batch);
    take(batch, more);
    progress.counted += static_cast<std::int64_t>(batch.size());
    progress.part = more ? corpus.part() : 1;
    progress.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (after && !after(progress)) return false;
  }
  return true;
}

}  // namespace headlight
