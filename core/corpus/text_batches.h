#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/parallel.h"
#include "core/corpus/corpus.h"
#include "core/corpus/corpus_run.h"
#include "core/reading/source.h"

namespace headlight {

/// How many texts are read and run together: one for a large model, of which several at a time would need the memory of
/// several, so that each runs on all threads; else some for each thread.
std::size_t textsOfBatch(const Source& model);

/// Reads the rest of `corpus` in batches of `One`, whose member `text` is the text: `work` does each, side by side with
/// others of its batch, `take` then takes the batch in the order of the texts and is told whether more may follow.
/// `after` is called between batches and ends the work by returning false. Whether the end was reached.
template <class One>
bool forEachBatch(const Source& model, Corpus& corpus, const std::function<void(One&)>& work,
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
    if (size == 1)
      std::for_each(batch.begin(), batch.end(), work);
    else
      parallelFor(static_cast<Index>(batch.size()), [&](Index i) { work(batch[static_cast<std::size_t>(i)]); });
    take(batch, more);
    progress.counted += static_cast<std::int64_t>(batch.size());
    progress.part = more ? corpus.part() : 1;
    progress.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (after && !after(progress)) return false;
  }
  return true;
}

}  // namespace headlight
