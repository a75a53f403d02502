#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/progress.h"
#include "core/corpus/comparison/checkpoints.h"
#include "core/corpus/corpus_run.h"

namespace headlight {

class CorpusRunState;
struct TrainingReport;

/// Measures every state of a training over the same texts, into a file of its name in `folder`. A stop through `shared`
/// leaves out the state that it stopped and those behind it; null where that leaves none. Throws Error as runCorpus().
std::shared_ptr<const TrainingReport> measureTraining(const std::vector<TrainingState>& states, const CorpusSpec& spec,
                                                      CorpusSettings settings, const std::filesystem::path& folder,
                                                      CorpusRunState& shared, const Progress& progress);

}  // namespace headlight
