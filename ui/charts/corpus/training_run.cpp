#include "ui/charts/corpus/training_run.h"

#include "core/corpus/stats_file.h"
#include "ui/charts/corpus/corpus_run_job.h"
#include "ui/charts/corpus/reports/comparing.h"

namespace headlight {

std::shared_ptr<const TrainingReport> measureTraining(const std::vector<TrainingState>& states, const CorpusSpec& spec,
                                                      CorpusSettings settings, const std::filesystem::path& folder,
                                                      CorpusRunState& shared, const Progress& progress) {
  CorpusProgress before;
  for (std::size_t i = 0; i < states.size() && !shared.stopped(); ++i) {
    const Source model = openModelSource(states[i].folder);
    if (model.translates()) settings.attention = AttentionType::Encoder;
    Corpus corpus(spec);
    CorpusStats stats = emptyStats(model, corpus, settings);
    CorpusProgress all;
    runCorpus(model, corpus, stats, [&](const CorpusProgress& now) {
      all = {(static_cast<double>(i) + now.part) / static_cast<double>(states.size()), before.counted + now.counted,
             before.seconds + now.seconds};
      shared.set(all, std::shared_ptr<const CorpusStats>());
      progress(all.part);
      return !shared.stopped();
    });
    before = all;
    if (stats.next) break;
    writeStats(stats, folder / (states[i].name + ".headstats"));
  }
  return statsFilesIn(folder).empty() ? nullptr : readTraining(folder);
}

}  // namespace headlight
