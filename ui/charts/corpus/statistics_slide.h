#pragma once

#include "ui/charts/corpus/corpus_pictures.h"
#include "ui/state/statistics_view.h"

namespace headlight {

/// The choice as something that a session keeps, of statistics in `file`; none for pictures that need more than that
/// file: those of a pair and of losses.
std::optional<StatisticsView> viewOf(const CorpusChoice& choice, const std::filesystem::path& file);
/// Reads the statistics of a view; throws Error, also for a head, a metric or a step that they do not have.
CorpusChoice choiceOf(const StatisticsView& view);

}  // namespace headlight
